//! The committed schema is what the types say, and says it of every member.

use serde_json::Value;
use std::sync::LazyLock;

pub static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    jsonschema::validator_for(&serde_json::from_str(&casefile::schema::schema()).unwrap()).unwrap()
});

#[test]
fn the_committed_schema_is_what_the_types_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/case.schema.json");
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == casefile::schema::schema(),
        "docs/case.schema.json is not what casefile says: run `cargo xtask gen` and commit it"
    );
}

#[test]
fn every_member_is_described() {
    let schema: Value = serde_json::from_str(&casefile::schema::schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let types =
        schema["$defs"].as_object().unwrap().iter().map(|(name, schema)| (name.as_str(), schema));
    let mut seen = 0;
    for (name, schema) in types.chain([("the case", &schema)]) {
        assert!(schema["description"].is_string(), "{name}");
        for (member, schema) in schema["properties"].as_object().into_iter().flatten() {
            assert!(schema["description"].is_string(), "{name}.{member}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
