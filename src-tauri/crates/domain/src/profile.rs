//! What a live profile lacks: the same answer from every part of the program that reads a table of
//! it.

/// Why a text is not a whole live profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileIncomplete {
    /// It is not TOML, or a field has another type or name than a profile has.
    #[error("the profile cannot be read at line {line}")]
    Unreadable {
        /// The line, counted from 1.
        line: usize,
    },
    /// Fields are missing, or their values cannot be used.
    #[error("the profile lacks {missing:?} and cannot use {unusable:?}")]
    Fields {
        /// The fields that are missing, such as `broker.issuer`.
        missing: Vec<String>,
        /// The fields with values that cannot be used.
        unusable: Vec<String>,
    },
}

impl ProfileIncomplete {
    /// The text cannot be read from this byte on.
    pub fn unreadable_from(text: &str, byte: usize) -> Self {
        Self::Unreadable { line: 1 + text.bytes().take(byte).filter(|b| *b == b'\n').count() }
    }

    /// What a person must look at: fields by their names, or a line of `file`.
    pub fn places(self, file: &str) -> Vec<String> {
        match self {
            Self::Unreadable { line } => vec![format!("{file}:{line}")],
            Self::Fields { missing, unusable } => missing.into_iter().chain(unusable).collect(),
        }
    }
}
