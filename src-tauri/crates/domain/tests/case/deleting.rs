//! What may be deleted, and what has to be settled first.

use super::*;
use domain::bin::stands_in_the_way;

#[test]
fn a_case_with_something_under_way_cannot_be_deleted_and_every_other_can() {
    let ended = |outcome| go(&approved(), Event::DeliveryEnded { id: token("d"), outcome }).0;
    let guided = guiding::guided(Role::Representative);
    let concluded = Outcome::Concluded { on: guiding::today() };
    let stated = go(&guided, Event::OutcomeStated(concluded)).0;
    for (case, expected) in [
        (drafting(whole(Role::Representative)), None),
        (approving(), Some(Problem::DeleteLogin)),
        (guided, Some(Problem::DeleteGuided)),
        (stated, None),
        // It is on its way.
        (approved(), Some(Problem::DeleteDelivery)),
        (ended(DeliveryOutcome::Unknown), Some(Problem::DeleteDelivery)),
        (ended(DeliveryOutcome::NotSent), None),
        (ended(DeliveryOutcome::NoReceiver), None),
        (ended(DeliveryOutcome::Refused("nej".into())), None),
        (ended(DeliveryOutcome::Accepted(accepted("d"))), None),
    ] {
        assert_eq!(stands_in_the_way(&case), expected, "{:?}", case.stage);
    }
}

#[test]
fn what_is_taken_up_again_at_a_start_of_an_approval_cannot_be_deleted() {
    for case in [approving(), approved()] {
        assert!(step(&case, Event::Restored, now()).is_ok());
        assert!(stands_in_the_way(&case).is_some(), "{:?}", case.stage);
    }
}
