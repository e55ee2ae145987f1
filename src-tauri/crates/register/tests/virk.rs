//! How the CVR system-to-system service is asked over a real socket, whatever it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod pretend;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use domain::organisation::{Organisation, Source, Status};
use pretend::{cvr, endless, hurry, listen, now, patience, raw, serve};
use register::{Continue, Credential, Error, PlainHttp, Quota, Register, Virk};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Notify;

const SOUND: &str = include_str!("nordlys.json");
const SEARCH: &str = "/cvr-permanent/virksomhed/_search";

fn virk(base: &str) -> Virk {
    Virk::new(base).unwrap().with_patience(patience())
}

async fn ask(base: &str) -> Result<Organisation, Error> {
    virk(base).look_up(cvr(), now()).await
}

fn credential() -> Credential {
    Credential::new("bruger".to_owned(), "hemmelig".to_owned()).unwrap()
}

fn body(asked: &pretend::Asked) -> Value {
    serde_json::from_slice(&asked.body).unwrap()
}

#[tokio::test]
async fn the_register_is_asked_for_the_number_and_its_answer_is_read() {
    let (base, questions) = serve(|_, _| (200, SOUND.to_owned())).await;
    let organisation = ask(&base).await.unwrap();
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS");
    assert_eq!(ask(&format!("{base}/")).await.unwrap(), organisation);
    for asked in questions.lock().unwrap().iter() {
        assert_eq!(asked.uri.to_string(), SEARCH);
        assert_eq!(
            body(asked)["query"],
            json!({ "term": { "Vrvirksomhed.cvrNummer": 13_748_136 } })
        );
        assert_eq!(asked.headers[header::CONTENT_TYPE], "application/json");
        assert!(!asked.headers.contains_key(header::AUTHORIZATION));
    }
}

/// What is asked for must be enough: an answer with nothing else reads the same.
#[tokio::test]
async fn the_members_that_are_asked_for_are_all_that_is_read() {
    let filtered = |_: usize, asked: &pretend::Asked| {
        let wanted: Vec<String> = serde_json::from_value(body(asked)["_source"].clone()).unwrap();
        let mut answer: Value = serde_json::from_str(SOUND).unwrap();
        let company = answer["hits"]["hits"][0]["_source"]["Vrvirksomhed"].as_object_mut().unwrap();
        let members = company.len();
        company.retain(|member, _| wanted.contains(&format!("Vrvirksomhed.{member}")));
        assert!(company.len() < members);
        (200, answer.to_string())
    };
    let (base, _) = serve(filtered).await;
    assert_eq!(ask(&base).await, register::read(SOUND.as_bytes(), cvr(), now()));
}

#[tokio::test]
async fn what_practice_tells_is_marked_so() {
    let (base, _) = serve(|_, _| (200, SOUND.to_owned())).await;
    let practice = Register::Virk(Virk::practice(&base).unwrap());
    let organisation = practice.look_up(cvr(), now(), &mut Quota::default()).await.unwrap();
    assert_eq!(
        (practice.source(), organisation.origins.candidates),
        (Source::Practice, Some(Source::Practice))
    );
    assert!(practice.provides_management() && practice.can_search());
}

#[tokio::test]
async fn a_credential_is_sent_as_basic_authentication_and_never_after_a_redirect() {
    let (base, questions) = serve(|_, _| (200, SOUND.to_owned())).await;
    let opened = virk(&base).with_credential(credential(), PlainHttp::Refused).unwrap();
    opened.look_up(cvr(), now()).await.unwrap();
    assert_eq!(
        questions.lock().unwrap()[0].headers[header::AUTHORIZATION],
        "Basic YnJ1Z2VyOmhlbW1lbGln"
    );

    let elsewhere = format!("{base}/elsewhere");
    let redirecting = listen(
        Router::new().route(SEARCH, post(move || async move { Redirect::temporary(&elsewhere) })),
    )
    .await;
    let opened = virk(&redirecting).with_credential(credential(), PlainHttp::Refused).unwrap();
    assert_eq!(opened.look_up(cvr(), now()).await, Err(Error::Nonsense));
    assert_eq!(questions.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_number_without_an_organisation_is_unknown() {
    let (base, _) =
        serve(|_, _| (200, r#"{"timed_out":false,"hits":{"total":0,"hits":[]}}"#.to_owned())).await;
    assert_eq!(ask(&base).await, Err(Error::Unknown));
}

#[tokio::test]
async fn every_other_status_says_what_can_be_done_and_only_a_machine_in_between_is_asked_twice() {
    for (status, trouble, times) in [
        (500, Error::Down, 1),
        (502, Error::Down, 2),
        (503, Error::Down, 2),
        (504, Error::Slow, 2),
        (408, Error::Slow, 1),
        (429, Error::Quota, 1),
        (401, Error::Refused, 1),
        (403, Error::Refused, 1),
        (404, Error::Gone, 1),
        (410, Error::Gone, 1),
        (400, Error::Nonsense, 1),
        (204, Error::Nonsense, 1),
    ] {
        // The body is a sound answer: only the status decides.
        let (base, questions) = serve(move |_, _| (status, SOUND.to_owned())).await;
        assert_eq!(ask(&base).await, Err(trouble), "{status}");
        assert_eq!(questions.lock().unwrap().len(), times, "{status}");
    }
}

#[tokio::test]
async fn a_second_try_that_gets_through_is_as_good_as_the_first() {
    for status in [502, 503, 504] {
        let (base, questions) =
            serve(move |before, _| (if before == 0 { status } else { 200 }, SOUND.to_owned()))
                .await;
        assert!(ask(&base).await.is_ok(), "{status}");
        assert_eq!(questions.lock().unwrap().len(), 2);
    }
    let whole = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{SOUND}", SOUND.len());
    for broken in [String::new(), "HTTP/1.1 200".to_owned(), whole[..300].to_owned()] {
        let (base, connections) = raw(vec![broken, whole.clone()]).await;
        assert!(ask(&base).await.is_ok());
        assert_eq!(*connections.lock().unwrap(), 2);
    }
}

#[tokio::test]
async fn a_connection_that_keeps_closing_early_is_down_after_two_tries() {
    let half = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{{\"hits\"", SOUND.len());
    for reply in [String::new(), "HTTP/1.1 200".to_owned(), half] {
        let (base, connections) = raw(vec![reply.clone()]).await;
        assert_eq!(ask(&base).await, Err(Error::Down), "{reply:?}");
        assert_eq!(*connections.lock().unwrap(), 2);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let followed = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&followed);
    let elsewhere = move || async move {
        seen.fetch_add(1, Ordering::SeqCst);
        SOUND
    };
    let router = Router::new()
        .route(SEARCH, post(|| async { Redirect::temporary("/elsewhere") }))
        .route("/elsewhere", post(elsewhere));
    assert_eq!(ask(&listen(router).await).await, Err(Error::Nonsense));
    assert_eq!(followed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_register_that_nobody_listens_for_is_down() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(ask(&format!("http://{address}")).await, Err(Error::Down));
}

#[tokio::test]
async fn a_register_that_never_answers_is_slow_and_is_not_asked_again() {
    let asked = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&asked);
    let never = move || {
        seen.fetch_add(1, Ordering::SeqCst);
        std::future::pending::<&'static str>()
    };
    let base = listen(Router::new().route(SEARCH, post(never))).await;
    assert_eq!(virk(&base).with_patience(hurry()).look_up(cvr(), now()).await, Err(Error::Slow));
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn the_time_is_for_both_tries_together() {
    let (base, questions) = serve(|_, _| (503, String::new())).await;
    let mut patience = hurry();
    patience.pause = Duration::from_secs(3_600);
    assert_eq!(virk(&base).with_patience(patience).look_up(cvr(), now()).await, Err(Error::Slow));
    assert_eq!(questions.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn an_answer_without_end_is_cut_by_size_or_by_time() {
    assert_eq!(ask(&endless(Duration::ZERO).await).await, Err(Error::Nonsense));
    let base = endless(Duration::from_millis(5)).await;
    assert_eq!(virk(&base).with_patience(hurry()).look_up(cvr(), now()).await, Err(Error::Slow));
}

/// Tells when it is dropped.
struct Guard(Arc<Notify>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

#[tokio::test]
async fn a_look_up_that_is_given_up_ends_at_the_register_too() {
    let (asked, gone) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (seen, guard) = (Arc::clone(&asked), Arc::clone(&gone));
    let never = move || {
        let guard = Guard(Arc::clone(&guard));
        seen.notify_one();
        async move {
            std::future::pending::<()>().await;
            drop(guard);
        }
    };
    let base = listen(Router::new().route(SEARCH, post(never))).await;
    tokio::select! {
        answer = ask(&base) => panic!("{answer:?}"),
        () = asked.notified() => {}
    }
    gone.notified().await;
}

#[tokio::test]
async fn what_the_answer_calls_itself_does_not_matter() {
    for (kind, text, outcome) in [
        ("text/html", SOUND, None),
        ("application/octet-stream", SOUND, None),
        ("application/json", "<html><body>Vedligeholdelse</body></html>", Some(Error::Nonsense)),
        ("text/html", "<html><body>Vedligeholdelse</body></html>", Some(Error::Nonsense)),
    ] {
        let base = listen(
            Router::new()
                .route(SEARCH, post(move || async move { ([(header::CONTENT_TYPE, kind)], text) })),
        )
        .await;
        assert_eq!(ask(&base).await.err(), outcome, "{kind}");
    }
}

#[tokio::test]
async fn an_answer_of_more_than_five_megabytes_is_not_taken() {
    // White space may follow a sound answer: without the limit it would be read.
    let padded = |length: usize| format!("{SOUND}{}", " ".repeat(length - SOUND.len()));
    for (length, taken) in [(5 * 1024 * 1024, true), (6 * 1024 * 1024, false)] {
        let answer = padded(length);
        let reply =
            move |_: HeaderMap| async move { Response::new(Body::from(answer)).into_response() };
        let base = listen(Router::new().route(SEARCH, post(reply))).await;
        assert_eq!(ask(&base).await.err(), (!taken).then_some(Error::Nonsense), "{length}");
    }
}

/// A hit as a search sends it: only what is shown, and where it stands.
fn hit(cvr: u32, name: &str, status: &str) -> Value {
    json!({
        "_source": { "Vrvirksomhed": { "cvrNummer": cvr, "virksomhedMetadata": {
            "nyesteNavn": { "navn": name },
            "nyesteBeliggenhedsadresse": { "vejnavn": "Havnegade", "husnummerFra": 14, "postnummer": 800, "postdistrikt": "Høje Taastrup" },
            "nyesteVirksomhedsform": { "virksomhedsformkode": 80, "langBeskrivelse": "Anpartsselskab" },
            "sammensatStatus": status,
        } } },
        "sort": [12.044_575, cvr],
    })
}

fn page(hits: &[Value]) -> String {
    json!({ "timed_out": false, "hits": { "total": hits.len(), "hits": hits } }).to_string()
}

#[tokio::test]
async fn a_name_is_searched_for_page_by_page() {
    let answer = |before: usize, _: &pretend::Asked| {
        let full: Vec<Value> = (0..20).map(|_| hit(13_748_136, "Nordlys ApS", "NORMAL")).collect();
        (
            200,
            if before == 0 {
                page(&full)
            } else {
                page(&[hit(24_256_790, "Nordlys II ApS", "UNDERKONKURS")])
            },
        )
    };
    let (base, questions) = serve(answer).await;
    let virk = virk(&base);
    let first = virk.search("  Nordlys\n ApS ", None, now()).await.unwrap();
    assert_eq!(first.hits.len(), 20);
    let found = &first.hits[0];
    assert_eq!(
        (found.cvr, found.name.as_str(), found.address.as_str()),
        (cvr(), "Nordlys ApS", "Havnegade 14, 0800 Høje Taastrup")
    );
    assert_eq!(
        (found.form_code, found.form.as_str(), found.status),
        (80, "Anpartsselskab", Status::Active)
    );

    let second = virk.search("Nordlys ApS", first.after.as_ref(), now()).await.unwrap();
    assert_eq!(
        (second.hits.len(), second.hits[0].status, second.after),
        (1, Status::Dissolving, None::<Continue>)
    );

    let questions = questions.lock().unwrap();
    let (first, second) = (body(&questions[0]), body(&questions[1]));
    let wanted = json!({ "match": { "Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn": { "query": "Nordlys ApS", "operator": "and" } } });
    assert_eq!(
        (&first["query"], &first["size"], first.get("search_after")),
        (&wanted, &json!(20), None)
    );
    assert_eq!(first["sort"], json!([{ "_score": "desc" }, { "Vrvirksomhed.cvrNummer": "asc" }]));
    assert_eq!(
        (&second["query"], &second["search_after"]),
        (&wanted, &json!([12.044_575, 13_748_136]))
    );
}

#[tokio::test]
async fn a_search_that_finds_nothing_is_no_trouble_and_one_without_words_asks_nobody() {
    let (base, questions) = serve(|_, _| (200, page(&[]))).await;
    let register = Register::Virk(virk(&base));
    assert_eq!(register.search("Findes Ikke", None, now()).await, Some(Ok(Default::default())));
    for nothing in ["", "  \n", "&", "*?", "\u{202e}"] {
        assert_eq!(register.search(nothing, None, now()).await, Some(Ok(Default::default())));
    }
    assert_eq!(questions.lock().unwrap().len(), 1);
    let long = "Nordlys ".repeat(1_000);
    register.search(&long, None, now()).await.unwrap().unwrap();
    assert!(questions.lock().unwrap()[1].body.len() < 1_000);
}

#[tokio::test]
async fn hits_that_cannot_be_read_are_left_out_and_a_place_that_is_none_ends_the_search() {
    let answer = |_: usize, _: &pretend::Asked| {
        let mut hits: Vec<Value> =
            (0..19).map(|_| hit(13_748_136, "Nordlys ApS", "NORMAL")).collect();
        hits.push(json!({ "_source": { "Vrvirksomhed": { "cvrNummer": 12_345_678 } }, "sort": { "script": "x" } }));
        (200, page(&hits))
    };
    let (base, _) = serve(answer).await;
    let found = virk(&base).search("Nordlys", None, now()).await.unwrap();
    assert_eq!((found.hits.len(), found.after), (19, None));
    for (answer, trouble) in [
        ("{\"hits\":{\"hits\":{}}}", Error::Nonsense),
        ("[]", Error::Nonsense),
        ("{\"timed_out\":true,\"hits\":{\"hits\":[]}}", Error::Down),
    ] {
        let (base, _) = serve(move |_, _| (200, answer.to_owned())).await;
        assert_eq!(virk(&base).search("Nordlys", None, now()).await, Err(trouble), "{answer}");
    }
}
