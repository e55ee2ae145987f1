//! Closing the window loses nothing without a word, and nothing holds the window for ever.

use domain::closing::{Closing, Outcome};

#[test]
fn the_page_is_asked_before_the_window_closes() {
    let mut closing = Closing::default();
    assert_eq!(closing.requested(), Outcome::Ask(1));
    assert!(closing.is_waiting());
    assert_eq!(closing.requested(), Outcome::Wait, "a second press while the page sends");
    assert_eq!(closing.answered(false), Outcome::Close);
    assert_eq!(
        closing.answered(false),
        Outcome::Wait,
        "an answer that nobody waits for closes nothing"
    );
}

#[test]
fn a_page_that_does_not_answer_does_not_hold_the_window() {
    let mut closing = Closing::default();
    closing.requested();
    assert_eq!(closing.overdue(1, false), Outcome::Close);
    let mut closing = Closing::default();
    closing.requested();
    assert_eq!(closing.overdue(1, true), Outcome::Warn);
    assert_eq!(closing.answered(true), Outcome::Wait, "it answers too late");
    closing.requested();
    assert_eq!(closing.overdue(1, true), Outcome::Wait, "the time of the attempt before");
    assert_eq!(closing.overdue(2, true), Outcome::Close, "the second time the person means it");
}

#[test]
fn what_is_unsaved_is_told_again_after_something_was_saved() {
    let mut closing = Closing::default();
    let mut close = |unsaved| {
        closing.requested();
        let outcome = closing.answered(unsaved);
        if !unsaved {
            closing.saved();
        }
        outcome
    };
    assert_eq!(close(true), Outcome::Warn);
    assert_eq!(close(true), Outcome::Close, "told already");
    closing.saved();
    closing.requested();
    assert_eq!(
        closing.answered(true),
        Outcome::Warn,
        "saved in between, so this is lost for the first time"
    );
}
