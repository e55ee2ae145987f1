//! What the tokens of a login say, whichever broker is spoken like.

use crate::grant::Grant;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// How long an ID token holds, in seconds: NEB's five minutes, the shorter of the known ones.
pub(crate) const TOKEN_SECONDS: i64 = 5 * 60;

/// What a login is told about.
pub(crate) struct LoginFacts<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) client: &'a str,
    pub(crate) grant: &'a Grant,
    pub(crate) access_token: &'a str,
    pub(crate) now: Timestamp,
}

/// The claims of a login, token by token.
pub(crate) struct Claims {
    pub(crate) id: Map<String, Value>,
    /// Of the signed answer about the person, beside the ID token.
    pub(crate) userinfo: Option<Map<String, Value>>,
    /// Of the token that holds for years.
    pub(crate) transaction: Option<Map<String, Value>>,
}

impl LoginFacts<'_> {
    /// The claims that every broker's ID token has.
    pub(crate) fn common(&self) -> Map<String, Value> {
        let now = self.now.as_second();
        members(json!({
            "iss": self.issuer,
            "nbf": now,
            "iat": now,
            "exp": now + TOKEN_SECONDS,
            "aud": self.client,
            "nonce": self.grant.asked.nonce,
            "at_hash": half_hash(self.access_token),
            "sub": self.grant.person.subject,
            "auth_time": self.grant.authenticated.as_second(),
        }))
    }
}

/// The members of an object; anything else has none.
pub(crate) fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// `at_hash` of OpenID Connect Core §3.1.3.6 for RS256 and ES256: the left half of SHA-256.
fn half_hash(access_token: &str) -> String {
    let hash = Sha256::digest(access_token);
    URL_SAFE_NO_PAD.encode(hash.get(..16).unwrap_or_default())
}
