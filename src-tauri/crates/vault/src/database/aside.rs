//! A case that cannot be read is set aside: named, its bytes kept, and the others open.
//!
//! A body may be damaged, or written by a newer Tilslut that somebody has gone back from. Neither
//! is ever changed. Both are tried again at each start, since the program may be another one.

use super::summaries::{self, moment, nanoseconds};
use super::{Database, read_own, unread, unsaved};
use crate::rows;
use domain::Timestamp;
use domain::case::{Case, CaseId};
use domain::cvr::CvrNumber;
use domain::day_in_denmark;
use domain::problem::Problem;
use domain::summary::UnreadableCase;
use rusqlite::{Connection, ErrorCode, OptionalExtension as _};
use zeroize::Zeroizing;

/// The cases that a newer program wrote.
pub(super) const NEWER: &str =
    "SELECT case_id FROM summaries INDEXED BY summaries_version WHERE version > ?1";
/// The cases that are to be tried again. In this order, or every case would be gone through at each
/// start.
pub(super) const SET_ASIDE: &str =
    "SELECT case_id FROM unreadable CROSS JOIN cases ON id = case_id WHERE version <= ?1";

/// Why a body was not read.
enum Unread {
    /// What lies there is no case for this program: damaged, or written by a newer one.
    Body(Problem),
    /// The page on the disk is damaged; after that the connection reads nothing any more (store.md
    /// §1.2).
    Page,
    /// Something else went wrong, and says nothing of the case.
    Failed(Problem),
}

impl Database {
    /// A case; none when there is no such case. One that cannot be read is set aside, and the
    /// problem says why.
    pub(crate) fn case(&mut self, id: &CaseId) -> Result<Option<Case>, Problem> {
        match self.read(id) {
            Ok(case) => Ok(case),
            Err(Unread::Body(problem)) => {
                set_aside(&self.connection, id, problem)?;
                Err(problem)
            }
            Err(Unread::Page) => {
                self.reconnect()?;
                set_aside(&self.connection, id, Problem::CaseDamaged)?;
                Err(Problem::CaseDamaged)
            }
            Err(Unread::Failed(problem)) => Err(problem),
        }
    }

    /// The cases that are set aside.
    pub(crate) fn unreadable(&self) -> Result<Vec<UnreadableCase>, Problem> {
        let sql = "SELECT case_id, problem, name, cvr, representative, changed FROM unreadable ORDER BY changed DESC, case_id";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let mut rows = statement.query([]).map_err(unread)?;
        let mut unreadable = Vec::new();
        while let Some(row) = rows.next().map_err(unread)? {
            let cvr: Option<u32> = row.get(3).map_err(unread)?;
            unreadable.push(UnreadableCase {
                id: CaseId(row.get(0).map_err(unread)?),
                problem: why(&row.get::<_, String>(1).map_err(unread)?),
                name: row.get(2).map_err(unread)?,
                cvr: cvr.and_then(|number| CvrNumber::parse(&number.to_string()).ok()),
                representative: row.get(4).map_err(unread)?,
                changed: moment(row.get(5).map_err(unread)?)?,
            });
        }
        Ok(unreadable)
    }

    /// The bytes of a case as they are stored; none when there is no such case.
    pub(crate) fn bytes(&mut self, id: &CaseId) -> Result<Option<Vec<u8>>, Problem> {
        let read = self
            .connection
            .query_row("SELECT body FROM cases WHERE id = ?1", [&id.0], |row| row.get(0))
            .optional();
        if read.as_ref().is_err_and(is_damage) {
            self.reconnect()?;
            return Err(Problem::CaseDamaged);
        }
        read.map_err(unread)
    }

    /// At each start: what a newer program wrote is set aside, and what was set aside is tried
    /// again.
    pub(super) fn review(&mut self) -> Result<(), Problem> {
        for id in self.ids_of(NEWER, rows::VERSION)? {
            set_aside(&self.connection, &id, Problem::CaseNewer)?;
        }
        for id in self.ids_of(SET_ASIDE, rows::VERSION)? {
            match self.read(&id) {
                Ok(Some(case)) => self.take_back(&case)?,
                Ok(None) | Err(Unread::Body(_)) => {}
                Err(Unread::Page) => self.reconnect()?,
                Err(Unread::Failed(problem)) => return Err(problem),
            }
        }
        Ok(())
    }

    fn take_back(&mut self, case: &Case) -> Result<(), Problem> {
        let transaction = self.connection.transaction().map_err(unsaved)?;
        let version = "SELECT version FROM cases WHERE id = ?1";
        let version =
            transaction.query_row(version, [&case.id.0], |row| row.get(0)).map_err(unread)?;
        transaction
            .execute("DELETE FROM unreadable WHERE case_id = ?1", [&case.id.0])
            .map_err(unsaved)?;
        summaries::write(&transaction, case, version, day_in_denmark(case.changed))?;
        transaction.commit().map_err(unsaved)
    }

    fn ids_of(&self, sql: &str, version: i64) -> Result<Vec<CaseId>, Problem> {
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let ids = statement.query_map([version], |row| Ok(CaseId(row.get(0)?))).map_err(unread)?;
        ids.collect::<Result<_, _>>().map_err(unread)
    }

    /// A case that is in the bin is none here.
    fn read(&self, id: &CaseId) -> Result<Option<Case>, Unread> {
        let sql = "SELECT version, body FROM cases WHERE id = ?1
                   AND NOT EXISTS (SELECT 1 FROM bin WHERE case_id = ?1)";
        let stored = self
            .connection
            .query_row(sql, [&id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional();
        let stored: Option<(i64, Vec<u8>)> = stored.map_err(|error| {
            if is_damage(&error) { Unread::Page } else { Unread::Failed(unread(error)) }
        })?;
        let Some((version, body)) = stored else { return Ok(None) };
        read_own(version, &Zeroizing::new(body), id, self.environment)
            .map(Some)
            .map_err(Unread::Body)
    }
}

/// Refuses to write over a case that cannot be read: its bytes are all there is of it.
pub(super) fn refuse(connection: &Connection, id: &CaseId) -> Result<(), Problem> {
    let sql = "SELECT problem FROM unreadable WHERE case_id = ?1";
    let found: Option<String> =
        connection.query_row(sql, [&id.0], |row| row.get(0)).optional().map_err(unread)?;
    match found {
        None => Ok(()),
        Some(code) => Err(why(&code)),
    }
}

/// Takes a case out of every list, and keeps what was known of it.
pub(super) fn set_aside(
    connection: &Connection,
    id: &CaseId,
    problem: Problem,
) -> Result<(), Problem> {
    let changed: Option<i64> = connection
        .query_row("SELECT changed FROM cases WHERE id = ?1", [&id.0], |row| row.get(0))
        .optional()
        .map_err(unread)?;
    // The body's own row has milliseconds.
    let changed = changed.and_then(|at| Timestamp::from_millisecond(at).ok()).unwrap_or_default();
    connection.execute_batch("SAVEPOINT aside").map_err(unsaved)?;
    let done = connection
        .execute(
            "INSERT INTO unreadable (case_id, problem, name, cvr, representative, changed)
             SELECT id, ?2, name, cvr, representative, coalesce(summaries.changed, ?3)
             FROM cases LEFT JOIN summaries ON case_id = id WHERE id = ?1
             ON CONFLICT (case_id) DO UPDATE SET problem = excluded.problem",
            (&id.0, problem.code(), nanoseconds(changed)),
        )
        .and_then(|_| connection.execute("DELETE FROM summaries WHERE case_id = ?1", [&id.0]));
    let end = if done.is_ok() { "RELEASE aside" } else { "ROLLBACK TO aside; RELEASE aside" };
    connection.execute_batch(end).map_err(unsaved)?;
    done.map(|_| ()).map_err(unsaved)
}

/// Why a case was set aside. Earlier programs noted it in the words for the whole file.
fn why(code: &str) -> Problem {
    match Problem::of_code(code) {
        Some(Problem::VaultNewer) => Problem::CaseNewer,
        Some(Problem::VaultDamaged) | None => Problem::CaseDamaged,
        Some(problem) => problem,
    }
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
}
