//! The follow-up: the dates of all cases, the earliest first.

use crate::cases::shortened;
use crate::mail_draft::MailTo;
use crate::progress::DeadlineName;
use domain::cvr::CvrNumber;
use domain::summary::DeadlineKind::{
    RepresentativeReminder, SetUpLastReminder, SetUpLink, SetUpReminder,
};
use domain::summary::{Audience, DueDeadline, still_said};
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
    /// The representative's name, when known.
    pub representative: Option<String>,
    /// What it is about.
    pub kind: DeadlineName,
    /// No authority has set the day: it is our own reminder.
    pub own: bool,
    /// Nothing official says how long it is; others do.
    pub told_by_others: bool,
    /// The last day.
    pub day: String,
    /// How many days it is from today; negative once it has passed.
    pub days: i64,
    /// How near that is.
    pub when: DueWhen,
    /// How many of the administrators are set up, where the date is about that.
    pub set_up: Option<SetUpCount>,
    /// Who can be reminded of it, where it is one person.
    pub remind: Option<Remind>,
    /// The receipt or record that it is about.
    pub paper: Option<DuePaper>,
}

/// The receipt or record that a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DuePaper {
    /// Its number, when it has one.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub number: Option<u64>,
    /// It is a record.
    pub is_record: bool,
}

/// How many of the administrators are set up, as was ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SetUpCount {
    /// So many are.
    pub done: u32,
    /// Of so many.
    pub of: u32,
}

/// A person who can be reminded by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Remind {
    /// The name.
    pub name: String,
    /// The mail.
    pub to: MailTo,
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

/// The rows: the dates that still say something.
pub fn rows(due: &[DueDeadline], today: Date) -> Vec<FollowUpRow> {
    still_said(due, Audience::List, today).map(|it| row(it, today)).collect()
}

fn row(due: &DueDeadline, today: Date) -> FollowUpRow {
    let days = due.day.duration_since(today).as_hours() / 24;
    let is_about_set_up = matches!(due.kind, SetUpReminder | SetUpLastReminder | SetUpLink);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let set_up = (is_about_set_up && !due.set_up.is_empty()).then(|| SetUpCount {
        done: count(due.set_up.iter().flatten().filter(|done| **done).count()),
        of: count(due.set_up.iter().flatten().count()),
    });
    FollowUpRow {
        case: due.case.0.clone(),
        name: due.name.as_deref().map(shortened),
        cvr: due.cvr.map(CvrNumber::in_pairs),
        representative: due.representative.clone(),
        kind: due.kind.into(),
        own: due.kind.is_own_reminder(),
        told_by_others: due.kind.is_reminded_by_others(),
        day: due.day.to_string(),
        days,
        when: match days {
            ..0 => DueWhen::Past,
            0..=SOON => DueWhen::Soon,
            _ => DueWhen::Later,
        },
        set_up,
        remind: if is_about_set_up { missing(due) } else { representative(due) },
        paper: due.paper.map(|it| DuePaper { number: it.number, is_record: it.is_record }),
    }
}

/// The one administrator who is not set up yet; several are reminded from their case.
fn missing(due: &DueDeadline) -> Option<Remind> {
    let all = due.administrators.iter().zip(0u32..).zip(&due.set_up);
    let mut missing = all.filter(|(_, done)| **done == Some(false)).map(|(person, _)| person);
    match (missing.next(), missing.next()) {
        (Some((name, index)), None) => {
            Some(Remind { name: name.clone(), to: MailTo::Administrator { index, reminder: true } })
        }
        _ => None,
    }
}

fn representative(due: &DueDeadline) -> Option<Remind> {
    let name = due.representative.clone().filter(|_| due.kind == RepresentativeReminder)?;
    Some(Remind { name, to: MailTo::Representative { reminder: true } })
}
