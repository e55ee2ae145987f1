//! Files that are written: whole or not at all, and never over another unless that was asked for.

use crate::arguments::Writing;
use crate::outcome::Error;
use crate::words::Words;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a file.
///
/// # Errors
/// [`Error::Unwritten`] when it is there already and may not be written over, or the system
/// refuses.
pub fn write(path: &Path, bytes: &[u8], writing: Writing, words: &Words) -> Result<(), Error> {
    let unwritten = |why: String| Error::Unwritten { path: path.to_owned(), why };
    write_whole(path, bytes, writing).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => unwritten(words.get("cli-already-there")),
        _ => unwritten(words.system(&error)),
    })
}

fn write_whole(path: &Path, bytes: &[u8], writing: Writing) -> io::Result<()> {
    if !writing.force {
        // The name is taken in one step, so that nobody else's file is written over in between.
        return fill(File::create_new(path)?, path, bytes);
    }
    // Beside it first: what is there stays whole until the new file is.
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    fill(File::create(beside)?, beside, bytes)?;
    fs::rename(beside, path)
}

/// A file that could not be filled is not left behind.
fn fill(mut file: File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        fs::remove_file(path).unwrap_or_default();
    })
}

/// A file that is known to be writable before anybody logs in, and that appears whole or not at
/// all.
pub struct Destination<'a> {
    path: &'a Path,
    force: bool,
    temporary: NamedTempFile,
}

impl<'a> Destination<'a> {
    /// Claims the place: [`Error::Usage`] when a file is there already and may not be replaced.
    pub fn of(path: &'a Path, force: bool) -> Result<Self, Error> {
        if !force && fs::symlink_metadata(path).is_ok() {
            return Err(Error::Usage(
                "the file of --out is there already; --force writes over it".into(),
            ));
        }
        let folder =
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { path, force, temporary: NamedTempFile::new_in(folder)? })
    }

    /// Writes it.
    pub fn write(mut self, bytes: &[u8]) -> Result<(), Error> {
        self.temporary.write_all(bytes)?;
        self.temporary.as_file().sync_all()?;
        let kept = if self.force {
            self.temporary.persist(self.path)
        } else {
            self.temporary.persist_noclobber(self.path)
        };
        kept.map(drop).map_err(|error| Error::Output(error.error))
    }
}
