//! Days, moments and dates of birth, as ISO 8601 writes them.

use crate::text::{Exchanged, Handling, Text};
use domain::person::TypedDate;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::marker::PhantomData;

/// A day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day(pub Date);

/// A moment, written as RFC 3339 does: `2026-11-24T09:30:00Z`, or with another offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment(pub Timestamp);

/// A date of birth: `YYYY-MM-DD`, or what was typed into the three fields when that is no whole
/// date (yet).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Born<'a, H = Exchanged> {
    /// Written as a date. Whether there is such a day is for the check to say.
    Date {
        /// Four digits.
        year: u16,
        /// Two digits.
        month: u8,
        /// Two digits.
        day: u8,
    },
    /// Written as typed.
    Typed(TypedBorn<'a, H>),
}

/// What was typed into the three fields of a date of birth.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "TypedBorn", bound = "H: Handling"))]
#[serde(default, deny_unknown_fields, bound = "H: Handling")]
pub struct TypedBorn<'a, H = Exchanged> {
    /// Day of the month.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub day: Text<'a, H>,
    /// Month, as a number.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub month: Text<'a, H>,
    /// Year, four digits.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub year: Text<'a, H>,
}

/// The three numbers of `YYYY-MM-DD`; none for any other text. What they name need not exist.
fn numbers(text: &str) -> Option<(u16, u8, u8)> {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, byte)| if matches!(i, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    if !shape {
        return None;
    }
    Some((
        text.get(..4)?.parse().ok()?,
        text.get(5..7)?.parse().ok()?,
        text.get(8..)?.parse().ok()?,
    ))
}

/// Reads `YYYY-MM-DD` and nothing else; none when there is no such day.
pub fn parse_day(text: &str) -> Option<Date> {
    let (year, month, day) = numbers(text)?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_str(Written { what: "a day that exists, as YYYY-MM-DD", parse: parse_day })
            .map(Self)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let what = "a moment with its offset, as 2026-11-24T09:30:00Z";
        deserializer
            .deserialize_str(Written { what, parse: |text: &str| text.parse().ok() })
            .map(Self)
    }
}

/// A text that is parsed at once, and that no error repeats.
struct Written<F> {
    what: &'static str,
    parse: F,
}

impl<T, F: Fn(&str) -> Option<T>> de::Visitor<'_> for Written<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Other("another text"), &self))
    }
}

impl<H: Handling> Serialize for Born<'_, H> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Date { year, month, day } => {
                serializer.collect_str(&format_args!("{year:04}-{month:02}-{day:02}"))
            }
            Self::Typed(typed) => typed.serialize(serializer),
        }
    }
}

impl<'de: 'a, 'a, H: Handling> Deserialize<'de> for Born<'a, H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BornVisitor(PhantomData))
    }
}

struct BornVisitor<H>(PhantomData<H>);

impl<'de, H: Handling> de::Visitor<'de> for BornVisitor<H> {
    type Value = Born<'de, H>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date of birth as YYYY-MM-DD, or an object with day, month and year")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let (year, month, day) = numbers(text)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Other("another text"), &self))?;
        Ok(Born::Date { year, month, day })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        TypedBorn::deserialize(MapAccessDeserializer::new(map)).map(Born::Typed)
    }
}

impl<'a, H: Handling> Born<'a, H> {
    /// Lends what was typed; none when nothing was.
    pub fn of(typed: &'a TypedDate) -> Option<Self> {
        let TypedDate { day, month, year } = typed;
        if [day, month, year].iter().all(|part| part.is_empty()) {
            return None;
        }
        Some(match (plain(year, 4), plain(month, 2), plain(day, 2)) {
            (Some(written), Some(month), Some(day)) if year.len() == 4 => Self::Date {
                year: written,
                month: u8::try_from(month).unwrap_or(0),
                day: u8::try_from(day).unwrap_or(0),
            },
            _ => Self::Typed(TypedBorn { day: day.into(), month: month.into(), year: year.into() }),
        })
    }

    /// What a person would have typed.
    pub fn into_typed(self) -> TypedDate {
        match self {
            Self::Date { year, month, day } => TypedDate {
                day: day.to_string(),
                month: month.to_string(),
                year: format!("{year:04}"),
            },
            Self::Typed(TypedBorn { day, month, year }) => TypedDate {
                day: day.into_owned(),
                month: month.into_owned(),
                year: year.into_owned(),
            },
        }
    }
}

/// The number, when it was typed as it is written back: digits without a zero before them (a year
/// has its four anyway).
fn plain(typed: &str, longest: usize) -> Option<u16> {
    let digits =
        (1..=longest).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
    let padded = longest == 2 && typed.len() == 2 && typed.starts_with('0');
    if digits && !padded { typed.parse().ok() } else { None }
}
