//! A new connection is kept once something has been answered: until then it is only the page that is open.

use crate::engine::{State, fresh_id};
use domain::case::{Case, CaseId};
use domain::connection::Part;
use domain::desk::Place;
use domain::problem::Problem;

/// Begins a connection. The first answer saves it; leaving it without one leaves nothing behind, and so does a crash.
pub fn begin(state: &mut State) {
    if state.vault.is_none() {
        return;
    }
    let Ok(id) = fresh_id().map(CaseId) else {
        state.desk.problem = Some(Problem::NotSaved);
        return;
    };
    let case = Case::begin(id.clone(), state.desk.environment, state.now());
    state.desk.cases.insert(id.clone(), case);
    state.desk.go(Place::Part(id, Part::Need));
}

/// Forgets the cases in which nothing was answered, but the one whose page is open. One whose answers were all taken back is stored, and so
/// are those that earlier versions stored when they were begun.
pub fn forget(state: &mut State) {
    let here = state.desk.place.case().cloned();
    let left = state.desk.cases.values().filter(|case| case.is_untouched() && Some(&case.id) != here.as_ref());
    let left: Vec<CaseId> = left.map(|case| case.id.clone()).collect();
    for id in left {
        let stored = state.desk.saved.contains_key(&id);
        // What cannot be deleted now is not shown either, and is forgotten another time.
        if !stored || state.vault.as_mut().is_some_and(|vault| vault.delete(&id).is_ok()) {
            state.desk.cases.remove(&id);
            state.desk.saved.remove(&id);
        }
    }
}
