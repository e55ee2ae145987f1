//! Closing the window: the page first sends what was typed, everything is saved, and what cannot be
//! saved is told before it is lost. [`domain::closing`] counts the attempts.

use crate::effect::Effect;
use crate::input::CloseInput;
use crate::model::{App, Leaving, Phase};
use domain::closing::Outcome;

pub(crate) fn input(app: &mut App, input: CloseInput) -> Vec<Effect> {
    match input {
        CloseInput::Requested => match app.common.closing.requested() {
            Outcome::Ask(attempt) => vec![Effect::AwaitPage(attempt)],
            Outcome::Wait | Outcome::Warn | Outcome::Close => vec![],
        },
        CloseInput::Overdue(attempt) => leave(app, Leaving::Overdue(attempt)),
    }
}

/// The page has sent what was typed.
pub(crate) fn answered(app: &mut App) -> Vec<Effect> {
    leave(app, Leaving::Answered)
}

fn leave(app: &mut App, leaving: Leaving) -> Vec<Effect> {
    app.common.leaving = Some(leaving);
    match &mut app.phase {
        Phase::Open(open) => open.save_again(),
        Phase::ChooseEnvironment
        | Phase::ProfileUnread
        | Phase::Opening(_)
        | Phase::ChoosePassphrase(_)
        | Phase::Closed(_)
        | Phase::Older(_)
        | Phase::Damaged(_)
        | Phase::Stopped(_) => {
            vec![]
        }
    }
}

/// Closes the window when that was asked for and every save was answered; what is only in memory
/// holds it once.
pub(crate) fn decide(app: &mut App) -> Option<Effect> {
    if app.open().is_some_and(|open| !open.saving.is_empty()) {
        return None;
    }
    let unsaved = app.has_unsaved();
    if !unsaved {
        app.common.closing.saved();
    }
    let outcome = match app.common.leaving.take()? {
        Leaving::Answered => app.common.closing.answered(unsaved),
        Leaving::Overdue(attempt) => app.common.closing.overdue(attempt, unsaved),
    };
    match outcome {
        Outcome::Close => Some(Effect::CloseWindow),
        // The page says what could not be saved.
        Outcome::Ask(_) | Outcome::Warn | Outcome::Wait => None,
    }
}
