//! The texts of the file, borrowed where they can be. What a person writes is refused where it
//! looks like a CPR number; what a register said is kept without the number; the name of an
//! organisation is not looked at, because a date and a number are part of many.

use domain::cpr::looks_like_cpr;
use domain::personal_number::without_numbers;
use domain::typed::visible;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use std::borrow::Cow;
use std::fmt;

/// A text. Empty and `null` both mean that nothing was said. One that looks like a CPR number is
/// neither read nor written. What cannot be seen is dropped, as from what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a>(pub Cow<'a, str>);

/// A CVR number as somebody wrote it, right or wrong: a text, or the integer that the register's
/// interfaces use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number<'a>(pub Text<'a>);

/// The name of an organisation, or of somebody that is told with one ([`crate::organisation`]): any
/// text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Name<'a>(pub Cow<'a, str>);

/// A text of a register. What can be a personal number in it is left out, when it is written and
/// when it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterText<'a>(pub Cow<'a, str>);

/// What is said of a text that is refused; [`crate::error`] knows it again.
pub(crate) const LOOKS_LIKE_CPR: &str = "looks like a CPR number, and none is taken";

impl<'a> Text<'a> {
    /// Lends a text.
    pub fn of(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text as the domain keeps it.
    pub fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

macro_rules! texts {
    ($($type:ident),+) => { $(
        impl $type<'_> {
            /// Nothing was said.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// The text as the domain keeps it.
            pub fn into_owned(self) -> String {
                self.0.into_owned()
            }
        }
    )+ };
}

texts!(Name, RegisterText);

impl<'a> From<&'a String> for Name<'a> {
    fn from(text: &'a String) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for RegisterText<'a> {
    fn from(text: &'a String) -> Self {
        Self::without_numbers(Cow::Borrowed(text))
    }
}

impl<'a> RegisterText<'a> {
    /// Keeps the text without what can be a personal number.
    pub fn without_numbers(text: Cow<'a, str>) -> Self {
        match without_numbers(&text) {
            Some(kept) => Self(Cow::Owned(kept)),
            None => Self(text),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor { any: true, integers: false }).map(Self)
    }
}

impl Serialize for RegisterText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&RegisterText::without_numbers(Cow::Borrowed(&*self.0)).0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for RegisterText<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(Visitor { any: true, integers: false })
            .map(Self::without_numbers)
    }
}

impl<'a> From<&'a String> for Text<'a> {
    fn from(text: &'a String) -> Self {
        Self::of(text)
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if looks_like_cpr(&self.0) {
            Err(ser::Error::custom(LOOKS_LIKE_CPR))
        } else {
            serializer.serialize_str(&self.0)
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor { any: false, integers: false }).map(Self)
    }
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Number<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(Visitor { any: false, integers: true })
            .map(|text| Self(Text(text)))
    }
}

struct Visitor {
    /// A whole number is read as its digits.
    integers: bool,
    /// Whatever it looks like.
    any: bool,
}

impl Visitor {
    fn checked<E: de::Error>(&self, text: &str) -> Result<(), E> {
        if !self.any && looks_like_cpr(text) { Err(E::custom(LOOKS_LIKE_CPR)) } else { Ok(()) }
    }
}

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.integers { "a text or a whole number" } else { "a text" })
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        let text = visible(text);
        self.checked(&text).map(|()| text)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let text = visible(text);
        self.checked(&text).map(|()| Cow::Owned(text.into_owned()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        if self.integers {
            self.visit_str(&number.to_string())
        } else {
            Err(E::invalid_type(de::Unexpected::Unsigned(number), &self))
        }
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }
}
