//! What came of checking a file. Nothing of the file crosses to the window but what it says was
//! approved.

use crate::answers::RoleName;
use crate::approval::{LevelName, LoginName};
use crate::clock::moment;
use crate::guide::{ApprovedBefore, OutcomeName};
use crate::{EnvironmentName, names};
use domain::Environment;
use domain::approval::Purpose;
use domain::bin::Away;
use domain::official_mail::SeenKey;
use domain::verification::{self as domain_verification, KeyAnswer, Pages, PagesDoubt};
use serde::Serialize;

names! {
    /// The kinds of files that can be checked.
    FileKindName = domain_verification::FileKind { Receipt, Record, Evidence, HandOver }
}
names! {
    /// The verdict in one word.
    ConclusionName = domain_verification::Conclusion {
        Genuine, TextNotProven, OwnRecord, NotAnchored, Changed, NotProven, CannotJudge,
        OtherEnvironment, NotOurs, Sealed,
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
    /// What a record says was stated, and what became of its mails.
    pub record: Option<RecordSummary>,
    /// Every check.
    pub checks: Vec<CheckResult>,
    /// Its number is of this computer's chain, and its case was deleted here.
    pub away: Option<AwayName>,
    /// The day on which it was deleted for good.
    pub deleted: Option<String>,
    /// When it was checked.
    pub at: String,
}

/// Where the case of a receipt is that was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AwayName {
    /// In the bin.
    InBin,
    /// Gone for good.
    Deleted,
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

/// What a record says was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordSummary {
    /// Practice or live.
    pub environment: EnvironmentName,
    /// The number of the record.
    pub number: u64,
    /// The numbers of those that were made of the case before.
    pub earlier: Vec<u64>,
    /// When it was made.
    pub made: String,
    /// The organisation.
    pub organisation: String,
    /// The CVR number in pairs.
    pub cvr: String,
    /// The representative's name.
    pub representative: String,
    /// Every administrator, to compare with the page.
    pub administrators: Vec<SummaryAdministrator>,
    /// The approval in Tilslut that it names, where there was one.
    pub approved: Option<ApprovedBefore>,
    /// The title of the terms.
    pub terms: String,
    /// The day on which they were published.
    pub terms_published: String,
    /// How it went, as was stated last.
    pub outcome: OutcomeName,
    /// The day that it is about.
    pub on: Option<String>,
    /// When it was stated.
    pub stated: String,
    /// In which role.
    pub by: RoleName,
    /// The mails in it, checked again.
    pub mails: Vec<RecordMail>,
    /// This machine made it, so it saw the keys itself.
    pub is_own: bool,
    /// The DNS can be asked for the keys.
    pub can_ask: bool,
}

names! {
    /// Whether a mail belongs to the organisation.
    RecordBelongingName = domain::official_mail::Belonging { Belongs, Another, Silent }
}

/// A mail in a record, checked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordMail {
    /// The name of the file inside the record.
    pub file: String,
    /// The name that the person had it under.
    pub name: String,
    /// The file and what the record says of it fit each other.
    pub holds: bool,
    /// Whether it belongs to the organisation.
    pub belonging: Option<RecordBelongingName>,
    /// What its signature is worth with the keys that the record carries:
    /// `record-mail-<signature>` is its text.
    pub signature: Option<String>,
    /// The domain that signed, where one did.
    pub domain: Option<String>,
    /// The keys that the record carries.
    pub keys: Vec<CarriedKey>,
}

/// A key that a record carries, and what the DNS says of it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CarriedKey {
    /// The name that the DNS is asked for.
    pub name: String,
    /// When it was seen.
    pub seen: String,
    /// What the DNS said when it was asked again: `record-check-dns-<answer>` is its text.
    pub answer: Option<String>,
    /// When that was.
    pub asked: Option<String>,
    /// The code of what went wrong when it was asked.
    pub problem: Option<String>,
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
            administrators: administrators(&told.administrators),
            terms: told.terms.clone(),
            terms_published: told.terms_published.to_string(),
            hands_over: told.purpose == Purpose::HandOver,
            code: told.code.groups().map(str::to_owned).to_vec(),
            approver: told.approver.as_ref().map(LoginName::from),
            approved: told.approved_at.map(moment),
            level: told.level.map(LevelName::from),
            number: told.number,
        }),
        record: it.record.as_ref().map(record),
        checks: it
            .checks
            .iter()
            .map(|tried| CheckResult {
                check: tried.check.to_owned(),
                passed: tried.passed,
                detail: tried.detail.clone(),
            })
            .collect(),
        away: it.away.map(|away| match away {
            Away::InBin => AwayName::InBin,
            Away::Deleted(_) => AwayName::Deleted,
        }),
        deleted: it.away.and_then(|away| match away {
            Away::InBin => None,
            Away::Deleted(day) => Some(day.to_string()),
        }),
        at: moment(it.at),
    }
}

fn administrators(all: &[domain_verification::SummaryAdministrator]) -> Vec<SummaryAdministrator> {
    let one = |one: &domain_verification::SummaryAdministrator| SummaryAdministrator {
        name: one.name.clone(),
        email: one.email.clone(),
        born: one.born.to_string(),
    };
    all.iter().map(one).collect()
}

fn record(told: &domain_verification::RecordSummary) -> RecordSummary {
    RecordSummary {
        environment: told.environment.into(),
        number: told.number,
        earlier: told.earlier.clone(),
        made: moment(told.made),
        organisation: told.organisation.clone(),
        cvr: told.cvr.in_pairs(),
        representative: told.representative.clone(),
        approved: told.approved.map(|it| ApprovedBefore {
            at: moment(it.at),
            level: it.level.into(),
            receipt: Some(it.receipt),
        }),
        administrators: administrators(&told.administrators),
        terms: told.terms.clone(),
        terms_published: told.terms_published.to_string(),
        outcome: told.outcome.into(),
        on: told.on.map(|day| day.to_string()),
        stated: moment(told.stated),
        by: told.by.into(),
        mails: told.mails.iter().map(record_mail).collect(),
        is_own: told.is_own,
        // Nobody's DNS knows practice's keys.
        can_ask: told.environment == Environment::Live
            && told.mails.iter().any(|mail| !mail.keys.is_empty()),
    }
}

fn record_mail(mail: &domain_verification::RecordMail) -> RecordMail {
    let key = |key: &SeenKey| {
        let today = mail.asked.iter().find(|today| today.name == key.name);
        CarriedKey {
            name: key.name.in_the_dns(),
            seen: moment(key.at),
            answer: today.map(|today| today.answer.text().to_owned()),
            asked: today.map(|today| moment(today.at)),
            problem: today.and_then(|today| match today.answer {
                KeyAnswer::Unknown(problem) => Some(problem.code().to_owned()),
                KeyAnswer::Same { .. } | KeyAnswer::Other | KeyAnswer::Gone => None,
            }),
        }
    };
    RecordMail {
        file: mail.file.clone(),
        name: mail.name.clone(),
        holds: mail.holds,
        belonging: mail.belonging.map(Into::into),
        signature: mail.code().map(str::to_owned),
        domain: mail.domain().map(str::to_owned),
        keys: mail.keys.iter().map(key).collect(),
    }
}
