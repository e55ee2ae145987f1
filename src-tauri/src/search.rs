//! Questions to the register: about one number, and for organisations by their name.

use crate::engine::Engine;
use crate::wiring::World;
use app::input::{CaseInput, Input};
use app::model::QueryId;
use app::route::SearchHit;
use domain::case::{CaseId, Event};
use domain::cvr::CvrNumber;

/// Asks about a number.
pub async fn look_up(engine: &Engine, world: &World, case: CaseId, query: QueryId, cvr: CvrNumber) {
    let parts = world.parts();
    let outcome = parts.register.look_up(cvr, world.now()).await.map(Box::new);
    // How many look-ups were used today is kept, so that a restart does not forget it.
    engine.with_vault(|vault| parts.register.keep_quota(vault));
    engine.notify_case(case, Event::LookedUp { ask: query.0, outcome });
}

/// Asks for organisations with these words in their name: the first, or those after an earlier
/// answer.
pub async fn search(
    engine: &Engine,
    world: &World,
    case: CaseId,
    query: QueryId,
    words: &str,
    after: Option<QueryId>,
) {
    let answer = world.parts().register.search(words, query, after, world.now()).await;
    let found = answer.map(|found| {
        let (hits, more) =
            found.map(|found| (found.hits, found.after.is_some())).unwrap_or_default();
        let hit = |hit: register::Hit| SearchHit {
            cvr: hit.cvr,
            name: hit.name,
            address: hit.address,
            form: hit.form,
            status: hit.status,
            status_text: hit.status_text,
        };
        (hits.into_iter().map(hit).collect(), more)
    });
    engine.notify(Input::Case(case, CaseInput::Found(query, found)));
}
