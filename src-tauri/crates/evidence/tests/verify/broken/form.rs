//! Bundles that are none, in their form.

use super::Broken;
use crate::fixtures::{Forgery, HONEST};
use evidence::Reason;
use serde_json::json;

pub const ROWS: &[Broken] = &[
    ("no JSON", Forgery { text: |_| "PDF".into(), ..HONEST }, Reason::BundleUnreadable),
    (
        "a member twice",
        Forgery { text: |t| t.replacen('{', r#"{"seal":"x","#, 1), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "a member twice below",
        Forgery {
            text: |t| t.replace(r#""alg":"RS256""#, r#""alg":"RS256","alg":"RS256""#),
            ..HONEST
        },
        Reason::BundleUnreadable,
    ),
    (
        "another type",
        Forgery { rest: |b| b["type"] = json!("tilslut/evidence/v3"), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "one more member",
        Forgery { rest: |b| b["extra"] = json!(1), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "discovery with more",
        Forgery { rest: |b| b["discovery"]["extra"] = json!(1), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "a token that is no text",
        Forgery { rest: |b| b["idToken"] = json!(1), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "a claim that is no object",
        Forgery { rest: |b| b["cic"] = json!([]), ..HONEST },
        Reason::BundleUnreadable,
    ),
];
