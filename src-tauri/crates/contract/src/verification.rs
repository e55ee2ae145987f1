//! What came of checking a file. Nothing of the file crosses to the window but what it says was
//! approved.

use crate::approval::{LevelName, LoginName};
use crate::{EnvironmentName, names};
use domain::approval::Purpose;
use domain::verification as domain_verification;
use serde::Serialize;

names! {
    /// The kinds of files that can be checked.
    FileKindName = domain_verification::FileKind { Receipt, Evidence, HandOver }
}
names! {
    /// The verdict in one word.
    ConclusionName = domain_verification::Conclusion {
        Genuine, TextNotProven, NotAnchored, Changed, NotProven, OtherEnvironment, NotOurs, Sealed,
    }
}

/// A file that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// The name of the file.
    pub file: String,
    /// What kind of file it is.
    pub kind: Option<FileKindName>,
    /// The verdict.
    pub conclusion: ConclusionName,
    /// What the file says was approved. To be relied on only when the conclusion says so.
    pub summary: Option<BundleSummary>,
    /// Every check.
    pub checks: Vec<CheckResult>,
    /// When it was checked.
    pub at: String,
}

/// What a file says was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BundleSummary {
    /// Practice or live.
    pub environment: EnvironmentName,
    /// The organisation.
    pub organisation: String,
    /// The CVR number in pairs.
    pub cvr: String,
    /// How many administrators.
    pub administrators: u32,
    /// The login was to hand over, so the code is that of a hand-over.
    pub hands_over: bool,
    /// The control code.
    pub code: Vec<String>,
    /// Who logged in, when that is proven.
    pub approver: Option<LoginName>,
    /// When, when that is proven.
    pub approved: Option<String>,
    /// How much is proven.
    pub level: Option<LevelName>,
    /// The receipt number, on a receipt.
    pub number: Option<u64>,
}

/// One check: `check-<code>` is its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckResult {
    /// Which.
    pub check: String,
    /// It holds; it does not; or nothing can be said.
    pub passed: Option<bool>,
    /// The technical value that was looked at.
    pub detail: String,
}

/// A file that was checked, for the window.
pub fn verification(it: &domain_verification::Verification) -> Verification {
    Verification {
        file: it.file.clone(),
        kind: it.kind.map(FileKindName::from),
        conclusion: it.conclusion.into(),
        summary: it.told.as_ref().map(|told| BundleSummary {
            environment: told.environment.into(),
            organisation: told.organisation.clone(),
            cvr: told.cvr.in_pairs(),
            administrators: u32::try_from(told.administrators).unwrap_or(u32::MAX),
            hands_over: told.purpose == Purpose::HandOver,
            code: told.code.groups().map(str::to_owned).to_vec(),
            approver: told.approver.as_ref().map(LoginName::from),
            approved: told.approved_at.map(|at| at.to_string()),
            level: told.level.map(LevelName::from),
            number: told.number,
        }),
        checks: it
            .checks
            .iter()
            .map(|tried| CheckResult {
                check: tried.check.to_owned(),
                passed: tried.passed,
                detail: tried.detail.clone(),
            })
            .collect(),
        at: it.at.to_string(),
    }
}
