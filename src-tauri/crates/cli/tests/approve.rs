//! `tilslut-cli approve` and `profile check`: the real program, with somebody else playing the
//! browser through the pages of the broker.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use evidence::Outcome;
use jiff::Timestamp;
use practice::Practice;
use program::{Answer, command, run};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const PRACTICE: &str = include_str!("../../identity/profiles/practice.toml");

fn case() -> Value {
    json!({
        "type": "tilslut/case/v4",
        "organisation": { "cvr": "13748136", "name": "Nordlys Tømrer & Snedker ApS", "formCode": 80, "form": "Anpartsselskab",
            "status": "NORMAL", "lookedUp": "2026-11-23T09:30:00Z", "source": "virk" },
        "role": "representative",
        "representative": { "name": "Mette Lindegaard Krogh", "title": "direktør", "email": "mette@nordlys.example", "hasMitid": "yes" },
        "administrators": [
            { "name": "Bo Damgaard Lund", "email": "bo@nordlys.example", "born": "1988-02-29", "hasCpr": "yes", "hasMitid": "yes" },
        ],
        "terms": {
            "officialText": { "opened": "2026-11-23T09:40:00Z", "address": "http://127.0.0.1:41873/vilkaar" },
            "edition": "2024-04-17", "accepted": true
        },
    })
}

/// A folder with a case in it, and where its evidence goes.
fn workspace(case: &Value) -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("case.json"), folder.path().join("evidence.json"));
    fs::write(&file, case.to_string()).unwrap();
    (folder, file, out)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Runs the program; when it prints an address, somebody logs in there and answers.
fn approve(arguments: &[&str], person: &'static str, act: &'static str) -> Answer {
    approve_through(arguments, |link| {
        Runtime::new().unwrap().block_on(browse(link, person, act));
    })
}

fn approve_through(arguments: &[&str], browser: impl Fn(&str)) -> Answer {
    let mut child = command(arguments).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    loop {
        let start = said.len();
        if out.read_line(&mut said).unwrap() == 0 {
            break;
        }
        let line = &said[start..];
        let link = serde_json::from_str::<Value>(line)
            .ok()
            .and_then(|line| line["link"].as_str().map(str::to_owned));
        if let Some(link) =
            link.or_else(|| line.starts_with("http").then(|| line.trim().to_owned()))
        {
            browser(&link);
        }
    }
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    Answer { code: child.wait().unwrap().code(), out: said, err }
}

async fn browse(link: &str, person: &str, act: &str) {
    let browser = reqwest::Client::builder().no_proxy().build().unwrap();
    let list = browser.get(link).send().await.unwrap();
    let origin = list.url().clone();
    let action =
        |page: &str| page.split_once("action=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let choose = origin.join(&action(&list.text().await.unwrap())).unwrap();
    let shown = browser
        .post(choose)
        .form(&[("person", person)])
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let answer = origin.join(&action(&shown)).unwrap();
    let last = browser.post(answer).form(&[("act", act)]).send().await.unwrap();
    assert!(last.status().is_success(), "{}", last.status());
}

#[test]
fn a_whole_case_is_approved_and_the_evidence_verifies() {
    let (folder, case, out) = workspace(&case());
    let answer = approve(
        &["approve", "--case", text(&case), "--practice", "--out", text(&out), "--print-url"],
        "mette",
        "approve",
    );
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{}", answer.out);
    let lines: Vec<&str> = answer.out.lines().collect();
    let code = lines[0].strip_prefix("Kontrolkode: ").expect("the control code comes first");
    assert!(
        lines[1].starts_with("Teksten i MitID: ")
            && lines[1].contains("13748136")
            && lines[1].ends_with(code),
        "{}",
        lines[1]
    );
    assert!(
        answer.out.contains("Godkendt af Mette Lindegaard Krogh, bevisniveau B"),
        "{}",
        answer.out
    );
    let bundle = fs::read(&out).unwrap();
    let mut anchors = evidence::anchors::practice();
    anchors.environment = domain::Environment::Practice;
    let verdict = evidence::verify(&bundle, &anchors, Timestamp::now());
    assert!(matches!(verdict.outcome, Outcome::Level(_)), "{verdict:?}");
    assert_eq!(verdict.request.unwrap().control_code().to_string(), code);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left behind");
}

/// A page that knocks at the port again and again fills no terminal and ends no login.
#[test]
fn answers_that_belong_to_no_login_are_told_of_once() {
    let (_folder, case, out) = workspace(&case());
    let answer = approve_through(
        &["approve", "--case", text(&case), "--practice", "--out", text(&out), "--print-url"],
        |link| {
            let asked = reqwest::Url::parse(link).unwrap();
            let own = asked.query_pairs().find(|(name, _)| name == "redirect_uri").unwrap().1;
            Runtime::new().unwrap().block_on(async {
                let stranger = reqwest::Client::builder().no_proxy().build().unwrap();
                for _ in 0..40 {
                    let knock = stranger.get(format!("{own}?code=x&state=y")).send().await.unwrap();
                    assert_eq!(knock.status(), 400);
                }
                browse(link, "mette", "approve").await;
            });
        },
    );
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    assert!(answer.err.contains("et andet login"), "{}", answer.err);
}

#[test]
fn programs_are_told_in_json_with_a_profile_of_their_own() {
    let (folder, case, out) = workspace(&case());
    let runtime = Runtime::new().unwrap();
    let practice = runtime.block_on(Practice::start()).unwrap();
    let profile = folder.path().join("practice.toml");
    fs::write(
        &profile,
        PRACTICE.replacen("issuer = \"\"", &format!("issuer = \"{}\"", practice.issuer()), 1),
    )
    .unwrap();
    let arguments = [
        "approve",
        "--case",
        text(&case),
        "--profile",
        text(&profile),
        "--out",
        text(&out),
        "--print-url",
        "--json",
    ];
    let answer = approve(&arguments, "signe", "approve");
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{}", answer.out);
    let lines = answer.lines();
    let types: Vec<&str> = lines.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["tilslut/approving/v1", "tilslut/waiting/v1", "tilslut/approval/v1"]);
    assert_eq!(
        (&lines[2]["approved"], &lines[2]["level"], &lines[2]["approver"]),
        (&json!(true), &json!("B"), &json!("Signe Dalgas Munch"))
    );
}

#[test]
fn a_profile_that_asks_for_a_credential_is_not_used_without_one() {
    let (folder, case, out) = workspace(&case());
    let profile = folder.path().join("practice.toml");
    for wants in ["client = \"secret\"", "client = \"private-key\"", "request = \"signed\""] {
        let asking =
            PRACTICE.replacen("issuer = \"\"", "issuer = \"http://127.0.0.1:4711/mitid\"", 1);
        fs::write(&profile, asking.replacen("[broker]", &format!("[broker]\n{wants}"), 1)).unwrap();
        let answer = run(&[
            "approve",
            "--case",
            text(&case),
            "--profile",
            text(&profile),
            "--out",
            text(&out),
            "--print-url",
        ]);
        assert_eq!(answer.code, Some(2), "{wants}: {}", answer.err);
        assert!(answer.err.contains("--credential") && !out.exists(), "{}", answer.err);
    }
}

#[test]
fn a_refusal_is_told_by_its_code_and_writes_nothing() {
    for (person, act, problem) in
        [("mette", "refuse", "login-refused"), ("viggo", "approve", "login-level-low")]
    {
        let (folder, case, out) = workspace(&case());
        let arguments = [
            "approve",
            "--case",
            text(&case),
            "--practice",
            "--out",
            text(&out),
            "--print-url",
            "--json",
        ];
        let answer = approve(&arguments, person, act);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let last = answer.lines().pop().unwrap();
        assert_eq!(
            (&last["approved"], &last["problems"][0]["problem"]),
            (&json!(false), &json!(problem))
        );
        assert!(!out.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    }
}

#[test]
fn what_is_not_whole_is_not_approved_and_says_what_is_missing() {
    let mut lacking = case();
    lacking["representative"]["email"] = json!("");
    lacking["terms"]["accepted"] = json!(false);
    let mut prepared = case();
    prepared["role"] = json!("reporter");
    for (case, problems) in [
        (
            lacking,
            vec![
                ("representative.email", "email-missing"),
                ("terms.accepted", "terms-not-accepted"),
            ],
        ),
        (prepared, vec![("", "not-allowed-here")]),
    ] {
        let (_folder, file, out) = workspace(&case);
        let answer = run(&[
            "approve",
            "--case",
            text(&file),
            "--practice",
            "--out",
            text(&out),
            "--print-url",
            "--json",
        ]);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let told = answer.lines().pop().unwrap();
        let found: Vec<(&str, &str)> = told["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                (one["field"].as_str().unwrap_or_default(), one["problem"].as_str().unwrap())
            })
            .collect();
        let codes = |list: &[(&str, &str)]| {
            list.iter().map(|(_, code)| (*code).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&found), codes(&problems), "{told}");
        assert!(!out.exists());
    }
}

#[test]
fn the_wait_ends_by_itself() {
    let (_folder, case, out) = workspace(&case());
    let answer = run(&[
        "approve",
        "--case",
        text(&case),
        "--practice",
        "--out",
        text(&out),
        "--print-url",
        "--wait",
        "1",
    ]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.out.contains("[login-timed-out]"), "{}", answer.out);
}

#[test]
fn a_file_that_is_there_is_kept_unless_it_may_be_replaced() {
    let (_folder, case, out) = workspace(&case());
    fs::write(&out, "older").unwrap();
    let arguments =
        ["approve", "--case", text(&case), "--practice", "--out", text(&out), "--print-url"];
    let answer = run(&arguments);
    assert_eq!(
        (answer.code, fs::read_to_string(&out).unwrap().as_str()),
        (Some(2), "older"),
        "{answer:?}"
    );
    let answer = approve(&[&arguments[..], &["--force"]].concat(), "mette", "approve");
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_ne!(fs::read_to_string(&out).unwrap(), "older");
}

#[test]
fn what_cannot_be_read_or_does_not_belong_together_opens_nothing() {
    let mut live = case();
    live["environment"] = json!("live");
    let (folder, file, out) = workspace(&live);
    let half = folder.path().join("half.toml");
    fs::write(&half, "[broker]\nid = \"x\"\n").unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{").unwrap();
    for (arguments, code) in [
        (vec!["--case", text(&file), "--practice"], 2),
        (vec!["--case", text(&file)], 2),
        (vec!["--case", text(&file), "--profile", text(&half)], 3),
        (vec!["--case", text(&file), "--profile", "nowhere.toml"], 3),
        (vec!["--case", text(&broken), "--practice"], 3),
        (vec!["--case", "nowhere.json", "--practice"], 3),
    ] {
        let answer =
            run(&[&["approve", "--out", text(&out), "--print-url"], &arguments[..]].concat());
        assert_eq!(answer.code, Some(code), "{arguments:?}: {answer:?}");
        assert!(!answer.out.contains("http"), "{}", answer.out);
    }
    let answer =
        run(&["approve", "--case", text(&file), "--practice", "--out", "/nowhere/evidence.json"]);
    assert_eq!(answer.code, Some(3), "where nothing can be written nobody logs in: {answer:?}");
}
