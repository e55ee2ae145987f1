//! Where the files of an environment lie, who holds them, and how a small file is written so that a
//! crash leaves either the old one or the new one.

use crate::disk::Disk;
use domain::Environment;
use domain::problem::Problem;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The files of one environment in one folder, held by this process alone for as long as this
/// lives.
pub(crate) struct VaultDir {
    folder: PathBuf,
    environment: Environment,
    /// The lock goes with the file handle: dropped here, or by the system when the process dies.
    _lock: File,
}

impl VaultDir {
    /// Makes the folder when it is missing (only its owner may enter) and takes the lock of the
    /// environment.
    pub(crate) fn claim(folder: &Path, environment: Environment) -> Result<Self, Problem> {
        make_folder(folder).map_err(|error| unsaved(&error))?;
        let path = folder.join(format!("tilslut-{}.lock", environment.word()));
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(|error| unsaved(&error))?;
        lock.try_lock().map_err(|why| match why {
            TryLockError::WouldBlock => Problem::VaultInUse,
            TryLockError::Error(error) => unsaved(&error),
        })?;
        Ok(Self { folder: folder.to_owned(), environment, _lock: lock })
    }

    /// Which world the files belong to.
    pub(crate) fn environment(&self) -> Environment {
        self.environment
    }

    /// The database.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join(format!("tilslut-{}.db", self.environment.word()))
    }

    /// The disk that the files are on.
    pub(crate) fn disk(&self) -> Disk {
        Disk::of(&self.folder)
    }

    /// The key slots, twice. The copy is written first, so that a program that knows only the other
    /// one never finds something newer beside it.
    pub(crate) fn key_slots(&self) -> [PathBuf; 2] {
        let word = self.environment.word();
        ["keyslots-copy.json", "keyslots.json"]
            .map(|name| self.folder.join(format!("tilslut-{word}.{name}")))
    }

    /// The salt that the database on disk begins with, when there is one: the cipher writes it in
    /// the clear, and it names the database.
    pub(crate) fn salt_of_database(&self) -> Option<[u8; 16]> {
        let mut salt = [0; 16];
        File::open(self.database()).and_then(|mut file| file.read_exact(&mut salt)).ok()?;
        Some(salt)
    }

    /// True when there is a database, or the log that one leaves behind.
    pub(crate) fn has_database(&self) -> Result<bool, Problem> {
        let database = self.database();
        let mut log = database.clone().into_os_string();
        log.push("-wal");
        for path in [database, log.into()] {
            if fs::exists(path).map_err(|error| unsaved(&error))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes the names of new files durable.
    pub(crate) fn sync(&self) -> Result<(), Problem> {
        sync_folder(&self.folder).map_err(|error| unsaved(&error))
    }
}

/// Replaces a file: written beside it, made durable, renamed, and the new name made durable.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder = path.parent().ok_or(Problem::NotSaved)?;
    let write = || -> io::Result<()> {
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        beside.persist(path)?;
        sync_folder(folder)
    };
    write().map_err(|error| unsaved(&error))
}

/// What a person is told when a file could not be written.
pub(crate) fn unsaved(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::DiskFull,
        _ => Problem::NotSaved,
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows makes a rename durable with the file system's own log; a folder cannot be synchronised
/// there.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
