//! How far a case is, and what to do next.

use crate::{PartName, names};
use serde::Serialize;

names! {
    /// Where a case is, in one word.
    CaseState = domain::summary::CaseState {
        Draft, NotNeeded, HandedOver, Received, Approving, Confirming, Approved, Unknown, Refused, Delivered, Guided,
        Stopped, AwaitingRepresentative, UnderReview, StatedConcluded, Concluded, Rejected, Withdrawn,
    }
}
names! {
    /// What to do next.
    NextName = domain::summary::NextStep {
        Need, Organisation, Representative, Documents, Terms, Administrators, Approve, HandOver, Nothing, WaitForRepresentative,
        Review, FinishLogin, ExplainApprover, WaitForReceiver, SendAgain, AskReceiver, ReadRefusal, Conclude, SetUp,
        StateOutcome, Correct, WaitForAnswer, UseAgain, Over,
    }
}
names! {
    /// What a deadline is about.
    DeadlineName = domain::summary::DeadlineKind {
        RepresentativeReminder, AnswerExpected, SetUpReminder, SetUpLastReminder, SetUpLink, AdministratorLeaves,
        FewAdministrators, Termination, TermsInForce, RegistrationLapses, RegisterSnapshot, Retention,
    }
}
names! {
    /// How far a task is.
    TaskState = domain::summary::TaskState { NotBegun, Begun, Done, Later }
}

/// A task of the task list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// Which part; none for the last one, "approve" or "hand over".
    pub part: Option<PartName>,
    /// How far.
    pub state: TaskState,
    /// How many persons, for the administrators.
    pub count: u32,
}

impl From<domain::summary::Task> for Task {
    fn from(task: domain::summary::Task) -> Self {
        Self { part: task.part.map(Into::into), state: task.state.into(), count: task.count }
    }
}

/// What the need check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NeedName {
    /// Not all that matters is answered.
    Open,
    /// Needed: several persons act.
    SeveralPeople,
    /// Needed: the one who acts may not sign alone.
    NotAlone,
    /// Needed: the kind is not covered by "MitID privat til erhverv".
    KindNotCovered,
    /// Needed, as far as can be said.
    NotRuledOut,
    /// Not needed: the owner alone acts.
    OwnerAlone,
    /// Not needed: one person acts and signs alone.
    SignsAlone,
    /// Not needed: a registered association representative alone acts.
    AssociationRepresentative,
}
