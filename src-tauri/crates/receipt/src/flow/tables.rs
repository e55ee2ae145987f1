//! Pours tables. A row stays whole unless it is very high; then it goes on at the next page. A
//! table that goes on repeats its head, and never for a single row.

use super::{BOTTOM, Flow, ICON};
use crate::page::{Colour, INK, Item, LEFT, LINE, MEASURE, PartId};
use crate::shapes;
use crate::structure::Kind;
use crate::table::{Column, ICON_COLUMN, Icon, KEPT, Row, Ruling, SetTable};

impl Flow {
    pub(super) fn table(&mut self, table: SetTable, after: f32) {
        let part = self.sheets.open(self.sheets.root(), Kind::Table);
        if let Some(head) = &table.head {
            let cells = self.open_row(part, head, Some(Kind::ColumnHeader));
            self.head(head, Some(&cells));
        }
        let heights: Vec<f32> = table.rows.iter().map(Row::height).collect();
        for (index, row) in table.rows.into_iter().enumerate() {
            let cells = self.open_row(part, &row, None);
            let under = match heights.get(index + 1..) {
                Some([]) => after,
                // The last row takes the one before it along, unless that would leave the heading
                // behind.
                Some([last]) if index > 0 && *last <= KEPT => last + after,
                _ => 0.0,
            };
            self.row(row, &cells, table.head.as_ref(), under);
        }
    }

    /// The parts that the texts of a row go into, cell by cell. A cell with one text holds it, one
    /// with more holds paragraphs, so that a name and an address are not read as one word.
    fn open_row(&mut self, table: PartId, row: &Row, head: Option<Kind>) -> Vec<Vec<PartId>> {
        let part = self.sheets.open(table, Kind::Row);
        let mut cells = Vec::with_capacity(row.columns.len());
        for column in &row.columns {
            let kind =
                head.clone().unwrap_or(if column.heads_row { Kind::RowHeader } else { Kind::Cell });
            let cell = self.sheets.open(part, kind);
            cells.push(match column.texts {
                0 | 1 => vec![cell],
                texts => (0..texts).map(|_| self.sheets.open(cell, Kind::Paragraph)).collect(),
            });
        }
        cells
    }

    /// The head of a table; only the first time it is read, after that it is furniture.
    fn head(&mut self, row: &Row, cells: Option<&[Vec<PartId>]>) {
        let padding = self.density.padding();
        let top = self.y + padding;
        let deepest = row.content();
        for (index, column) in row.columns.iter().enumerate() {
            self.cell(
                column,
                top + deepest - column.height(),
                cells.and_then(|cells| cells.get(index)),
            );
        }
        self.y = top + deepest + padding;
        self.rule(LEFT, MEASURE, 0.75, INK);
    }

    fn row(&mut self, mut row: Row, cells: &[Vec<PartId>], head: Option<&Row>, after: f32) {
        loop {
            let height = row.height();
            let after = if height > KEPT { 0.0 } else { after };
            if self.y + height + after <= BOTTOM {
                self.place(&row, cells);
                return;
            }
            // Whole on the next page; a high one, as much as fits here.
            if height > KEPT
                && let Some(part) = row.take(BOTTOM - self.y - 2.0 * row.padding)
            {
                self.place(&part, cells);
            }
            self.turn();
            if let Some(head) = head {
                self.head(head, None);
            }
        }
    }

    fn place(&mut self, row: &Row, cells: &[Vec<PartId>]) {
        let top = self.y + row.padding;
        let (baseline, content) = (row.baseline(), row.content());
        for (index, column) in row.columns.iter().enumerate() {
            let Some(first) = column.first() else { continue };
            let y = match row.ruling {
                Ruling::Across => top + baseline - first.baseline,
                Ruling::Fields { .. } => top + content - column.height(),
            };
            let (x, middle) = (column.x - ICON_COLUMN, y + (first.height - ICON) / 2.0);
            match column.icon {
                Some(Icon::Tick) => self.ornament(shapes::tick(x, middle, ICON)),
                Some(Icon::Info) => shapes::letter_i(x, middle, ICON)
                    .into_iter()
                    .for_each(|item| self.ornament(item)),
                None => {}
            }
            self.cell(column, y, cells.get(index));
        }
        self.y = top + content + row.padding;
        match row.ruling {
            Ruling::Across => self.rule(LEFT, MEASURE, 0.25, LINE),
            Ruling::Fields { .. } => {
                for column in &row.columns {
                    let (thickness, colour) = if column.blank { (0.5, INK) } else { (0.25, LINE) };
                    self.rule(column.x, column.width, thickness, colour);
                }
            }
        }
    }

    fn cell(&mut self, column: &Column, mut y: f32, parts: Option<&Vec<PartId>>) {
        for (text, line) in &column.lines {
            let mut part = parts.and_then(|parts| parts.get(*text).copied());
            if let (Some(holder), Some(target)) = (part, &column.target)
                && text + 1 == column.texts
            {
                let link = self.sheets.resume(holder, Kind::Link(target.clone()));
                self.sheets.area(link, [column.x, y, line.width, line.height]);
                part = Some(link);
            }
            self.draw(line, column.x, y, part);
            y += line.height;
        }
    }

    fn rule(&mut self, x: f32, width: f32, thickness: f32, colour: Colour) {
        let y = self.y;
        self.ornament(Item::Rule { x, y, width, thickness, colour });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::{Density, Section};
    use crate::page::TEXT;
    use crate::page::mm;
    use crate::table::Cell;
    use crate::table::Table;
    use crate::typeface::Typeface;

    /// How many rows of a table stand on each page that it reaches, under a paragraph of so many
    /// lines.
    fn poured(rows: &[Vec<Cell>], head: Option<&[Cell]>, lines: usize, after: f32) -> Vec<usize> {
        let mut flow = Flow::new(Typeface::load().unwrap(), Density::Airy);
        for _ in 0..lines {
            flow.paragraph("Linje", TEXT);
        }
        let table = Table { widths: &[1.0, 2.0], head, rows, ruling: Ruling::Across };
        let set = flow.set(&Section::new("Overskrift", table));
        flow.pour_section(set, after);
        let texts = |wanted: &str| {
            let starts = |marked: &crate::page::Marked| matches!(&marked.item, Item::Text { text, .. } if text.starts_with(wanted));
            flow.sheets
                .pages
                .iter()
                .map(|page| page.items.iter().filter(|marked| starts(marked)).count())
                .collect::<Vec<_>>()
        };
        let (counts, headings) = (texts("Række"), texts("Overskrift"));
        let begins = counts.iter().position(|count| *count > 0);
        assert_eq!(
            begins,
            headings.iter().position(|count| *count > 0),
            "the heading stands over the first row"
        );
        counts.into_iter().filter(|count| *count > 0).collect()
    }

    #[test]
    fn no_row_stands_alone_on_a_page() {
        let head = [Cell::new("Navn", TEXT), Cell::new("Andet", TEXT)];
        let long = "ord ".repeat(140);
        for (said, lines) in [("", 0), ("kort", 20), (long.as_str(), 40), ("", 52)] {
            for count in 2..70 {
                let rows: Vec<_> = (0..count)
                    .map(|n| vec![Cell::new(format!("Række {n}"), TEXT), Cell::new(said, TEXT)])
                    .collect();
                for (head, after) in [(None, 0.0), (Some(&head[..]), 0.0), (Some(&head[..]), KEPT)]
                {
                    let counts = poured(&rows, head, lines, after);
                    assert_eq!(counts.iter().sum::<usize>(), count);
                    // High rows may begin with one, but none is left over.
                    let lonely =
                        counts.iter().skip(usize::from(said.len() > 100)).any(|count| *count == 1);
                    assert!(!lonely, "{count} rows under {lines} lines: {counts:?}");
                }
            }
        }
    }

    #[test]
    fn a_field_is_as_high_as_asked_for_and_dark_under_what_is_to_be_written() {
        let mut flow = Flow::new(Typeface::load().unwrap(), Density::Tight);
        let row = vec![Cell::new("Åse", TEXT), Cell::new("", TEXT), Cell::blank()];
        let rows = [row.clone(), row];
        let table = Table {
            widths: &[1.0, 1.0, 2.0],
            head: None,
            rows: &rows,
            ruling: Ruling::Fields { height: mm(10.0) },
        };
        flow.section(&Section::new("Bestyrelse", table));

        let sheets = flow.finish();
        let rules: Vec<_> = sheets.pages[0]
            .items
            .iter()
            .filter_map(|marked| match &marked.item {
                Item::Rule { x, y, width, colour, .. } => Some((*x, *y, *width, *colour)),
                _ => None,
            })
            .collect();
        assert_eq!(
            rules.iter().map(|rule| rule.3).collect::<Vec<_>>(),
            [LINE, INK, INK, LINE, INK, INK]
        );
        assert!((rules[3].1 - rules[0].1 - mm(10.0)).abs() < 0.01);
        for pair in rules[..3].windows(2) {
            assert!(pair[0].0 + pair[0].2 < pair[1].0, "fields are apart");
        }
        assert!(
            (rules[2].0 + rules[2].2 - LEFT - MEASURE).abs() < 0.01,
            "the last field reaches the margin"
        );
    }
}
