//! How a client proves who it is, and how it signs what it asks for: HTTP Basic (RFC 6749 §2.3.1),
//! an assertion (RFC 7523), a signed request (RFC 9101). The practice client's secret and key are
//! published, so they prove nothing to anybody else.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The client id that the practice broker knows.
pub const CLIENT_ID: &str = "tilslut-practice";

/// How the client has to prove who it is at the token endpoint and when it pushes a request.
#[cfg_attr(
    not(feature = "fault-injection"),
    allow(dead_code, reason = "the app starts the honest broker only")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClientProof {
    /// A public client proves nothing.
    #[default]
    Public,
    /// [`crate::CLIENT_SECRET`], by HTTP Basic (RFC 6749 §2.3.1).
    Secret,
    /// An assertion that the client's key has signed (RFC 7523).
    PrivateKey,
}

/// The parameters of a form.
pub(crate) type Form = HashMap<String, String>;

/// The practice client's secret.
pub(crate) const SECRET: &str = "practice-client-secret";

const KEY: &[u8] = include_bytes!("../keys/client.pub.pem");

/// What an assertion is, by its name.
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// True when the client has proven what it has to, and nothing else.
pub(crate) fn is_proven(
    proof: ClientProof,
    head: &HeaderMap,
    form: &Form,
    issuer: &str,
    now: Timestamp,
) -> bool {
    let authorization = head.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let names_us = form.get("client_id").is_some_and(|id| id == CLIENT_ID);
    let asserts = form.contains_key("client_assertion");
    match proof {
        ClientProof::Public => {
            names_us && authorization.is_none() && !asserts && !form.contains_key("client_secret")
        }
        ClientProof::Secret => {
            authorization
                == Some(&format!("Basic {}", STANDARD.encode(format!("{CLIENT_ID}:{SECRET}"))))
        }
        ClientProof::PrivateKey => {
            let claims = form.get("client_assertion").and_then(|assertion| signed(assertion, now));
            let is_for = |claims: &Map<String, Value>| {
                let audience = claims.get("aud").and_then(Value::as_str);
                audience.is_some_and(|aud| {
                    aud == issuer
                        || aud == format!("{issuer}/token")
                        || aud == format!("{issuer}/par")
                })
            };
            let is_us = |claims: &Map<String, Value>| {
                ["iss", "sub"]
                    .iter()
                    .all(|name| claims.get(*name).is_some_and(|id| id == CLIENT_ID))
            };
            form.get("client_assertion_type").is_some_and(|kind| kind == ASSERTION)
                && claims.is_some_and(|claims| {
                    is_us(&claims) && is_for(&claims) && claims.contains_key("jti")
                })
        }
    }
}

/// The claims of a signed request that is for this broker.
pub(crate) fn unpacked(request: &str, issuer: &str, now: Timestamp) -> Option<Map<String, Value>> {
    signed(request, now).filter(|claims| {
        claims.get("aud").is_some_and(|aud| aud == issuer)
            && claims.get("iss").is_some_and(|iss| iss == CLIENT_ID)
    })
}

/// What the practice client has signed, for at most five minutes.
fn signed(compact: &str, now: Timestamp) -> Option<Map<String, Value>> {
    let mut rules = Validation::new(Algorithm::ES256);
    rules.validate_exp = false;
    rules.validate_aud = false;
    let claims: Map<String, Value> =
        decode(compact, &DecodingKey::from_ec_pem(KEY).ok()?, &rules).ok()?.claims;
    let until = claims.get("exp").and_then(Value::as_i64)?;
    (now.as_second()..=now.as_second() + 300).contains(&until).then_some(claims)
}
