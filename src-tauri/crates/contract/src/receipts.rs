//! The receipts on this machine: what they are for, how long they are kept, and where their copies lie.

use crate::pages::Page;
use crate::summary::approved_on;
use domain::case::{Approved, Case, Stage};
use domain::desk::{self, Desk};
use jiff::civil::Date;
use serde::Serialize;

/// One receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReceiptRow {
    /// The case.
    pub case: String,
    /// The receipt number; none while it could not be saved.
    pub number: Option<u64>,
    /// The organisation.
    pub name: String,
    /// The CVR number in pairs.
    pub cvr: String,
    /// The day of the approval in Denmark.
    pub approved: String,
    /// The last day on which it is kept.
    pub keep_until: String,
    /// That day has passed.
    pub may_go: bool,
    /// What became of its copy; none when none was to be made.
    pub copied: Option<Copied>,
}

/// What became of the copy of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Copied {
    /// It lies here.
    At { path: String },
    /// It could not be written: a code of the catalogue.
    Failed { code: String },
}

/// How long receipts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// So many years.
    pub years: u16,
    /// From the last day of this month, 1 to 12.
    pub year_ends: i8,
    /// What Tilslut suggests.
    pub suggested_years: u16,
}

impl From<domain::retention::Retention> for Retention {
    fn from(retention: domain::retention::Retention) -> Self {
        let suggested_years = domain::retention::Retention::default().years();
        Self { years: retention.years(), year_ends: retention.year_ends(), suggested_years }
    }
}

/// The page, with the financial year that today lies in as the period.
pub fn page(desk: &Desk, today: Date) -> Page {
    let mut receipts: Vec<(domain::Timestamp, ReceiptRow)> = approved(desk).map(|(case, it)| row(desk, case, it, today)).collect();
    receipts.sort_by(|(a, one), (b, other)| (b, other.number, &one.case).cmp(&(a, one.number, &other.case)));
    let (from, to) = desk.retention.year_of(today);
    Page::Receipts {
        receipts: receipts.into_iter().map(|(_, row)| row).collect(),
        folder: desk.copy_folder.clone(),
        from: from.to_string(),
        to: to.to_string(),
    }
}

/// How many receipts have no copy.
pub fn uncopied(desk: &Desk) -> u32 {
    let without = approved(desk).filter(|(case, _)| !matches!(desk.copies.get(&case.id), Some(desk::Copied::At { .. })));
    u32::try_from(without.count()).unwrap_or(u32::MAX)
}

/// The last day on which the receipt of a case is kept.
pub fn keep_until(desk: &Desk, approved: &Approved) -> Date {
    desk.retention.until(approved_on(approved))
}

/// What became of the copy of a receipt.
pub fn copied(copied: &desk::Copied) -> Copied {
    match copied {
        desk::Copied::At { path, .. } => Copied::At { path: path.clone() },
        desk::Copied::Failed(problem) => Copied::Failed { code: problem.code().to_owned() },
    }
}

fn approved(desk: &Desk) -> impl Iterator<Item = (&Case, &Approved)> {
    desk.cases.values().filter_map(|case| match &case.stage {
        Stage::Approved(approved) => Some((case, &**approved)),
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) => None,
    })
}

fn row(desk: &Desk, case: &Case, approved: &Approved, today: Date) -> (domain::Timestamp, ReceiptRow) {
    let until = keep_until(desk, approved);
    let row = ReceiptRow {
        case: case.id.0.clone(),
        number: desk.chain.of(&case.id).map(|link| link.number),
        name: approved.connection.organisation.name.clone(),
        cvr: approved.connection.organisation.cvr.in_pairs(),
        approved: approved_on(approved).to_string(),
        keep_until: until.to_string(),
        may_go: until < today,
        copied: desk.copies.get(&case.id).map(copied),
    };
    (approved.evidence.approved_at, row)
}
