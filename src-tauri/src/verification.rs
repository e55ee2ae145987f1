//! Checks a file that the person dropped on the window or chose: a receipt, an evidence bundle or a
//! hand-over file. The file is read here, up to a size that none of ours has, and only what came of
//! it crosses to the window. No network.

use crate::dialogs;
use crate::engine::Engine;
use crate::files::{self, Unread};
use crate::wiring::World;
use app::input::{Input, VerificationInput};
use app::model::QueryId;
use domain::case::CaseId;
use domain::chain::Link;
use domain::problem::Problem;
use domain::summary::ApprovedQuery;
use domain::verification::{BundleSummary, CheckResult, Conclusion, FileKind, Verification};
use domain::{Environment, Language, Timestamp};
use evidence::{Outcome, Reason, TrustAnchors, Verdict};
use receipt::sha256;
use receipt::{NotAReceipt, ShortProof};
use std::path::Path;

/// A hand-over file with its documents may be as large; receipts and bundles are far smaller.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["pdf", "json", "tilslut"];

/// Asks for a file to check.
pub fn choose(engine: &Engine, language: Language) {
    let question = dialogs::question(language, String::new(), "file-to-check", ENDINGS);
    if let Some(path) = engine.desktop().choose_file(question) {
        engine.notify(Input::Verification(VerificationInput::File(path)));
    }
}

/// Reads a file and says what it proves.
pub fn check(engine: &Engine, world: &World, query: QueryId, path: &Path) {
    let known = |case: &CaseId| engine.ask_vault(|vault| vault.link(case)).ok().flatten();
    // Never before an approval that is kept here: the broker said when that was, and a computer's
    // clock that is behind must not make it one of the future.
    let newest = ApprovedQuery { limit: 1, ..ApprovedQuery::default() };
    let newest = engine
        .ask_vault(|vault| vault.approved(&newest))
        .ok()
        .and_then(|found| found.rows.into_iter().next());
    let approved = newest.and_then(|row| row.summary.approval).map(|approval| approval.at);
    let now = approved.into_iter().chain([world.now()]).max().unwrap_or(Timestamp::MIN);
    let checked =
        read(path).map(|bytes| verification(name(path), &bytes, &world.anchors(), &known, now));
    engine.notify(Input::Verification(VerificationInput::Checked(query, checked.map(Box::new))));
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    files::read(path, LARGEST).map_err(|why| match why {
        Unread::TooLarge => Problem::CheckTooLarge,
        Unread::Unreadable => Problem::CheckUnreadable,
    })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Compares the short proof on paper, as it was typed, with the file that was checked.
pub fn compare(engine: &Engine, verification: Box<Verification>, typed: &str) {
    engine.notify(Input::Verification(VerificationInput::Compared(
        compared(*verification, typed).map(Box::new),
    )));
}

fn compared(mut verification: Verification, typed: &str) -> Result<Verification, Problem> {
    let proof = ShortProof::parse(typed).map_err(|_| Problem::ProofCode)?;
    let (Some(told), Some(bundle)) = (&verification.told, &verification.bundle_sha256) else {
        return Err(Problem::ProofWithoutFile);
    };
    let fits = proof.bundle_sha256 == *bundle
        && proof.is_about(told.environment, &told.case, &told.code)
        && told.number.is_none_or(|number| number == proof.number);
    verification.checks.retain(|tried| tried.check != PAPER);
    verification.checks.push(CheckResult {
        check: PAPER,
        passed: Some(fits),
        detail: proof.to_string(),
    });
    Ok(verification)
}

/// The checks of a receipt beside those of its evidence.
pub const OF_RECEIPT: [&str; 4] = [WHOLE, CASE, KNOWN, PAPER];
/// Not one byte of the PDF is other than it was made.
const WHOLE: &str = "receipt-whole";
/// What the receipt says of itself is what its evidence is about.
const CASE: &str = "receipt-case";
/// The receipt of this case that was made here has the same number and the same place in the chain.
const KNOWN: &str = "receipt-known";
/// The short proof on paper is the file's.
const PAPER: &str = "paper-code";

/// What a file of these bytes proves under these anchors. `known` tells the link of a case that was
/// approved here.
pub fn verification(
    file: String,
    bytes: &[u8],
    anchors: &TrustAnchors,
    known: &dyn Fn(&CaseId) -> Option<Link>,
    now: Timestamp,
) -> Verification {
    let nothing = |kind, conclusion| Verification {
        file: file.clone(),
        kind,
        conclusion,
        told: None,
        checks: Vec::new(),
        bundle_sha256: None,
        at: now,
    };
    if bytes.starts_with(b"age-encryption.org/v1\n") {
        return nothing(Some(FileKind::HandOver), Conclusion::Sealed);
    }
    if !bytes.starts_with(b"{") && receipt::is_pdf(bytes) {
        return match receipt::read(bytes) {
            Ok(contents) => of_receipt(
                &contents,
                nothing(Some(FileKind::Receipt), Conclusion::Changed),
                anchors,
                known,
            ),
            Err(NotAReceipt::Changed) => nothing(Some(FileKind::Receipt), Conclusion::Changed),
            // Cut off or damaged, it still says in the clear what it was.
            Err(NotAReceipt::Unreadable) if contains(bytes, b"<tilslut:link>") => {
                nothing(Some(FileKind::Receipt), Conclusion::Changed)
            }
            Err(NotAReceipt::Unreadable | NotAReceipt::Foreign | NotAReceipt::TooLarge) => {
                nothing(None, Conclusion::NotOurs)
            }
        };
    }
    // An editor may have put a mark before it, or saved it in another encoding: the letters are the
    // same.
    let text = domain::encoding::text(bytes);
    let bytes = text.as_ref().map_or(bytes, |text| text.as_bytes());
    if !is_bundle(bytes) {
        return nothing(None, Conclusion::NotOurs);
    }
    of_bundle(bytes, nothing(Some(FileKind::Evidence), Conclusion::Changed), anchors)
}

fn of_bundle(bundle: &[u8], file: Verification, anchors: &TrustAnchors) -> Verification {
    let verdict = by_whom_it_may_concern(bundle, anchors, file.at);
    Verification {
        conclusion: conclusion(verdict.outcome),
        told: told(&verdict),
        checks: tried(&verdict),
        bundle_sha256: Some(sha256(bundle)),
        ..file
    }
}

/// A receipt is as good as the evidence in it, and only when it is as it was made.
fn of_receipt(
    contents: &receipt::Contents,
    file: Verification,
    anchors: &TrustAnchors,
    known: &dyn Fn(&CaseId) -> Option<Link>,
) -> Verification {
    let mut found = of_bundle(&contents.bundle, file, anchors);
    let link = &contents.link;
    let same = found
        .told
        .as_ref()
        .is_some_and(|told| told.case == link.case && told.environment == contents.environment);
    let check = |check, passed, detail| CheckResult { check, passed: Some(passed), detail };
    let mut own =
        vec![check(WHOLE, contents.whole, String::new()), check(CASE, same, link.case.0.clone())];
    own.extend(
        known(&link.case).map(|known| check(KNOWN, known == *link, link.number.to_string())),
    );
    if own.iter().any(|tried| tried.passed == Some(false)) {
        found.conclusion = Conclusion::Changed;
    }
    found.checks.splice(0..0, own);
    if let Some(told) = found.told.as_mut() {
        told.number = Some(link.number);
    }
    found
}

/// Practice anchors are known everywhere, so a practice file is told for what it is in a live
/// window, too.
fn by_whom_it_may_concern(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    let verdict = evidence::verify(bundle, anchors, now);
    let practice = verdict
        .request
        .as_ref()
        .is_some_and(|request| request.environment() == Environment::Practice);
    match verdict.outcome {
        Outcome::Invalid(Reason::OtherEnvironment) if practice => {
            evidence::verify(bundle, &evidence::anchors::practice(), now)
        }
        _ => verdict,
    }
}

/// True when it says that it is a bundle: what is wrong with it is then a change, else it is none
/// of ours.
fn is_bundle(bytes: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
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

fn conclusion(outcome: Outcome) -> Conclusion {
    use domain::case::Level;
    match outcome {
        Outcome::Level(Level::A | Level::B) => Conclusion::Genuine,
        Outcome::Level(Level::C) => Conclusion::TextNotProven,
        Outcome::Level(Level::D) => Conclusion::NotAnchored,
        Outcome::Invalid(reason) => match reason {
            Reason::IssuerUnknown | Reason::AudienceOther => Conclusion::NotAnchored,
            Reason::OtherEnvironment => Conclusion::OtherEnvironment,
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

fn told(verdict: &Verdict) -> Option<BundleSummary> {
    let request = verdict.request.as_ref()?;
    let connection = request.connection().ok()?;
    Some(BundleSummary {
        environment: request.environment(),
        case: request.case(),
        organisation: connection.organisation.name,
        cvr: connection.organisation.cvr,
        administrators: connection.administrators.len(),
        purpose: request.purpose(),
        code: request.control_code(),
        approver: verdict.level().map(|_| verdict.login_name()),
        approved_at: verdict.approved_at,
        level: verdict.level(),
        number: None,
    })
}

fn tried(verdict: &Verdict) -> Vec<CheckResult> {
    let checks = verdict.checks.iter();
    checks
        .map(|check| CheckResult {
            check: check.id.code(),
            passed: check.passed,
            detail: check.detail.clone(),
        })
        .collect()
}
