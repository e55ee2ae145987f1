//! Pours paragraphs and table rows down the pages. A row stays whole unless it is very high; then it goes on at the next
//! page. A table that goes on repeats its head.

use crate::lines::{Line, lines};
use crate::page::{INK, Item, LINE, Page, Style, WIDTH, mm};
use crate::shapes;
use crate::typeface::Typeface;

/// The left edge of the text.
pub(crate) const LEFT: f32 = mm(25.0);
/// The width of the text.
pub(crate) const MEASURE: f32 = WIDTH - LEFT - mm(18.0);
const TOP: f32 = mm(33.0);
const BOTTOM: f32 = mm(272.5);
const GUTTER: f32 = mm(3.0);
const UNDER_HEADING: f32 = mm(1.4);
/// A row up to this high is never split. Of a higher one, this much stands under its heading.
const KEPT: f32 = mm(60.0);
const ICON: f32 = mm(4.2);
const ICON_COLUMN: f32 = mm(5.5);

/// Pages that are being filled.
pub(crate) struct Flow {
    typeface: &'static Typeface,
    density: Density,
    pages: Vec<Page>,
    y: f32,
}

/// How much air there is. A receipt that just does not fit its page is set tighter before it takes another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Density {
    Airy,
    Tight,
}

impl Density {
    /// Above and below the text of a row.
    const fn padding(self) -> f32 {
        match self {
            Self::Airy => mm(1.5),
            Self::Tight => mm(1.05),
        }
    }

    /// Before a section.
    const fn section(self) -> f32 {
        match self {
            Self::Airy => mm(7.0),
            Self::Tight => mm(5.0),
        }
    }
}

/// A table under a heading.
pub(crate) struct Table<'a> {
    /// The columns' shares of the width of the text.
    pub(crate) widths: &'a [f32],
    /// Repeated on each page that the table reaches.
    pub(crate) head: Option<&'a [Cell]>,
    pub(crate) rows: &'a [Vec<Cell>],
}

/// What stands in one field of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) icon: Option<Icon>,
    /// Texts below each other.
    pub(crate) texts: Vec<(String, Style)>,
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
        Self { icon: None, texts: vec![(text.into(), style)] }
    }

    pub(crate) fn and(mut self, text: impl Into<String>, style: Style) -> Self {
        self.texts.push((text.into(), style));
        self
    }

    pub(crate) fn marked(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

impl Flow {
    pub(crate) fn new(typeface: &'static Typeface, density: Density) -> Self {
        Self { typeface, density, pages: vec![Page::default()], y: TOP }
    }

    pub(crate) fn fits_one_page(&self) -> bool {
        self.pages.len() == 1
    }

    pub(crate) fn finish(self) -> Vec<Page> {
        self.pages
    }

    /// Goes on at the top of a new page.
    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    /// White space, unless a page begins here.
    pub(crate) fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// A heading with what belongs under it: perhaps a paragraph, and a table. It never stands alone at the foot of a page.
    pub(crate) fn section(&mut self, heading: (&str, Style), text: Option<(&str, Style)>, table: &Table<'_>) {
        self.gap(self.density.section());
        let heading = lines(self.typeface, heading.0, heading.1, MEASURE);
        let text = text.map(|(text, style)| lines(self.typeface, text, style, MEASURE)).unwrap_or_default();
        let set = SetTable::of(table, self.typeface, self.density.padding());
        let together = heading.iter().chain(&text).map(|line| line.height).sum::<f32>() + 2.0 * UNDER_HEADING + set.beginning();
        if self.y + together > BOTTOM && self.y > TOP {
            self.turn();
        }
        self.pour(&heading);
        self.y += UNDER_HEADING;
        if !text.is_empty() {
            self.pour(&text);
            self.y += UNDER_HEADING;
        }
        self.table(set);
    }

    /// A paragraph as wide as the text.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style) {
        let set = lines(self.typeface, text, style, MEASURE);
        self.pour(&set);
    }

    fn pour(&mut self, set: &[Line]) {
        for line in set {
            if self.y + line.height > BOTTOM {
                self.turn();
            }
            self.draw(line, LEFT, self.y);
            self.y += line.height;
        }
    }

    fn table(&mut self, table: SetTable) {
        if let Some(head) = &table.head {
            self.head(head);
        }
        for row in table.rows {
            self.row(row, table.head.as_ref());
        }
    }

    fn head(&mut self, row: &Row) {
        let padding = self.density.padding();
        let top = self.y + padding;
        let deepest = row.content();
        for column in &row.columns {
            let mut y = top + deepest - column.height();
            for line in &column.lines {
                self.draw(line, column.x, y);
                y += line.height;
            }
        }
        self.y = top + deepest + padding;
        self.rule(0.75, INK);
    }

    fn row(&mut self, mut row: Row, head: Option<&Row>) {
        loop {
            let height = row.height();
            if self.y + height <= BOTTOM {
                self.place(&row);
                return;
            }
            // Whole on the next page; a high one, as much as fits here.
            if height > KEPT
                && let Some(part) = row.take(BOTTOM - self.y - 2.0 * self.density.padding())
            {
                self.place(&part);
            }
            self.turn();
            if let Some(head) = head {
                self.head(head);
            }
        }
    }

    fn place(&mut self, row: &Row) {
        let padding = self.density.padding();
        let top = self.y + padding;
        // Columns of different sizes stand on one line.
        let baseline = row.columns.iter().filter_map(|c| c.lines.first()).map(|line| line.baseline).fold(0.0, f32::max);
        for column in &row.columns {
            let Some(first) = column.lines.first() else { continue };
            let mut y = top + baseline - first.baseline;
            let (x, middle) = (column.x - ICON_COLUMN, y + (first.height - ICON) / 2.0);
            match column.icon {
                Some(Icon::Tick) => self.push(shapes::tick(x, middle, ICON)),
                Some(Icon::Info) => shapes::letter_i(x, middle, ICON).into_iter().for_each(|item| self.push(item)),
                None => {}
            }
            for line in &column.lines {
                self.draw(line, column.x, y);
                y += line.height;
            }
        }
        self.y = top + row.content() + padding;
        self.rule(0.25, LINE);
    }

    fn rule(&mut self, thickness: f32, colour: crate::page::Colour) {
        let y = self.y;
        self.push(Item::Rule { x: LEFT, y, width: MEASURE, thickness, colour });
    }

    fn draw(&mut self, line: &Line, x: f32, y: f32) {
        for run in &line.runs {
            self.push(Item::Text { x: x + run.x, baseline: y + line.baseline, text: run.text.clone(), style: run.style });
        }
    }

    fn push(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }
}

/// A table whose texts are broken into lines.
struct SetTable {
    head: Option<Row>,
    rows: Vec<Row>,
}

impl SetTable {
    fn of(table: &Table<'_>, typeface: &Typeface, padding: f32) -> Self {
        let total: f32 = table.widths.iter().sum();
        let columns: Vec<f32> = table.widths.iter().map(|share| MEASURE * share / total).collect();
        let set = |cells: &[Cell]| Row::set(typeface, cells, &columns, padding);
        Self { head: table.head.map(set), rows: table.rows.iter().map(|cells| set(cells)).collect() }
    }

    /// The height of what must stand together: the head and the first row.
    fn beginning(&self) -> f32 {
        self.head.as_ref().map_or(0.0, Row::height) + self.rows.first().map_or(0.0, |row| row.height().min(KEPT))
    }
}

/// A row whose texts are broken into lines.
struct Row {
    columns: Vec<Column>,
    padding: f32,
}

struct Column {
    x: f32,
    icon: Option<Icon>,
    lines: Vec<Line>,
}

impl Row {
    fn set(typeface: &Typeface, cells: &[Cell], columns: &[f32], padding: f32) -> Self {
        let mut x = LEFT;
        let mut set = Vec::with_capacity(cells.len());
        for (index, (cell, width)) in cells.iter().zip(columns).enumerate() {
            let indent = if cell.icon.is_some() { ICON_COLUMN } else { 0.0 };
            let gutter = if index + 1 == cells.len() { 0.0 } else { GUTTER };
            let within = width - gutter - indent;
            let lines = cell.texts.iter().flat_map(|(text, style)| lines(typeface, text, *style, within)).collect();
            set.push(Column { x: x + indent, icon: cell.icon, lines });
            x += width;
        }
        Self { columns: set, padding }
    }

    fn height(&self) -> f32 {
        self.content() + 2.0 * self.padding
    }

    fn content(&self) -> f32 {
        let baseline = self.columns.iter().filter_map(|c| c.lines.first()).map(|line| line.baseline).fold(0.0, f32::max);
        let below = |column: &Column| column.lines.first().map_or(0.0, |first| baseline - first.baseline) + column.height();
        self.columns.iter().map(below).fold(0.0, f32::max)
    }

    /// Takes off as many lines as fit into a height, or nothing when not one line fits.
    fn take(&mut self, height: f32) -> Option<Self> {
        if !self.columns.iter().filter_map(|column| column.lines.first()).any(|line| line.height <= height) {
            return None;
        }
        let columns: Vec<Column> = self
            .columns
            .iter_mut()
            .map(|column| {
                let mut used = 0.0;
                let fit = column.lines.iter().take_while(|line| {
                    used += line.height;
                    used <= height
                });
                let count = fit.count();
                Column { x: column.x, icon: column.icon.take(), lines: column.lines.drain(..count).collect() }
            })
            .collect();
        Some(Self { columns, padding: self.padding })
    }
}

impl Column {
    fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.height).sum()
    }
}
