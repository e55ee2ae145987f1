//! Tilslut without its window: the shell library, a desktop that answers from a script, and a
//! person at the broker's pages.

#![allow(dead_code, unused_imports, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answers;
mod broker;
mod desktop;
pub mod guided;
mod handing_over;
mod installation;
mod key_store;
pub mod mails;
pub mod name_server;
pub mod pdf;
mod running;
mod steps;

pub use answers::{administrators, born, organisation};
pub use broker::{
    answer_at_the_broker, at_the_broker, callback_with_another_state, fetch, redirect_of,
};
pub use desktop::ScriptedDesktop;
pub use installation::Installation;
pub use key_store::Question;
pub use running::Tilslut;
pub use steps::{found, given};

use std::time::Duration;

/// Longer than anything here may take; a test that reaches it has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The main practice example: an ApS whose director is Mette Lindegaard Krogh.
pub const NORDLYS: &str = "13748136";

/// Its director, whom MitID practice lets log in as `mette`.
pub const METTE: &str = "Mette Lindegaard Krogh";
