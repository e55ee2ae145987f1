//! Closing the window: what was typed is sent first, and what could not be saved is told before it
//! is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{Answers, Need, PeopleName};
use contract::{CasesIntent, Intent, Navigation, Page};
use std::sync::atomic::Ordering;
use std::time::Duration;
use support::{Installation, Tilslut};

fn closed(tilslut: &Tilslut) -> usize {
    tilslut.desktop.closed.load(Ordering::SeqCst)
}

fn several() -> Answers {
    Answers::Need(Need {
        people: Some(PeopleName::Several),
        kind: None,
        signs_alone: None,
        connected: None,
    })
}

#[test]
fn the_page_sends_what_was_typed_before_the_window_closes() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.engine.close_requested();
    assert!(tilslut.view().closing, "the page is asked");
    assert_eq!(closed(&tilslut), 0, "and the window waits for it");
    tilslut.answer(&case, several());
    assert!(tilslut.view().closing, "an answer is not the end of it");
    assert!(!tilslut.send(Intent::Navigation { intent: Navigation::CloseWindow }).closing);
    tilslut.wait_closed();
    tilslut.close();

    let again = machine.start();
    let Page::Need { answers, .. } =
        again.go(Navigation::Part { case, part: contract::PartName::Need }).page
    else {
        panic!("need")
    };
    assert_eq!(answers.people, Some(PeopleName::Several), "what was typed last is there");
}

#[test]
fn a_page_that_does_not_answer_does_not_hold_the_window() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let before = tilslut.view().revision;
    *tilslut.desktop.page_patience.lock().unwrap() = Some(Duration::ZERO);
    tilslut.engine.close_requested();
    tilslut.wait("the page's time to pass", |view| view.revision > before + 1 && !view.closing);
    tilslut.wait_closed();
}

#[test]
fn nobody_closes_the_window_unasked() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert!(!tilslut.send(Intent::Navigation { intent: Navigation::CloseWindow }).closing);
    assert_eq!(closed(&tilslut), 0);
}
