//! What stands on a page and where, in reading order, before any file format is chosen. Layout
//! fills these lists and the PDF writer only copies them, so that neither has to know the other.
//!
//! Measures are points (1/72 inch) from the upper left corner of the sheet, downwards.

/// A4.
pub(crate) const WIDTH: f32 = mm(210.0);
/// A4.
pub(crate) const HEIGHT: f32 = mm(297.0);

/// The left edge of the text.
pub(crate) const LEFT: f32 = mm(25.0);
/// The width of the text.
pub(crate) const MEASURE: f32 = WIDTH - LEFT - mm(18.0);

/// Millimetres, which the drawings are in, as points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// One sheet.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Marked>,
}

/// One thing on a sheet, and what it is there for.
#[derive(Debug)]
pub(crate) struct Marked {
    pub(crate) role: Role,
    pub(crate) item: Item,
}

/// Names a part within its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartId(pub(crate) usize);

impl PartId {
    /// Its place among the parts.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// Why something stands on a sheet (ISO 32000-1, §14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is read: the run of content with this number on its sheet, of a part of the document.
    Content { part: PartId, run: u32 },
    /// It is repeated on every sheet: head, foot, ribbon, the head of a table that goes on.
    Furniture,
    /// It is only looked at: lines, and signs beside a word that says the same.
    Ornament,
}

/// One thing that can be drawn.
#[derive(Debug)]
pub(crate) enum Item {
    /// Text on one line; `x` is its left end and `baseline` what the letters stand on.
    Text { x: f32, baseline: f32, text: String, style: Style },
    /// A filled rectangle; `x` and `y` are its upper left corner.
    Rectangle { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    /// A horizontal rule.
    Rule { x: f32, y: f32, width: f32, thickness: f32, colour: Colour },
    /// A filled outline.
    Shape { outline: Vec<Step>, colour: Colour },
}

/// One step along an outline; the first is where it begins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// Straight to a point.
    On(f32, f32),
    /// A cubic Bézier curve: two control points and the end.
    Curve([f32; 6]),
}

/// How thick the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    /// In points.
    pub(crate) size: f32,
    /// Distance between lines, as a multiple of the size.
    pub(crate) leading: f32,
    /// Extra space after each character, as a multiple of the size.
    pub(crate) tracking: f32,
    pub(crate) colour: Colour,
    /// Which level of heading text in this style is; 0 is no heading.
    pub(crate) heading: u8,
    /// Danish words in a document of another language.
    pub(crate) danish: bool,
}

impl Style {
    pub(crate) const fn new(size: f32, leading: f32) -> Self {
        Self {
            weight: Weight::Regular,
            size,
            leading,
            tracking: 0.0,
            colour: INK,
            heading: 0,
            danish: false,
        }
    }

    const fn heads(self, level: u8) -> Self {
        Self { heading: level, ..self }
    }

    pub(crate) const fn strong(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    pub(crate) const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    pub(crate) const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
}

/// Red, green and blue, as on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// The sizes of the drawings.
pub(crate) const TITLE: Style = Style::new(19.0, 1.2).strong().heads(1);
pub(crate) const HEADING: Style = Style::new(11.5, 1.4).strong().heads(2);
pub(crate) const SAY: Style = Style::new(11.5, 1.45);
pub(crate) const TEXT: Style = Style::new(10.0, 1.4);
pub(crate) const SMALL_QUIET: Style = Style::new(8.5, 1.4).coloured(QUIET);

/// The colours of the drawings (`mock/STYLE.md`): all text reaches 6 : 1 on its ground.
pub(crate) const INK: Colour = Colour(0x1f, 0x1b, 0x1f);
pub(crate) const BLACK: Colour = Colour(0, 0, 0);
pub(crate) const QUIET: Colour = Colour(0x5c, 0x56, 0x5c);
pub(crate) const SMALL: Colour = Colour(0x3d, 0x38, 0x3d);
pub(crate) const LINE: Colour = Colour(0x85, 0x7d, 0x84);
pub(crate) const WHITE: Colour = Colour(0xff, 0xff, 0xff);
pub(crate) const PLUM: Colour = Colour(0x5b, 0x2b, 0x63);
pub(crate) const LILAC: Colour = Colour(0xa4, 0x74, 0xb0);
pub(crate) const TURQUOISE: Colour = Colour(0x7f, 0xdf, 0xd5);
pub(crate) const DEEP_TURQUOISE: Colour = Colour(0x12, 0x62, 0x5c);
pub(crate) const ON_TURQUOISE: Colour = Colour(0x07, 0x2f, 0x2c);

/// Thousandths of a point are more than any printer shows.
pub(crate) fn exact(points: f32) -> f32 {
    (points * 1000.0).round() / 1000.0
}
