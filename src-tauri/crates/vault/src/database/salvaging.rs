//! Puts what could be read of a damaged database into a new one. Everything is put there as it lay: bodies
//! are neither read again nor written anew, so that a backup that is taken in later finds the same states.
//! A case of which something is known and whose own row is lost is set aside by name, so that what belongs
//! to it, its documents and records, stays with it until a backup brings it back.

use super::documents::{hashes_of_documents, is_named_by};
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
    let known = known(pages, &layout)?;
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
    // However many cases there are, one at a time is in memory.
    let (mut cases, mut approved, mut missing_documents) = (0, BTreeSet::new(), Vec::new());
    for id in texts(&transaction, "SELECT id FROM cases ORDER BY id")? {
        let id = CaseId(id);
        let Some(case) = settle(&transaction, environment, &id, known.get(&id.0))? else {
            continue;
        };
        cases += 1;
        missing_documents.extend(lacking(&transaction, &case)?);
        if matches!(case.stage, Stage::Approved(_)) {
            approved.insert(id.0);
        }
    }
    let (whole, missing) = receipts(&transaction, &approved, given)?;
    transaction.commit().map_err(unsaved)?;
    Ok(Salvage {
        pages: pages.expected() as u64,
        damaged: pages.damaged() as u64,
        cases,
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

fn known(pages: &mut Pages, layout: &Layout) -> Result<BTreeMap<String, Known>, Problem> {
    let mut known = BTreeMap::new();
    layout.rows(pages, &SUMMARIES, |row| {
        if let [
            _,
            Value::Text(id),
            _,
            _,
            _,
            _,
            name,
            cvr,
            representative,
            _,
            Value::Integer(at),
            ..,
        ] = row.as_slice()
        {
            let cvr = if let Value::Integer(cvr) = cvr { Some(*cvr) } else { None };
            let (name, representative) = (text(name), text(representative));
            known.insert(id.clone(), Known { name, cvr, representative, changed: *at });
        }
        Ok(())
    })?;
    Ok(known)
}

fn text(value: &Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text.clone()) } else { None }
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
        ("documents", [_, Value::Blob(sha256), Value::Blob(body)]) => is_named_by(body, sha256),
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

/// What a case lacks of the documents that it names.
fn lacking(connection: &Connection, case: &Case) -> Result<Option<MissingDocuments>, Problem> {
    let here = hashes_of_documents(connection, &case.id)?;
    let missing = case.documents().iter().filter(|sha256| !here.contains(sha256)).count() as u64;
    Ok((missing > 0).then(|| MissingDocuments { name: organisation_name(case), missing }))
}

/// How many receipts and records are whole, and the numbers of those that are not. A receipt is made of its
/// case; a record is kept as it was made.
fn receipts(
    connection: &Connection,
    approved: &BTreeSet<String>,
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
        } else if row.get(2).map_err(unread)? || approved.contains(&case) {
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
