//! The broker's two signing keys. They are published with the source: whoever reads this can sign as the practice
//! broker, which is why practice evidence proves nothing and why no live trust anchor may ever name them.

use jsonwebtoken::errors::Error;
use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::Value;

const RS256: &[u8] = include_bytes!("../keys/rs256.pem");
const ES256: &[u8] = include_bytes!("../keys/es256.pem");

/// The keys, read.
pub(crate) struct Keys {
    rs256: Key,
    es256: Key,
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
        Ok(Self {
            rs256: Key::new(Algorithm::RS256, EncodingKey::from_rsa_pem(RS256)?)?,
            es256: Key::new(Algorithm::ES256, EncodingKey::from_ec_pem(ES256)?)?,
        })
    }

    /// The public halves, as the broker publishes them.
    pub(crate) fn published(&self) -> JwkSet {
        JwkSet { keys: vec![self.rs256.public.clone(), self.es256.public.clone()] }
    }

    /// A signed token of these claims, in compact form.
    pub(crate) fn sign(&self, signs: Signs, claims: &Value) -> Result<String, Error> {
        let key = match signs {
            Signs::Rs256 => &self.rs256,
            Signs::Es256 => &self.es256,
        };
        let header = Header { kid: Some(key.id.clone()), ..Header::new(key.algorithm) };
        encode(&header, claims, &key.private)
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
}
