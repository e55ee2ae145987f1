//! Receipts and records: their numbers, the chain that they are in, and what is kept of them.

use super::Vault;
use crate::database::KeptRecord;
use domain::case::{Case, CaseId};
use domain::chain::{End, Link};
use domain::problem::Problem;
use domain::summary::{Paper, Papers};
use jiff::civil::Date;

impl Vault {
    /// The chain of receipts, by number, with the links of cases that are not here any more. Which of
    /// them were deleted is told by [`Vault::away`].
    pub fn links(&self) -> Result<Vec<Link>, Problem> {
        self.database.links()
    }

    /// Keeps a record of a case, its link in the chain, and which documents it encloses, so that
    /// they stay: all or nothing. [`Problem::NotSaved`] when the number was given already.
    pub fn save_with_record(
        &mut self,
        case: &Case,
        record: &KeptRecord,
        documents: &[[u8; 32]],
    ) -> Result<(), Problem> {
        if case.environment != self.place.environment() || record.link.case != case.id {
            return Err(Problem::NotSaved);
        }
        self.database.save_with_record(case, record, documents)
    }

    /// The records of a case, oldest first.
    pub fn records_of(&self, case: &CaseId) -> Result<Vec<KeptRecord>, Problem> {
        self.database.records_of(case)
    }

    /// The record with a number.
    pub fn record(&self, number: u64) -> Result<Option<KeptRecord>, Problem> {
        self.database.record(number)
    }

    /// The numbers of the records that were made in a period, both days included.
    pub fn record_numbers(&self, from: Date, to: Date) -> Result<Vec<u64>, Problem> {
        self.database.record_numbers(from, to)
    }

    /// Receipts and records in one list, the newest day first: so many, after so many.
    pub fn papers(&self, skip: u32, limit: u32) -> Result<Papers, Problem> {
        self.database.papers(skip, limit)
    }

    /// The newest receipt or record of each case of which that is of one of these days, or of one
    /// between them: so many, the earliest first.
    pub fn newest_papers(&self, from: Date, to: Date, limit: u32) -> Result<Vec<Paper>, Problem> {
        self.database.newest_papers(from, to, limit)
    }

    /// Every link of a case in the chain, by number.
    pub fn links_of(&self, case: &CaseId) -> Result<Vec<Link>, Problem> {
        self.database.links_of(case)
    }

    /// The link of the receipt of a case: no record's, of which there may be several beside it.
    pub fn link(&self, case: &CaseId) -> Result<Option<Link>, Problem> {
        self.database.link(case)
    }

    /// The newest link of the chain of receipts.
    pub fn last_link(&self) -> Result<Option<Link>, Problem> {
        self.database.last_link()
    }

    /// Where the chain of receipts ends: the next link comes after it. That is the newest link, or one
    /// that was given before and is not here any more.
    pub fn chain_end(&self) -> Result<Option<End>, Problem> {
        self.database.end()
    }

    /// Notes that the receipt of a case was copied to this path, and whether it told of the
    /// receiver's answer; the case must have been saved.
    pub fn note_copy(&mut self, case: &CaseId, accepted: bool, path: &str) -> Result<(), Problem> {
        self.database.note_copy(case, accepted, path)
    }

    /// The copy of a receipt: whether it tells of the receiver's answer, and where it was put.
    pub fn copy(&self, case: &CaseId) -> Result<Option<(bool, String)>, Problem> {
        self.database.copy(case)
    }

    /// The approved cases whose receipt is to be copied to this folder, oldest approval first.
    pub fn copies_due(&self, folder: &str) -> Result<Vec<CaseId>, Problem> {
        self.database.copies_due(folder)
    }

    /// The receipts that were copied: the case, whether the copy tells of the receiver's answer,
    /// and where it was put.
    pub fn copies(&self) -> Result<Vec<(CaseId, bool, String)>, Problem> {
        self.database.copies()
    }
}
