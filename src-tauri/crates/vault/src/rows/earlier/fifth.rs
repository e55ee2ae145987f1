//! Version 5 knew no case that is guided through the official site, and so no outcome that somebody
//! had stated and no case that was begun with the answers of another.

use super::super::Unreadable;
use super::Members;
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let nothing = json!({ "stated": [], "copyOf": null, "copiedAs": null });
    Ok(Members::of(body)?.since("history", nothing).into_value())
}
