//! A case in memory, and what is known of its receipt and its record.

use domain::Timestamp;
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::problem::Problem;

/// A case in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct InMemory {
    /// The case as it was last decided.
    pub case: Case,
    /// Whether that is safe on disk.
    pub saved: Saved,
    /// Its link in the chain of receipts, once it was approved and saved.
    pub link: Option<Link>,
    /// Its receipt's copy in the folder.
    pub copied: Option<Copied>,
    /// Its newest record, where it has one.
    pub record: Option<Recorded>,
}

/// Whether a case is safe on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been answered yet, so there is nothing to keep.
    Not,
    /// Saved at this time.
    At(Timestamp),
    /// The last attempt failed; what was typed is only in memory.
    Failed(Problem),
}

/// What became of the copy of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The file.
    pub path: String,
    /// It tells of the receiver's answer.
    pub accepted: bool,
}

/// The newest record of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub number: u64,
    /// When it was made.
    pub made: Timestamp,
    /// It still says what is known of the case.
    pub is_current: bool,
    /// The numbers of those before it, newest first.
    pub earlier: Vec<u64>,
}

/// A receipt or a record, to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperId {
    /// The receipt of a case.
    Receipt(CaseId),
    /// The record with this number.
    Record(u64),
}
