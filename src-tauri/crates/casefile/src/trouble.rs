//! Why a file is no case, and where: told without repeating a word of it, because what is wrong may be personal.

use crate::CaseFile;
use crate::object::Object;
use crate::text::LOOKS_LIKE_CPR;
use domain::person::looks_like_cpr;
use serde_json::error::Category;
use std::fmt;

/// Why a file cannot be read as a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no case at all, or holds what does not belong.
    #[error("larger than {} bytes", crate::LIMIT)]
    TooLarge,
    /// The bytes are not JSON: repair them, or name another file.
    #[error("not JSON ({place})")]
    NotJson {
        /// Where reading stopped.
        place: Place,
    },
    /// It is JSON, but not the case that `docs/case.schema.json` describes: repair the member that is named.
    #[error("{}{what} ({place})", named(.member))]
    NotACase {
        /// The member, e.g. `administrators[0].born`; empty for the whole.
        member: String,
        /// What is wrong with it, or what is expected there.
        what: String,
        /// Where reading stopped.
        place: Place,
    },
    /// A text looks like a CPR number: take it out.
    #[error("{}{LOOKS_LIKE_CPR} ({place})", named(.member))]
    Cpr {
        /// The member, e.g. `representative.name`.
        member: String,
        /// Where reading stopped.
        place: Place,
    },
}

/// A place in a file, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
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

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
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
            Self::NotJson { .. } => "not-json",
            Self::NotACase { .. } => "not-a-case",
            Self::Cpr { .. } => "cpr",
        }
    }

    /// The member that is wrong; empty where none is.
    pub fn member(&self) -> &str {
        match self {
            Self::TooLarge | Self::NotJson { .. } => "",
            Self::NotACase { member, .. } | Self::Cpr { member, .. } => member,
        }
    }

    /// Reads again what could not be read, this time keeping track of the member.
    pub(crate) fn of(json: &[u8]) -> Self {
        let mut deserializer = serde_json::Deserializer::from_slice(json);
        match serde_path_to_error::deserialize::<_, Object<CaseFile<'_>>>(&mut deserializer) {
            Err(error) => Self::told(&member(error.path()), error.inner()),
            // The case is whole, so something follows it.
            Ok(_) => {
                deserializer.end().map_or_else(|error| Self::told("", &error), |()| Self::told("", &serde::de::Error::custom("unreadable")))
            }
        }
    }

    fn told(member: &str, error: &serde_json::Error) -> Self {
        let place = Place { line: error.line(), column: error.column() };
        let said = error.to_string();
        match error.classify() {
            Category::Io | Category::Syntax | Category::Eof => Self::NotJson { place },
            Category::Data if said.starts_with(LOOKS_LIKE_CPR) => Self::Cpr { member: member.to_owned(), place },
            Category::Data => Self::NotACase { member: member.to_owned(), what: without_values(&said), place },
        }
    }
}

impl LooksLikeCpr {
    pub(crate) fn of(file: &CaseFile<'_>) -> Self {
        let mut track = serde_path_to_error::Track::new();
        let mut sink = serde_json::Serializer::new(std::io::sink());
        let failed = serde::Serialize::serialize(file, serde_path_to_error::Serializer::new(&mut sink, &mut track)).is_err();
        Self { member: if failed { member(&track.path()) } else { String::new() } }
    }
}

/// The path as people read it, without a name that somebody made up and that could be personal.
fn member(path: &serde_path_to_error::Path) -> String {
    let path = path.to_string();
    if path == "." || looks_like_cpr(&path) { String::new() } else { path }
}

/// What serde says, without the value that it met: only what is expected, or the name of a member.
fn without_values(said: &str) -> String {
    let said = said.rsplit_once(" at line ").map_or(said, |(said, _)| said);
    if said.starts_with("invalid ") || said.starts_with("unknown variant") {
        let expected = said.rsplit_once(", expected ").map_or("something else", |(_, expected)| expected);
        return format!("expected {expected}");
    }
    if looks_like_cpr(said) { "unknown field".to_owned() } else { said.to_owned() }
}
