//! The encrypted database: SQLCipher, opened so that a save that was acknowledged survives a crash.
//!
//! The key goes to SQLCipher as text inside a `PRAGMA`, because the C function that takes it apart
//! from SQL would need `unsafe`. So no error of this module carries its source: rusqlite's can hold
//! the text of the statement (store.md §4).

mod aside;
mod chain;
mod fresh;
mod integrity;
mod layout;
mod list;
mod summaries;

pub use integrity::{Integrity, IntegrityCheck};

use crate::disk::Disk;
use crate::key::Key;
use crate::rows;
use domain::Environment;
use domain::case::{Case, CaseId};
use domain::day_in_denmark;
use domain::problem::Problem;
use layout::{LAYOUT, lay_out, layout};
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

/// The open database of one environment.
pub(crate) struct Database {
    connection: Connection,
    environment: Environment,
    file: Keyed,
}

/// Where a database lies, and what opens it.
#[derive(Clone)]
struct Keyed {
    path: PathBuf,
    disk: Disk,
    key: Key,
    salt: [u8; 16],
}

impl Database {
    /// Makes the database. What a crash left of an earlier attempt is gone on with.
    pub(crate) fn create(
        path: &Path,
        disk: Disk,
        key: &Key,
        salt: &[u8; 16],
        environment: Environment,
    ) -> Result<Self, Problem> {
        refuse_plain(path)?;
        let mut connection = connect(path, disk, OpenFlags::SQLITE_OPEN_CREATE, key, salt)?;
        if layout(&connection)? == 0 {
            lay_out(&mut connection).map_err(unread)?;
        }
        checkpoint(&connection)?;
        refuse_plain(path)?;
        let file = Keyed { path: path.to_owned(), disk, key: key.clone(), salt: *salt };
        let mut database = Self { connection, environment, file };
        database.review()?;
        Ok(database)
    }

    /// Opens a database that was made before. A file that is missing, empty or damaged is
    /// [`Problem::VaultDamaged`].
    pub(crate) fn open(
        path: &Path,
        disk: Disk,
        key: &Key,
        salt: &[u8; 16],
        environment: Environment,
    ) -> Result<Self, Problem> {
        let size = path.metadata().map_err(|_| Problem::VaultDamaged)?.len();
        if size == 0 {
            return Err(Problem::VaultDamaged);
        }
        refuse_plain(path)?;
        let connection = connect(path, disk, OpenFlags::empty(), key, salt)?;
        let file = Keyed { path: path.to_owned(), disk, key: key.clone(), salt: *salt };
        let mut database = Self { connection, environment, file };
        match layout(&database.connection)? {
            LAYOUT => {}
            newer if newer > LAYOUT => return Err(Problem::VaultNewer),
            earlier => database.bring_from(earlier)?,
        }
        database.review()?;
        Ok(database)
    }

    /// Another connection in place of one that has met a damaged page, and reads nothing any more
    /// (store.md §1.2).
    fn reconnect(&mut self) -> Result<(), Problem> {
        self.connection = connect(
            &self.file.path,
            self.file.disk,
            OpenFlags::empty(),
            &self.file.key,
            &self.file.salt,
        )?;
        Ok(())
    }

    /// Keeps a case.
    pub(crate) fn save(&mut self, case: &Case) -> Result<(), Problem> {
        let transaction = self.connection.transaction().map_err(unsaved)?;
        write_case(&transaction, case)?;
        transaction.commit().map_err(unsaved)
    }

    /// Keeps a case and documents of it, all or nothing.
    pub(crate) fn save_with_documents<'a>(
        &mut self,
        case: &Case,
        documents: impl IntoIterator<Item = (&'a [u8; 32], &'a [u8])>,
    ) -> Result<(), Problem> {
        let transaction = self.connection.transaction().map_err(unsaved)?;
        write_case(&transaction, case)?;
        for (sha256, bytes) in documents {
            write_document(&transaction, &case.id, sha256, bytes)?;
        }
        transaction.commit().map_err(unsaved)
    }

    /// Every case, by id; a problem when one cannot be read.
    pub(crate) fn cases(&mut self) -> Result<Vec<Case>, Problem> {
        let mut statement = self
            .connection
            .prepare("SELECT id, version, body FROM cases ORDER BY id")
            .map_err(unread)?;
        let stored = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .map_err(unread)?;
        stored
            .map(|row| {
                let (id, version, body): (String, i64, Vec<u8>) = row.map_err(unread)?;
                read_own(version, &Zeroizing::new(body), &CaseId(id), self.environment)
            })
            .collect()
    }

    /// Removes a case; `secure_delete` overwrites its pages.
    pub(crate) fn delete(&mut self, case: &CaseId) -> Result<(), Problem> {
        self.connection
            .execute("DELETE FROM cases WHERE id = ?1", [&case.0])
            .map(|_| ())
            .map_err(unsaved)
    }

    /// Keeps the bytes of a document beside a case that is stored already.
    pub(crate) fn keep_document(
        &mut self,
        case: &CaseId,
        sha256: &[u8; 32],
        bytes: &[u8],
    ) -> Result<(), Problem> {
        write_document(&self.connection, case, sha256, bytes)
    }

    /// The bytes of a document; none when they are not kept.
    pub(crate) fn document(
        &self,
        case: &CaseId,
        sha256: &[u8; 32],
    ) -> Result<Option<Vec<u8>>, Problem> {
        let sql = "SELECT body FROM documents WHERE case_id = ?1 AND sha256 = ?2";
        self.connection
            .query_row(sql, (&case.0, sha256), |row| row.get(0))
            .optional()
            .map_err(unread)
    }

    /// Forgets every document of a case but these.
    pub(crate) fn forget_documents_but(
        &mut self,
        case: &CaseId,
        named: &[[u8; 32]],
    ) -> Result<(), Problem> {
        let mut statement = self
            .connection
            .prepare("SELECT sha256 FROM documents WHERE case_id = ?1")
            .map_err(unread)?;
        let kept =
            statement.query_map([&case.0], |row| row.get::<_, [u8; 32]>(0)).map_err(unread)?;
        let kept: Vec<[u8; 32]> = kept.collect::<Result<_, _>>().map_err(unread)?;
        for unnamed in kept.iter().filter(|hash| !named.contains(hash)) {
            let sql = "DELETE FROM documents WHERE case_id = ?1 AND sha256 = ?2";
            self.connection.execute(sql, (&case.0, unnamed)).map_err(unsaved)?;
        }
        Ok(())
    }

    #[cfg(feature = "testing")]
    #[expect(clippy::expect_used, reason = "only tests bring their own SQL")]
    pub(crate) fn execute(&self, sql: &str) {
        self.connection.execute_batch(sql).expect(sql);
    }

    /// A setting.
    pub(crate) fn setting(&self, key: &str) -> Option<String> {
        self.connection
            .query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0))
            .ok()
    }

    /// Keeps a setting.
    pub(crate) fn set_setting(&mut self, key: &str, value: &str) -> Result<(), Problem> {
        let sql = "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.connection.execute(sql, (key, value)).map(|_| ()).map_err(unsaved)
    }
}

/// Keeps a case and what is known of it without reading it; the caller holds the transaction. The
/// day is that of the change, so that no clock is needed: a summary of another day is told by
/// itself.
///
/// The case is read back from its own bytes first, so nothing is stored that could not be opened
/// again.
fn write_case(connection: &Connection, case: &Case) -> Result<(), Problem> {
    aside::refuse(connection, &case.id)?;
    let body = Zeroizing::new(rows::write(case)?);
    if rows::read(rows::VERSION, &body).as_ref() != Ok(case) {
        return Err(Problem::NotSaved);
    }
    let sql = "INSERT INTO cases (id, changed, version, body) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, version = excluded.version, body = excluded.body";
    connection
        .execute(sql, (&case.id.0, case.changed.as_millisecond(), rows::VERSION, &*body))
        .map_err(unsaved)?;
    summaries::write(connection, case, rows::VERSION, day_in_denmark(case.changed))
}

/// The case of a body, when it is the case and of the world that it is kept as.
fn read_own(
    version: i64,
    body: &[u8],
    id: &CaseId,
    environment: Environment,
) -> Result<Case, Problem> {
    let case = rows::read(version, body)?;
    if case.id == *id && case.environment == environment {
        Ok(case)
    } else {
        Err(Problem::CaseDamaged)
    }
}

fn write_document(
    connection: &Connection,
    case: &CaseId,
    sha256: &[u8; 32],
    bytes: &[u8],
) -> Result<(), Problem> {
    let sql =
        "INSERT INTO documents (case_id, sha256, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    connection.execute(sql, (&case.0, sha256, bytes)).map(|_| ()).map_err(unsaved)
}

/// A connection with its key and its promises. Where the index of the log cannot be shared, it is
/// held alone, too.
fn connect(
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
    start_cipher();
    let mut connection = Connection::open_with_flags(path, flags).map_err(unread)?;
    // A save reads before it writes. Were it to ask for the right to write only then, a check of
    // the pages that has written the log back meanwhile would refuse it; asked for first, it is
    // waited for.
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
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
        return Err(Problem::NotSaved.into());
    }
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

/// Writes the log back into the file.
fn checkpoint(connection: &Connection) -> Result<(), Problem> {
    let busy: i64 = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(unread)?;
    if busy == 0 { Ok(()) } else { Err(Problem::NotSaved) }
}

/// [`Problem::VaultDamaged`] for a file that is not encrypted: it is not one of ours, or the cipher
/// was not there.
fn refuse_plain(path: &Path) -> Result<(), Problem> {
    let mut first = [0; 16];
    let plain = File::open(path)
        .and_then(|mut file| file.read_exact(&mut first))
        .is_ok_and(|()| &first == PLAIN);
    if plain { Err(Problem::VaultDamaged) } else { Ok(()) }
}

/// What a person is told when reading fails.
fn unread(error: Error) -> Problem {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Problem::VaultDamaged,
        // Another process holds it alone. On this machine the place is claimed before; between
        // machines only the database knows.
        Some(ErrorCode::DatabaseBusy) => Problem::VaultInUse,
        _ => unsaved(error),
    }
}

/// What a person is told when a write fails.
fn unsaved(error: Error) -> Problem {
    let full = match error.sqlite_error() {
        // The index of the log could not be made larger: SQLite has no better word for a full disk
        // there.
        Some(failure) => {
            failure.code == ErrorCode::DiskFull
                || failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE
        }
        None => false,
    };
    if full { Problem::DiskFull } else { Problem::NotSaved }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::cases;

    pub(super) fn made(folder: &Path) -> (Database, Key, [u8; 16]) {
        let (key, salt) = (Key::generate().expect("randomness"), [7; 16]);
        let database =
            Database::create(&folder.join("x.db"), Disk::Local, &key, &salt, Environment::Practice)
                .expect("made");
        (database, key, salt)
    }

    #[test]
    fn the_promises_of_durability_are_kept_by_the_connection() {
        let folder = tempfile::tempdir().expect("a folder");
        let (database, _, _) = made(folder.path());
        let asked = |name: &str| {
            database
                .connection
                .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
                .expect(name)
        };
        let answers =
            ["synchronous", "foreign_keys", "secure_delete", "temp_store", "user_version"]
                .map(asked);
        assert_eq!(answers, [2, 1, 1, 2, LAYOUT]);
        let mode: String = database
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .expect("journal_mode");
        assert_eq!(mode, "wal");
        let cipher: String = database
            .connection
            .pragma_query_value(None, "cipher_version", |row| row.get(0))
            .expect("cipher_version");
        assert!(!cipher.is_empty());
    }

    fn locking(database: &Database) -> String {
        database
            .connection
            .pragma_query_value(None, "locking_mode", |row| row.get(0))
            .expect("locking_mode")
    }

    #[test]
    fn on_a_disk_of_another_machine_the_database_is_held_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, key, salt) =
            (folder.path().join("x.db"), Key::generate().expect("randomness"), [7; 16]);
        let mut database =
            Database::create(&path, Disk::Network, &key, &salt, Environment::Practice)
                .expect("made");
        assert_eq!(locking(&database), "exclusive");
        cases().iter().for_each(|case| database.save(case).expect("saved"));
        let wal =
            std::fs::metadata(folder.path().join("x.db-wal")).expect("the log is there").len();
        assert!(
            wal > 10_000 && !folder.path().join("x.db-shm").exists(),
            "the index of the log is in no file"
        );
        // Nobody else gets in, whatever they take the disk for.
        for disk in [Disk::Network, Disk::Local] {
            assert_eq!(
                Database::open(&path, disk, &key, &salt, Environment::Practice).err(),
                Some(Problem::VaultInUse)
            );
        }
        drop(database);
        for disk in [Disk::Network, Disk::Local] {
            let mut again =
                Database::open(&path, disk, &key, &salt, Environment::Practice).expect("opens");
            assert_eq!(locking(&again), if disk == Disk::Network { "exclusive" } else { "normal" });
            assert_eq!(again.cases().expect("readable").len(), cases().len());
            again.set_setting("disk", "any").expect("saved");
        }
    }

    /// What lies where the index would be: nothing can be made there, or nothing can be written
    /// there.
    #[cfg(unix)]
    #[test]
    fn where_the_index_of_the_log_cannot_be_made_the_database_is_held_alone() {
        let nowhere =
            |at: &Path| std::os::unix::fs::symlink("/nowhere/at/all", at).expect("a link");
        let folder = |at: &Path| std::fs::create_dir(at).expect("a folder");
        for (obstacle, kind) in [(&nowhere as &dyn Fn(&Path), "link"), (&folder, "folder")] {
            for at_first in [true, false] {
                let place = tempfile::tempdir().expect("a folder");
                let (path, key, salt) =
                    (place.path().join("x.db"), Key::generate().expect("randomness"), [7; 16]);
                if !at_first {
                    drop(
                        Database::create(&path, Disk::Local, &key, &salt, Environment::Practice)
                            .expect("made"),
                    );
                }
                obstacle(&place.path().join("x.db-shm"));
                for _ in 0..2 {
                    let mut database = if path.exists() {
                        Database::open(&path, Disk::Local, &key, &salt, Environment::Practice)
                    } else {
                        Database::create(&path, Disk::Local, &key, &salt, Environment::Practice)
                    }
                    .unwrap_or_else(|problem| panic!("{kind}, {at_first}: {problem:?}"));
                    assert_eq!(locking(&database), "exclusive", "{kind}");
                    cases().iter().for_each(|case| database.save(case).expect("saved"));
                    assert_eq!(database.cases().expect("readable").len(), cases().len());
                }
            }
        }
    }

    #[test]
    fn a_full_disk_is_said_and_what_was_stored_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, key, salt) = made(folder.path());
        let case = cases().remove(0);
        database.save(&case).expect("saved");
        let pages: i64 = database
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .expect("page_count");
        let limit: i64 = database
            .connection
            .pragma_update_and_check(None, "max_page_count", pages, |row| row.get(0))
            .expect("limit");
        assert_eq!(limit, pages);
        let large = "x".repeat(100_000);
        assert_eq!(database.set_setting("large", &large), Err(Problem::DiskFull));
        let full: Vec<_> =
            cases().iter().map(|case| database.save(case)).filter(Result::is_err).collect();
        assert!(
            !full.is_empty() && full.iter().all(|refused| *refused == Err(Problem::DiskFull)),
            "{full:?}"
        );
        drop(database);
        let mut again = Database::open(
            &folder.path().join("x.db"),
            Disk::Local,
            &key,
            &salt,
            Environment::Practice,
        )
        .expect("opens");
        assert!(again.cases().expect("readable").contains(&case));
        assert_eq!(again.setting("large"), None);
    }

    #[test]
    fn another_failure_is_not_a_full_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        database.connection.pragma_update(None, "query_only", "ON").expect("query_only");
        assert_eq!(database.save(&cases().remove(0)), Err(Problem::NotSaved));
    }

    #[test]
    fn a_case_that_could_not_be_read_back_is_not_stored() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        let mut case = cases().pop().expect("a case");
        let domain::case::Stage::Approved(approved) = &mut case.stage else {
            panic!("the last sample is approved")
        };
        approved.connection.administrators.clear();
        assert_eq!(database.save(&case), Err(Problem::NotSaved));
        assert_eq!(database.cases(), Ok(vec![]));
    }

    #[test]
    fn the_salt_in_the_file_is_not_needed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.db");
        let (mut database, key, salt) = made(folder.path());
        database.save(&cases().remove(0)).expect("saved");
        drop(database);
        let mut bytes = std::fs::read(&path).expect("read");
        assert_eq!(&bytes[..16], &salt);
        bytes[..16].fill(0);
        std::fs::write(&path, bytes).expect("written");
        let mut again =
            Database::open(&path, Disk::Local, &key, &salt, Environment::Practice).expect("opens");
        assert_eq!(again.cases().expect("readable").len(), 1);
    }

    #[test]
    fn a_layout_of_a_newer_program_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (database, key, salt) = made(folder.path());
        database.connection.pragma_update(None, "user_version", LAYOUT + 1).expect("set");
        drop(database);
        assert_eq!(
            Database::open(
                &folder.path().join("x.db"),
                Disk::Local,
                &key,
                &salt,
                Environment::Practice
            )
            .err(),
            Some(Problem::VaultNewer)
        );
    }

    #[test]
    fn an_earlier_layout_is_brought_to_this_one_with_its_cases() {
        let fourth =
            "DROP TABLE deadlines; DROP TABLE summaries; DROP TABLE search; DROP TABLE unreadable;";
        let newer = format!("{fourth} DROP TABLE chain; DROP TABLE copies;");
        for earlier in [
            format!("{newer} DROP TABLE documents; PRAGMA user_version = 1"),
            format!("{newer} PRAGMA user_version = 2"),
            format!("{fourth} PRAGMA user_version = 3"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            let (mut database, key, salt) = made(folder.path());
            let case = cases().remove(0);
            database.save(&case).expect("saved");
            database.connection.execute_batch(&earlier).expect("as it was");
            drop(database);
            let mut again = Database::open(
                &folder.path().join("x.db"),
                Disk::Local,
                &key,
                &salt,
                Environment::Practice,
            )
            .expect("opens");
            assert_eq!(again.cases(), Ok(vec![case.clone()]));
            assert_eq!(again.case(&case.id), Ok(Some(case.clone())));
            assert_eq!(again.count(), Ok(1));
            assert_eq!(again.keep_document(&case.id, &[1; 32], b"%PDF-"), Ok(()));
            assert_eq!(again.note_copy(&case.id, true, "a.pdf"), Ok(()));
        }
    }

    #[test]
    fn a_document_stays_as_long_as_its_case_names_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        let case = cases().remove(0);
        assert_eq!(
            database.keep_document(&case.id, &[1; 32], b"one"),
            Err(Problem::NotSaved),
            "not before its case"
        );
        database.save(&case).expect("saved");
        for (hash, bytes) in [([1; 32], b"one"), ([2; 32], b"two"), ([1; 32], b"one")] {
            assert_eq!(database.keep_document(&case.id, &hash, bytes), Ok(()));
        }
        database.save(&case).expect("saved again");
        assert_eq!(database.document(&case.id, &[1; 32]), Ok(Some(b"one".to_vec())));
        database.forget_documents_but(&case.id, &[[2; 32]]).expect("forgotten");
        assert_eq!(database.document(&case.id, &[1; 32]), Ok(None));
        assert_eq!(database.document(&case.id, &[2; 32]), Ok(Some(b"two".to_vec())));
        database.delete(&case.id).expect("deleted");
        assert_eq!(database.document(&case.id, &[2; 32]), Ok(None));
    }

    #[test]
    fn a_case_and_its_documents_are_kept_together_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, key, salt) = made(folder.path());
        let case = cases().remove(0);
        let (small, large) = (vec![1; 100], vec![2; 500_000]);
        let documents = || [(&[1; 32], small.as_slice()), (&[2; 32], large.as_slice())];
        let pages: i64 = database
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .expect("page_count");
        let limit = |database: &Database, pages: i64| {
            database
                .connection
                .pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0))
                .expect("limit")
        };
        limit(&database, pages + 50);
        assert_eq!(database.save_with_documents(&case, documents()), Err(Problem::DiskFull));
        assert_eq!(database.cases(), Ok(vec![]));
        limit(&database, pages + 1000);
        assert_eq!(database.save_with_documents(&case, documents()), Ok(()));
        assert_eq!(database.save_with_documents(&case, documents()), Ok(()), "again is the same");
        drop(database);
        let mut again = Database::open(
            &folder.path().join("x.db"),
            Disk::Local,
            &key,
            &salt,
            Environment::Practice,
        )
        .expect("opens");
        assert_eq!(again.cases(), Ok(vec![case.clone()]));
        assert_eq!(again.document(&case.id, &[1; 32]), Ok(Some(small.clone())));
        assert_eq!(again.document(&case.id, &[2; 32]), Ok(Some(large.clone())));
    }

    #[test]
    fn a_plain_database_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.db");
        let plain = Connection::open(&path).expect("opens");
        plain.execute_batch("CREATE TABLE t (x)").expect("made");
        drop(plain);
        let (key, salt) = (Key::generate().expect("randomness"), [7; 16]);
        assert_eq!(
            Database::create(&path, Disk::Local, &key, &salt, Environment::Practice).err(),
            Some(Problem::VaultDamaged)
        );
        assert_eq!(
            Database::open(&path, Disk::Local, &key, &salt, Environment::Practice).err(),
            Some(Problem::VaultDamaged)
        );
    }
}
