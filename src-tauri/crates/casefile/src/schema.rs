//! The JSON Schema of the file (draft 2020-12), made from the types. Behind a feature, so that
//! nothing of the generator ships.

use crate::CaseFile;
use crate::day::{Born, Day, Moment, TypedBorn};
use crate::papers::Sha256;
use crate::text::{Name, Number, RegisterText, Text};
use crate::words::AnswerWord;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The text of `docs/case.schema.json`.
pub fn schema() -> String {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<CaseFile<'static>>();
    schema.insert("title".to_owned(), "A case of Tilslut, version 4".into());
    schema.insert(
        "$comment".to_owned(),
        "Generated from src-tauri/crates/casefile by `cargo xtask gen`. Do not edit.".into(),
    );
    format!("{:#}\n", schema.to_value())
}

/// A type that is written by hand in [`crate`] and described by hand here.
macro_rules! described {
    ([$($handling:ident)?] $type:ty, $name:literal, $description:literal, $generator:ident => $schema:expr) => {
        impl$(<$handling>)? JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("description".to_owned(), $description.into());
                schema
            }
        }
    };
}

described!(
    [H] Text<'_, H>, "Text", "A text. Empty and null both mean that nothing is said. One that looks like a CPR number is left out.",
    _generator => json_schema!({ "type": ["string", "null"] })
);
described!(
    [H] Name<'_, H>, "Name", "The name of an organisation. Empty and null both mean that nothing is said.",
    _generator => json_schema!({ "type": ["string", "null"] })
);
described!(
    [H] RegisterText<'_, H>, "RegisterText", "A text of a register. What can be a personal number in it is left out.",
    _generator => json_schema!({ "type": ["string", "null"] })
);
described!(
    [H] Number<'_, H>, "Number", "A CVR number as somebody wrote it.",
    _generator => json_schema!({ "type": ["string", "integer", "null"], "minimum": 0 })
);
described!(
    [] AnswerWord, "Answer", "An answer: yes (or true), no (or false), unknown.",
    _generator => json_schema!({ "enum": ["yes", "no", "unknown", true, false] })
);
described!(
    [] Day, "Day", "A day that exists, as YYYY-MM-DD.",
    _generator => json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
);
described!(
    [] Moment, "Moment", "A moment with its offset, as RFC 3339 writes it: 2026-11-24T09:30:00Z.",
    _generator => json_schema!({ "type": "string", "format": "date-time" })
);
described!(
    [] Sha256, "Sha256", "A SHA-256 hash.",
    _generator => json_schema!({ "type": "string", "pattern": "^[0-9a-fA-F]{64}$" })
);
described!(
    [H] Born<'_, H>, "Born", "A date of birth, as YYYY-MM-DD, or what was typed into its three fields while that is no whole date.",
    generator => json_schema!({
        "anyOf": [
            { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            generator.subschema_for::<TypedBorn<'static>>(),
        ]
    })
);
