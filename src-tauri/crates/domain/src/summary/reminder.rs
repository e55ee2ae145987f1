//! Which dates still say something, decided once for every place where dates are said.
//!
//! Tilslut reminds of the set-up twice before the link ends, and each of these dates asks for the
//! same. So one of them says nothing more once another says it better; when that is depends on what
//! stands beside it.

use super::{CaseDeadline, DeadlineKind, DueDeadline};
use jiff::civil::Date;

/// Where dates are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The list of every date of every case: a reminder that has come asks for something until the
    /// next has come too.
    List,
    /// The page of one case, where the last day of the link stands beside its reminders.
    Case,
    /// The system's notification, which is of the dates until tomorrow.
    Notification,
}

/// Those of the dates of any number of cases that still say something on a day.
pub fn still_said(
    due: &[DueDeadline],
    audience: Audience,
    today: Date,
) -> impl Iterator<Item = &DueDeadline> {
    due.iter().filter(move |it| {
        let of_case = due.iter().filter(|other| other.case == it.case);
        let others = of_case.map(|other| (other.kind, other.day));
        !says_nothing_more((it.kind, it.day), others, audience, today)
    })
}

/// Those of the dates of one case that still say something on its page.
pub fn still_said_of_case(
    deadlines: &[CaseDeadline],
    today: Date,
) -> impl Iterator<Item = &CaseDeadline> {
    of_one_case(deadlines, Audience::Case, today)
}

/// Those of the dates of one case that still say something in a list.
pub(super) fn still_said_in_list(
    deadlines: &[CaseDeadline],
    today: Date,
) -> impl Iterator<Item = &CaseDeadline> {
    of_one_case(deadlines, Audience::List, today)
}

fn of_one_case(
    deadlines: &[CaseDeadline],
    audience: Audience,
    today: Date,
) -> impl Iterator<Item = &CaseDeadline> {
    let of_case = || deadlines.iter().map(|other| (other.kind, other.day));
    deadlines
        .iter()
        .filter(move |it| !says_nothing_more((it.kind, it.day), of_case(), audience, today))
}

/// Whether a date says nothing more beside the dates of its case.
fn says_nothing_more(
    (kind, day): (DeadlineKind, Date),
    mut of_case: impl Iterator<Item = (DeadlineKind, Date)>,
    audience: Audience,
    today: Date,
) -> bool {
    use DeadlineKind::{SetUpLastReminder, SetUpLink, SetUpReminder};
    let followed_by: &[DeadlineKind] = match kind {
        SetUpReminder => &[SetUpLastReminder, SetUpLink],
        SetUpLastReminder => &[SetUpLink],
        _ => return false,
    };
    let has_come = day < today;
    of_case.any(|(other, day)| match audience {
        Audience::List => has_come && followed_by.contains(&other) && day < today,
        Audience::Case => has_come && other == SetUpLink,
        // Where the link itself is near, nobody needs to be reminded of it beside.
        Audience::Notification => {
            other == SetUpLink || has_come && followed_by.contains(&other) && day < today
        }
    })
}
