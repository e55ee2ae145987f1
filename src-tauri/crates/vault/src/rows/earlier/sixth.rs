//! Version 6 knew no official mail and no set-up that somebody had ticked, nor a
//! draft of a mail that was opened.

use super::super::Unreadable;
use super::Members;
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let history = |history| {
        let none = || json!([]);
        let members = Members::of(history)?.since("mails", none()).since("setUp", none());
        Ok(members.since("drafts", none()).into_value())
    };
    Ok(Members::of(body)?.bring("history", history)?.into_value())
}
