//! How long a deleted case rests, whatever the clock of the computer says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::bin::{REST, Rest, Turn, kept_until};
use domain::retention::Retention;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// The day on which a case is gone, when the program is open on these days; and whether it was.
fn gone_on(deleted: Date, open_on: impl IntoIterator<Item = Date>) -> Option<Date> {
    let mut rest = Rest::from(deleted);
    for today in open_on {
        match rest.turn(today) {
            Turn::Rest => {}
            Turn::BeginLastWeek => rest.last_week = Some(today),
            Turn::ForgetLastWeek => rest.last_week = None,
            Turn::Empty => return Some(today),
        }
    }
    None
}

fn days(from: Date, count: i32) -> impl Iterator<Item = Date> {
    (0..count).map(move |day| from.saturating_add(day.days()))
}

#[test]
fn who_opens_the_program_every_day_has_a_case_gone_after_thirty_days() {
    let deleted = date(2026, 11, 29);
    assert_eq!(gone_on(deleted, days(deleted, 365)), Some(date(2026, 12, 29)));
    // Each Monday is often enough: on the first one after the thirty days.
    let mondays = days(date(2026, 11, 30), 365).step_by(7);
    assert_eq!(gone_on(deleted, mondays), Some(date(2027, 1, 4)));
}

#[test]
fn no_single_day_empties_anything() {
    let deleted = date(2026, 11, 29);
    // A year later the program is opened for the first time: a week more.
    assert_eq!(gone_on(deleted, days(date(2027, 11, 29), 7)), None);
    assert_eq!(gone_on(deleted, days(date(2027, 11, 29), 8)), Some(date(2027, 12, 6)));
    // The clock was years ahead for some days, and was put right.
    let wrong = days(date(2036, 1, 1), 6).chain(days(date(2026, 12, 1), 365));
    assert_eq!(gone_on(deleted, wrong), Some(date(2026, 12, 29)));
    // It was years behind when the case was deleted.
    let behind = gone_on(date(2015, 1, 1), days(date(2026, 11, 29), 365));
    assert_eq!(behind, Some(date(2026, 12, 6)));
    // A day that is opened twice is one day.
    let late = date(2027, 11, 29);
    assert_eq!(gone_on(deleted, std::iter::repeat_n(late, 50)), None);
}

#[test]
fn what_is_said_to_be_the_day_is_the_day_for_who_opens_the_program_every_day() {
    let rest = Rest::from(date(2026, 11, 29));
    assert_eq!(rest.gone(date(2026, 11, 29)), date(2026, 12, 29));
    assert_eq!(rest.gone(date(2027, 2, 1)), date(2027, 2, 8), "the last week is not seen yet");
    let noted = Rest { last_week: Some(date(2026, 12, 22)), ..rest };
    assert_eq!(noted.gone(date(2026, 12, 25)), date(2026, 12, 29));
}

#[test]
fn a_case_is_to_be_kept_as_long_as_its_newest_receipt() {
    let (retention, today) = (Retention::default(), date(2026, 11, 29));
    assert_eq!(kept_until(None, retention, today), None, "nothing was approved or recorded");
    let kept = |papers| kept_until(Some(papers), retention, today);
    assert_eq!(kept(date(2026, 11, 29)), Some(date(2031, 12, 31)));
    assert_eq!(kept(date(2021, 1, 1)), Some(date(2026, 12, 31)));
    assert_eq!(kept(date(2020, 12, 31)), None, "the time is over");
}

proptest! {
    /// Whatever days the clock shows, in whatever order.
    #[test]
    fn nothing_is_gone_before_its_rest_is_over_and_a_week_was_seen(
        shown in proptest::collection::vec(-400_i32..4_000, 0..60),
    ) {
        let deleted = date(2026, 11, 29);
        let shown: Vec<Date> = shown.into_iter().map(|day| deleted.saturating_add(day.days())).collect();
        if let Some(gone) = gone_on(deleted, shown.clone()) {
            prop_assert!(gone >= deleted.saturating_add(REST.days()));
            let before = gone.saturating_sub(7.days());
            prop_assert!(shown.iter().any(|day| *day <= before));
        }
    }
}
