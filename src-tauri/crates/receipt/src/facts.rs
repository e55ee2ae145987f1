//! Tables of labels and values, in which every document tells what it is about.

use crate::page::{QUIET, TEXT};
use crate::table::{Cell, Ruling, Table};

/// A table of labels and values.
pub(crate) fn facts(rows: &[Vec<Cell>]) -> Table<'_> {
    Table { widths: &[44.0, 123.0], head: None, rows, ruling: Ruling::Across }
}

/// A row of a table of facts.
pub(crate) fn fact(label: String, value: String) -> Vec<Cell> {
    vec![self::label(label), Cell::new(value, TEXT)]
}

/// The left cell of a row of facts, which says what the row is about.
pub(crate) fn label(text: String) -> Cell {
    Cell::new(text, TEXT.coloured(QUIET)).heads_row()
}

/// The parts that there are, with commas.
pub(crate) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The words on one line.
pub(crate) fn kept_together(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A hash as people compare it: groups of eight hexadecimal digits.
pub(crate) fn in_groups(hash: &[u8]) -> String {
    let groups: Vec<String> = hash.chunks(4).map(base16ct::lower::encode_string).collect();
    groups.join(" ")
}
