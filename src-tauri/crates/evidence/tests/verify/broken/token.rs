//! Tokens that cannot be read, or that nobody who may has signed.

use super::Broken;
use crate::fixtures::{self, Forgery, HONEST, Issuer, b64, without};
use evidence::Reason;
use serde_json::json;

pub const ROWS: &[Broken] = &[
    (
        "token of two parts",
        Forgery { rest: |b| b["idToken"] = json!("e30.e30"), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "token of four parts",
        Forgery {
            rest: |b| b["idToken"] = json!(format!("{}.", b["idToken"].as_str().unwrap())),
            ..HONEST
        },
        Reason::TokenUnreadable,
    ),
    (
        "critical extension",
        Forgery { header: |h| h["crit"] = json!(["exp"]), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "nested token",
        Forgery { header: |h| h["cty"] = json!("JWT"), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "access token",
        Forgery { header: |h| h["typ"] = json!("at+jwt"), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "kid that is no text",
        Forgery { header: |h| h["kid"] = json!(1), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "header member twice",
        Forgery { header_text: |t| t.replacen('{', r#"{"alg":"RS256","#, 1), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "claim of token twice",
        Forgery { claims_text: |t| t.replacen('{', r#"{"name":"Anden","#, 1), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "claim twice, escaped",
        Forgery { claims_text: |t| t.replacen('{', r#"{"\u006eame":"Anden","#, 1), ..HONEST },
        Reason::TokenUnreadable,
    ),
    (
        "no algorithm",
        Forgery { header: |h| h["alg"] = json!("none"), ..HONEST },
        Reason::AlgorithmRefused,
    ),
    (
        "shared secret",
        Forgery { header: |h| h["alg"] = json!("HS256"), ..HONEST },
        Reason::AlgorithmRefused,
    ),
    (
        "algorithm missing",
        Forgery { header: |h| without(h, "alg"), ..HONEST },
        Reason::AlgorithmRefused,
    ),
    (
        "other RSA algorithm",
        Forgery { header: |h| h["alg"] = json!("RS512"), ..HONEST },
        Reason::AlgorithmRefused,
    ),
    (
        "unknown kid",
        Forgery { header: |h| h["kid"] = json!("key-2"), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "no keys",
        Forgery { rest: |b| b["jwks"] = json!({ "keys": [] }), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "keys of another kind",
        Forgery { rest: |b| b["jwks"] = Issuer::Es256.jwks(), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "key for encryption",
        Forgery { rest: |b| b["jwks"]["keys"][0]["use"] = json!("enc"), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "key for another algorithm",
        Forgery { rest: |b| b["jwks"]["keys"][0]["alg"] = json!("RS512"), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "two keys of one name",
        Forgery {
            rest: |b| b["jwks"]["keys"] = json!([b["jwks"]["keys"][0], b["jwks"]["keys"][0]]),
            ..HONEST
        },
        Reason::KeyMissing,
    ),
    (
        "algorithms mixed",
        Forgery { header: |h| h["alg"] = json!("ES256"), ..HONEST },
        Reason::KeyMissing,
    ),
    (
        "other claims, old signature",
        Forgery {
            rest: |b| b["idToken"] = json!(other_name(b["idToken"].as_str().unwrap())),
            ..HONEST
        },
        Reason::TokenForged,
    ),
    (
        "signature taken off",
        Forgery {
            rest: |b| b["idToken"] = json!(unsigned(b["idToken"].as_str().unwrap())),
            ..HONEST
        },
        Reason::TokenForged,
    ),
    (
        "another's key",
        Forgery { issuer: Issuer::Stranger, rest: |b| b["jwks"] = Issuer::Es256.jwks(), ..HONEST },
        Reason::TokenForged,
    ),
];

fn other_name(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let payload = fixtures::unb64(parts[1]).replace("Signe Holm", "Jens Åkær");
    [parts[0], &b64(payload), parts[2]].join(".")
}

fn unsigned(token: &str) -> String {
    format!("{}.", token.rsplit_once('.').unwrap().0)
}
