//! What a bundle proves, found without trusting what made it: the same function serves the app
//! before it says "Godkendt", the command line, and anyone who has the source (DESIGN §3).
//!
//! # Flow
//! Parse everything strictly, follow the chain *request → claim → nonce → ID token → anchored key*,
//! then the text and the level inside the token, then the one-time key's two signatures. The first
//! thing that does not hold makes the bundle invalid; what is merely absent lowers the level.

use crate::anchors::{Anchor, TokenKind, TrustAnchors};
use crate::json::{base64url, canonical};
use crate::members::{Claim, ParsedBundle};
use crate::purpose::Purpose;
use crate::report::Report;
use crate::request::ApprovalRequest;
use crate::status::{Status, status};
use crate::time_stamp;
use crate::token::{Key, SKEW, Token, has_exactly, object, parts, text, verifies};
use crate::tokens::Tokens;
use crate::verdict::{Authority, CheckId, Downgrade, Outcome, Reason, Time, Verdict};
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::Timestamp;
use domain::case::Level;
use jsonwebtoken::Algorithm;
use serde_json::Value;

/// Verifies the evidence of an approval against trust anchors.
///
/// Everything is judged as of the token's `iat`, so a bundle proves the same in ten years; `now`
/// only rules out an approval in the future. The levels that can come out:
/// - **A**: as B, and the text is echoed in the broker's long-lived transaction token, whose
///   certificate stands under an anchored authority.
/// - **B**: an anchored token echoes the reference text.
/// - **C**: as B, but no anchored token has an echo.
/// - **D**: the issuer's name is anchored but the key is not; anyone may have made it.
///
/// Evidence of anything else than an approval is invalid, whatever it proves
/// ([`Reason::OtherPurpose`]).
pub fn verify(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    verify_for(Purpose::Approval, bundle, anchors, now)
}

/// As [`verify`], for evidence that a login was made for `purpose`.
pub fn verify_for(
    purpose: Purpose,
    bundle: &[u8],
    anchors: &TrustAnchors,
    now: Timestamp,
) -> Verdict {
    let mut report = Report::new();
    match examine(purpose, bundle, anchors, now, &mut report) {
        Ok(proven) => Verdict {
            outcome: Outcome::Level(proven.level),
            checks: report.checks,
            approver: proven.approver,
            protected: proven.protected,
            clock_offset: proven.clock_offset,
            uuid: proven.uuid,
            authority: proven.authority,
            approved_at: Some(proven.approved_at),
            request: report.request,
            time: proven.time,
        },
        Err(reason) => {
            report.failed(reason);
            Verdict {
                outcome: Outcome::Invalid(reason),
                checks: report.checks,
                approver: None,
                protected: false,
                clock_offset: None,
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
    protected: bool,
    clock_offset: Option<i64>,
    uuid: Option<String>,
    authority: Authority,
    approved_at: Timestamp,
    time: Time,
}

fn examine(
    purpose: Purpose,
    bundle: &[u8],
    anchors: &TrustAnchors,
    now: Timestamp,
    report: &mut Report,
) -> Result<Proven, Reason> {
    let mut parts = ParsedBundle::read(bundle).ok_or(Reason::BundleUnreadable)?;
    let (request, fingerprint) = ApprovalRequest::read(std::mem::take(&mut parts.request))
        .map_err(|_| Reason::RequestUnreadable)?;
    let expected_text = request.text_with(&fingerprint);
    let (environment, cvr, found) = (request.environment(), request.cvr(), request.purpose());
    report.request = Some(request);
    if found != purpose {
        return Err(Reason::OtherPurpose);
    }
    if environment != anchors.environment {
        return Err(Reason::OtherEnvironment);
    }

    let fingerprint = base16ct::lower::encode_string(&fingerprint);
    report.detail(CheckId::RequestUnchanged, &fingerprint);
    let claim = Claim::read(&parts.claim, purpose).ok_or(Reason::ClaimUnreadable)?;
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
        tokens.with_userinfo(
            Token::read(userinfo, &parts.jwks, TokenKind::Userinfo)
                .map_err(|_| Reason::UserinfoOther)?,
        )?;
        report.holds(CheckId::UserinfoToken);
    }
    let mut lasting = false;
    if let Some(transaction) = &parts.transaction_token {
        report.occasion(CheckId::TransactionToken);
        report.occasion(CheckId::CertificateStatus);
        let token = Token::read(transaction, &parts.jwks, TokenKind::Transaction)
            .map_err(|_| Reason::TransactionOther)?;
        let issued = tokens.with_transaction(token, &claim.nonce, now)?;
        lasting = certified(&mut tokens, issued, parts.transaction_ocsp.as_deref(), report)?;
    }

    let level = tokens.at(&anchor.claims.level).and_then(Value::as_str).unwrap_or_default();
    report.detail(CheckId::LevelSubstantial, level);
    if !anchor.claims.levels.iter().any(|accepted| accepted == level) {
        return Err(Reason::LevelTooLow);
    }
    report.holds(CheckId::LevelSubstantial);
    let echo = tokens.at(&anchor.claims.text);
    if echo
        .is_some_and(|echo| echoed_text(echo, anchor).as_deref() != Some(expected_text.as_bytes()))
    {
        return Err(Reason::TextOther);
    }
    let echoed =
        echo.is_some() && (!tokens.id_anchored || tokens.is_anchored(anchor.claims.text.token));
    if echoed {
        report.holds(CheckId::TextShown);
    }

    let login = format!("{}.{}", base64url(canonical(&parts.claim)), tokens.id.payload);
    if !verifies(&parts.claim_signature, &login, &claim.key.key, Algorithm::ES256) {
        return Err(Reason::LoginNotSigned);
    }
    report.holds(CheckId::OneTimeKey);
    if !sealed(&parts, &claim.key) {
        return Err(Reason::SealBroken);
    }
    report.holds(CheckId::Seal);

    let level = match (tokens.id_anchored && tokens.is_anchored(anchor.claims.level.token), echoed)
    {
        (true, true) if lasting && anchor.claims.text.token == TokenKind::Transaction => Level::A,
        (true, true) => Level::B,
        (true, false) => Level::C,
        (false, _) => Level::D,
    };
    let time = trusted_time(&parts, &tokens, anchors, report);
    let authority = tokens.authority(cvr);
    // A broker knows it of few people, so its silence is no occasion to say that something is not
    // confirmed.
    if authority != Authority::Untold {
        report.occasion(CheckId::Authority);
        report.found(CheckId::Authority, authority == Authority::Confirmed);
    }
    Ok(Proven {
        level,
        approver: tokens
            .trusted_text(&anchor.claims.name)
            .and_then(domain::approver::normalised_name),
        protected: tokens.protected(),
        clock_offset: parts.clock_offset,
        uuid: anchor
            .claims
            .uuid
            .as_ref()
            .and_then(|place| tokens.trusted_text(place))
            .map(str::to_owned),
        authority,
        approved_at,
        time,
    })
}

/// Whether the transaction token proves by itself for many years: an anchored authority stands
/// behind its certificate, and the status that was got with it, if any, says that it was good.
fn certified(
    tokens: &mut Tokens<'_>,
    issued: Timestamp,
    ocsp: Option<&[u8]>,
    report: &mut Report,
) -> Result<bool, Reason> {
    let certified = match tokens.certified(issued) {
        Ok(certified) => certified,
        Err(doubt) => {
            report.doubted(CheckId::TransactionToken, doubt);
            return Ok(false);
        }
    };
    report.detail(CheckId::TransactionToken, &certified.leaf.serial());
    report.holds(CheckId::TransactionToken);
    let Some(ocsp) = ocsp else {
        report.doubted(CheckId::CertificateStatus, Downgrade::StatusAbsent);
        return Ok(true);
    };
    match status(ocsp, certified.leaf, certified.issuer, issued) {
        Ok(Status::Good) => {
            report.holds(CheckId::CertificateStatus);
            Ok(true)
        }
        Ok(Status::Revoked) => Err(Reason::CertificateRevoked),
        Err(doubt) => {
            report.doubted(CheckId::CertificateStatus, doubt);
            Ok(false)
        }
    }
}

/// The longest that a token is taken to hold, in seconds: a day. Brokers give minutes to some hours;
/// one that holds for a hundred years would make a time-stamp of any day one of the approval.
const LONGEST: i64 = 24 * 60 * 60;

/// When a third party saw the bundle, if an anchored one did while the ID token was valid
/// (`oidc.md` §5.2, expiry). Of several time-stamps the earliest that holds.
fn trusted_time(
    parts: &ParsedBundle,
    tokens: &Tokens<'_>,
    anchors: &TrustAnchors,
    report: &mut Report,
) -> Time {
    let Some(imprint) = &parts.imprint else { return Time::Claimed };
    report.occasion(CheckId::TimeStamp);
    let earliest = tokens.issued.as_second().saturating_sub(SKEW);
    let until = tokens.id.seconds("exp").unwrap_or(i64::MIN);
    let latest = until.min(earliest.saturating_add(LONGEST)).saturating_add(SKEW);
    let within = |at: Timestamp| {
        (earliest..=latest)
            .contains(&at.as_second())
            .then_some(at)
            .ok_or(Downgrade::TimeStampOutside)
    };
    let found = parts.timestamps.iter().map(|token| {
        time_stamp::attested_time(token, imprint, &anchors.time_stamps).and_then(within)
    });
    let (held, doubts): (Vec<_>, Vec<_>) = found.partition(Result::is_ok);
    match (held.into_iter().flatten().min(), doubts.first()) {
        (Some(at), _) => {
            report.detail(CheckId::TimeStamp, &at.to_string());
            report.holds(CheckId::TimeStamp);
            Time::Trusted(at)
        }
        (None, Some(Err(doubt))) => {
            report.doubted(CheckId::TimeStamp, *doubt);
            Time::Claimed
        }
        (None, _) => Time::Claimed,
    }
}

/// The anchor that the token's issuer and audience name.
fn anchor<'a>(token: &Token<'_>, anchors: &'a TrustAnchors) -> Result<&'a Anchor, Reason> {
    let iss = token.text("iss").unwrap_or_default();
    let mut named = anchors.anchors.iter().filter(|anchor| anchor.is_issuer(iss)).peekable();
    named.peek().ok_or(Reason::IssuerUnknown)?;
    named.find(|anchor| token.is_for(&anchor.client_id)).ok_or(Reason::AudienceOther)
}

/// The text that a claim echoes. Brokers send base64 as they got it: with either alphabet, padded
/// or not (`oidc.md` §1).
fn echoed_text(echo: &Value, anchor: &Anchor) -> Option<Vec<u8>> {
    let echo = echo.as_str()?;
    if !anchor.claims.text_base64 {
        return Some(echo.as_bytes().to_vec());
    }
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [alphabet::STANDARD, alphabet::URL_SAFE]
        .iter()
        .find_map(|alphabet| GeneralPurpose::new(alphabet, config).decode(echo).ok())
}

/// True when the seal is a detached JWS (RFC 7515 appendix F) of the one-time key over the rest of
/// the bundle.
fn sealed(bundle: &ParsedBundle, key: &Key) -> bool {
    let Some((header, "", signature)) = parts(&bundle.seal) else { return false };
    let ours = object(header).is_some_and(|head| {
        has_exactly(&head, &["alg", "typ"])
            && text(&head, "alg") == Some("ES256")
            && text(&head, "typ") == Some("osm")
    });
    ours && verifies(
        signature,
        &format!("{header}.{}", base64url(&bundle.rest)),
        &key.key,
        Algorithm::ES256,
    )
}
