//! What becomes of an approved case outside the house. "Unknown" is a state with a way out, never
//! shown as failed.

use crate::Timestamp;

/// Names one attempt to log in, or one delivery: made once, so that a repeat is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Token(pub String);

/// What has become of a delivery. Its id was made once, so a repeat is harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// On its way.
    Sending {
        /// Names the delivery to the receiver.
        id: Token,
        /// It may have been received before, since then: not reaching the receiver now does not
        /// unsay that.
        unknown_since: Option<Timestamp>,
    },
    /// Not sent: the receiver could not be reached.
    NotSent {
        /// Names the delivery to the receiver.
        id: Token,
    },
    /// There is no receiver to send it to: the agreement is concluded on the official site.
    NoReceiver {
        /// Would name the delivery to a receiver.
        id: Token,
    },
    /// It is not known whether the receiver has it. Asking again with the same id settles it.
    Unknown {
        /// Names the delivery to the receiver.
        id: Token,
        /// Since when.
        since: Timestamp,
    },
    /// The receiver refused it.
    Refused {
        /// Names the delivery to the receiver.
        id: Token,
        /// The receiver's own reason, as text.
        reason: String,
    },
    /// The receiver has it.
    Accepted(Accepted),
}

/// The receiver's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The delivery.
    pub id: Token,
    /// The receiver's case number.
    pub case_number: String,
    /// When the receiver took it.
    pub at: Timestamp,
    /// The e-mails that the receiver says it has sent.
    pub mails: Vec<Mail>,
}

/// An e-mail that the receiver has sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// What it is.
    pub kind: MailKind,
    /// The address it went to.
    pub to: String,
    /// When.
    pub at: Timestamp,
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// The two kinds of e-mail of the connection (`domain.md` §1.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailKind {
    /// Receipt to the representative.
    Receipt,
    /// Set-up link to an administrator.
    SetUpLink,
}

/// What came of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryOutcome {
    /// The receiver has it.
    Accepted(Accepted),
    /// The receiver refused it.
    Refused(String),
    /// The receiver was certainly not reached.
    NotSent,
    /// There is none.
    NoReceiver,
    /// It is not known.
    Unknown,
}

impl Delivery {
    /// The id under which the delivery can still be tried or asked about; none once it is settled.
    pub fn id(&self) -> Option<&Token> {
        match self {
            Self::Sending { id, .. }
            | Self::NotSent { id }
            | Self::NoReceiver { id }
            | Self::Unknown { id, .. } => Some(id),
            Self::Refused { .. } | Self::Accepted(_) => None,
        }
    }
}
