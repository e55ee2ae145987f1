//! The receipts on this machine: what they are for, how long they are kept, and where their copies
//! lie.

use crate::clock::moment;
use crate::values::approved_on;
use app::Open;
use app::model::Recorded;
use app::route;
use domain::case::{Approved, Case, CaseId, Stage};
use domain::cvr::CvrNumber;
use domain::day_in_denmark;
use jiff::civil::Date;
use serde::Serialize;

/// One receipt or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReceiptRow {
    /// It is a record: nobody approved in Tilslut.
    pub is_record: bool,
    /// The case.
    pub case: String,
    /// The receipt number; none while it could not be saved.
    pub number: Option<u64>,
    /// The organisation.
    pub name: String,
    /// The CVR number in pairs.
    pub cvr: String,
    /// The day of the approval in Denmark, or the one on which the record was made.
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
    open.retention().until(approved_on(approved))
}

/// What became of the copy of a receipt. One that could not be written is told before an older one.
pub fn copied(open: &Open, case: &CaseId, copied: Option<&app::model::Copied>) -> Option<Copied> {
    match open.copy_failures.get(case) {
        Some(problem) => Some(Copied::Failed { code: problem.code().to_owned() }),
        None => copied.map(|copied| Copied::At { path: copied.path.clone() }),
    }
}

/// One receipt or record.
pub fn row(open: &Open, receipt: &route::ReceiptRow, today: Date) -> ReceiptRow {
    let paper = &receipt.paper;
    let summary = &paper.row.summary;
    let until = open.retention().until(paper.day);
    ReceiptRow {
        is_record: paper.is_record,
        case: summary.id.0.clone(),
        number: paper.number,
        name: summary.name.clone().unwrap_or_default(),
        cvr: summary.cvr.map(CvrNumber::in_pairs).unwrap_or_default(),
        approved: paper.day.to_string(),
        keep_until: until.to_string(),
        may_go: until < today,
        copied: if paper.is_record {
            None
        } else {
            copied(open, &summary.id, receipt.copied.as_ref())
        },
    }
}

/// The record of a guided case, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordState {
    /// The number of the newest; none while none was made.
    pub number: Option<u64>,
    /// When it was made.
    pub made: Option<String>,
    /// It still says what is known of the case.
    pub is_current: bool,
    /// The numbers of those before it, newest first.
    pub earlier: Vec<u64>,
    /// A mail is in the case, and so in the next record.
    pub has_mail: bool,
    /// The last day on which it is kept.
    pub keep_until: String,
}

/// The record of a case that was concluded on the official site; none while there is nothing to
/// record.
pub fn record_state(open: &Open, case: &Case, record: Option<&Recorded>) -> Option<RecordState> {
    // The record of what was approved in Tilslut names its receipt, which comes with the saving.
    let is_recorded = match case.stage {
        Stage::Approved(_) => open.cases.get(&case.id).is_some_and(|held| held.link.is_some()),
        _ => !case.can_go_back(),
    };
    let stated = case.outcome().filter(|_| is_recorded)?;
    let made = record.map_or(stated.at, |record| record.made);
    Some(RecordState {
        number: record.map(|record| record.number),
        made: record.map(|record| moment(record.made)),
        is_current: record.is_some_and(|record| record.is_current),
        earlier: record.map(|record| record.earlier.clone()).unwrap_or_default(),
        has_mail: case.mails().next().is_some(),
        keep_until: open.retention().until(day_in_denmark(made)).to_string(),
    })
}
