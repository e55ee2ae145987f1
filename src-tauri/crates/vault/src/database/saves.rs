//! How far the database has come: each change leaves its number and 16 random bytes, in the same
//! transaction, so that a mark outside can tell an older database from this one, and one that parted
//! from it. The marks that somebody has gone on above are kept with where the chain of receipts ended
//! then: no number up to there is given again.

use super::{Database, layout::layout, unread, unsaved};
use crate::slot::random;
use domain::Timestamp;
use domain::case::CaseId;
use domain::chain::{End, Link};
use domain::problem::Problem;
use domain::rollback::{Mark, State};
use rusqlite::{Connection, OptionalExtension as _, Row};
use sha2::{Digest as _, Sha256};

/// The layout that brought the tables.
pub(super) const SINCE: i64 = 8;

/// The number is the generation; `at` is in milliseconds since 1970.
pub(super) const TABLES: &str = "
    CREATE TABLE saves (generation INTEGER PRIMARY KEY, state BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE marks (
        generation INTEGER NOT NULL, state BLOB NOT NULL, number INTEGER, link BLOB,
        PRIMARY KEY (generation, state)) STRICT;";

/// So many changes are remembered at least: a mark that lags behind further can only be compared by
/// its number.
const REMEMBERED: i64 = 1024;
/// They are forgotten so many at a time, which touches one page the less with each save.
const PORTION: i64 = 128;

/// Counts a change; the caller holds the transaction.
pub(super) fn count(connection: &Connection) -> Result<Mark, Problem> {
    let (state, at): (State, _) = (random()?, Timestamp::now());
    let newest = "SELECT coalesce(max(generation), 0) FROM saves";
    let newest: i64 = connection.query_row(newest, [], |row| row.get(0)).map_err(unread)?;
    let generation = newest + 1;
    let sql = "INSERT INTO saves (generation, state, at) VALUES (?1, ?2, ?3)";
    connection.execute(sql, (generation, state, at.as_millisecond())).map_err(unsaved)?;
    if generation % PORTION == 0 {
        let sql = "DELETE FROM saves WHERE generation <= ?1";
        connection.execute(sql, [generation - REMEMBERED]).map_err(unsaved)?;
    }
    let end = end(connection)?;
    Ok(Mark { generation: generation.unsigned_abs(), state, at, end })
}

/// Where the chain of receipts ends: at the newest link, or at a newer one that was given before and
/// is not here any more.
fn end(connection: &Connection) -> Result<Option<End>, Problem> {
    let sql =
        "SELECT number, link FROM marks WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1";
    let given: Option<(i64, [u8; 32])> = connection
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(unread)?;
    let given = given.map(|(number, hash)| End { number: number.unsigned_abs(), hash });
    let newest = newest_link(connection)?;
    Ok(match (given, newest) {
        (Some(given), Some(newest)) if newest.number >= given.number => Some(newest),
        (Some(given), _) => Some(given),
        (None, newest) => newest,
    })
}

fn newest_link(connection: &Connection) -> Result<Option<End>, Problem> {
    let sql = "SELECT number, previous, case_id, bundle_sha256 FROM chain
               ORDER BY number DESC LIMIT 1";
    let end_of = |row: &Row<'_>| {
        let link = Link {
            number: row.get::<_, i64>(0)?.unsigned_abs(),
            previous: row.get(1)?,
            case: CaseId(row.get(2)?),
            bundle_sha256: row.get(3)?,
        };
        Ok(End { number: link.number, hash: Sha256::digest(link.canonical()).into() })
    };
    connection.query_row(sql, [], end_of).optional().map_err(unread)
}

impl Database {
    /// How far it has come. One of an earlier layout has counted nothing.
    pub(crate) fn mark(&self) -> Result<Mark, Problem> {
        let layout = layout(&self.connection)?;
        if layout < SINCE {
            return self.uncounted(layout);
        }
        let sql = "SELECT generation, state, at FROM saves ORDER BY generation DESC LIMIT 1";
        let newest: Option<(i64, State, i64)> = self
            .connection
            .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()
            .map_err(unread)?;
        let (generation, state, at) = newest.unwrap_or_default();
        Ok(Mark {
            generation: generation.unsigned_abs(),
            state,
            at: Timestamp::from_millisecond(at).unwrap_or_default(),
            end: end(&self.connection)?,
        })
    }

    /// What an earlier layout tells of itself: the moment of its newest case, and its chain.
    fn uncounted(&self, layout: i64) -> Result<Mark, Problem> {
        let sql = "SELECT coalesce(max(changed), 0) FROM cases";
        let at: i64 = self.connection.query_row(sql, [], |row| row.get(0)).map_err(unread)?;
        let end = if layout < 3 { None } else { newest_link(&self.connection)? };
        let at = Timestamp::from_millisecond(at).unwrap_or_default();
        Ok(Mark { generation: 0, state: State::default(), at, end })
    }

    /// True when it has been in the state of a mark, or when that is too long ago to be told.
    pub(crate) fn remembers(&self, mark: &Mark) -> Result<bool, Problem> {
        if mark.generation == 0 {
            return Ok(true);
        }
        if layout(&self.connection)? < SINCE {
            return Ok(false);
        }
        let Ok(generation) = i64::try_from(mark.generation) else { return Ok(false) };
        let sql = "SELECT ?1 < (SELECT min(generation) FROM saves)
            OR EXISTS (SELECT 1 FROM saves WHERE generation = ?1 AND state = ?2)
            OR EXISTS (SELECT 1 FROM marks WHERE generation = ?1 AND state = ?2)";
        let known: Option<bool> = self
            .connection
            .query_row(sql, (generation, mark.state), |row| row.get(0))
            .map_err(unread)?;
        Ok(known.unwrap_or(false))
    }

    /// True when somebody has gone on above all of these marks, also of another database.
    pub(crate) fn went_on_above(&self, marks: &[Mark]) -> Result<bool, Problem> {
        // An earlier layout has gone on above none.
        if layout(&self.connection)? < SINCE {
            return Ok(marks.is_empty());
        }
        for mark in marks {
            let sql = "SELECT EXISTS (SELECT 1 FROM marks WHERE generation = ?1 AND state = ?2)";
            let generation = i64::try_from(mark.generation).unwrap_or_default();
            let is_known =
                self.connection.query_row(sql, (generation, mark.state), |row| row.get(0));
            if !is_known.map_err(unread)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Goes on above these marks: they are known from now on, the next change has a number above all of
    /// them, and so has the next receipt. Those of another database are only known.
    pub(crate) fn go_on_above(&mut self, marks: &[Mark], others: &[Mark]) -> Result<(), Problem> {
        self.change(|transaction| {
            for mark in others {
                note(transaction, &Mark { end: None, ..*mark })?;
            }
            for mark in marks {
                let generation = note(transaction, mark)?;
                // The change that is counted next comes after it.
                let sql = "INSERT INTO saves (generation, state, at)
                    SELECT ?1, ?2, ?3 WHERE ?1 > (SELECT coalesce(max(generation), 0) FROM saves)";
                let at = mark.at.as_millisecond();
                transaction.execute(sql, (generation, mark.state, at)).map_err(unsaved)?;
            }
            Ok(())
        })
    }

    /// Where the chain of receipts ends: the next number comes after it.
    pub(crate) fn end(&self) -> Result<Option<End>, Problem> {
        end(&self.connection)
    }
}

/// Notes a mark that somebody goes on above; the caller holds the transaction.
fn note(connection: &Connection, mark: &Mark) -> Result<i64, Problem> {
    let number = |number: u64| i64::try_from(number).map_err(|_| Problem::NotSaved);
    let generation = number(mark.generation)?;
    let end = mark.end.map(|end| number(end.number).map(|number| (number, end.hash)));
    let (given, link) = end.transpose()?.unzip();
    let sql = "INSERT INTO marks (generation, state, number, link)
               VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    connection.execute(sql, (generation, mark.state, given, link)).map_err(unsaved)?;
    Ok(generation)
}

/// Refuses a link with a number that was given before; the caller holds the transaction.
pub(super) fn refuse_given(connection: &Connection, link: &Link) -> Result<(), Problem> {
    let given = end(connection)?.map_or(0, |end| end.number);
    if link.number > given { Ok(()) } else { Err(Problem::NotSaved) }
}
