//! Pours paragraphs and table rows down the pages. A row stays whole unless it is very high; then it goes on at the next
//! page. A table that goes on repeats its head.

use crate::lines::{Line, lines};
use crate::page::{Colour, HEADING, INK, Item, LINE, Page, Style, WIDTH, mm};
use crate::shapes;
use crate::table::{ICON_COLUMN, Icon, KEPT, Row, Ruling, SetTable, Table};
use crate::typeface::Typeface;

/// The left edge of the text.
pub(crate) const LEFT: f32 = mm(25.0);
/// The width of the text.
pub(crate) const MEASURE: f32 = WIDTH - LEFT - mm(18.0);
const TOP: f32 = mm(33.0);
const BOTTOM: f32 = mm(272.5);
const UNDER_HEADING: f32 = mm(1.4);
const ICON: f32 = mm(4.2);

/// Pages that are being filled.
pub(crate) struct Flow {
    typeface: &'static Typeface,
    density: Density,
    pages: Vec<Page>,
    y: f32,
}

/// How much air there is. A document that just does not fit its page is set tighter before it takes another one.
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

/// A heading, perhaps a paragraph, and a table.
pub(crate) struct Section<'a> {
    pub(crate) heading: (&'a str, Style),
    pub(crate) text: Option<(&'a str, Style)>,
    pub(crate) table: Table<'a>,
}

impl<'a> Section<'a> {
    /// A table under a heading.
    pub(crate) fn new(heading: &'a str, table: Table<'a>) -> Self {
        Self { heading: (heading, HEADING), text: None, table }
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

    /// A heading with what belongs under it. It never stands alone at the foot of a page.
    pub(crate) fn section(&mut self, section: &Section<'_>) {
        let set = self.set(section);
        self.pour_section(set, 0.0);
    }

    /// Two sections, the second of which never begins a page without the last row of the first.
    pub(crate) fn chained(&mut self, first: &Section<'_>, second: &Section<'_>) {
        let (first, second) = (self.set(first), self.set(second));
        let after = self.density.section() + second.beginning();
        // Not more than a page has room for beside a row.
        self.pour_section(first, after.min(KEPT));
        self.pour_section(second, 0.0);
    }

    fn set(&self, section: &Section<'_>) -> SetSection {
        let (heading, style) = section.heading;
        SetSection {
            heading: lines(self.typeface, heading, style, MEASURE),
            text: section.text.map(|(text, style)| lines(self.typeface, text, style, MEASURE)).unwrap_or_default(),
            table: SetTable::of(&section.table, self.typeface, self.density.padding()),
        }
    }

    /// `after` is the height to leave on the page under the last row.
    fn pour_section(&mut self, section: SetSection, after: f32) {
        self.gap(self.density.section());
        let only = if section.table.rows.len() == 1 { after } else { 0.0 };
        if self.y + section.beginning() + only > BOTTOM && self.y > TOP {
            self.turn();
        }
        self.pour(&section.heading);
        self.y += UNDER_HEADING;
        if !section.text.is_empty() {
            self.pour(&section.text);
            self.y += UNDER_HEADING;
        }
        self.table(section.table, after);
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

    fn table(&mut self, table: SetTable, after: f32) {
        if let Some(head) = &table.head {
            self.head(head);
        }
        let last = table.rows.len().saturating_sub(1);
        for (index, row) in table.rows.into_iter().enumerate() {
            self.row(row, table.head.as_ref(), if index == last { after } else { 0.0 });
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
        self.rule(LEFT, MEASURE, 0.75, INK);
    }

    fn row(&mut self, mut row: Row, head: Option<&Row>, after: f32) {
        loop {
            let height = row.height();
            let after = if height > KEPT { 0.0 } else { after };
            if self.y + height + after <= BOTTOM {
                self.place(&row);
                return;
            }
            // Whole on the next page; a high one, as much as fits here.
            if height > KEPT
                && let Some(part) = row.take(BOTTOM - self.y - 2.0 * row.padding)
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
        let top = self.y + row.padding;
        let (baseline, content) = (row.baseline(), row.content());
        for column in &row.columns {
            let Some(first) = column.lines.first() else { continue };
            let mut y = match row.ruling {
                Ruling::Across => top + baseline - first.baseline,
                Ruling::Fields { .. } => top + content - column.height(),
            };
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

    fn rule(&mut self, x: f32, width: f32, thickness: f32, colour: Colour) {
        let y = self.y;
        self.push(Item::Rule { x, y, width, thickness, colour });
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

/// A section whose texts are broken into lines.
struct SetSection {
    heading: Vec<Line>,
    text: Vec<Line>,
    table: SetTable,
}

impl SetSection {
    /// The height of what must stand together.
    fn beginning(&self) -> f32 {
        self.heading.iter().chain(&self.text).map(|line| line.height).sum::<f32>() + 2.0 * UNDER_HEADING + self.table.beginning()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::TEXT;
    use crate::table::Cell;

    #[test]
    fn a_field_is_as_high_as_asked_for_and_dark_under_what_is_to_be_written() {
        let mut flow = Flow::new(Typeface::load().unwrap(), Density::Tight);
        let row = vec![Cell::new("Åse", TEXT), Cell::new("", TEXT), Cell::blank()];
        let rows = [row.clone(), row];
        let table = Table { widths: &[1.0, 1.0, 2.0], head: None, rows: &rows, ruling: Ruling::Fields { height: mm(10.0) } };
        flow.section(&Section::new("Bestyrelse", table));

        let pages = flow.finish();
        let rules: Vec<_> = pages[0]
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Rule { x, y, width, colour, .. } => Some((*x, *y, *width, *colour)),
                _ => None,
            })
            .collect();
        assert_eq!(rules.iter().map(|rule| rule.3).collect::<Vec<_>>(), [LINE, INK, INK, LINE, INK, INK]);
        assert!((rules[3].1 - rules[0].1 - mm(10.0)).abs() < 0.01);
        for pair in rules[..3].windows(2) {
            assert!(pair[0].0 + pair[0].2 < pair[1].0, "fields are apart");
        }
        assert!((rules[2].0 + rules[2].2 - LEFT - MEASURE).abs() < 0.01, "the last field reaches the margin");
    }
}
