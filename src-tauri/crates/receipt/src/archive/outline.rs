//! The list of headings that a reader shows beside the pages, each leading to its place.

use crate::page::{HEIGHT, Item, PartId, Role, exact};
use crate::structure::{Child, Kind, Sheets};
use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

/// The outline: second-level headings hang under the first-level one before them.
pub(super) fn list(file: &mut Document, pages: &[ObjectId], sheets: &Sheets) -> ObjectId {
    let root = file.new_object_id();
    let mut chapters: Vec<(Entry, Vec<Entry>)> = Vec::new();
    for (id, part) in sheets.parts() {
        let Kind::Heading(level, title) = &part.kind else { continue };
        let Some(goal) = goal(pages, sheets, id) else { continue };
        let entry = Entry { place: file.new_object_id(), title, goal };
        match chapters.last_mut() {
            Some((_, under)) if *level > 1 => under.push(entry),
            _ => chapters.push((entry, Vec::new())),
        }
    }
    let mut tops = Vec::new();
    for (chapter, under) in chapters {
        let family = chain(file, chapter.place, under);
        tops.push((chapter, family));
    }
    let count = tops.len();
    let family = chain_with(file, root, tops);
    let mut outline = Dictionary::from_iter([
        ("Type", Object::from("Outlines")),
        ("Count", Object::Integer(i64::try_from(count).unwrap_or(0))),
    ]);
    outline.extend(&family);
    file.set_object(root, outline);
    root
}

struct Entry<'a> {
    place: ObjectId,
    title: &'a str,
    goal: Object,
}

fn chain(file: &mut Document, parent: ObjectId, entries: Vec<Entry<'_>>) -> Dictionary {
    let count = entries.len();
    let mut family = chain_with(
        file,
        parent,
        entries.into_iter().map(|entry| (entry, Dictionary::new())).collect(),
    );
    if count > 0 {
        // Closed until somebody opens it.
        family.set("Count", -i64::try_from(count).unwrap_or(0));
    }
    family
}

/// Writes siblings with what hangs under each; gives the first and the last for their parent.
fn chain_with(
    file: &mut Document,
    parent: ObjectId,
    entries: Vec<(Entry<'_>, Dictionary)>,
) -> Dictionary {
    let places: Vec<_> = entries.iter().map(|(entry, _)| entry.place).collect();
    let mut family = Dictionary::new();
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        family.set("First", *first);
        family.set("Last", *last);
    }
    for (index, (entry, under)) in entries.into_iter().enumerate() {
        let mut item = Dictionary::from_iter([
            ("Title", text_string(entry.title)),
            ("Parent", parent.into()),
            ("Dest", entry.goal),
        ]);
        if let Some(before) = index.checked_sub(1).and_then(|before| places.get(before)) {
            item.set("Prev", *before);
        }
        if let Some(after) = places.get(index + 1) {
            item.set("Next", *after);
        }
        item.extend(&under);
        file.set_object(entry.place, item);
    }
    family
}

/// A little above the heading, as wide as the window was.
fn goal(pages: &[ObjectId], sheets: &Sheets, id: PartId) -> Option<Object> {
    let first = sheets.part(id)?.children.iter().find_map(|child| match child {
        Child::Run { page, .. } => Some(*page),
        Child::Part(_) | Child::Area { .. } => None,
    })?;
    let mine = |role: Role| matches!(role, Role::Content { part, .. } if part == id);
    let top = sheets.pages.get(first)?.items.iter().find_map(|marked| match &marked.item {
        Item::Text { baseline, style, .. } if mine(marked.role) => {
            Some(baseline - 2.0 * style.size)
        }
        _ => None,
    })?;
    let page = *pages.get(first)?;
    Some(Object::Array(vec![
        page.into(),
        "XYZ".into(),
        Object::Null,
        Object::Real(exact(HEIGHT - top)),
        Object::Null,
    ]))
}
