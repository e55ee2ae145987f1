//! Which letters of each face a document uses, so that nothing else of the fonts is copied,
//! measured or embedded.

use crate::page::{Item, Style};
use crate::structure::Sheets;
use crate::typeface::{Face, Typeface};
use std::collections::BTreeMap;

/// The characters drawn with each face, with their glyphs in the whole font program.
pub(crate) type Letters = BTreeMap<Face, BTreeMap<char, u16>>;

/// Everything that the pages draw.
pub(crate) fn used(sheets: &Sheets, typeface: &Typeface) -> Letters {
    let mut used = Letters::new();
    for marked in sheets.pages.iter().flat_map(|page| &page.items) {
        let Item::Text { text, style, .. } = &marked.item else { continue };
        for c in text.chars().map(drawn) {
            let glyph = typeface.glyph(c, style.weight);
            used.entry(glyph.face).or_default().insert(c, glyph.number);
        }
    }
    used
}

/// The parts of a text that are drawn with one face each.
pub(crate) fn in_faces(text: &str, style: Style, typeface: &Typeface) -> Vec<(Face, String)> {
    let mut parts: Vec<(Face, String)> = Vec::new();
    for c in text.chars().map(drawn) {
        let face = typeface.glyph(c, style.weight).face;
        match parts.last_mut() {
            Some((last, part)) if *last == face => part.push(c),
            _ => parts.push((face, c.to_string())),
        }
    }
    parts
}

/// A no-break space has done its work; it shares its glyph with the space, and copied text should
/// have that.
fn drawn(c: char) -> char {
    if c == '\u{a0}' { ' ' } else { c }
}
