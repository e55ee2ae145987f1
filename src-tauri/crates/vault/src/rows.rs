//! A case as it is stored: versioned JSON of types that are the vault's own.
//!
//! What was answered is stored as the documented case of the crate `casefile`, the one place where
//! a draft and an organisation are written down; around it is an envelope of what only this machine
//! has: the stage, evidence, a delivery. Domain types are free to change; what lies on people's
//! disks is not. So a conversion takes the domain's type apart field by field (a new field does not
//! compile until it has a place), and reading back parses every checked word again. A body that
//! cannot be read is [`Problem::CaseDamaged`], never a case that is left out in silence. A body of
//! an earlier version is brought into the shape of this one first ([`earlier`]).

mod agreement;
mod approver;
mod basis;
mod connection;
mod delivery;
mod draft;
mod earlier;
mod evidence;
mod guided;
mod official_mail;
mod organisation;
mod outcome;
mod stage;

use approver::DiscardedApprovalRow;
use domain::Environment;
use domain::case::{Case, CaseId, Token};
use domain::problem::Problem;
use jiff::Timestamp;
use outcome::HistoryRow;
use serde::{Deserialize, Serialize};
use stage::StageRow;

/// The version that is written. It grows with every change of a row type; older ones stay readable.
pub(crate) const VERSION: i64 = 9;

/// The body of a case.
pub(crate) fn write(case: &Case) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(&CaseRow::from(case)).map_err(|_| Problem::NotSaved)
}

/// The case of a body of this version.
pub(crate) fn read(version: i64, body: &[u8]) -> Result<Case, Problem> {
    if version > VERSION {
        return Err(Problem::CaseNewer);
    }
    let damaged = |_| Problem::CaseDamaged;
    if version == VERSION {
        let row: CaseRow<'_> = serde_json::from_slice(body).map_err(damaged)?;
        return Case::try_from(row).map_err(|Unreadable| Problem::CaseDamaged);
    }
    let body = earlier::bring_on(version, body).map_err(|Unreadable| Problem::CaseDamaged)?;
    let row = CaseRow::deserialize(&body).map_err(damaged)?;
    Case::try_from(row).map_err(|Unreadable| Problem::CaseDamaged)
}

/// A stored word that the domain does not take (any more). Which one is not said: it may be
/// personal.
struct Unreadable;

/// An enum of the domain without data, by name.
macro_rules! words {
    ($row:ident = $domain:ident { $($variant:ident),+ }) => {
        #[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(super) enum $row { $($variant),+ }

        impl From<$domain> for $row {
            fn from(word: $domain) -> Self {
                match word { $($domain::$variant => Self::$variant),+ }
            }
        }

        impl From<$row> for $domain {
            fn from(word: $row) -> Self {
                match word { $($row::$variant => Self::$variant),+ }
            }
        }
    };
}
use words;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CaseRow<'a> {
    id: String,
    environment: EnvironmentRow,
    created: Timestamp,
    changed: Timestamp,
    #[serde(borrow)]
    stage: StageRow<'a>,
    problem: Option<ProblemRow>,
    #[serde(rename = "setAside")]
    discarded_approvals: Vec<DiscardedApprovalRow>,
    history: HistoryRow,
}

words!(EnvironmentRow = Environment { Practice, Live });

/// A problem, by its stable code.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct ProblemRow(String);

impl<'a> From<&'a Case> for CaseRow<'a> {
    fn from(case: &'a Case) -> Self {
        let Case {
            id,
            environment,
            created,
            changed,
            stage,
            problem,
            discarded_approvals,
            history,
        } = case;
        Self {
            id: id.0.clone(),
            environment: (*environment).into(),
            created: *created,
            changed: *changed,
            stage: stage.into(),
            problem: problem.map(ProblemRow::from),
            discarded_approvals: discarded_approvals
                .iter()
                .map(DiscardedApprovalRow::from)
                .collect(),
            history: history.into(),
        }
    }
}

impl TryFrom<CaseRow<'_>> for Case {
    type Error = Unreadable;

    fn try_from(row: CaseRow<'_>) -> Result<Self, Unreadable> {
        Ok(Self {
            id: CaseId(row.id),
            environment: row.environment.into(),
            created: row.created,
            changed: row.changed,
            stage: row.stage.try_into()?,
            problem: row.problem.map(Problem::try_from).transpose()?,
            discarded_approvals: row
                .discarded_approvals
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
            history: row.history.try_into()?,
        })
    }
}

impl From<Problem> for ProblemRow {
    fn from(problem: Problem) -> Self {
        Self(problem.code().to_owned())
    }
}

impl TryFrom<ProblemRow> for Problem {
    type Error = Unreadable;

    fn try_from(row: ProblemRow) -> Result<Self, Unreadable> {
        Problem::of_code(&row.0).ok_or(Unreadable)
    }
}

fn token(token: &Token) -> String {
    token.0.clone()
}

#[cfg(test)]
mod any;
#[cfg(test)]
mod frozen;
#[cfg(test)]
mod tests;
