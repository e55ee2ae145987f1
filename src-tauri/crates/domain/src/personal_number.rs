//! Personal numbers in what a register says in free text. A person who types one is told so
//! ([`crate::person`]); a register cannot be, so there the number is left out and the rest of the
//! text is kept.
//!
//! Names of organisations are not looked at: a date and a number are part of many of them
//! ("Ejendomsselskabet af 10.12.2016 18 ApS").

use crate::cpr::looks_like_cpr;

/// What stands where a number was left out.
pub const LEFT_OUT: char = '…';

/// The most that stands between two digits of one number, in characters.
const BETWEEN: usize = 3;

/// The digits of a CPR number.
const DIGITS: usize = 10;

/// The text without everything in it that can be a personal number, with [`LEFT_OUT`] in its place;
/// none when there is nothing to leave out. What is returned has nothing that [`looks_like_cpr`]
/// knows, and neither have pieces of it.
///
/// More is left out than is certain to be a number: ten digits that begin with a day and a month,
/// written in any way, also right behind or before another number, and whatever digits follow the
/// word "cpr" or "personnummer".
pub fn without_numbers(text: &str) -> Option<String> {
    if text.chars().filter(|c| value(*c).is_some()).count() < 6 {
        return None;
    }
    let mut letters: Vec<char> = text.chars().collect();
    let mut changed = false;
    while let Some((from, to)) = find(&letters) {
        letters.splice(from..to, [LEFT_OUT]);
        changed = true;
    }
    let kept: String = letters.iter().collect();
    if looks_like_cpr(&kept) {
        return Some(without_digits(&kept));
    }
    changed.then_some(kept)
}

/// Where the first number begins and ends.
fn find(letters: &[char]) -> Option<(usize, usize)> {
    let starts = (0..letters.len()).filter(|at| digit(letters, *at).is_some());
    starts.into_iter().find_map(|from| number_at(letters, from).map(|to| (from, to)))
}

/// The end of the number that begins here. A digit before it makes it the middle of a longer
/// number, unless the whole is parted from it.
fn number_at(letters: &[char], from: usize) -> Option<usize> {
    if from.checked_sub(1).is_some_and(|before| digit(letters, before).is_some()) {
        return None;
    }
    if labelled(letters, from) {
        // Behind the word it is a number however it begins: some have letters or are cut short.
        let end = run(letters, from);
        return ((from..end).filter(|at| digit(letters, *at).is_some()).count() >= 4)
            .then_some(end);
    }
    if let Some(end) = dated_at(letters, from) {
        return Some(end);
    }
    let mut digits = Vec::new();
    let mut at = from;
    let mut gaps = 0;
    while digits.len() < DIGITS {
        let next = (at..letters.len())
            .take(BETWEEN + 1)
            .find(|next| digit(letters, *next).is_some() || !parts(letters, *next))?;
        digits.push(digit(letters, next)?);
        gaps += usize::from(next > at && digits.len() > 1);
        at = next + 1;
    }
    // 60 is added to the day of a replacement number; a number that is spaced out has a gap behind
    // every digit.
    let spelled = match digits.as_slice() {
        [d1, d2, m1, m2, ..] => {
            matches!(d1 * 10 + d2, 1..=31 | 61..=91) && (1..=12).contains(&(m1 * 10 + m2))
        }
        _ => false,
    };
    (digit(letters, at).is_none() && spelled && (gaps <= 4 || gaps == DIGITS - 1)).then_some(at)
}

/// The end of a date with its century and the four digits behind it ("12-03-1985-4321"), which
/// begins here.
fn dated_at(letters: &[char], from: usize) -> Option<usize> {
    let mut groups: Vec<(usize, u32)> = Vec::new();
    let mut at = from;
    while groups.len() < 4 {
        let end =
            (at..letters.len()).find(|at| digit(letters, *at).is_none()).unwrap_or(letters.len());
        let value = letters
            .get(at..end)?
            .iter()
            .take(5)
            .filter_map(|c| value(*c))
            .fold(0, |sum, digit| sum * 10 + digit);
        groups.push((end - at, value));
        if groups.len() == 4 {
            at = end;
            break;
        }
        at = (end..letters.len())
            .take(BETWEEN + 1)
            .find(|at| digit(letters, *at).is_some() || !parts(letters, *at))?;
        if at == end || digit(letters, at).is_none() {
            return None;
        }
    }
    match groups.as_slice() {
        // "12.03.1985 2024" has another year behind it, not a number.
        [(1..=2, 1..=31), (1..=2, 1..=12), (4, 1850..=2099), (4, number)]
            if !(1990..=2030).contains(number) =>
        {
            Some(at)
        }
        _ => None,
    }
}

/// The end of the run of digits that begins here, with what parts them.
fn run(letters: &[char], from: usize) -> usize {
    let mut end = from + 1;
    while let Some(next) = (end..letters.len())
        .take(BETWEEN + 1)
        .take_while(|at| *at == end || parts(letters, at - 1))
        .find(|at| digit(letters, *at).is_some())
    {
        end = next + 1;
    }
    end
}

/// The word that names a personal number stands before the place, with nothing but signs and "nr."
/// between.
fn labelled(letters: &[char], from: usize) -> bool {
    let before: String =
        letters.iter().take(from).rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
    let before: String = before.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let word = ["nummeret", "nummer", "nr", "no", "number"]
        .into_iter()
        .find_map(|ending| before.strip_suffix(ending))
        .unwrap_or(&before);
    word.ends_with("cpr") || before.ends_with("personnummer") || before.ends_with("personnr")
}

fn parts(letters: &[char], at: usize) -> bool {
    letters.get(at).is_some_and(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '.'
                    | '/'
                    | '_'
                    | ':'
                    | ','
                    | '='
                    | '*'
                    | '~'
                    | '+'
                    | '|'
                    | '\''
                    | '('
                    | ')'
                    | '\u{ad}'
                    | '\u{b7}'
                    | '\u{200b}'
                    | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{feff}'
            )
    })
}

fn digit(letters: &[char], at: usize) -> Option<u32> {
    letters.get(at).copied().and_then(value)
}

/// Also the full-width digits of East Asian type.
fn value(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| ('\u{ff10}'..='\u{ff19}').contains(&c).then(|| u32::from(c) - 0xff10))
}

/// The last resort for what only [`looks_like_cpr`] knows: no digit is kept.
fn without_digits(text: &str) -> String {
    text.chars().map(|c| if value(c).is_some() { LEFT_OUT } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_left_out_in_every_spelling_and_the_rest_stays() {
        for (text, kept) in [
            (
                "direktør Mette Prøve Krogh (cpr.nr. 010190-1234) alene.",
                "direktør Mette Prøve Krogh (cpr.nr. …) alene.",
            ),
            ("CPR-nr.: 0101901234", "CPR-nr.: …"),
            ("cpr 010190 1234 og 020290-1234.", "cpr … og …."),
            ("010190-1234 020290-1234", "… …"),
            ("010190-1234. 2 direktører i forening", "…. 2 direktører i forening"),
            ("§ 2 010190-1234", "§ 2 …"),
            ("01.01.90-1234", "…"),
            ("01 01 90 1234", "…"),
            ("010190\u{2013}1234", "…"),
            ("010190 - 1234", "…"),
            ("(010190-1234)", "(…)"),
            ("cprnr.010190-1234,Jens", "cprnr.…,Jens"),
            ("personnummer 010190-12", "personnummer …"),
            ("cpr-nummer 610190-1234", "cpr-nummer …"),
            ("０１０１９０-１２３４", "…"),
            ("610190-1234 jf. § 12", "… jf. § 12"),
            ("12-03-1985-4321", "…"),
            ("født 12.03.1985 4321.", "født …."),
            ("120385=4321", "…"),
            ("(120385)4321", "(…"),
            ("1 2 0 3 8 5 4 3 2 1", "…"),
        ] {
            assert_eq!(without_numbers(text).as_deref(), Some(kept), "{text}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "Selskabet tegnes af to direktører i forening, jf. vedtægternes § 12 af 10.12.2016.",
            "CVR-nr. 13748136 og 24256790",
            "tlf. 33 98 00 20",
            "990190-1234",
            "4509876543210",
            "kapital 1.250.000,00 kr.",
            "vedtægter af 12.03.2015, 2016 og 2017",
            "ændret 12.03.2015 (2016)",
            "",
        ] {
            assert_eq!(without_numbers(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_looks_like_a_number_is_left(text in "([0-9]{1,6}[-. /a,]{0,2}){0,8}[a-zæøå ]{0,9}[0-9]{0,12}") {
            let kept = without_numbers(&text).unwrap_or(text);
            prop_assert!(!looks_like_cpr(&kept), "{}", kept);
            prop_assert_eq!(without_numbers(&kept), None);
        }

        #[test]
        fn a_number_never_survives(
            day in 1..=28u8, month in 1..=12u8, rest in 0..1_000_000u32, between in "[-. ]?|\u{2013}", before in "[a-z(§,]{0,5}( |[a-z])",
            after in "( |[a-z.)])[a-z0-9 ]{0,8}",
        ) {
            let (first, last) = (format!("{day:02}{month:02}{:02}", rest / 10_000), format!("{:04}", rest % 10_000));
            let text = format!("{before}{first}{between}{last}{after}");
            let kept = without_numbers(&text).expect("it is found");
            prop_assert!(!kept.contains(&first) && !kept.contains(&format!("{first}{last}")), "{} from {}", kept, text);
        }
    }
}
