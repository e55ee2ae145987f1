//! What a folder is before anything is written into it: whether the cases may lie there at all, and
//! what the person has to know of it when they may ([`domain::folder`]).
//!
//! Refused is what could not be opened safely: a path that SQLite cannot open, a folder that may not
//! be written, a name behind which there is no folder, a folder of somebody else. A link is followed:
//! where it points to is looked at, and when it is set elsewhere while the cases are open the names
//! do not stand any more (`file_id`).

mod synced;

use crate::disk::Disk;
use crate::vault_dir::unsaved;
use domain::folder::Folder;
use domain::problem::Problem;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How long the path of the folder may be, in bytes: what SQLite takes of a path on Unix
/// (`MAX_PATHNAME`), less what it puts behind it and the longest name in the folder, which is that of
/// a backup on its way.
#[cfg(unix)]
const LONGEST: usize = 512 - 8 - 120;

/// In characters, less than the 260 that every program on Windows may count on, so that the files fit
/// that are always there. Not tried on Windows.
#[cfg(not(unix))]
const LONGEST: usize = 260 - 60;

/// What is known of the folder of the cases, when it is used. It looks at the folders above it, so not
/// while anybody waits.
pub fn look(folder: &Path) -> Folder {
    let real = real(folder);
    let world = synced::World::of_this_machine();
    Folder {
        is_network: Disk::of(&real) == Disk::Network,
        synced: synced::synced_by(&real, &world),
    }
}

/// [`Problem::FolderPathTooLong`] when the files would have paths that cannot be opened. Asked before
/// the folder is made, so that none is left behind.
pub(crate) fn fits(folder: &Path) -> Result<(), Problem> {
    if length(&real(folder)) > LONGEST { Err(Problem::FolderPathTooLong) } else { Ok(()) }
}

#[cfg(unix)]
fn length(path: &Path) -> usize {
    path.as_os_str().len()
}

#[cfg(not(unix))]
fn length(path: &Path) -> usize {
    // `\\?\`, which a real path begins with there, is left out again when it is used.
    path.to_string_lossy().trim_start_matches(r"\\?\").encode_utf16().count()
}

/// Where a folder really lies: what of it is not there yet stays as it is named.
fn real(folder: &Path) -> PathBuf {
    let mut rest = Vec::new();
    let mut there = folder;
    loop {
        if let Ok(real) = fs::canonicalize(there) {
            return rest.iter().rev().fold(real, |path, name| path.join(name));
        }
        match (there.parent(), there.file_name()) {
            (Some(parent), Some(name)) => {
                rest.push(name.to_owned());
                there = parent;
            }
            _ => return folder.to_owned(),
        }
    }
}

/// Why the folder could not be made.
pub(crate) fn not_made(folder: &Path, error: &io::Error) -> Problem {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::AlreadyExists | Kind::NotADirectory | Kind::NotFound => Problem::FolderNotThere,
        _ => not_written(folder, error),
    }
}

/// Why nothing could be written into it.
pub(crate) fn not_written(folder: &Path, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::ReadOnlyFilesystem => Problem::FolderReadOnly,
        io::ErrorKind::PermissionDenied if system::is_of_another(folder) => {
            Problem::FolderOfAnother
        }
        io::ErrorKind::PermissionDenied => Problem::FolderReadOnly,
        _ => unsaved(error),
    }
}

/// The program may write into a folder, as far as whose it is decides: for what lies beside the cases.
pub fn is_folder_ours(folder: &Path) -> bool {
    is_ours(folder).is_ok()
}

/// [`Problem::FolderOfAnother`] when whoever may do everything would work in the folder of somebody
/// else: what is written there then could not be opened by them any more.
pub(crate) fn is_ours(folder: &Path) -> Result<(), Problem> {
    let is_elsewhere = Disk::of(folder) == Disk::Network;
    if system::is_root() && !is_elsewhere && system::is_of_another(folder) {
        return Err(Problem::FolderOfAnother);
    }
    Ok(())
}

/// [`Problem::FolderReadOnly`], or [`Problem::FolderOfAnother`], when nothing new can be made in it:
/// what is there could be opened, and the first save would fail.
pub(crate) fn takes_files(folder: &Path) -> Result<(), Problem> {
    system::takes_files(folder).map_err(|error| not_written(folder, &error))
}

#[cfg(unix)]
mod system {
    use std::fs;
    use std::io;
    use std::os::unix::fs::MetadataExt as _;
    use std::path::Path;

    pub(super) fn takes_files(folder: &Path) -> io::Result<()> {
        Ok(rustix::fs::access(folder, rustix::fs::Access::WRITE_OK)?)
    }

    pub(super) fn is_root() -> bool {
        rustix::process::geteuid().is_root()
    }

    /// The folder, or where it is not there the one that it would be in, belongs to somebody else.
    pub(super) fn is_of_another(folder: &Path) -> bool {
        let there = folder.ancestors().find_map(|folder| fs::metadata(folder).ok());
        there.is_some_and(|there| there.uid() != rustix::process::geteuid().as_raw())
    }
}

/// A folder under the person's own application data is that person's alone there.
#[cfg(not(unix))]
mod system {
    use std::io;
    use std::path::Path;

    pub(super) fn takes_files(_: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn is_root() -> bool {
        false
    }

    pub(super) fn is_of_another(_: &Path) -> bool {
        false
    }
}
