//! What a backup says of itself without its key, after the last page of the database.
//!
//! ```text
//! pages of the database │ JSON │ zeros to the end of a page │ length of the JSON, 8 bytes, little
//! endian │ `TilslutBackup 1\n`
//! ```
//!
//! It stands at the end and fills whole pages, so the file is a database that SQLite opens as it
//! lies: the header of the database says how many pages are its own.

use crate::base64_text::Base64;
use crate::database::PAGE;
use crate::key::Key;
use crate::key_file::{owner, seal, unseal};
use crate::slot::{Kind, Slot};
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

/// The form of the label that is written.
const FORMAT: u32 = 1;
/// How the file ends.
const MAGIC: &[u8; 16] = b"TilslutBackup 1\n";
/// The end of every form: which one follows.
const MAGIC_OF_ANY: &[u8] = b"TilslutBackup ";
/// The length of the JSON, and the magic.
const TAIL: usize = 8 + MAGIC.len();
/// No label is longer.
const LONGEST: u64 = 64 * 1024;

/// Which database a backup is of, and what opens it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Label {
    format: u32,
    environment: String,
    /// 32 hexadecimal digits.
    pub(crate) database: String,
    /// When it was made.
    pub(crate) made: Timestamp,
    /// How many pages the database has.
    pub(crate) pages: u64,
    /// SHA-256 of those pages, in hexadecimal.
    pub(crate) sha256: String,
    /// Recovery slots, and one of six words where it was made for a move. Never one of a passphrase:
    /// a backup may lie where others can guess at it.
    pub(crate) slots: Vec<Slot>,
    nonce: Base64,
    /// An authentication tag of all but the slots, under a key that is made from the data key.
    tag: Base64,
}

impl Label {
    /// The label of a database, sealed under its key.
    pub(crate) fn new(
        environment: Environment,
        database: &str,
        made: Timestamp,
        (pages, sha256): (u64, String),
        slots: Vec<Slot>,
        data_key: &Key,
    ) -> Result<Self, Problem> {
        let mut label = Self {
            format: FORMAT,
            environment: environment.word().to_owned(),
            database: database.to_owned(),
            made,
            pages,
            sha256,
            slots,
            nonce: Base64(Vec::new()),
            tag: Base64(Vec::new()),
        };
        (label.nonce, label.tag) = seal(data_key, &label.to_seal())?;
        Ok(label)
    }

    /// The bytes that stand after the last page.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Problem> {
        let json = serde_json::to_vec(self).map_err(|_| Problem::NotSaved)?;
        let length = u64::try_from(json.len()).map_err(|_| Problem::NotSaved)?;
        let mut bytes = json;
        bytes.resize((bytes.len() + TAIL).next_multiple_of(PAGE) - TAIL, 0);
        bytes.extend(length.to_le_bytes());
        bytes.extend(MAGIC);
        Ok(bytes)
    }

    /// The label of a file: [`Problem::BackupNewer`] for one of a later form,
    /// [`Problem::BackupUnreadable`] for anything else.
    pub(crate) fn read(file: &mut File) -> Result<Self, Problem> {
        let unreadable = |_| Problem::BackupUnreadable;
        let page = u64::try_from(PAGE).map_err(|_| Problem::BackupUnreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        let tail = u64::try_from(TAIL).map_err(|_| Problem::BackupUnreadable)?;
        let at = size.checked_sub(tail).ok_or(Problem::BackupUnreadable)?;
        file.seek(SeekFrom::Start(at)).map_err(unreadable)?;
        let (mut length, mut magic) = ([0; 8], [0; MAGIC.len()]);
        file.read_exact(&mut length).map_err(unreadable)?;
        file.read_exact(&mut magic).map_err(unreadable)?;
        if &magic != MAGIC {
            let is_later = magic.starts_with(MAGIC_OF_ANY);
            return Err(if is_later { Problem::BackupNewer } else { Problem::BackupUnreadable });
        }
        let length = u64::from_le_bytes(length);
        if length > LONGEST || !size.is_multiple_of(page) {
            return Err(Problem::BackupUnreadable);
        }
        let label = (length + tail).next_multiple_of(page);
        let begins = size.checked_sub(label).ok_or(Problem::BackupUnreadable)?;
        file.seek(SeekFrom::Start(begins)).map_err(unreadable)?;
        let mut json = Vec::new();
        file.take(length).read_to_end(&mut json).map_err(unreadable)?;
        let read: Self = serde_json::from_slice(&json).map_err(|_| Problem::BackupUnreadable)?;
        let is_ours = read.environment().is_some()
            && read.salt().is_some()
            && read.pages.checked_mul(page) == Some(begins);
        if read.format != FORMAT || !is_ours {
            return Err(Problem::BackupUnreadable);
        }
        Ok(read)
    }

    /// Which world it is of.
    pub(crate) fn environment(&self) -> Option<Environment> {
        [Environment::Practice, Environment::Live]
            .into_iter()
            .find(|environment| environment.word() == self.environment)
    }

    /// The salt of the database.
    pub(crate) fn salt(&self) -> Option<[u8; 16]> {
        base16ct::lower::decode_vec(&self.database).ok()?.try_into().ok()
    }

    /// What the slots are bound to.
    pub(crate) fn owner(&self) -> String {
        owner(&self.environment, &self.database)
    }

    /// There is a slot of this kind.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.slots.iter().any(|slot| slot.kind == kind)
    }

    /// What it says was written under this data key.
    pub(crate) fn is_sealed_under(&self, data_key: &Key) -> bool {
        unseal(data_key, &self.to_seal(), &self.nonce, &self.tag)
    }

    fn to_seal(&self) -> String {
        let Self { made, pages, sha256, .. } = self;
        format!("{}|backup|made={made}|pages={pages}|sha256={sha256}", self.owner())
    }
}
