//! A case as it is stored: versioned JSON of types that are the vault's own.
//!
//! Domain types are free to change; what lies on people's disks is not. So each stored type is
//! written down here, a conversion takes the domain's type apart field by field (a new field does
//! not compile until it has a place), and reading back parses every checked word again. A body that
//! cannot be read is [`Problem::CaseDamaged`], never a case that is left out in silence.

mod approver;
mod connection;
mod draft;
mod earliest;
mod organisation;
mod stage;
mod terms;

use approver::DiscardedApprovalRow;
use domain::Environment;
use domain::case::{Case, CaseId, Token};
use domain::problem::Problem;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use stage::StageRow;

/// The version that is written. It grows with every change of a row type; older ones stay readable.
pub(crate) const VERSION: i64 = 4;

/// The body of a case.
pub(crate) fn write(case: &Case) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(&CaseRow::from(case)).map_err(|_| Problem::NotSaved)
}

/// The case of a body of this version.
pub(crate) fn read(version: i64, body: &[u8]) -> Result<Case, Problem> {
    if version > VERSION {
        return Err(Problem::CaseNewer);
    }
    let row: CaseRow = match serde_json::from_slice(body) {
        Ok(row) => row,
        // The first version came in more than one shape.
        Err(_) if version == 1 => {
            serde_json::from_value(earliest::bring_on(body)?).map_err(|_| Problem::CaseDamaged)?
        }
        Err(_) => return Err(Problem::CaseDamaged),
    };
    Case::try_from(row).map_err(|_| Problem::CaseDamaged)
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
struct CaseRow {
    id: String,
    environment: EnvironmentRow,
    created: Timestamp,
    changed: Timestamp,
    stage: StageRow,
    problem: Option<ProblemRow>,
    /// Since version 2.
    #[serde(default)]
    set_aside: Vec<DiscardedApprovalRow>,
}

words!(EnvironmentRow = Environment { Practice, Live });

/// A problem, by its stable code.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct ProblemRow(String);

impl From<&Case> for CaseRow {
    fn from(case: &Case) -> Self {
        let Case { id, environment, created, changed, stage, problem, set_aside } = case;
        Self {
            id: id.0.clone(),
            environment: (*environment).into(),
            created: *created,
            changed: *changed,
            stage: stage.into(),
            problem: problem.map(ProblemRow::from),
            set_aside: set_aside.iter().map(DiscardedApprovalRow::from).collect(),
        }
    }
}

impl TryFrom<CaseRow> for Case {
    type Error = Unreadable;

    fn try_from(row: CaseRow) -> Result<Self, Unreadable> {
        Ok(Self {
            id: CaseId(row.id),
            environment: row.environment.into(),
            created: row.created,
            changed: row.changed,
            stage: row.stage.try_into()?,
            problem: row.problem.map(Problem::try_from).transpose()?,
            set_aside: row
                .set_aside
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
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
        Problem::ALL.iter().find(|problem| problem.code() == row.0).copied().ok_or(Unreadable)
    }
}

fn token(token: &Token) -> String {
    token.0.clone()
}

#[cfg(test)]
mod frozen;
#[cfg(test)]
mod tests;
