//! The delivery of what was approved, and what is known of it.

use super::event::{Effect, Move};
use crate::Timestamp;
use crate::delivery::{Delivery, DeliveryOutcome, Token};
use crate::problem::Problem;
use crate::stage::{Approved, Now, Stage};

/// The delivery once more, under its own id. `restored` is when it was found on its way after a
/// restart.
pub(super) fn sending(approved: &Approved, restored: Option<Timestamp>) -> Option<Move> {
    let (id, unknown_since) = match &approved.delivery {
        Delivery::Sending { id, unknown_since } => (id, unknown_since.or(restored)),
        Delivery::Unknown { id, since } => (id, Some(*since)),
        Delivery::NotSent { id } | Delivery::NoReceiver { id } => (id, None),
        Delivery::Refused { .. } | Delivery::Accepted(_) => return None,
    };
    let effect = Effect::Deliver { id: id.clone(), bundle: approved.evidence.bundle.clone() };
    let delivery = Delivery::Sending { id: id.clone(), unknown_since };
    Some((Stage::Approved(Box::new(Approved { delivery, ..approved.clone() })), vec![effect], None))
}

pub(super) fn delivered(
    approved: &Approved,
    id: Token,
    outcome: DeliveryOutcome,
    now: Now,
) -> Move {
    let unknown_since = match &approved.delivery {
        Delivery::Sending { unknown_since, .. } => *unknown_since,
        _ => None,
    };
    let (delivery, problem) = match outcome {
        DeliveryOutcome::Accepted(accepted) => (Delivery::Accepted(accepted), None),
        DeliveryOutcome::Refused(reason) => {
            (Delivery::Refused { id, reason }, Some(Problem::ReceiverRefused))
        }
        DeliveryOutcome::NotSent => match unknown_since {
            // Not reaching the receiver now says nothing about the time before.
            Some(since) => (Delivery::Unknown { id, since }, Some(Problem::ReceiverUnknown)),
            None => (Delivery::NotSent { id }, Some(Problem::ReceiverDown)),
        },
        DeliveryOutcome::NoReceiver => match unknown_since {
            // It may have been sent while there was one.
            Some(since) => (Delivery::Unknown { id, since }, Some(Problem::ReceiverUnknown)),
            None => (Delivery::NoReceiver { id }, None),
        },
        DeliveryOutcome::Unknown => (
            Delivery::Unknown { id, since: unknown_since.unwrap_or(now.at) },
            Some(Problem::ReceiverUnknown),
        ),
    };
    (Stage::Approved(Box::new(Approved { delivery, ..approved.clone() })), vec![], problem)
}
