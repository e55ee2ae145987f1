//! What people met with the same registers, brokers and files, tried on this program: a module for each kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod logins;
#[path = "../support/mod.rs"]
mod support;
