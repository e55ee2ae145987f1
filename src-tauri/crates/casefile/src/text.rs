//! The texts of the file, borrowed where they can be. What a person writes is refused where it
//! looks like a CPR number; what a register said is kept without the number; the name of an
//! organisation is not looked at, because a date and a number are part of many.
//!
//! That holds for what is [`Exchanged`]. The same types are what a case is [`Stored`] as on the
//! machine on which it is written, encrypted, and there every text is kept letter by letter: what
//! somebody is in the middle of typing, and what was approved, comes back as it was.

use domain::cpr::looks_like_cpr;
use domain::personal_number::without_numbers;
use domain::typed::visible;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// What becomes of a case's texts on their way through JSON.
pub trait Handling: fmt::Debug + Clone + PartialEq + Eq + Default {
    /// Every text is kept letter by letter, whatever it looks like.
    const AS_IT_IS: bool;
}

/// For others to read: no CPR number goes through, and nothing that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exchanged;

/// For the encrypted vault: what was typed comes back as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stored;

impl Handling for Exchanged {
    const AS_IT_IS: bool = false;
}

impl Handling for Stored {
    const AS_IT_IS: bool = true;
}

/// A text. Empty and `null` both mean that nothing was said. One that looks like a CPR number is
/// neither read nor written. What cannot be seen is dropped, as from what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a, H = Exchanged>(Cow<'a, str>, PhantomData<H>);

/// A CVR number as somebody wrote it, right or wrong: a text, or the integer that the register's
/// interfaces use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number<'a, H = Exchanged>(pub Text<'a, H>);

/// The name of an organisation, or of somebody that is told with one ([`crate::organisation`]): any
/// text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name<'a, H = Exchanged>(Cow<'a, str>, PhantomData<H>);

/// A text of a register. What can be a personal number in it is left out, when it is written and
/// when it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterText<'a, H = Exchanged>(Cow<'a, str>, PhantomData<H>);

/// What is said of a text that is refused; [`crate::error`] knows it again.
pub(crate) const LOOKS_LIKE_CPR: &str = "looks like a CPR number, and none is taken";

macro_rules! texts {
    ($($type:ident),+) => { $(
        impl<'a, H> $type<'a, H> {
            /// Nothing was said.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as the domain keeps it.
            pub fn into_owned(self) -> String {
                self.0.into_owned()
            }

            fn new(text: Cow<'a, str>) -> Self {
                Self(text, PhantomData)
            }
        }
    )+ };
}

texts!(Text, Name, RegisterText);

impl<'a, H> From<&'a String> for Text<'a, H> {
    fn from(text: &'a String) -> Self {
        Self::new(Cow::Borrowed(text))
    }
}

impl<H> From<String> for Text<'_, H> {
    fn from(text: String) -> Self {
        Self::new(Cow::Owned(text))
    }
}

impl<'a, H> From<&'a String> for Name<'a, H> {
    fn from(text: &'a String) -> Self {
        Self::new(Cow::Borrowed(text))
    }
}

impl<'a, H: Handling> From<&'a String> for RegisterText<'a, H> {
    fn from(text: &'a String) -> Self {
        Self::handled(Cow::Borrowed(text))
    }
}

/// The name of somebody that is told as a register tells it.
impl<'a, H> From<RegisterText<'a, H>> for Name<'a, H> {
    fn from(text: RegisterText<'a, H>) -> Self {
        Self::new(text.0)
    }
}

impl<'a, H: Handling> From<Name<'a, H>> for RegisterText<'a, H> {
    fn from(name: Name<'a, H>) -> Self {
        Self::handled(name.0)
    }
}

impl<'a, H: Handling> RegisterText<'a, H> {
    /// The text without what can be a personal number, where others are to read it.
    fn handled(text: Cow<'a, str>) -> Self {
        match without_numbers(&text).filter(|_| !H::AS_IT_IS) {
            Some(kept) => Self::new(Cow::Owned(kept)),
            None => Self::new(text),
        }
    }
}

impl<H> Serialize for Name<'_, H> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'a, 'a, H: Handling> Deserialize<'de> for Name<'a, H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor::<H>::of(Looks::Any)).map(Self::new)
    }
}

impl<H: Handling> Serialize for RegisterText<'_, H> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&RegisterText::<H>::handled(Cow::Borrowed(&self.0)).0)
    }
}

impl<'de: 'a, 'a, H: Handling> Deserialize<'de> for RegisterText<'a, H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor::<H>::of(Looks::Any)).map(Self::handled)
    }
}

impl<H: Handling> Serialize for Text<'_, H> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !H::AS_IT_IS && looks_like_cpr(&self.0) {
            Err(ser::Error::custom(LOOKS_LIKE_CPR))
        } else {
            serializer.serialize_str(&self.0)
        }
    }
}

impl<'de: 'a, 'a, H: Handling> Deserialize<'de> for Text<'a, H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor::<H>::of(Looks::Checked)).map(Self::new)
    }
}

impl<H: Handling> Serialize for Number<'_, H> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de: 'a, 'a, H: Handling> Deserialize<'de> for Number<'a, H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = Visitor::<H> { integers: true, ..Visitor::of(Looks::Checked) };
        deserializer.deserialize_any(visitor).map(|text| Self(Text::new(text)))
    }
}

/// What a text may look like.
enum Looks {
    /// Whatever it looks like.
    Any,
    /// Not like a CPR number.
    Checked,
}

struct Visitor<H> {
    looks: Looks,
    /// A whole number is read as its digits.
    integers: bool,
    handling: PhantomData<H>,
}

impl<H: Handling> Visitor<H> {
    fn of(looks: Looks) -> Self {
        Self { looks, integers: false, handling: PhantomData }
    }

    fn taken<'t, E: de::Error>(&self, text: &'t str) -> Result<Cow<'t, str>, E> {
        if H::AS_IT_IS {
            return Ok(Cow::Borrowed(text));
        }
        let text = visible(text);
        match self.looks {
            Looks::Checked if looks_like_cpr(&text) => Err(E::custom(LOOKS_LIKE_CPR)),
            Looks::Any | Looks::Checked => Ok(text),
        }
    }
}

impl<'de, H: Handling> de::Visitor<'de> for Visitor<H> {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.integers { "a text or a whole number" } else { "a text" })
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        self.taken(text)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        self.taken(text).map(|text| Cow::Owned(text.into_owned()))
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
