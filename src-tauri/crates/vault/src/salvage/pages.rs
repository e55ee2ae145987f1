//! The pages of an encrypted database, each taken by itself: which of them are as they were written,
//! and what stands in them. SQLCipher itself reads nothing any more once it has met a page that is not
//! (store.md §1.2), and nothing at all when that is the first.
//!
//! A page of SQLCipher 4 (zetetic.net/sqlcipher/design): 4096 bytes, of which the last 80 are its own
//! initialisation vector (16 bytes) and a keyed hash, HMAC-SHA512, of the encrypted bytes, that vector and the
//! number of the page. The first page begins with 16 bytes of salt in the clear. A page of the log is the
//! same behind a head of 24 bytes (sqlite.org/fileformat2.html, §4). So a page that another number, another
//! database or a flipped bit has made wrong is told from a right one, wherever it lies.

use crate::database::PAGE;
use crate::key::Key;
use aes::Aes256;
use aes::cipher::{BlockModeDecrypt as _, KeyIvInit as _, block_padding::NoPadding};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha512;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use zeroize::Zeroizing;

/// What SQLCipher keeps at the end of each page.
const RESERVED: usize = IV + TAG;
const IV: usize = 16;
const TAG: usize = 64;
/// So many bytes of a page are SQLite's own.
pub(crate) const USABLE: usize = PAGE - RESERVED;
/// The salt, in the place of SQLite's own magic.
const SALT: usize = 16;
/// What the salt is changed by for the key of the hashes, and how often that one is stretched
/// (SQLCipher's `HMAC_SALT_MASK` and `FAST_PBKDF2_ITER`).
const MASK: u8 = 0x3a;
const ROUNDS: u32 = 2;
/// The head of the log, and of each page in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;
const FRAME: usize = FRAME_HEAD + PAGE;

/// What stands in a page, as SQLite sees it.
pub(crate) type Page = Zeroizing<Vec<u8>>;

/// The pages of a database and its log. Nothing of either is changed.
pub(crate) struct Pages {
    database: Option<File>,
    log: Option<File>,
    cipher: PageCipher,
    places: BTreeMap<u32, Place>,
    damaged: BTreeSet<u32>,
}

/// Where a page lies that is as it was written.
#[derive(Clone, Copy)]
enum Place {
    Database(u64),
    Log(u64),
}

impl Pages {
    /// Looks at every page of a database, which need not be there, and of its log.
    pub(crate) fn of(database: &Path, log: &Path, key: &Key, salt: &[u8; 16]) -> io::Result<Self> {
        let mut pages = Self {
            database: open(database)?,
            log: open(log)?,
            cipher: PageCipher::new(key, salt),
            places: BTreeMap::new(),
            damaged: BTreeSet::new(),
        };
        let in_file = pages.look_at_database()?;
        // What the log says last; what the first page says; what is there.
        let size = match pages.look_at_log()? {
            Some(size) => size,
            None => pages.size_in_header().unwrap_or(in_file),
        };
        pages.places.retain(|number, _| *number <= size);
        pages.damaged = (1..=size).filter(|number| !pages.places.contains_key(number)).collect();
        Ok(pages)
    }

    fn look_at_database(&mut self) -> io::Result<u32> {
        let Some(file) = &mut self.database else { return Ok(0) };
        file.seek(SeekFrom::Start(0))?;
        let mut file = io::BufReader::with_capacity(64 * PAGE, file);
        let mut bytes = vec![0; PAGE];
        for number in 1.. {
            if !read_whole(&mut file, &mut bytes)? {
                return Ok(number - 1);
            }
            if self.cipher.is_whole(&bytes, number) {
                let at = u64::from(number - 1) * PAGE as u64;
                self.places.insert(number, Place::Database(at));
            }
        }
        Ok(u32::MAX)
    }

    /// The pages of what was called saved: up to the last one that ends a transaction. SQLite stops at
    /// the first damage in a log; each page tells by itself whether it is right, so those behind it
    /// count, too. How many pages the database has then.
    fn look_at_log(&mut self) -> io::Result<Option<u32>> {
        let Some(file) = &mut self.log else { return Ok(None) };
        file.seek(SeekFrom::Start(0))?;
        let mut file = io::BufReader::with_capacity(64 * PAGE, file);
        let mut head = [0; LOG_HEAD];
        if !read_whole(&mut file, &mut head)? {
            return Ok(None);
        }
        let mut frame = vec![0; FRAME];
        let (mut at, mut size) = (LOG_HEAD, None);
        // Frames that an earlier round left have another salt.
        let mut salt: Option<[u8; 8]> = array(&head, 16).filter(|_| is_log(&head));
        let mut pending: Vec<(u32, Place)> = Vec::new();
        while read_whole(&mut file, &mut frame)? {
            let (page_at, bytes) = (at + FRAME_HEAD, frame.get(FRAME_HEAD..).unwrap_or_default());
            at += FRAME;
            let (Some(number), Some(of)) = (number(&frame, 0), array(&frame, 8)) else { continue };
            if *salt.get_or_insert(of) != of {
                continue;
            }
            if number > 0 && self.cipher.is_whole(bytes, number) {
                pending.push((number, Place::Log(page_at as u64)));
            }
            if let Some(pages) = self::number(&frame, 4).filter(|pages| *pages > 0) {
                size = Some(pages);
                self.places.extend(pending.drain(..));
            }
        }
        Ok(size)
    }

    /// SQLite notes the number of pages in the first of them (§1.3.8 of its file format).
    fn size_in_header(&mut self) -> Option<u32> {
        number(&self.page(1)?, 28).filter(|pages| *pages > 0)
    }

    /// A page; none when it is not as it was written.
    pub(crate) fn page(&mut self, number: u32) -> Option<Page> {
        let mut bytes = vec![0; PAGE];
        let (file, at) = match self.places.get(&number)? {
            Place::Database(at) => (self.database.as_mut()?, *at),
            Place::Log(at) => (self.log.as_mut()?, *at),
        };
        file.seek(SeekFrom::Start(at)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        self.cipher.open(&bytes, number)
    }

    /// The numbers of the pages that can be read.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        self.places.keys().copied().collect()
    }

    /// How many of the pages that there should be cannot be read.
    pub(crate) fn damaged(&self) -> usize {
        self.damaged.len()
    }

    /// How many there should be.
    pub(crate) fn expected(&self) -> usize {
        self.places.len() + self.damaged.len()
    }
}

/// What tells and reads the pages of one database.
struct PageCipher {
    key: Key,
    mac: Hmac<Sha512>,
}

impl PageCipher {
    fn new(key: &Key, salt: &[u8; 16]) -> Self {
        // A shorter key is filled up with zeros to the block of the hash: so HMAC is defined (RFC 2104).
        let mut block = Zeroizing::new([0; 128]);
        let salt = salt.map(|byte| byte ^ MASK);
        if let Some(mac_key) = block.get_mut(..32) {
            pbkdf2::pbkdf2_hmac::<Sha512>(key.bytes(), &salt, ROUNDS, mac_key);
        }
        let mac = Hmac::new((&*block).into());
        Self { key: key.clone(), mac }
    }

    fn is_whole(&self, page: &[u8], number: u32) -> bool {
        let (Some(signed), Some(tag)) =
            (page.get(begin(number)..PAGE - TAG), page.get(PAGE - TAG..PAGE))
        else {
            return false;
        };
        let mac = self.mac.clone().chain_update(signed).chain_update(number.to_le_bytes());
        mac.verify_slice(tag).is_ok()
    }

    fn open(&self, page: &[u8], number: u32) -> Option<Page> {
        if !self.is_whole(page, number) {
            return None;
        }
        let iv: [u8; IV] = page.get(USABLE..USABLE + IV)?.try_into().ok()?;
        let mut plain = Zeroizing::new(page.get(..USABLE)?.to_vec());
        let encrypted = plain.get_mut(begin(number)..)?;
        let cipher = cbc::Decryptor::<Aes256>::new(self.key.bytes().into(), &iv.into());
        cipher.decrypt_padded::<NoPadding>(encrypted).ok()?;
        Some(plain)
    }
}

/// Where the encrypted bytes of a page begin.
fn begin(number: u32) -> usize {
    if number == 1 { SALT } else { 0 }
}

fn is_log(head: &[u8]) -> bool {
    matches!(number(head, 0), Some(0x377f_0682 | 0x377f_0683))
}

/// Four bytes as SQLite writes numbers.
pub(crate) fn number(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_be_bytes)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

fn open(path: &Path) -> io::Result<Option<File>> {
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Fills the bytes; false when the file ends before. A disk that cannot read a place is passed over: what
/// was to stand there is a page that is not as it was written.
fn read_whole(file: &mut (impl io::Read + io::Seek), bytes: &mut [u8]) -> io::Result<bool> {
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => return Ok(false),
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => {
                let left = i64::try_from(rest.len()).map_err(io::Error::other)?;
                rest.fill(0);
                file.seek(SeekFrom::Current(left))?;
                return Ok(true);
            }
        }
    }
    Ok(true)
}
