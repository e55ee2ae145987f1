//! Cases whose database cannot be read as it is, and how far the person is with what can be.

use crate::state::older::Restores;
use domain::Timestamp;
use domain::salvage::Salvage;

/// Cases that are damaged. Nothing of them is changed before the person goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// How far they are.
    pub step: DamagedStep,
    /// The newest backup that was opened, and is whole.
    pub backup: Option<BackupAt>,
    /// It is still looked for.
    pub is_looking: bool,
}

/// How far somebody is with damaged cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DamagedStep {
    /// Nothing was read yet, or it could not be for this reason.
    Found(Option<domain::problem::Problem>),
    /// What can be read is being read.
    Reading,
    /// This was read, into a new database that can take the place of the old.
    Read(Box<Salvage>),
    /// It does; and whether a backup is to be taken in then.
    Opening(Box<Salvage>, Restores),
}

/// A backup that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupAt {
    /// When it was made.
    pub made: Timestamp,
    /// How many cases are in it.
    pub cases: u32,
}

impl Damaged {
    /// What was found at this moment.
    pub(crate) fn found() -> Self {
        Self { step: DamagedStep::Found(None), backup: None, is_looking: true }
    }
}
