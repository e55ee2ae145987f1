//! A draft of a mail that was opened, as a case remembers it: to whom, and when.

use crate::Timestamp;

/// A mail about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MailTo {
    /// Whom it is to.
    pub to: Recipient,
    /// It reminds of an earlier one.
    pub reminder: bool,
}

/// Whom a mail is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Recipient {
    /// An administrator, by the place in the connection, from 0.
    Administrator(usize),
    /// The management representative.
    Representative,
}

/// A draft that was opened in the person's own mail program. Whether it was sent, nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenedDraft {
    /// Which.
    pub mail: MailTo,
    /// When.
    pub at: Timestamp,
}
