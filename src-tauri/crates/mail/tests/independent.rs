//! What independent readers say of what is made here, and what is said here of what they make:
//! DKIM by `dkimpy`, calendar files by `icalendar` of Python, drafts by Python's own `email`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mails;

use domain::Timestamp;
use domain::person::EmailAddress;
use jiff::civil::date;
use mail::calendar::{Entry, calendar};
use mail::dkim::{Change, Found, KeyName, Reason, SeenKey, Verdict, verify};
use mail::draft::{Draft, Enclosure};
use mails::{mail, receipt};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn python() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let python = target.join("tools/mail-readers/bin/python");
    assert!(
        python.exists(),
        "`cargo xtask test` installs the readers that are missing: {}",
        python.display()
    );
    python
}

fn asked(task: &str, file: &[u8], more: Option<&Value>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, file).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/readers.py");
    let mut command = Command::new(python());
    command.arg(script).arg(task).arg(&path);
    if let Some(more) = more {
        command.arg(more.to_string());
    }
    let out = command.output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

fn answer(task: &str, file: &[u8], more: Option<&Value>) -> Value {
    serde_json::from_slice(&asked(task, file, more)).unwrap()
}

fn at() -> Timestamp {
    "2026-11-24T14:21:00Z".parse().unwrap()
}

const SEED: &str = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
const PUBLIC: &str = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

fn seen(selector: &str, record: &str) -> SeenKey {
    SeenKey {
        name: KeyName::new(practice::MAIL_DOMAIN, selector),
        at: at(),
        found: Found::Record(record.to_owned()),
        authenticated: false,
    }
}

#[test]
fn what_practice_signs_is_verified_by_another_program() {
    let name = format!("{}._domainkey.{}", practice::MAIL_SELECTOR, practice::MAIL_DOMAIN);
    let keys = json!({ name: practice::MAIL_KEY_RECORD });
    let signed = practice::signed_mail(receipt().as_bytes(), at()).unwrap();
    assert_eq!(answer("verify", &signed, Some(&keys)), json!([true]));
    let changed = String::from_utf8(signed).unwrap().replace("13748136", "96273118");
    assert_ne!(answer("verify", changed.as_bytes(), Some(&keys)), json!([true]));
}

#[test]
fn what_another_program_signs_is_verified_here() {
    let rsa = include_str!("../../practice/keys/mail.pem");
    let texts = [
        receipt(),
        // What the two canonical forms treat apart: spaces, empty lines at the end, no end of the
        // last line, folded and empty fields.
        receipt().replace("er nu", "er  \t nu") + "   \r\n\r\n\r\n",
        receipt().trim_end().to_owned(),
        receipt().replace("Subject: ", "Subject:  \r\n\t"),
        receipt().split_inclusive("\r\n\r\n").next().unwrap().to_owned(),
    ];
    for canonical in ["relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple"] {
        for (selector, key, algorithm, record) in [
            ("rsa", rsa, "rsa-sha256", practice::MAIL_KEY_RECORD),
            ("ed", SEED, "ed25519-sha256", PUBLIC),
        ] {
            for text in &texts {
                let options = json!({
                    "selector": selector, "domain": practice::MAIL_DOMAIN, "key": key,
                    "canonical": canonical, "algorithm": algorithm,
                });
                let signed = asked("sign", text.as_bytes(), Some(&options));
                let verdict = verify(&mail(&signed), &[seen(selector, record)]).verdict;
                let holds = matches!(verdict, Verdict::SignedAndUnchanged(_));
                assert!(holds, "{canonical} {algorithm} {verdict:?}\n{text}");
                let changed = [&signed[..], b"mere\r\n"].concat();
                let verdict = verify(&mail(&changed), &[seen(selector, record)]).verdict;
                let change = Change { header_holds: true, body_holds: false };
                assert_eq!(verdict, Verdict::Changed(change), "{canonical} {algorithm}");
            }
        }
    }
}

#[test]
fn what_another_program_signs_in_part_is_no_more_than_a_part() {
    let options = json!({
        "selector": "ed", "domain": practice::MAIL_DOMAIN, "key": SEED,
        "canonical": "relaxed/relaxed", "algorithm": "ed25519-sha256", "length": true,
    });
    let text = receipt().replace("er nu", "er  nu");
    let signed = asked("sign", text.as_bytes(), Some(&options));
    for more in ["", "CVR 96273118\r\n"] {
        let longer = [&signed[..], more.as_bytes()].concat();
        let verdict = verify(&mail(&longer), &[seen("ed", PUBLIC)]).verdict;
        assert_eq!(verdict, Verdict::Unsupported(Reason::PartOfTheBody));
    }
}

#[test]
fn a_calendar_is_read_as_it_was_meant() {
    let entry = Entry {
        id: "2026-0147.set-up".into(),
        sequence: 3,
        day: date(2027, 1, 23),
        title: "Opsætning: Nordlys Tømrer & Snedker ApS, CVR 13748136; sidste dag".into(),
        text: "Søren skal gøre opsætningen færdig.\r\nLinket gælder 60 dage, fra aftalen; \\n \"sådan\"."
            .into(),
        remind_days_before: Some(7),
        cancelled: false,
    };
    let long = Entry {
        id: "2026-0147/svar æ".into(),
        sequence: 0,
        title: "Ærø Æbleplantage og Møbelsnedkeri 株式会社 ".repeat(9),
        text: String::new(),
        day: date(2026, 12, 31),
        remind_days_before: None,
        cancelled: true,
    };
    let file = calendar(&[entry, long.clone()], at());
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let found = answer("calendar", file.as_bytes(), None);
    assert_eq!(
        found,
        json!({
            "version": "2.0",
            "method": "PUBLISH",
            "errors": [],
            "events": [
                {
                    "uid": "2026-0147.set-up@tilslut.invalid",
                    "sequence": 3,
                    "stamp": "2026-11-24T14:21:00+00:00",
                    "start": "2027-01-23",
                    "end": "2027-01-24",
                    "title": "Opsætning: Nordlys Tømrer & Snedker ApS, CVR 13748136; sidste dag",
                    "text": "Søren skal gøre opsætningen færdig.\nLinket gælder 60 dage, fra aftalen; \\n \"sådan\".",
                    "status": "",
                    "errors": [],
                    "alarms": [{
                        "before": 7 * 86_400 - 9 * 3_600,
                        "text": "Opsætning: Nordlys Tømrer & Snedker ApS, CVR 13748136; sidste dag",
                        "action": "DISPLAY",
                    }],
                },
                {
                    "uid": "2026-0147-svar--@tilslut.invalid",
                    "sequence": 0,
                    "stamp": "2026-11-24T14:21:00+00:00",
                    "start": "2026-12-31",
                    "end": "2027-01-01",
                    "title": long.title.trim_end(),
                    "text": "",
                    "status": "CANCELLED",
                    "errors": [],
                    "alarms": [],
                },
            ],
        })
    );
}

#[test]
fn a_draft_is_read_as_it_was_meant() {
    let draft = Draft {
        to_name: "Søren \"Winther\", Thorup".into(),
        to: EmailAddress::parse("soren@nordlystomrer.example").unwrap(),
        subject: "Opsætning af MitID Erhverv: senest 23. januar 2027, Nordlys Tømrer & Snedker ApS"
            .repeat(2),
        text: format!("Kære Søren\n\n.\nFrom dig: {}\nVenlig hilsen\nMette", "lang ".repeat(400)),
        enclosures: vec![
            Enclosure {
                name: "Tjekliste æøå; \"1\".pdf".into(),
                media_type: "application/pdf".into(),
                bytes: (0..=255).cycle().take(70_000).collect(),
            },
            Enclosure {
                name: "frist.ics".into(),
                media_type: "text/calendar".into(),
                bytes: calendar(&[], at()).into_bytes(),
            },
        ],
        written_at: at(),
    };
    let found = answer("mail", &draft.eml().unwrap(), None);
    assert_eq!(found["to"], json!([["Søren \"Winther\", Thorup", "soren@nordlystomrer.example"]]));
    assert_eq!(found["from"], Value::Null);
    assert_eq!(found["subject"], draft.subject);
    assert_eq!(found["date"], "2026-11-24T14:21:00+00:00");
    assert_eq!(found["unsent"], "1");
    assert_eq!(found["text"].as_str().unwrap().replace("\r\n", "\n").trim_end(), draft.text);
    assert_eq!(
        found["attachments"],
        json!([
            ["Tjekliste æøå; \"1\".pdf", "application/pdf", 70_000],
            ["frist.ics", "text/calendar", draft.enclosures[1].bytes.len()],
        ])
    );
    assert_eq!(found["defects"], json!([]));
}
