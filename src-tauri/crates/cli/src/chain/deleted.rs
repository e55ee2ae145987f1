//! What the table of an export says of numbers that were deleted in Tilslut: their links, so that the
//! chain is followed past the gap. Whoever made the folder wrote the table, too: it says that a receipt
//! was deleted and fits the chain, never who deleted it.

use crate::input::Input;
use domain::Environment;
use domain::case::CaseId;
use domain::chain::Link;
use jiff::civil::Date;
use serde::Deserialize;
use std::path::Path;

/// The table of an export.
const INDEX: &str = "index.json";
/// The first form of it that tells of deleted numbers.
const TYPE: &str = "tilslut/bookkeeping/v3";
/// No table is as large, in bytes.
const LARGEST: usize = 64 << 20;

/// A number that was deleted.
pub struct Deleted {
    /// Which chain.
    pub environment: Environment,
    /// Its link.
    pub link: Link,
    /// The day on which it was deleted for good, as the table says; none while it lies in the bin.
    pub on: Option<String>,
}

#[derive(Deserialize)]
struct Index {
    r#type: String,
    environment: String,
    #[serde(default)]
    deleted: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    number: u64,
    previous: Option<String>,
    case: String,
    bundle_sha256: String,
    deleted_on: Option<String>,
}

/// What the table in a folder says; nothing where there is none, or none of this form.
pub fn read(folder: &Path) -> Option<Vec<Deleted>> {
    let bytes = Input::raw(&folder.join(INDEX), LARGEST).ok()?;
    let index: Index = serde_json::from_slice(&bytes).ok()?;
    let environment = Environment::from_word(&index.environment)?;
    (index.r#type == TYPE).then_some(())?;
    Some(index.deleted.into_iter().filter_map(|row| row.link(environment)).collect())
}

impl Row {
    fn link(self, environment: Environment) -> Option<Deleted> {
        let previous = match self.previous {
            None => None,
            Some(hash) => Some(digest(&hash)?),
        };
        let link = Link {
            number: self.number,
            previous,
            case: CaseId(self.case),
            bundle_sha256: digest(&self.bundle_sha256)?,
        };
        // Only a day crosses to whoever reads the answer.
        let on = self.deleted_on.map(|day| day.parse::<Date>()).transpose().ok()?;
        Some(Deleted { environment, link, on: on.map(|day| day.to_string()) })
    }
}

fn digest(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    (text.len() == 64).then_some(())?;
    base16ct::lower::decode(text, &mut digest).ok()?;
    Some(digest)
}
