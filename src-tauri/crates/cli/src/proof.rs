//! Evidence that was read and verified, as the documents that are made of it need it. Nothing is
//! made of evidence that proves nothing.

use crate::arguments::Trust;
use crate::input::Input;
use crate::outcome::Error;
use crate::verify;
use crate::words::Words;
use domain::case::{CaseId, Evidence};
use domain::connection::Connection;
use domain::verification::Refused;
use domain::{Environment, Timestamp, encoding};
use evidence::{NotTrust, Outcome, Reason, TrustAnchors, Verdict, anchors};
use receipt::verification::{Content, recognise};
use std::path::Path;
use texts::Texts;

/// The largest bundle and the largest trust file that are read, in bytes: far above what any holds.
const LIMIT: usize = 5_000_000;

/// An approval that is proven.
pub struct Proof {
    /// Practice or live.
    pub environment: Environment,
    /// The case.
    pub case: CaseId,
    /// What was approved.
    pub connection: Connection,
    /// The bundle and what it says.
    pub evidence: Evidence,
    /// What its verification says.
    pub verdict: Verdict,
}

/// Reads and verifies a bundle, or the one that a receipt carries.
///
/// # Errors
/// [`Error::Unproven`] with the code of the reason, [`Error::CannotJudge`], [`Error::Input`],
/// [`Error::Unreadable`].
pub fn read(path: &Path, trust: &Trust, now: Timestamp, words: &Words) -> Result<Proof, Error> {
    let anchors = match &trust.file {
        Some(file) => from_file(file, words)?,
        None => anchors::practice(),
    };
    let unreadable = |why: Refused| Error::Unreadable {
        path: path.to_owned(),
        why: verify::refused(why, &Texts::new(words.language())),
    };
    let file = Input::raw(path, LIMIT)?;
    let bundle = match recognise(file.clone()) {
        Ok(Content::Bundle(bundle)) => bundle,
        Ok(Content::Receipt(receipt)) => receipt.into_bundle(),
        // Nobody approved in it, so there is nothing to make a receipt of.
        Ok(Content::Record(_)) => return Err(unreadable(Refused::NoEvidence)),
        Ok(Content::HandOver) => return Err(unreadable(Refused::Unknown)),
        // It is told as evidence that proves nothing, with the code of the reason.
        Err(Refused::Unknown) => file,
        Err(why) => return Err(unreadable(why)),
    };
    let verdict = evidence::verify(&bundle, &anchors, now);
    let unproven = |reason: Reason| Error::Unproven {
        path: path.to_owned(),
        why: why_unproven(reason, trust.file.is_some(), words),
    };
    let level = match verdict.outcome {
        Outcome::Level(level) => level,
        // Nobody said whom to trust: it may be genuine.
        Outcome::Invalid(reason @ Reason::OtherEnvironment) if trust.file.is_none() => {
            let texts = Texts::new(words.language());
            let [said, remedy] =
                ["evidence-cannot-be-judged", "evidence-trust-missing"].map(|key| texts.get(key));
            let why = format!("{said} [{}]. {remedy}", reason.code());
            return Err(Error::CannotJudge { path: path.to_owned(), why });
        }
        Outcome::Invalid(reason) => return Err(unproven(reason)),
    };
    // Evidence of a level has both.
    let (Some(request), Some(approved_at)) = (&verdict.request, verdict.approved_at) else {
        return Err(unproven(Reason::RequestUnreadable));
    };
    let connection = request.connection().map_err(|_| unproven(Reason::RequestUnreadable))?;
    let (case, environment, control_code) =
        (request.case(), request.environment(), request.control_code());
    let (approver, authority, clock_offset) =
        (verdict.login_name(), verdict.authority, verdict.clock_offset);
    let evidence =
        Evidence { bundle, level, approver, approved_at, control_code, authority, clock_offset };
    Ok(Proof { environment, case, connection, evidence, verdict })
}

fn from_file(path: &Path, words: &Words) -> Result<TrustAnchors, Error> {
    let unreadable = |why: String| Error::Unreadable { path: path.to_owned(), why };
    let bytes = Input::open(path)?.document(LIMIT)?;
    let text = encoding::text(&bytes).map_err(|why| unreadable(words.not_text(why)))?;
    TrustAnchors::from_toml(&text).map_err(|why: NotTrust| unreadable(why_not_trust(&why, words)))
}

/// Why evidence proves nothing, with the code of the reason.
fn why_unproven(reason: Reason, trusted: bool, words: &Words) -> String {
    let unproven = words.with("cli-evidence-unproven", &[("reason", reason.code())]);
    match (reason, trusted) {
        (Reason::OtherEnvironment, false) => {
            format!("{unproven}; {}", words.get("cli-evidence-needs-trust"))
        }
        (Reason::OtherEnvironment, true) => {
            format!("{unproven}; {}", words.get("cli-evidence-other-environment"))
        }
        _ => unproven,
    }
}

/// Why a file is no trust file.
fn why_not_trust(why: &NotTrust, words: &Words) -> String {
    let refused = words.get("cli-not-trust");
    match why {
        NotTrust::Unreadable { line } => {
            format!("{refused} ({})", words.with("cli-line", &[("line", &line.to_string())]))
        }
        NotTrust::Fields { missing, unusable } => {
            let named = |key: &str, fields: &[String]| {
                if fields.is_empty() {
                    String::new()
                } else {
                    format!("; {}", words.with(key, &[("fields", &fields.join(", "))]))
                }
            };
            format!(
                "{refused}{}{}",
                named("cli-not-trust-missing", missing),
                named("cli-not-trust-unusable", unusable)
            )
        }
    }
}
