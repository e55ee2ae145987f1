//! A login: how it begins, what it goes back to, and what comes of it.

use super::event::{Effect, Move};
use crate::approval::Evidence;
use crate::approver::Approver;
use crate::connection::Connection;
use crate::delivery::{Delivery, Token};
use crate::draft::{Draft, HandOverLogin};
use crate::problem::Problem;
use crate::stage::{Approved, Approving, Basis, Confirming, HandOverFile, Now, Stage};

/// A reporter's login that no file holds yet is about the answers as they were: once they are
/// others it is of no use, and the person is told so.
pub(super) fn without_stale_login((stage, effects, problem): Move, now: Now) -> Move {
    match stage {
        Stage::Drafting(draft)
            if draft.login.is_some()
                && !Connection::parse(&draft, now.today)
                    .is_ok_and(|connection| draft.login_for(&connection).is_some()) =>
        {
            let dropped = Draft { login: None, ..*draft };
            (
                Stage::Drafting(Box::new(dropped)),
                effects,
                problem.or(Some(Problem::HandOverLoginDropped)),
            )
        }
        stage => (stage, effects, problem),
    }
}

pub(super) fn logging_in(
    connection: Connection,
    attempt: Token,
    basis: Basis,
    hand_over: Option<HandOverFile>,
    now: Now,
) -> Move {
    let approving = Approving {
        connection: connection.clone(),
        attempt: attempt.clone(),
        since: now.at,
        basis,
        hand_over,
    };
    let effect =
        Effect::LogIn { attempt, purpose: approving.purpose(), connection: Box::new(connection) };
    (Stage::Approving(Box::new(approving)), vec![effect], None)
}

pub(super) fn back(basis: &Basis) -> Stage {
    match basis {
        Basis::Own(draft) => Stage::Drafting(draft.clone()),
        Basis::HandedOver(received) => Stage::Reviewing(received.clone()),
    }
}

/// The login has succeeded. One to hand over goes into the file, and stays with the case until the
/// file is written. When somebody else than the representative seems to have logged in, nothing is
/// sent before that is explained.
pub(super) fn logged_in(approving: &Approving, evidence: Evidence, delivery: Token) -> Move {
    let connection = approving.connection.clone();
    if let Some(file) = approving.hand_over.clone() {
        let kept =
            Box::new(HandOverLogin { connection: connection.clone(), evidence: evidence.clone() });
        let stage = match back(&approving.basis) {
            Stage::Drafting(draft) => {
                Stage::Drafting(Box::new(Draft { login: Some(kept), ..*draft }))
            }
            other => other,
        };
        let effect = Effect::HandOver {
            file,
            connection: Box::new(connection),
            login: Some(Box::new(evidence)),
        };
        return (stage, vec![effect], None);
    }
    let approver = Approver::of(&evidence, &connection);
    if !approver.asks() {
        return approved(connection, evidence, approver, delivery);
    }
    let basis = approving.basis.clone();
    (
        Stage::Confirming(Box::new(Confirming { connection, evidence, approver, delivery, basis })),
        vec![],
        None,
    )
}

pub(super) fn approved(
    connection: Connection,
    evidence: Evidence,
    approver: Approver,
    delivery: Token,
) -> Move {
    let effect = Effect::Deliver { id: delivery.clone(), bundle: evidence.bundle.clone() };
    let delivery = Delivery::Sending { id: delivery, unknown_since: None };
    (
        Stage::Approved(Box::new(Approved {
            connection,
            evidence,
            approver,
            delivery,
            visit: None,
        })),
        vec![effect],
        None,
    )
}
