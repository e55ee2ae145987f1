//! The front page: those rows of the list that are shown, and the cases that cannot be read.

use crate::clock::moment;
use crate::preflight::VerdictName;
use crate::progress::{CaseState, DeadlineName, NextName};
use crate::values::published;
use domain::Language;
use domain::case::Reason;
use domain::cvr::CvrNumber;
use domain::summary::{self, CaseDeadline, CaseSummary};
use jiff::civil::Date;
use serde::Serialize;

/// A row of the front page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// The case.
    pub id: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number in pairs, when sound.
    pub cvr: Option<String>,
    /// Where the case is.
    pub state: CaseState,
    /// What to do next.
    pub next: NextName,
    /// How many tasks of a draft are done.
    pub done: u32,
    /// When it last changed.
    pub changed: String,
    /// The representative's name, when known.
    pub representative: Option<String>,
    /// Something went wrong that waits for the person.
    pub problem: Option<String>,
    /// A person has to do something.
    pub needs_attention: bool,
    /// The nearest deadline that is not settled.
    pub deadline: Option<RowDeadline>,
    /// What the rules say of the answers, while they can be changed, approved or concluded.
    pub verdict: Option<VerdictName>,
    /// Why it stands still.
    pub why: Option<String>,
    /// The day that the last outcome is about.
    pub stated: Option<String>,
}

/// A deadline of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RowDeadline {
    /// What it is about.
    pub kind: DeadlineName,
    /// The last day.
    pub day: String,
    /// It was not met.
    pub past: bool,
}

/// A case that is kept and cannot be read, with what was known of it when it last could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnreadableRow {
    /// The case.
    pub id: String,
    /// Why: a code of the catalogue.
    pub code: String,
    /// The organisation's name, when it was known.
    pub name: Option<String>,
    /// The CVR number in pairs, when it was sound.
    pub cvr: Option<String>,
    /// The representative's name, when it was known.
    pub representative: Option<String>,
    /// When the case last changed.
    pub changed: String,
}

/// How many bytes of a name a row shows, so that a window of rows stays small whatever names are in
/// it.
const LONGEST_NAME: usize = 200;

/// A row.
pub fn row(summary: &CaseSummary, language: Language, today: Date) -> CaseRow {
    CaseRow {
        id: summary.id.0.clone(),
        name: summary.name.as_deref().map(shortened),
        cvr: summary.cvr.map(CvrNumber::in_pairs),
        state: summary.state.into(),
        next: summary.next.into(),
        done: summary.done,
        changed: moment(summary.changed),
        representative: summary.representative.as_deref().map(shortened),
        problem: summary.problem.map(|problem| problem.code().to_owned()),
        needs_attention: summary.needs_attention,
        deadline: summary.next_deadline(today).map(|deadline| self::deadline(deadline, today)),
        verdict: summary.verdict.map(Into::into),
        why: summary.why.as_ref().and_then(|why| self::why(why, language)),
        stated: summary.stated.map(|day| day.to_string()),
    }
}

/// The words of whoever gave the reason, else the published reason in few words.
fn why(why: &Reason, language: Language) -> Option<String> {
    if why.words.is_empty() { published(why, language) } else { Some(shortened(&why.words)) }
}

/// A deadline.
pub(crate) fn deadline(deadline: &CaseDeadline, today: Date) -> RowDeadline {
    RowDeadline {
        kind: deadline.kind.into(),
        day: deadline.day.to_string(),
        past: deadline.is_past(today),
    }
}

/// A case that cannot be read.
pub fn unreadable(case: &summary::UnreadableCase) -> UnreadableRow {
    UnreadableRow {
        id: case.id.0.clone(),
        code: case.problem.code().to_owned(),
        name: case.name.as_deref().map(shortened),
        cvr: case.cvr.map(CvrNumber::in_pairs),
        representative: case.representative.as_deref().map(shortened),
        changed: moment(case.changed),
    }
}

pub(crate) fn shortened(name: &str) -> String {
    if name.len() <= LONGEST_NAME {
        return name.to_owned();
    }
    let mut end = LONGEST_NAME;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", name.get(..end).unwrap_or_default().trim_end())
}
