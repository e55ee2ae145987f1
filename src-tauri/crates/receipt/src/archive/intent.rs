//! Says which red, green and blue the pages mean: sRGB. The profile is put together here from the
//! numbers of IEC 61966-2-1 (adapted to D50, as ICC.1:2010 wants), so it is our own, small, and
//! under the licence of this program.

use super::press::Press;
use lopdf::{Dictionary, Document, Object, Stream};
use std::sync::OnceLock;

const NAME: &str = "sRGB IEC61966-2.1";

pub(super) fn srgb(file: &mut Document) -> Object {
    static PRESSED: OnceLock<Stream> = OnceLock::new();
    let profile = file.add_object(PRESSED.get_or_init(pressed).clone());
    let intent = file.add_object(Dictionary::from_iter([
        ("Type", "OutputIntent".into()),
        ("S", "GTS_PDFA1".into()),
        ("OutputConditionIdentifier", Object::string_literal(NAME)),
        ("Info", Object::string_literal(NAME)),
        ("DestOutputProfile", profile.into()),
    ]));
    intent.into()
}

/// The profile, as small as it gets.
fn pressed() -> Stream {
    let mut stream = Stream::new(Dictionary::from_iter([("N", Object::Integer(3))]), profile());
    // What cannot be pressed is as good as it is.
    let _ = Press::hard().stream(&mut stream);
    stream
}

/// A tag of a profile: its signature and its bytes.
type Tag = ([u8; 4], Vec<u8>);

/// An ICC profile, version 4.3: three colours, one curve, the white of the screen.
fn profile() -> Vec<u8> {
    // D50, and the primaries of sRGB seen under it.
    let tags: [Tag; 9] = [
        (*b"desc", text(NAME)),
        (*b"cprt", text("MIT OR Apache-2.0")),
        (*b"wtpt", numbers(*b"XYZ ", &[0.9642, 1.0, 0.8249])),
        (
            *b"chad",
            numbers(
                *b"sf32",
                &[
                    1.047_882, 0.022_919, -0.050_217, 0.029_587, 0.990_479, -0.017_059, -0.009_232,
                    0.015_076, 0.751_678,
                ],
            ),
        ),
        (*b"rXYZ", numbers(*b"XYZ ", &[0.436_035, 0.222_488, 0.013_916])),
        (*b"gXYZ", numbers(*b"XYZ ", &[0.385_101, 0.716_943, 0.097_076])),
        (*b"bXYZ", numbers(*b"XYZ ", &[0.143_066, 0.060_608, 0.713_989])),
        (*b"rTRC", curve()),
        (*b"gTRC", Vec::new()),
    ];
    assemble(&tags)
}

/// The header, the table of tags, and the tags. Green and blue share the curve of red.
fn assemble(tags: &[Tag]) -> Vec<u8> {
    const HEADER: usize = 128;
    let count = tags.len() + 1;
    let mut table = Vec::new();
    let mut body = Vec::new();
    let start = HEADER + 4 + 12 * count;
    let mut curve = (0, 0);
    for (signature, bytes) in tags {
        if !bytes.is_empty() {
            curve = (start + body.len(), bytes.len());
            body.extend_from_slice(bytes);
        }
        entry(&mut table, signature, curve);
    }
    entry(&mut table, b"bTRC", curve);

    let mut profile = Vec::new();
    word(&mut profile, start + body.len());
    profile.extend_from_slice(&[0; 4]);
    profile.extend_from_slice(&[4, 0x30, 0, 0]);
    profile.extend_from_slice(b"mntrRGB XYZ ");
    // The day on which the standard that the numbers are from was published.
    [1999_u16, 10, 1, 0, 0, 0]
        .iter()
        .for_each(|part| profile.extend_from_slice(&part.to_be_bytes()));
    profile.extend_from_slice(b"acsp");
    profile.resize(68, 0);
    [0.9642, 1.0, 0.8249].iter().for_each(|part| profile.extend_from_slice(&fixed(*part)));
    profile.resize(HEADER, 0);
    word(&mut profile, count);
    profile.extend(table);
    profile.extend(body);
    profile
}

fn entry(table: &mut Vec<u8>, signature: &[u8; 4], (offset, length): (usize, usize)) {
    table.extend_from_slice(signature);
    word(table, offset);
    word(table, length);
}

/// A `multiLocalizedUnicodeType` with one text.
fn text(text: &str) -> Vec<u8> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    word(&mut bytes, utf16.len());
    word(&mut bytes, 28);
    bytes.extend(utf16);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

fn numbers(kind: [u8; 4], values: &[f64]) -> Vec<u8> {
    let mut bytes = kind.to_vec();
    bytes.extend_from_slice(&[0; 4]);
    values.iter().for_each(|value| bytes.extend_from_slice(&fixed(*value)));
    bytes
}

/// A `parametricCurveType` of function 3: straight near black, else a power of 2.4.
fn curve() -> Vec<u8> {
    let mut bytes = b"para\0\0\0\0\0\x03\0\0".to_vec();
    [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45]
        .iter()
        .for_each(|value| bytes.extend_from_slice(&fixed(*value)));
    bytes
}

/// An `s15Fixed16Number`.
fn fixed(value: f64) -> [u8; 4] {
    #[allow(clippy::cast_possible_truncation, reason = "every value here is far below 32 768")]
    let value = (value * 65_536.0).round() as i32;
    value.to_be_bytes()
}

fn word(bytes: &mut Vec<u8>, value: usize) {
    bytes.extend_from_slice(&u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes());
}
