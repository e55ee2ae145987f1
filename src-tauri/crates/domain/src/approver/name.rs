//! Two names of persons, compared as people spell them: Danish letters without a Danish keyboard,
//! accents, hyphens, initials, left out middle names, the last name first.

use crate::typed::normalise;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest name that is taken from a login, in characters: more than any in the civil register
/// has (its address names hold 34, and names that are longer are shortened there).
const LONGEST: usize = 200;

/// A name as a broker tells it, fit to be shown and kept: without what cannot be seen, white space
/// run together, and cut where it is longer than any name. None when nothing is left, for then no
/// name was told.
pub fn normalised_name(told: &str) -> Option<String> {
    let seen: String = told
        .nfc()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|l| !is_unseen(*l))
        .collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST).collect();
    name.chars().any(char::is_alphanumeric).then(|| name.trim_end().to_owned())
}

/// Controls, marks of direction, joiners and the like, which could make one name look like another.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// The same, but for case and white space.
    Same,
    /// One name in two spellings, as far as can be seen from the letters.
    Spelled,
    /// Not one name in two spellings.
    Other,
}

impl Likeness {
    /// How alike two names are. It does not matter which is which.
    pub fn of(one: &str, two: &str) -> Self {
        let composed = |name: &str| normalise(&name.nfc().collect::<String>());
        if composed(one) == composed(two) {
            return Self::Same;
        }
        let (one, two) = (words(one), words(two));
        let (short, long) = if one.len() <= two.len() { (&one, &two) } else { (&two, &one) };
        if written_together(short, long) || reordered(short, long) || left_out(short, long) {
            Self::Spelled
        } else {
            Self::Other
        }
    }
}

/// The words of a name in plain letters, first names first: what stands after a comma ("Krogh,
/// Mette") belongs before it.
fn words(name: &str) -> Vec<String> {
    let in_order = match name.split_once(',') {
        Some((last, first)) => format!("{first} {last}"),
        None => name.to_owned(),
    };
    let plain = plain(&in_order);
    plain.split_whitespace().map(str::to_owned).collect()
}

/// Lower case, without accents, hyphens as spaces, no other marks; letters that a keyboard may lack
/// are written as one of those that stand for them, so that "Søren", "Soeren" and "Soren" are one,
/// as are "Aagaard" and "Ågård".
fn plain(name: &str) -> String {
    let mut letters = String::new();
    for letter in normalise(name).nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'æ' => letters.push('a'),
            'ø' | 'œ' => letters.push('o'),
            'ð' | 'đ' => letters.push('d'),
            'þ' => letters.push_str("th"),
            'ł' => letters.push('l'),
            'ß' => letters.push_str("ss"),
            'ı' => letters.push('i'),
            // A point ends an initial, and what an apostrophe parts is one word.
            '-' | '.' | '\u{2010}'..='\u{2015}' => letters.push(' '),
            letter if letter.is_alphanumeric() || letter == ' ' => letters.push(letter),
            _ => {}
        }
    }
    // After the accents are gone, "å" is "a" and "ö" is "o": so are the two letters that stand for
    // them.
    ["aa", "ae", "oe", "ue"]
        .into_iter()
        .zip(["a", "a", "o", "u"])
        .fold(letters, |text, (two, one)| text.replace(two, one))
}

/// The same letters in the same order: "Anne-Marie" and "Annemarie", and every other spelling of
/// the same words.
fn written_together(one: &[String], two: &[String]) -> bool {
    !one.is_empty() && one.concat() == two.concat()
}

/// The same words in another order.
fn reordered(one: &[String], two: &[String]) -> bool {
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    one.len() > 1 && sorted(one) == sorted(two)
}

/// The longer name with words left out or shortened to an initial: the first stays the first, at
/// least two words have their match, and at least one of the matches is whole. What nobody left out
/// must stand in the same order.
fn left_out(short: &[String], long: &[String]) -> bool {
    let initial = |word: &str| word.chars().count() == 1;
    let fits = |one: &str, two: &str| {
        one == two || ((initial(one) || initial(two)) && one.chars().next() == two.chars().next())
    };
    let (Some(first), Some(other_first)) = (short.first(), long.first()) else { return false };
    if short.len() < 2 || !fits(first, other_first) {
        return false;
    }
    let mut rest = long.iter();
    let mut whole = 0;
    for word in short {
        let Some(found) = rest.find(|candidate| fits(word, candidate)) else { return false };
        whole += usize::from(word == found && !initial(word));
    }
    whole > 0
}
