//! How long receipts are kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::retention::{MOST_YEARS, Retention};
use domain::rules::{Certainty, Unit, book};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[test]
fn five_years_from_the_end_of_the_financial_year() {
    let calendar = Retention::default();
    assert_eq!((calendar.years(), calendar.year_ends()), (5, 12));
    let summer = Retention::new(5, 6).unwrap();
    let winter = Retention::new(10, 2).unwrap();
    for (retention, day, until) in [
        (calendar, date(2026, 11, 22), date(2031, 12, 31)),
        (calendar, date(2026, 1, 1), date(2031, 12, 31)),
        (calendar, date(2026, 12, 31), date(2031, 12, 31)),
        (summer, date(2026, 6, 30), date(2031, 6, 30)),
        (summer, date(2026, 7, 1), date(2032, 6, 30)),
        (winter, date(2026, 3, 1), date(2037, 2, 28)),
        (winter, date(2026, 2, 28), date(2036, 2, 29)),
    ] {
        assert_eq!(retention.until(day), until, "{day} by {retention:?}");
    }
    assert_eq!(summer.year_of(date(2026, 7, 1)), (date(2026, 7, 1), date(2027, 6, 30)));
    assert_eq!(calendar.year_of(date(2026, 7, 1)), (date(2026, 1, 1), date(2026, 12, 31)));
    assert_eq!(winter.year_of(date(2028, 2, 29)), (date(2027, 3, 1), date(2028, 2, 29)));
}

#[test]
fn it_is_told_as_our_own_choice() {
    let rule = &book().deadlines.lengths.bookkeeping;
    assert_eq!((rule.certainty, rule.length.unit), (Certainty::Own, Unit::Years));
}

#[test]
fn only_what_can_be_meant_is_taken() {
    for (years, month) in [(0, 12), (MOST_YEARS + 1, 12), (5, 0), (5, 13), (5, -1)] {
        assert_eq!(Retention::new(years, month), None);
    }
}

proptest! {
    /// What ends between two days is what is of the days that are told, and nothing else is.
    #[test]
    fn the_days_whose_retention_ends_between_two_are_told(year in 1900_i16..2200, month in 1_i8..=12, day in 1_i8..=28, years in 1_u16..=MOST_YEARS, ends in 1_i8..=12, from in -400_i32..400, length in 0_i32..800) {
        let day = date(year, month, day);
        let retention = Retention::new(years, ends).unwrap();
        let until = retention.until(day);
        let from = until.saturating_add(from.days());
        let to = from.saturating_add(length.days());
        let told = retention.days_ending(from, to).is_some_and(|(first, last)| (first..=last).contains(&day));
        prop_assert_eq!(told, (from..=to).contains(&until), "{} of {} in {}..={}", until, day, from, to);
    }

    #[test]
    fn nothing_is_kept_too_short_or_a_year_too_long(year in 1900_i16..2200, month in 1_i8..=12, day in 1_i8..=28, years in 1_u16..=MOST_YEARS, ends in 1_i8..=12) {
        let day = date(year, month, day);
        let retention = Retention::new(years, ends).unwrap();
        let until = retention.until(day);
        let years = i16::try_from(years).unwrap();
        prop_assert!(until >= day.saturating_add(jiff::Span::new().years(years)));
        prop_assert!(until < day.saturating_add(jiff::Span::new().years(years + 1)).last_of_month().tomorrow().unwrap());
        let (first, last) = retention.year_of(day);
        prop_assert!(first <= day && day <= last && until.month() == last.month());
        let _ = (retention.until(Date::MAX), retention.until(Date::MIN), retention.year_of(Date::MAX), retention.year_of(Date::MIN));
    }
}
