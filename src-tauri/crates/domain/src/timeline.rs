//! Who was appointed administrator when, and by which approval, across the cases of one
//! organisation: what a successor or an auditor asks years later. Pure, so that window and paper
//! tell the same.

use crate::approval::Evidence;
use crate::connection::Administrator;
use crate::cvr::CvrNumber;
use crate::delivery::Delivery;
use crate::outcome::OutcomeKind;
use crate::stage::{Case, Stage};
use crate::typed::normalise;
use crate::{Environment, Timestamp};
use std::cmp::Reverse;

/// One person who was appointed by one approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment<'a> {
    /// The person.
    pub administrator: &'a Administrator,
    /// The case of the approval, with what was stated of it since.
    pub case: &'a Case,
    /// The approval: who, when and its control code.
    pub evidence: &'a Evidence,
    /// What became of its delivery. An approval that the receiver refused appoints nobody, and is
    /// told all the same.
    pub delivery: &'a Delivery,
    /// The last time before that the same person was appointed, what appointed nobody not counted.
    pub before: Option<Timestamp>,
}

impl Appointment<'_> {
    /// True when both are about one person: the same name, however it is spelled, and the same date
    /// of birth.
    pub fn is_of_same_person(&self, other: &Self) -> bool {
        let (one, two) = (self.administrator, other.administrator);
        one.born == two.born && normalise(one.name.as_str()) == normalise(two.name.as_str())
    }

    /// The receiver's case number, when it has taken the case.
    pub fn case_number(&self) -> Option<&str> {
        match self.delivery {
            Delivery::Accepted(accepted) => Some(&accepted.case_number),
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. }
            | Delivery::Refused { .. } => None,
        }
    }

    /// Somebody was appointed by it, or will be, as far as is known: what was stated of it on the
    /// official site says more than the way to a receiver.
    pub fn counts(&self) -> bool {
        match self.case.outcome().map(|stated| stated.outcome.kind()) {
            Some(OutcomeKind::Stopped | OutcomeKind::Rejected | OutcomeKind::Withdrawn) => false,
            Some(
                OutcomeKind::Concluded
                | OutcomeKind::SentWithDocuments
                | OutcomeKind::SentToRepresentative,
            ) => true,
            None => !matches!(self.delivery, Delivery::Refused { .. }),
        }
    }
}

/// Every appointment in the organisation's approved cases of one environment: newest approval
/// first, its administrators in the order in which they were approved.
pub fn timeline<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    environment: Environment,
    cvr: CvrNumber,
) -> Vec<Appointment<'a>> {
    let mut approved: Vec<_> = cases
        .into_iter()
        .filter(|case| case.environment == environment)
        .filter_map(|case| match &case.stage {
            Stage::Approved(approved) if approved.connection.organisation.cvr == cvr => {
                Some((case, approved))
            }
            Stage::Approved(_)
            | Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Guided(_) => None,
        })
        .collect();
    approved.sort_by_key(|(case, approved)| (Reverse(approved.evidence.approved_at), &case.id));
    let mut timeline: Vec<Appointment<'a>> = Vec::new();
    // From the oldest on, so that each knows what was before it.
    for (case, approved) in approved.into_iter().rev() {
        let new = approved.connection.administrators.iter().map(|administrator| {
            let (evidence, delivery) = (&approved.evidence, &approved.delivery);
            let appointment = Appointment { administrator, case, evidence, delivery, before: None };
            let before = timeline
                .iter()
                .find(|earlier| earlier.counts() && earlier.is_of_same_person(&appointment));
            Appointment {
                before: before.map(|earlier| earlier.evidence.approved_at),
                ..appointment
            }
        });
        let new: Vec<_> = new.collect();
        timeline.splice(0..0, new);
    }
    timeline
}
