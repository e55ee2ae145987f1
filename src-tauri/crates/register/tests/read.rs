//! What is read out of an answer, and that no answer, however odd, brings the program down.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, ParticipantKind, Status};
use domain::problem::Problem;
use proptest::prelude::*;
use register::{Trouble, read};
use serde_json::{Value, json};

const SOUND: &str = include_str!("nordlys.json");
const COMPANY: &str = "/hits/hits/0/_source/Vrvirksomhed";

fn cvr() -> CvrNumber {
    CvrNumber::parse("13748136").unwrap()
}

fn sound() -> Value {
    serde_json::from_str(SOUND).unwrap()
}

fn read_value(answer: &Value) -> Result<Organisation, Trouble> {
    read(answer.to_string().as_bytes(), cvr(), Timestamp::UNIX_EPOCH)
}

/// The sound answer with one place of the company changed; `null` at a place that is there already.
fn with(place: &str, value: Value) -> Value {
    let mut answer = sound();
    let (parent, member) = place.rsplit_once('/').unwrap();
    let parent = answer.pointer_mut(&format!("{COMPANY}{parent}")).unwrap_or_else(|| panic!("{place}"));
    match parent {
        Value::Array(all) => all[member.parse::<usize>().unwrap()] = value,
        other => other[member] = value,
    }
    answer
}

fn without_metadata() -> Value {
    with("/virksomhedMetadata", Value::Null)
}

#[test]
fn a_sound_answer_is_read_whole() {
    let organisation = read_value(&sound()).unwrap();
    assert_eq!(organisation.cvr, cvr());
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS");
    assert_eq!(organisation.address, ["c/o Winther", "Havnegade 14B, 1. tv", "Lejbølle", "5953 Tranekær"]);
    assert_eq!((organisation.form_code, organisation.form.as_str()), (80, "Anpartsselskab"));
    assert_eq!((organisation.status, organisation.status_text.as_str()), (Status::Active, "NORMAL"));
    assert_eq!(organisation.signing_rule.as_deref(), Some("Selskabet tegnes af en direktør alene eller af den samlede bestyrelse."));
    assert_eq!(organisation.looked_up, Timestamp::UNIX_EPOCH);
}

#[test]
fn candidates_are_those_with_an_open_function_that_may_represent() {
    let candidates = read_value(&sound()).unwrap().candidates;
    let seen: Vec<_> = candidates.iter().map(|c| (c.unit, c.name.as_str(), c.role(), c.kind)).collect();
    assert_eq!(
        seen.iter().map(|(unit, name, role, kind)| (*unit, *name, role.as_str(), *kind)).collect::<Vec<_>>(),
        [
            (4_000_100_001, "Søren Thorup Winther", "DIREKTØR, BESTYRELSESMEDLEM", ParticipantKind::Person),
            (4_000_100_003, "Ingrid Berg Hansson", "BESTYRELSESMEDLEM", ParticipantKind::PersonWithoutCpr),
            (4_000_100_005, "Winther Holding ApS", "INTERESSENTER", ParticipantKind::Organisation),
        ]
    );
}

#[test]
fn a_registered_association_representative_counts_in_associations_only() {
    for (form, counts) in [(110, true), (115, true), (80, false), (130, false)] {
        let answer = with("/virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode", json!(form));
        let candidates = read_value(&answer).unwrap().candidates;
        assert_eq!(candidates.iter().any(|c| c.role() == "FORENINGSREPRÆSENTANT"), counts, "{form}");
    }
}

#[test]
fn a_function_that_ended_or_has_no_period_does_not_count() {
    let function = "/deltagerRelation/2/organisationer/0/medlemsData/0/attributter/0/vaerdier/0/periode";
    for period in [json!({ "gyldigFra": "2019-01-01", "gyldigTil": "2020-01-01" }), Value::Null] {
        let candidates = read_value(&with(function, period)).unwrap().candidates;
        assert!(candidates.iter().all(|c| c.unit != 4_000_100_003));
    }
}

#[test]
fn without_metadata_the_open_periods_are_read() {
    let organisation = read_value(&without_metadata()).unwrap();
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS (navne)");
    assert_eq!(organisation.address, ["Listegade 2", "5953 Tranekær"]);
    assert_eq!((organisation.form_code, organisation.form.as_str()), (60, "Aktieselskab"));
    assert_eq!((organisation.status, organisation.status_text.as_str()), (Status::Active, "NORMAL"));
}

#[test]
fn of_several_open_periods_the_last_begun_is_read() {
    let mut answer = without_metadata();
    answer.pointer_mut(&format!("{COMPANY}/navne/0/periode")).unwrap()["gyldigTil"] = Value::Null;
    assert_eq!(read_value(&answer).unwrap().name, "Nordlys Tømrer & Snedker ApS (navne)");
}

#[test]
fn the_status_follows_the_registers_word() {
    for (word, status) in
        [("UNDERKONKURS", Status::Dissolving), ("Ophørt", Status::Ceased), ("FREMTID", Status::Uncertain), ("Aktiv", Status::Active)]
    {
        let organisation = read_value(&with("/virksomhedMetadata/sammensatStatus", json!(word))).unwrap();
        assert_eq!((organisation.status, organisation.status_text.as_str()), (status, word));
    }
}

#[test]
fn an_address_is_written_as_a_letter_has_it() {
    let street = json!({ "vejnavn": "Søvej", "husnummerFra": 3, "husnummerTil": "7", "bogstavTil": "C", "etage": "st", "sidedoer": 2 });
    for (address, lines) in [
        (street, &["Søvej 3-7C, st. 2"][..]),
        (json!({ "postboks": 17, "postnummer": 800, "postdistrikt": "Høje Taastrup" }), &["Postboks 17", "0800 Høje Taastrup"]),
        (json!({ "conavn": "C/O Holm", "vejnavn": "Søvej", "landekode": "DK" }), &["C/O Holm", "Søvej"]),
        (json!({ "fritekst": "Storgatan 1\n\n211 42 Malmö", "landekode": "SE" }), &["Storgatan 1", "211 42 Malmö", "SE"]),
        (json!({ "landekode": "SE" }), &[]),
        (json!({}), &[]),
    ] {
        let organisation = read_value(&with("/virksomhedMetadata/nyesteBeliggenhedsadresse", address)).unwrap();
        assert_eq!(organisation.address, lines);
    }
}

#[test]
fn what_is_missing_is_left_out_or_makes_the_answer_unreadable() {
    let mut bare = without_metadata();
    for member in ["beliggenhedsadresse", "virksomhedsstatus", "attributter", "deltagerRelation"] {
        bare.pointer_mut(COMPANY).unwrap()[member] = Value::Null;
    }
    let organisation = read_value(&bare).unwrap();
    assert!(organisation.address.is_empty() && organisation.candidates.is_empty() && organisation.signing_rule.is_none());
    assert_eq!((organisation.status, organisation.status_text.as_str()), (Status::Uncertain, ""));

    for member in ["navne", "virksomhedsform"] {
        let mut broken = without_metadata();
        broken.pointer_mut(COMPANY).unwrap()[member] = json!([]);
        assert_eq!(read_value(&broken), Err(Trouble::Nonsense), "{member}");
    }
}

#[test]
fn an_empty_answer_is_an_unknown_number_only_when_all_was_searched() {
    let nothing = json!({ "total": 0, "max_score": null, "hits": [] });
    for (answer, trouble) in [
        (json!({ "timed_out": false, "_shards": { "failed": 0 }, "hits": nothing }), Trouble::Unknown),
        (json!({ "hits": nothing }), Trouble::Unknown),
        (json!({ "timed_out": true, "hits": nothing }), Trouble::Down),
        (json!({ "_shards": { "failed": 1 }, "hits": nothing }), Trouble::Down),
    ] {
        assert_eq!(read_value(&answer), Err(trouble), "{answer}");
    }
}

#[test]
fn what_is_not_an_answer_to_the_question_is_nonsense() {
    for answer in [
        with("/cvrNummer", json!(24_256_790)),
        with("/cvrNummer", json!("13748136")),
        with("/cvrNummer", json!(-1)),
        with("/navne", json!("Nordlys")),
        with("/virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode", json!(1_000_000)),
        json!({ "error": "QUOTA_EXCEEDED" }),
        json!({ "hits": [] }),
        json!([]),
        json!(null),
    ] {
        assert_eq!(read_value(&answer), Err(Trouble::Nonsense));
    }
    let deep = "[".repeat(200_000);
    for bytes in [&b""[..], b"<html>", b"\xff\xfe", b"{\"hits\":{\"hits\":[", deep.as_bytes()] {
        assert_eq!(read(bytes, cvr(), Timestamp::UNIX_EPOCH), Err(Trouble::Nonsense));
    }
}

#[test]
fn texts_are_cleaned_and_bounded() {
    let organisation = read_value(&with("/virksomhedMetadata/nyesteNavn/navn", json!(" Nord\u{202e}lys\u{0}  \n ApS \u{1}"))).unwrap();
    assert_eq!(organisation.name, "Nordlys ApS");
    let organisation = read_value(&with("/virksomhedMetadata/nyesteNavn/navn", json!("x".repeat(100_000)))).unwrap();
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
    assert_eq!(read_value(&with("/deltagerRelation", json!([relation, relation]))).unwrap().candidates.len(), 1);
}

#[test]
fn each_trouble_is_a_problem_of_its_own() {
    for (trouble, problem) in [
        (Trouble::Unknown, Problem::CvrUnknown),
        (Trouble::Down, Problem::RegisterDown),
        (Trouble::Slow, Problem::RegisterSlow),
        (Trouble::Nonsense, Problem::RegisterNonsense),
    ] {
        assert_eq!(Problem::from(trouble), problem);
    }
}

/// Every place in a JSON value, as pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), all)),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), all)),
        _ => {}
    }
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {}, [[]]])),
        "[A-Z]{0,12}".prop_map(|text| json!([{ "navn": text, "vaerdi": text, "periode": { "gyldigTil": null } }])),
    ]
}

proptest! {
    #[test]
    fn a_sound_answer_with_odd_places_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..6)) {
        let mut answer = sound();
        for (which, value) in changes {
            let mut all = Vec::new();
            places(&answer, "", &mut all);
            let place = which.get(&all).clone();
            *answer.pointer_mut(&place).unwrap() = value;
        }
        if let Ok(organisation) = read_value(&answer) {
            prop_assert_eq!(organisation.cvr, cvr());
            prop_assert!(!organisation.name.trim().is_empty() && !organisation.form.trim().is_empty());
            let texts = organisation.candidates.iter().flat_map(|c| c.roles.iter().flat_map(|r| [&r.relation, &r.body, &r.function]).chain([&c.name])).chain(&organisation.address).chain([&organisation.name, &organisation.form]);
            prop_assert!(texts.into_iter().all(|text| !text.is_empty() && !text.chars().any(char::is_control)));
        }
    }

    #[test]
    fn a_sound_answer_with_other_bytes_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = SOUND.as_bytes().to_vec();
        for (which, byte) in changes {
            let place = which.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(&bytes, cvr(), Timestamp::UNIX_EPOCH);
        let _ = read(&bytes[..cut.index(bytes.len())], cvr(), Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read(&bytes, cvr(), Timestamp::UNIX_EPOCH), Err(Trouble::Nonsense));
    }
}
