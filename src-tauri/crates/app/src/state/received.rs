//! A hand-over file that was opened with its words, or why it was not.

use crate::effect::Enclosure;
use domain::Timestamp;
use domain::case::{CaseId, ReporterLogin};
use domain::connection::Connection;
use domain::problem::Problem;

/// A hand-over file that was opened with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The case as this machine names it.
    pub case: CaseId,
    /// What was prepared.
    pub connection: Connection,
    /// When the reporter wrote the file.
    pub handed_over: Timestamp,
    /// What the reporter's login proves here, when there is one.
    pub login: Option<ReporterLogin>,
    /// The documents.
    pub documents: Vec<Enclosure>,
}

/// Why a hand-over file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOpened {
    /// What happened.
    pub problem: Problem,
    /// The administrator, from one on, with a text that is not accepted.
    pub administrator: Option<u32>,
}

impl From<Problem> for NotOpened {
    fn from(problem: Problem) -> Self {
        Self { problem, administrator: None }
    }
}
