//! What is certain about a delivery over a real socket, whatever the receiver does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Redirect;
use axum::routing::post;
use delivery::Endpoint;
use domain::Language;
use domain::case::{DeliveryOutcome, Token};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const BUNDLE: &[u8] = br#"{"type":"tilslut/evidence/v1"}"#;

fn answer(id: &str, case_number: &str) -> String {
    format!(
        r#"{{"type":"tilslut/delivery-answer/v1","id":"{id}","caseNumber":"{case_number}","at":"2026-11-24T13:48:00Z","mails":[]}}"#
    )
}

fn id(text: &str) -> Token {
    Token(text.to_owned())
}

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/deliver")
}

async fn deliver(url: &str, name: &str) -> DeliveryOutcome {
    Endpoint::new(url).unwrap().deliver(&id(name), BUNDLE, Language::Danish).await
}

/// A receiver that keeps each delivery once, by its id, as the protocol asks.
async fn receiver(
    State(cases): State<Arc<Mutex<HashMap<String, String>>>>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, String) {
    assert_eq!(headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(&body[..], BUNDLE);
    let id = headers["idempotency-key"].to_str().unwrap().to_owned();
    let mut cases = cases.lock().unwrap();
    let next = format!("SAG-{}", cases.len() + 1);
    let known = cases.contains_key(&id);
    let number = cases.entry(id.clone()).or_insert(next);
    (if known { StatusCode::OK } else { StatusCode::CREATED }, answer(&id, number))
}

#[tokio::test]
async fn the_same_id_again_gets_the_same_answer() {
    let cases = Arc::new(Mutex::new(HashMap::new()));
    let url =
        serve(Router::new().route("/deliver", post(receiver)).with_state(Arc::clone(&cases))).await;
    let first = deliver(&url, "a1").await;
    let DeliveryOutcome::Accepted(accepted) = &first else { panic!("{first:?}") };
    assert_eq!((accepted.id.0.as_str(), accepted.case_number.as_str()), ("a1", "SAG-1"));
    assert_eq!(deliver(&url, "a1").await, first);
    assert_eq!(cases.lock().unwrap().len(), 1);
    assert_ne!(deliver(&url, "a2").await, first);
    assert_eq!(cases.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn an_answer_that_was_lost_is_settled_by_asking_again() {
    let cases = Arc::new(Mutex::new(HashMap::new()));
    let kept =
        serve(Router::new().route("/deliver", post(receiver)).with_state(Arc::clone(&cases))).await;
    // Stands between: passes the first delivery on, and loses the answer.
    let behind = kept.clone();
    let losing = move |headers: HeaderMap, body: Bytes| async move {
        assert_eq!(&body[..], BUNDLE);
        deliver(&behind, headers["idempotency-key"].to_str().unwrap()).await;
        StatusCode::BAD_GATEWAY
    };
    let lost = serve(Router::new().route("/deliver", post(losing))).await;
    assert_eq!(deliver(&lost, "a1").await, DeliveryOutcome::Unknown);
    let DeliveryOutcome::Accepted(accepted) = deliver(&kept, "a1").await else {
        panic!("the receiver has it")
    };
    assert_eq!(accepted.case_number, "SAG-1");
    assert_eq!(cases.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_refusal_gives_the_receivers_reason() {
    let refuse = || async {
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            r#"{"type":"tilslut/delivery-refusal/v1","reason":"Mangler\nbilag"}"#,
        )
    };
    let url = serve(Router::new().route("/deliver", post(refuse))).await;
    assert_eq!(deliver(&url, "a1").await, DeliveryOutcome::Refused("Mangler bilag".into()));
}

#[tokio::test]
async fn a_receiver_that_nobody_listens_for_was_not_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    for scheme in ["http", "https"] {
        assert_eq!(
            deliver(&format!("{scheme}://{address}/deliver"), "a1").await,
            DeliveryOutcome::NotSent,
            "{scheme}"
        );
    }
}

#[tokio::test]
async fn an_id_that_cannot_be_sent_is_not_sent() {
    let url =
        serve(Router::new().route("/deliver", post(|| async { answer("a\nb", "SAG-1") }))).await;
    assert_eq!(deliver(&url, "a\nb").await, DeliveryOutcome::NotSent);
}

#[tokio::test]
async fn any_other_answer_leaves_the_outcome_unknown() {
    let accepted = answer("a1", "SAG-1");
    let refusal = r#"{"type":"tilslut/delivery-refusal/v1","reason":"nej"}"#;
    for (status, body) in [
        (200, String::new()),
        (200, "<html>".to_owned()),
        (200, refusal.to_owned()),
        (200, answer("another", "SAG-1")),
        (201, format!("{accepted}{}", " ".repeat(6 * 1024 * 1024))),
        (202, accepted.clone()),
        (422, accepted.clone()),
        (422, String::new()),
        (400, refusal.to_owned()),
        (401, refusal.to_owned()),
        (404, String::new()),
        (429, String::new()),
        (500, accepted.clone()),
        (503, String::new()),
    ] {
        let shown = format!("{status} {:.60}", body);
        let reply = move || async move { (StatusCode::from_u16(status).unwrap(), body) };
        let url = serve(Router::new().route("/deliver", post(reply))).await;
        assert_eq!(deliver(&url, "a1").await, DeliveryOutcome::Unknown, "{shown}");
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let followed = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&followed);
    let elsewhere = move || async move {
        seen.fetch_add(1, Ordering::SeqCst);
        answer("a1", "SAG-1")
    };
    let router = Router::new()
        .route("/deliver", post(|| async { Redirect::temporary("/elsewhere") }))
        .route("/elsewhere", post(elsewhere));
    assert_eq!(deliver(&serve(router).await, "a1").await, DeliveryOutcome::Unknown);
    assert_eq!(followed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_unknown() {
    let whole = answer("a1", "SAG-1");
    let half = format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{}",
        whole.len(),
        &whole[..whole.len() - 1]
    );
    for reply in [String::new(), "HTTP/1.1 2".to_owned(), half] {
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
        assert_eq!(
            deliver(&format!("http://{address}/deliver"), "a1").await,
            DeliveryOutcome::Unknown,
            "{reply:?}"
        );
    }
}

#[tokio::test]
async fn a_receiver_that_never_answers_leaves_the_outcome_unknown() {
    let url = serve(Router::new().route("/deliver", post(std::future::pending::<String>))).await;
    let endpoint = Endpoint::with_patience(&url, Duration::from_millis(50)).unwrap();
    assert_eq!(
        endpoint.deliver(&id("a1"), BUNDLE, Language::Danish).await,
        DeliveryOutcome::Unknown
    );
}

#[tokio::test]
async fn a_receiver_that_never_takes_the_connection_was_not_reached() {
    // The system accepts, nobody speaks TLS: not a byte of the delivery has left.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/deliver", listener.local_addr().unwrap());
    let endpoint = Endpoint::with_patience(&url, Duration::from_millis(1_500)).unwrap();
    assert_eq!(
        endpoint.deliver(&id("a1"), BUNDLE, Language::Danish).await,
        DeliveryOutcome::NotSent
    );
}
