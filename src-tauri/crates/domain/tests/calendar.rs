//! Danish holidays and working days against dates that other programs and Nationalbanken made.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::calendar::{
    Calendar, closing_day, easter, expected, is_working_day, public_holiday, working_days_after,
};
use domain::rules::book;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn days_of(year: i16) -> impl Iterator<Item = Date> {
    date(year, 1, 1).series(1.day()).take_while(move |day| day.year() == year)
}

#[test]
fn every_public_holiday_of_1990_to_2099_is_that_of_another_library() {
    #[derive(serde::Deserialize)]
    struct Table {
        years: BTreeMap<String, String>,
    }
    let table: Table = toml::from_str(include_str!("holidays.toml")).unwrap();
    assert_eq!(table.years.len(), 110);
    for (year, days) in table.years {
        let year: i16 = year.parse().unwrap();
        let theirs: BTreeSet<String> = days.split(' ').map(|day| format!("{year}-{day}")).collect();
        let ours: BTreeSet<String> = days_of(year)
            .filter(|day| public_holiday(*day).is_some())
            .map(|day| day.to_string())
            .collect();
        assert_eq!(ours, theirs, "{year}");
    }
}

#[test]
fn working_days_are_counted_as_another_program_counts_them() {
    let lines: Vec<&str> =
        include_str!("working-days.txt").lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 60);
    for line in lines {
        let parts: Vec<&str> = line.split(' ').collect();
        let (from, days): (Date, u32) = (parts[0].parse().unwrap(), parts[1].parse().unwrap());
        let both = expected(from, days);
        assert_eq!(
            [both.early.to_string(), both.latest.to_string()],
            [parts[2], parts[3]],
            "{line}"
        );
    }
}

/// Nationalbanken's list of the days on which banks are closed (`domain.md` §3.4).
#[test]
fn banks_are_closed_on_the_days_that_nationalbanken_names() {
    for (year, named) in [
        (2026, "01-01 04-02 04-03 04-06 05-14 05-15 05-25 06-05 12-24 12-25 12-26 12-31"),
        (2027, "01-01 03-25 03-26 03-29 05-06 05-07 05-17 06-05 12-24 12-31"),
    ] {
        let named: BTreeSet<String> = named.split(' ').map(|day| format!("{year}-{day}")).collect();
        let closed = |day: &Date| {
            (public_holiday(*day).is_some() || closing_day(*day).is_some())
                && day.weekday() != Weekday::Sunday
        };
        let ours: BTreeSet<String> =
            days_of(year).filter(closed).map(|day| day.to_string()).collect();
        // Nationalbanken leaves out Christmas Day and Boxing Day of 2027, which fall on a weekend,
        // but not 5 June, which does too.
        let listed: BTreeSet<String> = ours
            .into_iter()
            .filter(|day| !["2027-12-25", "2027-12-26"].contains(&day.as_str()))
            .collect();
        assert_eq!(listed, named, "{year}");
    }
}

#[test]
fn a_holiday_has_a_name_and_great_prayer_day_an_end() {
    let name = |day| public_holiday(day).map(|holiday| holiday.name.da.as_str());
    assert_eq!(name(date(2026, 4, 3)), Some("Langfredag"));
    assert_eq!(name(date(2023, 5, 5)), Some("Store bededag"));
    assert_eq!(name(date(2024, 4, 26)), None);
    assert_eq!(
        closing_day(date(2026, 5, 15)).map(|day| day.name.en.as_str()),
        Some("The Friday after Ascension Day")
    );
}

#[test]
fn easter_falls_on_its_earliest_and_latest_days() {
    for sunday in [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(2008, 3, 23),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ] {
        assert_eq!(easter(sunday.year()), Some(sunday));
    }
}

#[test]
fn counting_ends_with_the_dates() {
    assert_eq!(working_days_after(Date::MAX, 10, Calendar::Early), Date::MAX);
    assert_eq!(working_days_after(date(9999, 12, 1), u32::MAX, Calendar::Conservative), Date::MAX);
    assert_eq!(working_days_after(Date::MIN, 0, Calendar::Early), Date::MIN);
}

#[test]
fn lengths_run_from_a_day() {
    let lengths = &book().deadlines.lengths;
    let from = date(2026, 12, 18);
    for (name, length, until) in [
        ("ten working days", lengths.manual_handling.length, date(2027, 1, 7)),
        ("60 days", lengths.set_up_link.length, date(2027, 2, 16)),
        ("24 hours", lengths.association_representative.length, date(2026, 12, 19)),
        ("three months", lengths.new_terms.length, date(2027, 3, 18)),
        ("14 days", lengths.termination.length, date(2027, 1, 1)),
        ("three years", lengths.voluntary_association.length, date(2029, 12, 18)),
    ] {
        assert_eq!(length.after(from), until, "{name}");
        let _ = (length.after(Date::MAX), length.after(Date::MIN));
    }
}

prop_compose! {
    fn any_day()(year in 1990_i16..2100, month in 1_i8..=12, day in 1_i8..=28) -> Date {
        date(year, month, day)
    }
}

proptest! {
    #[test]
    fn easter_is_a_sunday_in_spring(year in 1583_i16..=9999) {
        let sunday = easter(year).unwrap();
        prop_assert_eq!(sunday.weekday(), Weekday::Sunday);
        prop_assert!(date(year, 3, 22) <= sunday && sunday <= date(year, 4, 25));
    }

    #[test]
    fn any_year_is_computed_without_a_panic(year in i16::MIN..=i16::MAX) {
        let _ = easter(year);
    }

    #[test]
    fn between_two_days_lie_as_many_working_days_as_were_counted(from in any_day(), days in 1_u32..60) {
        for calendar in [Calendar::Early, Calendar::Conservative] {
            let end = working_days_after(from, days, calendar);
            let between = from.series(1.day()).skip(1).take_while(|day| *day <= end).filter(|day| is_working_day(*day, calendar));
            prop_assert_eq!(between.count(), days as usize);
            prop_assert!(is_working_day(end, calendar));
        }
        prop_assert!(expected(from, days).early <= expected(from, days).latest);
    }

    #[test]
    fn one_working_day_after_another_is_two(from in any_day(), first in 0_u32..30, second in 0_u32..30) {
        for calendar in [Calendar::Early, Calendar::Conservative] {
            let there = working_days_after(from, first, calendar);
            prop_assert_eq!(working_days_after(there, second, calendar), working_days_after(from, first + second, calendar));
        }
    }
}
