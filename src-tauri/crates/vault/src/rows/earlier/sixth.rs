//! Version 6 knew no official mail, no set-up that somebody had ticked, no draft of a mail that was
//! opened, and nothing that was stated of an agreement after it was concluded. Of an approved case
//! nothing could be stated, so what was is about attempts before. What was noted of a
//! screen was the stage's, without a time; which parts of a copy somebody had been through was not
//! kept.

use super::super::Unreadable;
use super::{Members, choice, optional};
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let mut body = Members::of(body)?;
    let (kind, stage) = choice(body.take("stage")?)?;
    let (stage, notes) = if kind == "guided" { without_notes(stage)? } else { (stage, json!([])) };
    let is_approved = kind == "approved";
    body.put("stage", json!({ kind: stage }));
    let history = |history: Value| {
        let none = || json!([]);
        let copy_of = |copy| Ok(Members::of(copy)?.since("lookedAt", none()).into_value());
        let stated = history.get("stated").and_then(Value::as_array).map_or(0, Vec::len);
        let before_approval = if is_approved { stated } else { 0 };
        let members = Members::of(history)?
            .since("beforeApproval", json!(before_approval))
            .bring("copyOf", |copy| optional(copy, copy_of))?
            .since("mails", none())
            .since("setUp", none())
            .since("agreement", none())
            .since("notes", notes)
            .since("drafts", none());
        Ok(members.into_value())
    };
    Ok(body.bring("history", history)?.into_value())
}

/// The stage, and what was noted as the history has it.
fn without_notes(stage: Value) -> Result<(Value, Value), Unreadable> {
    let mut stage = Members::of(stage)?;
    let Value::Object(notes) = stage.take("notes")? else { return Err(Unreadable) };
    let note = |(screen, text): (String, Value)| json!({ "screen": screen, "text": text, "at": null, "guide": null });
    Ok((stage.into_value(), notes.into_iter().map(note).collect()))
}
