//! Members of an answer that may turn out to be of any type.
//!
//! The register is not ours, and a street that is suddenly a number is no reason to refuse a whole
//! organisation. So each type here takes any JSON value, keeps what it wants and skips the rest
//! without keeping it, but remembers that there was something else ([`HasUnreadable`]), so that a
//! person is told. A value that is `null` or missing is not unreadable: registers leave out what
//! they do not know. What decides about the organisation (its number) is judged where it is read.
//! Text is borrowed from the answer where it has no escapes.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Something of an answer that may be of another type than is read, or have something in it that
/// is.
pub(crate) trait HasUnreadable {
    /// True when something is there that cannot be read.
    fn has_unreadable(&self) -> bool;
}

/// [`HasUnreadable`] for a struct of an answer: each member in turn, with what else is to be looked
/// at.
macro_rules! has_unreadable {
    ($($name:ident { $($member:ident),+ $(,)? })+) => {
        $(impl crate::lenient::HasUnreadable for $name<'_> {
            fn has_unreadable(&self) -> bool {
                $(crate::lenient::HasUnreadable::has_unreadable(&self.$member))||+
            }
        })+
    };
}
pub(crate) use has_unreadable;

/// A text; nothing for any other value.
#[derive(Default)]
pub(crate) enum Text<'a> {
    #[default]
    Nothing,
    Given(Cow<'a, str>),
    Unreadable,
}

/// A single value that comes as a number or as text; nothing for a list, an object, a fraction or a
/// number below zero.
#[derive(Default)]
pub(crate) enum Scalar<'a> {
    #[default]
    Nothing,
    Flag(bool),
    Number(u64),
    Text(Cow<'a, str>),
    Unreadable,
}

/// An object; nothing for any other value.
pub(crate) struct One<T> {
    object: Option<T>,
    unreadable: bool,
}

/// A list of objects. Elements of other types are left out.
pub(crate) struct List<T> {
    items: Vec<T>,
    told: bool,
    whole: bool,
    unreadable: bool,
}

impl Text<'_> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Given(text) => Some(text),
            Self::Nothing | Self::Unreadable => None,
        }
    }
}

impl HasUnreadable for Text<'_> {
    fn has_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable)
    }
}

impl HasUnreadable for Scalar<'_> {
    fn has_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable | Self::Flag(_))
    }
}

impl<T: HasUnreadable> HasUnreadable for One<T> {
    fn has_unreadable(&self) -> bool {
        self.unreadable || self.object.as_ref().is_some_and(HasUnreadable::has_unreadable)
    }
}

impl<T: HasUnreadable> HasUnreadable for List<T> {
    fn has_unreadable(&self) -> bool {
        self.unreadable || !self.whole || self.items.iter().any(HasUnreadable::has_unreadable)
    }
}

impl Scalar<'_> {
    /// The number, also when it comes as digits in a text.
    pub(crate) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(digits) if !digits.contains('+') => digits.trim().parse().ok(),
            Self::Nothing | Self::Flag(_) | Self::Text(_) | Self::Unreadable => None,
        }
    }
}

impl<T> One<T> {
    pub(crate) fn of(object: T) -> Self {
        Self { object: Some(object), unreadable: false }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.object.as_ref()
    }

    /// Something else than an object was there.
    pub(crate) fn is_malformed(&self) -> bool {
        self.unreadable
    }

    pub(crate) fn into_inner(self) -> Option<T> {
        self.object
    }
}

impl<T> List<T> {
    /// Something else than a list of objects was there.
    pub(crate) fn is_malformed(&self) -> bool {
        self.unreadable || !self.whole
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The member was a list, so an empty one says that there is none.
    pub(crate) fn is_present(&self) -> bool {
        self.told
    }

    /// Every element was an object.
    pub(crate) fn is_whole(&self) -> bool {
        self.told && self.whole
    }
}

impl<T> Default for One<T> {
    fn default() -> Self {
        Self { object: None, unreadable: false }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), told: false, whole: true, unreadable: false }
    }
}

/// What stands for a value that is not wanted.
trait Skipped: Default {
    fn skipped() -> Self;
}

impl Skipped for Text<'_> {
    fn skipped() -> Self {
        Self::Unreadable
    }
}

impl Skipped for Scalar<'_> {
    fn skipped() -> Self {
        Self::Unreadable
    }
}

impl<T> Skipped for One<T> {
    fn skipped() -> Self {
        Self { object: None, unreadable: true }
    }
}

impl<T> Skipped for List<T> {
    fn skipped() -> Self {
        Self { unreadable: true, ..Self::default() }
    }
}

/// Visits of values that are not wanted: they are skipped, and it is remembered that they were
/// there.
macro_rules! skips {
    ($($what:ident)+) => { $( skips!(@ $what); )+ };
    (@ bool) => { fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> { Ok(Skipped::skipped()) } };
    (@ numbers) => {
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> { Ok(Skipped::skipped()) }
        skips!(@ others);
    };
    (@ others) => {
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> { Ok(Skipped::skipped()) }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> { Ok(Skipped::skipped()) }
    };
    (@ null) => { fn visit_unit<E>(self) -> Result<Self::Value, E> { Ok(Default::default()) } };
    (@ text) => { fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> { Ok(Skipped::skipped()) } };
    (@ list) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            Ok(Skipped::skipped())
        }
    };
    (@ object) => {
        fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
            while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok(Skipped::skipped())
        }
    };
}

fn anything(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("any value")
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reads;
        impl<'de> Visitor<'de> for Reads {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                anything(f)
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text::Given(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text::Given(Cow::Owned(text.to_owned())))
            }
            skips!(bool numbers null list object);
        }
        deserializer.deserialize_any(Reads)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reads;
        impl<'de> Visitor<'de> for Reads {
            type Value = Scalar<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                anything(f)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Scalar<'de>, E> {
                Ok(Scalar::Flag(flag))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Scalar<'de>, E> {
                Ok(Scalar::Number(number))
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Scalar<'de>, E> {
                Ok(Scalar::Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Scalar<'de>, E> {
                Ok(Scalar::Text(Cow::Owned(text.to_owned())))
            }
            skips!(others null list object);
        }
        deserializer.deserialize_any(Reads)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for One<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reads<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reads<T> {
            type Value = One<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                anything(f)
            }
            fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<One<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(object)).map(One::of)
            }
            skips!(bool numbers null text list);
        }
        deserializer.deserialize_any(Reads(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reads<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reads<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                anything(f)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<T>, A::Error> {
                let mut read =
                    List { items: Vec::new(), told: true, whole: true, unreadable: false };
                while let Some(One { object, .. }) = list.next_element::<One<T>>()? {
                    match object {
                        Some(element) => read.items.push(element),
                        None => read.whole = false,
                    }
                }
                Ok(read)
            }
            skips!(bool numbers null text object);
        }
        deserializer.deserialize_any(Reads(PhantomData))
    }
}

/// Any JSON, for the tests of those who read it.
#[cfg(test)]
pub(crate) mod arbitrary {
    use proptest::prelude::*;
    use serde_json::Value;

    pub(crate) fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            "[A-ZÆØÅ]{1,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            let members = prop::collection::hash_map("[a-z]{1,4}", inner.clone(), 0..4);
            prop_oneof![
                prop::collection::vec(inner, 0..4).prop_map(Value::from),
                members.prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }
}
