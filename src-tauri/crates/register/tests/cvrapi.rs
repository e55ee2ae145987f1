//! How cvrapi is asked over a real socket: who asks is said, errors come with status 200, and the
//! day has fifty look-ups.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
mod pretend;

use axum::http::header;
use domain::organisation::{Organisation, Source, Status};
use pretend::{cvr, endless, hurry, now, patience, serve};
use register::{Cvrapi, Error, Quota, Register, Unconfigured};
use serde_json::{Value, json};
use std::time::Duration;

const CONTACT: &str = "Eksempel ApS - it@eksempel.example";

fn cvrapi(base: &str) -> Cvrapi {
    Cvrapi::new(&format!("{base}/api"), CONTACT).unwrap().with_patience(patience())
}

fn sound() -> Value {
    json!({
        "vat": 13_748_136, "name": "Nordlys Tømrer ApS", "address": "Havnegade 14, 1. tv", "zipcode": "5953", "city": "Tranekær",
        "cityname": "Lejbølle", "protected": true, "phone": null, "email": null, "fax": null, "startdate": "01/03 - 2009", "enddate": null,
        "employees": "5-9", "addressco": "Winther", "industrycode": 433_200, "industrydesc": "Tømrer", "companycode": 80,
        "companydesc": "Anpartsselskab", "creditstartdate": null, "creditbankrupt": false, "creditstatus": null,
        "owners": [{ "name": "Søren Thorup Winther" }], "productionunits": [], "t": 100, "version": 6,
    })
}

async fn look_up(status: u16, body: String) -> Result<Organisation, Error> {
    let (base, _) = serve(move |_, _| (status, body.clone())).await;
    cvrapi(&base).look_up(cvr(), now(), &mut Quota::default()).await
}

async fn changed(member: &str, value: Value) -> Result<Organisation, Error> {
    let mut answer = sound();
    answer[member] = value;
    look_up(200, answer.to_string()).await
}

#[tokio::test]
async fn the_service_is_asked_by_somebody_and_what_it_tells_is_read() {
    let (base, questions) = serve(|_, _| (200, sound().to_string())).await;
    let (register, mut quota) = (Register::Cvrapi(cvrapi(&base)), Quota::default());
    let organisation = register.look_up(cvr(), now(), &mut quota).await.unwrap();
    assert_eq!((organisation.cvr, organisation.name.as_str()), (cvr(), "Nordlys Tømrer ApS"));
    assert_eq!(
        organisation.address,
        ["c/o Winther", "Havnegade 14, 1. tv", "Lejbølle", "5953 Tranekær"]
    );
    assert_eq!((organisation.form_code, organisation.form.as_str()), (80, "Anpartsselskab"));
    let origins = organisation.origins;
    assert_eq!(
        (origins.name, origins.address, origins.form),
        (Some(Source::Cvrapi), Some(Source::Cvrapi), Some(Source::Cvrapi))
    );
    // Owners are names without a role, and that no end is told does not make an organisation
    // active.
    assert_eq!(
        (organisation.candidates.len(), origins.candidates, origins.signing_rule),
        (0, None, None)
    );
    assert_eq!((organisation.status, origins.status), (Status::Uncertain, None));
    assert_eq!((quota.used, register.source()), (1, Source::Cvrapi));
    assert!(!register.provides_management() && !register.can_search());
    assert_eq!(register.search("Nordlys", None, now()).await, None);

    let questions = questions.lock().unwrap();
    assert_eq!(
        (questions.len(), questions[0].uri.to_string()),
        (1, "/api?vat=13748136&country=dk".to_owned())
    );
    assert_eq!(
        questions[0].headers[header::USER_AGENT],
        "Tilslut - Eksempel ApS - it@eksempel.example"
    );
}

#[tokio::test]
async fn errors_come_with_any_status_and_each_says_something_else() {
    for (error, trouble) in [
        ("NOT_FOUND", Error::Unknown),
        ("QUOTA_EXCEEDED", Error::Quota),
        ("BANNED", Error::Banned),
        ("INVALID_UA", Error::Anonymous),
        ("INTERNAL_ERROR", Error::Down),
        ("NOGET_NYT", Error::Nonsense),
    ] {
        let body = json!({ "error": error, "t": 0, "version": 6 }).to_string();
        assert_eq!(look_up(200, body.clone()).await, Err(trouble), "{error}");
        for status in [400, 401, 403, 404, 429] {
            assert_eq!(look_up(status, body.clone()).await, Err(trouble), "{error} {status}");
        }
    }
    for (status, trouble) in [
        (401, Error::Blocked),
        (403, Error::Blocked),
        (429, Error::Quota),
        (500, Error::Down),
        (503, Error::Down),
        (404, Error::Nonsense),
    ] {
        assert_eq!(look_up(status, "<html>".to_owned()).await, Err(trouble), "{status}");
        if status != 404 {
            assert_eq!(look_up(status, String::new()).await, Err(trouble), "{status}");
        }
    }
}

#[tokio::test]
async fn an_end_and_a_bankruptcy_are_told() {
    for (member, value, status) in [
        ("enddate", json!("31/12 - 2020"), (Status::Ceased, Some(Source::Cvrapi))),
        ("enddate", json!(""), (Status::Uncertain, None)),
        ("creditbankrupt", json!(true), (Status::Dissolving, Some(Source::Cvrapi))),
        ("creditbankrupt", json!("ja"), (Status::Uncertain, None)),
        ("creditbankrupt", json!(1), (Status::Dissolving, Some(Source::Cvrapi))),
        ("enddate", json!("31/12 - 2026"), (Status::Uncertain, None)),
        ("enddate", json!("2026-11-23"), (Status::Ceased, Some(Source::Cvrapi))),
        ("enddate", json!("engang"), (Status::Ceased, Some(Source::Cvrapi))),
    ] {
        let organisation = changed(member, value.clone()).await.unwrap();
        assert_eq!((organisation.status, organisation.origins.status), status, "{member} {value}");
    }
}

#[tokio::test]
async fn what_decides_must_be_there_and_the_rest_may_be_odd() {
    for (member, value) in [
        ("vat", json!(24_256_790)),
        ("vat", json!(null)),
        ("error", json!(true)),
        ("error", json!({})),
    ] {
        assert_eq!(changed(member, value.clone()).await, Err(Error::Nonsense), "{member} {value}");
    }
    for member in [
        "name",
        "companycode",
        "address",
        "zipcode",
        "city",
        "cityname",
        "addressco",
        "companydesc",
        "owners",
        "t",
    ] {
        for value in [json!(null), json!([[]]), json!({}), json!(1.5), json!(true)] {
            let organisation = changed(member, value.clone()).await.unwrap();
            let told = value.is_null() || ["owners", "t"].contains(&member);
            assert_eq!(organisation.left_out.is_empty(), told, "{member} {value}");
        }
    }
    for body in ["", "[]", "null", "<html>", "{}", "{\"error\":1}"] {
        assert_eq!(look_up(200, body.to_owned()).await, Err(Error::Nonsense), "{body}");
    }
}

#[tokio::test]
async fn the_fifty_first_look_up_of_a_day_is_refused_before_anybody_is_asked() {
    let (base, questions) = serve(|_, _| (200, sound().to_string())).await;
    let (cvrapi, mut quota) = (cvrapi(&base), Quota::default());
    for _ in 0..50 {
        cvrapi.look_up(cvr(), now(), &mut quota).await.unwrap();
    }
    assert_eq!(cvrapi.look_up(cvr(), now(), &mut quota).await, Err(Error::Quota));
    assert_eq!((questions.lock().unwrap().len(), quota.used), (50, 50));
    let tomorrow = "2026-11-25T12:00:00Z".parse().unwrap();
    assert!(cvrapi.look_up(cvr(), tomorrow, &mut quota).await.is_ok());
}

#[tokio::test]
async fn a_look_up_is_bounded_in_size_and_time() {
    let quota = &mut Quota::default();
    assert_eq!(
        cvrapi(&endless(Duration::ZERO).await).look_up(cvr(), now(), quota).await,
        Err(Error::Nonsense)
    );
    let slow = cvrapi(&endless(Duration::from_millis(5)).await).with_patience(hurry());
    assert_eq!(slow.look_up(cvr(), now(), quota).await, Err(Error::Slow));
}

#[test]
fn who_asks_must_be_named_and_reachable() {
    for (contact, outcome) in [
        (CONTACT, None),
        ("  Eksempel ApS - 12 34 56 78  ", None),
        ("", Some(Unconfigured::Contact)),
        ("Eksempel ApS", Some(Unconfigured::Contact)),
        ("Eksempel ApS - ", Some(Unconfigured::Contact)),
        (" - it@eksempel.example", Some(Unconfigured::Contact)),
        ("Sørens Smedje - 12345678", Some(Unconfigured::Contact)),
        ("Eksempel\r\nX: y - it@eksempel.example", Some(Unconfigured::Contact)),
    ] {
        assert_eq!(Cvrapi::new("https://cvrapi.dk/api", contact).err(), outcome, "{contact:?}");
    }
    assert_eq!(Cvrapi::new("http://cvrapi.dk/api", CONTACT).err(), Some(Unconfigured::PlainHttp));
    assert_eq!(
        format!("{:?}", Cvrapi::new("https://cvrapi.dk/api", CONTACT).unwrap()),
        "Cvrapi(…)"
    );
}
