//! Whether every page on the disk is as it was written. It takes seconds for a large vault, so it
//! is run beside the vault, on a connection of its own.
//!
//! The check reads the file and not the log, so the log is written back first. While this
//! connection reads, nobody can write the log back into the file (it holds SQLite's first read
//! lock), and saving goes on in the log. Should somebody have been quicker, a page may be seen half
//! written: so what is found is looked at again before it is said.

use super::{Database, Disk, Keyed, checkpoint, connect, unread};
use domain::problem::Problem;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::collections::BTreeSet;
use std::fmt;

/// How often a finding is looked at before it is said.
const LOOKS: usize = 3;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Integrity {
    /// Every page is as it was written.
    Sound,
    /// These pages are not, by number from 1; 0 stands for something that has no page.
    Damaged {
        /// In their order.
        pages: Vec<u32>,
    },
    /// It could not be told: the log could not be written back. Nothing is said about the pages.
    NotJudged,
}

/// A check that can be run on any thread, beside the open vault.
pub struct IntegrityCheck {
    file: Keyed,
}

impl IntegrityCheck {
    /// Reads every page of the file.
    pub fn run(&self) -> Result<Integrity, Problem> {
        let Keyed { path, disk, key, salt, names } = &self.file;
        // There the database is held by one connection alone.
        if *disk == Disk::Network {
            return Ok(Integrity::NotJudged);
        }
        let mut found: Option<BTreeSet<u32>> = None;
        for _ in 0..LOOKS {
            // What lies there now is not what is open.
            if names.stand().is_err() {
                return Ok(Integrity::NotJudged);
            }
            let connection = connect(path, *disk, OpenFlags::empty(), key, salt)?;
            if checkpoint(&connection).is_err() {
                return Ok(Integrity::NotJudged);
            }
            let pages = damaged(&connection)?;
            let lasting: BTreeSet<u32> = match found {
                None => pages,
                Some(before) => before.intersection(&pages).copied().collect(),
            };
            if lasting.is_empty() {
                return Ok(Integrity::Sound);
            }
            found = Some(lasting);
        }
        Ok(Integrity::Damaged { pages: found.unwrap_or_default().into_iter().collect() })
    }
}

impl fmt::Debug for IntegrityCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IntegrityCheck(…)")
    }
}

impl Database {
    /// A check of this database.
    pub(crate) fn integrity_check(&self) -> IntegrityCheck {
        IntegrityCheck { file: self.file.clone() }
    }
}

pub(super) fn damaged(connection: &Connection) -> Result<BTreeSet<u32>, Problem> {
    // Reads only, so nobody's writing waits for it.
    let held =
        Transaction::new_unchecked(connection, TransactionBehavior::Deferred).map_err(unread)?;
    held.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))
        .map_err(unread)?;
    let mut statement = held.prepare("PRAGMA cipher_integrity_check").map_err(unread)?;
    let found = statement.query_map([], |row| row.get::<_, String>(0)).map_err(unread)?;
    // "HMAC verification failed for page 1458".
    let page =
        |line: String| line.rsplit(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
    found.map(|line| line.map(page).map_err(unread)).collect()
}
