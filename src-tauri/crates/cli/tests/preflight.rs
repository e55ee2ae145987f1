//! `tilslut-cli preflight`: one case, many cases, and cases that are none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::{Answer, command, run, run_with};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};

const TODAY: &str = "2026-11-24";

fn sound() -> Value {
    json!({
        "type": "tilslut/case/v4",
        "reference": "sag 17",
        "need": { "people": "several", "kind": "company" },
        "organisation": {
            "cvr": "13748136", "name": "Nordlys Tømrer & Snedker ApS", "formCode": 80, "form": "Anpartsselskab", "status": "NORMAL",
            "candidates": [{ "name": "Mette Lindegaard Krogh", "kind": "person", "roles": [
                { "relation": "LEDELSESORGAN", "body": "Direktion", "function": "DIREKTØR", "since": "2009-03-01" },
            ] }],
            "signingRule": "Selskabet tegnes af en direktør alene.", "lookedUp": "2026-11-23T09:30:00Z", "source": "virk",
        },
        "role": "representative",
        "representative": { "name": "Mette Lindegaard Krogh", "title": "direktør", "email": "mette@nordlys.example", "hasMitid": "yes" },
        "administrators": [
            { "name": "Bo Damgaard Lund", "email": "bo@nordlys.example", "born": "1988-02-29", "hasCpr": "yes", "hasMitid": "yes" },
            { "name": "Ida Storm Holm", "email": "ida@nordlys.example", "born": "1979-10-03", "hasCpr": "yes", "hasMitid": "yes" },
        ],
        "terms": {
            "officialText": { "opened": "2026-11-23T09:40:00Z", "address": "https://www.mitid-erhverv.dk/info/vilkar/" },
            "edition": "2024-04-17", "accepted": true
        },
    })
}

/// The sound case with one place changed.
fn with(place: &str, value: Value) -> Value {
    let mut case = sound();
    *case.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
    case
}

fn check(input: &str) -> Answer {
    run_with(&["preflight", "--case", "-", "--today", TODAY, "--json"], input.as_bytes())
}

fn ids(result: &Value) -> Vec<&str> {
    result["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["id"].as_str().unwrap())
        .collect()
}

#[test]
fn a_case_that_lacks_nothing_goes_through() {
    let answer = check(&sound().to_string());
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{}", answer.out);
    let result = answer.json();
    assert_eq!(result["type"], "tilslut/preflight/v1");
    assert_eq!(
        (&result["outlook"], &result["today"], &result["reference"]),
        (&"automatic".into(), &TODAY.into(), &"sag 17".into())
    );
    assert_eq!(result["beforeApproval"], json!([]));
    assert!(
        result["findings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|finding| finding["severity"] == "advice"),
        "{}",
        answer.out
    );
}

#[test]
fn what_stops_a_connection_is_the_exit_code_too() {
    for (place, value) in [
        ("/organisation/status", json!("OPHØRT")),
        ("/administrators/0/hasCpr", json!("no")),
        ("/administrators", json!([{ "name": "Bo Lund", "hasMitid": false }])),
        ("/organisation/cvr", json!("12345678")),
    ] {
        let answer = check(&with(place, value).to_string());
        assert_eq!(answer.code, Some(1), "{place}: {}", answer.out);
    }
}

#[test]
fn every_finding_names_its_rule_source_and_date_in_both_languages() {
    let case = json!({ "type": "tilslut/case/v1", "organisation": { "cvr": "24256790", "formCode": 90, "status": "AKTIV" },
        "representative": { "name": "Erik Juul", "hasMitid": "no" }, "administrators": [{ "name": "Lis Juul", "hasCpr": "no" }] });
    let danish = check(&case.to_string()).json();
    let english = run_with(
        &["preflight", "--case", "-", "--today", TODAY, "--json", "--lang", "en"],
        case.to_string().as_bytes(),
    )
    .json();
    assert_eq!(ids(&danish), ids(&english));
    let findings = |result: &Value| result["findings"].as_array().unwrap().clone();
    assert!(findings(&danish).len() > 3);
    for (danish, english) in findings(&danish).iter().zip(&findings(&english)) {
        for finding in [danish, english] {
            assert!(
                !finding["wrong"].as_str().unwrap().is_empty()
                    && !finding["remedy"].as_str().unwrap().is_empty()
            );
            assert!(
                finding["source"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|source| source["address"].is_string()),
                "{finding}"
            );
            assert!(
                ["official", "third-party", "general", "own"]
                    .contains(&finding["certainty"].as_str().unwrap())
            );
            assert_eq!(finding["asOf"], danish["asOf"]);
        }
        assert_ne!(danish["wrong"], english["wrong"]);
    }
    let severities = ["stops", "documents", "warning", "advice"];
    let order: Vec<_> = findings(&danish)
        .iter()
        .map(|f| severities.iter().position(|s| f["severity"] == *s).unwrap())
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// What a person reads, whole; and every rule that the JSON names is in it.
#[test]
fn the_readable_answer_says_the_same() {
    let case = with("/administrators/0/hasCpr", json!("no")).to_string();
    let result = check(&case).json();
    for language in ["da", "en"] {
        let answer = run_with(
            &["preflight", "--case", "-", "--today", TODAY, "--lang", language],
            case.as_bytes(),
        );
        assert_eq!(answer.code, Some(1));
        insta::assert_snapshot!(format!("preflight-{language}"), answer.out);
        for id in ids(&result) {
            assert!(answer.out.contains(id), "{id}: {}", answer.out);
        }
    }
}

#[test]
fn the_same_day_gives_the_same_answer() {
    let case = sound().to_string();
    assert_eq!(check(&case).out, check(&case).out);
}

#[test]
fn a_terminal_gets_no_commands_from_a_case() {
    let case = with("/organisation/name", json!("Nordlys\u{1b}[2J\u{202e} ApS")).to_string();
    let answer = run_with(&["preflight", "--case", "-", "--today", TODAY], case.as_bytes());
    assert!(!answer.out.contains(['\u{1b}', '\u{202e}']), "{:?}", answer.out);
}

#[test]
fn nor_does_it_from_the_name_of_a_member() {
    let answer = check(r#"{ "type": "tilslut/case/v1", "a\u001b[31mb\u202e": 1 }"#);
    assert_eq!(answer.code, Some(3));
    assert!(
        answer.err.contains("a[31mb") && !answer.err.contains(['\u{1b}', '\u{202e}']),
        "{:?}",
        answer.err
    );
}

#[test]
fn each_line_has_its_result_and_a_bad_one_does_not_stop_the_rest() {
    let mut mistyped = sound();
    mistyped["representative"]["hasMitId"] = json!("yes");
    let cpr = with("/representative/name", json!("Mette 170580-1234"));
    let lines = [
        sound().to_string(),
        String::new(),
        "{\"type\":".to_owned(),
        mistyped.to_string(),
        cpr.to_string(),
        with("/organisation/status", json!("OPHØRT")).to_string(),
        "[]".to_owned(),
        sound().to_string(),
    ];
    for arguments in [
        &["preflight", "--case", "-", "--today", TODAY][..],
        &["preflight", "--case", "-", "--today", TODAY, "--lines", "--json"],
    ] {
        let answer = run_with(arguments, lines.join("\n").as_bytes());
        assert_eq!(answer.code, Some(3));
        let results = answer.lines();
        let seen: Vec<_> = results
            .iter()
            .map(|r| {
                (
                    r["line"].as_u64().unwrap(),
                    r["problem"].as_str().or(r["outlook"].as_str()).unwrap(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                (1, "automatic"),
                (3, "not-json"),
                (4, "not-a-case"),
                // Its name was left out, so an answer is missing.
                (5, "open"),
                (6, "impossible"),
                (7, "not-a-case"),
                (8, "automatic")
            ]
        );
        assert_eq!(results[2]["member"], "representative.hasMitId");
        assert_eq!(results[3]["leftOut"], json!(["representative.name"]));
        assert!(answer.err.contains("5: representative.name er udeladt"), "{}", answer.err);
        assert_eq!(answer.err.lines().count(), 4, "{}", answer.err);
        assert!(!answer.out.contains("170580") && !answer.err.contains("170580"));
    }
}

#[test]
fn lines_are_read_in_the_encoding_that_they_were_saved_in() {
    let named = with("/representative/name", json!("Søren Ærø")).to_string();
    let two = format!("{named}\r\n{named}\r\n");
    let latin: Vec<u8> = two.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(two.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bare: Vec<u8> = two.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let expected =
        run_with(&["preflight", "--case", "-", "--today", TODAY, "--lines"], two.as_bytes());
    assert_eq!(expected.lines().len(), 2);
    for bytes in [latin, wide, bare] {
        for arguments in [
            &["preflight", "--case", "-", "--today", TODAY][..],
            &["preflight", "--case", "-", "--today", TODAY, "--lines"],
        ] {
            let answer = run_with(arguments, &bytes);
            assert_eq!(
                (answer.code, &answer.out, answer.err.as_str()),
                (expected.code, &expected.out, "")
            );
        }
    }
    let mixed = run_with(&["preflight", "--case", "-"], b"{\"type\": \"S\xC3\xB8ren S\xF8ren\"}");
    assert_eq!(mixed.code, Some(3));
    assert!(mixed.err.contains("UTF-8") && !mixed.err.contains("JSON"), "{}", mixed.err);
}

#[test]
fn damaged_utf_16_is_refused_with_the_reason_and_what_stands_before_it_is_answered() {
    let line = sound().to_string();
    let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let named = with("/representative/name", json!("Søren#Ærø")).to_string();
    let lone: Vec<u16> = units(&named)
        .iter()
        .map(|unit| if *unit == u16::from(b'#') { 0xD800 } else { *unit })
        .collect();
    for big in [true, false] {
        let bytes = |units: &[u16]| {
            units
                .iter()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect::<Vec<u8>>()
        };
        let cut = |units: &[u16]| bytes(units)[..units.len() * 2 - 1].to_vec();
        // A half of a letter alone, a file that breaks off within one, and the same in the second
        // line.
        let second = [units(&line), units("\n"), lone.clone()].concat();
        for (damaged, lines) in [(bytes(&lone), 0), (cut(&units(&line)), 0), (bytes(&second), 1)] {
            for (arguments, answered) in [(&["--lines"][..], lines), (&[], 0)] {
                let arguments =
                    [&["preflight", "--case", "-", "--today", TODAY, "--json"], arguments].concat();
                let answer = run_with(&arguments, &damaged);
                assert_eq!(
                    (answer.code, answer.out.lines().count()),
                    (Some(3), answered),
                    "{arguments:?} {}",
                    answer.err
                );
                assert!(
                    answer.err.contains("UTF-16 og beskadiget") && !answer.err.contains("JSON"),
                    "{}",
                    answer.err
                );
            }
        }
    }
}

#[test]
fn lines_that_can_all_be_read_end_well_or_with_what_stops() {
    let two = format!("{}\r\n{}\r\n", sound(), sound());
    assert_eq!(check(&two).code, Some(0));
    let stops = format!("{}\n{}\n", sound(), with("/organisation/status", json!("OPHØRT")));
    assert_eq!(check(&stops).code, Some(1));
    assert_eq!(run_with(&["preflight", "--case", "-", "--lines"], b"").code, Some(0));
}

#[test]
fn one_case_may_stand_on_many_lines_and_begin_with_a_mark() {
    let pretty = serde_json::to_string_pretty(&sound()).unwrap();
    for input in [
        pretty.clone(),
        format!("\u{feff}{pretty}\n"),
        format!("\n\n{}\n\n", sound()),
        pretty.replace('\n', "\r\n"),
    ] {
        let answer = check(&input);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert!(answer.json()["line"].is_null());
    }
    let marked = format!("\u{feff}{}\n{}\n", sound(), sound());
    assert_eq!(check(&marked).lines().len(), 2);
}

#[test]
fn what_is_no_case_is_refused_without_a_panic() {
    let deep = format!("{{\"type\":\"tilslut/case/v1\",\"board\":{}", "[".repeat(2_000_000));
    for input in [
        &b""[..],
        b"\0",
        b"\xFF\xFE{\0}\0",
        b"{}",
        b"null",
        b"{\"type\":\"tilslut/case/v5\"}",
        // No letter in Windows-1252, where \xFF would be one.
        b"{\"type\":\"tilslut/case/v1\",\"reference\":\"\x81\"}",
        deep.as_bytes(),
    ] {
        for arguments in
            [&["preflight", "--case", "-"][..], &["preflight", "--case", "-", "--json"]]
        {
            let answer = run_with(arguments, input);
            assert_eq!(
                (answer.code, answer.out.as_str()),
                (Some(3), ""),
                "{:?}",
                &input[..input.len().min(60)]
            );
            assert!(answer.err.starts_with("tilslut-cli: -: "), "{}", answer.err);
        }
    }
}

/// A hundred megabytes on one line: refused by what is read of it, and the next line is read.
#[test]
fn a_line_without_end_is_refused_and_passed_over() {
    for lines in [true, false] {
        let arguments = ["preflight", "--case", "-", "--today", TODAY, "--lines"];
        let mut child = command(&arguments[..if lines { 6 } else { 5 }]).spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let writer = std::thread::spawn(move || {
            let chunk = vec![b'x'; 1_000_000];
            let written = (0..100)
                .try_for_each(|_| pipe.write_all(&chunk))
                .and_then(|()| pipe.write_all(format!("\n{}\n", sound()).as_bytes()));
            drop(
                written
                    .inspect_err(|error| assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe)),
            );
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!(output.status.code(), Some(3));
        let said = String::from_utf8(output.stdout).unwrap();
        if lines {
            let results: Vec<Value> =
                said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(
                (&results[0]["problem"], &results[1]["outlook"]),
                (&"too-large".into(), &"automatic".into())
            );
        } else {
            assert_eq!(said, "");
        }
    }
}

#[test]
fn who_waits_for_each_result_gets_it() {
    let mut child =
        command(&["preflight", "--case", "-", "--today", TODAY, "--lines"]).spawn().unwrap();
    let (mut to, mut from) =
        (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for number in 1..=3 {
        writeln!(to, "{}", sound()).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["line"], number);
    }
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn whoever_stops_reading_is_no_trouble() {
    let mut child =
        command(&["preflight", "--case", "-", "--today", TODAY, "--lines"]).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let lines = format!("{}\n", sound()).repeat(2_000);
        drop(
            pipe.write_all(lines.as_bytes())
                .inspect_err(|error| assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe)),
        );
    });
    let mut first = [0; 10];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    writer.join().unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn without_a_day_it_is_today_in_denmark() {
    let answer = run_with(&["preflight", "--case", "-", "--json"], sound().to_string().as_bytes());
    assert!(
        casefile::day::parse_day(answer.json()["today"].as_str().unwrap()).is_some(),
        "{}",
        answer.out
    );
    assert_eq!(run(&["preflight", "--case", "-", "--today", "2026-02-29"]).code, Some(2));
}

/// In Danish the reasons are Danish too; what the system or the reader of JSON says beyond the
/// common is quoted.
#[test]
fn what_cannot_be_read_is_told_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("sag.json");
    for (language, missing, is_folder, misspelt) in [
        (
            "da",
            "filen eller mappen findes ikke",
            "det er en mappe",
            "»hasMitId« hører ikke til her; der kan stå en af `name`",
        ),
        (
            "en",
            "No such file",
            "Is a directory",
            "unknown field `hasMitId`, expected one of `name`",
        ),
    ] {
        let check = |case: &str| run_with(&["preflight", "--case", case, "--lang", language], b"");
        let answer = check(absent.to_str().unwrap());
        assert_eq!(answer.code, Some(3));
        if cfg!(unix) {
            assert!(answer.err.contains(missing), "{}", answer.err);
            let answer = check(folder.path().to_str().unwrap());
            assert!(answer.code == Some(3) && answer.err.contains(is_folder), "{}", answer.err);
        }
        let case = json!({ "type": "tilslut/case/v1", "representative": { "hasMitId": "yes" } })
            .to_string();
        let answer = run_with(&["preflight", "--case", "-", "--lang", language], case.as_bytes());
        assert!(answer.code == Some(3) && answer.err.contains(misspelt), "{}", answer.err);
    }
}
