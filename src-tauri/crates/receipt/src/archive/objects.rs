//! Objects as bytes (ISO 32000-1, §7.3).

use lopdf::{Dictionary, Object, StringFormat};
use std::io::Write as _;

/// Appends an object. Of a stream, the dictionary alone: where its bytes go is the file's affair.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => drop(write!(out, "{value}")),
        Object::Real(value) => drop(write!(out, "{value}")),
        Object::Name(bytes) => name(out, bytes),
        Object::String(bytes, StringFormat::Literal) => literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => hexadecimal(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    apart(out, item);
                }
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((number, generation)) => drop(write!(out, "{number} {generation} R")),
    }
}

/// Appends a dictionary.
pub(super) fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        apart(out, value);
        write(out, value);
    }
    out.extend_from_slice(b">>");
}

/// A space before what would otherwise run into what stands before it.
fn apart(out: &mut Vec<u8>, next: &Object) {
    match next {
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Reference(_) => out.push(b' '),
        Object::Name(_)
        | Object::String(..)
        | Object::Array(_)
        | Object::Dictionary(_)
        | Object::Stream(_) => {}
    }
}

fn name(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'/');
    for byte in bytes {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for byte in bytes {
        match byte {
            // A reader takes a bare carriage return for a line feed.
            b'\r' => out.extend_from_slice(b"\\r"),
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'<');
    for byte in bytes {
        let _ = write!(out, "{byte:02X}");
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was_meant() {
        let text = |bytes: &[u8], format| Object::String(bytes.to_vec(), format);
        let all: Vec<u8> = (0..=255).collect();
        let inner = Dictionary::from_iter([
            ("A B#(", Object::Null),
            ("N", "x/y %\u{e6}".into()),
            ("I", (-7).into()),
            ("T", true.into()),
        ]);
        let meant = Object::Array(vec![
            Object::Real(0.125),
            Object::Real(-841.89),
            text(&all, StringFormat::Literal),
            text(&all, StringFormat::Hexadecimal),
            text(b"", StringFormat::Literal),
            Object::Dictionary(inner),
            Object::Array(Vec::new()),
            Object::Reference((12, 0)),
            Object::Integer(3),
            Object::Boolean(false),
        ]);
        let mut bytes = b"%PDF-1.7\n1 0 obj\n".to_vec();
        write(&mut bytes, &meant);
        let xref = bytes.len() + 8;
        bytes.extend_from_slice(
            b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n",
        );
        bytes.extend_from_slice(format!("{xref}\n%%EOF").as_bytes());
        let read = lopdf::Document::load_mem(&bytes).unwrap();
        assert_eq!(read.get_object((1, 0)).unwrap(), &meant);
    }
}
