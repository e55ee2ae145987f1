//! The words about a person that the connection needs: name, e-mail address, date of birth. Never a
//! CPR number.

use crate::cpr::looks_like_cpr;
use crate::typed::{figures, fold, is_folded};
use jiff::civil::Date;

mod email;

pub use email::{EmailAddress, NotAnEmailAddress, mailbox};

/// A name with something in it, white space folded to single spaces, at most 120 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

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

/// Why three fields name no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotADay {
    /// Nothing, or not all three parts, was typed.
    #[error("not all three parts were typed")]
    Missing,
    /// There is no such day.
    #[error("there is no such day")]
    NoSuchDay,
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

    /// A name that was taken before, as it stands: the rules of its day let it in, and an approval
    /// that names it stays readable.
    pub fn kept(stored: &str) -> Option<Self> {
        (!stored.is_empty() && is_folded(stored)).then(|| Self(stored.to_owned()))
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

impl TypedDate {
    /// The day that the three fields name.
    pub fn day(&self) -> Result<Date, NotADay> {
        let [day, month, year] = [&self.day, &self.month, &self.year].map(|part| figures(part));
        if [&day, &month, &year].iter().any(|part| part.trim().is_empty()) {
            return Err(NotADay::Missing);
        }
        let number = |text: &str| text.trim().parse::<i16>().ok();
        let read = || {
            let (day, month, year) = (number(&day)?, number(&month)?, number(&year)?);
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        read().ok_or(NotADay::NoSuchDay)
    }
}

impl From<BirthDate> for TypedDate {
    fn from(born: BirthDate) -> Self {
        born.date().into()
    }
}

impl From<Date> for TypedDate {
    fn from(date: Date) -> Self {
        Self {
            day: date.day().to_string(),
            month: date.month().to_string(),
            year: date.year().to_string(),
        }
    }
}

impl BirthDate {
    /// Reads a date typed in three fields. `today` bounds it from above.
    pub fn parse(typed: &TypedDate, today: Date) -> Result<Self, NotABirthDate> {
        let date = typed.day().map_err(|why| match why {
            NotADay::Missing => NotABirthDate::Missing,
            NotADay::NoSuchDay => NotABirthDate::NoSuchDay,
        })?;
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
        assert_eq!(
            PersonName::parse("  Søren \t Thorup  Winther ").map(|n| n.as_str().to_owned()),
            Ok("Søren Thorup Winther".into())
        );
        assert_eq!(
            PersonName::parse("Ole\u{202e} nesreP").map(|n| n.as_str().to_owned()),
            Ok("Ole nesreP".into())
        );
        assert_eq!(PersonName::parse(" \n "), Err(NotAName::Empty));
        assert_eq!(PersonName::parse(&"x".repeat(121)), Err(NotAName::TooLong));
        for cpr in [
            "Søren 010190-1234",
            "0101901234",
            "010190 1234 Søren",
            "01 01 90-1234",
            "010190\u{2013}1234",
            "01.01.90.1234",
        ] {
            assert_eq!(PersonName::parse(cpr), Err(NotAName::LooksLikeCpr), "{cpr}");
        }
    }

    #[test]
    fn a_date_of_birth_must_exist_and_lie_in_the_past() {
        let today = date(2026, 11, 24);
        assert_eq!(
            BirthDate::parse(&typed("30", "11", "1987"), today).map(BirthDate::date),
            Ok(date(1987, 11, 30))
        );
        assert_eq!(
            BirthDate::parse(&typed("31", "11", "1987"), today),
            Err(NotABirthDate::NoSuchDay)
        );
        assert_eq!(BirthDate::parse(&typed("", "11", "1987"), today), Err(NotABirthDate::Missing));
        assert_eq!(
            BirthDate::parse(&typed("24", "11", "2026"), today),
            Err(NotABirthDate::OutOfRange)
        );
        assert_eq!(BirthDate::parse(&typed("1", "1", "87"), today), Err(NotABirthDate::OutOfRange));
        assert_eq!(
            BirthDate::parse(&typed("300", "1", "1987"), today),
            Err(NotABirthDate::NoSuchDay)
        );
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[a-z \\t\u{1}\u{a0}æ]*") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn what_cannot_be_seen_makes_no_difference(name in "[A-Za-zæøå .-]{0,20}", mail in "[a-z.]{1,8}@[a-z.]{1,8}", place in 0usize..8) {
            let with = |text: &str| {
                let at = text.char_indices().map(|(at, _)| at).nth(place).unwrap_or(text.len());
                format!("{}\u{200b}\u{ad}{}\u{feff}", &text[..at], &text[at..])
            };
            prop_assert_eq!(PersonName::parse(&with(&name)), PersonName::parse(&name));
            prop_assert_eq!(EmailAddress::parse(&with(&mail)), EmailAddress::parse(&mail));
        }

        #[test]
        fn any_text_is_read_without_a_panic(a in ".*", b in ".*", c in ".*") {
            let _ = (PersonName::parse(&a), EmailAddress::parse(&a), BirthDate::parse(&typed(&a, &b, &c), date(2026, 11, 24)));
        }
    }
}
