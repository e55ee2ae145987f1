//! The system's notification of what is near, without a system: at most once a day, only what was
//! allowed, and nothing while the cases are closed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::effect::Effect;
use app::effect::Notification;
use app::input::Input;
use app::intent::{Intent, SettingsIntent, VaultIntent};
use app::model::Notify;
use domain::case::{Case, CaseId, Event, Outcome};
use domain::draft::Role;
use domain::problem::Problem;
use engine::Engine;
use engine::drafts::{drafting, go, later, whole};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A case of this number that was said to be concluded so many days ago.
fn concluded(number: char, days_ago: i64) -> Case {
    let case = go(&drafting(whole(Role::Representative)), Event::GuideBegun).0;
    let on = today().saturating_sub(days_ago.days());
    let case = go(&case, Event::OutcomeStated(Outcome::Concluded { on })).0;
    Case { id: CaseId(number.to_string().repeat(32)), ..case }
}

fn today() -> Date {
    later().today
}

fn allow(engine: &mut Engine, notify: Notify) -> Vec<Notification> {
    engine.take();
    engine.intent(Intent::Settings(SettingsIntent::SetNotify(notify)));
    shown(engine)
}

fn day_began(engine: &mut Engine) -> Vec<Notification> {
    engine.take();
    engine.input(Input::DayBegan);
    shown(engine)
}

fn shown(engine: &mut Engine) -> Vec<Notification> {
    let notified = |effect| match effect {
        Effect::Notify(notification) => Some(notification),
        _ => None,
    };
    engine.take().into_iter().filter_map(notified).collect()
}

#[test]
fn nothing_is_shown_before_it_is_allowed_and_then_once_a_day() {
    let mut engine = Engine::open([concluded('b', 60)]);
    assert_eq!(shown(&mut engine), [], "the link expires today, and nobody has allowed it");
    assert_eq!(day_began(&mut engine), []);
    let first = allow(&mut engine, Notify::Plain);
    assert_eq!(first.len(), 1, "at once, so that the person sees how it looks");
    engine.input(Input::Notified(first[0].day, Ok(())));
    assert_eq!(allow(&mut engine, Notify::Named), [], "once a day");
    assert_eq!(day_began(&mut engine), []);
}

#[test]
fn what_is_shown_names_nobody_unless_that_is_wished() {
    let name = "Nordlys Tømrer & Snedker ApS";
    let cases = || [concluded('b', 60), concluded('c', 59)];
    for (notify, several, text) in [
        (Notify::Plain, false, "En dato i Tilslut er nær".to_owned()),
        (Notify::Plain, true, "2 datoer i Tilslut er nær".to_owned()),
        (Notify::Named, false, format!("{name}: Linket til opsætning udløber i dag")),
        (Notify::Named, true, format!("{name}: Linket til opsætning udløber i dag\nog 1 til")),
    ] {
        let mut engine = Engine::open(cases().into_iter().take(if several { 2 } else { 1 }));
        let shown = allow(&mut engine, notify);
        assert_eq!(shown.len(), 1, "{notify:?}");
        assert_eq!((shown[0].title.as_str(), &shown[0].text), ("PRØVE – Tilslut", &text));
        assert!(!format!("{shown:?}").contains(name), "no log says it");
    }
}

/// What is due tomorrow or was missed is told; what is later is not, nor a reminder of a link that
/// has expired.
#[test]
fn only_what_is_near_and_still_says_something_is_told() {
    for (days_ago, told) in [
        (30, None),
        (45, Some("Mind administratorerne om opsætningen i morgen")),
        (59, Some("Linket til opsætning udløber i morgen")),
        (61, Some("overskredet")),
    ] {
        let mut engine = Engine::open([concluded('b', days_ago)]);
        let shown = allow(&mut engine, Notify::Named);
        assert_eq!(shown.is_empty(), told.is_none(), "{days_ago}: {shown:?}");
        if let (Some(shown), Some(told)) = (shown.first(), told) {
            assert!(shown.text.contains(told), "{days_ago}: {}", shown.text);
        }
    }
    let mut engine = Engine::open([concluded('b', 61)]);
    let shown = allow(&mut engine, Notify::Named);
    assert!(!shown[0].text.contains('\n'), "one date is left: {}", shown[0].text);
}

#[test]
fn while_the_cases_are_closed_nothing_is_shown() {
    let mut engine = Engine::open([concluded('b', 60)]);
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert_eq!(allow(&mut engine, Notify::Named), []);
    assert_eq!(day_began(&mut engine), []);
}

#[test]
fn what_nobody_shows_is_told_and_tried_again() {
    let mut engine = Engine::open([concluded('b', 60)]);
    let first = allow(&mut engine, Notify::Plain);
    engine.input(Input::Notified(first[0].day, Err(Problem::NotificationNotShown)));
    assert_eq!(engine.state().notice.problem, Some(Problem::NotificationNotShown));
    assert_eq!(allow(&mut engine, Notify::Plain).len(), 1);
}
