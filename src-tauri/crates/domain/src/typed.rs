//! What people type and paste, without what nobody can see: the one way in for every text of a
//! person, whether it comes from the window, the command line or a file.
//!
//! A text that is copied out of a page, a PDF or a letter brings marks along that no screen shows:
//! a zero-width space, a soft hyphen, a byte order mark, a turn of the reading direction. Kept in
//! an e-mail address, a link never arrives; kept in a name, two equal names differ. Secrets are the
//! exception: a passphrase is what was typed, and `vault` says what is forgiven in it.

use std::borrow::Cow;

/// The text without what cannot be seen. White space stays, and so do the joiners U+200C and U+200D
/// where Persian, Indic and other scripts need them to be spelled right. Doing it twice changes
/// nothing.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(|c| is_invisible(c) || is_blank(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if is_blank(c) {
            kept.push(' ');
        } else if !is_invisible(c)
            || is_joiner(c)
                && joins(kept.chars().next_back(), rest.clone().find(|c| !is_invisible(*c)))
        {
            kept.push(c);
        }
    }
    Cow::Owned(kept)
}

/// Printable ASCII and nothing else, as most texts are: nothing in it is invisible, wide, or written
/// in two ways.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// [`visible`], white space folded to single spaces, ends trimmed: a text reads on the screen as it
/// is stored. Folding twice changes nothing.
pub fn fold(typed: &str) -> String {
    let mut folded = String::with_capacity(typed.len());
    for word in visible(typed).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// [`visible`], and the wide forms that East Asian keyboards give (U+FF01 to U+FF5E) as the plain
/// characters that they stand for: for numbers, codes and addresses, which have no letters of their
/// own in them.
pub fn narrow(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let text = visible(text);
    if text.chars().any(|c| narrowed(c) != c) {
        Cow::Owned(text.chars().map(narrowed).collect())
    } else {
        text
    }
}

/// [`narrow`], and the digits of every script as `0` to `9`: for numbers, which mean the same in
/// Arabic, Devanagari or Thai figures.
pub fn figures(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let text = narrow(text);
    let plain = |c: char| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c);
    if text.chars().any(|c| plain(c) != c) {
        Cow::Owned(text.chars().map(plain).collect())
    } else {
        text
    }
}

/// What a decimal digit of any script is worth (Unicode's `Nd`).
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    // Every Danish letter stands before the first of them.
    if code < ZEROS[0] {
        return None;
    }
    // The mathematical figures are five alphabets in a row.
    if let Some(place) = code.checked_sub(0x1D7CE).filter(|place| *place < 50) {
        return Some(place % 10);
    }
    ZEROS.iter().filter_map(|zero| code.checked_sub(*zero)).find(|value| *value < 10)
}

/// The zeros of the scripts that have figures of their own; one to nine follow each.
const ZEROS: [u32; 36] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

/// A character with those that look like it as one: capital, `O` as zero, `I` and `L` as one.
pub fn alike(typed: char) -> char {
    match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// A hyphen, a dash or a minus sign, in any of the forms that keyboards and word processors give.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// True for what changes a text without being seen: controls other than white space, joiners,
/// direction marks, fillers, tags and variation selectors (Unicode's
/// `Default_Ignorable_Code_Point`), and the marks of annotations and objects.
pub fn is_invisible(c: char) -> bool {
    let ignorable = matches!(
        u32::from(c),
        0xAD | 0x34F
            | 0x61C
            | 0x115F
            | 0x1160
            | 0x17B4
            | 0x17B5
            | 0x180B..=0x180F
            | 0x200B..=0x200F
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0x3164
            | 0xFE00..=0xFE0F
            | 0xFEFF
            | 0xFFA0
            | 0xFFF0..=0xFFFC
            | 0x1_3430..=0x1_343F
            | 0x1_BCA0..=0x1_BCA3
            | 0x1_D173..=0x1_D17A
            | 0xE_0000..=0xE_0FFF
    );
    ignorable || (c.is_control() && !c.is_whitespace())
}

/// The empty Braille cell: no white space to Unicode, and white on every screen.
fn is_blank(c: char) -> bool {
    c == '\u{2800}'
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A joiner means something after a letter of a script that is written joined, when another
/// follows, and at the end of a word after an Indic sign that silences the vowel.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let silences = |c| {
        matches!(
            c,
            '\u{94d}'
                | '\u{9cd}'
                | '\u{a4d}'
                | '\u{acd}'
                | '\u{b4d}'
                | '\u{bcd}'
                | '\u{c4d}'
                | '\u{ccd}'
                | '\u{d4d}'
                | '\u{dca}'
        )
    };
    before.is_some_and(is_joined) && (after.is_some_and(is_joined) || before.is_some_and(silences))
}

/// Arabic, Syriac, N'Ko, Mandaic, the Indic scripts, Myanmar, Khmer, Mongolian.
fn is_joined(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0620..=0x06FF | 0x0710..=0x08FF | 0x0900..=0x0DFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1820..=0x18AF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC
    )
}

fn narrowed(c: char) -> char {
    match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        // The small and the ideographic forms of what stands in an address.
        0xFE6B => '@',
        0x3002 | 0xFF61 => '.',
        _ => c,
    }
}

/// What two spellings of one name or mail address have in common: [`fold`]ed, and without regard to
/// case. For comparing only.
pub fn normalise(text: &str) -> String {
    fold(text).to_lowercase()
}

/// White space is single and nowhere else, as the rules of every day had it.
pub(crate) fn is_folded(stored: &str) -> bool {
    stored.split_whitespace().collect::<Vec<_>>().join(" ") == stored
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_seen_is_dropped_and_what_is_needed_stays() {
        for (typed, meant) in [
            ("bo\u{200b}@x.dk", "bo@x.dk"),
            ("\u{feff}Bo", "Bo"),
            ("Nord\u{ad}lys", "Nordlys"),
            ("a\u{2060}b\u{202e}c\u{2069}d\u{e0041}e\u{fe0f}f\u{7}g", "abcdefg"),
            ("Bo\tLund\n", "Bo\tLund\n"),
            ("Bo\u{2800}Lund", "Bo Lund"),
            // Persian "nemi-khaham", Hindi and Malayalam.
            ("نمی\u{200c}خواهم", "نمی\u{200c}خواهم"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("ന്\u{200d}", "ന്\u{200d}"),
            // Among Latin letters, doubled or at an end they mean nothing.
            ("B\u{200d}o\u{200c}", "Bo"),
            ("نمی\u{200c}\u{200b}\u{200c}خواهم\u{200c}", "نمی\u{200c}خواهم"),
        ] {
            assert_eq!(visible(typed), meant, "{typed:?}");
        }
    }

    #[test]
    fn wide_forms_are_the_plain_ones() {
        assert_eq!(narrow("ｂｏ＠ｘ．ｄｋ １３７４\u{200b}８１３６"), "bo@x.dk 13748136");
        assert!(matches!(narrow("bo@x.dk"), Cow::Borrowed(_)));
    }

    #[test]
    fn the_figures_of_every_script_are_numbers() {
        for text in [
            "١٣٧٤٨١٣٦",
            "۱۳۷۴۸۱۳۶",
            "१३७४८१३६",
            "๑๓๗๔๘๑๓๖",
            "１３７４８１３６",
            "𝟏𝟑𝟕𝟒𝟖𝟏𝟑𝟔",
            "𝟷𝟹𝟽𝟺𝟾𝟷𝟹𝟼",
        ] {
            assert_eq!(figures(text), "13748136", "{text}");
        }
        // A footnote's figure is none of the number that it stands behind.
        assert_eq!(figures("1374¹ ②"), "1374¹ ②");
    }

    #[test]
    fn characters_that_look_alike_are_one() {
        for (typed, meant) in
            [('o', '0'), ('O', '0'), ('l', '1'), ('I', '1'), ('k', 'K'), ('9', '9'), ('ø', 'ø')]
        {
            assert_eq!(alike(typed), meant);
        }
    }

    /// Marks that mean nothing in any text.
    pub(crate) fn sprinkled() -> impl Strategy<Value = char> {
        proptest::sample::select(vec![
            '\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{202e}', '\u{200e}', '\u{2066}',
            '\u{34f}', '\u{fe0f}', '\u{1}',
        ])
    }

    proptest! {
        #[test]
        fn dropping_twice_changes_nothing(text in "(\\PC|[\u{200b}-\u{200f}\u{ad}\u{2800}\u{600}-\u{6ff}\u{900}-\u{97f}\t ]){0,20}") {
            let (seen, plain) = (visible(&text).into_owned(), narrow(&text).into_owned());
            prop_assert_eq!((visible(&seen).into_owned(), narrow(&plain).into_owned()), (seen.clone(), plain.clone()));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn what_is_sprinkled_in_makes_no_difference(text in "[a-zæøå0-9 @.:-]{0,30}", marks in proptest::collection::vec((0usize..30, sprinkled()), 0..6)) {
            let mut with: Vec<char> = text.chars().collect();
            for (place, mark) in marks {
                with.insert(place.min(with.len()), mark);
            }
            let with: String = with.into_iter().collect();
            prop_assert_eq!(visible(&with).into_owned(), text);
        }
    }
}
