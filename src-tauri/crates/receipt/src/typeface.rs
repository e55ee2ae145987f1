//! IBM Plex Sans, which every page is set in: how wide each character is and whether there is one at all. printpdf draws
//! an empty box for a character that the font lacks and says nothing, so this is asked before anything is drawn.

use crate::Trouble;
use printpdf::ParsedFont;
use std::collections::BTreeMap;
use std::sync::OnceLock;

static REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");

/// How thick the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// The two weights.
#[derive(Debug)]
pub(crate) struct Typeface {
    regular: ParsedFont,
    semi_bold: ParsedFont,
    /// The character that stands for all characters with the same glyph. A PDF says for a glyph which character it is,
    /// once; with two of them the copied text would be wrong.
    spoken: BTreeMap<char, char>,
}

impl Typeface {
    /// The typeface, parsed once in a process.
    pub(crate) fn load() -> Result<&'static Self, Trouble> {
        static LOADED: OnceLock<Option<Typeface>> = OnceLock::new();
        LOADED.get_or_init(Self::parse).as_ref().ok_or(Trouble::NotMade)
    }

    fn parse() -> Option<Self> {
        let font = |bytes, name: &str| {
            let mut font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
            font.font_name = Some(name.to_owned());
            Some(font)
        };
        let regular = font(REGULAR, "IBMPlexSans-Regular")?;
        let semi_bold = font(SEMI_BOLD, "IBMPlexSans-SemiBold")?;
        let spoken = spoken(&regular, &semi_bold);
        Some(Self { regular, semi_bold, spoken })
    }

    /// The character to draw for this one: itself, or its twin of the same look; nothing when a weight has no glyph.
    pub(crate) fn drawable(&self, c: char) -> Option<char> {
        self.spoken.get(&c).copied()
    }

    /// The width of a text, in points.
    pub(crate) fn width(&self, text: &str, style: crate::page::Style) -> f32 {
        text.chars().map(|c| self.advance(c, style)).sum()
    }

    /// How far a character moves the pen, in points.
    pub(crate) fn advance(&self, c: char, style: crate::page::Style) -> f32 {
        let font = self.font(style.weight);
        let units = font.lookup_glyph_index(u32::from(c)).and_then(|glyph| font.get_glyph_width(glyph)).unwrap_or(0);
        (f32::from(units) / f32::from(font.units_per_em.max(1)) + style.tracking) * style.size
    }

    /// The font program of a weight, for embedding.
    pub(crate) fn font(&self, weight: Weight) -> &ParsedFont {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        }
    }
}

/// Every character that both weights have, with the lowest one of the same glyphs.
fn spoken(regular: &ParsedFont, semi_bold: &ParsedFont) -> BTreeMap<char, char> {
    let mut first_with = BTreeMap::new();
    let mut spoken = BTreeMap::new();
    for (code, glyph) in &regular.codepoint_to_glyph {
        let (Some(c), Some(other)) = (char::from_u32(*code), semi_bold.lookup_glyph_index(*code)) else { continue };
        if *glyph == 0 || other == 0 {
            continue;
        }
        spoken.insert(c, *first_with.entry((*glyph, other)).or_insert(c));
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Style;

    #[test]
    fn danish_and_its_neighbours_can_be_drawn_as_they_are() {
        let typeface = Typeface::load().unwrap();
        for c in "abcæøåÆØÅéüößäÄÖðþÞłŁđŠžőçñ 0123456789 »«„”–—…€§&@.,:;-_/()[]+'\"!?".chars() {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
        }
    }

    #[test]
    fn every_word_of_the_catalogue_can_be_drawn() {
        let typeface = Typeface::load().unwrap();
        for source in
            [include_str!("../../../../ui/src/messages/da/receipt.ftl"), include_str!("../../../../ui/src/messages/en/receipt.ftl")]
        {
            let missing: Vec<_> = source.chars().filter(|c| !c.is_control() && typeface.drawable(*c).is_none()).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_noticed() {
        let typeface = Typeface::load().unwrap();
        for c in ['株', '😀', 'ש', 'ع', '\u{7}'] {
            assert_eq!(typeface.drawable(c), None, "{c:?}");
        }
    }

    #[test]
    fn figures_are_as_wide_as_the_font_says() {
        let typeface = Typeface::load().unwrap();
        let plain = Style::new(10.0, 1.4);
        assert!((typeface.width("0", plain) - 6.0).abs() < 0.001);
        assert!((typeface.width("00", plain.tracked(0.1)) - 14.0).abs() < 0.001);
        assert!(typeface.width("Nordlys", plain.strong()) > typeface.width("Nordlys", plain));
    }
}
