//! A key slot: the data key of a database, wrapped under one way to it (store.md §4).
//!
//! The wrapping is XChaCha20-Poly1305, whose 192-bit nonce can be random. What the slot is for is
//! authenticated with it, so a slot cannot be moved to another database, be taken for another kind,
//! or have its derivation weakened.

use crate::Secret;
use crate::base64_text::Base64;
use crate::key::Key;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::problem::Problem;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// Which way to the data key a slot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A random key in the operating system's key store.
    KeyStore,
    /// A passphrase that the person chose.
    Passphrase,
    /// A recovery code that Tilslut made.
    RecoveryCode,
    /// Six words that were made for one backup.
    Words,
}

/// One way to the data key.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) kind: Kind,
    /// It opens the cases, but nobody has shown yet that they hold what it is under. Not
    /// authenticated: whoever could change it could as well remove the slot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) pending: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    derivation: Option<Derivation>,
    nonce: Base64,
    wrapped: Base64,
    /// Tells whether the slot is as it was written without the key that opens it. Format 1 of the
    /// key file had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<String>,
}

/// How a key is made from what a person types: Argon2id (RFC 9106), version 0x13.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Derivation {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: Base64,
}

impl Slot {
    /// Wraps the data key under a random key. `owner` names the key file that the slot belongs to.
    pub(crate) fn under_key(
        kind: Kind,
        owner: &str,
        wrapping: &Key,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        Self::wrap(kind, None, owner, wrapping, data_key)
    }

    /// Wraps the data key under what a person types.
    pub(crate) fn under_secret(
        kind: Kind,
        owner: &str,
        secret: &Secret,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        Self::derived(kind, Derivation::new()?, owner, secret, data_key)
    }

    /// As [`Slot::under_secret`] did it on slower machines.
    #[cfg(test)]
    pub(crate) fn under_secret_cheaply(
        kind: Kind,
        owner: &str,
        secret: &Secret,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        let cheap = Derivation { memory_kib: 19 * 1024, passes: 2, ..Derivation::new()? };
        Self::derived(kind, cheap, owner, secret, data_key)
    }

    fn derived(
        kind: Kind,
        derivation: Derivation,
        owner: &str,
        secret: &Secret,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        let wrapping = derivation.key(secret).ok_or(Problem::NotSaved)?;
        Self::wrap(kind, Some(derivation), owner, &wrapping, data_key)
    }

    /// The data key, when this slot is under a key and this is the key.
    pub(crate) fn open_with_key(&self, owner: &str, wrapping: &Key) -> Option<Key> {
        let nonce = XNonce::try_from(self.nonce.0.as_slice()).ok()?;
        let aad = bound_to(self.kind, self.derivation.as_ref(), owner);
        let payload = Payload { msg: &self.wrapped.0, aad: aad.as_bytes() };
        let opened = Zeroizing::new(cipher(wrapping).decrypt(&nonce, payload).ok()?);
        Key::filled(|key| (opened.len() == key.len()).then(|| key.copy_from_slice(&opened)))
    }

    /// The data key, when this slot is under something typed and this is what was typed.
    pub(crate) fn open_with_secret(&self, owner: &str, secret: &Secret) -> Option<Key> {
        let wrapping = self.derivation.as_ref()?.key(secret)?;
        self.open_with_key(owner, &wrapping)
    }

    fn wrap(
        kind: Kind,
        derivation: Option<Derivation>,
        owner: &str,
        wrapping: &Key,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        let nonce = random::<24>()?;
        let aad = bound_to(kind, derivation.as_ref(), owner);
        let payload = Payload { msg: data_key.bytes(), aad: aad.as_bytes() };
        let wrapped = cipher(wrapping)
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Problem::NotSaved)?;
        Ok(Self {
            kind,
            pending: false,
            derivation,
            nonce: Base64(nonce.to_vec()),
            wrapped: Base64(wrapped),
            check: None,
        })
    }

    /// Guessing costs less than it would of a slot that is made today.
    pub(crate) fn is_cheap(&self) -> bool {
        self.derivation.as_ref().is_some_and(|made| {
            (made.memory_kib, made.passes) < (Derivation::MEMORY_KIB, Derivation::PASSES)
        })
    }

    /// Notes the check sum of the slot as it is.
    pub(crate) fn sum(&mut self) {
        self.check = Some(self.summed());
    }

    /// The slot is as it was written, or has no check sum.
    pub(crate) fn is_whole(&self) -> bool {
        self.check.as_ref().is_none_or(|check| *check == self.summed())
    }

    fn summed(&self) -> String {
        let unsummed = Self { check: None, ..self.clone() };
        // Texts, numbers and flags always become JSON.
        let bytes = serde_json::to_vec(&unsummed).unwrap_or_default();
        let hash = base16ct::lower::encode_string(&Sha256::digest(bytes));
        hash.chars().take(16).collect()
    }
}

impl Derivation {
    /// With three passes and one lane 156 ms of one core (store.md §2), and hard on memory for
    /// whoever guesses.
    const MEMORY_KIB: u32 = 64 * 1024;
    const PASSES: u32 = 3;

    fn new() -> Result<Self, Problem> {
        Ok(Self {
            memory_kib: Self::MEMORY_KIB,
            passes: Self::PASSES,
            lanes: 1,
            salt: Base64(random::<16>()?.to_vec()),
        })
    }

    /// Derives the key. The costs come from a file, so they are bounded: at most 1 GiB, 16 passes
    /// and 4 lanes.
    fn key(&self, secret: &Secret) -> Option<Key> {
        if self.memory_kib > 1024 * 1024 || self.passes > 16 || self.lanes > 4 {
            return None;
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Key::filled(|key| argon2.hash_password_into(secret.bytes(), &self.salt.0, key).ok())
    }
}

/// What the wrapping authenticates beside the key.
fn bound_to(kind: Kind, derivation: Option<&Derivation>, owner: &str) -> String {
    let mut text = match kind {
        Kind::KeyStore => format!("{owner}|key-store"),
        Kind::Passphrase => format!("{owner}|passphrase"),
        Kind::RecoveryCode => format!("{owner}|recovery-code"),
        Kind::Words => format!("{owner}|words"),
    };
    if let Some(Derivation { memory_kib, passes, lanes, salt }) = derivation {
        text.push_str(&format!("|argon2id|m={memory_kib},t={passes},p={lanes}|"));
        text.push_str(&base16ct::lower::encode_string(&salt.0));
    }
    text
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

/// Random bytes that are no secret: nonces, salts, names.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Problem::NotSaved)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: &str = "tilslut/keyslots/1|practice|00";

    #[test]
    fn a_slot_opens_for_its_own_key_owner_and_kind_only() {
        let (data, wrapping, other) =
            (Key::generate().expect("a"), Key::generate().expect("b"), Key::generate().expect("c"));
        let slot = Slot::under_key(Kind::KeyStore, OWNER, &wrapping, &data).expect("wrapped");
        assert!(slot.open_with_key(OWNER, &wrapping).is_some_and(|key| key.same(&data)));
        assert!(slot.open_with_key(OWNER, &other).is_none());
        assert!(slot.open_with_key("tilslut/keyslots/1|live|00", &wrapping).is_none());
        assert!(
            Slot { kind: Kind::Passphrase, ..slot.clone() }
                .open_with_key(OWNER, &wrapping)
                .is_none()
        );
        let mut torn = slot.clone();
        torn.wrapped.0[0] ^= 1;
        assert!(torn.open_with_key(OWNER, &wrapping).is_none());
        for nonce in [vec![], vec![0; 23], vec![0; 24]] {
            assert!(
                Slot { nonce: Base64(nonce), ..slot.clone() }
                    .open_with_key(OWNER, &wrapping)
                    .is_none()
            );
        }
    }

    #[test]
    fn a_derivation_cannot_be_weakened_or_made_to_eat_the_memory() {
        let data = Key::generate().expect("randomness");
        let secret = Secret::from("en lang adgangskode");
        let slot = Slot::under_secret(Kind::Passphrase, OWNER, &secret, &data).expect("wrapped");
        assert!(slot.open_with_secret(OWNER, &secret).is_some_and(|key| key.same(&data)));
        let changed = |change: fn(&mut Derivation)| {
            let mut slot = slot.clone();
            slot.derivation.as_mut().map(change).expect("derived");
            slot.open_with_secret(OWNER, &secret).is_none()
        };
        assert!(changed(|d| d.memory_kib = 8));
        assert!(changed(|d| d.passes = 1));
        assert!(changed(|d| d.memory_kib = u32::MAX));
        assert!(changed(|d| d.salt.0.clear()));
        // Authenticated too: the same key, wrapped under other words about how it was made, does
        // not open.
        let wrapping = slot.derivation.as_ref().expect("derived").key(&secret).expect("a key");
        let mut relabelled = slot.clone();
        relabelled.derivation = None;
        assert!(
            slot.open_with_key(OWNER, &wrapping).is_some()
                && relabelled.open_with_key(OWNER, &wrapping).is_none()
        );
    }
}
