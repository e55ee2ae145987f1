//! The passphrase of cases that a key store opens as well: set, changed and taken away.
//!
//! A passphrase protects only what nothing else opens by itself, so setting one ends the key
//! store's way, and taking it away begins that again. Either way the new slot is durable and has
//! been read back and opened before the older one goes, and both happen in one write: a crash
//! leaves the way that was there before.

use super::keys::{put, verify};
use super::{SHORTEST_PASSPHRASE, Vault};
use crate::key::Key;
use crate::slot::{Kind, Slot};
use crate::{KeyStore, Secret};
use domain::keys::KeyWay;
use domain::problem::Problem;

impl Vault {
    /// Puts the cases under a passphrase, or under another one; the key store does not open them any
    /// more.
    ///
    /// # Errors
    /// - [`Problem::PassphraseShort`] below [`SHORTEST_PASSPHRASE`] characters;
    /// - [`Problem::PassphraseWrong`] when `current` is not the passphrase that opens them now: it
    ///   is asked for where nothing else does, unless a recovery code has just opened them;
    /// - [`Problem::RecoveryCodeFirst`] when there is no other way for whoever forgets it;
    /// - after any other, what opened the cases still does.
    pub fn set_passphrase(
        &mut self,
        current: Option<&Secret>,
        new: &Secret,
        store: &dyn KeyStore,
    ) -> Result<(), Problem> {
        long_enough(new)?;
        self.is_held_by(current)?;
        if !self.has_recovery() {
            return Err(Problem::RecoveryCodeFirst);
        }
        let owner = self.key_file.owner();
        let slot = Slot::under_secret(Kind::Passphrase, &owner, new, &self.data_key)?;
        self.replace(slot, Kind::KeyStore, |slot, owner| slot.open_with_secret(owner, new))?;
        // Nothing is under it any more, so that it does not matter when it stays.
        let _ = store.delete(self.key_file.account());
        self.opened_by = KeyWay::Passphrase;
        Ok(())
    }

    /// Lets the key store open the cases by itself, and no passphrase any more.
    ///
    /// # Errors
    /// As those of [`Vault::set_passphrase`]; [`Problem::KeyStoreUnreachable`] when the key store
    /// does not keep the key.
    pub fn remove_passphrase(
        &mut self,
        current: Option<&Secret>,
        store: &dyn KeyStore,
    ) -> Result<(), Problem> {
        self.is_held_by(current)?;
        if self.opens_by_itself() {
            self.renew_in_store(store)?;
            self.keep(self.key_file.without(Kind::Passphrase))?;
        } else {
            let wrapping = Key::generate()?;
            put(store, self.key_file.account(), &wrapping)
                .map_err(|_| Problem::KeyStoreUnreachable)?;
            let owner = self.key_file.owner();
            let slot = Slot::under_key(Kind::KeyStore, &owner, &wrapping, &self.data_key)?;
            self.replace(slot, Kind::Passphrase, |slot, owner| {
                slot.open_with_key(owner, &wrapping)
            })?;
        }
        self.opened_by = KeyWay::KeyStore;
        Ok(())
    }

    /// The key store opens the cases without asking anybody.
    pub fn opens_by_itself(&self) -> bool {
        self.key_file.has_kept(Kind::KeyStore)
    }

    /// Whoever changes what opens the cases is who opened them: somebody who finds the window open
    /// does not lock the owner out.
    fn is_held_by(&self, current: Option<&Secret>) -> Result<(), Problem> {
        let is_asked = !self.opens_by_itself() && self.opened_by != KeyWay::RecoveryCode;
        let opens = |secret| self.key_file.open_with_secret(Kind::Passphrase, secret).is_some();
        if is_asked && !current.is_some_and(opens) {
            return Err(Problem::PassphraseWrong);
        }
        Ok(())
    }

    /// The new slot in place of the older ones of its kind and of all of another.
    fn replace(
        &mut self,
        slot: Slot,
        instead_of: Kind,
        open: impl FnOnce(&Slot, &str) -> Option<Key>,
    ) -> Result<(), Problem> {
        let kind = slot.kind;
        self.keep(self.key_file.with_pending(slot))?;
        verify(&self.key_file, self.place.environment(), &self.data_key, kind, open)?;
        let file = self.key_file.with_pending_kept(kind).newest_only(kind);
        self.keep(file.without(instead_of))
    }

    /// Derives a way that is under something typed as expensively as is done today, where it was
    /// made when machines were slower. The cases are open, whatever becomes of it.
    pub(super) fn raise(&mut self, kind: Kind, secret: &Secret) {
        if !self.key_file.only(kind).is_some_and(|slot| slot.is_cheap() && !slot.pending) {
            return;
        }
        let owner = self.key_file.owner();
        let Ok(slot) = Slot::under_secret(kind, &owner, secret, &self.data_key) else { return };
        let _ = self
            .keep(self.key_file.with(slot))
            .and_then(|()| self.settle(kind, |slot, owner| slot.open_with_secret(owner, secret)));
    }
}

/// A passphrase that is worth stretching.
pub(super) fn long_enough(passphrase: &Secret) -> Result<(), Problem> {
    let characters = passphrase.text().map_or(0, |text| text.chars().count());
    if characters < SHORTEST_PASSPHRASE { Err(Problem::PassphraseShort) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Environment::Practice;

    #[test]
    fn what_was_derived_cheaply_is_derived_anew_at_the_next_unlocking() {
        let folder = tempfile::tempdir().expect("a folder");
        let passphrase = Secret::from("en lang adgangssætning");
        let mut vault =
            Vault::create_with_passphrase(folder.path(), Practice, &passphrase).expect("made");
        let owner = vault.key_file.owner();
        let cheap =
            Slot::under_secret_cheaply(Kind::Passphrase, &owner, &passphrase, &vault.data_key)
                .expect("a slot");
        let old = vault.key_file.without(Kind::Passphrase).with(cheap);
        vault.keep(old).expect("written");
        assert!(vault.key_file.only(Kind::Passphrase).is_some_and(Slot::is_cheap));
        drop(vault);

        let wrong = Secret::from("en gættet adgangssætning");
        let unlock = |with| Vault::unlock_with_passphrase(folder.path(), Practice, with);
        assert_eq!(unlock(&wrong).expect_err("wrong"), Problem::PassphraseWrong);
        for _ in 0..2 {
            let vault = unlock(&passphrase).expect("opened");
            let slot = vault.key_file.only(Kind::Passphrase).expect("one");
            assert!(!slot.is_cheap());
        }
    }
}
