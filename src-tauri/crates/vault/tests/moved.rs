//! A file that is open and has lost its name is no place to save in: each save says so, nobody else
//! gets in meanwhile, and all that is open can be put elsewhere.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::problem::Problem;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases};
use vault::{BackupFile, BackupKey, Opening, Secret, Vault};

const WORDS: &str = "anker-æble-måge-hus-kat-sol";

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn case(number: usize) -> Case {
    let samples = cases();
    Case { id: CaseId(format!("{number:032x}")), ..samples[number % samples.len()].clone() }
}

/// The folder of an open vault with one case, inside one in which it can be moved.
fn open(outer: &TempDir, store: &MemoryKeyStore) -> (PathBuf, Vault) {
    let folder = outer.path().join("tilslut");
    let mut vault = opened(Vault::open(&folder, Practice, store));
    vault.save(&case(0)).unwrap();
    (folder, vault)
}

fn named(folder: &Path, ending: &str) -> PathBuf {
    folder.join(format!("tilslut-practice{ending}"))
}

/// What takes the name of an open file away, and gives it back.
type Way = (&'static str, fn(&Path), fn(&Path));

const ASIDE: &str = "aside";

fn aside(folder: &Path) -> PathBuf {
    folder.with_file_name(ASIDE)
}

const WAYS: [Way; 6] = [
    (
        "the folder is moved",
        |folder| fs::rename(folder, aside(folder)).unwrap(),
        |folder| fs::rename(aside(folder), folder).unwrap(),
    ),
    (
        "another folder is in its place",
        |folder| {
            fs::rename(folder, aside(folder)).unwrap();
            fs::create_dir(folder).unwrap();
            for entry in fs::read_dir(aside(folder)).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
            }
        },
        |folder| {
            fs::remove_dir_all(folder).unwrap();
            fs::rename(aside(folder), folder).unwrap();
        },
    ),
    (
        "the database is moved",
        |folder| fs::rename(named(folder, ".db"), aside(folder)).unwrap(),
        |folder| fs::rename(aside(folder), named(folder, ".db")).unwrap(),
    ),
    (
        "the log is moved",
        |folder| fs::rename(named(folder, ".db-wal"), aside(folder)).unwrap(),
        |folder| fs::rename(aside(folder), named(folder, ".db-wal")).unwrap(),
    ),
    (
        "the index of the log is moved",
        |folder| fs::rename(named(folder, ".db-shm"), aside(folder)).unwrap(),
        |folder| fs::rename(aside(folder), named(folder, ".db-shm")).unwrap(),
    ),
    (
        "the lock is moved",
        |folder| fs::rename(named(folder, ".lock"), aside(folder)).unwrap(),
        |folder| fs::rename(aside(folder), named(folder, ".lock")).unwrap(),
    ),
];

#[test]
fn nothing_is_called_saved_that_lies_under_no_name() {
    for (way, take, give_back) in WAYS {
        let (outer, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
        let (folder, mut vault) = open(&outer, &store);
        assert_eq!(vault.save(&case(1)), Ok(()), "{way}");
        take(&folder);
        let link = Link { number: 1, previous: None, case: case(2).id, bundle_sha256: [1; 32] };
        let bytes = [7; 100];
        let moved = Err(Problem::VaultMoved);
        for _ in 0..4 {
            assert_eq!(vault.save(&case(2)), moved, "{way}");
        }
        assert_eq!(vault.save_with_documents(&case(3), [(&[1; 32], bytes.as_slice())]), moved);
        assert_eq!(vault.save_copy(&case(4), &case(3)), moved);
        assert_eq!(vault.save_with_link(&case(2), &link), moved);
        assert_eq!(vault.keep_document(&case(2).id, &[2; 32], &bytes), moved);
        assert_eq!(vault.note_copy(&case(2).id, true, "a.pdf"), moved);
        assert_eq!(vault.set_setting("language", "en"), moved);
        assert_eq!(vault.delete(&case(4).id), moved);
        assert_eq!(vault.new_recovery_code(), Err(Problem::VaultMoved), "{way}");
        assert_eq!(vault.stand(), moved);
        // What is open can be read, and goes on when the names are back.
        assert_eq!(vault.case(&case(2).id), Ok(Some(case(2))), "{way}");
        give_back(&folder);
        assert_eq!(vault.save(&case(5)), Ok(()), "{way}");
        drop(vault);
        let mut again = opened(Vault::open(&folder, Practice, &store));
        for number in [0, 1, 5] {
            assert_eq!(again.case(&case(number).id), Ok(Some(case(number))), "{way}");
        }
    }
}

#[test]
fn all_that_is_open_can_be_put_elsewhere() {
    for (way, take, _) in WAYS {
        let (outer, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
        let (folder, mut vault) = open(&outer, &store);
        take(&folder);
        assert_eq!(vault.save(&case(1)), Err(Problem::VaultMoved), "{way}");
        let now = domain::Timestamp::now();
        let (ordinary, rescue) =
            (outer.path().join("a.tilslut-backup"), outer.path().join("b.tilslut-backup"));
        let job = vault.backup_for_move(Secret::from(WORDS));
        assert_eq!(job.run(&ordinary, now, &mut |_| true).err(), Some(Problem::VaultMoved));
        assert!(!ordinary.exists());
        let made = job.run_on(&vault, &rescue, now, &mut |_| true).unwrap();
        assert_eq!(made.cases, 2, "{way}: what was not acknowledged is in it, too");
        drop(vault);
        // On a new place, by the words alone.
        let (elsewhere, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
        let mut other = opened(Vault::open(elsewhere.path(), Practice, &store));
        let file = BackupFile::read(&rescue).unwrap();
        let words = Secret::from(WORDS);
        let open = file.open(&BackupKey::Words(&words), elsewhere.path()).unwrap();
        other.take_in(&open, jiff::civil::date(2026, 11, 29)).unwrap();
        assert_eq!(other.cases().unwrap(), [case(0), case(1)], "{way}");
    }
}

#[test]
fn a_check_says_nothing_of_files_that_are_not_the_open_ones() {
    for (way, take, _) in &WAYS[..3] {
        let (outer, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
        let (folder, vault) = open(&outer, &store);
        let check = vault.integrity_check();
        take(&folder);
        assert_eq!(check.run(), Ok(vault::Integrity::NotJudged), "{way}");
    }
}

/// On Linux the database itself is held. Elsewhere the one who was there first notices it when it
/// saves.
#[cfg(target_os = "linux")]
#[test]
fn without_the_lock_file_nobody_else_gets_in() {
    let (outer, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let (folder, mut vault) = open(&outer, &store);
    fs::remove_file(named(&folder, ".lock")).unwrap();
    let in_use = |opening: Opening| matches!(opening, Opening::Stopped(Problem::VaultInUse));
    for _ in 0..3 {
        assert!(in_use(Vault::open(&folder, Practice, &store)));
    }
    assert_eq!(vault.save(&case(1)), Err(Problem::VaultMoved), "and it is said");
    drop(vault);
    let mut again = opened(Vault::open(&folder, Practice, &store));
    assert_eq!(again.cases().unwrap(), [case(0), case(1)]);
    assert_eq!(again.save(&case(2)), Ok(()));
}
