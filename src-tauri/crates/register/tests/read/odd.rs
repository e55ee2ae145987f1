//! Answers that are odd by mistake or by intent, each by itself.

use crate::any::places;
use crate::sound::{COMPANY, SOUND, cvr, now, read_value, sound, with};
use register::{ANSWER_MAX, Error, read, read_any};
use serde_json::{Value, json};

#[test]
fn what_is_not_an_answer_to_the_question_is_nonsense() {
    for answer in [
        with("/cvrNummer", json!(24_256_790)),
        with("/cvrNummer", json!("24256790")),
        with("/cvrNummer", json!("0013748136")),
        with("/cvrNummer", json!("DK13748136")),
        with("/cvrNummer", json!(["13748136"])),
        with("/cvrNummer", json!(-1)),
        with("/cvrNummer", json!(13_748_136.5)),
        json!({ "error": "QUOTA_EXCEEDED" }),
        json!({ "hits": [] }),
        json!({ "hits": { "hits": {} } }),
        json!({ "hits": { "hits": [null] } }),
        json!({ "hits": { "hits": [[]] } }),
        json!({ "hits": { "hits": [{ "_source": { "Vrdeltagerperson": {} } }] } }),
        json!([]),
        json!([[[[]]]]),
        json!(null),
        json!("Nordlys"),
    ] {
        assert_eq!(read_value(&answer), Err(Error::Nonsense), "{answer}");
    }
    let deep = "[".repeat(200_000);
    let twice = SOUND
        .replace("\"cvrNummer\": 13748136", "\"cvrNummer\": 13748136, \"cvrNummer\": 13748136");
    let beyond = SOUND.replace("\"husnummerFra\": 14", "\"husnummerFra\": 1e999");
    for changed in [&twice, &beyond] {
        assert_ne!(changed, SOUND);
    }
    for bytes in [
        &b""[..],
        b"<html>",
        b"\xff\xfe",
        b"{\"hits\":{\"hits\":[",
        deep.as_bytes(),
        twice.as_bytes(),
        beyond.as_bytes(),
    ] {
        assert_eq!(read(bytes, cvr(), now()), Err(Error::Nonsense));
        assert_eq!(read_any(bytes, now()), Err(Error::Nonsense));
    }
}

#[test]
fn a_value_that_is_nested_without_end_is_skipped_like_any_other() {
    for (open, close) in [("[", "]"), ("{\"x\":[", "]}")] {
        let nested = open.repeat(100_000) + &close.repeat(100_000);
        let answer = SOUND.replace("\"vejnavn\": \"Havnegade\"", &format!("\"vejnavn\": {nested}"));
        assert_eq!(
            read(answer.as_bytes(), cvr(), now()).unwrap().address,
            ["c/o Winther", "Lejbølle 14B, 1. tv", "5953 Tranekær"]
        );
    }
}

#[test]
fn an_answer_is_read_up_to_five_megabytes() {
    // White space may follow a sound answer: without the limit it would be read.
    for (length, taken) in [(ANSWER_MAX, true), (ANSWER_MAX + 1, false)] {
        let padded = format!("{SOUND}{}", " ".repeat(length - SOUND.len()));
        assert_eq!(read(padded.as_bytes(), cvr(), now()).is_ok(), taken, "{length}");
        assert_eq!(read_any(padded.as_bytes(), now()).is_ok(), taken, "{length}");
    }
}

#[test]
fn a_member_that_is_only_shown_may_be_of_any_type() {
    let large = json!(99_999_999_999_999_999_999_999.0_f64);
    let odd = [
        json!(true),
        json!(-7),
        json!(1.5),
        large,
        json!("\u{0}\u{202e}"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({ "x": [null] }),
    ];
    let mut all = Vec::new();
    places(sound().pointer(COMPANY).unwrap(), "", &mut all);
    for place in all.iter().filter(|place| !place.is_empty() && *place != "/cvrNummer") {
        for value in &odd {
            let organisation = read_value(&with(place, value.clone()))
                .unwrap_or_else(|why| panic!("{place} {value} {why}"));
            assert!(
                !organisation.name.is_empty() && !organisation.form.is_empty(),
                "{place} {value}"
            );
        }
    }
}

#[test]
fn texts_are_cleaned_and_bounded() {
    let organisation = read_value(&with(
        "/virksomhedMetadata/nyesteNavn/navn",
        json!(" Nord\u{202e}lys\u{0}  \n ApS \u{1}"),
    ))
    .unwrap();
    assert_eq!(organisation.name, "Nordlys ApS");
    let organisation =
        read_value(&with("/virksomhedMetadata/nyesteNavn/navn", json!("x".repeat(100_000))))
            .unwrap();
    assert_eq!(organisation.name.chars().count(), 2_000);
    let relation = sound().pointer(&format!("{COMPANY}/deltagerRelation/0")).unwrap().clone();
    let many: Vec<Value> = (0..1_000)
        .map(|unit| {
            let mut other = relation.clone();
            other["deltager"]["enhedsNummer"] = json!(unit);
            other
        })
        .collect();
    assert_eq!(read_value(&with("/deltagerRelation", json!(many))).unwrap().candidates.len(), 200);
    assert_eq!(
        read_value(&with("/deltagerRelation", json!([relation, relation])))
            .unwrap()
            .candidates
            .len(),
        1
    );
}
