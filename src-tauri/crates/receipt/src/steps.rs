//! What a person does, one thing after the other. Every document that asks for something asks for it in this form.

use crate::page::{QUIET, TEXT};
use crate::table::{Cell, Ruling, Table};

/// Number, and what is done.
const STEPS: [f32; 2] = [9.0, 158.0];

/// A table of steps.
pub(crate) fn steps(rows: &[Vec<Cell>]) -> Table<'_> {
    Table { widths: &STEPS, head: None, rows, ruling: Ruling::Across }
}

/// One step after the other, numbered from 1.
pub(crate) fn numbered(texts: impl IntoIterator<Item = String>) -> Vec<Vec<Cell>> {
    let step = |(number, text): (usize, String)| vec![Cell::new(number.to_string(), TEXT.coloured(QUIET)), Cell::new(text, TEXT)];
    (1..).zip(texts).map(step).collect()
}
