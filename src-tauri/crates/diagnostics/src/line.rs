//! A line of the log: one JSON object, and how it is read again. What is no line of ours is counted
//! and not shown: nobody knows what somebody wrote into the file.

use crate::event::Event;
use crate::field::{Value, Written};
use domain::Timestamp;
use serde_json::Value as Json;
use std::fmt;

/// Longer than any line of ours.
const LONGEST: usize = 1_000;

/// Something that happened, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When, to a thousandth of a second.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// A log, as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// The lines, the oldest first.
    pub lines: Vec<Line>,
    /// How many could not be read.
    pub unread: u64,
}

impl Line {
    /// At this moment.
    pub fn new(at: Timestamp, event: Event) -> Self {
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        Self { at, event }
    }

    /// The line that is written so; none when it is none of ours.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let Json::Object(members) = serde_json::from_str(text).ok()? else { return None };
        let at = members.get("at")?.as_str()?.parse().ok()?;
        let event =
            Event::read(members.get("event")?.as_str()?, |name| match members.get(name)? {
                Json::String(text) => Some(Written::Text(text)),
                Json::Number(number) => number.as_u64().map(Written::Number),
                _ => None,
            })?;
        Some(Self { at, event })
    }
}

/// As it is written. Nothing that a value can be has to be escaped.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, r#"{{"at":"{}","event":"{}""#, self.at, self.event.code())?;
        for (name, value) in self.event.fields() {
            match value {
                Some(Value::Number(number)) => write!(f, r#","{name}":{number}"#)?,
                Some(Value::Word(word)) => write!(f, r#","{name}":"{word}""#)?,
                Some(Value::Problem(problem)) => write!(f, r#","{name}":"{}""#, problem.code())?,
                Some(Value::Made(made)) => write!(f, r#","{name}":"{made}""#)?,
                None => {}
            }
        }
        f.write_str("}")
    }
}

impl Lines {
    /// What a log says.
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for text in text.lines().filter(|text| !text.is_empty()) {
            match Line::read(text) {
                Some(line) => read.lines.push(line),
                None => read.unread += 1,
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::KINDS;

    #[test]
    fn every_event_is_read_as_it_was_written() {
        let at: Timestamp = Timestamp::from_millisecond(1_795_000_000_123).unwrap_or_default();
        let mut codes = Vec::new();
        for kind in KINDS {
            for event in (kind.samples)() {
                let line = Line::new(at, event);
                let text = line.to_string();
                assert!(text.len() < LONGEST && !text.contains('\n'), "{text}");
                assert_eq!(Line::read(&text), Some(line), "{text}");
            }
            codes.push(kind.code);
            // The line has members of its own beside those of the event.
            assert!(kind.fields.iter().all(|field| !["at", "event"].contains(&field.name)));
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "each has a code of its own");
    }

    #[test]
    fn what_is_no_line_of_ours_is_counted_and_not_taken() {
        let at = r#""at":"2026-11-30T10:00:00Z""#;
        let own = format!(r#"{{{at},"event":"ended"}}"#);
        let others = [
            "Kirsten Kanariefugl".to_owned(),
            format!(r#"{{{at},"event":"named","name":"Kirsten"}}"#),
            format!(r#"{{{at},"event":"locked","by":"Kirsten"}}"#),
            format!(r#"{{{at},"event":"locked"}}"#),
            format!(r#"{{{at},"event":"dropped","lines":-1}}"#),
            format!(r#"{{{at},"event":"not-saved","problem":"kirsten"}}"#),
            r#"{"at":"in the morning","event":"ended"}"#.to_owned(),
            format!(r#"{{{at},"event":"ended","x":"{}"}}"#, "x".repeat(LONGEST)),
            own.chars().take(20).collect(),
        ];
        for other in &others {
            assert_eq!(Line::read(other), None, "{other}");
        }
        let read = Lines::read(&format!("{own}\n{}\n\n{own}\n", others.join("\n")));
        assert_eq!((read.lines.len(), read.unread), (2, others.len() as u64));
        // A member that a later version may have is left out, so that it is nowhere either.
        let more = format!(r#"{{{at},"event":"ended","who":"Kirsten"}}"#);
        assert_eq!(Line::read(&more).map(|line| line.to_string()), Some(own));
    }
}
