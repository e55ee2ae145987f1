//! What came of checking a file: two answers that are never merged into one, and every check.
//!
//! The first answer is what the evidence in the file proves ([`Conclusion`]), the second whether
//! the pages of a receipt are as they were made ([`Pages`]). A page can be forged around genuine
//! evidence, and evidence that proves nothing can lie in a receipt that nobody touched. Whoever
//! checks has read the file; here is only what may be told of it, in the window and by the command
//! line.

use crate::approval::{Level, Purpose};
use crate::approver::LoginName;
use crate::bin::Away;
use crate::case::CaseId;
use crate::control_code::ControlCode;
use crate::cvr::CvrNumber;
use crate::draft::Role;
use crate::official_mail::{Belonging, Found, KeyName, MailSignature, SeenKey};
use crate::outcome::OutcomeKind;
use crate::problem::Problem;
use crate::{Environment, Timestamp};
use jiff::civil::Date;

/// A file that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The name of the file, without its folder.
    pub file: String,
    /// What kind of file it is; none when it is none of ours.
    pub kind: Option<FileKind>,
    /// What the evidence in it proves.
    pub conclusion: Conclusion,
    /// Whether the pages are as they were made; none when it has none, or nothing can be read.
    pub pages: Option<Pages>,
    /// Why nothing in it can be verified, when that is so.
    pub refused: Option<Refused>,
    /// What the file says was approved. Only [`Conclusion::is_whole`] makes it more than what the
    /// file says.
    pub told: Option<BundleSummary>,
    /// What a record says was stated, and what became of its mails.
    pub record: Option<RecordSummary>,
    /// Every check, in the order in which they are made.
    pub checks: Vec<CheckResult>,
    /// SHA-256 of the evidence bundle, for the short proof on paper.
    pub bundle_sha256: Option<[u8; 32]>,
    /// Its number is of this computer's chain, and its case was deleted here.
    pub away: Option<Away>,
    /// When it was checked.
    pub at: Timestamp,
}

/// The kinds of files that can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A receipt (PDF).
    Receipt,
    /// The record of a guided case (PDF).
    Record,
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
    /// A record: nobody approved in Tilslut. It shows what was stated, in whose name and when, and
    /// the mails in it are those that it names, worth what it says.
    OwnRecord,
    /// It was made by Tilslut and changed afterwards, or put together from pieces.
    Changed,
    /// It is whole, and does not prove an approval: the login was too weak, or its times contradict
    /// each other.
    NotProven,
    /// It cannot be judged: it is live evidence, and nobody said whom to trust. It may be genuine.
    CannotJudge,
    /// It belongs to the other environment than the one that is trusted.
    OtherEnvironment,
    /// Nothing in it can be verified; [`Verification::refused`] says why.
    NotOurs,
    /// A hand-over file: what is in it can be seen only with its words.
    Sealed,
}

/// Whether the pages of a receipt are as they were made. This is never more than that Tilslut makes
/// these very pages of this evidence: what is proven, the evidence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pages {
    /// Byte for byte what Tilslut makes of the evidence and of what the receipt states beside it.
    AsMade,
    /// Another program has saved the file. Everything that a person reads in it is what Tilslut
    /// makes of the evidence.
    ReSaved,
    /// Something that a person reads is other than Tilslut makes it of the evidence.
    Changed,
    /// It cannot be said whether they were changed.
    CannotJudge(PagesDoubt),
}

/// Why nobody can say here whether pages were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PagesDoubt {
    /// The evidence proves nothing here, so there is nothing to make the pages of.
    NoEvidence,
    /// They are of another edition than this program makes.
    OtherEdition,
    /// Who made the receipt trusted others than are trusted here, so the pages tell of another
    /// verification.
    OtherTrust,
    /// Another program has drawn the pages anew. The words are the same; how they look is not
    /// known.
    DrawnAnew,
}

/// Why nothing in a file can be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// No kind of file that Tilslut makes.
    Unknown,
    /// Larger than any that Tilslut makes.
    TooLarge,
    /// A PDF that cannot be read.
    Damaged,
    /// A PDF whose end is missing.
    CutOff,
    /// A PDF that was transferred as if it were text, so its line ends were rewritten.
    LineEnds,
    /// A PDF that only opens with a password.
    Password,
    /// A PDF without evidence that has nothing to do with a receipt.
    NoEvidence,
    /// A PDF with two different files of evidence.
    Ambiguous,
    /// A receipt that another program has saved without the files inside.
    AttachmentsLost,
    /// A receipt that was printed to a PDF: the words are there and the evidence is not.
    Printed,
    /// A picture, or a PDF of nothing but pictures.
    Picture,
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
    /// The representative's name.
    pub representative: String,
    /// Every administrator.
    pub administrators: Vec<SummaryAdministrator>,
    /// The title of the terms.
    pub terms: String,
    /// The day on which they were published.
    pub terms_published: Date,
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

/// What a record says was stated. Nobody proved it, so nothing of it is more than stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSummary {
    /// Practice or live.
    pub environment: Environment,
    /// The case.
    pub case: CaseId,
    /// The number of the record.
    pub number: u64,
    /// The numbers of the records that were made of the case before.
    pub earlier: Vec<u64>,
    /// When it was made.
    pub made: Timestamp,
    /// The organisation's name.
    pub organisation: String,
    /// Its CVR number.
    pub cvr: CvrNumber,
    /// The representative's name.
    pub representative: String,
    /// Every administrator.
    pub administrators: Vec<SummaryAdministrator>,
    /// The approval in Tilslut that it names, where there was one.
    pub approved: Option<RecordApproval>,
    /// The title of the terms.
    pub terms: String,
    /// The day on which they were published.
    pub terms_published: Date,
    /// How it went, as was stated last.
    pub outcome: OutcomeKind,
    /// The day that it is about.
    pub on: Option<Date>,
    /// When that was stated.
    pub stated: Timestamp,
    /// In which role.
    pub by: Role,
    /// The mails in it, checked again.
    pub mails: Vec<RecordMail>,
    /// This machine made the very record, so it saw the keys itself.
    pub is_own: bool,
}

/// An approval that a record names. Its receipt proves it; the record does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordApproval {
    /// The number of the receipt.
    pub receipt: u64,
    /// When it was approved, as the record says.
    pub at: Timestamp,
    /// How much its evidence was found to prove then, as the record says.
    pub level: Level,
}

/// A mail in a record, checked again with the keys that the record carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordMail {
    /// The name of the file inside the record.
    pub file: String,
    /// The name that the person had it under.
    pub name: String,
    /// It is there, it is byte for byte the one that the record names, and it is worth what the
    /// record says.
    pub holds: bool,
    /// Whether it belongs to the organisation; none when it is not there or cannot be read.
    pub belonging: Option<Belonging>,
    /// What its signature is worth with the keys that the record carries.
    pub signature: Option<MailSignature>,
    /// Those keys.
    pub keys: Vec<SeenKey>,
    /// What the DNS says of them now, for each that was asked for.
    pub asked: Vec<KeyToday>,
}

impl RecordMail {
    /// The stable code of what its signature is worth.
    pub fn code(&self) -> Option<&'static str> {
        Some(match self.signature.as_ref()? {
            MailSignature::Signed { .. } => "signed",
            MailSignature::Changed => "changed",
            MailSignature::Missing => "missing",
            MailSignature::KeyGone => "key-gone",
            MailSignature::Expired => "expired",
            MailSignature::NotChecked => "not-checked",
            MailSignature::CannotBeJudged => "cannot-be-judged",
        })
    }

    /// The domain that signed it, where one did.
    pub fn domain(&self) -> Option<&str> {
        match self.signature.as_ref()? {
            MailSignature::Signed { domain, .. } => Some(domain),
            _ => None,
        }
    }
}

/// What the DNS says today of a key that a record carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyToday {
    /// Which.
    pub name: KeyName,
    /// What it comes to.
    pub answer: KeyAnswer,
    /// When it was asked.
    pub at: Timestamp,
}

/// What the DNS says of a key, beside the one that a record carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAnswer {
    /// The same key.
    Same {
        /// The name server said that DNSSEC vouches for the answer.
        authenticated: bool,
    },
    /// Another key.
    Other,
    /// None. Keys are taken away after some time, so it says nothing against the mail.
    Gone,
    /// It could not be asked.
    Unknown(Problem),
}

impl KeyAnswer {
    /// What a key comes to beside the one that was seen now.
    pub fn of(carried: &SeenKey, now: &SeenKey) -> Self {
        match (&carried.found, &now.found) {
            (_, Found::Gone) => Self::Gone,
            (Found::Record(carried), Found::Record(record)) if carried == record => {
                Self::Same { authenticated: now.authenticated }
            }
            _ => Self::Other,
        }
    }

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same { .. } => "same",
            Self::Other => "other",
            Self::Gone => "gone",
            Self::Unknown(_) => "unknown",
        }
    }

    /// How its text ends its key, which tells an answer that DNSSEC vouches for from others.
    pub fn text(self) -> &'static str {
        match self {
            Self::Same { authenticated: true } => "same-dnssec",
            other => other.code(),
        }
    }
}

/// An administrator, as a person compares one with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryAdministrator {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The date of birth.
    pub born: Date,
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
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Genuine => "proven",
            Self::TextNotProven => "text-not-proven",
            Self::NotAnchored => "not-anchored",
            Self::OwnRecord => "own-record",
            Self::Changed => "changed",
            Self::NotProven => "not-proven",
            Self::CannotJudge => "cannot-be-judged",
            Self::OtherEnvironment => "other-environment",
            Self::NotOurs => "not-ours",
            Self::Sealed => "sealed",
        }
    }

    /// What the file says can be relied on.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Genuine | Self::TextNotProven)
    }
}

impl Pages {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::AsMade => "as-made",
            Self::ReSaved => "re-saved",
            Self::Changed => "changed",
            Self::CannotJudge(_) => "cannot-be-judged",
        }
    }

    /// What a person reads is what Tilslut makes of the evidence.
    pub fn hold(self) -> bool {
        matches!(self, Self::AsMade | Self::ReSaved)
    }
}

impl PagesDoubt {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoEvidence => "no-evidence",
            Self::OtherEdition => "other-edition",
            Self::OtherTrust => "other-trust",
            Self::DrawnAnew => "drawn-anew",
        }
    }
}

impl Refused {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Unknown,
        Self::TooLarge,
        Self::Damaged,
        Self::CutOff,
        Self::LineEnds,
        Self::Password,
        Self::NoEvidence,
        Self::Ambiguous,
        Self::AttachmentsLost,
        Self::Printed,
        Self::Picture,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unreadable",
            Self::TooLarge => "too-large",
            Self::Damaged => "damaged",
            Self::CutOff => "cut-off",
            Self::LineEnds => "line-ends",
            Self::Password => "password",
            Self::NoEvidence => "receipt-empty",
            Self::Ambiguous => "ambiguous",
            Self::AttachmentsLost => "attachments-lost",
            Self::Printed => "printed",
            Self::Picture => "picture",
        }
    }
}
