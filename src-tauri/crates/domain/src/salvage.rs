//! What could still be read of a database that is damaged, and what could not: what a person is told
//! before they decide to go on with the rest.

use crate::summary::UnreadableCase;
use std::ops::RangeInclusive;

/// What was read of a damaged database, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvage {
    /// How many pages of 4096 bytes there should be; 0 where nothing is left of the database.
    pub pages: u64,
    /// How many of them cannot be read.
    pub damaged: u64,
    /// How many cases are whole, those in the bin among them.
    pub cases: u64,
    /// The cases that are known of and cannot be read. They are set aside by name.
    pub unreadable: Vec<UnreadableCase>,
    /// How many receipts and records are whole.
    pub receipts: u64,
    /// The numbers of those that were given and are not here, in order.
    pub missing_receipts: Vec<RangeInclusive<u64>>,
    /// How many documents and mails are whole.
    pub documents: u64,
    /// The whole cases that name documents which are not here.
    pub missing_documents: Vec<MissingDocuments>,
}

/// A case without some of its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingDocuments {
    /// The name of its organisation, where it has one.
    pub name: Option<String>,
    /// How many are not here.
    pub missing: u64,
}

/// Numbers in order as ranges.
pub fn ranges(numbers: impl IntoIterator<Item = u64>) -> Vec<RangeInclusive<u64>> {
    let mut ranges: Vec<RangeInclusive<u64>> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some(last) if last.end().checked_add(1) == Some(number) => {
                *last = *last.start()..=number;
            }
            _ => ranges.push(number..=number),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_one_another_are_one_range() {
        assert_eq!(ranges([1, 2, 3, 7, 9, 10]), [1..=3, 7..=7, 9..=10]);
        assert_eq!(ranges([]), []);
    }
}
