//! Cases that nobody looks after lock themselves, in the program as it runs: with the clock, the page
//! that is asked first, and what the system says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::input::{Input, VaultInput};
use contract::answers::{Answers, Need, PeopleName};
use contract::intent::LockAfterName;
use contract::{CasesIntent, Intent, Navigation, Page, PartName, SettingsIntent, VaultIntent};
use std::time::Duration;
use support::{Installation, Tilslut};

fn people(people: PeopleName) -> Answers {
    Answers::Need(Need { people: Some(people), kind: None, signs_alone: None, connected: None })
}

fn lock_after(tilslut: &Tilslut, after: LockAfterName) {
    tilslut.send(Intent::Settings { intent: SettingsIntent::SetLockAfter { after } });
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

    let need = machine.start().go(Navigation::Part { case, part: PartName::Need });
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
