//! The one verification, for the window and for the command line: what a file is, what the evidence
//! in it proves, and whether its pages are as they were made. Pure: the bytes are read elsewhere,
//! and whom to trust is handed in.

mod damage;
mod record;

pub use record::{OF_RECORD, RecordFile, VerifiedRecord};

use crate::again::pages;
use crate::chain::{Link, sha256};
use crate::read::{
    Contents, NotAReceipt, evidence_in, is_ambiguous, is_pdf, read, read_record, says_record,
};
use crate::short_proof::ShortProof;
use domain::case::{CaseId, Level};
use domain::verification::{
    BundleSummary, CheckResult, Conclusion, FileKind, Pages, Refused, SummaryAdministrator,
    Verification,
};
use domain::{Environment, Timestamp, encoding};
use evidence::{Outcome, Reason, TrustAnchors, Verdict, anchors};
use serde::Deserialize;

pub use crate::again::IsCaseFile;

/// The PDF is as it was made, byte for byte. When it is not, the pages may still be.
pub const WHOLE: &str = "receipt-whole";
/// The pages are what Tilslut makes of the evidence.
const PAGES: &str = "receipt-pages";
/// What the receipt says of itself is what its evidence is about.
const CASE: &str = "receipt-case";
/// The receipt of this case that was made here has the same number and the same place in the chain.
pub const KNOWN: &str = "receipt-known";
/// The short proof on paper is the file's.
const PAPER: &str = "paper-code";

/// The checks of a receipt beside those of its evidence.
pub const OF_RECEIPT: [&str; 5] = [WHOLE, PAGES, CASE, KNOWN, PAPER];

/// What a file is.
#[derive(Debug)]
pub enum Content {
    /// A PDF that carries evidence.
    Receipt(Box<ReceiptFile>),
    /// A PDF that carries the record of a guided case.
    Record(Box<RecordFile>),
    /// An evidence bundle.
    Bundle(Vec<u8>),
    /// A hand-over file, which is opened with its words.
    HandOver,
}

/// A PDF that carries evidence.
#[derive(Debug)]
pub struct ReceiptFile {
    file: Vec<u8>,
    bundle: Vec<u8>,
    /// Why it is no receipt any more, when it carries the evidence of one.
    contents: Result<Contents, NotAReceipt>,
}

impl ReceiptFile {
    /// The evidence, byte for byte.
    pub fn into_bundle(self) -> Vec<u8> {
        self.bundle
    }

    /// Practice or live, as the receipt says of itself. What it does not say is taken for practice,
    /// which counts for nothing.
    pub fn environment(&self) -> Environment {
        self.contents.as_ref().map_or(Environment::Practice, |contents| contents.environment)
    }
}

/// Whom to trust, and what is known beside the file.
#[derive(Clone, Copy)]
pub struct Trust<'a> {
    /// Whose keys prove an approval.
    pub anchors: &'a TrustAnchors,
    /// Somebody said whom to trust; else only practice is known, and live evidence cannot be
    /// judged.
    pub is_named: bool,
    /// Practice evidence is judged by practice's own keys, whoever else is trusted: they are known
    /// everywhere, and it says that it is practice.
    pub practice_too: bool,
    /// The links of a case that were given on this machine: of its receipt, or of each record.
    pub known: &'a (dyn Fn(&CaseId) -> Vec<Link> + Sync),
    /// Says whether the case in a receipt is the one that was approved.
    pub is_case_file: IsCaseFile<'a>,
}

/// What came of a verification.
#[derive(Debug)]
pub enum Judged {
    /// Evidence, alone or in a receipt.
    Evidence(Box<Verified>),
    /// A record, which carries none.
    Record(Box<VerifiedRecord>),
}

/// A file that was verified.
#[derive(Debug)]
pub struct Verified {
    /// What it is.
    pub kind: FileKind,
    /// The evidence, byte for byte.
    pub bundle: Vec<u8>,
    /// What its verification says, check by check.
    pub verdict: Verdict,
    /// What it proves, in one word.
    pub conclusion: Conclusion,
    /// Whether the pages are as they were made; none of a bundle, which has none.
    pub pages: Option<Pages>,
    /// The place of a receipt in the chain, as it says.
    pub link: Option<Link>,
    /// The checks of the receipt itself.
    pub own: Vec<CheckResult>,
}

/// Says what a file is.
///
/// # Errors
/// [`Refused`] says why nothing in it can be verified.
pub fn recognise(file: Vec<u8>) -> Result<Content, Refused> {
    if file.starts_with(b"age-encryption.org/v1\n") {
        return Ok(Content::HandOver);
    }
    if !file.starts_with(b"{") && is_pdf(&file) {
        return of_pdf(file);
    }
    if damage::is_picture(&file) {
        return Err(Refused::Picture);
    }
    // An editor may have put a mark before it, or saved it in another encoding: the letters are the
    // same.
    match encoding::text(&file) {
        Ok(text) if is_bundle(text.as_bytes()) => {
            Ok(Content::Bundle(text.into_owned().into_bytes()))
        }
        Err(_) if is_bundle(&file) => Ok(Content::Bundle(file)),
        Ok(_) | Err(_) => Err(Refused::Unknown),
    }
}

fn of_pdf(file: Vec<u8>) -> Result<Content, Refused> {
    let contents = read(&file);
    let bundle = match &contents {
        Ok(contents) => contents.bundle.clone(),
        Err(NotAReceipt::TooLarge) => return Err(Refused::TooLarge),
        Err(NotAReceipt::Unreadable) => return Err(damage::of(&file)),
        Err(_) if is_ambiguous(&file) => return Err(Refused::Ambiguous),
        Err(NotAReceipt::Changed) => evidence_in(&file).ok_or(Refused::AttachmentsLost)?,
        Err(NotAReceipt::Foreign) => match (says_record(&file), evidence_in(&file)) {
            (false, Some(bundle)) => bundle,
            (says, _) => return of_record(file, says),
        },
    };
    Ok(Content::Receipt(Box::new(ReceiptFile { file, bundle, contents })))
}

/// A PDF that says that it is a record, or carries the data of one.
fn of_record(file: Vec<u8>, says: bool) -> Result<Content, Refused> {
    match read_record(&file) {
        Some(contents) => Ok(Content::Record(Box::new(RecordFile { file, contents }))),
        None if says => Err(Refused::AttachmentsLost),
        None => Err(damage::without(&file)),
    }
}

/// Verifies a bundle, a receipt by the evidence in it, or a record.
pub fn verify(content: Content, trust: &Trust<'_>, now: Timestamp) -> Option<Judged> {
    match content {
        Content::Bundle(bundle) => Some(Judged::Evidence(Box::new(of_bundle(bundle, trust, now)))),
        Content::Receipt(receipt) => {
            Some(Judged::Evidence(Box::new(of_receipt(*receipt, trust, now))))
        }
        Content::Record(file) => Some(Judged::Record(Box::new(record::verified(*file, trust)))),
        Content::HandOver => None,
    }
}

fn of_bundle(bundle: Vec<u8>, trust: &Trust<'_>, now: Timestamp) -> Verified {
    let verdict = judged(&bundle, trust, now);
    Verified {
        kind: FileKind::Evidence,
        conclusion: conclusion(&verdict, trust.is_named),
        bundle,
        verdict,
        pages: None,
        link: None,
        own: vec![],
    }
}

fn of_receipt(receipt: ReceiptFile, trust: &Trust<'_>, now: Timestamp) -> Verified {
    let ReceiptFile { file, bundle, contents } = receipt;
    let found = of_bundle(bundle, trust, now);
    let check = |check, passed, detail| CheckResult { check, passed, detail };
    let Ok(contents) = contents else {
        // It carries the evidence, and is not the receipt that it was.
        let own = vec![
            check(WHOLE, Some(false), String::new()),
            check(PAGES, Some(false), String::new()),
        ];
        return Verified { kind: FileKind::Receipt, pages: Some(Pages::Changed), own, ..found };
    };
    let same = found.verdict.request.as_ref().map(|request| {
        request.case() == contents.case_id && request.environment() == contents.environment
    });
    let known = contents.link.as_ref().and_then(|link| {
        let known = record::known(trust, link)?;
        Some(check(KNOWN, Some(known), link.number.to_string()))
    });
    let elsewhere = known.as_ref().is_some_and(|known| known.passed == Some(false));
    let pages = match pages(&file, &contents, &found.verdict, trust.is_case_file) {
        _ if elsewhere || same == Some(false) => Pages::Changed,
        pages => pages,
    };
    let judged = match pages {
        Pages::AsMade | Pages::ReSaved => Some(true),
        Pages::Changed => Some(false),
        Pages::CannotJudge(_) => None,
    };
    let mut own = vec![
        check(WHOLE, Some(contents.whole), String::new()),
        check(PAGES, judged, String::new()),
        check(CASE, same, contents.case_id.0.clone()),
    ];
    own.extend(known);
    let (pages, link) = (Some(pages), contents.link);
    Verified { kind: FileKind::Receipt, pages, link, own, ..found }
}

/// The verdict under the anchors that count for this bundle.
fn judged(bundle: &[u8], trust: &Trust<'_>, now: Timestamp) -> Verdict {
    let verdict = evidence::verify(bundle, trust.anchors, now);
    if verdict.outcome != Outcome::Invalid(Reason::OtherEnvironment) {
        return verdict;
    }
    match verdict.request.as_ref().map(evidence::ApprovalRequest::environment) {
        Some(Environment::Practice) if trust.practice_too => {
            evidence::verify(bundle, &anchors::practice(), now)
        }
        // Nobody is trusted, but what contradicts itself is told all the same.
        Some(Environment::Live) if !trust.is_named => {
            let nobody = TrustAnchors {
                environment: Environment::Live,
                anchors: vec![],
                time_stamps: vec![],
            };
            let alone = evidence::verify(bundle, &nobody, now);
            if alone.outcome != Outcome::Invalid(Reason::IssuerUnknown) {
                return alone;
            }
            // Nothing was examined, so nothing failed.
            let checks = verdict.checks.into_iter();
            let checks = checks.map(|check| evidence::Check { passed: None, ..check });
            Verdict { checks: checks.collect(), ..verdict }
        }
        _ => verdict,
    }
}

/// What a verdict comes to. When nobody said whom to trust, evidence of the other environment than
/// practice cannot be judged.
pub fn conclusion(verdict: &Verdict, trust_is_named: bool) -> Conclusion {
    match verdict.outcome {
        Outcome::Level(Level::A | Level::B) => Conclusion::Genuine,
        Outcome::Level(Level::C) => Conclusion::TextNotProven,
        Outcome::Level(Level::D) => Conclusion::NotAnchored,
        Outcome::Invalid(reason) => match reason {
            Reason::IssuerUnknown | Reason::AudienceOther => Conclusion::NotAnchored,
            Reason::OtherEnvironment if trust_is_named => Conclusion::OtherEnvironment,
            Reason::OtherEnvironment => Conclusion::CannotJudge,
            Reason::OtherPurpose
            | Reason::TimesWrong
            | Reason::LevelTooLow
            | Reason::CertificateRevoked => Conclusion::NotProven,
            Reason::BundleUnreadable
            | Reason::RequestUnreadable
            | Reason::ClaimUnreadable
            | Reason::RequestChanged
            | Reason::ReferenceTextChanged
            | Reason::TokenUnreadable
            | Reason::AlgorithmRefused
            | Reason::KeyMissing
            | Reason::TokenForged
            | Reason::NonceOther
            | Reason::TextOther
            | Reason::UserinfoOther
            | Reason::TransactionOther
            | Reason::LoginNotSigned
            | Reason::SealBroken => Conclusion::Changed,
        },
    }
}

impl Verified {
    /// What the evidence says was approved. Only [`Conclusion::is_whole`] makes it proven.
    pub fn summary(&self) -> Option<BundleSummary> {
        let verdict = &self.verdict;
        let request = verdict.request.as_ref()?;
        let connection = request.connection().ok()?;
        let administrators = connection.administrators.iter().map(|one| SummaryAdministrator {
            name: one.name.as_str().to_owned(),
            email: one.email.as_str().to_owned(),
            born: one.born.date(),
        });
        Some(BundleSummary {
            environment: request.environment(),
            case: request.case(),
            organisation: connection.organisation.name,
            cvr: connection.organisation.cvr,
            representative: connection.representative.name.as_str().to_owned(),
            administrators: administrators.collect(),
            terms: connection.terms.title,
            terms_published: connection.terms.published,
            purpose: request.purpose(),
            code: request.control_code(),
            approver: verdict.level().map(|_| verdict.login_name()),
            approved_at: verdict.approved_at,
            level: verdict.level(),
            number: self.link.as_ref().map(|link| link.number),
        })
    }

    /// Every check, those of the receipt first.
    pub fn checks(&self) -> Vec<CheckResult> {
        let evidence = self.verdict.checks.iter().map(|check| CheckResult {
            check: check.id.code(),
            passed: check.passed,
            detail: check.detail.clone(),
        });
        self.own.iter().cloned().chain(evidence).collect()
    }

    /// True when the short proof on paper is this file's: the same evidence, about the same case,
    /// and, where the file has a number, the same.
    pub fn fits(&self, paper: &ShortProof) -> bool {
        let request = self.verdict.request.as_ref();
        paper.is_of(&self.bundle)
            && request.is_some_and(|request| {
                paper.is_about(request.environment(), &request.case(), &request.control_code())
            })
            && self.fits_number(paper)
    }

    /// A bundle has no number, so nothing can be said of it. A receipt has one or none, and so has
    /// the paper.
    fn fits_number(&self, paper: &ShortProof) -> bool {
        self.kind != FileKind::Receipt || self.link.as_ref().map(|link| link.number) == paper.number
    }
}

/// What a person is told of a file.
pub fn verification(
    file: String,
    bytes: Vec<u8>,
    trust: &Trust<'_>,
    now: Timestamp,
) -> Verification {
    let nothing = Verification {
        file,
        kind: None,
        conclusion: Conclusion::NotOurs,
        pages: None,
        refused: None,
        told: None,
        record: None,
        checks: vec![],
        bundle_sha256: None,
        away: None,
        at: now,
    };
    let content = match recognise(bytes) {
        Ok(content) => content,
        Err(why) => return Verification { refused: Some(why), ..nothing },
    };
    match verify(content, trust, now) {
        Some(Judged::Record(verified)) => Verification {
            kind: Some(FileKind::Record),
            conclusion: verified.conclusion,
            pages: Some(verified.pages),
            record: verified.summary(),
            checks: verified.own,
            ..nothing
        },
        Some(Judged::Evidence(verified)) => Verification {
            kind: Some(verified.kind),
            conclusion: verified.conclusion,
            pages: verified.pages,
            told: verified.summary(),
            checks: verified.checks(),
            bundle_sha256: Some(sha256(&verified.bundle)),
            ..nothing
        },
        None => {
            let (kind, conclusion) = (Some(FileKind::HandOver), Conclusion::Sealed);
            Verification { kind, conclusion, ..nothing }
        }
    }
}

/// Compares the short proof on paper with a file that was checked; false when there is nothing to
/// compare it with.
pub fn compare(verification: &mut Verification, paper: &ShortProof) -> bool {
    let (Some(told), Some(bundle)) = (&verification.told, &verification.bundle_sha256) else {
        return false;
    };
    let numbered = verification.kind != Some(FileKind::Receipt) || told.number == paper.number;
    let fits = paper.bundle_sha256 == *bundle
        && paper.is_about(told.environment, &told.case, &told.code)
        && numbered;
    verification.checks.retain(|tried| tried.check != PAPER);
    verification.checks.push(CheckResult {
        check: PAPER,
        passed: Some(fits),
        detail: paper.to_string(),
    });
    true
}

/// True when it says that it is a bundle: what is wrong with it is then a change, else it is none
/// of ours.
fn is_bundle(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Named {
        r#type: String,
    }
    match serde_json::from_slice::<Named>(bytes) {
        Ok(named) => named.r#type.starts_with("tilslut/evidence/"),
        // Cut off or damaged, it still shows what it was: how every bundle begins, or what it calls
        // itself.
        Err(_) => bytes.starts_with(b"{\"cic\":{") || contains(bytes, b"\"tilslut/evidence/v"),
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|found| found == wanted)
}
