//! What a person and the days do with the bin of the open cases.

use super::Vault;
use domain::bin::{AwayPaper, Binned};
use domain::case::CaseId;
use domain::problem::Problem;
use jiff::civil::Date;

impl Vault {
    /// Puts a case into the bin: nothing but [`Vault::binned`] shows it any more, and nothing of it is
    /// lost. None there is no problem. Whether it may be deleted is for the caller to ask
    /// ([`domain::bin::stands_in_the_way`]).
    pub fn bin(&mut self, case: &CaseId, today: Date) -> Result<(), Problem> {
        self.database.bin(case, today)
    }

    /// Puts a case of the bin back as it was; none there is no problem. [`Problem::CaseDamaged`] or
    /// [`Problem::CaseNewer`] when it cannot be read: then it is among [`Vault::unreadable`].
    pub fn put_back(&mut self, case: &CaseId, today: Date) -> Result<(), Problem> {
        self.database.put_back(case, today)
    }

    /// A window of the bin, the last deleted first: so many, after so many.
    pub fn binned(&self, skip: u32, limit: u32) -> Result<Binned, Problem> {
        self.database.binned(skip, limit)
    }

    /// Whether a case is in the bin.
    pub fn is_binned(&self, case: &CaseId) -> Result<bool, Problem> {
        self.database.is_binned(case)
    }

    /// How many cases are in the bin.
    pub fn count_binned(&self) -> Result<u32, Problem> {
        self.database.count_binned()
    }

    /// Deletes a case of the bin for good, with everything that hangs on it; none there is no problem.
    /// What stays is what [`Vault::away`] tells, and what keeps a backup from bringing it back.
    pub fn empty(&mut self, case: &CaseId, today: Date) -> Result<(), Problem> {
        self.database.empty(case, today)
    }

    /// What a day does with the bin ([`domain::bin::Rest::turn`]); how many cases are gone for good.
    /// The same day again does nothing.
    pub fn turn_bin(&mut self, today: Date) -> Result<u32, Problem> {
        self.database.turn_bin(today)
    }

    /// The numbers of the chain whose receipts or records were deleted here, into the bin or for good,
    /// in their order.
    pub fn away(&self) -> Result<Vec<AwayPaper>, Problem> {
        self.database.away()
    }
}
