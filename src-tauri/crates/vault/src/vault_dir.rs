//! Where the files of an environment lie, who holds them, and how a small file is written so that a
//! crash leaves either the old one or the new one.

use crate::disk::Disk;
use crate::file_id::{FileId, Names};
use crate::folder;
use domain::Environment;
use domain::problem::Problem;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The files of one environment in one folder, held by this process alone for as long as this
/// lives.
pub(crate) struct VaultDir {
    folder: PathBuf,
    environment: Environment,
    /// The lock goes with the file handle: dropped here, or by the system when the process dies.
    _lock: File,
    /// The same on the database itself, where that can be.
    database_lock: Option<File>,
    /// The name of the lock, as it was taken.
    names: Names,
}

/// How often a lock is taken again whose file lost its name in that moment.
const TRIES: usize = 5;

impl VaultDir {
    /// Makes the folder when it is missing and takes the lock of the environment. Only the owner may
    /// enter the folder afterwards; [`Problem::FolderOpenToOthers`] when it is somebody else's and
    /// anybody may change what is in it. What else is not used, `folder` says.
    pub(crate) fn claim(folder: &Path, environment: Environment) -> Result<Self, Problem> {
        folder::fits(folder)?;
        folder::is_ours(folder)?;
        make_folder(folder).map_err(|error| folder::not_made(folder, &error))?;
        folder::takes_files(folder)?;
        let path = folder.join(format!("tilslut-{}.lock", environment.word()));
        let (lock, names) = lock_named(&path, Disk::of(folder))?;
        keep_private(folder, &lock)?;
        let folder = folder.to_owned();
        let mut place = Self { folder, environment, _lock: lock, database_lock: None, names };
        place.finish_replacing()?;
        place.hold_database()?;
        place.forget_unfinished();
        Ok(place)
    }

    /// Removes what a crash left: key slots that did not come to their name, since one that was dropped
    /// meanwhile could be among them, copies of backups that were read, and databases that were filled and
    /// not used.
    fn forget_unfinished(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let slots = self.key_slots().map(|path| unfinished(&path));
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            // It is tried again the next time.
            if slots.iter().flatten().any(|begin| name.starts_with(begin)) {
                let _ = fs::remove_file(entry.path());
            } else if name.starts_with(FILLING)
                || name.starts_with(READING) && !is_held(&entry.path())
            {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }

    /// Holds the database itself, too, once there is one: somebody who tidies up may remove a lock
    /// file, and another program would make and lock a new one. On Linux such a lock and those of
    /// SQLite do not know of each other; elsewhere they would be in each other's way, so there the
    /// name of the lock file is looked at with each save, and on Windows it cannot be taken away.
    pub(crate) fn hold_database(&mut self) -> Result<(), Problem> {
        // Between machines this would be one of SQLite's own kind, and it holds the database alone
        // there.
        let is_apart = cfg!(target_os = "linux") && self.disk() == Disk::Local;
        if self.database_lock.is_some() || !is_apart {
            return Ok(());
        }
        let Ok(database) = File::open(self.database()) else { return Ok(()) };
        match database.try_lock() {
            Ok(()) => self.database_lock = Some(database),
            Err(TryLockError::WouldBlock) => return Err(Problem::VaultInUse),
            // A disk that knows no such locks.
            Err(TryLockError::Error(_)) => {}
        }
        Ok(())
    }

    /// Puts a database that is whole, under this key and without a log, in the place of one that is
    /// damaged, which is kept beside it under another name. A crash leaves either the one or the other:
    /// from the moment when the new one has its first name, the rest is done at the next start.
    pub(crate) fn replace_database(&mut self, new: &Path) -> Result<(), Problem> {
        File::open(new)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(new, self.replacement()))
            .map_err(|error| unsaved(&error))?;
        self.sync()?;
        self.database_lock = None;
        self.finish_replacing()?;
        self.hold_database()
    }

    /// A database that is to take the place of the one that is here.
    fn replacement(&self) -> PathBuf {
        self.folder.join(format!("tilslut-{}.db-new", self.environment.word()))
    }

    /// The log goes first: it would be taken for that of the new database.
    fn finish_replacing(&self) -> Result<(), Problem> {
        let new = self.replacement();
        if !fs::exists(&new).map_err(|error| unsaved(&error))? {
            return Ok(());
        }
        let word = self.environment.word();
        let named = |ending: &str| self.folder.join(format!("tilslut-{word}.db{ending}"));
        for ending in ["-wal", ""] {
            let aside = (1..=u32::MAX)
                .map(|number| named(&format!("{ending}-damaged-{number}")))
                .find(|aside| !aside.exists())
                .ok_or(Problem::NotSaved)?;
            match fs::rename(named(ending), aside) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(unsaved(&error)),
            }
            // Each step before the next, whatever a crash leaves.
            self.sync()?;
        }
        // The index of the log that is gone; SQLite makes it anew.
        let _ = fs::remove_file(named("-shm"));
        fs::rename(new, named("")).map_err(|error| unsaved(&error))?;
        self.sync()
    }

    /// The files of damaged databases that another took the place of.
    pub(crate) fn damaged(&self) -> Result<Vec<PathBuf>, Problem> {
        let word = self.environment.word();
        let begins = ["-wal", ""].map(|ending| format!("tilslut-{word}.db{ending}-damaged-"));
        let entries = fs::read_dir(&self.folder).map_err(|error| unsaved(&error))?;
        let is_one = |entry: &fs::DirEntry| {
            let name = entry.file_name();
            name.to_str().is_some_and(|name| begins.iter().any(|begin| name.starts_with(begin)))
        };
        let ours = entries.filter_map(Result::ok).filter(is_one);
        Ok(ours.map(|entry| entry.path()).collect())
    }

    /// A folder of its own for a database that is filled beside the one that is here.
    pub(crate) fn to_fill_in(&self) -> Result<TempDir, Problem> {
        tempfile::Builder::new()
            .prefix(FILLING)
            .tempdir_in(&self.folder)
            .map_err(|error| unsaved(&error))
    }

    /// The names that have to stand as long as the files are held.
    pub(crate) fn names(&self) -> Names {
        self.names.clone()
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

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The high-water mark of the database.
    pub(crate) fn mark(&self) -> PathBuf {
        self.folder.join(format!("tilslut-{}.mark", self.environment.word()))
    }

    /// True when a mark lies there, of whichever database.
    pub(crate) fn has_mark(&self) -> bool {
        crate::mark::salt(&self.mark()).is_some()
    }

    /// Puts a mark aside of which nothing else is left. One that was put aside before gives way.
    pub(crate) fn set_mark_aside(&self) -> Result<(), Problem> {
        let aside = self.folder.join(format!("tilslut-{}.mark-earlier", self.environment.word()));
        match fs::rename(self.mark(), aside) {
            Ok(()) => self.sync(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(unsaved(&error)),
        }
    }

    /// Copies a log that may have lost its tail, before anything is written over it: what follows the
    /// damage in it opens for nobody here, but its pages are not all lost for who knows how.
    pub(crate) fn keep_log_aside(&self) -> Result<(), Problem> {
        let beside = |ending: &str| {
            self.folder.join(format!("tilslut-{}.db-wal{ending}", self.environment.word()))
        };
        match fs::metadata(beside("")) {
            Ok(log) if log.len() > 0 => fs::copy(beside(""), beside("-earlier"))
                .and_then(|_| File::open(beside("-earlier"))?.sync_all())
                .map_err(|error| unsaved(&error)),
            _ => Ok(()),
        }
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

/// How the name of a folder begins in which a copy of a backup lies while it is read.
const READING: &str = "reading-backup-";
/// The same in which a database is filled with what could be read of a damaged one. Only who holds the
/// cases does that.
const FILLING: &str = "salvaged-";
/// The file in it that says that somebody still reads.
const HELD: &str = "held";

/// A folder of its own for a copy of a backup, and the lock by which others know that it is in use.
pub(crate) fn to_read_in(folder: &Path) -> Result<(File, TempDir), Problem> {
    let make = || -> io::Result<(File, TempDir)> {
        let folder = tempfile::Builder::new().prefix(READING).tempdir_in(folder)?;
        let held = File::create(folder.path().join(HELD))?;
        // Where the disk knows no such locks, a copy goes when somebody opens the cases meanwhile.
        let _ = held.try_lock();
        Ok((held, folder))
    };
    make().map_err(|error| unsaved(&error))
}

/// Somebody still reads the copy in this folder.
fn is_held(folder: &Path) -> bool {
    File::open(folder.join(HELD))
        .is_ok_and(|held| matches!(held.try_lock(), Err(TryLockError::WouldBlock)))
}

/// How the name of a file begins that is to take the place of this one.
fn unfinished(path: &Path) -> Option<String> {
    path.file_name()?.to_str().map(|name| format!("{name}."))
}

/// Replaces a file: written beside it, made durable, renamed, and the new name made durable.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder = path.parent().ok_or(Problem::NotSaved)?;
    let write = || -> io::Result<()> {
        let name = unfinished(path).ok_or(io::ErrorKind::InvalidInput)?;
        let mut beside = tempfile::Builder::new().prefix(&name).tempfile_in(folder)?;
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
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Problem::DiskFull
        }
        _ => Problem::NotSaved,
    }
}

/// Takes a lock on the file that has this name: also after it was taken, since a lock on a file that
/// lost its name meanwhile keeps nobody out.
fn lock_named(path: &Path, disk: Disk) -> Result<(File, Names), Problem> {
    for _ in 0..TRIES {
        let lock = lock_file().open(path).map_err(|error| match path.parent() {
            Some(folder) => folder::not_written(folder, &error),
            None => unsaved(&error),
        })?;
        lock.try_lock().map_err(|why| match why {
            TryLockError::WouldBlock => Problem::VaultInUse,
            TryLockError::Error(error) => unsaved(&error),
        })?;
        let held = FileId::of_open(&lock).map_err(|error| unsaved(&error))?;
        if FileId::of(path).is_ok_and(|named| disk == Disk::Network || named == held) {
            let names = Names::of([path.to_owned()], disk).map_err(|error| unsaved(&error))?;
            return Ok((lock, names));
        }
    }
    Err(Problem::VaultInUse)
}

/// How a lock file is opened. Windows lets nobody remove or rename it then.
fn lock_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, SHARED);
    options
}

/// Others may read and write (`FILE_SHARE_READ`, `FILE_SHARE_WRITE`), and not remove.
#[cfg(windows)]
const SHARED: u32 = 1 | 2;

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Others who may write into the folder could put another database in its place, and those who may
/// look see when somebody works. Where the disk keeps no such thing nothing is changed.
#[cfg(unix)]
fn keep_private(folder: &Path, own: &File) -> Result<(), Problem> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let (folder_is, own) = (fs::metadata(folder), own.metadata());
    let (Ok(folder_is), Ok(own)) = (folder_is, own) else { return Ok(()) };
    match access(folder_is.uid() == own.uid(), folder_is.mode()) {
        Access::Private => Ok(()),
        Access::ToBeClosed => {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).ok();
            Ok(())
        }
        Access::OpenToOthers => Err(Problem::FolderOpenToOthers),
    }
}

/// On Windows a folder under the person's own application data is that person's alone.
#[cfg(not(unix))]
fn keep_private(_: &Path, _: &File) -> Result<(), Problem> {
    Ok(())
}

/// Who may enter a folder.
#[cfg(unix)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    /// Its owner alone, or others whom its owner lets look.
    Private,
    /// It is the person's own, and others may enter.
    ToBeClosed,
    /// It is somebody else's, and anybody may write into it.
    OpenToOthers,
}

#[cfg(unix)]
fn access(is_own: bool, mode: u32) -> Access {
    match (is_own, mode & 0o077 != 0, mode & 0o002 != 0) {
        (true, true, _) => Access::ToBeClosed,
        (false, _, true) => Access::OpenToOthers,
        _ => Access::Private,
    }
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_ones_own_is_closed_and_one_that_anybody_may_change_is_not_used() {
        for (is_own, mode, expected) in [
            (true, 0o40700, Access::Private),
            (true, 0o40755, Access::ToBeClosed),
            (true, 0o40777, Access::ToBeClosed),
            (false, 0o40770, Access::Private),
            (false, 0o41777, Access::OpenToOthers),
        ] {
            assert_eq!(access(is_own, mode), expected, "{is_own} {mode:o}");
        }
    }
}
