//! JSON that means one thing only. Two readers of a text with a member given twice may see two
//! different values, so such a text is never evidence (RFC 8785 §3.1 wants I-JSON); and a hash
//! needs one spelling of equal values.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Reads one JSON value and nothing after it. `None` when it is not JSON, is not UTF-8, nests
/// deeper than 128 levels, or names a member twice in one object.
pub(crate) fn parse(bytes: &[u8]) -> Option<Value> {
    serde_json::from_slice::<Strict>(bytes).ok().map(|strict| strict.0)
}

/// Reads an object as [`parse`] does; anything else is `None`.
pub fn object(bytes: &[u8]) -> Option<Map<String, Value>> {
    match parse(bytes)? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// The canonical form of a value (RFC 8785).
///
/// # Panics
/// Never of a value whose maps have texts as keys and whose numbers are finite.
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and a JSON value has string keys and finite numbers"
)]
pub fn canonical(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).expect("a JSON value has a canonical form")
}

/// A value on many lines, for a person to read.
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and a JSON value has string keys and finite numbers"
)]
pub(crate) fn laid_out(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value can be written")
}

/// base64url without padding (RFC 7515 §2).
pub(crate) fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads base64url without padding; other spellings of the same bytes are refused.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// A value in which no member is named twice.
pub(crate) struct Strict(pub(crate) Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON in which every member of an object has its own name")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Strict(value))) = members.next_entry::<String, Strict>()? {
            if object.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is named twice"));
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_named_twice_is_refused_at_any_depth() {
        for twice in [r#"{"a":1,"a":1}"#, r#"[{"b":{"a":1,"\u0061":2}}]"#] {
            assert_eq!(parse(twice.as_bytes()), None, "{twice}");
        }
        for other in ["{} {}", "{", "\"\\ud800\"", "1e999", ""] {
            assert_eq!(parse(other.as_bytes()), None, "{other}");
        }
        let whole = r#"{"a":[1,-2,0.5,"x",true,null,{"a":2}],"b":{"a":3}}"#;
        assert_eq!(parse(whole.as_bytes()), serde_json::from_str(whole).ok());
    }

    #[test]
    fn an_object_is_read_only_when_it_means_one_thing() {
        for doubled in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":{"b":1,"b":2}}"#,
            r#"{"a":[{"b":1,"b":2}]}"#,
            r#"{"a":1,"\u0061":2}"#,
        ] {
            assert_eq!(object(doubled.as_bytes()), None, "{doubled}");
        }
        for other in ["[]", "1", "", "{", r#"{"a":1} x"#] {
            assert_eq!(object(other.as_bytes()), None, "{other}");
        }
        let whole = r#"{"a":[null,true,-1,18446744073709551615,1.5,"æ"],"b":{"a":{}}}"#;
        assert_eq!(object(whole.as_bytes()).map(Value::Object), serde_json::from_str(whole).ok());
    }

    #[test]
    fn nesting_without_end_is_refused_without_a_crash() {
        assert_eq!(parse("[".repeat(100_000).as_bytes()), None);
    }

    /// The example of RFC 8785 §3.2.2 and §3.2.3, as far as strings, literals and member order go.
    #[test]
    fn the_canonical_form_is_the_standards() {
        let value =
            parse(br#"{"literals":[null,true,false],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","numbers":[4.50,1E30,2e-3]}"#);
        let expected = "{\"literals\":[null,true,false],\"numbers\":[4.5,1e+30,0.002],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(value.map(|v| canonical(&v)), Some(expected.as_bytes().to_vec()));
    }

    #[test]
    fn only_one_spelling_of_base64url_is_read() {
        assert_eq!(from_base64url("_w"), Some(vec![255]));
        for other in ["/w", "_w==", "_x", "_w\n"] {
            assert_eq!(from_base64url(other), None, "{other}");
        }
    }
}
