//! What is inside a receipt comes out again as it went in.

use crate::case::{Case, many, samples};
use crate::reading::detached;
use domain::case::CaseId;
use domain::{Environment, Language};
use lopdf::{Dictionary, Document, Object};
use receipt::{CASE_NAME, EVIDENCE_NAME, Error, Link, NotAReceipt, evidence_in, read};

#[test]
fn what_went_in_comes_out_byte_for_byte() {
    for (name, case) in samples() {
        let contents = read(&case.pdf()).unwrap();
        assert_eq!(contents.bundle, case.evidence.bundle, "{name}");
        assert_eq!(contents.case, case.case_json, "{name}");
        assert_eq!(contents.link.as_ref(), Some(&case.link), "{name}");
        assert_eq!(
            (contents.language, contents.environment),
            (case.language, case.environment),
            "{name}"
        );
        assert!(contents.whole, "{name}");
    }
}

#[test]
fn another_reader_takes_out_the_same_files() {
    let case = usual();
    let pdf = case.pdf();
    assert_eq!(detached(&pdf, EVIDENCE_NAME), case.evidence.bundle);
    assert_eq!(detached(&pdf, CASE_NAME), case.case_json);
}

#[test]
fn any_bytes_can_be_inside() {
    for bytes in [
        Vec::new(),
        vec![0; 100_000],
        (0..=255).collect(),
        b"endstream endobj %%EOF <tilslut:case>x</tilslut:case>".to_vec(),
    ] {
        let mut case = usual();
        case.case_json = bytes.clone();
        assert_eq!(read(&case.pdf()).unwrap().case, bytes);
    }
}

#[test]
fn only_the_bundle_that_was_verified_goes_in() {
    let case = usual();
    let others = [
        Link { bundle_sha256: [0; 32], ..case.link.clone() },
        Link { case: CaseId("0".repeat(32)), ..case.link.clone() },
    ];
    for link in &others {
        assert_eq!(
            receipt::pdf(&receipt::Receipt { link: Some(link), ..case.receipt() }),
            Err(Error::Unproven),
            "{link:?}"
        );
    }
    assert_eq!(
        receipt::pdf(&receipt::Receipt { bundle: b"{}", ..case.receipt() }),
        Err(Error::Unproven)
    );
}

#[test]
fn the_same_receipt_after_another_is_another_file() {
    let mut case = usual();
    let first = case.pdf();
    case.link.previous = Some([1; 32]);
    let second = case.pdf();
    assert!(first != second);
    assert_eq!(read(&second).unwrap().link.unwrap().previous, Some([1; 32]));
}

/// Mail gateways, scanners and web servers put things before the header; readers look for it within
/// a kilobyte and count from there.
#[test]
fn what_stands_before_the_header_is_passed_over() {
    let pdf = usual().pdf();
    let long = vec![b' '; 1019];
    for before in [
        &b"\n"[..],
        b"\xEF\xBB\xBF",
        b"\r\n\r\n",
        b"Content-Type: application/pdf\r\n\r\n",
        b"\0\0\0",
        b"%!PS-Adobe-3.0 ",
        &long,
    ] {
        let file = [before, &pdf].concat();
        assert!(receipt::is_pdf(&file), "{before:?}");
        let contents = read(&file).unwrap();
        assert_eq!(contents, read(&pdf).unwrap(), "{before:?}");
        assert!(contents.whole);
        assert_eq!(receipt::evidence_in(&file), Some(contents.bundle));
    }
    let late = [&vec![b' '; 1020][..], &pdf].concat();
    assert_eq!(
        (receipt::is_pdf(&late), read(&late).map(|_| ())),
        (false, Err(NotAReceipt::Unreadable))
    );
}

#[test]
fn the_evidence_is_found_in_any_pdf_that_carries_one_and_no_other() {
    let usual = usual();
    assert_eq!(evidence_in(&usual.pdf()), Some(usual.evidence.bundle.clone()));
    let with = |files: &[&[u8]]| {
        let mut file = Document::with_version("1.7");
        for content in files {
            let mut stream = lopdf::Stream::new(Dictionary::new(), content.to_vec());
            stream.compress().unwrap();
            let embedded = Dictionary::from_iter([("F", Object::from(file.add_object(stream)))]);
            let name = Object::string_literal("tilslut-evidence.json");
            file.add_object(Dictionary::from_iter([
                ("Type", "Filespec".into()),
                ("F", name),
                ("EF", embedded.into()),
            ]));
        }
        let catalog = file.add_object(Dictionary::from_iter([("Type", Object::from("Catalog"))]));
        file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        evidence_in(&bytes)
    };
    assert_eq!(with(&[b"{}"]), Some(b"{}".to_vec()));
    assert_eq!(with(&[b"{}", b"{}"]), Some(b"{}".to_vec()), "the same twice is one");
    assert_eq!(with(&[b"{}", b"{\"a\":1}"]), None, "nobody can say which is meant");
    assert_eq!(
        with(&[&vec![b' '; 100 << 20]]),
        None,
        "a hundred megabytes of nothing are not unpacked"
    );
    assert_eq!(with(&[]), None);
}

#[test]
fn a_receipt_is_small() {
    let usual = usual();
    let inside = usual.evidence.bundle.len() + usual.case_json.len();
    assert!(usual.pdf().len() - inside < 60_000, "{}", usual.pdf().len());
    let largest = usual.about(|connection| connection.administrators = many(40));
    assert!(largest.pdf().len() < 90_000, "{}", largest.pdf().len());
}

pub fn usual() -> Case {
    Case::usual(Environment::Practice, Language::Danish)
}
