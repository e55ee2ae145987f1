//! `tilslut-cli mail`: what it says of a mail, and the exit code that a script goes by.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use practice::MAIL_KEY_RECORD;
use program::{run, run_with, signed_mail};

const NAME: &str = "Nordlys Tømrer & Snedker ApS";

fn asked(mail: &[u8], more: &[&str]) -> program::Answer {
    run_with(&[&["mail", "-", "--json"], more].concat(), mail)
}

#[test]
fn a_signed_receipt_of_the_organisation_is_fine() {
    let answer = asked(
        &signed_mail(),
        &["--key-record", MAIL_KEY_RECORD, "--cvr", "13 74 81 36", "--name", NAME],
    );
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    let json = answer.json();
    assert_eq!(json["type"], "tilslut/mail/v1");
    let signature = &json["signature"];
    assert_eq!(
        (&signature["verdict"], &signature["domain"]),
        (&"signed".into(), &"mitid-erhverv.example".into())
    );
    assert_eq!((&signature["alignment"], &signature["keyBits"]), (&"same".into(), &2048.into()));
    assert_eq!((&signature["listed"], &signature["confirmed"]), (&true.into(), &false.into()));
    let organisation = &json["organisation"];
    assert_eq!(organisation["belonging"], "belongs");
    assert_eq!(
        (&organisation["numberFound"], &organisation["nameFound"]),
        (&true.into(), &true.into())
    );
}

#[test]
fn each_answer_has_its_exit_code() {
    let signed = signed_mail();
    let changed = String::from_utf8(signed.clone()).unwrap().replace("er nu", "er").into_bytes();
    let unsigned = signed[signed.windows(5).position(|w| w == b"From:").unwrap()..].to_vec();
    let key = ["--key-record", MAIL_KEY_RECORD];
    for (mail, more, code, verdict) in [
        (&signed, &key[..], 0, "signed"),
        (&signed, &[], 4, "not-checked"),
        (&signed, &["--key-record", "v=DKIM1; p="], 1, "key-gone"),
        (&signed, &["--key-record", "x"], 4, "unsupported"),
        (&changed, &key[..], 1, "changed"),
        (&unsigned, &key[..], 1, "no-signature"),
        (&signed, &[key[0], key[1], "--cvr", "96273118"], 1, "signed"),
    ] {
        let answer = asked(mail, more);
        let told = answer.json()["signature"]["verdict"].clone();
        assert_eq!((answer.code, told), (Some(code), verdict.into()), "{more:?}");
    }
}

#[test]
fn what_is_no_mail_is_unreadable_and_says_what_to_do() {
    for (bytes, said) in [
        (&b"%PDF-1.7"[..], "PDF"),
        (b"hello", "not an e-mail"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "damaged"),
    ] {
        let answer = run_with(&["mail", "-", "--lang", "en"], bytes);
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(answer.err.contains(said), "{}", answer.err);
    }
    assert_eq!(run(&["mail", "no/such/file"]).code, Some(3));
    for usage in [
        &["mail"][..],
        &["mail", "-", "--ask", "--key-record", "x"],
        &["mail", "-", "--cvr", "12345678"],
        &["mail", "-", "--name", "Nordlys"],
    ] {
        assert_eq!(run(usage).code, Some(2), "{usage:?}");
    }
}

#[test]
fn it_answers_in_both_languages_and_moves_no_cursor() {
    let mail = String::from_utf8(signed_mail()).unwrap().replace("er nu", "er \u{1b}[2J\u{202e}nu");
    let danish = run_with(&["mail", "-", "--key-record", MAIL_KEY_RECORD], mail.as_bytes());
    assert!(
        danish.out.contains("Teksten er ændret, efter at e-mailen blev underskrevet."),
        "{}",
        danish.out
    );
    assert!(!danish.out.contains(['\u{1b}', '\u{202e}']));
    let english = run_with(&["mail", "-", "--lang", "en"], &signed_mail());
    assert!(
        english.out.contains("From: MitID Erhverv <kvittering@mitid-erhverv.example>"),
        "{}",
        english.out
    );
    assert!(english.out.contains("The signature is not checked yet"), "{}", english.out);
    assert!(english.out.contains("    Kære Mette Lindegaard Krogh"), "{}", english.out);
}
