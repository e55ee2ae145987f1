//! What is asked of the open cases: one of them, a window of all, what is due; and whether they lie
//! as they were written.

use super::Vault;
use crate::OpenBackup;
use crate::database::{Integrity, IntegrityCheck};
use domain::case::{Case, CaseId};
use domain::cvr::CvrNumber;
use domain::history::Log;
use domain::merge::Plan;
use domain::problem::Problem;
use domain::summary::{ApprovedQuery, DeadlineKind, DueDeadline, Query, Row, Rows, UnreadableCase};
use jiff::civil::Date;

/// The setting that holds the last check of the pages: the day, and `sound` or the numbers of the
/// damaged ones.
const INTEGRITY: &str = "integrity";

impl Vault {
    /// A case; none when there is no such case. One that cannot be read is [`Problem::CaseDamaged`]
    /// or [`Problem::CaseNewer`], and from then on among [`Vault::unreadable`] instead of in the
    /// lists; the others are not touched.
    pub fn case(&mut self, id: &CaseId) -> Result<Option<Case>, Problem> {
        self.database.case(id)
    }

    /// The history of a case: what was answered otherwise with each save. Empty for one that there is
    /// not, and for what was saved before there was any history.
    pub fn history(&self, id: &CaseId) -> Result<Log, Problem> {
        self.database.history(id)
    }

    /// A window of the cases. No case is read for it.
    pub fn list(&self, query: &Query) -> Result<Rows, Problem> {
        self.database.list(query)
    }

    /// The cases of an organisation, the one that changed last first. No case is read for it.
    pub fn of_organisation(&self, cvr: CvrNumber, limit: u32) -> Result<Vec<Row>, Problem> {
        self.database.of_organisation(cvr, limit)
    }

    /// How many cases can be read.
    pub fn count(&self) -> Result<u32, Problem> {
        self.database.count()
    }

    /// The cases that want `Event::Restored`, by id.
    pub fn to_resume(&self) -> Result<Vec<CaseId>, Problem> {
        self.database.to_resume()
    }

    /// A window of the approved cases. No case is read for it.
    pub fn approved(&self, query: &ApprovedQuery) -> Result<Rows, Problem> {
        self.database.approved(query)
    }

    /// The ids of approved cases, oldest approval first: `skip`, `limit` and `direction` do not
    /// count. Who needs the cases reads them one by one.
    pub fn approved_ids(&self, query: &ApprovedQuery) -> Result<Vec<CaseId>, Problem> {
        self.database.approved_ids(query)
    }

    /// The approved cases without a receipt number, oldest approval first.
    pub fn unnumbered(&self) -> Result<Vec<CaseId>, Problem> {
        self.database.unnumbered()
    }

    /// The cases that have documents beside them.
    pub fn with_documents(&self) -> Result<Vec<CaseId>, Problem> {
        self.database.with_documents()
    }

    /// Removes the drafts in which nothing was ever answered ([`Case::is_untouched`]); how many
    /// there were. Earlier versions kept a case from the moment when it was begun.
    pub fn forget_untouched(&mut self) -> Result<u32, Problem> {
        self.database.forget_untouched()
    }

    /// The deadlines of these kinds from one day to another, both included, that are not settled:
    /// the nearest first, so many at most.
    pub fn deadlines(
        &self,
        from: Date,
        to: Date,
        kinds: &[DeadlineKind],
        limit: u32,
    ) -> Result<Vec<DueDeadline>, Problem> {
        self.database.deadlines(from, to, kinds, limit)
    }

    /// Some of the cases whose summaries may say something else on this day, or under the rule book
    /// of this program.
    pub fn stale(&self, today: Date, limit: u32) -> Result<Vec<CaseId>, Problem> {
        self.database.stale(today, limit)
    }

    /// Makes the summaries of at most so many stale cases again; how many there were. At midnight
    /// and after a start it is called until that is 0; each call is short.
    pub fn refresh(&mut self, today: Date, limit: u32) -> Result<u32, Problem> {
        self.database.refresh(today, limit)
    }

    /// The cases that are kept and cannot be read, by what was known of them.
    pub fn unreadable(&self) -> Result<Vec<UnreadableCase>, Problem> {
        self.database.unreadable()
    }

    /// The stored bytes of a case, readable or not, for saving them elsewhere; none when there is
    /// no such case. [`Problem::CaseDamaged`] when the disk does not give them.
    pub fn unreadable_bytes(&mut self, id: &CaseId) -> Result<Option<Vec<u8>>, Problem> {
        self.database.bytes(id)
    }

    /// A check of every page on the disk, for running beside the open vault:
    /// [`IntegrityCheck::run`] takes seconds for a large one.
    pub fn integrity_check(&self) -> IntegrityCheck {
        self.database.integrity_check()
    }

    /// The day of the last check that could tell something, and what it found.
    pub fn last_integrity(&self) -> Option<(Date, Integrity)> {
        let noted = self.database.setting(INTEGRITY)?;
        let (day, found) = noted.split_once(' ')?;
        let found = match found {
            "sound" => Integrity::Sound,
            pages => Integrity::Damaged {
                pages: pages.split(',').map(str::parse).collect::<Result<_, _>>().ok()?,
            },
        };
        Some((day.parse().ok()?, found))
    }

    /// A check is due: there was none on this day, or the last one found damage.
    pub fn integrity_is_due(&self, today: Date) -> bool {
        self.last_integrity().is_none_or(|(day, found)| day != today || found != Integrity::Sound)
    }

    /// The last check found damage.
    pub fn has_damaged_pages(&self) -> bool {
        self.last_integrity().is_some_and(|(_, found)| matches!(found, Integrity::Damaged { .. }))
    }

    /// Notes what a check found. One that could tell nothing is not noted, so that it stays due.
    pub fn note_integrity(&mut self, today: Date, found: &Integrity) -> Result<(), Problem> {
        let found = match found {
            Integrity::Sound => "sound".to_owned(),
            Integrity::Damaged { pages } => {
                pages.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
            }
            Integrity::NotJudged => return Ok(()),
        };
        self.database.set_setting(INTEGRITY, &format!("{today} {found}"))
    }

    /// What would become of everything in a backup, were it taken in: nothing is changed.
    /// [`Problem::BackupOtherEnvironment`] for one of the other world.
    pub fn plan(&self, backup: &OpenBackup) -> Result<Plan, Problem> {
        if backup.environment() != Some(self.environment()) {
            return Err(Problem::BackupOtherEnvironment);
        }
        self.database.plan(backup.database())
    }

    /// Takes everything in a backup in, all or nothing, and tells what became of it: as
    /// [`Vault::plan`] says now, whatever was shown before. Whoever holds cases in memory reads them
    /// again.
    pub fn take_in(&mut self, backup: &OpenBackup, today: Date) -> Result<Plan, Problem> {
        if backup.environment() != Some(self.environment()) {
            return Err(Problem::BackupOtherEnvironment);
        }
        self.database.merge(backup.database(), backup.name(), today)
    }

    /// What tells what is kept from anything else that was: that of a backup of it is the same.
    pub fn content(&self) -> Result<[u8; 32], Problem> {
        self.database.content()
    }

    /// Where the chain of receipts has parted from that of a backup that was taken in: the number at
    /// which each branch begins, and the day.
    pub fn branches(&self) -> Result<Vec<(u64, Date)>, Problem> {
        self.database.branches()
    }

    /// The states of cases that are kept aside, since another one is in their place: the case, and
    /// the day on which it was laid there.
    pub fn other_versions(&self) -> Result<Vec<(CaseId, Date)>, Problem> {
        self.database.other_versions()
    }
}
