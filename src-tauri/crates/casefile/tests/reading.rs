//! What is taken, what is refused and with which words; the committed schema says the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use casefile::error::{Position, Wrong};
use casefile::{LIMIT, Unreadable, read};
use domain::Answer;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::person::TypedDate;
use domain::preflight::preflight;
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    jsonschema::validator_for(&serde_json::from_str(&casefile::schema::schema()).unwrap()).unwrap()
});

/// A case with this beside its type.
fn case(mut more: Value) -> Value {
    more["type"] = json!("tilslut/case/v3");
    more
}

#[test]
fn what_the_first_version_calls_opened_was_tilsluts_own_summary() {
    let frozen = include_bytes!("case-v1.json");
    let terms = read(frozen).unwrap().into_draft(Timestamp::UNIX_EPOCH).terms;
    assert_eq!(terms.summary_shown, Some("2026-11-23T09:40:00Z".parse().unwrap()));
    assert_eq!((terms.official.clone(), terms.edition), (None, Some(date(2024, 4, 17))));
    assert!(!terms.is_opened(), "nobody is known to have opened the official text");
    assert!(SCHEMA.is_valid(&serde_json::from_slice(frozen).unwrap()));

    let text = json!({ "opened": "2026-11-23T09:40:00Z", "address": "https://www.mitid-erhverv.dk/info/vilkar/" });
    let terms = draft(json!({ "terms": { "summaryShown": "2026-11-23T09:39:00Z", "officialText": text, "edition": "2024-04-17" } })).terms;
    assert!(terms.is_opened() && terms.summary_shown.is_some());
    let old = draft(
        json!({ "terms": { "officialText": text, "edition": "1999-01-01", "accepted": true } }),
    )
    .terms;
    assert!(!old.is_opened(), "an edition that is not known does not count");
}

/// Before the need check asked for it, that an organisation is connected was told beside the
/// answers.
#[test]
fn what_the_second_version_tells_of_an_organisation_that_is_connected_is_still_heard() {
    let frozen = include_bytes!("case-v2.json");
    let connected = |bytes: &[u8]| {
        let file = read(bytes).unwrap();
        let (progress, draft) = (file.progress, file.into_draft(Timestamp::UNIX_EPOCH));
        (draft.need.connected, progress.facts(&draft).connected)
    };
    assert_eq!(connected(frozen), (None, Some(true)));
    assert!(SCHEMA.is_valid(&serde_json::from_slice(frozen).unwrap()));
    let mut both: Value = serde_json::from_slice(frozen).unwrap();
    for (answer, kept, told) in [
        ("no", Answer::No, Some(false)),
        ("yes", Answer::Yes, Some(true)),
        ("unknown", Answer::Unknown, Some(true)),
    ] {
        both["need"]["connected"] = json!(answer);
        assert_eq!(connected(both.to_string().as_bytes()), (Some(kept), told), "{answer}");
    }
}

fn draft(more: Value) -> Draft {
    let case = case(more);
    assert!(SCHEMA.is_valid(&case), "the schema refuses {case}");
    read(case.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{case}: {error}"))
        .into_draft(Timestamp::UNIX_EPOCH)
}

fn organisation(known: Value) -> Organisation {
    match draft(json!({ "organisation": known })).lookup {
        Lookup::Found(organisation) => *organisation,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_committed_schema_is_what_the_types_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/case.schema.json");
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == casefile::schema::schema(),
        "docs/case.schema.json is not what casefile says: run `cargo xtask gen` and commit it"
    );
}

#[test]
fn every_member_is_described() {
    let schema: Value = serde_json::from_str(&casefile::schema::schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let types =
        schema["$defs"].as_object().unwrap().iter().map(|(name, schema)| (name.as_str(), schema));
    let mut seen = 0;
    for (name, schema) in types.chain([("the case", &schema)]) {
        assert!(schema["description"].is_string(), "{name}");
        for (member, schema) in schema["properties"].as_object().into_iter().flatten() {
            assert!(schema["description"].is_string(), "{name}.{member}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_case_of_nothing_is_an_empty_draft() {
    assert_eq!(draft(json!({})), Draft::default());
    let nulls = json!({
        "environment": null, "need": null, "organisation": null, "role": null, "reporter": null, "representative": null,
        "administrators": null, "documents": null, "board": null, "terms": null, "reference": null,
    });
    assert_eq!(draft(nulls), Draft::default());
}

#[test]
fn the_number_alone_is_no_look_up() {
    for cvr in [json!("13748136"), json!(13_748_136)] {
        let draft = draft(json!({ "organisation": { "cvr": cvr } }));
        assert_eq!((draft.cvr.as_str(), draft.lookup), ("13748136", Lookup::NotYet));
    }
}

#[test]
fn what_is_said_of_the_organisation_is_typed_unless_a_source_is_named() {
    let few = organisation(json!({ "cvr": "13748136", "formCode": 80, "status": "Under konkurs" }));
    assert_eq!(
        (few.form_code, few.status, few.status_text.as_str()),
        (80, Status::Dissolving, "Under konkurs")
    );
    let typed = Some(Source::Typed);
    assert_eq!(few.origins, Origins { form: typed, status: typed, ..Origins::default() });
    assert_eq!(few.looked_up, Timestamp::UNIX_EPOCH);

    let told = organisation(json!({ "cvr": "13748136", "source": "virk", "candidates": [] }));
    assert_eq!(told.origins, Origins { candidates: Some(Source::Virk), ..Origins::default() });

    let mixed = json!({ "cvr": "13748136", "name": "Nordlys ApS", "source": "virk", "origins": { "name": "cvrapi" } });
    assert_eq!(
        organisation(mixed).origins,
        Origins { name: Some(Source::Cvrapi), ..Origins::default() }
    );
}

#[test]
fn a_wrong_number_is_kept_for_the_check_and_hides_nothing_else() {
    for cvr in ["12345678", ""] {
        let draft = draft(json!({ "organisation": { "cvr": cvr, "formCode": 110 } }));
        assert_eq!(draft.cvr, cvr);
        assert_eq!(draft.organisation().map(|organisation| organisation.form_code), Some(110));
    }
}

#[test]
fn answers_are_words_or_truths() {
    for (written, answer) in [
        (json!("yes"), Some(Answer::Yes)),
        (json!(true), Some(Answer::Yes)),
        (json!("no"), Some(Answer::No)),
        (json!(false), Some(Answer::No)),
        (json!("unknown"), Some(Answer::Unknown)),
        (json!(null), None),
    ] {
        assert_eq!(
            draft(json!({ "representative": { "hasMitid": written } })).representative.has_mitid,
            answer
        );
    }
}

#[test]
fn a_date_of_birth_is_what_a_person_would_have_typed() {
    for (written, day, month, year) in [
        (json!("1987-11-30"), "30", "11", "1987"),
        (json!("1987-02-01"), "1", "2", "1987"),
        (json!("1987-02-31"), "31", "2", "1987"),
        (json!({ "day": "3" }), "3", "", ""),
        (json!(null), "", "", ""),
    ] {
        let born = draft(json!({ "representative": { "born": written } })).representative.born;
        assert_eq!(born, TypedDate { day: day.into(), month: month.into(), year: year.into() });
    }
}

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
        json!({ "type": "tilslut/case/v4" }),
        json!([]),
        json!("tilslut/case/v1"),
        json!(null),
    ] {
        match read(other.to_string().as_bytes()) {
            Err(Unreadable::NotACase { .. }) => {}
            answer => panic!("{other}: {answer:?}"),
        }
    }
    let newer = read(br#"{"type":"tilslut/case/v4"}"#).unwrap_err();
    assert_eq!(
        newer.to_string(),
        "type: expected one of `tilslut/case/v1`, `tilslut/case/v2`, `tilslut/case/v3` (line 1, column 25)"
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

#[test]
fn a_name_of_a_member_that_is_a_cpr_number_is_not_repeated() {
    let error = read(br#"{"type":"tilslut/case/v1","010190-1234":"x"}"#).unwrap_err();
    assert!(!error.to_string().contains("0101"), "{error}");
}

#[test]
fn what_looks_like_a_cpr_number_is_left_out_and_named_and_the_rest_is_read() {
    let case = r#"{"type":"tilslut/case/v1","reference":"010190-1234","organisation":{"cvr":1001901234,"name":"Selskabet af 010190-1234 ApS"},
        "administrators":[{"name":"Bo \u0022Bo\" 010190-1234 \\","email":"bo@x.dk"},{"name":"Ida"},{"email":"0101901234@x.dk"}],
        "board":[{"name":"Lis","function":"01 01 90-1234"}],"representative":{"born":{"day":"010190-1234"}}}"#;
    let mut written = casefile::Written::of(case.as_bytes()).unwrap();
    let draft = written.read().unwrap().into_draft(Timestamp::UNIX_EPOCH);
    let named = [
        "reference",
        "organisation.cvr",
        "administrators[0].name",
        "administrators[2].email",
        "board[0].function",
    ];
    assert_eq!(written.left_out(), [&named[..], &["representative.born.day"]].concat());
    assert_eq!(
        draft.organisation().map(|it| it.name.as_str()),
        Some("Selskabet af 010190-1234 ApS")
    );
    assert_eq!(
        (draft.administrators[0].email.as_str(), draft.administrators[1].name.as_str()),
        ("bo@x.dk", "Ida")
    );
    assert_eq!((draft.board[0].name.as_str(), draft.board[0].function.as_str()), ("Lis", ""));
    // Read a second time, it is the same.
    assert_eq!(written.read().unwrap().into_draft(Timestamp::UNIX_EPOCH), draft);
    assert_eq!(written.left_out().len(), 6);
    // What is wrong otherwise is still said, where it is.
    let case = "{\"type\":\"tilslut/case/v1\",\"reference\":\"010190-1234\",\n \"role\":\"x\"}";
    let why = casefile::Written::of(case.as_bytes()).unwrap().read().map(|_| ()).unwrap_err();
    assert!(
        matches!(&why, Unreadable::NotACase { member, place: Position { line: 2, .. }, .. } if member == "role"),
        "{why}"
    );
    // A name of a member, and more than any case has by mistake, are refused.
    let many =
        json!({ "type": "tilslut/case/v1", "board": vec![json!({ "name": "010190-1234" }); 101] })
            .to_string();
    for refused in [r#"{"type":"tilslut/case/v1","010190-1234":1}"#, &many] {
        assert!(casefile::Written::of(refused.as_bytes()).unwrap().read().is_err());
    }
}

#[test]
fn a_case_is_read_in_the_encoding_that_it_was_saved_in() {
    let case = r#"{"type":"tilslut/case/v1","representative":{"name":"Søren Ærø"}}"#;
    let wide = |units: &mut dyn Iterator<Item = u16>, big: bool| {
        units
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect::<Vec<u8>>()
    };
    let marked = |big| wide(&mut std::iter::once(0xFEFF).chain(case.encode_utf16()), big);
    let latin: Vec<u8> = case.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        marked(true),
        marked(false),
        wide(&mut case.encode_utf16(), true),
        wide(&mut case.encode_utf16(), false),
        latin,
    ] {
        let mut written = casefile::Written::of(&bytes).unwrap();
        assert_eq!(written.read().unwrap().representative.name.as_str(), "Søren Ærø");
    }
    for bytes in [
        &b"\xFF\xFE\0\0"[..],
        b"{\"type\":\"S\xC3\xB8ren S\xF8ren\"}",
        b"{\0\"\0x",
        b"PK\x03\x04\xFF\x01",
    ] {
        assert_eq!(
            casefile::Written::of(bytes).map(|_| ()).unwrap_err().code(),
            "not-text",
            "{bytes:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = casefile::Written::of(&bytes).map(|mut written| written.read().map(|_| ()));
    }

    #[test]
    fn any_json_in_the_place_of_a_member_is_read_and_checked_without_a_panic(member in 0usize..13, value in any_json()) {
        let names = ["type", "reference", "environment", "need", "organisation", "role", "reporter", "representative", "administrators",
            "documents", "board", "terms", "progress"];
        let mut case = json!({ "type": "tilslut/case/v1" });
        case[names[member]] = value;
        if let Ok(file) = read(case.to_string().as_bytes()) {
            prop_assert!(SCHEMA.is_valid(&case), "the schema refuses {}", case);
            let progress = file.progress;
            let draft = file.into_draft(Timestamp::UNIX_EPOCH);
            preflight(&draft, &progress.facts(&draft), date(2026, 11, 24));
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        "[a-z]{1,4}",
        proptest::sample::select(vec![
            "name",
            "cvr",
            "born",
            "formCode",
            "hasMitid",
            "kind",
            "opened",
            "officialText"
        ])
        .prop_map(str::to_owned)
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        proptest::sample::select(vec![
            "yes",
            "2026-11-24",
            "virk",
            "reporter",
            "identity",
            "NORMAL",
            "13748136",
            "person"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
