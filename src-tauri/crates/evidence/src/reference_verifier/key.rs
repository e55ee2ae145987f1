//! Public keys in the libraries that sign, `p256` and `rsa`.

use crate::json::{base64url, from_base64url};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use rsa::pkcs1v15;
use rsa::pkcs8::DecodePublicKey as _;
use rsa::sha2::{Digest as _, Sha256};
use rsa::{BigUint, RsaPublicKey};
use serde_json::{Map, Value};
use x509_cert::Certificate;
use x509_cert::der::Encode as _;

/// A public key in the library that signs.
#[derive(Clone, PartialEq)]
pub(super) enum Public {
    Rsa(RsaPublicKey),
    P256(VerifyingKey),
}

impl Public {
    /// The key of a JWK of this type (RFC 7517).
    pub(super) fn of_jwk(jwk: &Value, kty: &str) -> Option<Self> {
        let member = |name: &str| from_base64url(jwk.get(name)?.as_str()?);
        match (kty, jwk.get("kty")?.as_str()?) {
            ("RSA", "RSA") => {
                let (n, e) =
                    (BigUint::from_bytes_be(&member("n")?), BigUint::from_bytes_be(&member("e")?));
                RsaPublicKey::new(n, e).ok().map(Self::Rsa)
            }
            ("EC", "EC") if jwk.get("crv")? == "P-256" => {
                VerifyingKey::from_sec1_bytes(&[vec![4], member("x")?, member("y")?].concat())
                    .ok()
                    .map(Self::P256)
            }
            _ => None,
        }
    }

    /// The key that a certificate is about.
    pub(super) fn of_certificate(certificate: &Certificate) -> Option<Self> {
        let spki = &certificate.tbs_certificate.subject_public_key_info;
        let rsa = RsaPublicKey::from_public_key_der(&spki.to_der().ok()?).ok().map(Self::Rsa);
        rsa.or_else(|| {
            VerifyingKey::from_sec1_bytes(spki.subject_public_key.raw_bytes()).ok().map(Self::P256)
        })
    }

    /// Its thumbprint (RFC 7638).
    pub(super) fn thumbprint(&self) -> String {
        use rsa::traits::PublicKeyParts as _;
        let members = match self {
            Self::Rsa(key) => vec![
                ("e", base64url(key.e().to_bytes_be())),
                ("kty", "RSA".into()),
                ("n", base64url(key.n().to_bytes_be())),
            ],
            Self::P256(key) => {
                let point = key.to_sec1_point(false);
                let (x, y) = point.as_bytes().get(1..).unwrap_or_default().split_at(32);
                vec![
                    ("crv", "P-256".into()),
                    ("kty", "EC".into()),
                    ("x", base64url(x)),
                    ("y", base64url(y)),
                ]
            }
        };
        let members: Map<String, Value> = members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), Value::from(value)))
            .collect();
        base64url(Sha256::digest(Value::Object(members).to_string()))
    }

    /// True when a signature, as a token has it, is of this key.
    pub(super) fn verifies(&self, alg: &str, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) if alg == "RS256" => Self::verifies_rsa(key, message, signature),
            Self::P256(key) if alg == "ES256" => Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Self::Rsa(_) | Self::P256(_) => false,
        }
    }

    /// True when a signature, as a status has it and over SHA-256, is of this key.
    pub(super) fn verifies_der(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) => Self::verifies_rsa(key, message, signature),
            Self::P256(key) => Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
        }
    }

    fn verifies_rsa(key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool {
        use rsa::signature::Verifier as _;
        let key = pkcs1v15::VerifyingKey::<Sha256>::new(key.clone());
        pkcs1v15::Signature::try_from(signature)
            .is_ok_and(|signature| key.verify(message, &signature).is_ok())
    }
}
