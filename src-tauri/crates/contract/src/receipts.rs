//! The receipts on this machine: what they are for, how long they are kept, and where their copies
//! lie.

use crate::values::approved_on;
use app::Open;
use app::route;
use domain::case::{Approved, CaseId};
use domain::cvr::CvrNumber;
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

/// How far an export of receipts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExportProgress {
    /// How many receipts are made.
    pub done: u32,
    /// Of how many; none before that is known.
    pub of: Option<u32>,
}

/// A period, both days included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// The last day on which the receipt of a case is kept.
pub fn keep_until(open: &Open, approved: &Approved) -> Date {
    open.retention.until(approved_on(approved))
}

/// What became of the copy of a receipt. One that could not be written is told before an older one.
pub fn copied(open: &Open, case: &CaseId, copied: Option<&app::model::Copied>) -> Option<Copied> {
    match open.copy_failures.get(case) {
        Some(problem) => Some(Copied::Failed { code: problem.code().to_owned() }),
        None => copied.map(|copied| Copied::At { path: copied.path.clone() }),
    }
}

/// One receipt; none of a case that is not approved.
pub fn row(open: &Open, receipt: &route::ReceiptRow, today: Date) -> Option<ReceiptRow> {
    let summary = &receipt.row.summary;
    let approved = summary.approval.as_ref()?.on;
    let until = open.retention.until(approved);
    Some(ReceiptRow {
        case: summary.id.0.clone(),
        number: receipt.row.receipt,
        name: summary.name.clone().unwrap_or_default(),
        cvr: summary.cvr.map(CvrNumber::in_pairs).unwrap_or_default(),
        approved: approved.to_string(),
        keep_until: until.to_string(),
        may_go: until < today,
        copied: copied(open, &summary.id, receipt.copied.as_ref()),
    })
}
