//! `tilslut-cli workdays`: both dates, and the reason of every day that did not count (`domain.md`
//! §3.4).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::run;
use serde_json::Value;

fn workdays(from: &str, days: &str) -> Value {
    let answer = run(&["workdays", "--from", from, "--days", days, "--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    answer.json()
}

#[test]
fn ten_working_days_are_counted_by_both_calendars() {
    for (from, early, conservative) in [
        ("2026-11-24", "2026-12-08", "2026-12-08"),
        // Christmas: 25 December is a Friday; 24 and 31 December count only in the early calendar.
        ("2026-12-18", "2027-01-05", "2027-01-07"),
        // Easter 2026 is 5 April.
        ("2026-03-30", "2026-04-16", "2026-04-16"),
        // The Friday after Ascension Day, 15 May 2026, and Whit Monday.
        ("2026-05-11", "2026-05-27", "2026-05-28"),
        // Store Bededag, 5 May, was a holiday for the last time in 2023.
        ("2023-05-01", "2023-05-16", "2023-05-16"),
        ("2024-04-22", "2024-05-06", "2024-05-06"),
    ] {
        let json = workdays(from, "10");
        assert_eq!(
            (&json["early"], &json["conservative"]),
            (&early.into(), &conservative.into()),
            "{from}"
        );
    }
}

#[test]
fn every_skipped_day_has_its_reason() {
    let json = workdays("2026-12-23", "3");
    let skipped: Vec<_> = json["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| {
            (
                day["date"].as_str().unwrap(),
                day["reason"].as_str().unwrap(),
                day["calendars"].as_array().unwrap().len(),
            )
        })
        .collect();
    assert_eq!(
        skipped,
        [
            ("2026-12-24", "closed", 1),
            ("2026-12-25", "holiday", 2),
            ("2026-12-26", "holiday", 2),
            ("2026-12-27", "weekend", 2),
        ]
    );
    assert_eq!(workdays("2026-11-23", "0")["conservative"], "2026-11-23");
}

#[test]
fn it_answers_in_both_languages() {
    for language in ["da", "en"] {
        let answer = run(&["workdays", "--from", "2026-12-23", "--days", "3", "--lang", language]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
        insta::assert_snapshot!(format!("workdays-{language}"), answer.out);
    }
}
