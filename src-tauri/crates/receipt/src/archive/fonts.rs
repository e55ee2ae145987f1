//! Leaves in the file only the letters that it uses. printpdf embeds whole fonts and addresses glyphs by their numbers in
//! them; the numbers stay, and a map leads from them to the glyphs of the smaller font.

use crate::Trouble;
use crate::page::Item;
use crate::structure::Sheets;
use crate::typeface::{Face, Typeface};
use crate::writer::{font_id, in_faces};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::GlyphRemapper;

pub(super) fn embed(file: &mut Document, sheets: &Sheets, typeface: &Typeface) -> Result<(), Trouble> {
    for (face, glyphs) in used(sheets, typeface) {
        let place = place(file, face).ok_or(Trouble::NotMade)?;
        shrink(file, place, typeface, face, &glyphs).ok_or(Trouble::NotMade)?;
    }
    Ok(())
}

/// The glyphs that the pages use.
fn used(sheets: &Sheets, typeface: &Typeface) -> BTreeMap<Face, BTreeSet<u16>> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    for marked in sheets.pages.iter().flat_map(|page| &page.items) {
        let Item::Text { text, style, .. } = &marked.item else { continue };
        for (face, text) in in_faces(text, *style, typeface) {
            let font = typeface.font(face);
            used.entry(face).or_default().extend(text.chars().filter_map(|c| font.lookup_glyph_index(u32::from(c))));
        }
    }
    used
}

/// Where the font of a face is, by its name among the resources.
fn place(file: &Document, face: Face) -> Option<ObjectId> {
    let page = file.page_iter().next()?;
    let resources = file.get_dictionary(page).ok()?.get(b"Resources").ok()?.as_reference().ok()?;
    let fonts = file.get_dictionary(resources).ok()?.get(b"Font").ok()?.as_reference().ok()?;
    file.get_dictionary(fonts).ok()?.get(font_id(face).0.as_bytes()).ok()?.as_reference().ok()
}

fn shrink(file: &mut Document, place: ObjectId, typeface: &Typeface, face: Face, glyphs: &BTreeSet<u16>) -> Option<()> {
    let font = typeface.font(face);
    let numbers: Vec<u16> = glyphs.iter().copied().collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&numbers);
    let program = subsetter::subset(typeface.program(face), 0, &remapper).ok()?;
    let name = format!("{}+{}", tag(&numbers), font.font_name.as_deref()?);

    let width = glyphs.last().map_or(0, |last| usize::from(*last) + 1);
    let map: Vec<u8> =
        (0..width).flat_map(|old| u16::try_from(old).ok().and_then(|old| remapper.get(old)).unwrap_or(0).to_be_bytes()).collect();
    let map = file.add_object(Stream::new(Dictionary::new(), map));

    let whole = file.get_object_mut(place).ok()?.as_dict_mut().ok()?;
    whole.set("BaseFont", name_object(&name));
    let descendant = whole.get_mut(b"DescendantFonts").ok()?.as_array_mut().ok()?.first_mut()?.as_dict_mut().ok()?;
    descendant.set("BaseFont", name_object(&name));
    descendant.set("CIDToGIDMap", map);
    let descriptor = descendant.get(b"FontDescriptor").ok()?.as_reference().ok()?;
    let descriptor = file.get_object_mut(descriptor).ok()?.as_dict_mut().ok()?;
    descriptor.set("FontName", name_object(&name));
    let stream = descriptor.get(b"FontFile2").ok()?.as_reference().ok()?;
    let length = i64::try_from(program.len()).ok()?;
    file.set_object(stream, Stream::new(Dictionary::from_iter([("Length1", Object::Integer(length))]), program));
    Some(())
}

fn name_object(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Six capitals that differ when the glyphs differ (ISO 32000-1, §9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let bytes: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
