//! What was committed to: request, claim and text, each by itself and as they hang together.

use super::Broken;
use crate::fixtures::{Forgery, HONEST, without};
use evidence::Reason;
use serde_json::{Value, json};

pub const ROWS: &[Broken] = &[
    (
        "request with more",
        Forgery { request: |r| r["extra"] = json!("x"), ..HONEST },
        Reason::RequestUnreadable,
    ),
    (
        "request with null",
        Forgery { request: |r| r["reporter"] = Value::Null, ..HONEST },
        Reason::RequestUnreadable,
    ),
    (
        "attestation denied",
        Forgery { request: |r| r["administrators"][0]["hasMitid"] = json!(false), ..HONEST },
        Reason::RequestUnreadable,
    ),
    (
        "other environment",
        Forgery { request: |r| r["environment"] = json!("live"), ..HONEST },
        Reason::OtherEnvironment,
    ),
    (
        "claim with more",
        Forgery { claim: |c| c["extra"] = json!(1), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    ("claim with less", Forgery { claim: |c| without(c, "rz"), ..HONEST }, Reason::ClaimUnreadable),
    (
        "claim of another protocol",
        Forgery { claim: |c| c["ctx"] = json!("other/v1"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "claim of another type",
        Forgery { claim: |c| c["typ"] = json!("JWT"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "claim of another algorithm",
        Forgery { claim: |c| c["alg"] = json!("none"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "claim with little chance",
        Forgery { claim: |c| c["rz"] = json!("5a"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "claim with chance in capitals",
        Forgery { claim: |c| c["rz"] = json!("5A".repeat(32)), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "key of another algorithm",
        Forgery { claim: |c| c["upk"]["alg"] = json!("RS256"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "key with its private part",
        Forgery { claim: |c| c["upk"]["d"] = json!("AA"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "key on another curve",
        Forgery { claim: |c| c["upk"]["crv"] = json!("P-384"), ..HONEST },
        Reason::ClaimUnreadable,
    ),
    (
        "claim for another request",
        Forgery { claim: |c| c["att"] = json!("00".repeat(32)), ..HONEST },
        Reason::RequestChanged,
    ),
    (
        "request changed later",
        Forgery { rest: |b| b["request"]["organisation"]["name"] = json!("Andet ApS"), ..HONEST },
        Reason::RequestChanged,
    ),
    (
        "other reference text",
        Forgery { rest: |b| b["referenceText"] = json!("Log på"), ..HONEST },
        Reason::ReferenceTextChanged,
    ),
];
