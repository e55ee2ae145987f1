//! The high-water mark outside the database: how far it had come (`domain::rollback`). It lies in a
//! small file beside the database, written after each save without waiting for the disk, and in the
//! key store, which is slow and may ask the person, at each approval and at the end.
//!
//! The file holds the last two marks, each in a page of its own, so a write that was cut off leaves the
//! one before. What a record says is sealed under a key that is made from the data key: nobody else
//! can read how many receipts there are, or write that there were fewer.

use crate::key::Key;
use crate::slot::random;
use crate::vault_dir::sync_folder;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::chain::End;
use domain::problem::Problem;
use domain::rollback::Mark;
use domain::{Environment, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::{self, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// How each record begins.
const MAGIC: &[u8; 16] = b"TilslutMark 1\n\0\0";
/// Where the records begin: each in a page of its own.
const PLACES: [u64; 2] = [0, 4096];
/// What is sealed: generation, state, moment, number and hash of the newest link.
const SAYS: usize = 8 + 16 + 8 + 8 + 32;
/// A record: magic, name of the database, nonce, what is sealed, and its tag.
const RECORD: usize = 16 + 16 + 24 + SAYS + 16;

/// The file of the mark of one database.
pub(crate) struct MarkFile {
    path: PathBuf,
    owner: String,
    salt: [u8; 16],
    sealing: Key,
    /// Which of the places is written next.
    next: usize,
    /// Something was noted that may not be on the disk yet.
    is_behind: bool,
}

/// What a file of marks says.
pub(crate) enum Found {
    /// There is none.
    Nothing,
    /// The marks of this database that can be read: none where it is damaged.
    Own(Vec<Mark>),
    /// It is of another database.
    Other,
}

impl MarkFile {
    /// The file of a database, which need not be there, and what it says.
    pub(crate) fn open(
        path: &Path,
        environment: Environment,
        salt: [u8; 16],
        data_key: &Key,
    ) -> Result<(Self, Found), Problem> {
        let sealing = data_key.derived("tilslut/mark/seal");
        let name = base16ct::lower::encode_string(&salt);
        let owner = format!("tilslut/mark/1|{}|{name}", environment.word());
        let mut file =
            Self { path: path.to_owned(), owner, salt, sealing, next: 0, is_behind: false };
        // One that cannot be read is none: it may alarm nobody, and hide nothing.
        let Ok(bytes) = fs::read(path) else { return Ok((file, Found::Nothing)) };
        let records = PLACES.map(|place| {
            let at = usize::try_from(place).ok()?;
            bytes.get(at..at.checked_add(RECORD)?)
        });
        let marks = records.map(|record| file.read(record?));
        let newest = marks.each_ref().map(|mark| mark.map_or(0, |mark| mark.generation));
        file.next = usize::from(newest[0] > newest[1]);
        let is_other = |record: &Option<&[u8]>| {
            record.is_some_and(|record| record.starts_with(MAGIC) && !file.is_named(record))
        };
        let marks: Vec<Mark> = marks.into_iter().flatten().collect();
        let found = match marks.is_empty() && records.iter().any(is_other) {
            true => Found::Other,
            false => Found::Own(marks),
        };
        Ok((file, found))
    }

    /// Notes a mark in the place of the older one. It is on its way to the disk when this returns, and
    /// not waited for: a mark may lag.
    pub(crate) fn note(&mut self, mark: &Mark) -> Result<(), Problem> {
        let record = self.record(mark)?;
        self.write(self.next, &record).map_err(|error| crate::vault_dir::unsaved(&error))?;
        (self.next, self.is_behind) = (1 - self.next, true);
        Ok(())
    }

    /// Waits until what was noted is on the disk.
    pub(crate) fn sync(&mut self) -> Result<(), Problem> {
        if !self.is_behind {
            return Ok(());
        }
        let sync = || -> io::Result<()> {
            OpenOptions::new().write(true).open(&self.path)?.sync_all()?;
            self.path.parent().map_or(Ok(()), sync_folder)
        };
        sync().map_err(|error| crate::vault_dir::unsaved(&error))?;
        self.is_behind = false;
        Ok(())
    }

    fn write(&self, place: usize, record: &[u8]) -> io::Result<()> {
        let at = PLACES.get(place).copied().unwrap_or_default();
        let mut file =
            OpenOptions::new().create(true).truncate(false).write(true).open(&self.path)?;
        file.seek(SeekFrom::Start(at))?;
        file.write_all(record)
    }

    fn record(&self, mark: &Mark) -> Result<Vec<u8>, Problem> {
        let end = mark.end.unwrap_or(End { number: 0, hash: [0; 32] });
        let mut says = Zeroizing::new(Vec::with_capacity(SAYS));
        says.extend(mark.generation.to_le_bytes());
        says.extend(mark.state);
        says.extend(mark.at.as_millisecond().to_le_bytes());
        says.extend(end.number.to_le_bytes());
        says.extend(end.hash);
        let nonce = random::<24>()?;
        let payload = Payload { msg: &says, aad: self.owner.as_bytes() };
        let sealed =
            self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| Problem::NotSaved)?;
        Ok([MAGIC.as_slice(), &self.salt, &nonce, &sealed].concat())
    }

    fn read(&self, record: &[u8]) -> Option<Mark> {
        let (magic, rest) = record.split_first_chunk::<16>()?;
        let (salt, rest) = rest.split_first_chunk::<16>()?;
        let (nonce, sealed) = rest.split_first_chunk::<24>()?;
        if magic != MAGIC || *salt != self.salt {
            return None;
        }
        let payload = Payload { msg: sealed, aad: self.owner.as_bytes() };
        let says = Zeroizing::new(self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()?);
        let (generation, rest) = says.split_first_chunk::<8>()?;
        let (state, rest) = rest.split_first_chunk::<16>()?;
        let (at, rest) = rest.split_first_chunk::<8>()?;
        let (number, rest) = rest.split_first_chunk::<8>()?;
        let number = u64::from_le_bytes(*number);
        let hash: [u8; 32] = rest.try_into().ok()?;
        Some(Mark {
            generation: u64::from_le_bytes(*generation),
            state: *state,
            at: Timestamp::from_millisecond(i64::from_le_bytes(*at)).ok()?,
            end: (number > 0).then_some(End { number, hash }),
        })
    }

    fn is_named(&self, record: &[u8]) -> bool {
        record.get(16..32) == Some(self.salt.as_slice())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.sealing.bytes().into())
    }
}

impl Drop for MarkFile {
    /// The cases are closed, or locked. What is not on the disk then is a mark that lags.
    fn drop(&mut self) {
        let _ = self.sync();
    }
}

/// The salt of the database that a file of marks is of, as it says itself; none where there is no
/// such file.
pub(crate) fn salt(path: &Path) -> Option<[u8; 16]> {
    let bytes = fs::read(path).ok()?;
    let record = |place: u64| {
        let at = usize::try_from(place).ok()?;
        let (magic, rest) = bytes.get(at..)?.split_first_chunk::<16>()?;
        rest.first_chunk::<16>().copied().filter(|_| magic == MAGIC)
    };
    PLACES.into_iter().find_map(record)
}

/// A mark as the key store keeps it: text, under a name that is made from the folder, since it is to
/// be found when nothing else is left. Another shape gets the next number, and this one is read for
/// ever.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Kept {
    format: u32,
    database: String,
    generation: u64,
    state: String,
    at: Timestamp,
    number: u64,
    link: String,
}

/// A mark and the database that it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) database: String,
    pub(crate) mark: Mark,
}

impl Named {
    /// As the key store keeps it.
    pub(crate) fn to_text(&self) -> Option<crate::Secret> {
        let end = self.mark.end.unwrap_or(End { number: 0, hash: [0; 32] });
        let hex = |bytes: &[u8]| base16ct::lower::encode_string(bytes);
        let kept = Kept {
            format: 1,
            database: self.database.clone(),
            generation: self.mark.generation,
            state: hex(&self.mark.state),
            at: self.mark.at,
            number: end.number,
            link: hex(&end.hash),
        };
        serde_json::to_string(&kept).ok().map(crate::Secret::from)
    }

    /// What [`Named::to_text`] wrote; anything else is no mark.
    pub(crate) fn from_text(text: &crate::Secret) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text.text()?).ok()?;
        if kept.format != 1 {
            return None;
        }
        let hash = base16ct::lower::decode_vec(&kept.link).ok()?.try_into().ok()?;
        let number = kept.number;
        let mark = Mark {
            generation: kept.generation,
            state: base16ct::lower::decode_vec(&kept.state).ok()?.try_into().ok()?,
            at: kept.at,
            end: (number > 0).then_some(End { number, hash }),
        };
        Some(Self { database: kept.database, mark })
    }
}

/// The name under which the key store keeps the mark of a folder.
pub(crate) fn account(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let name: String = base16ct::lower::encode_string(&hash).chars().take(32).collect();
    format!("mark-{name}")
}
