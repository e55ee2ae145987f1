//! Compares a file with the one that Tilslut makes of the same evidence, object for object. What
//! another program does when it saves a file (other numbers, other order, other packing) makes no
//! difference; what is drawn, how its letters look, what is read aloud, what is listed beside the
//! pages and what is enclosed does.
//!
//! Both files are walked side by side, and the walk only follows what is in our own, so that a
//! hostile file is never followed further than a receipt reaches.

use crate::record::MAILS_LIMIT;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::HashSet;

/// No stream of a receipt or a record is larger unpacked. One of each is held at a time.
const STREAM_LIMIT: usize = MAILS_LIMIT;

/// What says how the bytes of a stream are packed. Another program may pack them otherwise.
const PACKING: [&[u8]; 4] = [b"Length", b"Filter", b"DecodeParms", b"DL"];

/// What a page takes from the tree of pages when it does not say it itself.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// True when everything that a person reads in `found` is as in `made`.
pub(crate) fn same(made: &Document, found: &Document) -> bool {
    let pages = |file: &Document| -> Vec<ObjectId> { file.page_iter().take(10_000).collect() };
    Walk { made, found, pages: [pages(made), pages(found)], seen: HashSet::new(), open: vec![] }
        .all()
        .unwrap_or(false)
}

/// What makes a viewer show or do something beside the pages.
const BESIDE: [&[u8]; 4] = [b"OpenAction", b"AA", b"AcroForm", b"OCProperties"];

/// True when the pages differ in nothing but how they are drawn: as many, as large, the same way
/// up, and nothing put on them or beside them. What is drawn must be compared otherwise.
pub(crate) fn same_but_for_drawing(made: &Document, found: &Document) -> bool {
    let pages = |file: &Document| -> Vec<ObjectId> { file.page_iter().take(10_000).collect() };
    let (ours, theirs) = (pages(made), pages(found));
    let plain = |found: &Document| {
        found.catalog().is_ok_and(|catalog| BESIDE.iter().all(|key| !catalog.has(key)))
    };
    ours.len() == theirs.len()
        && plain(found)
        && same_title(made, found)
        && ours.iter().zip(&theirs).all(|(ours, theirs)| {
            frame(made, *ours).is_some_and(|ours| frame(found, *theirs) == Some(ours))
        })
}

/// How large a page is, and which way up; none when something is put on it.
fn frame(file: &Document, page: ObjectId) -> Option<(Vec<i64>, i64)> {
    let page = file.get_dictionary(page).ok()?;
    let annotations = page.get(b"Annots").ok().and_then(|it| follow(file, it)?.as_array().ok());
    let is_link = |annotation: &Object| {
        let annotation = follow(file, annotation).and_then(|it| it.as_dict().ok());
        annotation.and_then(|it| it.get(b"Subtype").and_then(Object::as_name).ok()) == Some(b"Link")
    };
    if !annotations.is_none_or(|all| all.iter().all(is_link)) {
        return None;
    }
    let size = follow(file, inherited(file, page, b"MediaBox")?)?.as_array().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "points of a page, and a cast saturates")]
    let size = size.iter().map(|side| side.as_float().map_or(0, |side| side.round() as i64));
    let turned = inherited(file, page, b"Rotate").and_then(|it| follow(file, it)?.as_i64().ok());
    Some((size.collect(), turned.unwrap_or(0)))
}

struct Walk<'a> {
    made: &'a Document,
    found: &'a Document,
    pages: [Vec<ObjectId>; 2],
    /// What was compared, or is about to be.
    seen: HashSet<(ObjectId, ObjectId)>,
    open: Vec<(&'a Object, &'a Object)>,
}

impl<'a> Walk<'a> {
    /// None when one of them is no whole file.
    fn all(mut self) -> Option<bool> {
        let (made, found) = (self.made.catalog().ok()?, self.found.catalog().ok()?);
        // Programs note in the metadata that they have saved the file; what of it a person reads is
        // compared below.
        let skipped: [&[u8]; 4] = [b"Metadata", b"Pages", b"Version", b"Extensions"];
        if self.pages[0].len() != self.pages[1].len()
            || !self.dictionaries(made, found, &skipped)
            || !same_title(self.made, self.found)
        {
            return Some(false);
        }
        for index in 0..self.pages[0].len() {
            let (made, found) = (*self.pages[0].get(index)?, *self.pages[1].get(index)?);
            if !self.page(made, found)? {
                return Some(false);
            }
        }
        while let Some((made, found)) = self.open.pop() {
            if !self.objects(made, found) {
                return Some(false);
            }
        }
        Some(true)
    }

    fn page(&mut self, made: ObjectId, found: ObjectId) -> Option<bool> {
        let (ours, theirs) =
            (self.made.get_dictionary(made).ok()?, self.found.get_dictionary(found).ok()?);
        let content =
            |file: &Document, page| file.get_page_content_with_limit(page, STREAM_LIMIT).ok();
        if content(self.made, made)? != content(self.found, found)? {
            return Some(false);
        }
        for key in INHERITED {
            let (ours, theirs) =
                (inherited(self.made, ours, key), inherited(self.found, theirs, key));
            match (ours, theirs) {
                (None, None) => {}
                (Some(ours), Some(theirs)) => self.open.push((ours, theirs)),
                _ => return Some(false),
            }
        }
        let [resources, media, crop, rotate] = INHERITED;
        let skipped: [&[u8]; 6] = [b"Parent", b"Contents", resources, media, crop, rotate];
        Some(self.dictionaries(ours, theirs, &skipped))
    }

    fn dictionaries(
        &mut self,
        made: &'a Dictionary,
        found: &'a Dictionary,
        skipped: &[&[u8]],
    ) -> bool {
        let counts = |key: &&Vec<u8>| !skipped.contains(&key.as_slice());
        let keys = |of: &'a Dictionary| of.iter().map(|(key, _)| key).filter(counts).count();
        if keys(made) != keys(found) {
            return false;
        }
        for (key, ours) in made.iter().filter(|(key, _)| counts(key)) {
            let Ok(theirs) = found.get(key) else { return false };
            self.open.push((ours, theirs));
        }
        true
    }

    fn objects(&mut self, made: &'a Object, found: &'a Object) -> bool {
        if let (Object::Reference(ours), Object::Reference(theirs)) = (made, found) {
            let place = |pages: &[ObjectId], id| pages.iter().position(|page| page == id);
            match (place(&self.pages[0], ours), place(&self.pages[1], theirs)) {
                (None, None) => {}
                // Pages are compared by themselves; here they are pointed at.
                (ours, theirs) => return ours == theirs,
            }
            if !self.seen.insert((*ours, *theirs)) {
                return true;
            }
        }
        let (Some(made), Some(found)) = (follow(self.made, made), follow(self.found, found)) else {
            return false;
        };
        match (made, found) {
            (Object::Array(ours), Object::Array(theirs)) => {
                self.open.extend(ours.iter().zip(theirs));
                ours.len() == theirs.len()
            }
            (Object::Dictionary(ours), Object::Dictionary(theirs)) => {
                self.dictionaries(ours, theirs, &[])
            }
            (Object::Stream(ours), Object::Stream(theirs)) => {
                plain(ours).is_some_and(|ours| plain(theirs) == Some(ours))
                    && self.dictionaries(&ours.dict, &theirs.dict, &PACKING)
            }
            (Object::String(ours, _), Object::String(theirs, _)) => ours == theirs,
            (Object::Integer(_) | Object::Real(_), Object::Integer(_) | Object::Real(_)) => {
                match (made.as_float(), found.as_float()) {
                    (Ok(ours), Ok(theirs)) => (ours - theirs).abs() < 0.001,
                    _ => false,
                }
            }
            (ours, theirs) => ours == theirs,
        }
    }
}

/// The title stands in the window of whatever shows the file.
fn same_title(made: &Document, found: &Document) -> bool {
    let title = |file: &Document, key: &[u8]| {
        let about = file.trailer.get(b"Info").ok()?;
        let about = follow(file, about)?.as_dict().ok()?;
        lopdf::decode_text_string(about.get(key).ok()?).ok()
    };
    [b"Title".as_slice(), b"Subject"].iter().all(|key| title(made, key) == title(found, key))
        && xmp(found).is_some_and(|theirs| {
            xmp(made).is_some_and(|ours| {
                ["dc:title", "dc:description"]
                    .iter()
                    .all(|name| element(&theirs, name) == element(&ours, name))
            })
        })
}

fn xmp(file: &Document) -> Option<String> {
    let stream = follow(file, file.catalog().ok()?.get(b"Metadata").ok()?)?.as_stream().ok()?;
    String::from_utf8(plain(stream)?).ok()
}

/// An element of the metadata, white space aside.
fn element(packet: &str, name: &str) -> Option<String> {
    let (_, rest) = packet.split_once(&format!("<{name}>"))?;
    let (value, _) = rest.split_once(&format!("</{name}>"))?;
    Some(value.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn inherited<'a>(file: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut at = page;
    // Deeper than any tree of pages; one that goes round in a circle ends here.
    for _ in 0..32 {
        if let Ok(value) = at.get(key) {
            return Some(value);
        }
        at = follow(file, at.get(b"Parent").ok()?)?.as_dict().ok()?;
    }
    None
}

fn follow<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

fn plain(stream: &Stream) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(STREAM_LIMIT).ok()
}
