//! Unix: the device and the number of the file on it (`stat(2)`).

use super::FileId;
use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// The file that a name stands for now.
pub(super) fn id(path: &Path) -> io::Result<FileId> {
    fs::metadata(path).map(of)
}

/// A file that is open.
pub(super) fn id_of_open(file: &File) -> io::Result<FileId> {
    file.metadata().map(of)
}

fn of(found: Metadata) -> FileId {
    FileId { disk: found.dev(), file: found.ino() }
}
