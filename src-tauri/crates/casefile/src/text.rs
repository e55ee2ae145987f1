//! A text of the file, borrowed where it can be, that is never a CPR number.

use domain::person::looks_like_cpr;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use std::borrow::Cow;
use std::fmt;

/// A text. Empty and `null` both mean that nothing was said. One that looks like a CPR number is neither read nor written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a>(pub Cow<'a, str>);

/// A CVR number as somebody wrote it, right or wrong: a text, or the integer that the register's interfaces use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number<'a>(pub Text<'a>);

/// What is said of a text that is refused; [`crate::trouble`] knows it again.
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

impl<'a> From<&'a String> for Text<'a> {
    fn from(text: &'a String) -> Self {
        Self::of(text)
    }
}

/// Most texts have fewer than ten digits, and then there is nothing to look for.
fn refused(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 10 && looks_like_cpr(text)
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if refused(&self.0) { Err(ser::Error::custom(LOOKS_LIKE_CPR)) } else { serializer.serialize_str(&self.0) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor { integers: false }).map(Self)
    }
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Number<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor { integers: true }).map(|text| Self(Text(text)))
    }
}

struct Visitor {
    integers: bool,
}

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.integers { "a text or a whole number" } else { "a text" })
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        if refused(text) { Err(E::custom(LOOKS_LIKE_CPR)) } else { Ok(Cow::Borrowed(text)) }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if refused(text) { Err(E::custom(LOOKS_LIKE_CPR)) } else { Ok(Cow::Owned(text.to_owned())) }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        if self.integers { self.visit_str(&number.to_string()) } else { Err(E::invalid_type(de::Unexpected::Unsigned(number), &self)) }
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(""))
    }
}
