//! What an answer does not tell: left open, and never taken for an answer.

use crate::sound::{COMPANY, read_value, sound, with};
use crate::without_metadata;
use domain::organisation::{Source, Status};
use register::Error;
use serde_json::{Value, json};

#[test]
fn what_is_missing_is_left_out_or_makes_the_answer_unreadable() {
    let mut bare = without_metadata();
    for member in ["beliggenhedsadresse", "virksomhedsstatus", "attributter", "deltagerRelation"] {
        bare.pointer_mut(COMPANY).unwrap()[member] = Value::Null;
    }
    let organisation = read_value(&bare).unwrap();
    assert!(
        organisation.address.is_empty()
            && organisation.candidates.is_empty()
            && organisation.signing_rule.is_none()
    );
    assert_eq!((organisation.status, organisation.status_text.as_str()), (Status::Uncertain, ""));

    for member in ["navne", "virksomhedsform"] {
        let mut broken = without_metadata();
        broken.pointer_mut(COMPANY).unwrap()[member] = json!([]);
        let organisation = read_value(&broken).unwrap();
        let origins = organisation.origins;
        let told = if member == "navne" { origins.name } else { origins.form };
        assert_eq!((told, organisation.left_out), (None, vec![]), "{member}");
    }
    let mut alone = sound();
    *alone.pointer_mut(COMPANY).unwrap() = json!({ "cvrNummer": 13_748_136 });
    assert_eq!(read_value(&alone), Err(Error::Nonsense), "a number alone tells nothing");
}

#[test]
fn what_the_register_does_not_tell_has_no_origin() {
    for member in ["deltagerRelation", "attributter"] {
        for untold in [Value::Null, json!("?"), json!({})] {
            let origins = read_value(&with(&format!("/{member}"), untold)).unwrap().origins;
            let told = if member == "attributter" {
                (origins.signing_rule, origins.candidates)
            } else {
                (origins.candidates, origins.signing_rule)
            };
            assert_eq!(told, (None, Some(Source::Virk)), "{member}");
        }
    }
    // An empty list is an answer: nobody may represent.
    let nobody = read_value(&with("/deltagerRelation", json!([]))).unwrap();
    assert_eq!((nobody.candidates.len(), nobody.origins.candidates), (0, Some(Source::Virk)));

    let mut bare = without_metadata();
    for member in ["beliggenhedsadresse", "virksomhedsstatus"] {
        bare.pointer_mut(COMPANY).unwrap()[member] = Value::Null;
    }
    let bare = read_value(&bare).unwrap();
    assert_eq!((bare.origins.address, bare.origins.status), (None, None));
}

#[test]
fn an_empty_answer_is_an_unknown_number_only_when_all_was_searched() {
    let nothing = json!({ "total": 0, "max_score": null, "hits": [] });
    for (answer, trouble) in [
        (
            json!({ "timed_out": false, "_shards": { "failed": 0 }, "hits": nothing }),
            Error::Unknown,
        ),
        (json!({ "hits": nothing }), Error::Unknown),
        (json!({ "timed_out": true, "hits": nothing }), Error::Down),
        (json!({ "_shards": { "failed": 1 }, "hits": nothing }), Error::Down),
    ] {
        assert_eq!(read_value(&answer), Err(trouble), "{answer}");
    }
}
