//! What lies here and is not what was here last is told, with what is missing, and opens only when the
//! person says so; and nobody is alarmed without a reason, whatever happened to the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::{self, Practice};
use domain::case::{Case, CaseId};
use domain::chain::{Fault, Link, faults};
use domain::problem::Problem;
use domain::rollback::{Missing, Rollback};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use vault::testing::{MemoryKeyStore, cases};
use vault::{BackupFile, BackupKey, KeyStoreError, NotOpened, Opening, Secret, Vault};

const PASSPHRASE: &str = "en lang adgangskode";

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn open(folder: &Path, store: &MemoryKeyStore) -> Vault {
    opened(Vault::open(folder, Practice, store))
}

fn older(opening: Opening) -> vault::OlderVault {
    match opening {
        Opening::Older(older) => older,
        other => panic!("not older: {other:?}"),
    }
}

fn case(number: usize) -> Case {
    let samples = cases();
    Case { id: CaseId(format!("{number:032x}")), ..samples[number % samples.len()].clone() }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Approves a case, so to speak: it gets the next number.
fn approve(vault: &mut Vault, number: usize) -> u64 {
    let case = case(number);
    let link = Link::after_end(vault.chain_end().unwrap(), case.id.clone(), [7; 32]);
    vault.save_with_link(&case, &link).unwrap();
    link.number
}

/// Every file of the folder but the lock.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    let entry = |entry: fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    let all = fs::read_dir(folder).unwrap().map(|it| entry(it.unwrap()));
    all.filter(|(name, _)| !name.ends_with(".lock")).collect()
}

fn put(folder: &Path, files: &Files, which: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if which(entry.file_name().to_str().unwrap()) {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    for (name, bytes) in files.iter().filter(|(name, _)| which(name)) {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// The database with its log; the marks and the key slots stay.
fn of_database(name: &str) -> bool {
    name.contains(".db")
}

fn named(folder: &Path, ending: &str) -> PathBuf {
    folder.join(format!("tilslut-practice{ending}"))
}

#[test]
fn an_older_database_is_told_with_what_is_missing_and_opens_when_the_person_says_so() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let mut vault = open(folder, &store);
    (0..3).for_each(|number| vault.save(&case(number)).unwrap());
    (3..5).for_each(|number| assert!(approve(&mut vault, number) > 0));
    drop(vault);
    let before = files(folder);
    let mut vault = open(folder, &store);
    (10..30).for_each(|number| vault.save(&case(number)).unwrap());
    assert_eq!((30..33).map(|number| approve(&mut vault, number)).collect::<Vec<_>>(), [3, 4, 5]);
    drop(vault);

    put(folder, &before, of_database);
    let lying = files(folder);
    for _ in 0..2 {
        let found = older(Vault::open(folder, Practice, &store));
        let Missing { kind, was, is, changes, receipts } = *found.missing();
        assert_eq!((kind, changes, receipts), (Rollback::Older, 23, Some((3, 5))));
        assert!(was >= is && is.is_some());
        let in_use = Vault::open(folder, Practice, &store);
        assert!(matches!(in_use, Opening::Stopped(Problem::VaultInUse)), "it is held meanwhile");
        drop(found);
        let mut now = files(folder);
        now.retain(|name, _| !name.ends_with("-shm") && !name.ends_with("-wal"));
        assert_eq!(now, lying, "nothing was changed");
    }
    let mut vault = older(Vault::open(folder, Practice, &store)).go_on().unwrap();
    assert_eq!(vault.cases().unwrap().len(), 5);
    assert_eq!(approve(&mut vault, 40), 6, "no number is given twice");
    let again = Link { number: 4, previous: None, case: case(41).id, bundle_sha256: [1; 32] };
    assert_eq!(vault.save_with_link(&case(41), &again), Err(Problem::NotSaved));
    // What is missing is missing in the chain, and nothing of it is broken.
    let links = vault.links().unwrap();
    assert_eq!(faults(links, sha256), [Fault::Missing { from: 3, to: 5 }]);
    drop(vault);
    // From now on this is what was here last.
    assert_eq!(open(folder, &store).count(), Ok(6));
}

#[test]
fn the_links_that_come_back_later_close_the_gap() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let mut vault = open(folder, &store);
    approve(&mut vault, 0);
    drop(vault);
    let before = files(folder);
    let mut vault = open(folder, &store);
    (1..4).for_each(|number| assert!(approve(&mut vault, number) > 0));
    let lost = vault.links().unwrap();
    drop(vault);
    put(folder, &before, of_database);
    let mut vault = older(Vault::open(folder, Practice, &store)).go_on().unwrap();
    assert_eq!(approve(&mut vault, 9), 5);
    let mut all = vault.links().unwrap();
    all.extend(lost);
    assert_eq!(faults(all, sha256), [], "the next one names the one that was lost");
}

#[test]
fn with_the_marks_file_put_back_too_the_key_store_still_tells() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let mut vault = open(folder, &store);
    approve(&mut vault, 0);
    drop(vault);
    let before = files(folder);
    let mut vault = open(folder, &store);
    approve(&mut vault, 1);
    vault.mark_to_keep().unwrap().keep_in(&store).unwrap();
    vault.save(&case(2)).unwrap();
    drop(vault);
    put(folder, &before, |_| true);
    let found = older(Vault::open(folder, Practice, &store));
    assert_eq!(found.missing().receipts, Some((2, 2)));
    assert_eq!(found.missing().changes, 1, "as far as the key store knows");
    let mut vault = found.go_on().unwrap();
    assert_eq!(approve(&mut vault, 3), 3);
    drop(vault);
    drop(open(folder, &store));
    // Also as long as the key store remembers the other state, since it could not be reached.
    put(folder, &before, |name| name.ends_with(".mark"));
    drop(open(folder, &store));
    // Without the file and the key store nobody can tell.
    put(folder, &before, |_| true);
    store.fail(KeyStoreError::Unreachable);
    assert!(matches!(Vault::open(folder, Practice, &store), Opening::Closed { .. }));
}

#[test]
fn what_a_person_knows_opens_no_older_database_either() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let secret = Secret::from(PASSPHRASE);
    let mut vault = Vault::create_with_passphrase(folder, Practice, &secret).unwrap();
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    vault.save(&case(0)).unwrap();
    assert!(vault.mark_to_keep().is_none(), "no key store is asked where none opens the cases");
    drop(vault);
    let before = files(folder);
    let mut vault = Vault::unlock_with_passphrase(folder, Practice, &secret).unwrap();
    vault.save(&case(1)).unwrap();
    drop(vault);
    put(folder, &before, of_database);
    let by_passphrase = || Vault::unlock_with_passphrase(folder, Practice, &secret);
    let by_code = || Vault::unlock_with_recovery_code(folder, Practice, &code, &store);
    for open in [&by_passphrase as &dyn Fn() -> Result<Vault, NotOpened>, &by_code] {
        let Err(NotOpened::Older(found)) = open() else { panic!("older") };
        assert_eq!(found.missing().changes, 1);
    }
    let Err(NotOpened::Older(found)) = by_passphrase() else { panic!("older") };
    assert_eq!(found.go_on().unwrap().cases().unwrap(), [case(0)]);
    assert_eq!(by_passphrase().unwrap().cases().unwrap(), [case(0)]);
}

/// The state that a kill leaves: every file as it is while the program runs.
fn killed(folder: &Path) -> Files {
    let mut files = files(folder);
    files.retain(|name, _| !name.ends_with("-shm"));
    files
}

/// An unremarkable generator: the same numbers for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

#[test]
fn one_flipped_byte_in_the_log_that_a_kill_left_never_drops_a_save_without_a_word() {
    let (first, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = first.path();
    drop(open(folder, &store));
    let mut vault = open(folder, &store);
    (0..20).for_each(|number| vault.save(&case(number)).unwrap());
    let left = killed(folder);
    drop(vault);
    let log = &left["tilslut-practice.db-wal"];
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let (mut told, mut lost_without_mark) = (0, 0);
    for round in 0..100 {
        let at = chance.below(log.len());
        let mut damaged = left.clone();
        damaged.get_mut("tilslut-practice.db-wal").unwrap()[at] ^= 1 << chance.below(8);
        put(folder, &damaged, |_| true);
        match Vault::open(folder, Practice, &store) {
            Opening::Older(found) => {
                assert_eq!(found.missing().kind, Rollback::Older);
                let missing = usize::try_from(found.missing().changes).unwrap();
                drop(found);
                let kept = fs::read(named(folder, ".db-wal")).unwrap();
                assert_eq!(kept, damaged["tilslut-practice.db-wal"], "the log stays as it was");
                let vault = older(Vault::open(folder, Practice, &store)).go_on().unwrap();
                let there = usize::try_from(vault.count().unwrap()).unwrap();
                assert_eq!(there + missing, 20, "it is said how many, in round {round}");
                drop(vault);
                let aside = fs::read(named(folder, ".db-wal-earlier")).unwrap();
                assert_eq!(aside, kept, "and it is put aside before anything is written over it");
                told += 1;
            }
            other => panic!("byte {at} in round {round}: {other:?}"),
        }
        // Without a mark it would have opened: so this would have been noticed.
        put(folder, &damaged, |_| true);
        fs::remove_file(named(folder, ".mark")).unwrap();
        let vault = open(folder, &store);
        lost_without_mark += usize::from(vault.count().unwrap() < 20);
    }
    assert_eq!((told, lost_without_mark), (100, 100));
}

#[test]
fn the_log_of_an_older_moment_is_told() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let mut vault = open(folder, &store);
    vault.save(&case(0)).unwrap();
    let before = killed(folder);
    (1..9).for_each(|number| vault.save(&case(number)).unwrap());
    let after = killed(folder);
    drop(vault);
    let mut mixed = after.clone();
    mixed.insert("tilslut-practice.db-wal".into(), before["tilslut-practice.db-wal"].clone());
    put(folder, &mixed, |_| true);
    assert_eq!(older(Vault::open(folder, Practice, &store)).missing().changes, 8);
    mixed.remove("tilslut-practice.db-wal");
    put(folder, &mixed, |_| true);
    // The tables themselves were in the log.
    assert!(!matches!(Vault::open(folder, Practice, &store), Opening::Open(_)));
    put(folder, &after, |_| true);
    assert_eq!(open(folder, &store).count(), Ok(9), "and what is whole opens");
}

#[test]
fn an_older_copy_that_went_on_elsewhere_is_told_although_it_has_come_further() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    let mut vault = open(folder, &store);
    vault.save(&case(0)).unwrap();
    drop(vault);
    let copy = files(folder);
    let mut vault = open(folder, &store);
    (1..4).for_each(|number| vault.save(&case(number)).unwrap());
    drop(vault);
    let elsewhere = tempfile::tempdir().unwrap();
    put(elsewhere.path(), &copy, |_| true);
    let mut vault = open(elsewhere.path(), &store);
    (10..30).for_each(|number| vault.save(&case(number)).unwrap());
    drop(vault);
    put(folder, &files(elsewhere.path()), of_database);
    let found = older(Vault::open(folder, Practice, &store));
    assert_eq!((found.missing().kind, found.missing().changes), (Rollback::Parted, 0));
    drop(found.go_on().unwrap());
    assert_eq!(open(folder, &store).count(), Ok(21));
}

#[test]
fn other_cases_in_the_place_of_these_are_told_once() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    let mut vault = open(folder, &store);
    approve(&mut vault, 0);
    vault.mark_to_keep().unwrap().keep_in(&store).unwrap();
    drop(vault);
    let own = files(folder);
    let elsewhere = tempfile::tempdir().unwrap();
    let mut vault = open(elsewhere.path(), &store);
    vault.save(&case(7)).unwrap();
    drop(vault);
    let others = files(elsewhere.path());
    // With their own mark, which the key store contradicts; and with the mark that lay here.
    for with_mark in [true, false] {
        put(folder, &own, |_| true);
        put(folder, &others, |name| with_mark || !name.ends_with(".mark"));
        let found = older(Vault::open(folder, Practice, &store));
        assert_eq!(
            (found.missing().kind, found.missing().receipts),
            (Rollback::Other, Some((1, 1)))
        );
        let mut vault = found.go_on().unwrap();
        assert_eq!(approve(&mut vault, 8), 1, "their numbers are their own");
        drop(vault);
        assert_eq!(open(folder, &store).count(), Ok(2), "said once, whatever the key store says");
    }
}

#[test]
fn the_key_slots_of_other_cases_are_named() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    let mut vault = open(folder, &store);
    vault.save(&case(0)).unwrap();
    drop(vault);
    let elsewhere = tempfile::tempdir().unwrap();
    drop(open(elsewhere.path(), &store));
    let own = files(folder);
    put(folder, &files(elsewhere.path()), |name| name.contains("keyslots"));
    let before = files(folder);
    for _ in 0..2 {
        let opening = Vault::open(folder, Practice, &store);
        assert!(matches!(opening, Opening::Stopped(Problem::KeySlotsOther)), "{opening:?}");
    }
    assert_eq!(files(folder), before);
    put(folder, &own, |_| true);
    drop(open(folder, &store));
}

#[test]
fn no_empty_vault_is_made_where_a_mark_says_that_there_were_cases() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    drop(open(folder, &store));
    // A vault in which nothing was ever saved is begun again without a word.
    put(folder, &Files::new(), |_| true);
    let mut vault = open(folder, &store);
    (0..4).for_each(|number| assert!(approve(&mut vault, number) > 0));
    vault.mark_to_keep().unwrap().keep_in(&store).unwrap();
    drop(vault);
    let all = files(folder);
    let gone = |store: &MemoryKeyStore| match Vault::open(folder, Practice, store) {
        Opening::Gone(missing) => missing,
        other => panic!("not gone: {other:?}"),
    };
    // Only the file of the mark is left, and the key store knows nothing.
    put(folder, &all, |name| name.ends_with(".mark"));
    put(folder, &Files::new(), |name| !name.ends_with(".mark"));
    let (other, failing) = (MemoryKeyStore::new(), MemoryKeyStore::failing(KeyStoreError::Locked));
    for store in [&other, &failing] {
        assert_eq!((gone(store).kind, gone(store).receipts), (Rollback::Gone, None));
    }
    assert!(other.accounts().is_empty(), "no key was made");
    let secret = Secret::from(PASSPHRASE);
    assert_eq!(
        Vault::create_with_passphrase(folder, Practice, &secret).unwrap_err(),
        Problem::NotAllowedHere
    );
    // Only the key store is left.
    put(folder, &Files::new(), |_| true);
    assert_eq!(gone(&store).receipts, Some((1, 4)));
    assert!(files(folder).is_empty(), "nothing was written");
    // And when the person says so, the numbers go on.
    let mut vault = opened(Vault::begin_anew(folder, Practice, &store));
    assert_eq!(vault.count(), Ok(0));
    assert_eq!(approve(&mut vault, 0), 5);
    assert_eq!(
        faults(vault.links().unwrap(), sha256).first(),
        Some(&Fault::Missing { from: 1, to: 4 })
    );
    vault.mark_to_keep().unwrap().keep_in(&store).unwrap();
    drop(vault);
    drop(open(folder, &store));
    // What was thrown away comes back: it is not what was here last.
    put(folder, &all, |_| true);
    assert_eq!(older(Vault::open(folder, Practice, &store)).missing().kind, Rollback::Other);
}

/// Somebody put back the key files of the moment before the database was made, which say so under
/// their seal.
#[cfg(unix)]
#[test]
fn key_slots_from_before_the_database_was_made_make_no_empty_one() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    let database = named(folder, ".db");
    std::os::unix::fs::symlink("/nowhere/at/all", &database).unwrap();
    assert!(matches!(Vault::open(folder, Practice, &store), Opening::Stopped(_)));
    fs::remove_file(&database).unwrap();
    let unmade = files(folder);
    let mut vault = open(folder, &store);
    vault.save(&case(0)).unwrap();
    drop(vault);
    put(folder, &unmade, |name| !name.ends_with(".mark"));
    let found = older(Vault::open(folder, Practice, &store));
    assert_eq!((found.missing().kind, found.missing().changes), (Rollback::Gone, 1));
    drop(found);
    assert!(!database.exists(), "none was made");
    let vault = older(Vault::open(folder, Practice, &store)).go_on().unwrap();
    assert_eq!(vault.count(), Ok(0));
    drop(vault);
    drop(open(folder, &store));
}

#[test]
fn a_damaged_missing_or_foreign_mark_hides_nothing_that_is_here() {
    let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = here.path();
    let mut vault = open(folder, &store);
    (0..3).for_each(|number| vault.save(&case(number)).unwrap());
    drop(vault);
    let mark = named(folder, ".mark");
    let whole = fs::read(&mark).unwrap();
    for bit in (0..whole.len() * 8).step_by(3).filter(|bit| bit / 8 < 150 || bit / 8 >= 4096) {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        fs::write(&mark, &damaged).unwrap();
        drop(open(folder, &store));
    }
    for left in [&[][..], &whole[..1], &whole[..100], &whole[..4100], &[0; 9000]] {
        fs::write(&mark, left).unwrap();
        let mut vault = open(folder, &store);
        vault.save(&case(3)).unwrap();
        drop(vault);
    }
    fs::remove_file(&mark).unwrap();
    fs::create_dir(&mark).unwrap();
    let mut vault = open(folder, &store);
    vault.save(&case(4)).unwrap();
    assert_eq!(vault.count(), Ok(5), "a mark that cannot be written is no error of the save");
}

/// Saves, closings, kills, backups taken in and older copies put back, in any order: an older copy is
/// told each time, nothing else ever is, and no number is given twice.
#[test]
fn whatever_happens_only_what_is_older_is_told_and_no_number_comes_twice() {
    for seed in 1..=25_u64 {
        let (here, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
        let folder = here.path();
        let mut chance = Chance(seed.wrapping_mul(0x2545_F491_4F6C_DD1D));
        let mut given = BTreeSet::new();
        // What each copy had come to, by the number of changes that this program has seen.
        let (mut copies, mut changes, mut newest): (Vec<(Files, u32)>, u32, u32) =
            (Vec::new(), 0, 0);
        let mut vault = open(folder, &store);
        for step in 0..40 {
            let number = usize::try_from(seed).unwrap() * 1000 + step;
            match chance.below(8) {
                0 | 1 => {
                    vault.save(&case(number)).unwrap();
                    changes += 1;
                }
                2 => {
                    assert!(given.insert(approve(&mut vault, number)), "seed {seed}, step {step}");
                    changes += 1;
                }
                3 => {
                    if let Some(mark) = vault.mark_to_keep() {
                        mark.keep_in(&store).unwrap();
                    }
                }
                4 => {
                    drop(vault);
                    vault = open(folder, &store);
                }
                5 => {
                    let left = killed(folder);
                    drop(vault);
                    put(folder, &left, |_| true);
                    vault = open(folder, &store);
                }
                6 => {
                    let path = folder.join("a.tilslut-backup");
                    vault.backup().run(&path, domain::Timestamp::now(), &mut |_| true).unwrap();
                    let file = BackupFile::read(&path).unwrap();
                    let backup = file.open(&BackupKey::Own(&vault), folder).unwrap();
                    vault.take_in(&backup, jiff::civil::date(2026, 11, 29)).unwrap();
                    fs::remove_file(path).unwrap();
                    changes += 1;
                }
                _ => {
                    drop(vault);
                    copies.push((files(folder), changes));
                    let at = chance.below(copies.len());
                    let (copy, had) = copies[at].clone();
                    put(folder, &copy, of_database);
                    vault = match Vault::open(folder, Practice, &store) {
                        Opening::Open(vault) => {
                            assert_eq!(had, changes, "seed {seed}, step {step}: not told");
                            vault
                        }
                        Opening::Older(found) => {
                            assert_ne!(had, changes, "seed {seed}, step {step}: told in vain");
                            newest = newest.max(changes) + 1;
                            changes = newest;
                            found.go_on().unwrap()
                        }
                        other => panic!("{other:?}"),
                    };
                }
            }
            newest = newest.max(changes);
        }
    }
}

#[test]
fn practice_and_live_have_a_mark_each() {
    let (here, store, live) =
        (tempfile::tempdir().unwrap(), MemoryKeyStore::new(), MemoryKeyStore::new());
    let folder = here.path();
    let mut vault = open(folder, &store);
    vault.save(&case(0)).unwrap();
    drop(vault);
    drop(opened(Vault::open(folder, Environment::Live, &live)));
    assert!(named(folder, ".mark").exists() && !folder.join("tilslut-live.mark").exists());
}
