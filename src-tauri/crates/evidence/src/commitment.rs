//! The commitment of one login: a request, a key that signs once, and the nonce that ties them
//! together. The key exists from the moment before the browser opens until the bundle is sealed,
//! and nowhere but in memory (DESIGN §3, 4 and 7).

use crate::bundle::{Bundle, Login, Unsealed};
use crate::claim::Claim;
use crate::json::base64url;
use crate::request::ApprovalRequest;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use std::fmt;
use zeroize::Zeroizing;

/// A request that a login is about to commit to. Consumed by [`Commitment::seal`]; the key is wiped
/// when it is dropped.
pub struct Commitment {
    request: ApprovalRequest,
    reference_text: String,
    claim: Claim,
    nonce: String,
    key: OneTimeKey,
}

/// The operating system gave no random numbers, so no key can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random numbers")]
pub struct NoRandomness;

/// A P-256 key that signs for one login. The signing key of the library wipes itself when it is
/// dropped.
pub(crate) struct OneTimeKey(SigningKey);

impl Commitment {
    /// Makes a fresh key and a fresh nonce for a request.
    pub fn generate(request: ApprovalRequest) -> Result<Self, NoRandomness> {
        let key = OneTimeKey::generate()?;
        let rz = random()?;
        let point = key.0.verifying_key().to_sec1_point(false);
        // An uncompressed point is the byte 4 and two coordinates of 32 bytes (SEC 1 §2.3.3).
        let (x, y) = point
            .as_bytes()
            .get(1..65)
            .and_then(|xy| xy.split_at_checked(32))
            .ok_or(NoRandomness)?;
        let claim = Claim::new(request.purpose(), &request.fingerprint(), &rz, x, y);
        Ok(Self {
            reference_text: request.reference_text(),
            nonce: claim.nonce(),
            claim,
            key,
            request,
        })
    }

    /// The nonce that the login must be asked for with.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// The text that the MitID app is to show.
    pub fn reference_text(&self) -> &str {
        &self.reference_text
    }

    /// The request.
    pub fn request(&self) -> &ApprovalRequest {
        &self.request
    }

    /// Signs the ID token's payload, and waits with the seal so that a time-stamp can be got first.
    /// Checks nothing.
    pub fn answered(self, login: Login) -> Unsealed {
        let Self { request, reference_text, claim, key, nonce: _ } = self;
        Unsealed::new(request, reference_text, claim, login, key)
    }

    /// Signs the ID token's payload and the bundle, without a time-stamp, and wipes the key. Checks
    /// nothing: [`crate::verify()`] does, by another path, before anything is called approved.
    pub fn seal(self, login: Login) -> Bundle {
        self.answered(login).seal(vec![])
    }
}

/// Shows neither key nor nonce nor request.
impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Commitment(…)")
    }
}

impl OneTimeKey {
    fn generate() -> Result<Self, NoRandomness> {
        // A number outside 1..n comes once in 2^32 attempts: eight in a row is a broken source, not
        // bad luck.
        for _ in 0..8 {
            if let Ok(key) = SigningKey::from_slice(random()?.as_slice()) {
                return Ok(Self(key));
            }
        }
        Err(NoRandomness)
    }

    /// An ES256 signature (RFC 7518 §3.4): r and s, 64 bytes, in base64url.
    pub(crate) fn sign(&self, message: &[u8]) -> String {
        let signature: Signature = self.0.sign(message);
        base64url(signature.to_bytes())
    }
}

fn random() -> Result<Zeroizing<[u8; 32]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| NoRandomness)?;
    Ok(bytes)
}
