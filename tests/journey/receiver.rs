//! What goes wrong at the receiver.

use crate::delivery;
use crate::support::Installation;
use contract::answers::RoleName;
use contract::pages::{Delivery, MailName};
use contract::{CaseIntent, Intent, Navigation, Page};

#[test]
fn an_unknown_outcome_is_settled_by_asking_and_never_doubled() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare("99420863", "Poul Bakkegård Nissen", RoleName::Representative);
    tilslut.approve_as(&case, "poul");
    let unknown = tilslut.delivered();
    assert!(matches!(delivery(&unknown), Delivery::Unknown { .. }), "{unknown:#?}");
    assert_eq!(unknown.problem.as_deref(), Some("receiver-unknown"));
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::Deliver });
    let settled = tilslut.delivered();
    assert!(matches!(delivery(&settled), Delivery::Accepted { .. }));
    let Page::Mailbox { mails } = tilslut.go(Navigation::Mailbox).page else { panic!("mailbox") };
    assert_eq!(mails.iter().filter(|m| m.kind == MailName::Receipt).count(), 1);
}

#[test]
fn a_refusal_by_the_receiver_is_told_with_its_reason() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare("98361278", "Inger Kyst Mortensen", RoleName::Representative);
    tilslut.approve_as(&case, "inger");
    let refused = tilslut.delivered();
    assert!(
        matches!(delivery(&refused), Delivery::Refused { reason } if reason.contains("titel")),
        "{refused:#?}"
    );
}
