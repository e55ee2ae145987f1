//! What is refused, where and with which words, and that nothing of it is repeated.

use crate::case;
use crate::schema::SCHEMA;
use casefile::error::{Position, Wrong};
use casefile::{LIMIT, Unreadable, read};
use serde_json::json;

#[test]
fn what_does_not_belong_is_refused_by_member_and_never_repeated() {
    for (more, member, what) in [
        (
            json!({ "representative": { "hasMitId": "yes" } }),
            "representative.hasMitId",
            "unknown field `hasMitId`",
        ),
        (
            json!({ "representative": { "hasMitid": "Rosa" } }),
            "representative.hasMitid",
            "expected `yes`, `no` or `unknown`",
        ),
        (
            json!({ "administrators": [{ "name": "Bo" }, { "born": "1. maj Rosa" }] }),
            "administrators[1].born",
            "expected a date of birth",
        ),
        (json!({ "administrators": "Rosa" }), "administrators", "expected a sequence"),
        (
            json!({ "organisation": { "formCode": "Rosa" } }),
            "organisation.formCode",
            "expected u16",
        ),
        (
            json!({ "organisation": { "source": "Rosa" } }),
            "organisation.source",
            "expected one of `virk`",
        ),
        (
            json!({ "terms": { "edition": "2026-02-30" } }),
            "terms.edition",
            "expected a day that exists",
        ),
        (json!({ "terms": { "opened": "Rosa" } }), "terms.opened", "expected a moment"),
        (json!({ "terms": { "summaryShown": "Rosa" } }), "terms.summaryShown", "expected a moment"),
        (
            json!({ "terms": { "officialText": { "address": "x" } } }),
            "terms.officialText",
            "missing field `opened`",
        ),
        (
            json!({ "terms": { "officialText": "2026-11-23T09:40:00Z" } }),
            "terms.officialText",
            "expected an object",
        ),
        (json!({ "documents": [{ "name": "pas.pdf" }] }), "documents[0]", "missing field `kind`"),
        (
            json!({ "documents": [{ "kind": "identity", "sha256": "Rosa" }] }),
            "documents[0].sha256",
            "expected 64 hexadecimal digits",
        ),
        (json!({ "representative": { "name": 17 } }), "representative.name", "expected a text"),
        (
            json!({ "organisation": { "cvr": -17 } }),
            "organisation.cvr",
            "expected a text or a whole number",
        ),
    ] {
        let case = case(more);
        match read(case.to_string().as_bytes()) {
            Err(error @ Unreadable::NotACase { .. }) => {
                assert_eq!(error.member(), member, "{case}");
                let said = error.to_string();
                assert!(said.contains(what) && !said.contains("Rosa"), "{said}");
            }
            other => panic!("{case}: {other:?}"),
        }
        assert!(
            !SCHEMA.is_valid(&case) || what.contains("exists") || what.contains("moment"),
            "the schema takes {case}"
        );
    }
}

/// Whoever says it in another language takes it apart.
#[test]
fn what_is_wrong_is_told_apart_and_reads_as_before() {
    let member = || "hasMitId".to_owned();
    for (more, meant, said) in [
        (
            json!({ "administrators": [{ "hasMitId": "yes" }] }),
            Wrong::Unknown {
                member: member(),
                expected: "one of `name`, `email`, `born`, `hasCpr`, `hasMitid`".into(),
            },
            "unknown field `hasMitId`, expected one of `name`, `email`, `born`, `hasCpr`, `hasMitid`",
        ),
        (
            json!({ "documents": [{}] }),
            Wrong::Missing { member: "kind".into() },
            "missing field `kind`",
        ),
        (json!({ "representative": 7 }), Wrong::Expected("an object".into()), "expected an object"),
    ] {
        match read(case(more).to_string().as_bytes()) {
            Err(Unreadable::NotACase { what, .. }) => {
                assert_eq!((&what, what.to_string().as_str()), (&meant, said))
            }
            other => panic!("{other:?}"),
        }
    }
    match read(br#"{"type":"tilslut/case/v1","reference":"a","reference":"b"}"#) {
        Err(Unreadable::NotACase { what, .. }) => {
            assert_eq!(what, Wrong::Twice { member: "reference".into() })
        }
        other => panic!("{other:?}"),
    }
    // A name that holds the reader's own words does not move where it ends.
    match read(br#"{"type":"tilslut/case/v1","a`, expected b":1}"#) {
        Err(Unreadable::NotACase { what: Wrong::Unknown { member, expected }, .. }) => {
            assert_eq!(member, "a`, expected b");
            assert!(expected.starts_with("one of `type`"), "{expected}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_kind_of_file_is_told_apart() {
    for other in [
        json!({}),
        json!({ "type": "tilslut/case/v5" }),
        json!([]),
        json!("tilslut/case/v1"),
        json!(null),
    ] {
        match read(other.to_string().as_bytes()) {
            Err(Unreadable::NotACase { .. }) => {}
            answer => panic!("{other}: {answer:?}"),
        }
    }
    let newer = read(br#"{"type":"tilslut/case/v5"}"#).unwrap_err();
    assert_eq!(
        newer.to_string(),
        "type: expected one of `tilslut/case/v1`, `tilslut/case/v2`, `tilslut/case/v3`, `tilslut/case/v4` (line 1, column 25)"
    );
}

#[test]
fn bytes_that_are_no_json_are_placed() {
    let place = |line, column| Unreadable::NotJson { place: Position { line, column } };
    assert_eq!(read(b"").unwrap_err(), place(1, 0));
    assert_eq!(read(b"{\n  \"type\": \"tilslut/case/v1\",\n  bad").unwrap_err(), place(3, 3));
    assert_eq!(read(b"{\"type\":\"tilslut/case/v1\"} {}").unwrap_err(), place(1, 28));
    for bytes in [
        &b"{\"type\":\"tilslut/case/v1\",\"reference\":\"\xFF\"}"[..],
        b"{\"type\":\"tilslut/case/v1\",\"reference\":\"\0\"}",
        b"\0",
    ] {
        assert_eq!(read(bytes).unwrap_err().code(), "not-json", "{bytes:?}");
    }
    let deep = format!("{{\"type\":\"tilslut/case/v1\",\"need\":{}", "[".repeat(1_000_000));
    assert!(matches!(
        read(deep.as_bytes()),
        Err(Unreadable::NotACase { .. } | Unreadable::NotJson { .. })
    ));
    assert_eq!(read(&vec![b' '; LIMIT + 1]).unwrap_err(), Unreadable::TooLarge);
    assert!(read(b"\xEF\xBB\xBF{\"type\":\"tilslut/case/v1\"}\r\n").is_ok());
}

#[test]
fn members_that_stand_twice_are_refused() {
    let twice = read(br#"{"type":"tilslut/case/v1","role":"reporter","role":"representative"}"#)
        .unwrap_err();
    assert!(twice.to_string().contains("duplicate field `role`"), "{twice}");
}
