//! Any bytes and any JSON: read or refused, and never a panic.

use crate::schema::SCHEMA;
use casefile::read;
use domain::preflight::preflight;
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = casefile::Written::of(&bytes).map(|mut written| written.read().map(|_| ()));
    }

    #[test]
    fn any_json_in_the_place_of_a_member_is_read_and_checked_without_a_panic(member in 0usize..13, value in any_json()) {
        let names = ["type", "reference", "environment", "need", "organisation", "role", "reporter", "representative", "administrators",
            "documents", "board", "terms", "progress"];
        let mut case = json!({ "type": "tilslut/case/v1" });
        case[names[member]] = value;
        if let Ok(file) = read(case.to_string().as_bytes()) {
            prop_assert!(SCHEMA.is_valid(&case), "the schema refuses {}", case);
            let progress = file.progress;
            let draft = file.into_draft(Timestamp::UNIX_EPOCH);
            preflight(&draft, &progress.facts(&draft), date(2026, 11, 24));
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        "[a-z]{1,4}",
        proptest::sample::select(vec![
            "name",
            "cvr",
            "born",
            "formCode",
            "hasMitid",
            "kind",
            "opened",
            "officialText"
        ])
        .prop_map(str::to_owned)
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        proptest::sample::select(vec![
            "yes",
            "2026-11-24",
            "virk",
            "reporter",
            "identity",
            "NORMAL",
            "13748136",
            "person"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
