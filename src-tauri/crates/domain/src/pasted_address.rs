//! An e-mail address among what was copied along with it: the name of its owner, the brackets and
//! signs of a letter or of a list of contacts, the scheme of a link. What is left may still be no
//! address; [`crate::person::EmailAddress`] says so.

use crate::typed::narrow;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// What may stand around an address, each opening with its closing. None of them can be a part of
/// one, as braces can.
const BRACKETS: [(char, char); 3] = [('<', '>'), ('[', ']'), ('(', ')')];

/// Words that name a field of a letter or of a form, as they stand before its colon.
const LABELS: [&str; 12] = [
    "mail",
    "e-mail",
    "email",
    "e-mailadresse",
    "mailadresse",
    "e-mail address",
    "email address",
    "til",
    "to",
    "fra",
    "from",
    "cc",
];

/// The address that was meant; the whole where there is nothing around it, and none when more than
/// one could be meant.
pub(crate) fn address(pasted: &str) -> Option<Cow<'_, str>> {
    let pasted = unwrapped(pasted);
    let braced = pasted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let pasted = braced.map_or(pasted, unwrapped);
    // A link as Markdown has it, and as some programs copy it.
    let linked = pasted.strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    if let Some((shown, link)) = linked.and_then(|linked| linked.split_once("](")) {
        let (shown, link) = (plain(shown), plain(link));
        return (shown == link || !shown.contains('@')).then_some(link);
    }
    for (open, close) in BRACKETS {
        let Some((before, rest)) = pasted.split_once(open) else {
            // "bo@x.dk>": a part of something else.
            if pasted.contains(close) {
                return None;
            }
            continue;
        };
        if before.ends_with('@') {
            // "bo@[127.0.0.1]": a part of the address, whatever that is worth.
            break;
        }
        let (inside, after) = rest.split_once(close)?;
        if [before, inside, after].iter().any(|part| part.contains([open, close])) {
            return None;
        }
        let is_address = |part: &str| plain(part).contains('@');
        return match (is_address(before), is_address(inside), is_address(after)) {
            // "Bo Lund <bo@x.dk>", "Bo Lund (bo@x.dk)", "Bo Lund [mailto:bo@x.dk]".
            (false, true, false) if unwrapped(after).is_empty() => Some(plain(inside)),
            // Some programs write the address where the name would be, too.
            (true, true, false) if unwrapped(after).is_empty() => {
                let (name, address) = (address(before)?, plain(inside));
                (name == address).then_some(address)
            }
            // "bo@x.dk (Bo Lund)", and "<Bo Lund> bo@x.dk".
            (true, false, false) if unwrapped(after).is_empty() => Some(plain(before)),
            (false, false, true) if unwrapped(before).is_empty() => Some(plain(after)),
            _ => None,
        };
    }
    Some(plain(pasted))
}

/// Without white space, quotation marks and the signs that end a clause around it. Of full stops
/// one: "bo@x.dk.." was a slip.
fn unwrapped(pasted: &str) -> &str {
    let around = |c: char| {
        let quotes = ['"', '\'', '`', '´', '«', '»', '‹', '›'];
        c.is_whitespace() || quotes.contains(&c) || matches!(c, '\u{2018}'..='\u{201f}')
    };
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '!');
    let text = pasted.trim_matches(around).trim_end_matches(ends).trim_end_matches(around);
    let one = text.strip_suffix('.').filter(|rest| !rest.ends_with('.'));
    one.unwrap_or(text).trim_end_matches(ends).trim_matches(around)
}

/// Without what names it as an address: the word of a field, the scheme of a link. A link is
/// written with signs for some characters, and may carry a subject.
fn plain(pasted: &str) -> Cow<'_, str> {
    let mut text = unwrapped(pasted);
    if text.eq_ignore_ascii_case("mailto") {
        // A link that was copied without its address.
        return Cow::Borrowed("");
    }
    while let Some((label, rest)) = text.split_once(':') {
        let label = label.trim().to_lowercase();
        if label == "mailto" {
            return linked(rest);
        }
        if !LABELS.contains(&label.as_str()) {
            break;
        }
        text = unwrapped(rest);
    }
    Cow::Borrowed(text)
}

/// The address of a link: `mailto:bo%40x.dk?subject=Hej` (RFC 6068).
fn linked(link: &str) -> Cow<'_, str> {
    let link = unwrapped(link.trim_start_matches('/'));
    let (address, fields) = link.split_once('?').unwrap_or((link, ""));
    let to = |field: &str| {
        let (name, value) = field.split_once('=')?;
        name.eq_ignore_ascii_case("to").then(|| value.to_owned())
    };
    let named = fields.split('&').find_map(to).filter(|_| address.is_empty());
    let address = named.map_or(Cow::Borrowed(address), Cow::Owned);
    match decoded(&address) {
        // What is written with signs may be one that cannot be seen.
        Some(text) => Cow::Owned(unwrapped(&narrow(&text).nfc().collect::<String>()).to_owned()),
        None => Cow::Owned(unwrapped(&address).to_owned()),
    }
}

/// The text that percent signs stand for; none where they stand for nothing.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.split('%');
    bytes.extend_from_slice(rest.next()?.as_bytes());
    for part in rest {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_found_among_what_was_copied_with_it() {
        for pasted in [
            "mailto:bo@x.dk",
            "mailto://bo@x.dk",
            "MAILTO:bo@x.dk",
            "Mailto: bo@x.dk",
            "mailto:bo%40x.dk",
            "mailto:bo@x.dk?subject=Hej%20Bo&cc=ida@x.dk",
            "mailto:?to=bo@x.dk&subject=Hej",
            "<bo@x.dk>",
            "<mailto:bo@x.dk>",
            "Bo Lund <bo@x.dk>",
            "Bo Lund (bo@x.dk)",
            "Bo Lund [bo@x.dk]",
            "Bo Lund [mailto:bo@x.dk]",
            "\"Lund, Bo\" <bo@x.dk>;",
            "Bo Lund (Nordlys) <bo@x.dk>",
            "bo@x.dk (Bo Lund)",
            "bo@x.dk <bo@x.dk>",
            "bo@x.dk<mailto:bo@x.dk>",
            "bo@x.dk (mailto:bo@x.dk)",
            "[bo@x.dk](mailto:bo@x.dk)",
            "[Skriv til Bo](mailto:bo@x.dk)",
            "(bo@x.dk)",
            "(bo@x.dk).",
            "bo@x.dk,",
            "bo@x.dk;,",
            "bo@x.dk!",
            "\u{201e}bo@x.dk\u{201c}",
            "‹bo@x.dk›",
            "`bo@x.dk`",
            "E-mail: bo@x.dk",
            "e-mail : <bo@x.dk>",
            "Til: Bo Lund <bo@x.dk>",
        ] {
            assert_eq!(address(pasted).as_deref(), Some("bo@x.dk"), "{pasted}");
        }
        assert_eq!(address("mailto:bo%2Blund@x.dk").as_deref(), Some("bo+lund@x.dk"));
        assert_eq!(address("mailto:bo@bl%C3%A5b%C3%A6r.dk").as_deref(), Some("bo@blåbær.dk"));
        assert_eq!(address("mailto:bo%E2%80%8B@x.dk").as_deref(), Some("bo@x.dk"));
        assert_eq!(address("mailto:bo%@x.dk").as_deref(), Some("bo%@x.dk"));
    }

    #[test]
    fn of_more_than_one_address_none_is_chosen() {
        for pasted in [
            "Bo <bo@x.dk>, Ida <ida@x.dk>",
            "ida@x.dk <bo@x.dk>",
            "bo@x.dk (ida@x.dk)",
            "[ida@x.dk](mailto:bo@x.dk)",
            "bo@x.dk>",
            "(bo@x.dk",
            "<bo@x.dk> Ida",
        ] {
            assert_eq!(address(pasted), None, "{pasted}");
        }
        // Left as they are, with two of the sign that parts an address.
        for pasted in ["bo@x.dk, ida@x.dk", "mailto:bo@x.dk%2Cida@x.dk", "bo@x.dk / ida@x.dk"] {
            assert!(address(pasted).is_some_and(|it| it.matches('@').count() == 2), "{pasted}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken_without_a_panic(text in "(mailto:|[a-z@<>()\\[\\]{}.,;:%?=& \"'æ\u{200b}]|%[0-9A-F]{2}){0,24}", other in ".*") {
            let _ = (address(&text), address(&other));
        }

        #[test]
        fn what_was_found_is_found_again(local in "[a-z]{1,8}", host in "[a-z]{1,8}[.]dk", before in "(Bo Lund <|<|\\(|mailto:|E-mail: |)") {
            let close = match before.chars().last() { Some('<') => ">", Some('(') => ")", _ => "" };
            let meant = format!("{local}@{host}");
            let pasted = format!("{before}{meant}{close}");
            let found = address(&pasted).map(Cow::into_owned);
            prop_assert_eq!(found, Some(meant));
        }
    }
}
