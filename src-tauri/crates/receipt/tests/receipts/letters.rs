//! Whatever people and registers write, it is shown whole, in its own order, and harms nothing.

use crate::case::{Case, administrator, samples};
use crate::reading::{assert_in_order, pages, squeezed, text};
use domain::{Environment, Language};
use jiff::civil::date;
use std::process::Command;

#[test]
fn hostile_text_in_any_field_is_shown_and_harms_nothing() {
    let usual = Case::usual(Environment::Practice, Language::Danish);
    let long = "ø".repeat(10_000);
    for (hostile, wanted) in [
        (
            "<script>alert(1)</script> &amp; %PDF (x) \\n {$name} { receipt-title }",
            "<script>alert(1)</script> &amp; %PDF (x) \\n {$name} { receipt-title }",
        ),
        ("Nordlys \u{202e}SpA\u{202c}", "Nordlys [U+202E]SpA[U+202C]"),
        ("שלום عالم", "[U+05E9][U+05DC][U+05D5][U+05DD] [U+0639][U+0627][U+0644][U+0645]"),
        ("a\u{1}b\u{2}c\u{7f}\u{0}d\u{1b}[31m", "a[U+0001]b[U+0002]c[U+007F][U+0000]d[U+001B][31m"),
        ("Kro\u{301}gh\u{a0}A\u{30a}se", "Krógh Åse"),
        (&long, &long),
    ] {
        let mut changed = usual.about(|connection| {
            connection.organisation.name = hostile.into();
            connection.organisation.form = hostile.into();
            connection.organisation.address = vec![hostile.into()];
            connection.organisation.status_text = hostile.into();
            connection.organisation.signing_rule = Some(hostile.into());
            connection.representative.title = hostile.into();
            connection.reporter.as_mut().unwrap().organisation = Some(hostile.into());
        });
        changed.verdict.approver = Some(hostile.into());
        changed.verdict.checks.iter_mut().for_each(|check| check.detail = hostile.into());
        changed.accepted.as_mut().unwrap().case_number = hostile.into();
        let shown = text(&changed.pdf());
        for page in pages(&shown) {
            assert_in_order(page, &["PRØVE", "Tilslut", "Side", "af"]);
        }
        // A row that goes on at the next page has foot, ribbon and head in its middle.
        let unbroken = without_page_chrome(&shown, &changed);
        let count = unbroken.matches(&squeezed(wanted)).count();
        assert!(count >= 10, "{count} of {wanted:.60}");
        let replaced = wanted.contains("[U+");
        assert_eq!(shown.contains("Tegn, som skrifttypen"), replaced);
    }
}

/// What stands between head and foot of the pages.
pub fn without_page_chrome(shown: &str, case: &Case) -> String {
    let head = squeezed(&format!("CVR 13748136 · kontrolkode {}", case.evidence.control_code));
    let mut text = String::new();
    for page in pages(shown) {
        let page = squeezed(page);
        let begins = page.find(&head).unwrap() + head.len();
        let ends = page.rfind("Tilslutsegenoptegnelse").unwrap();
        text.push_str(&page[begins..ends]);
    }
    text
}

#[test]
fn hebrew_is_read_in_the_order_in_which_it_was_written() {
    for (_, case) in samples().into_iter().filter(|(name, _)| *name == "hebrew") {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), case.pdf()).unwrap();
        // The order in which it is read aloud, and the one in which it is copied from the page.
        let heard = Command::new("pdfinfo").arg("-struct-text").arg(file.path()).output().unwrap();
        let heard = String::from_utf8(heard.stdout).unwrap().replace(['"', '\n'], "");
        let copied: String =
            text(&case.pdf()).chars().filter(|c| !matches!(*c, '\u{202a}'..='\u{202e}')).collect();
        for shown in [heard, copied] {
            assert!(!shown.contains("[U+"), "{shown}");
            for wanted in [
                "at שלום עולם ApS tilsluttes",
                "שלום עולם ApS, anpartsselskab",
                "נועה בת-שבע לוי",
                "2 או 3 ApS",
            ] {
                assert!(squeezed(&shown).contains(&squeezed(wanted)), "{wanted}: {shown}");
            }
        }
    }
}

#[test]
fn long_names_of_people_are_shown_whole() {
    let who = "Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(2);
    let mail = format!("{0}@{1}.{1}.example", "lang".repeat(16), "domæne".repeat(10));
    let case = Case::usual(Environment::Practice, Language::English).about(|connection| {
        connection.administrators = vec![administrator(&who, &mail, date(1990, 5, 5))]
    });
    assert_in_order(
        &text(&case.pdf()),
        &[
            "1 organisation administrator.",
            "Organisation administrators",
            &who,
            &mail,
            "5 May 1990",
        ],
    );
}
