//! `tilslut-cli workdays`: when are so many Danish working days over, by which calendar, and which
//! days did not count?

use crate::arguments::Workdays;
use crate::outcome::{Error, Outcome};
use crate::output::Out;
use crate::words::Words;
use casefile::day::Day;
use domain::calendar::{Calendar, closing_day, expected, is_working_day, public_holiday};
use jiff::civil::Date;
use serde::Serialize;

/// The last year for which the calendar is right (`domain.md` §3.4).
const LAST_YEAR: i16 = 2099;

#[derive(Serialize)]
struct Report {
    r#type: &'static str,
    from: Day,
    days: u32,
    early: Day,
    conservative: Day,
    skipped: Vec<Skipped>,
}

/// A day that did not count.
#[derive(Serialize)]
struct Skipped {
    date: Day,
    reason: Reason,
    name: String,
    /// By which calendars it was skipped.
    calendars: &'static [&'static str],
}

/// Why a day is no working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Reason {
    Holiday,
    Closed,
    Weekend,
}

/// Counts by both calendars.
pub fn count(asked: &Workdays, out: &mut Out) -> Result<Outcome, Error> {
    let end = expected(asked.from, asked.days);
    let words = out.words();
    if end.latest.year() > LAST_YEAR {
        return Err(Error::Usage(words.get("cli-workdays-beyond-calendar").into()));
    }
    let skipped: Vec<Skipped> =
        after(asked.from, end.latest).filter_map(|day| skipped(day, words)).collect();
    if out.json {
        let (from, early, conservative) = (Day(asked.from), Day(end.early), Day(end.latest));
        out.value(&Report {
            r#type: "tilslut/workdays/v1",
            from,
            days: asked.days,
            early,
            conservative,
            skipped,
        })?;
        return Ok(Outcome::Fine);
    }
    out.line(format_args!("{}: {}", words.get("cli-workdays-early"), in_words(end.early, words)))?;
    out.line(format_args!(
        "{}: {}",
        words.get("cli-workdays-conservative"),
        in_words(end.latest, words)
    ))?;
    if !skipped.is_empty() {
        out.line(format_args!("\n{}", words.get("cli-workdays-skipped")))?;
    }
    for day in &skipped {
        let only = if day.reason == Reason::Closed {
            format!(" ({})", words.get("cli-workdays-only-conservative"))
        } else {
            String::new()
        };
        out.line(format_args!("  {}  {}{only}", day.date.0, day.name))?;
    }
    Ok(Outcome::Fine)
}

fn after(from: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(from.tomorrow().ok(), |day| day.tomorrow().ok())
        .take_while(move |day| *day <= last)
}

fn skipped(day: Date, words: &Words) -> Option<Skipped> {
    if is_working_day(day, Calendar::Conservative) {
        return None;
    }
    let weekend = is_weekend(day);
    let language = words.language();
    let (reason, name) = match (public_holiday(day), closing_day(day)) {
        (Some(free), _) => (Reason::Holiday, free.name.read(language).to_owned()),
        (None, Some(free)) if !weekend => (Reason::Closed, free.name.read(language).to_owned()),
        (None, _) => (Reason::Weekend, weekday(day, words)),
    };
    let calendars: &[&str] =
        if reason == Reason::Closed { &["conservative"] } else { &["early", "conservative"] };
    Some(Skipped { date: Day(day), reason, name, calendars })
}

fn is_weekend(day: Date) -> bool {
    use jiff::civil::Weekday::{Saturday, Sunday};
    matches!(day.weekday(), Saturday | Sunday)
}

fn in_words(day: Date, words: &Words) -> String {
    format!("{day} ({})", weekday(day, words))
}

fn weekday(day: Date, words: &Words) -> String {
    words.get(&format!("receipt-weekday-{}", day.weekday().to_monday_one_offset()))
}
