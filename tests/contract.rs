//! What the window and the core say to each other: the committed TypeScript is what the Rust types
//! say, and every problem that a person can meet has its two texts in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Language;
use domain::problem::Problem;
use texts::Texts;
#[test]
fn the_committed_typescript_is_what_the_types_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/backend/contract.gen.ts");
    let meant = contract::typescript::typescript();
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == meant,
        "ui/src/backend/contract.gen.ts is not what the contract says: run `cargo xtask gen` and commit it"
    );
}

#[test]
fn every_problem_says_what_happened_and_what_to_do_in_both_languages() {
    for language in [Language::Danish, Language::English] {
        let texts = Texts::new(language);
        for problem in Problem::ALL {
            for kind in ["err", "rec"] {
                let key = format!("{kind}-{}", problem.code());
                assert!(texts.has(&key), "{key} is missing in {language:?}");
                assert!(!texts.get(&key).trim().is_empty(), "{key} is empty in {language:?}");
            }
        }
    }
}
