//! Each way of proving nothing, one row each, with the reason that must be told for it.

mod beside;
mod claims;
mod commitment;
mod form;
mod seal;
mod token;

use crate::fixtures::Forgery;
use evidence::{Outcome, Reason};
use std::collections::HashSet;

/// What is broken, how a forger breaks it, and the reason that is told.
type Broken = (&'static str, Forgery, Reason);

/// In the order in which a bundle is read.
fn broken() -> impl Iterator<Item = &'static Broken> {
    [form::ROWS, commitment::ROWS, token::ROWS, claims::ROWS, beside::ROWS, seal::ROWS]
        .into_iter()
        .flatten()
}

#[test]
fn every_broken_link_is_found_and_named() {
    for (what, forgery, reason) in broken() {
        let verdict = forgery.verdict();
        assert_eq!(verdict.outcome, Outcome::Invalid(*reason), "{what}");
        assert_eq!((verdict.approver.clone(), verdict.approved_at), (None, None), "{what}");
        let failed: Vec<_> = verdict
            .checks
            .iter()
            .filter(|check| check.passed == Some(false))
            .map(|check| check.id)
            .collect();
        assert_eq!(failed, Vec::from_iter(reason.check()), "{what}");
    }
    // A revoked certificate has its tests in `lasting.rs`, another purpose in `hand_over.rs`.
    let met: HashSet<_> = broken()
        .map(|(_, _, reason)| *reason)
        .chain([Reason::CertificateRevoked, Reason::OtherPurpose])
        .collect();
    assert!(
        Reason::ALL.iter().all(|reason| met.contains(reason)),
        "a reason that no forgery meets"
    );
}
