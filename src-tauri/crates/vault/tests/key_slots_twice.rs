//! No single flipped bit and no single file that is gone closes the vault: the key slots lie twice,
//! and whatever is wrong with one file, the key store, the recovery code and the passphrase open
//! the cases by the other, which then is made whole again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::problem::Problem;
use std::fs;
use std::path::{Path, PathBuf};
use vault::testing::{MemoryKeyStore, cases, summed};
use vault::{Opening, Secret, Vault};

const PASSPHRASE: &str = "en lang adgangskode";

fn files(folder: &Path) -> [PathBuf; 2] {
    ["tilslut-practice.keyslots-copy.json", "tilslut-practice.keyslots.json"]
        .map(|name| folder.join(name))
}

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

/// A vault with one case, and the code that was kept.
fn with_code(folder: &Path, store: &MemoryKeyStore) -> String {
    let mut vault = opened(Vault::open(folder, Practice, store));
    vault.save(&cases()[0]).unwrap();
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    code
}

fn are_twice(folder: &Path) -> bool {
    let [copy, file] = files(folder).map(|path| fs::read(path).ok());
    copy.is_some() && copy == file
}

#[test]
fn a_flipped_bit_and_each_file_gone_still_opens_and_is_mended() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    with_code(folder, &store);
    let whole = fs::read(&files(folder)[0]).unwrap();
    assert!(are_twice(folder), "after a change of the ways to the key both are the same");
    for path in files(folder) {
        // Every bit is read by a test of the key file itself; here 300 of them, to the open cases.
        for bit in (0..300).map(|place| place * whole.len() * 8 / 300) {
            let mut damaged = whole.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            fs::write(&path, &damaged).unwrap();
            // Opening makes the files anew, so the next bit is of these.
            files(folder).iter().filter(|other| **other != path).for_each(|other| {
                fs::write(other, &whole).unwrap();
            });
            let mut vault = opened(Vault::open(folder, Practice, &store));
            assert_eq!(vault.cases().unwrap(), cases()[..1]);
            drop(vault);
            assert!(are_twice(folder), "bit {bit} of {path:?} is mended");
        }
        for gone in [None, Some(&[][..]), Some(&whole[..40]), Some(&vec![0; whole.len()][..])] {
            fs::remove_file(&path).unwrap();
            gone.iter().for_each(|bytes| fs::write(&path, bytes).unwrap());
            drop(opened(Vault::open(folder, Practice, &store)));
            assert!(are_twice(folder), "{path:?}");
        }
    }
}

#[test]
fn what_a_person_knows_opens_by_either_file() {
    // Each opening stretches what was typed, which is slow on purpose: so some bits of each file.
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let secret = Secret::from(PASSPHRASE);
    let mut vault = Vault::create_with_passphrase(folder, Practice, &secret).unwrap();
    vault.save(&cases()[0]).unwrap();
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    drop(vault);
    let whole = fs::read(&files(folder)[0]).unwrap();
    for path in files(folder) {
        for damage in 0..5 {
            files(folder).iter().for_each(|path| fs::write(path, &whole).unwrap());
            fs::remove_file(&path).unwrap();
            if damage > 0 {
                let mut damaged = whole.clone();
                damaged[damage * whole.len() / 5] ^= 4;
                fs::write(&path, damaged).unwrap();
            }
            drop(Vault::unlock_with_passphrase(folder, Practice, &secret).unwrap());
            drop(Vault::unlock_with_recovery_code(folder, Practice, &code, &store).unwrap());
        }
    }
}

#[test]
fn of_two_damaged_files_the_whole_slots_are_left() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let code = with_code(folder, &store);
    let [copy, file] = files(folder);
    let whole = fs::read_to_string(&file).unwrap();
    let cut = |kind: &str| {
        // One letter of the wrapped key of this kind.
        let slot = whole.find(kind).unwrap();
        let at = slot + whole[slot..].find("\"wrapped\": \"").unwrap() + 12;
        let other = if whole[at..].starts_with('A') { "B" } else { "A" };
        format!("{}{other}{}", &whole[..at], &whole[at + 1..])
    };
    // Each file lost another slot.
    fs::write(&copy, cut("key-store")).unwrap();
    fs::write(&file, cut("recovery-code")).unwrap();
    drop(opened(Vault::open(folder, Practice, &store)));
    fs::write(&copy, cut("key-store")).unwrap();
    fs::write(&file, cut("recovery-code")).unwrap();
    drop(Vault::unlock_with_recovery_code(folder, Practice, &code, &store).unwrap());
    // Both lost the same one.
    fs::write(&copy, cut("recovery-code")).unwrap();
    fs::write(&file, cut("recovery-code")).unwrap();
    assert_eq!(
        Vault::unlock_with_recovery_code(folder, Practice, &code, &store).unwrap_err(),
        Problem::RecoveryCodeWrong
    );
    opened(Vault::open(folder, Practice, &store));
}

#[test]
fn the_newer_of_two_generations_counts_and_the_slots_of_another_database_do_not() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let old = with_code(folder, &store);
    let [copy, file] = files(folder);
    let before = fs::read(&file).unwrap();
    let mut vault = opened(Vault::open(folder, Practice, &store));
    let new = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    drop(vault);
    // A crash after the first of two writes: the copy is a generation ahead.
    fs::write(&file, &before).unwrap();
    assert_eq!(
        Vault::unlock_with_recovery_code(folder, Practice, &old, &store).unwrap_err(),
        Problem::RecoveryCodeWrong
    );
    drop(Vault::unlock_with_recovery_code(folder, Practice, &new, &store).unwrap());
    assert!(are_twice(folder));

    // Somebody put the slots of another installation over one of them, many generations ahead.
    let elsewhere = tempfile::tempdir().unwrap();
    with_code(elsewhere.path(), &MemoryKeyStore::new());
    let foreign = fs::read_to_string(&files(elsewhere.path())[1]).unwrap();
    let generation = foreign.find("\"generation\": ").unwrap() + 14;
    let ahead = format!("{}9{}", &foreign[..generation], &foreign[generation..]);
    fs::write(&copy, summed(&ahead)).unwrap();
    let mut vault = opened(Vault::open(folder, Practice, &store));
    assert_eq!(vault.cases().unwrap(), cases()[..1]);
    drop(vault);
    assert!(are_twice(folder));
}

#[cfg(unix)]
#[test]
fn a_change_of_the_slots_that_cannot_be_written_twice_is_not_called_done() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let old = with_code(folder, &store);
    for path in files(folder) {
        let mut vault = opened(Vault::open(folder, Practice, &store));
        let aside = folder.join("aside");
        fs::rename(&path, &aside).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(vault.new_recovery_code().unwrap_err(), Problem::NotSaved);
        drop(vault);
        drop(opened(Vault::open(folder, Practice, &store)));
        fs::remove_dir(&path).unwrap();
        fs::rename(&aside, &path).unwrap();
        drop(Vault::unlock_with_recovery_code(folder, Practice, &old, &store).unwrap());
        assert!(are_twice(folder));
    }
}
