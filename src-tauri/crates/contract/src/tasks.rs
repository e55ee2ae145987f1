//! How far a case is: its tasks, and what comes next.

use crate::PartName;
use crate::pages::{CaseState, NextName, Task, TaskState};
use domain::case::{Case, Delivery, Stage};
use domain::connection::{Connection, Part, parts, problems_in};
use domain::draft::{Draft, Role};
use domain::need::Need;
use domain::preflight::{Facts, documents_needed};
use jiff::civil::Date;

/// Where a case is, what comes next, and how many tasks of a draft are done.
pub fn standing(case: &Case, today: Date) -> (CaseState, NextName, u32) {
    match &case.stage {
        Stage::Drafting(draft) => {
            let tasks = tasks(draft, today);
            let done = tasks.iter().filter(|task| task.state == TaskState::Done).count();
            let done = u32::try_from(done).unwrap_or(u32::MAX);
            if matches!(draft.need.outcome(), Need::NotNeeded(_)) && done == 1 {
                return (CaseState::NotNeeded, NextName::Nothing, done);
            }
            let next = tasks.iter().find(|task| task.part.is_some() && task.state != TaskState::Done).and_then(|task| task.part);
            let next = match next {
                Some(PartName::Need) => NextName::Need,
                Some(PartName::Organisation) => NextName::Organisation,
                Some(PartName::Representative) => NextName::Representative,
                Some(PartName::Documents) => NextName::Documents,
                Some(PartName::Terms) => NextName::Terms,
                Some(PartName::Administrators) => NextName::Administrators,
                None if draft.role == Some(Role::Reporter) => NextName::HandOver,
                None => NextName::Approve,
            };
            (CaseState::Draft, next, done)
        }
        Stage::HandedOver(_) => (CaseState::HandedOver, NextName::WaitForRepresentative, 0),
        Stage::Reviewing(_) => (CaseState::Received, NextName::Review, 0),
        Stage::Approving(_) => (CaseState::Approving, NextName::FinishLogin, 0),
        Stage::Confirming(_) => (CaseState::Confirming, NextName::ExplainApprover, 0),
        Stage::Approved(approved) => match &approved.delivery {
            Delivery::Sending { .. } => (CaseState::Approved, NextName::WaitForReceiver, 0),
            Delivery::NotSent { .. } => (CaseState::Approved, NextName::SendAgain, 0),
            Delivery::Unknown { .. } => (CaseState::Unknown, NextName::AskReceiver, 0),
            Delivery::Refused { .. } => (CaseState::Refused, NextName::ReadRefusal, 0),
            Delivery::Accepted(_) => (CaseState::Delivered, NextName::SetUp, 0),
        },
    }
}

/// The tasks of a draft: its parts, and at last approving or handing over.
pub fn tasks(draft: &Draft, today: Date) -> Vec<Task> {
    let empty = Draft::default();
    let begun = |part| match part {
        Part::Need => draft.need != empty.need,
        Part::Organisation => !draft.cvr.trim().is_empty() || draft.role.is_some(),
        Part::Representative => {
            let r = &draft.representative;
            !(r.name.is_empty() && r.title.is_empty() && r.email.is_empty()) || r.has_mitid.is_some()
        }
        Part::Documents => !draft.documents.is_empty(),
        Part::Terms => draft.terms.summary_shown.is_some() || draft.terms.official.is_some(),
        Part::Administrators => draft.administrator_count() > 0,
    };
    let done = |part| match part {
        Part::Documents => documents_needed(draft, &Facts::of(draft), today).iter().all(|need| !need.required || need.is_satisfied()),
        part => problems_in(draft, part, today).is_empty(),
    };
    let mut tasks: Vec<Task> = parts(draft, today)
        .into_iter()
        .map(|part| {
            let state = if done(part) {
                TaskState::Done
            } else if begun(part) {
                TaskState::Begun
            } else {
                TaskState::NotBegun
            };
            let count = if part == Part::Administrators { draft.administrator_count() } else { 0 };
            Task { part: Some(part.into()), state, count: u32::try_from(count).unwrap_or(u32::MAX) }
        })
        .collect();
    let whole = Connection::parse(draft, today).is_ok();
    tasks.push(Task { part: None, state: if whole { TaskState::NotBegun } else { TaskState::Later }, count: 0 });
    tasks
}
