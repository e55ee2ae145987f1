//! The documentation of the log, from the types themselves: `docs/log.md` is compared with it.

use crate::event::KINDS;
use std::fmt::Write as _;

/// Every event with its fields, as a table in Markdown.
pub fn table() -> String {
    let mut text = String::from("| event | says | fields |\n| --- | --- | --- |\n");
    for kind in KINDS {
        let fields: Vec<String> = kind
            .fields
            .iter()
            .map(|field| format!("`{}`: {} ({})", field.name, said(field.says), (field.allowed)()))
            .collect();
        // Writing into a text cannot fail.
        let _ =
            writeln!(text, "| `{}` | {} | {} |", kind.code, kind.says.trim(), fields.join("; "));
    }
    text
}

/// A sentence that goes on in another.
fn said(says: &str) -> String {
    let says = says.trim().trim_end_matches('.');
    let mut letters = says.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
