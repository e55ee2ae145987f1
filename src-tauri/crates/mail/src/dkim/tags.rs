//! A list of tags, `name=value; …`, as signatures and keys are written (RFC 6376 §3.2).
//!
//! Read here beside the library, which forgets what a verdict needs: that a tag stands there twice,
//! and whether `l=` stands there at all.

use std::ops::Range;

/// The tags of a signature or a key, in their order.
pub(crate) struct Tags<'t> {
    text: &'t [u8],
    tags: Vec<(&'t [u8], Range<usize>)>,
}

impl<'t> Tags<'t> {
    /// None when it is no such list: something without a name, or a name twice.
    pub(crate) fn parse(text: &'t [u8]) -> Option<Self> {
        let mut tags: Vec<(&[u8], Range<usize>)> = Vec::new();
        let mut start = 0;
        for part in text.split(|b| *b == b';') {
            let end = start + part.len();
            let is_last = end == text.len();
            if !part.trim_ascii().is_empty() {
                let equals = part.iter().position(|b| *b == b'=')?;
                let name = part.get(..equals)?.trim_ascii();
                let is_name = name.first().is_some_and(u8::is_ascii_alphabetic)
                    && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_');
                if !is_name || tags.iter().any(|(known, _)| *known == name) {
                    return None;
                }
                tags.push((name, start + equals + 1..end));
            } else if !is_last {
                return None;
            }
            start = end + 1;
        }
        (!tags.is_empty()).then_some(Self { text, tags })
    }

    /// The value of a tag, without the white space around it.
    pub(crate) fn get(&self, name: &str) -> Option<&'t [u8]> {
        Some(self.text.get(self.place(name)?)?.trim_ascii())
    }

    /// The value of a tag as text, without any white space, as folding puts it into values.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let value = std::str::from_utf8(self.get(name)?).ok()?;
        Some(value.split_ascii_whitespace().collect())
    }

    /// The value of a tag as a number of seconds or bytes.
    pub(crate) fn number(&self, name: &str) -> Option<Result<u64, NotANumber>> {
        let text = self.text(name)?;
        let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        Some(if is_number { text.parse().map_err(|_| NotANumber) } else { Err(NotANumber) })
    }

    /// The parts of a value that colons part.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<String>> {
        Some(self.text(name)?.split(':').map(str::to_ascii_lowercase).collect())
    }

    /// The name of the first tag.
    pub(crate) fn first(&self) -> Option<&'t [u8]> {
        self.tags.first().map(|(name, _)| *name)
    }

    /// The whole list with the value of one tag taken out, and the white space around it.
    pub(crate) fn without(&self, name: &str) -> Vec<u8> {
        let Some(place) = self.place(name) else { return self.text.to_vec() };
        let before = self.text.get(..place.start).unwrap_or_default();
        let after = self.text.get(place.end..).unwrap_or_default();
        [before, after].concat()
    }

    fn place(&self, name: &str) -> Option<Range<usize>> {
        let is_it = |known: &&(&[u8], Range<usize>)| known.0 == name.as_bytes();
        self.tags.iter().find(is_it).map(|(_, place)| place.clone())
    }
}

/// Something else than digits, or a number beyond all measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotANumber;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_are_read_as_they_are_folded() {
        let tags = Tags::parse(b" v=1; bh=ab\r\n\tc=;\r\n b = x\r\n y ; h=From: To ;").unwrap();
        assert_eq!(tags.get("v"), Some(&b"1"[..]));
        assert_eq!(tags.text("bh").as_deref(), Some("abc="));
        assert_eq!(tags.list("h"), Some(vec!["from".into(), "to".into()]));
        assert_eq!(tags.get("b"), Some(&b"x\r\n y"[..]));
        assert_eq!(tags.get("x"), None);
        assert_eq!(tags.without("b"), b" v=1; bh=ab\r\n\tc=;\r\n b =; h=From: To ;");
        assert_eq!(tags.first(), Some(&b"v"[..]));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for text in ["", " ", ";", "v", "v=1;;a=b", "v=1; v=1", "=1", "1=a", "a b=c", "v=1; x"] {
            assert!(Tags::parse(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn a_number_is_digits() {
        let number = |text: &str| Tags::parse(text.as_bytes()).unwrap().number("l");
        assert_eq!(number("l=12"), Some(Ok(12)));
        assert_eq!(number("l=0"), Some(Ok(0)));
        assert_eq!(number("a=0"), None);
        for text in ["l=", "l=-1", "l=+1", "l=99999999999999999999999"] {
            assert_eq!(number(text), Some(Err(NotANumber)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_list_or_not(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            if let Some(tags) = Tags::parse(&bytes) {
                prop_assert!(tags.without("b").len() <= bytes.len());
            }
        }
    }
}
