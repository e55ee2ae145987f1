//! A document that travels with its case: its bytes, the hash by which the approval request names
//! it, and how much may travel.

use domain::documents::{Enclosed, MediaType};
use domain::rules::book;
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::fmt;
use zeroize::Zeroizing;

/// A document, wiped when it is dropped.
#[derive(PartialEq, Eq)]
pub struct Document {
    sha256: [u8; 32],
    bytes: Zeroizing<Vec<u8>>,
}

impl Document {
    /// SHA-256 of the bytes.
    pub fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// True for the kinds of files that may be attached.
    pub(crate) fn may_be_attached(&self) -> bool {
        MediaType::of(&self.bytes)
            .is_some_and(|media| book().documents.limits.media.contains(&media))
    }
}

impl From<Vec<u8>> for Document {
    fn from(bytes: Vec<u8>) -> Self {
        Zeroizing::new(bytes).into()
    }
}

impl From<Zeroizing<Vec<u8>>> for Document {
    fn from(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self { sha256: Sha256::digest(&*bytes).into(), bytes }
    }
}

/// Shows nothing of what stands in it.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Document(…)")
    }
}

/// What still fits into a file, by the limits of the rules.
pub(crate) struct Room {
    each: u64,
    left: u64,
}

impl Room {
    /// An empty file.
    pub(crate) fn whole() -> Self {
        let limits = &book().documents.limits;
        Self { each: limits.bytes_each(), left: limits.bytes_together() }
    }

    /// Takes so many bytes of it for one document; false when they do not fit.
    pub(crate) fn take(&mut self, length: u64) -> bool {
        let fits = length <= self.each.min(self.left);
        if fits {
            self.left -= length;
        }
        fits
    }
}

/// The hashes of the documents that a request names, in its order and each once: one file may prove
/// two things.
pub(crate) fn named(enclosed: &[Enclosed]) -> Vec<[u8; 32]> {
    let mut seen = HashSet::new();
    enclosed.iter().map(|enclosed| enclosed.sha256).filter(|sha256| seen.insert(*sha256)).collect()
}
