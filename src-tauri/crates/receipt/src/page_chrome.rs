//! What stands on every page: the ribbon and the hatched edge of practice, the mark, whose document
//! it is, what it is not, and which page of how many. Hatch and word survive black-and-white print;
//! live has neither, which is the second sign.

use crate::document::Document;
use crate::lines::lines;
use crate::page::{
    DEEP_TURQUOISE, HEIGHT, INK, Item, LEFT, MEASURE, ON_TURQUOISE, QUIET, SMALL, Step, Style,
    TURQUOISE, WHITE, WIDTH, mm,
};
use crate::shapes;
use crate::structure::{Sheets, Turn};
use crate::typeface::Typeface;
use crate::wording::Wording;

const EDGE: f32 = mm(5.0);
const RIBBON: f32 = mm(10.0);
const RIBBON_TEXT: Style = Style::new(9.5, 1.42).coloured(ON_TURQUOISE);
const CHIP: Style = Style::new(9.5, 1.42).strong().tracked(0.14).coloured(WHITE);
const WORDMARK: Style = Style::new(13.0, 1.4).strong();
const RUNNING: Style = Style::new(9.0, 1.4).coloured(QUIET);
const FOOT: Style = Style::new(8.0, 1.4).coloured(SMALL);

/// Adds to each page what stands on every page. What it says is read aloud once: the ribbon before
/// everything else, the foot at the end.
pub(crate) fn dress(
    mut sheets: Sheets,
    typeface: &Typeface,
    wording: &Wording,
    document: &Document,
) -> Sheets {
    let count = sheets.pages.len();
    for index in 0..count {
        let own = sheets.take(index);
        if wording.is_practice() {
            let (band, words) = ribbon(typeface, &wording.get("receipt-ribbon"));
            sheets.furnish(index, hatch().into_iter().chain(band));
            if index == 0 {
                sheets.say(index, Turn::First, words, &own);
            } else {
                sheets.furnish(index, words);
            }
        }
        sheets.furnish(index, head(typeface, &document.running));
        sheets.give(index, own);
        let number = wording.with(
            "receipt-page",
            &[("page", &(index + 1).to_string()), ("pages", &count.to_string())],
        );
        let (line, words, number) = foot(typeface, &document.foot, number);
        sheets.furnish(index, line);
        if index + 1 == count {
            sheets.say(index, Turn::Last, words, &[]);
        } else {
            sheets.furnish(index, words);
        }
        sheets.furnish(index, number);
    }
    sheets
}

fn hatch() -> Vec<Item> {
    let mut items =
        vec![Item::Rectangle { x: 0.0, y: 0.0, width: EDGE, height: HEIGHT, colour: TURQUOISE }];
    // Stripes of 1 mm, 3.4 mm apart, at 45°: both √2 as high when measured along the edge.
    let (thickness, apart) = (mm(1.414), mm(4.808));
    let mut y = mm(3.4);
    while y < HEIGHT + EDGE {
        let outline = vec![
            Step::On(0.0, y),
            Step::On(EDGE, y - EDGE),
            Step::On(EDGE, y - EDGE + thickness),
            Step::On(0.0, y + thickness),
        ];
        items.push(Item::Shape { outline, colour: DEEP_TURQUOISE });
        y += apart;
    }
    items
}

/// The band, and the words on it.
fn ribbon(typeface: &Typeface, text: &str) -> ([Item; 2], [Item; 2]) {
    let band =
        Item::Rectangle { x: EDGE, y: 0.0, width: WIDTH - EDGE, height: RIBBON, colour: TURQUOISE };
    let word = "PRØVE";
    // The space after the last letter is not part of the word.
    let width = typeface.width(word, CHIP) - CHIP.tracking * CHIP.size;
    let height = mm(5.8);
    let chip = shapes::rounded(
        LEFT - mm(3.0),
        (RIBBON - height) / 2.0,
        width + mm(6.0),
        height,
        mm(1.0),
        DEEP_TURQUOISE,
    );
    let baseline = middle(CHIP, RIBBON / 2.0);
    let word = Item::Text { x: LEFT, baseline, text: format!("{word} "), style: CHIP };
    let text = Item::Text {
        x: LEFT + width + mm(7.0),
        baseline,
        text: text.to_owned(),
        style: RIBBON_TEXT,
    };
    ([band, chip], [word, text])
}

fn head(typeface: &Typeface, running: &str) -> Vec<Item> {
    let (top, size) = (mm(18.0), mm(7.0));
    let mut items: Vec<Item> = shapes::mark(LEFT, top, size).into();
    let name = Item::Text {
        x: LEFT + size + mm(2.4),
        baseline: middle(WORDMARK, top + size / 2.0),
        text: "Tilslut".into(),
        style: WORDMARK,
    };
    items.push(name);
    let x = LEFT + MEASURE - typeface.width(running, RUNNING);
    items.push(Item::Text {
        x,
        baseline: middle(RUNNING, top + size / 2.0),
        text: running.to_owned(),
        style: RUNNING,
    });
    items
}

/// A line, the words, and the number of the page.
fn foot(typeface: &Typeface, text: &str, number: String) -> ([Item; 1], Vec<Item>, [Item; 1]) {
    let number_width = typeface.width(&number, FOOT);
    let lines = lines(typeface, text, FOOT, MEASURE - number_width - mm(8.0));
    let height: f32 = lines.iter().map(|line| line.height).sum();
    let mut y = HEIGHT - mm(9.0) - height;
    let rule = Item::Rule { x: LEFT, y: y - mm(2.0), width: MEASURE, thickness: 0.75, colour: INK };
    let baseline = lines.first().map_or(y, |line| y + line.baseline);
    let mut words = Vec::new();
    for line in &lines {
        for run in line.read() {
            words.push(Item::Text {
                x: LEFT + run.x,
                baseline: y + line.baseline,
                text: run.text,
                style: run.style,
            });
        }
        y += line.height;
    }
    (
        [rule],
        words,
        [Item::Text { x: LEFT + MEASURE - number_width, baseline, text: number, style: FOOT }],
    )
}

/// The baseline that puts capitals in the middle of a height; they are 0.698 of the size in IBM
/// Plex Sans.
fn middle(style: Style, centre: f32) -> f32 {
    centre + 0.698 * style.size / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Environment, Language};

    #[test]
    fn the_ribbon_fits_the_sheet_in_both_languages() {
        let typeface = Typeface::load().unwrap();
        for language in [Language::Danish, Language::English] {
            let wording = Wording::new(language, Environment::Practice, typeface).unwrap();
            let (_, [_, Item::Text { x, text, style, .. }]) =
                ribbon(typeface, &wording.get("receipt-ribbon"))
            else {
                panic!("no text")
            };
            assert!(x + typeface.width(&text, style) <= LEFT + MEASURE, "{language:?}");
        }
    }
}
