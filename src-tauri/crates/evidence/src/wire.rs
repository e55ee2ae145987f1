//! How the words of the trade are written in a request. Every value has exactly one spelling, and
//! only that one is read back, so that equal requests have equal hashes and a request survives the
//! way to and from [`domain`] unchanged.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::cvr::CvrNumber;
use domain::organisation::{ParticipantKind, Source, Status};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::{Environment, Timestamp};
use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

/// A value that a request writes as a text.
pub(crate) trait Text: Sized {
    /// The one spelling.
    fn write(&self) -> String;
    /// Reads a spelling; [`deserialize`] refuses all but the one that [`Text::write`] gives.
    fn read(text: &str) -> Option<Self>;
}

/// For `#[serde(with = "wire")]`.
pub(crate) fn serialize<T: Text, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.write())
}

/// For `#[serde(with = "wire")]`.
pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    T::read(&text)
        .filter(|value| value.write() == text)
        .ok_or_else(|| D::Error::custom("not a value of the request"))
}

/// For an optional text: a member that is there and is not `null`.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// For an optional [`Text`].
pub(crate) mod optional {
    use super::{Deserializer, Serializer, Text};

    pub(crate) fn serialize<T: Text, S: Serializer>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        super::deserialize(deserializer).map(Some)
    }
}

/// For a list of [`Text`]s.
pub(crate) mod list {
    use super::{Deserialize as _, Deserializer, Error as _, Serializer, Text};
    use serde::ser::SerializeSeq as _;

    pub(crate) fn serialize<T: Text, S: Serializer>(
        values: &[T],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(values.len()))?;
        for value in values {
            list.serialize_element(&value.write())?;
        }
        list.end()
    }

    pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<T>, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        let value = |text: &String| T::read(text).filter(|value| value.write() == *text);
        texts
            .iter()
            .map(value)
            .collect::<Option<_>>()
            .ok_or_else(|| D::Error::custom("not values of the bundle"))
    }
}

/// Bytes that others encoded (ASN.1 DER): in standard base64 with padding, as such structures are
/// written everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Der(pub(crate) Vec<u8>);

impl Text for Der {
    fn write(&self) -> String {
        STANDARD.encode(&self.0)
    }
    fn read(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok().map(Self)
    }
}

/// A statement that can only be made, not denied: its one spelling is `true`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attested;

impl serde::Serialize for Attested {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

impl<'de> Deserialize<'de> for Attested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::deserialize(deserializer)?
            .then_some(Self)
            .ok_or_else(|| D::Error::custom("not attested"))
    }
}

macro_rules! words {
    ($type:ty { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl Text for $type {
            fn write(&self) -> String {
                match self { $( Self::$variant => $word, )+ }.to_owned()
            }
            fn read(text: &str) -> Option<Self> {
                match text { $( $word => Some(Self::$variant), )+ _ => None }
            }
        }
    };
}

impl Text for Environment {
    fn write(&self) -> String {
        self.word().to_owned()
    }
    fn read(text: &str) -> Option<Self> {
        Self::from_word(text)
    }
}

words!(Status { Active = "active", Dissolving = "dissolving", Ceased = "ceased", Uncertain = "uncertain" });
words!(Source { Virk = "virk", Datafordeler = "datafordeler", Cvrapi = "cvrapi", Practice = "practice", Typed = "typed" });
words!(ParticipantKind {
    Person = "person",
    PersonWithoutCpr = "personWithoutCpr",
    Organisation = "organisation",
    Unknown = "unknown",
});

impl Text for CvrNumber {
    fn write(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

/// As it was approved: a later version may refuse what an earlier one took, and the approval still
/// verifies.
impl Text for PersonName {
    fn write(&self) -> String {
        self.as_str().to_owned()
    }
    fn read(text: &str) -> Option<Self> {
        Self::kept(text)
    }
}

/// As it was approved: a later version may refuse what an earlier one took, and the approval still
/// verifies.
impl Text for EmailAddress {
    fn write(&self) -> String {
        self.as_str().to_owned()
    }
    fn read(text: &str) -> Option<Self> {
        Self::kept(text)
    }
}

impl Text for BirthDate {
    fn write(&self) -> String {
        self.date().to_string()
    }
    /// The upper bound was checked against the day on which it was typed; no clock is read here.
    fn read(text: &str) -> Option<Self> {
        Self::from_date(text.parse().ok()?, Date::MAX).ok()
    }
}

impl Text for Date {
    fn write(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// RFC 3339 in UTC.
impl Text for Timestamp {
    fn write(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A register's number may be larger than the integers that canonical JSON keeps exactly (2^53 -
/// 1), so it is a text.
impl Text for u64 {
    fn write(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A hash, in lower-case hexadecimal.
impl Text for [u8; 32] {
    fn write(&self) -> String {
        base16ct::lower::encode_string(self)
    }
    fn read(text: &str) -> Option<Self> {
        base16ct::lower::decode_vec(text).ok()?.try_into().ok()
    }
}
