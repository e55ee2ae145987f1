//! The outside world has its own clock. It is read here and nowhere else in the crate.

use jiff::Timestamp;

/// Now, by this machine's clock.
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
