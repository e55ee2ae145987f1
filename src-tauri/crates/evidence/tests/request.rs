//! A request survives the way to and from `domain` unchanged, has one spelling, and gives a text
//! that fits the MitID app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::Environment;
use domain::case::CaseId;
use domain::connection::Connection;
use domain::organisation::{LeftOut, Part, ParticipantKind, Status, WhyLeftOut};
use evidence::request::REFERENCE_TEXT_MAX;
use evidence::{ApprovalRequest, NotARequest, Purpose};
use fixtures::{Edit, administrator, at, connection, jcs, request};
use proptest::prelude::*;
use serde_json::{Value, json};

fn there_and_back(connection: &Connection, environment: Environment, case: &str) {
    let request = ApprovalRequest::of(connection, environment, &CaseId(case.into()));
    let read = ApprovalRequest::parse(&request.canonical()).unwrap();
    assert!(read == request);
    assert_eq!(read.connection().as_ref(), Ok(connection));
    assert_eq!((read.environment(), read.case()), (environment, CaseId(case.into())));
    assert_eq!(read.canonical(), request.canonical());
}

#[test]
fn every_variant_comes_back_as_it_was() {
    for environment in [Environment::Practice, Environment::Live] {
        there_and_back(&connection(), environment, "sag-1");
    }
    for status in [Status::Active, Status::Dissolving, Status::Ceased, Status::Uncertain] {
        let mut connection = connection();
        connection.organisation.status = status;
        there_and_back(&connection, Environment::Practice, "");
    }
    for kind in [
        ParticipantKind::Person,
        ParticipantKind::PersonWithoutCpr,
        ParticipantKind::Organisation,
        ParticipantKind::Unknown,
    ] {
        let mut connection = connection();
        connection.organisation.candidates[0].kind = kind;
        there_and_back(&connection, Environment::Practice, "sag-1");
    }
    let mut unnamed = connection();
    unnamed.organisation.candidates[0].name.clear();
    there_and_back(&unnamed, Environment::Practice, "sag-1");
    let mut bare = connection();
    bare.organisation.signing_rule = None;
    bare.organisation.candidates.clear();
    bare.organisation.address.clear();
    bare.organisation.looked_up = "2026-11-22T10:11:12.000000001Z".parse().unwrap();
    bare.terms.summary_shown = None;
    bare.terms.official = None;
    bare.reporter = None;
    there_and_back(&bare, Environment::Practice, "sag-1");
    let mut reporter_alone = connection();
    reporter_alone.reporter.as_mut().unwrap().organisation = None;
    there_and_back(&reporter_alone, Environment::Practice, "sag-1");
}

proptest! {
    #[test]
    fn any_words_come_back_as_they_were(
        name in ".*", lines in prop::collection::vec(".*", 0..4), rule in prop::option::of(".*"), form_code: u16, unit: u64,
        title in ".*", case in ".*", second in 0i64..4_000_000_000, administrators in 1usize..5, is_representative: bool,
    ) {
        let mut connection = connection();
        connection.organisation.name = name;
        connection.organisation.address = lines;
        connection.organisation.signing_rule = rule;
        connection.organisation.form_code = form_code;
        connection.organisation.candidates[0].unit = unit;
        connection.organisation.looked_up = at(second);
        connection.representative.title = title;
        connection.administrators = vec![administrator("Signe Holm", is_representative); administrators];
        there_and_back(&connection, Environment::Practice, &case);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
        prop_assert!(ApprovalRequest::parse(&bytes).is_err());
    }
}

#[test]
fn members_are_exactly_those_that_are_known_and_no_other_spelling_is_read() {
    let written = String::from_utf8(request().canonical()).unwrap();
    let value: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(value["type"], "tilslut/approval-request/v2");
    assert_eq!(value["environment"], "practice");
    assert_eq!(value["organisation"]["formCode"], 80);
    assert_eq!(value["organisation"]["candidates"][1]["unit"], "18446744073709551615");
    assert_eq!(value["administrators"][1]["born"], "1987-11-30");
    assert_eq!(value["terms"]["published"], "2024-04-17");

    let edits: &[(&str, Edit)] = &[
        ("another type", |v| v["type"] = json!("tilslut/approval-request/v3")),
        ("an unknown member", |v| v["extra"] = json!("x")),
        ("an unknown member further down", |v| v["administrators"][0]["cpr"] = json!("0101901234")),
        ("null for nothing", |v| v["reporter"] = Value::Null),
        ("null further down", |v| v["organisation"]["signingRule"] = Value::Null),
        ("the member of the first version", |v| {
            v["terms"]["opened"] = json!("2026-11-22T11:00:00Z")
        }),
        ("the first version with a member of the second", |v| {
            v["type"] = json!("tilslut/approval-request/v1")
        }),
        ("null for a time", |v| v["terms"]["summaryShown"] = Value::Null),
        ("null for the official text", |v| v["terms"]["officialText"] = Value::Null),
        ("an official text without its address", |v| {
            fixtures::without(&mut v["terms"]["officialText"], "address")
        }),
        ("an official text without its time", |v| {
            fixtures::without(&mut v["terms"]["officialText"], "opened")
        }),
        ("no administrator", |v| v["administrators"] = json!([])),
        ("an attestation denied", |v| v["administrators"][0]["hasCpr"] = json!(false)),
        ("an attestation missing", |v| fixtures::without(&mut v["administrators"][0], "hasMitid")),
        ("a CVR number with spaces", |v| v["organisation"]["cvr"] = json!("13 74 81 36")),
        ("a CVR number that is none", |v| v["organisation"]["cvr"] = json!("13748137")),
        ("a time in another zone", |v| {
            v["organisation"]["lookedUp"] = json!("2026-11-22T11:00:00+01:00")
        }),
        ("a date that is none", |v| v["administrators"][0]["born"] = json!("1987-11-31")),
        ("a name that is not folded", |v| v["representative"]["name"] = json!(" Signe  Holm")),
        ("an address that is not lower case", |v| {
            v["representative"]["email"] = json!("signe@NORDLYS.example")
        }),
        ("a unit with a leading zero", |v| {
            v["organisation"]["candidates"][0]["unit"] = json!("04000123456")
        }),
        ("a number with a fraction", |v| v["organisation"]["formCode"] = json!(80.5)),
        ("an array for an object", |v| {
            v["terms"] = json!(["Vilkår", "2024-04-17", "2026-11-22T11:00:00Z", {}])
        }),
    ];
    for (what, edit) in edits {
        let mut edited = value.clone();
        edit(&mut edited);
        assert!(ApprovalRequest::parse(&jcs(&edited)) == Err(NotARequest), "{what}");
        assert!(serde_json::from_value::<ApprovalRequest>(edited).is_err(), "{what}");
    }
    for (what, text) in [
        ("a member named twice", written.replacen('{', r#"{"caseId":"sag-1","#, 1)),
        (
            "a member named twice further down",
            written.replace(r#""formCode""#, r#""cvr":"13748136","formCode""#),
        ),
        ("more after it", format!("{written} {{}}")),
        ("half of it", written[..written.len() / 2].to_owned()),
    ] {
        assert!(ApprovalRequest::parse(text.as_bytes()) == Err(NotARequest), "{what}");
    }
    let spaced = serde_json::to_vec_pretty(&value).unwrap();
    assert!(ApprovalRequest::parse(&spaced).unwrap().canonical() == written.into_bytes());
}

/// A request as it was written before: `opened` there is when Tilslut's own summary was shown.
#[test]
fn requests_of_the_first_version_are_read_for_ever_as_they_were_written() {
    for (frozen, purpose) in [
        (include_bytes!("requests/approval-v1.json").as_slice(), Purpose::Approval),
        (include_bytes!("requests/hand-over-v1.json").as_slice(), Purpose::HandOver),
    ] {
        let request = ApprovalRequest::parse(frozen).unwrap();
        assert_eq!(request.purpose(), purpose);
        assert_eq!(
            request.canonical(),
            frozen.trim_ascii_end(),
            "its fingerprint and its code stay"
        );
        let connection = request.connection().unwrap();
        assert_eq!(
            (connection.terms.summary_shown, connection.terms.official.clone()),
            (Some(at(fixtures::IAT - 600)), None)
        );
        let written_today =
            ApprovalRequest::of(&connection, Environment::Practice, &request.case())
                .meant_for(purpose);
        assert_ne!(written_today.fingerprint(), request.fingerprint());
        assert!(request.is_about(&connection, Environment::Practice, &request.case()));
        assert!(!request.is_about(&connection, Environment::Live, &request.case()));
        let mut partly_read = connection.clone();
        partly_read.organisation.left_out =
            vec![LeftOut { part: Part::Address, why: WhyLeftOut::Unreadable }];
        assert!(
            request.is_about(&partly_read, Environment::Practice, &request.case()),
            "what was left out is not approved"
        );
        assert!(!request.is_about(&fixtures::connection(), Environment::Practice, &request.case()));
        let mut versions =
            ApprovalRequest::in_every_version(&connection, Environment::Practice, &request.case())
                .into_iter();
        assert!(versions.any(|version| version.meant_for(purpose) == request));
    }
    assert_eq!(
        ApprovalRequest::in_every_version(&connection(), Environment::Practice, &request().case())
            .len(),
        1
    );
}

/// What was left out of a register's answer is told to the person and is no part of what is
/// approved: it never costs the receipt.
#[test]
fn a_request_is_about_its_connection_whatever_was_left_out_of_the_registers_answer() {
    let mut connection = connection();
    let case = CaseId("sag-1".to_owned());
    let request = ApprovalRequest::of(&connection, Environment::Live, &case);
    connection.organisation.left_out =
        vec![LeftOut { part: Part::Address, why: WhyLeftOut::Unreadable }];
    assert!(request.is_about(&connection, Environment::Live, &case));
    assert!(!request.is_about(&connection, Environment::Practice, &case));
    connection.organisation.name.push('!');
    assert!(!request.is_about(&connection, Environment::Live, &case));
}

#[test]
fn the_reference_text_is_safe_and_short_and_tells_the_number_of_administrators() {
    for (count, noun) in
        [(1, "1 administrator. "), (2, "2 administratorer. "), (1000, "1000 administratorer. ")]
    {
        let mut connection = connection();
        connection.administrators = vec![administrator("Jens Åkær", false); count];
        let request =
            ApprovalRequest::of(&connection, Environment::Practice, &CaseId("sag-1".into()));
        let text = request.reference_text();
        assert_eq!(
            text,
            format!(
                "Godkend MitID Erhverv-tilslutning, CVR 13748136, {noun}Kode {}",
                request.control_code()
            )
        );
        assert!(
            text.len() <= REFERENCE_TEXT_MAX && text.chars().count() <= REFERENCE_TEXT_MAX,
            "{text}"
        );
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || " .,-".contains(c)), "{text}");
    }
}

#[test]
fn the_control_code_is_a_hash_of_the_fingerprint_under_its_own_name() {
    use sha2::{Digest as _, Sha256};
    let request = request();
    let fingerprint: [u8; 32] = Sha256::digest(request.canonical()).into();
    assert_eq!(request.fingerprint(), fingerprint);
    let hash: [u8; 32] =
        Sha256::digest([b"tilslut/control-code/v1\0".as_slice(), &fingerprint].concat()).into();
    assert_eq!(request.control_code(), domain::control_code::ControlCode::from_hash(&hash));
}

#[test]
fn any_change_gives_another_code() {
    let first = request();
    let mut connection = connection();
    connection.administrators[1].is_representative = true;
    let changed = ApprovalRequest::of(&connection, Environment::Practice, &CaseId("sag-1".into()));
    let elsewhere =
        ApprovalRequest::of(&fixtures::connection(), Environment::Live, &CaseId("sag-1".into()));
    assert_ne!(first.control_code(), changed.control_code());
    assert_ne!(first.control_code(), elsewhere.control_code());
}

#[test]
fn nothing_personal_is_printed() {
    assert_eq!(format!("{:?}", request()), "ApprovalRequest(…)");
}
