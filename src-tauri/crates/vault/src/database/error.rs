//! What a person is told when the database fails them. The error itself is dropped here: it can
//! hold the text of a statement, and with it a key (store.md §4).

use domain::problem::Problem;
use rusqlite::{Error, ErrorCode};

/// What a person is told when reading fails.
pub(super) fn unread(error: Error) -> Problem {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Problem::VaultDamaged,
        // Another process holds it alone. On this machine the place is claimed before; between
        // machines only the database knows.
        Some(ErrorCode::DatabaseBusy) => Problem::VaultInUse,
        _ => unsaved(error),
    }
}

/// What a person is told when a write fails. That the disk is full is not always told by the error
/// (`crate::room`).
pub(super) fn unsaved(error: Error) -> Problem {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Problem::DiskFull,
        _ => Problem::NotSaved,
    }
}
