//! What has to happen until when, as far as the rule book and the case tell.

use crate::day_in_denmark;
use crate::delivery::Delivery;
use crate::outcome::Outcome;
use crate::preflight::expected_answer;
use crate::rules::{Deadline, book};
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
    /// And once more (`set-up-link-last-reminder`).
    SetUpLastReminder,
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
    pub const ALL: [Self; 6] = [
        Self::RepresentativeReminder,
        Self::AnswerExpected,
        Self::SetUpReminder,
        Self::SetUpLastReminder,
        Self::SetUpLink,
        Self::RegisterSnapshot,
    ];

    /// Somebody has to do something by then, or may expect something. A look-up that is old asks for
    /// nothing: it can be made again at any time.
    pub fn is_followed_up(self) -> bool {
        self != Self::RegisterSnapshot
    }

    /// The word by which files and messages call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::RepresentativeReminder => "representativeReminder",
            Self::AnswerExpected => "answerExpected",
            Self::SetUpReminder => "setUpReminder",
            Self::SetUpLastReminder => "setUpLastReminder",
            Self::SetUpLink => "setUpLink",
            Self::RegisterSnapshot => "registerSnapshot",
        }
    }

    /// No authority has set the day: it is when Tilslut reminds of something.
    pub fn is_own_reminder(self) -> bool {
        match self {
            Self::RepresentativeReminder | Self::SetUpReminder | Self::SetUpLastReminder => true,
            Self::AnswerExpected | Self::SetUpLink | Self::RegisterSnapshot => false,
        }
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
            case.outcome().map(|stated| after_outcome(case, &stated.outcome)).unwrap_or_default()
        }
        Stage::Approved(approved) => after_approval(case, approved),
    }
}

/// From the day that was stated.
fn after_outcome(case: &Case, outcome: &Outcome) -> Vec<CaseDeadline> {
    let open = |kind, day| CaseDeadline { kind, day, settled: false };
    match outcome {
        Outcome::Concluded { on } => set_up(*on, case.is_set_up()).into(),
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

/// The set-up link of an agreement that was concluded on this day, and our reminders before it ends.
/// Once every administrator is ticked as set up, none of them matters.
fn set_up(on: Date, settled: bool) -> [CaseDeadline; 3] {
    let lengths = &book().deadlines.lengths;
    let link = lengths.set_up_link.length.after(on);
    let before = |length: &Deadline| link.saturating_sub(i32::from(length.length.amount).days());
    [
        (DeadlineKind::SetUpReminder, before(&lengths.set_up_link_reminder)),
        (DeadlineKind::SetUpLastReminder, before(&lengths.set_up_link_last_reminder)),
        (DeadlineKind::SetUpLink, link),
    ]
    .map(|(kind, day)| CaseDeadline { kind, day, settled })
}

/// Nothing is awaited before the case has left the house. What the receiver refused awaits nothing
/// either, but the days stay to be seen.
fn after_approval(case: &Case, approved: &Approved) -> Vec<CaseDeadline> {
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
        .chain(set_up(on, settled || case.is_set_up()))
        .collect()
}

fn snapshot(looked_up: crate::Timestamp, settled: bool) -> CaseDeadline {
    let day = book().deadlines.lengths.register_snapshot.length.after(day_in_denmark(looked_up));
    CaseDeadline { kind: DeadlineKind::RegisterSnapshot, day, settled }
}
