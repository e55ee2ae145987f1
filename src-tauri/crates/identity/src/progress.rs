//! What a person is told while the login is under way, and the one thing that is asked back.

use domain::Timestamp;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Notify;

/// What a person is told while the login is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// The computer's clock is more than five minutes from the broker's. No browser has been
    /// opened, and none is before the person has said so. Told once at the most, and first.
    ClockOff(ClockOff),
    /// The browser has been opened, or could not be: the login waits for the person. Told once, and
    /// before what follows.
    Waiting(Waiting),
    /// A browser tried to come back encrypted, which the loopback port does not speak (RFC 8252
    /// §7.3): the login still waits, and the person has to help. Told each time, as below.
    Https,
    /// An answer came that belongs to another login; it was turned away in the browser, and this
    /// login still waits. Told each time, but for those of a flood. Any program on the machine can
    /// cause it, so it says nothing about the login, and nothing that was sent.
    OtherAnswer,
}

/// A clock that is wrong, and the word to go on all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockOff {
    /// How far the broker's clock is ahead of the computer's, in seconds; negative where the
    /// computer's is ahead.
    pub offset: i64,
    /// Goes on.
    pub go_on: GoOn,
}

/// The word of a person to go on. Saying it twice, or after the login has ended, does nothing.
#[derive(Clone, Default)]
pub struct GoOn(Arc<Notify>);

impl GoOn {
    /// Says it.
    pub fn anyway(&self) {
        self.0.notify_one();
    }

    pub(crate) async fn confirmed(&self) {
        self.0.notified().await;
    }
}

/// Two are one when they belong to the same login.
impl PartialEq for GoOn {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for GoOn {}

impl fmt::Debug for GoOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GoOn")
    }
}

/// A login that waits for the person.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The address of the login, to copy into another browser. It belongs to this login only and is
    /// not to be kept.
    pub link: String,
    /// The host that the browser goes to.
    pub host: String,
    /// The text that the MitID app shows.
    pub reference_text: String,
    /// When the login is given up.
    pub until: Timestamp,
    /// The browser could not be opened: the link must be copied.
    pub browser_failed: bool,
}

/// The link holds `state`, so it is not printed.
impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("link", &"…")
            .field("host", &self.host)
            .field("until", &self.until)
            .field("browser_failed", &self.browser_failed)
            .finish_non_exhaustive()
    }
}
