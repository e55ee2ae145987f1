//! Which lines are kept: those of the last fourteen days, as many as fit.

use crate::line::Line;
use domain::Timestamp;
use jiff::SignedDuration;

/// How long a line is kept, in days.
pub const DAYS: i64 = 14;

/// How large the log may be, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// The end of the log that is kept: from the first line that is young enough, and small enough for
/// `room`. Lines stand in the order in which they were written: one whose moment cannot be read, or
/// lies ahead because the clock was wrong, goes or stays with the next that says something.
pub fn kept(text: &str, now: Timestamp, room: usize) -> &str {
    let oldest = now.checked_sub(SignedDuration::from_hours(24 * DAYS)).unwrap_or(Timestamp::MIN);
    let (mut from, mut passed) = (0, 0);
    for line in text.split_inclusive('\n') {
        passed += line.len();
        match Line::read(line.trim_end()).map(|line| line.at) {
            Some(at) if at < oldest => from = passed,
            Some(at) if at <= now => break,
            Some(_) | None => {}
        }
    }
    let kept = text.get(from..).unwrap_or_default();
    let Some(over) = kept.len().checked_sub(room).filter(|over| *over > 0) else { return kept };
    // Whole lines: the one that lies across goes, too.
    let end = kept.as_bytes().iter().skip(over - 1).position(|byte| *byte == b'\n');
    end.and_then(|end| kept.get(over + end..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Event;

    fn line(days_ago: i64) -> String {
        format!("{}\n", Line::new(at(days_ago), Event::Ended {}))
    }

    fn at(days_ago: i64) -> Timestamp {
        let now: Timestamp = "2026-11-30T10:00:00Z".parse().unwrap_or_default();
        now.checked_sub(SignedDuration::from_hours(24 * days_ago)).unwrap_or_default()
    }

    #[test]
    fn what_is_older_than_fourteen_days_goes_and_what_is_younger_stays() {
        let (old, young) = (line(20) + &line(15), line(13) + &line(0));
        let now = at(0);
        assert_eq!(kept(&format!("{old}{young}"), now, LARGEST), young);
        assert_eq!(kept(&young, now, LARGEST), young);
        assert_eq!(kept(&old, now, LARGEST), "");
        assert_eq!(kept("", now, LARGEST), "");
        // What cannot be read goes with what was written after it.
        assert_eq!(kept(&format!("x\n{old}"), now, LARGEST), "");
        assert_eq!(kept(&format!("{old}x\n{young}"), now, LARGEST), format!("x\n{young}"));
        // A clock that was wrong for a while does not empty the log.
        assert_eq!(kept(&format!("{young}{old}"), now, LARGEST), format!("{young}{old}"));
        let ahead = line(-400);
        assert_eq!(kept(&format!("{ahead}{young}"), now, LARGEST), format!("{ahead}{young}"));
    }

    #[test]
    fn the_oldest_go_first_when_there_is_no_room() {
        let (one, now) = (line(0), at(0));
        let three = one.repeat(3);
        for (room, lines) in [(3, 3), (2, 2), (1, 1), (0, 0)] {
            assert_eq!(kept(&three, now, one.len() * room), one.repeat(lines), "{room}");
        }
        assert_eq!(kept(&three, now, one.len() * 2 + 1), one.repeat(2), "whole lines");
    }
}
