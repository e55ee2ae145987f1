//! Who may depend on whom, and other things that are deliberately absent (ARCHITECTURE.md).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each crate may depend on of ours; the root package, the shell, may depend on everything but
/// `xtask`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("texts", &["domain"]),
    ("diagnostics", &["domain"]),
    ("app", &["diagnostics", "domain", "texts"]),
    ("contract", &["diagnostics", "domain", "app"]),
    ("evidence", &["domain"]),
    ("vault", &["domain", "casefile"]),
    ("outbound", &[]),
    ("identity", &["domain", "evidence", "outbound", "texts"]),
    ("register", &["domain", "outbound"]),
    ("handover", &["domain", "evidence"]),
    ("delivery", &["domain", "outbound"]),
    ("mail", &["domain", "outbound"]),
    ("profile", &["delivery", "domain", "identity", "outbound", "register"]),
    ("receipt", &["domain", "evidence", "mail", "texts"]),
    ("practice", &["domain", "evidence", "texts"]),
    ("casefile", &["domain"]),
    (
        "cli",
        &[
            "domain", "casefile", "evidence", "handover", "identity", "mail", "outbound",
            "practice", "profile", "receipt", "register", "texts", "vault",
        ],
    ),
    (
        "fuzz",
        &["domain", "casefile", "evidence", "identity", "mail", "profile", "receipt", "register"],
    ),
    ("xtask", &[]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Our packages with the names of what they depend on; `dev` says whether tests count.
fn dependencies(dev: bool) -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let out = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(out.status.success(), "cargo metadata failed");
    let metadata: Value = serde_json::from_slice(&out.stdout).unwrap();
    let names = |package: &Value| {
        let wanted = |d: &&Value| dev || d["kind"] != "dev";
        package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .filter(wanted)
            .map(|d| d["name"].as_str().unwrap().to_owned())
            .collect()
    };
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["name"].as_str().unwrap().to_owned(), names(p)))
        .collect()
}

/// Our own source files with this ending, generated ones and what the package managers bring left
/// out.
fn sources(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !["node_modules", "target", "dist"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no {ending} in {folder}");
    found
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn each_crate_depends_only_on_what_it_may() {
    let found = dependencies(false);
    let ours: BTreeSet<&str> = found.keys().map(String::as_str).collect();
    let named: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).chain(["tilslut"]).collect();
    assert_eq!(ours, named, "every crate of ours has its line above");
    for (name, allowed) in ALLOWED {
        for dependency in found[*name].iter().filter(|d| ours.contains(d.as_str())) {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{name} may not depend on {dependency}"
            );
        }
    }
    assert!(!found["tilslut"].contains("xtask"));
}

#[test]
fn only_the_shell_knows_tauri() {
    for (name, dependencies) in dependencies(true) {
        let knows = dependencies.iter().any(|d| d.starts_with("tauri"));
        assert_eq!(knows, name == "tilslut", "{name}");
    }
}

#[test]
fn the_core_knows_neither_json_nor_the_outside_world() {
    let found = dependencies(false);
    let known = |name: &str| found[name].iter().map(String::as_str).collect::<Vec<&str>>();
    // `serde` and `toml` only for the rule files that are compiled in, `unicode-normalization` for
    // names, `encoding_rs` for files, `base16ct` for hashes, `subtle` and `zeroize` for secrets.
    assert_eq!(
        known("domain"),
        [
            "base16ct",
            "encoding_rs",
            "jiff",
            "serde",
            "subtle",
            "thiserror",
            "toml",
            "unicode-normalization",
            "zeroize",
        ]
    );
    // `diagnostics` for the lines of the log that a page shows, `texts` for the mails that it writes
    // and what the system shows.
    assert_eq!(known("app"), ["diagnostics", "domain", "jiff", "texts"]);
    for path in ["domain", "app"]
        .iter()
        .flat_map(|name| sources(&format!("src-tauri/crates/{name}/src"), ".rs"))
    {
        for banned in [
            "std::fs",
            "std::net",
            "std::env",
            "SystemTime",
            "Instant",
            "Timestamp::now",
            "Zoned::now",
        ] {
            assert!(!text(&path).contains(banned), "{} uses {banned}", path.display());
        }
    }
}

#[test]
fn every_module_says_first_why_it_exists() {
    for path in sources("src-tauri", ".rs").into_iter().chain(sources("tests", ".rs")) {
        let first = text(&path);
        assert!(first.starts_with("//! "), "{} does not begin with //!", path.display());
    }
}

#[test]
fn one_folder_of_the_window_may_talk_to_the_platform() {
    for path in ["ts", "svelte"].iter().flat_map(|ending| sources("ui/src", &format!(".{ending}")))
    {
        let inside = path.components().any(|c| c.as_os_str() == "backend");
        assert!(
            inside || !text(&path).contains("@tauri-apps"),
            "{} imports @tauri-apps",
            path.display()
        );
    }
}

/// The door for an ordinary browser is in the pages that `npm run build:bridge` builds, and in no
/// others.
#[test]
fn the_pages_of_the_program_know_nothing_of_the_test_bridge() {
    let scripts = sources("ui/dist/assets", ".js");
    assert!(!scripts.is_empty(), "the pages are built before the program");
    for path in scripts {
        let known = text(&path).contains("EventSource");
        assert!(
            !known,
            "{} speaks with the bridge; is ui/dist older than its sources? (npm run build)",
            path.display()
        );
    }
}

#[test]
fn the_window_may_do_two_things_and_hear_one() {
    let config: Value = serde_json::from_str(&text(&root().join("tauri.conf.json"))).unwrap();
    let security = &config["app"]["security"];
    let capabilities = security["capabilities"].as_array().unwrap();
    assert_eq!(capabilities.len(), 1);
    assert_eq!(
        capabilities[0]["permissions"],
        serde_json::json!([
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "allow-contract"
        ])
    );
    let policy = security["csp"].as_str().unwrap();
    assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "{policy}");
}
