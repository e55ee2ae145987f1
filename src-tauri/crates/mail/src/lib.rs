//! The official receipt mail, read and its signature checked; the drafts that a person sends with
//! a mail program of their own; deadlines as a calendar file.
//!
//! # Flow
//! [`read()`] takes the bytes of a file apart into a [`Mail`] of safe text. [`matching::find`] says
//! which organisation it speaks of, and [`dkim::verify`] what its signatures are worth: two
//! answers that are never merged. The key of a signature is an input of the verification, so that
//! it can be checked again years later; [`key::ask`] asks the DNS for it, once and only when
//! called. [`official::reading`] is all of that for a mail that a case keeps. [`draft::Draft`] and
//! [`calendar::calendar`] make the two kinds of file that go out.
//!
//! A mail is another party's work, so everything in it is doubted: its size, its structure and the
//! characters of every text. Nothing in it is opened, drawn or fetched.
//!
//! In reading order: `safe`, `message` with `eml` and `msg`, `read`;
//! `matching`; `dkim`, `key`; `official`; and apart from them `draft` and `calendar`.

pub mod calendar;
pub mod dkim;
pub mod draft;
mod eml;
pub mod key;
pub mod matching;
mod message;
mod msg;
pub mod official;
mod read;
mod safe;

pub use message::{Attachment, Format, Mail, MailInside, Mailbox, Oddity, TextFrom};
pub use read::{Content, read};

use domain::problem::Problem;

/// The largest file that is read, in bytes.
pub const FILE_MAX: usize = 25 * 1024 * 1024;

/// Why a file was not read as a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Error {
    /// It is larger than [`FILE_MAX`]: save the mail without its attachments.
    #[error("the file is too large")]
    TooLarge,
    /// Neither a mail nor an Outlook message: choose another file.
    #[error("not a mail")]
    NotAMail,
    /// A mail that broke off or was changed so that it cannot be read: save it anew.
    #[error("a damaged mail")]
    Damaged,
    /// More parts, headers or mails inside mails than any receipt has: it is not read.
    #[error("a mail with too many parts")]
    TooManyParts,
}

impl From<Error> for Problem {
    fn from(trouble: Error) -> Self {
        match trouble {
            Error::TooLarge => Self::MailTooLarge,
            Error::NotAMail => Self::MailKind,
            Error::Damaged => Self::MailDamaged,
            Error::TooManyParts => Self::MailTooManyParts,
        }
    }
}
