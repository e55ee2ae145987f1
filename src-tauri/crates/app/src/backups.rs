//! Backups by hand, moving to another computer, and taking a backup in.
//!
//! Taking one in changes the cases under the window, so the window lets them go first and reads them
//! again afterwards, as at a start: what happened is told on the page that it began on.

use crate::effect::{Effect, Setting, Store};
use crate::input::BackupsInput;
use crate::intent::BackupsIntent;
use crate::model::{App, Open, Phase};
use crate::route::{BackupsPage, Restore, RestoreStep, Route};
use domain::case::Now;
use domain::problem::Problem;

pub(crate) fn intent(app: &mut App, intent: BackupsIntent, now: Now) -> Vec<Effect> {
    let Phase::Open(open) = &mut app.phase else { return vec![] };
    let told = open.notice.problem.take();
    open.notice.written = None;
    match intent {
        BackupsIntent::Save => once(open, Effect::SaveBackup),
        BackupsIntent::Move => once(open, Effect::MoveBackup),
        BackupsIntent::Now => once(open, Effect::BackUpNow),
        BackupsIntent::Rescue => rescue(open, told),
        BackupsIntent::DeleteDamaged => vec![Effect::DeleteDamaged],
        BackupsIntent::Cancel => vec![Effect::CancelBackup],
        BackupsIntent::ChooseFolder => vec![Effect::ChooseBackupFolder],
        BackupsIntent::ForgetFolder => {
            vec![Store::KeepSetting(Setting::BackupFolder, String::new()).into(), Effect::BackUpNow]
        }
        BackupsIntent::SettlePlace => {
            open.backups.is_place_settled = true;
            vec![Store::KeepSetting(Setting::BackupPlaceSettled, "yes".to_owned()).into()]
        }
        BackupsIntent::SetBudget(budget) => {
            open.backups.budget = budget;
            let kept = budget.megabytes().to_string();
            vec![Store::KeepSetting(Setting::BackupBudget, kept).into()]
        }
        BackupsIntent::Choose => vec![Effect::ChooseBackup],
        BackupsIntent::Leave => {
            if let Some(page) = page(open) {
                *page = BackupsPage::default();
            }
            vec![Effect::LeaveBackup]
        }
        BackupsIntent::Open(typed) => {
            let query = app.common.next_query_id(now.at);
            let Phase::Open(open) = &mut app.phase else { return vec![] };
            let Some(page) = page(open) else { return vec![] };
            match &mut page.restore {
                Some(Restore { step: step @ RestoreStep::Chosen { opening: None }, .. }) => {
                    *step = RestoreStep::Chosen { opening: Some(query) };
                    vec![Effect::OpenBackup(query, typed)]
                }
                _ => vec![],
            }
        }
        BackupsIntent::TakeIn => take_in(app),
    }
}

/// What is open is put elsewhere, where it lies under no name any more: on the page that shows the
/// words that open it. What is wrong stays wrong, and said.
fn rescue(open: &mut Open, told: Option<Problem>) -> Vec<Effect> {
    open.go(Route::Backups(BackupsPage::default()));
    open.notice.problem = told;
    // What could not be saved is tried once more first, so that it is in there.
    let mut effects = open.save_again();
    effects.extend(once(open, Effect::MoveBackup));
    effects
}

/// Nothing may be in memory only, and nothing under way, when the cases are read again.
fn take_in(app: &mut App) -> Vec<Effect> {
    let Phase::Open(open) = &mut app.phase else { return vec![] };
    let is_found = page(open).is_some_and(|page| {
        matches!(&page.restore, Some(Restore { step: RestoreStep::Found(_), .. }))
    });
    if !is_found {
        return vec![];
    }
    if !open.saving.is_empty() || open.unsaved().next().is_some() {
        open.tell(Problem::NotSaved);
        return open.save_again();
    }
    if open.login.is_some() {
        open.tell(Problem::ServicesLogin);
        return vec![];
    }
    app.phase = Phase::Opening(None);
    vec![Effect::TakeBackupIn]
}

pub(crate) fn input(open: &mut Open, input: BackupsInput) -> Vec<Effect> {
    match input {
        BackupsInput::Known(known) => open.backups = *known,
        BackupsInput::Making(hundredths) => open.backups.making = hundredths,
        BackupsInput::FolderChosen(Ok(folder)) => {
            return vec![
                Store::KeepSetting(Setting::BackupFolder, folder).into(),
                Effect::BackUpNow,
            ];
        }
        BackupsInput::Saved(Ok((path, words))) => match page(open) {
            Some(page) => (page.saved, page.words) = (Some(path), words),
            None => open.notice.written = Some(path),
        },
        BackupsInput::Chosen(Ok(chosen)) => {
            if let Some(page) = page(open) {
                let step = RestoreStep::Chosen { opening: None };
                *page = BackupsPage { restore: Some(Restore { chosen, step }), ..page.clone() };
            }
        }
        BackupsInput::Opened(query, outcome) => {
            let Some(Restore { step, .. }) = page(open).and_then(|page| page.restore.as_mut())
            else {
                return vec![];
            };
            if *step != (RestoreStep::Chosen { opening: Some(query) }) {
                return vec![];
            }
            match outcome {
                Ok(found) => *step = RestoreStep::Found(found),
                Err(problem) => {
                    *step = RestoreStep::Chosen { opening: None };
                    open.tell(problem);
                }
            }
        }
        BackupsInput::DamagedDeleted(Ok(())) => open.backups.damaged_bytes = 0,
        BackupsInput::DamagedDeleted(Err(problem))
        | BackupsInput::FolderChosen(Err(problem))
        | BackupsInput::Saved(Err(problem))
        | BackupsInput::Chosen(Err(problem)) => open.tell(problem),
    }
    vec![]
}

/// One at a time.
fn once(open: &mut Open, effect: Effect) -> Vec<Effect> {
    if open.backups.making.is_some() {
        return vec![];
    }
    if let Some(page) = page(open) {
        (page.saved, page.words) = (None, None);
    }
    vec![effect]
}

fn page(open: &mut Open) -> Option<&mut BackupsPage> {
    match &mut open.route {
        Route::Backups(page) => Some(page),
        _ => None,
    }
}
