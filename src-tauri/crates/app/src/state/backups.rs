//! The backups: the last that counts, where they lie, and what is being done about them.

use domain::Timestamp;
use domain::backups::Budget;
use domain::merge::Plan;
use domain::problem::Problem;

/// What is known of the backups of these cases.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups {
    /// The folder that Tilslut puts them into by itself.
    pub folder: String,
    /// The person has chosen it; otherwise it is on the disk that the cases are on.
    pub chosen: bool,
    /// The last one that counts.
    pub last: Option<LastBackup>,
    /// How many lie in the folder.
    pub stored: u32,
    /// How much room they take, in bytes.
    pub bytes: u64,
    /// How much they may.
    pub budget: Budget,
    /// The person was asked whether they may lie on the disk that the cases are on, and answered.
    pub is_place_settled: bool,
    /// How much room damaged files take that lie beside the cases, in bytes; 0 where there are none.
    pub damaged_bytes: u64,
    /// Why the last attempt came to nothing; none when it did not.
    pub problem: Option<Problem>,
    /// One is being made: so many hundredths of it.
    pub making: Option<u8>,
}

impl Backups {
    /// What a broken disk takes along is to be put elsewhere: asked once there is a backup, until
    /// the person has answered.
    pub fn asks_for_place(&self) -> bool {
        self.last.is_some() && !self.chosen && !self.is_place_settled
    }
}

/// A backup that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastBackup {
    /// When it was made.
    pub made: Timestamp,
    /// Where it lies.
    pub path: String,
    /// How many cases are in it.
    pub cases: u64,
    /// How many receipts and records.
    pub receipts: u64,
    /// Its size.
    pub bytes: u64,
    /// A recovery code opens it on another computer.
    pub elsewhere: bool,
}

/// A backup that was chosen to be taken in, before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenBackup {
    /// The name of the file.
    pub file: String,
    /// When it was made, as it says itself.
    pub made: Timestamp,
    /// It is of these cases, and needs nothing typed.
    pub own: bool,
    /// A recovery code opens it.
    pub code: bool,
    /// Six words open it.
    pub words: bool,
}

/// What is in a backup that is open, and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBackup {
    /// When it was made.
    pub made: Timestamp,
    /// How many cases can be read in it.
    pub cases: u32,
    /// When one of them was changed last.
    pub newest: Option<Timestamp>,
    /// The numbers of its receipts and records.
    pub receipts: Vec<u64>,
    /// How many documents and mails.
    pub documents: u64,
    /// What would become of each.
    pub plan: Plan,
}
