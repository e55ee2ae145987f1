//! A login done by hand, one request at a time, as a program and a person in a browser would do it
//! together.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use practice::Practice;
use reqwest::{Client, Response, redirect};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use url::Url;

pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const REDIRECT: &str = "http://127.0.0.1:50123/callback";

/// Follows nothing and asks no proxy.
pub fn client() -> Client {
    Client::builder().redirect(redirect::Policy::none()).no_proxy().build().unwrap()
}

/// The query of a sound request.
pub fn asked(nonce: &str, text: &str) -> Vec<(&'static str, String)> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    vec![
        ("response_type", "code".into()),
        ("client_id", practice::CLIENT_ID.into()),
        ("redirect_uri", REDIRECT.into()),
        ("scope", "openid".into()),
        ("state", "the state".into()),
        ("nonce", nonce.into()),
        ("code_challenge", challenge),
        ("code_challenge_method", "S256".into()),
        ("acr_values", "urn:grn:authn:dk:mitid:substantial".into()),
        ("prompt", "login".into()),
        ("login_hint", format!("message:{} action:approve", STANDARD.encode(text))),
    ]
}

/// The first page.
pub async fn open(practice: &Practice, query: &[(&str, String)]) -> Response {
    let address =
        Url::parse_with_params(&format!("{}/authorize", practice.issuer()), query).unwrap();
    client().get(address).send().await.unwrap()
}

/// Where the form of a page posts to.
pub fn form_of(practice: &Practice, page: &str) -> Url {
    let action = page.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    Url::parse(practice.issuer()).unwrap().join(action).unwrap()
}

/// Presses a button.
pub async fn press(form: &Url, name: &str, value: &str) -> Response {
    client().post(form.clone()).form(&[(name, value)]).send().await.unwrap()
}

/// Logs in as a person and answers the text; the parameters that come back to the program.
pub async fn answered(
    practice: &Practice,
    query: &[(&str, String)],
    person: &str,
    act: &str,
) -> HashMap<String, String> {
    let form = form_of(practice, &open(practice, query).await.text().await.unwrap());
    let shown = press(&form, "person", person).await;
    assert_eq!(shown.status(), 200);
    let back = press(&form, "act", act).await;
    assert_eq!(back.status(), 303);
    let address = Url::parse(back.headers()["location"].to_str().unwrap()).unwrap();
    assert!(address.as_str().starts_with(REDIRECT));
    address.query_pairs().into_owned().collect()
}

/// The form of the token endpoint, for a code.
pub fn exchange(code: &str) -> Vec<(&'static str, String)> {
    vec![
        ("grant_type", "authorization_code".into()),
        ("code", code.into()),
        ("redirect_uri", REDIRECT.into()),
        ("client_id", practice::CLIENT_ID.into()),
        ("code_verifier", VERIFIER.into()),
    ]
}

/// Asks the token endpoint.
pub async fn redeem(practice: &Practice, form: &[(&str, String)]) -> (u16, Value) {
    let answer =
        client().post(format!("{}/token", practice.issuer())).form(form).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// A whole login that succeeds: the answer of the token endpoint.
pub async fn tokens(practice: &Practice, person: &str, nonce: &str, text: &str) -> Value {
    let back = answered(practice, &asked(nonce, text), person, "approve").await;
    let (status, tokens) = redeem(practice, &exchange(&back["code"])).await;
    assert_eq!(status, 200);
    tokens
}

/// The broker's published keys.
pub async fn jwks(practice: &Practice) -> Value {
    client().get(format!("{}/jwks", practice.issuer())).send().await.unwrap().json().await.unwrap()
}
