//! The pages of a receipt as a whole: what they are to a screen reader, and which edition they are.

use crate::case::{Case, samples};
use domain::{Environment, Language};
use lopdf::Document;
use receipt::read;
use sha2::{Digest as _, Sha256};

#[test]
fn the_tree_says_what_is_what_in_the_order_in_which_it_is_read() {
    let tree = crate::reading::tree(&Case::usual(Environment::Practice, Language::English).pdf());
    let wanted = [
        "Document",
        "P",
        "\"PRØVE Practice, no effect.",
        "H1",
        "\"Receipt for the approval of a connection\"",
        "P",
        "H2",
        "\"What was approved\"",
        "Table",
        "TR",
        "TH",
        "/Scope /Row",
        "\"Organisation\"",
        "TD",
        "\"Nordlys Tømrer & Snedker ApS, \"",
        "Span",
        "\"anpartsselskab\"",
        "Link",
        "\"https://www.mitid-erhverv.dk/info/vilkar/\"",
        "H2",
        "\"Organisation administrators\"",
        "TH",
        "/Scope /Column",
        "\"Name and e-mail\"",
        "TH",
        "/Scope /Row",
        "\"Mette Lindegaard Krogh\"",
        "\"mette@nordlystomrer.example\"",
        "H1",
        "\"Evidence and checking\"",
        "L ",
        "LI",
        "Lbl",
        "\"1. \"",
        "LBody",
        "Figure",
        "\"Short proof\"",
        "H2",
        "\"Technical details\"",
        "P",
        "\"Tilslut’s own record of a practice run.",
    ];
    crate::reading::assert_in_order(&tree, &wanted);
    // Head, page number and the ribbon of the second page are page chrome.
    assert_eq!(tree.matches("no effect").count(), 1);
    for chrome in ["Page 1 of 2", "Page 2 of 2", "\"Tilslut\""] {
        assert!(!tree.contains(chrome), "{chrome}");
    }
}

/// Pages of another edition cannot be told from changed ones, so the edition is raised whenever the
/// same case gives other pages: `EDITION` in `statement.rs`, and then `REWRITE=1` for this file.
#[test]
fn other_pages_are_another_edition() {
    let mut hash = Sha256::new();
    let mut edition = 0;
    for (_, case) in samples() {
        let pdf = case.pdf();
        let file = Document::load_mem(&pdf).unwrap();
        file.page_iter().for_each(|page| hash.update(file.get_page_content(page)));
        let statement = read(&pdf).unwrap().statement.unwrap();
        let statement: serde_json::Value = serde_json::from_slice(&statement).unwrap();
        edition = statement["edition"].as_u64().unwrap();
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let found = format!("{edition} {hash}\n");
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/edition.txt");
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(kept, &found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(kept).unwrap(), found, "raise EDITION in statement.rs");
}
