//! On a disk that is really full, every write says so, what was stored stays, and with room again
//! everything goes on.
//!
//! The disk is a small `tmpfs`, which root may mount, and everybody where user namespaces are
//! allowed; where neither is, the test says that it was left out. What SQLite itself does when it
//! may not grow is held by the tests in `src/database.rs`, everywhere.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../../../tests/support/small_disk.rs"]
mod small_disk;

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::problem::Problem;
use small_disk::SmallDisk;
use std::fs;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases};
use vault::{BackupFile, BackupKey, Opening, Vault};

/// A small disk over this folder; none when the test has been played elsewhere, where it may have
/// one.
fn small(folder: &TempDir, test: &str) -> Option<SmallDisk> {
    let disk = small_disk::mount(folder.path());
    if disk.is_none() {
        match std::env::var(small_disk::WAY) {
            Err(_) => small_disk::again(test),
            Ok(_) => eprintln!("left out: nobody may mount a disk here"),
        }
    }
    disk
}

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

#[test]
fn a_full_disk_is_said_and_nothing_stored_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = small(&folder, "a_full_disk_is_said_and_nothing_stored_is_lost") else {
        return;
    };
    let store = MemoryKeyStore::new();
    let mut vault = opened(Vault::open(&disk, Practice, &store));
    vault.save(&case(0)).unwrap();
    vault.new_recovery_code().unwrap();
    disk.fill();

    // Room that the log had already taken may hold a few more.
    let (saved, refused): (Vec<usize>, Vec<usize>) =
        (1..200).partition(|number| match vault.save(&case(*number)) {
            Ok(()) => true,
            Err(problem) => {
                assert_eq!(problem, Problem::DiskFull);
                false
            }
        });
    assert!(!refused.is_empty(), "the disk was full");
    assert_eq!(vault.new_recovery_code().unwrap_err(), Problem::DiskFull);
    assert_eq!(vault.keep_recovery_code(), Err(Problem::DiskFull));
    assert!(!vault.has_recovery());
    drop(vault);
    match Vault::open(&disk, Practice, &store) {
        Opening::Open(_) | Opening::Stopped(Problem::DiskFull) => {}
        other => panic!("{other:?}"),
    }

    disk.empty();
    let mut vault = opened(Vault::open(&disk, Practice, &store));
    let stored = vault.cases().unwrap();
    assert_eq!(stored.len(), saved.len() + 1);
    assert!(saved.iter().chain([&0]).all(|number| stored.contains(&case(*number))));
    vault.save(&case(refused[0])).unwrap();
    vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
}

#[test]
fn a_vault_that_could_not_be_made_is_made_when_there_is_room() {
    for room in [0, 1, 8, 24, 40] {
        let folder = tempfile::tempdir().unwrap();
        let Some(disk) =
            small(&folder, "a_vault_that_could_not_be_made_is_made_when_there_is_room")
        else {
            return;
        };
        let spare = disk.join("spare");
        fs::write(&spare, vec![1; room * 4096]).unwrap();
        disk.fill();
        fs::remove_file(spare).unwrap();
        let store = MemoryKeyStore::new();
        match Vault::open(&disk, Practice, &store) {
            Opening::Stopped(Problem::DiskFull) => {}
            Opening::Open(_) if room >= 24 => {}
            other => panic!("with room for {room} pages: {other:?}"),
        }
        disk.empty();
        let mut vault = opened(Vault::open(&disk, Practice, &store));
        vault.save(&case(0)).unwrap();
        assert_eq!(vault.cases().unwrap(), [case(0)]);
    }
}

/// A quota or a limit of a file's size is a full disk to a person, and SQLite has no word for it.
#[test]
fn a_file_that_may_not_grow_is_a_full_disk() {
    if std::env::var(small_disk::WAY).is_err() {
        return small_disk::limited("a_file_that_may_not_grow_is_a_full_disk");
    }
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (store, others) = (MemoryKeyStore::new(), MemoryKeyStore::new());
    let today = jiff::civil::date(2026, 11, 29);
    let now = "2026-11-29T14:05:12Z".parse().unwrap();
    let words = vault::Secret::from("anker-æble-måge-hus-kat-sol");
    let moved = other.path().join("flytning.tilslut-backup");
    let mut from = opened(Vault::open(other.path(), Practice, &others));
    from.save(&case(7)).unwrap();
    from.backup_for_move(words.clone()).run(&moved, now, &mut |_| true).unwrap();
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    (0..5).for_each(|number| vault.save(&case(number)).unwrap());
    let backup = BackupFile::read(&moved).unwrap();
    let taken = backup.open(&BackupKey::Words(&words), folder.path()).unwrap();
    let to = folder.path().join("kopi.tilslut-backup");
    let before = vault.cases().unwrap();

    small_disk::forbid();
    let full = Err(Problem::DiskFull);
    assert_eq!(vault.save(&case(5)), full);
    assert_eq!(vault.keep_document(&case(0).id, &[1; 32], &[1; 9000]), full);
    assert_eq!(vault.bin(&case(0).id, today), full);
    assert_eq!(vault.delete(&case(0).id), full);
    assert_eq!(vault.take_in(&taken, today).map(|_| ()), full);
    assert_eq!(vault.backup().run(&to, now, &mut |_| true).map(|_| ()), full);
    assert_eq!(
        backup.open(&BackupKey::Words(&words), folder.path()).map(|_| ()).unwrap_err(),
        Problem::DiskFull
    );
    small_disk::allow();

    assert!(!to.exists());
    assert_eq!(vault.cases().unwrap(), before);
    drop(vault);
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    assert_eq!(vault.cases().unwrap(), before);
    vault.take_in(&taken, today).unwrap();
    vault.backup().run(&to, now, &mut |_| true).unwrap();
    vault.bin(&case(0).id, today).unwrap();
}

#[test]
fn a_backup_that_does_not_fit_is_said_and_leaves_nothing_behind() {
    let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let Some(disk) = small(&to, "a_backup_that_does_not_fit_is_said_and_leaves_nothing_behind")
    else {
        return;
    };
    let store = MemoryKeyStore::new();
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    (0..20).for_each(|number| vault.save(&case(number)).unwrap());
    let job = vault.backup();
    let now = "2026-11-29T14:05:12Z".parse().unwrap();
    let path = disk.join("kopi.tilslut-backup");
    job.run(&path, now, &mut |_| true).unwrap();
    let whole = fs::read(&path).unwrap();
    let spare = disk.join("spare");
    // No room at all, room for some pages, for half of it, for all but the label.
    for room in [0, 4, whole.len() / 8192, whole.len() / 4096 - 1] {
        fs::write(&spare, vec![1; room * 4096]).unwrap();
        disk.fill();
        fs::remove_file(&spare).unwrap();
        let before = fs::read_dir(&*disk).unwrap().count();
        assert_eq!(job.run(&path, now, &mut |_| true), Err(Problem::DiskFull), "{room} pages");
        assert_eq!(fs::read_dir(&*disk).unwrap().count(), before, "{room} pages");
        assert_eq!(fs::read(&path).unwrap(), whole, "the earlier one is as it was");
        disk.empty();
    }
    // Its own disk has room, so the cases can still be saved, and a backup be made elsewhere.
    vault.save(&case(20)).unwrap();
    job.run(&path, now, &mut |_| true).unwrap();
}
