//! What is known of a case without reading it, in the same transaction as its body.
//!
//! A row is [`CaseSummary::of`] its case and nothing else. Only what has changed is written: a
//! keystroke costs the row, one entry of an index, and its words when one changed (`search`).

mod words;

pub(super) use words::{
    kind_of, kind_word, state_of, state_word, step_of, step_word, verdict_of, verdict_word,
};

use super::{search, unread, unsaved};
use domain::Timestamp;
use domain::case::{Case, CaseId, Reason};
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::summary::{
    ApprovalSummary, CaseDeadline, CaseSummary, Row, basis, search_text, sort_key,
};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow, ToSql, params};

/// What stands where no day can: later than every day.
const NEVER: &str = "9999-99-99";
/// Where a case without a name is sorted: after everything that begins with a letter.
pub(super) const NAMELESS: &str = "~";

/// The columns of a row in `summaries`, as they are stored.
#[derive(PartialEq)]
struct Columns {
    case_id: String,
    version: i64,
    state: &'static str,
    next: &'static str,
    done: u32,
    name: Option<String>,
    cvr: Option<u32>,
    representative: Option<String>,
    administrators: String,
    changed: i64,
    problem: Option<&'static str>,
    verdict: Option<&'static str>,
    attention: bool,
    resumes: bool,
    approved_at: Option<i64>,
    approved_on: Option<String>,
    approved_by: Option<String>,
    control_code: Option<String>,
    case_number: Option<String>,
    receipt: Option<i64>,
    name_key: String,
    next_deadline: String,
    day: String,
    until: String,
    basis: i64,
    why_rule: Option<String>,
    why_words: Option<String>,
    stated_on: Option<String>,
    set_up: String,
}

/// In the order of [`values`].
const NAMES: &str = "case_id, version, state, next, done, name, cvr, representative, administrators, changed, problem, verdict, \
    attention, resumes, approved_at, approved_on, approved_by, control_code, case_number, receipt, name_key, next_deadline, \
    day, until, basis, why_rule, why_words, stated_on, set_up";

/// How many [`NAMES`] there are.
const COLUMNS: usize = 29;

/// Writes what is known of a case on a day; its body must be stored.
pub(super) fn write(
    connection: &Connection,
    case: &Case,
    version: i64,
    today: Date,
) -> Result<(), Problem> {
    let summary = CaseSummary::of(case, today);
    let receipt = receipt(connection, &case.id)?;
    let new = Columns::of(&summary, version, receipt, today);
    let words = words(&summary, receipt);
    let number = match stored(connection, &case.id)? {
        None => {
            let sql = format!("INSERT INTO summaries ({NAMES}) VALUES ({})", places(COLUMNS));
            connection.execute(&sql, &*new.values()).map_err(unsaved)?;
            let number = connection.last_insert_rowid();
            search::add(connection, number, &words)?;
            write_deadlines(connection, &summary)?;
            return Ok(());
        }
        Some((number, old)) => {
            if old.is_some_and(|old| Columns { changed: new.changed, ..old } == new) {
                connection
                    .execute(
                        "UPDATE summaries SET changed = ?1 WHERE number = ?2",
                        (new.changed, number),
                    )
                    .map_err(unsaved)?;
            } else {
                let sql = format!(
                    "UPDATE summaries SET ({NAMES}) = ({}) WHERE number = ?{}",
                    places(COLUMNS),
                    COLUMNS + 1
                );
                let mut values = new.values();
                values.push(&number);
                connection.execute(&sql, &*values).map_err(unsaved)?;
            }
            number
        }
    };
    search::change(connection, number, &words)?;
    if deadlines(connection, &case.id)? != summary.deadlines {
        write_deadlines(connection, &summary)?;
    }
    Ok(())
}

/// The row of a number; none when it has gone meanwhile.
pub(super) fn row(connection: &Connection, number: i64) -> Result<Option<Row>, Problem> {
    let sql = format!("SELECT {NAMES} FROM summaries WHERE number = ?1");
    let found = connection.query_row(&sql, [number], Columns::read).optional().map_err(unread)?;
    let Some(columns) = found else { return Ok(None) };
    let columns = columns.ok_or(Problem::VaultDamaged)?;
    let deadlines = deadlines(connection, &CaseId(columns.case_id.clone()))?;
    columns.row(deadlines).map(Some)
}

/// The deadlines of a case, in the order of [`DeadlineKind`].
fn deadlines(connection: &Connection, case: &CaseId) -> Result<Vec<CaseDeadline>, Problem> {
    let mut statement = connection
        .prepare("SELECT kind, day, settled FROM deadlines WHERE case_id = ?1")
        .map_err(unread)?;
    let read = |row: &SqlRow<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let found = statement.query_map([&case.0], read).map_err(unread)?;
    let mut deadlines = Vec::new();
    for row in found {
        let (kind, day, settled): (String, String, bool) = row.map_err(unread)?;
        let kind = kind_of(&kind).ok_or(Problem::VaultDamaged)?;
        deadlines.push(CaseDeadline {
            kind,
            day: day.parse().map_err(|_| Problem::VaultDamaged)?,
            settled,
        });
    }
    deadlines.sort_by_key(|deadline| deadline.kind);
    Ok(deadlines)
}

fn write_deadlines(connection: &Connection, summary: &CaseSummary) -> Result<(), Problem> {
    connection
        .execute("DELETE FROM deadlines WHERE case_id = ?1", [&summary.id.0])
        .map_err(unsaved)?;
    for CaseDeadline { kind, day, settled } in &summary.deadlines {
        let sql = "INSERT INTO deadlines (case_id, kind, day, settled) VALUES (?1, ?2, ?3, ?4)";
        connection
            .execute(sql, params![summary.id.0, kind_word(*kind), day.to_string(), settled])
            .map_err(unsaved)?;
    }
    Ok(())
}

/// The number of a case: of its receipt where it has one, whatever records were made since, else of
/// its last record.
fn receipt(connection: &Connection, case: &CaseId) -> Result<Option<i64>, Problem> {
    let sql = "SELECT coalesce(
                   (SELECT coalesce(
                        max(number) FILTER (WHERE number NOT IN (SELECT number FROM records)),
                        max(number)) FROM chain WHERE case_id = ?1
                        AND number NOT IN (SELECT number FROM gone_links WHERE branch = 0)),
                   (SELECT max(number) FROM branch_links WHERE case_id = ?1
                        AND NOT EXISTS (SELECT 1 FROM gone_links
                            WHERE gone_links.branch = branch_links.branch
                            AND gone_links.number = branch_links.number)))";
    connection.query_row(sql, [&case.0], |row| row.get(0)).map_err(unread)
}

fn words(summary: &CaseSummary, receipt: Option<i64>) -> String {
    let words: Vec<String> =
        summary.words().chain(receipt.map(|number| number.to_string())).collect();
    search_text(&words.join(" "))
}

/// The number of a case's row, and the row when every word of it is known.
fn stored(
    connection: &Connection,
    case: &CaseId,
) -> Result<Option<(i64, Option<Columns>)>, Problem> {
    let sql = format!("SELECT {NAMES}, number FROM summaries WHERE case_id = ?1");
    connection
        .query_row(&sql, [&case.0], |row| Ok((row.get(COLUMNS)?, Columns::read(row)?)))
        .optional()
        .map_err(unread)
}

fn places(count: usize) -> String {
    (1..=count).map(|place| format!("?{place}")).collect::<Vec<_>>().join(", ")
}

impl Columns {
    fn of(summary: &CaseSummary, version: i64, receipt: Option<i64>, today: Date) -> Self {
        let approval = summary.approval.as_ref();
        let never = || NEVER.to_owned();
        Self {
            case_id: summary.id.0.clone(),
            version,
            state: state_word(summary.state),
            next: step_word(summary.next),
            done: summary.done,
            name: summary.name.clone(),
            cvr: summary.cvr.map(CvrNumber::as_u32),
            representative: summary.representative.clone(),
            administrators: serde_json::Value::from(summary.administrators.clone()).to_string(),
            changed: nanoseconds(summary.changed),
            problem: summary.problem.map(Problem::code),
            verdict: summary.verdict.map(verdict_word),
            attention: summary.needs_attention,
            resumes: summary.resumes,
            approved_at: approval.map(|approval| nanoseconds(approval.at)),
            approved_on: approval.map(|approval| approval.on.to_string()),
            approved_by: approval.map(|approval| approval.by.clone()),
            control_code: approval.map(|approval| approval.control_code.clone()),
            case_number: approval.and_then(|approval| approval.case_number.clone()),
            receipt,
            name_key: summary.name.as_deref().map_or_else(|| NAMELESS.to_owned(), sort_key),
            next_deadline: summary
                .next_deadline(today)
                .map_or_else(never, |deadline| deadline.day.to_string()),
            day: today.to_string(),
            until: summary.until(today).map_or_else(never, |day| day.to_string()),
            basis: basis(),
            why_rule: summary.why.as_ref().and_then(|why| why.rule.clone()),
            why_words: summary.why.as_ref().map(|why| why.words.clone()),
            stated_on: summary.stated.map(|day| day.to_string()),
            set_up: serde_json::Value::from(summary.set_up.clone()).to_string(),
        }
    }

    /// The columns of a row; none when there is a word in it that is not known here.
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Option<Self>> {
        let known = |place: usize,
                     find: fn(&str) -> Option<&'static str>|
         -> rusqlite::Result<Option<&'static str>> {
            Ok(find(&row.get::<_, String>(place)?))
        };
        let optional = |place: usize,
                        find: fn(&str) -> Option<&'static str>|
         -> rusqlite::Result<Option<Option<&'static str>>> {
            Ok(match row.get::<_, Option<String>>(place)? {
                None => Some(None),
                Some(word) => find(&word).map(Some),
            })
        };
        let state = known(2, |word| state_of(word).map(state_word))?;
        let next = known(3, |word| step_of(word).map(step_word))?;
        let problem = optional(10, |word| Problem::of_code(word).map(Problem::code))?;
        let verdict = optional(11, |word| verdict_of(word).map(verdict_word))?;
        let (Some(state), Some(next), Some(problem), Some(verdict)) =
            (state, next, problem, verdict)
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            case_id: row.get(0)?,
            version: row.get(1)?,
            state,
            next,
            done: row.get(4)?,
            name: row.get(5)?,
            cvr: row.get(6)?,
            representative: row.get(7)?,
            administrators: row.get(8)?,
            changed: row.get(9)?,
            problem,
            verdict,
            attention: row.get(12)?,
            resumes: row.get(13)?,
            approved_at: row.get(14)?,
            approved_on: row.get(15)?,
            approved_by: row.get(16)?,
            control_code: row.get(17)?,
            case_number: row.get(18)?,
            receipt: row.get(19)?,
            name_key: row.get(20)?,
            next_deadline: row.get(21)?,
            day: row.get(22)?,
            until: row.get(23)?,
            basis: row.get(24)?,
            why_rule: row.get(25)?,
            why_words: row.get(26)?,
            stated_on: row.get(27)?,
            set_up: row.get(28)?,
        }))
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.case_id,
            &self.version,
            &self.state,
            &self.next,
            &self.done,
            &self.name,
            &self.cvr,
            &self.representative,
            &self.administrators,
            &self.changed,
            &self.problem,
            &self.verdict,
            &self.attention,
            &self.resumes,
            &self.approved_at,
            &self.approved_on,
            &self.approved_by,
            &self.control_code,
            &self.case_number,
            &self.receipt,
            &self.name_key,
            &self.next_deadline,
            &self.day,
            &self.until,
            &self.basis,
            &self.why_rule,
            &self.why_words,
            &self.stated_on,
            &self.set_up,
        ]
    }

    fn row(self, deadlines: Vec<CaseDeadline>) -> Result<Row, Problem> {
        let damaged = Problem::VaultDamaged;
        let cvr = |number: u32| CvrNumber::parse(&number.to_string()).map_err(|_| damaged);
        let approval =
            match (self.approved_at, self.approved_on, self.approved_by, self.control_code) {
                (Some(at), Some(on), Some(by), Some(control_code)) => {
                    let on = on.parse().map_err(|_| damaged)?;
                    Some(ApprovalSummary {
                        at: moment(at)?,
                        on,
                        by,
                        control_code,
                        case_number: self.case_number,
                    })
                }
                _ => None,
            };
        let summary = CaseSummary {
            id: CaseId(self.case_id),
            state: state_of(self.state).ok_or(damaged)?,
            next: step_of(self.next).ok_or(damaged)?,
            done: self.done,
            name: self.name,
            cvr: self.cvr.map(cvr).transpose()?,
            representative: self.representative,
            administrators: serde_json::from_str(&self.administrators).map_err(|_| damaged)?,
            changed: moment(self.changed)?,
            problem: self.problem.and_then(Problem::of_code),
            verdict: self.verdict.and_then(verdict_of),
            needs_attention: self.attention,
            resumes: self.resumes,
            approval,
            deadlines,
            why: self.why_words.map(|words| Reason { rule: self.why_rule, words }),
            stated: self.stated_on.map(|day| day.parse().map_err(|_| damaged)).transpose()?,
            set_up: serde_json::from_str(&self.set_up).map_err(|_| damaged)?,
        };
        let receipt = self.receipt.map(u64::try_from).transpose().map_err(|_| damaged)?;
        Ok(Row { summary, receipt })
    }
}

/// A moment as it is stored. The years 1678 to 2262 fit; what lies beyond is stored as the nearest.
pub(super) fn nanoseconds(at: Timestamp) -> i64 {
    i64::try_from(at.as_nanosecond()).unwrap_or(if at.as_nanosecond() < 0 {
        i64::MIN
    } else {
        i64::MAX
    })
}

pub(super) fn moment(nanoseconds: i64) -> Result<Timestamp, Problem> {
    Timestamp::from_nanosecond(nanoseconds.into()).map_err(|_| Problem::VaultDamaged)
}
