//! Opening, once it is known which files are asked about: whether there ever were cases, whether what
//! lies here is what was here last (`domain::rollback`), and what happens when the person goes on
//! although it is not.

use super::keys::{put, verify};
use super::{DamagedVault, Opening, Vault};
use crate::database::Database;
use crate::key::Key;
use crate::key_file::KeyFile;
use crate::mark::{self, Found, MarkFile, Named};
use crate::salvage::pages::Pages;
use crate::slot::{Kind, Slot};
use crate::vault_dir::VaultDir;
use crate::{KeyStore, KeyStoreError, Secret};
use domain::Environment;
use domain::keys::KeyWay;
use domain::problem::Problem;
use domain::rollback::{Mark, Missing, Rollback, missing};
use std::fmt;
use std::path::Path;

/// Why what a person knows did not open the cases.
#[derive(Debug)]
pub enum NotOpened {
    /// A problem.
    For(Problem),
    /// It fits, and what lies here is not what was here last: it opens when the person says so.
    Older(Box<OlderVault>),
    /// It fits, and the database is damaged: what can still be read of it can be had.
    Damaged(Box<DamagedVault>),
}

impl From<Problem> for NotOpened {
    fn from(problem: Problem) -> Self {
        Self::For(problem)
    }
}

impl PartialEq<Problem> for NotOpened {
    fn eq(&self, other: &Problem) -> bool {
        matches!(self, Self::For(problem) if problem == other)
    }
}

/// Cases that are not what was here last. They are held, and not changed: when this is dropped,
/// everything lies as it was found.
pub struct OlderVault {
    // Dropped in this order: the database is closed before the place is let go.
    database: Option<Database>,
    unlocked: Unlocked,
    missing: Missing,
    marks: Vec<Mark>,
    others: Vec<Mark>,
}

impl OlderVault {
    /// What is known of what is missing.
    pub fn missing(&self) -> &Missing {
        &self.missing
    }

    /// The same cases to be read page by page: where a log was damaged, later pages of it may be whole.
    pub fn into_damaged(self) -> DamagedVault {
        let Self { database, unlocked, marks, others, .. } = self;
        drop(database);
        DamagedVault::of(unlocked, marks, others)
    }

    /// Opens what is here, since the person says so. From then on it is what was here last, and no
    /// number of a receipt is given that was given before.
    pub fn go_on(self) -> Result<Vault, Problem> {
        let mut vault = match self.database {
            Some(mut database) => {
                self.unlocked.place.keep_log_aside()?;
                database.take_up()?;
                database.go_on_above(&self.marks, &self.others)?;
                self.unlocked.with(database)
            }
            None => self.unlocked.make()?,
        };
        if vault.database.mark()?.generation == 0 {
            vault.database.go_on_above(&self.marks, &self.others)?;
        }
        // In the place of marks that say otherwise.
        vault.database.sync_mark();
        Ok(vault)
    }
}

impl fmt::Debug for OlderVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OlderVault(…)")
    }
}

/// What the key store is to remember of the mark.
pub struct MarkToKeep {
    account: String,
    text: Secret,
    number: u64,
}

impl MarkToKeep {
    /// The newest number of a receipt in it.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Keeps it. The store may take its time, or ask the person.
    pub fn keep_in(&self, store: &dyn KeyStore) -> Result<(), KeyStoreError> {
        store.write(&self.account, &self.text)
    }
}

impl fmt::Debug for MarkToKeep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MarkToKeep(…)")
    }
}

impl Vault {
    /// What the key store is to remember of how far the cases have come; none where it is not asked
    /// when they are opened, or nothing was saved yet.
    pub fn mark_to_keep(&self) -> Option<MarkToKeep> {
        let mark = self.database.mark().ok().filter(|mark| mark.generation > 0)?;
        let named = Named { database: self.key_file.account().to_owned(), mark };
        let asks = self.key_file.has(Kind::KeyStore);
        let (account, text) = (mark::account(self.place.folder()), named.to_text()?);
        let number = mark.end.map_or(0, |end| end.number);
        asks.then_some(MarkToKeep { account, text, number })
    }
}

/// The files of a vault and the key that opens them.
pub(super) struct Unlocked {
    pub(super) key_file: KeyFile,
    pub(super) data_key: Key,
    opened_by: KeyWay,
    /// The mark that the key store remembers of this folder.
    kept: Option<Named>,
    pub(super) place: VaultDir,
}

impl Unlocked {
    pub(super) fn new(
        place: VaultDir,
        key_file: KeyFile,
        data_key: Key,
        opened_by: KeyWay,
        kept: Option<Named>,
    ) -> Self {
        Self { key_file, data_key, opened_by, kept, place }
    }

    /// Opens the database with its key when it is what was here last; makes it when it was never made.
    pub(super) fn open(self) -> Result<Vault, NotOpened> {
        let (marks, others, is_other) = self.marks()?;
        if self.key_file.is_unmade(&self.data_key) {
            // Whatever the key file says: something was saved in it.
            if marks.iter().any(|mark| mark.generation > 0) {
                let missing = Missing::all(Rollback::Gone, None, &marks);
                let database = None;
                let older = OlderVault { database, unlocked: self, missing, marks, others };
                return Err(NotOpened::Older(Box::new(older)));
            }
            return Ok(self.make()?);
        }
        match self.look(&marks, &others, is_other) {
            Ok((database, None)) => Ok(self.with(database)),
            Ok((database, Some(missing))) => {
                let database = Some(database);
                let older = OlderVault { database, unlocked: self, missing, marks, others };
                Err(NotOpened::Older(Box::new(older)))
            }
            // SQLite has other words for damage, too, where it is among the first pages.
            Err(problem)
                if problem == Problem::VaultDamaged
                    || problem == Problem::NotSaved && self.is_damaged() =>
            {
                Err(NotOpened::Damaged(Box::new(DamagedVault::of(self, marks, others))))
            }
            Err(problem) => Err(problem.into()),
        }
    }

    /// Opens the database, and takes it into use when it is what was here last; otherwise it says what is
    /// missing.
    fn look(
        &self,
        marks: &[Mark],
        others: &[Mark],
        is_other: bool,
    ) -> Result<(Database, Option<Missing>), Problem> {
        let mut database = self.database()?;
        let here = database.mark()?;
        let mut unknown = Vec::new();
        for mark in marks {
            if !database.remembers(mark)? {
                unknown.push(*mark);
            }
        }
        let is_other = is_other || !database.went_on_above(others)?;
        let odd = missing(Some(&here), &unknown, |_| false)
            .or_else(|| is_other.then(|| Missing::all(Rollback::Other, Some(here.at), others)));
        if odd.is_none() {
            database.take_up()?;
        }
        Ok((database, odd))
    }

    /// Some of the pages are not as they were written, or there are none.
    fn is_damaged(&self) -> bool {
        self.pages().is_ok_and(|pages| pages.damaged() > 0 || pages.expected() == 0)
    }

    /// The pages of the database and its log, each by itself.
    pub(super) fn pages(&self) -> Result<Pages, Problem> {
        let salt = self.key_file.salt().ok_or(Problem::VaultDamaged)?;
        let (database, mut log) = (self.place.database(), self.place.database().into_os_string());
        log.push("-wal");
        Pages::of(&database, Path::new(&log), &self.data_key, &salt)
            .map_err(|error| crate::vault_dir::unsaved(&error))
    }

    /// The database that lies here, not taken into use yet.
    fn database(&self) -> Result<Database, Problem> {
        let salt = self.key_file.salt().ok_or(Problem::VaultDamaged)?;
        let (path, disk) = (self.place.database(), self.place.disk());
        Database::look(&path, disk, &self.data_key, &salt, self.place.environment())
    }

    /// Goes on with the database that lies here, above what the marks remember.
    pub(super) fn go_on(self, marks: Vec<Mark>, others: Vec<Mark>) -> Result<Vault, Problem> {
        let database = self.database()?;
        let missing = Missing::all(Rollback::Older, None, &marks);
        let older = OlderVault { database: Some(database), unlocked: self, missing, marks, others };
        older.go_on()
    }

    /// The marks of this database, those of others, and whether the file is of others.
    pub(super) fn marks(&self) -> Result<(Vec<Mark>, Vec<Mark>, bool), Problem> {
        let (mut own, mut others, mut is_other) = (Vec::new(), Vec::new(), false);
        match self.mark_file()?.1 {
            Found::Nothing => {}
            Found::Own(marks) => own = marks,
            Found::Other => is_other = true,
        }
        match &self.kept {
            Some(kept) if kept.database == self.key_file.account() => own.push(kept.mark),
            Some(kept) => others.push(kept.mark),
            None => {}
        }
        Ok((own, others, is_other))
    }

    fn mark_file(&self) -> Result<(MarkFile, Found), Problem> {
        let salt = self.key_file.salt().ok_or(Problem::VaultDamaged)?;
        MarkFile::open(&self.place.mark(), self.place.environment(), salt, &self.data_key)
    }

    /// Makes the database.
    fn make(mut self) -> Result<Vault, Problem> {
        let salt = self.key_file.salt().ok_or(Problem::VaultDamaged)?;
        let (path, disk) = (self.place.database(), self.place.disk());
        let database =
            Database::create(&path, disk, &self.data_key, &salt, self.place.environment())?;
        self.place.sync()?;
        self.place.hold_database()?;
        self.key_file = self.key_file.marked_made();
        self.key_file.write(&self.data_key)?;
        Ok(self.with(database))
    }

    /// The vault of a database that is open.
    fn with(self, mut database: Database) -> Vault {
        let mark_file = self.mark_file();
        let Self { mut key_file, data_key, opened_by, place, .. } = self;
        if !key_file.is_twice() {
            // The cases are open, whatever becomes of this: one of the files opens them the next
            // time, too.
            let _ = key_file.marked_made().write(&data_key);
            if let Ok(written) = key_file.read_again(place.environment()) {
                key_file = written;
            }
        }
        database.watch(place.names());
        // Without a mark nothing is noticed, and nothing is lost.
        if let Ok((mark_file, _)) = mark_file {
            database.keep_mark(mark_file);
        }
        Vault { database, key_file, data_key, opened_by, unkept: None, place }
    }
}

/// The key slots of a place. [`Problem::KeySlotsOther`] where they are not those of the cases that lie
/// here, as their mark says, too.
pub(super) fn key_file(place: &VaultDir) -> Result<Option<KeyFile>, Problem> {
    let key_file = KeyFile::read(place)?;
    let cases = place.salt_of_database();
    let is_of_others = key_file.as_ref().is_some_and(|file| file.salt() != cases);
    if is_of_others && cases.is_some() && mark::salt(&place.mark()) == cases {
        return Err(Problem::KeySlotsOther);
    }
    Ok(key_file)
}

/// The mark that the key store remembers of a folder, when it answers.
pub(super) fn kept(place: &VaultDir, store: &dyn KeyStore) -> Option<Named> {
    let text = store.read(&mark::account(place.folder())).ok()??;
    Named::from_text(&text).filter(|kept| kept.mark.generation > 0)
}

pub(super) fn open(
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
    match (place.has_database()?, key_file(&place)) {
        (true, Ok(None) | Err(Problem::VaultDamaged)) => Ok(lost),
        (_, Err(problem)) => Err(problem),
        (false, Ok(None)) => {
            let kept = kept(&place, store);
            if place.has_mark() || kept.is_some() {
                let marks: Vec<Mark> = kept.iter().map(|kept| kept.mark).collect();
                return Ok(Opening::Gone(Missing::all(Rollback::Gone, None, &marks)));
            }
            first(place, store)
        }
        (_, Ok(Some(key_file))) => match key_file.open_with_store(store) {
            Ok(data_key) => {
                let kept = kept(&place, store);
                let way = KeyWay::KeyStore;
                opened(Unlocked::new(place, key_file, data_key, way, kept).open())
            }
            Err(problem) => Ok(closed(&key_file, problem)),
        },
    }
}

/// Cases that are closed for this reason, and what opens them.
fn closed(key_file: &KeyFile, problem: Problem) -> Opening {
    Opening::Closed {
        problem,
        key_store: key_file.has_kept(Kind::KeyStore),
        passphrase: key_file.has(Kind::Passphrase),
        recovery: key_file.has(Kind::RecoveryCode),
    }
}

pub(super) fn stay_closed(
    folder: &Path,
    environment: Environment,
    why: Problem,
) -> Option<Opening> {
    let place = match VaultDir::claim(folder, environment) {
        Ok(place) => place,
        Err(problem) => return Some(Opening::Stopped(problem)),
    };
    key_file(&place).ok()?.map(|key_file| closed(&key_file, why))
}

pub(super) fn begin_anew(
    folder: &Path,
    environment: Environment,
    store: &dyn KeyStore,
) -> Result<Opening, Problem> {
    let place = VaultDir::claim(folder, environment)?;
    if place.has_database()? || KeyFile::read(&place)?.is_some() {
        drop(place);
        return open(folder, environment, store);
    }
    let kept = kept(&place, store);
    place.set_mark_aside()?;
    let mut opening = first(place, store)?;
    if let (Opening::Open(vault), Some(kept)) = (&mut opening, kept) {
        vault.database.go_on_above(&[kept.mark], &[])?;
    }
    Ok(opening)
}

fn opened(opened: Result<Vault, NotOpened>) -> Result<Opening, Problem> {
    match opened {
        Ok(vault) => Ok(Opening::Open(vault)),
        Err(NotOpened::Older(older)) => Ok(Opening::Older(*older)),
        Err(NotOpened::Damaged(damaged)) => Ok(Opening::Damaged(*damaged)),
        Err(NotOpened::For(problem)) => Err(problem),
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
    let slot = Slot::under_key(Kind::KeyStore, &key_file.owner(), &wrapping, &data_key)?;
    let mut key_file = key_file.with(slot);
    key_file.write(&data_key)?;
    verify(&key_file, place.environment(), &data_key, Kind::KeyStore, |slot, owner| {
        slot.open_with_key(owner, &wrapping)
    })?;
    opened(Unlocked::new(place, key_file, data_key, KeyWay::KeyStore, None).open())
}
