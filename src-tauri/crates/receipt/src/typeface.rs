//! IBM Plex Sans, which every page is set in, and DejaVu Sans beside it for the letters that Plex lacks: how wide each
//! character is and whether there is one at all. printpdf draws an empty box for a character that the font lacks and says
//! nothing, so this is asked before anything is drawn.
//!
//! Only scripts whose letters stand one after the other from the left, without joining, are here: a wrongly joined name is
//! worse than its numbers. Latin, Greek, Cyrillic, Armenian and Georgian are; Arabic, Hebrew and Chinese are not.

use crate::Trouble;
use printpdf::ParsedFont;
use std::collections::BTreeMap;
use std::sync::OnceLock;

static REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");
static BESIDE: &[u8] = include_bytes!("../fonts/DejaVuSans-Beside.ttf");

/// How thick the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// A font program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Regular,
    SemiBold,
    /// The letters that the others lack, in one weight.
    Beside,
}

impl Face {
    pub(crate) const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Beside];
}

/// The faces.
#[derive(Debug)]
pub(crate) struct Typeface {
    regular: ParsedFont,
    semi_bold: ParsedFont,
    beside: ParsedFont,
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
            // printpdf would copy the whole program for every document, which `archive` replaces anyway: it gets the first bytes,
            // which say of what kind it is.
            font.original_bytes.truncate(4);
            font.original_bytes.shrink_to_fit();
            Some(font)
        };
        let regular = font(REGULAR, "IBMPlexSans-Regular")?;
        let semi_bold = font(SEMI_BOLD, "IBMPlexSans-SemiBold")?;
        let beside = font(BESIDE, "DejaVuSans")?;
        let mut spoken = spoken(&beside, &beside);
        spoken.extend(self::spoken(&regular, &semi_bold));
        Some(Self { regular, semi_bold, beside, spoken })
    }

    /// The character to draw for this one: itself, or its twin of the same look; nothing when no face has it.
    pub(crate) fn drawable(&self, c: char) -> Option<char> {
        self.spoken.get(&c).copied()
    }

    /// The width of a text, in points.
    pub(crate) fn width(&self, text: &str, style: crate::page::Style) -> f32 {
        text.chars().map(|c| self.advance(c, style)).sum()
    }

    /// How far a character moves the pen, in points.
    pub(crate) fn advance(&self, c: char, style: crate::page::Style) -> f32 {
        let font = self.font(self.face(c, style.weight));
        let units = font.lookup_glyph_index(u32::from(c)).and_then(|glyph| font.get_glyph_width(glyph)).unwrap_or(0);
        (f32::from(units) / f32::from(font.units_per_em.max(1)) + style.tracking) * style.size
    }

    /// The face that a character of a weight is drawn with.
    pub(crate) fn face(&self, c: char, weight: Weight) -> Face {
        let has = |font: &ParsedFont| font.lookup_glyph_index(u32::from(c)).is_some_and(|glyph| glyph != 0);
        let (face, font) = match weight {
            Weight::Regular => (Face::Regular, &self.regular),
            Weight::SemiBold => (Face::SemiBold, &self.semi_bold),
        };
        if !has(font) && has(&self.beside) { Face::Beside } else { face }
    }

    /// The whole font program of a face.
    pub(crate) fn program(&self, face: Face) -> &'static [u8] {
        match face {
            Face::Regular => REGULAR,
            Face::SemiBold => SEMI_BOLD,
            Face::Beside => BESIDE,
        }
    }

    /// The measures of a face.
    pub(crate) fn font(&self, face: Face) -> &ParsedFont {
        match face {
            Face::Regular => &self.regular,
            Face::SemiBold => &self.semi_bold,
            Face::Beside => &self.beside,
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
        for c in ['株', '😀', 'ש', 'ع', 'ก', '\u{7}'] {
            assert_eq!(typeface.drawable(c), None, "{c:?}");
        }
    }

    #[test]
    fn letters_that_plex_lacks_come_from_the_face_beside_it() {
        let typeface = Typeface::load().unwrap();
        for c in "ԱՐամἀῶგიორგიǟḍ".chars() {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
            assert_eq!(typeface.face(c, Weight::SemiBold), Face::Beside, "{c}");
            assert!(typeface.advance(c, Style::new(10.0, 1.4)) > 1.0, "{c}");
        }
        assert_eq!(typeface.face('Ж', Weight::SemiBold), Face::SemiBold);
        assert_eq!(typeface.face('ễ', Weight::Regular), Face::Regular);
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
