//! Writes the tree of parts as structure elements, and the way back from each run of content and
//! each link to its part (ISO 32000-1, §14.7.4.4).

use crate::Error;
use crate::page::{HEIGHT, PartId, exact};
use crate::structure::{Child, Kind, Part, Sheets};
use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

/// The standard structure type of a part (ISO 32000-1, §14.8.4).
pub(crate) fn tag(kind: &Kind) -> &'static str {
    match kind {
        Kind::Document => "Document",
        Kind::Heading(1, _) => "H1",
        Kind::Heading(..) => "H2",
        Kind::Paragraph => "P",
        Kind::Table => "Table",
        Kind::Row => "TR",
        Kind::RowHeader | Kind::ColumnHeader => "TH",
        Kind::Cell => "TD",
        Kind::List => "L",
        Kind::ListItem => "LI",
        Kind::ListLabel => "Lbl",
        Kind::ListBody => "LBody",
        Kind::Figure(..) => "Figure",
        Kind::Link(_) => "Link",
        Kind::Danish => "Span",
    }
}

/// What grows on the way.
struct Growth<'a> {
    pages: &'a [ObjectId],
    /// The element of each part.
    elements: Vec<ObjectId>,
    /// The element of each run, by page.
    runs: Vec<Vec<Object>>,
    /// The element of each link, in order.
    links: Vec<Object>,
}

/// The root of the tree.
pub(super) fn grow(
    file: &mut Document,
    pages: &[ObjectId],
    sheets: &Sheets,
) -> Result<ObjectId, Error> {
    let root = file.new_object_id();
    let elements = sheets.parts().map(|_| file.new_object_id()).collect();
    let mut growth =
        Growth { pages, elements, runs: vec![Vec::new(); pages.len()], links: Vec::new() };
    for (id, part) in sheets.parts() {
        // What is nowhere: the root of a document that was joined to another.
        if id != sheets.root() && sheets.parent(id).is_none() {
            continue;
        }
        let element = growth.element(file, sheets, root, id, part).ok_or(Error::NotMade)?;
        let place = growth.place(id).ok_or(Error::NotMade)?;
        file.set_object(place, element);
    }
    for (index, page) in pages.iter().enumerate() {
        let page =
            file.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(|_| Error::NotMade)?;
        page.set("StructParents", number(index));
        page.set("Tabs", "S");
        if page.get(b"Annots").and_then(Object::as_array).is_ok_and(Vec::is_empty) {
            page.remove(b"Annots");
        }
    }
    let whole = growth.place(sheets.root()).ok_or(Error::NotMade)?;
    let next = pages.len() + growth.links.len();
    let mut numbers = Vec::new();
    for (key, value) in growth.runs.into_iter().map(Object::Array).chain(growth.links).enumerate() {
        numbers.extend([number(key), value]);
    }
    let tree = file.add_object(Dictionary::from_iter([("Nums", Object::Array(numbers))]));
    let trunk = Dictionary::from_iter([
        ("Type", "StructTreeRoot".into()),
        ("K", Object::Array(vec![whole.into()])),
        ("ParentTree", tree.into()),
        ("ParentTreeNextKey", number(next)),
    ]);
    file.set_object(root, trunk);
    Ok(root)
}

impl Growth<'_> {
    fn place(&self, id: PartId) -> Option<ObjectId> {
        self.elements.get(id.index()).copied()
    }

    fn element(
        &mut self,
        file: &mut Document,
        sheets: &Sheets,
        root: ObjectId,
        id: PartId,
        part: &Part,
    ) -> Option<Dictionary> {
        let own = self.place(id)?;
        let parent = match sheets.parent(id) {
            Some(parent) => self.place(parent)?,
            None => root,
        };
        let mut element = Dictionary::from_iter([
            ("Type", "StructElem".into()),
            ("S", Object::from(tag(&part.kind))),
            ("P", Object::from(parent)),
        ]);
        let home = part.children.iter().find_map(|child| match child {
            Child::Run { page, .. } | Child::Area { page, .. } => Some(*page),
            Child::Part(_) => None,
        });
        if let Some(home) = home {
            element.set("Pg", *self.pages.get(home)?);
        }
        let mut children = Vec::with_capacity(part.children.len());
        for child in &part.children {
            children.push(match *child {
                Child::Part(child) => Object::from(self.place(child)?),
                Child::Run { page, run } => self.run(own, home, page, run)?,
                Child::Area { page, place } => self.link(file, own, part, page, place)?,
            });
        }
        match <[Object; 1]>::try_from(children) {
            Ok([only]) => element.set("K", only),
            Err(children) if children.is_empty() => {}
            Err(children) => element.set("K", children),
        }
        describe(&mut element, &part.kind);
        Some(element)
    }

    fn run(&mut self, own: ObjectId, home: Option<usize>, page: usize, run: u32) -> Option<Object> {
        let runs = self.runs.get_mut(page)?;
        let index = usize::try_from(run).ok()?;
        if runs.len() <= index {
            runs.resize(index + 1, Object::Null);
        }
        *runs.get_mut(index)? = own.into();
        if home == Some(page) {
            return Some(Object::Integer(run.into()));
        }
        let page = *self.pages.get(page)?;
        let reference = [
            ("Type", Object::from("MCR")),
            ("Pg", page.into()),
            ("MCID", Object::Integer(run.into())),
        ];
        Some(Dictionary::from_iter(reference).into())
    }

    /// A link that can be clicked, said and printed.
    fn link(
        &mut self,
        file: &mut Document,
        own: ObjectId,
        part: &Part,
        page: usize,
        place: [f32; 4],
    ) -> Option<Object> {
        let Kind::Link(target) = &part.kind else { return None };
        let page = *self.pages.get(page)?;
        let action = Dictionary::from_iter([
            ("S", Object::from("URI")),
            ("URI", Object::string_literal(target.as_str())),
        ]);
        let annotation = file.add_object(Dictionary::from_iter([
            ("Type", "Annot".into()),
            ("Subtype", "Link".into()),
            ("Rect", rectangle(place)),
            ("Border", Object::Array(vec![0.into(), 0.into(), 0.into()])),
            ("F", 4.into()),
            ("Contents", text_string(target)),
            ("A", action.into()),
            ("StructParent", number(self.pages.len() + self.links.len())),
        ]));
        self.links.push(own.into());
        let on_page = file
            .get_object_mut(page)
            .ok()?
            .as_dict_mut()
            .ok()?
            .get_mut(b"Annots")
            .ok()?
            .as_array_mut()
            .ok()?;
        on_page.push(annotation.into());
        let reference =
            [("Type", Object::from("OBJR")), ("Pg", page.into()), ("Obj", annotation.into())];
        Some(Dictionary::from_iter(reference).into())
    }
}

/// What a part says beside its words.
fn describe(element: &mut Dictionary, kind: &Kind) {
    let attribute = |owner: &str, name: &str, value: Object| {
        Dictionary::from_iter([("O", Object::from(owner)), (name, value)])
    };
    match kind {
        Kind::RowHeader => element.set("A", attribute("Table", "Scope", "Row".into())),
        Kind::ColumnHeader => element.set("A", attribute("Table", "Scope", "Column".into())),
        Kind::List => element.set("A", attribute("List", "ListNumbering", "Decimal".into())),
        Kind::Figure(alternative, place) => {
            element.set("Alt", text_string(alternative));
            let mut layout = attribute("Layout", "BBox", rectangle(*place));
            layout.set("Placement", "Block");
            element.set("A", layout);
        }
        Kind::Danish => element.set("Lang", Object::string_literal("da-DK")),
        Kind::Document
        | Kind::Heading(..)
        | Kind::Paragraph
        | Kind::Table
        | Kind::Row
        | Kind::Cell => {}
        Kind::ListItem | Kind::ListLabel | Kind::ListBody | Kind::Link(_) => {}
    }
}

/// PDF counts upwards, and by corners.
fn rectangle([x, y, width, height]: [f32; 4]) -> Object {
    let corners = [x, HEIGHT - y - height, x + width, HEIGHT - y];
    Object::Array(corners.iter().map(|corner| Object::Real(exact(*corner))).collect())
}

fn number(index: usize) -> Object {
    Object::Integer(i64::try_from(index).unwrap_or(i64::MAX))
}
