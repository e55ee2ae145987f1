//! Leaves in the file only the letters that it needs. printpdf embeds whole fonts and addresses
//! glyphs by their numbers in them; the numbers stay, and a map leads from them to the glyphs of
//! the smaller font.
//!
//! Almost every document needs no other letters than [`COMMON`]. Those documents share one font
//! program, which is cut out and pressed once in a process; the others get exactly their own
//! letters. Which of the two it is depends on the document alone, so that it is the same bytes
//! whatever was made before.

use super::press::Press;
use crate::Error;
use crate::letters::Letters;
use crate::typeface::{Face, Typeface};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::ToUnicodeCMap;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use subsetter::GlyphRemapper;

/// The letters of Danish and English, of addresses and hashes, and of most names in Denmark.
const COMMON: &str = " !%&'()+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz§«·»ÄÅÆÉÖØÜäåæéöøü–—‘’“”…€";

/// A font program with some of the letters of a face, and what leads to them.
struct Cut {
    name: String,
    program: Stream,
    /// From the number of each glyph in the whole font to its number in this one (`CIDToGIDMap`).
    map: Stream,
    /// From the number of each glyph in the whole font to its character.
    spoken: Stream,
}

pub(super) fn embed(
    file: &mut Document,
    letters: &Letters,
    typeface: &Typeface,
) -> Result<(), Error> {
    for (face, letters) in letters {
        let place = place(file, *face).ok_or(Error::NotMade)?;
        let cut = match common(typeface, *face) {
            Some((common, cut)) if letters.keys().all(|c| common.contains_key(c)) => cut.copy(),
            _ => Cut::of(typeface, *face, letters).ok_or(Error::NotMade)?,
        };
        cut.put(file, place).ok_or(Error::NotMade)?;
    }
    Ok(())
}

/// The common letters of a face, pressed. The faces beside these two have none.
fn common(typeface: &Typeface, face: Face) -> Option<&'static (BTreeMap<char, u16>, Cut)> {
    static REGULAR: OnceLock<Option<(BTreeMap<char, u16>, Cut)>> = OnceLock::new();
    static SEMI_BOLD: OnceLock<Option<(BTreeMap<char, u16>, Cut)>> = OnceLock::new();
    let made = match face {
        Face::Regular => &REGULAR,
        Face::SemiBold => &SEMI_BOLD,
        Face::Beside | Face::HebrewRegular | Face::HebrewSemiBold => return None,
    };
    let make = || {
        let letters = COMMON.chars().map(|c| (c, typeface.number(c, face))).collect();
        let mut cut = Cut::of(typeface, face, &letters)?;
        cut.press().ok()?;
        Some((letters, cut))
    };
    made.get_or_init(make).as_ref()
}

impl Cut {
    fn of(typeface: &Typeface, face: Face, letters: &BTreeMap<char, u16>) -> Option<Self> {
        let spoken: BTreeMap<u32, Vec<u32>> =
            letters.iter().map(|(c, glyph)| (u32::from(*glyph), vec![u32::from(*c)])).collect();
        let mut numbers: Vec<u16> = letters.values().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&numbers);
        let program = subsetter::subset(typeface.program(face), 0, &remapper).ok()?;
        let length = i64::try_from(program.len()).ok()?;
        let width = numbers.last().map_or(0, |last| last + 1);
        let map = (0..width).flat_map(|old| remapper.get(old).unwrap_or(0).to_be_bytes()).collect();
        let spoken = ToUnicodeCMap { mappings: spoken }.to_cmap_string(&face.id().0);
        Some(Self {
            name: format!("{}+{}", tag(&numbers), typeface.name(face)),
            program: Stream::new(
                Dictionary::from_iter([("Length1", Object::Integer(length))]),
                program,
            ),
            map: Stream::new(Dictionary::new(), map),
            spoken: Stream::new(Dictionary::new(), spoken.into_bytes()),
        })
    }

    fn copy(&self) -> Self {
        Self {
            name: self.name.clone(),
            program: self.program.clone(),
            map: self.map.clone(),
            spoken: self.spoken.clone(),
        }
    }

    fn press(&mut self) -> Result<(), Error> {
        let mut press = Press::hard();
        [&mut self.program, &mut self.map, &mut self.spoken]
            .into_iter()
            .try_for_each(|stream| press.stream(stream))
    }

    /// Puts it in the place of the whole font.
    fn put(self, file: &mut Document, place: ObjectId) -> Option<()> {
        let map = file.add_object(self.map);
        let whole = file.get_object_mut(place).ok()?.as_dict_mut().ok()?;
        whole.set("BaseFont", name_object(&self.name));
        let spoken = whole.get(b"ToUnicode").ok()?.as_reference().ok()?;
        let descendant = whole
            .get_mut(b"DescendantFonts")
            .ok()?
            .as_array_mut()
            .ok()?
            .first_mut()?
            .as_dict_mut()
            .ok()?;
        descendant.set("BaseFont", name_object(&self.name));
        descendant.set("CIDToGIDMap", map);
        let descriptor = descendant.get(b"FontDescriptor").ok()?.as_reference().ok()?;
        let descriptor = file.get_object_mut(descriptor).ok()?.as_dict_mut().ok()?;
        descriptor.set("FontName", name_object(&self.name));
        let program = descriptor.get(b"FontFile2").ok()?.as_reference().ok()?;
        file.set_object(program, self.program);
        file.set_object(spoken, self.spoken);
        Some(())
    }
}

/// Where the font of a face is, by its name among the resources.
fn place(file: &Document, face: Face) -> Option<ObjectId> {
    let page = file.page_iter().next()?;
    let resources = file.get_dictionary(page).ok()?.get(b"Resources").ok()?.as_reference().ok()?;
    let fonts = file.get_dictionary(resources).ok()?.get(b"Font").ok()?.as_reference().ok()?;
    file.get_dictionary(fonts).ok()?.get(face.id().0.as_bytes()).ok()?.as_reference().ok()
}

fn name_object(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Six capitals that differ when the glyphs differ (ISO 32000-1, §9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let bytes: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_letter_is_in_both_weights_and_speaks_for_its_glyph() {
        let typeface = Typeface::load().unwrap();
        let ordered: std::collections::BTreeSet<char> = COMMON.chars().collect();
        assert_eq!(ordered.len(), COMMON.chars().count());
        for c in COMMON.chars() {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
            assert!(
                [Face::Regular, Face::SemiBold].iter().all(|face| typeface.number(c, *face) != 0),
                "{c}"
            );
        }
    }

    #[test]
    fn every_word_of_the_documents_is_in_common_letters() {
        for source in [
            include_str!("../../../../../ui/src/messages/da/receipt.ftl"),
            include_str!("../../../../../ui/src/messages/da/record.ftl"),
            include_str!("../../../../../ui/src/messages/da/documents.ftl"),
            include_str!("../../../../../ui/src/messages/en/receipt.ftl"),
            include_str!("../../../../../ui/src/messages/en/record.ftl"),
            include_str!("../../../../../ui/src/messages/en/documents.ftl"),
        ] {
            let said = source.lines().filter(|line| !line.starts_with('#')).flat_map(str::chars);
            // What Fluent writes with.
            let missing: std::collections::BTreeSet<char> =
                said.filter(|c| !COMMON.contains(*c) && !"{}$=*\"\\>".contains(*c)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}
