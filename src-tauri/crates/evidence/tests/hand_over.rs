//! A login to hand over proves who handed over, by the same rules as an approval, and never passes
//! for one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::case::Level;
use evidence::{Bundle, Commitment, Outcome, Purpose, Reason};
use fixtures::{Forgery, HONEST, IAT, Issuer, at, practice, request, verify_for, without};
use serde_json::json;

const HAND_OVER: Forgery = Forgery {
    request: |request| request["type"] = json!("tilslut/hand-over-request/v2"),
    claim: |claim| claim["ctx"] = json!("tilslut/handover/v1"),
    ..HONEST
};

fn outcome(purpose: Purpose, forgery: &Forgery) -> Outcome {
    verify_for(purpose, &forgery.bundle(), &practice(), at(IAT + 10)).outcome
}

#[test]
fn it_is_another_request_with_another_code_and_text() {
    let (approval, hand_over) = (request(), request().meant_for(Purpose::HandOver));
    assert_eq!((approval.purpose(), hand_over.purpose()), (Purpose::Approval, Purpose::HandOver));
    assert_ne!(approval.fingerprint(), hand_over.fingerprint());
    assert_ne!(approval.control_code(), hand_over.control_code());
    assert!(approval.reference_text().starts_with("Godkend "));
    assert!(
        hand_over
            .reference_text()
            .starts_with("Overdrag MitID Erhverv-tilslutning, CVR 13748136, ")
    );
    assert!(hand_over.reference_text().len() <= evidence::request::REFERENCE_TEXT_MAX);
    assert!(evidence::ApprovalRequest::parse(&hand_over.canonical()).unwrap() == hand_over);
}

#[test]
fn it_proves_who_handed_over_and_approves_nothing() {
    assert_eq!(outcome(Purpose::HandOver, &HAND_OVER), Outcome::Level(Level::B));
    assert_eq!(outcome(Purpose::Approval, &HAND_OVER), Outcome::Invalid(Reason::OtherPurpose));
    assert_eq!(outcome(Purpose::HandOver, &HONEST), Outcome::Invalid(Reason::OtherPurpose));
    let silent = Forgery { claims: |claims| without(claims, "refTextBody"), ..HAND_OVER };
    assert_eq!(outcome(Purpose::HandOver, &silent), Outcome::Level(Level::C));
    assert_eq!(
        outcome(Purpose::HandOver, &Forgery { issuer: Issuer::Stranger, ..HAND_OVER }),
        Outcome::Level(Level::D)
    );
}

#[test]
fn a_claim_for_one_purpose_does_not_carry_a_request_for_the_other() {
    let approval_claim = Forgery { claim: |_| {}, ..HAND_OVER };
    let hand_over_claim = Forgery { request: |_| {}, ..HAND_OVER };
    for forgery in [approval_claim, hand_over_claim] {
        for purpose in [Purpose::Approval, Purpose::HandOver] {
            assert!(
                matches!(
                    outcome(purpose, &forgery),
                    Outcome::Invalid(Reason::ClaimUnreadable | Reason::OtherPurpose)
                ),
                "{purpose:?}"
            );
        }
    }
}

#[test]
fn what_is_sealed_is_what_the_forger_writes_by_hand() {
    let commitment = Commitment::generate(request().meant_for(Purpose::HandOver)).unwrap();
    assert!(commitment.reference_text().starts_with("Overdrag "));
    let by_hand = Bundle::parse(&HAND_OVER.bundle()).unwrap();
    assert!(*by_hand.request() == *commitment.request());
    // The whole text is shown in MitID, so a person cannot take one login for the other.
    let approval_text = Forgery {
        claims: |claims| claims["refTextBody"] = json!(request().reference_text()),
        ..HAND_OVER
    };
    assert_eq!(outcome(Purpose::HandOver, &approval_text), Outcome::Invalid(Reason::TextOther));
}
