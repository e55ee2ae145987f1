//! Text of a stranger as text that can be shown: nothing in it is drawn, hidden or turned round.

use domain::typed;
use mail_parser::decoders::html::html_to_text;
use unicode_normalization::UnicodeNormalization as _;

/// As many characters of a text are kept; a receipt has some thousands.
pub(crate) const TEXT_MAX: usize = 200_000;

/// As many characters of an HTML page are read; most of it is how it looks.
const PAGE_MAX: usize = 10 * TEXT_MAX;

/// As many characters of a single line (a subject, a name) are kept.
pub(crate) const LINE_MAX: usize = 1_000;

/// The text with one kind of line end, letters put together as fonts have them, and without what
/// cannot be seen: controls, marks of direction, fillers ([`typed::visible`]). True when the rest
/// was cut off.
pub(crate) fn text(of_a_stranger: &str) -> (String, bool) {
    let (kept, is_cut) = cut(of_a_stranger, TEXT_MAX);
    let mut lines = String::with_capacity(kept.len());
    let mut rest = kept.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                // A carriage return alone ends a line on some systems, and hides one on others.
                rest.next_if_eq(&'\n');
                lines.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => lines.push('\n'),
            other => lines.push(other),
        }
    }
    let seen: String = typed::visible(&lines).nfc().collect();
    let (seen, cut_again) = cut(seen.trim(), TEXT_MAX);
    (seen.to_owned(), is_cut || cut_again)
}

/// A single line: [`typed::fold`]ed.
pub(crate) fn line(of_a_stranger: &str) -> String {
    let (kept, _) = cut(of_a_stranger, LINE_MAX);
    typed::fold(kept).nfc().collect()
}

/// The words of an HTML page, as [`text`]: no tag, style, script or picture of it is left, and what
/// stands in cells and blocks of its own stays apart.
pub(crate) fn text_of_html(page: &str) -> (String, bool) {
    let (page, is_cut) = cut(page, PAGE_MAX);
    let (words, cut_again) = text(&html_to_text(&parted(page)));
    (words, is_cut || cut_again)
}

/// The library parts lines at `<br>` and after `<p>` only: a cell of a table would run into the
/// next.
fn parted(page: &str) -> String {
    let mut parted = String::with_capacity(page.len() + page.len() / 4);
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once('<') {
        parted.push_str(before);
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        let is = |known: &[&str]| known.iter().any(|tag| name.eq_ignore_ascii_case(tag));
        if is(&["td", "th"]) {
            parted.push(' ');
        } else if is(BLOCKS) {
            parted.push_str("<br>");
        }
        parted.push('<');
        rest = tag;
    }
    parted.push_str(rest);
    parted
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// The first characters of a text; true when there are more.
fn cut(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_hides_or_turns_text_is_gone() {
        for (given, shown) in [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("pay\u{202e}kcab", "paykcab"),
            ("Nord\u{200b}lys\u{0}\u{1b}[31m", "Nordlys[31m"),
            ("a\u{2028}b\u{85}c", "a\nb\nc"),
            ("A\u{30a}rhus", "Århus"),
            ("  \n x \n\n", "x"),
        ] {
            assert_eq!(text(given), (shown.to_owned(), false), "{given:?}");
        }
        assert_eq!(line("a\r\n b\tc\u{202e}"), "a b c");
    }

    #[test]
    fn a_text_has_an_end() {
        let (kept, is_cut) = text(&"ø".repeat(TEXT_MAX + 1));
        assert_eq!((kept.chars().count(), is_cut), (TEXT_MAX, true));
        assert_eq!(line(&"ø".repeat(LINE_MAX + 1)).chars().count(), LINE_MAX);
    }

    #[test]
    fn a_page_becomes_its_words() {
        let page = "<html><head><title>no</title><style>td{}</style></head><body>\
            <script>alert(1)</script><table><tr><td>Nordlys &amp; Co</td><td>13748136</td></tr>\
            <tr><td>a<td>b</table><div>c</div><div>d</div><img src='https://x.example/p.gif'>\
            <a href='https://x.example'>e</a><!-- <td>f</td> --></body></html>";
        let (words, _) = text_of_html(page);
        let lines: Vec<&str> = words.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        assert_eq!(lines, ["Nordlys & Co 13748136", "a b", "c", "d", "e"]);
    }

    const LIKE_A_PAGE: &str = "(<[a-z/!-]{0,4}|[^<]{0,6}|>|&[a-z#0-9]{0,5};?|-->){0,30}";

    proptest! {
        #[test]
        fn any_page_has_words_or_none(page in LIKE_A_PAGE) {
            let (words, _) = text_of_html(&page);
            let hides = |c| domain::typed::is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}');
            prop_assert!(!words.chars().any(hides), "{words:?}");
        }
    }
}
