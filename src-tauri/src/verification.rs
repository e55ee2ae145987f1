//! Checks a file that the person dropped on the window or chose: a receipt, an evidence bundle or a hand-over file. The file is read
//! here, up to a size that none of ours has, and only what came of it crosses to the window. No network.

use crate::dialogs;
use crate::engine::{Engine, State};
use crate::files::{self, Unread};
use domain::chain::Chain;
use domain::desk::Place;
use domain::problem::{FieldProblem, Problem};
use domain::verification::{Conclusion, FileKind, Told, Tried, Verification};
use domain::{Environment, Timestamp};
use evidence::{Outcome, Reason, TrustAnchors, Verdict};
use receipt::sha256;
use receipt::{NotAReceipt, ShortProof};
use std::path::{Path, PathBuf};

/// A hand-over file with its documents may be as large; receipts and bundles are far smaller.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["pdf", "json", "tilslut"];

/// Asks for a file, and checks it.
pub fn choose(engine: &Engine, state: &State) {
    let question = dialogs::question(state, String::new(), "file-to-check", ENDINGS);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(path) = task.desktop().choose_file(question) else { return };
        task.happened(|state| check(&task, state, path));
    });
}

/// Checks a file, on its page.
pub fn check(engine: &Engine, state: &mut State, path: PathBuf) {
    let (Some(world), true) = (state.world.clone(), state.vault.is_some()) else { return };
    state.desk.go(Place::Verify);
    let (task, now, chain) = (engine.clone(), state.now().at, state.desk.chain.clone());
    engine.spawn_blocking(move || {
        let checked = read(&path).map(|bytes| verification(name(&path), &bytes, &world.broker.anchors(), &chain, now));
        task.happened(|state| {
            // The person may have gone elsewhere meanwhile.
            if state.desk.place == Place::Verify {
                match checked {
                    Ok(verification) => state.desk.verification = Some(verification),
                    Err(problem) => state.desk.problem = Some(problem),
                }
            }
        });
    });
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
pub fn compare(state: &mut State, typed: &str) {
    let Ok(proof) = ShortProof::parse(typed) else {
        state.desk.field_problems = vec![FieldProblem::at("code", Problem::ProofCode)];
        return;
    };
    let Some(Verification { told: Some(told), bundle_sha256: Some(bundle), checks, .. }) = state.desk.verification.as_mut() else {
        state.desk.field_problems = vec![FieldProblem::at("code", Problem::ProofWithoutFile)];
        return;
    };
    let fits = proof.bundle_sha256 == *bundle
        && proof.is_about(told.environment, &told.case, &told.code)
        && told.number.is_none_or(|number| number == proof.number);
    checks.retain(|tried| tried.check != PAPER);
    checks.push(Tried { check: PAPER, passed: Some(fits), detail: proof.to_string() });
    state.desk.field_problems.clear();
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

/// What a file of these bytes proves under these anchors. `chain` is that of this machine.
pub fn verification(file: String, bytes: &[u8], anchors: &TrustAnchors, chain: &Chain, now: Timestamp) -> Verification {
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
    if bytes.starts_with(b"%PDF-") {
        return match receipt::read(bytes) {
            Ok(contents) => of_receipt(&contents, nothing(Some(FileKind::Receipt), Conclusion::Changed), anchors, chain),
            Err(NotAReceipt::Changed) => nothing(Some(FileKind::Receipt), Conclusion::Changed),
            // Cut off or damaged, it still says in the clear what it was.
            Err(NotAReceipt::Unreadable) if contains(bytes, b"<tilslut:link>") => nothing(Some(FileKind::Receipt), Conclusion::Changed),
            Err(NotAReceipt::Unreadable | NotAReceipt::Foreign | NotAReceipt::TooLarge) => nothing(None, Conclusion::NotOurs),
        };
    }
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
fn of_receipt(contents: &receipt::Contents, file: Verification, anchors: &TrustAnchors, chain: &Chain) -> Verification {
    let mut found = of_bundle(&contents.bundle, file, anchors);
    let link = &contents.link;
    let same = found.told.as_ref().is_some_and(|told| told.case == link.case && told.environment == contents.environment);
    let check = |check, passed, detail| Tried { check, passed: Some(passed), detail };
    let mut own = vec![check(WHOLE, contents.whole, String::new()), check(CASE, same, link.case.0.clone())];
    own.extend(chain.of(&link.case).map(|known| check(KNOWN, known == link, link.number.to_string())));
    if own.iter().any(|tried| tried.passed == Some(false)) {
        found.conclusion = Conclusion::Changed;
    }
    found.checks.splice(0..0, own);
    if let Some(told) = found.told.as_mut() {
        told.number = Some(link.number);
    }
    found
}

/// Practice anchors are known everywhere, so a practice file is told for what it is in a live window, too.
fn by_whom_it_may_concern(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    let verdict = evidence::verify(bundle, anchors, now);
    let practice = verdict.request.as_ref().is_some_and(|request| request.environment() == Environment::Practice);
    match verdict.outcome {
        Outcome::Invalid(Reason::OtherEnvironment) if practice => evidence::verify(bundle, &evidence::anchors::practice(), now),
        _ => verdict,
    }
}

/// True when it says that it is a bundle: what is wrong with it is then a change, else it is none of ours.
fn is_bundle(bytes: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Named {
        r#type: String,
    }
    match serde_json::from_slice::<Named>(bytes) {
        Ok(named) => named.r#type.starts_with("tilslut/evidence/"),
        // Cut off or damaged, it still shows what it was: how every bundle begins, or what it calls itself.
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
            Reason::OtherPurpose | Reason::TimesWrong | Reason::LevelTooLow | Reason::CertificateRevoked => Conclusion::NotProven,
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

fn told(verdict: &Verdict) -> Option<Told> {
    let request = verdict.request.as_ref()?;
    let connection = request.connection().ok()?;
    Some(Told {
        environment: request.environment(),
        case: request.case(),
        organisation: connection.organisation.name,
        cvr: connection.organisation.cvr,
        administrators: connection.administrators.len(),
        purpose: request.purpose(),
        code: request.control_code(),
        approver: verdict.approver.clone(),
        approved_at: verdict.approved_at,
        level: verdict.level(),
        number: None,
    })
}

fn tried(verdict: &Verdict) -> Vec<Tried> {
    let checks = verdict.checks.iter();
    checks.map(|check| Tried { check: check.id.code(), passed: check.passed, detail: check.detail.clone() }).collect()
}
