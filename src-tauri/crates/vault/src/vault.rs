//! Opening the cases, and the order of writes that keeps them openable.
//!
//! A [`Vault`] is the proof that the cases can be read and saved: nothing can be saved without one,
//! and one cannot be had without the key. Every change of the ways to the key goes: new slot
//! durable, read back and opened, only then the old one dropped (DESIGN §5.4).

mod bin;
mod cases;
mod damaged;
mod keys;
mod opening;
mod passphrase;
mod receipts;

pub use damaged::{DamagedVault, GoodBackup, SalvagedDatabase};
pub use opening::{MarkToKeep, NotOpened, OlderVault};

use crate::backup::Label;
use crate::database::{Counts, Database, Keyed};
use crate::key::Key;
use crate::key_file::KeyFile;
use crate::recovery_code::RecoveryCode;
use crate::slot::{Kind, Slot};
use crate::vault_dir::VaultDir;
use crate::{KeyStore, Secret};
use domain::Environment;
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::keys::KeyWay;
use domain::problem::Problem;
use domain::rollback::Missing;
use keys::verify;
use opening::Unlocked;
use std::fmt;
use std::fs::File;
use std::path::Path;

/// The fewest characters of a passphrase.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// The open cases of one environment. While it lives, no other process can open them.
pub struct Vault {
    // Dropped in this order: the database is closed before the place is let go.
    database: Database,
    key_file: KeyFile,
    data_key: Key,
    opened_by: KeyWay,
    /// What the pending recovery slot is under, from its making to its keeping.
    unkept: Option<Secret>,
    place: VaultDir,
}

/// What came of opening.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "made once at start and taken apart at once")]
pub enum Opening {
    /// The cases can be read and saved.
    Open(Vault),
    /// There are no cases yet, and no key store that could keep a key. Nothing was written.
    ChoosePassphrase,
    /// Cases exist, and their key must come from the person. Nothing was changed; opening can be
    /// tried again. Where nothing can open them, both files of the key slots are lost, and a backup
    /// has what they had ([`Vault::unlock_with_recovery_code_and_backup`]).
    Closed {
        /// Why the key store did not open them.
        problem: Problem,
        /// The key store can open them, once it answers as it should.
        key_store: bool,
        /// A passphrase can open them.
        passphrase: bool,
        /// A recovery code can open them; a pending one can, too.
        recovery: bool,
    },
    /// What lies here is not what was here last. It was not changed; it opens when the person says
    /// so ([`OlderVault::go_on`]).
    Older(OlderVault),
    /// The database cannot be read as it is. It was not changed; what can still be read of it can be had
    /// ([`DamagedVault::salvage`]).
    Damaged(DamagedVault),
    /// There were cases here, and nothing is left of them. Nothing was written; others are begun when
    /// the person says so ([`Vault::begin_anew`]).
    Gone(Missing),
    /// Nothing can be done with what lies in the folder; it was not changed.
    Stopped(Problem),
}

impl Vault {
    /// Opens the cases of an environment by the key store, or makes the vault where there is none
    /// yet.
    pub fn open(folder: &Path, environment: Environment, store: &dyn KeyStore) -> Opening {
        opening::open(folder, environment, store).unwrap_or_else(Opening::Stopped)
    }

    /// What opens cases that are to stay closed, for this reason: nothing is asked of the key store,
    /// and nothing is opened. None where there are no key slots to be read; then [`Vault::open`] says
    /// what is so.
    pub fn stay_closed(folder: &Path, environment: Environment, why: Problem) -> Option<Opening> {
        opening::stay_closed(folder, environment, why)
    }

    /// Begins cases where there were others before, of which nothing is left ([`Opening::Gone`]): the
    /// numbers of their receipts are not given again, as far as the key store remembers them.
    pub fn begin_anew(folder: &Path, environment: Environment, store: &dyn KeyStore) -> Opening {
        opening::begin_anew(folder, environment, store).unwrap_or_else(Opening::Stopped)
    }

    /// Makes the vault of an environment under a passphrase. [`Problem::PassphraseShort`] below
    /// [`SHORTEST_PASSPHRASE`] characters, [`Problem::NotAllowedHere`] where there is a vault
    /// already.
    pub fn create_with_passphrase(
        folder: &Path,
        environment: Environment,
        passphrase: &Secret,
    ) -> Result<Self, Problem> {
        passphrase::long_enough(passphrase)?;
        let place = VaultDir::claim(folder, environment)?;
        if place.has_database()? || KeyFile::read(&place)?.is_some() || place.has_mark() {
            return Err(Problem::NotAllowedHere);
        }
        let (key_file, data_key) = (KeyFile::new(&place)?, Key::generate()?);
        let mut key_file = key_file.with(Slot::under_secret(
            Kind::Passphrase,
            &key_file.owner(),
            passphrase,
            &data_key,
        )?);
        key_file.write(&data_key)?;
        verify(&key_file, environment, &data_key, Kind::Passphrase, |slot, owner| {
            slot.open_with_secret(owner, passphrase)
        })?;
        let unlocked = Unlocked::new(place, key_file, data_key, KeyWay::Passphrase, None);
        unlocked.open().map_err(|why| match why {
            NotOpened::For(problem) => problem,
            NotOpened::Older(_) | NotOpened::Damaged(_) => Problem::NotAllowedHere,
        })
    }

    /// Opens the cases by passphrase; [`Problem::PassphraseWrong`] when it is not the one.
    pub fn unlock_with_passphrase(
        folder: &Path,
        environment: Environment,
        passphrase: &Secret,
    ) -> Result<Self, NotOpened> {
        let place = VaultDir::claim(folder, environment)?;
        let key_file = opening::key_file(&place)?.ok_or(Problem::PassphraseWrong)?;
        let data_key = key_file
            .open_with_secret(Kind::Passphrase, passphrase)
            .ok_or(Problem::PassphraseWrong)?;
        let unlocked = Unlocked::new(place, key_file, data_key, KeyWay::Passphrase, None);
        let mut vault = unlocked.open()?;
        vault.raise(Kind::Passphrase, passphrase);
        Ok(vault)
    }

    /// Opens the cases by recovery code, [`Problem::RecoveryCodeWrong`] when it is not the one, and
    /// gives the key store a new key when it works, so that the code is not needed the next time.
    /// Where a passphrase is asked for, it still is: only whoever holds the cases takes it away.
    pub fn unlock_with_recovery_code(
        folder: &Path,
        environment: Environment,
        typed: &str,
        store: &dyn KeyStore,
    ) -> Result<Self, NotOpened> {
        let place = VaultDir::claim(folder, environment)?;
        let code = RecoveryCode::parse(typed).ok_or(Problem::RecoveryCodeWrong)?;
        let key_file = opening::key_file(&place)?.ok_or(Problem::RecoveryCodeWrong)?;
        let data_key = key_file
            .open_with_secret(Kind::RecoveryCode, &code.secret())
            .ok_or(Problem::RecoveryCodeWrong)?;
        let kept = opening::kept(&place, store);
        let unlocked = Unlocked::new(place, key_file, data_key, KeyWay::RecoveryCode, kept);
        let mut vault = unlocked.open()?;
        vault.raise(Kind::RecoveryCode, &code.secret());
        if !vault.has_passphrase() {
            // The cases are open, whatever becomes of this: the recovery code still opens them the
            // next time.
            let _ = vault.renew_in_store(store);
        }
        Ok(vault)
    }

    /// The same where both files of the key slots are lost: with the slots of a backup of this very
    /// database. [`Problem::NotAllowedHere`] where there still are slots, or the backup is of another
    /// database.
    pub fn unlock_with_recovery_code_and_backup(
        folder: &Path,
        environment: Environment,
        typed: &str,
        backup: &Path,
        store: &dyn KeyStore,
    ) -> Result<Self, NotOpened> {
        let place = VaultDir::claim(folder, environment)?;
        let label = Label::read(&mut File::open(backup).map_err(|_| Problem::BackupUnreadable)?)?;
        if label.environment() != Some(environment) {
            return Err(Problem::BackupOtherEnvironment.into());
        }
        // Slots that cannot be read are no slots; what a newer program wrote is left to it.
        match KeyFile::read(&place) {
            Ok(None) | Err(Problem::VaultDamaged) => {}
            Ok(Some(_)) => return Err(Problem::NotAllowedHere.into()),
            Err(problem) => return Err(problem.into()),
        }
        if label.salt().is_none() || place.salt_of_database() != label.salt() {
            return Err(Problem::NotAllowedHere.into());
        }
        let code = RecoveryCode::parse(typed).ok_or(Problem::RecoveryCodeWrong)?;
        let slots = label.slots.into_iter().filter(|slot| slot.kind == Kind::RecoveryCode);
        let key_file = KeyFile::anew(&place, label.database, slots.collect());
        let data_key = key_file
            .open_with_secret(Kind::RecoveryCode, &code.secret())
            .ok_or(Problem::RecoveryCodeWrong)?;
        // It writes the slots, once the database has opened.
        let kept = opening::kept(&place, store);
        let unlocked = Unlocked::new(place, key_file, data_key, KeyWay::RecoveryCode, kept);
        let mut vault = unlocked.open()?;
        let _ = vault.renew_in_store(store);
        Ok(vault)
    }

    /// Keeps a case, durably, before it returns. [`Problem::DiskFull`] or [`Problem::NotSaved`]:
    /// what was stored before is unchanged.
    pub fn save(&mut self, case: &Case) -> Result<(), Problem> {
        if case.environment != self.place.environment() {
            return Err(Problem::NotSaved);
        }
        self.database.save(case)
    }

    /// Keeps a case that came with its documents, as [`Vault::save`] does and all of it or nothing:
    /// after a crash there is no case that names a document whose bytes are not here. Each document
    /// is its SHA-256 and its bytes.
    pub fn save_with_documents<'a>(
        &mut self,
        case: &Case,
        documents: impl IntoIterator<Item = (&'a [u8; 32], &'a [u8])>,
    ) -> Result<(), Problem> {
        if case.environment != self.place.environment() {
            return Err(Problem::NotSaved);
        }
        self.database.save_with_documents(case, documents)
    }

    /// Keeps a case that begins with the answers of another, with the documents that those name, and
    /// that other: all of it or nothing.
    pub fn save_copy(&mut self, copy: &Case, of: &Case) -> Result<(), Problem> {
        if [copy, of].iter().any(|case| case.environment != self.place.environment()) {
            return Err(Problem::NotSaved);
        }
        self.database.save_copy(copy, of)
    }

    /// Keeps a case that has just been approved and the link that it has in the chain of receipts,
    /// as [`Vault::save`] does and both or neither. [`Problem::NotSaved`] when the number or the
    /// case has a link already: a receipt is never numbered anew.
    pub fn save_with_link(&mut self, case: &Case, link: &Link) -> Result<(), Problem> {
        if case.environment != self.place.environment() || link.case != case.id {
            return Err(Problem::NotSaved);
        }
        self.database.save_with_link(case, link)
    }

    /// Every case that is not in the bin, by id. [`Problem::CaseDamaged`] when one cannot be read, [`Problem::CaseNewer`]
    /// when a newer Tilslut wrote one. It reads all there is: a list is asked of [`Vault::list`], a
    /// case of [`Vault::case`].
    pub fn cases(&mut self) -> Result<Vec<Case>, Problem> {
        self.database.cases()
    }

    /// Removes a case in which there was nothing to keep, past the bin; none there is no problem.
    pub fn delete(&mut self, case: &CaseId) -> Result<(), Problem> {
        self.database.delete(case)
    }

    /// Keeps the bytes of a document, durably, before its case names it; the case must have been
    /// saved.
    pub fn keep_document(
        &mut self,
        case: &CaseId,
        sha256: &[u8; 32],
        bytes: &[u8],
    ) -> Result<(), Problem> {
        self.database.keep_document(case, sha256, bytes)
    }

    /// The bytes of a document of a case; none when they are not kept here.
    pub fn document(&self, case: &CaseId, sha256: &[u8; 32]) -> Result<Option<Vec<u8>>, Problem> {
        self.database.document(case, sha256)
    }

    /// Forgets the documents that a case does not name any more.
    pub fn forget_unnamed_documents(&mut self, case: &Case) -> Result<(), Problem> {
        self.database.forget_documents_but(&case.id, &case.documents())
    }

    /// A setting, when it was set.
    pub fn setting(&self, key: &str) -> Option<String> {
        self.database.setting(key)
    }

    /// A setting without which something else would be done: that it cannot be read is a problem,
    /// and not the same as that it was never set.
    pub fn read_setting(&self, key: &str) -> Result<Option<String>, Problem> {
        self.database.read_setting(key)
    }

    /// Keeps a setting, durably.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), Problem> {
        self.database.set_setting(key, value)
    }

    /// Which world the cases are of.
    pub fn environment(&self) -> Environment {
        self.place.environment()
    }

    /// [`Problem::VaultMoved`] when the files that are open have lost their names: nothing is saved
    /// then where anybody would find it again.
    pub fn stand(&self) -> Result<(), Problem> {
        self.database.stand()
    }

    /// Where the database lies, and what opens it.
    pub(crate) fn database_file(&self) -> Keyed {
        self.database.file()
    }

    /// No other connection may read the database: it lies on a disk of another machine, or on one that
    /// shares no memory.
    pub(crate) fn is_held_alone(&self) -> bool {
        self.database.is_held_alone()
    }

    /// A copy of the database by the connection that is open.
    pub(crate) fn copy_held(
        &self,
        to: &Path,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Counts, Problem> {
        self.database.copy_held(to, go_on)
    }

    /// [`crate::testing::execute`].
    #[cfg(feature = "testing")]
    pub(crate) fn execute(&self, sql: &str) {
        self.database.execute(sql);
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}
