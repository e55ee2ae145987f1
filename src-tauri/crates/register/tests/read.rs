//! What is read out of an answer, and that no answer, however odd, brings the program down.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod sound;

use domain::organisation::{Origins, Source, Status};
use domain::problem::Problem;
use proptest::prelude::*;
use register::{ANSWER_MAX, Error, read, read_any};
use serde_json::{Value, json};
use sound::{COMPANY, SOUND, cvr, now, read_value, sound, with};

fn without_metadata() -> Value {
    with("/virksomhedMetadata", Value::Null)
}

#[test]
fn a_sound_answer_is_read_whole() {
    let organisation = read_value(&sound()).unwrap();
    assert_eq!(organisation.cvr, cvr());
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS");
    assert_eq!(
        organisation.address,
        ["c/o Winther", "Havnegade 14B, 1. tv", "Lejbølle", "5953 Tranekær"]
    );
    assert_eq!((organisation.form_code, organisation.form.as_str()), (80, "Anpartsselskab"));
    assert_eq!(
        (organisation.status, organisation.status_text.as_str()),
        (Status::Active, "NORMAL")
    );
    assert_eq!(
        organisation.signing_rule.as_deref(),
        Some("Selskabet tegnes af en direktør alene eller af den samlede bestyrelse.")
    );
    assert_eq!((organisation.looked_up, organisation.origins), (now(), Origins::all(Source::Virk)));
}

#[test]
fn without_metadata_the_open_periods_are_read() {
    let organisation = read_value(&without_metadata()).unwrap();
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS (navne)");
    assert_eq!(organisation.address, ["Listegade 2", "5953 Tranekær"]);
    assert_eq!((organisation.form_code, organisation.form.as_str()), (60, "Aktieselskab"));
    assert_eq!(
        (organisation.status, organisation.status_text.as_str()),
        (Status::Active, "NORMAL")
    );
}

#[test]
fn of_several_open_periods_the_last_begun_is_read() {
    let mut answer = without_metadata();
    answer.pointer_mut(&format!("{COMPANY}/navne/0/periode")).unwrap()["gyldigTil"] = Value::Null;
    assert_eq!(read_value(&answer).unwrap().name, "Nordlys Tømrer & Snedker ApS (navne)");
}

#[test]
fn the_status_follows_the_registers_word() {
    for (word, status) in [
        ("UNDERKONKURS", Status::Dissolving),
        ("Ophørt", Status::Ceased),
        ("FREMTID", Status::Uncertain),
        ("Aktiv", Status::Active),
    ] {
        let organisation =
            read_value(&with("/virksomhedMetadata/sammensatStatus", json!(word))).unwrap();
        assert_eq!((organisation.status, organisation.status_text.as_str()), (status, word));
    }
}

#[test]
fn an_address_is_written_as_a_letter_has_it() {
    let street = json!({ "vejnavn": "Søvej", "husnummerFra": 3, "husnummerTil": "7", "bogstavTil": "C", "etage": "st", "sidedoer": 2 });
    for (address, lines) in [
        (street, &["Søvej 3-7C, st. 2"][..]),
        (json!({ "vejnavn": "Søvej", "etage": "01", "sidedoer": "0002" }), &["Søvej, 1. 2"]),
        (json!({ "vejnavn": "Søvej", "etage": "kl", "sidedoer": "0" }), &["Søvej, kl. 0"]),
        (
            json!({ "postboks": 17, "postnummer": 800, "postdistrikt": "Høje Taastrup" }),
            &["Postboks 17", "0800 Høje Taastrup"],
        ),
        (
            json!({ "conavn": "C/O Holm", "vejnavn": "Søvej", "landekode": "DK" }),
            &["C/O Holm", "Søvej"],
        ),
        (
            json!({ "fritekst": "Storgatan 1\n\n211 42 Malmö", "landekode": "SE" }),
            &["Storgatan 1", "211 42 Malmö", "SE"],
        ),
        // One that says nothing leaves the one in the list.
        (json!({ "landekode": "SE" }), &["Listegade 2", "5953 Tranekær"]),
        (json!({}), &["Listegade 2", "5953 Tranekær"]),
    ] {
        let organisation =
            read_value(&with("/virksomhedMetadata/nyesteBeliggenhedsadresse", address)).unwrap();
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
fn an_organisation_without_a_status_has_ceased_when_its_lifetimes_have() {
    for (lifetimes, status) in [
        (
            json!([{ "periode": { "gyldigFra": "2009-03-01", "gyldigTil": "2019-01-01" } }]),
            Status::Ceased,
        ),
        (
            json!([{ "periode": { "gyldigFra": "2009-03-01", "gyldigTil": null } }]),
            Status::Uncertain,
        ),
        (
            json!([
                { "periode": { "gyldigFra": "2009-03-01", "gyldigTil": "2019-01-01" } },
                { "periode": { "gyldigFra": "2020-01-01", "gyldigTil": null } },
            ]),
            Status::Uncertain,
        ),
        (
            json!([{ "periode": { "gyldigFra": "2009-03-01", "gyldigTil": "engang" } }]),
            Status::Uncertain,
        ),
        (json!([]), Status::Uncertain),
    ] {
        let mut answer = without_metadata();
        answer.pointer_mut(COMPANY).unwrap()["virksomhedsstatus"] = json!([]);
        answer.pointer_mut(COMPANY).unwrap()["livsforloeb"] = lifetimes.clone();
        assert_eq!(read_value(&answer).unwrap().status, status, "{lifetimes}");
    }
}

#[test]
fn an_organisation_that_has_ceased_keeps_its_last_name_and_form() {
    let mut answer = without_metadata();
    for (list, last) in [("navne", 1), ("virksomhedsform", 1), ("beliggenhedsadresse", 1)] {
        answer.pointer_mut(&format!("{COMPANY}/{list}/{last}/periode")).unwrap()["gyldigTil"] =
            json!("2021-01-01");
    }
    let organisation = read_value(&answer).unwrap();
    assert_eq!(
        (organisation.name.as_str(), organisation.form_code),
        ("Nordlys Tømrer & Snedker ApS (navne)", 60)
    );
    assert_eq!(organisation.address, ["Listegade 2", "5953 Tranekær"]);
}

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
fn the_name_and_the_form_are_taken_from_what_can_be_read_of_them() {
    let organisation = read_value(&with("/virksomhedMetadata/nyesteNavn/navn", json!(7))).unwrap();
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS (navne)");
    for (code, form) in [
        (json!(1_000_000), (60, "Aktieselskab")),
        (json!(null), (60, "Aktieselskab")),
        (json!("80"), (80, "Anpartsselskab")),
    ] {
        let organisation = read_value(&with(
            "/virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode",
            code,
        ))
        .unwrap();
        assert_eq!((organisation.form_code, organisation.form.as_str()), form);
    }
    // CVR's own words, then its short ones, then its code: never a label of ours.
    for (form, words) in [
        (json!({ "virksomhedsformkode": 80, "kortBeskrivelse": "APS" }), "APS"),
        (json!({ "virksomhedsformkode": 80, "langBeskrivelse": [] }), "80"),
    ] {
        assert_eq!(
            read_value(&with("/virksomhedMetadata/nyesteVirksomhedsform", form)).unwrap().form,
            words
        );
    }
}

#[test]
fn a_raw_answer_is_read_in_every_shape_without_its_number() {
    let read_any = |value: &Value| read_any(value.to_string().as_bytes(), now());
    let whole = read_value(&sound()).unwrap();
    let answer = sound();
    let hit = &answer["hits"]["hits"][0];
    let alone = [hit, &hit["_source"], &hit["_source"]["Vrvirksomhed"]];
    for shape in [&answer, &answer["hits"]].into_iter().chain(alone) {
        assert_eq!(read_any(shape), Ok(vec![whole.clone()]), "{shape}");
    }
    for shape in alone {
        assert_eq!(read_any(&json!([shape])), Ok(vec![whole.clone()]), "{shape}");
    }
    let marked = [b"\xef\xbb\xbf".as_slice(), SOUND.as_bytes()].concat();
    assert_eq!(register::read_any(&marked, now()), Ok(vec![whole.clone()]));

    let mut other = hit.clone();
    other["_source"]["Vrvirksomhed"]["cvrNummer"] = json!(24_256_790);
    for shape in [
        json!({ "hits": { "hits": [hit, other] } }),
        json!({ "total": 2, "hits": [hit, other] }),
        json!([hit, other]),
    ] {
        let both = read_any(&shape).unwrap();
        assert_eq!(
            both.iter().map(|o| o.cvr.as_u32()).collect::<Vec<_>>(),
            [13_748_136, 24_256_790]
        );
    }

    other["_source"]["Vrvirksomhed"]["cvrNummer"] = json!(12_345_678);
    for (shape, trouble) in [
        (json!({ "hits": { "hits": [hit, other] } }), Error::Nonsense),
        (json!({ "hits": { "total": 0, "hits": [] } }), Error::Unknown),
        (json!({ "timed_out": true, "hits": { "hits": [] } }), Error::Down),
        (json!({ "_source": {} }), Error::Nonsense),
        (json!({ "_source": { "Vrdeltagerperson": { "enhedsNummer": 1 } } }), Error::Nonsense),
        (json!({}), Error::Nonsense),
        (json!({ "total": 0, "hits": [] }), Error::Unknown),
        (json!({ "hits": [hit, other] }), Error::Nonsense),
        (json!({ "hits": [hit, null] }), Error::Nonsense),
        // Nobody can say which of them was meant, or how each was asked for.
        (json!([answer]), Error::Nonsense),
        (json!([answer["hits"]]), Error::Nonsense),
        (json!([[hit]]), Error::Nonsense),
        (json!([]), Error::Nonsense),
        (json!([null]), Error::Nonsense),
        (json!([{}]), Error::Nonsense),
        (json!([hit, other]), Error::Nonsense),
        (json!([hit, null]), Error::Nonsense),
        (json!([hit, hit["_source"]["Vrvirksomhed"]]), Error::Nonsense),
    ] {
        assert_eq!(read_any(&shape), Err(trouble), "{shape}");
    }
}

/// Databases and spreadsheets through which an answer has gone make texts of numbers.
#[test]
fn whole_numbers_may_be_written_as_texts_of_digits() {
    fn written(value: &mut Value) {
        match value {
            Value::Number(number) => *value = number.to_string().into(),
            Value::Array(items) => items.iter_mut().for_each(written),
            Value::Object(members) => members.values_mut().for_each(written),
            _ => {}
        }
    }
    let mut answer = sound();
    written(&mut answer);
    assert_ne!(answer, sound());
    assert_eq!(read_value(&answer), read_value(&sound()));
    assert_eq!(
        read_any(answer.to_string().as_bytes(), now()),
        Ok(vec![read_value(&sound()).unwrap()])
    );
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

#[test]
fn each_trouble_is_a_problem_of_its_own() {
    for (trouble, problem) in [
        (Error::Unknown, Problem::CvrUnknown),
        (Error::Down, Problem::RegisterDown),
        (Error::Slow, Problem::RegisterSlow),
        (Error::Nonsense, Problem::RegisterNonsense),
        (Error::Gone, Problem::RegisterNonsense),
        (Error::Refused, Problem::RegisterRefused),
        (Error::Banned, Problem::RegisterBlocked),
        (Error::Blocked, Problem::RegisterBlocked),
        (Error::Anonymous, Problem::RegisterRefused),
        (Error::Quota, Problem::RegisterQuota),
    ] {
        assert_eq!(Problem::from(trouble), problem);
    }
}

/// Every place in a JSON value, as pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), all))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), all)),
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
        "[A-Z]{0,12}".prop_map(
            |text| json!([{ "navn": text, "vaerdi": text, "periode": { "gyldigTil": null } }])
        ),
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
        let _ = read_any(answer.to_string().as_bytes(), now());
        if let Ok(organisation) = read_value(&answer) {
            prop_assert_eq!(organisation.cvr, cvr());
            prop_assert!(!organisation.name.trim().is_empty() && !organisation.form.trim().is_empty());
            let named = organisation.named().map(|c| &c.name).chain(organisation.candidates.iter().flat_map(|c| c.roles.iter().map(|role| &role.function)));
            let filled: Vec<&String> = named.chain(&organisation.address).chain([&organisation.name, &organisation.form]).collect();
            prop_assert!(filled.iter().all(|text| !text.is_empty()));
            let roles = organisation.candidates.iter().flat_map(|c| c.roles.iter().flat_map(|role| [&role.relation, &role.body]));
            prop_assert!(roles.chain(filled).all(|text| !text.chars().any(char::is_control)));
        }
    }

    #[test]
    fn a_sound_answer_with_other_bytes_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = SOUND.as_bytes().to_vec();
        for (which, byte) in changes {
            let place = which.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(&bytes, cvr(), now());
        let _ = read_any(&bytes, now());
        let _ = read(&bytes[..cut.index(bytes.len())], cvr(), now());
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read(&bytes, cvr(), now()), Err(Error::Nonsense));
        prop_assert_eq!(read_any(&bytes, now()), Err(Error::Nonsense));
    }
}
