//! Making a backup, beside the open vault and without its lock.

use super::Label;
use crate::Secret;
use crate::database::{Counts, Keyed, check, copy, pages};
use crate::slot::{Kind, Slot};
use crate::vault::Vault;
use crate::vault_dir::{sync_folder, unsaved};
use domain::backups::BackupName;
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// A backup that can be made on any thread, beside the open vault: of what is in it at the moment
/// when the job is run.
pub struct BackupJob {
    file: Keyed,
    environment: Environment,
    database: String,
    slots: Vec<Slot>,
    words: Option<Secret>,
    is_held_alone: bool,
}

/// A backup that counts: its file was opened, read and found to be what the vault had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeBackup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub made: Timestamp,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Its size.
    pub bytes: u64,
    /// How many cases are in it.
    pub cases: u64,
    /// How many documents.
    pub documents: u64,
    /// How many receipts and records.
    pub receipts: u64,
    /// What was in the vault: the same as [`Vault::content`], as long as nothing changes there.
    pub content: [u8; 32],
    /// A recovery code or words open it; without either it opens with this vault's own key only.
    pub opens_elsewhere: bool,
}

/// How far a backup is: so many pages of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: u64,
    /// What there is.
    pub of: u64,
}

impl Vault {
    /// A backup of this vault, which its recovery code opens.
    pub fn backup(&self) -> BackupJob {
        BackupJob {
            file: self.database_file(),
            environment: self.environment(),
            database: self.database_name().to_owned(),
            slots: self.recovery_slots(),
            words: None,
            is_held_alone: self.is_held_alone(),
        }
    }

    /// The same for a move to another computer: these words open it, too.
    pub fn backup_for_move(&self, words: Secret) -> BackupJob {
        BackupJob { words: Some(words), ..self.backup() }
    }
}

/// The backups of a database in a folder that Tilslut made by itself, with their sizes.
pub(crate) fn of_database(
    folder: &Path,
    environment: Environment,
    database: &str,
) -> io::Result<Vec<(BackupName, u64)>> {
    let ours = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.ok()?;
        let name = BackupName::parse(entry.file_name().to_str()?)?;
        let is_of_this = name.environment == environment && database.starts_with(&name.database);
        is_of_this.then_some((name, entry.metadata().ok()?.len()))
    };
    Ok(fs::read_dir(folder)?.filter_map(ours).collect())
}

impl BackupJob {
    /// What Tilslut calls a backup that it makes by itself at this moment.
    pub fn file_name(&self, now: Timestamp) -> String {
        let database = self.database.chars().take(8).collect();
        BackupName { environment: self.environment, database, made: now }.file_name()
    }

    /// The backups of this database in a folder that Tilslut made by itself, with their sizes.
    pub fn of_this_database(&self, folder: &Path) -> Result<Vec<(BackupName, u64)>, Problem> {
        of_database(folder, self.environment, &self.database).map_err(|_| Problem::BackupFolderGone)
    }

    /// Makes it, and checks that very file, before it gets its name. `go_on` hears how far it is and
    /// gives it up with false. After any problem there is no new file, and one that lay there before
    /// is as it was.
    pub fn run(
        &self,
        to: &Path,
        now: Timestamp,
        go_on: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<MadeBackup, Problem> {
        self.make(to, now, |path| {
            copy(&self.file, path, &mut |done, of| go_on(Progress { done, of }))
        })
    }

    /// Only the vault that is open can make it ([`BackupJob::run_on`]): no other connection may read the
    /// database.
    pub fn is_held_alone(&self) -> bool {
        self.is_held_alone
    }

    /// The same of the vault that is open, by the connection that it has: where its files have lost
    /// their names ([`Problem::VaultMoved`]), and what is open is all that there is; and where it is held
    /// alone. Nothing can be saved meanwhile.
    pub fn run_on(
        &self,
        vault: &Vault,
        to: &Path,
        now: Timestamp,
        go_on: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<MadeBackup, Problem> {
        self.make(to, now, |path| {
            vault.copy_held(path, &mut |done, of| go_on(Progress { done, of }))
        })
    }

    fn make(
        &self,
        to: &Path,
        now: Timestamp,
        copy: impl FnOnce(&Path) -> Result<Counts, Problem>,
    ) -> Result<MadeBackup, Problem> {
        let folder = to.parent().ok_or(Problem::BackupFolderGone)?;
        self.forget_unfinished(folder);
        // A folder of its own, since SQLite lays files beside a database while it works on it.
        let unfinished = tempfile::Builder::new()
            .prefix(&self.unfinished())
            .tempdir_in(folder)
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::BackupFolderGone,
                _ => unsaved(&error),
            })?;
        let path = unfinished.path().join("copy.db");
        let counts = copy(&path)?;
        let label = self.label(&path, now)?;
        write_label(&path, &label).map_err(|error| unsaved(&error))?;

        let unsound = |problem| match problem {
            Problem::DiskFull | Problem::BackupCancelled => problem,
            _ => Problem::BackupUnsound,
        };
        let file = Keyed { path: path.clone(), ..self.file.clone() };
        let read = File::open(&path)
            .map_err(|_| Problem::BackupUnsound)
            .and_then(|mut file| Label::read(&mut file))
            .map_err(unsound)?;
        let opens = |words: &Secret| {
            let of_words = read.slots.iter().filter(|slot| slot.kind == Kind::Words);
            of_words
                .filter_map(|slot| slot.open_with_secret(&read.owner(), words))
                .any(|key| key.same(&self.file.key))
        };
        let is_right = read.is_sealed_under(&self.file.key)
            && read.slots == label.slots
            && self.words.as_ref().is_none_or(opens);
        if !is_right || check(&file).map_err(unsound)? != counts {
            return Err(Problem::BackupUnsound);
        }
        let (sha256, bytes) = digest(&path).map_err(|_| Problem::BackupUnsound)?;
        fs::rename(&path, to)
            .and_then(|()| sync_folder(folder))
            .map_err(|error| unsaved(&error))?;
        Ok(MadeBackup {
            path: to.to_owned(),
            made: now,
            sha256,
            bytes,
            cases: counts.cases,
            documents: counts.documents,
            receipts: counts.receipts,
            content: counts.digest,
            opens_elsewhere: !label.slots.is_empty(),
        })
    }

    fn label(&self, path: &Path, now: Timestamp) -> Result<Label, Problem> {
        let (sha256, bytes) = digest(path).map_err(|error| unsaved(&error))?;
        let pages = pages(bytes).ok_or(Problem::BackupUnsound)?;
        let mut slots = self.slots.clone();
        let key = &self.file.key;
        let database = &self.database;
        let owner = crate::key_file::owner(self.environment.word(), database);
        if let Some(words) = &self.words {
            slots.push(Slot::under_secret(Kind::Words, &owner, words, key)?);
        }
        slots.iter_mut().for_each(Slot::sum);
        let sha256 = base16ct::lower::encode_string(&sha256);
        Label::new(self.environment, database, now, (pages, sha256), slots, key)
    }

    /// How the name of the folder begins in which a backup lies before it counts.
    fn unfinished(&self) -> String {
        let database: String = self.database.chars().take(8).collect();
        format!(".tilslut-{}-{database}-", self.environment.word())
    }

    /// Removes what a crash left. No other process can be at it: the vault is held.
    fn forget_unfinished(&self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(&self.unfinished())) {
                // It is tried again the next time.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl fmt::Debug for BackupJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupJob(…)")
    }
}

fn write_label(path: &Path, label: &Label) -> io::Result<()> {
    let bytes = label.bytes().map_err(|_| io::Error::other("a label that is no JSON"))?;
    let mut file = fs::OpenOptions::new().write(true).open(path)?;
    file.seek(io::SeekFrom::End(0))?;
    file.write_all(&bytes)?;
    file.sync_all()
}

/// The SHA-256 of a file, and its size.
fn digest(path: &Path) -> io::Result<([u8; 32], u64)> {
    let (mut file, mut hash, mut size) = (File::open(path)?, Sha256::new(), 0);
    let mut portion = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut portion)?;
        if read == 0 {
            return Ok((hash.finalize().into(), size));
        }
        hash.update(portion.get(..read).unwrap_or_default());
        size += u64::try_from(read).unwrap_or_default();
    }
}
