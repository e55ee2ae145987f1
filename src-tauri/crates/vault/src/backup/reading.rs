//! Reading a backup: what it says of itself, whether a key opens it, and what is in it.

use super::Label;
use crate::Secret;
use crate::database::{Database, Keyed, PAGE, check};
use crate::disk::Disk;
use crate::file_id::Names;
use crate::key::Key;
use crate::recovery_code::RecoveryCode;
use crate::slot::Kind;
use crate::vault::Vault;
use domain::problem::Problem;
use domain::summary::Query;
use domain::{Environment, Timestamp};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A backup that was not opened yet: what it says of itself without its key.
pub struct BackupFile {
    path: PathBuf,
    label: Label,
}

/// What opens a backup.
pub enum BackupKey<'a> {
    /// The recovery code that was in use when it was made, as it was typed.
    RecoveryCode(&'a str),
    /// The words that were made for it, in their one spelling.
    Words(&'a Secret),
    /// The vault that it was made of, which is open.
    Own(&'a Vault),
    /// What [`BackupFile::key_of`] took of that vault, so that it need not be held meanwhile.
    Held(HeldKey),
}

/// The key of a vault, for opening a backup of it. It is wiped on drop.
pub struct HeldKey(Key);

impl HeldKey {
    pub(crate) fn new(key: Key) -> Self {
        Self(key)
    }
}

/// A backup that is open: a copy of it, encrypted as it is, which goes with this.
pub struct OpenBackup {
    // Dropped in this order: the database is closed before its folder goes.
    database: Database,
    label: Label,
    _held: File,
    _folder: TempDir,
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupContents {
    /// When it was made.
    pub made: Timestamp,
    /// How many cases can be read.
    pub cases: u32,
    /// How many lie there that cannot.
    pub unreadable: u32,
    /// When one of them was changed last.
    pub newest: Option<Timestamp>,
    /// The numbers of its receipts and records.
    pub receipts: Vec<u64>,
    /// How many documents and mails.
    pub documents: u64,
}

impl BackupFile {
    /// Reads what a file says of itself. [`Problem::BackupUnreadable`] when it is no backup, or cut
    /// off, [`Problem::BackupNewer`] when a newer program made it.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let mut file = File::open(path).map_err(|_| Problem::BackupUnreadable)?;
        Ok(Self { path: path.to_owned(), label: Label::read(&mut file)? })
    }

    /// Which world it is of.
    pub fn environment(&self) -> Option<Environment> {
        self.label.environment()
    }

    /// When it was made, as it says itself; [`BackupFile::open`] proves it.
    pub fn made(&self) -> Timestamp {
        self.label.made
    }

    /// The name of the database that it is of: 32 hexadecimal digits.
    pub fn database(&self) -> &str {
        &self.label.database
    }

    /// A recovery code opens it.
    pub fn has_recovery(&self) -> bool {
        self.label.has(Kind::RecoveryCode)
    }

    /// Words open it.
    pub fn has_words(&self) -> bool {
        self.label.has(Kind::Words)
    }

    /// It is of the vault that is open, so nothing needs to be typed.
    pub fn is_of(&self, vault: &Vault) -> bool {
        self.label.database == vault.database_name()
            && self.environment() == Some(vault.environment())
    }

    /// What of the vault that it is of opens it; [`Problem::BackupCodeWrong`] of another one.
    pub fn key_of(&self, vault: &Vault) -> Result<HeldKey, Problem> {
        if self.is_of(vault) {
            Ok(HeldKey(vault.data_key().clone()))
        } else {
            Err(Problem::BackupCodeWrong)
        }
    }

    /// Opens it: [`Problem::BackupCodeWrong`] when this does not, [`Problem::BackupUnreadable`] when
    /// the file is not as it was made. The copy that is read lies in `folder` as long as the backup
    /// is open.
    pub fn open(&self, key: &BackupKey<'_>, folder: &Path) -> Result<OpenBackup, Problem> {
        let environment = self.environment().ok_or(Problem::BackupUnreadable)?;
        let salt = self.label.salt().ok_or(Problem::BackupUnreadable)?;
        let data_key = self.data_key(key).ok_or(Problem::BackupCodeWrong)?;
        if !self.label.is_sealed_under(&data_key) {
            return Err(Problem::BackupUnreadable);
        }
        let unreadable = |problem| match problem {
            Problem::DiskFull => Problem::DiskFull,
            Problem::VaultNewer => Problem::BackupNewer,
            _ => Problem::BackupUnreadable,
        };
        let (held, folder) = crate::vault_dir::to_read_in(folder)?;
        let path = folder.path().join("copy.db");
        self.copy_pages(&path)?;
        let key = data_key.clone();
        let names = Names::default();
        let file = Keyed { path: path.clone(), disk: Disk::Local, key, salt, names };
        check(&file).map_err(unreadable)?;
        let database =
            Database::open(&path, Disk::of(folder.path()), &data_key, &salt, environment)
                .map_err(unreadable)?;
        Ok(OpenBackup { database, label: self.label.clone(), _held: held, _folder: folder })
    }

    fn data_key(&self, key: &BackupKey<'_>) -> Option<Key> {
        let owner = self.label.owner();
        let by = |kind, secret: &Secret| {
            let of_kind = self.label.slots.iter().filter(move |slot| slot.kind == kind);
            of_kind.filter_map(|slot| slot.open_with_secret(&owner, secret)).next()
        };
        match key {
            BackupKey::RecoveryCode(typed) => {
                by(Kind::RecoveryCode, &RecoveryCode::parse(typed)?.secret())
            }
            BackupKey::Words(words) => by(Kind::Words, words),
            BackupKey::Held(HeldKey(key)) => Some(key.clone()),
            BackupKey::Own(vault) => self.is_of(vault).then(|| vault.data_key().clone()),
        }
    }

    /// Copies the pages of the database, and compares them with what the label says of them.
    fn copy_pages(&self, to: &Path) -> Result<(), Problem> {
        let unread = |_| Problem::BackupUnreadable;
        let bytes = u64::try_from(PAGE).ok().and_then(|page| page.checked_mul(self.label.pages));
        let mut left =
            File::open(&self.path).map_err(unread)?.take(bytes.ok_or(Problem::BackupUnreadable)?);
        let mut copy = File::create(to).map_err(|error| crate::vault_dir::unsaved(&error))?;
        let (mut hash, mut portion) = (Sha256::new(), vec![0; 1 << 16]);
        loop {
            let read = left.read(&mut portion).map_err(unread)?;
            if read == 0 {
                break;
            }
            let bytes = portion.get(..read).unwrap_or_default();
            hash.update(bytes);
            copy.write_all(bytes).map_err(|error| crate::vault_dir::unsaved(&error))?;
        }
        let found = base16ct::lower::encode_string(&hash.finalize());
        if found == self.label.sha256 { Ok(()) } else { Err(Problem::BackupUnreadable) }
    }
}

impl OpenBackup {
    /// Which world it is of.
    pub fn environment(&self) -> Option<Environment> {
        self.label.environment()
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    pub(crate) fn name(&self) -> &str {
        &self.label.database
    }

    /// What is in it. Every case is read for it.
    pub fn contents(&mut self) -> Result<BackupContents, Problem> {
        let rows = self.database.list(&Query { limit: u32::MAX, ..Query::default() })?.rows;
        for row in &rows {
            match self.database.case(&row.summary.id) {
                Ok(_) | Err(Problem::CaseDamaged | Problem::CaseNewer) => {}
                Err(problem) => return Err(problem),
            }
        }
        let unreadable = self.database.unreadable()?;
        let changed = rows.iter().map(|row| row.summary.changed);
        let newest = changed.chain(unreadable.iter().map(|case| case.changed)).max();
        let receipts = self.database.links()?.iter().map(|link| link.number).collect();
        Ok(BackupContents {
            made: self.label.made,
            cases: self.database.count()?,
            unreadable: u32::try_from(unreadable.len()).unwrap_or(u32::MAX),
            newest,
            receipts,
            documents: self.database.count_documents()?,
        })
    }
}

impl fmt::Debug for BackupFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupFile(…)")
    }
}

impl fmt::Debug for OpenBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenBackup(…)")
    }
}
