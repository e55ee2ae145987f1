//! What belongs to one sitting is one entry: from what stood there before it to what stands there now.

use super::{Change, Entry};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// How long a sitting lasts at most, from the first change of an answer on.
const SITTING: SignedDuration = SignedDuration::from_hours(1);

/// Whether a new entry can go on with an earlier one: on the same page, in the same role, within the
/// hour. A clock that was put back begins another sitting.
pub fn is_of_one_sitting(earlier: &Entry, new: &Entry) -> bool {
    let since = new.at.duration_since(earlier.began);
    earlier.what.part().is_some()
        && earlier.what.part() == new.what.part()
        && earlier.by == new.by
        && (SignedDuration::ZERO..=SITTING).contains(&since)
}

/// What becomes of the newest entries of a case, oldest first, when new ones come: the places of those
/// that go, and those that are written behind what is left. An answer that is changed again in one
/// sitting becomes one entry from its first value to its last, and none where these are the same;
/// whoever was added and is taken away again was never there.
pub fn fold(newest: &[Entry], new: Vec<Entry>) -> (BTreeSet<usize>, Vec<Entry>) {
    let mut all: Vec<(Option<usize>, Entry)> =
        newest.iter().cloned().enumerate().map(|(place, entry)| (Some(place), entry)).collect();
    for entry in new {
        match earlier(&all, &entry) {
            None => all.push((None, entry)),
            Some(at) => {
                let (_, before) = all.remove(at);
                all.extend(joined(before, entry).map(|entry| (None, entry)));
            }
        }
    }
    let left: BTreeSet<usize> = all.iter().filter_map(|(place, _)| *place).collect();
    let gone = (0..newest.len()).filter(|place| !left.contains(place)).collect();
    (gone, all.into_iter().filter(|(place, _)| place.is_none()).map(|(_, entry)| entry).collect())
}

/// The entry that a new one goes on with: of the same field, as long as that is the same person's.
fn earlier(all: &[(Option<usize>, Entry)], new: &Entry) -> Option<usize> {
    for (at, (_, entry)) in all.iter().enumerate().rev() {
        if !is_of_one_sitting(entry, new) {
            return None;
        }
        match (&entry.what, &new.what) {
            (Change::Answer { field: one, .. }, Change::Answer { field: other, .. }) => {
                if one == other {
                    return Some(at);
                }
            }
            (Change::Added(one), Change::Removed(other)) if one == other => return Some(at),
            // The places before and behind are not those of the same persons.
            (Change::Added(place) | Change::Removed(place), Change::Answer { field, .. })
                if list(place) != list(field) => {}
            _ => return None,
        }
    }
    None
}

fn joined(before: Entry, after: Entry) -> Option<Entry> {
    match (before.what, after.what) {
        (Change::Answer { field, old, .. }, Change::Answer { new, .. }) => {
            (old != new).then(|| {
                let what = Change::Answer { field, old, new };
                Entry { began: before.began, at: after.at, by: after.by, what }
            })
        }
        _ => None,
    }
}

fn list(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}
