//! Copies display lists into the pages of a PDF with printpdf. What printpdf leaves to do, `archive` does.

use crate::Trouble;
use crate::archive;
use crate::page::{Colour, HEIGHT, Item, Page, Role, Step, Style, WIDTH};
use crate::structure::{PartId, Sheets};
use crate::typeface::{Face, Typeface};
use printpdf::{
    Color, DictItem, FontId, LinePoint, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder,
};
use std::collections::BTreeMap;

/// The pages, with every run of their content named.
pub(crate) fn write(sheets: &Sheets, typeface: &Typeface) -> Result<lopdf::Document, Trouble> {
    let mut pdf = PdfDocument::new("");
    for face in Face::ALL {
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(typeface.font(face).clone()));
    }
    pdf.pages = sheets.pages.iter().map(|page| sheet(page, sheets, typeface)).collect();
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if warnings.is_empty() { Ok(file) } else { Err(Trouble::NotMade) }
}

/// The name of a face among the file's resources.
pub(crate) fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "PLEXRG",
        Face::SemiBold => "PLEXSB",
        Face::Beside => "BESIDE",
    };
    FontId(name.into())
}

fn sheet(page: &Page, sheets: &Sheets, typeface: &Typeface) -> PdfPage {
    let mut content = Vec::new();
    for run in page.items.chunk_by(|one, next| one.role == next.role) {
        let Some(first) = run.first() else { continue };
        content.push(begin(first.role, sheets));
        content.extend(run.iter().flat_map(|marked| operations(&marked.item, typeface)));
        content.push(Op::EndMarkedContent);
    }
    let mut sheet = PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), content);
    // Millimetres and back would round A4 a little.
    let whole = Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(exact(WIDTH)), height: Pt(exact(HEIGHT)), mode: None, winding_order: None };
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

fn operations(item: &Item, typeface: &Typeface) -> Vec<Op> {
    match item {
        Item::Text { x, baseline, text, style } => show(*x, *baseline, text, *style, typeface),
        Item::Rectangle { x, y, width, height, colour } => filled(*x, *y, *width, *height, *colour),
        Item::Rule { x, y, width, thickness, colour } => filled(*x, y - thickness / 2.0, *width, *thickness, *colour),
        Item::Shape { outline, colour } => {
            let ring = PolygonRing { points: outline.iter().flat_map(points).collect() };
            let polygon = Polygon { rings: vec![ring], mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
            vec![Op::SetFillColor { col: color(*colour) }, Op::DrawPolygon { polygon }]
        }
    }
}

fn show(x: f32, baseline: f32, text: &str, style: Style, typeface: &Typeface) -> Vec<Op> {
    let mut operations = vec![
        Op::StartTextSection,
        Op::SetCharacterSpacing { multiplier: exact(style.tracking * style.size) },
        Op::SetFillColor { col: color(style.colour) },
        Op::SetTextCursor { pos: point(x, baseline) },
    ];
    for (face, text) in in_faces(text, style, typeface) {
        operations.push(Op::SetFont { font: PdfFontHandle::External(font_id(face)), size: Pt(style.size) });
        operations.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
    operations.push(Op::EndTextSection);
    operations
}

/// The parts of a text that are drawn with one face each. A no-break space has done its work; it shares its glyph with the
/// space, and copied text should have that.
pub(crate) fn in_faces(text: &str, style: Style, typeface: &Typeface) -> Vec<(Face, String)> {
    let mut parts: Vec<(Face, String)> = Vec::new();
    for c in text.chars() {
        let c = if c == '\u{a0}' { ' ' } else { c };
        let face = typeface.face(c, style.weight);
        match parts.last_mut() {
            Some((last, part)) if *last == face => part.push(c),
            _ => parts.push((face, c.to_string())),
        }
    }
    parts
}

fn filled(x: f32, y: f32, width: f32, height: f32, colour: Colour) -> Vec<Op> {
    let corner = point(x, y + height);
    let rectangle = Rect {
        x: corner.x,
        y: corner.y,
        width: Pt(exact(width)),
        height: Pt(exact(height)),
        mode: Some(PaintMode::Fill),
        winding_order: Some(WindingOrder::NonZero),
    };
    vec![Op::SetFillColor { col: color(colour) }, Op::DrawRectangle { rectangle }]
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

/// Thousandths of a point are more than any printer shows.
pub(crate) fn exact(points: f32) -> f32 {
    (points * 1000.0).round() / 1000.0
}
