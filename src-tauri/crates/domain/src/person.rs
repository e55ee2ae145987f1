//! The words about a person that the connection needs: name, e-mail address, date of birth. Never a CPR number.

use jiff::civil::Date;

/// A name with something in it, white space folded to single spaces, at most 120 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

/// An e-mail address of the form that a mail server can take: one `@`, a dotted domain, no spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// A date of birth that exists, from 1900 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BirthDate(Date);

/// What was typed into the three fields of a date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedDate {
    /// Day of the month.
    pub day: String,
    /// Month, as a number.
    pub month: String,
    /// Year, four digits.
    pub year: String,
}

/// Why a name was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAName {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// Longer than 120 characters.
    #[error("longer than 120 characters")]
    TooLong,
    /// Ten digits in a row look like a CPR number, which is never kept.
    #[error("looks like a CPR number")]
    LooksLikeCpr,
}

/// Why an e-mail address was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEmailAddress {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// There is no `@`, or more than one, or nothing before it.
    #[error("not one @ with something before it")]
    At,
    /// What follows `@` has no dot: the ending is missing.
    #[error("the ending is missing")]
    Ending,
    /// A space, a comma or another character that cannot be there.
    #[error("a character that cannot be there")]
    Characters,
    /// Ten digits look like a CPR number, which is never kept.
    #[error("looks like a CPR number")]
    LooksLikeCpr,
}

/// Why a date of birth was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotABirthDate {
    /// Nothing, or not all three parts, was typed.
    #[error("not all three parts were typed")]
    Missing,
    /// There is no such day.
    #[error("there is no such day")]
    NoSuchDay,
    /// In the future, or before 1900.
    #[error("not a date on which a living person was born")]
    OutOfRange,
}

impl PersonName {
    /// Reads a name as typed.
    pub fn parse(typed: &str) -> Result<Self, NotAName> {
        let folded = fold(typed);
        if folded.is_empty() {
            return Err(NotAName::Empty);
        }
        if folded.chars().count() > 120 {
            return Err(NotAName::TooLong);
        }
        if looks_like_cpr(&folded) {
            return Err(NotAName::LooksLikeCpr);
        }
        Ok(Self(folded))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first word, for "Jens har forberedt".
    pub fn first(&self) -> &str {
        self.0.split(' ').next().unwrap_or(&self.0)
    }
}

impl EmailAddress {
    /// Reads an e-mail address as typed; white space around it is ignored, the domain becomes lower case.
    pub fn parse(typed: &str) -> Result<Self, NotAnEmailAddress> {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Err(NotAnEmailAddress::Empty);
        }
        if looks_like_cpr(trimmed) {
            return Err(NotAnEmailAddress::LooksLikeCpr);
        }
        let Some((local, host)) = trimmed.split_once('@') else {
            return Err(NotAnEmailAddress::At);
        };
        if local.is_empty() || host.is_empty() || host.contains('@') {
            return Err(NotAnEmailAddress::At);
        }
        let forbidden = |c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')');
        if trimmed.chars().any(forbidden) || trimmed.chars().count() > 254 {
            return Err(NotAnEmailAddress::Characters);
        }
        let labels: Vec<&str> = host.split('.').collect();
        if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || labels.last().is_some_and(|l| l.chars().count() < 2) {
            return Err(NotAnEmailAddress::Ending);
        }
        Ok(Self(format!("{local}@{}", host.to_lowercase())))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<BirthDate> for TypedDate {
    fn from(born: BirthDate) -> Self {
        let date = born.date();
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }
}

impl BirthDate {
    /// Reads a date typed in three fields. `today` bounds it from above.
    pub fn parse(typed: &TypedDate, today: Date) -> Result<Self, NotABirthDate> {
        let number = |text: &str| text.trim().parse::<i16>().ok();
        if [&typed.day, &typed.month, &typed.year].iter().any(|part| part.trim().is_empty()) {
            return Err(NotABirthDate::Missing);
        }
        let (Some(day), Some(month), Some(year)) = (number(&typed.day), number(&typed.month), number(&typed.year)) else {
            return Err(NotABirthDate::NoSuchDay);
        };
        let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else {
            return Err(NotABirthDate::NoSuchDay);
        };
        let date = Date::new(year, month, day).map_err(|_| NotABirthDate::NoSuchDay)?;
        Self::from_date(date, today)
    }

    /// A date that exists already, bounded as [`BirthDate::parse`] does.
    pub fn from_date(date: Date, today: Date) -> Result<Self, NotABirthDate> {
        if date >= today || date.year() < 1900 {
            return Err(NotABirthDate::OutOfRange);
        }
        Ok(Self(date))
    }

    /// The date.
    pub fn date(self) -> Date {
        self.0
    }
}

/// True when a text holds ten digits that begin with a day and a month, as a CPR number does (`DDMMYY-SSSS`), whatever
/// stands between them: spaces, dots, any dash. Tilslut takes none.
pub fn looks_like_cpr(text: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let mut run = String::new();
    for c in text.chars().chain(['|']) {
        if c.is_ascii_digit() {
            run.push(c);
        } else if run.is_empty() || !between(c) {
            if run.len() == 10 && begins_with_a_day(&run) {
                return true;
            }
            run.clear();
        }
    }
    false
}

fn begins_with_a_day(digits: &str) -> bool {
    let pair = |from: usize| digits.get(from..from + 2).and_then(|pair| pair.parse::<u8>().ok()).unwrap_or(0);
    (1..=31).contains(&pair(0)) && (1..=12).contains(&pair(2))
}

/// White space folded to single spaces, ends trimmed, control characters and direction marks dropped: a text reads on the
/// screen as it is stored. Folding twice changes nothing.
pub fn fold(typed: &str) -> String {
    let marks_direction = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let printable: String = typed.chars().filter(|&c| c.is_whitespace() || !(c.is_control() || marks_direction(c))).collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two spellings of one name or mail address have in common: [`fold`]ed, and without regard to case. For comparing only.
pub fn unspelled(text: &str) -> String {
    fold(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn typed(day: &str, month: &str, year: &str) -> TypedDate {
        TypedDate { day: day.into(), month: month.into(), year: year.into() }
    }

    #[test]
    fn names_are_folded_and_never_hold_a_cpr_number() {
        assert_eq!(PersonName::parse("  Søren \t Thorup  Winther ").map(|n| n.as_str().to_owned()), Ok("Søren Thorup Winther".into()));
        assert_eq!(PersonName::parse("Ole\u{202e} nesreP").map(|n| n.as_str().to_owned()), Ok("Ole nesreP".into()));
        assert_eq!(PersonName::parse(" \n "), Err(NotAName::Empty));
        assert_eq!(PersonName::parse(&"x".repeat(121)), Err(NotAName::TooLong));
        for cpr in ["Søren 010190-1234", "0101901234", "010190 1234 Søren", "01 01 90-1234", "010190\u{2013}1234", "01.01.90.1234"] {
            assert_eq!(PersonName::parse(cpr), Err(NotAName::LooksLikeCpr), "{cpr}");
        }
    }

    #[test]
    fn other_numbers_are_not_taken_for_a_cpr_number() {
        for text in ["CVR 13 74 81 36", "+45 33 98 00 20", "4509876543210", "9901901234", "0113901234"] {
            assert!(!looks_like_cpr(text), "{text}");
        }
    }

    #[test]
    fn an_email_address_says_which_part_is_missing() {
        assert_eq!(
            EmailAddress::parse(" Soren@Nordlystomrer.Example ").map(|e| e.as_str().to_owned()),
            Ok("Soren@nordlystomrer.example".into())
        );
        for (text, why) in [
            ("", NotAnEmailAddress::Empty),
            ("soren", NotAnEmailAddress::At),
            ("@x.dk", NotAnEmailAddress::At),
            ("a@b@c.dk", NotAnEmailAddress::At),
            ("soren@nordlystomrer", NotAnEmailAddress::Ending),
            ("soren@x.", NotAnEmailAddress::Ending),
            ("so ren@x.dk", NotAnEmailAddress::Characters),
            ("0101901234@x.dk", NotAnEmailAddress::LooksLikeCpr),
        ] {
            assert_eq!(EmailAddress::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_date_of_birth_must_exist_and_lie_in_the_past() {
        let today = date(2026, 11, 24);
        assert_eq!(BirthDate::parse(&typed("30", "11", "1987"), today).map(BirthDate::date), Ok(date(1987, 11, 30)));
        assert_eq!(BirthDate::parse(&typed("31", "11", "1987"), today), Err(NotABirthDate::NoSuchDay));
        assert_eq!(BirthDate::parse(&typed("", "11", "1987"), today), Err(NotABirthDate::Missing));
        assert_eq!(BirthDate::parse(&typed("24", "11", "2026"), today), Err(NotABirthDate::OutOfRange));
        assert_eq!(BirthDate::parse(&typed("1", "1", "87"), today), Err(NotABirthDate::OutOfRange));
        assert_eq!(BirthDate::parse(&typed("300", "1", "1987"), today), Err(NotABirthDate::NoSuchDay));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[a-z \\t\u{1}\u{a0}æ]*") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn any_text_is_read_without_a_panic(a in ".*", b in ".*", c in ".*") {
            let _ = (PersonName::parse(&a), EmailAddress::parse(&a), BirthDate::parse(&typed(&a, &b, &c), date(2026, 11, 24)));
        }
    }
}
