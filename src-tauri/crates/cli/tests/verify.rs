//! `tilslut-cli verify`: what the program says of bundles, receipts, hand-over files, folders and
//! lines, and its exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use domain::connection::Connection;
use domain::{Environment, Timestamp};
use evidence::{ApprovalRequest, CheckId, Downgrade, Purpose, Reason};
use lopdf::{Document, Object, Stream, dictionary};
use program::{Answer, run, run_with};
use serde_json::Value;
use std::path::PathBuf;
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

#[test]
fn a_folder_and_a_list_of_lines_give_one_result_each_in_their_order() {
    let answer = verify(&["--json", VECTORS]);
    let files: Vec<String> =
        answer.lines().iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    let names: Vec<&str> =
        files.iter().map(|file| file.rsplit_once(['/', '\\']).unwrap().1).collect();
    let expected = [
        "changed",
        "hand-over",
        "level-a-es256",
        "level-a-rs256",
        "level-b-clock",
        "level-b-es256",
        "level-b-live",
        "level-b-rs256",
        "level-c",
        "level-d",
    ];
    assert_eq!(names, expected.map(|name| format!("{name}.json")));
    assert_eq!(answer.code, Some(1));

    let bundles = ["level-b-rs256.json", "level-c.json", "level-b-es256.json"]
        .map(|name| std::fs::read_to_string(vector(name)).unwrap());
    let mut lines = String::new();
    for number in 0..2500 {
        lines += &format!("{}\n{}", bundles[number % 3], if number % 100 == 0 { "\n" } else { "" });
    }
    let answer = run_with(&["verify", "--json", "--lines", "--allow", "C", "-"], lines.as_bytes());
    let levels: Vec<String> =
        answer.lines().iter().map(|line| line["level"].as_str().unwrap().to_owned()).collect();
    let expected: Vec<&str> = (0..2500).map(|number| ["B", "C", "B"][number % 3]).collect();
    assert_eq!(levels, expected);
    assert_eq!((answer.code, &answer.lines()[1]["line"]), (Some(0), &Value::from(3)));

    let torn = format!("{}\nnot a bundle\n{}\n", bundles[0], bundles[2]);
    let answer = run_with(&["verify", "--json", "--lines", "-"], torn.as_bytes());
    assert_eq!((answer.code, answer.lines().len()), (Some(3), 3));
    assert_eq!(
        (&answer.lines()[1]["problem"], &answer.lines()[1]["line"]),
        (&Value::from("unreadable"), &Value::from(2))
    );
    assert!(answer.err.contains("-, linje 2: "), "{answer:?}");
}

#[test]
fn a_line_that_is_too_long_is_named_and_the_next_one_is_read() {
    let bundle = std::fs::read_to_string(vector("level-b-rs256.json")).unwrap();
    let bundle = bundle.trim_end();
    let limit = 2 << 20;
    let padded = |length: usize| format!("{bundle}{}", " ".repeat(length - bundle.len()));
    let long = "x".repeat(3 * limit);
    let lines = [
        padded(limit),
        padded(limit + 1),
        bundle.to_owned(),
        long,
        bundle.to_owned(),
        padded(limit + 2),
    ]
    .join("\n");
    for end in ["", "\n"] {
        let answer =
            run_with(&["verify", "--json", "--lines", "-"], format!("{lines}{end}").as_bytes());
        let told: Vec<(Value, Value, Value)> = answer
            .lines()
            .iter()
            .map(|line| (line["line"].clone(), line["level"].clone(), line["problem"].clone()))
            .collect();
        let (read, refused) = (
            |line: u64| (line.into(), "B".into(), Value::Null),
            |line: u64| (line.into(), Value::Null, "line-too-long".into()),
        );
        assert_eq!(told, [read(1), refused(2), read(3), refused(4), read(5), refused(6)]);
        assert_eq!(answer.code, Some(3));
        assert!(answer.err.contains("-, linje 4: Linjen er længere end 2 MB"), "{}", answer.err);
    }
}

#[test]
fn lines_are_read_one_after_the_other_in_whatever_encoding() {
    let bundle = std::fs::read_to_string(vector("level-b-rs256.json")).unwrap();
    let text = format!("\u{feff}{bundle}\n\n{bundle}\n");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lines.jsonl");
    std::fs::write(&path, &wide).unwrap();
    let answer = verify(&["--json", "--lines", path.to_str().unwrap(), path.to_str().unwrap()]);
    let numbers: Vec<Value> = answer.lines().iter().map(|line| line["line"].clone()).collect();
    assert_eq!(
        (answer.code, numbers),
        (Some(0), [1, 3, 1, 3].map(Value::from).to_vec()),
        "{}",
        answer.err
    );
    // A damaged letter ends it, after what stands before it.
    let damaged = [&wide[..], &0xD800_u16.to_le_bytes(), &[b'\n', 0][..]].concat();
    let answer = run_with(&["verify", "--json", "--lines", "-"], &damaged);
    assert_eq!((answer.code, answer.lines().len()), (Some(3), 2), "{}", answer.err);
    let missing = verify(&["--json", "--lines", path.to_str().unwrap(), "no such file"]);
    assert_eq!(
        (missing.code, missing.out.as_str()),
        (Some(3), ""),
        "a name that stands for nothing is told before anything is read"
    );
}

#[test]
fn a_receipt_gives_the_evidence_that_it_carries() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = std::fs::read(vector("level-b-rs256.json")).unwrap();
    for (name, compressed, file_name) in [
        ("plain.pdf", false, Object::string_literal("tilslut-evidence.json")),
        ("packed.pdf", true, Object::string_literal("tilslut-evidence.json")),
        (
            "wide.pdf",
            true,
            Object::string_literal([&[0xFE, 0xFF][..], &wide("tilslut-evidence.json")].concat()),
        ),
    ] {
        let path = folder.path().join(name);
        write_pdf(&path, &bundle, compressed, file_name);
        let answer = verify(&["--json", "--evidence-only", path.to_str().unwrap()]);
        let shown = answer.json();
        assert_eq!(
            (answer.code, &shown["source"], &shown["level"]),
            (Some(0), &"receipt".into(), &"B".into()),
            "{name}"
        );
        let both = verify(&["--json", path.to_str().unwrap()]);
        assert_eq!(
            (both.code, &both.json()["pages"]["verdict"], &both.json()["level"]),
            (Some(1), &"changed".into(), &"B".into()),
            "{name}: its pages are nothing that Tilslut makes of it"
        );
        assert_eq!(
            shown["sha256"],
            verify(&["--json", &vector("level-b-rs256.json")]).json()["sha256"]
        );
    }
    let other = folder.path().join("other.pdf");
    write_pdf(&other, &bundle, false, Object::string_literal("tilslut-case.json"));
    let torn = folder.path().join("torn.pdf");
    std::fs::write(&torn, b"%PDF-1.7\nnothing").unwrap();
    for (path, said) in
        [(other, "Der ligger ikke noget bevis i PDF-filen"), (torn, "PDF-filen er ikke hel")]
    {
        let answer = verify(&[path.to_str().unwrap()]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(answer.err.contains(said), "{answer:?}");
    }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn write_pdf(path: &std::path::Path, bundle: &[u8], compressed: bool, name: Object) {
    let mut document = Document::with_version("1.7");
    let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, bundle.to_vec());
    if compressed {
        stream.compress().unwrap();
    }
    let stream = document.add_object(stream);
    document.add_object(
        dictionary! { "Type" => "Filespec", "F" => name.clone(), "UF" => name, "EF" => dictionary! { "F" => stream, "UF" => stream } },
    );
    let pages = document.add_object(
        dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 },
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.save(path).unwrap();
}

#[test]
fn a_hand_over_file_with_a_text_that_nobody_could_type_says_which() {
    let folder = tempfile::tempdir().unwrap();
    let bundle: Value =
        serde_json::from_slice(&std::fs::read(vector("level-b-rs256.json")).unwrap()).unwrap();
    let mut connection: Connection =
        ApprovalRequest::parse(bundle["request"].to_string().as_bytes())
            .unwrap()
            .connection()
            .unwrap();
    connection.representative.email =
        domain::person::EmailAddress::kept("bo..lund@nordlys.example").unwrap();
    let case = domain::case::CaseId("0123456789abcdef0123456789abcdef".into());
    let (words, at) =
        (handover::words().unwrap(), "2026-11-23T10:00:00Z".parse::<Timestamp>().unwrap());
    let path = folder.path().join("sag.tilslut");
    let request = ApprovalRequest::of(&connection, Environment::Practice, &case);
    std::fs::write(&path, handover::seal(&request, &[], None, at, &words).unwrap()).unwrap();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    for (language, said) in [
        ("da", "Ledelsesrepræsentantens e-mailadresse"),
        ("en", "The e-mail address of the management representative"),
    ] {
        let arguments = [
            "verify",
            "--lang",
            language,
            "--json",
            "--words-file",
            "-",
            path.to_str().unwrap(),
            &vector("level-b-rs256.json"),
        ];
        let answer = run_with(&arguments, words.join(" ").as_bytes());
        assert_eq!(
            (answer.code, &answer.lines()[0]["problem"]),
            (Some(3), &"handover-representative-email".into()),
            "{answer:?}"
        );
        assert!(answer.err.contains(said), "{answer:?}");
    }
}

#[test]
fn a_hand_over_file_is_opened_with_its_words_and_without_a_login_proves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let bundle: Value =
        serde_json::from_slice(&std::fs::read(vector("level-b-rs256.json")).unwrap()).unwrap();
    let connection: Connection = ApprovalRequest::parse(bundle["request"].to_string().as_bytes())
        .unwrap()
        .connection()
        .unwrap();
    let case = domain::case::CaseId("0123456789abcdef0123456789abcdef".into());
    let request = ApprovalRequest::of(&connection, Environment::Practice, &case);
    let words = handover::words().unwrap();
    let at: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let file = handover::seal(&request, &[], None, at, &words).unwrap();
    let (path, words_path, wrong_path): (PathBuf, PathBuf, PathBuf) = (
        folder.path().join("sag.tilslut"),
        folder.path().join("words"),
        folder.path().join("wrong"),
    );
    std::fs::write(&path, file).unwrap();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    std::fs::write(&words_path, words.join(" ") + "\n").unwrap();
    std::fs::write(&wrong_path, "en to tre fire fem seks").unwrap();
    let (path, words_path, wrong_path) =
        (path.to_str().unwrap(), words_path.to_str().unwrap(), wrong_path.to_str().unwrap());

    let closed = verify(&[path]);
    assert_eq!((closed.code, closed.out.as_str()), (Some(3), ""));
    assert!(closed.err.contains("krypteret") && closed.err.contains("--words-file"), "{closed:?}");
    let opened = verify(&["--words-file", words_path, path]);
    assert_eq!(opened.code, Some(1));
    assert!(
        opened.out.contains("PRØVE") && opened.out.contains("Den beviser intet."),
        "{opened:?}"
    );
    // The code of the hand-over, named so: that of the approval is the representative's, and is
    // told to nobody before.
    let (own, approval) = (
        request.clone().meant_for(Purpose::HandOver).control_code().to_string(),
        request.control_code().to_string(),
    );
    assert!(
        opened
            .out
            .contains(&format!("Overdragelseskode (ikke den kode, der godkendes med): {own}")),
        "{opened:?}"
    );
    assert!(
        !opened.out.contains(&approval) && opened.out.contains("23. november 2026 kl. 11.00.00"),
        "{opened:?}"
    );
    let shown =
        run_with(&["verify", "--json", "--words-file", "-", path], words.join(" ").as_bytes())
            .json();
    assert_eq!(
        (&shown["source"], &shown["accepted"], &shown["cvr"]),
        (&"hand-over".into(), &false.into(), &"13748136".into())
    );
    assert_eq!((&shown["handOverCode"], &shown["controlCode"]), (&own.into(), &Value::Null));
    let wrong = verify(&["--words-file", wrong_path, path]);
    assert_eq!(wrong.code, Some(3));
    assert!(wrong.err.contains("Ordene åbner ikke"), "{wrong:?}");
}

#[test]
fn a_hand_over_file_with_a_login_says_who_handed_over_and_never_that_it_was_approved() {
    let folder = tempfile::tempdir().unwrap();
    let login = std::fs::read(vector("hand-over.json")).unwrap();
    let bundle: Value = serde_json::from_slice(&login).unwrap();
    let request = ApprovalRequest::parse(bundle["request"].to_string().as_bytes())
        .unwrap()
        .meant_for(evidence::Purpose::Approval);
    let words = handover::words().unwrap();
    let at: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let path = folder.path().join("sag.tilslut");
    std::fs::write(&path, handover::seal(&request, &[], Some(&login), at, &words).unwrap())
        .unwrap();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let (path, words) = (path.to_str().unwrap(), words.join(" "));
    let asked = |arguments: &[&str]| {
        run_with(&[&["verify"], arguments, &["--words-file", "-", path]].concat(), words.as_bytes())
    };

    let told = asked(&[]);
    assert_eq!(told.code, Some(0), "{told:?}");
    for meant in [
        "Det er ikke en godkendelse.",
        "Bevisniveau B",
        "Overdraget af: Signe Holm",
        "23. november 2026 kl. 11.00.00",
    ] {
        assert!(told.out.contains(meant), "{meant}: {}", told.out);
    }
    assert!(!told.out.contains("Godkendt af"));
    let shown = asked(&["--json"]).json();
    assert_eq!(
        (&shown["source"], &shown["purpose"], &shown["level"]),
        (&"hand-over".into(), &"hand-over".into(), &"B".into())
    );
    assert_eq!(
        (&shown["approver"], &shown["handedOver"]),
        (&"Signe Holm".into(), &"2026-11-23T10:00:00Z".into())
    );

    let alone = run_with(&["verify", "--json", &vector("hand-over.json")], b"");
    let shown = alone.json();
    assert_eq!(
        (alone.code, &shown["reason"], &shown["purpose"]),
        (Some(1), &"other-purpose".into(), &"hand-over".into())
    );
}

#[test]
fn a_code_from_paper_is_compared_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let evidence = |name: &str| format!("{}/tests/evidence/{name}", env!("CARGO_MANIFEST_DIR"));
    let pdf = folder.path().join("kvittering.pdf");
    let pdf = pdf.to_str().unwrap();
    assert_eq!(
        run(&["receipt", "--first", "--evidence", &evidence("practice.json"), "--out", pdf]).code,
        Some(0)
    );
    let text = String::from_utf8(
        std::process::Command::new("pdftotext").args([pdf, "-"]).output().unwrap().stdout,
    )
    .unwrap();
    // On paper it is broken in two lines, and a person types it as it comes.
    let start = text.find("PROEVE1:").expect("the short proof stands on the receipt");
    let code: String =
        text[start..].split_whitespace().take(2).collect::<Vec<_>>().join(" ").to_lowercase();

    for file in [&evidence("practice.json"), pdf] {
        let told = verify(&["--code", &code, "--bundle", file]);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(
            told.out.contains("Koden fra papiret: Hører til denne fil (kvittering nr. 1)"),
            "{}",
            told.out
        );
    }
    let shown = verify(&["--json", "--code", &code, "--bundle", &evidence("practice.json")]).json();
    assert_eq!((&shown["paper"]["fits"], &shown["paper"]["number"]), (&true.into(), &1.into()));

    let other = verify(&["--code", &code, "--bundle", &vector("level-b-rs256.json")]);
    assert_eq!(other.code, Some(1), "sound evidence, but not of this paper");
    assert!(
        other.out.contains("Bevisniveau B") && other.out.contains("Hører til en anden fil"),
        "{}",
        other.out
    );
    for wrong in ["", "PROEVE1", &code[..code.len() - 4], &code.replace('1', "2")] {
        let refused = verify(&["--code", wrong, "--bundle", pdf]);
        assert!(refused.code == Some(2) || refused.code == Some(1), "{wrong}: {refused:?}");
    }
    assert_eq!(verify(&["--code", "PROEVE1:x", "--bundle", pdf]).code, Some(2));
    assert_eq!(verify(&["--code", &code, pdf]).code, Some(0));
    assert_eq!(verify(&["--bundle", pdf]).code, Some(2));
}
