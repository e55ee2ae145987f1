//! Pours headings, paragraphs, lists and tables down the pages.

mod tables;

use crate::bidi::strip_marks;
use crate::lines::{Line, lines};
use crate::page::{HEADING, INK, Item, LEFT, MEASURE, PartId, Role, SMALL_QUIET, Style, TEXT, mm};
use crate::qr::Code;
use crate::structure::{Kind, Sheets};
use crate::table::{KEPT, SetTable, Table};
use crate::typeface::Typeface;

const TOP: f32 = mm(33.0);
const BOTTOM: f32 = mm(272.5);
const UNDER_HEADING: f32 = mm(1.4);
const LIST_INDENT: f32 = mm(5.0);
const ICON: f32 = mm(4.2);
/// The heavy edge of a box, its thin ones, what stands free beside and between its two texts.
const BOX_EDGE: f32 = mm(2.6);
const BOX_RULE: f32 = 0.75;
const BOX_INDENT: f32 = mm(3.6);
const BOX_GAP: f32 = mm(0.8);

/// Pages that are being filled.
pub(crate) struct Flow {
    typeface: &'static Typeface,
    density: Density,
    sheets: Sheets,
    y: f32,
    /// How wide paragraphs are now.
    measure: f32,
}

/// How much air there is. A document that just does not fit its page is set tighter before it takes
/// another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Density {
    Airy,
    Tight,
    /// For pages that are looked up rather than read.
    Close,
}

impl Density {
    /// Above and below the text of a row.
    const fn padding(self) -> f32 {
        match self {
            Self::Airy => mm(1.5),
            Self::Tight => mm(1.05),
            Self::Close => mm(0.8),
        }
    }

    /// Inside a box.
    const fn box_padding(self) -> f32 {
        match self {
            Self::Airy => mm(3.6),
            Self::Tight => mm(2.8),
            Self::Close => mm(2.0),
        }
    }

    /// Before a section.
    const fn section(self) -> f32 {
        match self {
            Self::Airy => mm(7.0),
            Self::Tight => mm(5.0),
            Self::Close => mm(4.0),
        }
    }
}

/// A code to scan, with what it is in words: under it for everyone, and for who cannot see it.
pub(crate) struct Picture<'a> {
    pub(crate) code: &'a Code,
    /// In points.
    pub(crate) side: f32,
    pub(crate) caption: &'a str,
    pub(crate) alternative: &'a str,
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
        Self { typeface, density, sheets: Sheets::new(), y: TOP, measure: MEASURE }
    }

    pub(crate) fn fits_one_page(&self) -> bool {
        self.sheets.pages.len() == 1
    }

    pub(crate) fn finish(self) -> Sheets {
        self.sheets
    }

    /// Goes on at the top of a new page.
    fn turn(&mut self) {
        self.sheets.turn();
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
        let after = self.density.section() + second.beginning(0.0);
        // Not more than a page has room for beside a row.
        self.pour_section(first, after.min(KEPT));
        self.pour_section(second, 0.0);
    }

    fn set(&self, section: &Section<'_>) -> SetSection {
        let (heading, style) = section.heading;
        SetSection {
            heading: (kind(heading, style), lines(self.typeface, heading, style, MEASURE)),
            text: section
                .text
                .map(|(text, style)| lines(self.typeface, text, style, MEASURE))
                .unwrap_or_default(),
            table: SetTable::of(&section.table, self.typeface, self.density.padding()),
        }
    }

    /// `after` is the height to leave on the page under the last row.
    fn pour_section(&mut self, section: SetSection, after: f32) {
        self.gap(self.density.section());
        if self.y + section.beginning(after) > BOTTOM && self.y > TOP {
            self.turn();
        }
        let (kind, heading) = section.heading;
        self.say(kind, &heading);
        self.y += UNDER_HEADING;
        if !section.text.is_empty() {
            self.say(Kind::Paragraph, &section.text);
            self.y += UNDER_HEADING;
        }
        self.table(section.table, after);
    }

    /// A paragraph as wide as the text, or a heading when the style is a heading's.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style) {
        let set = lines(self.typeface, text, style, self.measure);
        self.say(kind(text, style), &set);
    }

    /// A title and a paragraph in a frame with a heavy edge, for what must not be overlooked. The
    /// frame is black, so that it is one on any printer.
    pub(crate) fn boxed(&mut self, title: &str, text: &str) {
        let padding = self.density.box_padding();
        let measure = MEASURE - BOX_EDGE - 2.0 * BOX_INDENT;
        let title = lines(self.typeface, title, TEXT.strong(), measure);
        let text = lines(self.typeface, text, TEXT, measure);
        let height = |set: &[Line]| set.iter().map(|line| line.height).sum::<f32>();
        let inner = height(&title) + BOX_GAP + height(&text);
        let whole = inner + 2.0 * padding;
        if self.y + whole > BOTTOM && self.y > TOP {
            self.turn();
        }
        let top = self.y;
        let frame = [
            (LEFT, top, BOX_EDGE, whole),
            (LEFT, top, MEASURE, BOX_RULE),
            (LEFT, top + whole - BOX_RULE, MEASURE, BOX_RULE),
            (LEFT + MEASURE - BOX_RULE, top, BOX_RULE, whole),
        ];
        for (x, y, width, height) in frame {
            self.ornament(Item::Rectangle { x, y, width, height, colour: INK });
        }
        self.y = top + padding;
        let x = LEFT + BOX_EDGE + BOX_INDENT;
        for set in [&title, &text] {
            let part = self.sheets.open(self.sheets.root(), Kind::Paragraph);
            self.pour(set, x, part);
            self.y += BOX_GAP;
        }
        self.y = top + whole;
    }

    /// Numbered lines of what to do, each after the other.
    pub(crate) fn list(&mut self, texts: &[String], style: Style) {
        let list = self.sheets.open(self.sheets.root(), Kind::List);
        for (index, text) in texts.iter().enumerate() {
            let item = self.sheets.open(list, Kind::ListItem);
            let [label, body] =
                [Kind::ListLabel, Kind::ListBody].map(|kind| self.sheets.open(item, kind));
            let set = lines(self.typeface, text, style, self.measure - LIST_INDENT);
            let number = lines(self.typeface, &format!("{}. ", index + 1), style, LIST_INDENT);
            if self.y + set.first().map_or(0.0, |line| line.height) > BOTTOM {
                self.turn();
            }
            for line in &number {
                self.draw(line, LEFT, self.y, Some(label));
            }
            self.pour(&set, LEFT + LIST_INDENT, body);
        }
    }

    /// Words with a picture at their right, and under the picture what it is.
    pub(crate) fn beside(&mut self, picture: &Picture<'_>, words: impl FnOnce(&mut Self)) {
        let top = self.y;
        let quiet = picture.code.quiet(picture.side);
        self.measure = MEASURE - picture.side - quiet.max(mm(6.0));
        words(self);
        self.measure = MEASURE;
        let left = LEFT + MEASURE - picture.side;
        let place = [left, top, picture.side, picture.side];
        let figure = self
            .sheets
            .open(self.sheets.root(), Kind::Figure(strip_marks(picture.alternative), place));
        for item in picture.code.draw(left, top, picture.side) {
            self.sheets.put(figure, item);
        }
        let mut y = top + picture.side + quiet;
        let caption = self.sheets.open(self.sheets.root(), Kind::Paragraph);
        for line in lines(self.typeface, picture.caption, SMALL_QUIET, picture.side) {
            let x = left + (picture.side - line.width) / 2.0;
            self.draw(&line, x, y, Some(caption));
            y += line.height;
        }
        self.y = self.y.max(y);
    }

    fn say(&mut self, kind: Kind, set: &[Line]) {
        if !set.is_empty() {
            let part = self.sheets.open(self.sheets.root(), kind);
            self.pour(set, LEFT, part);
        }
    }

    fn pour(&mut self, set: &[Line], x: f32, part: PartId) {
        for line in set {
            if self.y + line.height > BOTTOM {
                self.turn();
            }
            self.draw(line, x, self.y, Some(part));
            self.y += line.height;
        }
    }

    /// Draws a line of a part, or of something that was read before.
    fn draw(&mut self, line: &Line, x: f32, y: f32, part: Option<PartId>) {
        for run in line.read() {
            let item = Item::Text {
                x: x + run.x,
                baseline: y + line.baseline,
                text: run.text,
                style: run.style,
            };
            match part {
                Some(part) => {
                    let part = if run.style.danish {
                        self.sheets.resume(part, Kind::Danish)
                    } else {
                        part
                    };
                    self.sheets.put(part, item);
                }
                None => self.sheets.mark(Role::Furniture, item),
            }
        }
    }

    fn ornament(&mut self, item: Item) {
        self.sheets.mark(Role::Ornament, item);
    }
}

/// What text in a style is.
fn kind(text: &str, style: Style) -> Kind {
    match style.heading {
        0 => Kind::Paragraph,
        level => Kind::Heading(level, strip_marks(text)),
    }
}

/// A section whose texts are broken into lines.
struct SetSection {
    heading: (Kind, Vec<Line>),
    text: Vec<Line>,
    table: SetTable,
}

impl SetSection {
    /// The height of what must stand together, with `after` under the table.
    fn beginning(&self, after: f32) -> f32 {
        let said: f32 = self.heading.1.iter().chain(&self.text).map(|line| line.height).sum();
        said + 2.0 * UNDER_HEADING + self.table.beginning(after)
    }
}
