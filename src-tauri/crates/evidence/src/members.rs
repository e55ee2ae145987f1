//! The members of a bundle as the verifier takes them apart: by itself, without the types that
//! write them, so that a mistake in those does not hide itself.

use crate::json::{self, base64url, canonical};
use crate::purpose::{Purpose, context};
use crate::token::{Key, has_exactly, text};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use jsonwebtoken::Algorithm;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;

/// The members of a bundle, read without the types that write it.
pub(crate) struct ParsedBundle {
    pub(crate) request: Value,
    pub(crate) claim: Map<String, Value>,
    pub(crate) claim_signature: String,
    pub(crate) id_token: String,
    pub(crate) userinfo_token: Option<String>,
    pub(crate) transaction_token: Option<String>,
    pub(crate) transaction_ocsp: Option<Vec<u8>>,
    pub(crate) timestamps: Vec<Vec<u8>>,
    /// SHA-256 of the canonical form of everything but time-stamps and seal; only when there is a
    /// time-stamp.
    pub(crate) imprint: Option<[u8; 32]>,
    pub(crate) jwks: Value,
    pub(crate) reference_text: String,
    /// Whole seconds that the broker's clock was ahead of the computer's, where it told.
    pub(crate) clock_offset: Option<i64>,
    pub(crate) seal: String,
    /// The canonical form of everything but the seal.
    pub(crate) rest: Vec<u8>,
}

impl ParsedBundle {
    pub(crate) fn read(bundle: &[u8]) -> Option<Self> {
        let Value::Object(mut members) = json::parse(bundle)? else { return None };
        let seal = string(members.remove("seal")?)?;
        let rest = canonical(&members);
        let timestamps = optional(members.remove("timestamps"), ders)?.unwrap_or_default();
        let imprint = (!timestamps.is_empty()).then(|| Sha256::digest(canonical(&members)).into());
        let userinfo_token = optional(members.remove("userinfoToken"), string)?;
        let transaction_token = optional(members.remove("transactionToken"), string)?;
        let transaction_ocsp = optional(members.remove("transactionOcsp"), der)?;
        let names = [
            "type",
            "request",
            "cic",
            "cicSignature",
            "idToken",
            "jwks",
            "discovery",
            "referenceText",
            "profile",
        ];
        let whole = has_exactly(&members, &names)
            && (transaction_ocsp.is_none() || transaction_token.is_some())
            && is_profile(members.get("profile")?.as_object()?);
        let version = text(&members, "type")?
            .strip_prefix("tilslut/evidence/")
            .filter(|version| ["v1", "v2"].contains(version))?;
        let clock_offset = discovery(members.get("discovery")?.as_object()?, version == "v2")?;
        let Value::Object(claim) = members.remove("cic")? else { return None };
        whole.then_some(Self {
            request: members.remove("request")?,
            claim,
            claim_signature: string(members.remove("cicSignature")?)?,
            id_token: string(members.remove("idToken")?)?,
            userinfo_token,
            transaction_token,
            transaction_ocsp,
            timestamps,
            imprint,
            jwks: members.remove("jwks")?,
            reference_text: string(members.remove("referenceText")?)?,
            clock_offset,
            seal,
            rest,
        })
    }
}

/// A client instance claim with exactly its members.
pub(crate) struct Claim {
    pub(crate) att: String,
    pub(crate) key: Key,
    pub(crate) nonce: String,
}

impl Claim {
    pub(crate) fn read(members: &Map<String, Value>, purpose: Purpose) -> Option<Self> {
        let jwk = members.get("upk")?.as_object()?;
        let rz = text(members, "rz")?;
        let fixed = [("alg", "ES256"), ("ctx", context(purpose)), ("typ", "CIC")];
        let whole = has_exactly(members, &["alg", "att", "ctx", "rz", "typ", "upk"])
            && fixed.iter().all(|(name, value)| text(members, name) == Some(value))
            && rz.len() == 64
            && rz.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && has_exactly(jwk, &["alg", "crv", "kty", "x", "y"]);
        let nonce = base64url(Sha3_256::digest(canonical(members)));
        whole.then_some(Self {
            att: text(members, "att")?.to_owned(),
            key: Key::read(jwk, Algorithm::ES256)?,
            nonce,
        })
    }
}

fn string(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Where the keys came from, and when by the clock of the computer: in UTC, in its only spelling.
/// From the second version on it may say how far the broker's clock was ahead of that one.
fn discovery(members: &Map<String, Value>, has_offset: bool) -> Option<Option<i64>> {
    let utc = |time: &str| time.parse::<Timestamp>().is_ok_and(|read| read.to_string() == time);
    let offset = match members.get("clockOffset") {
        Some(offset) if has_offset => Some(offset.as_i64()?),
        Some(_) => return None,
        None => None,
    };
    let names = ["issuer", "jwksUri", "fetchedAt"];
    let whole = members.len() == names.len() + usize::from(offset.is_some())
        && names.iter().all(|name| text(members, name).is_some())
        && text(members, "fetchedAt").is_some_and(utc);
    whole.then_some(offset)
}

/// Which broker profile was used.
fn is_profile(members: &Map<String, Value>) -> bool {
    let version = members
        .get("version")
        .and_then(Value::as_u64)
        .is_some_and(|version| u32::try_from(version).is_ok());
    has_exactly(members, &["id", "version"]) && text(members, "id").is_some() && version
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
