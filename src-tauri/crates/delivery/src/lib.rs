//! Out of the house: one POST of the evidence to a receiver, which may be repeated without harm.
//!
//! # Protocol
//! `POST` to the receiver's address, `Content-Type: application/json`, `Idempotency-Key: <id of the
//! delivery>`, the evidence bundle as the body, byte for byte. The receiver answers
//! - `200` or `201` with `tilslut/delivery-answer/v1`: it has the case;
//! - `422` with `tilslut/delivery-refusal/v1`: it refuses the case, and says why.
//!
//! The same id again gets the same answer, so an unknown outcome is settled by asking again. The
//! one thing that this crate must never do is to call a delivery "not sent" that may have arrived.

mod answer;
mod endpoint;

pub use endpoint::{Endpoint, Unconfigured};
