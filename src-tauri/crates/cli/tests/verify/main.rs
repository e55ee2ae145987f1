//! `tilslut-cli verify`: what the program says of bundles, receipts, hand-over files, folders and
//! lines, and its exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod hand_over;
mod lines;
#[path = "../program/mod.rs"]
mod program;
mod receipts;

use evidence::{CheckId, Downgrade, Reason};
use program::{Answer, run};
use serde_json::Value;
use texts::Texts;

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../evidence/tests/vectors");

fn vector(name: &str) -> String {
    format!("{VECTORS}/{name}")
}

fn verify(arguments: &[&str]) -> Answer {
    run(&[&["verify", "--at", "2026-11-24T12:00:00Z"], arguments].concat())
}

#[test]
fn the_exit_code_says_whether_it_proves_enough() {
    let (plain, lasting, live) =
        (vector("practice.toml"), vector("practice-lasting.toml"), vector("live.toml"));
    for (arguments, file, code) in [
        (&[][..], "level-b-rs256.json", 0),
        (&[], "level-b-es256.json", 0),
        (&["--trust", &plain], "level-b-es256.json", 0),
        (&["--trust", &lasting], "level-a-es256.json", 0),
        (&["--trust", &lasting], "level-a-rs256.json", 0),
        (&["--trust", &live], "level-b-live.json", 0),
        (&[], "level-c.json", 1),
        (&["--allow", "C"], "level-c.json", 0),
        (&["--allow", "C"], "level-d.json", 1),
        (&["--allow", "C"], "changed.json", 1),
        (&[], "level-b-live.json", 4),
        (&["--trust", &plain], "level-b-live.json", 1),
        (&["--trust", &live], "level-b-rs256.json", 1),
        (&["--allow", "D"], "level-d.json", 2),
        (&["--at", "yesterday"], "level-d.json", 2),
        (&[], "practice.toml", 3),
        (&[], "nothing.json", 3),
        (&["--trust", &vector("level-d.json")], "level-d.json", 3),
        (&["--trust", &vector("nothing.toml")], "level-d.json", 3),
    ] {
        let answer = run(&[&["verify"], arguments, &[vector(file).as_str()]].concat());
        assert_eq!(answer.code, Some(code), "{arguments:?} {file}: {answer:?}");
        assert_eq!(answer.err.is_empty(), code < 2 || code == 4, "{answer:?}");
    }
    assert_eq!(run(&["verify"]).code, Some(2));
}

#[test]
fn now_is_what_it_is_said_to_be() {
    let file = vector("level-b-rs256.json");
    let before = run(&["verify", "--json", "--at", "2026-11-18T11:00:00Z", &file]);
    assert_eq!((before.code, &before.json()["reason"]), (Some(1), &Value::from("times-wrong")));
    assert_eq!(run(&["verify", "--at", "2066-11-18T11:00:00+01:00", &file]).code, Some(0));
}

#[test]
fn the_json_says_everything_by_code() {
    let answer = verify(&[
        "--json",
        "--trust",
        &vector("practice-lasting.toml"),
        &vector("level-a-es256.json"),
    ]);
    let shown = answer.json();
    for (member, value) in [
        ("/type", "tilslut/verification/v1"),
        ("/source", "bundle"),
        ("/level", "A"),
        ("/environment", "practice"),
        ("/cvr", "13748136"),
        ("/caseId", "sag-1"),
        ("/approver", "Signe Holm"),
        ("/mitidUuid", "a7ae4a1c-2b64-4f52-a0f0-1a3cbb4cf1f0"),
        ("/authority", "untold"),
        ("/approvedAt", "2026-11-18T11:06:40Z"),
        ("/time/at", "2026-11-18T11:06:45Z"),
        ("/checks/7/id", "userinfo-token"),
    ] {
        assert_eq!(shown.pointer(member), Some(&Value::from(value)), "{member}");
    }
    assert_eq!(
        (&shown["accepted"], &shown["time"]["trusted"], &shown["reason"]),
        (&true.into(), &true.into(), &Value::Null)
    );
    assert_eq!(shown["checks"].as_array().unwrap().len(), 11);
    let english = verify(&[
        "--json",
        "--lang",
        "en",
        "--trust",
        &vector("practice-lasting.toml"),
        &vector("level-a-es256.json"),
    ]);
    assert_eq!(english.out, answer.out);
}

#[test]
fn the_words_are_whole_in_both_languages() {
    for name in [
        "level-a-es256",
        "level-a-rs256",
        "level-b-rs256",
        "level-b-live",
        "level-c",
        "level-d",
        "changed",
    ] {
        for trust in ["practice", "practice-lasting", "live"] {
            for (language, practice) in [("da", "PRØVE: beviset"), ("en", "PRØVE (practice)")] {
                let file = vector(&format!("{name}.json"));
                let answer = verify(&[
                    "--lang",
                    language,
                    "--trust",
                    &vector(&format!("{trust}.toml")),
                    &file,
                ]);
                assert!(
                    answer.out.starts_with(&file) && answer.out.contains("CVR 13 74 81 36"),
                    "{answer:?}"
                );
                assert_eq!(answer.out.contains(practice), name != "level-b-live", "{answer:?}");
                for key in ["receipt-", "evidence-", "err-", "{", "$"] {
                    assert!(!answer.out.replace(&file, "").contains(key), "{key}: {answer:?}");
                }
            }
        }
    }
    let changed = verify(&["--lang", "en", &vector("changed.json")]).out;
    assert!(
        changed.contains("The evidence is not valid\n  The evidence was changed after it was made"),
        "{changed}"
    );
    let unknown = verify(&["--lang", "en", &vector("level-b-live.json")]).out;
    assert!(unknown.contains("Name a trust file with --trust"), "{unknown}");
}

/// The command line and the receipt look their words up by code.
#[test]
fn every_check_reason_and_doubt_has_its_words() {
    for texts in [Texts::new(domain::Language::Danish), Texts::new(domain::Language::English)] {
        let checks = CheckId::ALL.iter().filter(|id| **id != CheckId::Time);
        let checks = checks.flat_map(|id| {
            ["", "-holds", "-unknown"].map(|end| format!("receipt-check-{}{end}", id.code()))
        });
        let reasons = Reason::ALL.iter().map(|reason| format!("evidence-reason-{}", reason.code()));
        let doubts = Downgrade::ALL.iter().map(|doubt| format!("evidence-doubt-{}", doubt.code()));
        for key in checks.chain(reasons).chain(doubts) {
            assert!(texts.has(&key), "{key}");
        }
    }
    let known: Vec<String> =
        Reason::ALL.iter().map(|reason| format!("evidence-reason-{}", reason.code())).collect();
    let doubts: Vec<String> =
        Downgrade::ALL.iter().map(|doubt| format!("evidence-doubt-{}", doubt.code())).collect();
    for key in texts::keys()
        .iter()
        .filter(|key| key.starts_with("evidence-reason-") || key.starts_with("evidence-doubt-"))
    {
        assert!(known.contains(key) || doubts.contains(key), "{key} is of nothing");
    }
}
