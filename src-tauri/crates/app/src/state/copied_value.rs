//! A value that was copied beside the official site, and how long it stays in the clipboard.

use super::query::QueryId;
use domain::Timestamp;
use domain::case::CaseId;
use domain::guided::ValueKind;

/// A value that was copied beside the official site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedValue {
    /// Names the copying.
    pub query: QueryId,
    /// The case.
    pub case: CaseId,
    /// What was copied.
    pub what: ValueKind,
    /// The administrator whose it is, from 0.
    pub administrator: usize,
    /// When it is taken out of the clipboard; none before it lies there.
    pub until: Option<Timestamp>,
}
