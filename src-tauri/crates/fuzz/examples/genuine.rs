//! Makes the genuine inputs of the corpus anew, from the scene of the evidence's own tests: sealed bundles, the ID token of
//! one and its keys. Needed when their format changes: `cargo run -p fuzz --example genuine`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../evidence/tests/scene/mod.rs"]
mod scene;

use scene::{Forgery, HONEST, Issuer};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let keep = |target: &str, name: &str, bytes: &[u8]| {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
    };
    for (name, issuer) in [("rs256", Issuer::Rs256), ("es256", Issuer::Es256)] {
        let claims = |claims: &mut Value| claims["identityscheme"] = json!("dkmitid");
        let bundle = Forgery { issuer, claims, ..HONEST }.bundle();
        let read: Value = serde_json::from_slice(&bundle).unwrap();
        keep("bundle", &format!("genuine-{name}"), &bundle);
        keep("id-token", &format!("genuine-{name}"), read["idToken"].as_str().unwrap().as_bytes());
        keep("keys", &format!("genuine-{name}"), read["jwks"].to_string().as_bytes());
    }
}
