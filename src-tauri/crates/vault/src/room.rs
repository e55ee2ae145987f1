//! Whether a folder takes more: SQLite has a word of its own for a full disk, and none for a quota or for a
//! limit of a file's size, which are the same to a person. So where it could not write, the folder is asked.

use crate::vault_dir::unsaved;
use domain::problem::Problem;
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// So much is tried: more than the page that could not be written.
const TRIED: [u8; 16_384] = [0; 16_384];

/// The same problem, or [`Problem::DiskFull`] where a file could not be saved because its folder takes no
/// more than there is.
pub(crate) fn or_full(problem: Problem, file: &Path) -> Problem {
    let is_full = |error: io::Error| unsaved(&error) == Problem::DiskFull;
    if problem == Problem::NotSaved && grow(file).is_err_and(is_full) {
        Problem::DiskFull
    } else {
        problem
    }
}

/// Writes where the file, or the log of the database that it is, would grow next: into a file without a
/// name, which takes no more room than what is tried.
fn grow(file: &Path) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let length = |path: &Path| path.metadata().map_or(0, |found| found.len());
    let mut beside = tempfile::tempfile_in(folder)?;
    beside.seek(SeekFrom::Start(length(file).max(length(Path::new(&log)))))?;
    beside.write_all(&TRIED)
}
