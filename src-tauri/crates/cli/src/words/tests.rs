//! Every text of the command line is in the catalogue, and no text of it there is without use.
//! (That both languages have the same keys with the same variables is a test of `texts`.)

use super::{Word, Words};
use crate::documents::{Kind, Without};
use crate::organisation::Worth;
use domain::Language;
use domain::preflight::{InFavour, Verdict};
use domain::rules::{Automatic, Consequence, PrivateMitid, Severity};
use mail::Oddity;
use mail::dkim::{Alignment, Forwarding, Reason};
use std::collections::BTreeSet;
use std::path::Path;

/// The texts that are chosen by a word: `<family>-<word>`.
const FAMILIES: [(&str, &[&str]); 15] = [
    ("cli-automatic", Automatic::WORDS),
    ("cli-private-mitid", PrivateMitid::WORDS),
    ("cli-consequence", Consequence::WORDS),
    ("cli-worth", Worth::WORDS),
    ("cli-verdict", Verdict::WORDS),
    ("cli-in-favour", InFavour::WORDS),
    ("cli-severity", Severity::WORDS),
    ("cli-made", Kind::WORDS),
    ("cli-without", Without::WORDS),
    ("cli-mail-odd", Oddity::WORDS),
    ("cli-mail-unsupported", Reason::WORDS),
    ("cli-mail-forwarding", Forwarding::WORDS),
    ("cli-mail-alignment", Alignment::WORDS),
    ("cli-broker", crate::profile::FOUND),
    ("cli-remedy", crate::profile::WITH_REMEDY),
];

/// Every key that the sources name, whole or as that of a family.
fn named(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named(&path, into);
        } else if !path.ends_with("words/tests.rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let literals = source.split("\"cli-").skip(1);
            into.extend(
                literals
                    .filter_map(|rest| rest.split('"').next())
                    .map(|rest| format!("cli-{}", rest.split("-{").next().unwrap_or(rest))),
            );
        }
    }
}

#[test]
fn every_text_of_the_command_line_is_in_the_catalogue_and_none_is_unused() {
    let mut named_keys = BTreeSet::new();
    named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named_keys);
    let mut used: BTreeSet<String> = named_keys
        .into_iter()
        .filter(|key| !FAMILIES.iter().any(|(family, _)| family == key))
        .collect();
    for (family, words) in FAMILIES {
        used.extend(words.iter().map(|word| format!("{family}-{}", word.replace('.', "-"))));
    }
    let there: BTreeSet<String> =
        texts::keys().into_iter().filter(|key| key.starts_with("cli-")).collect();
    let missing: Vec<_> = used.difference(&there).collect();
    let unused: Vec<_> = there.difference(&used).collect();
    assert!(missing.is_empty() && unused.is_empty(), "missing {missing:?}, unused {unused:?}");
}

/// The output is what scripts read, so what Fluent makes of white space and brackets counts.
#[test]
fn what_stands_in_brackets_is_said_as_it_is_written() {
    let danish = Words::of(Language::Danish);
    assert!(danish.get("cli-remedy-authorize-text").contains("({text} eller {text-base64})"));
    assert_eq!(
        danish.with("cli-evidence-unproven", &[("reason", "json")]),
        "filen beviser intet [json]"
    );
}
