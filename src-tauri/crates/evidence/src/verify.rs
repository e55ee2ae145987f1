//! What a bundle proves, found without trusting what made it: the same function serves the app before it says
//! "Godkendt", the command line, and anyone who has the source (DESIGN §3).
//!
//! # Flow
//! Parse everything strictly, follow the chain *request → claim → nonce → ID token → anchored key*, then the text and the
//! level inside the token, then the one-time key's two signatures. The first thing that does not hold makes the bundle
//! invalid; what is merely absent lowers the level.

use crate::anchors::{Anchor, TrustAnchors};
use crate::claim::{CONTEXT, hex};
use crate::json::{self, base64url, canonical};
use crate::request::ApprovalRequest;
use crate::token::{Key, Token, fits, has_exactly, object, parts, text};
use crate::verdict::{Check, CheckId, Outcome, Reason, Time, Verdict};
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::Timestamp;
use domain::case::Level;
use jsonwebtoken::Algorithm;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;

/// How far the issuer's clock may be ahead of `now`, in seconds: five minutes, as Idura's own validator allows.
const SKEW: i64 = 300;

/// Verifies an evidence bundle against trust anchors.
///
/// Everything is judged as of the token's `iat`, so a bundle proves the same in ten years; `now` only rules out an
/// approval in the future. The levels that can come out:
/// - **B**: an ID token under an anchored key that echoes the reference text.
/// - **C**: as B, but the token has no echo.
/// - **D**: the issuer's name is anchored but the key is not; anyone may have made it.
///
/// Level **A** cannot be reached with bundles of type `tilslut/evidence/v1`: they hold no long-lived transaction token.
pub fn verify(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    let mut report = Report::new();
    let (outcome, approver, approved_at) = match examine(bundle, anchors, now, &mut report) {
        Ok(proven) => (Outcome::Level(proven.level), proven.approver, Some(proven.approved_at)),
        Err(reason) => {
            report.failed(reason);
            (Outcome::Invalid(reason), None, None)
        }
    };
    Verdict { outcome, checks: report.checks, approver, approved_at, request: report.request, time: Time::Claimed }
}

struct Proven {
    level: Level,
    approver: Option<String>,
    approved_at: Timestamp,
}

fn examine(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp, report: &mut Report) -> Result<Proven, Reason> {
    let parts = Parts::read(bundle).ok_or(Reason::BundleUnreadable)?;
    let written = canonical(&parts.request);
    let request = ApprovalRequest::parse(&written).map_err(|_| Reason::RequestUnreadable)?;
    let expected_text = request.reference_text();
    let environment = request.environment();
    report.request = Some(request);
    if environment != anchors.environment {
        return Err(Reason::OtherEnvironment);
    }

    let fingerprint = hex(&Sha256::digest(&written));
    report.detail(CheckId::RequestUnchanged, &fingerprint);
    let claim = Claim::read(&parts.claim).ok_or(Reason::ClaimUnreadable)?;
    report.detail(CheckId::OneTimeKey, &claim.key.thumbprint);
    if claim.att != fingerprint {
        return Err(Reason::RequestChanged);
    }
    report.detail(CheckId::TextShown, &expected_text);
    if parts.reference_text != expected_text {
        return Err(Reason::ReferenceTextChanged);
    }

    let token = Token::read(&parts.id_token, &parts.jwks)?;
    let anchor = anchor(&token, anchors)?;
    report.detail(CheckId::IssuerKnown, token.text("iss").unwrap_or_default());
    if token.text("nonce") != Some(claim.nonce.as_str()) {
        return Err(Reason::NonceOther);
    }
    report.holds(CheckId::RequestUnchanged);
    let anchored = anchor.key_thumbprints.contains(&token.thumbprint);
    if anchored {
        report.holds(CheckId::IssuerKnown);
    }

    let approved_at = time(&token, now).ok_or(Reason::TimesWrong)?;
    report.detail(CheckId::Time, &approved_at.to_string());
    report.holds(CheckId::Time);
    let level = token.text(&anchor.level_claim).unwrap_or_default();
    report.detail(CheckId::LevelSubstantial, level);
    if !anchor.levels.iter().any(|accepted| accepted == level) {
        return Err(Reason::LevelTooLow);
    }
    report.holds(CheckId::LevelSubstantial);
    let echoed = token.claims.get(&anchor.text_claim);
    if echoed.is_some_and(|echo| shown(echo, anchor).as_deref() != Some(expected_text.as_bytes())) {
        return Err(Reason::TextOther);
    }
    if echoed.is_some() {
        report.holds(CheckId::TextShown);
    }

    let login = format!("{}.{}", base64url(canonical(&parts.claim)), token.payload);
    if !fits(&parts.claim_signature, &login, &claim.key.key, Algorithm::ES256) {
        return Err(Reason::LoginNotSigned);
    }
    report.holds(CheckId::OneTimeKey);
    if !sealed(&parts, &claim.key) {
        return Err(Reason::SealBroken);
    }
    report.holds(CheckId::Seal);

    let level = match (anchored, echoed) {
        (true, Some(_)) => Level::B,
        (true, None) => Level::C,
        (false, _) => Level::D,
    };
    let approver = token.text(&anchor.name_claim).filter(|name| !name.is_empty()).map(str::to_owned);
    Ok(Proven { level, approver, approved_at })
}

/// The members of a bundle, read without the types that write it.
struct Parts {
    request: Value,
    claim: Map<String, Value>,
    claim_signature: String,
    id_token: String,
    jwks: Value,
    reference_text: String,
    seal: String,
    /// The canonical form of everything but the seal.
    rest: Vec<u8>,
}

impl Parts {
    fn read(bundle: &[u8]) -> Option<Self> {
        let Value::Object(mut members) = json::parse(bundle)? else { return None };
        let seal = string(members.remove("seal")?)?;
        let rest = canonical(&members);
        let names = ["type", "request", "cic", "cicSignature", "idToken", "jwks", "discovery", "referenceText", "profile"];
        let whole = has_exactly(&members, &names)
            && text(&members, "type") == Some("tilslut/evidence/v1")
            && has_exactly(members.get("discovery")?.as_object()?, &["issuer", "jwksUri", "fetchedAt"])
            && has_exactly(members.get("profile")?.as_object()?, &["id", "version"]);
        let Value::Object(claim) = members.remove("cic")? else { return None };
        whole.then_some(Self {
            request: members.remove("request")?,
            claim,
            claim_signature: string(members.remove("cicSignature")?)?,
            id_token: string(members.remove("idToken")?)?,
            jwks: members.remove("jwks")?,
            reference_text: string(members.remove("referenceText")?)?,
            seal,
            rest,
        })
    }
}

/// A client instance claim with exactly its members.
struct Claim {
    att: String,
    key: Key,
    nonce: String,
}

impl Claim {
    fn read(members: &Map<String, Value>) -> Option<Self> {
        let jwk = members.get("upk")?.as_object()?;
        let rz = text(members, "rz")?;
        let fixed = [("alg", "ES256"), ("ctx", CONTEXT), ("typ", "CIC")];
        let whole = has_exactly(members, &["alg", "att", "ctx", "rz", "typ", "upk"])
            && fixed.iter().all(|(name, value)| text(members, name) == Some(value))
            && rz.len() == 64
            && rz.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && has_exactly(jwk, &["alg", "crv", "kty", "x", "y"]);
        let nonce = base64url(Sha3_256::digest(canonical(members)));
        whole.then_some(Self { att: text(members, "att")?.to_owned(), key: Key::read(jwk, Algorithm::ES256)?, nonce })
    }
}

/// The anchor that the token's issuer and audience name.
fn anchor<'a>(token: &Token<'_>, anchors: &'a TrustAnchors) -> Result<&'a Anchor, Reason> {
    let iss = token.text("iss").unwrap_or_default();
    let mut named = anchors.anchors.iter().filter(|anchor| anchor.is_issuer(iss)).peekable();
    named.peek().ok_or(Reason::IssuerUnknown)?;
    named.find(|anchor| token.is_for(&anchor.client_id)).ok_or(Reason::AudienceOther)
}

/// When the token was issued, when its times agree: valid from then or before, until then or later, and not in the future.
fn time(token: &Token<'_>, now: Timestamp) -> Option<Timestamp> {
    let issued = token.seconds("iat")?;
    let from = match token.claims.get("nbf") {
        Some(from) => from.as_i64()?,
        None => issued,
    };
    let latest = now.as_second().saturating_add(SKEW);
    (from <= issued && issued <= token.seconds("exp")? && issued <= latest).then(|| Timestamp::from_second(issued).ok()).flatten()
}

/// The text that a claim echoes. Brokers send base64 as they got it: with either alphabet, padded or not (`oidc.md` §1).
fn shown(echo: &Value, anchor: &Anchor) -> Option<Vec<u8>> {
    let echo = echo.as_str()?;
    if !anchor.text_base64 {
        return Some(echo.as_bytes().to_vec());
    }
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [alphabet::STANDARD, alphabet::URL_SAFE].iter().find_map(|alphabet| GeneralPurpose::new(alphabet, config).decode(echo).ok())
}

/// True when the seal is a detached JWS (RFC 7515 appendix F) of the one-time key over the rest of the bundle.
fn sealed(bundle: &Parts, key: &Key) -> bool {
    let Some((header, "", signature)) = parts(&bundle.seal) else { return false };
    let ours = object(header).is_some_and(|head| {
        has_exactly(&head, &["alg", "typ"]) && text(&head, "alg") == Some("ES256") && text(&head, "typ") == Some("osm")
    });
    ours && fits(signature, &format!("{header}.{}", base64url(&bundle.rest)), &key.key, Algorithm::ES256)
}

fn string(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The checks while they are made.
struct Report {
    checks: Vec<Check>,
    request: Option<ApprovalRequest>,
}

impl Report {
    fn new() -> Self {
        let checks = CheckId::ALL.iter().map(|id| Check { id: *id, passed: None, detail: String::new() }).collect();
        Self { checks, request: None }
    }

    fn detail(&mut self, id: CheckId, detail: &str) {
        for check in self.checks.iter_mut().filter(|check| check.id == id) {
            detail.clone_into(&mut check.detail);
        }
    }

    fn holds(&mut self, id: CheckId) {
        self.found(id, true);
    }

    fn failed(&mut self, reason: Reason) {
        if let Some(id) = reason.check() {
            self.found(id, false);
        }
    }

    fn found(&mut self, id: CheckId, passed: bool) {
        for check in self.checks.iter_mut().filter(|check| check.id == id) {
            check.passed = Some(passed);
        }
    }
}
