//! What came along from another case, and how each part of it stands.

use crate::{PartName, names};
use domain::carried as of;
use serde::Serialize;

names! {
    /// How a part that came along stands.
    CarriedMarkName = domain::carried::CarriedMark { Unchanged, LookAgain, Correct, Replace }
}

/// A part that came along from another case, or would.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Carried {
    /// Which.
    pub part: PartName,
    /// How it stands.
    pub mark: CarriedMarkName,
}

impl From<of::Carried> for Carried {
    fn from(it: of::Carried) -> Self {
        Self { part: it.part.into(), mark: it.mark.into() }
    }
}
