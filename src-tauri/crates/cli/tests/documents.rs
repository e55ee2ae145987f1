//! `tilslut-cli documents`: every document that a case gives, and the reason for each that it does
//! not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::{Answer, beside, run_with, text_of};
use serde_json::{Value, json};
use std::path::Path;

/// A case that is whole: as `docs/command-line.md` has it.
fn ready() -> Value {
    let document = include_str!("../../../../docs/command-line.md");
    let block = document
        .split("`ready.json`:")
        .nth(1)
        .unwrap()
        .split("```")
        .nth(1)
        .unwrap()
        .trim_start_matches("json");
    serde_json::from_str(block).unwrap()
}

fn by_reporter() -> Value {
    let mut case = ready();
    case["role"] = json!("reporter");
    case["reporter"] = json!({ "name": "Jens Holm", "organisation": "Revision Holm ApS", "email": "jens@revisionholm.example" });
    case
}

fn make(case: &Value, folder: &Path, more: &[&str]) -> Answer {
    let arguments =
        ["documents", "--case", "-", "--out", folder.to_str().unwrap(), "--today", "2026-11-24"];
    run_with(&[&arguments[..], more].concat(), case.to_string().as_bytes())
}

/// Kind, and file or reason.
fn told(answer: &Answer) -> Vec<(String, String)> {
    let json = answer.json();
    assert_eq!(json["type"], "tilslut/documents/v1");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let line = |line: &Value| {
        (
            text(&line["kind"]).unwrap(),
            text(&line["file"]).or_else(|| text(&line["without"])).unwrap(),
        )
    };
    json["documents"].as_array().unwrap().iter().map(line).collect()
}

fn pairs(told: &[(String, String)]) -> Vec<(&str, &str)> {
    told.iter().map(|(kind, what)| (kind.as_str(), what.as_str())).collect()
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_case_that_is_prepared_gives_what_it_can_and_says_why_not_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let papers = folder.path().join("not/there/yet");
    let answer = make(&ready(), &papers, &["--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
    let name = "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 tjekliste.pdf";
    assert_eq!(
        pairs(&told(&answer)),
        [
            ("checklist", name),
            ("board-overview", "not-needed"),
            ("hand-over-sheet", "no-reporter"),
            ("administrators", "no-evidence"),
            ("administrator-sheet", "no-evidence"),
            ("timeline", "no-evidence"),
        ]
    );
    assert_eq!(files(&papers), [name]);
    let shown = text_of(&papers.join(name));
    assert!(shown.contains("Tjekliste for tilslutningen") && !shown.contains("PRØVE"), "{shown}");
}

#[test]
fn a_reporters_case_gives_a_hand_over_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let answer = make(&by_reporter(), folder.path(), &["--lang", "en"]);
    assert_eq!(answer.code, Some(0));
    let name = "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 hand-over sheet.pdf";
    assert!(answer.out.contains(&format!("+ {name}\n")), "{}", answer.out);
    assert!(
        answer.out.contains(
            "- Timeline of administrators: needs the evidence of the approval: --evidence\n"
        ),
        "{}",
        answer.out
    );
    assert!(text_of(&folder.path().join(name)).contains("Jens Holm"));
}

#[test]
fn a_board_that_is_not_in_cvr_gives_an_overview() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = ready();
    case["board"] = json!([{ "name": "Erik Juul", "function": "Formand" }]);
    let told = told(&make(&case, folder.path(), &["--json"]));
    assert!(told[1].1.ends_with(" bestyrelsesoversigt.pdf"), "{told:?}");
    assert!(text_of(&folder.path().join(&told[1].1)).contains("Erik Juul"));
}

#[test]
fn with_the_evidence_there_are_the_administrators_each_with_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = ready();
    case["environment"] = json!("practice");
    let answer = make(&case, folder.path(), &["--json", "--evidence", &beside("practice.json")]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
    let told = told(&answer);
    let kinds: Vec<_> = told.iter().map(|(kind, _)| kind.as_str()).collect();
    let of_approval = ["administrators", "administrator-sheet", "administrator-sheet", "timeline"];
    assert_eq!(
        kinds,
        [&["checklist", "board-overview", "hand-over-sheet"][..], &of_approval].concat()
    );
    for (_, file) in told.iter().filter(|(_, file)| file.ends_with(".pdf")) {
        assert!(file.starts_with("PRØVE "), "{file}");
        assert!(text_of(&folder.path().join(file)).contains("PRØVE"), "{file}");
    }
    assert!(told[4].1.ends_with(" administrator 1.pdf"));
    let own = text_of(&folder.path().join(&told[4].1));
    assert!(
        own.contains("bo@nordlys.example")
            && !own.contains("ida@nordlys.example")
            && !own.contains("1979"),
        "{own}"
    );
}

#[test]
fn evidence_of_another_case_or_world_gives_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut other = ready();
    other["environment"] = json!("practice");
    other["organisation"]["cvr"] = json!("24256790");
    for case in [other, ready()] {
        let told = told(&make(
            &case,
            folder.path(),
            &["--json", "--force", "--evidence", &beside("practice.json")],
        ));
        assert_eq!(
            pairs(&told)[3..],
            ["administrators", "administrator-sheet", "timeline"].map(|kind| (kind, "other-case"))
        );
    }
    let live = make(&ready(), folder.path(), &["--evidence", &beside("live.json")]);
    assert_eq!((live.code, live.out.as_str()), (Some(4), ""), "{live:?}");
    assert!(live.err.contains("[other-environment]"));
    let trusted = make(
        &ready(),
        folder.path(),
        &[
            "--json",
            "--force",
            "--evidence",
            &beside("live.json"),
            "--trust",
            &beside("trust.toml"),
        ],
    );
    assert!(told(&trusted)[3].1.ends_with(" administratorer.pdf"));
}

#[test]
fn nothing_is_written_over_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let case = by_reporter();
    let first = told(&make(&case, folder.path(), &["--json"]));
    let list = folder.path().join(&first[0].1);
    std::fs::write(&list, "mine").unwrap();
    std::fs::remove_file(folder.path().join(&first[2].1)).unwrap();
    let again = make(&case, folder.path(), &["--json"]);
    assert_eq!(again.code, Some(3));
    assert!(
        again.err.contains("tjekliste.pdf: ") && again.err.contains("--force"),
        "{}",
        again.err
    );
    let told_again = told(&again);
    assert_eq!((told_again[0].1.as_str(), &told_again[2]), ("not-written", &first[2]));
    assert_eq!(std::fs::read(&list).unwrap(), b"mine");
    assert_eq!(make(&case, folder.path(), &["--force"]).code, Some(0));
    assert!(std::fs::read(&list).unwrap().starts_with(b"%PDF-"));
    assert_eq!(files(folder.path()).len(), 2);
}

#[test]
fn an_empty_case_gives_a_checklist_and_a_case_that_is_none_gives_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let told = told(&make(&json!({ "type": "tilslut/case/v1" }), folder.path(), &["--json"]));
    assert_eq!(
        pairs(&told)[..3],
        [
            ("checklist", "2026-11-24 tjekliste.pdf"),
            ("board-overview", "not-needed"),
            ("hand-over-sheet", "incomplete")
        ]
    );
    let papers = folder.path().join("papers");
    let answer = make(&json!({}), &papers, &[]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
    assert!(!papers.exists(), "no folder is made for nothing");
}

#[test]
fn what_looks_like_a_cpr_number_is_left_out_and_named_and_the_rest_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let answer =
        make(&json!({ "type": "tilslut/case/v1", "reference": "010190-1234" }), folder.path(), &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert!(answer.err.contains("reference er udeladt"), "{}", answer.err);
    assert!(!answer.err.contains("010190") && !answer.out.contains("010190"), "{answer:?}");
    assert_eq!(files(folder.path()), ["2026-11-24 tjekliste.pdf"]);
}

#[test]
fn the_same_case_on_the_same_day_gives_the_same_files() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for folder in &folders {
        assert_eq!(make(&by_reporter(), folder.path(), &[]).code, Some(0));
    }
    let names = files(folders[0].path());
    assert_eq!(names, files(folders[1].path()));
    for name in names {
        let [one, two] =
            [0, 1].map(|n: usize| std::fs::read(folders[n].path().join(&name)).unwrap());
        assert!(one == two, "{name}");
    }
}
