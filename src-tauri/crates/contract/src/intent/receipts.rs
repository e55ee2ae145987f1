//! What a person wants with receipts.

use app::intent as of;
use app::model::PaperId;
use domain::case::CaseId;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Something with receipts.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum ReceiptsIntent {
    /// Show other receipts of the list: those from this row on.
    List { from: u32 },
    /// Choose where, and save the receipt of a case.
    Save { case: String },
    /// Show it in another program.
    Show { case: String },
    /// Choose where, and save the evidence bundle of a case.
    SaveEvidence { case: String },
    /// Show the system's print dialog for these receipts.
    Print { cases: Vec<String>, records: Vec<u32> },
    /// Choose where, and save the record of a guided case: another one when other things are known
    /// since.
    SaveRecord { case: String },
    /// Show it in another program.
    ShowRecord { case: String },
    /// Choose where, and save the record with this number.
    SaveNumberedRecord { number: u32 },
    /// Show it in another program.
    ShowNumberedRecord { number: u32 },
    /// Choose where, and save the receipts of a period (`YYYY-MM-DD`, both days included) for the
    /// bookkeeping.
    Export { from: String, to: String },
    /// Cancel the export in progress.
    CancelExport,
    /// Choose the folder that gets a copy of every receipt.
    ChooseFolder,
    /// No more copies. Those that were made stay.
    ForgetFolder,
    /// Put a copy of every receipt that has none into the folder.
    Copy,
    /// Keep receipts so many years from the end of the financial year, which ends with this month
    /// (1 to 12).
    SetRetention { years: u16, year_ends: i8 },
    /// Show the timeline that is open, as a PDF in another program.
    ShowTimeline,
    /// Choose where, and save that PDF.
    SaveTimeline,
}

impl From<ReceiptsIntent> for of::ReceiptsIntent {
    fn from(intent: ReceiptsIntent) -> Self {
        match intent {
            ReceiptsIntent::List { from } => Self::List { from },
            ReceiptsIntent::Save { case } => Self::Save(CaseId(case)),
            ReceiptsIntent::Show { case } => Self::Show(CaseId(case)),
            ReceiptsIntent::SaveEvidence { case } => Self::SaveEvidence(CaseId(case)),
            ReceiptsIntent::Print { cases, records } => {
                let receipts = cases.into_iter().map(|case| PaperId::Receipt(CaseId(case)));
                let records = records.into_iter().map(|number| PaperId::Record(number.into()));
                Self::Print(receipts.chain(records).collect())
            }
            ReceiptsIntent::SaveRecord { case } => Self::SaveRecord(CaseId(case)),
            ReceiptsIntent::ShowRecord { case } => Self::ShowRecord(CaseId(case)),
            ReceiptsIntent::SaveNumberedRecord { number } => {
                Self::SaveNumberedRecord(number.into())
            }
            ReceiptsIntent::ShowNumberedRecord { number } => {
                Self::ShowNumberedRecord(number.into())
            }
            ReceiptsIntent::Export { from, to } => Self::Export { from, to },
            ReceiptsIntent::CancelExport => Self::CancelExport,
            ReceiptsIntent::ChooseFolder => Self::ChooseFolder,
            ReceiptsIntent::ForgetFolder => Self::ForgetFolder,
            ReceiptsIntent::Copy => Self::Copy,
            ReceiptsIntent::SetRetention { years, year_ends } => {
                Self::SetRetention { years, year_ends }
            }
            ReceiptsIntent::ShowTimeline => Self::ShowTimeline,
            ReceiptsIntent::SaveTimeline => Self::SaveTimeline,
        }
    }
}
