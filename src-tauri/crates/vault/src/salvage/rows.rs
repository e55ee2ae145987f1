//! The rows that stand in the pages of a database, read without the tree that leads to them: SQLite's own
//! format (sqlite.org/fileformat2.html, §1.6 and §2). Nothing in a page is trusted: what does not fit is
//! no row.

use super::pages::{Page, Pages, USABLE, number};
use rusqlite::types::Value;
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// Where the head of the first page begins.
const FILE_HEAD: usize = 100;
/// More columns than any table has.
const MOST_COLUMNS: usize = 64;

/// What a page is of: a table by row number, or one that is ordered by its key, as indexes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Table,
    Keyed,
}

/// A page of a tree.
pub(crate) struct Node {
    page: Page,
    head: usize,
    pub(crate) kind: Kind,
    pub(crate) is_leaf: bool,
    cells: usize,
}

/// A row: its number, where its table has such, and its columns.
pub(crate) struct Row {
    pub(crate) number: Option<i64>,
    pub(crate) columns: Vec<Value>,
}

impl Node {
    /// A page of a tree; none when it is something else.
    pub(crate) fn of(pages: &mut Pages, of: u32) -> Option<Self> {
        let page = pages.page(of)?;
        let head = if of == 1 { FILE_HEAD } else { 0 };
        let (kind, is_leaf) = match page.get(head)? {
            0x0d => (Kind::Table, true),
            0x05 => (Kind::Table, false),
            0x0a => (Kind::Keyed, true),
            0x02 => (Kind::Keyed, false),
            _ => return None,
        };
        let cells = usize::from(short(&page, head + 3)?);
        Some(Self { page, head, kind, is_leaf, cells })
    }

    /// The pages beneath it.
    pub(crate) fn children(&self) -> Vec<u32> {
        if self.is_leaf {
            return Vec::new();
        }
        let of_cells = self.places().filter_map(|at| number(&self.page, at));
        of_cells.chain(number(&self.page, self.head + 8)).collect()
    }

    /// The rows in it, as far as they can be read. The inner pages of a table by row number have none.
    pub(crate) fn rows(&self, pages: &mut Pages) -> Vec<Row> {
        if self.kind == Kind::Table && !self.is_leaf {
            return Vec::new();
        }
        self.places().filter_map(|at| self.row(pages, at)).collect()
    }

    fn places(&self) -> impl Iterator<Item = usize> + '_ {
        let first = self.head + if self.is_leaf { 8 } else { 12 };
        (0..self.cells).map_while(move |cell| short(&self.page, first + 2 * cell)).map(usize::from)
    }

    fn row(&self, pages: &mut Pages, at: usize) -> Option<Row> {
        let mut at = if self.is_leaf { at } else { at.checked_add(4)? };
        let size = usize::try_from(integer(&self.page, &mut at)?).ok()?;
        let number = match self.kind {
            Kind::Table => Some(integer(&self.page, &mut at)?),
            Kind::Keyed => None,
        };
        let payload = self.payload(pages, at, size)?;
        Some(Row { number, columns: columns(&payload)? })
    }

    /// What a cell holds: in the page, and where it is long, in a chain of further pages.
    fn payload(&self, pages: &mut Pages, at: usize, size: usize) -> Option<Zeroizing<Vec<u8>>> {
        let most = match self.kind {
            Kind::Table => USABLE - 35,
            Kind::Keyed => (USABLE - 12) * 64 / 255 - 23,
        };
        let least = (USABLE - 12) * 32 / 255 - 23;
        let further = USABLE - 4;
        let local = if size <= most {
            size
        } else {
            let fitting = least + (size - least) % further;
            if fitting <= most { fitting } else { least }
        };
        // A size that no file can have is not made room for.
        let links = (size - local).div_ceil(further);
        if links > pages.expected() {
            return None;
        }
        let mut payload = Zeroizing::new(Vec::with_capacity(size));
        payload.extend_from_slice(self.page.get(at..at.checked_add(local)?)?);
        let mut next = if links > 0 { number(&self.page, at + local)? } else { 0 };
        for _ in 0..links {
            let page = pages.page(next)?;
            let here = (size - payload.len()).min(further);
            payload.extend_from_slice(page.get(4..4 + here)?);
            next = number(&page, 0)?;
        }
        Some(payload)
    }
}

/// The pages of the tree under one page, that one among them; what cannot be read ends a branch.
pub(crate) fn tree(pages: &mut Pages, root: u32) -> BTreeSet<u32> {
    let (mut found, mut left) = (BTreeSet::new(), vec![root]);
    while let Some(of) = left.pop() {
        if !found.contains(&of)
            && let Some(node) = Node::of(pages, of)
        {
            found.insert(of);
            left.extend(node.children());
        }
    }
    found
}

/// The columns of a record: their kinds first, then what they are (§2.1).
fn columns(record: &[u8]) -> Option<Vec<Value>> {
    let mut kinds = 0;
    let end = usize::try_from(integer(record, &mut kinds)?).ok()?;
    let mut at = end;
    let mut columns = Vec::new();
    while kinds < end {
        if columns.len() == MOST_COLUMNS {
            return None;
        }
        let kind = integer(record, &mut kinds)?;
        columns.push(value(record, &mut at, kind)?);
    }
    Some(columns)
}

fn value(record: &[u8], at: &mut usize, kind: i64) -> Option<Value> {
    let length = match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    };
    let bytes = record.get(*at..at.checked_add(length)?)?;
    *at += length;
    Some(match kind {
        0 => Value::Null,
        8 | 9 => Value::Integer(kind - 8),
        1..=6 => {
            let sign = if bytes.first()? & 0x80 == 0 { 0 } else { -1 };
            Value::Integer(bytes.iter().fold(sign, |number, byte| number << 8 | i64::from(*byte)))
        }
        7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
        even if even % 2 == 0 => Value::Blob(bytes.to_vec()),
        _ => Value::Text(String::from_utf8(bytes.to_vec()).ok()?),
    })
}

/// SQLite's number of one to nine bytes, which is moved behind.
fn integer(bytes: &[u8], at: &mut usize) -> Option<i64> {
    let mut number: u64 = 0;
    for place in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if place == 8 {
            number = number << 8 | u64::from(byte);
        } else {
            number = number << 7 | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                break;
            }
        }
    }
    Some(number.cast_signed())
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes)
}
