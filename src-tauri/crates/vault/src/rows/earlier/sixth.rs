//! Version 6 knew no official mail and no set-up that somebody had ticked.

use super::super::Unreadable;
use super::Members;
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let history = |history| {
        let members = Members::of(history)?.since("mails", json!([])).since("setUp", json!([]));
        Ok(members.into_value())
    };
    Ok(Members::of(body)?.bring("history", history)?.into_value())
}
