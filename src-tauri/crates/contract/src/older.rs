//! Cases that are not what was here last, as the window shows them.

use crate::clock::moment;
use crate::names;
use app::model::Older;
use domain::rollback::Rollback;
use serde::Serialize;

names! {
    /// What is odd about what lies here.
    RollbackName = Rollback { Older, Parted, Other, Gone }
}

/// What is known of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MissingSaves {
    /// What is odd.
    pub kind: RollbackName,
    /// When what was here was saved last.
    pub was: Option<String>,
    /// When what is here was saved last.
    pub is: Option<String>,
    /// At least so many saves are missing; 0 where it is not known how many.
    pub saves: u32,
    /// The first receipt that is missing.
    pub first: Option<u32>,
    /// The last.
    pub last: Option<u32>,
}

impl From<&Older> for MissingSaves {
    fn from(older: &Older) -> Self {
        let missing = &older.missing;
        let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            kind: missing.kind.into(),
            was: missing.was.map(moment),
            is: missing.is.map(moment),
            saves: number(missing.changes),
            first: missing.receipts.map(|(first, _)| number(first)),
            last: missing.receipts.map(|(_, last)| number(last)),
        }
    }
}
