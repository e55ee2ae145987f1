//! What a login leaves behind: the evidence, and how much it proves.

use crate::Timestamp;
use crate::approver::{Authority, LoginName};
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
