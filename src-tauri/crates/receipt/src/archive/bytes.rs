//! The bytes of a file: streams one after the other, all other objects together in object streams
//! (ISO 32000-1, §7.5.7), and at the end where each of them is (§7.5.8). lopdf's own writer makes
//! the same, but writes each object three times on the way.

use super::objects;
use super::press::Press;
use crate::Error;
use lopdf::{Dictionary, Document, Object, Stream};
use std::io::Write as _;

/// A bundle is full when it holds so many bytes. Readers unpack a bundle to get at any object of
/// it.
const BUNDLE: usize = 64 << 10;

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Offset {
    Nowhere,
    /// At a distance from the beginning of the file.
    At(usize),
    /// In the bundle with this index, at this place.
    In(usize, usize),
}

/// Objects that are packed together.
#[derive(Debug, Default)]
struct Bundle {
    /// Number and place of each, one after the other.
    table: Vec<u8>,
    objects: Vec<u8>,
    count: usize,
}

/// The file, with everything that it holds.
pub(super) fn write(mut file: Document) -> Result<Vec<u8>, Error> {
    let mut press = Press::quick();
    let mut bytes = format!("%PDF-{}\n%", file.version).into_bytes();
    bytes.extend_from_slice(&file.binary_mark);
    bytes.push(b'\n');

    let mut places =
        vec![Offset::Nowhere; usize::try_from(file.max_id).map_err(|_| Error::NotMade)? + 1];
    let mut bundles = vec![Bundle::default()];
    for ((number, generation), object) in std::mem::take(&mut file.objects) {
        let place = usize::try_from(number)
            .ok()
            .and_then(|number| places.get_mut(number))
            .filter(|_| generation == 0);
        let place = place.ok_or(Error::NotMade)?;
        if let Object::Stream(stream) = object {
            *place = Offset::At(bytes.len());
            append(&mut bytes, number, stream, &mut press)?;
            continue;
        }
        if bundles.last().is_some_and(|bundle| bundle.objects.len() > BUNDLE) {
            bundles.push(Bundle::default());
        }
        let last = bundles.len() - 1;
        let bundle = bundles.last_mut().ok_or(Error::NotMade)?;
        *place = Offset::In(last, bundle.count);
        bundle.add(number, &object);
    }

    let first = places.len();
    for bundle in bundles {
        let number = places.len();
        places.push(Offset::At(bytes.len()));
        append(&mut bytes, narrow(number)?, bundle.stream(), &mut press)?;
    }
    let start = bytes.len();
    let number = places.len();
    places.push(Offset::At(start));
    let mut index = Stream::new(file.trailer, index(&places, first)?);
    let width = [1, 4, 2].map(Object::Integer).to_vec();
    let size = Object::Integer(i64::from(narrow(places.len())?));
    index.dict.extend(&Dictionary::from_iter([
        ("Type", Object::from("XRef")),
        ("Size", size),
        ("W", Object::Array(width)),
    ]));
    index.dict.set(
        "Length",
        Object::Integer(i64::try_from(index.content.len()).map_err(|_| Error::NotMade)?),
    );
    append(&mut bytes, narrow(number)?, index, &mut press)?;
    let _ = write!(bytes, "startxref\n{start}\n%%EOF");
    Ok(bytes)
}

/// Where each object is: its kind in one byte, then four and two. The bundles are numbered from
/// `first`.
fn index(places: &[Offset], first: usize) -> Result<Vec<u8>, Error> {
    let mut index = Vec::with_capacity(places.len() * 7);
    for place in places {
        let (kind, at, within) = match *place {
            Offset::Nowhere => (0, 0, usize::from(u16::MAX)),
            Offset::At(at) => (1, at, 0),
            Offset::In(bundle, within) => (2, first + bundle, within),
        };
        index.push(kind);
        index.extend(narrow(at)?.to_be_bytes());
        index.extend(u16::try_from(within).map_err(|_| Error::NotMade)?.to_be_bytes());
    }
    Ok(index)
}

impl Bundle {
    fn add(&mut self, number: u32, object: &Object) {
        let _ = write!(self.table, "{number} {} ", self.objects.len());
        objects::write(&mut self.objects, object);
        self.objects.push(b' ');
        self.count += 1;
    }

    fn stream(self) -> Stream {
        let number = |count| Object::Integer(i64::try_from(count).unwrap_or(i64::MAX));
        let about = [
            ("Type", Object::from("ObjStm")),
            ("N", number(self.count)),
            ("First", number(self.table.len())),
        ];
        Stream::new(Dictionary::from_iter(about), [self.table, self.objects].concat())
    }
}

fn append(
    bytes: &mut Vec<u8>,
    number: u32,
    mut stream: Stream,
    press: &mut Press,
) -> Result<(), Error> {
    press.stream(&mut stream)?;
    let _ = writeln!(bytes, "{number} 0 obj");
    objects::dictionary(bytes, &stream.dict);
    bytes.extend_from_slice(b"stream\n");
    bytes.extend_from_slice(&stream.content);
    bytes.extend_from_slice(b"\nendstream\nendobj\n");
    Ok(())
}

fn narrow(number: usize) -> Result<u32, Error> {
    u32::try_from(number).map_err(|_| Error::NotMade)
}
