//! The passphrase of cases that are open: set, changed, and removed again.

use crate::effect::{Effect, PassphraseChange};
use crate::model::{Open, QueryId, Ways};
use crate::route::Route;
use domain::keys::KeyWay;
use domain::problem::{FieldProblem, Problem};

/// Asks the vault for the change; one at a time.
pub(crate) fn change(open: &mut Open, query: QueryId, change: PassphraseChange) -> Vec<Effect> {
    let Route::Settings(page) = &mut open.route else { return vec![] };
    if page.changing.is_some() {
        return vec![];
    }
    page.changing = Some(query);
    page.changed = false;
    open.notice.problem = None;
    open.notice.field_problems.clear();
    vec![Effect::ChangePassphrase(query, change)]
}

/// What came of it: how the cases are opened from now on is known on every page.
pub(crate) fn changed(open: &mut Open, query: QueryId, outcome: Result<(KeyWay, Ways), Problem>) {
    if let Ok((by, ways)) = outcome {
        (open.by, open.ways) = (by, ways);
    }
    let Route::Settings(page) = &mut open.route else { return };
    if page.changing != Some(query) {
        return;
    }
    page.changing = None;
    page.changed = outcome.is_ok();
    match outcome {
        Ok(_) => {}
        Err(problem @ Problem::PassphraseWrong) => at("passphrase.current", problem, open),
        Err(problem @ Problem::PassphraseShort) => at("passphrase.new", problem, open),
        Err(problem) => open.tell(problem),
    }
}

fn at(field: &str, problem: Problem, open: &mut Open) {
    open.notice.field_problems = vec![FieldProblem::at(field, problem)];
}

impl Open {
    /// The passphrase that opens the cases now has to be typed before it is changed: nothing else
    /// has shown whose they are.
    pub fn asks_current_passphrase(&self) -> bool {
        !self.ways.key_store && self.by != KeyWay::RecoveryCode
    }
}
