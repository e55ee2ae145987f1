//! What a login leaves behind: the evidence, and how much it proves.

use crate::Timestamp;
use crate::control_code::ControlCode;

/// What a person logs in for. It is part of what is signed, so that a login for one thing never
/// passes for a login for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The management representative approves the connection.
    Approval,
    /// The reporter hands over what was prepared, and shows who that is. It approves nothing.
    HandOver,
}

/// The evidence of a login and what its verification said when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The bundle (`tilslut-evidence.json`), byte for byte.
    pub bundle: Vec<u8>,
    /// The level found.
    pub level: Level,
    /// Who logged in, as the broker says.
    pub approver: LoginName,
    /// When, as the broker says (`iat` of the ID token).
    pub approved_at: Timestamp,
    /// The control code of what was approved or handed over.
    pub control_code: ControlCode,
    /// What the broker says about whom the person may represent.
    pub authority: Authority,
    /// How many seconds the broker's clock was ahead of the computer's, where that was found;
    /// negative where the computer's was ahead.
    pub clock_offset: Option<i64>,
}

/// Who logged in, as far as the broker tells. A person with name and address protection has no name
/// in MitID's answer; the approval is theirs all the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LoginName {
    /// The name in MitID.
    Given(String),
    /// No name is told, and the broker says why: name and address are protected.
    Protected,
    /// No name is told.
    NotGiven,
}

/// A name.
impl From<&str> for LoginName {
    fn from(name: &str) -> Self {
        Self::Given(name.to_owned())
    }
}

impl LoginName {
    /// The name, where one is told.
    pub fn given(&self) -> Option<&str> {
        match self {
            Self::Given(name) => Some(name),
            Self::Protected | Self::NotGiven => None,
        }
    }
}

/// What the broker says about whom the person may represent (`oidc.md` §3). It covers few
/// organisations, so silence means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Authority {
    /// Nothing.
    #[default]
    Untold,
    /// The organisation of the case.
    Confirmed,
    /// Another organisation than that of the case, or none.
    Other,
}

/// How much an evidence bundle proves (DESIGN §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The broker's long-lived transaction token, with matching text.
    A,
    /// An ID token under an anchored key, with matching text.
    B,
    /// As B, but no echo of the text: what was shown is not proven.
    C,
    /// Unchanged, but the issuer's key is not anchored.
    D,
}
