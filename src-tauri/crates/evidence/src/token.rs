//! A signed token as the verifier reads it: a compact JWS of which nothing is believed before its
//! signature fits the key in the bundle. Reads by itself instead of asking a token library, because
//! a library answers "as of now" and lets members named twice pass; only the signature is the
//! library's.

use crate::anchors::TokenKind;
use crate::certificate::X509;
use crate::json::{self, base64url, canonical, from_base64url};
use crate::verdict::{Downgrade, Reason};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use jiff::SignedDuration;
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use pkcs1::RsaPublicKey;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use x509_cert::der::Decode as _;

/// How far clocks may differ, in seconds: five minutes, as Idura's own validator allows.
pub(crate) const SKEW: i64 = 300;

/// A token whose signature fits a key of the bundle.
pub(crate) struct Token<'a> {
    /// The claims.
    pub(crate) claims: Map<String, Value>,
    /// The payload part as it stands in the token, which the one-time key signs.
    pub(crate) payload: &'a str,
    /// The RFC 7638 thumbprint of the key.
    pub(crate) thumbprint: String,
    /// The certificates of the key of a transaction token, the leaf first.
    pub(crate) certificates: Result<Vec<X509>, Downgrade>,
}

impl<'a> Token<'a> {
    /// Reads a token and checks its signature.
    pub(crate) fn read(compact: &'a str, jwks: &Value, kind: TokenKind) -> Result<Self, Reason> {
        let (header, payload, signature) = parts(compact).ok_or(Reason::TokenUnreadable)?;
        let head =
            object(header).filter(|head| is_plain(head, kind)).ok_or(Reason::TokenUnreadable)?;
        let algorithm = match text(&head, "alg") {
            Some("RS256") => Algorithm::RS256,
            Some("ES256") => Algorithm::ES256,
            _ => return Err(Reason::AlgorithmRefused),
        };
        let jwk = chosen(&head, jwks, algorithm);
        let certificates = match kind {
            TokenKind::Transaction => {
                certificates(jwk.and_then(|jwk| jwk.get("x5c")).or(head.get("x5c")))
            }
            TokenKind::Id | TokenKind::Userinfo => Err(Downgrade::CertificateMissing),
        };
        let key = match (jwk, certificates.as_deref()) {
            (Some(jwk), _) => Key::read(jwk, algorithm),
            // Only when no key is kept beside the token: its header may carry the certificate
            // instead.
            (None, Ok([leaf, ..])) => Key::of(leaf, algorithm),
            (None, _) => None,
        };
        let key = key.ok_or(Reason::KeyMissing)?;
        if !verifies(signature, &format!("{header}.{payload}"), &key.key, algorithm) {
            return Err(Reason::TokenForged);
        }
        let claims = object(payload).ok_or(Reason::TokenUnreadable)?;
        Ok(Self { claims, payload, thumbprint: key.thumbprint, certificates })
    }

    /// True when a certificate is of the key that signed.
    pub(crate) fn is_signed_with(&self, certificate: &X509) -> bool {
        let of = |algorithm| {
            Key::of(certificate, algorithm).is_some_and(|key| key.thumbprint == self.thumbprint)
        };
        of(Algorithm::RS256) || of(Algorithm::ES256)
    }

    /// A claim that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        text(&self.claims, name)
    }

    /// When it was issued, when its times agree: valid from then or before, until then or later,
    /// and not in the future.
    pub(crate) fn issued(&self, now: Timestamp) -> Option<Timestamp> {
        let issued = self.seconds("iat")?;
        let from = match self.claims.get("nbf") {
            Some(from) => whole_seconds(from)?,
            None => issued,
        };
        let latest = now.as_second().saturating_add(SKEW);
        (from <= issued && issued <= self.seconds("exp")? && issued <= latest)
            .then(|| Timestamp::from_second(issued).ok())
            .flatten()
    }

    /// A claim that is a whole number of seconds.
    pub(crate) fn seconds(&self, name: &str) -> Option<i64> {
        whole_seconds(self.claims.get(name)?)
    }

    /// True when the token is made for this client and nobody else (OpenID Connect Core 3.1.3.7,
    /// steps 3 to 5).
    pub(crate) fn is_for(&self, client: &str) -> bool {
        let audience = match self.claims.get("aud") {
            Some(Value::Array(all)) => all.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => return false,
        };
        // Some name the same client twice.
        let is_alone = !audience.is_empty() && audience.iter().all(|one| one == client);
        is_alone && self.claims.get("azp").is_none_or(|azp| azp == client)
    }
}

/// A public key for one algorithm, with its RFC 7638 thumbprint.
pub(crate) struct Key {
    pub(crate) key: DecodingKey,
    pub(crate) thumbprint: String,
}

impl Key {
    /// Reads a JWK that is meant for signatures with this algorithm.
    pub(crate) fn read(jwk: &Map<String, Value>, algorithm: Algorithm) -> Option<Self> {
        let meant = |name: &str, value: &str| jwk.get(name).is_none_or(|given| given == value);
        let member = |name: &str| text(jwk, name);
        let (named, key) = match (algorithm, member("kty")?) {
            (Algorithm::RS256, "RSA") => ("RS256", Self::rsa(member("n")?, member("e")?)),
            (Algorithm::ES256, "EC") if member("crv") == Some("P-256") => {
                ("ES256", Self::p256(member("x")?, member("y")?))
            }
            _ => return None,
        };
        key.filter(|_| meant("alg", named) && meant("use", "sig"))
    }

    /// The key of a certificate.
    pub(crate) fn of(certificate: &X509, algorithm: Algorithm) -> Option<Self> {
        let key = certificate
            .certificate
            .tbs_certificate
            .subject_public_key_info
            .subject_public_key
            .raw_bytes();
        if algorithm == Algorithm::RS256 {
            let rsa = RsaPublicKey::from_der(key).ok()?;
            return Self::rsa(
                &base64url(rsa.modulus.as_bytes()),
                &base64url(rsa.public_exponent.as_bytes()),
            );
        }
        // An uncompressed point is the byte 4 and two coordinates of 32 bytes (SEC 1 §2.3.3).
        let (x, y) =
            key.strip_prefix(&[4]).filter(|point| point.len() == 64)?.split_at_checked(32)?;
        Self::p256(&base64url(x), &base64url(y))
    }

    fn rsa(n: &str, e: &str) -> Option<Self> {
        let thumbprint = thumbprint(&json!({"e": e, "kty": "RSA", "n": n}));
        Some(Self { key: DecodingKey::from_rsa_components(n, e).ok()?, thumbprint })
    }

    fn p256(x: &str, y: &str) -> Option<Self> {
        let thumbprint = thumbprint(&json!({"crv": "P-256", "kty": "EC", "x": x, "y": y}));
        Some(Self { key: DecodingKey::from_ec_components(x, y).ok()?, thumbprint })
    }
}

/// RFC 7638 §3: SHA-256 over the members that the kind of key requires.
fn thumbprint(required: &Value) -> String {
    base64url(Sha256::digest(canonical(required)))
}

/// The certificates of an `x5c` member (RFC 7517 §4.7).
fn certificates(x5c: Option<&Value>) -> Result<Vec<X509>, Downgrade> {
    let all = x5c
        .and_then(Value::as_array)
        .filter(|all| !all.is_empty())
        .ok_or(Downgrade::CertificateMissing)?;
    let certificate = |value: &Value| X509::read(&STANDARD.decode(value.as_str()?).ok()?);
    all.iter().map(certificate).collect::<Option<_>>().ok_or(Downgrade::CertificateUnreadable)
}

/// True when a base64url signature over a message is that of a key.
pub(crate) fn verifies(
    signature: &str,
    message: &str,
    key: &DecodingKey,
    algorithm: Algorithm,
) -> bool {
    crypto::verify(signature, message.as_bytes(), key, algorithm).unwrap_or(false)
}

/// A member that is a text.
pub(crate) fn text<'v>(object: &'v Map<String, Value>, name: &str) -> Option<&'v str> {
    object.get(name)?.as_str()
}

/// True when an object has exactly these members.
pub(crate) fn has_exactly(object: &Map<String, Value>, names: &[&str]) -> bool {
    object.len() == names.len() && names.iter().all(|name| object.contains_key(*name))
}

/// The three parts of a compact JWS.
pub(crate) fn parts(compact: &str) -> Option<(&str, &str, &str)> {
    let mut parts = compact.split('.');
    let three = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(three)
}

/// A base64url part that is a JSON object.
pub(crate) fn object(part: &str) -> Option<Map<String, Value>> {
    match json::parse(&from_base64url(part)?)? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// A header that asks for nothing beyond a plain signature: no critical extension (RFC 7515
/// §4.1.11), no other way to read the payload, no other type than `JWT`; at least one broker calls
/// its userinfo token an access token (`at+jwt`, `oidc.md` §1.1).
fn is_plain(head: &Map<String, Value>, kind: TokenKind) -> bool {
    let refused = ["crit", "b64", "cty", "enc", "zip"];
    let types: &[&str] = if kind == TokenKind::Id { &["JWT"] } else { &["JWT", "at+jwt"] };
    let is_known = |typ: &Value| {
        typ.as_str().is_some_and(|typ| types.iter().any(|known| known.eq_ignore_ascii_case(typ)))
    };
    let names_a_key = head.get("kid").is_none_or(Value::is_string);
    names_a_key
        && head.get("typ").is_none_or(is_known)
        && !refused.iter().any(|name| head.contains_key(*name))
}

/// The one key that the header names, or the only one of the algorithm's kind when it names none.
fn chosen<'k>(
    head: &Map<String, Value>,
    jwks: &'k Value,
    algorithm: Algorithm,
) -> Option<&'k Map<String, Value>> {
    let kind = if algorithm == Algorithm::ES256 { "EC" } else { "RSA" };
    let mut fitting = jwks.get("keys")?.as_array()?.iter().filter(|key| match head.get("kid") {
        Some(kid) => key.get("kid") == Some(kid),
        None => key.get("kty").is_some_and(|kty| kty == kind),
    });
    let key = fitting.next()?.as_object()?;
    fitting.next().is_none().then_some(key)
}

/// Seconds since 1970. RFC 7519 §2 allows a fraction, which is left out.
pub(crate) fn whole_seconds(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        SignedDuration::try_from_secs_f64(value.as_f64()?.floor()).ok().map(|since| since.as_secs())
    })
}
