//! Looking for an organisation by its name, while its page is open. Nothing of it is kept.

use crate::engine::{Engine, State};
use crate::intents;
use domain::case::{CaseId, Event};
use domain::cvr::CvrNumber;
use domain::desk::{Found, Search};
use domain::draft::Draft;
use domain::problem::Problem;
use register::Continue;

/// Asks for the first organisations with these words in their name.
pub fn begin(engine: &Engine, state: &mut State, case: CaseId, words: String) {
    state.desk.search = Some(Search { case, words, asking: None, found: Vec::new(), more: false, problem: None });
    state.search_after = None;
    ask(engine, state);
}

/// Asks for the next ones.
pub fn go_on(engine: &Engine, state: &mut State) {
    if state.desk.search.as_ref().is_some_and(|search| search.asking.is_none() && search.more) {
        ask(engine, state);
    }
}

/// Takes one that was found: its number is the case's, and the register is asked about it.
pub fn take(engine: &Engine, state: &mut State, id: &CaseId, cvr: &str) {
    let Ok(number) = CvrNumber::parse(cvr) else { return };
    let Some(draft) = state.draft(id) else { return };
    let mut typed = draft.typed.clone();
    typed.counts = false;
    let next = Draft { cvr: number.to_string(), typed, ..draft.clone() };
    state.desk.search = None;
    engine.apply(state, id, Event::Answered(Box::new(next)));
    intents::look_up(engine, state, id);
}

fn ask(engine: &Engine, state: &mut State) {
    let Some(world) = state.world.clone() else { return };
    let (now, asking) = (state.now().at, state.ask());
    let after: Option<Continue> = state.search_after.take();
    let Some(search) = state.desk.search.as_mut() else { return };
    search.asking = Some(asking);
    search.problem = None;
    let (words, task) = (search.words.clone(), engine.clone());
    engine.spawn(async move {
        let answer = world.register.search(&words, after.as_ref(), now).await;
        task.happened(|state| answered(state, asking, answer));
    });
}

fn answered(state: &mut State, asking: u64, answer: Result<Option<register::Found>, Problem>) {
    // The person may have asked for something else since, or gone to another page.
    let Some(search) = state.desk.search.as_mut().filter(|search| search.asking == Some(asking)) else { return };
    search.asking = None;
    match answer {
        Ok(found) => {
            let found = found.unwrap_or_default();
            search.more = found.after.is_some();
            search.found.extend(found.hits.into_iter().map(|hit| Found {
                cvr: hit.cvr,
                name: hit.name,
                address: hit.address,
                form: hit.form,
                status: hit.status,
            }));
            state.search_after = found.after;
        }
        Err(problem) => search.problem = Some(problem),
    }
}
