//! What the one-time key signed: the login, and the bundle as a whole.

use super::Broken;
use crate::fixtures::{Forgery, HONEST, b64};
use evidence::Reason;
use serde_json::json;

pub const ROWS: &[Broken] = &[
    (
        "login not signed",
        Forgery { rest: |b| b["cicSignature"] = json!(b64([1; 64])), ..HONEST },
        Reason::LoginNotSigned,
    ),
    (
        "login signed with nothing",
        Forgery { rest: |b| b["cicSignature"] = json!(""), ..HONEST },
        Reason::LoginNotSigned,
    ),
    (
        "seal of another type",
        Forgery { seal_header: r#"{"alg":"ES256","typ":"JWT"}"#, ..HONEST },
        Reason::SealBroken,
    ),
    (
        "seal with more in its header",
        Forgery { seal_header: r#"{"alg":"ES256","b64":false,"typ":"osm"}"#, ..HONEST },
        Reason::SealBroken,
    ),
    (
        "seal without algorithm",
        Forgery { seal_header: r#"{"alg":"none","typ":"osm"}"#, ..HONEST },
        Reason::SealBroken,
    ),
    (
        "keys changed after sealing",
        Forgery { whole: |b| b["jwks"]["keys"][0]["x5c"] = json!(["AA"]), ..HONEST },
        Reason::SealBroken,
    ),
    (
        "profile changed after sealing",
        Forgery { whole: |b| b["profile"]["version"] = json!(2), ..HONEST },
        Reason::SealBroken,
    ),
    (
        "seal that is not detached",
        Forgery {
            whole: |b| b["seal"] = json!(b["seal"].as_str().unwrap().replace("..", ".e30.")),
            ..HONEST
        },
        Reason::SealBroken,
    ),
    ("no seal at all", Forgery { whole: |b| b["seal"] = json!(""), ..HONEST }, Reason::SealBroken),
];
