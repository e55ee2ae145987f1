//! What a document is made of, beside where it stands: headings, paragraphs, tables, lists,
//! figures, links. Who cannot see the pages hears this tree instead (ISO 32000-1, §14.7; ISO
//! 14289-1), in the order in which it grew.

use crate::page::{Item, Marked, Page, PartId, Role};

/// One part.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) kind: Kind,
    pub(crate) children: Vec<Child>,
    parent: Option<PartId>,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// The whole; only the first part is one.
    Document,
    /// A heading of this level, and its words for the outline.
    Heading(u8, String),
    Paragraph,
    Table,
    Row,
    /// A cell that says what its row is about.
    RowHeader,
    /// A cell that says what its column is about.
    ColumnHeader,
    Cell,
    /// A numbered list.
    List,
    ListItem,
    ListLabel,
    ListBody,
    /// A picture: what it shows in words, and where it stands: left, top, width and height.
    Figure(String, [f32; 4]),
    /// Words that lead to an address.
    Link(String),
    /// Danish words in a document of another language.
    Danish,
}

/// What a part holds, in the order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Child {
    Part(PartId),
    /// A run of content on a page.
    Run {
        page: usize,
        run: u32,
    },
    /// Where a link can be clicked: left, top, width and height on a page.
    Area {
        page: usize,
        place: [f32; 4],
    },
}

/// Pages with the tree of what stands on them.
#[derive(Debug)]
pub(crate) struct Sheets {
    pub(crate) pages: Vec<Page>,
    parts: Vec<Part>,
}

impl Sheets {
    /// One empty page.
    pub(crate) fn new() -> Self {
        Self {
            pages: vec![Page::default()],
            parts: vec![Part { kind: Kind::Document, children: Vec::new(), parent: None }],
        }
    }

    /// The whole document.
    pub(crate) fn root(&self) -> PartId {
        PartId(0)
    }

    /// Every part with its name, each after the one that holds it.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (PartId, &Part)> {
        self.parts.iter().enumerate().map(|(index, part)| (PartId(index), part))
    }

    pub(crate) fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.get(id.0)
    }

    pub(crate) fn parent(&self, id: PartId) -> Option<PartId> {
        self.part(id)?.parent
    }

    /// A new part, last in the one that holds it.
    pub(crate) fn open(&mut self, parent: PartId, kind: Kind) -> PartId {
        let id = PartId(self.parts.len());
        self.parts.push(Part { kind, children: Vec::new(), parent: Some(parent) });
        self.add(parent, Child::Part(id));
        id
    }

    /// The last part in this one when it is of the kind, else a new one: words that are broken over
    /// lines stay one.
    pub(crate) fn resume(&mut self, parent: PartId, kind: Kind) -> PartId {
        match self.part(parent).and_then(|part| part.children.last()) {
            Some(Child::Part(last)) if self.part(*last).is_some_and(|part| part.kind == kind) => {
                *last
            }
            _ => self.open(parent, kind),
        }
    }

    /// Goes on at a new page.
    pub(crate) fn turn(&mut self) {
        self.pages.push(Page::default());
    }

    /// Puts something that is read on the last page.
    pub(crate) fn put(&mut self, part: PartId, item: Item) {
        let index = self.pages.len().saturating_sub(1);
        let Some(page) = self.pages.last_mut() else { return };
        let run = match page.items.last() {
            Some(Marked { role: Role::Content { part: last, run }, .. }) if *last == part => *run,
            _ => {
                let run = runs(&page.items);
                self.add(part, Child::Run { page: index, run });
                run
            }
        };
        self.mark(Role::Content { part, run }, item);
    }

    /// Puts something that is not read on the last page.
    pub(crate) fn mark(&mut self, role: Role, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(Marked { role, item });
        }
    }

    /// What is on a page so far, taken off it.
    pub(crate) fn take(&mut self, index: usize) -> Vec<Marked> {
        self.pages.get_mut(index).map(|page| std::mem::take(&mut page.items)).unwrap_or_default()
    }

    /// Puts back what was taken off a page.
    pub(crate) fn give(&mut self, index: usize, items: Vec<Marked>) {
        if let Some(page) = self.pages.get_mut(index) {
            page.items.extend(items);
        }
    }

    /// Adds what stands on every page.
    pub(crate) fn furnish(&mut self, index: usize, items: impl IntoIterator<Item = Item>) {
        self.give(
            index,
            items.into_iter().map(|item| Marked { role: Role::Furniture, item }).collect(),
        );
    }

    /// A paragraph before or after everything else, on a page that will also hold `others`.
    pub(crate) fn say(
        &mut self,
        index: usize,
        turn: Turn,
        words: impl IntoIterator<Item = Item>,
        others: &[Marked],
    ) {
        let Some(page) = self.pages.get(index) else { return };
        let run = runs(page.items.iter().chain(others));
        let part = self.open(self.root(), Kind::Paragraph);
        if let (Turn::First, Some(root)) = (turn, self.parts.first_mut()) {
            root.children.rotate_right(1);
        }
        self.add(part, Child::Run { page: index, run });
        self.give(
            index,
            words
                .into_iter()
                .map(|item| Marked { role: Role::Content { part, run }, item })
                .collect(),
        );
    }

    /// A place on the last page where a link can be clicked.
    pub(crate) fn area(&mut self, link: PartId, place: [f32; 4]) {
        let page = self.pages.len().saturating_sub(1);
        self.add(link, Child::Area { page, place });
    }

    /// These pages, then those.
    pub(crate) fn then(mut self, mut next: Self) -> Self {
        let (pages, parts) = (self.pages.len(), self.parts.len());
        for page in &mut next.pages {
            for marked in &mut page.items {
                if let Role::Content { part, .. } = &mut marked.role {
                    part.0 += parts;
                }
            }
        }
        for part in &mut next.parts {
            part.parent =
                part.parent.map(
                    |PartId(parent)| if parent == 0 { self.root() } else { PartId(parent + parts) },
                );
            for child in &mut part.children {
                match child {
                    Child::Part(id) => id.0 += parts,
                    Child::Run { page, .. } | Child::Area { page, .. } => *page += pages,
                }
            }
        }
        // What the second document held is held by the first; its own root stays behind, empty.
        if let Some(root) = next.parts.first_mut() {
            let children = std::mem::take(&mut root.children);
            children.into_iter().for_each(|child| self.add(PartId(0), child));
        }
        self.pages.append(&mut next.pages);
        self.parts.append(&mut next.parts);
        self
    }

    fn add(&mut self, parent: PartId, child: Child) {
        if let Some(parent) = self.parts.get_mut(parent.0) {
            parent.children.push(child);
        }
    }
}

/// When something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    First,
    Last,
}

/// The number of the next run of content.
fn runs<'a>(items: impl IntoIterator<Item = &'a Marked>) -> u32 {
    let run = |marked: &Marked| match marked.role {
        Role::Content { run, .. } => Some(run),
        Role::Furniture | Role::Ornament => None,
    };
    items.into_iter().filter_map(run).max().map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::INK;

    fn line() -> Item {
        Item::Rule { x: 0.0, y: 0.0, width: 1.0, thickness: 1.0, colour: INK }
    }

    #[test]
    fn what_belongs_together_is_one_run_and_what_comes_between_parts_it() {
        let mut sheets = Sheets::new();
        let part = sheets.open(sheets.root(), Kind::Paragraph);
        sheets.put(part, line());
        sheets.put(part, line());
        sheets.mark(Role::Ornament, line());
        sheets.put(part, line());
        sheets.turn();
        sheets.put(part, line());
        let runs = [(0, 0), (0, 1), (1, 0)].map(|(page, run)| Child::Run { page, run });
        assert_eq!(sheets.part(part).unwrap().children, runs);
    }

    #[test]
    fn documents_joined_are_one_tree_with_their_pages_in_order() {
        let mut sheets = [Sheets::new(), Sheets::new()];
        for sheets in &mut sheets {
            let table = sheets.open(sheets.root(), Kind::Table);
            let row = sheets.open(table, Kind::Row);
            sheets.put(row, line());
        }
        let [first, second] = sheets;
        let joined = first.then(second);
        let root = joined.part(joined.root()).unwrap();
        assert_eq!(root.children, [Child::Part(PartId(1)), Child::Part(PartId(4))]);
        assert_eq!(joined.parent(PartId(4)), Some(joined.root()));
        assert_eq!(joined.parent(PartId(5)), Some(PartId(4)));
        assert_eq!(joined.part(PartId(5)).unwrap().children, [Child::Run { page: 1, run: 0 }]);
        assert!(matches!(joined.pages[1].items[0].role, Role::Content { part: PartId(5), run: 0 }));
    }
}
