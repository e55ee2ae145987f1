//! The bytes that were signed, out of the file that a mail program saved.

use crate::eml;
use std::borrow::Cow;

/// The mail with the line ends that it was sent with. Programs save a mail with those of their
/// system. None when the file holds several kinds of them: which were sent cannot be told.
pub(crate) fn as_sent(file: &[u8]) -> Option<Cow<'_, [u8]>> {
    let mail = eml::unmarked(file);
    let (mut pairs, mut feeds, mut returns) = (0_usize, 0_usize, 0_usize);
    let mut before = 0;
    for byte in mail {
        match byte {
            b'\n' if before == b'\r' => pairs += 1,
            b'\n' => feeds += 1,
            _ => {}
        }
        returns += usize::from(*byte == b'\r');
        before = *byte;
    }
    match (pairs, feeds, returns) {
        (pairs, 0, returns) if pairs == returns => Some(Cow::Borrowed(mail)),
        (0, _, 0) => {
            let mut sent = Vec::with_capacity(mail.len() + feeds);
            for byte in mail {
                if *byte == b'\n' {
                    sent.push(b'\r');
                }
                sent.push(*byte);
            }
            Some(Cow::Owned(sent))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_those_of_the_wire() {
        for (file, sent) in [
            (&b"A: b\r\n\r\nc\r\n"[..], Some(&b"A: b\r\n\r\nc\r\n"[..])),
            (b"A: b\n\nc\n", Some(b"A: b\r\n\r\nc\r\n")),
            (b"\xEF\xBB\xBFA: b\r\n\r\nc", Some(b"A: b\r\n\r\nc")),
            (b"From x@y Tue Nov 24\r\nA: b\r\n\r\n", Some(b"A: b\r\n\r\n")),
            (b"A: b\r\n\nc\r\n", None),
            (b"A: b\r\n\r\nc\rd\r\n", None),
            (b"A: b\n\nc\rd\n", None),
        ] {
            assert_eq!(as_sent(file).as_deref(), sent, "{file:?}");
        }
    }
}
