//! Lists of cases: a window of rows, however many cases there are, and no body is read for one.
//!
//! First come the numbers of the rows, out of indexes that hold everything that is filtered and
//! sorted by; then only the rows that are shown. A search of few cases begins with what the index
//! of words finds; one of very many goes through the order and asks of each whether it was found.

use super::summaries::{self, kind_word, state_word, step_word};
use super::{Database, unread};
use domain::case::CaseId;
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::summary::{
    ApprovedQuery, CaseState, DeadlineKind, Direction, DueDeadline, NextStep, Query, Row, Rows,
    SortBy, search_terms,
};
use jiff::civil::Date;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use std::path::Path;

/// Above so many found by words, the order is gone through instead of what was found.
const MANY: u32 = 2_000;

/// What a statement asks, and its values.
struct Asked {
    sql: String,
    values: Vec<Value>,
}

// What is asked at each start, of however many cases there are.
const COUNT: &str = "SELECT count(*) FROM summaries";
const TO_RESUME: &str =
    "SELECT case_id FROM summaries INDEXED BY summaries_resumes WHERE resumes = 1 ORDER BY case_id";
const UNNUMBERED: &str = "SELECT case_id FROM summaries INDEXED BY summaries_unnumbered
    WHERE approved_at IS NOT NULL AND receipt IS NULL ORDER BY approved_at, case_id";
const COPIES_DUE: &str = "SELECT summaries.case_id, state, accepted, path FROM summaries INDEXED BY summaries_approved
    LEFT JOIN copies ON copies.case_id = summaries.case_id
    WHERE approved_at IS NOT NULL AND next <> ?1 ORDER BY approved_on, approved_at, summaries.number";
const WITH_DOCUMENTS: &str = "SELECT DISTINCT case_id FROM documents";

/// The drafts of which nothing is known: an index holds those without a name together.
fn untouched() -> Asked {
    let sql = "SELECT case_id FROM summaries INDEXED BY summaries_name WHERE name_key = ?1 AND state = ?2
        AND done = 0 AND name IS NULL AND cvr IS NULL AND representative IS NULL AND administrators = '[]' AND problem IS NULL";
    let values = [summaries::NAMELESS, state_word(CaseState::Draft)]
        .map(|word| Value::from(word.to_owned()));
    Asked { sql: sql.to_owned(), values: values.into() }
}

/// The deadlines of one kind, with what a list says of their cases.
fn due(kind: DeadlineKind, from: Date, to: Date, limit: u32) -> Asked {
    let sql = "SELECT case_id, deadlines.day, name, cvr, representative, administrators, set_up
        FROM deadlines INDEXED BY deadlines_due JOIN summaries USING (case_id)
        WHERE settled = 0 AND kind = ? AND deadlines.day BETWEEN ? AND ?
        ORDER BY deadlines.day, case_id LIMIT ?";
    let texts = [kind_word(kind).to_owned(), from.to_string(), to.to_string()];
    let values = texts.map(Value::from).into_iter().chain([limit.into()]).collect();
    Asked { sql: sql.to_owned(), values }
}

impl Asked {
    fn plain(sql: &str) -> Self {
        Self { sql: sql.to_owned(), values: Vec::new() }
    }
}

impl Database {
    /// The rows that are asked for.
    pub(crate) fn list(&self, query: &Query) -> Result<Rows, Problem> {
        let total = self.count()?;
        let found = match search_of(&query.words) {
            None => None,
            Some(Some(search)) => {
                self.index_words()?;
                let count = "SELECT count(*) FROM search WHERE search MATCH ?1";
                Some((self.number(count, &search)?, search))
            }
            // Nothing that could be looked for: a word of signs alone is in no case.
            Some(None) => return Ok(Rows { rows: Vec::new(), matching: 0, total }),
        };
        let found = found.as_ref().map(|(count, search)| (*count, search.as_str()));
        let matching = match found {
            None if is_unfiltered(query) => total,
            Some((count, _)) if is_unfiltered(query) => count,
            _ => self.count_of(&counting(query, found))?,
        };
        let rows = if matching == 0 { Vec::new() } else { self.rows(&numbers(query, found))? };
        Ok(Rows { rows, matching, total })
    }

    /// The cases of an organisation, the one that changed last first.
    pub(crate) fn of_organisation(&self, cvr: CvrNumber, limit: u32) -> Result<Vec<Row>, Problem> {
        let sql =
            "SELECT number FROM summaries WHERE cvr = ? ORDER BY changed DESC, number DESC LIMIT ?";
        let values = vec![Value::from(cvr.as_u32()), Value::from(limit)];
        self.rows(&Asked { sql: sql.to_owned(), values })
    }

    /// How many cases can be read.
    pub(crate) fn count(&self) -> Result<u32, Problem> {
        self.connection.query_row(COUNT, [], |row| row.get(0)).map_err(unread)
    }

    /// The approved cases that are asked for.
    pub(crate) fn approved(&self, query: &ApprovedQuery) -> Result<Rows, Problem> {
        let ApprovedQuery { direction, skip, limit, .. } = *query;
        let Asked { sql, mut values } = approved("number", query);
        let counted = self.count_of(&approved("count(*)", query))?;
        let order = way(direction);
        let sql = format!(
            "{sql} ORDER BY approved_on {order}, approved_at {order}, number {order} LIMIT ? OFFSET ?"
        );
        values.extend([Value::from(limit), Value::from(skip)]);
        Ok(Rows {
            rows: self.rows(&Asked { sql, values })?,
            matching: counted,
            total: self.count()?,
        })
    }

    /// All of them by id alone, oldest approval first: what an export goes through, case by case.
    pub(crate) fn approved_ids(&self, query: &ApprovedQuery) -> Result<Vec<CaseId>, Problem> {
        let Asked { sql, values } = approved("case_id", query);
        self.ids(&Asked { sql: format!("{sql} ORDER BY approved_on, approved_at, number"), values })
    }

    /// The approved cases that have no receipt number yet, oldest approval first.
    pub(crate) fn unnumbered(&self) -> Result<Vec<CaseId>, Problem> {
        self.ids(&Asked::plain(UNNUMBERED))
    }

    /// The cases that have something to take up again at start.
    pub(crate) fn to_resume(&self) -> Result<Vec<CaseId>, Problem> {
        self.ids(&Asked::plain(TO_RESUME))
    }

    /// The cases that have documents beside them.
    pub(crate) fn with_documents(&self) -> Result<Vec<CaseId>, Problem> {
        self.ids(&Asked::plain(WITH_DOCUMENTS))
    }

    /// Removes the drafts in which nothing was ever answered; how many there were. Those that could
    /// be such are found without their bodies, and those bodies are read: a summary does not tell
    /// everything.
    pub(crate) fn forget_untouched(&mut self) -> Result<u32, Problem> {
        let mut forgotten = 0;
        for id in self.ids(&untouched())? {
            // One that cannot be read is set aside by this, and stays.
            if self.case(&id).is_ok_and(|case| case.is_some_and(|case| case.is_untouched())) {
                self.delete(&id)?;
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }

    /// The deadlines of these kinds between two days that are not settled, the nearest first.
    pub(crate) fn deadlines(
        &self,
        from: Date,
        to: Date,
        kinds: &[DeadlineKind],
        limit: u32,
    ) -> Result<Vec<DueDeadline>, Problem> {
        let mut due = Vec::new();
        for kind in kinds {
            due.extend(self.due(*kind, from, to, limit)?);
        }
        due.sort_by(|one, other| {
            (one.day, &one.case, one.kind).cmp(&(other.day, &other.case, other.kind))
        });
        due.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(due)
    }

    /// The deadlines of one kind, the nearest first.
    fn due(
        &self,
        kind: DeadlineKind,
        from: Date,
        to: Date,
        limit: u32,
    ) -> Result<Vec<DueDeadline>, Problem> {
        let damaged = Problem::VaultDamaged;
        let asked = due(kind, from, to, limit);
        let mut statement = self.connection.prepare(&asked.sql).map_err(unread)?;
        let mut rows = statement.query(params_from_iter(&asked.values)).map_err(unread)?;
        let mut due = Vec::new();
        while let Some(row) = rows.next().map_err(unread)? {
            let text = |place: usize| row.get::<_, String>(place).map_err(unread);
            let cvr = row.get::<_, Option<u32>>(3).map_err(unread)?;
            due.push(DueDeadline {
                case: CaseId(text(0)?),
                kind,
                day: text(1)?.parse().map_err(|_| damaged)?,
                name: row.get(2).map_err(unread)?,
                cvr: cvr.and_then(|number| CvrNumber::parse(&number.to_string()).ok()),
                representative: row.get(4).map_err(unread)?,
                administrators: serde_json::from_str(&text(5)?).map_err(|_| damaged)?,
                set_up: serde_json::from_str(&text(6)?).map_err(|_| damaged)?,
                paper: None,
            });
        }
        Ok(due)
    }

    /// The approved cases whose receipt is to be copied to this folder: there is no copy in it, or
    /// one that does not tell of the receiver's answer though there is one. While the answer is on
    /// its way nothing is copied.
    pub(crate) fn copies_due(&self, folder: &str) -> Result<Vec<CaseId>, Problem> {
        let mut statement = self.connection.prepare(COPIES_DUE).map_err(unread)?;
        let mut rows = statement.query([step_word(NextStep::WaitForReceiver)]).map_err(unread)?;
        let mut due = Vec::new();
        while let Some(row) = rows.next().map_err(unread)? {
            let (state, path): (String, Option<String>) =
                (row.get(1).map_err(unread)?, row.get(3).map_err(unread)?);
            let tells: Option<bool> = row.get(2).map_err(unread)?;
            let lies_here =
                path.is_some_and(|path| Path::new(&path).parent() == Some(Path::new(folder)));
            let is_answered = state == state_word(CaseState::Delivered);
            if !lies_here || (is_answered && tells == Some(false)) {
                due.push(CaseId(row.get(0).map_err(unread)?));
            }
        }
        Ok(due)
    }

    fn rows(&self, asked: &Asked) -> Result<Vec<Row>, Problem> {
        let numbers: Vec<i64> = self.column(asked)?;
        let rows = numbers.into_iter().map(|number| summaries::row(&self.connection, number));
        rows.filter_map(Result::transpose).collect()
    }

    fn ids(&self, asked: &Asked) -> Result<Vec<CaseId>, Problem> {
        Ok(self.column(asked)?.into_iter().map(CaseId).collect())
    }

    fn column<T: rusqlite::types::FromSql>(&self, asked: &Asked) -> Result<Vec<T>, Problem> {
        let mut statement = self.connection.prepare(&asked.sql).map_err(unread)?;
        let found = statement
            .query_map(params_from_iter(&asked.values), |row| row.get(0))
            .map_err(unread)?;
        found.collect::<Result<_, _>>().map_err(unread)
    }

    fn count_of(&self, asked: &Asked) -> Result<u32, Problem> {
        let values = params_from_iter(&asked.values);
        self.connection.query_row(&asked.sql, values, |row| row.get(0)).map_err(unread)
    }

    fn number(&self, sql: &str, value: &str) -> Result<u32, Problem> {
        self.connection.query_row(sql, [value], |row| row.get(0)).map_err(unread)
    }
}

/// What the words ask of the index: nothing for blank ones, `Some(None)` when there is no letter or
/// figure in them.
#[expect(
    clippy::option_option,
    reason = "nothing to ask and nothing that could be found are two things"
)]
fn search_of(words: &str) -> Option<Option<String>> {
    if words.trim().is_empty() {
        return None;
    }
    // Every word is a string of FTS5, so no letter in it is a sign of its language.
    let word = |word: &String| format!("\"{word}\"*");
    let all = |words: &Vec<String>| {
        format!("({})", words.iter().map(word).collect::<Vec<_>>().join(" AND "))
    };
    let either = |ways: Vec<Vec<String>>| {
        format!("({})", ways.iter().map(all).collect::<Vec<_>>().join(" OR "))
    };
    let terms: Vec<String> = search_terms(words).into_iter().map(either).collect();
    Some((!terms.is_empty()).then(|| terms.join(" AND ")))
}

fn is_unfiltered(query: &Query) -> bool {
    query.states.is_empty() && !query.needs_attention
}

/// The numbers of the rows that are asked for, in their order.
fn numbers(query: &Query, found: Option<(u32, &str)>) -> Asked {
    let (column, order) = (column(query.sort), way(query.direction));
    let Asked { sql, mut values } = selected("summaries.number", query, found);
    values.extend([Value::from(query.limit), Value::from(query.from)]);
    Asked {
        sql: format!("{sql} ORDER BY {column} {order}, summaries.number {order} LIMIT ? OFFSET ?"),
        values,
    }
}

fn counting(query: &Query, found: Option<(u32, &str)>) -> Asked {
    selected("count(*)", query, found)
}

fn selected(what: &str, query: &Query, found: Option<(u32, &str)>) -> Asked {
    let index = index(query.sort);
    let mut values: Vec<Value> =
        found.iter().map(|(_, search)| Value::from((*search).to_owned())).collect();
    let from = match found {
        None => format!("summaries INDEXED BY {index} WHERE true"),
        Some((few, _)) if few <= MANY => {
            "search CROSS JOIN summaries ON number = search.rowid WHERE search MATCH ?".to_owned()
        }
        Some(_) => format!(
            "summaries INDEXED BY {index} WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        ),
    };
    let mut sql = format!("SELECT {what} FROM {from}");
    if query.needs_attention {
        sql.push_str(" AND attention = 1");
    }
    if !query.states.is_empty() {
        let places = vec!["?"; query.states.len()].join(", ");
        sql.push_str(&format!(" AND state IN ({places})"));
        values.extend(query.states.iter().map(|state| Value::from(state_word(*state).to_owned())));
    }
    Asked { sql, values }
}

fn approved(what: &str, query: &ApprovedQuery) -> Asked {
    let ApprovedQuery { cvr, from, to, .. } = *query;
    let index = if cvr.is_some() { "summaries_organisation" } else { "summaries_approved" };
    let mut sql =
        format!("SELECT {what} FROM summaries INDEXED BY {index} WHERE approved_at IS NOT NULL");
    let mut values = Vec::new();
    if let Some(cvr) = cvr {
        sql.push_str(" AND cvr = ?");
        values.push(Value::from(cvr.as_u32()));
    }
    for (day, sign) in [(from, ">="), (to, "<=")] {
        let Some(day) = day else { continue };
        sql.push_str(&format!(" AND approved_on {sign} ?"));
        values.push(Value::from(day.to_string()));
    }
    Asked { sql, values }
}

fn column(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Changed => "changed",
        SortBy::Name => "name_key",
        SortBy::Deadline => "next_deadline",
    }
}

fn index(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Changed => "summaries_changed",
        SortBy::Name => "summaries_name",
        SortBy::Deadline => "summaries_deadline",
    }
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    }
}

#[cfg(test)]
mod tests;
