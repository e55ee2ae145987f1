//! A value as it is written on the command line, and what is said of one that is no such value.

use casefile::day::parse_day;
use domain::Timestamp;
use domain::cvr::CvrNumber;
use jiff::civil::{Date, date};

pub(super) fn organisation(text: &str) -> Result<CvrNumber, String> {
    CvrNumber::parse(text).map_err(|why| why.to_string())
}

pub(super) fn moment(text: &str) -> Result<Timestamp, &'static str> {
    text.parse().map_err(|_| "a moment is wanted, as 2026-11-24T12:00:00Z")
}

pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    parse_day(text).ok_or("a day that exists is wanted, as YYYY-MM-DD")
}

pub(super) fn counted_day(text: &str) -> Result<Date, &'static str> {
    let day = day(text)?;
    if (date(1990, 1, 1)..=date(2099, 12, 31)).contains(&day) {
        Ok(day)
    } else {
        Err("the calendar knows the years 1990 to 2099")
    }
}
