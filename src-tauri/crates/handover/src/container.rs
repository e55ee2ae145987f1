//! What lies inside the encryption: the case, and behind it the documents that it names.
//!
//! A case without documents is its JSON and nothing else. One with documents is these parts without
//! a gap, every length being four bytes, the most significant first:
//!
//! | part | |
//! |---|---|
//! | the line `tilslut/hand-over-with-documents/v1` | ended by a line feed |
//! | length, and the JSON of the case | at most 1 MiB |
//! | length, and the bytes of a document | once for each different hash in the request's `enclosed`, in that order |
//!
//! The bytes are not turned into text and not compressed: what is attached is compressed already.
//! Nothing tells a document's name or hash but the request, which is what is approved. After the
//! last document the file ends.

use crate::document::{Document, Room};
use std::io::{self, Read, Write};
use std::iter;
use zeroize::Zeroizing;

/// How a file with documents begins. No JSON does.
const WITH_DOCUMENTS: &[u8] = b"tilslut/hand-over-with-documents/v1\n";

const LINE: u64 = WITH_DOCUMENTS.len() as u64;

/// The longest JSON of a case that is written or read, in bytes. A real one has a few kilobytes.
pub(crate) const CASE_MAX: u32 = 1024 * 1024;

/// Writes a case with its documents, in the order in which the request names them.
pub(crate) fn write(to: &mut dyn Write, case: &[u8], documents: &[&Document]) -> io::Result<()> {
    if documents.is_empty() {
        return to.write_all(case);
    }
    to.write_all(WITH_DOCUMENTS)?;
    for part in iter::once(case).chain(documents.iter().map(|document| document.bytes())) {
        to.write_all(&u32::try_from(part.len()).map_err(io::Error::other)?.to_be_bytes())?;
        to.write_all(part)?;
    }
    Ok(())
}

/// A file whose case has been read. No part is given room before its length has been found to be
/// within the limits, so that whatever the lengths say, no more is kept in memory than a real file
/// may hold.
pub(crate) struct Container<R> {
    rest: R,
    with_documents: bool,
}

impl<R: Read> Container<R> {
    /// Reads the JSON of the case; none when the file ends before it does, or it is too long.
    pub(crate) fn read(mut from: R) -> Option<(Zeroizing<Vec<u8>>, Self)> {
        let mut first = Zeroizing::new(Vec::with_capacity(WITH_DOCUMENTS.len()));
        from.by_ref().take(LINE).read_to_end(&mut first).ok()?;
        if first.as_slice() == WITH_DOCUMENTS {
            let length = length(&mut from).filter(|length| *length <= CASE_MAX)?;
            return Some((part(&mut from, length)?, Self { rest: from, with_documents: true }));
        }
        // Room for all of it at once: a buffer that grows leaves copies behind that are not wiped.
        // One byte more than fits tells what is too long.
        let room = CASE_MAX + 1;
        let mut case = Zeroizing::new(Vec::with_capacity(usize::try_from(room).ok()?));
        first.chain(from.by_ref()).take(u64::from(room)).read_to_end(&mut case).ok()?;
        let fits = u32::try_from(case.len()).is_ok_and(|length| length <= CASE_MAX);
        fits.then_some((case, Self { rest: from, with_documents: false }))
    }

    /// Reads the documents with these hashes; none when one is missing, changed, too large or of
    /// another kind, and when there is anything else.
    pub(crate) fn documents(mut self, named: &[[u8; 32]]) -> Option<Vec<Document>> {
        if !self.with_documents {
            return named.is_empty().then(Vec::new);
        }
        let mut room = Room::whole();
        let read = named.iter().map(|sha256| {
            let length = length(&mut self.rest).filter(|length| room.take(u64::from(*length)))?;
            let document = Document::from(part(&mut self.rest, length)?);
            (document.sha256() == sha256 && document.may_be_attached()).then_some(document)
        });
        let documents = read.collect::<Option<_>>()?;
        // The end is part of what age vouches for: only here it is known that nothing was cut off.
        matches!(self.rest.read(&mut [0]), Ok(0)).then_some(documents)
    }
}

fn length(from: &mut impl Read) -> Option<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes).ok()?;
    Some(u32::from_be_bytes(bytes))
}

fn part(from: &mut impl Read, length: u32) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; usize::try_from(length).ok()?]);
    from.read_exact(&mut bytes).ok()?;
    Some(bytes)
}
