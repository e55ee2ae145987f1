//! The way of a case to the disk: saved before it acts, and what stays when it cannot be saved.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::Phase;
use app::effect::Effect;
use app::input::{Input, VaultInput};
use app::intent::{CaseIntent, Intent, Navigation, VaultIntent};
use app::locking::Watch;
use app::model::{LockAfter, QueryId, Saved};
use app::route::{CasePage, Route};
use domain::case::{Case, CaseId, Delivery, DeliveryOutcome, Event, Stage, Token};
use domain::draft::Role;
use domain::parts::Part;
use domain::problem::Problem;
use engine::drafts::{CVR, drafting, whole};
use engine::steps::{attempt_of, go, id, number, page, with_draft};
use engine::{Engine, evidence};

/// The representative logs in, and has approved.
fn approve(engine: &mut Engine) {
    approve_with(engine, |_| ());
}

/// The same, with something that happens while the browser is open.
fn approve_with(engine: &mut Engine, meanwhile: impl FnOnce(&mut Engine)) {
    engine.of_case(&id(), CaseIntent::Approve);
    let attempt = attempt_of(&engine.take());
    meanwhile(engine);
    engine.event(
        &id(),
        Event::LoginEnded { attempt, outcome: Ok(evidence()), delivery: Token("d".into()) },
    );
}

#[test]
fn an_approval_is_saved_before_it_is_delivered() {
    let mut engine = with_draft();
    approve(&mut engine);
    assert!(matches!(engine.take().as_slice(), [Effect::Deliver(..)]));
    assert_eq!(page(&engine), &CasePage::Done);
    assert_eq!(engine.state().cases[&id()].link.as_ref().map(|link| link.number), Some(1));
}

#[test]
fn an_approval_that_cannot_be_saved_stays_in_memory_and_is_not_sent_until_it_is() {
    let mut engine = with_draft();
    approve_with(&mut engine, |engine| engine.fails = Some(Problem::DiskFull));
    assert!(engine.take().is_empty());
    let held = &engine.state().cases[&id()];
    assert_eq!(held.saved, Saved::Failed(Problem::DiskFull));
    let Stage::Approved(approved) = &held.case.stage else { panic!("the approval is kept") };
    assert!(matches!(approved.delivery, Delivery::NotSent { .. }));
    assert!(engine.app.has_unsaved());

    // Going elsewhere does not let it go, and locking does not throw it away.
    engine.intent(go(Navigation::Help));
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert!(engine.app.open().is_some() && engine.app.has_unsaved());

    engine.fails = None;
    engine.intent(go(Navigation::Case(id())));
    assert!(!engine.app.has_unsaved());
    assert!(matches!(engine.kept(&id()), Stage::Approved(_)));
    engine.of_case(&id(), CaseIntent::Deliver);
    assert!(matches!(engine.take().as_slice(), [Effect::Deliver(..)]));
}

#[test]
fn what_is_typed_while_several_cases_are_saved_again_is_kept_too() {
    let other = CaseId("f".repeat(32));
    let draft = || drafting(domain::draft::Draft::default());
    let mut engine = Engine::open([draft(), Case { id: other.clone(), ..draft() }]);
    // The other case waits for the register, so it stays in memory.
    engine.intent(go(Navigation::Part(other.clone(), Part::Organisation)));
    engine.of_case(&other, CaseIntent::Answer(number(CVR)));
    let [Effect::LookUp(_, QueryId(ask), _)] = engine.take()[..] else { panic!("asked") };
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    engine.fails = Some(Problem::DiskFull);
    engine.of_case(&id(), CaseIntent::Answer(number("1374")));
    engine.event(&other, Event::LookedUp { ask, outcome: Err(Problem::RegisterDown) });
    assert_eq!(engine.state().unsaved().count(), 2);
    engine.fails = None;
    engine.of_case(&id(), CaseIntent::Answer(number("137481")));
    assert!(engine.state().saving.is_empty() && !engine.app.has_unsaved());
    let Stage::Drafting(kept) = engine.kept(&id()) else { panic!("still a draft") };
    assert_eq!(kept.cvr, "137481");
}

#[test]
fn what_was_typed_stays_when_it_cannot_be_saved_and_nothing_is_asked_of_the_register() {
    let mut engine = Engine::open([drafting(domain::draft::Draft::default())]);
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    engine.fails = Some(Problem::NotSaved);
    engine.of_case(&id(), CaseIntent::Answer(number(CVR)));
    assert!(engine.take().is_empty());
    assert_eq!(engine.state().draft(&id()).unwrap().cvr, CVR);
    assert_eq!(engine.state().notice.problem, Some(Problem::NotSaved));
    engine.fails = None;
    engine.input(Input::Ending);
    assert!(!engine.app.has_unsaved());
    let Stage::Drafting(draft) = engine.kept(&id()) else { panic!("still a draft") };
    assert_eq!(draft.cvr, CVR);
    assert_eq!(engine.state().notice.problem, None);
}

#[test]
fn a_case_that_is_not_in_memory_is_read_when_something_happens_to_it() {
    let mut engine = with_draft();
    approve(&mut engine);
    engine.take();
    engine.event(
        &id(),
        Event::DeliveryEnded { id: Token("d".into()), outcome: DeliveryOutcome::NotSent },
    );
    engine.intent(go(Navigation::Help));
    assert!(engine.state().cases.is_empty(), "nothing is under way with it");
    engine.of_case(&id(), CaseIntent::Deliver);
    assert!(matches!(engine.take().as_slice(), [Effect::Deliver(..)]));
}

#[test]
fn a_case_that_cannot_be_read_is_said_and_the_others_stay() {
    let mut engine = Engine::open([drafting(whole(Role::Representative))]);
    engine.fails = Some(Problem::CaseDamaged);
    engine.intent(go(Navigation::Case(id())));
    assert_eq!(engine.state().notice.problem, Some(Problem::CaseDamaged));
    assert!(matches!(engine.route(), Route::Cases(_)) && engine.state().waiting.is_empty());
}

#[test]
fn at_the_start_each_case_asks_again_for_what_it_still_wants() {
    let mut engine = with_draft();
    approve(&mut engine);
    let mut again = Engine::open(engine.stored.into_values());
    assert!(
        matches!(again.take().as_slice(), [Effect::Deliver(_, id, ..)] if id.0 == "d"),
        "under its own id"
    );
}

#[test]
fn a_login_in_progress_is_not_cut_off_by_the_lock() {
    let mut engine = with_draft();
    engine.of_case(&id(), CaseIntent::Approve);
    let login = engine.take();
    engine.input(Input::Vault(VaultInput::LockDue));
    assert!(engine.take().is_empty() && engine.state().locking.is_none(), "{login:?}");
    assert!(engine.state().login.is_some(), "its answer is still waited for");
}

#[test]
fn what_could_not_be_saved_is_not_locked_away() {
    let mut engine = with_draft();
    approve_with(&mut engine, |engine| engine.fails = Some(Problem::DiskFull));
    engine.input(Input::Vault(VaultInput::LockDue));
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert!(engine.app.open().is_some() && engine.app.has_unsaved(), "the approval is in memory");
    engine.fails = None;
    engine.input(Input::Vault(VaultInput::LockDue));
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert!(matches!(engine.app.phase, Phase::Closed(_)), "said again, it saves that and locks");
}

#[test]
fn the_lock_is_looked_after_again_once_a_backup_was_taken_in() {
    let mut engine = with_draft();
    assert_eq!(Watch::of(&engine.app), Watch::Open(LockAfter::QuarterHour));
    // As while a backup is taken in.
    engine.app.phase = Phase::Opening(None);
    assert_eq!(Watch::of(&engine.app), Watch::Pausing);
    engine.unlock();
    assert_eq!(Watch::of(&engine.app), Watch::Open(LockAfter::QuarterHour));
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert_eq!(Watch::of(&engine.app), Watch::Over);
}
