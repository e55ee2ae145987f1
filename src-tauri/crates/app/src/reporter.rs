//! What a reporter says of themselves is remembered beside the cases, and filled in in the next
//! one.

use crate::effect::{Effect, Store};
use crate::model::Open;
use domain::case::CaseId;
use domain::draft::{Draft, ReporterAnswers, Role};

/// Remembers the reporter of a case, whose answers have been checked.
pub(crate) fn remember(open: &mut Open, id: &CaseId) -> Vec<Effect> {
    let Some(draft) = open.draft(id).filter(|draft| draft.role == Some(Role::Reporter)) else {
        return vec![];
    };
    let reporter = Some(draft.reporter.clone());
    if open.reporter == reporter {
        return vec![];
    }
    open.reporter.clone_from(&reporter);
    vec![Store::KeepReporter(reporter).into()]
}

/// Fills in what is remembered when somebody becomes the reporter of a case that has no answers of
/// one yet.
pub(crate) fn fill_in(remembered: Option<&ReporterAnswers>, before: &Draft, now: Draft) -> Draft {
    let becomes = now.role == Some(Role::Reporter) && before.role != Some(Role::Reporter);
    match remembered {
        Some(reporter) if becomes && now.reporter == ReporterAnswers::default() => {
            Draft { reporter: reporter.clone(), ..now }
        }
        _ => now,
    }
}

/// Forgets it. What stands in the cases stays there.
pub(crate) fn forget(open: &mut Open) -> Vec<Effect> {
    open.reporter = None;
    vec![Store::KeepReporter(None).into()]
}
