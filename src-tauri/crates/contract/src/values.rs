//! Single values as the window shows them.

use domain::Language;
use domain::case::{Approved, Reason};
use domain::control_code::ControlCode;
use domain::organisation::Candidate;
use domain::rules::book;
use jiff::civil::Date;

/// The three groups of a control code.
pub(crate) fn code(code: &ControlCode) -> Vec<String> {
    code.groups().iter().map(|&group| group.to_owned()).collect()
}

/// A candidate with the roles.
pub(crate) fn named(person: &Candidate) -> String {
    format!("{}, {}", person.name, person.role().to_lowercase())
}

/// A number of seconds as the window counts them.
pub(crate) fn seconds(seconds: i64) -> i32 {
    i32::try_from(seconds).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX })
}

/// The day in Denmark on which it was approved.
pub(crate) fn approved_on(approved: &Approved) -> Date {
    domain::day_in_denmark(approved.evidence.approved_at)
}

/// A published reason in few words; none when there is none, or when this version knows no such.
pub(crate) fn published(reason: &Reason, language: Language) -> Option<String> {
    let known = book().guide.reason(reason.rule.as_deref()?)?;
    Some(match language {
        Language::Danish => known.da.clone(),
        Language::English => known.en.clone(),
    })
}
