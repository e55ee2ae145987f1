//! What is read out of an answer, and that no answer, however odd, brings the program down.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod any;
mod missing;
mod odd;
mod shapes;
#[path = "../sound/mod.rs"]
mod sound;

use domain::organisation::{Origins, Source, Status};
use domain::problem::Problem;
use register::Error;
use serde_json::{Value, json};
use sound::{COMPANY, cvr, now, read_value, sound, with};

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
