//! 256-bit keys: the data key of a database, and the keys that wrap it.

use crate::Secret;
use crate::pinned::Pinned;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::problem::Problem;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// 32 bytes that are wiped on drop and not swapped out. It has no `Debug`.
#[derive(Clone)]
pub(crate) struct Key(Pinned);

impl Key {
    /// A new key from the operating system's source of randomness.
    pub(crate) fn generate() -> Result<Self, Problem> {
        Self::filled(|key| getrandom::fill(key).ok()).ok_or(Problem::NotSaved)
    }

    /// A key that is filled in place, so that no copy of it stays behind.
    pub(crate) fn filled<T>(fill: impl FnOnce(&mut [u8; 32]) -> Option<T>) -> Option<Self> {
        let mut key = Pinned::new();
        fill(key.bytes_mut())?;
        Some(Self(key))
    }

    /// A key for one purpose, made from this one, so that a data key has one use. The names of the
    /// purposes are part of the formats (docs/vault.md).
    pub(crate) fn derived(&self, purpose: &str) -> Self {
        let hash = Sha256::new_with_prefix(purpose).chain_update([0]).chain_update(self.bytes());
        let made = Zeroizing::new(<[u8; 32]>::from(hash.finalize()));
        let mut key = Pinned::new();
        key.bytes_mut().copy_from_slice(&*made);
        Self(key)
    }

    /// The key as a key store keeps it: base64, because KDE's wallet takes only UTF-8 (store.md
    /// §3).
    pub(crate) fn to_text(&self) -> Secret {
        Secret::from(STANDARD.encode(self.bytes()))
    }

    /// Reads what [`Key::to_text`] wrote; anything else is no key.
    pub(crate) fn from_text(text: &Secret) -> Option<Self> {
        let bytes = Zeroizing::new(STANDARD.decode(text.bytes()).ok()?);
        Self::filled(|key| (bytes.len() == key.len()).then(|| key.copy_from_slice(&bytes)))
    }

    /// The bytes of the key.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// True when both are the same key. Every byte is looked at, whatever the others are.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.bytes().iter().zip(other.bytes()).fold(0, |difference, (a, b)| difference | (a ^ b))
            == 0
    }
}
