//! How Datafordeler is asked over a real socket, and that its key is nowhere but in the question.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
mod pretend;

use domain::organisation::{Organisation, Origins, Part, Source, Status};
use pretend::{Asked, Questions, cvr, endless, hurry, now, patience, serve};
use register::{ApiKey, Datafordeler, Error, Quota, Register, Unconfigured};
use serde_json::{Value, json};
use std::time::Duration;

const KEY: &str = "n0gle/+&=æ";

fn key() -> ApiKey {
    ApiKey::new(KEY.to_owned()).unwrap()
}

fn datafordeler(base: &str) -> Datafordeler {
    Datafordeler::new(&format!("{base}/CVR/v2"), key()).unwrap().with_patience(patience())
}

/// The kind of row that a question asks for.
fn kind(asked: &Asked) -> String {
    let question: Value = serde_json::from_slice(&asked.body).unwrap();
    let query = question["query"].as_str().unwrap();
    query.trim_start_matches("{ ").split('(').next().unwrap().to_owned()
}

fn query(asked: &Asked) -> String {
    serde_json::from_slice::<Value>(&asked.body).unwrap()["query"].as_str().unwrap().to_owned()
}

/// What the service has of the organisation, by kind.
fn sound() -> Value {
    json!({
        "CVR_Virksomhed": [
            { "id": "4000000000", "CVRNummer": 13_748_136, "status": "ophørt", "virkningFra": "1999-01-01T00:00:00Z", "virkningTil": "2009-03-01T00:00:00Z" },
            { "id": "4006910001", "CVRNummer": 13_748_136, "status": "aktiv", "virkningFra": "2009-03-01T00:00:00+01:00", "virkningTil": null },
        ],
        "CVR_Navn": [{ "vaerdi": "Nordlys Byg", "sekvens": 1 }, { "vaerdi": "Nordlys Tømrer ApS", "sekvens": 0 }],
        "CVR_Adressering": [
            { "AdresseringAnvendelse": "postadresse", "CVRAdresse_vejnavn": "Postvej" },
            {
                "AdresseringAnvendelse": "beliggenhedsadresse", "CVRAdresse_vejnavn": "Havnegade", "CVRAdresse_husnummerFra": 14,
                "CVRAdresse_etagebetegnelse": "1", "CVRAdresse_doerbetegnelse": "tv", "CVRAdresse_postnummer": 5953,
                "CVRAdresse_postdistrikt": "Tranekær", "CVRAdresse_landekode": "DK",
            },
        ],
        "CVR_Virksomhedsform": [{ "vaerdi": "80", "vaerdiTekst": "Anpartsselskab" }],
        "CVR_Kreditoplysninger": [],
    })
}

fn answer(rows: &Value, asked: &Asked) -> String {
    let kind = kind(asked);
    json!({ "data": { &kind: { "nodes": rows[&kind], "pageInfo": { "hasNextPage": false } } } })
        .to_string()
}

async fn serve_rows(rows: Value) -> (String, Questions) {
    serve(move |_, asked| (200, answer(&rows, asked))).await
}

async fn look_up(rows: Value) -> Result<Organisation, Error> {
    let (base, _) = serve_rows(rows).await;
    datafordeler(&base).look_up(cvr(), now()).await
}

#[tokio::test]
async fn the_rows_of_a_unit_are_joined_and_management_is_not_told() {
    let (base, questions) = serve_rows(sound()).await;
    let register = Register::Datafordeler(datafordeler(&base));
    let organisation = register.look_up(cvr(), now(), &mut Quota::default()).await.unwrap();
    assert_eq!((organisation.name.as_str(), organisation.cvr), ("Nordlys Tømrer ApS", cvr()));
    assert_eq!(organisation.address, ["Havnegade 14, 1. tv", "5953 Tranekær"]);
    assert_eq!((organisation.form_code, organisation.form.as_str()), (80, "Anpartsselskab"));
    assert_eq!((organisation.status, organisation.status_text.as_str()), (Status::Active, "aktiv"));
    assert_eq!(
        (organisation.candidates.len(), organisation.signing_rule, organisation.looked_up),
        (0, None, now())
    );
    let told =
        Origins { candidates: None, signing_rule: None, ..Origins::all(Source::Datafordeler) };
    assert_eq!(organisation.origins, told);
    assert!(!register.provides_management() && !register.can_search());
    assert_eq!(
        (register.source(), register.search("Nordlys", None, now()).await),
        (Source::Datafordeler, None)
    );

    let questions = questions.lock().unwrap();
    assert_eq!(questions.len(), 5);
    assert_eq!(query(&questions[0]).matches("CVRNummer: { eq: 13748136 }").count(), 1);
    for asked in questions.iter().skip(1) {
        let query = query(asked);
        assert!(query.contains("virkningstid: \"2026-11-24T12:00:00Z\""), "{query}");
        assert!(query.contains("where: { CVREnhedsId: { eq: \"4006910001\" } }"), "{query}");
    }
}

/// The key is sent where the service wants it, letter by letter, and is nowhere else.
#[tokio::test]
async fn the_key_is_in_the_address_of_every_question_and_nowhere_else() {
    let (base, questions) = serve_rows(sound()).await;
    let datafordeler = datafordeler(&base);
    datafordeler.look_up(cvr(), now()).await.unwrap();
    for asked in questions.lock().unwrap().iter() {
        assert_eq!(asked.uri.to_string(), "/CVR/v2?apiKey=n0gle%2F%2B%26%3D%C3%A6");
        assert!(!format!("{:?} {:?}", asked.headers, asked.body).contains("n0gle"));
    }
    assert_eq!(
        format!("{:?} {:?}", Register::Datafordeler(datafordeler), key()),
        "Datafordeler(Datafordeler(…)) ApiKey(…)"
    );
}

#[tokio::test]
async fn no_trouble_tells_the_key() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let (refusing, _) = serve(|_, asked| (401, format!("{}", asked.uri))).await;
    let (wrong, _) =
        serve(|_, asked| (200, format!("{{\"errors\":[{{\"message\":\"{}\"}}]}}", asked.uri)))
            .await;
    for base in [format!("http://{closed}"), refusing, wrong, endless(Duration::ZERO).await] {
        let trouble = datafordeler(&base).look_up(cvr(), now()).await.unwrap_err();
        let source = std::error::Error::source(&trouble).map(ToString::to_string);
        assert!(!format!("{trouble} {trouble:?} {source:?}").contains("n0gle"));
    }
}

#[test]
fn the_key_never_travels_in_the_open() {
    for (address, outcome) in [
        ("http://graphql.datafordeler.dk/CVR/v2", Some(Unconfigured::PlainHttp)),
        ("http://127.0.0.1.example/CVR/v2", Some(Unconfigured::PlainHttp)),
        ("https://graphql.datafordeler.dk/CVR/v2", None),
        ("http://[::1]:1/CVR/v2", None),
        ("https://graphql.datafordeler.dk/CVR/v2?apiKey=x", Some(Unconfigured::Address)),
    ] {
        assert_eq!(Datafordeler::new(address, key()).err(), outcome, "{address}");
    }
}

#[tokio::test]
async fn a_version_that_was_withdrawn_a_wrong_key_and_a_number_nobody_has_are_told_apart() {
    for (status, trouble) in [
        (404, Error::Gone),
        (401, Error::Refused),
        (403, Error::Refused),
        (429, Error::Quota),
        (500, Error::Down),
    ] {
        let (base, questions) = serve(move |_, _| (status, String::new())).await;
        assert_eq!(datafordeler(&base).look_up(cvr(), now()).await, Err(trouble), "{status}");
        assert_eq!(questions.lock().unwrap().len(), 1);
    }
    assert_eq!(look_up(json!({ "CVR_Virksomhed": [] })).await, Err(Error::Unknown));
}

#[tokio::test]
async fn what_is_not_an_answer_to_the_question_is_nonsense() {
    for body in [
        "",
        "<html>",
        "[]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":{\"CVR_Navn\":{\"nodes\":[]}}}",
        "{\"data\":{\"CVR_Virksomhed\":{\"nodes\":[null]}}}",
        "{\"data\":{\"CVR_Virksomhed\":{\"nodes\":{}}}}",
        "{\"data\":{\"CVR_Virksomhed\":{\"nodes\":[]}},\"errors\":[{\"message\":\"DAF-GQL-0010\"}]}",
        "{\"data\":{\"CVR_Virksomhed\":{\"nodes\":[{\"id\":\"1\",\"CVRNummer\":24256790}]}}}",
        "{\"data\":{\"CVR_Virksomhed\":{\"nodes\":[{\"CVRNummer\":13748136}]}}}",
    ] {
        let (base, _) = serve(move |_, _| (200, body.to_owned())).await;
        assert_eq!(datafordeler(&base).look_up(cvr(), now()).await, Err(Error::Nonsense), "{body}");
    }
}

/// Whatever is odd in one kind of rows leaves the rest as it is.
#[tokio::test]
async fn odd_rows_cost_only_what_they_tell() {
    for (kind, rows, odd) in [
        ("CVR_Navn", json!([]), None),
        ("CVR_Navn", json!([{ "vaerdi": null }]), None),
        ("CVR_Navn", json!([{ "vaerdi": [] }]), Some(Part::Name)),
        ("CVR_Virksomhedsform", json!([]), None),
        ("CVR_Virksomhedsform", json!([{ "vaerdi": "APS" }]), None),
        ("CVR_Virksomhedsform", json!([{ "vaerdi": {} }]), Some(Part::Form)),
        ("CVR_Adressering", json!("ingen"), Some(Part::Address)),
        (
            "CVR_Adressering",
            json!([null, { "AdresseringAnvendelse": "postadresse", "CVRAdresse_vejnavn": "Havnegade" }]),
            Some(Part::Address),
        ),
    ] {
        let mut changed = sound();
        changed[kind] = rows;
        let organisation = look_up(changed).await.unwrap();
        assert_eq!(organisation.cvr, cvr());
        let named: Vec<Part> = organisation.left_out.iter().map(|left| left.part).collect();
        assert_eq!(named, Vec::from_iter(odd), "{kind}");
    }
}

/// A service that does not know a member refuses the whole question; what it has always known is
/// asked for then.
#[tokio::test]
async fn a_member_that_the_service_does_not_know_costs_nothing() {
    for refusal in [200, 400] {
        let strict = move |_: usize, asked: &Asked| match ["coNavn", "virksomhedOphoersdato"]
            .iter()
            .any(|name| String::from_utf8_lossy(&asked.body).contains(name))
        {
            true => (
                refusal,
                json!({ "errors": [{ "message": "The field does not exist" }] }).to_string(),
            ),
            false => (200, answer(&sound(), asked)),
        };
        let (base, _) = serve(strict).await;
        let organisation = datafordeler(&base).look_up(cvr(), now()).await.unwrap();
        assert_eq!(
            (organisation.status, organisation.address.is_empty()),
            (Status::Active, false),
            "{refusal}"
        );
    }
}

#[tokio::test]
async fn an_address_is_read_with_everything_that_belongs_to_it() {
    let address = |row: Value| async move {
        let mut changed = sound();
        changed["CVR_Adressering"] = json!([row]);
        look_up(changed).await.unwrap().address
    };
    let seat = json!({
        "AdresseringAnvendelse": "beliggenhedsadresse", "coNavn": "Winther", "CVRAdresse_vejnavn": "Havnegade", "CVRAdresse_husnummerFra": "14B",
        "CVRAdresse_husnummerTil": 18, "CVRAdresse_etagebetegnelse": "1", "CVRAdresse_doerbetegnelse": "tv",
        "CVRAdresse_supplerendeBynavn": "Lejbølle", "CVRAdresse_postnummer": "5953", "CVRAdresse_postdistrikt": "Tranekær",
        "CVRAdresse_landekode": "DK", "CVRAdresse_postboks": "12",
    });
    assert_eq!(
        address(seat).await,
        ["c/o Winther", "Havnegade 14B-18, 1. tv", "Postboks 12", "Lejbølle", "5953 Tranekær"]
    );
    let abroad = json!({
        "AdresseringAnvendelse": "postadresse", "CVRAdresse_adresseFritekst": "Storgatan 1\n211 42 Malmö", "CVRAdresse_postnummer": 9999,
        "CVRAdresse_landekode": "se",
    });
    assert_eq!(address(abroad).await, ["Storgatan 1", "211 42 Malmö", "SE"]);
}

#[tokio::test]
async fn a_last_day_that_has_passed_is_the_end_and_one_to_come_is_not() {
    for (own, last_day, status) in [
        ("inaktiv", json!(null), Status::Ceased),
        ("inaktiv", json!("2024-06-30"), Status::Ceased),
        ("aktiv", json!("2024-06-30"), Status::Ceased),
        ("aktiv", json!("2024-06-30T00:00:00+02:00"), Status::Ceased),
        ("aktiv", json!("2026-11-23"), Status::Ceased),
        ("aktiv", json!("2026-11-24"), Status::Active),
        ("aktiv", json!("2027-01-31"), Status::Active),
        ("aktiv", json!("engang"), Status::Active),
    ] {
        let mut changed = sound();
        (
            changed["CVR_Virksomhed"][1]["status"],
            changed["CVR_Virksomhed"][1]["virksomhedOphoersdato"],
        ) = (json!(own), last_day.clone());
        let organisation = look_up(changed).await.unwrap();
        assert_eq!(organisation.status, status, "{own} {last_day}");
        assert_eq!(
            organisation.left_out.iter().any(|left| left.part == Part::Status),
            last_day == "engang",
            "{last_day}"
        );
    }
}

#[tokio::test]
async fn bankruptcy_and_the_like_are_in_the_credit_notes() {
    for (notes, status) in [
        (json!([]), (Status::Active, "aktiv", true)),
        (
            json!([{ "kreditoplysningstekst": "Under konkurs" }]),
            (Status::Dissolving, "Under konkurs", true),
        ),
        (
            json!([{ "kreditoplysningstekst": "UNDER TVANGSOPLØSNING" }]),
            (Status::Dissolving, "UNDER TVANGSOPLØSNING", true),
        ),
        (json!([{ "kreditoplysningstekst": "Noget andet" }]), (Status::Active, "aktiv", true)),
        // Without them, that it is active would be a guess.
        (json!(null), (Status::Uncertain, "", false)),
    ] {
        let mut changed = sound();
        changed["CVR_Kreditoplysninger"] = notes.clone();
        let organisation = look_up(changed).await.unwrap();
        assert_eq!(
            (
                organisation.status,
                organisation.status_text.as_str(),
                organisation.origins.status.is_some()
            ),
            status,
            "{notes}"
        );
    }
}

#[tokio::test]
async fn a_look_up_can_do_without_the_credit_notes() {
    for status in [400, 403, 500] {
        let refusing = move |_: usize, asked: &Asked| match kind(asked).as_str() {
            "CVR_Kreditoplysninger" => (status, String::new()),
            _ => (200, answer(&sound(), asked)),
        };
        let (base, _) = serve(refusing).await;
        let organisation = datafordeler(&base).look_up(cvr(), now()).await.unwrap();
        assert_eq!(
            (organisation.status, organisation.origins.status),
            (Status::Uncertain, None),
            "{status}"
        );
    }
}

#[tokio::test]
async fn an_organisation_that_has_ended_is_asked_for_as_it_was() {
    let mut ended = sound();
    ended["CVR_Virksomhed"] = json!([
        { "id": "4006910001", "CVRNummer": 13_748_136, "status": "aktiv", "virkningFra": "2009-03-01", "virkningTil": "2021-01-01T00:00:00Z" },
    ]);
    let (base, questions) = serve_rows(ended).await;
    let organisation = datafordeler(&base).look_up(cvr(), now()).await.unwrap();
    assert_eq!(
        (organisation.status, organisation.name.as_str()),
        (Status::Ceased, "Nordlys Tømrer ApS")
    );
    assert!(
        query(&questions.lock().unwrap()[1]).contains("virkningstid: \"2009-02-28T23:00:00Z\"")
    );
}

#[tokio::test]
async fn each_question_is_asked_once_more_and_all_of_them_share_the_time() {
    let (base, questions) =
        serve(
            |before, asked| {
                if before < 2 { (503, String::new()) } else { (200, answer(&sound(), asked)) }
            },
        )
        .await;
    assert_eq!(datafordeler(&base).look_up(cvr(), now()).await, Err(Error::Down));
    assert_eq!(questions.lock().unwrap().len(), 2);
    let (base, questions) =
        serve(
            |before, asked| {
                if before == 0 { (503, String::new()) } else { (200, answer(&sound(), asked)) }
            },
        )
        .await;
    assert!(datafordeler(&base).look_up(cvr(), now()).await.is_ok());
    assert_eq!(questions.lock().unwrap().len(), 6);
    let slow = datafordeler(&endless(Duration::from_millis(5)).await).with_patience(hurry());
    assert_eq!(slow.look_up(cvr(), now()).await, Err(Error::Slow));
}
