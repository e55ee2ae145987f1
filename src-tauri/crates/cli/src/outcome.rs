//! What came of it, and the exit code that says so.

use crate::words::{Words, plain};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What came of the input. The worse one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing stops.
    Fine,
    /// Evidence, or the pages of a receipt, cannot be judged: nobody said whom to trust, or the
    /// pages are of another edition. It was said how they can be.
    CannotJudge,
    /// A finding stops a connection, a number is not valid, or evidence does not prove enough.
    Stops,
    /// Something could not be read. It was said on stderr.
    Unreadable,
}

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The command asks for something that cannot be: ask otherwise.
    #[error("{0}")]
    Usage(Cow<'static, str>),
    /// What was typed is not what was asked for; in the language of the answer.
    #[error("{0}")]
    Typed(String),
    /// A file could not be opened or read.
    #[error("{}: {source}", path.display())]
    Input {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The input was read and is not what was asked for.
    #[error("{}: {why}", path.display())]
    Unreadable {
        /// As it was given.
        path: PathBuf,
        /// In the language of the answer.
        why: String,
    },
    /// A file could not be written, or is there already.
    #[error("{}: {why}", path.display())]
    Unwritten {
        /// Where it was to be.
        path: PathBuf,
        /// In the language of the answer, or what the system said.
        why: String,
    },
    /// The evidence proves nothing, so nothing is made of it.
    #[error("{}: {why}", path.display())]
    Unproven {
        /// As it was given.
        path: PathBuf,
        /// With the code of the reason.
        why: String,
    },
    /// The evidence cannot be judged, because nobody said whom to trust.
    #[error("{}: {why}", path.display())]
    CannotJudge {
        /// As it was given.
        path: PathBuf,
        /// With what can be done.
        why: String,
    },
    /// The result could not be written.
    #[error("{0}")]
    Output(#[from] io::Error),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::CannotJudge => Self::from(4),
            Outcome::Stops => Self::from(1),
            Outcome::Unreadable => Self::from(3),
        }
    }
}

impl Error {
    /// A file could not be read.
    pub fn input(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        |source| Self::Input { path, source }
    }

    /// Says it on stderr. Whoever reads the result may stop reading at any time: that is no trouble
    /// of theirs or ours.
    pub fn report(self, words: &Words) -> ExitCode {
        match &self {
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Output(error) => {
                say(&format_args!("{}: {}", words.get("cli-not-written"), words.system(error)))
            }
            Self::Input { path, source } => {
                say(&format_args!("{}: {}", path.display(), words.system(source)))
            }
            Self::Usage(_)
            | Self::Typed(_)
            | Self::Unreadable { .. }
            | Self::Unwritten { .. }
            | Self::Unproven { .. }
            | Self::CannotJudge { .. } => say(&self),
        }
        ExitCode::from(match self {
            Self::Unproven { .. } => 1,
            Self::Usage(_) | Self::Typed(_) => 2,
            Self::CannotJudge { .. } => 4,
            Self::Input { .. }
            | Self::Unreadable { .. }
            | Self::Unwritten { .. }
            | Self::Output(_) => 3,
        })
    }
}

/// One line on stderr. Where nobody listens, nothing is said.
pub fn say(what: &impl Display) {
    writeln!(io::stderr(), "tilslut-cli: {what}").unwrap_or_default();
}

/// Names on stderr what was left out of a case, because no CPR number is ever read. The rest was
/// read.
pub fn say_left_out(members: &[String], place: &impl Display, words: &Words) {
    for member in members {
        let why = words.get("cli-left-out-of-case");
        say(&format_args!("{place}: {} {why}", plain(member)));
    }
}
