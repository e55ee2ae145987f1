//! What a person does: one thing after the other, or whatever is still open, to be ticked by hand.
//! Every document that asks for something asks for it in this form.

use crate::page::{QUIET, TEXT};
use crate::table::{Cell, Ruling, Table};

/// Number or box, and what is done.
const STEPS: [f32; 2] = [9.0, 158.0];
/// Drawn with characters, so that it is read aloud and copied as what it is.
pub(crate) const BOX: &str = "[\u{a0}\u{a0}\u{a0}]";
/// Before what is done already.
pub(crate) const TICK: &str = "✓";
/// Before what is only to be read.
pub(crate) const BULLET: &str = "•";

/// A table of steps.
pub(crate) fn steps(rows: &[Vec<Cell>]) -> Table<'_> {
    Table { widths: &STEPS, head: None, rows, ruling: Ruling::Across }
}

/// One step after the other, numbered from 1.
pub(crate) fn numbered(texts: impl IntoIterator<Item = String>) -> Vec<Vec<Cell>> {
    let step = |(number, text): (usize, String)| {
        vec![Cell::new(number.to_string(), TEXT.coloured(QUIET)).heads_row(), Cell::new(text, TEXT)]
    };
    (1..).zip(texts).map(step).collect()
}

/// Something with a box before it.
pub(crate) fn to_tick(what: Cell) -> Vec<Cell> {
    vec![Cell::new(BOX, TEXT), what.heads_row()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface::Typeface;

    #[test]
    fn the_signs_before_a_step_can_be_drawn() {
        let typeface = Typeface::load().unwrap();
        for c in [BOX, TICK, BULLET].concat().chars() {
            assert_eq!(typeface.drawable(c), Some(c), "{c}");
        }
    }
}
