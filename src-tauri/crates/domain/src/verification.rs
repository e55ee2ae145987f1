//! What came of checking a file that a person dropped on the window: a verdict in one word, and
//! every check.
//!
//! Whoever checks has read the file; here is only what the window may tell of it.

use crate::approval::{Level, Purpose};
use crate::approver::LoginName;
use crate::case::CaseId;
use crate::control_code::ControlCode;
use crate::cvr::CvrNumber;
use crate::{Environment, Timestamp};

/// A file that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The name of the file, without its folder.
    pub file: String,
    /// What kind of file it is; none when it is none of ours.
    pub kind: Option<FileKind>,
    /// The verdict.
    pub conclusion: Conclusion,
    /// What the file says was approved. Only [`Conclusion::is_whole`] makes it more than what the
    /// file says.
    pub told: Option<BundleSummary>,
    /// Every check, in the order in which they are made.
    pub checks: Vec<CheckResult>,
    /// SHA-256 of the evidence bundle, for the short proof on paper.
    pub bundle_sha256: Option<[u8; 32]>,
    /// When it was checked.
    pub at: Timestamp,
}

/// The kinds of files that can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A receipt (PDF).
    Receipt,
    /// An evidence bundle (JSON).
    Evidence,
    /// A hand-over file.
    HandOver,
}

/// The verdict in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// Levels A and B: unchanged, from an anchored issuer, and the text was shown.
    Genuine,
    /// Level C: as [`Conclusion::Genuine`], but what was shown is not proven.
    TextNotProven,
    /// Unchanged as far as can be seen, but nobody vouches for who made it: the issuer, or its key,
    /// is not anchored.
    NotAnchored,
    /// It was made by Tilslut and changed afterwards, or put together from pieces.
    Changed,
    /// It is whole, and does not prove an approval: the login was too weak, or its times contradict
    /// each other.
    NotProven,
    /// It belongs to the other environment, whose issuers are not known here.
    OtherEnvironment,
    /// It was not made by Tilslut.
    NotOurs,
    /// A hand-over file: what is in it can be seen only with its words.
    Sealed,
}

/// What a file says was approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleSummary {
    /// Practice or live.
    pub environment: Environment,
    /// The case.
    pub case: CaseId,
    /// The organisation's name.
    pub organisation: String,
    /// Its CVR number.
    pub cvr: CvrNumber,
    /// How many administrators.
    pub administrators: usize,
    /// What the login was for, as the file says.
    pub purpose: Purpose,
    /// The code of the request: a control code, or of a hand-over its own.
    pub code: ControlCode,
    /// Who logged in, as far as the broker tells; none when nothing of it is proven.
    pub approver: Option<LoginName>,
    /// When; none when that is not proven.
    pub approved_at: Option<Timestamp>,
    /// How much the evidence proves; none when it proves nothing.
    pub level: Option<Level>,
    /// The receipt number, on a receipt.
    pub number: Option<u64>,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// Which: a stable code.
    pub check: &'static str,
    /// It holds; it does not; or nothing can be said.
    pub passed: Option<bool>,
    /// The technical value that was looked at; empty when there is none.
    pub detail: String,
}

impl Conclusion {
    /// What the file says can be relied on.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Genuine | Self::TextNotProven)
    }
}
