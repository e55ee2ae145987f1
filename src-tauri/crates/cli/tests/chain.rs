//! `tilslut-cli chain`: what is missing, doubled or edited in a folder of receipts is told, and
//! nothing else is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use domain::Language;
use domain::case::{CaseId, Stage};
use evidence::{ApprovalRequest, Authority, Outcome, Time, Verdict};
use program::run;
use receipt::{Delivered, Link, LinkHash as _, Made, Receipt};
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// A receipt with this place in the chain, of a case of its own.
fn receipt(number: u64, previous: Option<[u8; 32]>) -> (Link, Vec<u8>) {
    let case = vault::testing::cases()
        .into_iter()
        .find(|case| matches!(case.stage, Stage::Approved(_)))
        .unwrap();
    let Stage::Approved(mut approved) = case.stage else { panic!("approved") };
    let id = CaseId(format!("{number:032x}"));
    let request = ApprovalRequest::of(&approved.connection, case.environment, &id);
    approved.evidence.bundle =
        format!("{{\"type\":\"tilslut/evidence/v1\",\"number\":{number}}}").into_bytes();
    approved.evidence.control_code = request.control_code();
    let link = Link {
        number,
        previous,
        case: id.clone(),
        bundle_sha256: receipt::sha256(&approved.evidence.bundle),
    };
    let verdict = Verdict {
        outcome: Outcome::Level(approved.evidence.level),
        checks: vec![],
        approver: approved.evidence.approver.given().map(str::to_owned),
        protected: false,
        clock_offset: None,
        uuid: None,
        authority: Authority::Untold,
        approved_at: Some(approved.evidence.approved_at),
        request: Some(request),
        time: Time::Claimed,
    };
    let made = Receipt {
        environment: case.environment,
        language: Language::Danish,
        case: &id,
        connection: &approved.connection,
        evidence: &approved.evidence,
        approver: None,
        discarded_approvals: &[],
        verdict: &verdict,
        delivery: Delivered::NotConfirmed,
        made: Made::At(approved.evidence.approved_at),
        bundle: &approved.evidence.bundle,
        case_json: b"{}",
        link: Some(&link),
    };
    let pdf = receipt::pdf(&made).unwrap();
    (link, pdf)
}

/// Three receipts that hold together, one of them twice, and a file that is none.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut previous = None;
    for number in 1..=3 {
        let (link, pdf) = receipt(number, previous);
        put(folder.path(), &format!("{number}.pdf"), &pdf);
        previous = Some(link.hash());
        if number == 2 {
            put(folder.path(), "2 (2).PDF", &pdf);
        }
    }
    put(folder.path(), "notes.txt", b"not looked at");
    folder
}

fn put(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).unwrap();
}

fn chain(folder: &Path) -> (Option<i32>, serde_json::Value) {
    let answer = run(&["chain", folder.to_str().unwrap(), "--json"]);
    (answer.code, answer.json())
}

#[test]
fn receipts_that_hold_together_are_fine() {
    let folder = folder();
    let (code, report) = chain(folder.path());
    assert_eq!(
        (code, &report["type"], &report["faults"], &report["changed"]),
        (Some(0), &json!("tilslut/chain/v1"), &json!([]), &json!([]))
    );
    let numbers: Vec<u64> = report["receipts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, [1, 2, 2, 3]);
    for (language, meant) in [("da", "hænger sammen"), ("en", "holds together")] {
        let answer = run(&["chain", folder.path().to_str().unwrap(), "--lang", language]);
        assert!(answer.code == Some(0) && answer.out.contains(meant), "{answer:?}");
    }
}

#[test]
fn what_is_missing_doubled_put_in_or_edited_is_told() {
    let folder = folder();
    std::fs::remove_file(folder.path().join("1.pdf")).unwrap();
    put(folder.path(), "picture.pdf", b"%PDF-1.7\n%%EOF\n");
    let (code, report) = chain(folder.path());
    let environment = report["receipts"][0]["environment"].clone();
    let fault = |fault: &str, number: u64| json!({ "environment": environment, "fault": fault, "from": number, "to": number });
    assert_eq!(
        (code, &report["faults"], &report["others"]),
        (Some(1), &json!([fault("missing", 1)]), &json!(["picture.pdf"]))
    );

    put(folder.path(), "other 3.pdf", &receipt(3, Some([7; 32])).1);
    let (code, report) = chain(folder.path());
    assert_eq!(
        (code, &report["faults"]),
        (Some(1), &json!([fault("missing", 1), fault("double", 3), fault("broken", 3)]))
    );
    std::fs::remove_file(folder.path().join("other 3.pdf")).unwrap();

    // A line that a mail gateway left behind the file is no part of it.
    let whole = std::fs::read(folder.path().join("3.pdf")).unwrap();
    put(folder.path(), "3.pdf", &[&whole[..], b"\r\n--boundary--\r\n"].concat());
    assert_eq!(chain(folder.path()).1["changed"], json!([]));
    let place = whole.windows(19).position(|word| word == b"CreatorTool>Tilslut").unwrap();
    let mut edited = whole.clone();
    edited[place + 18] = b'x';
    put(folder.path(), "3.pdf", &edited);
    let (code, report) = chain(folder.path());
    assert_eq!((code, &report["changed"]), (Some(1), &json!(["3.pdf"])));
}

/// The table of an export with this link among those that were deleted.
fn table(of: &Link) -> serde_json::Value {
    let hexadecimal = |hash: &[u8]| base16ct::lower::encode_string(hash);
    json!({
        "type": "tilslut/bookkeeping/v3",
        "environment": "practice",
        "receipts": [],
        "deleted": [{
            "number": of.number,
            "previous": of.previous.map(|hash| hexadecimal(&hash)),
            "case": of.case.0,
            "bundleSha256": hexadecimal(&of.bundle_sha256),
            "deletedOn": "2026-12-29",
        }],
    })
}

#[test]
fn a_number_that_was_deleted_is_no_gap_when_the_table_has_its_link_and_that_fits() {
    let folder = folder();
    let first = receipt(1, None).0;
    let second = receipt(2, Some(first.hash())).0;
    for name in ["2.pdf", "2 (2).PDF"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert_eq!(chain(folder.path()).0, Some(1), "without the table it is missing");
    put(folder.path(), "index.json", table(&second).to_string().as_bytes());
    let (code, report) = chain(folder.path());
    assert_eq!((code, &report["faults"], &report["otherFiles"]), (Some(0), &json!([]), &json!(1)));
    let deleted = json!([{ "environment": "practice", "number": 2, "deletedOn": "2026-12-29" }]);
    assert_eq!(report["deleted"], deleted);
    for (language, meant) in [("da", "slettet i Tilslut 2026-12-29"), ("en", "deleted in Tilslut")]
    {
        let answer = run(&["chain", folder.path().to_str().unwrap(), "--lang", language]);
        assert!(answer.code == Some(0) && answer.out.contains(meant), "{answer:?}");
    }
    // A link that was made up does not fit, and another form of the table says nothing of it.
    let made_up = Link { bundle_sha256: [7; 32], ..second.clone() };
    put(folder.path(), "index.json", table(&made_up).to_string().as_bytes());
    assert_eq!(chain(folder.path()).1["faults"][0]["fault"], "broken");
    let mut earlier = table(&second);
    earlier["type"] = json!("tilslut/bookkeeping/v2");
    put(folder.path(), "index.json", earlier.to_string().as_bytes());
    assert_eq!(chain(folder.path()).1["faults"][0]["fault"], "missing");
}

#[test]
fn a_folder_that_is_not_there_and_no_folder_at_all_are_told_apart() {
    let nowhere = run(&["chain", "there is no such folder"]);
    assert_eq!((nowhere.code, nowhere.out.as_str()), (Some(3), ""));
    assert_eq!(run(&["chain"]).code, Some(2));
}
