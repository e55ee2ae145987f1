//! `docs/evidence.md` and `docs/evidence.schema.json` say what is so: every check, reason and
//! doubt, every member, and no other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::Environment;
use domain::case::CaseId;
use domain::documents::Enclosed;
use evidence::{ApprovalRequest, Bundle, CheckId, Downgrade, Reason};
use fixtures::authority::WHOLE;
use fixtures::{HONEST, SECOND, without};
use serde_json::{Value, json};

fn doc(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The code in the first column of each row of the table under a heading.
fn listed(document: &str, heading: &str) -> Vec<String> {
    let (_, section) =
        document.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("{heading}"));
    let section = section.split("\n## ").next().unwrap();
    section
        .lines()
        .filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()))
        .collect()
}

#[test]
fn every_check_reason_and_doubt_is_listed_in_order() {
    let document = doc("evidence.md");
    assert_eq!(
        listed(&document, "The checks"),
        CheckId::ALL.iter().map(|id| id.code()).collect::<Vec<_>>()
    );
    assert_eq!(
        listed(&document, "Why a bundle is invalid"),
        Reason::ALL.iter().map(|reason| reason.code()).collect::<Vec<_>>()
    );
    let doubts = listed(&document, "Why something that could have proven more does not");
    assert_eq!(doubts, Downgrade::ALL.iter().map(|doubt| doubt.code()).collect::<Vec<_>>());
}

#[test]
fn every_member_is_described_and_in_the_schema() {
    let whole: Value = serde_json::from_slice(&WHOLE.bundle()).unwrap();
    let mut members: Vec<String> = whole.as_object().unwrap().keys().cloned().collect();
    let schema: Value = serde_json::from_str(&doc("evidence.schema.json")).unwrap();
    let mut known: Vec<String> =
        schema["properties"].as_object().unwrap().keys().cloned().collect();
    let mut described = listed(&doc("evidence.md"), "The members");
    for list in [&mut members, &mut known, &mut described] {
        list.sort_unstable();
    }
    assert_eq!((&members, &members), (&known, &described));
}

#[test]
fn the_schema_takes_what_is_written_and_nothing_that_is_not_a_bundle() {
    let schema: Value = serde_json::from_str(&doc("evidence.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut bare = fixtures::connection();
    bare.organisation.signing_rule = None;
    bare.terms.summary_shown = None;
    bare.terms.official = None;
    bare.reporter = None;
    bare.enclosed =
        vec![Enclosed { kind: "statutes".into(), name: "vedtægter.pdf".into(), sha256: [7; 32] }];
    let bare = ApprovalRequest::of(&bare, Environment::Live, &CaseId("sag-1".into()));
    let mut with_bare: Value = serde_json::from_slice(&HONEST.bundle()).unwrap();
    with_bare["request"] = serde_json::from_slice(&bare.canonical()).unwrap();
    let whole: Value = serde_json::from_slice(&WHOLE.bundle()).unwrap();
    let second: Value = serde_json::from_slice(&SECOND.bundle()).unwrap();
    let first_version =
        serde_json::from_str(include_str!("vectors/v1/level-a-es256.json")).unwrap();
    for bundle in [
        &whole,
        &with_bare,
        &second,
        &first_version,
        &serde_json::from_slice(&HONEST.bundle()).unwrap(),
    ] {
        let wrong: Vec<String> = validator
            .iter_errors(bundle)
            .map(|error| format!("{} {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(Bundle::parse(bundle.to_string().as_bytes()).is_ok());
    }
    let edits: &[fixtures::Edit] = &[
        |bundle| without(bundle, "seal"),
        |bundle| without(bundle, "transactionToken"),
        |bundle| bundle["extra"] = json!(1),
        |bundle| bundle["type"] = json!("tilslut/evidence/v3"),
        |bundle| bundle["timestamps"] = json!([]),
        |bundle| bundle["transactionOcsp"] = json!("AAA"),
        |bundle| bundle["cic"]["extra"] = json!(1),
        |bundle| bundle["cic"]["upk"]["crv"] = json!("P-384"),
        |bundle| bundle["request"]["organisation"]["cvr"] = json!("13 74 81 36"),
        |bundle| bundle["request"]["administrators"] = json!([]),
        |bundle| bundle["request"]["terms"]["opened"] = json!("2026-11-18T10:56:40Z"),
        |bundle| bundle["request"]["type"] = json!("tilslut/approval-request/v1"),
        |bundle| without(&mut bundle["request"]["terms"]["officialText"], "address"),
        |bundle| bundle["request"]["administrators"][0]["hasCpr"] = json!(false),
        |bundle| bundle["discovery"]["fetchedAt"] = json!("2026-11-18"),
        |bundle| bundle["discovery"]["clockOffset"] = json!(1),
        |bundle| {
            bundle["type"] = json!("tilslut/evidence/v2");
            bundle["discovery"]["clockOffset"] = json!("1");
        },
        |bundle| bundle["profile"]["version"] = json!(-1),
    ];
    for edit in edits {
        let mut edited = whole.clone();
        edit(&mut edited);
        assert!(!validator.is_valid(&edited), "{edited}");
    }
}

/// The example of the page is the rule of the code.
#[test]
fn the_reference_text_is_the_documented_one() {
    let request = fixtures::request();
    let pattern =
        "Godkend MitID Erhverv-tilslutning, CVR <number>, <n> administratorer. Kode <code>";
    assert!(doc("evidence.md").contains(pattern));
    let text = pattern
        .replace("<number>", &request.cvr().to_string())
        .replace("<n>", "2")
        .replace("<code>", &request.control_code().to_string());
    assert_eq!(request.reference_text(), text);
}
