//! What can be a personal number, in the texts that registers keep, and what only looks like one.

use super::{DATED, FUNCTION, NUMBER, approved, changed, file, now, read};
use domain::organisation::{Part, WhyLeftOut};
use serde_json::json;

const RULE: &str = "/attributter/0/vaerdier/0/vaerdi";

#[test]
fn a_personal_number_in_free_text_is_left_out_and_the_rest_stays() {
    let answer = read(&file(NUMBER));
    assert_eq!(
        answer.signing_rule.as_deref(),
        Some("Selskabet tegnes af direktør Mette Prøve Krogh (cpr.nr. …) alene.")
    );
    for written in [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "01.01.90-1234",
        "010190\u{2013}1234",
        "010190 - 1234",
    ] {
        for (place, part) in [
            (RULE.to_owned(), Part::SigningRule),
            (format!("{FUNCTION}/vaerdi"), Part::Participants),
            ("/deltagerRelation/0/deltager/navne/0/navn".to_owned(), Part::Participants),
            ("/virksomhedMetadata/sammensatStatus".to_owned(), Part::Status),
            ("/virksomhedMetadata/nyesteVirksomhedsform/langBeskrivelse".to_owned(), Part::Form),
        ] {
            let text = format!("DIREKTØR cpr.nr. {written}, og andre");
            let mut organisation = read(&changed(
                NUMBER,
                &[(RULE, json!("Selskabet tegnes af en direktør.")), (&place, json!(text))],
            ));
            assert!(
                organisation
                    .left_out
                    .iter()
                    .any(|left| left.part == part && left.why == WhyLeftOut::PersonalNumber),
                "{place} {written}"
            );
            let shown = format!("{organisation:?}");
            assert!(!shown.contains("1234") && shown.contains("og andre"), "{shown}");
            // One that an older version stored is left out of the receipt.
            organisation.signing_rule = Some(text);
            let case = approved(organisation);
            assert!(!case.contains("1234") && case.contains("og andre"), "{case}");
        }
    }
}

#[test]
fn of_a_free_text_what_can_be_a_personal_number_is_left_out_and_what_cannot_stays() {
    for row in file("cases/06-free-texts.json").as_array().unwrap() {
        let organisation = read(&changed(NUMBER, &[(RULE, row["text"].clone())]));
        assert_eq!(organisation.signing_rule.as_deref(), row["expect"].as_str(), "{row}");
        approved(organisation);
    }
}

#[test]
fn a_name_with_a_date_and_a_number_is_kept_whole_and_its_approval_has_a_receipt() {
    for name in [
        "Ejendomsselskabet af 10.12.2016 18 ApS",
        "Selskabet 010190-1234 A/S",
        "K/S 0101901234",
        "PSEPL 31.12.14 1000 ApS",
    ] {
        let organisation =
            read(&changed(DATED, &[("/virksomhedMetadata/nyesteNavn/navn", json!(name))]));
        assert_eq!((organisation.name.as_str(), organisation.left_out.as_slice()), (name, &[][..]));
        let case = approved(organisation);
        assert!(case.contains(name), "{case}");
        let back = casefile::read(case.as_bytes()).unwrap().into_draft(now());
        assert_eq!(back.organisation().unwrap().name, name);
    }
}
