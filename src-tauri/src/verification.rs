//! Checks a file that the person dropped on the window or chose: a receipt, an evidence bundle or a hand-over file. The file is read
//! here, up to a size that none of ours has, and only what came of it crosses to the window. No network.

use crate::dialogs;
use crate::engine::{Engine, State};
use crate::files::{self, Unread};
use domain::desk::Place;
use domain::problem::Problem;
use domain::verification::{Conclusion, FileKind, Told, Tried, Verification};
use domain::{Environment, Timestamp};
use evidence::{Outcome, Reason, TrustAnchors, Verdict};
use std::path::{Path, PathBuf};

/// No receipt or bundle of ours is as large; a hand-over file may be, but is known by its first bytes.
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
    let (task, now) = (engine.clone(), state.now().at);
    engine.spawn_blocking(move || {
        let checked = read(&path).map(|bytes| verification(name(&path), &bytes, &world.broker.anchors(), now));
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

/// What a file of these bytes proves under these anchors.
pub fn verification(file: String, bytes: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verification {
    let nothing = |kind, conclusion| Verification { file: file.clone(), kind, conclusion, told: None, checks: Vec::new(), at: now };
    if bytes.starts_with(b"age-encryption.org/v1\n") {
        return nothing(Some(FileKind::HandOver), Conclusion::Sealed);
    }
    if !is_bundle(bytes) {
        return nothing(None, Conclusion::NotOurs);
    }
    let verdict = by_whom_it_may_concern(bytes, anchors, now);
    Verification {
        kind: Some(FileKind::Evidence),
        conclusion: conclusion(verdict.outcome),
        told: told(&verdict),
        checks: tried(&verdict),
        ..nothing(None, Conclusion::NotOurs)
    }
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
            Reason::TimesWrong | Reason::LevelTooLow | Reason::CertificateRevoked => Conclusion::NotProven,
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
