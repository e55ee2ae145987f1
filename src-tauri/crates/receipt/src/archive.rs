//! Makes an archive's file of printpdf's pages: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)
//! at once, so that it can be read aloud, searched and opened in decades, with the files that prove
//! it inside.
//!
//! # Flow
//! `fonts` (only some letters of each) → `tags` (what is what) → `outline` → `intent` (which red is
//! red) → `enclosed` (files inside) → `metadata` (what the file says of itself) → `seal` (`bytes`,
//! and an /ID that is their hash).
//!
//! The same pages give the same bytes in every process: nothing is read from clock, machine or
//! chance.

mod bytes;
mod enclosed;
mod fonts;
mod intent;
mod metadata;
mod objects;
mod outline;
mod press;
mod seal;
mod tags;

pub(crate) use enclosed::{Enclosed, Relation};
pub(crate) use metadata::{Property, RECEIPT, RECORD, Schema, language};
pub(crate) use seal::is_whole;
pub(crate) use tags::tag;

use crate::Error;
use crate::document::Document;
use crate::letters::Letters;
use crate::structure::Sheets;
use crate::typeface::Typeface;
use crate::wording::Wording;
use lopdf::{Dictionary, Object};

/// What machines find in a file: other files, and facts that can be read without opening them.
#[derive(Debug, Default)]
pub(crate) struct Inside<'a> {
    pub(crate) files: Vec<Enclosed<'a>>,
    /// Whose facts they are.
    pub(crate) schema: Schema,
    pub(crate) properties: Vec<Property>,
}

/// The file, from its pages.
pub(crate) fn archive(
    mut file: lopdf::Document,
    (sheets, letters): (&Sheets, &Letters),
    typeface: &Typeface,
    wording: &Wording,
    document: &Document,
    inside: &Inside<'_>,
) -> Result<Vec<u8>, Error> {
    "1.7".clone_into(&mut file.version);
    let pages: Vec<_> = file.page_iter().collect();
    fonts::embed(&mut file, letters, typeface)?;
    let tree = tags::grow(&mut file, &pages, sheets)?;
    let outline = outline::list(&mut file, &pages, sheets);
    let intent = intent::srgb(&mut file);
    let files = enclosed::enclose(&mut file, &inside.files, &document.made);
    let metadata = metadata::describe(&mut file, document, wording, inside)?;

    let catalog = file.catalog_mut().map_err(|_| Error::NotMade)?;
    catalog.set("Lang", Object::string_literal(metadata::language(wording.language())));
    catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
    catalog.set(
        "ViewerPreferences",
        Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]),
    );
    catalog.set("StructTreeRoot", tree);
    catalog.set("Outlines", outline);
    catalog.set("OutputIntents", Object::Array(vec![intent]));
    catalog.set("Metadata", metadata);
    if let Some(files) = files {
        catalog.set(
            "Names",
            Dictionary::from_iter([("EmbeddedFiles", Object::Dictionary(files.names))]),
        );
        catalog.set("AF", Object::Array(files.associated));
    }
    seal::seal(file)
}
