//! Version 7 did not lead through the official site what had been approved in Tilslut, so it kept no
//! screen of it.

use super::super::Unreadable;
use super::{Members, choice};
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let mut body = Members::of(body)?;
    let (kind, stage) = choice(body.take("stage")?)?;
    let stage = match kind.as_str() {
        "approved" => Members::of(stage)?.since("visit", Value::Null).into_value(),
        _ => stage,
    };
    body.put("stage", json!({ kind: stage }));
    Ok(body.into_value())
}
