//! The client instance claim of OpenPubkey: what the nonce of the login is a hash of, so that the
//! broker's signed ID token commits to the one-time key and to the request (`oidc.md` §5.1 and
//! §5.3, option A).

use crate::json::{base64url, canonical};
use crate::purpose::{Purpose, context};
use serde::{Deserialize, Serialize};
use sha3::{Digest as _, Sha3_256};

/// The claim `{alg, att, ctx, rz, typ, upk}`. Its member set is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    alg: String,
    att: String,
    ctx: String,
    rz: String,
    typ: String,
    upk: PublicKey,
}

/// The one-time public key as a JWK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicKey {
    alg: String,
    crv: String,
    kty: String,
    x: String,
    y: String,
}

impl Claim {
    /// The claim for a purpose, a request's fingerprint, 32 random bytes and the coordinates of a
    /// P-256 key.
    pub(crate) fn new(
        purpose: Purpose,
        fingerprint: &[u8; 32],
        rz: &[u8; 32],
        x: &[u8],
        y: &[u8],
    ) -> Self {
        let upk = PublicKey {
            alg: "ES256".into(),
            crv: "P-256".into(),
            kty: "EC".into(),
            x: base64url(x),
            y: base64url(y),
        };
        Self {
            alg: "ES256".into(),
            att: base16ct::lower::encode_string(fingerprint),
            ctx: context(purpose).into(),
            rz: base16ct::lower::encode_string(rz),
            typ: "CIC".into(),
            upk,
        }
    }

    /// The nonce of the login.
    pub(crate) fn nonce(&self) -> String {
        nonce(self)
    }

    /// What the one-time key signs: the claim as protected header, and the payload of the ID token
    /// as it stands there.
    pub(crate) fn signing_input(&self, token_payload: &str) -> String {
        format!("{}.{token_payload}", base64url(canonical(self)))
    }
}

/// base64url of SHA3-256 of the canonical claim: 43 characters.
fn nonce(claim: &impl Serialize) -> String {
    base64url(Sha3_256::digest(canonical(claim)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The claim and the nonce that OpenPubkey prints in docs/pktoken.md (`oidc.md` §5.1).
    #[test]
    fn the_published_vector_is_reproduced() {
        let claim = serde_json::json!({
            "typ": "CIC",
            "alg": "ES256",
            "rz": "b9522b5c4cff90687ec6787236184659e077a619b82827227114108440fec26a",
            "upk": {
                "y": "Whl5jJUIz7ujFvlB5Hzhaz6DIlpyWQmIIA3J7VMj53o",
                "x": "cvqyUFNs1OUdRcDSmzJfS7ynuTHAjlDqoeinCZy_r1Q",
                "alg": "ES256", "crv": "P-256", "kty": "EC",
            },
        });
        assert_eq!(nonce(&claim), "fsTLlOIUqtJHomMB2t6HymoAqJi-wORIFtg3y8c65VY");
    }

    #[test]
    fn a_claim_has_six_members_in_canonical_order() {
        let claim = Claim::new(Purpose::Approval, &[0xab; 32], &[0x01; 32], &[2; 32], &[3; 32]);
        let expected = format!(
            r#"{{"alg":"ES256","att":"{}","ctx":"tilslut/approval/v1","rz":"{}","typ":"CIC","upk":{{"alg":"ES256","crv":"P-256","kty":"EC","x":"{}","y":"{}"}}}}"#,
            "ab".repeat(32),
            "01".repeat(32),
            base64url([2; 32]),
            base64url([3; 32]),
        );
        assert_eq!(canonical(&claim), expected.into_bytes());
    }
}
