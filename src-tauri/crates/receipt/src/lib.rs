//! What is kept on paper: the receipt, which says who approved what and when, and the sheets that a
//! case needs beside it. Each is a PDF of Tilslut's own and says so on every page (DESIGN §1).
//!
//! # Flow
//! [`Receipt`] or [`BoardOverview`] → `approval` or `board` (the words) → `flow` (lines, tables,
//! pages) → `binding`, from a `document`: `page_chrome` (ribbon, head, foot) → `page` (a display
//! list) → `writer` (printpdf) → `archive` (PDF/A-3a and PDF/UA-1, with the evidence inside). The
//! same case gives the same bytes in every process: nothing is read from clock, machine or chance.
//! A guided case, in which nobody approved, gets a [`record`] the same way.
//! [`read()`] takes the evidence out again, years later, and [`verification`] says what a file
//! proves and whether its pages are as they were made: `again` makes them anew and `same` compares.
//!
//! One more document is one more module beside `approval` and `board`.

mod administrators;
mod again;
mod approval;
mod approval_sheet;
mod archive;
mod bidi;
mod binding;
mod board;
mod case_list;
mod chain;
mod checklist;
mod content;
mod document;
mod facts;
mod file_name;
mod flow;
mod hand_over;
mod letters;
mod lines;
mod page;
mod page_chrome;
mod qr;
mod read;
pub mod record;
mod replaced;
mod same;
mod set_up;
mod shapes;
mod short_proof;
mod statement;
mod steps;
mod structure;
mod table;
mod timeline;
mod together;
mod typeface;
pub mod verification;
mod wording;
mod writer;

pub use administrators::{
    Administrators, administrator_sheet, administrator_sheet_file_name, administrators,
    administrators_file_name,
};
pub use approval::{file_name, pdf};
pub use approval_sheet::{ApprovalSheet, approval_sheet, approval_sheet_file_name};
pub use board::{BoardOverview, board_overview, board_overview_file_name};
pub use case_list::{CaseList, ListedCase, case_list, case_list_file_name};
pub use chain::{Link, LinkHash, sha256};
pub use checklist::{Checklist, checklist, checklist_file_name};
pub use content::{Delivered, Made, Receipt};
pub use hand_over::{HandOverSheet, hand_over_sheet, hand_over_sheet_file_name};
pub use read::{
    CASE_NAME, Contents, EVIDENCE_NAME, NotAReceipt, RecordContents, RecordMetadata,
    STATEMENT_NAME, evidence_in, is_pdf, read, read_record,
};
pub use set_up::{SetUpChecklist, set_up_checklist, set_up_checklist_file_name};
pub use short_proof::{NotAShortProof, ShortProof};
pub use timeline::{Timeline, timeline, timeline_file_name};
pub use together::together;

/// Why there is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The evidence does not verify, or it is about other answers than the connection: say so, and
    /// make no receipt.
    #[error("the evidence does not prove the approval of this connection")]
    Unproven,
    /// The mails that belong into the record are more than one holds: take out those that are not
    /// needed.
    #[error("the mails are too large for a record")]
    TooLarge,
    /// The file could not be made. Trying again does not help: the program itself is damaged.
    #[error("the document could not be made")]
    NotMade,
}
