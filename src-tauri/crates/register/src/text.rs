//! Texts of a register, made fit to be shown and signed.

use crate::lenient::Scalar;
use domain::organisation::{LeftOut, Part, WhyLeftOut};
use domain::personal_number::without_numbers;
use domain::typed::fold;
use std::collections::BTreeSet;

/// The longest text that is kept of any member, in characters. Signing rules are the longest and
/// stay far below.
const TEXT_MAX: usize = 2_000;

/// A text that may be shown and signed: on one line, without control characters and without the
/// invisible marks that reverse the order of letters, of a bounded length; none when nothing is
/// left.
pub(crate) fn clean(raw: Option<&str>) -> Option<String> {
    let raw = raw?;
    if is_clean(raw) {
        return Some(raw.to_owned());
    }
    let reorders = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let shown = |c: &char| c.is_whitespace() || !(c.is_control() || reorders(*c));
    let visible: String = raw.chars().filter(shown).take(4 * TEXT_MAX).collect();
    let cut: String = fold(&visible).chars().take(TEXT_MAX).collect();
    Some(cut.trim_end().to_owned()).filter(|text| !text.is_empty())
}

/// Nearly every text of the register: Danish letters with single spaces between them. It is kept as
/// it is, which saves going through it letter by letter. 0xC3 begins the letters from À to ÿ and
/// nothing that is not shown.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = |byte: &u8| matches!(byte, 0x20..=0x7e | 0x80..=0xbf | 0xc3);
    let spaced =
        bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ') && !text.contains("  ");
    !bytes.is_empty() && bytes.len() <= TEXT_MAX && bytes.iter().all(plain) && spaced
}

/// What is read of one answer, with what is not kept of it.
#[derive(Default)]
pub(crate) struct Reading(BTreeSet<LeftOut>);

impl Reading {
    /// A text that may be shown, signed and kept: [`clean`], and without what can be a personal
    /// number.
    pub(crate) fn text(&mut self, part: Part, raw: Option<&str>) -> Option<String> {
        self.kept(part, clean(raw)?)
    }

    /// As [`Reading::text`], of a number or a text.
    pub(crate) fn plain(&mut self, part: Part, value: &Scalar<'_>) -> Option<String> {
        self.kept(part, plain(value)?)
    }

    fn kept(&mut self, part: Part, text: String) -> Option<String> {
        let Some(kept) = without_numbers(&text) else { return Some(text) };
        self.0.insert(LeftOut { part, why: WhyLeftOut::PersonalNumber });
        Some(kept)
    }

    /// Something of the part cannot be read.
    pub(crate) fn unreadable(&mut self, part: Part, unreadable: bool) {
        if unreadable {
            self.0.insert(LeftOut { part, why: WhyLeftOut::Unreadable });
        }
    }

    pub(crate) fn left_out(self) -> Vec<LeftOut> {
        self.0.into_iter().collect()
    }
}

/// A number or a text, as a text that may be shown.
pub(crate) fn plain(value: &Scalar<'_>) -> Option<String> {
    match value {
        Scalar::Number(number) => Some(number.to_string()),
        Scalar::Text(words) => clean(Some(words)),
        Scalar::Nothing | Scalar::Flag(_) | Scalar::Unreadable => None,
    }
}

/// A postal code. Danish ones have four digits, and the first may be zero, which a number does not
/// show. 0 and 9999 stand for none, beside an address abroad (`domain.md` §11).
pub(crate) fn postal_code(code: &Scalar<'_>) -> Option<String> {
    match code.number() {
        Some(0 | 9999) => None,
        Some(number) if matches!(code, Scalar::Number(_)) => Some(format!("{number:04}")),
        _ => plain(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_kept_as_it_is_would_not_have_changed(text in "[ -~æøåÆÖé\\u{80}-\\u{ff}\\u{200e}]{0,40}") {
            if is_clean(&text) {
                prop_assert_eq!(fold(&text), text.clone());
                prop_assert!(!text.chars().any(char::is_control));
            }
            prop_assert_eq!(clean(clean(Some(&text)).as_deref()), clean(Some(&text)));
        }
    }
}
