//! Versions 1 to 4 spelled a draft and an organisation out by themselves; since version 5 they are
//! stored as the documented case. What came within those versions has its place here as well:
//!
//! - version 2 the approvals that were not used, who was found to have approved, and what the
//!   broker's own list said of them;
//! - version 3 the login of a reporter;
//! - version 4 the official text of the terms apart from Tilslut's summary, what was left out of a
//!   register's answer, the clock's offset, and a login that waits for its hand-over file.

use super::super::Unreadable;
use super::{Members, choice, each, optional};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// The only edition of the terms that there was until version 3, which stored no title.
const TITLE: &str = "Vilkår for Brugerorganisationer i MitID Erhverv";

pub(super) fn bring_on(body: Value) -> Result<Value, Unreadable> {
    Ok(Members::of(body)?.bring("stage", stage)?.since("setAside", json!([])).into_value())
}

fn stage(stage: Value) -> Result<Value, Unreadable> {
    let (name, value) = choice(stage)?;
    let value = match name.as_str() {
        "drafting" => draft(value)?,
        "reviewing" => received(value)?,
        "handedOver" => Members::of(value)?
            .bring("draft", draft)?
            .bring("connection", connection)?
            .since("login", Value::Null)
            .bring("login", |login| optional(login, evidence))?
            .into_value(),
        "approving" => Members::of(value)?
            .bring("connection", connection)?
            .bring("basis", basis)?
            .since("handOver", Value::Null)
            .into_value(),
        "confirming" => Members::of(value)?
            .bring("connection", connection)?
            .bring("evidence", evidence)?
            .bring("basis", basis)?
            .into_value(),
        "approved" => Members::of(value)?
            .bring("connection", connection)?
            .bring("evidence", evidence)?
            .since("approver", Value::Null)
            .bring("delivery", delivery)?
            .into_value(),
        _ => return Err(Unreadable),
    };
    Ok(json!({ name: value }))
}

fn basis(basis: Value) -> Result<Value, Unreadable> {
    let (name, value) = choice(basis)?;
    let value = match name.as_str() {
        "own" => draft(value)?,
        "handedOver" => received(value)?,
        _ => return Err(Unreadable),
    };
    Ok(json!({ name: value }))
}

fn received(value: Value) -> Result<Value, Unreadable> {
    let login = |login: Value| match login {
        Value::Object(_) => {
            let (name, proof) = choice(login)?;
            Ok(json!({ name: evidence(proof)? }))
        }
        unproven => Ok(unproven),
    };
    let received = Members::of(value)?
        .bring("connection", connection)?
        .bring("terms", terms)?
        .since("login", Value::Null)
        .bring("login", login)?;
    Ok(received.into_value())
}

fn draft(value: Value) -> Result<Value, Unreadable> {
    let mut draft = Members::of(value)?;
    let (lookup, organisation) = lookup(draft.take("lookup")?)?;
    let mut organisation = Members::of(organisation)?;
    organisation.put("cvr", draft.take("cvr")?);
    let mut representative = Members::of(draft.take("representative")?)?;
    representative.put("isAdministrator", draft.take("representativeIsAdministrator")?);
    let documents = each(draft.take_or("documents", json!([])), document)?;
    let (documents, document_ids): (Vec<_>, Vec<_>) = documents.into_iter().unzip();
    let login = optional(draft.take_or("login", Value::Null), |login| {
        let login = Members::of(login)?.bring("connection", connection)?;
        Ok(login.bring("evidence", evidence)?.into_value())
    })?;
    let untyped = json!({ "counts": false, "name": "", "formCode": null, "form": "" });
    let brought = json!({
        "case": {
            "type": "tilslut/case/v2",
            "need": draft.take("need")?,
            "organisation": organisation.into_value(),
            "role": draft.take("role")?,
            "reporter": draft.take("reporter")?,
            "representative": representative.into_value(),
            "administrators": draft.take("administrators")?,
            "documents": documents,
            "board": draft.take_or("board", json!([])),
            "terms": terms(draft.take("terms")?)?,
        },
        "lookup": lookup,
        "earlier": each(draft.take_or("earlier", json!([])), organisation_row)?,
        "typed": draft.take_or("typed", untyped),
        "documentIds": document_ids,
        "login": login,
    });
    draft.end().map(|()| brought)
}

/// How far the question has come, and what the case has of the organisation.
fn lookup(value: Value) -> Result<(Value, Value), Unreadable> {
    let unknown = || json!({});
    if value.is_string() {
        return Ok((value, unknown()));
    }
    let (name, value) = choice(value)?;
    match name.as_str() {
        "found" | "typed" => {
            let (known, snapshot) = known(value)?;
            Ok((json!({ name: known }), snapshot))
        }
        "asked" => {
            let mut asked = Members::of(value)?;
            let ask = asked.take("ask")?;
            let (known, snapshot) = match asked.take_or("known", Value::Null) {
                Value::Null => (Value::Null, unknown()),
                before => known(before)?,
            };
            asked.end()?;
            Ok((json!({ name: { "ask": ask, "known": known } }), snapshot))
        }
        "failed" => Ok((json!({ name: value }), unknown())),
        _ => Err(Unreadable),
    }
}

/// What the case does not tell of a snapshot, and what it does.
fn known(value: Value) -> Result<(Value, Value), Unreadable> {
    let mut row = Members::of(organisation_row(value)?)?;
    let (snapshot, left_out) = (row.take("snapshot")?, row.take("leftOut")?);
    let cvr = snapshot.get("cvr").ok_or(Unreadable)?;
    Ok((json!({ "cvr": cvr, "leftOut": left_out }), snapshot))
}

fn organisation_row(value: Value) -> Result<Value, Unreadable> {
    let mut organisation = Members::of(value)?;
    let left_out = organisation.take_or("leftOut", json!([]));
    let snapshot = json!({
        "cvr": organisation.take("cvr")?,
        "name": organisation.take("name")?,
        "address": organisation.take("address")?,
        "formCode": organisation.take("formCode")?,
        "form": organisation.take("form")?,
        "standing": organisation.take("status")?,
        "status": organisation.take("statusText")?,
        "candidates": organisation.take("candidates")?,
        "signingRule": organisation.take_or("signingRule", Value::Null),
        "lookedUp": organisation.take("lookedUp")?,
        "origins": organisation.take("origins")?,
    });
    organisation.end().map(|()| json!({ "snapshot": snapshot, "leftOut": left_out }))
}

/// A document of the case, and what names it.
fn document(value: Value) -> Result<(Value, Value), Unreadable> {
    let mut document = Members::of(value)?;
    let id = document.take("id")?;
    let document = document.bring("sha256", |base64| {
        let hash = base64.as_str().and_then(|text| STANDARD.decode(text).ok()).ok_or(Unreadable)?;
        Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into())
    })?;
    Ok((document.into_value(), id))
}

/// Until version 3 there was one time only, called "opened": it says when Tilslut's own summary was
/// shown, since that is what the window did then. A tick from that time was given without the
/// official text having been opened: it is asked for again.
fn terms(value: Value) -> Result<Value, Unreadable> {
    let mut terms = Members::of(value)?;
    let opened = terms.take_or("opened", Value::Null);
    let summary = Some(terms.take_or("summaryShown", Value::Null)).filter(|at| !at.is_null());
    let official = terms.take_or("official", Value::Null);
    let accepted = terms.take("accepted")?.as_bool().ok_or(Unreadable)?;
    let edition = terms.take_or("edition", Value::Null);
    terms.end()?;
    Ok(json!({
        "summaryShown": summary.unwrap_or(opened),
        "accepted": accepted && !official.is_null(),
        "officialText": official,
        "edition": edition,
    }))
}

fn connection(value: Value) -> Result<Value, Unreadable> {
    let mut connection = Members::of(value)?.bring("organisation", organisation_row)?;
    let published = connection.take_or("termsPublished", Value::Null);
    let opened = connection.take_or("termsOpened", Value::Null);
    if !published.is_null() {
        let terms = json!({
            "title": TITLE, "published": published, "summaryShown": opened, "official": null,
        });
        if connection.0.insert("terms".to_owned(), terms).is_some() {
            return Err(Unreadable);
        }
    }
    Ok(connection.since("enclosed", json!([])).into_value())
}

fn evidence(value: Value) -> Result<Value, Unreadable> {
    let evidence = Members::of(value)?.since("authority", "untold".into());
    Ok(evidence.since("clockOffset", Value::Null).into_value())
}

/// A delivery under way did not always tell since when its outcome is unknown.
fn delivery(value: Value) -> Result<Value, Unreadable> {
    let delivery = Members::of(value)?;
    if !delivery.0.contains_key("sending") {
        return Ok(delivery.into_value());
    }
    let sending =
        |sending| Ok(Members::of(sending)?.since("unknownSince", Value::Null).into_value());
    Ok(delivery.bring("sending", sending)?.into_value())
}
