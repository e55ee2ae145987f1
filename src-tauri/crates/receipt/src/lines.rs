//! Breaks text into lines that fit a column. A word that is wider than the column, an e-mail
//! address or ten thousand letters in a row, is broken where it must be: nothing runs off the
//! sheet.

use crate::bidi::{APART, DANISH, HOME, JOINED, PLAIN, STRONG};
use crate::page::{Style, Weight};
use crate::typeface::{Typeface, is_hebrew};
use unicode_bidi::{BidiInfo, Level};

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Its parts of one style each, in the order in which they are read. Of text that is read from
    /// the right, each letter is a part, so that whoever takes the letters off the page finds them
    /// in this order.
    pub(crate) runs: Vec<Run>,
    /// From its left end to the end of its last letter, in points.
    pub(crate) width: f32,
    /// Its height, in points.
    pub(crate) height: f32,
    /// From its top down to the baseline, in points.
    pub(crate) baseline: f32,
    /// It ended at a space: who reads it aloud or copies it needs one there.
    pub(crate) spaced: bool,
}

/// A part of a line in one style.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) style: Style,
    /// From the left end of the line, in points.
    pub(crate) x: f32,
}

/// Ascender and descender of IBM Plex Sans, as multiples of the size (`hhea`).
const ASCENT: f32 = 1.025;
const DESCENT: f32 = 0.275;

impl Line {
    /// Its parts as they are read: with the space at which the line ended.
    pub(crate) fn read(&self) -> impl Iterator<Item = Run> {
        let mut runs = self.runs.clone();
        if let (true, Some(last)) = (self.spaced, runs.last_mut()) {
            if last.text.ends_with(is_hebrew) {
                let space = Run { text: " ".to_owned(), x: self.width, ..*last };
                runs.push(space);
            } else {
                last.text.push(' ');
            }
        }
        runs.into_iter()
    }
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    c: char,
    /// Odd for what is read from the right (UAX #9).
    level: u8,
    weight: Weight,
    danish: bool,
    advance: f32,
}

/// The lines of a text; [`STRONG`] and [`PLAIN`] in it change the weight. A no-break space holds
/// words together.
pub(crate) fn lines(typeface: &Typeface, text: &str, style: Style, width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line: Vec<Letter> = Vec::new();
    for word in words(&letters(typeface, text, style)) {
        let trailing = measure(&line);
        if !line.is_empty() && trailing + measure(trimmed(word)) > width {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while measure(trimmed(rest)) > width && rest.len() > 1 {
            let (fits, left) = rest.split_at(breaking_point(rest, width));
            lines.push(fits.to_vec());
            rest = left;
        }
        line.extend_from_slice(rest);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|letters| set(letters, style)).collect()
}

fn letters(typeface: &Typeface, text: &str, style: Style) -> Vec<Letter> {
    let (mut weight, mut danish) = (style.weight, style.danish);
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            STRONG => weight = Weight::SemiBold,
            PLAIN => weight = style.weight,
            DANISH => danish = true,
            HOME => danish = style.danish,
            APART | JOINED => {}
            _ => letters.push(Letter {
                c,
                level: 0,
                weight,
                danish,
                advance: typeface.advance(c, Style { weight, ..style }),
            }),
        }
    }
    if text.contains(APART) {
        letters.iter_mut().zip(levels(text)).for_each(|(letter, level)| letter.level = level);
    }
    letters
}

/// The level of each letter of a text that is read from the left as a whole (UAX #9, rules P1 to
/// I2).
fn levels(text: &str) -> Vec<u8> {
    let marked: String = text
        .chars()
        .filter(|c| !matches!(*c, STRONG | PLAIN | DANISH | HOME))
        .map(|c| match c {
            APART => '\u{2066}',
            JOINED => '\u{2069}',
            _ => c,
        })
        .collect();
    let told = BidiInfo::new(&marked, Some(Level::ltr()));
    let letters = marked.char_indices().filter(|(_, c)| !matches!(*c, '\u{2066}' | '\u{2069}'));
    letters.map(|(place, _)| told.levels.get(place).map_or(0, Level::number)).collect()
}

/// Where each letter of a line begins, from the left end of the line (UAX #9, rule L2).
fn placed(letters: &[Letter]) -> Vec<f32> {
    let levels: Vec<Level> =
        letters.iter().map(|letter| Level::new(letter.level).unwrap_or(Level::ltr())).collect();
    let mut places = vec![0.0; letters.len()];
    let mut x = 0.0;
    for index in BidiInfo::reorder_visual(&levels) {
        if let (Some(place), Some(letter)) = (places.get_mut(index), letters.get(index)) {
            *place = x;
            x += letter.advance;
        }
    }
    places
}

/// The words, each with the space after it.
fn words(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    letters.split_inclusive(|letter| letter.c == ' ')
}

fn trimmed(letters: &[Letter]) -> &[Letter] {
    let end = letters.iter().rposition(|letter| letter.c != ' ').map_or(0, |last| last + 1);
    letters.get(..end).unwrap_or(letters)
}

fn measure(letters: &[Letter]) -> f32 {
    letters.iter().map(|letter| letter.advance).sum()
}

/// How many letters of a word that is too wide go on this line: up to the last `@ . - _ / :` that
/// fits, else as many as fit. At least one.
fn breaking_point(word: &[Letter], width: f32) -> usize {
    let mut used = 0.0;
    let fits = word
        .iter()
        .take_while(|letter| {
            used += letter.advance;
            used <= width
        })
        .count()
        .max(1);
    let soft = word
        .iter()
        .take(fits)
        .rposition(|letter| matches!(letter.c, '@' | '.' | '-' | '_' | '/' | ':' | ']'));
    // A break near the left end would leave a line almost empty.
    soft.map(|place| place + 1).filter(|place| *place * 4 > fits).unwrap_or(fits)
}

fn set(letters: &[Letter], style: Style) -> Line {
    let spaced = letters.last().is_some_and(|letter| letter.c == ' ');
    let letters = trimmed(letters);
    let mut runs: Vec<Run> = Vec::new();
    let mut before = None;
    for (letter, x) in letters.iter().zip(placed(letters)) {
        match runs.last_mut() {
            Some(run) if joins(run, before, *letter) => run.text.push(letter.c),
            _ => {
                let style = Style { weight: letter.weight, danish: letter.danish, ..style };
                runs.push(Run { text: letter.c.to_string(), style, x });
            }
        }
        before = Some(letter.level);
    }
    let height = style.size * style.leading;
    Line {
        runs,
        width: measure(letters),
        height,
        baseline: (height - (ASCENT + DESCENT) * style.size) / 2.0 + ASCENT * style.size,
        spaced,
    }
}

/// True for a letter that goes on a part: of the same look, and to its right.
fn joins(run: &Run, before: Option<u8>, letter: Letter) -> bool {
    let level = before.is_some_and(|before| before == letter.level && before % 2 == 0);
    level && run.style.weight == letter.weight && run.style.danish == letter.danish
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<String> {
        let typeface = Typeface::load().unwrap();
        let style = Style::new(10.0, 1.4);
        let lines = lines(typeface, text, style, width);
        for line in &lines {
            let end =
                line.runs.last().map_or(0.0, |run| run.x + typeface.width(&run.text, run.style));
            assert!(end <= width + 0.01 || line.runs[0].text.chars().count() == 1, "{line:?}");
        }
        lines
            .iter()
            .map(|line| {
                line.runs
                    .iter()
                    .map(|run| run.text.as_str())
                    .collect::<String>()
                    .replace('\u{a0}', " ")
            })
            .collect()
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(broken("et to tre", 30.0), ["et to", "tre"]);
        assert_eq!(broken("et\u{a0}to tre", 30.0), ["et to", "tre"]);
        assert_eq!(broken("et to\u{a0}tre", 35.0), ["et", "to tre"]);
        assert_eq!(broken("", 30.0), Vec::<String>::new());
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_at_a_mark_or_anywhere() {
        assert_eq!(
            broken("mette@nordlystomrer.example", 100.0),
            ["mette@", "nordlystomrer.", "example"]
        );
        let long = "x".repeat(10_000);
        assert_eq!(broken(&long, 100.0).concat(), long);
        assert_eq!(broken("WW", 1.0), ["W", "W"]);
    }

    #[test]
    fn hebrew_is_read_in_its_order_and_stands_from_the_right() {
        let typeface = Typeface::load().unwrap();
        let mut legible = crate::bidi::Legible::new(typeface);
        let text = format!("{}, {} af", legible.strong("אבג 12 ד"), legible.text("הו ApS"));
        let [line] = &lines(typeface, &text, Style::new(10.0, 1.4), 1_000.0)[..] else {
            panic!("one line")
        };
        let read: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(read, "אבג 12 ד, הו ApS af");
        let mut seen = line.runs.clone();
        seen.sort_by(|one, next| one.x.total_cmp(&next.x));
        let seen: String = seen.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(seen, "ד 12 גבא, וה ApS af");
        let ends = line
            .runs
            .iter()
            .map(|run| run.x + typeface.width(&run.text, run.style))
            .fold(0.0, f32::max);
        assert!((ends - line.width).abs() < 0.01);
        assert!(
            line.runs
                .iter()
                .filter(|run| run.text == "א")
                .all(|run| run.style.weight == Weight::SemiBold)
        );
    }

    #[test]
    fn strong_text_is_a_run_of_its_own() {
        let lines =
            lines(Typeface::load().unwrap(), "a \u{1}b\u{2}.", Style::new(10.0, 1.4), 100.0);
        let runs: Vec<_> =
            lines[0].runs.iter().map(|run| (run.text.as_str(), run.style.weight)).collect();
        assert_eq!(
            runs,
            [("a ", Weight::Regular), ("b", Weight::SemiBold), (".", Weight::Regular)]
        );
    }
}
