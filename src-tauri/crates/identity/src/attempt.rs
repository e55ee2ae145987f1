//! One attempt to log in, as every stage of it has it: what is asked for, of whom, and by which
//! clocks.

use crate::client::Client;
use crate::clock::{Clock, Clocks, Stopwatch};
use domain::Timestamp;
use jiff::SignedDuration;

/// What the login must come back with.
pub(crate) struct Asked {
    pub(crate) nonce: String,
    /// The reference text; empty when none is shown.
    pub(crate) text: String,
    /// What comes of it is kept, so its time matters.
    pub(crate) is_kept: bool,
}

/// What is asked for, and of whom.
pub(crate) struct Attempt<'a> {
    pub(crate) client: Client<'a>,
    pub(crate) asked: Asked,
    pub(crate) clock: &'a dyn Clock,
    pub(crate) started: Timestamp,
    pub(crate) watch: Stopwatch,
    /// How far the broker's clock is ahead of the computer's, where it tells.
    pub(crate) offset: Option<SignedDuration>,
}

impl Attempt<'_> {
    /// What time it is at the broker, as far as it tells.
    pub(crate) fn corrected(&self) -> Timestamp {
        let now = self.clock.now();
        self.offset.and_then(|offset| now.checked_add(offset).ok()).unwrap_or(now)
    }

    /// When the login was, as far as any clock tells.
    pub(crate) fn clocks(&self) -> Clocks {
        Clocks {
            started: self.started,
            now: self.clock.now(),
            passed: self.watch.passed(),
            offset: self.offset,
        }
    }
}
