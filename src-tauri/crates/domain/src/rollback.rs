//! Whether what is kept is older than it was: a log that lost its tail, an older copy that somebody
//! put back, or other cases in the place of those that were here. Nobody can see that in the database
//! itself, so what it had come to is remembered outside it, as a high-water mark.
//!
//! A mark may lag behind the database, by a few saves or by many: that is no reason to alarm anybody.
//! It never runs ahead of what was saved for good, so a database that is older than its mark has lost
//! something.

use crate::chain::End;
use jiff::Timestamp;

/// 16 random bytes that each save leaves: what tells the state after it from any other that has the
/// same number.
pub type State = [u8; 16];

/// How far a database had come at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// How many changes were saved until then.
    pub generation: u64,
    /// The state after the last of them.
    pub state: State,
    /// When it was saved, by the clock of the machine. It is shown and decides nothing.
    pub at: Timestamp,
    /// Where the chain of receipts ended.
    pub end: Option<End>,
}

/// What is odd about what lies here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rollback {
    /// It is of an earlier moment than what was here.
    Older,
    /// It is an earlier moment that has gone on elsewhere: what was saved here since is not in it.
    Parted,
    /// These are other cases than those that were here.
    Other,
    /// There is nothing here any more.
    Gone,
}

/// What is known of what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// What is odd.
    pub kind: Rollback,
    /// When what was here was saved last, as far as that is known.
    pub was: Option<Timestamp>,
    /// When what is here was saved last; none where nothing is.
    pub is: Option<Timestamp>,
    /// At least so many changes that were saved are missing; 0 where it is not known how many.
    pub changes: u64,
    /// The receipts that are missing, by the first and the last of their numbers.
    pub receipts: Option<(u64, u64)>,
}

impl Missing {
    /// Nothing of what was here is left, as far as its marks tell.
    pub fn all(kind: Rollback, is: Option<Timestamp>, marks: &[Mark]) -> Self {
        let last = marks.iter().filter_map(|mark| mark.end).map(|end| end.number).max();
        Self {
            kind,
            was: marks.iter().map(|mark| mark.at).max(),
            is,
            changes: marks.iter().map(|mark| mark.generation).max().unwrap_or_default(),
            receipts: last.filter(|last| *last > 0).map(|last| (1, last)),
        }
    }
}

/// What is missing of what these marks remember; none when nothing is. `here` is how far the database
/// has come (none when it does not count), and `remembers` says whether it has been in the state of a
/// mark; it says yes of one that is too long ago to be told.
pub fn missing(
    here: Option<&Mark>,
    marks: &[Mark],
    remembers: impl Fn(&Mark) -> bool,
) -> Option<Missing> {
    let (generation, number) =
        here.map_or((0, 0), |here| (here.generation, here.end.map_or(0, |end| end.number)));
    let unknown: Vec<Mark> = marks.iter().filter(|mark| !remembers(mark)).copied().collect();
    let newest = unknown.iter().max_by_key(|mark| mark.generation)?;
    let last = unknown.iter().filter_map(|mark| mark.end).map(|end| end.number).max();
    let is_older = newest.generation > generation;
    Some(Missing {
        kind: if is_older { Rollback::Older } else { Rollback::Parted },
        was: unknown.iter().map(|mark| mark.at).max(),
        is: here.map(|here| here.at),
        changes: newest.generation.saturating_sub(generation),
        receipts: last.filter(|last| *last > number).map(|last| (number + 1, last)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(generation: u64, state: u8, number: u64) -> Mark {
        Mark {
            generation,
            state: [state; 16],
            at: Timestamp::from_second(i64::try_from(generation).expect("small")).expect("early"),
            end: (number > 0).then_some(End { number, hash: [1; 32] }),
        }
    }

    #[test]
    fn what_a_mark_remembers_and_the_database_does_not_is_missing() {
        let (here, never) = (mark(80, 1, 7), |_: &Mark| false);
        assert_eq!(missing(Some(&here), &[], never), None);
        assert_eq!(missing(Some(&here), &[mark(100, 2, 9)], |_| true), None);
        let found = missing(Some(&here), &[mark(90, 2, 8), mark(100, 3, 9)], never);
        let found = found.expect("older than both");
        assert_eq!(
            (found.kind, found.changes, found.receipts),
            (Rollback::Older, 20, Some((8, 9)))
        );
        assert_eq!((found.was, found.is), (Some(mark(100, 3, 9).at), Some(here.at)));
        let parted = missing(Some(&here), &[mark(60, 2, 7)], never).expect("another state");
        assert_eq!((parted.kind, parted.changes, parted.receipts), (Rollback::Parted, 0, None));
        let uncounted = missing(None, &[mark(3, 1, 2)], never).expect("nothing is counted");
        assert_eq!((uncounted.changes, uncounted.receipts), (3, Some((1, 2))));
        let all = Missing::all(Rollback::Gone, None, &[mark(60, 2, 7), mark(61, 2, 7)]);
        assert_eq!((all.changes, all.receipts, all.is), (61, Some((1, 7)), None));
        assert_eq!(Missing::all(Rollback::Other, None, &[]).receipts, None);
    }
}
