//! The log of the program.

use app::intent as of;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// The log of the program.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum LogIntent {
    /// Show it.
    Open,
    /// Show the lines from this one on; 0 is the newest.
    ListLines { from: u32 },
    /// Show the report that can be saved.
    Report,
    /// Show it no more.
    PutReportAway,
    /// Save it, as it is shown.
    SaveReport,
    /// Delete the log.
    Empty,
    /// Back to the page below.
    Leave,
}

impl From<LogIntent> for of::LogIntent {
    fn from(intent: LogIntent) -> Self {
        match intent {
            LogIntent::Open => Self::Open,
            LogIntent::ListLines { from } => Self::List(from),
            LogIntent::Report => Self::Report,
            LogIntent::PutReportAway => Self::PutReportAway,
            LogIntent::SaveReport => Self::SaveReport,
            LogIntent::Empty => Self::Empty,
            LogIntent::Leave => Self::Leave,
        }
    }
}
