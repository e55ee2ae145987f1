//! The CVR number: the eight digits that name a Danish organisation, as people type them and as it
//! is kept.

use crate::typed::{figures, is_dash};
use std::fmt;

/// A CVR number that has eight digits, does not begin with zero and satisfies modulus 11 with the
/// weights 2, 7, 6, 5, 4, 3, 2, 1 (Erhvervsstyrelsen, `domain.md` §6.5). That it is sound does not
/// mean that it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CvrNumber(u32);

/// Why a text is not a CVR number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotACvrNumber {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// There is something else than digits, spaces, dots, dashes and what names the number before
    /// it.
    #[error("other characters than digits")]
    Characters,
    /// Not eight digits, or the first is zero.
    #[error("not eight digits beginning with 1 to 9")]
    Length,
    /// The check digit does not fit: one digit is wrong, or two are swapped.
    #[error("the check digit does not fit")]
    CheckDigit,
}

impl CvrNumber {
    /// Reads a CVR number as people type and paste it: what cannot be seen, spaces, dots and dashes
    /// are ignored, wide digits are digits, and so are what names it before (`DK`, `CVR`,
    /// `CVR-nr.`, `CVR-nummer:`, in any case), brackets and quotation marks around it, and a full
    /// stop or comma after it.
    pub fn parse(typed: &str) -> Result<Self, NotACvrNumber> {
        let small = figures(typed).to_lowercase();
        let number = unnamed(&small)
            .trim_end_matches(|c: char| parts(c) || matches!(c, ',' | ';') || surrounds(c));
        let kept: String = number.chars().filter(|c| !parts(*c)).collect();
        if kept.is_empty() {
            return Err(NotACvrNumber::Empty);
        }
        if !kept.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotACvrNumber::Characters);
        }
        if kept.len() != 8 || kept.starts_with('0') {
            return Err(NotACvrNumber::Length);
        }
        let sum: u32 = kept
            .bytes()
            .zip([2, 7, 6, 5, 4, 3, 2, 1])
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        if !sum.is_multiple_of(11) {
            return Err(NotACvrNumber::CheckDigit);
        }
        kept.parse().map(Self).map_err(|_| NotACvrNumber::Length)
    }

    /// The number as the register's queries want it.
    pub fn as_u32(self) -> u32 {
        self.0
    }

    /// Four pairs, as people read it aloud: `13 74 81 36`.
    pub fn in_pairs(self) -> String {
        let digits = self.to_string();
        let (a, rest) = digits.split_at(2);
        let (b, rest) = rest.split_at(2);
        let (c, d) = rest.split_at(2);
        format!("{a} {b} {c} {d}")
    }
}

/// What stands between the digits.
fn parts(c: char) -> bool {
    c.is_whitespace() || c == '.' || is_dash(c)
}

/// What stands around a number in a letter or a table.
fn surrounds(c: char) -> bool {
    matches!(
        c,
        '(' | ')' | '[' | ']' | '"' | '\'' | '`' | '\u{b4}' | '\u{2018}'..='\u{201f}' | '«' | '»'
    )
}

/// The number without what names it. A word is taken off only whole, so that a mistyped one is told
/// and not guessed at.
fn unnamed(small: &str) -> &str {
    let names = ["cvr", "dk", "moms", "vat", "nummer", "number", "nr", "no"];
    let mut rest = small;
    loop {
        rest = rest.trim_start_matches(|c: char| {
            parts(c) || surrounds(c) || matches!(c, ':' | '#' | '/' | '=' | '_')
        });
        match names.iter().find_map(|name| rest.strip_prefix(name)) {
            Some(after) => rest = after,
            None => return rest,
        }
    }
}

/// Eight digits without spaces, as it is copied and stored.
impl fmt::Display for CvrNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_numbers_of_the_reference_are_told_apart() {
        for sound in ["13748136", "24256790", "29910251", "47458714", "22756214", "13585628"] {
            assert_eq!(CvrNumber::parse(sound).map(|n| n.to_string()), Ok(sound.to_owned()));
        }
        for wrong in ["12345678", "24256791", "10000000", "35254119"] {
            assert_eq!(CvrNumber::parse(wrong), Err(NotACvrNumber::CheckDigit), "{wrong}");
        }
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        for typed in [
            "13748136",
            " 13 74 81 36 ",
            "DK13748136",
            "dk 13-74-81-36",
            "13.748.136",
            "13\u{a0}748\u{a0}136",
            "CVR-nr. 13748136",
            "CVR 13 74 81 36",
            "DK-13748136",
            "CVR: 13748136.",
            "cvr-nummer: 13748136",
            "CVRNR13748136",
            "CVR no. DK 13748136",
            "１３７４８１３６",
            "\u{feff}13\u{200b}74\u{ad}8136",
            "CVR\u{2013}nr.\u{a0}13748136,",
            "CVR-nr.: DK13748136",
            "(CVR 13748136)",
            "CVR-nr. \"13748136\"",
            "'13748136",
            "„13748136“",
            "CVR=13748136",
            "CVR_nr_13748136",
            "Momsnr. DK13748136",
        ] {
            assert_eq!(CvrNumber::parse(typed).map(CvrNumber::as_u32), Ok(13_748_136), "{typed}");
        }
        assert_eq!(
            CvrNumber::parse("13748136").map(CvrNumber::in_pairs),
            Ok("13 74 81 36".to_owned())
        );
    }

    #[test]
    fn each_way_of_being_wrong_is_named() {
        assert_eq!(CvrNumber::parse("  "), Err(NotACvrNumber::Empty));
        assert_eq!(CvrNumber::parse("DK"), Err(NotACvrNumber::Empty));
        assert_eq!(CvrNumber::parse("1374813"), Err(NotACvrNumber::Length));
        assert_eq!(CvrNumber::parse("00000000"), Err(NotACvrNumber::Length));
        assert_eq!(CvrNumber::parse("CVR-nr.:"), Err(NotACvrNumber::Empty));
        for other in ["1374813æ", "SE-nr. 13748136", "13748136 ApS", "13748136/1", "crv 13748136"]
        {
            assert_eq!(CvrNumber::parse(other), Err(NotACvrNumber::Characters), "{other}");
        }
    }

    /// The rule as Erhvervsstyrelsen writes it, digit by digit (`domain.md` §6.5).
    fn by_the_book(digits: &str) -> bool {
        let weights = [2, 7, 6, 5, 4, 3, 2, 1];
        let values: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
        let sum: u32 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        values.len() == 8 && values[0] != 0 && sum.is_multiple_of(11)
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_rule_by_the_book(
            number in 0u32..100_000_000, prefix in "(|DK|dk|DK )", spaces in prop::collection::vec("[ .-]?", 8),
        ) {
            let digits = format!("{number:08}");
            let typed: String = digits.chars().zip(&spaces).map(|(digit, space)| format!("{digit}{space}")).collect();
            let read = CvrNumber::parse(&format!("{prefix}{typed}"));
            prop_assert_eq!(read.is_ok(), by_the_book(&digits), "{}{}", prefix, typed);
            prop_assert!(read.is_err() || read.map(|n| n.to_string()) == Ok(digits));
        }

        #[test]
        fn any_text_is_read_without_a_panic(typed in ".*") {
            let _ = CvrNumber::parse(&typed);
        }

        #[test]
        fn one_wrong_digit_is_always_noticed(number in 10_000_000u32..100_000_000, place in 0usize..8, digit in 0u8..10) {
            if let Ok(sound) = CvrNumber::parse(&number.to_string()) {
                let mut digits = sound.to_string().into_bytes();
                prop_assume!(digits[place] != b'0' + digit);
                digits[place] = b'0' + digit;
                let changed = String::from_utf8(digits).expect("digits are ASCII");
                prop_assert!(CvrNumber::parse(&changed).is_err());
            }
        }
    }
}
