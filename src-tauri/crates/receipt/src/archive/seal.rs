//! Writes the bytes, small, with an /ID that is the hash of all the others: whoever changes one
//! byte of the file, or saves it anew, can be told from whoever copied it. It is no signature: it
//! tells an accident or a careless hand, no forger.

use super::bytes;
use crate::Error;
use lopdf::{Document, Object, StringFormat};
use sha2::{Digest as _, Sha256};

/// Bytes of each of the two parts of an /ID.
const LENGTH: usize = 16;
const BEGINS: &[u8] = b"/ID[<";
const BETWEEN: &[u8] = b"><";

/// The file.
pub(super) fn seal(mut file: Document) -> Result<Vec<u8>, Error> {
    file.prune_objects();
    let nothing = Object::String(vec![0; LENGTH], StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![nothing.clone(), nothing]));
    let mut bytes = bytes::write(file)?;
    let places = places(&bytes).ok_or(Error::NotMade)?;
    let hash = hash(&bytes);
    for place in places {
        bytes.get_mut(place..place + 2 * LENGTH).ok_or(Error::NotMade)?.copy_from_slice(&hash);
    }
    Ok(bytes)
}

/// True when no byte is other than it was written.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let Some(places) = places(bytes) else { return false };
    let mut blank = bytes.to_vec();
    for place in places {
        let Some(id) = blank.get_mut(place..place + 2 * LENGTH) else { return false };
        id.fill(b'0');
    }
    let hash = hash(&blank);
    places.iter().all(|place| bytes.get(*place..place + 2 * LENGTH) == Some(hash.as_slice()))
}

/// Where the digits of the two parts of the last /ID begin.
fn places(bytes: &[u8]) -> Option<[usize; 2]> {
    let first = bytes.windows(BEGINS.len()).rposition(|window| window == BEGINS)? + BEGINS.len();
    let second = first + 2 * LENGTH + BETWEEN.len();
    (bytes.get(first + 2 * LENGTH..second)? == BETWEEN).then_some([first, second])
}

/// The digits, as they are written.
fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes)
        .iter()
        .take(LENGTH)
        .flat_map(|byte| format!("{byte:02X}").into_bytes())
        .collect()
}
