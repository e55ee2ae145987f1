//! The body of a mail in the form that is hashed (RFC 6376 §3.4.3, §3.4.4), for lines that end as
//! on the wire.
//!
//! Not the library's: it takes a last line of nothing but spaces for one that is not empty, so that
//! a genuine mail that ends in one looks changed. Mail programs write such lines.

use mail_auth::dkim::Canonicalization;
use std::cell::OnceCell;

/// The body of a mail, in each form that one of its signatures asks for.
pub(super) struct Bodies<'m> {
    body: &'m [u8],
    simple: OnceCell<Vec<u8>>,
    relaxed: OnceCell<Vec<u8>>,
}

impl<'m> Bodies<'m> {
    pub(super) fn of(body: &'m [u8]) -> Self {
        Self { body, simple: OnceCell::new(), relaxed: OnceCell::new() }
    }

    pub(super) fn canonical(&self, form: Canonicalization) -> &[u8] {
        let known = match form {
            Canonicalization::Simple => &self.simple,
            Canonicalization::Relaxed => &self.relaxed,
        };
        known.get_or_init(|| canonical(self.body, form))
    }
}

fn canonical(body: &[u8], form: Canonicalization) -> Vec<u8> {
    let mut canonical = Vec::with_capacity(body.len() + 2);
    // Empty lines count only when something comes after them.
    let mut empty = 0;
    for line in lines(body) {
        let line = match form {
            Canonicalization::Simple => line.to_vec(),
            Canonicalization::Relaxed => relaxed(line),
        };
        if line.is_empty() {
            empty += 1;
            continue;
        }
        canonical.extend(b"\r\n".repeat(std::mem::take(&mut empty)));
        canonical.extend(line);
        canonical.extend(b"\r\n");
    }
    if canonical.is_empty() && form == Canonicalization::Simple {
        canonical.extend(b"\r\n");
    }
    canonical
}

/// The lines, without their ends; the last may have none.
fn lines(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    body.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

/// White space is single, and gone at the end.
fn relaxed(line: &[u8]) -> Vec<u8> {
    let is_space = |b: &u8| matches!(b, b' ' | b'\t');
    let end = line.iter().rposition(|b| !is_space(b)).map_or(0, |last| last + 1);
    let mut kept: Vec<u8> = Vec::with_capacity(end);
    for byte in line.iter().take(end) {
        if !is_space(byte) {
            kept.push(*byte);
        } else if kept.last() != Some(&b' ') {
            kept.push(b' ');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_empty_lines_are_as_the_standard_says() {
        for (body, simple, relaxed) in [
            ("", "\r\n", ""),
            ("\r\n\r\n", "\r\n", ""),
            ("a", "a\r\n", "a\r\n"),
            ("a\r\n", "a\r\n", "a\r\n"),
            ("a\r\n\r\n\r\n", "a\r\n", "a\r\n"),
            ("\r\n\r\na\r\n", "\r\n\r\na\r\n", "\r\n\r\na\r\n"),
            // The example of RFC 6376 §3.4.5.
            (" C \r\nD \t E\r\n\r\n\r\n", " C \r\nD \t E\r\n", " C\r\nD E\r\n"),
            ("a\r\n \t\r\n\r\n", "a\r\n \t\r\n", "a\r\n"),
            ("  \r\n", "  \r\n", ""),
            ("a\r\n \r\nb", "a\r\n \r\nb\r\n", "a\r\n\r\nb\r\n"),
        ] {
            let form = |form| String::from_utf8(canonical(body.as_bytes(), form)).unwrap();
            assert_eq!(form(Canonicalization::Simple), simple, "{body:?}");
            assert_eq!(form(Canonicalization::Relaxed), relaxed, "{body:?}");
        }
    }
}
