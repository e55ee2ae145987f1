//! Deleting, putting back, and what has to be said first.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::Route;
use app::input::{CaseInput, Input};
use app::intent::{BinIntent, CaseIntent, CasesIntent, Intent, LoginIntent, Navigation};
use app::model::MovedTo;
use domain::case::{Case, CaseId, DeliveryOutcome, Event, Stage};
use domain::draft::Role;
use domain::problem::Problem;
use engine::drafts::{drafting, whole};
use engine::{Engine, evidence};

fn id() -> CaseId {
    CaseId("a".repeat(32))
}

fn draft() -> Case {
    Case { id: id(), ..drafting(whole(Role::Representative)) }
}

fn opened() -> Engine {
    let mut engine = Engine::open([draft()]);
    engine.intent(Intent::Navigation(Navigation::Case(id())));
    engine
}

fn delete(engine: &mut Engine, despite_keeping: bool) {
    engine.of_case(&id(), CaseIntent::Delete { despite_keeping });
}

fn approve(engine: &mut Engine) {
    engine.of_case(&id(), CaseIntent::Approve);
    let Stage::Approving(approving) = &engine.stored[&id()].stage else { panic!("no login") };
    let attempt = approving.attempt.clone();
    let delivery = engine.fresh();
    engine.event(&id(), Event::LoginEnded { attempt, outcome: Ok(evidence()), delivery });
}

#[test]
fn a_case_is_deleted_and_put_back_at_once_from_where_it_was_said() {
    let mut engine = opened();
    delete(&mut engine, false);
    assert!(engine.stored.is_empty() && engine.binned.contains_key(&id()));
    assert!(matches!(engine.route(), Route::Cases(list) if list.binned == 1));
    let moved = engine.state().notice.moved.clone().unwrap();
    assert_eq!((moved.case, moved.to), (id(), MovedTo::Bin));
    assert_eq!(engine.state().total, 0);
    engine.intent(Intent::Bin(BinIntent::PutBack(id())));
    assert_eq!(engine.stored[&id()], draft());
    assert_eq!(engine.state().total, 1);
    assert_eq!(engine.state().notice.moved.as_ref().unwrap().to, MovedTo::Back);
    // What is said belongs to the page.
    engine.intent(Intent::Navigation(Navigation::FollowUp));
    assert_eq!(engine.state().notice.moved, None);
}

#[test]
fn a_draft_in_which_nothing_is_answered_leaves_nothing_in_the_bin() {
    let mut engine = Engine::open([]);
    engine.intent(Intent::Cases(CasesIntent::Begin));
    let begun = engine.route().case().unwrap().clone();
    engine.of_case(&begun, CaseIntent::Delete { despite_keeping: false });
    assert!(engine.binned.is_empty());
    assert!(matches!(engine.route(), Route::Cases(_)));
}

#[test]
fn nothing_is_deleted_while_something_is_under_way_and_it_is_said_what() {
    let mut engine = opened();
    engine.of_case(&id(), CaseIntent::Approve);
    delete(&mut engine, true);
    assert_eq!(engine.state().notice.problem, Some(Problem::DeleteLogin));
    engine.intent(Intent::Login(LoginIntent::Cancel));
    let mut engine = opened();
    approve(&mut engine);
    delete(&mut engine, true);
    assert_eq!(engine.state().notice.problem, Some(Problem::DeleteDelivery));
    assert!(engine.binned.is_empty() && engine.stored.contains_key(&id()));
}

#[test]
fn what_is_to_be_kept_is_deleted_only_when_the_person_has_said_so_twice() {
    let mut engine = opened();
    approve(&mut engine);
    let Stage::Approved(approved) = &engine.stored[&id()].stage else { panic!("not approved") };
    let id_of_delivery = approved.delivery.id().unwrap().clone();
    engine.event(
        &id(),
        Event::DeliveryEnded { id: id_of_delivery, outcome: DeliveryOutcome::NotSent },
    );
    delete(&mut engine, false);
    assert_eq!(engine.state().notice.problem, Some(Problem::DeleteKept));
    assert!(engine.binned.is_empty());
    delete(&mut engine, true);
    assert!(engine.binned.contains_key(&id()));
}

#[test]
fn a_case_whose_save_failed_is_saved_first() {
    let mut engine = opened();
    engine.fails = Some(Problem::DiskFull);
    let mut answers = whole(Role::Representative);
    answers.representative.name = "En anden".into();
    engine.event(&id(), Event::Answered(Box::new(answers)));
    delete(&mut engine, false);
    assert!(engine.binned.is_empty());
    assert_eq!(engine.state().notice.problem, Some(Problem::DiskFull));
}

#[test]
fn what_comes_too_late_for_a_deleted_case_moves_nobody() {
    let mut engine = opened();
    delete(&mut engine, false);
    engine.intent(Intent::Navigation(Navigation::Settings));
    let late = Event::ProblemRead;
    engine.input(Input::Case(id(), CaseInput::Event(Box::new(late))));
    assert!(matches!(engine.route(), Route::Settings(_)), "{:?}", engine.route());
    assert_eq!(engine.state().notice.problem, None);
}

#[test]
fn whoever_asks_for_a_case_in_the_bin_is_told_where_it_lies() {
    let mut engine = opened();
    delete(&mut engine, false);
    engine.intent(Intent::Navigation(Navigation::Case(id())));
    assert!(matches!(engine.route(), Route::Cases(_)));
    assert_eq!(engine.state().notice.problem, Some(Problem::CaseInBin));
}

#[test]
fn the_bin_is_emptied_by_hand_of_what_it_shows_and_of_nothing_else() {
    let mut engine = opened();
    let empty = || Intent::Bin(BinIntent::Empty { case: id(), despite_keeping: true });
    engine.intent(Intent::Navigation(Navigation::Bin));
    engine.intent(empty());
    assert!(engine.stored.contains_key(&id()), "it is not in the bin");
    engine.intent(Intent::Navigation(Navigation::Case(id())));
    delete(&mut engine, false);
    engine.intent(empty());
    assert!(engine.binned.contains_key(&id()), "only from the page that shows what goes");
    engine.intent(Intent::Navigation(Navigation::Bin));
    engine.fails = Some(Problem::DiskFull);
    engine.intent(empty());
    assert!(engine.binned.contains_key(&id()));
    assert_eq!(engine.state().notice.problem, Some(Problem::DiskFull));
    engine.fails = None;
    engine.intent(Intent::Navigation(Navigation::Bin));
    engine.intent(empty());
    assert!(engine.binned.is_empty() && engine.gone.contains(&id()));
    assert_eq!(engine.state().notice.moved.as_ref().unwrap().to, MovedTo::Nowhere);
    assert!(matches!(engine.route(), Route::Bin(page) if page.binned.total == 0));
}
