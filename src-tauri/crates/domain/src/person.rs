//! The words about a person that the connection needs: name, e-mail address, date of birth. Never a
//! CPR number.

use crate::pasted_address;
use crate::typed::{figures, narrow};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use crate::cpr::looks_like_cpr;
pub use crate::typed::fold;

/// A name with something in it, white space folded to single spaces, at most 120 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

/// An e-mail address of the form that a mail server can take: one `@`, a dotted domain, no spaces,
/// nothing that cannot be seen.
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

impl EmailAddress {
    /// Reads an e-mail address as typed or pasted. What cannot be seen is dropped, wide characters
    /// are read as plain ones, and what comes along from a letter, a list of contacts or a web page
    /// is taken off (`pasted_address`). The domain becomes lower case.
    pub fn parse(typed: &str) -> Result<Self, NotAnEmailAddress> {
        let composed: String = narrow(typed).nfc().collect();
        let address = pasted_address::address(&composed).ok_or(NotAnEmailAddress::At)?;
        let address = address.as_ref();
        if address.is_empty() {
            return Err(NotAnEmailAddress::Empty);
        }
        if looks_like_cpr(address) {
            return Err(NotAnEmailAddress::LooksLikeCpr);
        }
        let Some((local, host)) = address.split_once('@') else {
            return Err(NotAnEmailAddress::At);
        };
        if local.is_empty() || host.is_empty() || host.contains('@') {
            return Err(NotAnEmailAddress::At);
        }
        let host: String = host.to_lowercase().nfc().collect();
        if address.chars().count() > 254
            || local.len() > 64
            || !is_local(local)
            || !host.chars().all(|c| c == '.' || in_label(c))
        {
            return Err(NotAnEmailAddress::Characters);
        }
        let labels: Vec<&str> = host.split('.').collect();
        if labels.iter().any(|label| {
            label.starts_with('-') || label.ends_with('-') || label.chars().count() > 63
        }) {
            return Err(NotAnEmailAddress::Characters);
        }
        let ends = labels.last().is_some_and(|last| {
            last.chars().count() >= 2 && !last.chars().all(|c| c.is_ascii_digit())
        });
        if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !ends {
            return Err(NotAnEmailAddress::Ending);
        }
        Ok(Self(format!("{local}@{host}")))
    }

    /// An address that was taken before, as it stands; [`PersonName::kept`] says why. No rules of
    /// any day took one without an `@` between two parts.
    pub fn kept(stored: &str) -> Option<Self> {
        let (local, host) = stored.split_once('@')?;
        let is_normal = is_folded(stored) && host.to_lowercase() == host;
        (!local.is_empty() && !host.is_empty() && is_normal).then(|| Self(stored.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// White space is single and nowhere else, as the rules of every day had it.
fn is_folded(stored: &str) -> bool {
    stored.split_whitespace().collect::<Vec<_>>().join(" ") == stored
}

/// The part before `@` as people have it: letters of any script, figures and the signs of RFC
/// 5322's `atext`, with single dots between them. The quoted form is refused: no address of a
/// person has it, and many programs send nothing to it.
fn is_local(local: &str) -> bool {
    let sign =
        |c: char| c.is_alphanumeric() || is_combining_mark(c) || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(sign))
}

/// What a part of a domain may have, in ASCII or as an internationalised name shows it.
fn in_label(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || c == '-'
}

impl From<BirthDate> for TypedDate {
    fn from(born: BirthDate) -> Self {
        let date = born.date();
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
        let [day, month, year] = [&typed.day, &typed.month, &typed.year].map(|part| figures(part));
        if [&day, &month, &year].iter().any(|part| part.trim().is_empty()) {
            return Err(NotABirthDate::Missing);
        }
        let number = |text: &str| text.trim().parse::<i16>().ok();
        let (Some(day), Some(month), Some(year)) = (number(&day), number(&month), number(&year))
        else {
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

/// What two spellings of one name or mail address have in common: [`fold`]ed, and without regard to
/// case. For comparing only.
pub fn normalise(text: &str) -> String {
    fold(text).to_lowercase()
}

/// What two spellings of one mailbox have in common, in the same way; an address that is not whole
/// is compared as it was typed.
pub fn mailbox(typed: &str) -> String {
    EmailAddress::parse(typed)
        .map_or_else(|_| normalise(typed), |address| address.as_str().to_lowercase())
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
    fn an_email_address_says_which_part_is_missing() {
        assert_eq!(
            EmailAddress::parse(" Soren@Nordlystomrer.Example ").map(|e| e.as_str().to_owned()),
            Ok("Soren@nordlystomrer.example".into())
        );
        for (pasted, meant) in [
            ("bo\u{200b}@x.dk", "bo@x.dk"),
            ("\u{feff}bo@x.dk\u{a0}", "bo@x.dk"),
            ("mailto:bo@x.dk", "bo@x.dk"),
            ("MAILTO:bo@x.dk?subject=Hej", "bo@x.dk"),
            ("Bo Lund <bo@x.dk>", "bo@x.dk"),
            ("\"Lund, Bo\" <bo@x.dk>;", "bo@x.dk"),
            ("bo@x.dk <bo@x.dk>", "bo@x.dk"),
            ("<mailto:bo@x.dk>", "bo@x.dk"),
            ("<Bo Lund> bo@x.dk", "bo@x.dk"),
            ("bo@x.dk,", "bo@x.dk"),
            ("bo@x.dk.", "bo@x.dk"),
            ("'bo@x.dk'", "bo@x.dk"),
            ("ｂｏ＠ｘ．ｄｋ", "bo@x.dk"),
            ("Bo.Lund+x@BLÅBÆR.DK", "Bo.Lund+x@blåbær.dk"),
            ("bo@bla\u{30a}bær.dk", "bo@blåbær.dk"),
            ("o'brien@x-y.co.uk", "o'brien@x-y.co.uk"),
            ("bo@xn--blbr-roah.dk", "bo@xn--blbr-roah.dk"),
            ("bo@x.dk (Bo)", "bo@x.dk"),
            ("bo%lund@x.dk", "bo%lund@x.dk"),
        ] {
            assert_eq!(
                EmailAddress::parse(pasted).map(|e| e.as_str().to_owned()),
                Ok(meant.to_owned()),
                "{pasted:?}"
            );
        }
        for (text, why) in [
            ("", NotAnEmailAddress::Empty),
            ("\u{200b}\u{ad}", NotAnEmailAddress::Empty),
            ("mailto:", NotAnEmailAddress::Empty),
            ("bo@x.dk, ida@x.dk", NotAnEmailAddress::At),
            ("bo@x.dk;ida@x.dk", NotAnEmailAddress::At),
            ("Bo <bo@x.dk>, Ida <ida@x.dk>", NotAnEmailAddress::At),
            ("ida@x.dk <bo@x.dk>", NotAnEmailAddress::At),
            ("bo@x.dk>", NotAnEmailAddress::At),
            ("bo..lund@x.dk", NotAnEmailAddress::Characters),
            (".bo@x.dk", NotAnEmailAddress::Characters),
            ("bo.@x.dk", NotAnEmailAddress::Characters),
            ("\"bo lund\"@x.dk", NotAnEmailAddress::Characters),
            ("bo@x.dk/", NotAnEmailAddress::Characters),
            ("bo@-x.dk", NotAnEmailAddress::Characters),
            ("bo@[127.0.0.1]", NotAnEmailAddress::Characters),
            ("bo@x..dk", NotAnEmailAddress::Ending),
            ("bo@x.dk..", NotAnEmailAddress::Ending),
            ("bo@127.0.0.1", NotAnEmailAddress::Ending),
            ("bo@x.d", NotAnEmailAddress::Ending),
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
        fn an_address_that_was_read_is_read_as_itself(text in "[a-zA-Z0-9.@<>\"' ,;:åİ\u{30a}\u{200b}-]{0,16}(@[a-zåİ.\u{30a}]{1,8}[.,>]?)?") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
            }
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
