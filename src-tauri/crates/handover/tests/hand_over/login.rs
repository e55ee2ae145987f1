//! The reporter's login in a file says who handed over this very case, or nothing.

use crate::request;
use crate::sample::{handed_over, six};
use domain::case::Level;
use domain::{Environment, Timestamp};
use evidence::{ApprovalRequest, Outcome, Purpose, Reason, TrustAnchors, Verdict, anchors};
use handover::{Error, open, read, seal};

/// A bundle of the vectors that are kept for other verifiers.
fn vector(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../evidence/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR")))
        .unwrap()
}

/// The request that the login of the vector was made for, as a case that is handed over has it.
fn its_request(bundle: &[u8]) -> ApprovalRequest {
    let whole: serde_json::Value = serde_json::from_slice(bundle).unwrap();
    ApprovalRequest::parse(whole["request"].to_string().as_bytes())
        .unwrap()
        .meant_for(Purpose::Approval)
}

/// The vectors' two administrators share an address: such a case is read, and not gone on with.
fn verdict(request: &ApprovalRequest, login: &[u8], anchors: &TrustAnchors) -> Verdict {
    let file = seal(request, &[], Some(login), handed_over(), &six()).unwrap();
    let opened = read(file.as_slice(), &six().join(" "), Environment::Practice).unwrap();
    assert_eq!(opened.login.as_deref(), Some(login), "byte for byte");
    let much_later: Timestamp = "2030-01-01T00:00:00Z".parse().unwrap();
    opened.verdict(anchors, much_later).unwrap()
}

#[test]
fn it_says_who_handed_over_this_case() {
    let login = vector("hand-over");
    let verdict = verdict(&its_request(&login), &login, &anchors::practice());
    assert_eq!(
        (verdict.outcome, verdict.approver.as_deref()),
        (Outcome::Level(Level::B), Some("Signe Holm"))
    );
}

#[test]
fn sound_evidence_of_something_else_says_nothing() {
    let (login, approval) = (vector("hand-over"), vector("level-b-es256"));
    let other = verdict(&request(Environment::Practice), &login, &anchors::practice());
    assert_eq!(
        (other.outcome, other.approver),
        (Outcome::Invalid(Reason::RequestChanged), None),
        "another case"
    );
    let approved = verdict(&request(Environment::Practice), &approval, &anchors::practice());
    assert_eq!(approved.outcome, Outcome::Invalid(Reason::OtherPurpose), "an approval");
    let strange = TrustAnchors { anchors: vec![], ..anchors::practice() };
    assert_eq!(
        verdict(&its_request(&login), &login, &strange).outcome,
        Outcome::Invalid(Reason::IssuerUnknown)
    );
}

#[test]
fn what_is_no_evidence_is_not_handed_over() {
    for login in [b"{}".as_slice(), b"", b"null", b"[1]"] {
        assert_eq!(
            seal(&request(Environment::Practice), &[], Some(login), handed_over(), &six()),
            Err(Error::NotWritten)
        );
    }
    let file = seal(&request(Environment::Practice), &[], None, handed_over(), &six()).unwrap();
    let opened =
        open(file.as_slice(), &six().join(" "), Environment::Practice, handed_over()).unwrap();
    assert!(
        opened.login.is_none() && opened.verdict(&anchors::practice(), handed_over()).is_none()
    );
}
