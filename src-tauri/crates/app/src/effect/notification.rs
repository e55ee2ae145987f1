//! A notification that the system is to show.

use jiff::civil::Date;

/// A notification.
#[derive(Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// The day that it is of.
    pub day: Date,
}

/// A name may stand in it.
impl std::fmt::Debug for Notification {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notification({})", self.day)
    }
}
