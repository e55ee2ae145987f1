//! Cases whose database cannot be read as it is: the newest backup that is whole, and what can still be
//! read page by page. Nothing is changed before the person has seen what that is; then the damaged files
//! stay beside the new database, under another name.

use super::Vault;
use super::opening::Unlocked;
use crate::backup::{BackupFile, BackupKey, HeldKey, of_database};
use crate::database::{Database, Keyed, check, fill};
use crate::disk::Disk;
use crate::file_id::Names;
use crate::mark::Named;
use domain::Timestamp;
use domain::problem::Problem;
use domain::rollback::Mark;
use domain::salvage::Salvage;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Cases whose key is at hand and whose database is damaged. They are held, and not changed: when this is
/// dropped, everything lies as it was found.
pub struct DamagedVault {
    unlocked: Unlocked,
    marks: Vec<Mark>,
    others: Vec<Mark>,
}

/// A new database with what could be read of a damaged one. It is gone when this is dropped.
pub struct SalvagedDatabase {
    path: PathBuf,
    found: Salvage,
    settings: BTreeMap<String, String>,
    _folder: TempDir,
}

/// A backup of these cases that was opened, and is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodBackup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub made: Timestamp,
    /// How many cases are in it.
    pub cases: u32,
}

impl Vault {
    /// How much room the files of damaged databases take that lie beside this one, in bytes; 0 where there
    /// are none.
    pub fn damaged_bytes(&self) -> u64 {
        let files = self.place.damaged().unwrap_or_default();
        files.iter().filter_map(|path| fs::metadata(path).ok()).map(|about| about.len()).sum()
    }

    /// Deletes them. What is in them is encrypted, so nothing is written over it first.
    pub fn delete_damaged(&mut self) -> Result<(), Problem> {
        for path in self.place.damaged()? {
            fs::remove_file(path).map_err(|_| Problem::DamagedNotDeleted)?;
        }
        self.place.sync()
    }

    /// The open cases as damaged ones, when something in the database cannot be read. What was saved is in
    /// the files.
    pub fn into_damaged(self) -> Result<DamagedVault, Problem> {
        let Self { database, key_file, data_key, opened_by, place, .. } = self;
        let mark = database.mark().ok();
        drop(database);
        let kept = mark.filter(|mark| mark.generation > 0);
        let kept = kept.map(|mark| Named { database: key_file.account().to_owned(), mark });
        let unlocked = Unlocked::new(place, key_file, data_key, opened_by, kept);
        let (marks, others, _) = unlocked.marks()?;
        Ok(DamagedVault::of(unlocked, marks, others))
    }
}

impl DamagedVault {
    pub(super) fn of(unlocked: Unlocked, marks: Vec<Mark>, others: Vec<Mark>) -> Self {
        Self { unlocked, marks, others }
    }

    /// The newest backup of these cases in some folders that opens and is whole; each is read for it until
    /// one is found. A folder that is not there has none.
    pub fn newest_backup(&self, folders: &[PathBuf]) -> Option<GoodBackup> {
        let environment = self.unlocked.place.environment();
        let database = self.unlocked.key_file.account();
        let mut found = Vec::new();
        for folder in folders {
            let listed = of_database(folder, environment, database).unwrap_or_default();
            found.extend(
                listed.into_iter().map(|(name, _)| (name.made, folder.join(name.file_name()))),
            );
        }
        found.sort();
        found.into_iter().rev().find_map(|(_, path)| self.backup(path))
    }

    fn backup(&self, path: PathBuf) -> Option<GoodBackup> {
        let key = BackupKey::Held(HeldKey::new(self.unlocked.data_key.clone()));
        let file = BackupFile::read(&path).ok()?;
        let contents = file.open(&key, self.unlocked.place.folder()).ok()?.contents().ok()?;
        Some(GoodBackup { path, made: contents.made, cases: contents.cases })
    }

    /// Reads what can be read, into a new database beside the damaged one.
    pub fn salvage(&self) -> Result<SalvagedDatabase, Problem> {
        let Unlocked { key_file, data_key, place, .. } = &self.unlocked;
        let salt = key_file.salt().ok_or(Problem::VaultDamaged)?;
        let mut pages = self.unlocked.pages()?;
        let folder = place.to_fill_in()?;
        let (path, disk) = (folder.path().join("filled.db"), Disk::of(folder.path()));
        let mut database = Database::create(&path, disk, data_key, &salt, place.environment())?;
        let given = self.marks.iter().filter_map(|mark| mark.end).map(|end| end.number).max();
        let found = fill(&mut database, &mut pages, given.unwrap_or_default())?;
        let settings = database.settings()?;
        database.settle()?;
        drop(database);
        let (key, names) = (data_key.clone(), Names::default());
        check(&Keyed { path: path.clone(), disk, key, salt, names })?;
        Ok(SalvagedDatabase { path, found, settings, _folder: folder })
    }

    /// Goes on with what could be read. The damaged files stay beside it, under another name; no number of a
    /// receipt is given that was given before.
    pub fn go_on(mut self, salvaged: SalvagedDatabase) -> Result<Vault, Problem> {
        self.unlocked.place.replace_database(&salvaged.path)?;
        self.unlocked.go_on(self.marks, self.others)
    }
}

impl SalvagedDatabase {
    /// A setting, when it was set and could be read.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(String::as_str)
    }

    /// What could be read, and what could not.
    pub fn found(&self) -> &Salvage {
        &self.found
    }
}

impl fmt::Debug for DamagedVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DamagedVault(…)")
    }
}

impl fmt::Debug for SalvagedDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SalvagedDatabase(…)")
    }
}
