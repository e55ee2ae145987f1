//! What people and programs do to receipts: the window says the same of each as the command line,
//! from the same table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../src-tauri/crates/cli/tests/misuse/table.rs"]
mod table;

use domain::verification::{Conclusion, Pages};
use shell::verification::verification;
use table::{Situation, now, situations};

#[test]
fn each_situation_is_told_for_what_it_is() {
    let practice = evidence::anchors::practice();
    for Situation { what, file, evidence, pages, refused, code } in situations() {
        assert_eq!(code == 3, refused.is_some(), "{what}");
        let told = verification(what.to_owned(), file, &practice, &|_| vec![], now());
        assert_eq!(
            (told.conclusion, told.pages, told.refused),
            (evidence, pages, refused),
            "{what}"
        );
    }
}

#[test]
fn a_record_of_this_machine_is_its_own_and_one_with_another_number_is_none() {
    let practice = evidence::anchors::practice();
    let link = receipt::read_record(&table::record()).unwrap().told.unwrap().link;
    let told = |known: Vec<domain::chain::Link>| {
        verification("x".into(), table::record(), &practice, &|_| known.clone(), now())
    };
    let own = told(vec![link.clone()]);
    assert_eq!((own.conclusion, own.pages), (Conclusion::OwnRecord, Some(Pages::AsMade)));
    assert!(own.record.is_some_and(|record| record.is_own));
    let other = told(vec![domain::chain::Link { number: 13, ..link }]);
    assert_eq!((other.conclusion, other.pages), (Conclusion::OwnRecord, Some(Pages::Changed)));
    let record = other.record.unwrap();
    assert!(!record.is_own);
    assert_eq!(
        (record.number, record.earlier, record.mails.len()),
        (12, vec![7, 9], 1),
        "what it says is told all the same"
    );
    assert!(!told(vec![]).record.unwrap().is_own);
}
