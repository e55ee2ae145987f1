//! The words that open a hand-over file: drawn so that nobody can guess them, and read however they
//! were heard.

use domain::typed::narrow;
use zeroize::Zeroizing;

/// 1024 short Danish nouns, one a line. Any two differ in at least two letters and do not sound
/// alike.
const LIST: &str = include_str!("words.txt");

/// Six words of ten bits are 60 bits. Each guess costs a whole scrypt, so trying them all is out of
/// reach.
pub(crate) const COUNT: usize = 6;

/// The system gives no random bytes, so no secret can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct NoRandomness;

/// Six words, each drawn from all 1024 with the same chance. A word may come twice.
pub fn words() -> Result<Vec<String>, NoRandomness> {
    let mut random = [[0; 2]; COUNT];
    getrandom::fill(random.as_flattened_mut()).map_err(|_| NoRandomness)?;
    random.into_iter().map(|bytes| word(u16::from_le_bytes(bytes))).collect()
}

/// The low ten bits choose: 1024 divides the range of two bytes, so no word is likelier than
/// another.
fn word(random: u16) -> Result<String, NoRandomness> {
    LIST.lines().nth(usize::from(random % 1024)).map(str::to_owned).ok_or(NoRandomness)
}

/// The one spelling of words that the key is made from: small letters, joined by dashes. White
/// space, dashes, commas and numbering do not count, nor does what cannot be seen, and `aa`, `ae`,
/// `oe` stand for å, æ, ø, which not every keyboard has. What it goes through is wiped.
pub fn spelled(typed: &str) -> String {
    // macOS may deliver å as an a with a ring of its own.
    let spellings = [("a\u{30a}", "å"), ("aa", "å"), ("ae", "æ"), ("oe", "ø")];
    let seen = Zeroizing::new(narrow(typed).into_owned());
    let small = Zeroizing::new(seen.to_lowercase());
    let small = spellings
        .iter()
        .fold(small, |text, (typed, meant)| Zeroizing::new(text.replace(typed, meant)));
    small
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// What a word sounds like, roughly and rather too alike than too different: voiced and
    /// unvoiced consonants are one, silent letters are gone, doubled letters are single.
    fn sound(word: &str) -> String {
        let mut spelled =
            word.replace("ch", "sj").replace('z', "s").replace('x', "ks").replace('w', "v");
        for soft in ["ce", "ci", "cy", "cæ", "cø"] {
            spelled = spelled.replace(soft, &soft.replace('c', "s"));
        }
        for (silent, heard) in [("nd", "n"), ("ld", "l"), ("rd", "r")] {
            spelled = spelled.replace(silent, heard);
        }
        if spelled.starts_with("hv") || spelled.starts_with("hj") {
            spelled.remove(0);
        }
        let mut heard = String::new();
        for letter in spelled.chars() {
            let letter = match letter {
                'p' => 'b',
                't' => 'd',
                'k' | 'c' => 'g',
                'æ' => 'e',
                'å' => 'o',
                other => other,
            };
            if !heard.ends_with(letter) {
                heard.push(letter);
            }
        }
        heard
    }

    /// True when one letter changed, added or left out turns one word into the other.
    fn one_slip_apart(a: &str, b: &str) -> bool {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let same_start = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
        match long.len() - short.len() {
            0 => short[same_start..].iter().skip(1).eq(long[same_start..].iter().skip(1)),
            1 => short[same_start..] == long[same_start + 1..],
            _ => false,
        }
    }

    #[test]
    fn the_list_holds_1024_short_words_in_order() {
        let words: Vec<&str> = LIST.lines().collect();
        assert_eq!(words.len(), 1024);
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 1024, "unique");
        assert!(words.is_sorted());
        for word in &words {
            assert!((3..=8).contains(&word.chars().count()), "{word}");
            assert!(word.chars().all(|c| matches!(c, 'a'..='z' | 'æ' | 'ø' | 'å')), "{word}");
            assert_eq!(spelled(word), *word, "it is its own spelling");
        }
    }

    #[test]
    fn no_two_words_sound_alike() {
        let mut heard = BTreeMap::new();
        for word in LIST.lines() {
            assert_eq!(heard.insert(sound(word), word), None, "{word}");
        }
        for (a, b) in [
            ("vej", "hvej"),
            ("bil", "pil"),
            ("hun", "hund"),
            ("centrum", "sentrum"),
            ("kasse", "gase"),
            ("hår", "hor"),
        ] {
            assert_eq!(sound(a), sound(b));
        }
    }

    #[test]
    fn no_two_words_are_one_slip_apart() {
        let words: Vec<&str> = LIST.lines().collect();
        for (i, a) in words.iter().enumerate() {
            for b in &words[i + 1..] {
                assert!(!one_slip_apart(a, b), "{a} {b}");
            }
        }
        for (a, b, near) in [
            ("hus", "mus", true),
            ("sø", "søm", true),
            ("anker", "tanker", true),
            ("anker", "kanter", false),
            ("kat", "katte", false),
            ("and", "hånd", false),
        ] {
            assert_eq!((one_slip_apart(a, b), one_slip_apart(b, a)), (near, near), "{a} {b}");
        }
    }

    #[test]
    fn every_word_is_drawn_by_as_many_random_numbers() {
        let mut drawn: BTreeMap<String, u32> = BTreeMap::new();
        for random in 0..=u16::MAX {
            *drawn.entry(word(random).unwrap()).or_default() += 1;
        }
        assert_eq!(drawn.len(), 1024);
        assert!(drawn.values().all(|count| *count == 64));
    }

    #[test]
    fn six_words_of_the_list_are_drawn_anew_each_time() {
        let draws: BTreeSet<Vec<String>> = (0..20).map(|_| words().unwrap()).collect();
        assert_eq!(draws.len(), 20, "a repeat has a chance of less than one in 2^50");
        assert!(draws.iter().all(|words| words.len() == COUNT
            && words.iter().all(|word| LIST.lines().any(|known| known == word))));
    }

    #[test]
    fn words_are_read_however_they_are_typed() {
        for typed in [
            "anker æble måge",
            " Anker,Æble;  MÅGE. ",
            "anker-æble\u{2013}måge",
            "1. anker\n2. æble\n3. måge",
            "anker aeble maage",
            "anker æble ma\u{30a}ge",
            "ANKER ÆBLE MA\u{30a}GE",
            "\u{feff}an\u{ad}ker æb\u{200b}le måge\u{2060}",
        ] {
            assert_eq!(spelled(typed), "anker-æble-måge", "{typed}");
        }
        assert_eq!(spelled(" ,- 12 "), "");
        assert_ne!(spelled("ankeræble måge"), spelled("anker æble måge"));
    }
}
