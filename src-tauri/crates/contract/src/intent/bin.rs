//! The bin.

use app::intent as of;
use domain::case::CaseId;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// The bin.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum BinIntent {
    /// Show the rows from this one on.
    ListBin { from: u32 },
    /// Put a case back.
    PutBack { case: String },
    /// Delete a case for good; the person knows of what is to be kept longer, or there is nothing.
    Empty { case: String, despite_keeping: bool },
}

impl From<BinIntent> for of::BinIntent {
    fn from(intent: BinIntent) -> Self {
        match intent {
            BinIntent::ListBin { from } => Self::List(from),
            BinIntent::PutBack { case } => Self::PutBack(CaseId(case)),
            BinIntent::Empty { case, despite_keeping } => {
                Self::Empty { case: CaseId(case), despite_keeping }
            }
        }
    }
}
