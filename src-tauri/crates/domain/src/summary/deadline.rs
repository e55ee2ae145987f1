//! What has to happen until when, as far as the rule book and the case tell.

use crate::day_in_denmark;
use crate::delivery::Delivery;
use crate::outcome::Outcome;
use crate::preflight::expected_answer;
use crate::rules::book;
use crate::stage::{Approved, Case, Stage};
use jiff::ToSpan;
use jiff::civil::Date;

/// What a deadline is about. Each is at most once in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// The reporter is to remind the representative (`representative-reminder`).
    RepresentativeReminder,
    /// The answer to a case with documents is expected at the latest (`manual-handling`).
    AnswerExpected,
    /// The administrators are to be reminded of their set-up link (`set-up-link-reminder`).
    SetUpReminder,
    /// The administrators' set-up link ends (`set-up-link`).
    SetUpLink,
    /// The look-up in the register counts as fresh until then (`register-snapshot`).
    RegisterSnapshot,
}

/// One deadline of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CaseDeadline {
    /// What it is about.
    pub kind: DeadlineKind,
    /// The last day, in Denmark.
    pub day: Date,
    /// It does not matter any more.
    pub settled: bool,
}

impl DeadlineKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::RepresentativeReminder,
        Self::AnswerExpected,
        Self::SetUpReminder,
        Self::SetUpLink,
        Self::RegisterSnapshot,
    ];
}

impl DeadlineKind {
    /// Somebody has to do something by then, or may expect something. A look-up that is old asks for
    /// nothing: it can be made again at any time.
    pub fn is_followed_up(self) -> bool {
        self != Self::RegisterSnapshot
    }
}

impl CaseDeadline {
    /// It was not met.
    pub fn is_past(&self, today: Date) -> bool {
        !self.settled && self.day < today && self.kind.is_followed_up()
    }
}

/// The deadlines of a case, in the order of [`DeadlineKind`].
pub(super) fn deadlines(case: &Case) -> Vec<CaseDeadline> {
    match &case.stage {
        Stage::Drafting(draft) => draft
            .organisation()
            .map(|organisation| snapshot(organisation.looked_up, false))
            .into_iter()
            .collect(),
        Stage::HandedOver(handed) => {
            vec![snapshot(handed.connection.organisation.looked_up, false)]
        }
        Stage::Reviewing(received) => {
            vec![snapshot(received.connection.organisation.looked_up, false)]
        }
        // What is being approved is not looked up again.
        Stage::Approving(_) | Stage::Confirming(_) => vec![],
        Stage::Guided(_) => {
            case.outcome().map(|stated| after_outcome(&stated.outcome)).unwrap_or_default()
        }
        Stage::Approved(approved) => after_approval(approved),
    }
}

/// From the day that was stated.
fn after_outcome(outcome: &Outcome) -> Vec<CaseDeadline> {
    let open = |kind, day| CaseDeadline { kind, day, settled: false };
    match outcome {
        Outcome::Concluded { on } => set_up(*on, false).into(),
        Outcome::SentWithDocuments { on } => {
            vec![open(DeadlineKind::AnswerExpected, expected_answer(*on).latest)]
        }
        Outcome::SentToRepresentative { on } => {
            let after = book().deadlines.lengths.representative_reminder.length.after(*on);
            vec![open(DeadlineKind::RepresentativeReminder, after)]
        }
        Outcome::Stopped { .. } | Outcome::Rejected { .. } | Outcome::Withdrawn => vec![],
    }
}

/// The set-up link of an agreement that was concluded on this day, and our reminder before it ends.
fn set_up(on: Date, settled: bool) -> [CaseDeadline; 2] {
    let lengths = &book().deadlines.lengths;
    let link = lengths.set_up_link.length.after(on);
    let reminder =
        link.saturating_sub(i32::from(lengths.set_up_link_reminder.length.amount).days());
    [(DeadlineKind::SetUpReminder, reminder), (DeadlineKind::SetUpLink, link)]
        .map(|(kind, day)| CaseDeadline { kind, day, settled })
}

/// Nothing is awaited before the case has left the house. What the receiver refused awaits nothing
/// either, but the days stay to be seen.
fn after_approval(approved: &Approved) -> Vec<CaseDeadline> {
    let settled = match &approved.delivery {
        Delivery::Sending { .. } | Delivery::NotSent { .. } => return vec![],
        Delivery::Unknown { .. } | Delivery::Accepted(_) => false,
        Delivery::Refused { .. } => true,
    };
    let on = day_in_denmark(approved.evidence.approved_at);
    let answer = (!approved.connection.enclosed.is_empty()).then(|| expected_answer(on).latest);
    answer
        .map(|day| CaseDeadline { kind: DeadlineKind::AnswerExpected, day, settled })
        .into_iter()
        .chain(set_up(on, settled))
        .collect()
}

fn snapshot(looked_up: crate::Timestamp, settled: bool) -> CaseDeadline {
    let day = book().deadlines.lengths.register_snapshot.length.after(day_in_denmark(looked_up));
    CaseDeadline { kind: DeadlineKind::RegisterSnapshot, day, settled }
}
