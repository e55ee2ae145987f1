//! Files that a person brings, as text: in UTF-8, in UTF-16 as Notepad and PowerShell write it, or
//! in Windows-1252 as older programs do.
//!
//! What cannot be told for certain is refused with the reason, because a name read in the wrong
//! encoding is another name.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Why bytes are no text that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// It begins as UTF-16 does and breaks off or is damaged: save it as UTF-8.
    #[error("damaged text in UTF-16")]
    Utf16,
    /// Four bytes a character: save it as UTF-8.
    #[error("text in UTF-32, which is not read")]
    Utf32,
    /// Partly UTF-8 and partly not: two files were put together, or one was damaged.
    #[error("text that is partly UTF-8 and partly not")]
    Mixed,
    /// No encoding that is known here: perhaps it is no text at all.
    #[error("bytes in no encoding that is known")]
    Unknown,
}

impl NotText {
    /// The stable code, in kebab case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
            Self::Mixed => "mixed",
            Self::Unknown => "unknown",
        }
    }
}

/// The text of a file, without the mark of its encoding. UTF-8 is lent, everything else made.
///
/// # Errors
/// [`NotText`] says what kind of bytes they are.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|_| NotText::Mixed)
        }
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Err(NotText::Utf32),
        _ => match wide(bytes) {
            Some(encoding) => wide_text(encoding, bytes),
            None => narrow_text(bytes),
        },
    }
}

/// UTF-16, when it says so or its first two characters are ASCII in it: what a person brings begins
/// with `{`, `[`, a quote or a letter.
pub fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let ascii = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    match bytes {
        // UTF-32, which begins as UTF-16 does.
        [0xFF, 0xFE, 0, 0, ..] => None,
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [a, 0, b, 0, ..] if ascii(a) && ascii(b) => Some(UTF_16LE),
        [0, a, 0, b, ..] if ascii(a) && ascii(b) => Some(UTF_16BE),
        _ => None,
    }
}

fn wide_text<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, NotText> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(|text| match text.strip_prefix('\u{feff}') {
            Some(unmarked) => Cow::Owned(unmarked.to_owned()),
            None => text,
        })
        .ok_or(NotText::Utf16)
}

fn narrow_text(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    // Text has no controls but these, and Windows-1252 leaves five bytes without a meaning.
    let control =
        |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    if bytes.iter().any(|byte| control(byte) || matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)) {
        return Err(if has_utf8_letters(bytes) { NotText::Mixed } else { NotText::Unknown });
    }
    if has_utf8_letters(bytes) {
        return Err(NotText::Mixed);
    }
    Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// A letter in two or more bytes, as UTF-8 writes it. In Windows-1252 the same bytes are two signs
/// that do not follow each other in any word.
fn has_utf8_letters(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn each_encoding_is_read() {
        let meant = "{\"name\": \"Søren Ærø €\"}\r\n";
        for (big, mark) in [(false, false), (false, true), (true, false), (true, true)] {
            assert_eq!(text(&utf16(meant, mark, big)).as_deref(), Ok(meant), "{big} {mark}");
        }
        assert_eq!(text(meant.as_bytes()).as_deref(), Ok(meant));
        assert_eq!(text(&[b"\xEF\xBB\xBF", meant.as_bytes()].concat()).as_deref(), Ok(meant));
        assert_eq!(text(b"{\"name\": \"S\xF8ren \xC6r\xF8 \x80\"}\r\n").as_deref(), Ok(meant));
        assert_eq!(text(b"").as_deref(), Ok(""));
    }

    #[test]
    fn utf_32_is_not_taken_for_utf_16_line_by_line_either() {
        assert_eq!(wide(b"\xFF\xFE\0\0{\0\0\0"), None);
        assert_eq!(wide(b"\xFF\xFE{\0"), Some(UTF_16LE));
    }

    #[test]
    fn what_cannot_be_told_is_refused_with_the_reason() {
        for (bytes, why) in [
            (&b"\xFF\xFE\0\0{\0\0\0"[..], NotText::Utf32),
            (b"\0\0\xFE\xFF\0\0\0{", NotText::Utf32),
            (b"\xFF\xFE{\0\0\xD8x\0", NotText::Utf16),
            (b"{\0}\0x", NotText::Utf16),
            (b"S\xC3\xB8ren S\xF8ren", NotText::Mixed),
            (b"\xEF\xBB\xBFS\xF8ren", NotText::Mixed),
            (b"PK\x03\x04\xFF\x00\x01", NotText::Unknown),
            (b"\x89PNG\r\n\x1a\n", NotText::Unknown),
            (b"S\x81ren", NotText::Unknown),
        ] {
            assert_eq!(text(bytes), Err(why), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = text(&bytes);
        }

        #[test]
        fn every_text_comes_back_from_utf_8_and_marked_utf_16(meant in "[^\u{feff}\0]{0,20}", big: bool) {
            for bytes in [utf16(&meant, true, big), meant.clone().into_bytes()] {
                let read = text(&bytes);
                prop_assert_eq!(read.as_deref(), Ok(meant.as_str()));
            }
        }
    }
}
