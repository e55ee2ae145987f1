//! How far a case is: its tasks, where it is in one word, and what comes next.

use crate::Environment;
use crate::connection::Connection;
use crate::delivery::Delivery;
use crate::draft::{Draft, Role};
use crate::need::Need;
use crate::outcome::OutcomeKind;
use crate::parts::{Part, problems_in};
use crate::preflight::{Facts, documents_needed, parts};
use crate::stage::{Case, Stage};
use jiff::civil::Date;

/// Where a case is, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CaseState {
    /// Kladde.
    Draft,
    /// Behøver ikke tilslutning.
    NotNeeded,
    /// Overdraget: venter på repræsentanten.
    HandedOver,
    /// Modtaget: venter på din godkendelse.
    Received,
    /// Login under vejs.
    Approving,
    /// Godkendt i MitID under et andet navn: mangler en forklaring.
    Confirming,
    /// Godkendt, ikke leveret.
    Approved,
    /// Udfald ukendt.
    Unknown,
    /// Afvist af modtageren.
    Refused,
    /// Leveret.
    Delivered,
    /// Hos MitID Erhverv: nobody has said yet how it went.
    Guided,
    /// Stoppet undervejs, as was stated.
    Stopped,
    /// Venter på repræsentant: a reporter sent it there, as was stated.
    AwaitingRepresentative,
    /// Under sagsbehandling: it was sent with documents, as was stated.
    UnderReview,
    /// Oplyst indgået: the agreement was concluded, as was stated.
    StatedConcluded,
    /// Indgået: it was stated, and an official mail that proves to belong to it is in the case.
    Concluded,
    /// Afvist af MitID Erhverv, as was stated.
    Rejected,
    /// Trukket tilbage, as was stated.
    Withdrawn,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NextStep {
    /// Answer the need check.
    Need,
    /// Give the organisation.
    Organisation,
    /// Give the representative.
    Representative,
    /// Attach the documents.
    Documents,
    /// Read the terms.
    Terms,
    /// Appoint administrators.
    Administrators,
    /// Check and approve.
    Approve,
    /// Check and hand over.
    HandOver,
    /// Nothing: "MitID privat til erhverv" is enough.
    Nothing,
    /// The representative must open the file.
    WaitForRepresentative,
    /// Read and approve what was handed over.
    Review,
    /// Finish the login in the browser.
    FinishLogin,
    /// Say how it comes that another name logged in.
    ExplainApprover,
    /// The receiver has not answered yet.
    WaitForReceiver,
    /// Send again.
    SendAgain,
    /// Ask the receiver.
    AskReceiver,
    /// Read why the receiver refused.
    ReadRefusal,
    /// Conclude the agreement on the official site, as the guide says.
    Conclude,
    /// The administrators set up.
    SetUp,
    /// Go on on the official site, or say how it went.
    StateOutcome,
    /// Correct what stopped it, and try again.
    Correct,
    /// MitID Erhverv has not answered yet.
    WaitForAnswer,
    /// Begin a new case with the answers.
    UseAgain,
    /// Nothing: it is over.
    Over,
}

/// Where a case is and what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Where it is.
    pub state: CaseState,
    /// What comes next.
    pub next: NextStep,
    /// How many tasks of a draft are done; 0 for what is no draft any more.
    pub done: u32,
}

/// A task of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Which part; none for the last one, "approve" or "hand over".
    pub part: Option<Part>,
    /// How far.
    pub state: TaskState,
    /// How many persons, for the administrators.
    pub count: u32,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// Nothing answered.
    NotBegun,
    /// Something is missing.
    Begun,
    /// Whole.
    Done,
    /// Cannot be begun yet.
    Later,
}

impl CaseState {
    /// Every state.
    pub const ALL: [Self; 18] = [
        Self::Draft,
        Self::NotNeeded,
        Self::HandedOver,
        Self::Received,
        Self::Approving,
        Self::Confirming,
        Self::Approved,
        Self::Unknown,
        Self::Refused,
        Self::Delivered,
        Self::Guided,
        Self::Stopped,
        Self::AwaitingRepresentative,
        Self::UnderReview,
        Self::StatedConcluded,
        Self::Concluded,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// It stands still until a person at this machine does something.
    pub(super) fn waits_for_person(self, next: NextStep) -> bool {
        match self {
            Self::Received
            | Self::Approving
            | Self::Confirming
            | Self::Unknown
            | Self::Refused
            | Self::Guided
            | Self::Stopped => true,
            // Until somebody goes on with it.
            Self::Rejected => next == NextStep::UseAgain,
            // On its way, not sent, or to be concluded elsewhere.
            Self::Approved => matches!(next, NextStep::SendAgain | NextStep::Conclude),
            Self::Draft
            | Self::NotNeeded
            | Self::HandedOver
            | Self::Delivered
            | Self::AwaitingRepresentative
            | Self::UnderReview
            | Self::StatedConcluded
            | Self::Concluded
            | Self::Withdrawn => false,
        }
    }
}

/// Where a case is on a day, what comes next, and how many tasks of a draft are done.
pub fn progress(case: &Case, today: Date) -> Progress {
    let at = |state, next| Progress { state, next, done: 0 };
    match &case.stage {
        Stage::Drafting(draft) => drafting(draft, &case.facts(draft, today), today),
        Stage::HandedOver(_) => at(CaseState::HandedOver, NextStep::WaitForRepresentative),
        Stage::Reviewing(_) => at(CaseState::Received, NextStep::Review),
        Stage::Approving(_) => at(CaseState::Approving, NextStep::FinishLogin),
        Stage::Confirming(_) => at(CaseState::Confirming, NextStep::ExplainApprover),
        Stage::Guided(_) => {
            let (state, next) = guided(case, today);
            at(state, next)
        }
        // How it went on the official site says more than the way there.
        Stage::Approved(_) if case.outcome().is_some() => {
            let (state, next) = guided(case, today);
            at(state, next)
        }
        Stage::Approved(approved) => match &approved.delivery {
            Delivery::Sending { .. } => at(CaseState::Approved, NextStep::WaitForReceiver),
            Delivery::NotSent { .. } => at(CaseState::Approved, NextStep::SendAgain),
            Delivery::NoReceiver { .. } => at(CaseState::Approved, NextStep::Conclude),
            Delivery::Unknown { .. } => at(CaseState::Unknown, NextStep::AskReceiver),
            Delivery::Refused { .. } => at(CaseState::Refused, NextStep::ReadRefusal),
            // What a receiver has is not concluded at MitID Erhverv. In practice there is nothing
            // to conclude.
            Delivery::Accepted(_) if case.environment == Environment::Live => {
                at(CaseState::Delivered, NextStep::Conclude)
            }
            Delivery::Accepted(_) => at(CaseState::Delivered, NextStep::SetUp),
        },
    }
}

/// What the outcome that stands means; without one nobody has said how it went.
fn guided(case: &Case, today: Date) -> (CaseState, NextStep) {
    let kind = case.outcome().map(|stated| stated.outcome.kind());
    match kind {
        None => (CaseState::Guided, NextStep::StateOutcome),
        Some(OutcomeKind::Stopped) if case.can_go_back() => (CaseState::Stopped, NextStep::Correct),
        Some(OutcomeKind::Stopped) => (CaseState::Stopped, again(case)),
        Some(OutcomeKind::SentToRepresentative) => {
            (CaseState::AwaitingRepresentative, NextStep::WaitForRepresentative)
        }
        Some(OutcomeKind::SentWithDocuments) => (CaseState::UnderReview, NextStep::WaitForAnswer),
        Some(OutcomeKind::Concluded) => {
            let state =
                if case.is_proven() { CaseState::Concluded } else { CaseState::StatedConcluded };
            let is_missing = case.set_up(today).iter().any(|it| it.done.is_none());
            (state, if is_missing { NextStep::SetUp } else { NextStep::Over })
        }
        Some(OutcomeKind::Rejected) => (CaseState::Rejected, again(case)),
        Some(OutcomeKind::Withdrawn) => (CaseState::Withdrawn, NextStep::Over),
    }
}

fn again(case: &Case) -> NextStep {
    if case.history.copied_as.is_some() { NextStep::Over } else { NextStep::UseAgain }
}

fn drafting(draft: &Draft, facts: &Facts<'_>, today: Date) -> Progress {
    let tasks = tasks(draft, facts, today);
    let done = tasks.iter().filter(|task| task.state == TaskState::Done).count();
    let done = u32::try_from(done).unwrap_or(u32::MAX);
    if matches!(draft.need.outcome(), Need::NotNeeded(_)) && done == 1 {
        return Progress { state: CaseState::NotNeeded, next: NextStep::Nothing, done };
    }
    let next = tasks
        .iter()
        .find(|task| task.part.is_some() && task.state != TaskState::Done)
        .and_then(|task| task.part);
    let next = match next {
        Some(Part::Need) => NextStep::Need,
        Some(Part::Organisation) => NextStep::Organisation,
        Some(Part::Representative) => NextStep::Representative,
        Some(Part::Documents) => NextStep::Documents,
        Some(Part::Terms) => NextStep::Terms,
        Some(Part::Administrators) => NextStep::Administrators,
        None if draft.role == Some(Role::Reporter) => NextStep::HandOver,
        None => NextStep::Approve,
    };
    Progress { state: CaseState::Draft, next, done }
}

/// The tasks of a draft: its parts, and at last approving or handing over.
pub fn tasks(draft: &Draft, facts: &Facts<'_>, today: Date) -> Vec<Task> {
    let empty = Draft::default();
    let begun = |part| match part {
        Part::Need => draft.need != empty.need,
        Part::Organisation => !draft.cvr.trim().is_empty() || draft.role.is_some(),
        Part::Representative => {
            let r = &draft.representative;
            !(r.name.is_empty() && r.title.is_empty() && r.email.is_empty())
                || r.has_mitid.is_some()
        }
        Part::Documents => !draft.documents.is_empty(),
        Part::Terms => draft.terms.summary_shown.is_some() || draft.terms.official.is_some(),
        Part::Administrators => draft.administrator_count() > 0,
    };
    let done = |part| match part {
        Part::Documents => documents_needed(draft, facts, today)
            .iter()
            .all(|need| !need.required || need.is_satisfied()),
        part => problems_in(draft, part, today).is_empty(),
    };
    let mut tasks: Vec<Task> = parts(draft, facts, today)
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
            Task { part: Some(part), state, count: u32::try_from(count).unwrap_or(u32::MAX) }
        })
        .collect();
    let whole = Connection::parse(draft, today).is_ok();
    tasks.push(Task {
        part: None,
        state: if whole { TaskState::NotBegun } else { TaskState::Later },
        count: 0,
    });
    tasks
}
