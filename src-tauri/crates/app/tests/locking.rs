//! Locking: the cases are closed once everything is saved, and the program is started anew, so that nothing
//! of them stays in its memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::effect::Effect;
use app::input::{CloseInput, Input, VaultInput};
use app::intent::{CaseIntent, Intent, VaultIntent};
use app::model::{LockedCases, OpenFor, Theme, Update, Ways};
use app::{App, Phase};
use domain::problem::Problem;
use domain::{Environment, Language, Secret};
use engine::Engine;
use engine::drafts::now;
use engine::steps::{id, with_draft};

#[test]
fn locking_closes_once_everything_is_saved_and_cancels_the_login() {
    let mut engine = with_draft();
    engine.of_case(&id(), CaseIntent::Approve);
    engine.take();
    engine.intent(Intent::Vault(VaultIntent::Lock));
    let [lock, start] = locked(false);
    assert_eq!(engine.take(), [Effect::CancelLogin, lock, start]);
    let Phase::Closed(closed) = &engine.app.phase else { panic!("closed") };
    assert_eq!((closed.problem, closed.ways.recovery), (Problem::Locked, true));
}

/// What a lock does: the cases are closed, and then the program is started anew.
fn locked(by_itself: bool) -> [Effect; 2] {
    let environment = Environment::Practice;
    let (language, theme) = Default::default();
    let cases = LockedCases { environment, by_itself, language, theme };
    [Effect::LockVault(cases), Effect::StartAnew(cases)]
}

#[test]
fn what_the_person_does_while_the_program_starts_anew_counts() {
    let started = |is_there| Input::Vault(VaultInput::StartedAnew(is_there));
    let lock = |engine: &mut Engine| {
        engine.intent(Intent::Vault(VaultIntent::Lock));
        engine.take()
    };
    let mut engine = with_draft();
    assert_eq!(lock(&mut engine), locked(false));
    engine.input(started(true));
    assert_eq!(engine.take(), [Effect::CloseWindow], "nobody has touched the page: it gives way");

    let mut engine = with_draft();
    lock(&mut engine);
    engine.input(started(false));
    assert!(engine.take().is_empty() && matches!(engine.app.phase, Phase::Closed(_)));

    // They close the window, which would not be closed if another stood there.
    let mut engine = with_draft();
    lock(&mut engine);
    engine.input(Input::Close(CloseInput::Requested));
    engine.take();
    engine.input(started(true));
    assert_eq!(engine.take(), [Effect::EndOther]);

    // They typed the passphrase here, and it is being tried.
    let mut engine = with_draft();
    lock(&mut engine);
    let passphrase = Secret::new("en lang sætning".to_owned());
    engine.intent(Intent::Vault(VaultIntent::UnlockWithPassphrase(passphrase)));
    engine.take();
    engine.input(started(true));
    assert_eq!(engine.take(), [Effect::EndOther]);

    // They are in again, and lock once more before the first other one is there: there is never a
    // second.
    let mut engine = with_draft();
    lock(&mut engine);
    engine.unlock();
    engine.take();
    assert_eq!(lock(&mut engine), locked(false)[..1]);
    engine.input(started(true));
    assert_eq!(engine.take(), [Effect::CloseWindow]);
}

#[test]
fn an_update_that_is_put_in_place_is_not_torn_away_by_a_lock() {
    let mut engine = with_draft();
    engine.app.common.services.update = Update::Installing;
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert_eq!(engine.take(), locked(false)[..1], "it starts the program anew itself");
}

#[test]
fn what_was_locked_is_opened_for_the_person_alone() {
    let cases = LockedCases {
        environment: Environment::Live,
        by_itself: true,
        language: Language::English,
        theme: Theme::Dark,
    };
    let mut app = App::locked(cases);
    assert_eq!((app.common.language, app.common.theme), (Language::English, Theme::Dark));
    let mut say = |input| app::update(&mut app, input, now());
    let start = |locked| Effect::OpenVault(OpenFor::Start(locked));
    let wired = || Input::Wired(Ok(Box::default()));
    assert_eq!(say(wired()), [start(Some(Problem::LockedItself))]);
    say(Input::Vault(VaultInput::Closed(Problem::LockedItself, Ways::NONE)));
    let intent = Intent::Vault(VaultIntent::TryKeyStore);
    let fresh = domain::case::Token("f".into());
    assert_eq!(
        say(Input::Intent { intent, fresh }),
        [Effect::OpenVault(OpenFor::Person)],
        "they ask for it"
    );
}

#[test]
fn cases_lock_themselves_once_the_page_has_sent_what_was_typed() {
    let due = || Input::Vault(VaultInput::LockDue);
    let asked = |engine: &mut Engine| match engine.take().as_slice() {
        [Effect::AwaitPageToLock(query)] => *query,
        other => panic!("the page is asked, and nothing else: {other:?}"),
    };
    let locked_itself = |engine: &Engine| matches!(&engine.app.phase, Phase::Closed(closed) if closed.problem == Problem::LockedItself);

    let mut engine = with_draft();
    engine.input(due());
    let query = asked(&mut engine);
    engine.input(due());
    assert!(engine.take().is_empty(), "it is asked once");
    engine.intent(Intent::Vault(VaultIntent::Lock));
    assert_eq!(engine.take(), locked(true), "the page has answered");
    assert!(locked_itself(&engine));
    engine.input(Input::Vault(VaultInput::StartedAnew(false)));
    engine.unlock();
    engine.input(Input::Vault(VaultInput::LockOverdue(query)));
    assert!(engine.app.open().is_some(), "an answer to an earlier question locks nobody out");

    engine.input(due());
    let query = asked(&mut engine);
    engine.input(Input::Vault(VaultInput::LockOverdue(query)));
    assert_eq!(engine.take(), locked(true), "a page that does not answer holds nothing up");
    assert!(locked_itself(&engine));
    engine.input(due());
    assert!(engine.take().is_empty(), "what is closed is not closed again");
}
