//! What is stated of an agreement after it was concluded.

use super::event::{Move, Refusal};
use crate::agreement::{AgreementEvent, Appointee, Standing};
use crate::delivery::Delivery;
use crate::outcome::OutcomeKind;
use crate::stage::{Case, Stage};

/// As much may be stated of one agreement.
const EVENTS_MAX: usize = 500;

/// It changes nothing but the history, and only of an agreement that it can happen to.
pub(super) fn stated(case: &Case, event: &AgreementEvent) -> Result<Move, Refusal> {
    let (standing, connection) = case
        .standing()
        .zip(case.connection())
        .filter(|_| case.history.agreement.len() < EVENTS_MAX)
        .ok_or(Refusal::NotAllowedHere)?;
    let is_there = |who: &Appointee| standing.administrators.iter().any(|(known, _)| known == who);
    let is_open = standing.open_to(connection.organisation.form_code).contains(&event.kind());
    let is_known = match event {
        AgreementEvent::AdministratorLeaves { who, .. }
        | AgreementEvent::AdministratorStays { who } => is_there(who),
        AgreementEvent::AdministratorAppointed { .. }
        | AgreementEvent::Terminated { .. }
        | AgreementEvent::TerminationUndone
        | AgreementEvent::TermsAnnounced { .. }
        | AgreementEvent::RegistrationRenewed { .. } => true,
    };
    if is_open && is_known {
        Ok((case.stage.clone(), vec![], case.problem))
    } else {
        Err(Refusal::NotAllowedHere)
    }
}

impl Case {
    /// What stands of the agreement that was concluded: on the official site, as was stated, or
    /// with a receiver that has the case. None where there is no agreement yet.
    pub fn standing(&self) -> Option<Standing> {
        let is_concluded = match (self.outcome(), &self.stage) {
            // What was stated says more than that the receiver has it.
            (Some(stated), _) => stated.outcome.kind() == OutcomeKind::Concluded,
            (None, Stage::Approved(approved)) => {
                matches!(approved.delivery, Delivery::Accepted(_))
            }
            (None, _) => false,
        };
        let connection = self.connection().filter(|_| is_concluded)?;
        Some(Standing::of(connection, &self.history.agreement))
    }
}
