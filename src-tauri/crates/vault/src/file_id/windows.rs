//! Windows: the volume and the index of the file on it. The file is opened for that and closed
//! again, which ends nobody's locks here.

use super::FileId;
use std::fs::File;
use std::io;
use std::path::Path;
use winapi_util::file::{Information, information};
use winapi_util::{Handle, HandleRef};

/// The file that a name stands for now.
pub(super) fn id(path: &Path) -> io::Result<FileId> {
    information(Handle::from_path_any(path)?).map(of)
}

/// A file that is open.
pub(super) fn id_of_open(file: &File) -> io::Result<FileId> {
    information(HandleRef::from_file(file)).map(of)
}

fn of(found: Information) -> FileId {
    FileId { disk: found.volume_serial_number(), file: found.file_index() }
}
