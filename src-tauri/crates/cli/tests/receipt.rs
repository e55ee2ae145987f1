//! `tilslut-cli receipt`: a receipt only of evidence that holds, under the anchors that were given,
//! and never over another file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::{Answer, PRACTICE, beside, run, run_with, text_of};
use receipt::LinkHash as _;
use std::path::Path;

const TODAY: &str = "2026-11-24";

fn receipt(evidence: &str, out: &Path, more: &[&str]) -> Answer {
    let arguments =
        ["receipt", "--evidence", evidence, "--out", out.to_str().unwrap(), "--today", TODAY];
    run_with(&[&arguments[..], more].concat(), PRACTICE)
}

#[test]
fn practice_evidence_gives_a_practice_receipt_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for (language, wanted) in [
        ("da", "Kvittering for godkendelse af tilslutning"),
        ("en", "Receipt for the approval of a connection"),
    ] {
        let out = folder.path().join(format!("{language}.pdf"));
        let answer = receipt(&beside("practice.json"), &out, &["--lang", language]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
        assert!(
            answer.out.contains("F2H5 MKY2 WFTJ") && answer.out.contains(out.to_str().unwrap()),
            "{}",
            answer.out
        );
        let shown = text_of(&out);
        for words in
            [wanted, "PRØVE", "Mette Lindegaard Krogh", "F2H5 MKY2 WFTJ", "Bo Damgaard Lund"]
        {
            assert!(shown.contains(words), "{words}: {shown}");
        }
    }
}

#[test]
fn the_same_evidence_on_the_same_day_is_the_same_file_also_from_stdin() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.pdf"), folder.path().join("two.pdf"));
    assert_eq!(receipt(&beside("practice.json"), &one, &[]).code, Some(0));
    let answer = receipt("-", &two, &["--json"]);
    assert_eq!(answer.code, Some(0));
    let json = answer.json();
    assert_eq!(
        (&json["type"], &json["level"], &json["controlCode"]),
        (&"tilslut/receipt/v1".into(), &"B".into(), &"F2H5 MKY2 WFTJ".into())
    );
    assert_eq!((&json["cvr"], &json["file"]), (&"13748136".into(), &two.to_str().unwrap().into()));
    assert!(std::fs::read(&one).unwrap() == std::fs::read(&two).unwrap());
}

#[test]
fn evidence_and_case_are_inside_and_the_chain_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("1.pdf"), folder.path().join("2.pdf"));
    assert_eq!(receipt(&beside("practice.json"), &first, &["--first"]).code, Some(0));
    let answer =
        receipt(&beside("practice.json"), &second, &["--after", first.to_str().unwrap(), "--json"]);
    assert_eq!((answer.code, &answer.json()["number"]), (Some(0), &2.into()), "{answer:?}");
    let [first, second] =
        [first, second].map(|path| receipt::read(&std::fs::read(path).unwrap()).unwrap());
    let [one, two] = [&first, &second].map(|contents| contents.link.clone().unwrap());
    assert_eq!((one.number, one.previous), (1, None));
    assert_eq!((two.number, two.previous), (2, Some(one.hash())));
    assert!(second.bundle == PRACTICE && second.whole);
    let case = casefile::read(&second.case).unwrap();
    assert_eq!(case.into_draft(domain::Timestamp::UNIX_EPOCH).cvr, "13748136");

    for (bytes, wanted) in [(&b"%PDF-1.7"[..], "PDF"), (b"", "PDF")] {
        let path = folder.path().join("other.pdf");
        std::fs::write(&path, bytes).unwrap();
        let answer = receipt(
            &beside("practice.json"),
            &folder.path().join("3.pdf"),
            &["--after", path.to_str().unwrap()],
        );
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(
            answer.err.contains("other.pdf: ") && answer.err.contains(wanted),
            "{}",
            answer.err
        );
    }
}

#[test]
fn live_evidence_needs_a_trust_file_that_anchors_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("live.pdf");
    let trust = beside("trust.toml");
    let answer = receipt(&beside("live.json"), &out, &["--trust", &trust]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
    assert!(!text_of(&out).contains("PRØVE"));
    std::fs::remove_file(&out).unwrap();

    for (evidence, more, code, reason) in [
        ("live.json", &[][..], 4, "other-environment"),
        ("practice.json", &["--trust", trust.as_str()], 1, "other-environment"),
    ] {
        let answer = receipt(&beside(evidence), &out, more);
        assert_eq!((answer.code, answer.out.as_str()), (Some(code), ""), "{evidence}");
        assert!(answer.err.contains(reason), "{}", answer.err);
        assert!(!out.exists(), "{evidence}");
    }
    assert!(
        receipt(&beside("live.json"), &out, &["--lang", "en"])
            .err
            .contains("Name a trust file with --trust")
    );
}

#[test]
fn evidence_that_was_changed_gives_no_receipt_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("receipt.pdf");
    let whole = String::from_utf8(PRACTICE.to_vec()).unwrap();
    for (changed, reason) in [
        (whole.replace("Bo Damgaard Lund", "Bo Damgaard Lind"), "request-changed"),
        (
            whole.replace(
                "\"fetchedAt\":\"2026-11-18T11:06:40Z\"",
                "\"fetchedAt\":\"2026-11-18T11:06:41Z\"",
            ),
            "seal-broken",
        ),
        (whole[..whole.len() / 2].to_owned(), "bundle-unreadable"),
        (String::new(), "bundle-unreadable"),
    ] {
        assert_ne!(changed, whole, "{reason}");
        let out = out.to_str().unwrap();
        let answer = run_with(
            &["receipt", "--evidence", "-", "--out", out, "--today", TODAY],
            changed.as_bytes(),
        );
        assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""), "{reason}");
        assert!(
            answer.err.starts_with("tilslut-cli: -: ")
                && answer.err.contains(&format!("[{reason}]")),
            "{}",
            answer.err
        );
    }
    assert!(!out.exists());
    let earlier = run(&[
        "receipt",
        "--evidence",
        &beside("practice.json"),
        "--out",
        out.to_str().unwrap(),
        "--today",
        "2026-11-01",
    ]);
    assert_eq!(earlier.code, Some(1));
    assert!(earlier.err.contains("times-wrong"), "an approval of the future: {}", earlier.err);
}

#[test]
fn nothing_is_written_over_unless_it_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("receipt.pdf");
    std::fs::write(&out, "mine").unwrap();
    let answer = receipt(&beside("practice.json"), &out, &[]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
    assert!(answer.err.contains("--force"), "{}", answer.err);
    assert_eq!(std::fs::read(&out).unwrap(), b"mine");
    assert_eq!(receipt(&beside("practice.json"), &out, &["--force"]).code, Some(0));
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF-"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    let nowhere = folder.path().join("no/such/folder/x.pdf");
    assert_eq!(receipt(&beside("practice.json"), &nowhere, &[]).code, Some(3));
}

#[test]
fn a_trust_file_that_is_wrong_names_everything_that_is() {
    let folder = tempfile::tempdir().unwrap();
    let (trust, out) = (folder.path().join("trust.toml"), folder.path().join("receipt.pdf"));
    for (text, wanted) in [
        (&b"environment = \"live\"\n"[..], "type"),
        (
            b"type = \"tilslut/trust/v1\"\nenvironment = \"live\"\n[[issuer]]\n",
            "issuer[1].client-id",
        ),
        (b"type = \n", "line 1"),
        (b"\xff\xfet\0y", "UTF-16 and damaged"),
        (b"\x81", "UTF-8"),
    ] {
        std::fs::write(&trust, text).unwrap();
        let answer = receipt(
            &beside("live.json"),
            &out,
            &["--trust", trust.to_str().unwrap(), "--lang", "en"],
        );
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""), "{wanted}");
        assert!(
            answer.err.contains("trust.toml: ") && answer.err.contains(wanted),
            "{}",
            answer.err
        );
    }
    assert!(!out.exists());
}
