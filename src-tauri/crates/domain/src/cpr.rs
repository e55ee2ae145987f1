//! Texts that hold what can be a CPR number. Tilslut asks for none and keeps none; so it must know
//! one when it is typed by mistake, and must not take every ten digits for one.

use crate::typed::{digit, figures, is_dash};
use jiff::civil::Date;

/// True when a text holds what can be a CPR number (`DDMMYY-SSSS`): ten digits, written together or
/// parted as people part one, whose first six are a day that exists in the century that the seventh
/// digit tells.
///
/// Modulus 11 is not asked for: numbers without it are given out since 2007. The replacement
/// numbers that hospitals and authorities give to persons without a CPR number count, because they
/// name a person as well: 60 is added to their day. A number with a country code before it (`+31
/// …`), one that is called a P-number, a date with an hour and ten digits within a longer number
/// are none.
pub fn looks_like_cpr(text: &str) -> bool {
    // Most texts have fewer than ten digits, and then there is nothing to look for.
    if text.chars().filter(|c| digit(*c).is_some()).count() < 10 {
        return false;
    }
    let text = figures(text);
    Numbers { text: &text, place: 0 }.any(|number| number.can_be_cpr())
}

/// Digits in groups, with nothing but spaces, dots, strokes and dashes between them.
struct Number<'a> {
    /// Everything that stands before it.
    before: &'a str,
    groups: Vec<&'a str>,
    /// What stands between the groups: one fewer.
    between: Vec<&'a str>,
}

/// The numbers of a text, in order.
struct Numbers<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Iterator for Numbers<'a> {
    type Item = Number<'a>;

    fn next(&mut self) -> Option<Number<'a>> {
        let parts = |c: char| c.is_whitespace() || matches!(c, '.' | '/') || is_dash(c);
        let (_, rest) = self.text.split_at_checked(self.place)?;
        let (before, mut rest) =
            self.text.split_at_checked(self.place + rest.find(|c: char| c.is_ascii_digit())?)?;
        let (mut groups, mut between) = (Vec::new(), Vec::new());
        loop {
            let (group, after) = rest
                .split_at_checked(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))?;
            groups.push(group);
            let (gap, next) =
                after.split_at_checked(after.find(|c: char| !parts(c)).unwrap_or(after.len()))?;
            if gap.is_empty() || !next.starts_with(|c: char| c.is_ascii_digit()) {
                self.place = self.text.len() - after.len();
                return Some(Number { before, groups, between });
            }
            between.push(gap);
            rest = next;
        }
    }
}

impl Number<'_> {
    fn can_be_cpr(&self) -> bool {
        self.stands_within() || (!is_named_otherwise(self.before) && self.is_whole())
    }

    /// The whole number, parted as a CPR number is: not within its day, nor within its year.
    fn is_whole(&self) -> bool {
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.len()).collect();
        let in_pairs = || self.between.iter().all(|gap| gap.chars().all(char::is_whitespace));
        let parted = match lengths.as_slice() {
            [10] | [6, 4] | [2, 2, 2, 4] => true,
            // "24.11.26 10.30" is a day and an hour.
            [6, 2, 2] | [2, 2, 2, 2, 2] => in_pairs(),
            _ => false,
        };
        parted && names_a_day(&self.groups.concat())
    }

    /// Six digits, a dash and four, among other numbers: nothing else is written so.
    fn stands_within(&self) -> bool {
        let alone = |gap: Option<&&str>| {
            gap.is_none_or(|gap| gap.chars().any(char::is_whitespace) && !gap.contains(is_dash))
        };
        self.groups.windows(2).zip(&self.between).enumerate().any(|(place, (pair, gap))| {
            let before = place.checked_sub(1).and_then(|before| self.between.get(before));
            let dashed = gap.trim().chars().all(is_dash) && gap.contains(is_dash);
            matches!(pair, [day, number] if day.len() == 6 && number.len() == 4)
                && dashed
                && alone(before)
                && alone(self.between.get(place + 1))
                && names_a_day(&pair.concat())
        })
    }
}

/// What stands before a number ends with a country code's sign, or with the word for the number of
/// a place of business.
pub(crate) fn is_named_otherwise(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ':' | '#') || is_dash(c)
    });
    let code = before
        .strip_suffix(')')
        .map(|before| before.trim_end_matches(|c: char| c.is_ascii_digit()));
    if before.ends_with('+') || code.is_some_and(|code| code.ends_with('+')) {
        return true;
    }
    let small = before.to_lowercase();
    let mut words = small.rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    match words.next() {
        Some("p" | "pnr" | "pnummer" | "produktionsenhed" | "produktionsenhedsnummer") => true,
        Some("nr" | "nummer" | "no" | "number" | "enhed" | "enhedsnummer") => {
            words.next() == Some("p")
        }
        _ => false,
    }
}

/// The first six of ten digits are a day of the century that the seventh tells (CPR-kontoret,
/// "Personnummeret i CPR", 2008).
pub(crate) fn names_a_day(digits: &str) -> bool {
    day_of_birth(digits).is_some()
}

/// The day that ten digits tell, of the century that the seventh tells.
pub(crate) fn day_of_birth(digits: &str) -> Option<Date> {
    let number = |from: usize, to: usize| {
        digits.get(from..to).and_then(|part| part.parse::<i8>().ok()).unwrap_or(0)
    };
    let (day, month, year) = (number(0, 2), number(2, 4), i16::from(number(4, 6)));
    let century = match (number(6, 7), year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (_, ..=36) => 2000,
        // The years 2037 to 2057 are set aside: nobody is born then yet.
        (_, 37..=57) => return None,
        _ => 1800,
    };
    let day = if day > 60 { day - 60 } else { day };
    Date::new(century + year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_can_be_a_cpr_number_is_known_however_it_is_written() {
        for text in [
            "0101901234",
            "010190-1234",
            "010190 1234 Søren",
            "01 01 90-1234",
            "01 01 90 12 34",
            "010190\u{2013}1234",
            "01.01.90.1234",
            "01/01/90-1234",
            "010190 - 1234",
            "cpr:0101901234",
            "0101\u{200b}90-12\u{ad}34",
            "０１０１９０-１２３４",
            "٠١٠١٩٠-١٢٣٤",
            "Vejen 4 010190-1234",
            "tlf. 12 34 56 78, 010190-1234",
            "+45 12345678 / 010190-1234 2",
            // Born in 2004, in 1899, on a leap day; a replacement number.
            "290204-4123",
            "311299-8123",
            "290200-4123",
            "610190-1234",
            "P-nr. 010190-1234 5 010190-1234",
        ] {
            assert!(looks_like_cpr(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not_taken_for_one() {
        for text in [
            "CVR 13 74 81 36",
            "+45 33 98 00 20",
            "4509876543210",
            "9901901234",
            "0113901234",
            // Days that do not exist, in their century.
            "310290-1234",
            "310431-1234",
            "290201-4123",
            "290200-1234",
            "920190-1234",
            "000190-1234",
            "010145-6789",
            // A day with an hour.
            "10.12.2016 18",
            "2016-12-10 18",
            "2012-11-24 10",
            "24.11.26 10.30",
            "Ejendomsselskabet af 10.12.2016 18 ApS",
            // Telephones of other countries.
            "+31 10 123456",
            "+3110123456",
            "+61 2 9876 5432",
            "(+31)1012345678",
            // Places of business, and numbers that go on.
            "P-nr. 1003123456",
            "P-nummer: 1003123456",
            "p nr. 1003123456",
            "Produktionsenhed 1003123456",
            "ordre 10031234567",
            "1003123456789012",
            "010190-12345",
            "4711-010190-1234",
            "IBAN DK50 0040 0440 1162 43",
        ] {
            assert!(!looks_like_cpr(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_that_exists_can_be_in_one(day in 1i8..=31, month in 1i8..=12, year in 0i16..100, number in 0u16..4000, dash in "[- .\u{2013}]?") {
            let exists = Date::new(1900 + year, month, day).is_ok();
            let text = format!("{day:02}{month:02}{year:02}{dash}{number:04}");
            prop_assert_eq!(looks_like_cpr(&text), exists, "{}", text);
            prop_assert_eq!(looks_like_cpr(&format!("\u{200b}x {text}\u{feff}.")), exists, "{}", text);
        }

        #[test]
        fn any_text_is_looked_through_without_a_panic(text in "[0-9+\\-. /æ\u{200b}Pnr０-９]{0,40}", other in ".*") {
            let _ = (looks_like_cpr(&text), looks_like_cpr(&other));
        }
    }
}
