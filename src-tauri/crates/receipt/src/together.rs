//! Several documents of ours in one file, for one print job. It is for the printer alone: what
//! makes each of them a record (attachments, structure, metadata) stays in the single files.

use crate::Error;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// One PDF with the pages of all, in this order.
///
/// # Errors
/// [`Error::NotMade`] when one of them is no PDF, or has no pages.
pub fn together(pdfs: &[&[u8]]) -> Result<Vec<u8>, Error> {
    let mut whole = Document::with_version("1.7");
    let tree = whole.new_object_id();
    let mut kids = Vec::new();
    for pdf in pdfs {
        let mut part = Document::load_mem(pdf).map_err(|_| Error::NotMade)?;
        part.renumber_objects_with(whole.max_id + 1);
        let pages: Vec<ObjectId> = part.get_pages().into_values().collect();
        if pages.is_empty() {
            return Err(Error::NotMade);
        }
        for page in pages {
            let inherited = inherited(&part, page);
            let leaf = part.get_dictionary_mut(page).map_err(|_| Error::NotMade)?;
            for (key, value) in inherited {
                leaf.set(key, value);
            }
            leaf.set("Parent", tree);
            // They point into a structure tree that is not taken along.
            leaf.remove(b"StructParents");
            leaf.remove(b"AF");
            kids.push(Object::Reference(page));
        }
        whole.max_id = part.max_id;
        whole.objects.extend(part.objects);
    }
    let count = i64::try_from(kids.len()).map_err(|_| Error::NotMade)?;
    let pages = Dictionary::from_iter([
        ("Type", Object::from("Pages")),
        ("Kids", kids.into()),
        ("Count", count.into()),
    ]);
    whole.set_object(tree, pages);
    let catalog = whole.add_object(Dictionary::from_iter([
        ("Type", Object::from("Catalog")),
        ("Pages", tree.into()),
    ]));
    whole.trailer.set("Root", catalog);
    whole.prune_objects();
    let mut bytes = Vec::new();
    whole.save_to(&mut bytes).map_err(|_| Error::NotMade)?;
    Ok(bytes)
}

/// What a page has from the nodes above it (ISO 32000-1 §7.7.3.4), which are not taken along.
fn inherited(part: &Document, page: ObjectId) -> Vec<(&'static str, Object)> {
    let mut found = Vec::new();
    for key in ["Resources", "MediaBox", "CropBox", "Rotate"] {
        let mut node = part.get_dictionary(page).ok();
        // As deep as any tree of ours; a ring in somebody else's ends here.
        for _ in 0..32 {
            let Some(here) = node else { break };
            if let Ok(value) = here.get(key.as_bytes()) {
                found.push((key, value.clone()));
                break;
            }
            node = here
                .get(b"Parent")
                .and_then(Object::as_reference)
                .and_then(|up| part.get_dictionary(up))
                .ok();
        }
    }
    found
}
