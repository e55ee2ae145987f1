//! What a reporter says of themselves is remembered, encrypted beside the cases, and filled in in the next case.

use crate::engine::State;
use crate::intents::keep;
use domain::case::CaseId;
use domain::draft::{Draft, ReporterAnswers, Role};
use serde::{Deserialize, Serialize};
use vault::Vault;

/// The setting that holds it.
const REPORTER: &str = "reporter";

/// The setting's value, as JSON. Another shape gets the next number, and this one is read for ever.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    version: u8,
    name: String,
    organisation: String,
    email: String,
}

/// What was remembered; none when nothing is, or when a newer version wrote it.
pub fn remembered(vault: &Vault) -> Option<ReporterAnswers> {
    let kept: Kept = serde_json::from_str(&vault.setting(REPORTER)?).ok()?;
    let Kept { version, name, organisation, email } = kept;
    (version == 1).then_some(ReporterAnswers { name, organisation, email })
}

/// Remembers the reporter of a case, whose answers have been checked.
pub fn remember(state: &mut State, id: &CaseId) {
    let Some(draft) = state.draft(id).filter(|draft| draft.role == Some(Role::Reporter)) else { return };
    let reporter = draft.reporter.clone();
    if state.desk.reporter.as_ref() == Some(&reporter) {
        return;
    }
    let ReporterAnswers { name, organisation, email } = reporter.clone();
    // Four texts always become JSON; what could not be kept is typed again.
    let Ok(kept) = serde_json::to_string(&Kept { version: 1, name, organisation, email }) else { return };
    keep(state, REPORTER, &kept);
    state.desk.reporter = Some(reporter);
}

/// Fills in what is remembered when somebody becomes the reporter of a case that has no answers of one yet.
pub fn fill_in(state: &State, before: &Draft, now: Draft) -> Draft {
    let becomes = now.role == Some(Role::Reporter) && before.role != Some(Role::Reporter);
    match &state.desk.reporter {
        Some(reporter) if becomes && now.reporter == ReporterAnswers::default() => Draft { reporter: reporter.clone(), ..now },
        _ => now,
    }
}

/// Forgets it. What stands in the cases stays there.
pub fn forget(state: &mut State) {
    keep(state, REPORTER, "");
    if state.desk.problem.is_none() {
        state.desk.reporter = None;
    }
}
