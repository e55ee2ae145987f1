//! The history of the cases: a row an entry, beside the case, so that a save writes what is new and
//! nothing but the page of the history reads them.

use super::{Database, rows, unread, unsaved, write_case};
use domain::Timestamp;
use domain::case::{Case, CaseId};
use domain::draft::Role;
use domain::history::{Change, Entry, Log, MOST, between, fold, is_of_one_sitting};
use domain::problem::Problem;
use rusqlite::{Connection, OptionalExtension as _, Row};
use zeroize::Zeroizing;

/// Moments are milliseconds since 1970; places count from 1, and leave gaps. At place 0 stands until
/// when there were older entries.
pub(super) const TABLES: &str = "CREATE TABLE changes (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, began INTEGER NOT NULL, at INTEGER NOT NULL, role TEXT, what TEXT NOT NULL,
    path TEXT, old TEXT, new TEXT, PRIMARY KEY (case_id, place)) STRICT, WITHOUT ROWID;";

/// What stands in the place of an entry where older ones are gone.
const GONE: &str = "gone";

impl Database {
    /// The history of a case, the newest entry last.
    pub(crate) fn history(&self, case: &CaseId) -> Result<Log, Problem> {
        let sql = "SELECT began, at, role, what, path, old, new, place FROM changes
                   WHERE case_id = ?1 ORDER BY place";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let mut rows = statement.query([&case.0]).map_err(unread)?;
        let mut log = Log::default();
        while let Some(row) = rows.next().map_err(unread)? {
            if row.get::<_, i64>(7).map_err(unread)? == 0 {
                let at = row.get::<_, i64>(1).map_err(unread)?;
                log.gone =
                    Some(Timestamp::from_millisecond(at).map_err(|_| Problem::VaultDamaged)?);
            } else {
                log.entries.push(entry(row)?);
            }
        }
        Ok(log)
    }
}

/// Keeps a case, and what it says otherwise than the one that was kept before; the caller holds the
/// transaction.
pub(super) fn keep_case(connection: &Connection, case: &Case) -> Result<(), Problem> {
    let before = kept(connection, &case.id)?;
    write_case(connection, case)?;
    match before {
        Some(before) => add(connection, &case.id, between(&before, case)),
        None => Ok(()),
    }
}

/// The case as it is kept. Of one that cannot be read nobody knows what changed.
fn kept(connection: &Connection, id: &CaseId) -> Result<Option<Case>, Problem> {
    let sql = "SELECT version, body FROM cases WHERE id = ?1";
    let stored: Option<(i64, Vec<u8>)> = connection
        .query_row(sql, [&id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(unread)?;
    Ok(stored.and_then(|(version, body)| rows::read(version, &Zeroizing::new(body)).ok()))
}

fn add(connection: &Connection, id: &CaseId, new: Vec<Entry>) -> Result<(), Problem> {
    if new.is_empty() {
        return Ok(());
    }
    let (places, newest) = newest(connection, id, &new)?;
    let (gone, added) = fold(&newest, new);
    for place in gone.iter().filter_map(|at| places.get(*at)) {
        let sql = "DELETE FROM changes WHERE case_id = ?1 AND place = ?2";
        connection.execute(sql, (&id.0, place)).map_err(unsaved)?;
    }
    let sql = "SELECT coalesce(max(place), 0) FROM changes WHERE case_id = ?1";
    let last: i64 = connection.query_row(sql, [&id.0], |row| row.get(0)).map_err(unread)?;
    for (place, entry) in (last + 1..).zip(&added) {
        write(connection, id, place, entry)?;
    }
    forget_oldest(connection, id)
}

/// The newest entries that a new one may go on with, oldest first, and their places.
fn newest(
    connection: &Connection,
    id: &CaseId,
    new: &[Entry],
) -> Result<(Vec<i64>, Vec<Entry>), Problem> {
    let sql = "SELECT began, at, role, what, path, old, new, place FROM changes
               WHERE case_id = ?1 AND place > 0 ORDER BY place DESC";
    let mut statement = connection.prepare(sql).map_err(unread)?;
    let mut rows = statement.query([&id.0]).map_err(unread)?;
    let (mut places, mut newest) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next().map_err(unread)? {
        // Nothing goes on with what cannot be read, and nothing is lost by that.
        let Ok(entry) = entry(row) else { break };
        if !new.iter().any(|new| is_of_one_sitting(&entry, new)) {
            break;
        }
        places.push(row.get(7).map_err(unread)?);
        newest.push(entry);
    }
    places.reverse();
    newest.reverse();
    Ok((places, newest))
}

/// The oldest entries go where there are too many, and that they were is noted.
fn forget_oldest(connection: &Connection, id: &CaseId) -> Result<(), Problem> {
    let most = i64::try_from(MOST).map_err(|_| Problem::NotSaved)?;
    let sql = "SELECT place, at FROM changes WHERE case_id = ?1 AND place > 0
               ORDER BY place DESC LIMIT 1 OFFSET ?2";
    let newest_of_them: Option<(i64, i64)> = connection
        .query_row(sql, (&id.0, most), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(unread)?;
    let Some((place, at)) = newest_of_them else { return Ok(()) };
    let sql = "DELETE FROM changes WHERE case_id = ?1 AND place <= ?2";
    connection.execute(sql, (&id.0, place)).map_err(unsaved)?;
    let sql = "INSERT INTO changes (case_id, place, began, at, what) VALUES (?1, 0, ?2, ?2, ?3)";
    connection.execute(sql, (&id.0, at, GONE)).map(|_| ()).map_err(unsaved)
}

/// Takes the history of a case of another vault over in the place of what is here; the caller holds the
/// transaction. `keep_own` where that vault has none of it: it may be of a time when there was none.
pub(super) fn take_over(
    connection: &Connection,
    other: &Database,
    (from, to): (&CaseId, &CaseId),
    keep_own: bool,
) -> Result<(), Problem> {
    let log = other.history(from)?;
    if keep_own && log == Log::default() {
        return Ok(());
    }
    connection.execute("DELETE FROM changes WHERE case_id = ?1", [&to.0]).map_err(unsaved)?;
    if let Some(at) = log.gone {
        let sql =
            "INSERT INTO changes (case_id, place, began, at, what) VALUES (?1, 0, ?2, ?2, ?3)";
        connection.execute(sql, (&to.0, at.as_millisecond(), GONE)).map_err(unsaved)?;
    }
    for (place, entry) in (1..).zip(&log.entries) {
        write(connection, to, place, entry)?;
    }
    Ok(())
}

/// Copies the history of a case to another one, as which it goes on; the caller holds the transaction.
pub(super) fn copy(connection: &Connection, from: &CaseId, to: &CaseId) -> Result<(), Problem> {
    let sql = "INSERT INTO changes (case_id, place, began, at, role, what, path, old, new)
               SELECT ?1, place, began, at, role, what, path, old, new FROM changes
               WHERE case_id = ?2 ON CONFLICT DO NOTHING";
    connection.execute(sql, (&to.0, &from.0)).map(|_| ()).map_err(unsaved)
}

fn write(connection: &Connection, id: &CaseId, place: i64, entry: &Entry) -> Result<(), Problem> {
    let (what, old, new) = match &entry.what {
        Change::Answer { old, new, .. } => ("answer", Some(old), Some(new)),
        Change::Added(_) => ("added", None, None),
        Change::Removed(_) => ("removed", None, None),
        Change::HandedOver => ("handed-over", None, None),
        Change::GuideBegun => ("guide-begun", None, None),
        Change::TakenBack => ("taken-back", None, None),
    };
    let role = entry.by.map(|role| match role {
        Role::Representative => "representative",
        Role::Reporter => "reporter",
    });
    let (began, at) = (entry.began.as_millisecond(), entry.at.as_millisecond());
    let sql = "INSERT INTO changes (case_id, place, began, at, role, what, path, old, new)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    connection
        .prepare(sql)
        .and_then(|mut statement| {
            statement.execute((&id.0, place, began, at, role, what, entry.what.path(), old, new))
        })
        .map(|_| ())
        .map_err(unsaved)
}

/// The entry of a row. A word that this program does not know is damage: a newer one has another
/// layout.
fn entry(row: &Row<'_>) -> Result<Entry, Problem> {
    let moment = |place: usize| {
        let at: i64 = row.get(place).map_err(unread)?;
        Timestamp::from_millisecond(at).map_err(|_| Problem::VaultDamaged)
    };
    let text = |place: usize| {
        let text: Option<String> = row.get(place).map_err(unread)?;
        text.ok_or(Problem::VaultDamaged)
    };
    let by = match row.get::<_, Option<String>>(2).map_err(unread)?.as_deref() {
        None => None,
        Some("representative") => Some(Role::Representative),
        Some("reporter") => Some(Role::Reporter),
        Some(_) => return Err(Problem::VaultDamaged),
    };
    let what = match text(3)?.as_str() {
        "answer" => Change::Answer { field: text(4)?, old: text(5)?, new: text(6)? },
        "added" => Change::Added(text(4)?),
        "removed" => Change::Removed(text(4)?),
        "handed-over" => Change::HandedOver,
        "guide-begun" => Change::GuideBegun,
        "taken-back" => Change::TakenBack,
        _ => return Err(Problem::VaultDamaged),
    };
    Ok(Entry { began: moment(0)?, at: moment(1)?, by, what })
}
