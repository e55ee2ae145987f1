//! A file that is checked: judged in the core, by the evidence in it and by its pages.

use crate::support::{Installation, METTE, Tilslut, given, pdf};
use crate::{approved, rows};
use contract::pages::Verification;
use contract::verification::{ConclusionName, FileKindName, PagesName};
use contract::{
    EnvironmentName, Intent, Navigation, Page, ReceiptsIntent, VaultIntent, VerificationIntent,
    View,
};
use domain::Language;
use evidence::CheckId;
use receipt::LinkHash as _;
use receipt::verification::OF_RECEIPT;
use std::path::{Path, PathBuf};
use texts::Texts;

#[test]
fn a_receipt_is_judged_by_the_evidence_in_it_and_only_as_it_was_made() {
    let machine = Installation::new();
    let tilslut = machine.start();
    approved(&tilslut);
    let case = approved(&tilslut);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kvittering.pdf");
    let pdf = tilslut
        .saved(Intent::Receipts { intent: ReceiptsIntent::Save { case: case.clone() } }, &path);
    let contents = receipt::read(&pdf).unwrap();
    let before = receipt::read(&tilslut.saved(
        Intent::Receipts { intent: ReceiptsIntent::Save { case: rows(&tilslut)[1].case.clone() } },
        &folder.path().join("1.pdf"),
    ))
    .unwrap();
    let (contents, before) = (contents.link.unwrap(), before.link.unwrap());
    assert_eq!((before.number, before.previous), (1, None));
    assert_eq!(
        (contents.number, contents.previous),
        (2, Some(before.hash())),
        "the receipts hold together"
    );

    let genuine = checked(&tilslut, &path);
    assert_eq!(
        (genuine.conclusion, genuine.kind),
        (ConclusionName::Genuine, Some(FileKindName::Receipt)),
        "{:#?}",
        genuine.checks
    );
    assert_eq!(genuine.summary.as_ref().unwrap().number, Some(2));
    assert_eq!(
        genuine.checks.iter().filter(|check| check.check.starts_with("receipt-")).count(),
        4
    );
    assert!(genuine.checks.iter().all(|check| check.passed == Some(true)), "{:#?}", genuine.checks);

    let text = pdf::text(&path);
    let code = text.split_whitespace().collect::<String>();
    let from = code.find("PROEVE1:").expect("the short proof is printed");
    let proof = (from..=code.len())
        .rev()
        .find_map(|to| code.get(from..to).filter(|text| receipt::ShortProof::parse(text).is_ok()));
    let proof = proof.expect("it can be typed").to_owned();
    let compare = |code: &str| {
        let before = tilslut.send(Intent::Verification {
            intent: VerificationIntent::CompareCode { code: code.into() },
        });
        let told =
            |view: &View| view.revision > before.revision || !before.field_problems.is_empty();
        tilslut.wait("the comparison", told)
    };
    let paper = |view: &View| {
        verification(view)
            .unwrap()
            .checks
            .iter()
            .find(|check| check.check == "paper-code")
            .map(|check| check.passed)
    };
    assert_eq!(paper(&compare(&proof.to_lowercase())), Some(Some(true)));
    assert!(compare("PROEVE1:").field_problems.iter().any(|problem| problem.code == "proof-code"));
    checked(&tilslut, &folder.path().join("1.pdf"));
    assert_eq!(paper(&compare(&proof)), Some(Some(false)), "the paper of another receipt");
    tilslut.go(Navigation::Verify);
    assert!(
        compare(&proof).field_problems.iter().any(|problem| problem.code == "proof-without-file")
    );

    let put = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let mut spoiled = pdf.clone();
    let title = b"kvittering</rdf:li>";
    let place = pdf.windows(title.len()).position(|word| word == title).unwrap();
    spoiled[place] = b'x';
    let genuine = ConclusionName::Genuine;
    for (name, bytes, conclusion, pages) in [
        ("a byte other.pdf", spoiled, genuine, Some(PagesName::Changed)),
        ("a byte more.pdf", [pdf.as_slice(), b"\n"].concat(), genuine, Some(PagesName::AsMade)),
        ("somebody else's.pdf", b"%PDF-1.7\n%%EOF\n".to_vec(), ConclusionName::NotOurs, None),
    ] {
        let found = checked(&tilslut, &put(name, &bytes));
        assert_eq!(
            (found.file.as_str(), found.conclusion, found.pages),
            (name, conclusion, pages),
            "{:#?}",
            found.checks
        );
    }

    let other = Installation::new();
    let elsewhere = other.start();
    let found = checked(&elsewhere, &path);
    assert_eq!(found.conclusion, ConclusionName::Genuine, "on another machine, too");
    assert_eq!(
        found.checks.iter().filter(|check| check.check.starts_with("receipt-")).count(),
        3,
        "which knows nothing of its number"
    );
}

#[test]
fn a_file_that_is_dropped_is_judged_without_leaving_the_core() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    let folder = tempfile::tempdir().unwrap();
    let bundle = tilslut.saved(
        Intent::Receipts { intent: ReceiptsIntent::SaveEvidence { case: case.clone() } },
        &folder.path().join("bevis.json"),
    );
    let genuine = checked(&tilslut, &folder.path().join("bevis.json"));
    assert_eq!(
        (genuine.conclusion, genuine.kind),
        (ConclusionName::Genuine, Some(FileKindName::Evidence))
    );
    let told = genuine.summary.clone().unwrap();
    assert_eq!(
        (told.environment, told.approver.as_ref().map(given), told.administrators.len()),
        (EnvironmentName::Practice, Some(METTE), 2)
    );
    assert!(
        genuine.checks.len() >= 7 && genuine.checks.iter().all(|check| check.passed == Some(true)),
        "{:#?}",
        genuine.checks
    );

    let text = String::from_utf8(bundle.clone()).unwrap();
    let put = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    for (name, bytes, conclusion) in [
        (
            "another person.json",
            text.replace("Søren Kanariefugl", "Sofie Kanariefugl").into_bytes(),
            ConclusionName::Changed,
        ),
        ("cut off.json", bundle[..bundle.len() / 2].to_vec(), ConclusionName::Changed),
        (
            "a member more.json",
            text.replacen('{', "{\"x\":1,", 1).into_bytes(),
            ConclusionName::Changed,
        ),
        ("something else.json", b"{\"type\":\"something/else\"}".to_vec(), ConclusionName::NotOurs),
        ("picture.png", b"\x89PNG\r\n\x1a\n".to_vec(), ConclusionName::NotOurs),
        ("empty", Vec::new(), ConclusionName::NotOurs),
        (
            "sag.tilslut",
            b"age-encryption.org/v1\n-> scrypt x 18\n".to_vec(),
            ConclusionName::Sealed,
        ),
    ] {
        let found = checked(&tilslut, &put(name, &bytes));
        assert_eq!(
            (found.file.as_str(), found.conclusion),
            (name, conclusion),
            "{:#?}",
            found.checks
        );
    }

    tilslut.go(Navigation::Verify);
    tilslut.engine.dropped(folder.path().to_owned());
    tilslut
        .wait("a folder to be refused", |view| view.problem.as_deref() == Some("check-unreadable"));
    tilslut.engine.dragged(true);
    assert!(matches!(tilslut.engine.view().page, Page::Verify { dragging: true, .. }));
    tilslut.will_choose(folder.path().join("bevis.json"));
    tilslut.go(Navigation::Cases);
    tilslut.send(Intent::Verification { intent: VerificationIntent::Choose });
    let chosen = tilslut.wait("the chosen file", |view| verification(view).is_some());
    assert_eq!(verification(&chosen).unwrap().conclusion, ConclusionName::Genuine);

    tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    tilslut.engine.dropped(folder.path().join("bevis.json"));
    assert!(
        matches!(tilslut.engine.view().page, Page::Closed { .. }),
        "a locked Tilslut reads nothing"
    );
}

#[test]
fn every_check_has_its_words() {
    for language in [Language::Danish, Language::English] {
        let texts = Texts::new(language);
        for check in CheckId::ALL.iter().map(|check| check.code()).chain(OF_RECEIPT) {
            assert!(texts.has(&format!("check-{check}")), "{check} in {language:?}");
        }
    }
}

fn checked(tilslut: &Tilslut, path: &Path) -> Verification {
    let before = tilslut.go(Navigation::Verify).revision;
    tilslut.engine.dropped(path.to_owned());
    let view = tilslut.wait("the file to be checked", |view| {
        view.revision > before && verification(view).is_some()
    });
    verification(&view).unwrap().clone()
}

fn verification(view: &View) -> Option<&Verification> {
    match &view.page {
        Page::Verify { verification, .. } => verification.as_ref(),
        _ => None,
    }
}
