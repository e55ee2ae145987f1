//! What tests of the core begin with, and how they look at the page that is open.

use super::Engine;
use super::drafts::{drafting, whole};
use app::answers::Answers;
use app::effect::Effect;
use app::intent::{Intent, Navigation};
use app::route::{CasePage, Route};
use domain::case::{CaseId, Token};
use domain::draft::{ReporterAnswers, Role};
use domain::lookup::TypedOrganisation;

pub fn go(navigation: Navigation) -> Intent {
    Intent::Navigation(navigation)
}

pub fn id() -> CaseId {
    drafting(whole(Role::Representative)).id
}

/// A program with one whole draft of a representative, whose tasks are open.
pub fn with_draft() -> Engine {
    let mut engine = Engine::open([drafting(whole(Role::Representative))]);
    engine.intent(go(Navigation::Case(id())));
    engine
}

pub fn attempt_of(effects: &[Effect]) -> Token {
    let attempt = effects.iter().find_map(|effect| match effect {
        Effect::LogIn { attempt, .. } | Effect::ListOrganisations(_, attempt, _) => {
            Some(attempt.clone())
        }
        _ => None,
    });
    attempt.expect("a login begins")
}

pub fn page(engine: &Engine) -> &CasePage {
    match engine.route() {
        Route::Case { page, .. } => page,
        other => panic!("not a page of a case: {other:?}"),
    }
}

pub fn number(cvr: &str) -> Answers {
    let reporter = ReporterAnswers::default();
    Answers::Organisation {
        cvr: cvr.into(),
        typed: TypedOrganisation::default(),
        role: None,
        reporter,
    }
}
