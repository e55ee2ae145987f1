//! What people met with the same registers, brokers and files: one row a case, read from the files
//! in this directory, in a module for each kind. Every person and number in them is invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod files;
mod kept;
mod logins;
mod registers;
#[path = "../support/mod.rs"]
mod support;
