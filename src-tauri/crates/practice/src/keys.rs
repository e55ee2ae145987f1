//! The broker's signing keys. They are published with the source: whoever reads this can sign as
//! the practice broker, which is why practice evidence proves nothing and why no live trust anchor
//! may ever name them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::jwk::{Jwk, PublicKeyUse, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use serde_json::{Map, Value, json};
use x509_cert::Certificate;
use x509_cert::der::{DecodePem as _, Encode as _};

const RS256: &[u8] = include_bytes!("../keys/rs256.pem");
const RS256_PUBLIC: &[u8] = include_bytes!("../keys/rs256.pub.pem");
const ES256: &[u8] = include_bytes!("../keys/es256.pem");
const TRANSACTION: &[u8] = include_bytes!("../keys/transaction.pem");
/// The certificate of the key that signs long-lived tokens (PEM).
pub(crate) const TRANSACTION_CERTIFICATE: &str = include_str!("../keys/transaction.crt.pem");
const RESPONDER: &[u8] = include_bytes!("../keys/responder.pem");
const STRANGER: &[u8] = include_bytes!("../keys/stranger.pem");

/// How the ID token is signed.
#[cfg_attr(
    not(feature = "fault-injection"),
    allow(dead_code, reason = "the app starts the honest broker only")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signed {
    /// With the key that the person shows.
    #[default]
    AsPersonShows,
    /// RS256.
    Rs256,
    /// ES256.
    Es256,
    /// With a key that is not in the key set, under the name of one that is.
    ByStranger,
    /// Not at all: `none`.
    No,
    /// With the public key as the shared secret: HS256.
    WithPublicKeyAsSecret,
}

/// The keys, read.
pub(crate) struct Keys {
    rs256: Key,
    es256: Key,
    transaction: Key,
    responder: EncodingKey,
    stranger: Key,
}

struct Key {
    algorithm: Algorithm,
    private: EncodingKey,
    public: Jwk,
    id: String,
}

/// Which key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signs {
    /// As every known MitID broker does today.
    Rs256,
    /// As one may do tomorrow.
    Es256,
}

impl Keys {
    /// Reads the published keys.
    pub(crate) fn read() -> Result<Self, Error> {
        let mut transaction = Key::new(Algorithm::RS256, EncodingKey::from_rsa_pem(TRANSACTION)?)?;
        let certificate = Certificate::from_pem(TRANSACTION_CERTIFICATE)
            .and_then(|certificate| certificate.to_der())
            .map_err(|_| ErrorKind::InvalidKeyFormat)?;
        // Nets eID Broker publishes the leaf alone (`oidc.md` §1.1).
        transaction.public.common.x509_chain = Some(vec![STANDARD.encode(certificate)]);
        Ok(Self {
            rs256: Key::new(Algorithm::RS256, EncodingKey::from_rsa_pem(RS256)?)?,
            es256: Key::new(Algorithm::ES256, EncodingKey::from_ec_pem(ES256)?)?,
            transaction,
            responder: EncodingKey::from_ec_pem(RESPONDER)?,
            stranger: Key::new(Algorithm::ES256, EncodingKey::from_ec_pem(STRANGER)?)?,
        })
    }

    /// The public halves, as the broker publishes them; the one of the long-lived token only where
    /// there is such a token.
    pub(crate) fn published(&self, transaction: bool) -> Result<Vec<Value>, serde_json::Error> {
        let last = transaction.then_some(&self.transaction);
        [&self.rs256, &self.es256]
            .into_iter()
            .chain(last)
            .map(|key| serde_json::to_value(&key.public))
            .collect()
    }

    /// The public half of a key that the broker does not know.
    #[cfg(feature = "fault-injection")]
    pub(crate) fn stranger(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(&self.stranger.public)
    }

    /// The header of a token that this key signs.
    pub(crate) fn header(&self, signs: Signs, signed: Signed) -> Map<String, Value> {
        let alg = match signed {
            Signed::No => "none",
            Signed::WithPublicKeyAsSecret => "HS256",
            Signed::AsPersonShows if signs == Signs::Rs256 => "RS256",
            Signed::Rs256 => "RS256",
            Signed::AsPersonShows | Signed::Es256 | Signed::ByStranger => "ES256",
        };
        let kid = if alg == "ES256" { &self.es256.id } else { &self.rs256.id };
        [("alg", json!(alg)), ("kid", json!(kid)), ("typ", json!("JWT"))]
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect()
    }

    /// A token of this header and payload, signed as told, in compact form.
    pub(crate) fn sign(
        &self,
        header: &Map<String, Value>,
        payload: &str,
        signs: Signs,
        signed: Signed,
    ) -> Result<String, Error> {
        let key = match signed {
            Signed::AsPersonShows if signs == Signs::Rs256 => &self.rs256,
            Signed::Rs256 => &self.rs256,
            Signed::AsPersonShows | Signed::Es256 => &self.es256,
            Signed::ByStranger => &self.stranger,
            Signed::No => return Ok(format!("{}.", input(header, payload))),
            Signed::WithPublicKeyAsSecret => {
                let input = input(header, payload);
                let signature = crypto::sign(
                    input.as_bytes(),
                    &EncodingKey::from_secret(RS256_PUBLIC),
                    Algorithm::HS256,
                )?;
                return Ok(format!("{input}.{signature}"));
            }
        };
        key.sign(header, payload)
    }

    /// The signature (r and s) of who answers about the certificate of long-lived tokens.
    pub(crate) fn sign_status(&self, message: &[u8]) -> Option<Vec<u8>> {
        URL_SAFE_NO_PAD.decode(crypto::sign(message, &self.responder, Algorithm::ES256).ok()?).ok()
    }

    /// The long-lived token has a key of its own.
    pub(crate) fn sign_transaction(&self, payload: &str) -> Result<String, Error> {
        let header =
            [("alg", json!("RS256")), ("kid", json!(self.transaction.id)), ("typ", json!("JWT"))];
        self.transaction.sign(
            &header.map(|(name, value)| (name.to_owned(), value)).into_iter().collect(),
            payload,
        )
    }
}

impl Key {
    /// The key id is the RFC 7638 thumbprint, so that a trust anchor can be compared by eye.
    fn new(algorithm: Algorithm, private: EncodingKey) -> Result<Self, Error> {
        let mut public = Jwk::from_encoding_key(&private, algorithm)?;
        let id = public.thumbprint(ThumbprintHash::SHA256)?;
        public.common.key_id = Some(id.clone());
        public.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self { algorithm, private, public, id })
    }

    fn sign(&self, header: &Map<String, Value>, payload: &str) -> Result<String, Error> {
        let input = input(header, payload);
        let signature = crypto::sign(input.as_bytes(), &self.private, self.algorithm)?;
        Ok(format!("{input}.{signature}"))
    }
}

fn input(header: &Map<String, Value>, payload: &str) -> String {
    format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(Value::Object(header.clone()).to_string()),
        URL_SAFE_NO_PAD.encode(payload)
    )
}
