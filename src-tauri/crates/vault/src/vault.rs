//! Opening the cases, and the order of writes that keeps them openable.
//!
//! A [`Vault`] is the proof that the cases can be read and saved: nothing can be saved without one,
//! and one cannot be had without the key. Every change of the ways to the key goes: new slot
//! durable, read back and opened, only then the old one dropped (DESIGN §5.4).

mod cases;
mod keys;
mod passphrase;

use crate::backup::Label;
use crate::database::{Counts, Database, KeptRecord, Keyed};
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
use domain::summary::Papers;
use jiff::civil::Date;
use keys::{put, verify};
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
    /// Nothing can be done with what lies in the folder; it was not changed.
    Stopped(Problem),
}

impl Vault {
    /// Opens the cases of an environment by the key store, or makes the vault where there is none
    /// yet.
    pub fn open(folder: &Path, environment: Environment, store: &dyn KeyStore) -> Opening {
        Self::try_open(folder, environment, store).unwrap_or_else(Opening::Stopped)
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
        if place.has_database()? || KeyFile::read(&place)?.is_some() {
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
        Self::unlocked(place, key_file, data_key, KeyWay::Passphrase)
    }

    /// Opens the cases by passphrase; [`Problem::PassphraseWrong`] when it is not the one.
    pub fn unlock_with_passphrase(
        folder: &Path,
        environment: Environment,
        passphrase: &Secret,
    ) -> Result<Self, Problem> {
        let place = VaultDir::claim(folder, environment)?;
        let key_file = KeyFile::read(&place)?.ok_or(Problem::PassphraseWrong)?;
        let data_key = key_file
            .open_with_secret(Kind::Passphrase, passphrase)
            .ok_or(Problem::PassphraseWrong)?;
        let mut vault = Self::unlocked(place, key_file, data_key, KeyWay::Passphrase)?;
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
    ) -> Result<Self, Problem> {
        let place = VaultDir::claim(folder, environment)?;
        let code = RecoveryCode::parse(typed).ok_or(Problem::RecoveryCodeWrong)?;
        let key_file = KeyFile::read(&place)?.ok_or(Problem::RecoveryCodeWrong)?;
        let data_key = key_file
            .open_with_secret(Kind::RecoveryCode, &code.secret())
            .ok_or(Problem::RecoveryCodeWrong)?;
        let mut vault = Self::unlocked(place, key_file, data_key, KeyWay::RecoveryCode)?;
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
    ) -> Result<Self, Problem> {
        let place = VaultDir::claim(folder, environment)?;
        let label = Label::read(&mut File::open(backup).map_err(|_| Problem::BackupUnreadable)?)?;
        if label.environment() != Some(environment) {
            return Err(Problem::BackupOtherEnvironment);
        }
        // Slots that cannot be read are no slots; what a newer program wrote is left to it.
        match KeyFile::read(&place) {
            Ok(None) | Err(Problem::VaultDamaged) => {}
            Ok(Some(_)) => return Err(Problem::NotAllowedHere),
            Err(problem) => return Err(problem),
        }
        if label.salt().is_none() || place.salt_of_database() != label.salt() {
            return Err(Problem::NotAllowedHere);
        }
        let code = RecoveryCode::parse(typed).ok_or(Problem::RecoveryCodeWrong)?;
        let slots = label.slots.into_iter().filter(|slot| slot.kind == Kind::RecoveryCode);
        let key_file = KeyFile::anew(&place, label.database, slots.collect());
        let data_key = key_file
            .open_with_secret(Kind::RecoveryCode, &code.secret())
            .ok_or(Problem::RecoveryCodeWrong)?;
        // It writes the slots, once the database has opened.
        let mut vault = Self::unlocked(place, key_file, data_key, KeyWay::RecoveryCode)?;
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

    /// The chain of receipts, by number, with the links of cases that are not here any more.
    pub fn links(&self) -> Result<Vec<Link>, Problem> {
        self.database.links()
    }

    /// Keeps a record of a case, its link in the chain, and which documents it encloses, so that
    /// they stay: all or nothing. [`Problem::NotSaved`] when the number was given already.
    pub fn save_with_record(
        &mut self,
        case: &Case,
        record: &KeptRecord,
        documents: &[[u8; 32]],
    ) -> Result<(), Problem> {
        if case.environment != self.place.environment() || record.link.case != case.id {
            return Err(Problem::NotSaved);
        }
        self.database.save_with_record(case, record, documents)
    }

    /// The records of a case, oldest first.
    pub fn records_of(&self, case: &CaseId) -> Result<Vec<KeptRecord>, Problem> {
        self.database.records_of(case)
    }

    /// The record with a number.
    pub fn record(&self, number: u64) -> Result<Option<KeptRecord>, Problem> {
        self.database.record(number)
    }

    /// The numbers of the records that were made in a period, both days included.
    pub fn record_numbers(&self, from: Date, to: Date) -> Result<Vec<u64>, Problem> {
        self.database.record_numbers(from, to)
    }

    /// Receipts and records in one list, the newest day first: so many, after so many.
    pub fn papers(&self, skip: u32, limit: u32) -> Result<Papers, Problem> {
        self.database.papers(skip, limit)
    }

    /// Every link of a case in the chain, by number.
    pub fn links_of(&self, case: &CaseId) -> Result<Vec<Link>, Problem> {
        self.database.links_of(case)
    }

    /// The link of the receipt of a case: no record's, of which there may be several beside it.
    pub fn link(&self, case: &CaseId) -> Result<Option<Link>, Problem> {
        self.database.link(case)
    }

    /// The newest link of the chain of receipts.
    pub fn last_link(&self) -> Result<Option<Link>, Problem> {
        self.database.last_link()
    }

    /// Notes that the receipt of a case was copied to this path, and whether it told of the
    /// receiver's answer; the case must have been saved.
    pub fn note_copy(&mut self, case: &CaseId, accepted: bool, path: &str) -> Result<(), Problem> {
        self.database.note_copy(case, accepted, path)
    }

    /// The copy of a receipt: whether it tells of the receiver's answer, and where it was put.
    pub fn copy(&self, case: &CaseId) -> Result<Option<(bool, String)>, Problem> {
        self.database.copy(case)
    }

    /// The approved cases whose receipt is to be copied to this folder, oldest approval first.
    pub fn copies_due(&self, folder: &str) -> Result<Vec<CaseId>, Problem> {
        self.database.copies_due(folder)
    }

    /// The receipts that were copied: the case, whether the copy tells of the receiver's answer,
    /// and where it was put.
    pub fn copies(&self) -> Result<Vec<(CaseId, bool, String)>, Problem> {
        self.database.copies()
    }

    /// Every case, by id. [`Problem::CaseDamaged`] when one cannot be read, [`Problem::CaseNewer`]
    /// when a newer Tilslut wrote one. It reads all there is: a list is asked of [`Vault::list`], a
    /// case of [`Vault::case`].
    pub fn cases(&mut self) -> Result<Vec<Case>, Problem> {
        self.database.cases()
    }

    /// Removes a case; none there is no problem.
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

    fn try_open(
        folder: &Path,
        environment: Environment,
        store: &dyn KeyStore,
    ) -> Result<Opening, Problem> {
        let place = VaultDir::claim(folder, environment)?;
        let lost = Opening::Closed {
            problem: Problem::KeySlotsLost,
            key_store: false,
            passphrase: false,
            recovery: false,
        };
        match (place.has_database()?, KeyFile::read(&place)) {
            (true, Ok(None) | Err(Problem::VaultDamaged)) => Ok(lost),
            (_, Err(problem)) => Err(problem),
            (false, Ok(None)) => Self::first(place, store),
            (_, Ok(Some(key_file))) => match key_file.open_with_store(store) {
                Ok(data_key) => {
                    Self::unlocked(place, key_file, data_key, KeyWay::KeyStore).map(Opening::Open)
                }
                Err(problem) => {
                    let key_store = key_file.has_kept(Kind::KeyStore);
                    let (passphrase, recovery) =
                        (key_file.has(Kind::Passphrase), key_file.has(Kind::RecoveryCode));
                    Ok(Opening::Closed { problem, key_store, passphrase, recovery })
                }
            },
        }
    }

    /// The only place, beside [`Vault::create_with_passphrase`], where a data key is made: there is
    /// neither database nor key file. The key store is proven to keep its key before anything is
    /// written that relies on it.
    fn first(place: VaultDir, store: &dyn KeyStore) -> Result<Opening, Problem> {
        let (key_file, data_key, wrapping) =
            (KeyFile::new(&place)?, Key::generate()?, Key::generate()?);
        if put(store, key_file.account(), &wrapping).is_err() {
            // The name was made a moment ago, so nothing else can lie under it.
            let _ = store.delete(key_file.account());
            return Ok(Opening::ChoosePassphrase);
        }
        let mut key_file = key_file.with(Slot::under_key(
            Kind::KeyStore,
            &key_file.owner(),
            &wrapping,
            &data_key,
        )?);
        key_file.write(&data_key)?;
        verify(&key_file, place.environment(), &data_key, Kind::KeyStore, |slot, owner| {
            slot.open_with_key(owner, &wrapping)
        })?;
        Self::unlocked(place, key_file, data_key, KeyWay::KeyStore).map(Opening::Open)
    }

    /// Opens the database with its key; makes it when it was never made.
    fn unlocked(
        mut place: VaultDir,
        mut key_file: KeyFile,
        data_key: Key,
        opened_by: KeyWay,
    ) -> Result<Self, Problem> {
        let salt = key_file.salt().ok_or(Problem::VaultDamaged)?;
        let (path, disk, environment) = (place.database(), place.disk(), place.environment());
        let mut database = if key_file.is_unmade(&data_key) {
            let database = Database::create(&path, disk, &data_key, &salt, environment)?;
            place.sync()?;
            place.hold_database()?;
            key_file = key_file.marked_made();
            key_file.write(&data_key)?;
            database
        } else {
            let database = Database::open(&path, disk, &data_key, &salt, environment)?;
            if !key_file.is_twice() {
                // The cases are open, whatever becomes of this: one of the files opens them the
                // next time, too.
                let _ = key_file.marked_made().write(&data_key);
                if let Ok(written) = key_file.read_again(environment) {
                    key_file = written;
                }
            }
            database
        };
        database.watch(place.names());
        Ok(Self { database, key_file, data_key, opened_by, unkept: None, place })
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}
