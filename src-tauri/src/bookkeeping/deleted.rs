//! What an export says of numbers whose receipts or records were deleted: without it, a gap in the row of
//! numbers would look like one that somebody made.

use super::Entry;
use crate::engine::Engine;
use domain::bin::{Away, AwayPaper};
use domain::problem::Problem;
use jiff::civil::Date;
use serde::Serialize;

/// A number between those of the archive whose receipt or record was deleted: its link, so that the
/// chain can be verified past the gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deleted {
    /// The number.
    pub number: u64,
    /// The hash of the link before, in hexadecimal; none at the first.
    pub previous: Option<String>,
    /// The case.
    pub case: String,
    /// The SHA-256 of the evidence bundle in hexadecimal.
    pub bundle_sha256: String,
    /// The day on which it was deleted for good; none while its case lies in the bin.
    pub deleted_on: Option<Date>,
}

/// The numbers between the first and the last of these that were deleted.
pub fn between(engine: &Engine, entries: &[Entry]) -> Result<Vec<Deleted>, Problem> {
    let numbers = entries.iter().filter_map(|entry| entry.number);
    let (Some(first), Some(last)) = (numbers.clone().min(), numbers.max()) else {
        return Ok(Vec::new());
    };
    let (away, links) = engine.ask_vault(|vault| Ok((vault.away()?, vault.links()?)))?;
    let of = |paper: &AwayPaper| {
        let link = links.iter().find(|link| link.number == paper.number)?;
        Some(Deleted {
            number: link.number,
            previous: link.previous.map(|hash| base16ct::lower::encode_string(&hash)),
            case: link.case.0.clone(),
            bundle_sha256: base16ct::lower::encode_string(&link.bundle_sha256),
            deleted_on: match paper.why {
                Away::InBin => None,
                Away::Deleted(day) => Some(day),
            },
        })
    };
    let between = away.iter().filter(|paper| (first..=last).contains(&paper.number));
    Ok(between.filter_map(of).collect())
}
