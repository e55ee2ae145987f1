//! Names come from people and registers and may hold anything. Here they become text that can be
//! printed: what the font lacks, what is invisible and what turns the reading direction is shown as
//! its number, so that nobody is misled and nobody goes without a receipt.

use crate::typeface::{Typeface, is_hebrew};
use domain::typed::is_invisible;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Begin and end strong text inside a sentence. They are control characters, which
/// [`Legible::text`] never lets through, so no name can be mistaken for them.
pub(crate) const STRONG: char = '\u{1}';
pub(crate) const PLAIN: char = '\u{2}';
/// Begin and end Danish words in a document of another language, so that they are read aloud as
/// Danish.
pub(crate) const DANISH: char = '\u{3}';
pub(crate) const HOME: char = '\u{4}';
/// Begin and end text that is read from the right, or partly: what stands beside it must not change
/// its order.
pub(crate) const APART: char = '\u{5}';
pub(crate) const JOINED: char = '\u{6}';

/// Makes text legible and remembers what it had to replace.
pub(crate) struct Legible {
    typeface: &'static Typeface,
    replaced: BTreeSet<char>,
}

impl Legible {
    pub(crate) fn new(typeface: &'static Typeface) -> Self {
        Self { typeface, replaced: BTreeSet::new() }
    }

    /// The text on one line: white space folded, letters composed, the rest as `[U+202E]`.
    pub(crate) fn text(&mut self, text: &str) -> String {
        let folded: String = text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
        let mut legible = String::with_capacity(folded.len());
        let turns = folded.contains(is_hebrew) && folded.chars().all(|c| self.turns(c));
        for c in folded.chars() {
            match self.typeface.drawable(c).filter(|_| !hidden(c) && (turns || !is_hebrew(c))) {
                Some(drawable) => legible.push(drawable),
                None => {
                    self.replaced.insert(c);
                    legible.push_str(&number(c));
                }
            }
        }
        if turns { format!("{APART}{legible}{JOINED}") } else { legible }
    }

    /// True for what may stand in a text that is read from the right. Brackets would have to be
    /// turned round, and numbers of characters have brackets.
    fn turns(&self, c: char) -> bool {
        (is_hebrew(c) || c.is_alphanumeric() || " -'\".,&/".contains(c))
            && self.typeface.drawable(c).is_some()
    }

    /// As [`Legible::text`], set strong inside a sentence.
    pub(crate) fn strong(&mut self, text: &str) -> String {
        format!("{STRONG}{}{PLAIN}", self.text(text))
    }

    /// The numbers of the characters that were replaced, in order.
    pub(crate) fn replaced(&self) -> Vec<String> {
        self.replaced.iter().map(|c| number(*c)).collect()
    }
}

/// The words of a text that was set: without marks, and with common spaces.
pub(crate) fn strip_marks(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(*c, STRONG | PLAIN | DANISH | HOME | APART | JOINED))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect()
}

fn number(c: char) -> String {
    format!("[U+{:04X}]", u32::from(c))
}

/// Characters that change what is read without being seen, and those that end a line or stand for
/// something else. A font may have an empty glyph for them.
fn hidden(c: char) -> bool {
    is_invisible(c) || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_shown_as_its_number_and_remembered() {
        for (text, shown, replaced) in [
            ("Søren & Åse <b>", "Søren & Åse <b>", &[][..]),
            ("A\u{30a}se  Ma\u{308}rta\t\u{a0}\nX", "Åse Märta X", &[]),
            ("\u{202e}SpA sylrdoN", "[U+202E]SpA sylrdoN", &["[U+202E]"]),
            (
                "a\u{1}b\u{2}c\u{7}",
                "a[U+0001]b[U+0002]c[U+0007]",
                &["[U+0001]", "[U+0002]", "[U+0007]"],
            ),
            ("שלום עולם", "\u{5}שלום עולם\u{6}", &[]),
            (
                "שלום (ApS)",
                "[U+05E9][U+05DC][U+05D5][U+05DD] (ApS)",
                &["[U+05D5]", "[U+05DC]", "[U+05DD]", "[U+05E9]"],
            ),
            ("株式 株", "[U+682A][U+5F0F] [U+682A]", &["[U+5F0F]", "[U+682A]"]),
            (
                "No\u{ad}rd\u{200b}lys\u{feff}",
                "No[U+00AD]rd[U+200B]lys[U+FEFF]",
                &["[U+00AD]", "[U+200B]", "[U+FEFF]"],
            ),
        ] {
            let mut legible = Legible::new(Typeface::load().unwrap());
            assert_eq!(legible.text(text), shown);
            assert_eq!(legible.replaced(), replaced);
        }
    }
}
