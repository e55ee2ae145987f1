//! Puts what could be read of a damaged database into a new one. Everything is put there as it lay: bodies
//! are neither read again nor written anew, so that a backup that is taken in later finds the same states.
//! A case of which something is known and whose own row is lost is set aside by name, so that what belongs
//! to it, its documents and records, stays with it until a backup brings it back.

use super::summaries::{self, moment};
use super::{Database, aside, merging, read_own, unread, unsaved};
use crate::rows;
use crate::salvage::pages::Pages;
use crate::salvage::tables::{Layout, SUMMARIES, TABLES, Table};
use domain::case::{Case, CaseId};
use domain::day_in_denmark;
use domain::problem::Problem;
use domain::salvage::{MissingDocuments, Salvage, ranges};
use domain::stage::Stage;
use domain::summary::organisation_name;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, Statement, params_from_iter};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// Fills a new, empty database with what can be read, all of it or nothing, and says what that is.
/// Receipts were given up to the number `given` at least.
pub(crate) fn fill(
    database: &mut Database,
    pages: &mut Pages,
    given: u64,
) -> Result<Salvage, Problem> {
    let environment = database.environment;
    let layout = Layout::of(pages);
    let transaction = database.connection.transaction().map_err(unsaved)?;
    let known = known(pages, &layout);
    for table in &TABLES {
        let mut put = Put::of(&transaction, table)?;
        layout.rows(pages, table, |row| put.row(row))?;
    }
    // What was found of the pages of the old database is not so of the new one.
    transaction.execute("DELETE FROM settings WHERE key = 'integrity'", []).map_err(unsaved)?;
    let gone = "SELECT case_id FROM tombstones UNION SELECT case_id FROM gone_links";
    let gone: BTreeSet<String> = texts(&transaction, gone)?.into_iter().collect();
    // Of these nothing but what is known of them could be read, or the number of their receipt.
    let linked =
        texts(&transaction, "SELECT case_id FROM chain UNION SELECT case_id FROM branch_links")?;
    for id in known.keys().cloned().chain(linked).filter(|id| !gone.contains(id)) {
        stand_in(&transaction, &id)?;
    }
    let mut read = BTreeMap::new();
    for id in texts(&transaction, "SELECT id FROM cases ORDER BY id")? {
        let id = CaseId(id);
        if let Some(case) = settle(&transaction, environment, &id, known.get(&id.0))? {
            read.insert(id.0, case);
        }
    }
    let missing_documents = missing_documents(&transaction, &read)?;
    let (whole, missing) = receipts(&transaction, &read, given)?;
    transaction.commit().map_err(unsaved)?;
    Ok(Salvage {
        pages: pages.expected() as u64,
        damaged: pages.damaged() as u64,
        cases: read.len() as u64,
        unreadable: database.unreadable()?,
        receipts: whole,
        missing_receipts: ranges(missing),
        documents: database.count_documents()?,
        missing_documents,
    })
}

/// What is known of a case without reading it.
struct Known {
    name: Option<String>,
    cvr: Option<i64>,
    representative: Option<String>,
    /// In nanoseconds since 1970.
    changed: i64,
}

fn known(pages: &mut Pages, layout: &Layout) -> BTreeMap<String, Known> {
    let mut known = BTreeMap::new();
    let taken: Result<(), std::convert::Infallible> = layout.rows(pages, &SUMMARIES, |row| {
        let mut row = row.into_iter();
        let mut text = |skipped: usize| match row.nth(skipped) {
            Some(Value::Text(text)) => (Some(text), None),
            Some(Value::Integer(number)) => (None, Some(number)),
            _ => (None, None),
        };
        let id = text(1).0;
        let name = text(4).0;
        let cvr = text(0).1;
        let representative = text(0).0;
        let changed = text(1).1.unwrap_or_default();
        known.extend(id.map(|id| (id, Known { name, cvr, representative, changed })));
        Ok(())
    });
    match taken {
        Ok(()) => known,
    }
}

/// Puts the rows of one table.
struct Put<'a> {
    connection: &'a Connection,
    table: &'a Table,
    put: Statement<'a>,
    columns: usize,
}

impl<'a> Put<'a> {
    fn of(connection: &'a Connection, table: &'a Table) -> Result<Self, Problem> {
        let columns = connection
            .prepare(&format!("SELECT * FROM {}", table.name))
            .map_err(unread)?
            .column_count();
        let places = vec!["?"; columns].join(", ");
        // Of two states of a case, which a lost page of the log can leave, the later one.
        let end = if table.name == "cases" {
            "ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, version = excluded.version,
             body = excluded.body WHERE excluded.changed > changed"
        } else {
            "ON CONFLICT DO NOTHING"
        };
        let sql = format!("INSERT INTO {} VALUES ({places}) {end}", table.name);
        let put = connection.prepare(&sql).map_err(unsaved)?;
        Ok(Self { connection, table, put, columns })
    }

    fn row(&mut self, row: Vec<Value>) -> Result<(), Problem> {
        if row.len() != self.columns || !is_own(self.table.name, &row) {
            return Ok(());
        }
        if let Some(Value::Text(case)) = self.table.case.and_then(|place| row.get(place)) {
            stand_in(self.connection, case)?;
        }
        match self.put.execute(params_from_iter(row)) {
            Ok(_) => Ok(()),
            // What it refers to is lost.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Ok(())
            }
            Err(error) => Err(unsaved(error)),
        }
    }
}

/// A document is what its name says: the SHA-256 of its bytes.
fn is_own(table: &str, row: &[Value]) -> bool {
    match (table, row) {
        ("documents", [_, Value::Blob(sha256), Value::Blob(body)]) => {
            Sha256::digest(body).as_slice() == sha256.as_slice()
        }
        _ => true,
    }
}

/// Something that no case is, in the place of one that is lost; none where there is one.
fn stand_in(connection: &Connection, case: &str) -> Result<(), Problem> {
    let sql = "INSERT INTO cases (id, changed, version, body) VALUES (?1, 0, ?2, x'')
               ON CONFLICT DO NOTHING";
    connection
        .prepare(sql)
        .and_then(|mut put| put.execute((case, rows::VERSION)))
        .map(|_| ())
        .map_err(unsaved)
}

/// Makes what follows from a case, or sets it aside with what is known of it. Of one that is in the bin
/// nothing follows.
fn settle(
    connection: &Connection,
    environment: domain::Environment,
    id: &CaseId,
    known: Option<&Known>,
) -> Result<Option<Case>, Problem> {
    let (version, body): (i64, Vec<u8>) = connection
        .query_row("SELECT version, body FROM cases WHERE id = ?1", [&id.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(unread)?;
    let body = Zeroizing::new(body);
    let is_binned = super::bin::is_in(connection, id)?;
    match read_own(version, &body, id, environment) {
        Ok(case) => {
            merging::note(connection, id, &merging::digest(version, &body))?;
            if !is_binned {
                summaries::write(connection, &case, version, day_in_denmark(case.changed))?;
            }
            Ok(Some(case))
        }
        Err(_) if is_binned => Ok(None),
        Err(problem) => {
            aside::set_aside(connection, id, problem)?;
            if let Some(known) = known.filter(|known| moment(known.changed).is_ok()) {
                let sql = "UPDATE unreadable SET name = ?2, cvr = ?3, representative = ?4,
                           changed = ?5 WHERE case_id = ?1";
                let Known { name, cvr, representative, changed } = known;
                connection
                    .execute(sql, (&id.0, name, cvr, representative, changed))
                    .map_err(unsaved)?;
            }
            Ok(None)
        }
    }
}

fn missing_documents(
    connection: &Connection,
    cases: &BTreeMap<String, Case>,
) -> Result<Vec<MissingDocuments>, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM documents WHERE case_id = ?1 AND sha256 = ?2)";
    let mut is_here = connection.prepare(sql).map_err(unread)?;
    let mut found = Vec::new();
    for (id, case) in cases {
        let mut missing = 0;
        for sha256 in case.documents() {
            let here: bool = is_here.query_row((id, sha256), |row| row.get(0)).map_err(unread)?;
            missing += u64::from(!here);
        }
        if missing > 0 {
            found.push(MissingDocuments { name: organisation_name(case), missing });
        }
    }
    Ok(found)
}

/// How many receipts and records are whole, and the numbers of those that are not. A receipt is made of its
/// case; a record is kept as it was made.
fn receipts(
    connection: &Connection,
    cases: &BTreeMap<String, Case>,
    given: u64,
) -> Result<(u64, Vec<u64>), Problem> {
    let sql = "SELECT number, case_id, EXISTS (SELECT 1 FROM records WHERE records.number = chain.number),
               EXISTS (SELECT 1 FROM gone_links WHERE branch = 0 AND gone_links.number = chain.number)
               FROM chain ORDER BY number";
    let mut statement = connection.prepare(sql).map_err(unread)?;
    let mut rows = statement.query([]).map_err(unread)?;
    let (mut whole, mut gone, mut last) = (BTreeSet::new(), BTreeSet::new(), given);
    while let Some(row) = rows.next().map_err(unread)? {
        let number = row.get::<_, i64>(0).map_err(unread)?.unsigned_abs();
        let case: String = row.get(1).map_err(unread)?;
        last = last.max(number);
        if row.get(3).map_err(unread)? {
            gone.insert(number);
        } else if row.get(2).map_err(unread)?
            || cases.get(&case).is_some_and(|case| matches!(case.stage, Stage::Approved(_)))
        {
            whole.insert(number);
        }
    }
    let missing = (1..=last).filter(|number| !whole.contains(number) && !gone.contains(number));
    Ok((whole.len() as u64, missing.collect()))
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare(sql).map_err(unread)?;
    let texts = statement.query_map([], |row| row.get(0)).map_err(unread)?;
    texts.collect::<Result<_, _>>().map_err(unread)
}
