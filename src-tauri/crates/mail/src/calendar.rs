//! Deadlines as a calendar file (RFC 5545): one or all, as all-day events.
//!
//! An event has the same id each time that it is made, so that a calendar replaces what it has
//! instead of adding to it; the higher `sequence` wins. Nothing is read from a clock.

use domain::typed;
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, Property, Trigger};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// Who made the file (RFC 5545 §3.7.3).
const PRODUCT: &str = "-//Tilslut//Tilslut//DA";

/// The hour in the morning at which a reminder comes.
const REMINDED_AT: i64 = 9;

/// As many characters of a text are kept: a calendar shows a few lines.
const TEXT_MAX: usize = 2_000;

/// One deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What names it in every file: letters, digits, dots and hyphens, such as `2026-0147.set-up`.
    pub id: String,
    /// How often it was changed; the highest is the one that counts.
    pub sequence: u32,
    /// The day.
    pub day: Date,
    /// Its title.
    pub title: String,
    /// What is to be done; may have several lines.
    pub text: String,
    /// How many days before, at nine in the morning, the calendar reminds; not at all when none.
    pub remind_days_before: Option<u16>,
    /// It is no longer so: a calendar takes it away.
    pub cancelled: bool,
}

/// The file with these entries. `made_at` is written down as the time that it was made.
pub fn calendar(entries: &[Entry], made_at: Timestamp) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    // With it, a program that is handed the file replaces the events that it knows (RFC 5546
    // §3.2.1).
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    for entry in entries {
        calendar.push(event(entry, made_at));
    }
    calendar.to_string()
}

fn event(entry: &Entry, made_at: Timestamp) -> Event {
    let title = line(&entry.title);
    let stamp = made_at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    let next_day = entry.day.checked_add(1.day()).unwrap_or(entry.day);
    let on = |name: &str, day: Date| {
        let day = format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
        Property::new(name, day).add_parameter("VALUE", "DATE").done()
    };
    let mut event = Event::with_uid(&format!("{}@tilslut.invalid", id(&entry.id)));
    event
        .sequence(entry.sequence)
        .summary(&title)
        .append_property(Property::new("DTSTAMP", stamp))
        .append_property(on("DTSTART", entry.day))
        // The end is the first day that is no longer part of it (RFC 5545 §3.6.1).
        .append_property(on("DTEND", next_day))
        // The day is not taken: somebody can be met on it.
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    let text = lines(&entry.text);
    if !text.is_empty() {
        event.description(&text);
    }
    if entry.cancelled {
        event.append_property(Property::new("STATUS", "CANCELLED"));
    } else if let Some(days) = entry.remind_days_before {
        let hours = REMINDED_AT - 24 * i64::from(days);
        let trigger = Trigger::after_start(chrono::Duration::hours(hours));
        event.alarm(Alarm::display(&title, trigger));
    }
    event.done()
}

/// Every other character would be escaped by some programs and not by others.
fn id(id: &str) -> String {
    id.chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' })
        .collect()
}

fn line(text: &str) -> String {
    typed::fold(text).chars().take(TEXT_MAX).collect()
}

/// Lines without what cannot be seen; a carriage return in a value would end the line.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(typed::fold).collect();
    lines.join("\n").trim().chars().take(TEXT_MAX).collect()
}
