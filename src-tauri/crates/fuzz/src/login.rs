//! What a login reads: requests to the loopback port, the broker's metadata and keys, its ID token.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::Timestamp;
use identity::testing::{Asked, Heard};
use serde_json::Value;
use std::sync::OnceLock;

/// Who issued the genuine token.
const ISSUER: &str = "http://127.0.0.1:41873/mitid";

/// A head means the same however much follows it, and only a request with our `state` at our
/// address is an answer.
pub(crate) fn callback(head: &[u8]) {
    let whole = identity::testing::callback(head);
    if let Some(cut) = head.len().checked_sub(1) {
        let early = head.get(..cut.min(head.len() / 2 + 16)).and_then(identity::testing::callback);
        assert!(
            early.is_none() || early == whole,
            "a part of the head meant something else than the whole"
        );
    }
    if whole == Some(Heard::Answer) {
        let contains = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
        assert!(contains(b"GET ") && contains(b"127.0.0.1:4711"), "an answer that is not for us");
    }
}

/// Metadata that are believed name the issuer that was asked, and lie on this machine.
pub(crate) fn discovery(metadata: &[u8]) {
    if identity::testing::discovery(metadata, ISSUER) {
        let read: Option<Value> = serde_json::from_slice(metadata).ok();
        let read = read.unwrap_or_default();
        assert_eq!(read.get("issuer").and_then(Value::as_str), Some(ISSUER));
        for place in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
            let address = read.get(place).and_then(Value::as_str).unwrap_or_default();
            assert!(address.trim().to_ascii_lowercase().starts_with("http:"), "{place}: {address}");
        }
    }
}

/// Nothing passes for the one genuine token but itself.
pub(crate) fn id_token(token: &[u8]) {
    let genuine = Genuine::kept();
    if let Ok(token) = std::str::from_utf8(token)
        && identity::testing::id_token(token, &genuine.keys, &genuine.asked())
    {
        assert_eq!(signed(token), signed(&genuine.token), "another token was believed");
    }
}

/// The genuine token holds under no key but the practice broker's.
pub(crate) fn keys(set: &[u8]) {
    let genuine = Genuine::kept();
    let Some(keys) = identity::testing::key_set(set) else { return };
    if identity::testing::id_token(&genuine.token, &keys, &genuine.asked()) {
        let known = numbers(&genuine.keys);
        assert!(
            numbers(&keys).iter().any(|number| known.contains(number)),
            "a key of somebody else was believed"
        );
    }
}

/// The number that each key stands for. One number has several spellings: bits at the end that
/// count for nothing, padding, zeros before it.
fn numbers(keys: &[Value]) -> Vec<Vec<u8>> {
    let lenient = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let lenient = GeneralPurpose::new(&alphabet::URL_SAFE, lenient);
    let number = |key: &Value| lenient.decode(key.get("n").or(key.get("x"))?.as_str()?).ok();
    let plain = |bytes: Vec<u8>| bytes.into_iter().skip_while(|byte| *byte == 0).collect();
    keys.iter().filter_map(number).map(plain).collect()
}

/// The token of the first genuine bundle of the corpus, and what its login had asked.
struct Genuine {
    token: String,
    keys: Vec<Value>,
    nonce: String,
    text: String,
    at: Timestamp,
}

impl Genuine {
    /// Read once: each run needs it.
    #[expect(
        clippy::expect_used,
        reason = "the corpus is part of the sources, and the tests read it"
    )]
    fn kept() -> &'static Self {
        static KEPT: OnceLock<Genuine> = OnceLock::new();
        KEPT.get_or_init(|| Self::read().expect("the corpus holds a genuine bundle"))
    }

    fn read() -> Option<Self> {
        let bundle = crate::evidence_bundle::genuine().into_iter().next()?;
        let token = bundle.get("idToken")?.as_str()?.to_owned();
        let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
        let claims: Value = serde_json::from_slice(&claims).ok()?;
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            keys: bundle.get("jwks")?.get("keys")?.as_array()?.clone(),
            nonce: text("nonce")?,
            text: text("refTextBody")?,
            at: Timestamp::from_second(claims.get("iat")?.as_i64()?).ok()?,
            token,
        })
    }

    fn asked(&self) -> Asked<'_> {
        Asked { issuer: ISSUER, nonce: &self.nonce, text: &self.text, at: self.at }
    }
}

/// What the signature of a token is over.
fn signed(token: &str) -> &str {
    token.rsplit_once('.').map_or(token, |(signed, _)| signed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Otherwise the promises above would be kept by believing nothing.
    #[test]
    fn the_genuine_inputs_are_believed() {
        let genuine = Genuine::kept();
        assert!(identity::testing::id_token(&genuine.token, &genuine.keys, &genuine.asked()));
        let metadata = crate::corpus("discovery").into_iter().find(|(name, _)| name == "practice");
        assert!(metadata.is_some_and(|(_, bytes)| identity::testing::discovery(&bytes, ISSUER)));
        let heard = crate::corpus("callback")
            .into_iter()
            .find(|(name, _)| name == "success")
            .and_then(|(_, head)| identity::testing::callback(&head));
        assert_eq!(heard, Some(Heard::Answer));
    }
}
