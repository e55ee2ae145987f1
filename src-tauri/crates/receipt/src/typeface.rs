//! IBM Plex Sans, which every page is set in, and DejaVu Sans beside it for the letters that Plex
//! lacks: how wide each character is and whether there is one at all. printpdf draws an empty box
//! for a character that the font lacks and says nothing, so this is asked before anything is drawn.
//!
//! Only scripts whose letters stand one after the other, without joining, are here: a wrongly
//! joined name is worse than its numbers. Latin, Greek, Cyrillic, Armenian, Georgian and Hebrew
//! are; Arabic and Chinese are not.

use crate::Error;
use crate::page::{Style, Weight};
use printpdf::{FontId, ParsedFont};
use std::collections::BTreeMap;
use std::sync::OnceLock;

static REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");
static BESIDE: &[u8] = include_bytes!("../fonts/DejaVuSans-Beside.ttf");
static HEBREW_REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSansHebrew-Regular.ttf");
static HEBREW_SEMI_BOLD: &[u8] = include_bytes!("../fonts/IBMPlexSansHebrew-SemiBold.ttf");

/// A font program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Regular,
    SemiBold,
    /// The letters that the others lack, in one weight.
    Beside,
    HebrewRegular,
    HebrewSemiBold,
}

impl Face {
    /// The name of the face among the file's resources.
    pub(crate) fn id(self) -> FontId {
        let name = match self {
            Self::Regular => "PLEXRG",
            Self::SemiBold => "PLEXSB",
            Self::Beside => "BESIDE",
            Self::HebrewRegular => "HEBRRG",
            Self::HebrewSemiBold => "HEBRSB",
        };
        FontId(name.into())
    }
}

/// How a character of a weight is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: Face,
    /// Its number in the whole font program.
    pub(crate) number: u16,
    /// How far it moves the pen, as a multiple of the size.
    advance: f32,
}

/// Every glyph of a weight. Layout asks for each letter several times, so the letters that almost
/// every text is made of are found by their place.
#[derive(Debug)]
struct Glyphs {
    near: Vec<Glyph>,
    far: BTreeMap<char, Glyph>,
    /// What no face has: nothing, which moves nothing. It is never drawn, for texts are made
    /// legible first.
    none: Glyph,
}

/// Where the extended Latin letters end.
const NEAR: u32 = 0x250;

impl Glyphs {
    /// `fonts` in the order in which they are asked for a character.
    fn of(fonts: [(Face, &ParsedFont); 3]) -> Self {
        let [(face, _), ..] = fonts;
        let none = Glyph { face, number: 0, advance: 0.0 };
        let mut all = BTreeMap::new();
        for (face, font) in fonts.into_iter().rev() {
            for (code, number) in font.codepoint_to_glyph.iter().filter(|(_, number)| **number != 0)
            {
                let units = f32::from(font.get_glyph_width(*number).unwrap_or(0));
                let glyph = Glyph {
                    face,
                    number: *number,
                    advance: units / f32::from(font.units_per_em.max(1)),
                };
                char::from_u32(*code).map(|c| all.insert(c, glyph));
            }
        }
        let near = (0..NEAR)
            .map(|code| char::from_u32(code).and_then(|c| all.get(&c)).copied().unwrap_or(none))
            .collect();
        all.retain(|c, _| u32::from(*c) >= NEAR);
        Self { near, far: all, none }
    }

    fn get(&self, c: char) -> Glyph {
        let near = usize::try_from(u32::from(c)).ok().and_then(|place| self.near.get(place));
        near.or_else(|| self.far.get(&c)).copied().unwrap_or(self.none)
    }
}

/// The faces.
#[derive(Debug)]
pub(crate) struct Typeface {
    regular: ParsedFont,
    semi_bold: ParsedFont,
    beside: ParsedFont,
    hebrew_regular: ParsedFont,
    hebrew_semi_bold: ParsedFont,
    /// What texts of each weight are drawn with.
    light: Glyphs,
    strong: Glyphs,
    /// The character that stands for all characters with the same glyph. A PDF says for a glyph
    /// which character it is, once; with two of them the copied text would be wrong.
    spoken: BTreeMap<char, char>,
}

impl Typeface {
    /// The typeface, parsed once in a process.
    pub(crate) fn load() -> Result<&'static Self, Error> {
        static LOADED: OnceLock<Option<Typeface>> = OnceLock::new();
        LOADED.get_or_init(Self::parse).as_ref().ok_or(Error::NotMade)
    }

    fn parse() -> Option<Self> {
        let font = |bytes, name: &str| {
            let mut font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
            font.font_name = Some(name.to_owned());
            // printpdf would copy the whole program for every document, which `archive` replaces
            // anyway: it gets the first bytes, which say of what kind it is.
            font.original_bytes.truncate(4);
            font.original_bytes.shrink_to_fit();
            Some(font)
        };
        let regular = font(REGULAR, "IBMPlexSans-Regular")?;
        let semi_bold = font(SEMI_BOLD, "IBMPlexSans-SemiBold")?;
        let beside = font(BESIDE, "DejaVuSans")?;
        let hebrew_regular = font(HEBREW_REGULAR, "IBMPlexSansHebrew-Regular")?;
        let hebrew_semi_bold = font(HEBREW_SEMI_BOLD, "IBMPlexSansHebrew-SemiBold")?;
        let mut spoken = spoken(&beside, &beside);
        spoken.extend(self::spoken(&regular, &semi_bold));
        spoken.extend(
            self::spoken(&hebrew_regular, &hebrew_semi_bold)
                .into_iter()
                .filter(|(c, _)| is_hebrew(*c)),
        );
        let light = Glyphs::of([
            (Face::Regular, &regular),
            (Face::Beside, &beside),
            (Face::HebrewRegular, &hebrew_regular),
        ]);
        let strong = Glyphs::of([
            (Face::SemiBold, &semi_bold),
            (Face::Beside, &beside),
            (Face::HebrewSemiBold, &hebrew_semi_bold),
        ]);
        Some(Self {
            regular,
            semi_bold,
            beside,
            hebrew_regular,
            hebrew_semi_bold,
            light,
            strong,
            spoken,
        })
    }

    /// The character to draw for this one: itself, or its twin of the same look; nothing when no
    /// face has it.
    pub(crate) fn drawable(&self, c: char) -> Option<char> {
        self.spoken.get(&c).copied()
    }

    /// The width of a text, in points.
    pub(crate) fn width(&self, text: &str, style: Style) -> f32 {
        text.chars().map(|c| self.advance(c, style)).sum()
    }

    /// How far a character moves the pen, in points.
    pub(crate) fn advance(&self, c: char, style: Style) -> f32 {
        (self.glyph(c, style.weight).advance + style.tracking) * style.size
    }

    /// How a character of a weight is drawn.
    pub(crate) fn glyph(&self, c: char, weight: Weight) -> Glyph {
        match weight {
            Weight::Regular => self.light.get(c),
            Weight::SemiBold => self.strong.get(c),
        }
    }

    /// The whole font program of a face.
    pub(crate) fn program(&self, face: Face) -> &'static [u8] {
        match face {
            Face::Regular => REGULAR,
            Face::SemiBold => SEMI_BOLD,
            Face::Beside => BESIDE,
            Face::HebrewRegular => HEBREW_REGULAR,
            Face::HebrewSemiBold => HEBREW_SEMI_BOLD,
        }
    }

    /// A face with no other letters than these. printpdf copies what it is given several times for
    /// every document.
    pub(crate) fn excerpt(&self, face: Face, letters: &BTreeMap<char, u16>) -> ParsedFont {
        let whole = self.font(face);
        ParsedFont {
            original_bytes: whole.original_bytes.clone(),
            font_index: whole.font_index,
            font_name: whole.font_name.clone(),
            codepoint_to_glyph: letters.iter().map(|(c, glyph)| (u32::from(*c), *glyph)).collect(),
            glyph_widths: letters
                .values()
                .filter_map(|glyph| Some((*glyph, whole.get_glyph_width(*glyph)?)))
                .collect(),
            units_per_em: whole.units_per_em,
            font_metrics: whole.font_metrics.clone(),
            font_type: whole.font_type,
            pdf_font_metrics: whole.pdf_font_metrics.clone(),
        }
    }

    /// The number of a character's glyph in a face, 0 when there is none.
    pub(crate) fn number(&self, c: char, face: Face) -> u16 {
        self.font(face).lookup_glyph_index(u32::from(c)).unwrap_or(0)
    }

    /// The name of a face's font program.
    pub(crate) fn name(&self, face: Face) -> &str {
        self.font(face).font_name.as_deref().unwrap_or_default()
    }

    fn font(&self, face: Face) -> &ParsedFont {
        match face {
            Face::Regular => &self.regular,
            Face::SemiBold => &self.semi_bold,
            Face::Beside => &self.beside,
            Face::HebrewRegular => &self.hebrew_regular,
            Face::HebrewSemiBold => &self.hebrew_semi_bold,
        }
    }
}

/// The letters of Hebrew, and the signs between and after them. Points and accents are not here:
/// they stand under and in letters, where only a shaper puts them right.
pub(crate) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5be}' | '\u{5d0}'..='\u{5ea}' | '\u{5f3}' | '\u{5f4}')
}

/// Every character that both weights have, with the lowest one of the same glyphs.
fn spoken(regular: &ParsedFont, semi_bold: &ParsedFont) -> BTreeMap<char, char> {
    let mut first_with = BTreeMap::new();
    let mut spoken = BTreeMap::new();
    for (code, glyph) in &regular.codepoint_to_glyph {
        let (Some(c), Some(other)) = (char::from_u32(*code), semi_bold.lookup_glyph_index(*code))
        else {
            continue;
        };
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
        for c in "abcæøåÆØÅéüößäÄÖðþÞłŁđŠžőçñ 0123456789 »«„”–—…€§&@.,:;-_/()[]+'\"!?".chars()
        {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
        }
    }

    #[test]
    fn every_word_of_the_catalogue_can_be_drawn() {
        let typeface = Typeface::load().unwrap();
        for source in [
            include_str!("../../../../ui/src/messages/da/receipt.ftl"),
            include_str!("../../../../ui/src/messages/da/record.ftl"),
            include_str!("../../../../ui/src/messages/en/receipt.ftl"),
            include_str!("../../../../ui/src/messages/en/record.ftl"),
        ] {
            let missing: Vec<_> = source
                .chars()
                .filter(|c| !c.is_control() && typeface.drawable(*c).is_none())
                .collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_noticed() {
        let typeface = Typeface::load().unwrap();
        for c in ['株', '😀', '\u{5b8}', 'ع', 'ก', '\u{7}'] {
            assert_eq!(typeface.drawable(c), None, "{c:?}");
        }
    }

    #[test]
    fn letters_that_plex_lacks_come_from_the_face_beside_it() {
        let typeface = Typeface::load().unwrap();
        for c in "ԱՐամἀῶგიორგიǟḍ".chars() {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
            assert_eq!(typeface.glyph(c, Weight::SemiBold).face, Face::Beside, "{c}");
            assert!(typeface.advance(c, Style::new(10.0, 1.4)) > 1.0, "{c}");
        }
        assert_eq!(typeface.glyph('Ж', Weight::SemiBold).face, Face::SemiBold);
        assert_eq!(typeface.glyph('ễ', Weight::Regular).face, Face::Regular);
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
