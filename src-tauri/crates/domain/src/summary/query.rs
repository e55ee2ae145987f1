//! What a list of cases is asked for, and what it answers: a window of rows, never all of them.

use super::reminder::still_said_in_list;
use super::{CaseDeadline, CaseState, CaseSummary, DeadlineKind};
use crate::Timestamp;
use crate::cvr::CvrNumber;
use crate::problem::Problem;
use crate::retention::Retention;
use crate::stage::CaseId;
use jiff::civil::Date;

/// What a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Only cases in one of these states; every state when empty.
    pub states: Vec<CaseState>,
    /// Only cases that need attention.
    pub needs_attention: bool,
    /// Only cases in which each of these words begins a word; every case when blank.
    pub words: String,
    /// By what the rows are sorted.
    pub sort: SortBy,
    /// Which end comes first.
    pub direction: Direction,
    /// How many rows are left out before the first.
    pub from: u32,
    /// How many rows at most.
    pub limit: u32,
}

/// By what rows are sorted; cases that are equal stand in the order in which they were begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortBy {
    /// When the case last changed.
    #[default]
    Changed,
    /// The organisation's name as a Danish reader sorts it; cases without one stand after Å.
    Name,
    /// The next deadline that is not settled; cases without one stand after the last day there is.
    Deadline,
}

/// Which end of the order comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// The smallest: the oldest change, A, the nearest deadline.
    Ascending,
    /// The largest.
    #[default]
    Descending,
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The case.
    pub summary: CaseSummary,
    /// Its receipt number, when it has one.
    pub receipt: Option<u64>,
}

/// A receipt or a record in a list of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The case, as every list knows it.
    pub row: Row,
    /// The number of the receipt or record; none of a receipt that has none yet.
    pub number: Option<u64>,
    /// The day of the approval, or the one on which the record was made.
    pub day: Date,
    /// It is a record.
    pub is_record: bool,
}

/// Receipts and records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Papers {
    /// Those that were asked for.
    pub papers: Vec<Paper>,
    /// How many there are.
    pub total: u32,
}

/// The rows that were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many cases fit what was asked for.
    pub matching: u32,
    /// How many cases there are that can be read.
    pub total: u32,
}

/// Which approved cases are listed, by the moment of the approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApprovedQuery {
    /// Only those of this organisation.
    pub cvr: Option<CvrNumber>,
    /// Only those that were approved on this day in Denmark or later.
    pub from: Option<Date>,
    /// Only those that were approved on this day in Denmark or before.
    pub to: Option<Date>,
    /// Oldest or newest approval first.
    pub direction: Direction,
    /// How many rows are left out before the first.
    pub skip: u32,
    /// How many rows at most.
    pub limit: u32,
}

/// Every approved case, newest first, a hundred at a time.
impl Default for ApprovedQuery {
    fn default() -> Self {
        Self {
            cvr: None,
            from: None,
            to: None,
            direction: Direction::default(),
            skip: 0,
            limit: 100,
        }
    }
}

/// A case that is kept and cannot be read: what was known of it when it last could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableCase {
    /// The case.
    pub id: CaseId,
    /// Damaged, or written by a newer Tilslut.
    pub problem: Problem,
    /// The organisation's name, when it was known.
    pub name: Option<String>,
    /// The CVR number, when it was sound.
    pub cvr: Option<CvrNumber>,
    /// The representative's name, when it was known.
    pub representative: Option<String>,
    /// When the case last changed.
    pub changed: Timestamp,
}

/// A deadline that is not settled, with the case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDeadline {
    /// The case.
    pub case: CaseId,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number, when sound.
    pub cvr: Option<CvrNumber>,
    /// What it is about.
    pub kind: DeadlineKind,
    /// The last day.
    pub day: Date,
    /// The representative's name, when known.
    pub representative: Option<String>,
    /// The names of the administrators, as [`CaseSummary::administrators`].
    pub administrators: Vec<String>,
    /// Which of them is set up, as [`CaseSummary::set_up`].
    pub set_up: Vec<Option<bool>>,
    /// The receipt or record that it is about.
    pub paper: Option<DuePaper>,
}

/// The receipt or record that a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DuePaper {
    /// Its number; none of a receipt that has none yet.
    pub number: Option<u64>,
    /// It is a record.
    pub is_record: bool,
}

impl DueDeadline {
    /// Until when the newest receipt or record of a case is kept.
    pub fn retention(paper: Paper, retention: Retention) -> Self {
        let CaseSummary { id, name, cvr, representative, administrators, set_up, .. } =
            paper.row.summary;
        Self {
            case: id,
            name,
            cvr,
            kind: DeadlineKind::Retention,
            day: retention.until(paper.day),
            representative,
            administrators,
            set_up,
            paper: Some(DuePaper { number: paper.number, is_record: paper.is_record }),
        }
    }
}

/// The first page as it is seen when nothing was asked for: what changed last comes first.
impl Default for Query {
    fn default() -> Self {
        Self {
            states: Vec::new(),
            needs_attention: false,
            words: String::new(),
            sort: SortBy::default(),
            direction: Direction::default(),
            from: 0,
            limit: 100,
        }
    }
}

impl CaseSummary {
    /// The nearest deadline that is not settled and still says something beside the others.
    pub fn next_deadline(&self, today: Date) -> Option<&CaseDeadline> {
        still_said_in_list(&self.deadlines, today)
            .filter(|deadline| !deadline.settled)
            .min_by_key(|deadline| deadline.day)
    }
}
