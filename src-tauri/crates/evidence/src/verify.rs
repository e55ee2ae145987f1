//! What a bundle proves, found without trusting what made it: the same function serves the app before it says
//! "Godkendt", the command line, and anyone who has the source (DESIGN §3).
//!
//! # Flow
//! Parse everything strictly, follow the chain *request → claim → nonce → ID token → anchored key*, then the text and the
//! level inside the token, then the one-time key's two signatures. The first thing that does not hold makes the bundle
//! invalid; what is merely absent lowers the level.

use crate::anchors::{Anchor, TokenKind, TrustAnchors};
use crate::claim::{CONTEXT, hex};
use crate::json::{self, base64url, canonical};
use crate::request::ApprovalRequest;
use crate::token::{Key, Token, fits, has_exactly, object, parts, text};
use crate::tokens::Tokens;
use crate::verdict::{Authority, Check, CheckId, Outcome, Reason, Time, Verdict};
use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::Timestamp;
use domain::case::Level;
use jsonwebtoken::Algorithm;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;

/// Verifies an evidence bundle against trust anchors.
///
/// Everything is judged as of the token's `iat`, so a bundle proves the same in ten years; `now` only rules out an
/// approval in the future. The levels that can come out:
/// - **B**: an anchored token echoes the reference text.
/// - **C**: as B, but no anchored token has an echo.
/// - **D**: the issuer's name is anchored but the key is not; anyone may have made it.
pub fn verify(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    let mut report = Report::new();
    match examine(bundle, anchors, now, &mut report) {
        Ok(proven) => Verdict {
            outcome: Outcome::Level(proven.level),
            checks: report.checks,
            approver: proven.approver,
            uuid: proven.uuid,
            authority: proven.authority,
            approved_at: Some(proven.approved_at),
            request: report.request,
            time: Time::Claimed,
        },
        Err(reason) => {
            report.failed(reason);
            Verdict {
                outcome: Outcome::Invalid(reason),
                checks: report.checks,
                approver: None,
                uuid: None,
                authority: Authority::Untold,
                approved_at: None,
                request: report.request,
                time: Time::Claimed,
            }
        }
    }
}

struct Proven {
    level: Level,
    approver: Option<String>,
    uuid: Option<String>,
    authority: Authority,
    approved_at: Timestamp,
}

fn examine(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp, report: &mut Report) -> Result<Proven, Reason> {
    let parts = Parts::read(bundle).ok_or(Reason::BundleUnreadable)?;
    let written = canonical(&parts.request);
    let request = ApprovalRequest::parse(&written).map_err(|_| Reason::RequestUnreadable)?;
    let expected_text = request.reference_text();
    let (environment, cvr) = (request.environment(), request.cvr());
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

    let token = Token::read(&parts.id_token, &parts.jwks, TokenKind::Id)?;
    let anchor = anchor(&token, anchors)?;
    report.detail(CheckId::IssuerKnown, token.text("iss").unwrap_or_default());
    if token.text("nonce") != Some(claim.nonce.as_str()) {
        return Err(Reason::NonceOther);
    }
    report.holds(CheckId::RequestUnchanged);
    let approved_at = token.issued(now).ok_or(Reason::TimesWrong)?;
    report.detail(CheckId::Time, &approved_at.to_string());
    report.holds(CheckId::Time);
    let mut tokens = Tokens::new(anchor, token, approved_at);
    if tokens.id_anchored {
        report.holds(CheckId::IssuerKnown);
    }
    if let Some(userinfo) = &parts.userinfo_token {
        report.occasion(CheckId::UserinfoToken);
        tokens.with_userinfo(Token::read(userinfo, &parts.jwks, TokenKind::Userinfo).map_err(|_| Reason::UserinfoOther)?)?;
        report.holds(CheckId::UserinfoToken);
    }
    if let Some(transaction) = &parts.transaction_token {
        report.occasion(CheckId::TransactionToken);
        report.occasion(CheckId::CertificateStatus);
        let token = Token::read(transaction, &parts.jwks, TokenKind::Transaction).map_err(|_| Reason::TransactionOther)?;
        tokens.with_transaction(token, &claim.nonce, now)?;
    }

    let level = tokens.at(&anchor.level).and_then(Value::as_str).unwrap_or_default();
    report.detail(CheckId::LevelSubstantial, level);
    if !anchor.levels.iter().any(|accepted| accepted == level) {
        return Err(Reason::LevelTooLow);
    }
    report.holds(CheckId::LevelSubstantial);
    let echo = tokens.at(&anchor.text);
    if echo.is_some_and(|echo| shown(echo, anchor).as_deref() != Some(expected_text.as_bytes())) {
        return Err(Reason::TextOther);
    }
    let echoed = echo.is_some() && (!tokens.id_anchored || tokens.is_anchored(anchor.text.token));
    if echoed {
        report.holds(CheckId::TextShown);
    }

    let login = format!("{}.{}", base64url(canonical(&parts.claim)), tokens.id.payload);
    if !fits(&parts.claim_signature, &login, &claim.key.key, Algorithm::ES256) {
        return Err(Reason::LoginNotSigned);
    }
    report.holds(CheckId::OneTimeKey);
    if !sealed(&parts, &claim.key) {
        return Err(Reason::SealBroken);
    }
    report.holds(CheckId::Seal);

    let level = match (tokens.id_anchored && tokens.is_anchored(anchor.level.token), echoed) {
        (true, true) => Level::B,
        (true, false) => Level::C,
        (false, _) => Level::D,
    };
    let authority = tokens.authority(cvr);
    if anchor.authority.is_some() {
        report.occasion(CheckId::Authority);
    }
    match authority {
        Authority::Confirmed => report.holds(CheckId::Authority),
        Authority::Other => report.found(CheckId::Authority, false),
        Authority::Untold => {}
    }
    Ok(Proven {
        level,
        approver: tokens.told(&anchor.name).map(str::to_owned),
        uuid: anchor.uuid.as_ref().and_then(|place| tokens.told(place)).map(str::to_owned),
        authority,
        approved_at,
    })
}

/// The members of a bundle, read without the types that write it.
struct Parts {
    request: Value,
    claim: Map<String, Value>,
    claim_signature: String,
    id_token: String,
    userinfo_token: Option<String>,
    transaction_token: Option<String>,
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
        let userinfo_token = optional(members.remove("userinfoToken"), string)?;
        let transaction_token = optional(members.remove("transactionToken"), string)?;
        let transaction_ocsp = optional(members.remove("transactionOcsp"), der)?;
        let _timestamps = optional(members.remove("timestamps"), ders)?.unwrap_or_default();
        let names = ["type", "request", "cic", "cicSignature", "idToken", "jwks", "discovery", "referenceText", "profile"];
        let whole = has_exactly(&members, &names)
            && (transaction_ocsp.is_none() || transaction_token.is_some())
            && text(&members, "type") == Some("tilslut/evidence/v1")
            && has_exactly(members.get("discovery")?.as_object()?, &["issuer", "jwksUri", "fetchedAt"])
            && has_exactly(members.get("profile")?.as_object()?, &["id", "version"]);
        let Value::Object(claim) = members.remove("cic")? else { return None };
        whole.then_some(Self {
            request: members.remove("request")?,
            claim,
            claim_signature: string(members.remove("cicSignature")?)?,
            id_token: string(members.remove("idToken")?)?,
            userinfo_token,
            transaction_token,
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

/// A member that may be left out, but is never something else than it should be.
fn optional<T>(member: Option<Value>, read: impl Fn(Value) -> Option<T>) -> Option<Option<T>> {
    member.map_or(Some(None), |value| read(value).map(Some))
}

/// Bytes in standard base64 with padding, in their only spelling.
fn der(value: Value) -> Option<Vec<u8>> {
    STANDARD.decode(value.as_str()?).ok()
}

/// A list of them that is not empty.
fn ders(value: Value) -> Option<Vec<Vec<u8>>> {
    let Value::Array(values) = value else { return None };
    values.into_iter().map(der).collect::<Option<Vec<_>>>().filter(|list| !list.is_empty())
}

/// The checks for which every bundle gives occasion.
const ALWAYS: [CheckId; 7] = [
    CheckId::RequestUnchanged,
    CheckId::IssuerKnown,
    CheckId::TextShown,
    CheckId::LevelSubstantial,
    CheckId::OneTimeKey,
    CheckId::Seal,
    CheckId::Time,
];

/// The checks while they are made.
struct Report {
    checks: Vec<Check>,
    request: Option<ApprovalRequest>,
}

impl Report {
    fn new() -> Self {
        let mut report = Self { checks: Vec::new(), request: None };
        ALWAYS.iter().for_each(|id| report.occasion(*id));
        report
    }

    /// There is occasion for a check.
    fn occasion(&mut self, id: CheckId) {
        self.checks.push(Check { id, passed: None, detail: String::new() });
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
