//! The key that signs for one login, and the random numbers that it and the nonce are made of. It
//! lives in memory alone, and is wiped when the bundle is sealed or the login given up (DESIGN §3,
//! 4 and 7).

use crate::json::base64url;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use zeroize::Zeroizing;

/// The operating system gave no random numbers, so no key can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random numbers")]
pub struct NoRandomness;

/// A P-256 key that signs for one login. The signing key of the library wipes itself when it is
/// dropped.
pub(crate) struct OneTimeKey(SigningKey);

impl OneTimeKey {
    /// A fresh one.
    pub(crate) fn generate() -> Result<Self, NoRandomness> {
        // A number outside 1..n comes once in 2^32 attempts: eight in a row is a broken source, not
        // bad luck.
        for _ in 0..8 {
            if let Ok(key) = SigningKey::from_slice(random()?.as_slice()) {
                return Ok(Self(key));
            }
        }
        Err(NoRandomness)
    }

    /// The coordinates x and y of the public key, 32 bytes each, as a JWK has them (RFC 7518 §6.2.1).
    pub(crate) fn coordinates(&self) -> Option<([u8; 32], [u8; 32])> {
        let point = self.0.verifying_key().to_sec1_point(false);
        // An uncompressed point is the byte 4 and two coordinates of 32 bytes (SEC 1 §2.3.3).
        let (x, y) = point.as_bytes().get(1..65)?.split_at_checked(32)?;
        Some((x.try_into().ok()?, y.try_into().ok()?))
    }

    /// An ES256 signature (RFC 7518 §3.4): r and s, 64 bytes, in base64url.
    pub(crate) fn sign(&self, message: &[u8]) -> String {
        let signature: Signature = self.0.sign(message);
        base64url(signature.to_bytes())
    }
}

/// 256 bits that nobody can guess, wiped when they are dropped.
pub(crate) fn random() -> Result<Zeroizing<[u8; 32]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| NoRandomness)?;
    Ok(bytes)
}
