//! Which rows are of which table. The trees tell, as far as their inner pages and the list of tables can be
//! read; a leaf that no tree leads to any more is told by what its rows look like. Only the tables are
//! taken that are the only place of something; the others follow from them and are made again.

use super::pages::Pages;
use super::rows::{Kind, Node, Row, tree};
use domain::problem::Problem;
use jiff::civil::Date;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A table whose rows are looked for.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    kind: Kind,
    /// In the order in which they are stored.
    columns: &'static [Column],
    /// Which of them names the case that the row belongs to and cannot be without.
    pub(crate) case: Option<usize>,
    /// It has further columns, which are not looked at.
    is_prefix: bool,
}

/// What stands in a column.
#[derive(Clone, Copy)]
enum Column {
    /// The number of the row itself: nothing is stored.
    Number,
    Integer,
    IntegerOrNothing,
    Text,
    TextOrNothing,
    Day,
    /// Text that a leaf without a tree is known by: 32 hexadecimal digits.
    Id,
    Bytes,
    /// So many bytes.
    Exactly(usize),
    ExactlyOrNothing(usize),
    Anything,
}

use Column::{
    Anything, Bytes, Day, Exactly, ExactlyOrNothing, Id, Integer, IntegerOrNothing, Number, Text,
    TextOrNothing,
};

const fn table(name: &'static str, columns: &'static [Column], case: Option<usize>) -> Table {
    Table { name, kind: Kind::Table, columns, case, is_prefix: false }
}

const fn keyed(name: &'static str, columns: &'static [Column], case: Option<usize>) -> Table {
    Table { name, kind: Kind::Keyed, columns, case, is_prefix: false }
}

/// Those whose rows are put into the new database, in an order in which each finds what it refers to.
pub(crate) const TABLES: [Table; 20] = [
    table("cases", &[Id, Integer, Integer, Bytes], None),
    table("tombstones", &[Id, Day], None),
    table("settings", &[Text, Text], None),
    keyed("tombstone_states", &[Id, Exactly(16)], None),
    keyed("gone_links", &[Integer, Integer, Id, Day], None),
    table("chain", &[Number, ExactlyOrNothing(32), Id, Exactly(32)], None),
    table("branches", &[Number, Text, Day], None),
    table("branch_links", &[Integer, Integer, ExactlyOrNothing(32), Id, Exactly(32)], None),
    table("records", &[Number, Id, Day, Bytes], Some(1)),
    keyed("record_documents", &[Integer, Exactly(32)], None),
    table("branch_records", &[Integer, Integer, Id, Day, Bytes], Some(2)),
    keyed("branch_record_documents", &[Integer, Integer, Exactly(32)], None),
    table("documents", &[Id, Exactly(32), Bytes], Some(0)),
    table("copies", &[Id, Integer, Text], None),
    table("other_versions", &[Id, Exactly(16), Day, Integer, Bytes], Some(0)),
    table(
        "bin",
        &[Id, Day, TextOrNothing, TextOrNothing, TextOrNothing, IntegerOrNothing, TextOrNothing],
        Some(0),
    ),
    keyed("revisions", &[Id, Integer, Exactly(16)], None),
    keyed(
        "changes",
        &[Id, Integer, Integer, Integer, TextOrNothing, Text, TextOrNothing, Anything, Anything],
        None,
    ),
    table("saves", &[Number, Exactly(16), Integer], None),
    table("marks", &[Integer, Exactly(16), IntegerOrNothing, ExactlyOrNothing(32)], None),
];

/// What is known of a case without reading it: it names one whose own row is lost.
pub(crate) const SUMMARIES: Table = Table {
    name: "summaries",
    kind: Kind::Table,
    columns: &[
        Number,
        Id,
        Integer,
        Text,
        Text,
        Integer,
        TextOrNothing,
        IntegerOrNothing,
        TextOrNothing,
        Text,
        Integer,
    ],
    case: None,
    is_prefix: true,
};

impl Column {
    fn fits(self, value: &Value, is_strict: bool) -> bool {
        match (self, value) {
            (Number | TextOrNothing | IntegerOrNothing | ExactlyOrNothing(_), Value::Null)
            | (Integer | IntegerOrNothing, Value::Integer(_))
            | (Text | TextOrNothing, Value::Text(_))
            | (Bytes, Value::Blob(_))
            | (Anything, _) => true,
            (Exactly(size) | ExactlyOrNothing(size), Value::Blob(bytes)) => bytes.len() == size,
            (Id, Value::Text(id)) => !is_strict || is_id(id),
            (Day, Value::Text(day)) => day.parse::<Date>().is_ok(),
            _ => false,
        }
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 32
        && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

impl Table {
    /// The row of this table that a row is; none when it does not fit.
    fn row(&self, row: Row, is_strict: bool) -> Option<Vec<Value>> {
        let fits = |(column, value): (&Column, &Value)| column.fits(value, is_strict);
        let is_long_enough = match self.is_prefix {
            true => row.columns.len() >= self.columns.len(),
            false => row.columns.len() == self.columns.len(),
        };
        if !is_long_enough || !self.columns.iter().zip(&row.columns).all(fits) {
            return None;
        }
        let mut columns = row.columns;
        if let (Some(Number), Some(first)) = (self.columns.first(), columns.first_mut()) {
            *first = Value::Integer(row.number?);
        }
        Some(columns)
    }
}

/// Where the rows of the tables stand.
pub(crate) struct Layout {
    of: BTreeMap<String, BTreeSet<u32>>,
    /// Leaves that no tree leads to.
    strays: Vec<u32>,
}

impl Layout {
    /// Finds the trees of a database.
    pub(crate) fn of(pages: &mut Pages) -> Self {
        let list = tree(pages, 1);
        let (mut of, mut reached) = (BTreeMap::new(), list.clone());
        for page in list {
            let Some(node) = Node::of(pages, page) else { continue };
            for row in node.rows(pages) {
                let [Value::Text(kind), Value::Text(name), _, Value::Integer(root), ..] =
                    row.columns.as_slice()
                else {
                    continue;
                };
                let Ok(root) = u32::try_from(*root) else { continue };
                let found = tree(pages, root);
                reached.extend(&found);
                if kind == "table" {
                    of.insert(name.clone(), found);
                }
            }
        }
        let strays = pages.numbers().into_iter().filter(|number| !reached.contains(number));
        Self { of, strays: strays.collect() }
    }

    /// Hands every row of a table that can be read to `take`, one at a time.
    pub(crate) fn rows(
        &self,
        pages: &mut Pages,
        table: &Table,
        mut take: impl FnMut(Vec<Value>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let own = self.of.get(table.name).into_iter().flatten().map(|page| (*page, false));
        let strays = self.strays.iter().map(|page| (*page, true));
        for (page, is_stray) in own.chain(strays) {
            let Some(node) = Node::of(pages, page).filter(|node| node.kind == table.kind) else {
                continue;
            };
            // The inner pages of a tree that is lost cannot be told from those of an index.
            if is_stray && !node.is_leaf {
                continue;
            }
            for row in node.rows(pages) {
                if let Some(row) = table.row(row, is_stray) {
                    take(row)?;
                }
            }
        }
        Ok(())
    }
}
