//! How a look-up goes over a real socket, whatever the register does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Json, Router};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::Organisation;
use register::{Trouble, Virk};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const SOUND: &str = include_str!("nordlys.json");
const SEARCH: &str = "/cvr-permanent/virksomhed/_search";

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

async fn ask(base: &str) -> Result<Organisation, Trouble> {
    Virk::new(base).unwrap().look_up(CvrNumber::parse("13748136").unwrap(), Timestamp::UNIX_EPOCH).await
}

#[tokio::test]
async fn the_register_is_asked_for_the_number_and_its_answer_is_read() {
    let answer = |headers: HeaderMap, Json(question): Json<Value>| async move {
        assert_eq!(question, json!({ "query": { "term": { "Vrvirksomhed.cvrNummer": 13_748_136 } } }));
        assert_eq!(headers[header::CONTENT_TYPE], "application/json");
        SOUND
    };
    let base = serve(Router::new().route(SEARCH, post(answer))).await;
    let organisation = ask(&base).await.unwrap();
    assert_eq!(organisation.name, "Nordlys Tømrer & Snedker ApS");
    assert_eq!(ask(&format!("{base}/")).await.unwrap(), organisation);
}

#[tokio::test]
async fn credentials_of_the_address_are_sent_as_basic_authentication() {
    let answer = |headers: HeaderMap| async move {
        assert_eq!(headers[header::AUTHORIZATION], "Basic dXNlcjpzZWNyZXQ=");
        SOUND
    };
    let base = serve(Router::new().route(SEARCH, post(answer))).await;
    assert!(ask(&base.replace("http://", "http://user:secret@")).await.is_ok());
}

#[tokio::test]
async fn a_number_without_an_organisation_is_unknown() {
    let base = serve(Router::new().route(SEARCH, post(|| async { r#"{"timed_out":false,"hits":{"total":0,"hits":[]}}"# }))).await;
    assert_eq!(ask(&base).await, Err(Trouble::Unknown));
}

#[tokio::test]
async fn every_other_status_says_what_can_be_done() {
    for (status, trouble) in [
        (500, Trouble::Down),
        (503, Trouble::Down),
        (429, Trouble::Down),
        (504, Trouble::Slow),
        (408, Trouble::Slow),
        (400, Trouble::Nonsense),
        (401, Trouble::Nonsense),
        (404, Trouble::Nonsense),
        (204, Trouble::Nonsense),
    ] {
        // The body is a sound answer: only the status decides.
        let answer = move || async move { (StatusCode::from_u16(status).unwrap(), SOUND) };
        let base = serve(Router::new().route(SEARCH, post(answer))).await;
        assert_eq!(ask(&base).await, Err(trouble), "{status}");
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
    let router = Router::new().route(SEARCH, post(|| async { Redirect::temporary("/elsewhere") })).route("/elsewhere", post(elsewhere));
    assert_eq!(ask(&serve(router).await).await, Err(Trouble::Nonsense));
    assert_eq!(followed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_register_that_nobody_listens_for_is_down() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(ask(&format!("http://{address}")).await, Err(Trouble::Down));
}

#[tokio::test]
async fn a_connection_that_closes_early_is_down() {
    let half = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{{\"hits\"", SOUND.len());
    for reply in [String::new(), "HTTP/1.1 200".to_owned(), half] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let sent = reply.clone();
        tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut request = [0; 4096];
            let _ = socket.read(&mut request).await.unwrap();
            socket.write_all(sent.as_bytes()).await.unwrap();
            socket.shutdown().await.unwrap();
        });
        assert_eq!(ask(&format!("http://{address}")).await, Err(Trouble::Down), "{reply:?}");
    }
}

#[tokio::test]
async fn a_register_that_never_answers_is_slow() {
    let base = serve(Router::new().route(SEARCH, post(std::future::pending::<&'static str>))).await;
    let virk = Virk::with_patience(&base, Duration::from_millis(50)).unwrap();
    let answer = virk.look_up(CvrNumber::parse("13748136").unwrap(), Timestamp::UNIX_EPOCH).await;
    assert_eq!(answer, Err(Trouble::Slow));
}

#[tokio::test]
async fn an_answer_of_more_than_five_megabytes_is_not_taken() {
    // White space may follow a sound answer: without the limit it would be read.
    let padded = |length: usize| format!("{SOUND}{}", " ".repeat(length - SOUND.len()));
    for (length, taken) in [(5 * 1024 * 1024, true), (6 * 1024 * 1024, false)] {
        let answer = padded(length);
        let reply = move || async move { Response::new(Body::from(answer)).into_response() };
        let base = serve(Router::new().route(SEARCH, post(reply))).await;
        assert_eq!(ask(&base).await.is_ok(), taken, "{length}");
        if !taken {
            assert_eq!(ask(&base).await, Err(Trouble::Nonsense));
        }
    }
}
