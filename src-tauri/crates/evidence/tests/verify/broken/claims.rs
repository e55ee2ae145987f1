//! What a token says: by whom, for whom, when, how surely, and with which text.

use super::Broken;
use crate::fixtures::{Forgery, HONEST, IAT, Issuer, b64, without};
use evidence::Reason;
use serde_json::{Value, json};

pub const ROWS: &[Broken] = &[
    (
        "another issuer",
        Forgery { claims: |c| c["iss"] = json!("https://evil.example/mitid"), ..HONEST },
        Reason::IssuerUnknown,
    ),
    (
        "another path",
        Forgery { claims: |c| c["iss"] = json!("http://127.0.0.1:1/other"), ..HONEST },
        Reason::IssuerUnknown,
    ),
    ("no issuer", Forgery { claims: |c| without(c, "iss"), ..HONEST }, Reason::IssuerUnknown),
    (
        "another client",
        Forgery { claims: |c| c["aud"] = json!("another"), ..HONEST },
        Reason::AudienceOther,
    ),
    (
        "one client more",
        Forgery { claims: |c| c["aud"] = json!(["tilslut-practice", "another"]), ..HONEST },
        Reason::AudienceOther,
    ),
    (
        "the client and nobody",
        Forgery { claims: |c| c["aud"] = json!(["tilslut-practice", null]), ..HONEST },
        Reason::AudienceOther,
    ),
    (
        "an empty list of clients",
        Forgery { claims: |c| c["aud"] = json!([]), ..HONEST },
        Reason::AudienceOther,
    ),
    ("no client", Forgery { claims: |c| without(c, "aud"), ..HONEST }, Reason::AudienceOther),
    (
        "another authorised party",
        Forgery { claims: |c| c["azp"] = json!("another"), ..HONEST },
        Reason::AudienceOther,
    ),
    (
        "another nonce",
        Forgery { claims: |c| c["nonce"] = json!(b64([0; 32])), ..HONEST },
        Reason::NonceOther,
    ),
    ("no nonce", Forgery { claims: |c| without(c, "nonce"), ..HONEST }, Reason::NonceOther),
    (
        "ended before it began",
        Forgery { claims: |c| c["exp"] = json!(IAT - 1), ..HONEST },
        Reason::TimesWrong,
    ),
    ("without end", Forgery { claims: |c| without(c, "exp"), ..HONEST }, Reason::TimesWrong),
    ("without beginning", Forgery { claims: |c| without(c, "iat"), ..HONEST }, Reason::TimesWrong),
    (
        "time as text",
        Forgery { claims: |c| c["iat"] = json!(IAT.to_string()), ..HONEST },
        Reason::TimesWrong,
    ),
    (
        "not valid yet",
        Forgery { claims: |c| c["nbf"] = json!(IAT + 1), ..HONEST },
        Reason::TimesWrong,
    ),
    (
        "time out of reach",
        Forgery {
            claims: |c| {
                c["iat"] = json!(i64::MIN);
                c["nbf"] = json!(i64::MIN);
            },
            ..HONEST
        },
        Reason::TimesWrong,
    ),
    (
        "in the future",
        Forgery {
            claims: |c| {
                c["iat"] = json!(IAT + 9999);
                c["exp"] = json!(IAT + 9999);
            },
            ..HONEST
        },
        Reason::TimesWrong,
    ),
    (
        "level low",
        Forgery { claims: |c| c["acr"] = json!("urn:grn:authn:dk:mitid:low"), ..HONEST },
        Reason::LevelTooLow,
    ),
    ("no level", Forgery { claims: |c| without(c, "acr"), ..HONEST }, Reason::LevelTooLow),
    (
        "level in an array",
        Forgery { claims: |c| c["acr"] = json!([c["acr"]]), ..HONEST },
        Reason::LevelTooLow,
    ),
    (
        "another text",
        Forgery { claims: |c| c["refTextBody"] = json!("Log på"), ..HONEST },
        Reason::TextOther,
    ),
    (
        "a text with more",
        Forgery {
            claims: |c| {
                c["refTextBody"] = json!(format!("{} ", c["refTextBody"].as_str().unwrap()))
            },
            ..HONEST
        },
        Reason::TextOther,
    ),
    (
        "an empty text",
        Forgery { claims: |c| c["refTextBody"] = json!(""), ..HONEST },
        Reason::TextOther,
    ),
    (
        "a text that is none",
        Forgery { claims: |c| c["refTextBody"] = Value::Null, ..HONEST },
        Reason::TextOther,
    ),
    (
        "another text under a strange key",
        Forgery {
            issuer: Issuer::Stranger,
            claims: |c| c["refTextBody"] = json!("Log på"),
            ..HONEST
        },
        Reason::TextOther,
    ),
];
