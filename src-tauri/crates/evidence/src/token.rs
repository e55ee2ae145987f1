//! A signed token as the verifier reads it: a compact JWS of which nothing is believed before its signature fits the key in
//! the bundle. Reads by itself instead of asking a token library, because a library answers "as of now" and lets members
//! named twice pass; only the signature is the library's.

use crate::anchors::TokenKind;
use crate::json::{self, base64url, canonical, from_base64url};
use crate::tokens::SKEW;
use crate::verdict::Reason;
use domain::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// A token whose signature fits a key of the bundle.
pub(crate) struct Token<'a> {
    /// The claims.
    pub(crate) claims: Map<String, Value>,
    /// The payload part as it stands in the token, which the one-time key signs.
    pub(crate) payload: &'a str,
    /// The RFC 7638 thumbprint of the key.
    pub(crate) thumbprint: String,
}

impl<'a> Token<'a> {
    /// Reads a token and checks its signature.
    pub(crate) fn read(compact: &'a str, jwks: &Value, kind: TokenKind) -> Result<Self, Reason> {
        let (header, payload, signature) = parts(compact).ok_or(Reason::TokenUnreadable)?;
        let head = object(header).filter(|head| is_plain(head, kind)).ok_or(Reason::TokenUnreadable)?;
        let algorithm = match text(&head, "alg") {
            Some("RS256") => Algorithm::RS256,
            Some("ES256") => Algorithm::ES256,
            _ => return Err(Reason::AlgorithmRefused),
        };
        let jwk = chosen(&head, jwks, algorithm).ok_or(Reason::KeyMissing)?;
        let key = Key::read(jwk, algorithm).ok_or(Reason::KeyMissing)?;
        if !fits(signature, &format!("{header}.{payload}"), &key.key, algorithm) {
            return Err(Reason::TokenForged);
        }
        let claims = object(payload).ok_or(Reason::TokenUnreadable)?;
        Ok(Self { claims, payload, thumbprint: key.thumbprint })
    }

    /// A claim that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        text(&self.claims, name)
    }

    /// When it was issued, when its times agree: valid from then or before, until then or later, and not in the future.
    pub(crate) fn issued(&self, now: Timestamp) -> Option<Timestamp> {
        let issued = self.seconds("iat")?;
        let from = match self.claims.get("nbf") {
            Some(from) => from.as_i64()?,
            None => issued,
        };
        let latest = now.as_second().saturating_add(SKEW);
        (from <= issued && issued <= self.seconds("exp")? && issued <= latest).then(|| Timestamp::from_second(issued).ok()).flatten()
    }

    /// A claim that is a whole number of seconds.
    pub(crate) fn seconds(&self, name: &str) -> Option<i64> {
        self.claims.get(name)?.as_i64()
    }

    /// True when the token is made for this client and nobody else (OpenID Connect Core 3.1.3.7, steps 3 to 5).
    pub(crate) fn is_for(&self, client: &str) -> bool {
        let audience = match self.claims.get("aud") {
            Some(Value::Array(all)) => match all.as_slice() {
                [Value::String(only)] => only,
                _ => return false,
            },
            Some(Value::String(only)) => only,
            _ => return false,
        };
        audience == client && self.claims.get("azp").is_none_or(|azp| azp == client)
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
        let (named, key, required) = match (algorithm, member("kty")?) {
            (Algorithm::RS256, "RSA") => {
                let (n, e) = (member("n")?, member("e")?);
                ("RS256", DecodingKey::from_rsa_components(n, e), json!({"e": e, "kty": "RSA", "n": n}))
            }
            (Algorithm::ES256, "EC") if member("crv") == Some("P-256") => {
                let (x, y) = (member("x")?, member("y")?);
                ("ES256", DecodingKey::from_ec_components(x, y), json!({"crv": "P-256", "kty": "EC", "x": x, "y": y}))
            }
            _ => return None,
        };
        if !meant("alg", named) || !meant("use", "sig") {
            return None;
        }
        Some(Self { key: key.ok()?, thumbprint: base64url(Sha256::digest(canonical(&required))) })
    }
}

/// True when a base64url signature over a message fits a key.
pub(crate) fn fits(signature: &str, message: &str, key: &DecodingKey, algorithm: Algorithm) -> bool {
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

/// A header that asks for nothing beyond a plain signature: no critical extension (RFC 7515 §4.1.11), no other way to read the payload,
/// no other type than `JWT`; at least one broker calls its userinfo token an access token (`at+jwt`, `oidc.md` §1.1).
fn is_plain(head: &Map<String, Value>, kind: TokenKind) -> bool {
    let refused = ["crit", "b64", "cty", "enc", "zip"];
    let types: &[&str] = if kind == TokenKind::Id { &["JWT"] } else { &["JWT", "at+jwt"] };
    let is_known = |typ: &Value| typ.as_str().is_some_and(|typ| types.iter().any(|known| known.eq_ignore_ascii_case(typ)));
    let names_a_key = head.get("kid").is_none_or(Value::is_string);
    names_a_key && head.get("typ").is_none_or(is_known) && !refused.iter().any(|name| head.contains_key(*name))
}

/// The one key that the header names, or the only one of the algorithm's kind when it names none.
fn chosen<'k>(head: &Map<String, Value>, jwks: &'k Value, algorithm: Algorithm) -> Option<&'k Map<String, Value>> {
    let kind = if algorithm == Algorithm::ES256 { "EC" } else { "RSA" };
    let mut fitting = jwks.get("keys")?.as_array()?.iter().filter(|key| match head.get("kid") {
        Some(kid) => key.get("kid") == Some(kid),
        None => key.get("kty").is_some_and(|kty| kty == kind),
    });
    let key = fitting.next()?.as_object()?;
    fitting.next().is_none().then_some(key)
}
