//! Which backups are kept: as a table of what a person expects, and as what holds for any set.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use domain::backups::{BackupName, Budget, Stored, outdated};
use domain::retention::Retention;
use domain::{Environment, Timestamp, day_in_denmark};
use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn today() -> jiff::civil::Date {
    date(2026, 11, 29)
}

/// A copy every hour of so many days back from noon on the last day.
fn hourly(days: i64) -> Vec<Stored> {
    let last = at("2026-11-29T12:00:00Z");
    let back = |hours: i64| last - hours.hours();
    (0..days * 24).map(|hours| Stored { made: back(hours), bytes: 1000 }).collect()
}

fn left(stored: &[Stored], budget: u64) -> Vec<Stored> {
    let gone = outdated(stored, today(), Retention::default(), budget);
    let stays = |(place, copy): (usize, &Stored)| (!gone.contains(&place)).then_some(*copy);
    stored.iter().enumerate().filter_map(stays).collect()
}

#[test]
fn hours_days_weeks_and_months_are_kept_wider_apart_the_older_they_are() {
    let all = hourly(400);
    let kept = left(&all, Budget::One.bytes());
    let is_there = |text: &str| kept.iter().any(|copy| copy.made == at(text));
    // Each of the last 24 hours, and none between them and the end of the day before.
    assert!((0..24).all(|hours| kept.contains(&all[hours])));
    assert!(!is_there("2026-11-28T11:00:00Z"));
    // The last of each of seven days, by the days of Denmark.
    for day in 23..=28 {
        assert!(is_there(&format!("2026-11-{day}T22:00:00Z")), "{day}");
    }
    // The last of each of eight weeks: Sundays.
    for day in ["11-15", "11-08", "11-01", "10-18", "10-11"] {
        let hour = if day < "10-25" { 21 } else { 22 };
        assert!(is_there(&format!("2026-{day}T{hour}:00:00Z")), "{day}");
    }
    // The last of each month, as far back as there is one.
    for day in ["09-30T21", "08-31T21", "03-31T21", "02-28T22", "01-31T22"] {
        assert!(is_there(&format!("2026-{day}:00:00Z")), "{day}");
    }
    assert!(kept.len() <= 24 + 7 + 8 + 15, "{}", kept.len());
}

#[test]
fn a_month_is_kept_as_long_as_receipts_are() {
    let ends = Retention::new(5, 12).unwrap();
    let old = |text: &str| Stored { made: at(text), bytes: 1 };
    let (in_2021, in_2020) = (old("2021-01-15T10:00:00Z"), old("2020-12-15T10:00:00Z"));
    let stored: Vec<Stored> = hourly(90).into_iter().chain([in_2021, in_2020]).collect();
    let gone = outdated(&stored, today(), ends, Budget::One.bytes());
    assert!(!gone.contains(&(stored.len() - 2)), "2021 is kept to the end of 2026");
    assert!(gone.contains(&(stored.len() - 1)), "2020 was kept to the end of 2025");
}

#[test]
fn what_takes_too_much_room_goes_hours_first_and_the_newest_stays() {
    let all = hourly(400);
    let kept = left(&all, 20_000);
    assert_eq!(kept.len(), 20);
    assert!(kept.contains(&all[0]));
    let months: BTreeSet<_> = kept
        .iter()
        .map(|copy| day_in_denmark(copy.made))
        .map(|day| (day.year(), day.month()))
        .collect();
    assert_eq!(months.len(), 14, "every month has still one");
    assert_eq!(left(&all, 0), [all[0]]);
}

#[test]
fn a_name_is_read_back_and_no_other_is_taken_for_one() {
    for environment in [Environment::Practice, Environment::Live] {
        let name = BackupName {
            environment,
            database: "3f9a01bc".into(),
            made: at("2026-11-29T14:05:12Z"),
        };
        assert_eq!(BackupName::parse(&name.file_name()), Some(name));
    }
    let name = "Tilslut 2026-11-29 140512Z 3f9a01bc.tilslut-backup";
    assert!(BackupName::parse(name).is_some());
    for other in [
        "Tilslut 2026-11-29 140512Z 3f9a01bc.tilslut-backup.part",
        "Tilslut 2026-11-29 140512Z 3f9a01bc (2).tilslut-backup",
        "Tilslut 2026-11-29 140512Z 3F9A01BC.tilslut-backup",
        "Tilslut 2026-11-31 140512Z 3f9a01bc.tilslut-backup",
        "Tilslut 2026-11-29 14:05:12Z 3f9a01bc.tilslut-backup",
        "min kopi.tilslut-backup",
        "",
    ] {
        assert_eq!(BackupName::parse(other), None, "{other}");
    }
}

fn any_stored() -> impl Strategy<Value = Vec<Stored>> {
    let one = (1_500_000_000_i64..1_800_000_000, 0_u64..1000).prop_map(|(second, bytes)| Stored {
        made: Timestamp::from_second(second).unwrap(),
        bytes,
    });
    proptest::collection::vec(one, 0..200)
}

proptest! {
    #[test]
    fn of_any_copies_the_newest_stays_and_nothing_goes_twice(
        stored in any_stored(),
        budget in 0_u64..100_000,
    ) {
        let kept = left(&stored, budget);
        let newest = stored.iter().map(|copy| copy.made).max();
        prop_assert_eq!(kept.iter().map(|copy| copy.made).max(), newest);
        let room: u64 = kept.iter().map(|copy| copy.bytes).sum();
        prop_assert!(room <= budget || kept.len() == 1);
        prop_assert_eq!(left(&kept, budget), kept.clone(), "what was kept is kept again");
        let months = |copies: &[Stored]| -> BTreeSet<_> {
            let days = copies.iter().map(|copy| day_in_denmark(copy.made));
            days.filter(|day| Retention::default().until(*day) >= today())
                .map(|day| (day.year(), day.month()))
                .collect()
        };
        if room < budget.saturating_sub(1000) {
            prop_assert_eq!(months(&kept), months(&stored), "with room left, no month is lost");
        }
    }
}

#[test]
fn a_budget_comes_back_as_it_was_kept() {
    for budget in Budget::ALL {
        assert_eq!(Budget::of_megabytes(&budget.megabytes().to_string()), budget);
    }
    for unread in ["", "0", "1 GB", "-1"] {
        assert_eq!(Budget::of_megabytes(unread), Budget::One, "{unread}");
    }
}
