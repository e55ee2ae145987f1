//! Of a database that is damaged everything is had back that lies in pages which are right, and the rest is
//! named: whichever page it is, also the first, and whatever an earlier program left. The damaged files stay.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::merge::Fate;
use domain::problem::Problem;
use jiff::civil::{Date, date};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vault::testing::{Computer, MemoryKeyStore, cases, earlier_layout, execute};
use vault::{BackupFile, BackupKey, DamagedVault, KeptRecord, Opening, Vault};

const PAGE: usize = 4096;
/// More than fits into the pages of one case's body.
const DOCUMENT: usize = 9_000;
/// How many cases there are, one of them in the bin.
const CASES: usize = 14;

fn case(number: usize) -> Case {
    let samples = cases();
    Case { id: CaseId(format!("{number:032x}")), ..samples[number % samples.len()].clone() }
}

fn today() -> Date {
    date(2026, 11, 30)
}

fn document(number: usize) -> Vec<u8> {
    (0..DOCUMENT).map(|place| u8::try_from((place * 7 + number * 13) % 251).unwrap()).collect()
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Cases with everything that a vault keeps: documents, receipts and records with their numbers, one in the
/// bin, one that is gone for good, a setting.
fn fill(vault: &mut Vault) {
    for number in 0..CASES {
        let (case, body) = (case(number), document(number));
        let documents: [(&[u8; 32], &[u8]); 1] = [(&sha256(&body), &body)];
        vault.save_with_documents(&case, documents).unwrap();
        let link = Link::after_end(vault.chain_end().unwrap(), case.id.clone(), [7; 32]);
        if number % 2 == 0 {
            vault.save_with_link(&case, &link).unwrap();
        } else {
            let record = KeptRecord { link, day: today(), body: document(number + 100) };
            vault.save_with_record(&case, &record, &[sha256(&body)]).unwrap();
        }
    }
    vault.bin(&case(3).id, today()).unwrap();
    vault.bin(&case(5).id, today()).unwrap();
    vault.empty(&case(5).id, today()).unwrap();
    vault.set_setting("retention", "7").unwrap();
}

/// The files of a filled vault, closed, and what opens them.
fn filled() -> (Computer, BTreeMap<String, Vec<u8>>) {
    let computer = Computer::new();
    fill(&mut computer.open());
    let files = files(computer.folder.path());
    (computer, files)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: PathBuf| {
        (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
    };
    entries.filter(|path| path.is_file()).map(named).collect()
}

fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    files.iter().for_each(|(name, bytes)| fs::write(folder.join(name), bytes).unwrap());
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("tilslut-practice.db")
}

fn damaged(folder: &Path, store: &MemoryKeyStore) -> DamagedVault {
    match Vault::open(folder, Practice, store) {
        Opening::Damaged(damaged) => damaged,
        Opening::Open(vault) => vault.into_damaged().unwrap(),
        Opening::Older(older) => older.into_damaged(),
        other => panic!("neither open nor damaged: {other:?}"),
    }
}

/// Everything of these numbers is there as it was, or is named.
fn nothing_is_silently_gone(vault: &mut Vault, damaged: &domain::salvage::Salvage, at: &str) {
    let mut documents = 0;
    for number in (0..CASES).filter(|number| *number != 5) {
        let expected = case(number);
        if vault.is_binned(&expected.id).unwrap() {
            assert_eq!(number, 3, "{at}");
            vault.put_back(&expected.id, today()).ok();
        }
        match vault.case(&expected.id) {
            Ok(Some(read)) => assert_eq!(read, expected, "{at}"),
            Err(Problem::CaseDamaged) => {
                let named = vault.unreadable().unwrap();
                assert!(named.iter().any(|it| it.id == expected.id), "{at}: case {number}");
            }
            // A row in the bin that is lost takes its case out of it, and not away.
            other => panic!("{at}: case {number}: {other:?}"),
        }
        if let Some(body) = vault.document(&expected.id, &sha256(&document(number))).unwrap() {
            assert_eq!(body, document(number), "{at}");
            documents += 1;
        }
    }
    assert_eq!(damaged.documents, documents, "{at}");
    assert_eq!(vault.case(&case(5).id), Ok(None), "{at}: what is gone for good stays gone");
    // No number is given twice.
    let link = Link::after_end(vault.chain_end().unwrap(), case(0).id, [7; 32]);
    assert_eq!(link.number, CASES as u64 + 1, "{at}");
}

fn flip(bytes: &mut [u8], page: usize) {
    bytes[page * PAGE + 700] ^= 4;
}

#[test]
fn whichever_page_is_damaged_the_others_are_had_back_and_what_is_lost_is_named() {
    let (computer, files) = filled();
    let folder = &computer.folder;
    let whole = &files["tilslut-practice.db"];
    let pages = whole.len() / PAGE;
    assert!(pages > 60, "{pages}");
    let mut is_ever_lost = false;
    // Each of the first, which lead to the others, and each fifth.
    for page in (0..pages).filter(|page| *page < 8 || page % 5 == 0) {
        put(folder.path(), &files);
        let mut bytes = whole.clone();
        flip(&mut bytes, page);
        fs::write(database(folder), &bytes).unwrap();
        let at = format!("page {} of {pages}", page + 1);
        let held = damaged(folder.path(), &computer.store);
        let salvaged = held.salvage().unwrap();
        let found = salvaged.found().clone();
        assert_eq!((found.pages, found.damaged), (pages as u64, 1), "{at}");
        // A body and a document lie in several pages; one page is of one of them, or of what leads there.
        assert!(found.cases + 2 >= (CASES - 1) as u64, "{at}: {found:?}");
        let given =
            found.receipts + found.missing_receipts.iter().cloned().flatten().count() as u64;
        assert!(given == CASES as u64 - 1 || given == CASES as u64, "{at}: {found:?}");
        is_ever_lost |= !found.unreadable.is_empty();
        let mut vault = held.go_on(salvaged).unwrap();
        nothing_is_silently_gone(&mut vault, &found, &at);
        drop(vault);
        // It opens by itself the next time, and the damaged file is still there.
        drop(computer.open());
        let aside = folder.path().join("tilslut-practice.db-damaged-1");
        assert_eq!(fs::read(aside).unwrap().len(), whole.len(), "{at}");
    }
    assert!(is_ever_lost);
}

#[test]
fn of_a_file_that_was_cut_off_what_is_left_is_read() {
    let (computer, files) = filled();
    let whole = &files["tilslut-practice.db"];
    for kept in [0, 1, 100, PAGE, whole.len() / 3, whole.len() / 2 + 100, whole.len() - PAGE] {
        put(computer.folder.path(), &files);
        fs::write(database(&computer.folder), &whole[..kept]).unwrap();
        let held = damaged(computer.folder.path(), &computer.store);
        let salvaged = held.salvage().unwrap();
        let found = salvaged.found().clone();
        if kept < PAGE {
            assert_eq!((found.cases, found.receipts), (0, 0), "{kept}");
            assert_eq!(found.missing_receipts, [1..=CASES as u64], "{kept}");
        } else {
            assert_eq!(found.damaged, (whole.len() / PAGE - kept / PAGE) as u64, "{kept}");
        }
        let vault = held.go_on(salvaged).unwrap();
        let link = Link::after_end(vault.chain_end().unwrap(), case(0).id, [7; 32]);
        assert_eq!(link.number, CASES as u64 + 1, "{kept}");
    }
}

#[test]
fn pages_that_were_swapped_are_none_of_the_database() {
    let (computer, files) = filled();
    put(computer.folder.path(), &files);
    let mut bytes = files["tilslut-practice.db"].clone();
    let (first, second) = bytes.split_at_mut(20 * PAGE);
    first[10 * PAGE..11 * PAGE].swap_with_slice(&mut second[..PAGE]);
    fs::write(database(&computer.folder), bytes).unwrap();
    let salvaged = damaged(computer.folder.path(), &computer.store).salvage().unwrap();
    assert_eq!(salvaged.found().damaged, 2);
}

#[test]
fn nothing_is_changed_before_the_person_goes_on() {
    let (computer, mut files_before) = filled();
    let bytes = files_before.get_mut("tilslut-practice.db").unwrap();
    flip(bytes, 0);
    put(computer.folder.path(), &files_before);
    let held = damaged(computer.folder.path(), &computer.store);
    drop(held.salvage().unwrap());
    drop(held);
    assert_eq!(files(computer.folder.path()), files_before);
}

#[test]
fn what_follows_the_damage_in_a_log_is_read_too() {
    let computer = Computer::new();
    let mut vault = computer.open();
    fill(&mut vault);
    // As a kill leaves it: everything since the beginning is in the log.
    let mut left = files(computer.folder.path());
    drop(vault);
    let log = left.get_mut("tilslut-practice.db-wal").unwrap();
    let frames = (log.len() - 32) / (PAGE + 24);
    log[32 + (frames / 3) * (PAGE + 24) + 24 + 700] ^= 4;
    put(computer.folder.path(), &left);
    let Opening::Older(older) = Vault::open(computer.folder.path(), Practice, &computer.store)
    else {
        panic!("a log that lost its tail is not noticed")
    };
    let held = older.into_damaged();
    let salvaged = held.salvage().unwrap();
    let found = salvaged.found().clone();
    assert!(found.cases + 1 >= (CASES - 1) as u64, "{found:?}");
    let mut vault = held.go_on(salvaged).unwrap();
    nothing_is_silently_gone(&mut vault, &found, "the log");
    // Both files are kept, until the person does not want them any more.
    let aside = ["", "-wal"].map(|ending| {
        computer.folder.path().join(format!("tilslut-practice.db{ending}-damaged-1"))
    });
    assert!(aside.iter().all(|path| path.exists()));
    assert_eq!(
        vault.damaged_bytes(),
        aside.iter().map(|path| fs::metadata(path).unwrap().len()).sum::<u64>()
    );
    vault.delete_damaged().unwrap();
    assert!(!aside.iter().any(|path| path.exists()) && vault.damaged_bytes() == 0);
    assert_eq!(vault.case(&case(0).id), Ok(Some(case(0))));
    drop(vault);
    drop(computer.open());
}

#[test]
fn a_database_of_an_earlier_layout_is_read_as_one_of_today() {
    for layout in 1..=8 {
        let (computer, _) = filled();
        let vault = computer.open();
        execute(&vault, &earlier_layout(layout));
        drop(vault);
        let mut bytes = fs::read(database(&computer.folder)).unwrap();
        flip(&mut bytes, 0);
        fs::write(database(&computer.folder), bytes).unwrap();
        let held = damaged(computer.folder.path(), &computer.store);
        let salvaged = held.salvage().unwrap();
        assert_eq!(salvaged.found().cases, (CASES - 1) as u64, "{layout}");
        let mut vault = held.go_on(salvaged).unwrap();
        assert_eq!(vault.case(&case(0).id), Ok(Some(case(0))), "{layout}");
    }
}

#[test]
fn a_crash_while_the_new_database_takes_its_place_is_gone_on_with() {
    let (computer, files_before) = filled();
    let folder = computer.folder.path();
    let at = |name: &str| folder.join(format!("tilslut-practice.db{name}"));
    let mut bytes = files_before["tilslut-practice.db"].clone();
    flip(&mut bytes, 0);
    fs::write(at(""), &bytes).unwrap();
    let held = damaged(folder, &computer.store);
    let salvaged = held.salvage().unwrap();
    drop(held.go_on(salvaged).unwrap());
    let new = fs::read(at("")).unwrap();
    // Each step is done, and the next is not.
    for step in 0..3 {
        put(folder, &files_before);
        fs::write(at("-new"), &new).unwrap();
        fs::write(at("-wal"), b"of the damaged one").unwrap();
        fs::write(at(""), &bytes).unwrap();
        if step > 0 {
            fs::rename(at("-wal"), at("-wal-damaged-1")).unwrap();
        }
        if step > 1 {
            fs::rename(at(""), at("-damaged-1")).unwrap();
        }
        // The marks are those of before.
        let mut vault = match Vault::open(folder, Practice, &computer.store) {
            Opening::Open(vault) => vault,
            Opening::Older(older) => older.go_on().unwrap(),
            other => panic!("{step}: {other:?}"),
        };
        assert_eq!(vault.cases().unwrap().len(), CASES - 2, "{step}");
        assert!(!at("-new").exists() && at("-damaged-1").exists(), "{step}");
        assert!(at("-wal-damaged-1").exists(), "{step}");
    }
}

#[test]
fn the_newest_backup_that_is_whole_brings_the_rest_back() {
    let computer = Computer::new();
    let backups = tempfile::tempdir().unwrap();
    let mut vault = computer.open();
    fill(&mut vault);
    let mut paths = Vec::new();
    for at in ["2026-11-28T10:00:00Z", "2026-11-29T10:00:00Z", "2026-11-30T10:00:00Z"] {
        let job = vault.backup();
        let now = at.parse().unwrap();
        let path = backups.path().join(job.file_name(now));
        job.run(&path, now, &mut |_| true).unwrap();
        paths.push(path);
    }
    drop(vault);
    // The newest was damaged, too, and another is of another vault.
    let mut bytes = fs::read(&paths[2]).unwrap();
    flip(&mut bytes, 4);
    fs::write(&paths[2], bytes).unwrap();
    fs::write(backups.path().join("noter.txt"), "noter").unwrap();
    let whole = fs::read(database(&computer.folder)).unwrap();
    fs::write(database(&computer.folder), &whole[..whole.len() / 2]).unwrap();

    let held = damaged(computer.folder.path(), &computer.store);
    let nowhere = backups.path().join("findes ikke");
    assert_eq!(held.newest_backup(std::slice::from_ref(&nowhere)), None);
    let backup = held.newest_backup(&[nowhere, backups.path().to_owned()]).unwrap();
    assert_eq!((&backup.path, backup.cases), (&paths[1], CASES as u32 - 2));
    let salvaged = held.salvage().unwrap();
    assert!(salvaged.found().cases < (CASES - 1) as u64);
    let mut vault = held.go_on(salvaged).unwrap();

    let file = BackupFile::read(&backup.path).unwrap();
    let open = file.open(&BackupKey::Own(&vault), computer.folder.path()).unwrap();
    let plan = vault.take_in(&open, today()).unwrap();
    let deleted = plan.cases.iter().filter(|(_, fate)| **fate == Fate::Deleted);
    // It rested in the bin, here and there: what was deleted is not mended.
    assert_eq!(deleted.map(|(id, _)| id.clone()).collect::<Vec<_>>(), [case(3).id]);
    for number in (0..CASES).filter(|number| ![3, 5].contains(number)) {
        assert_eq!(vault.case(&case(number).id), Ok(Some(case(number))), "{number}");
        let body = document(number);
        assert_eq!(vault.document(&case(number).id, &sha256(&body)), Ok(Some(body)), "{number}");
    }
    assert_eq!(vault.unreadable().unwrap(), []);
    assert_eq!(vault.records_of(&case(1).id).unwrap().len(), 1);
}
