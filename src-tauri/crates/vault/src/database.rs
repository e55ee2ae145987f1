//! The encrypted database: SQLCipher, opened so that a save that was acknowledged survives a crash.
//!
//! How it is opened is in `connect`, what a failure is to a person in `error`.

mod aside;
mod bin;
mod chain;
mod connect;
mod copy;
mod documents;
mod error;
mod fresh;
mod history;
mod integrity;
mod layout;
mod list;
mod mending;
mod merging;
mod records;
mod salvaging;
mod saves;
mod search;
mod summaries;

pub(crate) use copy::{Counts, check, copy, pages};
pub use integrity::{Integrity, IntegrityCheck};
pub use records::KeptRecord;

use crate::disk::Disk;
use crate::file_id::{FileId, Names};
use crate::key::Key;
use crate::mark::MarkFile;
use crate::room::or_full;
use crate::rows;
use connect::{checkpoint, connect, refuse_plain};
use documents::write_document;
use domain::Environment;
use domain::case::{Case, CaseId};
use domain::day_in_denmark;
use domain::problem::Problem;
use domain::rollback::Mark;
use error::{unread, unsaved};
use layout::{LAYOUT, lay_out, layout};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Transaction};
pub(crate) use salvaging::fill;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The size of a page in bytes, as SQLCipher 4 makes them.
pub(crate) const PAGE: usize = 4096;

/// The open database of one environment.
pub(crate) struct Database {
    connection: Connection,
    environment: Environment,
    file: Keyed,
    /// The mark outside, where one is kept.
    mark_file: Option<MarkFile>,
}

/// Where a database lies, and what opens it.
#[derive(Clone)]
pub(crate) struct Keyed {
    pub(crate) path: PathBuf,
    pub(crate) disk: Disk,
    pub(crate) key: Key,
    pub(crate) salt: [u8; 16],
    /// The names under which its files are found, when they are open.
    pub(crate) names: Names,
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
        Self::make(path, disk, key, salt, environment).map_err(|problem| or_full(problem, path))
    }

    fn make(
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
        let names = connect::names(&connection, path, disk)?;
        let file = Keyed { path: path.to_owned(), disk, key: key.clone(), salt: *salt, names };
        let mut database = Self { connection, environment, file, mark_file: None };
        database.review()?;
        Ok(database)
    }

    /// Opens a database that was made before, and brings it up to date. A file that is missing, empty
    /// or damaged is [`Problem::VaultDamaged`].
    pub(crate) fn open(
        path: &Path,
        disk: Disk,
        key: &Key,
        salt: &[u8; 16],
        environment: Environment,
    ) -> Result<Self, Problem> {
        let mut database = Self::look(path, disk, key, salt, environment)?;
        database.take_up()?;
        Ok(database)
    }

    /// The same without changing anything, for looking at it: also the log stays as it was when this
    /// is dropped.
    pub(crate) fn look(
        path: &Path,
        disk: Disk,
        key: &Key,
        salt: &[u8; 16],
        environment: Environment,
    ) -> Result<Self, Problem> {
        let size = path.metadata().map_err(|_| Problem::VaultDamaged)?.len();
        // SQLite takes a file of one byte for an empty one, too, and would fill it.
        if size < PAGE as u64 {
            return Err(Problem::VaultDamaged);
        }
        refuse_plain(path)?;
        let found = FileId::of(path).map_err(|_| Problem::VaultDamaged)?;
        let connection = connect(path, disk, OpenFlags::empty(), key, salt)
            .map_err(|problem| or_full(problem, path))?;
        if disk == Disk::Local && FileId::of(path).ok() != Some(found) {
            return Err(Problem::VaultMoved);
        }
        let names = connect::names(&connection, path, disk)?;
        let file = Keyed { path: path.to_owned(), disk, key: key.clone(), salt: *salt, names };
        if layout(&connection)? > LAYOUT {
            return Err(Problem::VaultNewer);
        }
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
            .map_err(unread)?;
        Ok(Self { connection, environment, file, mark_file: None })
    }

    /// Takes a database into use that was looked at: it is brought to this layout, and what was set
    /// aside is tried again.
    pub(crate) fn take_up(&mut self) -> Result<(), Problem> {
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map_err(unread)?;
        let brought = match layout(&self.connection)? {
            LAYOUT => Ok(()),
            earlier => self.bring_from(earlier),
        };
        brought.and_then(|()| self.review()).map_err(|problem| or_full(problem, &self.file.path))
    }

    /// Notes from now on, in this file, how far the database has come.
    pub(crate) fn keep_mark(&mut self, file: MarkFile) {
        self.mark_file = Some(file);
        if let Ok(mark) = self.mark() {
            self.note(&mark);
        }
    }

    /// A mark that cannot be noted lags behind, which is no problem of what was saved.
    fn note(&mut self, mark: &Mark) {
        if let Some(file) = self.mark_file.as_mut().filter(|_| mark.generation > 0) {
            let _ = file.note(mark);
        }
    }

    /// Writes the log back into the file.
    pub(crate) fn settle(&self) -> Result<(), Problem> {
        checkpoint(&self.connection)
    }

    /// Waits until the mark is on the disk, where one is kept.
    pub(crate) fn sync_mark(&mut self) {
        if let Some(file) = &mut self.mark_file {
            let _ = file.sync();
        }
    }

    /// No other connection may read it while this one is open.
    pub(crate) fn is_held_alone(&self) -> bool {
        let mode: rusqlite::Result<String> =
            self.connection.pragma_query_value(None, "locking_mode", |row| row.get(0));
        mode.is_ok_and(|mode| mode == "exclusive")
    }

    /// Where it lies, and what opens it.
    pub(crate) fn file(&self) -> Keyed {
        self.file.clone()
    }

    /// These names have to stand, too, when something is saved.
    pub(crate) fn watch(&mut self, names: Names) {
        self.file.names.extend(names);
    }

    /// [`Problem::VaultMoved`] when what is written now would be found under no name.
    pub(crate) fn stand(&self) -> Result<(), Problem> {
        self.file.names.stand()
    }

    /// Carries a change out, all or nothing, and acknowledges it when the files that it was written
    /// into still have their names. It is written into them also when they have not: as long as they
    /// are open, a copy of all that is in them can be put elsewhere.
    fn change<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (changed, mark) =
            self.commit(change).map_err(|problem| or_full(problem, &self.file.path))?;
        self.stand()?;
        self.note(&mark);
        Ok(changed)
    }

    fn commit<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<(T, Mark), Problem> {
        let transaction = self.connection.transaction().map_err(unsaved)?;
        let changed = change(&transaction)?;
        let mark = saves::count(&transaction)?;
        transaction.commit().map_err(unsaved)?;
        Ok((changed, mark))
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
        self.change(|transaction| history::keep_case(transaction, case))
    }

    /// Keeps a case and documents of it, all or nothing.
    pub(crate) fn save_with_documents<'a>(
        &mut self,
        case: &Case,
        documents: impl IntoIterator<Item = (&'a [u8; 32], &'a [u8])>,
    ) -> Result<(), Problem> {
        self.change(|transaction| {
            history::keep_case(transaction, case)?;
            for (sha256, bytes) in documents {
                write_document(transaction, &case.id, sha256, bytes)?;
            }
            Ok(())
        })
    }

    /// Keeps a case that begins with the answers of another, that other as it is then, and the
    /// documents that both name: all or nothing.
    pub(crate) fn save_copy(&mut self, copy: &Case, of: &Case) -> Result<(), Problem> {
        self.change(|transaction| {
            history::keep_case(transaction, copy)?;
            history::keep_case(transaction, of)?;
            let sql = "INSERT INTO documents (case_id, sha256, body)
                SELECT ?1, sha256, body FROM documents WHERE case_id = ?2 AND sha256 = ?3
                ON CONFLICT DO NOTHING";
            for sha256 in copy.documents() {
                transaction.execute(sql, (&copy.id.0, &of.id.0, sha256)).map_err(unsaved)?;
            }
            Ok(())
        })
    }

    /// Every case that is not in the bin, by id; a problem when one cannot be read.
    pub(crate) fn cases(&mut self) -> Result<Vec<Case>, Problem> {
        let mut statement = self
            .connection
            .prepare(
                "SELECT id, version, body FROM cases
                 WHERE id NOT IN (SELECT case_id FROM bin) ORDER BY id",
            )
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

    /// Removes a case in which there was nothing to keep, past the bin; `secure_delete` overwrites its
    /// pages.
    pub(crate) fn delete(&mut self, case: &CaseId) -> Result<(), Problem> {
        self.change(|transaction| {
            let sql = "DELETE FROM cases WHERE id = ?1";
            transaction.execute(sql, [&case.0]).map(|_| ()).map_err(unsaved)
        })
    }

    #[cfg(feature = "testing")]
    #[expect(clippy::expect_used, reason = "only tests bring their own SQL")]
    pub(crate) fn execute(&self, sql: &str) {
        self.connection.execute_batch(sql).expect(sql);
    }

    /// What tells what is kept from anything else that was.
    pub(crate) fn content(&self) -> Result<[u8; 32], Problem> {
        copy::count(&self.connection).map(|counts| counts.digest)
    }

    /// A setting; none also where it cannot be read.
    pub(crate) fn setting(&self, key: &str) -> Option<String> {
        self.read_setting(key).ok().flatten()
    }

    /// A setting, or why it cannot be read.
    pub(crate) fn read_setting(&self, key: &str) -> Result<Option<String>, Problem> {
        self.connection
            .query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0))
            .optional()
            .map_err(unread)
    }

    /// Every setting.
    pub(crate) fn settings(&self) -> Result<BTreeMap<String, String>, Problem> {
        let mut statement =
            self.connection.prepare("SELECT key, value FROM settings").map_err(unread)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).map_err(unread)?;
        rows.collect::<Result<_, _>>().map_err(unread)
    }

    /// Keeps a setting.
    pub(crate) fn set_setting(&mut self, key: &str, value: &str) -> Result<(), Problem> {
        let sql = "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.change(|transaction| {
            transaction.execute(sql, (key, value)).map(|_| ()).map_err(unsaved)
        })
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
    bin::refuse(connection, &case.id)?;
    let body = Zeroizing::new(rows::write(case)?);
    if rows::read(rows::VERSION, &body).as_ref() != Ok(case) {
        return Err(Problem::NotSaved);
    }
    let sql = "INSERT INTO cases (id, changed, version, body) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, version = excluded.version, body = excluded.body";
    connection
        .execute(sql, (&case.id.0, case.changed.as_millisecond(), rows::VERSION, &*body))
        .map_err(unsaved)?;
    merging::note(connection, &case.id, &merging::digest(rows::VERSION, &body))?;
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

#[cfg(test)]
mod tests;
