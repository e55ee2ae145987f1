//! Copies display lists into the pages of a PDF with printpdf. What printpdf leaves to do,
//! `archive` does.

use crate::Error;
use crate::archive;
use crate::letters::{Letters, in_faces};
use crate::page::{Colour, HEIGHT, Item, Page, PartId, Role, Step, Style, WIDTH, exact};
use crate::structure::Sheets;
use crate::typeface::{Face, Typeface};
use printpdf::{
    Color, DictItem, LinePoint, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder,
};
use std::collections::BTreeMap;

/// The pages, with every run of their content named.
pub(crate) fn write(
    sheets: &Sheets,
    letters: &Letters,
    typeface: &Typeface,
) -> Result<lopdf::Document, Error> {
    let mut pdf = PdfDocument::new("");
    for (face, letters) in letters {
        pdf.resources.fonts.map.insert(face.id(), PdfFont::new(typeface.excerpt(*face, letters)));
    }
    pdf.pages = sheets.pages.iter().map(|page| sheet(page, sheets, typeface)).collect();
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if warnings.is_empty() { Ok(file) } else { Err(Error::NotMade) }
}

fn sheet(page: &Page, sheets: &Sheets, typeface: &Typeface) -> PdfPage {
    let mut content = Vec::new();
    let mut pen = Pen::default();
    for run in page.items.chunk_by(|one, next| one.role == next.role) {
        let Some(first) = run.first() else { continue };
        content.push(begin(first.role, sheets));
        for marked in run {
            pen.draw(&marked.item, typeface, &mut content);
        }
        content.push(Op::EndMarkedContent);
    }
    let mut sheet = PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), content);
    // Millimetres and back would round A4 a little.
    let whole = Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(exact(WIDTH)),
        height: Pt(exact(HEIGHT)),
        mode: None,
        winding_order: None,
    };
    sheet.media_box = whole.clone();
    sheet.trim_box = whole.clone();
    sheet.crop_box = whole;
    sheet
}

/// Opens a run of content: what it is, or that it is nothing to be read.
fn begin(role: Role, sheets: &Sheets) -> Op {
    let (tag, key, value) = match role {
        Role::Content { part, run } => (tag(part, sheets), "MCID", DictItem::Int(i64::from(run))),
        Role::Furniture => ("Artifact", "Type", DictItem::Name(b"Pagination".to_vec())),
        Role::Ornament => ("Artifact", "Type", DictItem::Name(b"Layout".to_vec())),
    };
    let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

fn tag(part: PartId, sheets: &Sheets) -> &'static str {
    sheets.part(part).map_or("Span", |part| archive::tag(&part.kind))
}

/// What was chosen last on a page. It stays chosen until another choice, so it is said again only
/// when it changes.
#[derive(Debug, Default)]
struct Pen {
    colour: Option<Colour>,
    font: Option<(Face, f32)>,
    /// Extra space after each character, in points.
    spacing: f32,
}

impl Pen {
    fn draw(&mut self, item: &Item, typeface: &Typeface, content: &mut Vec<Op>) {
        match item {
            Item::Text { x, baseline, text, style } => {
                self.show([*x, *baseline], text, *style, typeface, content)
            }
            Item::Rectangle { x, y, width, height, colour } => {
                self.fill([*x, *y, *width, *height], *colour, content)
            }
            Item::Rule { x, y, width, thickness, colour } => {
                self.fill([*x, y - thickness / 2.0, *width, *thickness], *colour, content)
            }
            Item::Shape { outline, colour } => {
                self.choose(*colour, content);
                let ring = PolygonRing { points: outline.iter().flat_map(points).collect() };
                let polygon = Polygon {
                    rings: vec![ring],
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                };
                content.push(Op::DrawPolygon { polygon });
            }
        }
    }

    fn show(
        &mut self,
        [x, baseline]: [f32; 2],
        text: &str,
        style: Style,
        typeface: &Typeface,
        content: &mut Vec<Op>,
    ) {
        content.push(Op::StartTextSection);
        let spacing = exact(style.tracking * style.size);
        if spacing != self.spacing {
            self.spacing = spacing;
            content.push(Op::SetCharacterSpacing { multiplier: spacing });
        }
        self.choose(style.colour, content);
        content.push(Op::SetTextCursor { pos: point(x, baseline) });
        for (face, text) in in_faces(text, style, typeface) {
            if self.font.replace((face, style.size)) != Some((face, style.size)) {
                content.push(Op::SetFont {
                    font: PdfFontHandle::External(face.id()),
                    size: Pt(style.size),
                });
            }
            content.push(Op::ShowText { items: vec![TextItem::Text(text)] });
        }
        content.push(Op::EndTextSection);
    }

    fn fill(&mut self, [x, y, width, height]: [f32; 4], colour: Colour, content: &mut Vec<Op>) {
        self.choose(colour, content);
        let corner = point(x, y + height);
        let rectangle = Rect {
            x: corner.x,
            y: corner.y,
            width: Pt(exact(width)),
            height: Pt(exact(height)),
            mode: Some(PaintMode::Fill),
            winding_order: Some(WindingOrder::NonZero),
        };
        content.push(Op::DrawRectangle { rectangle });
    }

    fn choose(&mut self, colour: Colour, content: &mut Vec<Op>) {
        if self.colour.replace(colour) != Some(colour) {
            content.push(Op::SetFillColor { col: color(colour) });
        }
    }
}

fn points(step: &Step) -> Vec<LinePoint> {
    let at = |x, y, bezier| LinePoint { p: point(x, y), bezier };
    match *step {
        Step::On(x, y) => vec![at(x, y, false)],
        Step::Curve([a, b, c, d, x, y]) => vec![at(a, b, true), at(c, d, true), at(x, y, false)],
    }
}

/// PDF counts upwards.
fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(exact(x)), y: Pt(exact(HEIGHT - y)) }
}

fn color(Colour(red, green, blue): Colour) -> Color {
    let share = |part: u8| f32::from(part) / 255.0;
    Color::Rgb(Rgb { r: share(red), g: share(green), b: share(blue), icc_profile: None })
}
