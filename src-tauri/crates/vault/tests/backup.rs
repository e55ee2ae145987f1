//! A backup counts only when its very file was read again, opens with a recovery code alone, and is
//! never half there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::{Live, Practice};
use domain::Timestamp;
use domain::backups::BackupName;
use domain::case::{Case, CaseId};
use domain::problem::Problem;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vault::testing::{CANARIES, MemoryKeyStore, cases};
use vault::{BackupContents, BackupFile, BackupJob, BackupKey, MadeBackup, Opening, Secret, Vault};

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn now() -> Timestamp {
    "2026-11-29T14:05:12Z".parse().unwrap()
}

struct Made {
    folder: TempDir,
    store: MemoryKeyStore,
    vault: Vault,
    code: String,
}

/// Every sample case with a document of its own, and a recovery code.
fn made() -> Made {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    for case in cases() {
        vault.save(&case).unwrap();
        vault.keep_document(&case.id, &[7; 32], b"Kanariefugl i et dokument").unwrap();
    }
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    Made { folder, store, vault, code }
}

fn back_up(job: &BackupJob, folder: &Path) -> MadeBackup {
    job.run(&folder.join(job.file_name(now())), now(), &mut |_| true).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
    fs::read_dir(folder).unwrap().map(name).map(|name| name.into_string().unwrap()).collect()
}

fn contents(path: &Path, key: &BackupKey<'_>) -> Result<BackupContents, Problem> {
    let work = tempfile::tempdir().unwrap();
    BackupFile::read(path)?.open(key, work.path())?.contents()
}

#[test]
fn a_backup_is_one_encrypted_file_that_the_code_alone_opens() {
    let Made { folder: _folder, vault, code, .. } = made();
    let folder = tempfile::tempdir().unwrap();
    let made = back_up(&vault.backup(), folder.path());
    let samples = u32::try_from(cases().len()).unwrap();
    assert_eq!((made.cases, made.documents), (u64::from(samples), u64::from(samples)));
    assert!(made.opens_elsewhere);
    assert_eq!(names(folder.path()), [made.path.file_name().unwrap().to_str().unwrap()]);
    assert!(BackupName::parse(&names(folder.path())[0]).is_some());
    let bytes = fs::read(&made.path).unwrap();
    assert_eq!(u64::try_from(bytes.len()).unwrap(), made.bytes);
    for canary in CANARIES.into_iter().chain(["CREATE TABLE", "Kanariefugl", &code]) {
        assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()), "{canary}");
    }
    drop(vault);

    let file = BackupFile::read(&made.path).unwrap();
    assert_eq!((file.environment(), file.made()), (Some(Practice), now()));
    assert!(file.has_recovery() && !file.has_words());
    for typed in [code.clone(), code.to_lowercase().replace('-', " ")] {
        let found = contents(&made.path, &BackupKey::RecoveryCode(&typed)).unwrap();
        assert_eq!((found.cases, found.unreadable, found.made), (samples, 0, now()));
        assert_eq!(found.newest, cases().iter().map(|case| case.changed).max());
    }
    for wrong in ["", "0000-0000-0000-0000-0000-0000-0000-0000", &code[..34]] {
        let refused = contents(&made.path, &BackupKey::RecoveryCode(wrong));
        assert_eq!(refused, Err(Problem::BackupCodeWrong), "{wrong}");
    }
    assert_eq!(fs::read(&made.path).unwrap(), bytes, "reading changes nothing");
}

#[test]
fn a_passphrase_never_goes_along_and_the_words_of_a_move_open_that_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Secret::from("en lang adgangskode");
    let vault = Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
    let to = tempfile::tempdir().unwrap();
    let plain = back_up(&vault.backup(), to.path());
    assert!(!plain.opens_elsewhere, "no code was made");
    let words = Secret::from("anker-æble-måge-hus-kat-sol");
    let job = vault.backup_for_move(words.clone());
    let moved = job.run(&to.path().join("flyt.tilslut-backup"), now(), &mut |_| true).unwrap();
    assert!(moved.opens_elsewhere);
    for path in [&plain.path, &moved.path] {
        let bytes = fs::read(path).unwrap();
        let needle = b"\"passphrase\"";
        assert!(!bytes.windows(needle.len()).any(|window| window == needle));
    }
    assert!(contents(&moved.path, &BackupKey::Words(&words)).is_ok());
    assert_eq!(contents(&plain.path, &BackupKey::Words(&words)), Err(Problem::BackupCodeWrong));
    assert_eq!(
        contents(&moved.path, &BackupKey::Words(&"andre ord".into())),
        Err(Problem::BackupCodeWrong)
    );
    assert!(contents(&plain.path, &BackupKey::Own(&vault)).is_ok(), "its own vault needs neither");
    let other = made();
    assert_eq!(contents(&plain.path, &BackupKey::Own(&other.vault)), Err(Problem::BackupCodeWrong));
}

#[test]
fn saving_goes_on_meanwhile_and_the_backup_is_of_one_moment() {
    let Made { folder: _folder, mut vault, .. } = made();
    let folder = tempfile::tempdir().unwrap();
    let job = vault.backup();
    let samples = cases();
    let extra = |number: usize| Case { id: CaseId(format!("{number:032x}")), ..samples[0].clone() };
    let (mut saved, mut steps) = (0, 0);
    let to = folder.path().join("kopi.tilslut-backup");
    let made = job
        .run(&to, now(), &mut |progress| {
            steps += 1;
            assert!(progress.done <= progress.of);
            vault.save(&extra(saved)).unwrap();
            saved += 1;
            true
        })
        .unwrap();
    assert!(steps > 0);
    let found = contents(&made.path, &BackupKey::Own(&vault)).unwrap();
    assert_eq!(usize::try_from(found.cases).unwrap(), samples.len());
    assert_eq!(vault.cases().unwrap().len(), samples.len() + saved);
}

#[test]
fn one_that_is_given_up_or_has_no_folder_leaves_nothing_and_what_lay_there_stays() {
    let Made { folder: _folder, vault, .. } = made();
    let folder = tempfile::tempdir().unwrap();
    let job = vault.backup();
    let first = back_up(&job, folder.path());
    let bytes = fs::read(&first.path).unwrap();
    assert_eq!(job.run(&first.path, now(), &mut |_| false), Err(Problem::BackupCancelled));
    assert_eq!(names(folder.path()).len(), 1);
    assert_eq!(fs::read(&first.path).unwrap(), bytes);
    let nowhere = folder.path().join("væk").join("kopi.tilslut-backup");
    assert_eq!(job.run(&nowhere, now(), &mut |_| true), Err(Problem::BackupFolderGone));
    assert_eq!(job.of_this_database(&folder.path().join("væk")), Err(Problem::BackupFolderGone));
    // A folder stands where the file should be.
    let taken = folder.path().join("mappe.tilslut-backup");
    fs::create_dir(&taken).unwrap();
    assert_eq!(job.run(&taken, now(), &mut |_| true), Err(Problem::NotSaved));
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn only_what_tilslut_named_of_this_database_is_listed() {
    let (one, other) = (made(), made());
    let folder = tempfile::tempdir().unwrap();
    let (job, others) = (one.vault.backup(), other.vault.backup());
    let mine = back_up(&job, folder.path());
    back_up(&others, folder.path());
    fs::copy(&mine.path, folder.path().join("min egen.tilslut-backup")).unwrap();
    let listed = job.of_this_database(folder.path()).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].0.made, listed[0].1), (now(), mine.bytes));
}

#[test]
fn whatever_bit_flips_the_file_is_refused_or_says_what_it_said() {
    let Made { folder: _folder, vault, .. } = made();
    let folder = tempfile::tempdir().unwrap();
    let made = back_up(&vault.backup(), folder.path());
    let whole = fs::read(&made.path).unwrap();
    let own = BackupKey::Own(&vault);
    let said = contents(&made.path, &own).unwrap();
    let label = 3 * 4096;
    let in_pages = (0..40).map(|place| place * (whole.len() - label) / 40);
    let in_label = (whole.len() - label..whole.len()).step_by(97);
    let (mut refused, mut same) = (0, 0);
    for byte in in_pages.clone().chain(in_label) {
        let mut damaged = whole.clone();
        damaged[byte] ^= 1 << (byte % 8);
        fs::write(&made.path, &damaged).unwrap();
        match contents(&made.path, &own) {
            Ok(found) => {
                assert_eq!(found, said, "byte {byte}");
                same += 1;
            }
            Err(Problem::BackupUnreadable | Problem::BackupNewer | Problem::BackupCodeWrong) => {
                refused += 1
            }
            Err(problem) => panic!("byte {byte}: {problem:?}"),
        }
    }
    assert!(refused >= in_pages.count(), "{refused} refused, {same} the same");
    for cut in [0, 1, 23, 24, 4095, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&made.path, &whole[..cut]).unwrap();
        assert_eq!(contents(&made.path, &own), Err(Problem::BackupUnreadable), "cut at {cut}");
    }
    let newer = [&whole[..whole.len() - 2], b"2\n"].concat();
    fs::write(&made.path, newer).unwrap();
    assert_eq!(contents(&made.path, &own), Err(Problem::BackupNewer));
}

fn slots(folder: &Path) -> [PathBuf; 2] {
    ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"]
        .map(|name| folder.join(name))
}

#[test]
fn where_both_key_files_are_lost_the_slots_of_a_backup_and_the_code_open_the_cases() {
    let Made { folder, store, vault, code } = made();
    let (to, folder) = (tempfile::tempdir().unwrap(), folder.path());
    let backup = back_up(&vault.backup(), to.path());
    drop(vault);
    let by = |code: &str, backup: &Path, environment| {
        let store = &store;
        Vault::unlock_with_recovery_code_and_backup(folder, environment, code, backup, store)
    };
    assert_eq!(by(&code, &backup.path, Practice).unwrap_err(), Problem::NotAllowedHere);
    for lost in ["gone", "damaged"] {
        for path in slots(folder) {
            match lost {
                "gone" => fs::remove_file(path).unwrap(),
                _ => fs::write(path, "{").unwrap(),
            }
        }
        let other = made();
        let foreign = back_up(&other.vault.backup(), to.path());
        assert_eq!(by(&other.code, &foreign.path, Practice).unwrap_err(), Problem::NotAllowedHere);
        assert_eq!(by(&code, &backup.path, Live).unwrap_err(), Problem::BackupOtherEnvironment);
        assert_eq!(
            by(&other.code, &backup.path, Practice).unwrap_err(),
            Problem::RecoveryCodeWrong
        );
        let mut vault = by(&code, &backup.path, Practice).unwrap();
        assert_eq!(vault.cases().unwrap(), cases());
        assert!(vault.has_recovery());
        drop(vault);
        opened(Vault::open(folder, Practice, &store));
    }
}
