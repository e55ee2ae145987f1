//! What of all that happens is worth a line. Asked in one place, where the core takes an input in and
//! decides, so that no adapter has to remember to say anything, and none can say too much. Pure but
//! for the time that opening takes.

use app::input::{
    BackupsInput, CaseInput, Input, LoginInput, SalvageInput, SettingsInput, Stored, VaultInput,
};
use app::model::{Damaged, DamagedStep};
use app::{App, Effect, Phase};
use diagnostics::{
    AskedBy, Bytes, Count, Event, KeyChange, LockedBy, LoginOddity, MadeBy, Millis, Oddity,
    Outcome, Purpose, Update, Where,
};
use domain::Timestamp;
use domain::case::Event as CaseEvent;
use domain::problem::Problem;
use std::time::Instant;

/// What was noted, as far as the next line depends on it.
#[derive(Debug, Default)]
pub struct Noted {
    /// Since when the cases are being opened.
    opening: Option<Instant>,
    /// The problem that is shown above the page.
    problem: Option<Problem>,
    /// Those at its fields.
    fields: Vec<Problem>,
    /// When the newest backup was made that is known.
    backup: Option<Timestamp>,
    /// The cases were open.
    is_open: bool,
}

impl Noted {
    /// What there is to say of an input, before the core takes it in.
    pub fn of_input(&mut self, app: &App, input: &Input) -> Option<Event> {
        Some(match input {
            Input::Vault(input) => return self.of_vault(input),
            Input::Salvage(SalvageInput::Damaged) => Event::CasesOdd { kind: Oddity::Damaged },
            Input::Salvage(SalvageInput::Read(outcome)) => {
                Event::Salvaged { outcome: Outcome::of(outcome) }
            }
            Input::Stored(Stored::Saved(_, Err(problem))) => Event::NotSaved { problem: *problem },
            Input::Backups(input) => return self.of_backups(input),
            Input::Login(_, input) => Event::LoginOdd { what: odd(input)? },
            Input::Case(_, input) => return of_case(app, input),
            Input::Settings(SettingsInput::UpdateFound(found)) => Event::Updated {
                outcome: match found {
                    Ok(Some(_)) => Update::Newer,
                    Ok(None) => Update::Newest,
                    Err(()) => Update::Failed,
                },
            },
            Input::Settings(SettingsInput::UpdateFailed) => {
                Event::Updated { outcome: Update::Failed }
            }
            Input::Written(outcome) => Event::FileWritten { outcome: Outcome::of(outcome) },
            _ => return None,
        })
    }

    fn of_vault(&mut self, input: &VaultInput) -> Option<Event> {
        Some(match input {
            VaultInput::Opened(opened) => {
                let took = self.opening.take().map_or(0, |began| began.elapsed().as_millis());
                self.backup = opened.backups.last.as_ref().map(|last| last.made);
                if let Some(taken) = &opened.taken {
                    return Some(Event::BackupTakenIn { outcome: Outcome::of(taken) });
                }
                Event::CasesOpened {
                    way: opened.by.into(),
                    ms: Millis(u64::try_from(took).unwrap_or(u64::MAX)),
                    cases: Count(opened.total.into()),
                }
            }
            VaultInput::ChoosePassphrase => Event::PassphraseAsked {},
            VaultInput::Closed(problem, _)
            | VaultInput::Stopped(problem)
            | VaultInput::NotUnlocked(_, Some(problem)) => {
                Event::CasesNotOpened { problem: *problem }
            }
            VaultInput::Older(missing) => Event::CasesOdd { kind: missing.kind.into() },
            VaultInput::RecoveryCodeKept(outcome) => {
                Event::KeyChanged { what: KeyChange::RecoveryCode, outcome: Outcome::of(outcome) }
            }
            VaultInput::PassphraseChanged(_, outcome) => {
                Event::KeyChanged { what: KeyChange::Passphrase, outcome: Outcome::of(outcome) }
            }
            VaultInput::NotUnlocked(_, None)
            | VaultInput::RecoveryCodeMade(_)
            // A problem that is shown, or another program's to say.
            | VaultInput::PagesDamaged
            | VaultInput::StartedAnew(_)
            | VaultInput::FolderAdvised(_)
            | VaultInput::LockDue
            | VaultInput::LockOverdue(_) => return None,
        })
    }

    fn of_backups(&mut self, input: &BackupsInput) -> Option<Event> {
        match input {
            BackupsInput::Known(known) => match (&known.last, known.problem) {
                (_, Some(problem)) => Some(Event::BackupFailed { problem }),
                (Some(last), None) if self.backup != Some(last.made) => {
                    self.backup = Some(last.made);
                    Some(Event::BackupMade {
                        by: MadeBy::Itself,
                        size: Some(Bytes(last.bytes)),
                        cases: Some(Count(last.cases)),
                    })
                }
                _ => None,
            },
            BackupsInput::Saved(Ok(_)) => {
                Some(Event::BackupMade { by: MadeBy::Hand, size: None, cases: None })
            }
            BackupsInput::Saved(Err(problem)) => Some(Event::BackupFailed { problem: *problem }),
            _ => None,
        }
    }

    /// What there is to say once the core has decided.
    pub fn of_decision(&mut self, app: &App, effects: &[Effect]) -> Vec<Event> {
        let mut events: Vec<Event> =
            effects.iter().filter_map(|effect| self.of_effect(effect)).collect();
        let is_open = app.open().is_some();
        if self.is_open
            && let Phase::Closed(closed) = &app.phase
        {
            let by = match closed.problem {
                Problem::LockedItself => LockedBy::Itself,
                _ => LockedBy::Person,
            };
            events.push(Event::Locked { by });
        }
        self.is_open = is_open;
        let (problem, fields) = shown(app);
        if let Some(problem) = problem.filter(|problem| self.problem != Some(*problem)) {
            events.push(Event::ProblemShown { problem, place: Where::Page });
        }
        let news = fields.iter().filter(|problem| !self.fields.contains(problem));
        events.extend(
            news.map(|problem| Event::ProblemShown { problem: *problem, place: Where::Field }),
        );
        (self.problem, self.fields) = (problem, fields);
        events
    }

    fn of_effect(&mut self, effect: &Effect) -> Option<Event> {
        match effect {
            Effect::OpenVault(_)
            | Effect::Unlock(..)
            | Effect::OpenOlder
            | Effect::UseSalvaged(_) => {
                self.opening = Some(Instant::now());
                None
            }
            Effect::LogIn { purpose, .. } => Some(Event::LoginBegan { purpose: (*purpose).into() }),
            Effect::ListOrganisations(..) => {
                Some(Event::LoginBegan { purpose: Purpose::Organisations })
            }
            Effect::UseEnvironment(environment) => {
                Some(Event::EnvironmentUsed { environment: *environment })
            }
            _ => None,
        }
    }
}

fn odd(input: &LoginInput) -> Option<LoginOddity> {
    match input {
        LoginInput::Waiting { browser_failed: true, .. } => Some(LoginOddity::NoBrowser),
        LoginInput::OtherAnswer => Some(LoginOddity::OtherAnswer),
        LoginInput::Https => Some(LoginOddity::Encrypted),
        LoginInput::ClockOff(_) => Some(LoginOddity::Clock),
        LoginInput::NotMade(_) => Some(LoginOddity::UnknownCode),
        LoginInput::Waiting { browser_failed: false, .. } | LoginInput::Reopened(_) => None,
    }
}

fn of_case(app: &App, input: &CaseInput) -> Option<Event> {
    let source = app.common.services.register.source.into();
    match input {
        CaseInput::Event(event) => match &**event {
            CaseEvent::LookedUp { outcome, .. } => Some(Event::RegisterAsked {
                source,
                by: AskedBy::Number,
                outcome: Outcome::of(outcome),
            }),
            CaseEvent::LoginEnded { outcome, .. } => {
                Some(Event::LoginEnded { outcome: Outcome::of(outcome) })
            }
            CaseEvent::DeliveryEnded { outcome, .. } => {
                Some(Event::Delivered { outcome: outcome.into() })
            }
            _ => None,
        },
        CaseInput::Found(_, outcome) => {
            Some(Event::RegisterAsked { source, by: AskedBy::Name, outcome: Outcome::of(outcome) })
        }
        CaseInput::Listed(_, outcome) => Some(Event::LoginEnded { outcome: Outcome::of(outcome) }),
        _ => None,
    }
}

/// The problems that the window shows: above the page, and at its fields.
fn shown(app: &App) -> (Option<Problem>, Vec<Problem>) {
    let alone = match &app.phase {
        Phase::Open(open) => {
            let case = open.route.case().and_then(|id| open.case(id));
            let problem = open.notice.problem.or(case.and_then(|case| case.problem));
            let fields = open.notice.field_problems.iter().map(|it| it.problem).collect();
            return (problem, fields);
        }
        Phase::Opening(told) => *told,
        Phase::ChoosePassphrase(unlocking) => unlocking.problem,
        Phase::Closed(closed) => closed.unlocking.problem.or(Some(closed.problem)),
        Phase::Stopped(problem) => Some(*problem),
        Phase::Damaged(Damaged { step: DamagedStep::Found(problem), .. }) => *problem,
        Phase::ChooseEnvironment | Phase::ProfileUnread | Phase::Older(_) | Phase::Damaged(_) => {
            None
        }
    };
    (alone, Vec::new())
}
