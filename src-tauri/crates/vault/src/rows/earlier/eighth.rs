//! Version 8 asked nobody for the status of an organisation that no register tells, nor whether CVR
//! names the representative. The second is an answer of the documented case, which may be left out.

use super::super::Unreadable;
use super::{Members, choice};
use serde_json::{Value, json};

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    let mut body = Members::of(body)?;
    let (kind, stage) = choice(body.take("stage")?)?;
    let basis = |basis| {
        let (whose, answers) = choice(basis)?;
        let answers = if whose == "own" { draft(answers)? } else { answers };
        Ok(json!({ whose: answers }))
    };
    let stage = match kind.as_str() {
        "drafting" => draft(stage)?,
        "handedOver" => Members::of(stage)?.bring("draft", draft)?.into_value(),
        "approving" | "confirming" | "guided" => {
            Members::of(stage)?.bring("basis", basis)?.into_value()
        }
        _ => stage,
    };
    body.put("stage", json!({ kind: stage }));
    Ok(body.into_value())
}

fn draft(value: Value) -> Result<Value, Unreadable> {
    let typed = |typed| Ok(Members::of(typed)?.since("status", json!("")).into_value());
    Ok(Members::of(value)?.bring("typed", typed)?.into_value())
}
