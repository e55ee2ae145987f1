//! Writes the files that a person asks for, whole or not at all.

use domain::problem::Problem;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file beside its final place and moves it there, so that a full disk leaves no half file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|why| why.error)?;
        Ok(())
    });
    written.map_err(|why| problem(&why))
}

/// Why a file that the person chose was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It is larger than such a file may be: choose another.
    #[error("the file is too large")]
    TooLarge,
    /// It is not there, is no file, or may not be read: choose another.
    #[error("the file cannot be read")]
    Unreadable,
}

/// Reads a file that the person chose, of at most this many bytes.
pub fn read(path: &Path, largest: u64) -> Result<Vec<u8>, Unread> {
    let file = File::open(path).map_err(|_| Unread::Unreadable)?;
    // A file may grow while it is read, so its size is not asked for: one byte too many is enough to know.
    let mut bytes = Vec::new();
    file.take(largest.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Unread::Unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size <= largest) { Ok(bytes) } else { Err(Unread::TooLarge) }
}

/// Where a receipt or a document lies while another program shows it: readable only for this person, and gone when the cases are closed.
pub struct Opened {
    folder: PathBuf,
}

impl Opened {
    /// The folder of this name; nothing is written yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes a file into the folder and says where it is.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        private_folder(&self.folder).map_err(|why| problem(&why))?;
        let path = self.folder.join(name);
        write(&path, bytes)?;
        Ok(path)
    }

    /// Removes everything that was opened. What another program still holds is removed at the next start.
    pub fn clear(&self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// On Windows a folder under the person's own application data is that person's alone.
#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// The path with this ending, for dialogs that leave it to the program.
pub fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    match path.extension() {
        Some(found) if found.eq_ignore_ascii_case(ending) => path,
        _ => {
            let mut name = path.into_os_string();
            name.push(".");
            name.push(ending);
            name.into()
        }
    }
}

fn problem(why: &io::Error) -> Problem {
    match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::DiskFull,
        _ => Problem::FileNotWritten,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("kvittering.pdf");
        assert_eq!(write(&path, b"one"), Ok(()));
        assert_eq!(write(&path, b"two"), Ok(()));
        assert_eq!(read(&path, 3), Ok(b"two".to_vec()));
        assert_eq!(read(&path, 2), Err(Unread::TooLarge));
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder is there").count(), 1);
        assert_eq!(write(&folder.path().join("missing/x.pdf"), b"x"), Err(Problem::FileNotWritten));
        assert_eq!(read(&folder.path().join("missing"), 9), Err(Unread::Unreadable));
        assert_eq!(read(folder.path(), 9), Err(Unread::Unreadable));
    }

    #[test]
    fn what_was_opened_can_be_cleared_away() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let opened = Opened::new(folder.path().join("opened"));
        opened.clear();
        let path = opened.write("kvittering.pdf", b"one").expect("it can be written");
        assert_eq!(std::fs::read(&path).expect("it is there"), b"one");
        opened.clear();
        assert!(!path.exists());
    }

    #[test]
    fn the_ending_is_added_once() {
        assert_eq!(with_ending("a".into(), "pdf"), PathBuf::from("a.pdf"));
        assert_eq!(with_ending("a.PDF".into(), "pdf"), PathBuf::from("a.PDF"));
        assert_eq!(with_ending("Nordlys A.m.b.a. kvittering".into(), "pdf"), PathBuf::from("Nordlys A.m.b.a. kvittering.pdf"));
    }
}
