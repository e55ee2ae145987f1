//! Which organisation a mail speaks of: the CVR numbers in its subject and text, and whether the
//! name of a given organisation stands there, each with its place, so that a window can mark it.
//!
//! It says nothing of the signature. Anybody can write a number; a signed mail can be about
//! somebody else.

use crate::message::Mail;
use domain::cvr::CvrNumber;
pub use domain::official_mail::Belonging;
use domain::typed;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// As many numbers and names are told.
const FOUND_MAX: usize = 100;

/// The part of a mail that something was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// [`Mail::subject`].
    Subject,
    /// [`Mail::text`].
    Text,
}

/// A place in a mail: bytes of one of its texts, on the borders of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRange {
    /// Which text.
    pub part: Part,
    /// Which bytes of it.
    pub bytes: Range<usize>,
}

/// A number in a mail that is a sound CVR number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub cvr: CvrNumber,
    /// Whether a word before it says that it is one (`CVR`, `DK`). Every eleventh telephone number
    /// is sound by chance.
    pub named: bool,
    /// Where it stands.
    pub place: TextRange,
}

/// What was found in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matches {
    /// Every sound number, in the order of the mail.
    pub numbers: Vec<Number>,
    /// Every place of the organisation's name.
    pub names: Vec<TextRange>,
    /// Whether one of the numbers is the organisation's.
    pub number_found: bool,
    /// What that comes to.
    pub belonging: Belonging,
}

impl Matches {
    /// Whether the organisation's name was found.
    pub fn name_found(&self) -> bool {
        !self.names.is_empty()
    }

    /// The numbers that are named as such and are not the organisation's, each once.
    pub fn others(&self, cvr: CvrNumber) -> Vec<CvrNumber> {
        let mut others: Vec<CvrNumber> = Vec::new();
        for number in self.numbers.iter().filter(|number| number.named && number.cvr != cvr) {
            if !others.contains(&number.cvr) {
                others.push(number.cvr);
            }
        }
        others
    }
}

/// Looks for an organisation in a mail.
pub fn find(mail: &Mail, cvr: CvrNumber, name: &str) -> Matches {
    let (mut numbers, mut names) = (Vec::new(), Vec::new());
    for (part, text) in [(Part::Subject, &mail.subject), (Part::Text, &mail.text)] {
        numbers.extend(numbers_in(text).into_iter().map(|(cvr, named, bytes)| Number {
            cvr,
            named,
            place: TextRange { part, bytes },
        }));
        names.extend(places_of(name, text).map(|bytes| TextRange { part, bytes }));
    }
    let number_found = numbers.iter().any(|number| number.cvr == cvr);
    let another = numbers.iter().any(|number| number.named && number.cvr != cvr);
    let belonging = match (number_found, another, names.is_empty()) {
        (true, _, _) | (false, false, false) => Belonging::Belongs,
        (false, true, _) => Belonging::Another,
        (false, false, true) => Belonging::Silent,
    };
    names.truncate(FOUND_MAX);
    // The organisation's own first, should there be more than are told.
    if numbers.len() > FOUND_MAX {
        numbers.sort_by_key(|number| number.cvr != cvr);
        numbers.truncate(FOUND_MAX);
    }
    Matches { numbers, names, number_found, belonging }
}

/// Eight digits together or in the groups that people set, with one space, dot or hyphen between
/// them.
const GROUPS: [&[usize]; 4] = [&[8], &[2, 2, 2, 2], &[4, 4], &[2, 3, 3]];

/// The sound numbers of a text, whether each is named as one, and where it stands.
fn numbers_in(text: &str) -> Vec<(CvrNumber, bool, Range<usize>)> {
    let groups = groups_of_digits(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = groups.get(at..).filter(|rest| !rest.is_empty()) {
        let number = GROUPS.iter().find_map(|lengths| {
            let groups = rest.get(..lengths.len())?;
            Some((number_of(text, groups, lengths)?, lengths.len()))
        });
        match number {
            Some((number, taken)) => {
                found.push(number);
                at += taken;
            }
            None => at += 1,
        }
    }
    found
}

/// Digits that touch each other: where they stand, and how many they are.
fn groups_of_digits(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut groups: Vec<(Range<usize>, usize)> = Vec::new();
    for (start, c) in text.char_indices().filter(|(_, c)| typed::digit(*c).is_some()) {
        let end = start + c.len_utf8();
        match groups.last_mut() {
            Some((group, count)) if group.end == start => {
                group.end = end;
                *count += 1;
            }
            _ => groups.push((start..end, 1)),
        }
    }
    groups
}

/// The number that these groups make, if they do.
fn number_of(
    text: &str,
    groups: &[(Range<usize>, usize)],
    lengths: &[usize],
) -> Option<(CvrNumber, bool, Range<usize>)> {
    if !groups.iter().map(|(_, count)| count).eq(lengths) {
        return None;
    }
    let apart = groups.windows(2).all(|pair| match pair {
        [(one, _), (next, _)] => text.get(one.end..next.start).is_some_and(joins),
        _ => false,
    });
    let run = groups.first()?.0.start..groups.last()?.0.end;
    let (before, after) = (text.get(..run.start)?, text.get(run.end..)?);
    // A number that is part of a word is a code of some kind, but for the two letters before it.
    let in_a_word = before.chars().next_back().is_some_and(char::is_alphanumeric)
        && !ends_with_country(before)
        || after.chars().next().is_some_and(char::is_alphanumeric);
    if !apart || in_a_word {
        return None;
    }
    let plain: String =
        typed::figures(text.get(run.clone())?).chars().filter(char::is_ascii_digit).collect();
    Some((CvrNumber::parse(&plain).ok()?, is_named(before), run))
}

fn joins(between: &str) -> bool {
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.') || typed::is_dash(c),
        _ => false,
    }
}

fn ends_with_country(before: &str) -> bool {
    let mut last = before.chars().rev();
    let country = [last.next(), last.next()].map(|c| c.map(|c| c.to_ascii_uppercase()));
    // `www.nordlys.dk 96 27 31 18` is an address and a telephone number.
    country == [Some('K'), Some('D')]
        && !last.next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '@'))
}

/// A word for the number within the last characters before it, on the same line or the one before.
fn is_named(before: &str) -> bool {
    const NEAR: usize = 24;
    let near: String =
        before.chars().rev().take(NEAR).collect::<Vec<_>>().into_iter().rev().collect();
    let near = near.to_lowercase();
    // What stands behind another number names that one.
    let near = near.rsplit(|c: char| typed::digit(c).is_some()).next().unwrap_or_default();
    near.contains("cvr") || ends_with_country(before.trim_end_matches([' ', '-', '\u{a0}']))
}

/// The places of a name in a text, without regard to case and to how white space is set, as whole
/// words.
fn places_of(name: &str, text: &str) -> impl Iterator<Item = Range<usize>> {
    let wanted: Vec<char> = typed::normalise(name).nfc().collect();
    let mut letters: Vec<(char, usize, usize)> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if c.is_whitespace() {
            if letters.last().is_none_or(|(last, ..)| *last != ' ') {
                letters.push((' ', start, end));
            }
        } else {
            letters.extend(c.to_lowercase().map(|small| (small, start, end)));
        }
    }
    let mut places = Vec::new();
    let mut at = 0;
    while !wanted.is_empty() && places.len() < FOUND_MAX {
        let Some(window) = letters.get(at..at + wanted.len()) else { break };
        let same = window.iter().map(|(c, ..)| c).eq(wanted.iter());
        let is_word = |place: Option<usize>| {
            place.and_then(|place| letters.get(place)).is_some_and(|(c, ..)| c.is_alphanumeric())
        };
        match (window.first(), window.last()) {
            (Some((_, start, _)), Some((_, _, end)))
                if same && !is_word(at.checked_sub(1)) && !is_word(Some(at + wanted.len())) =>
            {
                places.push(*start..*end);
                at += wanted.len();
            }
            _ => at += 1,
        }
    }
    places.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Format, TextFrom};
    use proptest::prelude::*;

    const NAME: &str = "Nordlys Tømrer & Snedker ApS";

    fn nordlys() -> CvrNumber {
        CvrNumber::parse("13748136").unwrap()
    }

    fn mail(subject: &str, text: &str) -> Mail {
        Mail {
            format: Format::Eml,
            from: vec![],
            to: vec![],
            subject: subject.into(),
            date: None,
            message_id: None,
            text: text.into(),
            text_from: TextFrom::Plain,
            attachments: vec![],
            oddities: vec![],
            raw: vec![],
        }
    }

    fn found(text: &str) -> Matches {
        find(&mail("", text), nordlys(), NAME)
    }

    #[test]
    fn a_number_is_found_in_each_of_its_spellings() {
        for text in [
            "CVR-nummer 13748136.",
            "CVR: 13 74 81 36",
            "CVR-nr.: 1374 8136,",
            "DK13748136",
            "DK-13748136",
            "(13\u{a0}74\u{a0}81\u{a0}36)",
            "13 748 136",
            "CVR 13748136 24-11-2026 kl. 15.13",
            "1 13748136 2",
            "CVR-nummer\n13748136",
            "CVR １３７４８１３６",
        ] {
            let matches = found(text);
            assert!(matches.number_found, "{text}");
            assert_eq!(matches.belonging, Belonging::Belongs, "{text}");
        }
    }

    #[test]
    fn digits_that_are_part_of_something_else_are_no_number() {
        for text in [
            "REF137481365",
            "113748136",
            "13748136a",
            "A13748136",
            "13748137",
            "1 3 7  4 8 1 3 6",
            "+4513748136",
        ] {
            assert_eq!(found(text).numbers, [], "{text}");
        }
    }

    #[test]
    fn another_organisation_s_number_counts_where_a_word_names_it() {
        let matches = found("Ejerforeningen Fjordbakken, CVR-nummer 96273118, er tilsluttet.");
        assert_eq!(matches.belonging, Belonging::Another);
        assert_eq!(matches.others(nordlys()), [CvrNumber::parse("96273118").unwrap()]);
        // A telephone number that is sound by chance says nothing.
        let matches = found("Ring til os på 96 27 31 18.");
        assert_eq!(matches.belonging, Belonging::Silent);
        assert_eq!((matches.numbers.len(), matches.others(nordlys())), (1, vec![]));
        let matches = found("www.fjordbakken.dk 96 27 31 18");
        assert_eq!(matches.belonging, Belonging::Silent);
        // The sender's own beside the organisation's.
        let matches = found("CVR 13748136. Venlig hilsen, Afsender, CVR 96273118");
        assert_eq!(matches.belonging, Belonging::Belongs);
        let matches = found("CVR 13748136 tlf. 96273118");
        assert_eq!(matches.others(nordlys()), []);
    }

    #[test]
    fn the_name_is_found_as_people_and_programs_set_it() {
        for text in [
            "Nordlys Tømrer & Snedker ApS er tilsluttet",
            "for NORDLYS TØMRER & SNEDKER APS,",
            "»Nordlys  Tømrer\n&\tSnedker ApS«",
        ] {
            let matches = found(text);
            let [place] = &matches.names[..] else { panic!("{text}: {matches:?}") };
            let marked = typed::normalise(&text[place.bytes.clone()]);
            assert_eq!(marked, typed::normalise(NAME), "{text}");
            assert_eq!(matches.belonging, Belonging::Belongs);
        }
        for text in
            ["Nordlys Tømrer", "SydNordlys Tømrer & Snedker ApS", "", NAME.trim_end_matches('S')]
        {
            assert_eq!(found(text).names, [], "{text}");
        }
        assert_eq!(find(&mail("", "x"), nordlys(), " ").names, []);
    }

    #[test]
    fn the_subject_is_looked_at_too_and_nothing_is_nothing() {
        let matches = find(&mail("Kvittering, CVR 13748136", "Hej"), nordlys(), NAME);
        assert_eq!(matches.numbers[0].place.part, Part::Subject);
        assert_eq!(matches.belonging, Belonging::Belongs);
        assert_eq!(found("Hej Mette").belonging, Belonging::Silent);
    }

    #[test]
    fn the_organisation_s_own_number_is_told_however_many_there_are() {
        let matches = found(&("CVR 96273118, ".repeat(300) + "CVR 13748136"));
        assert_eq!((matches.numbers.len(), matches.number_found), (FOUND_MAX, true));
        assert!(matches.numbers.iter().any(|number| number.cvr == nordlys()));
    }

    const LIKE_A_TEXT: &str = "(13748136|CVR|DK|[ .\n-]|[a-zøß]{0,3}|İ|Nordlys|٣){0,30}";

    proptest! {
        #[test]
        fn every_place_is_on_the_borders_of_characters(
            text in LIKE_A_TEXT,
            name in "[a-zøİß ]{0,6}",
        ) {
            let mail = mail(&text, &text);
            let matches = find(&mail, nordlys(), &name);
            for place in matches.numbers.iter().map(|n| &n.place).chain(&matches.names) {
                let of = if place.part == Part::Subject { &mail.subject } else { &mail.text };
                prop_assert!(of.get(place.bytes.clone()).is_some_and(|s| !s.is_empty()));
            }
        }
    }
}
