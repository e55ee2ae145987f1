//! The record of a case that was approved in Tilslut first: it names the approval as its receipt has
//! it, says that it proves nothing of it, and tells as stated what only was.

use crate::guided::GuidedCase;
use crate::reading::{assert_in_order, pages, squeezed, text};
use domain::approver::{Approver, Authority, LoginName};
use domain::case::{Approved, Delivery, Evidence, Level, Outcome, Stage, Token};
use domain::control_code::ControlCode;
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::record::{Facts, RecordData};

const V2: &str = include_str!("record-v2.json");
/// The number of its receipt.
const RECEIPT: u64 = 5;

/// Concluded on the official site after the approval, led there by Tilslut or not.
pub fn approved(environment: Environment, language: Language, is_led: bool) -> GuidedCase {
    let mut case = GuidedCase::usual(environment, language);
    let Stage::Guided(guided) = &case.case.stage else { unreachable!() };
    let evidence = Evidence {
        bundle: b"evidence".to_vec(),
        level: Level::B,
        approver: LoginName::Given("Mette Lindegaard Krogh".into()),
        approved_at: "2026-11-24T13:48:00Z".parse().unwrap(),
        control_code: ControlCode::from_hash(&[7; 32]),
        authority: Authority::Confirmed,
        clock_offset: None,
    };
    let approver = Approver::of(&evidence, &guided.connection);
    case.case.stage = Stage::Approved(Box::new(Approved {
        connection: guided.connection.clone(),
        evidence,
        approver,
        delivery: Delivery::NoReceiver { id: Token("d1".into()) },
        visit: is_led.then(|| guided.visit.clone()),
    }));
    case.receipt = Some(RECEIPT);
    case
}

fn usual() -> GuidedCase {
    approved(Environment::Live, Language::Danish, true)
}

/// Every sample, by name.
pub fn samples() -> Vec<(String, GuidedCase)> {
    let mut samples = Vec::new();
    for environment in [Environment::Practice, Environment::Live] {
        for language in [Language::Danish, Language::English] {
            let word = |what| format!("record-{}-{language:?}-{what}", environment.word());
            samples.push((word("approved"), approved(environment, language, true)));
            let mut alone = approved(environment, language, false);
            alone.case.history.mails.clear();
            alone.mails.clear();
            samples.push((word("approved-alone"), alone));
        }
    }
    samples
}

#[test]
fn it_names_the_approval_and_tells_the_outcome_as_stated() {
    let shown = text(&usual().pdf());
    assert_in_order(
        &shown,
        &[
            "Mette Lindegaard Krogh oplyste tirsdag 24. november 2026 kl. 15.12, at aftalen",
            "Niveau: egen optegnelse, uden for skalaen A til D",
            "Sagen blev først godkendt i Tilslut med MitID 24. november 2026 kl. 14.48: kvittering \
             nr. 5, niveau B. Det viser kvitteringen, ikke denne optegnelse. Hvordan det gik på \
             mitid-erhverv.dk, er kun oplyst, og ingen har underskrevet det.",
            "Hvad er oplyst",
            "Den officielle e-mail",
            "Optegnelsen beviser ikke, at nogen godkendte noget.",
            "Godkendt i Tilslut først",
            "Optegnelsen beviser heller ikke godkendelsen i Tilslut",
            "Nr. 5. Godkendelsen kontrolleres med den fil.",
            "Mette Lindegaard Krogh",
            "24. november 2026 kl. 14.48",
            "B, som det blev fundet på denne computer, da der blev godkendt",
            "Godkendelsens bevis, SHA-256",
            "Svar på, hvordan det gik",
        ],
    );
    let first = &pages(&shown)[0];
    assert!(first.contains("Gem den oprindelige fil"), "what people read first fits one page");
    let nobody = squeezed("Tilslut har ikke set login");
    assert!(!squeezed(&shown).contains(&nobody), "a login was seen");
    let alone = approved(Environment::Live, Language::Danish, false);
    let screens = squeezed("Skærme set i Tilslut");
    assert!(squeezed(&shown).contains(&screens));
    assert!(!squeezed(&text(&alone.pdf())).contains(&screens), "nobody was led there");
}

/// The form of version 2 stays readable, and the schema describes it; what is in one form and says
/// that it is of the other is none.
#[test]
fn a_record_of_version_two_is_read_for_ever_and_is_as_the_schema_says() {
    let json = V2.trim_end();
    if std::env::var_os("REWRITE").is_some() {
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/record-v2.json");
        std::fs::write(kept, usual().data().to_json()).unwrap();
        return;
    }
    let data = RecordData::read(json.as_bytes()).unwrap();
    assert_eq!(data.to_json(), json.as_bytes());
    assert_eq!(data.case.approved.as_ref().map(|it| it.receipt), Some(5));
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../docs/record.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let is_valid = |json: &[u8]| validator.is_valid(&serde_json::from_slice(json).unwrap());
    for (name, case) in samples() {
        let json = case.data().to_json();
        assert!(is_valid(&json), "{name}");
        assert_eq!(RecordData::read(&json), Some(case.data()), "{name}");
    }
    let guided = GuidedCase::usual(Environment::Live, Language::Danish).data().to_json();
    let guided = String::from_utf8(guided).unwrap();
    let (first, second) = ("tilslut/record/v1", "tilslut/record/v2");
    for wrong in [json.replace(second, first), guided.replace(first, second)] {
        assert!(!is_valid(wrong.as_bytes()), "{wrong}");
        assert_eq!(RecordData::read(wrong.as_bytes()), None, "{wrong}");
    }
    let code = data.case.approved.as_ref().unwrap().code.clone();
    for (old, new) in [
        ("\"receipt\":5", "\"receipt\":12"),
        ("\"receipt\":5", "\"receipt\":0"),
        ("\"level\":\"b\"", "\"level\":\"e\""),
        (&*code, "CODE"),
        ("\"guided\":{", "\"guide\":{"),
    ] {
        let wrong = json.replacen(old, new, 1);
        assert_ne!(wrong, json, "the change was made");
        assert_eq!(RecordData::read(wrong.as_bytes()), None, "{wrong}");
    }
}

#[test]
fn there_is_none_without_a_receipt_nor_of_what_nobody_has_stated() {
    let mut case = usual();
    let day = date(2026, 11, 27);
    assert_eq!(Facts::of(&case.case, None, day), None, "not saved yet");
    case.case.history.before_approval = 1;
    assert_eq!(Facts::of(&case.case, Some(RECEIPT), day), None, "that was of an earlier attempt");
    case.state(Outcome::Withdrawn, "2026-11-25T09:00:00Z");
    let facts = case.facts();
    let earlier: Vec<bool> = facts.outcomes.iter().map(|it| it.earlier_attempt).collect();
    assert_eq!(earlier, [true, false]);
    assert_eq!(facts.prepared.not_after, facts.approved.unwrap().at);
}
