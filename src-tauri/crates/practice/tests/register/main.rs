//! The practice register, asked over real sockets: what it answers, about whom, and how they are
//! found.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answers; // the shape of an answer, and the faults
mod asking; // asks, and reads roles from what is answered
mod names; // the search by name
mod organisations; // somebody for every form, every state and every role
