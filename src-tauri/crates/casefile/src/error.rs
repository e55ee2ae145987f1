//! Why a file is no case, and where: told without repeating a word of it, because what is wrong may
//! be personal.

use crate::CaseFile;
use crate::object::Object;
use crate::text::LOOKS_LIKE_CPR;
use domain::cpr::looks_like_cpr;
use domain::encoding::NotText;
use serde_json::error::Category;
use std::fmt;

/// Why a file cannot be read as a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no case at all, or holds what does not belong.
    #[error("larger than {} bytes", crate::LIMIT)]
    TooLarge,
    /// The bytes are no text: save the file as UTF-8.
    #[error("not text: {0}")]
    NotText(NotText),
    /// The bytes are not JSON: repair them, or name another file.
    #[error("not JSON ({place})")]
    NotJson {
        /// Where reading stopped.
        place: Position,
    },
    /// It is JSON, but not the case that `docs/case.schema.json` describes: repair the member that
    /// is named.
    #[error("{}{what} ({place})", named(.member))]
    NotACase {
        /// The member, e.g. `administrators[0].born`; empty for the whole.
        member: String,
        /// What is wrong with it, or what is expected there.
        what: Wrong,
        /// Where reading stopped.
        place: Position,
    },
    /// A text looks like a CPR number: take it out.
    #[error("{}{LOOKS_LIKE_CPR} ({place})", named(.member))]
    Cpr {
        /// The member, e.g. `representative.name`.
        member: String,
        /// Where reading stopped.
        place: Position,
    },
}

/// What is wrong with a member of a case: in English as it stands, and told apart for whoever says
/// it in another language. No value of the file is in it, but names of members may be somebody's
/// own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A member that must be there is not.
    Missing {
        /// Its name.
        member: String,
    },
    /// A member that does not belong there.
    Unknown {
        /// Its name; empty where it is not repeated.
        member: String,
        /// Which may be there, e.g. "one of `name`, `email`"; empty where that is not told.
        expected: String,
    },
    /// A member comes twice.
    Twice {
        /// Its name.
        member: String,
    },
    /// Something else is expected there.
    Expected(String),
    /// What the reader of JSON says.
    Said(String),
}

/// A place in a file, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column, in bytes.
    pub column: usize,
}

/// A text of a case looks like a CPR number, so the case is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{LOOKS_LIKE_CPR}", named(.member))]
pub struct LooksLikeCpr {
    /// The member that holds it, e.g. `administrators[0].name`.
    pub member: String,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { member } => write!(f, "missing field `{member}`"),
            Self::Unknown { member, .. } if member.is_empty() => f.write_str("unknown field"),
            Self::Unknown { member, expected } if expected.is_empty() => {
                write!(f, "unknown field `{member}`")
            }
            Self::Unknown { member, expected } => {
                write!(f, "unknown field `{member}`, expected {expected}")
            }
            Self::Twice { member } => write!(f, "duplicate field `{member}`"),
            Self::Expected(what) => write!(f, "expected {what}"),
            Self::Said(said) => f.write_str(said),
        }
    }
}

fn named(member: &str) -> String {
    if member.is_empty() { String::new() } else { format!("{member}: ") }
}

impl Unreadable {
    /// The stable code of the reason, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText(_) => "not-text",
            Self::NotJson { .. } => "not-json",
            Self::NotACase { .. } => "not-a-case",
            Self::Cpr { .. } => "cpr",
        }
    }

    /// The member that is wrong; empty where none is.
    pub fn member(&self) -> &str {
        match self {
            Self::TooLarge | Self::NotText(_) | Self::NotJson { .. } => "",
            Self::NotACase { member, .. } | Self::Cpr { member, .. } => member,
        }
    }

    /// Reads again what could not be read, this time keeping track of the member.
    pub(crate) fn of(json: &[u8]) -> Self {
        let mut deserializer = serde_json::Deserializer::from_slice(json);
        match serde_path_to_error::deserialize::<_, Object<CaseFile<'_>>>(&mut deserializer) {
            Err(error) => Self::told(&member(error.path()), error.inner()),
            // The case is whole, so something follows it.
            Ok(_) => deserializer.end().map_or_else(
                |error| Self::told("", &error),
                |()| Self::told("", &serde::de::Error::custom("unreadable")),
            ),
        }
    }

    fn told(member: &str, error: &serde_json::Error) -> Self {
        let place = Position { line: error.line(), column: error.column() };
        let said = error.to_string();
        match error.classify() {
            Category::Io | Category::Syntax | Category::Eof => Self::NotJson { place },
            Category::Data if said.starts_with(LOOKS_LIKE_CPR) => {
                Self::Cpr { member: member.to_owned(), place }
            }
            Category::Data => {
                Self::NotACase { member: member.to_owned(), what: Wrong::of(&said), place }
            }
        }
    }
}

impl LooksLikeCpr {
    pub(crate) fn of(file: &CaseFile<'_>) -> Self {
        let mut track = serde_path_to_error::Track::new();
        let mut sink = serde_json::Serializer::new(std::io::sink());
        let failed = serde::Serialize::serialize(
            file,
            serde_path_to_error::Serializer::new(&mut sink, &mut track),
        )
        .is_err();
        Self { member: if failed { member(&track.path()) } else { String::new() } }
    }
}

/// The path as people read it, without a name that somebody made up and that could be personal.
fn member(path: &serde_path_to_error::Path) -> String {
    let path = path.to_string();
    if path == "." || looks_like_cpr(&path) { String::new() } else { path }
}

impl Wrong {
    /// What serde says, without the value that it met: only what is expected, or the name of a
    /// member.
    fn of(said: &str) -> Self {
        let said = said.rsplit_once(" at line ").map_or(said, |(said, _)| said);
        if said.starts_with("invalid ") || said.starts_with("unknown variant") {
            let expected =
                said.rsplit_once(", expected ").map_or("something else", |(_, expected)| expected);
            return Self::Expected(expected.to_owned());
        }
        if looks_like_cpr(said) {
            return Self::Unknown { member: String::new(), expected: String::new() };
        }
        let quoted = |begin: &str| {
            said.strip_prefix(begin)?
                .strip_prefix('`')?
                .rsplit_once('`')
                .map(|(member, _)| member.to_owned())
        };
        if let Some(member) = quoted("missing field ") {
            return Self::Missing { member };
        }
        if let Some(member) = quoted("duplicate field ") {
            return Self::Twice { member };
        }
        // The name is somebody's own and may hold anything; what is expected is the reader's, and
        // comes last.
        match said.strip_prefix("unknown field `").and_then(|rest| rest.rsplit_once("`, expected "))
        {
            Some((member, expected)) => {
                Self::Unknown { member: member.to_owned(), expected: expected.to_owned() }
            }
            None => Self::Said(said.to_owned()),
        }
    }
}
