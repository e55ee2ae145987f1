//! A copy of the whole database, as SQLite's online backup makes it, and what is counted to know
//! that it is whole.

use super::connect::{connect, connect_to_read, connect_to_write};
use super::integrity::damaged;
use super::{Database, Keyed, PAGE, unread, unsaved};
use crate::room::or_full;
use domain::problem::Problem;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// How many pages are copied at a time: half a megabyte, so that giving it up is answered at once.
const PORTION: i32 = 128;

/// What of a database is counted: the same in a copy of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counts {
    /// How many cases there are that are not in the bin.
    pub(crate) cases: u64,
    /// How many documents.
    pub(crate) documents: u64,
    /// How many receipts and records.
    pub(crate) receipts: u64,
    /// SHA-256 of which they are, and of how long each is.
    pub(crate) digest: [u8; 32],
}

/// Copies a database into a new file beside it, under the same key, in one moment of it: what is
/// saved meanwhile is not in the copy, and waits for nothing. `go_on` hears how many pages of how
/// many are copied, and gives it up with false.
pub(crate) fn copy(
    file: &Keyed,
    to: &Path,
    go_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Counts, Problem> {
    file.names.stand()?;
    let source = connect(&file.path, file.disk, OpenFlags::empty(), &file.key, &file.salt)
        .map_err(|problem| or_full(problem, &file.path))?;
    // Another file may have got the name in between.
    file.names.stand()?;
    copy_from(&source, file, to, go_on).map_err(|problem| or_full(problem, to))
}

impl Database {
    /// The same by the connection that is open: for files that have lost their names, and so by no
    /// other connection. Nothing can be saved meanwhile.
    pub(crate) fn copy_held(
        &self,
        to: &Path,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Counts, Problem> {
        copy_from(&self.connection, &self.file, to, go_on).map_err(|problem| or_full(problem, to))
    }
}

fn copy_from(
    source: &Connection,
    file: &Keyed,
    to: &Path,
    go_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Counts, Problem> {
    // Held to the end, or every save would begin the copy anew.
    let moment =
        Transaction::new_unchecked(source, TransactionBehavior::Deferred).map_err(unread)?;
    let counts = count(&moment)?;
    let mut target = connect_to_write(to, &file.key, &file.salt)?;
    {
        let backup = Backup::new(source, &mut target).map_err(unsaved)?;
        loop {
            let step = backup.step(PORTION).map_err(unsaved)?;
            let progress = backup.progress();
            let (all, left) = (progress.pagecount, progress.remaining);
            let pages = |count| u64::try_from(count).unwrap_or_default();
            if !go_on(pages(all - left), pages(all)) {
                return Err(Problem::BackupCancelled);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(Problem::NotSaved),
            }
        }
    }
    // One file, without a log beside it.
    let mode: String = target
        .pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))
        .map_err(unsaved)?;
    if mode != "delete" {
        return Err(Problem::NotSaved);
    }
    target.close().map_err(|(_, error)| unsaved(error))?;
    Ok(counts)
}

/// What is in the file of a copy, when every one of its pages is as it was written.
pub(crate) fn check(file: &Keyed) -> Result<Counts, Problem> {
    let connection = connect_to_read(&file.path, &file.key, &file.salt)?;
    let own: u32 =
        connection.pragma_query_value(None, "page_count", |row| row.get(0)).map_err(unread)?;
    // What stands after the last page is no page of the database.
    if damaged(&connection)?.into_iter().any(|page| page <= own) {
        return Err(Problem::BackupUnsound);
    }
    let sound: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(unread)?;
    if sound != "ok" {
        return Err(Problem::BackupUnsound);
    }
    count(&connection)
}

/// How many pages a database of so many bytes has; none for a part of one.
pub(crate) fn pages(bytes: u64) -> Option<u64> {
    let page = u64::try_from(PAGE).ok()?;
    bytes.is_multiple_of(page).then_some(bytes / page)
}

pub(super) fn count(connection: &Connection) -> Result<Counts, Problem> {
    // A backup of an earlier layout is counted before it is brought to this one.
    let has_bin = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'bin')";
    let has_bin: bool = connection.query_row(has_bin, [], |row| row.get(0)).map_err(unread)?;
    let mut hash = Sha256::new();
    let mut of = |table: &str, columns: &str| -> Result<u64, Problem> {
        let sql = format!("SELECT {columns} FROM {table} ORDER BY 1");
        let mut statement = connection.prepare(&sql).map_err(unread)?;
        let mut rows = statement.query([]).map_err(unread)?;
        let mut found = 0;
        hash.update(table.as_bytes());
        while let Some(row) = rows.next().map_err(unread)? {
            let line: String = row.get(0).map_err(unread)?;
            hash.update(line.as_bytes());
            hash.update(b"\n");
            found += 1;
        }
        Ok(found)
    };
    let cases = of("cases", "id || ' ' || version || ' ' || changed || ' ' || length(body)")?;
    let documents = of("documents", "case_id || ' ' || hex(sha256) || ' ' || length(body)")?;
    let receipts = of("chain", "number || ' ' || case_id || ' ' || hex(bundle_sha256)")?;
    of("records", "number || ' ' || case_id || ' ' || length(body)")?;
    // What is noted of backups and checks is no change of what is kept.
    of(
        "(SELECT * FROM settings WHERE key NOT IN ('backup-last', 'integrity', 'notified'))",
        "key || ' ' || hex(value)",
    )?;
    // Nor is the note that the last week of a rest has begun.
    let binned = if has_bin { of("bin", "case_id || ' ' || deleted")? } else { 0 };
    if has_bin {
        of("tombstones", "case_id || ' ' || deleted")?;
    }
    let cases = cases - binned;
    Ok(Counts { cases, documents, receipts, digest: hash.finalize().into() })
}
