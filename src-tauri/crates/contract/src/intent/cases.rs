//! The list of cases, and a new case.

use crate::answers::cut;
use crate::names;
use crate::progress::{CaseState, DeadlineName};
use app::intent as of;
use app::route::ROWS;
use domain::case::CaseId;
use domain::summary::{self, Query};
use serde::{Deserialize, Serialize};

names! {
    /// By what the rows of the list are sorted.
    SortName = summary::SortBy { Changed, Name, Deadline }
}
names! {
    /// Which end of the order comes first.
    DirectionName = summary::Direction { Ascending, Descending }
}

/// The list of cases.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum CasesIntent {
    /// Begin a new connection.
    Begin,
    /// Show other cases of the list.
    List { query: CaseQuery },
    /// Choose where, and save the dates of the follow-up as a calendar file: one of them, or all.
    SaveDates { date: Option<DateOf> },
    /// Choose where, and save the bytes of a case that cannot be read.
    SaveUnreadable { case: String },
}

/// A date of the follow-up.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DateOf {
    /// The case.
    pub case: String,
    /// What it is about.
    pub kind: DeadlineName,
}

/// What the list of cases is asked for. How many rows come at once is the core's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseQuery {
    /// Only cases in which each of these words begins a word; every case when blank.
    pub words: String,
    /// Only cases in one of these states; every state when empty.
    pub states: Vec<CaseState>,
    /// Only cases that need attention.
    pub needs_attention: bool,
    /// By what the rows are sorted.
    pub sort: SortName,
    /// Which end comes first.
    pub direction: DirectionName,
    /// How many rows are left out before the first.
    pub from: u32,
}

impl From<CasesIntent> for of::CasesIntent {
    fn from(intent: CasesIntent) -> Self {
        match intent {
            CasesIntent::Begin => Self::Begin,
            CasesIntent::List { query } => Self::List(query.into()),
            CasesIntent::SaveDates { date } => {
                Self::SaveDates(date.map(|it| (CaseId(it.case), it.kind.into())))
            }
            CasesIntent::SaveUnreadable { case } => Self::SaveUnreadable(CaseId(case)),
        }
    }
}

impl From<CaseQuery> for Query {
    fn from(query: CaseQuery) -> Self {
        let mut states: Vec<summary::CaseState> =
            query.states.into_iter().map(Into::into).collect();
        // Each state once is all that it can mean.
        states.sort_unstable();
        states.dedup();
        Self {
            states,
            needs_attention: query.needs_attention,
            words: cut(query.words),
            sort: query.sort.into(),
            direction: query.direction.into(),
            from: query.from,
            limit: ROWS,
        }
    }
}

impl From<&Query> for CaseQuery {
    fn from(query: &Query) -> Self {
        Self {
            words: query.words.clone(),
            states: query.states.iter().map(|&state| state.into()).collect(),
            needs_attention: query.needs_attention,
            sort: query.sort.into(),
            direction: query.direction.into(),
            from: query.from,
        }
    }
}
