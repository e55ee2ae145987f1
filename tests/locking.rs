//! Cases that nobody looks after lock themselves, in the program as it runs: with the clock, the page
//! that is asked first, what the system says, and the program that is started in the place of this one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::input::{Input, VaultInput};
use app::model::{LockedCases, Theme};
use contract::answers::{Answers, Need, PeopleName};
use contract::intent::LockAfterName;
use contract::{
    CasesIntent, Intent, LanguageName, Navigation, Page, PartName, SettingsIntent, VaultIntent,
    View,
};
use domain::{Environment, Language};
use std::sync::atomic::Ordering;
use std::time::Duration;
use support::{Installation, Tilslut};

fn people(people: PeopleName) -> Answers {
    Answers::Need(Need { people: Some(people), kind: None, signs_alone: None, connected: None })
}

fn lock_after(tilslut: &Tilslut, after: LockAfterName) {
    tilslut.send(Intent::Settings { intent: SettingsIntent::SetLockAfter { after } });
}

fn lock(tilslut: &Tilslut) -> View {
    tilslut.send(Intent::Vault { intent: VaultIntent::Lock })
}

/// Opens the cases with the key store, as the person asks.
fn unlock(tilslut: &Tilslut) {
    tilslut.send(Intent::Vault { intent: VaultIntent::TryKeyStore });
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
}

#[test]
fn when_nobody_was_there_for_the_time_that_was_set() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.answer(&case, people(PeopleName::Several));
    tilslut.close();

    let tilslut = machine.start_locking_after(Duration::from_millis(1));
    tilslut.wait("the page to be asked", |view| view.locking);
    tilslut.answer(&case, people(PeopleName::One));
    assert!(tilslut.view().locking, "nothing is closed before it has sent everything");
    let locked = tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    assert_eq!(locked.problem.as_deref(), Some("locked-itself"));
    assert_eq!((locked.case_count, locked.case.is_none()), (0, true), "it knows no case");
    assert!(tilslut.engine.with_vault(|_| ()).is_none(), "and the key is gone");
    drop(tilslut);

    let again = machine.start();
    assert_eq!(again.view().problem.as_deref(), Some("locked-itself"), "and it stays so");
    unlock(&again);
    let need = again.go(Navigation::Part { case, part: PartName::Need });
    let Page::Need { answers, .. } = need.page else { panic!("need") };
    assert_eq!(answers.people, Some(PeopleName::One), "what was typed last is there");
}

#[test]
fn a_page_that_does_not_answer_does_not_hold_it_up() {
    let machine = Installation::new();
    let tilslut = machine.start();
    *tilslut.desktop.page_patience.lock().unwrap() = Some(Duration::ZERO);
    tilslut.engine.notify(Input::Vault(VaultInput::LockDue));
    tilslut.wait("the lock", |view| view.problem.as_deref() == Some("locked-itself"));
}

#[test]
fn when_the_system_goes_away_whatever_time_was_set() {
    let machine = Installation::new();
    let tilslut = machine.start();
    lock_after(&tilslut, LockAfterName::Never);
    *tilslut.desktop.page_patience.lock().unwrap() = Some(Duration::ZERO);
    let went_away = tilslut.desktop.wait_for_session_watch();
    went_away();
    // It returns only when the cases are closed: a machine that goes to sleep waits for that.
    assert_eq!(tilslut.engine.view().problem.as_deref(), Some("locked-itself"));
}

#[test]
fn the_choice_is_kept_and_a_crash_does_not_turn_it_off() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let shown = |tilslut: &Tilslut| match tilslut.go(Navigation::Settings).page {
        Page::Settings { lock_after, .. } => lock_after,
        other => panic!("{other:#?}"),
    };
    assert_eq!(shown(&tilslut), LockAfterName::QuarterHour, "as it comes");
    for after in [LockAfterName::Minute, LockAfterName::Never, LockAfterName::FiveMinutes] {
        lock_after(&tilslut, after);
        assert_eq!(shown(&tilslut), after);
    }
    drop(tilslut);
    let again = machine.start();
    assert_eq!(shown(&again), LockAfterName::FiveMinutes);
    // A word that a newer program wrote does not turn it off either.
    again.engine.with_vault(|vault| vault.set_setting("lock-after", "90")).unwrap().unwrap();
    again.close();
    assert_eq!(shown(&machine.start()), LockAfterName::QuarterHour);
}

#[test]
fn the_program_is_started_anew_once_the_file_is_let_go_and_gives_way() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let language = LanguageName::English;
    tilslut.send(Intent::Settings { intent: SettingsIntent::SetLanguage { language } });
    let (engine, folder) = (tilslut.engine.clone(), machine.folder.clone());
    *tilslut.desktop.starts.lock().unwrap() = Some(Box::new(move || {
        assert!(engine.with_vault(|_| ()).is_none(), "the key is gone before");
        let lock = std::fs::File::open(folder.join("tilslut-practice.lock")).unwrap();
        lock.try_lock().expect("and the cases are let go for the other one");
        assert!(folder.join("tilslut-practice.locked").exists(), "which finds them locked");
        true
    }));
    lock(&tilslut);
    tilslut.wait_closed();
    let told = tilslut.desktop.anew.lock().unwrap().clone();
    let cases = LockedCases {
        environment: Environment::Practice,
        by_itself: false,
        language: Language::English,
        theme: Theme::System,
    };
    assert_eq!(told, [(cases, None)]);
    assert_eq!(tilslut.desktop.other_ended.load(Ordering::SeqCst), 0);
}

#[test]
fn a_program_that_cannot_be_started_anew_is_locked_as_it_is() {
    let machine = Installation::new();
    let tilslut = machine.start();
    lock(&tilslut);
    tilslut.wait_for_desktop("the attempt", |desktop| !desktop.anew.lock().unwrap().is_empty());
    unlock(&tilslut);
    assert_eq!(tilslut.desktop.closed.load(Ordering::SeqCst), 0);
}

#[test]
fn who_unlocks_while_the_other_one_starts_keeps_this_one() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let engine = tilslut.engine.clone();
    *tilslut.desktop.starts.lock().unwrap() = Some(Box::new(move || {
        engine.send(Intent::Vault { intent: VaultIntent::TryKeyStore });
        true
    }));
    lock(&tilslut);
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    tilslut.wait_for_desktop("the other one to be ended", |desktop| {
        desktop.other_ended.load(Ordering::SeqCst) == 1
    });
    assert_eq!(tilslut.desktop.closed.load(Ordering::SeqCst), 0);
}

#[test]
fn a_window_that_is_closed_while_the_other_one_starts_takes_it_along() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let (go_on, waits) = std::sync::mpsc::channel::<()>();
    *tilslut.desktop.starts.lock().unwrap() = Some(Box::new(move || waits.recv().is_ok()));
    lock(&tilslut);
    let desktop = tilslut.desktop.clone();
    tilslut.close();
    assert_eq!(desktop.other_ended.load(Ordering::SeqCst), 1);
    drop(go_on);
}

#[test]
fn a_crash_a_plain_start_and_a_note_that_is_torn_leave_the_cases_locked() {
    let machine = Installation::new();
    let note = machine.folder.join("tilslut-practice.locked");
    let tilslut = machine.start();
    assert!(!note.exists(), "what is open is not locked");
    lock(&tilslut);
    // Killed: whatever of the other one was under way.
    drop(tilslut);
    for torn in [None, Some(""), Some("practice its")] {
        if let Some(torn) = torn {
            std::fs::write(&note, torn).unwrap();
        }
        let start = machine.start();
        let view = start.view();
        let Page::Closed { key_store: true, passphrase: false, .. } = view.page else {
            panic!("{:?}", view.page)
        };
        assert_eq!(view.problem.as_deref(), Some("locked"), "as it was");
        assert!(start.engine.with_vault(|_| ()).is_none(), "nothing is opened by itself");
    }
    let start = machine.start();
    unlock(&start);
    assert!(!note.exists(), "the person has unlocked them");
    drop(start);
    let page = machine.start().view().page;
    assert!(matches!(page, Page::Cases { .. }), "a crash while they are open locks nobody out");
}

#[test]
fn cases_that_another_window_has_open_are_told_of_at_a_locked_start_too() {
    let machine = Installation::new();
    let open = machine.start();
    std::fs::write(machine.folder.join("tilslut-practice.locked"), "practice person").unwrap();
    let second = machine.start();
    assert_eq!(second.view().problem.as_deref(), Some("vault-in-use"));
    drop(open);
}
