//! Any answer: a sound one with odd values and other bytes, and bytes that are none.

use crate::sound::{SOUND, cvr, now, read_value, sound};
use proptest::prelude::*;
use register::{Error, read, read_any};
use serde_json::{Value, json};

proptest! {
    #[test]
    fn a_sound_answer_with_odd_places_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..6)) {
        let mut answer = sound();
        for (which, value) in changes {
            let mut all = Vec::new();
            places(&answer, "", &mut all);
            let place = which.get(&all).clone();
            *answer.pointer_mut(&place).unwrap() = value;
        }
        let _ = read_any(answer.to_string().as_bytes(), now());
        if let Ok(organisation) = read_value(&answer) {
            prop_assert_eq!(organisation.cvr, cvr());
            prop_assert!(!organisation.name.trim().is_empty() && !organisation.form.trim().is_empty());
            let named = organisation.named().map(|c| &c.name).chain(organisation.candidates.iter().flat_map(|c| c.roles.iter().map(|role| &role.function)));
            let filled: Vec<&String> = named.chain(&organisation.address).chain([&organisation.name, &organisation.form]).collect();
            prop_assert!(filled.iter().all(|text| !text.is_empty()));
            let roles = organisation.candidates.iter().flat_map(|c| c.roles.iter().flat_map(|role| [&role.relation, &role.body]));
            prop_assert!(roles.chain(filled).all(|text| !text.chars().any(char::is_control)));
        }
    }

    #[test]
    fn a_sound_answer_with_other_bytes_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = SOUND.as_bytes().to_vec();
        for (which, byte) in changes {
            let place = which.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(&bytes, cvr(), now());
        let _ = read_any(&bytes, now());
        let _ = read(&bytes[..cut.index(bytes.len())], cvr(), now());
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read(&bytes, cvr(), now()), Err(Error::Nonsense));
        prop_assert_eq!(read_any(&bytes, now()), Err(Error::Nonsense));
    }
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {}, [[]]])),
        "[A-Z]{0,12}".prop_map(
            |text| json!([{ "navn": text, "vaerdi": text, "periode": { "gyldigTil": null } }])
        ),
    ]
}

/// Every place in a JSON value, as pointers.
pub(crate) fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), all))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), all)),
        _ => {}
    }
}
