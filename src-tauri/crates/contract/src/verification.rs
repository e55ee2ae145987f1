//! What came of checking a file. Nothing of the file crosses to the window but what it says was
//! approved.

use crate::approval::{LevelName, LoginName};
use crate::{EnvironmentName, names};
use domain::approval::Purpose;
use domain::verification::{self as domain_verification, Pages, PagesDoubt};
use serde::Serialize;

names! {
    /// The kinds of files that can be checked.
    FileKindName = domain_verification::FileKind { Receipt, Evidence, HandOver }
}
names! {
    /// The verdict in one word.
    ConclusionName = domain_verification::Conclusion {
        Genuine, TextNotProven, NotAnchored, Changed, NotProven, CannotJudge, OtherEnvironment,
        NotOurs, Sealed,
    }
}
/// Whether the pages of a receipt are as they were made, and why that cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PagesName {
    /// They are what Tilslut makes of the evidence, byte for byte.
    AsMade,
    /// Another program has saved the file; what is read is the same.
    ReSaved,
    /// Something that is read is another.
    Changed,
    /// Not judged: the evidence proves nothing here.
    NoEvidence,
    /// Not judged: another version of Tilslut makes such pages.
    OtherEdition,
    /// Not judged: the maker trusted others.
    OtherTrust,
    /// Not judged: another program has drawn them.
    DrawnAnew,
}

impl From<Pages> for PagesName {
    fn from(pages: Pages) -> Self {
        match pages {
            Pages::AsMade => Self::AsMade,
            Pages::ReSaved => Self::ReSaved,
            Pages::Changed => Self::Changed,
            Pages::CannotJudge(PagesDoubt::NoEvidence) => Self::NoEvidence,
            Pages::CannotJudge(PagesDoubt::OtherEdition) => Self::OtherEdition,
            Pages::CannotJudge(PagesDoubt::OtherTrust) => Self::OtherTrust,
            Pages::CannotJudge(PagesDoubt::DrawnAnew) => Self::DrawnAnew,
        }
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
    /// What the evidence in it proves.
    pub conclusion: ConclusionName,
    /// Whether the pages are as they were made: the other answer, never merged with the first.
    pub pages: Option<PagesName>,
    /// Why nothing in it can be verified: `refused-<code>` and `refused-<code>-text` are its texts.
    pub refused: Option<String>,
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
    /// The representative's name.
    pub representative: String,
    /// Every administrator, to compare with the page.
    pub administrators: Vec<SummaryAdministrator>,
    /// The title of the terms.
    pub terms: String,
    /// The day on which they were published.
    pub terms_published: String,
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

/// An administrator, as a person compares one with a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SummaryAdministrator {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The date of birth.
    pub born: String,
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
        pages: it.pages.map(PagesName::from),
        refused: it.refused.map(|why| why.code().to_owned()),
        summary: it.told.as_ref().map(|told| BundleSummary {
            environment: told.environment.into(),
            organisation: told.organisation.clone(),
            cvr: told.cvr.in_pairs(),
            representative: told.representative.clone(),
            administrators: told
                .administrators
                .iter()
                .map(|one| SummaryAdministrator {
                    name: one.name.clone(),
                    email: one.email.clone(),
                    born: one.born.to_string(),
                })
                .collect(),
            terms: told.terms.clone(),
            terms_published: told.terms_published.to_string(),
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
