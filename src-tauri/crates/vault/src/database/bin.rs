//! The bin at rest: deleted cases, and what is remembered of those that are gone for good.
//!
//! A case in the bin keeps its row and everything that hangs on it, so that putting it back brings all
//! of it. What is known of it without reading it is taken away, as for a case that cannot be read: no
//! list, search, date, notification or export asks anything else, so none of them needs to know of the
//! bin. What the page of the bin says of it lies beside it.
//!
//! Of a case that is gone for good stays a tombstone: its id, which was made at random, and the digests
//! of its states, so that a backup does not bring it back; and its links in the chain of receipts, so
//! that nobody takes the gap for one that was made. Nothing personal is in either. A tombstone is kept
//! for ever: nobody knows how long somebody keeps a backup.

use super::summaries::{self, state_of, state_word};
use super::{Database, aside, read_own, unread, unsaved};
use domain::bin::{Away, AwayPaper, Binned, BinnedCase, Rest, Turn};
use domain::case::{Case, CaseId};
use domain::cvr::CvrNumber;
use domain::merge::Digest;
use domain::problem::Problem;
use domain::summary::CaseSummary;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// Days are written YYYY-MM-DD. A row of the bin goes with its case; a tombstone has no case, unless the
/// same hand-over file was opened anew. `gone_links` are the numbers whose receipts and records went,
/// branch 0 being the chain itself: the links stay where they are, and are nobody's any more.
pub(super) const TABLES: &str = "
    CREATE TABLE bin (
        case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        deleted TEXT NOT NULL, last_week TEXT, state TEXT, name TEXT, cvr INTEGER, papers TEXT) STRICT;
    CREATE INDEX bin_deleted ON bin (deleted DESC, case_id);
    CREATE TABLE tombstones (case_id TEXT PRIMARY KEY, deleted TEXT NOT NULL) STRICT;
    CREATE TABLE tombstone_states (
        case_id TEXT NOT NULL REFERENCES tombstones (case_id) ON DELETE CASCADE,
        digest BLOB NOT NULL, PRIMARY KEY (case_id, digest)) STRICT, WITHOUT ROWID;
    CREATE TABLE gone_links (
        branch INTEGER NOT NULL, number INTEGER NOT NULL, case_id TEXT NOT NULL, deleted TEXT NOT NULL,
        PRIMARY KEY (branch, number)) STRICT, WITHOUT ROWID;
    CREATE INDEX gone_links_case ON gone_links (case_id);";

/// Whether a case is in the bin.
const IS_IN: &str = "SELECT EXISTS (SELECT 1 FROM bin WHERE case_id = ?1)";

impl Database {
    /// Puts a case into the bin; none there is no problem, and one that is there already stays as it
    /// is.
    pub(crate) fn bin(&mut self, id: &CaseId, today: Date) -> Result<(), Problem> {
        let Some(case) = self.case(id)? else { return Ok(()) };
        self.change(|transaction| put(transaction, &case, Rest::from(today), today))
    }

    /// Puts a case back as it was. One that cannot be read any more is set aside by name, as any other
    /// is, and the problem says why.
    pub(crate) fn put_back(&mut self, id: &CaseId, today: Date) -> Result<(), Problem> {
        if !is_in(&self.connection, id)? {
            return Ok(());
        }
        let environment = self.environment;
        let read = self.change(|transaction| {
            let sql = "SELECT version, body FROM cases WHERE id = ?1";
            let (version, body): (i64, Vec<u8>) = transaction
                .query_row(sql, [&id.0], |row| Ok((row.get(0)?, row.get(1)?)))
                .map_err(unread)?;
            let read = read_own(version, &Zeroizing::new(body), id, environment);
            take_out(transaction, id)?;
            match &read {
                Ok(case) => summaries::write(transaction, case, version, today)?,
                Err(problem) => aside::set_aside(transaction, id, *problem)?,
            }
            Ok(read)
        })?;
        read.map(|_| ())
    }

    /// A window of the bin, the last deleted first.
    pub(crate) fn binned(&self, skip: u32, limit: u32) -> Result<Binned, Problem> {
        let sql = "SELECT case_id, deleted, last_week, state, name, cvr, papers FROM bin
                   ORDER BY deleted DESC, case_id LIMIT ?1 OFFSET ?2";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let mut found = statement.query([limit, skip]).map_err(unread)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(unread)? {
            let text = |place: usize| row.get::<_, Option<String>>(place).map_err(unread);
            let cvr: Option<u32> = row.get(5).map_err(unread)?;
            rows.push(BinnedCase {
                id: CaseId(row.get(0).map_err(unread)?),
                rest: rest(row.get(1).map_err(unread)?, text(2)?)?,
                state: text(3)?.as_deref().and_then(state_of),
                name: text(4)?,
                cvr: cvr.and_then(|number| CvrNumber::parse(&number.to_string()).ok()),
                papers: text(6)?.map(day).transpose()?,
            });
        }
        Ok(Binned { rows, total: self.count_binned()? })
    }

    /// Whether a case is in the bin.
    pub(crate) fn is_binned(&self, id: &CaseId) -> Result<bool, Problem> {
        is_in(&self.connection, id)
    }

    /// How many cases are in the bin.
    pub(crate) fn count_binned(&self) -> Result<u32, Problem> {
        let sql = "SELECT count(*) FROM bin";
        self.connection.query_row(sql, [], |row| row.get(0)).map_err(unread)
    }

    /// Deletes a case of the bin for good; none there is no problem.
    pub(crate) fn empty(&mut self, id: &CaseId, today: Date) -> Result<(), Problem> {
        if !is_in(&self.connection, id)? {
            return Ok(());
        }
        self.change(|transaction| forget(transaction, id, today))
    }

    /// What a day does with the bin, all or nothing; how many cases are gone for good.
    pub(crate) fn turn_bin(&mut self, today: Date) -> Result<u32, Problem> {
        let turns = self.turns(today)?;
        if turns.is_empty() {
            return Ok(0);
        }
        self.change(|transaction| {
            let mut gone = 0;
            let note = |id: &CaseId, noted: Option<Date>| {
                let sql = "UPDATE bin SET last_week = ?2 WHERE case_id = ?1";
                let noted = noted.map(|day| day.to_string());
                transaction.execute(sql, (&id.0, noted)).map(|_| ()).map_err(unsaved)
            };
            for (id, turn) in &turns {
                match turn {
                    Turn::Rest => {}
                    Turn::BeginLastWeek => note(id, Some(today))?,
                    Turn::ForgetLastWeek => note(id, None)?,
                    Turn::Empty => {
                        forget(transaction, id, today)?;
                        gone += 1;
                    }
                }
            }
            Ok(gone)
        })
    }

    /// The numbers of the chain whose receipts or records were deleted, into the bin or for good, in
    /// their order. A number whose case neither is here nor was deleted here is not among them.
    pub(crate) fn away(&self) -> Result<Vec<AwayPaper>, Problem> {
        let sql = "
            SELECT number, NULL FROM chain JOIN bin USING (case_id)
                WHERE number NOT IN (SELECT number FROM gone_links WHERE branch = 0)
            UNION ALL SELECT number, deleted FROM gone_links WHERE branch = 0
            ORDER BY number";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))
            .map_err(unread)?;
        rows.map(|row| {
            let (number, deleted) = row.map_err(unread)?;
            let number = u64::try_from(number).map_err(|_| Problem::VaultDamaged)?;
            let why = match deleted {
                None => Away::InBin,
                Some(deleted) => Away::Deleted(day(deleted)?),
            };
            Ok(AwayPaper { number, why })
        })
        .collect()
    }

    /// How long each case has been in the bin.
    pub(super) fn rests(&self) -> Result<BTreeMap<CaseId, Rest>, Problem> {
        let sql = "SELECT case_id, deleted, last_week FROM bin";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get(1)?, row.get(2)?)))
            .map_err(unread)?;
        rows.map(|row| {
            let (id, deleted, last_week) = row.map_err(unread)?;
            Ok((id, rest(deleted, last_week)?))
        })
        .collect()
    }

    /// The states of the cases that are gone for good, and the day on which each went.
    pub(super) fn tombstones(&self) -> Result<Tombstones, Problem> {
        let sql = "SELECT case_id, deleted FROM tombstones";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get(1)?)))
            .map_err(unread)?;
        let mut tombstones = Tombstones::new();
        for row in rows {
            let (id, deleted) = row.map_err(unread)?;
            tombstones.insert(id, (day(deleted)?, BTreeSet::new()));
        }
        let sql = "SELECT case_id, digest FROM tombstone_states";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get::<_, Digest>(1)?)))
            .map_err(unread)?;
        for row in rows {
            let (id, digest) = row.map_err(unread)?;
            if let Some((_, states)) = tombstones.get_mut(&id) {
                states.insert(digest);
            }
        }
        Ok(tombstones)
    }

    fn turns(&self, today: Date) -> Result<Vec<(CaseId, Turn)>, Problem> {
        let rests = self.rests()?.into_iter();
        let turns = rests.map(|(id, rest)| (id, rest.turn(today)));
        Ok(turns.filter(|(_, turn)| *turn != Turn::Rest).collect())
    }
}

/// Of each case that is gone for good: since when, and the states that it had.
pub(super) type Tombstones = BTreeMap<CaseId, (Date, BTreeSet<Digest>)>;

/// Puts a case into the bin, or says anew what is known of one that is there; the caller holds the
/// transaction, and the case is stored.
pub(super) fn put(
    connection: &Connection,
    case: &Case,
    rest: Rest,
    today: Date,
) -> Result<(), Problem> {
    let summary = CaseSummary::of(case, today);
    let papers = newest_paper(connection, &case.id)?;
    let approved = summary.approval.as_ref().map(|approval| approval.on);
    let papers = papers.into_iter().chain(approved).max();
    connection
        .execute("DELETE FROM summaries WHERE case_id = ?1", [&case.id.0])
        .map_err(unsaved)?;
    let sql = "INSERT INTO bin (case_id, deleted, last_week, state, name, cvr, papers)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
               ON CONFLICT (case_id) DO UPDATE SET
                   state = excluded.state, name = excluded.name, cvr = excluded.cvr,
                   papers = excluded.papers";
    connection
        .execute(
            sql,
            (
                &case.id.0,
                rest.deleted.to_string(),
                rest.last_week.map(|day| day.to_string()),
                state_word(summary.state),
                summary.name,
                summary.cvr.map(CvrNumber::as_u32),
                papers.map(|day| day.to_string()),
            ),
        )
        .map(|_| ())
        .map_err(unsaved)
}

/// Takes a case out of the bin; the caller holds the transaction, and writes what is known of it.
pub(super) fn take_out(connection: &Connection, id: &CaseId) -> Result<(), Problem> {
    connection.execute("DELETE FROM bin WHERE case_id = ?1", [&id.0]).map(|_| ()).map_err(unsaved)
}

/// Whether a case is in the bin.
pub(super) fn is_in(connection: &Connection, id: &CaseId) -> Result<bool, Problem> {
    connection.query_row(IS_IN, [&id.0], |row| row.get(0)).map_err(unread)
}

/// Refuses to write over a case in the bin: it would be hidden, or come out unasked.
pub(super) fn refuse(connection: &Connection, id: &CaseId) -> Result<(), Problem> {
    if is_in(connection, id)? { Err(Problem::CaseInBin) } else { Ok(()) }
}

/// Deletes a case for good and remembers its states; the caller holds the transaction. Everything that
/// hangs on the case goes with it but its links in the chain, and what was is overwritten.
fn forget(connection: &Connection, id: &CaseId, today: Date) -> Result<(), Problem> {
    bury(connection, id, today)?;
    let sql = "INSERT INTO tombstone_states (case_id, digest)
               SELECT case_id, digest FROM revisions WHERE case_id = ?1
               UNION SELECT case_id, digest FROM other_versions WHERE case_id = ?1
               ON CONFLICT DO NOTHING";
    connection.execute(sql, [&id.0]).map_err(unsaved)?;
    connection.execute("DELETE FROM cases WHERE id = ?1", [&id.0]).map(|_| ()).map_err(unsaved)
}

/// Notes that a case and its papers are gone.
fn bury(connection: &Connection, id: &CaseId, day: Date) -> Result<(), Problem> {
    let sql = "INSERT INTO tombstones (case_id, deleted) VALUES (?1, ?2)
               ON CONFLICT DO NOTHING";
    connection.execute(sql, (&id.0, day.to_string())).map_err(unsaved)?;
    let sql = "INSERT INTO gone_links (branch, number, case_id, deleted)
               SELECT 0, number, case_id, ?2 FROM chain WHERE case_id = ?1
               UNION ALL SELECT branch, number, case_id, ?2 FROM branch_links WHERE case_id = ?1
               ON CONFLICT DO NOTHING";
    connection.execute(sql, (&id.0, day.to_string())).map(|_| ()).map_err(unsaved)
}

/// Takes the tombstones of another vault over, of cases that are not here; the caller holds the
/// transaction, and has written the chain. So older backups of that vault do not bring back here what
/// was deleted there, and the numbers that come with it are known to be gone.
pub(super) fn take_tombstones(
    connection: &Connection,
    tombstones: &Tombstones,
) -> Result<(), Problem> {
    for (id, (deleted, states)) in tombstones {
        let is_here = "SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?1)";
        if connection.query_row(is_here, [&id.0], |row| row.get(0)).map_err(unread)? {
            continue;
        }
        bury(connection, id, *deleted)?;
        let sql = "INSERT INTO tombstone_states (case_id, digest) VALUES (?1, ?2)
                   ON CONFLICT DO NOTHING";
        for state in states {
            connection.execute(sql, (&id.0, state)).map_err(unsaved)?;
        }
    }
    Ok(())
}

/// A case that was gone for good has come back, with its papers; the caller holds the transaction.
pub(super) fn unbury(connection: &Connection, id: &CaseId) -> Result<(), Problem> {
    for table in ["tombstones", "gone_links"] {
        let sql = format!("DELETE FROM {table} WHERE case_id = ?1");
        connection.execute(&sql, [&id.0]).map_err(unsaved)?;
    }
    Ok(())
}

/// The day of the newest record of a case.
fn newest_paper(connection: &Connection, id: &CaseId) -> Result<Option<Date>, Problem> {
    let sql = "SELECT max(day) FROM (
        SELECT day FROM records WHERE case_id = ?1
        UNION ALL SELECT day FROM branch_records WHERE case_id = ?1)";
    let newest: Option<Option<String>> =
        connection.query_row(sql, [&id.0], |row| row.get(0)).optional().map_err(unread)?;
    newest.flatten().map(day).transpose()
}

fn rest(deleted: String, last_week: Option<String>) -> Result<Rest, Problem> {
    Ok(Rest { deleted: day(deleted)?, last_week: last_week.map(day).transpose()? })
}

fn day(written: String) -> Result<Date, Problem> {
    written.parse().map_err(|_| Problem::VaultDamaged)
}

#[cfg(test)]
mod tests;
