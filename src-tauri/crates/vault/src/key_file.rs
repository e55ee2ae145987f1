//! The key slots of a database, in two small JSON files beside it (store.md §4).
//!
//! They tell whether the database was ever made: so a database that has vanished is told from one
//! that a crash kept from being made, and neither is answered with an empty one in silence. That
//! word is sealed under the data key.
//!
//! Without the slots nothing opens the database, so they lie there twice, under two names, each
//! with a check sum of its own for every slot: one flipped bit, one file removed or a write cut off
//! in the middle leaves the other (`twice`).

mod twice;

use crate::base64_text::Base64;
use crate::key::Key;
use crate::slot::{Kind, Slot, random};
use crate::vault_dir::VaultDir;
use crate::{KeyStore, KeyStoreError, Secret};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::Environment;
use domain::problem::Problem;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;

/// The form of the files. 1 had no generation, no check sums and no seal, and lay there once.
const FORMAT: u32 = 2;

/// The key slots, as they are on disk.
#[derive(Clone)]
pub(crate) struct KeyFile {
    /// Both files, in the order in which they are written.
    paths: [PathBuf; 2],
    content: Content,
    /// Both files were whole and the same when they were read or written last.
    is_twice: bool,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Content {
    format: u32,
    environment: String,
    /// 32 hexadecimal digits: the database's name in the key store, and its salt.
    database: String,
    /// The database was made whole at least once.
    made: bool,
    /// Counts the times that the files were written.
    #[serde(default)]
    generation: u64,
    slots: Vec<Slot>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<Seal>,
    /// Of everything above.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    check: String,
}

/// An authentication tag under the data key, of what nobody else may change.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    nonce: Base64,
    tag: Base64,
}

impl KeyFile {
    /// A key file for a database that does not exist yet. Nothing is written.
    pub(crate) fn new(place: &VaultDir) -> Result<Self, Problem> {
        let database = format!("{:032x}", u128::from_be_bytes(random()?));
        Ok(Self::of(place, database, false, Vec::new()))
    }

    /// A key file of these slots for a database that was made, in place of one that is lost.
    /// Nothing is written.
    pub(crate) fn anew(place: &VaultDir, database: String, slots: Vec<Slot>) -> Self {
        Self::of(place, database, true, slots)
    }

    fn of(place: &VaultDir, database: String, made: bool, slots: Vec<Slot>) -> Self {
        let environment = place.environment().word().to_owned();
        let content = Content {
            format: FORMAT,
            environment,
            database,
            made,
            generation: 0,
            slots,
            seal: None,
            check: String::new(),
        };
        Self { paths: place.key_slots(), content, is_twice: false }
    }

    /// The key file of a place, when there is one: [`Problem::VaultNewer`] when a newer Tilslut
    /// wrote it, [`Problem::VaultDamaged`] when neither file is one of ours.
    pub(crate) fn read(place: &VaultDir) -> Result<Option<Self>, Problem> {
        twice::read(place.key_slots(), place.environment(), place.salt_of_database())
    }

    /// The same as both files are on disk now.
    pub(crate) fn read_again(&self, environment: Environment) -> Result<Self, Problem> {
        let salt = self.salt();
        match twice::read(self.paths.clone(), environment, salt)? {
            Some(file) if file.is_twice => Ok(file),
            _ => Err(Problem::NotSaved),
        }
    }

    /// Makes the files on disk this one, sealed under the data key. After a problem the older ones
    /// are there, or this one in one of the two.
    pub(crate) fn write(&mut self, data_key: &Key) -> Result<(), Problem> {
        let mut content = self.content.clone();
        content.format = FORMAT;
        content.generation += 1;
        content.slots.iter_mut().for_each(Slot::sum);
        content.seal = Some(content.sealed(data_key)?);
        content.check = content.sum();
        twice::write(&self.paths, &content)?;
        (self.content, self.is_twice) = (content, true);
        Ok(())
    }

    /// True when both files lie there whole. They are written anew otherwise, once the data key is
    /// known.
    pub(crate) fn is_twice(&self) -> bool {
        self.is_twice
    }

    /// True when the database may be made: it never was, and that is what was written under this
    /// data key. Format 1 had no seal.
    pub(crate) fn is_unmade(&self, data_key: &Key) -> bool {
        let is_sealed = self.content.format == 1 || self.content.is_sealed_under(data_key);
        !self.content.made && is_sealed
    }

    /// The slots that a recovery code opens, kept ones only when there are any, for taking along.
    pub(crate) fn recovery_slots(&self) -> Vec<Slot> {
        let kept = self.has_kept(Kind::RecoveryCode);
        self.of_kind(Kind::RecoveryCode).filter(|slot| !slot.pending || !kept).cloned().collect()
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
        owner(&self.content.environment, &self.content.database)
    }

    /// The same file, telling that the database was made.
    pub(crate) fn marked_made(&self) -> Self {
        let mut file = self.clone();
        file.content.made = true;
        file
    }

    /// True when there is a slot of this kind, pending or not.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.of_kind(kind).next().is_some()
    }

    /// True when there is a slot of this kind that is not pending.
    pub(crate) fn has_kept(&self, kind: Kind) -> bool {
        self.of_kind(kind).any(|slot| !slot.pending)
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

    /// The same file with no slot of this kind.
    pub(crate) fn without(&self, kind: Kind) -> Self {
        let mut file = self.clone();
        file.content.slots.retain(|slot| slot.kind != kind);
        file
    }

    /// The slot of this kind, when there is one alone.
    pub(crate) fn only(&self, kind: Kind) -> Option<&Slot> {
        let mut slots = self.of_kind(kind);
        slots.next().filter(|_| slots.next().is_none())
    }

    /// The slot of this kind that was added last.
    pub(crate) fn newest(&self, kind: Kind) -> Option<&Slot> {
        self.of_kind(kind).last()
    }

    /// The data key, by the key store. The five states of a key store are told apart (DESIGN §5.2).
    pub(crate) fn open_with_store(&self, store: &dyn KeyStore) -> Result<Key, Problem> {
        // A key store that cannot open them is not asked: it could ask the person something.
        if !self.has_kept(Kind::KeyStore) {
            return Err(Problem::KeyMissing);
        }
        let found = store.candidates(self.account()).map_err(|trouble| match trouble {
            KeyStoreError::Locked => Problem::KeyStoreLocked,
            KeyStoreError::Unreachable => Problem::KeyStoreUnreachable,
        })?;
        if found.is_empty() {
            return Err(Problem::KeyMissing);
        }
        let owner = self.owner();
        let keys: Vec<Key> = found.iter().filter_map(Key::from_text).collect();
        keys.iter()
            .flat_map(|key| {
                let kept = self.of_kind(Kind::KeyStore).filter(|slot| !slot.pending);
                kept.filter_map(|slot| slot.open_with_key(&owner, key))
            })
            .next()
            .ok_or(Problem::KeyWrong)
    }

    /// The data key, by what a person typed.
    pub(crate) fn open_with_secret(&self, kind: Kind, secret: &Secret) -> Option<Key> {
        let owner = self.owner();
        self.of_kind(kind).find_map(|slot| slot.open_with_secret(&owner, secret))
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Slot> {
        self.content.slots.iter().filter(move |slot| slot.kind == kind)
    }
}

impl Content {
    /// What tells a content from any other, its own sum left out.
    fn sum(&self) -> String {
        let unsummed = Self { check: String::new(), ..self.clone() };
        // Texts, numbers and flags always become JSON.
        let bytes = serde_json::to_vec(&unsummed).unwrap_or_default();
        base16ct::lower::encode_string(&Sha256::digest(bytes))
    }

    fn sealed(&self, data_key: &Key) -> Result<Seal, Problem> {
        let (nonce, tag) = seal(data_key, &self.to_seal())?;
        Ok(Seal { nonce, tag })
    }

    fn is_sealed_under(&self, data_key: &Key) -> bool {
        let opens = |Seal { nonce, tag }: &Seal| unseal(data_key, &self.to_seal(), nonce, tag);
        self.seal.as_ref().is_some_and(opens)
    }

    fn to_seal(&self) -> String {
        let Self { made, generation, .. } = self;
        format!("{}|made={made}|generation={generation}", owner(&self.environment, &self.database))
    }
}

/// What slots are bound to: as format 1 wrote it, so that its slots stay what they are.
pub(crate) fn owner(environment: &str, database: &str) -> String {
    format!("tilslut/keyslots/1|{environment}|{database}")
}

/// A nonce and an authentication tag of a text, under the data key.
pub(crate) fn seal(data_key: &Key, text: &str) -> Result<(Base64, Base64), Problem> {
    let nonce = random::<24>()?;
    let payload = Payload { msg: &[], aad: text.as_bytes() };
    let tag =
        sealing(data_key).encrypt(&XNonce::from(nonce), payload).map_err(|_| Problem::NotSaved)?;
    Ok((Base64(nonce.to_vec()), Base64(tag)))
}

/// True when the tag is of this text and was made under this data key.
pub(crate) fn unseal(data_key: &Key, text: &str, nonce: &Base64, tag: &Base64) -> bool {
    let Ok(nonce) = XNonce::try_from(nonce.0.as_slice()) else { return false };
    let payload = Payload { msg: &tag.0, aad: text.as_bytes() };
    sealing(data_key).decrypt(&nonce, payload).is_ok()
}

fn sealing(data_key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(data_key.derived("tilslut/keyslots/seal").bytes().into())
}

/// [`crate::testing::summed`].
#[cfg(feature = "testing")]
#[expect(clippy::expect_used, reason = "only tests bring their own text")]
pub(crate) fn summed(text: &str) -> String {
    let mut content: Content = serde_json::from_str(text).expect("a key file");
    content.slots.iter_mut().for_each(Slot::sum);
    content.check = content.sum();
    serde_json::to_string_pretty(&content).expect("texts, numbers and flags")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Written by the last program of format 1: its passphrase, its recovery code that was kept,
    /// and one that was not.
    const FIRST: &str = include_str!("key_file/frozen/1.json");
    const PASSPHRASE: &str = "en lang adgangskode";
    const CODES: [&str; 2] = ["YTZ48XG8X4SQ8YSQPRSRYDTC8XMQ", "PA5WSE4RT6JGE1X05TKVAZMN5TME"];

    #[test]
    fn a_key_file_of_the_first_format_opens_and_is_brought_to_this_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = VaultDir::claim(folder.path(), Environment::Practice).expect("claimed");
        let [copy, file] = place.key_slots();
        fs::write(&file, FIRST).expect("written");
        let mut read = KeyFile::read(&place).expect("read").expect("there");
        assert!(!read.is_twice());
        let opened = |read: &KeyFile| {
            let by = |kind, secret: &str| read.open_with_secret(kind, &secret.into());
            let key = by(Kind::Passphrase, PASSPHRASE).expect("opened");
            for code in CODES {
                let again = by(Kind::RecoveryCode, code).expect(code);
                assert!(again.same(&key));
            }
            assert!(read.has_kept(Kind::RecoveryCode) && !read.is_unmade(&key));
            key
        };
        let key = opened(&read);
        assert_eq!(fs::read_to_string(&file).expect("there"), FIRST, "reading changes nothing");
        read.write(&key).expect("written");
        let again = KeyFile::read(&place).expect("read").expect("there");
        assert!(again.is_twice() && opened(&again).same(&key));
        assert_eq!(fs::read(copy).expect("there"), fs::read(file).expect("there"));
    }

    #[test]
    fn every_flipped_bit_of_either_file_leaves_what_was_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = VaultDir::claim(folder.path(), Environment::Practice).expect("claimed");
        let key = Key::generate().expect("randomness");
        let mut file = KeyFile::new(&place).expect("new");
        for _ in 0..2 {
            let slot = Slot::under_key(Kind::KeyStore, &file.owner(), &key, &key).expect("slot");
            file = file.with(slot);
            file.write(&key).expect("written");
        }
        let whole = fs::read(&file.paths[0]).expect("there");
        for path in &file.paths {
            for bit in 0..whole.len() * 8 {
                let mut damaged = whole.clone();
                damaged[bit / 8] ^= 1 << (bit % 8);
                fs::write(path, damaged).expect("written");
                let read = KeyFile::read(&place).expect("read").expect("there");
                assert!(read.content == file.content && !read.is_twice(), "bit {bit}");
            }
            fs::write(path, &whole).expect("written");
        }
        assert!(KeyFile::read(&place).expect("read").expect("there").is_twice());
    }

    #[test]
    fn that_the_database_was_never_made_is_said_under_the_data_key_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = VaultDir::claim(folder.path(), Environment::Practice).expect("claimed");
        let (key, other) = (Key::generate().expect("a"), Key::generate().expect("b"));
        let mut file = KeyFile::new(&place).expect("new");
        file.write(&key).expect("written");
        assert!(file.is_unmade(&key) && !file.is_unmade(&other));
        let mut made = file.marked_made();
        made.write(&key).expect("written");
        assert!(!made.is_unmade(&key));
        made.content.made = false;
        assert!(!made.is_unmade(&key), "somebody changed the word");
    }
}
