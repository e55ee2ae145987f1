//! The rules that hold only because somebody stated something: each is shown in the window once it
//! was stated there, and not before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../app/tests/engine/mod.rs"]
mod engine;

use app::Answers;
use app::intent::{CaseIntent, GuideIntent, Intent, Navigation};
use contract::{Page, Shown, view};
use domain::Answer;
use domain::agreement::{AgreementEventKind, TypedEvent};
use domain::case::{CaseId, OutcomeKind, TypedOutcome};
use domain::draft::Role;
use domain::need::{NeedAnswers, People};
use domain::parts::Part;
use domain::person::TypedDate;
use engine::Engine;
use engine::drafts::{drafting, later, whole};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

fn id() -> CaseId {
    CaseId("a".repeat(32))
}

fn today() -> Date {
    later().today
}

fn opened() -> Engine {
    let mut engine = Engine::open([drafting(whole(Role::Representative))]);
    engine.intent(Intent::Navigation(Navigation::Part(id(), Part::Need)));
    engine
}

/// The rules that the page which is open tells of, on a day.
fn told(engine: &Engine, on: Date) -> BTreeSet<String> {
    let shown = Shown { revision: 1, version: "0", today: on, to_sign: None };
    let view = view(&engine.app, shown);
    let mut rules: BTreeSet<String> =
        view.preflight.into_iter().flat_map(|it| it.findings).map(|it| it.rule).collect();
    if let Page::Stated { after } = view.page {
        rules.extend(after.follow_up.into_iter().map(|it| it.rule));
        rules.extend(after.agreement.into_iter().flat_map(|it| it.findings).map(|it| it.rule));
    }
    rules
}

fn connected(engine: &mut Engine) {
    let need = NeedAnswers {
        people: Some(People::Several),
        connected: Some(Answer::Yes),
        ..NeedAnswers::default()
    };
    engine.of_case(&id(), CaseIntent::Answer(Answers::Need(need)));
}

fn outcome(engine: &mut Engine, kind: OutcomeKind) {
    engine.of_case(&id(), CaseIntent::Guide(GuideIntent::Begin));
    let typed = TypedOutcome {
        kind: Some(kind),
        on: TypedDate::from(today()),
        words: "Titlen mangler".into(),
        ..TypedOutcome::default()
    };
    engine.of_case(&id(), CaseIntent::Guide(GuideIntent::State(typed)));
}

fn sent(engine: &mut Engine) {
    outcome(engine, OutcomeKind::SentWithDocuments);
}

fn rejected(engine: &mut Engine) {
    sent(engine);
    outcome(engine, OutcomeKind::Rejected);
}

fn concluded(engine: &mut Engine) {
    outcome(engine, OutcomeKind::Concluded);
}

fn event(engine: &mut Engine, kind: AgreementEventKind, name: &str) {
    concluded(engine);
    for kind in [AgreementEventKind::AdministratorAppointed, kind] {
        let typed = TypedEvent {
            kind: Some(kind),
            who: Some(0),
            name: name.into(),
            on: TypedDate::from(today()),
        };
        engine.of_case(&id(), CaseIntent::StateEvent(typed));
    }
}

fn terminated(engine: &mut Engine) {
    event(engine, AgreementEventKind::Terminated, "Bo Dahl");
}

/// One of two.
fn leaves(engine: &mut Engine) {
    event(engine, AgreementEventKind::AdministratorLeaves, "Bo Dahl");
}

/// The only one: nobody else was appointed.
fn alone(engine: &mut Engine) {
    event(engine, AgreementEventKind::AdministratorLeaves, "");
}

/// The rule, what is stated, how many days later it is looked at, and from which day on it holds no
/// more, or does not yet.
#[test]
fn each_rule_of_what_was_stated_is_told_in_the_window() {
    type Say = fn(&mut Engine);
    let rows: [(&str, Say, i32, Option<i32>); 11] = [
        ("already-connected", connected, 0, None),
        ("application-rejected", rejected, 0, None),
        ("answer-expected", sent, 0, Some(30)),
        ("answer-overdue", sent, 30, Some(0)),
        ("set-up-link-running", concluded, 0, Some(50)),
        ("set-up-link-ends-soon", concluded, 50, Some(0)),
        ("set-up-link-expired", concluded, 61, Some(60)),
        ("termination-running", terminated, 0, Some(15)),
        ("terminated", terminated, 15, Some(14)),
        ("one-administrator-left", leaves, 0, None),
        ("no-administrator-left", alone, 0, None),
    ];
    for (rule, say, days, otherwise) in rows {
        let mut engine = opened();
        let on = |days: i32| today().saturating_add(days.days());
        assert!(!told(&engine, on(days)).contains(rule), "{rule} before anything was stated");
        say(&mut engine);
        let told_then = told(&engine, on(days));
        assert!(told_then.contains(rule), "{rule} is not told: {told_then:?}");
        if let Some(other) = otherwise {
            assert!(!told(&engine, on(other)).contains(rule), "{rule} after {other} days");
        }
        // It is kept: a restart tells the same.
        let stored = std::mem::take(&mut engine.stored);
        let mut again = Engine::open(stored.into_values());
        again.intent(Intent::Navigation(Navigation::Case(id())));
        assert!(told(&again, on(days)).contains(rule), "{rule} after a restart");
    }
}
