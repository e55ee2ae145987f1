//! The ways to the key: how one is added, and how an older one is dropped.

use super::Vault;
use crate::key::Key;
use crate::key_file::KeyFile;
use crate::recovery_code::RecoveryCode;
use crate::slot::{Kind, Slot};
use crate::{KeyStore, KeyStoreError};
use domain::Environment;
use domain::keys::KeyWay;
use domain::problem::Problem;

impl Vault {
    /// A new recovery code, to be shown once: eight groups of four. It is pending until
    /// [`Vault::keep_recovery_code`]: it opens the cases already, but a code that was kept before
    /// stays as good as it was. Making another replaces only the pending one.
    pub fn new_recovery_code(&mut self) -> Result<String, Problem> {
        let code = RecoveryCode::generate()?;
        let secret = code.secret();
        let slot = Slot::under_secret(
            Kind::RecoveryCode,
            &self.key_file.owner(),
            &secret,
            &self.data_key,
        )?;
        self.keep(self.key_file.with_pending(slot))?;
        // An older pending code lost its slot by this; the new one is relied on only once the disk
        // gave it back.
        self.unkept = None;
        verify(
            &self.key_file,
            self.place.environment(),
            &self.data_key,
            Kind::RecoveryCode,
            |slot, owner| slot.open_with_secret(owner, &secret),
        )?;
        self.unkept = Some(secret);
        Ok(code.shown())
    }

    /// Keeps the recovery code that was made last, because the person has shown that they hold it;
    /// older codes do not open the cases any more. [`Problem::NotAllowedHere`] when none was made
    /// since the vault was opened. After any other problem at least one of the codes opens the
    /// cases, the older one until the newer is durable, and this can be tried again.
    pub fn keep_recovery_code(&mut self) -> Result<(), Problem> {
        let secret = self.unkept.clone().ok_or(Problem::NotAllowedHere)?;
        self.keep(self.key_file.with_pending_kept(Kind::RecoveryCode))?;
        self.settle(Kind::RecoveryCode, |slot, owner| slot.open_with_secret(owner, &secret))?;
        self.unkept = None;
        Ok(())
    }

    /// True when a recovery code opens the cases that was kept ([`Vault::keep_recovery_code`]), now
    /// or before a restart.
    pub fn has_recovery(&self) -> bool {
        self.key_file.has_kept(Kind::RecoveryCode)
    }

    /// True when a passphrase opens the cases, and its setting came to its end.
    pub fn has_passphrase(&self) -> bool {
        self.key_file.has_kept(Kind::Passphrase)
    }

    /// The slots that a recovery code opens.
    pub(crate) fn recovery_slots(&self) -> Vec<Slot> {
        self.key_file.recovery_slots()
    }

    /// The name of the database: 32 hexadecimal digits.
    pub(crate) fn database_name(&self) -> &str {
        self.key_file.account()
    }

    /// The key of the database.
    pub(crate) fn data_key(&self) -> &Key {
        &self.data_key
    }

    /// How the key was found.
    pub fn opened_by(&self) -> KeyWay {
        self.opened_by
    }

    /// Gives the key store a new key, unless the one it has opens the cases.
    ///
    /// The new slot is on disk beside the old one before the key store's entry is replaced:
    /// whichever key a crash leaves there, its slot is in the file.
    pub(super) fn renew_in_store(&mut self, store: &dyn KeyStore) -> Result<(), Problem> {
        match self.key_file.open_with_store(store) {
            Ok(_) => return Ok(()),
            Err(Problem::KeyMissing | Problem::KeyWrong) => {}
            Err(problem) => return Err(problem),
        }
        let wrapping = Key::generate()?;
        let slot =
            Slot::under_key(Kind::KeyStore, &self.key_file.owner(), &wrapping, &self.data_key)?;
        self.keep(self.key_file.with(slot))?;
        put(store, self.key_file.account(), &wrapping).map_err(|_| Problem::KeyStoreUnreachable)?;
        self.settle(Kind::KeyStore, |slot, owner| slot.open_with_key(owner, &wrapping))
    }

    pub(super) fn keep(&mut self, mut key_file: KeyFile) -> Result<(), Problem> {
        // Slots in another folder, or in one that was put in its place, would open nothing there.
        self.database.stand()?;
        key_file.write(&self.data_key)?;
        self.key_file = key_file;
        Ok(())
    }

    /// Drops the older slots of a kind, once the newest was read back from the disk and opened.
    pub(super) fn settle(
        &mut self,
        kind: Kind,
        open: impl FnOnce(&Slot, &str) -> Option<Key>,
    ) -> Result<(), Problem> {
        verify(&self.key_file, self.place.environment(), &self.data_key, kind, open)?;
        self.keep(self.key_file.newest_only(kind))
    }
}

/// Writes a key into the key store and reads it back: only a key that came back can be relied on.
pub(super) fn put(store: &dyn KeyStore, account: &str, key: &Key) -> Result<(), KeyStoreError> {
    store.write(account, &key.to_text())?;
    let kept = store.read(account)?.and_then(|text| Key::from_text(&text));
    if kept.is_some_and(|kept| kept.same(key)) { Ok(()) } else { Err(KeyStoreError::Unreachable) }
}

/// The newest slot of a kind, as the disk has it, gives the data key.
pub(super) fn verify(
    key_file: &KeyFile,
    environment: Environment,
    data_key: &Key,
    kind: Kind,
    open: impl FnOnce(&Slot, &str) -> Option<Key>,
) -> Result<(), Problem> {
    let on_disk = key_file.read_again(environment)?;
    let opened = on_disk.newest(kind).and_then(|slot| open(slot, &on_disk.owner()));
    if opened.is_some_and(|key| key.same(data_key)) { Ok(()) } else { Err(Problem::NotSaved) }
}
