//! What became of a file in which nothing can be verified, so that a person is told what to ask
//! for. Each finding is of the bytes themselves; where they do not tell, nothing is guessed.

use super::contains;
use crate::again::words;
use crate::archive::is_whole;
use crate::read::{body, within_bounds};
use crate::record::RECORD_NAME;
use domain::verification::Refused;
use lopdf::{Document, Object};

/// Every short proof has one of these words, and stands on every receipt; the last stands on every
/// record.
const ON_PAPER: [&str; 3] = ["TILSLUT1:", "PROEVE1:", RECORD_NAME];

/// The first bytes of the pictures that phones, scanners and screens make.
const PICTURES: [&[u8]; 7] =
    [b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\x01\0"];

pub(super) fn is_picture(file: &[u8]) -> bool {
    let brand = file.get(4..12).unwrap_or_default();
    PICTURES.iter().any(|begin| file.starts_with(begin) && file.len() > 32)
        || (file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP"))
        || [b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"].iter().any(|it| brand == *it)
}

/// Of a PDF that cannot be read.
pub(super) fn of(file: &[u8]) -> Refused {
    let Some(whole) = body(file) else { return Refused::CutOff };
    // Sent as text, every line end was rewritten; ours are all of one byte.
    if is_whole(&with_plain_line_ends(whole)) || has_only_wide_line_ends(whole) {
        return Refused::LineEnds;
    }
    if contains(whole, b"/Encrypt") {
        return Refused::Password;
    }
    if !contains(whole, b"startxref") { Refused::CutOff } else { Refused::Damaged }
}

fn with_plain_line_ends(file: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(file.len());
    for (place, byte) in file.iter().enumerate() {
        if !(*byte == b'\r' && file.get(place + 1) == Some(&b'\n')) {
            plain.push(*byte);
        }
    }
    plain
}

/// In packed data every byte is as frequent as another, so that no line feed stands alone is no
/// chance in a file of this size.
fn has_only_wide_line_ends(file: &[u8]) -> bool {
    let feeds = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let (mut all, mut wide) = (0_usize, 0_usize);
    for (place, _) in feeds {
        all += 1;
        wide += usize::from(place.checked_sub(1).and_then(|at| file.get(at)) == Some(&b'\r'));
    }
    all > 100 && all == wide
}

/// Of a PDF that can be read and carries no evidence.
pub(super) fn without(file: &[u8]) -> Refused {
    within_bounds(file, |pdf, _| {
        let words = words(&pdf);
        let says = |proof: &&str| words.as_ref().is_some_and(|words| words.contains(*proof));
        if ON_PAPER.iter().any(says) {
            Refused::Printed
        } else if words.is_none() && has_pictures(&pdf) {
            Refused::Picture
        } else {
            Refused::NoEvidence
        }
    })
    .unwrap_or(Refused::NoEvidence)
}

fn has_pictures(pdf: &Document) -> bool {
    let is_picture = |object: &Object| {
        object.as_stream().is_ok_and(|stream| {
            stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
        })
    };
    pdf.objects.values().any(is_picture)
}
