//! Tables before they are poured: what stands in their fields, how they are ruled, and their texts
//! broken into lines.

use crate::lines::{Line, lines};
use crate::page::{LEFT, MEASURE, Style, mm};
use crate::typeface::Typeface;

/// A row up to this high is never split. Of a higher one, this much stands under its heading.
pub(crate) const KEPT: f32 = mm(60.0);
/// The room for an icon at the left of its field.
pub(crate) const ICON_COLUMN: f32 = mm(5.5);
const GUTTER: f32 = mm(3.0);
/// Above and below the text of a field that stands among others to be written in.
const FIELD_PADDING: f32 = mm(1.6);

/// A table under a heading.
pub(crate) struct Table<'a> {
    /// The columns' shares of the width of the text.
    pub(crate) widths: &'a [f32],
    /// Repeated on each page that the table reaches.
    pub(crate) head: Option<&'a [Cell]>,
    pub(crate) rows: &'a [Vec<Cell>],
    pub(crate) ruling: Ruling,
}

/// The lines under the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Ruling {
    /// One line under the whole row: the table is read.
    Across,
    /// A line under each field, dark under an empty one: the table is filled in by hand. What is
    /// printed stands on the line as what is written does.
    Fields {
        /// The height of a row in points, or more when its texts need it.
        height: f32,
    },
}

/// What stands in one field of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) icon: Option<Icon>,
    /// Texts below each other.
    pub(crate) texts: Vec<(String, Style)>,
    /// Says what the other cells of its row are about.
    pub(crate) heads_row: bool,
    /// Where the last text leads when it is clicked.
    pub(crate) target: Option<String>,
}

/// What a check came to, drawn beside its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// It holds.
    Tick,
    /// Information: told, or not known.
    Info,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        Self { icon: None, texts: vec![(text.into(), style)], heads_row: false, target: None }
    }

    /// To be filled in by hand.
    pub(crate) const fn blank() -> Self {
        Self { icon: None, texts: Vec::new(), heads_row: false, target: None }
    }

    pub(crate) fn and(mut self, text: impl Into<String>, style: Style) -> Self {
        self.texts.push((text.into(), style));
        self
    }

    /// Says what the other cells of its row are about.
    pub(crate) fn heads_row(self) -> Self {
        Self { heads_row: true, ..self }
    }

    /// A last text that leads to an address.
    pub(crate) fn link(self, text: impl Into<String>, target: &str, style: Style) -> Self {
        Self { target: Some(target.to_owned()), ..self.and(text, style) }
    }

    pub(crate) fn marked(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

/// A table whose texts are broken into lines.
pub(crate) struct SetTable {
    pub(crate) head: Option<Row>,
    pub(crate) rows: Vec<Row>,
}

impl SetTable {
    pub(crate) fn of(table: &Table<'_>, typeface: &Typeface, padding: f32) -> Self {
        let total: f32 = table.widths.iter().sum();
        let columns: Vec<f32> = table.widths.iter().map(|share| MEASURE * share / total).collect();
        let set = |cells: &[Cell], ruling| Row::set(typeface, cells, &columns, padding, ruling);
        Self {
            head: table.head.map(|cells| set(cells, Ruling::Across)),
            rows: table.rows.iter().map(|cells| set(cells, table.ruling)).collect(),
        }
    }

    /// The height of what must stand together, with `after` under the last row: the head and the
    /// first row, with so many others that none is left alone on this page or the next.
    pub(crate) fn beginning(&self, after: f32) -> f32 {
        let head = self.head.as_ref().map_or(0.0, Row::height);
        let heights: Vec<f32> = self.rows.iter().map(|row| row.height().min(KEPT)).collect();
        head + match heights[..] {
            [] => 0.0,
            [only] => only + after,
            [first, last] => first + last + after,
            [first, second, last] if first + second + last <= KEPT => first + second + last + after,
            [first, second, ..] if first + second <= KEPT => first + second,
            [first, ..] => first,
        }
    }
}

/// A row whose texts are broken into lines.
pub(crate) struct Row {
    pub(crate) columns: Vec<Column>,
    pub(crate) ruling: Ruling,
    pub(crate) padding: f32,
}

pub(crate) struct Column {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) icon: Option<Icon>,
    /// Each with which of the cell's texts it is of.
    pub(crate) lines: Vec<(usize, Line)>,
    /// How many texts the cell has.
    pub(crate) texts: usize,
    pub(crate) heads_row: bool,
    pub(crate) target: Option<String>,
    /// There was nothing to print, so it is filled in by hand.
    pub(crate) blank: bool,
}

impl Row {
    fn set(
        typeface: &Typeface,
        cells: &[Cell],
        columns: &[f32],
        padding: f32,
        ruling: Ruling,
    ) -> Self {
        let mut x = LEFT;
        let mut set = Vec::with_capacity(cells.len());
        for (index, (cell, width)) in cells.iter().zip(columns).enumerate() {
            let indent = if cell.icon.is_some() { ICON_COLUMN } else { 0.0 };
            let gutter = if index + 1 == cells.len() { 0.0 } else { GUTTER };
            let within = width - gutter - indent;
            let text = |(index, (text, style)): (usize, &(String, Style))| {
                lines(typeface, text, *style, within).into_iter().map(move |line| (index, line))
            };
            let lines: Vec<_> = cell.texts.iter().enumerate().flat_map(text).collect();
            let blank = lines.is_empty();
            let (texts, heads_row, target) =
                (cell.texts.len(), cell.heads_row, cell.target.clone());
            set.push(Column {
                x: x + indent,
                width: within,
                icon: cell.icon,
                lines,
                texts,
                heads_row,
                target,
                blank,
            });
            x += width;
        }
        let padding = match ruling {
            Ruling::Across => padding,
            Ruling::Fields { .. } => FIELD_PADDING,
        };
        Self { columns: set, ruling, padding }
    }

    pub(crate) fn height(&self) -> f32 {
        self.content() + 2.0 * self.padding
    }

    /// The deepest first baseline: columns of different sizes stand on one line.
    pub(crate) fn baseline(&self) -> f32 {
        self.columns.iter().filter_map(Column::first).map(|line| line.baseline).fold(0.0, f32::max)
    }

    /// The height between the paddings.
    pub(crate) fn content(&self) -> f32 {
        let baseline = self.baseline();
        let below = |column: &Column| {
            column.first().map_or(0.0, |first| baseline - first.baseline) + column.height()
        };
        let least = match self.ruling {
            Ruling::Across => 0.0,
            Ruling::Fields { height } => height - 2.0 * self.padding,
        };
        self.columns.iter().map(below).fold(least, f32::max)
    }

    /// Takes off as many lines as fit into a height, or nothing when not one line fits.
    pub(crate) fn take(&mut self, height: f32) -> Option<Self> {
        if !self.columns.iter().filter_map(Column::first).any(|line| line.height <= height) {
            return None;
        }
        let columns: Vec<Column> = self
            .columns
            .iter_mut()
            .map(|column| {
                let mut used = 0.0;
                let fit = column.lines.iter().take_while(|(_, line)| {
                    used += line.height;
                    used <= height
                });
                let count = fit.count();
                Column {
                    icon: column.icon.take(),
                    lines: column.lines.drain(..count).collect(),
                    target: column.target.clone(),
                    ..*column
                }
            })
            .collect();
        let ruling = match self.ruling {
            Ruling::Across => Ruling::Across,
            // Only the lines that fit: the room to write in is where the row ends.
            Ruling::Fields { .. } => Ruling::Fields { height: 0.0 },
        };
        Some(Self { columns, ruling, padding: self.padding })
    }
}

impl Column {
    pub(crate) fn first(&self) -> Option<&Line> {
        self.lines.first().map(|(_, line)| line)
    }

    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|(_, line)| line.height).sum()
    }
}
