//! Cases whose database is damaged, as the window shows them.

use crate::cases::{UnreadableRow, unreadable};
use crate::clock::moment;
use app::model::{self, Damaged, DamagedStep};
use serde::Serialize;

/// Damaged cases, and how far the person is with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DamagedCases {
    /// A backup is looked for.
    pub looking: bool,
    /// The newest one that is whole.
    pub backup: Option<BackupAt>,
    /// What can be read is being read.
    pub reading: bool,
    /// Why it could not be: a code of the catalogue.
    pub problem: Option<String>,
    /// What was read.
    pub salvaged: Option<Salvaged>,
    /// It is being opened.
    pub opening: bool,
}

/// A backup that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupAt {
    /// When it was made.
    pub made: String,
    /// How many cases are in it.
    pub cases: u32,
}

/// What could be read, and what could not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Salvaged {
    /// How many pages there should be; 0 where nothing is left.
    pub pages: u32,
    /// How many of them cannot be read.
    pub damaged: u32,
    /// How many cases are whole.
    pub cases: u32,
    /// The first of the cases that are known of and cannot be read.
    pub unreadable: Vec<UnreadableRow>,
    /// How many there are.
    pub unreadable_count: u32,
    /// How many receipts and records are whole.
    pub receipts: u32,
    /// The numbers of those that are not, as "3" and "7–9".
    pub missing_receipts: Vec<String>,
    /// How many of them there are.
    pub missing_receipt_count: u32,
    /// How many documents and mails are whole.
    pub documents: u32,
    /// The first of the whole cases that lack documents.
    pub missing_documents: Vec<MissingDocuments>,
    /// How many documents they lack.
    pub missing_document_count: u32,
}

/// A case without some of its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MissingDocuments {
    /// The name of its organisation, where it has one.
    pub name: Option<String>,
    /// How many are not here.
    pub missing: u32,
}

/// So many are listed by name; of the others their number is told.
const LISTED: usize = 50;

fn number(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

impl From<&Damaged> for DamagedCases {
    fn from(damaged: &Damaged) -> Self {
        let (salvaged, problem) = match &damaged.step {
            DamagedStep::Found(problem) => (None, *problem),
            DamagedStep::Reading => (None, None),
            DamagedStep::Read(read) | DamagedStep::Opening(read, _) => (Some(&**read), None),
        };
        Self {
            looking: damaged.is_looking,
            backup: damaged.backup.map(BackupAt::from),
            reading: damaged.step == DamagedStep::Reading,
            problem: problem.map(|problem| problem.code().to_owned()),
            salvaged: salvaged.map(Salvaged::from),
            opening: matches!(damaged.step, DamagedStep::Opening(..)),
        }
    }
}

impl From<model::BackupAt> for BackupAt {
    fn from(backup: model::BackupAt) -> Self {
        Self { made: moment(backup.made), cases: backup.cases }
    }
}

impl From<&domain::salvage::Salvage> for Salvaged {
    fn from(found: &domain::salvage::Salvage) -> Self {
        let missing = found.missing_receipts.iter();
        let range = |range: &std::ops::RangeInclusive<u64>| match (range.start(), range.end()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        let documents = found.missing_documents.iter();
        let lacking = documents.clone().take(LISTED).map(|case| MissingDocuments {
            name: case.name.clone(),
            missing: number(case.missing),
        });
        Self {
            pages: number(found.pages),
            damaged: number(found.damaged),
            cases: number(found.cases),
            unreadable: found.unreadable.iter().take(LISTED).map(unreadable).collect(),
            unreadable_count: number(found.unreadable.len()),
            receipts: number(found.receipts),
            missing_receipt_count: number(
                missing.clone().map(|range| range.end() - range.start() + 1).sum::<u64>(),
            ),
            missing_receipts: missing.take(LISTED).map(range).collect(),
            documents: number(found.documents),
            missing_documents: lacking.collect(),
            missing_document_count: number(documents.map(|case| case.missing).sum::<u64>()),
        }
    }
}
