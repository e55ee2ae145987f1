//! Which file a name stands for. An open file can lose its name: its folder was moved, or another
//! file was put in its place. What is written then is in no file that anybody finds again, so the
//! names are compared before a save is acknowledged.

#[cfg(unix)]
#[path = "file_id/unix.rs"]
mod system;
#[cfg(windows)]
#[path = "file_id/windows.rs"]
mod system;

use crate::disk::Disk;
use domain::problem::Problem;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// What tells a file on this machine from every other, as long as somebody has it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileId {
    disk: u64,
    file: u64,
}

impl FileId {
    /// The file that a name stands for now. The file itself is not opened where the system can tell
    /// without: closing it again would end the locks that SQLite holds on it.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        system::id(path)
    }

    /// A file that is open, whatever its name stands for now.
    pub(crate) fn of_open(file: &File) -> io::Result<Self> {
        system::id_of_open(file)
    }
}

/// The names of files that are open, and which files they were: none is noted on a disk of another
/// machine, which may give a file another number while it is open. There a name stands as long as
/// anything lies under it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names(Vec<(PathBuf, Option<FileId>)>);

impl Names {
    /// Looks at these names now, while their files are open.
    pub(crate) fn of(paths: impl IntoIterator<Item = PathBuf>, disk: Disk) -> io::Result<Self> {
        let noted = |id: FileId| (disk == Disk::Local).then_some(id);
        let with_id = |path: PathBuf| FileId::of(&path).map(|id| (path, noted(id)));
        paths.into_iter().map(with_id).collect::<io::Result<_>>().map(Self)
    }

    /// These and others.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// [`Problem::VaultMoved`] when one of the names stands for no file any more, or for another
    /// one. A name that cannot be looked at is none that a save is found by.
    pub(crate) fn stand(&self) -> Result<(), Problem> {
        let stands = |(path, id): &(PathBuf, Option<FileId>)| {
            FileId::of(path).is_ok_and(|now| id.is_none_or(|id| id == now))
        };
        if self.0.iter().all(stands) { Ok(()) } else { Err(Problem::VaultMoved) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_name_stands_until_it_is_another_file_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let [one, two, aside] = ["one", "two", "aside"].map(|name| folder.path().join(name));
        fs::write(&one, "1").expect("written");
        fs::write(&two, "2").expect("written");
        let open = fs::File::open(&one).expect("opens");
        let names = Names::of([one.clone(), two.clone()], Disk::Local).expect("both are there");
        let elsewhere = Names::of([one.clone()], Disk::Network).expect("it is there");
        assert_eq!(names.stand(), Ok(()));
        fs::write(&one, "more of it").expect("written");
        assert_eq!(names.stand(), Ok(()), "another content is no other file");
        fs::rename(&one, &aside).expect("moved");
        assert_eq!(names.stand(), Err(Problem::VaultMoved));
        assert_eq!(elsewhere.stand(), Err(Problem::VaultMoved));
        fs::write(&one, "1").expect("written");
        assert_eq!(elsewhere.stand(), Ok(()));
        assert_eq!(names.stand(), Err(Problem::VaultMoved), "another file of the name");
        fs::rename(&aside, &one).expect("moved back");
        assert_eq!(names.stand(), Ok(()));
        assert!(Names::of([aside], Disk::Local).is_err(), "nothing lies there");
        drop(open);
    }
}
