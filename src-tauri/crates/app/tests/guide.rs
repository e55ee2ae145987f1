//! Beside the official site, without a window: when the companion is shown and the window narrow,
//! what is copied and for how long, and what becomes of the answer to how it went.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::effect::Effect;
use app::input::{GuideInput, Input};
use app::intent::{CaseIntent, GuideIntent, Intent, Navigation, VaultIntent};
use app::model::{QueryId, WindowShape};
use app::{CasePage, Route};
use domain::case::{CaseId, OutcomeKind, ScreenId, Stage, TypedOutcome};
use domain::draft::Role;
use domain::guided::ValueKind;
use domain::person::TypedDate;
use domain::problem::Problem;
use domain::summary::{CaseState, progress};
use engine::Engine;
use engine::drafts::{drafting, now, whole};

fn id() -> CaseId {
    CaseId("a".repeat(32))
}

/// Live with nothing set up: nobody approves in Tilslut.
fn opened() -> Engine {
    let mut engine = Engine::open([drafting(whole(Role::Representative))]);
    engine.app.common.services.approves = false;
    engine.intent(Intent::Navigation(Navigation::Check(id())));
    engine
}

fn guide(engine: &mut Engine, intent: GuideIntent) -> Vec<Effect> {
    want(engine, Intent::Case(id(), CaseIntent::Guide(intent)))
}

/// What has to be done outside when a person wants this.
fn want(engine: &mut Engine, intent: Intent) -> Vec<Effect> {
    engine.take();
    engine.intent(intent);
    engine.take()
}

/// The program is killed and started again.
fn restart(engine: &mut Engine) {
    let stored = std::mem::take(&mut engine.stored);
    *engine =
        Engine { links: std::mem::take(&mut engine.links), ..Engine::open(stored.into_values()) };
    engine.app.common.services.approves = false;
}

fn page(engine: &Engine) -> CasePage {
    match &engine.state().route {
        Route::Case { page, .. } => page.clone(),
        other => panic!("no case: {other:?}"),
    }
}

fn begun() -> Engine {
    let mut engine = opened();
    let effects = guide(&mut engine, GuideIntent::Begin);
    assert!(effects.contains(&Effect::ShapeWindow), "{effects:?}");
    engine
}

fn concluded() -> GuideIntent {
    GuideIntent::State(TypedOutcome {
        kind: Some(OutcomeKind::Concluded),
        on: TypedDate::from(now().today),
        ..TypedOutcome::default()
    })
}

#[test]
fn the_window_is_narrow_for_as_long_as_the_companion_is_open() {
    let mut engine = begun();
    assert_eq!(engine.app.common.window, WindowShape::Companion { on_top: true });
    let effects = guide(&mut engine, GuideIntent::KeepOnTop(false));
    assert_eq!(effects, [Effect::ShapeWindow]);
    assert_eq!(engine.app.common.window, WindowShape::Companion { on_top: false });
    guide(&mut engine, GuideIntent::Show(ScreenId("receipt".into())));
    assert!(matches!(page(&engine), CasePage::Guide(_)));
    for leave in [
        Intent::Navigation(Navigation::Cases),
        Intent::Case(id(), CaseIntent::Guide(GuideIntent::Ask)),
        Intent::Vault(VaultIntent::Lock),
    ] {
        let mut engine = begun();
        let effects = want(&mut engine, leave.clone());
        assert!(effects.contains(&Effect::ShapeWindow), "{leave:?}: {effects:?}");
        assert_eq!(engine.app.common.window, WindowShape::Whole, "{leave:?}");
    }
}

#[test]
fn with_a_mitid_service_the_official_way_stays_open() {
    let mut engine = opened();
    engine.app.common.services.approves = true;
    guide(&mut engine, GuideIntent::Begin);
    assert!(matches!(engine.kept(&id()), Stage::Guided(_)));
}

#[test]
fn what_is_left_for_later_is_found_again_where_the_question_is() {
    let mut engine = begun();
    engine.intent(Intent::Navigation(Navigation::Cases));
    restart(&mut engine);
    engine.intent(Intent::Navigation(Navigation::Case(id())));
    assert_eq!(page(&engine), CasePage::Outcome);
    guide(&mut engine, concluded());
    assert_eq!(page(&engine), CasePage::Stated);
    restart(&mut engine);
    engine.intent(Intent::Navigation(Navigation::Case(id())));
    assert_eq!(page(&engine), CasePage::Stated);
    let case = engine.state().case(&id()).unwrap();
    assert_eq!(progress(case, now().today).state, CaseState::StatedConcluded);
}

#[test]
fn an_answer_that_is_wrong_stays_to_be_put_right() {
    let mut engine = begun();
    guide(&mut engine, GuideIntent::Ask);
    guide(&mut engine, GuideIntent::State(TypedOutcome::default()));
    let wrong: Vec<_> = engine.state().notice.field_problems.iter().map(|it| it.problem).collect();
    assert_eq!((page(&engine), wrong), (CasePage::Outcome, vec![Problem::OutcomeMissing]));
}

#[test]
fn a_value_leaves_the_clipboard_and_only_the_last_one_is_told_of() {
    let mut engine = begun();
    guide(&mut engine, GuideIntent::Show(ScreenId("organisation".into())));
    let copied = |effects: Vec<Effect>| -> (QueryId, String) {
        match effects.as_slice() {
            [Effect::CopyValue(query, text)] => (*query, text.expose().clone()),
            other => panic!("nothing is copied: {other:?}"),
        }
    };
    let (first, text) = copied(guide(&mut engine, GuideIntent::Copy(ValueKind::Cvr)));
    assert_eq!(text, "13748136");
    engine.input(Input::Guide(GuideInput::Copied(first, Ok(()))));
    assert!(engine.state().copied.as_ref().unwrap().until.is_some());
    let (second, _) = copied(guide(&mut engine, GuideIntent::Copy(ValueKind::Cvr)));
    engine.input(Input::Guide(GuideInput::Cleared(first, Ok(()))));
    assert!(engine.state().copied.is_some(), "the second lies there now");
    engine.input(Input::Guide(GuideInput::Cleared(second, Err(Problem::NotCleared))));
    assert_eq!(engine.state().copied, None);
    assert_eq!(engine.state().notice.problem, Some(Problem::NotCleared));
    let none = guide(&mut engine, GuideIntent::Copy(ValueKind::AdministratorEmail));
    assert_eq!(none, [], "this screen does not ask for it");
}

#[test]
fn a_case_that_is_over_goes_on_as_another_or_not_at_all() {
    let mut engine = begun();
    guide(&mut engine, concluded());
    engine.fails = Some(Problem::DiskFull);
    guide(&mut engine, GuideIntent::UseAgain);
    assert_eq!(engine.state().notice.problem, Some(Problem::DiskFull));
    assert!(engine.state().case(&id()).unwrap().history.copied_as.is_none());
    engine.fails = None;
    guide(&mut engine, GuideIntent::UseAgain);
    let copy = engine.state().route.case().unwrap().clone();
    assert_ne!(copy, id());
    assert!(matches!(engine.kept(&copy), Stage::Drafting(_)));
    assert_eq!(engine.state().total, 2);
}
