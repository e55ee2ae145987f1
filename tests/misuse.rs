//! What people and programs do to receipts: the window says the same of each as the command line,
//! from the same table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../src-tauri/crates/cli/tests/misuse/table.rs"]
mod table;

use shell::verification::verification;
use table::{Situation, now, situations};

#[test]
fn each_situation_is_told_for_what_it_is() {
    let practice = evidence::anchors::practice();
    for Situation { what, file, evidence, pages, refused, code } in situations() {
        assert_eq!(code == 3, refused.is_some(), "{what}");
        let told = verification(what.to_owned(), file, &practice, &|_| None, now());
        assert_eq!(
            (told.conclusion, told.pages, told.refused),
            (evidence, pages, refused),
            "{what}"
        );
    }
}
