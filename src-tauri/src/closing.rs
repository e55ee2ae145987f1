//! Closing the window: the page first sends what was typed. What [`domain::closing`] decides is carried out here.

use crate::engine::{Engine, State};
use domain::closing::Outcome;
use std::time::Duration;

/// How long the page may take to send what was typed: far more than it needs, and not so long that a page that hangs is killed by hand.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// The person wants to close the window. It is closed once the page has sent what was typed, or after `patience`.
pub fn requested(engine: &Engine, patience: Duration) {
    engine.happened(|state| {
        let outcome = state.desk.closing.requested();
        if let Outcome::Ask(attempt) = outcome {
            let task = engine.clone();
            engine.spawn(async move {
                tokio::time::sleep(patience).await;
                task.happened(|state| {
                    let unsaved = !state.save_failed();
                    let outcome = state.desk.closing.overdue(attempt, unsaved);
                    carry_out(&task, outcome);
                });
            });
        }
        carry_out(engine, outcome);
    });
}

/// The page has sent what was typed.
pub fn answered(engine: &Engine, state: &mut State) {
    let unsaved = !state.save_failed();
    let outcome = state.desk.closing.answered(unsaved);
    carry_out(engine, outcome);
}

fn carry_out(engine: &Engine, outcome: Outcome) {
    match outcome {
        Outcome::Close => engine.desktop().close_window(),
        // The view asks the page, and says what could not be saved.
        Outcome::Ask(_) | Outcome::Warn | Outcome::Wait => {}
    }
}
