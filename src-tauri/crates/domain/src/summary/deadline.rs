//! What has to happen until when, as far as the rule book and the case tell.

use crate::agreement::{Standing, effective};
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
    /// An administrator stops, as was stated.
    AdministratorLeaves,
    /// After this day there is only one administrator left, or none.
    FewAdministrators,
    /// A termination of the agreement takes effect (`termination`).
    Termination,
    /// Terms that were announced apply (`new-terms`).
    TermsInForce,
    /// The registration of a voluntary association in CVR lapses (`voluntary-association`).
    RegistrationLapses,
    /// The look-up in the register counts as fresh until then (`register-snapshot`).
    RegisterSnapshot,
    /// Receipt or record need not be kept any longer, as the person has set it. It follows from that
    /// setting and is no deadline of a case ([`crate::summary::DueDeadline::retention`]).
    Retention,
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
    pub const ALL: [Self; 12] = [
        Self::RepresentativeReminder,
        Self::AnswerExpected,
        Self::SetUpReminder,
        Self::SetUpLastReminder,
        Self::SetUpLink,
        Self::AdministratorLeaves,
        Self::FewAdministrators,
        Self::Termination,
        Self::TermsInForce,
        Self::RegistrationLapses,
        Self::RegisterSnapshot,
        Self::Retention,
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
            Self::AdministratorLeaves => "administratorLeaves",
            Self::FewAdministrators => "fewAdministrators",
            Self::Termination => "termination",
            Self::TermsInForce => "termsInForce",
            Self::RegistrationLapses => "registrationLapses",
            Self::RegisterSnapshot => "registerSnapshot",
            Self::Retention => "retention",
        }
    }

    /// No authority has set the day: it is when Tilslut reminds of something.
    pub fn is_own_reminder(self) -> bool {
        match self {
            Self::RepresentativeReminder | Self::SetUpReminder | Self::SetUpLastReminder => true,
            Self::AnswerExpected
            | Self::SetUpLink
            | Self::AdministratorLeaves
            | Self::FewAdministrators
            | Self::Termination
            | Self::TermsInForce
            | Self::RegistrationLapses
            | Self::RegisterSnapshot
            | Self::Retention => false,
        }
    }

    /// Nothing official says how long it is; others do.
    pub fn is_reminded_by_others(self) -> bool {
        self == Self::RegistrationLapses
    }
}

impl CaseDeadline {
    /// It was not met.
    pub fn is_past(&self, today: Date) -> bool {
        !self.settled && self.day < today && self.kind.is_followed_up()
    }
}

/// The deadlines of a case on a day, in the order of [`DeadlineKind`].
pub(super) fn deadlines(case: &Case, today: Date) -> Vec<CaseDeadline> {
    let agreement = case.standing();
    let is_over = agreement.as_ref().is_some_and(|standing| standing.terminated.is_some());
    let mut deadlines = of_stage(case, today);
    if is_over {
        // Nobody sets up what was terminated.
        deadlines.iter_mut().for_each(|deadline| deadline.settled = true);
    }
    let of_agreement = agreement.map(|standing| after_agreement(&standing, today));
    deadlines.extend(of_agreement.into_iter().flatten());
    deadlines
}

fn of_stage(case: &Case, today: Date) -> Vec<CaseDeadline> {
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
        Stage::Guided(_) | Stage::Approved(_) if case.outcome().is_some() => case
            .outcome()
            .map(|stated| after_outcome(case, &stated.outcome, today))
            .unwrap_or_default(),
        Stage::Guided(_) => vec![],
        Stage::Approved(approved) => after_approval(case, approved, today),
    }
}

/// From the day that was stated.
fn after_outcome(case: &Case, outcome: &Outcome, today: Date) -> Vec<CaseDeadline> {
    let open = |kind, day| CaseDeadline { kind, day, settled: false };
    match outcome {
        Outcome::Concluded { on } => set_up(*on, case.is_set_up(today)).into(),
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

/// What was stated of an agreement. What happens by itself is settled once its day has passed; that
/// there are few administrators stays to be dealt with.
fn after_agreement(standing: &Standing, today: Date) -> Vec<CaseDeadline> {
    use DeadlineKind as Kind;
    let lengths = &book().deadlines.lengths;
    let passes = |kind, day| CaseDeadline { kind, day, settled: day < today };
    let stays = |kind, day| CaseDeadline { kind, day, settled: false };
    if let Some(terminated) = standing.terminated {
        return vec![passes(Kind::Termination, effective(terminated))];
    }
    let few = standing.few_from();
    // The day on which only one is left says that somebody stops.
    let leaves = standing.next_leaving(today).filter(|day| Some(*day) != few);
    let in_force = standing.terms_announced.map(|on| lengths.new_terms.length.after(on));
    let lapses =
        standing.registration_renewed.map(|on| lengths.voluntary_association.length.after(on));
    [
        leaves.map(|day| passes(Kind::AdministratorLeaves, day)),
        few.map(|day| stays(Kind::FewAdministrators, day)),
        in_force.map(|day| passes(Kind::TermsInForce, day)),
        lapses.map(|day| stays(Kind::RegistrationLapses, day)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Nothing is awaited before the case has left the house. What the receiver refused awaits nothing
/// either, but the days stay to be seen.
fn after_approval(case: &Case, approved: &Approved, today: Date) -> Vec<CaseDeadline> {
    let settled = match &approved.delivery {
        Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::NoReceiver { .. } => {
            return vec![];
        }
        Delivery::Unknown { .. } | Delivery::Accepted(_) => false,
        Delivery::Refused { .. } => true,
    };
    let on = day_in_denmark(approved.evidence.approved_at);
    let answer = (!approved.connection.enclosed.is_empty()).then(|| expected_answer(on).latest);
    answer
        .map(|day| CaseDeadline { kind: DeadlineKind::AnswerExpected, day, settled })
        .into_iter()
        .chain(set_up(on, settled || case.is_set_up(today)))
        .collect()
}

fn snapshot(looked_up: crate::Timestamp, settled: bool) -> CaseDeadline {
    let day = book().deadlines.lengths.register_snapshot.length.after(day_in_denmark(looked_up));
    CaseDeadline { kind: DeadlineKind::RegisterSnapshot, day, settled }
}
