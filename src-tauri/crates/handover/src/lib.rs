//! From reporter to representative: one encrypted file, and six words told by phone that open it.
//!
//! # Flow
//! [`words()`] draws the words, [`seal`] encrypts the request and its documents with them,
//! [`write()`] puts the file where the person wants it under [`file_name`], [`open`] reads it back
//! on the other machine. Nothing passes through a server: the file travels by e-mail or on a stick,
//! the words by voice.
//!
//! The file is in the age format (age-encryption.org/v1) with one scrypt recipient, so that it can
//! be opened without Tilslut by anyone who has the words. What lies inside is told in
//! `container.rs`.

mod container;
mod document;
mod file;
mod on_disk;
mod words;

pub use document::Document;
pub use file::{HandedOver, open, read, seal};
pub use on_disk::{file_name, safe_name, write};
pub use words::{NoRandomness, spelled, words};

use domain::problem::Problem;

/// Why a hand-over file was not made or not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Error {
    /// The words do not open the file: ask for them again.
    #[error("the words do not open the file")]
    WrongWords,
    /// Not a hand-over file, damaged, or made by a newer version: ask for the file again.
    #[error("not a hand-over file that can be read")]
    Unreadable,
    /// A text in the file is one that nobody could type; the problem names it. Ask the reporter for
    /// a new file.
    #[error("a text that is not accepted ({})", .problem.code())]
    NotAccepted {
        /// What kind of text.
        problem: Problem,
        /// Which administrator's, from one on.
        administrator: Option<u32>,
    },
    /// The file belongs to the other environment.
    #[error("the file belongs to the other environment")]
    OtherEnvironment,
    /// The file cannot be written there: choose another folder.
    #[error("the file cannot be written there")]
    NotWritten,
    /// The disk is full: make room.
    #[error("the disk is full")]
    DiskFull,
}

impl From<Error> for Problem {
    fn from(trouble: Error) -> Self {
        match trouble {
            Error::WrongWords => Self::HandoverWrongWords,
            Error::Unreadable => Self::HandoverUnreadable,
            Error::NotAccepted { problem, .. } => problem,
            Error::OtherEnvironment => Self::HandoverOtherEnvironment,
            Error::NotWritten => Self::FileNotWritten,
            Error::DiskFull => Self::DiskFull,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_is_a_problem_of_its_own() {
        for (trouble, problem) in [
            (Error::WrongWords, Problem::HandoverWrongWords),
            (Error::Unreadable, Problem::HandoverUnreadable),
            (
                Error::NotAccepted { problem: Problem::HandoverReporterEmail, administrator: None },
                Problem::HandoverReporterEmail,
            ),
            (Error::OtherEnvironment, Problem::HandoverOtherEnvironment),
            (Error::NotWritten, Problem::FileNotWritten),
            (Error::DiskFull, Problem::DiskFull),
        ] {
            assert_eq!(Problem::from(trouble), problem);
        }
    }
}
