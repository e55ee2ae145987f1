//! The page of the log. It belongs to no phase, since it is read when the cases do not open, too; it
//! lies over the page that it was opened from, and goes with it.

use crate::state::query::QueryId;
use diagnostics::Line;
use domain::problem::Problem;

/// The page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogPage {
    /// What the log is being asked.
    pub query: Option<QueryId>,
    /// What is shown of it.
    pub read: LogRead,
    /// The report, to the letter, while it is shown.
    pub report: Option<String>,
    /// What went wrong.
    pub problem: Option<Problem>,
    /// The report was saved here, to be told once.
    pub written: Option<String>,
}

/// What was read of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogRead {
    /// The first line, from 0: the newest.
    pub from: u32,
    /// The lines from there on, newest first.
    pub lines: Vec<Line>,
    /// How many there are.
    pub total: u32,
    /// How many cannot be read.
    pub unread: u32,
    /// Where the file lies.
    pub place: String,
}
