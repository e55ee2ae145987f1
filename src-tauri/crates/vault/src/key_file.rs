//! The key slots of a database, in a small JSON file beside it (store.md §4).
//!
//! The file tells whether the database was ever made: so a database that has vanished is told from
//! one that a crash kept from being made, and neither is answered with an empty one in silence.

use crate::key::Key;
use crate::slot::{Kind, Slot, random};
use crate::vault_dir::{self, VaultDir};
use crate::{KeyStore, KeyStoreError, Secret};
use domain::Environment;
use domain::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

const FORMAT: u32 = 1;

/// The key slots, as they are on disk.
#[derive(Clone)]
pub(crate) struct KeyFile {
    path: PathBuf,
    content: Content,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Content {
    format: u32,
    environment: String,
    /// 32 hexadecimal digits: the database's name in the key store, and its salt.
    database: String,
    /// The database was made whole at least once.
    made: bool,
    slots: Vec<Slot>,
}

/// What can be read of a file of any format.
#[derive(Deserialize)]
struct AnyFormat {
    format: u32,
}

impl KeyFile {
    /// A key file for a database that does not exist yet. Nothing is written.
    pub(crate) fn new(place: &VaultDir) -> Result<Self, Problem> {
        let database = format!("{:032x}", u128::from_be_bytes(random()?));
        let environment = place.environment().word().to_owned();
        Ok(Self {
            path: place.key_slots(),
            content: Content {
                format: FORMAT,
                environment,
                database,
                made: false,
                slots: Vec::new(),
            },
        })
    }

    /// The key file of a place, when there is one: [`Problem::VaultNewer`] when a newer Tilslut
    /// wrote it, [`Problem::VaultDamaged`] when it is not one of ours.
    pub(crate) fn read(place: &VaultDir) -> Result<Option<Self>, Problem> {
        Self::read_path(place.key_slots(), place.environment())
    }

    /// The same file as it is on disk now.
    pub(crate) fn read_again(&self, environment: Environment) -> Result<Self, Problem> {
        Self::read_path(self.path.clone(), environment)?.ok_or(Problem::NotSaved)
    }

    fn read_path(path: PathBuf, environment: Environment) -> Result<Option<Self>, Problem> {
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(vault_dir::unsaved(&error)),
        };
        let any: AnyFormat = serde_json::from_slice(&bytes).map_err(|_| Problem::VaultDamaged)?;
        if any.format > FORMAT {
            return Err(Problem::VaultNewer);
        }
        let content: Content = serde_json::from_slice(&bytes).map_err(|_| Problem::VaultDamaged)?;
        let file = Self { path, content };
        let ours = file.content.environment == environment.word() && file.salt().is_some();
        if ours { Ok(Some(file)) } else { Err(Problem::VaultDamaged) }
    }

    /// Makes the file on disk this one, or leaves the old one.
    pub(crate) fn write(&self) -> Result<(), Problem> {
        let bytes = serde_json::to_vec_pretty(&self.content).map_err(|_| Problem::NotSaved)?;
        vault_dir::replace(&self.path, &bytes)
    }

    /// The name of the key in the key store.
    pub(crate) fn account(&self) -> &str {
        &self.content.database
    }

    /// The salt of the database: handed to the cipher with the key, so a damaged first page header
    /// does not matter.
    pub(crate) fn salt(&self) -> Option<[u8; 16]> {
        base16ct::lower::decode_vec(&self.content.database).ok()?.try_into().ok()
    }

    /// What the slots are bound to.
    pub(crate) fn owner(&self) -> String {
        format!("tilslut/keyslots/{FORMAT}|{}|{}", self.content.environment, self.content.database)
    }

    /// True when the database was made whole at least once.
    pub(crate) fn made(&self) -> bool {
        self.content.made
    }

    /// The same file, telling that the database was made.
    pub(crate) fn marked_made(&self) -> Self {
        let mut file = self.clone();
        file.content.made = true;
        file
    }

    /// True when there is a slot of this kind, pending or not.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.of(kind).next().is_some()
    }

    /// True when there is a slot of this kind that is not pending.
    pub(crate) fn has_kept(&self, kind: Kind) -> bool {
        self.of(kind).any(|slot| !slot.pending)
    }

    /// The same file with one more slot, pending, in place of any other pending one of its kind.
    pub(crate) fn with_pending(&self, mut slot: Slot) -> Self {
        let mut file = self.clone();
        file.content.slots.retain(|old| old.kind != slot.kind || !old.pending);
        slot.pending = true;
        file.with(slot)
    }

    /// The same file with nothing of this kind pending any more.
    pub(crate) fn with_pending_kept(&self, kind: Kind) -> Self {
        let mut file = self.clone();
        file.content
            .slots
            .iter_mut()
            .filter(|slot| slot.kind == kind)
            .for_each(|slot| slot.pending = false);
        file
    }

    /// The same file with one more slot. Older ones of the kind stay until
    /// [`KeyFile::newest_only`].
    pub(crate) fn with(&self, slot: Slot) -> Self {
        let mut file = self.clone();
        file.content.slots.push(slot);
        file
    }

    /// The same file with only the newest slot of this kind.
    pub(crate) fn newest_only(&self, kind: Kind) -> Self {
        let mut file = self.clone();
        let newest = file.content.slots.iter().rposition(|slot| slot.kind == kind);
        let mut place = 0;
        file.content.slots.retain(|slot| {
            let keep = slot.kind != kind || Some(place) == newest;
            place += 1;
            keep
        });
        file
    }

    /// The slot of this kind that was added last.
    pub(crate) fn newest(&self, kind: Kind) -> Option<&Slot> {
        self.of(kind).last()
    }

    /// The data key, by the key store. The five states of a key store are told apart (DESIGN §5.2).
    pub(crate) fn open_with_store(&self, store: &dyn KeyStore) -> Result<Key, Problem> {
        let found = store.candidates(self.account()).map_err(|trouble| match trouble {
            KeyStoreError::Locked => Problem::KeyStoreLocked,
            KeyStoreError::Unreachable => Problem::KeyStoreUnreachable,
        })?;
        if found.is_empty() || !self.has(Kind::KeyStore) {
            return Err(Problem::KeyMissing);
        }
        let owner = self.owner();
        let keys: Vec<Key> = found.iter().filter_map(Key::from_text).collect();
        keys.iter()
            .flat_map(|key| {
                self.of(Kind::KeyStore).filter_map(|slot| slot.open_with_key(&owner, key))
            })
            .next()
            .ok_or(Problem::KeyWrong)
    }

    /// The data key, by what a person typed.
    pub(crate) fn open_with_secret(&self, kind: Kind, secret: &Secret) -> Option<Key> {
        let owner = self.owner();
        self.of(kind).find_map(|slot| slot.open_with_secret(&owner, secret))
    }

    fn of(&self, kind: Kind) -> impl Iterator<Item = &Slot> {
        self.content.slots.iter().filter(move |slot| slot.kind == kind)
    }
}
