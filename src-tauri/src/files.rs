//! Writes the files that a person asks for, whole or not at all.

use domain::problem::Problem;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file beside its final place and moves it there, so that a full disk leaves no half
/// file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|why| why.error)?;
        Ok(())
    });
    written.map_err(|why| problem(&why))
}

/// How many other names are tried before a folder is given up.
const NAMES: u32 = 1_000;

/// Writes a new file of this name into a folder and says where it is. A file that is there already
/// is never replaced: one with the same bytes is the file that was wanted, beside another the new
/// one is called "name (2)".
pub fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
    for n in 1..=NAMES {
        let path = folder.join(numbered(name, n));
        match create(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {
                let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                if read(&path, size).is_ok_and(|found| found == bytes) {
                    return Ok(path);
                }
            }
            Err(why) => return Err(problem(&why)),
        }
    }
    Err(Problem::FileNotWritten)
}

/// Whole or not at all, and never over another file. Where the disk cannot move a file without
/// replacing, it is written in its place.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.try_exists()? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    match beside.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(why) if why.error.kind() == io::ErrorKind::AlreadyExists => Err(why.error),
        Err(_) => {
            let mut file = File::create_new(path)?;
            let written = file.write_all(bytes).and_then(|()| file.sync_all());
            if written.is_err() {
                // Half a file would be taken for the whole.
                std::fs::remove_file(path).ok();
            }
            written
        }
    }
}

fn numbered(name: &str, n: u32) -> String {
    match (n, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (n, Some((stem, ending))) => format!("{stem} ({n}).{ending}"),
        (n, None) => format!("{name} ({n})"),
    }
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
    // A file may grow while it is read, so its size is not asked for: one byte too many is enough
    // to know.
    let mut bytes = Vec::new();
    file.take(largest.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Unread::Unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size <= largest) {
        Ok(bytes)
    } else {
        Err(Unread::TooLarge)
    }
}

/// Where a receipt or a document lies while another program shows it: readable only for this
/// person, and gone when the cases are closed.
pub struct Opened {
    folder: PathBuf,
}

impl Opened {
    /// The folder of this name; nothing is written yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes a file into the folder and says where it is. Another file of the same name stays what
    /// it is: it may be shown at this moment.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        private_folder(&self.folder).map_err(|why| problem(&why))?;
        write_new(&self.folder, name, bytes)
    }

    /// Removes everything that was opened. What another program still holds is removed at the next
    /// start.
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
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Problem::DiskFull
        }
        io::ErrorKind::InvalidFilename => Problem::FileNameTooLong,
        _ => Problem::FileNotWritten,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

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
        let long = folder.path().join("x".repeat(300));
        assert_eq!(write(&long, b"x"), Err(Problem::FileNameTooLong));
        assert_eq!(read(&folder.path().join("missing"), 9), Err(Unread::Unreadable));
        assert_eq!(read(folder.path(), 9), Err(Unread::Unreadable));
    }

    #[test]
    fn another_file_is_never_replaced() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let put = |bytes: &[u8]| {
            write_new(folder.path(), "A.m.b.a. kvittering.pdf", bytes)
                .map(|path| path.file_name().map(OsString::from))
        };
        let name = |name: &str| Ok(Some(OsString::from(name)));
        assert_eq!(put(b"one"), name("A.m.b.a. kvittering.pdf"));
        assert_eq!(put(b"two"), name("A.m.b.a. kvittering (2).pdf"));
        assert_eq!(put(b"three"), name("A.m.b.a. kvittering (3).pdf"));
        assert_eq!(
            put(b"two"),
            name("A.m.b.a. kvittering (2).pdf"),
            "the same file is there already"
        );
        assert_eq!(
            std::fs::read(folder.path().join("A.m.b.a. kvittering.pdf")).expect("it is there"),
            b"one"
        );
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder is there").count(), 3);
        assert_eq!(
            write_new(&folder.path().join("missing"), "x.pdf", b"x"),
            Err(Problem::FileNotWritten)
        );
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
        assert_eq!(
            with_ending("Nordlys A.m.b.a. kvittering".into(), "pdf"),
            PathBuf::from("Nordlys A.m.b.a. kvittering.pdf")
        );
    }
}
