//! Who takes part in an organisation: persons, organisations, and holders whom nobody names.

use super::{DATED, FUNCTION, NOBODY, PARTNER, approved, changed, file, read};
use domain::organisation::ParticipantKind;
use domain::preflight::{Facts, preflight};
use jiff::civil::date;
use serde_json::{Value, json};

const HOLDER: &str = "/deltagerRelation/0/deltager";
const RELATION: &str = "/deltagerRelation/0/organisationer/0/hovedtype";

#[test]
fn other_participants_are_what_their_relation_attribute_or_name_says() {
    use ParticipantKind::{Organisation, Person, PersonWithoutCpr, Unknown};
    let named = |name: &str| ("/deltagerRelation/0/deltager/navne/0/navn", json!(name));
    let without = ("/deltagerRelation/0/deltager/attributter", json!([]));
    let of_type =
        |word: &str| ("/deltagerRelation/0/deltager/attributter/0/vaerdier/0/vaerdi", json!(word));
    for (changes, kind) in [
        (vec![], Organisation),
        (vec![of_type("PERSON")], PersonWithoutCpr),
        (vec![of_type("ANDET"), named("Ali Hassan")], Unknown),
        (vec![without.clone()], Organisation),
        (vec![without.clone(), named("Windpark Alpha GmbH & Co. KG")], Organisation),
        (vec![without.clone(), named("Acme Ltd.")], Organisation),
        (vec![without.clone(), named("Svenska Bolaget AB")], Organisation),
        (vec![without.clone(), named("Suomi Oy")], Organisation),
        (vec![without.clone(), named("Italia S.p.A.")], Organisation),
        (vec![without.clone(), named("Boet efter Jens Hansen")], Organisation),
        (vec![without.clone(), named("Fonden Nordlys")], Organisation),
        (vec![without.clone(), named("Aarhus Kommune")], Organisation),
        (vec![without.clone(), named("Ali Hassan")], Unknown),
        (
            vec![without.clone(), named("Ali Hassan"), (RELATION, json!("LEDELSESORGAN"))],
            PersonWithoutCpr,
        ),
        (
            vec![("/deltagerRelation/0/deltager/attributter", Value::Null), named("Ali Hassan")],
            Unknown,
        ),
        (
            vec![("/deltagerRelation/0/deltager/enhedstype", json!("PERSON")), named("Ali Hassan")],
            Person,
        ),
        (
            vec![("/deltagerRelation/0/deltager/enhedstype", json!("NOGET_NYT")), without.clone()],
            Unknown,
        ),
    ] {
        let organisation = read(&changed(PARTNER, &changes));
        let kinds: Vec<_> =
            organisation.candidates.iter().map(|candidate| candidate.kind).collect();
        assert_eq!(kinds, [kind], "{changes:?}");
        approved(organisation);
    }
}

#[test]
fn a_name_tells_an_organisation_by_its_form_and_otherwise_nothing() {
    for row in file("cases/01-names.json").as_array().unwrap() {
        let without = ("/deltagerRelation/0/deltager/attributter", json!([]));
        let named = ("/deltagerRelation/0/deltager/navne/0/navn", row["name"].clone());
        let kind = match row["kind"].as_str().unwrap() {
            "organisation" => ParticipantKind::Organisation,
            _ => ParticipantKind::Unknown,
        };
        let organisation = read(&changed(PARTNER, &[without, named]));
        let kinds: Vec<_> = organisation.candidates.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [kind], "{row}");
    }
}

#[test]
fn a_holder_whom_nobody_names_is_told_as_one_and_no_finding_says_that_nobody_is_registered() {
    let participant = |navne: Value| json!({ "enhedsNummer": 4_000_100_001_u64, "enhedstype": "PERSON", "navne": navne });
    for holder in [
        Value::Null,
        json!({}),
        participant(Value::Null),
        participant(json!([])),
        participant(json!([{ "navn": null }])),
        participant(
            json!([{ "navn": "Ukendt", "periode": { "gyldigFra": null, "gyldigTil": null } }]),
        ),
        participant(json!([{ "navn": "UKENDT PERSON" }])),
    ] {
        let organisation = read(&changed(NOBODY, &[(HOLDER, holder.clone())]));
        let holders: Vec<_> =
            organisation.unnamed().map(|held| (held.role(), held.roles[0].since)).collect();
        assert_eq!(holders, [("DIREKTØR".to_owned(), Some(date(2018, 3, 1)))], "{holder}");
        assert!(organisation.origins.candidates.is_some() && organisation.left_out.is_empty());
        let mut draft = domain::draft::Draft { cvr: "13748136".to_owned(), ..Default::default() };
        draft.representative.name = "Mette Prøve Krogh".to_owned();
        draft.lookup = domain::lookup::Lookup::Found(Box::new(organisation.clone()));
        let found: Vec<_> = preflight(&draft, &Facts::of(&draft), date(2026, 11, 24))
            .iter()
            .map(|found| found.rule.id.clone())
            .collect();
        assert!(!found.iter().any(|id| id == "representative-not-in-cvr"), "{found:?}");
        assert!(found.iter().any(|id| id == "holder-not-named"), "{found:?}");
        approved(organisation);
    }
}

#[test]
fn the_last_valid_day_counts() {
    for (last, holds) in [("2026-11-23", false), ("2026-11-24", true), ("2026-11-25", true)] {
        let period = (format!("{FUNCTION}/periode/gyldigTil"), json!(last));
        let organisation = read(&changed(DATED, &[(&period.0, period.1)]));
        assert_eq!(organisation.candidates.len() == 1, holds, "{last}");
    }
}
