//! Copies display lists into a PDF with printpdf, and puts right what printpdf 0.12.8 gets wrong (`pdf.md` §2): fixed
//! font names, an /ID that follows from the content, a language, honest metadata instead of a claim to be PDF/X.

use crate::Trouble;
use crate::document::Document;
use crate::page::{Colour, HEIGHT, Item, Page, Step, Style, WIDTH};
use crate::typeface::{Typeface, Weight};
use domain::Language;
use lopdf::{Dictionary, Object, StringFormat, text_string};
use printpdf::{
    Color, FontId, LinePoint, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt,
    Rect, Rgb, TextItem, WindingOrder,
};
use sha2::{Digest as _, Sha256};

const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::SemiBold];

/// The file.
pub(crate) fn write(pages: &[Page], typeface: &Typeface, language: Language, document: &Document) -> Result<Vec<u8>, Trouble> {
    let mut pdf = PdfDocument::new(&document.title);
    for weight in WEIGHTS {
        pdf.resources.fonts.map.insert(font_id(weight), PdfFont::new(typeface.font(weight).clone()));
    }
    pdf.pages = pages.iter().map(sheet).collect();
    let mut warnings = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if !warnings.is_empty() {
        return Err(Trouble::NotMade);
    }
    describe(&mut file, language, document)?;
    file.compress();
    // The /ID names this content, not this process.
    file.trailer.remove(b"ID");
    let id = Sha256::digest(saved(&mut file)?);
    let id = Object::String(id.iter().take(16).copied().collect(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    saved(&mut file)
}

fn saved(file: &mut lopdf::Document) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| Trouble::NotMade)?;
    Ok(bytes)
}

/// What the file says about itself.
fn describe(file: &mut lopdf::Document, language: Language, document: &Document) -> Result<(), Trouble> {
    "1.7".clone_into(&mut file.version);
    let date = Object::string_literal(document.made.as_str());
    let about = Dictionary::from_iter([
        ("Title", text_string(&document.title)),
        ("Subject", text_string(&document.subject)),
        ("Creator", text_string("Tilslut")),
        ("Producer", text_string("Tilslut, printpdf")),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    let place = file.trailer.get(b"Info").and_then(Object::as_reference).map_err(|_| Trouble::NotMade)?;
    file.set_object(place, about);
    let catalog = file.catalog_mut().map_err(|_| Trouble::NotMade)?;
    // BCP 47.
    let tag = match language {
        Language::Danish => "da-DK",
        Language::English => "en",
    };
    catalog.set("Lang", Object::string_literal(tag));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    Ok(())
}

fn font_id(weight: Weight) -> FontId {
    match weight {
        Weight::Regular => FontId("PLEXRG".into()),
        Weight::SemiBold => FontId("PLEXSB".into()),
    }
}

fn sheet(page: &Page) -> PdfPage {
    let mut sheet = PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), page.items.iter().flat_map(operations).collect());
    // Millimetres and back would round A4 a little.
    let whole = Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(exact(WIDTH)), height: Pt(exact(HEIGHT)), mode: None, winding_order: None };
    sheet.media_box = whole.clone();
    sheet.trim_box = whole.clone();
    sheet.crop_box = whole;
    sheet
}

fn operations(item: &Item) -> Vec<Op> {
    match item {
        Item::Text { x, baseline, text, style } => show(*x, *baseline, text, *style),
        Item::Rectangle { x, y, width, height, colour } => filled(*x, *y, *width, *height, *colour),
        Item::Rule { x, y, width, thickness, colour } => filled(*x, y - thickness / 2.0, *width, *thickness, *colour),
        Item::Shape { outline, colour } => {
            let ring = PolygonRing { points: outline.iter().flat_map(points).collect() };
            let polygon = Polygon { rings: vec![ring], mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
            vec![Op::SetFillColor { col: color(*colour) }, Op::DrawPolygon { polygon }]
        }
    }
}

fn show(x: f32, baseline: f32, text: &str, style: Style) -> Vec<Op> {
    vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(font_id(style.weight)), size: Pt(style.size) },
        Op::SetCharacterSpacing { multiplier: exact(style.tracking * style.size) },
        Op::SetFillColor { col: color(style.colour) },
        Op::SetTextCursor { pos: point(x, baseline) },
        // A no-break space has done its work; it shares its glyph with the space, and copied text should have that.
        Op::ShowText { items: vec![TextItem::Text(text.replace('\u{a0}', " "))] },
        Op::EndTextSection,
    ]
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
fn exact(points: f32) -> f32 {
    (points * 1000.0).round() / 1000.0
}
