//! The files of a folder by their endings, and how much of it is not read, so that nobody takes
//! silence for success.

use crate::outcome::Error;
use std::path::{Path, PathBuf};

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// The files that are read, by name.
    pub files: Vec<PathBuf>,
    /// How many files are of another kind.
    pub others: usize,
    /// How many folders in it are not read.
    pub deeper: usize,
}

/// The files of a folder that end so; with `recursive` those of the folders in it too. A link to a
/// folder is not followed, so that it cannot lead in a circle.
pub fn read(folder: &Path, endings: &[&str], recursive: bool) -> Result<Folder, Error> {
    let mut found = Folder::default();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).map_err(Error::input(&folder))? {
            let entry = entry.map_err(Error::input(&folder))?;
            let path = entry.path();
            let is_folder = entry.file_type().map_err(Error::input(&path))?.is_dir();
            let ends = |ending: &std::ffi::OsStr| {
                endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
            };
            if is_folder && recursive {
                open.push(path);
            } else if is_folder {
                found.deeper += 1;
            } else if path.extension().is_some_and(ends) {
                found.files.push(path);
            } else {
                found.others += 1;
            }
        }
    }
    found.files.sort_unstable();
    Ok(found)
}
