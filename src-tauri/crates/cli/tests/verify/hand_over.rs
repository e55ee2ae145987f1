//! Hand-over files: opened with their words, and never taken for an approval.

use crate::program::run_with;
use crate::{vector, verify};
use domain::Environment;
use domain::case::CaseId;
use domain::connection::Connection;
use domain::person::EmailAddress;
use evidence::{ApprovalRequest, Purpose};
use serde_json::Value;
use std::path::Path;

#[test]
fn a_hand_over_file_is_opened_with_its_words_and_without_a_login_proves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let request = asked_in(&std::fs::read(vector("level-b-rs256.json")).unwrap());
    let request = of(&request.connection().unwrap());
    let (path, words) = sealed(folder.path(), &request, None);
    let (words_path, wrong_path) = (folder.path().join("words"), folder.path().join("wrong"));
    std::fs::write(&words_path, format!("{words}\n")).unwrap();
    std::fs::write(&wrong_path, "en to tre fire fem seks").unwrap();
    let (path, words_path, wrong_path) =
        (path.as_str(), words_path.to_str().unwrap(), wrong_path.to_str().unwrap());

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
    let shown = run_with(&["verify", "--json", "--words-file", "-", path], words.as_bytes()).json();
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
    let request = asked_in(&login).meant_for(Purpose::Approval);
    let (path, words) = sealed(folder.path(), &request, Some(&login));
    let asked = |arguments: &[&str]| {
        let file = ["--words-file", "-", &path];
        run_with(&[&["verify"], arguments, &file].concat(), words.as_bytes())
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
fn a_hand_over_file_with_a_text_that_nobody_could_type_says_which() {
    let folder = tempfile::tempdir().unwrap();
    let request = asked_in(&std::fs::read(vector("level-b-rs256.json")).unwrap());
    let mut connection = request.connection().unwrap();
    connection.representative.email = EmailAddress::kept("bo..lund@nordlys.example").unwrap();
    let (path, words) = sealed(folder.path(), &of(&connection), None);
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
            &path,
            &vector("level-b-rs256.json"),
        ];
        let answer = run_with(&arguments, words.as_bytes());
        assert_eq!(
            (answer.code, &answer.lines()[0]["problem"]),
            (Some(3), &"handover-representative-email".into()),
            "{answer:?}"
        );
        assert!(answer.err.contains(said), "{answer:?}");
    }
}

/// The request that a bundle is about.
fn asked_in(bundle: &[u8]) -> ApprovalRequest {
    let bundle: Value = serde_json::from_slice(bundle).unwrap();
    ApprovalRequest::parse(bundle["request"].to_string().as_bytes()).unwrap()
}

/// The request that a practice case asks for.
fn of(connection: &Connection) -> ApprovalRequest {
    let case = CaseId("0123456789abcdef0123456789abcdef".into());
    ApprovalRequest::of(connection, Environment::Practice, &case)
}

/// The path of a hand-over file there, and the words that open it.
fn sealed(folder: &Path, request: &ApprovalRequest, login: Option<&[u8]>) -> (String, String) {
    let (words, at) = (handover::words().unwrap(), "2026-11-23T10:00:00Z".parse().unwrap());
    let path = folder.join("sag.tilslut");
    std::fs::write(&path, handover::seal(request, &[], login, at, &words).unwrap()).unwrap();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    (path.to_str().unwrap().to_owned(), words.join(" "))
}
