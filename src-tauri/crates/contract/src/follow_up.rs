//! The follow-up: the dates of all cases, the earliest first.

use crate::cases::shortened;
use crate::progress::DeadlineName;
use domain::case::CaseId;
use domain::cvr::CvrNumber;
use domain::summary::DeadlineKind::{SetUpLink, SetUpReminder};
use domain::summary::DueDeadline;
use jiff::civil::Date;
use serde::Serialize;

/// A date that something is expected or has to be done by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FollowUpRow {
    /// The case.
    pub case: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number in pairs, when sound.
    pub cvr: Option<String>,
    /// What it is about.
    pub kind: DeadlineName,
    /// The last day.
    pub day: String,
    /// How many days it is from today; negative once it has passed.
    pub days: i64,
    /// How near that is.
    pub when: DueWhen,
}

/// How near a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DueWhen {
    /// It has passed.
    Past,
    /// Today, or within fourteen days.
    Soon,
    /// Later.
    Later,
}

/// How many days are soon.
const SOON: i64 = 14;

/// The rows. Nobody is reminded of a link that has expired.
pub fn rows(due: &[DueDeadline], today: Date) -> Vec<FollowUpRow> {
    let expired = |case: &CaseId| {
        due.iter().any(|it| it.case == *case && it.kind == SetUpLink && it.day < today)
    };
    due.iter()
        .filter(|it| it.kind != SetUpReminder || it.day >= today || !expired(&it.case))
        .map(|it| row(it, today))
        .collect()
}

fn row(due: &DueDeadline, today: Date) -> FollowUpRow {
    let days = due.day.duration_since(today).as_hours() / 24;
    FollowUpRow {
        case: due.case.0.clone(),
        name: due.name.as_deref().map(shortened),
        cvr: due.cvr.map(CvrNumber::in_pairs),
        kind: due.kind.into(),
        day: due.day.to_string(),
        days,
        when: match days {
            ..0 => DueWhen::Past,
            0..=SOON => DueWhen::Soon,
            _ => DueWhen::Later,
        },
    }
}
