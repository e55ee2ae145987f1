//! Makes the genuine inputs of the fuzz corpus anew, from the fixtures of the tests: sealed bundles,
//! the ID token of each and its keys. Needed when their format changes: `cargo run -p evidence
//! --example fuzz_corpus`. Keep the older ones first, as `genuine-v1-…` are: bundles of every
//! version are read and believed for ever.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/fixtures/mod.rs"]
mod fixtures;

use fixtures::authority::{BrokerKey, STAMP, b64_standard, file};
use fixtures::{Forgery, HONEST, Issuer, jcs};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

fn main() {
    let claims = |claims: &mut Value| claims["identityscheme"] = json!("dkmitid");
    for (name, issuer) in [("rs256", Issuer::Rs256), ("es256", Issuer::Es256)] {
        let bundle = Forgery { issuer, claims, ..HONEST }.bundle();
        let read: Value = serde_json::from_slice(&bundle).unwrap();
        keep("bundle", &format!("genuine-{name}"), &bundle);
        keep("id-token", &format!("genuine-{name}"), read["idToken"].as_str().unwrap().as_bytes());
        keep("keys", &format!("genuine-{name}"), read["jwks"].to_string().as_bytes());
    }
    keep("bundle", "genuine-with-everything", &with_everything());
}

/// A bundle with every optional member.
fn with_everything() -> Vec<u8> {
    HONEST.with(|whole| {
        whole["jwks"]["keys"]
            .as_array_mut()
            .unwrap()
            .push(BrokerKey::Ec.jwk(&["broker-ec", "issuing"]));
        fixtures::userinfo(whole, Issuer::Rs256, |_| {});
        whole["transactionToken"] =
            json!(BrokerKey::Ec.token(&fixtures::transaction_claims(whole)));
        whole["transactionOcsp"] = json!(b64_standard(&file("status-good.der")));
        let imprint = Sha256::digest(jcs(whole));
        whole["timestamps"] = json!([b64_standard(&STAMP.token(&imprint))]);
    })
}

fn keep(target: &str, name: &str, bytes: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), bytes).unwrap();
}
