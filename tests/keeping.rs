//! What becomes of receipts: numbers, copies, printing, the bookkeeping, and checking a file.
//! Through the shell library, against the practice services, over real sockets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::intent::DateOf;
use contract::pages::{Copied, DeadlineName, DueWhen, ReceiptRow, Verification};
use contract::verification::{ConclusionName, FileKindName, PagesName};
use contract::{
    CaseIntent, CasesIntent, EnvironmentName, Intent, Navigation, Page, ReceiptsIntent,
    VaultIntent, VerificationIntent, View,
};
use domain::Language;
use evidence::CheckId;
use receipt::LinkHash as _;
use receipt::verification::OF_RECEIPT;
use shell::printing::Printing;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use support::{Installation, METTE, NORDLYS, Tilslut};
use texts::Texts;

fn approved(tilslut: &Tilslut) -> String {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    case
}

fn rows(tilslut: &Tilslut) -> Vec<ReceiptRow> {
    match tilslut.go(Navigation::Receipts).page {
        Page::Receipts { rows, .. } => rows,
        page => panic!("not the receipts: {page:?}"),
    }
}

fn numbers(tilslut: &Tilslut) -> Vec<(u64, String)> {
    rows(tilslut).into_iter().map(|row| (row.number.unwrap(), row.case)).collect()
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn choose(tilslut: &Tilslut, path: impl Into<PathBuf>) {
    tilslut.desktop.choices.lock().unwrap().push_back(path.into());
}

fn saved(tilslut: &Tilslut, intent: Intent, path: &Path) -> Vec<u8> {
    choose(tilslut, path);
    tilslut.send(intent);
    let shown = path.display().to_string();
    tilslut.wait("the file to be written", |view| view.written.as_ref() == Some(&shown));
    std::fs::read(path).unwrap()
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

#[test]
fn every_approval_gets_the_next_number_and_keeps_it() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert_eq!(rows(&tilslut), []);
    let first = approved(&tilslut);
    let second = approved(&tilslut);
    let third = approved(&tilslut);
    let given = [(3, third.clone()), (2, second.clone()), (1, first.clone())];
    assert_eq!(numbers(&tilslut), given, "the newest first");
    let Page::Done { receipt, .. } = tilslut.go(Navigation::Case { case: second.clone() }).page
    else {
        panic!("done")
    };
    assert_eq!(receipt, Some(2));
    tilslut.send(Intent::Case { case: second, intent: CaseIntent::Delete });
    tilslut.close();
    let again = machine.start();
    assert_eq!(
        numbers(&again),
        given,
        "an approved case is not deleted, and nothing is numbered anew"
    );
    let fourth = approved(&again);
    assert_eq!(numbers(&again)[0], (4, fourth));
}

#[test]
fn the_folder_gets_a_copy_of_every_receipt_and_no_file_is_replaced() {
    let machine = Installation::new();
    let folder = tempfile::tempdir().unwrap();
    let tilslut = machine.start();
    let before = approved(&tilslut);
    choose(&tilslut, folder.path());
    tilslut.go(Navigation::Settings);
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ChooseFolder });
    let copied =
        |view: &View| matches!(&view.page, Page::Settings { folder: Some(_), uncopied: 0, .. });
    tilslut.wait("the receipt from before to be copied", copied);
    let names = files(folder.path());
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("PRØVE ") && names[0].ends_with(" kvittering.pdf"), "{names:?}");
    let first = std::fs::read(folder.path().join(&names[0])).unwrap();

    let after = approved(&tilslut);
    let path = |view: &View| match &view.page {
        Page::Done { copied: Some(Copied::At { path }), .. } => Some(path.clone()),
        _ => None,
    };
    let second =
        path(&tilslut.wait("the new receipt to be copied", |view| path(view).is_some())).unwrap();
    assert_eq!(files(folder.path()).len(), 2);
    assert!(second.ends_with(" kvittering (2).pdf"), "two of the same day: {second}");
    assert_eq!(std::fs::read(folder.path().join(&names[0])).unwrap(), first, "not replaced");
    let receipt = saved(
        &tilslut,
        Intent::Receipts { intent: ReceiptsIntent::Save { case: after.clone() } },
        &machine.folder.with_extension("pdf"),
    );
    assert_eq!(
        std::fs::read(second).unwrap(),
        receipt,
        "the copy is the receipt with the receiver's answer"
    );

    tilslut.close();
    let again = machine.start();
    assert!(
        rows(&again).iter().all(|row| matches!(row.copied, Some(Copied::At { .. }))),
        "known after a restart"
    );
    assert_eq!(files(folder.path()).len(), 2, "not copied twice");
    assert_eq!(rows(&again).len(), 2);
    again.send(Intent::Receipts { intent: ReceiptsIntent::ForgetFolder });
    assert!(rows(&again).iter().all(|row| row.copied.is_none()));
    assert_eq!(files(folder.path()).len(), 2, "what was made stays");
    let _ = before;
}

#[test]
fn a_copy_that_could_not_be_made_is_told_and_can_be_made_later() {
    let machine = Installation::new();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("a drive that is not connected");
    let tilslut = machine.start();
    choose(&tilslut, &folder);
    tilslut.go(Navigation::Settings);
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ChooseFolder });
    tilslut.wait("the folder", |view| matches!(&view.page, Page::Settings { folder: Some(_), .. }));
    let case = approved(&tilslut);
    let failed = |view: &View| matches!(&view.page, Page::Done { copied: Some(Copied::Failed { code }), .. } if code == "copy-not-made");
    tilslut.wait("the failure to be told", failed);
    std::fs::create_dir(&folder).unwrap();
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Copy });
    let copied =
        |view: &View| matches!(&view.page, Page::Done { copied: Some(Copied::At { .. }), .. });
    tilslut.wait("the copy", copied);
    assert_eq!(files(&folder).len(), 1);
    tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    let _ = case;
}

#[test]
fn a_receipt_or_many_are_given_to_the_print_dialog() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let one = approved(&tilslut);
    let other = approved(&tilslut);
    *tilslut.desktop.printing.lock().unwrap() = Some(Printing::Asked);
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one.clone()], records: vec![] },
    });
    let receipt = saved(
        &tilslut,
        Intent::Receipts { intent: ReceiptsIntent::Save { case: one.clone() } },
        &machine.folder.with_extension("pdf"),
    );
    let printed = || tilslut.desktop.printed.lock().unwrap().clone();
    tilslut.wait_for_desktop("the print dialog", |desktop| {
        !desktop.printed.lock().unwrap().is_empty()
    });
    assert_eq!(std::fs::read(&printed()[0]).unwrap(), receipt);

    *tilslut.desktop.printing.lock().unwrap() = Some(Printing::Opened);
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one.clone(), other], records: vec![] },
    });
    tilslut.wait("the word that it was opened", |view| {
        view.problem.as_deref() == Some("print-opened")
    });
    let together = printed()[1].clone();
    assert!(together.file_name().unwrap().to_str().unwrap().starts_with("PRØVE "), "{together:?}");
    assert_eq!(
        page_count(&std::fs::read(&together).unwrap()),
        2 * page_count(&receipt),
        "one job with the pages of both"
    );

    tilslut.send(Intent::Navigation { intent: Navigation::ReadProblem { case: None } });
    *tilslut.desktop.printing.lock().unwrap() = None;
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one], records: vec![] },
    });
    tilslut.wait("the word that nothing prints", |view| {
        view.problem.as_deref() == Some("not-printed")
    });
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec!["none".into()], records: vec![] },
    });
    tilslut.wait("the word that there is nothing", |view| {
        view.problem.as_deref() == Some("not-allowed-here")
    });
}

/// How many pages `pdfinfo` sees.
fn page_count(bytes: &[u8]) -> u32 {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let out = std::process::Command::new("pdfinfo")
        .arg(file.path())
        .output()
        .expect("pdfinfo is installed");
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .expect("pages")
        .trim()
        .parse()
        .unwrap()
}

#[test]
fn a_period_is_saved_for_the_bookkeeping() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    approved(&tilslut);
    let Page::Receipts { period, rows: receipts, .. } = tilslut.go(Navigation::Receipts).page
    else {
        panic!("receipts")
    };
    let (from, to) = (period.from, period.to);
    let day = receipts[0].approved.clone();
    assert!(from <= day && day <= to && from.ends_with("-01-01") && to.ends_with("-12-31"));
    let path = machine.folder.with_extension("zip");
    let export = || Intent::Receipts {
        intent: ReceiptsIntent::Export { from: from.clone(), to: to.clone() },
    };
    let zip = saved(&tilslut, export(), &path);
    let question = tilslut.desktop.questions.lock().unwrap().last().unwrap().clone();
    assert_eq!(question.name, format!("PRØVE Kvitteringer {from} til {to}.zip"));

    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 4);
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let index: serde_json::Value = serde_json::from_slice(&read("index.json")).unwrap();
    assert_eq!(
        (index["type"].as_str(), index["environment"].as_str()),
        (Some("tilslut/bookkeeping/v2"), Some("practice"))
    );
    let entries = index["receipts"].as_array().unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry["number"].as_u64().unwrap()).collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(
        (entries[0]["case"].as_str(), entries[0]["approvedBy"].as_str()),
        (Some(case.as_str()), Some(METTE))
    );
    assert!(entries[0]["receiverCaseNumber"].as_str().unwrap().starts_with("PRØVE-"));
    let pdf = read(entries[0]["file"].as_str().unwrap());
    assert_eq!(
        pdf,
        saved(
            &tilslut,
            Intent::Receipts { intent: ReceiptsIntent::Save { case } },
            &machine.folder.with_extension("pdf")
        )
    );
    let table = String::from_utf8(read("index.csv")).unwrap();
    assert!(
        table.starts_with("\u{feff}\"Kvitteringsnummer\";")
            && table.contains("Nordlys Tømrer & Snedker ApS")
    );
    assert_eq!(
        saved(&tilslut, export(), &machine.folder.with_extension("2.zip")),
        zip,
        "the same bytes each time"
    );

    tilslut.go(Navigation::Receipts);
    for (from, to, field, code) in [
        ("2026-02-30", "2026-12-31", "from", "period-day"),
        ("2026-02-01", "2026-01-31", "to", "period-backwards"),
        ("1999-01-01", "1999-12-31", "to", "period-empty"),
    ] {
        tilslut.send(Intent::Receipts {
            intent: ReceiptsIntent::Export { from: from.into(), to: to.into() },
        });
        tilslut.wait(code, |view| {
            view.field_problems.iter().any(|problem| problem.field == field && problem.code == code)
        });
    }
}

#[test]
fn how_long_receipts_are_kept_is_the_persons_choice() {
    let machine = Installation::new();
    let tilslut = machine.start();
    approved(&tilslut);
    let day = rows(&tilslut)[0].approved.clone();
    let year: i32 = day[..4].parse().unwrap();
    assert_eq!(rows(&tilslut)[0].keep_until, format!("{}-12-31", year + 5));
    tilslut.go(Navigation::Settings);
    for years in [0, 51] {
        tilslut.send(Intent::Receipts {
            intent: ReceiptsIntent::SetRetention { years, year_ends: 12 },
        });
        assert_eq!(tilslut.problem_at("years").as_deref(), Some("retention-years"));
    }
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::SetRetention { years: 10, year_ends: 12 },
    });
    assert_eq!(tilslut.problem_at("years"), None);
    tilslut.close();
    assert_eq!(rows(&machine.start())[0].keep_until, format!("{}-12-31", year + 10), "kept");
}

#[test]
fn the_administrators_of_an_organisation_are_shown_over_time_on_page_and_paper() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let first = approved(&tilslut);
    let second = approved(&tilslut);
    let Page::Timeline { cvr, approvals, .. } =
        tilslut.go(Navigation::Timeline { case: first.clone() }).page
    else {
        panic!("timeline")
    };
    assert_eq!(cvr, "13 74 81 36");
    let mut cases: Vec<_> = approvals.iter().map(|approval| approval.case.as_str()).collect();
    cases.sort_unstable();
    let mut given = [first.as_str(), second.as_str()];
    given.sort_unstable();
    assert_eq!(cases, given);
    assert!(approvals[0].administrators.iter().all(|one| one.before.is_some()), "appointed before");
    assert!(approvals[1].administrators.iter().all(|one| one.before.is_none()), "the first time");
    assert!(approvals.iter().all(|approval| approval.administrators.len() == 2
        && support::given(&approval.approver) == METTE));
    let pdf = saved(
        &tilslut,
        Intent::Receipts { intent: ReceiptsIntent::SaveTimeline },
        &machine.folder.with_extension("pdf"),
    );
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ShowTimeline });
    let opened = tilslut.shown_file();
    assert_eq!(std::fs::read(&opened).unwrap(), pdf);
    assert!(opened.file_name().unwrap().to_str().unwrap().starts_with("PRØVE "));
    let draft = {
        tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
        tilslut.case()
    };
    assert!(
        matches!(tilslut.go(Navigation::Timeline { case: draft }).page, Page::Receipts { .. }),
        "nothing was approved there"
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

#[test]
fn a_file_that_is_dropped_is_judged_without_leaving_the_core() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    let folder = tempfile::tempdir().unwrap();
    let bundle = saved(
        &tilslut,
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
        (told.environment, told.approver.as_ref().map(support::given), told.administrators.len()),
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
    choose(&tilslut, folder.path().join("bevis.json"));
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
fn a_receipt_is_judged_by_the_evidence_in_it_and_only_as_it_was_made() {
    let machine = Installation::new();
    let tilslut = machine.start();
    approved(&tilslut);
    let case = approved(&tilslut);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kvittering.pdf");
    let pdf = saved(
        &tilslut,
        Intent::Receipts { intent: ReceiptsIntent::Save { case: case.clone() } },
        &path,
    );
    let contents = receipt::read(&pdf).unwrap();
    let before = receipt::read(&saved(
        &tilslut,
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

    let text = pdf_text(&path);
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

fn pdf_text(path: &Path) -> String {
    let out = std::process::Command::new("pdftotext")
        .arg(path)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn the_dates_of_all_cases_are_followed_up_in_one_list() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let none = Page::FollowUp { rows: vec![], more: false };
    assert_eq!(tilslut.go(Navigation::FollowUp).page, none);
    let case = approved(&tilslut);
    tilslut.close();
    let tilslut = machine.start();
    let Page::FollowUp { rows, more: false } = tilslut.go(Navigation::FollowUp).page else {
        panic!("the follow-up")
    };
    let told: Vec<_> = rows.iter().map(|row| (row.case.as_str(), row.kind, row.when)).collect();
    let later = |kind| (case.as_str(), kind, DueWhen::Later);
    assert_eq!(
        told,
        [
            later(DeadlineName::SetUpReminder),
            later(DeadlineName::SetUpLastReminder),
            later(DeadlineName::SetUpLink),
        ]
    );
    assert_eq!(rows[2].days - rows[0].days, 14, "the reminder comes two weeks before the end");
    assert_eq!(rows[2].days - rows[1].days, 7, "and once more a week before it");
    assert_eq!([0, 1, 2].map(|n| rows[n].own), [true, true, false]);

    let folder = tempfile::tempdir().unwrap();
    let dates = |date| Intent::Cases { intent: CasesIntent::SaveDates { date } };
    let all = saved(&tilslut, dates(None), &folder.path().join("alle.ics"));
    let all = String::from_utf8(all).unwrap();
    assert_eq!(all.matches("BEGIN:VEVENT").count(), 3, "{all}");
    let one = DateOf { case: case.clone(), kind: DeadlineName::SetUpLink };
    let one = saved(&tilslut, dates(Some(one)), &folder.path().join("en.ics"));
    let one = String::from_utf8(one).unwrap();
    let day = rows[2].day.replace('-', "");
    for wanted in [format!("DTSTART;VALUE=DATE:{day}"), format!("UID:practice.{case}.setUpLink@")] {
        assert!(one.replace("\r\n ", "").contains(&wanted), "{wanted}: {one}");
    }
    assert!(one.contains("SUMMARY:PRØVE: ") && one.matches("BEGIN:VEVENT").count() == 1, "{one}");
}
