//! What was found once stays found: every kept input runs through its target.
#![allow(clippy::unwrap_used)]

use fuzz::{TARGETS, corpus};
use std::collections::BTreeSet;

#[test]
fn every_kept_input_keeps_the_promise_of_its_target() {
    for target in TARGETS {
        let kept = corpus(target.name);
        assert!(!kept.is_empty(), "{} has nothing to begin with", target.name);
        for (name, bytes) in kept {
            println!("{}/{name}", target.name);
            (target.run)(&bytes);
        }
    }
}

#[test]
fn every_folder_of_the_corpus_belongs_to_a_target() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders, TARGETS.iter().map(|target| target.name.to_owned()).collect());
}
