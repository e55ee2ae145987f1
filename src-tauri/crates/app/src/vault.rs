//! The key of the cases: opening them, closing them, and the ways to their key.

use crate::context::Context;
use crate::effect::{Effect, PassphraseChange, Setting, Store, UnlockWith};
use crate::environment;
use crate::input::{Opened, VaultInput};
use crate::intent::VaultIntent;
use crate::locking;
use crate::model::{
    App, Closed, ClosingFor, Common, Damaged, DamagedStep, LockedCases, Notice, Older, Open,
    OpenFor, Pending, Phase, Restores, Services, Unlocking, Update, Ways,
};
use crate::navigation;
use crate::notification;
use crate::passphrase;
use crate::route::{BackupsPage, CaseList, Route, SettingsPage};
use crate::salvage;
use domain::case::{Event, Now};
use domain::problem::{FieldProblem, Problem};
use domain::{Environment, Secret};
use std::collections::{BTreeMap, VecDeque};

/// The outside world is there: opens the cases.
pub(crate) fn wired(app: &mut App, services: Result<Box<Services>, Problem>) -> Vec<Effect> {
    match services {
        Ok(services) => {
            app.common.services = *services;
            let told = std::mem::take(&mut app.common.told_unread);
            // What the vault keeps is not known yet.
            if app.common.services.profiles.unread.iter().all(|unread| told.contains(unread)) {
                open_at_start(app)
            } else {
                app.phase = Phase::ProfileUnread;
                vec![]
            }
        }
        Err(problem) => {
            app.phase = Phase::Stopped(problem);
            vec![]
        }
    }
}

pub(crate) fn intent(app: &mut App, intent: VaultIntent, now: Now) -> Vec<Effect> {
    match (intent, &mut app.phase) {
        (VaultIntent::ChoosePassphrase(passphrase), Phase::ChoosePassphrase(unlocking)) => {
            let query = app.common.next_query_id(now.at);
            *unlocking = Unlocking { query: Some(query), problem: None };
            vec![Effect::Unlock(query, UnlockWith::NewPassphrase(passphrase))]
        }
        (VaultIntent::UnlockWithPassphrase(passphrase), Phase::Closed(closed)) => {
            unlock(&mut app.common, closed, UnlockWith::Passphrase(passphrase), now)
        }
        (VaultIntent::UnlockWithRecoveryCode(code), Phase::Closed(closed)) => {
            unlock(&mut app.common, closed, UnlockWith::RecoveryCode(code), now)
        }
        (VaultIntent::UnlockWithBackup(code), Phase::Closed(closed)) => {
            unlock(&mut app.common, closed, UnlockWith::Backup(code), now)
        }
        (
            VaultIntent::TryKeyStore,
            Phase::ChoosePassphrase(_)
            | Phase::Closed(_)
            | Phase::Older(Older { opening: None, .. })
            | Phase::Damaged(Damaged {
                step: DamagedStep::Found(_) | DamagedStep::Read(_),
                is_looking: false,
                ..
            })
            | Phase::Stopped(_),
        ) => open_vault(app, OpenFor::Person),
        (VaultIntent::GoOn(restore), Phase::Older(older)) if older.opening.is_none() => {
            older.opening = Some(restore);
            vec![Effect::OpenOlder]
        }
        (VaultIntent::GoOn(restore), Phase::Damaged(damaged)) => salvage::go_on(damaged, restore),
        (VaultIntent::Salvage, phase) => salvage::begin(phase),
        (VaultIntent::SettleFolder, Phase::Open(open)) => {
            let read = open.folder_advice.take().map(|advice| advice.word().to_owned());
            let keep = |word| Store::KeepSetting(Setting::FolderSettled, word).into();
            read.map(keep).into_iter().collect()
        }
        (VaultIntent::Lock, Phase::Open(open)) => locking::lock(open),
        (VaultIntent::MakeRecoveryCode, Phase::Open(_)) => vec![Effect::MakeRecoveryCode],
        (VaultIntent::ConfirmRecoveryCode(typed), Phase::Open(open)) => {
            confirm_recovery_code(open, &typed)
        }
        (VaultIntent::SetPassphrase { current, new }, Phase::Open(open)) => {
            let query = app.common.next_query_id(now.at);
            passphrase::change(open, query, PassphraseChange { current, new: Some(new) })
        }
        (VaultIntent::RemovePassphrase { current }, Phase::Open(open)) => {
            let query = app.common.next_query_id(now.at);
            passphrase::change(open, query, PassphraseChange { current, new: None })
        }
        // A page that is over.
        (
            VaultIntent::ChoosePassphrase(_)
            | VaultIntent::UnlockWithPassphrase(_)
            | VaultIntent::UnlockWithRecoveryCode(_)
            | VaultIntent::UnlockWithBackup(_)
            | VaultIntent::TryKeyStore
            | VaultIntent::GoOn(_)
            | VaultIntent::Lock
            | VaultIntent::Stay
            | VaultIntent::SettleFolder
            | VaultIntent::MakeRecoveryCode
            | VaultIntent::ConfirmRecoveryCode(_)
            | VaultIntent::SetPassphrase { .. }
            | VaultIntent::RemovePassphrase { .. },
            _,
        ) => vec![],
    }
}

/// Tries to open closed cases with what the person knows.
fn unlock(common: &mut Common, closed: &mut Closed, with: UnlockWith, now: Now) -> Vec<Effect> {
    let query = common.next_query_id(now.at);
    closed.unlocking = Unlocking { query: Some(query), problem: None };
    vec![Effect::Unlock(query, with)]
}

pub(crate) fn input(app: &mut App, input: VaultInput, now: Now) -> Vec<Effect> {
    match (input, &mut app.phase) {
        (VaultInput::Opened(opened), phase) if !matches!(phase, Phase::Open(_)) => {
            opened_now(app, *opened, now)
        }
        (VaultInput::ChoosePassphrase, Phase::Opening(_)) => {
            app.phase = Phase::ChoosePassphrase(Unlocking::default());
            vec![]
        }
        (VaultInput::Closed(problem, ways), Phase::Opening(_)) => {
            app.phase = Phase::Closed(Closed { problem, ways, unlocking: Unlocking::default() });
            vec![]
        }
        // Found when it was opened, or when the person had typed what opens it.
        (VaultInput::Older(missing), phase) if !matches!(phase, Phase::Open(_)) => {
            *phase = Phase::Older(Older { missing, opening: None });
            vec![]
        }
        (VaultInput::Stopped(problem), phase) => {
            *phase = Phase::Stopped(problem);
            vec![]
        }
        (VaultInput::StartedAnew(is_there), _) => started_anew(app, is_there),
        (VaultInput::NotUnlocked(query, problem), Phase::ChoosePassphrase(unlocking))
        | (VaultInput::NotUnlocked(query, problem), Phase::Closed(Closed { unlocking, .. })) => {
            if unlocking.query == Some(query) {
                *unlocking = Unlocking { query: None, problem };
            }
            vec![]
        }
        (VaultInput::RecoveryCodeMade(outcome), Phase::Open(open)) => {
            match outcome {
                Ok(code) => open.go(Route::Settings(SettingsPage {
                    code: Some(code),
                    ..SettingsPage::default()
                })),
                Err(problem) => open.tell(problem),
            }
            vec![Store::CountUncopied.into()]
        }
        (VaultInput::RecoveryCodeKept(outcome), Phase::Open(open)) => match outcome {
            Ok(()) => {
                open.ways.recovery = true;
                open.go(Route::Settings(SettingsPage::default()));
                vec![Store::CountUncopied.into()]
            }
            Err(problem) => {
                open.tell(problem);
                vec![]
            }
        },
        (VaultInput::PassphraseChanged(query, outcome), Phase::Open(open)) => {
            passphrase::changed(open, query, outcome);
            vec![]
        }
        // Locked meanwhile.
        (VaultInput::PassphraseChanged(_, Ok((_, ways))), Phase::Closed(closed)) => {
            closed.ways = ways;
            vec![]
        }
        (VaultInput::PagesDamaged, Phase::Open(open)) => {
            open.has_damaged_pages = true;
            open.tell(Problem::VaultPagesDamaged);
            vec![]
        }
        (VaultInput::FolderAdvised(advice), Phase::Open(open)) => {
            open.folder_advice = Some(advice);
            vec![]
        }
        (VaultInput::LockDue, Phase::Open(open)) => locking::due(open, &mut app.common, now),
        (VaultInput::LockOverdue(query), Phase::Open(open)) => locking::overdue(open, query),
        (_, _) => vec![],
    }
}

/// Closes the cases once everything is saved, when that was asked for. What is only in memory is
/// not thrown away: then they stay open, and the page says that it could not be saved.
pub(crate) fn close_when_saved(app: &mut App) -> Vec<Effect> {
    let Phase::Open(open) = &app.phase else { return vec![] };
    if !open.saving.is_empty() || open.unsaved().next().is_some() {
        return vec![];
    }
    let by_itself = match open.closing {
        None => return vec![],
        Some(ClosingFor::Environment(environment)) => {
            return environment::go_over(app, environment);
        }
        Some(ClosingFor::Salvage) => None,
        Some(ClosingFor::Lock { by_itself }) => Some(by_itself),
    };
    let ways = open.ways;
    // A login in progress is cancelled.
    let login = open.login.is_some().then_some(Effect::CancelLogin);
    let mut effects: Vec<Effect> = login.into_iter().collect();
    // One that is being put in place starts the program anew by itself, and is not torn away.
    let is_updating = matches!(app.common.services.update, Update::Installing);
    // What the vault keeps of the services of live is told again when it is opened.
    if app.common.environment == Environment::Live {
        app.common.services = Services::default();
    }
    let Some(by_itself) = by_itself else {
        app.phase = Phase::Damaged(salvage::reading());
        effects.push(Effect::Salvage);
        return effects;
    };
    let Common { environment, language, theme, .. } = app.common;
    let locked = LockedCases { environment, by_itself, language, theme };
    let (problem, unlocking) = (locked.problem(), Unlocking::default());
    app.phase = Phase::Closed(Closed { problem, ways, unlocking });
    effects.push(Effect::LockVault(locked));
    if !is_updating && !app.common.starts_anew {
        app.common.starts_anew = true;
        effects.push(Effect::StartAnew(locked));
    }
    effects
}

/// The other program shows its window, or could not be started. Where the person has gone on here
/// meanwhile, or closes this window, that counts; where there is no other one, the cases are locked
/// here.
fn started_anew(app: &mut App, is_there: bool) -> Vec<Effect> {
    app.common.starts_anew = false;
    let is_untouched = match &app.phase {
        Phase::Closed(closed) => closed.unlocking.query.is_none(),
        _ => false,
    };
    let waits = is_untouched && !app.common.closing.is_waiting();
    match (is_there, waits) {
        (true, true) => vec![Effect::CloseWindow],
        (true, false) => vec![Effect::EndOther],
        (false, _) => vec![],
    }
}

/// Opens the cases with the key of the key store, unless they were locked: then only the person does.
pub(crate) fn open_at_start(app: &mut App) -> Vec<Effect> {
    let locked = app.common.locked.take();
    open_vault(app, OpenFor::Start(locked))
}

fn open_vault(app: &mut App, open_for: OpenFor) -> Vec<Effect> {
    app.phase = Phase::Opening(None);
    vec![Effect::OpenVault(open_for)]
}

/// The cases are open: each that has something to take up again is told so.
fn opened_now(app: &mut App, opened: Opened, now: Now) -> Vec<Effect> {
    // Only what was stored overrides: a language chosen before the cases were open is kept.
    app.common.language = opened.language.unwrap_or(app.common.language);
    app.common.theme = opened.theme.unwrap_or(app.common.theme);
    let mut open = Open {
        by: opened.by,
        ways: opened.ways,
        total: opened.total,
        cases: BTreeMap::new(),
        waiting: Vec::new(),
        saving: VecDeque::new(),
        closing: None,
        route: Route::Cases(CaseList::default()),
        notice: Notice::default(),
        login: None,
        login_code: None,
        reporter: opened.reporter,
        retention_set: opened.retention,
        copy_folder: opened.copy_folder,
        copy_failures: BTreeMap::new(),
        on_top: true,
        copied: None,
        notify: opened.notify,
        notified: opened.notified,
        lock_after: opened.lock_after,
        locking: None,
        backups: opened.backups,
        has_damaged_pages: opened.has_damaged_pages,
        folder_advice: None,
    };
    let restores = matches!(
        app.phase,
        Phase::Older(Older { opening: Some(Restores::Yes), .. })
            | Phase::Damaged(Damaged { step: DamagedStep::Opening(_, Restores::Yes), .. })
    );
    let mut context = Context { common: &mut app.common, now };
    let mut effects = navigation::to_cases(&mut open);
    for id in opened.resume {
        effects.extend(open.with_case(
            &mut context,
            &id,
            Pending::Event(Box::new(Event::Restored)),
        ));
    }
    effects.extend(open.copy_all());
    effects.extend(notification::check(&open, now));
    if restores {
        open.go(Route::Backups(BackupsPage::default()));
    }
    if let Some(taken) = opened.taken {
        open.go(Route::Backups(BackupsPage::default()));
        match taken {
            Ok(plan) => {
                open.route =
                    Route::Backups(BackupsPage { taken: Some(*plan), ..BackupsPage::default() })
            }
            Err(problem) => open.tell(problem),
        }
    }
    app.phase = Phase::Open(Box::new(open));
    effects
}

/// The code counts as kept once it has been typed back; until then the reminder stays. The page asks
/// for the second and the last of its groups of four. What people take for another character when
/// they read it is that character, as where the code opens the cases.
fn confirm_recovery_code(open: &mut Open, typed: &Secret) -> Vec<Effect> {
    let letters = |text: &Secret| -> Vec<char> {
        let letters = text.expose().chars().filter(char::is_ascii_alphanumeric);
        let read = |letter: char| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        };
        letters.map(read).collect()
    };
    let Route::Settings(SettingsPage { code: Some(code), .. }) = &open.route else { return vec![] };
    let (code, typed) = (letters(code), letters(typed));
    open.notice.field_problems.clear();
    if code == typed {
        return vec![Effect::KeepRecoveryCode];
    }
    let differs = code.iter().zip(&typed).position(|(one, other)| one != other);
    let field = match differs {
        Some(place) if place < 8 => "recovery.second",
        _ => "recovery.last",
    };
    open.notice.field_problems = vec![FieldProblem::at(field, Problem::RecoveryCodeMistyped)];
    vec![]
}

impl Ways {
    /// No way but the key store.
    pub const NONE: Self = Self { key_store: true, passphrase: false, recovery: false };
}
