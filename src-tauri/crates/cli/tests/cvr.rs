//! `tilslut-cli cvr`, and what is true of every command: help, usage, languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::run;

#[test]
fn a_number_is_read_as_people_write_it() {
    for written in ["13748136", " 13 74 81 36 ", "DK13748136", "dk 13-74-81-36", "13.748.136"] {
        let answer = run(&["cvr", written, "--json"]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{written}");
        let number = &answer.json()["numbers"][0];
        assert_eq!(
            (&number["cvr"], &number["valid"]),
            (&"13748136".into(), &true.into()),
            "{written}"
        );
    }
}

#[test]
fn a_wrong_number_says_why_and_does_not_hide_the_others() {
    let answer =
        run(&["cvr", "--json", "12345678", "13748136", "1374813", "13748136x", "", "010190-1234"]);
    assert_eq!(answer.code, Some(1));
    let json = answer.json();
    assert_eq!(json["type"], "tilslut/cvr/v1");
    let problems: Vec<_> = json["numbers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number["wrong"]["problem"].as_str())
        .collect();
    let wanted = [
        Some("cvr-check-digit"),
        None,
        Some("cvr-length"),
        Some("cvr-characters"),
        Some("cvr-missing"),
        Some("cvr-length"),
    ];
    assert_eq!(problems, wanted);
    assert!(!answer.out.contains("010190"), "a CPR number is not repeated");
}

#[test]
fn it_answers_in_both_languages() {
    let danish = run(&["cvr", "12345678"]);
    assert_eq!(danish.code, Some(1));
    assert!(
        danish
            .out
            .starts_with("12345678  er ikke et gyldigt CVR-nummer\n    Et af cifrene er forkert"),
        "{}",
        danish.out
    );
    let english = run(&["cvr", "--lang", "en", "12345678", "DK 13748136"]);
    assert!(
        english
            .out
            .starts_with("12345678  is not a valid CVR number\n    One of the digits is wrong"),
        "{}",
        english.out
    );
    assert!(english.out.ends_with("13 74 81 36  is a valid CVR number\n"), "{}", english.out);
}

#[test]
fn what_is_not_understood_is_a_matter_of_usage() {
    for arguments in [
        &["cvr"][..],
        &[],
        &["cvr", "13748136", "--lang", "de"],
        &["workdays", "--from", "2026-02-30", "--days", "10"],
        &["workdays", "--from", "1989-12-31", "--days", "10"],
        &["workdays", "--from", "20261124", "--days", "10"],
        &["workdays", "--from", "2026-11-24", "--days", "-1"],
        &["workdays", "--from", "2099-12-01", "--days", "100"],
        &["preflight"],
        &["preflight", "--case", "-", "--today", "i dag"],
        &["receipt", "--evidence", "-"],
        &["receipt", "--out", "x.pdf"],
        &["documents", "--case", "-"],
        &["unheard-of"],
    ] {
        let answer = run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!answer.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn every_command_teaches_what_it_does() {
    for (arguments, said) in [
        (&["--help"][..], "Exit codes:"),
        (&["cvr", "--help"], "modulus 11"),
        (&["workdays", "--help"], "conservative"),
        (&["organisation", "--help"], "candidates"),
        (&["preflight", "--help"], "docs/case.schema.json"),
        (&["receipt", "--help"], "docs/trust.md"),
        (&["documents", "--help"], "board overview"),
    ] {
        let answer = run(arguments);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(
            answer.out.contains(said) && answer.out.contains("Usage: tilslut-cli"),
            "{}",
            answer.out
        );
    }
    assert!(run(&["--version"]).out.starts_with("tilslut-cli "));
}

#[test]
fn what_cannot_be_opened_is_unreadable() {
    for arguments in [
        &["preflight", "--case", "no/such/file"][..],
        &["organisation", "--virk", "no/such/file"],
        &["receipt", "--evidence", "no/such/file", "--out", "no/such/receipt"],
        &["documents", "--case", "no/such/file", "--out", "no/such/folder"],
    ] {
        let answer = run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(answer.err.starts_with("tilslut-cli: no/such/file: "), "{}", answer.err);
    }
}
