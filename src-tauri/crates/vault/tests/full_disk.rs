//! On a disk that is really full, every write says so, what was stored stays, and with room again everything goes on.
//!
//! The disk is a small `tmpfs`, which only root may mount: without that right the test says that it was skipped. What
//! SQLite itself does when it may not grow is held by the tests in `src/database.rs`, everywhere.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::problem::Problem;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases};
use vault::{Opening, Vault};

/// A disk of half a megabyte, gone when it is dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"]).arg(disk.0.path()).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(disk)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes every byte that is left; removing the file gives them back.
    fn fill(&self) -> PathBuf {
        let path = self.path().join("filler");
        let mut filler = File::create(&path).unwrap();
        while filler.write_all(&[1; 4096]).is_ok() {}
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
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
    let Some(disk) = SmallDisk::mount() else {
        eprintln!("skipped: only root may mount a small disk");
        return;
    };
    let store = MemoryKeyStore::new();
    let mut vault = opened(Vault::open(disk.path(), Practice, &store));
    vault.save(&case(0)).unwrap();
    vault.new_recovery_code().unwrap();
    let filler = disk.fill();

    // Room that the log had already taken may hold a few more.
    let (saved, refused): (Vec<usize>, Vec<usize>) = (1..200).partition(|number| match vault.save(&case(*number)) {
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
    match Vault::open(disk.path(), Practice, &store) {
        Opening::Open(_) | Opening::Stopped(Problem::DiskFull) => {}
        other => panic!("{other:?}"),
    }

    fs::remove_file(filler).unwrap();
    let mut vault = opened(Vault::open(disk.path(), Practice, &store));
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
        let Some(disk) = SmallDisk::mount() else {
            eprintln!("skipped: only root may mount a small disk");
            return;
        };
        let spare = disk.path().join("spare");
        fs::write(&spare, vec![1; room * 4096]).unwrap();
        let filler = disk.fill();
        fs::remove_file(spare).unwrap();
        let store = MemoryKeyStore::new();
        match Vault::open(disk.path(), Practice, &store) {
            Opening::Stopped(Problem::DiskFull) => {}
            Opening::Open(_) if room >= 24 => {}
            other => panic!("with room for {room} pages: {other:?}"),
        }
        fs::remove_file(filler).unwrap();
        let mut vault = opened(Vault::open(disk.path(), Practice, &store));
        vault.save(&case(0)).unwrap();
        assert_eq!(vault.cases().unwrap(), [case(0)]);
    }
}
