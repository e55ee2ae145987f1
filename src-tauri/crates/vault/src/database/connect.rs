//! A connection to the encrypted file, with its key and its promises of durability.
//!
//! The key goes to SQLCipher as text inside a `PRAGMA`, because the C function that takes it apart
//! from SQL would need `unsafe`. So no error of this module carries its source: rusqlite's can hold
//! the text of the statement (store.md §4).

use super::error::unread;
use crate::disk::Disk;
use crate::file_id::Names;
use crate::key::Key;
use domain::problem::Problem;
use rusqlite::{
    Connection, Error, ErrorCode, MAIN_DB, OpenFlags, OptionalExtension as _, TransactionBehavior,
    ffi,
};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Once;
use zeroize::Zeroizing;

/// How an SQLite file that is not encrypted begins.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// A connection with its key and its promises. Where the index of the log cannot be shared, it is
/// held alone, too.
pub(super) fn connect(
    path: &Path,
    disk: Disk,
    create: OpenFlags,
    key: &Key,
    salt: &[u8; 16],
) -> Result<Connection, Problem> {
    match disk {
        Disk::Network => connect_as(path, Held::Alone, create, key, salt).map_err(Refused::told),
        Disk::Local => match connect_as(path, Held::Shared, create, key, salt) {
            // Not every disk that cannot share memory can be told by its kind.
            Err(Refused::NoSharedMemory) => {
                connect_as(path, Held::Alone, create, key, salt).map_err(Refused::told)
            }
            other => other.map_err(Refused::told),
        },
    }
}

/// Whether other connections could read beside this one. None of ours does: the place is claimed
/// before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// The index of the log is in memory that every connection shares.
    Shared,
    /// The index is this connection's own, and nobody else can open the database while it lives.
    Alone,
}

/// Why there is no connection.
enum Refused {
    NoSharedMemory,
    For(Problem),
}

impl Refused {
    fn told(self) -> Problem {
        match self {
            Self::NoSharedMemory => Problem::NotSaved,
            Self::For(problem) => problem,
        }
    }

    /// The file itself was opened before, so what cannot be opened now is the memory beside it.
    fn of(error: Error) -> Self {
        let memory = [
            ffi::SQLITE_IOERR_SHMOPEN,
            ffi::SQLITE_IOERR_SHMMAP,
            ffi::SQLITE_IOERR_SHMLOCK,
            ffi::SQLITE_IOERR_LOCK,
        ];
        let code =
            [ErrorCode::CannotOpen, ErrorCode::ReadOnly, ErrorCode::FileLockingProtocolFailed];
        match error.sqlite_error() {
            Some(failure)
                if code.contains(&failure.code) || memory.contains(&failure.extended_code) =>
            {
                Self::NoSharedMemory
            }
            _ => Self::For(unread(error)),
        }
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::For(problem)
    }
}

/// Read from once: the key alone is never refused, the first read is.
fn connect_as(
    path: &Path,
    held: Held,
    create: OpenFlags,
    key: &Key,
    salt: &[u8; 16],
) -> Result<Connection, Refused> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let mut connection = keyed(path, flags, key, salt)?;
    // A save reads before it writes. Were it to ask for the right to write only then, a check of
    // the pages that has written the log back meanwhile would refuse it; asked for first, it is
    // waited for.
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    let set = |name: &str, value: &str| connection.pragma_update(None, name, value).map_err(unread);
    if held == Held::Alone {
        // Before the log is touched for the first time: SQLite asks for no shared memory then
        // (sqlite.org/wal.html, "Use of WAL Without Shared-Memory").
        set("locking_mode", "EXCLUSIVE")?;
    }
    connection
        .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))
        .map_err(Refused::of)?;
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(Refused::of)?;
    if mode != "wal" {
        // SQLite stays with its other journal, without an error, where it cannot have the memory.
        return Err(Refused::NoSharedMemory);
    }
    // The memory is not asked for until something is read.
    connection
        .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))
        .map_err(Refused::of)?;
    if !connection.is_readonly(MAIN_DB).map_err(unread)? {
        // Where SQLite can read the index and not make one, it reads without, and refuses to write
        // only when something is written.
        connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK").map_err(Refused::of)?;
    }
    // NORMAL lost up to 320 acknowledged saves in a power cut (store.md §5).
    set("synchronous", "FULL")?;
    if cfg!(target_os = "macos") {
        set("fullfsync", "ON")?;
        set("checkpoint_fullfsync", "ON")?;
    }
    set("foreign_keys", "ON")?;
    set("secure_delete", "ON")?;
    set("temp_store", "MEMORY")?;
    Ok(connection)
}

/// A connection that only reads a file that nobody writes, as a backup is: no log, and no memory
/// beside it.
pub(super) fn connect_to_read(
    path: &Path,
    key: &Key,
    salt: &[u8; 16],
) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    refuse_plain(path)?;
    let connection = keyed(path, flags, key, salt)?;
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(unread)?;
    Ok(connection)
}

/// A connection to a new file that nobody relies on before it was made durable and read again: so
/// nothing is made durable on the way, and there is no journal beside it.
pub(super) fn connect_to_write(
    path: &Path,
    key: &Key,
    salt: &[u8; 16],
) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(path, flags, key, salt)?;
    for (name, value) in [("synchronous", "OFF"), ("temp_store", "MEMORY")] {
        connection.pragma_update(None, name, value).map_err(unread)?;
    }
    connection
        .pragma_update_and_check(None, "journal_mode", "OFF", |row| row.get::<_, String>(0))
        .map_err(unread)?;
    Ok(connection)
}

/// A connection that has its key, and a cipher that uses it.
fn keyed(path: &Path, flags: OpenFlags, key: &Key, salt: &[u8; 16]) -> Result<Connection, Problem> {
    start_cipher();
    let connection = Connection::open_with_flags(path, flags).map_err(unread)?;
    let set = |name: &str, value: &str| connection.pragma_update(None, name, value).map_err(unread);
    // Before the key: SQLCipher writes every refused page to the standard error otherwise.
    set("cipher_log_level", "NONE")?;
    set("key", &raw_key(key, salt))?;
    let cipher: Option<String> = connection
        .pragma_query_value(None, "cipher_version", |row| row.get(0))
        .optional()
        .map_err(unread)?;
    if cipher.is_none_or(|version| version.is_empty()) {
        // Linked with a plain SQLite: it would store in the clear without a word (store.md §1.1).
        return Err(Problem::NotSaved);
    }
    Ok(connection)
}

/// Waits until the cipher is there. SQLite calls itself started before it has started SQLCipher, so
/// a second thread that opens its first database in that moment is told that it cannot be given a
/// key.
fn start_cipher() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

/// SQLCipher's raw form: key, then salt, in hexadecimal. No key derivation runs, and the salt need
/// not be read from a file whose first bytes may be damaged.
fn raw_key(key: &Key, salt: &[u8; 16]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(99));
    text.push_str("x'");
    for bytes in [key.bytes().as_slice(), salt] {
        text.push_str(&Zeroizing::new(base16ct::lower::encode_string(bytes)));
    }
    text.push('\'');
    text
}

/// The names of the files of a connection that has read: of the database, of its log, and of the
/// index of the log where others may share it. They are there as long as the connection is.
pub(super) fn names(connection: &Connection, path: &Path, disk: Disk) -> Result<Names, Problem> {
    let mode: String =
        connection.pragma_query_value(None, "locking_mode", |row| row.get(0)).map_err(unread)?;
    // SQLite lays them beside the file itself, also where the name that it was opened by is a link.
    let whole = path.canonicalize().map_err(|error| crate::vault_dir::unsaved(&error))?;
    let beside = |ending: &str| -> PathBuf {
        let mut name = whole.clone().into_os_string();
        name.push(ending);
        name.into()
    };
    let mut files = vec![path.to_owned(), beside("-wal")];
    if mode != "exclusive" {
        files.push(beside("-shm"));
    }
    Names::of(files, disk).map_err(|_| Problem::VaultMoved)
}

/// Writes the log back into the file.
pub(super) fn checkpoint(connection: &Connection) -> Result<(), Problem> {
    let busy: i64 = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(unread)?;
    if busy == 0 { Ok(()) } else { Err(Problem::NotSaved) }
}

/// [`Problem::VaultDamaged`] for a file that is not encrypted: it is not one of ours, or the cipher
/// was not there.
pub(super) fn refuse_plain(path: &Path) -> Result<(), Problem> {
    let mut first = [0; 16];
    let plain = File::open(path)
        .and_then(|mut file| file.read_exact(&mut first))
        .is_ok_and(|()| &first == PLAIN);
    if plain { Err(Problem::VaultDamaged) } else { Ok(()) }
}
