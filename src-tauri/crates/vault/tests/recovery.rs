//! The recovery code opens the cases when the key store is lost, and the order of writes leaves
//! them openable at each step.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::keys::KeyWay;
use domain::problem::Problem;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases, summed};
use vault::{KeyStore, KeyStoreError, NotOpened, Opening, Secret, Vault};

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

/// A vault with one case and a recovery code that was kept.
fn with_code(folder: &Path, store: &MemoryKeyStore) -> String {
    let mut vault = opened(Vault::open(folder, Practice, store));
    vault.save(&cases()[0]).unwrap();
    let code = vault.new_recovery_code().unwrap();
    assert!(!vault.has_recovery());
    vault.keep_recovery_code().unwrap();
    assert!(vault.has_recovery());
    code
}

fn by_code(folder: &Path, code: &str, store: &dyn KeyStore) -> Result<Vault, NotOpened> {
    Vault::unlock_with_recovery_code(folder, Practice, code, store)
}

fn slots_file(folder: &Path) -> PathBuf {
    folder.join("tilslut-practice.keyslots.json")
}

/// Both files of the key slots.
fn write_slots(folder: &Path, text: &str) {
    for name in ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"] {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn slots(folder: &Path) -> String {
    fs::read_to_string(slots_file(folder)).unwrap()
}

/// Which of the codes open the cases.
fn which_open<const N: usize>(folder: &Path, codes: [&str; N], store: &dyn KeyStore) -> [bool; N] {
    codes.map(|code| match by_code(folder, code, store) {
        Ok(mut vault) => vault.cases().unwrap() == cases()[..1],
        Err(problem) => {
            assert_eq!(problem, Problem::RecoveryCodeWrong);
            false
        }
    })
}

#[test]
fn a_lost_key_store_is_answered_by_the_code_and_then_works_again() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder: &Path = folder.path();
    let code = with_code(folder, &store);
    store.forget();
    let opening = Vault::open(folder, Practice, &store);
    assert!(
        matches!(
            opening,
            Opening::Closed {
                problem: Problem::KeyMissing,
                key_store: true,
                passphrase: false,
                recovery: true
            }
        ),
        "{opening:?}"
    );
    drop(opening);
    let before = slots(folder);
    for wrong in ["", "0000-0000-0000-0000-0000-0000-0000-0000", &code[..34]] {
        assert_eq!(
            by_code(folder, wrong, &store).unwrap_err(),
            Problem::RecoveryCodeWrong,
            "{wrong}"
        );
    }
    assert_eq!(slots(folder), before);

    let mut vault = by_code(folder, &code.to_lowercase().replace('-', " "), &store).unwrap();
    assert_eq!(
        (vault.cases().unwrap(), vault.opened_by()),
        (vec![cases()[0].clone()], KeyWay::RecoveryCode)
    );
    drop(vault);
    assert_eq!(opened(Vault::open(folder, Practice, &store)).opened_by(), KeyWay::KeyStore);
    assert_eq!(slots(folder).matches("key-store").count(), 1, "the old slot is dropped");
    by_code(folder, &code, &store).unwrap();
}

#[test]
fn a_key_store_that_works_or_stays_away_is_left_as_it_is() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let code = with_code(folder.path(), &store);
    let before = slots(folder.path());
    drop(by_code(folder.path(), &code, &store).unwrap());
    for trouble in [KeyStoreError::Locked, KeyStoreError::Unreachable] {
        store.fail(trouble);
        drop(by_code(folder.path(), &code, &store).unwrap());
        store.recover();
    }
    assert_eq!(slots(folder.path()), before);
    opened(Vault::open(folder.path(), Practice, &store));
}

#[test]
fn a_new_code_replaces_the_old_one_when_it_is_kept_and_the_key_store_keeps_working() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let old = with_code(folder, &store);
    let mut vault = opened(Vault::open(folder, Practice, &store));
    let left = vault.new_recovery_code().unwrap();
    let new = vault.new_recovery_code().unwrap();
    assert!(vault.has_recovery(), "the old one");
    drop(vault);
    // Left before it was typed back, and started again.
    assert_eq!(which_open(folder, [&old, &left, &new], &store), [true, false, true]);

    let mut vault = opened(Vault::open(folder, Practice, &store));
    let before = slots(folder);
    assert_eq!(
        vault.keep_recovery_code(),
        Err(Problem::NotAllowedHere),
        "nobody can have typed it back"
    );
    assert_eq!(slots(folder), before);
    let kept = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    assert_eq!(vault.keep_recovery_code(), Err(Problem::NotAllowedHere));
    assert!(vault.has_recovery());
    drop(vault);
    assert_eq!(which_open(folder, [&old, &new, &kept], &store), [false, false, true]);
    let vault = opened(Vault::open(folder, Practice, &store));
    assert_eq!((vault.opened_by(), vault.has_recovery()), (KeyWay::KeyStore, true));
}

#[test]
fn a_code_that_was_never_kept_does_not_count_as_made() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    vault.save(&cases()[0]).unwrap();
    let code = vault.new_recovery_code().unwrap();
    assert!(!vault.has_recovery());
    drop(vault);
    assert!(!opened(Vault::open(folder.path(), Practice, &store)).has_recovery());
    // It opens all the same, for whoever wrote it down and did not type it back.
    store.forget();
    assert!(matches!(
        Vault::open(folder.path(), Practice, &store),
        Opening::Closed { recovery: true, .. }
    ));
    assert!(!by_code(folder.path(), &code, &store).unwrap().has_recovery());
    assert!(!opened(Vault::open(folder.path(), Practice, &store)).has_recovery());
}

#[test]
fn wherever_keeping_a_code_is_cut_off_a_code_opens_and_keeping_one_again_cleans_up() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let old = with_code(folder, &store);
    let mut vault = opened(Vault::open(folder, Practice, &store));
    let new = vault.new_recovery_code().unwrap();
    let pending = slots(folder);
    vault.keep_recovery_code().unwrap();
    let kept = slots(folder);
    drop(vault);
    // The files are replaced whole, so a crash leaves one of these: both with the new one pending,
    // both kept, the new one.
    let mark = "\"pending\": true,";
    assert_eq!((pending.matches(mark).count(), kept.matches("pending").count()), (1, 0));
    for (left, open) in [
        (&pending, [true, true]),
        (&summed(&pending.replace(mark, "")), [true, true]),
        (&kept, [false, true]),
    ] {
        write_slots(folder, left);
        assert_eq!(which_open(folder, [&old, &new], &store), open);
        let mut vault = opened(Vault::open(folder, Practice, &store));
        assert!(vault.has_recovery());
        let next = vault.new_recovery_code().unwrap();
        vault.keep_recovery_code().unwrap();
        drop(vault);
        assert_eq!(which_open(folder, [&old, &new, &next], &store), [false, false, true]);
    }
}

#[test]
#[cfg(unix)]
fn a_code_that_could_not_be_written_is_not_given_out_and_keeping_one_can_be_tried_again() {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let folder = folder.path();
    let old = with_code(folder, &store);
    let mut vault = opened(Vault::open(folder, Practice, &store));
    let pending = vault.new_recovery_code().unwrap();
    let (file, aside, before) = (slots_file(folder), folder.join("aside"), slots(folder));
    // A folder in its place: the rename is refused, whoever asks.
    fs::rename(&file, &aside).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(vault.keep_recovery_code(), Err(Problem::NotSaved));
    assert_eq!(vault.new_recovery_code().unwrap_err(), Problem::NotSaved);
    fs::remove_dir(&file).unwrap();
    fs::rename(&aside, &file).unwrap();
    assert_eq!(slots(folder), before);
    assert_eq!(before.matches("recovery-code").count(), 2, "both codes still open");
    // The code that was shown, not the one that could not be made.
    vault.keep_recovery_code().unwrap();
    drop(vault);
    assert_eq!(which_open(folder, [&old, &pending], &store), [false, true]);
}

/// A key store that takes what it is given and keeps nothing, or something else.
struct Faithless(Option<&'static str>);

impl KeyStore for Faithless {
    fn read(&self, _: &str) -> Result<Option<Secret>, KeyStoreError> {
        Ok(self.0.map(Secret::from))
    }

    fn write(&self, _: &str, _: &Secret) -> Result<(), KeyStoreError> {
        Ok(())
    }

    fn delete(&self, _: &str) -> Result<(), KeyStoreError> {
        Ok(())
    }
}

#[test]
fn nothing_relies_on_a_key_store_before_the_key_came_back() {
    for kept in [None, Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")] {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            Vault::open(folder.path(), Practice, &Faithless(kept)),
            Opening::ChoosePassphrase
        ));
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["tilslut-practice.lock"]);
    }
    // A code still opens, and its slot and the old key store's stay, when the new key did not come
    // back.
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let code = with_code(folder.path(), &store);
    drop(by_code(folder.path(), &code, &Faithless(None)).unwrap());
    assert_eq!(opened(Vault::open(folder.path(), Practice, &store)).opened_by(), KeyWay::KeyStore);
    by_code(folder.path(), &code, &store).unwrap();
}

/// A key store that notes what it is asked, and what the disk holds at that moment.
struct Watched {
    inner: MemoryKeyStore,
    folder: PathBuf,
    seen: Mutex<Vec<(String, bool)>>,
}

impl KeyStore for Watched {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        self.note("read");
        self.inner.read(account)
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        self.note("write");
        self.inner.write(account, secret)
    }

    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        self.note("delete");
        self.inner.delete(account)
    }
}

impl Watched {
    fn over(inner: MemoryKeyStore, folder: &TempDir) -> Self {
        Self { inner, folder: folder.path().to_owned(), seen: Mutex::default() }
    }

    /// What was asked, and whether a key file lay on the disk at that moment with more than one key
    /// store slot.
    fn note(&self, what: &str) {
        let text = fs::read_to_string(self.folder.join("tilslut-practice.keyslots.json"))
            .unwrap_or_default();
        self.seen
            .lock()
            .unwrap()
            .push((what.to_owned(), text.matches("\"key-store\"").count() > 1));
    }

    fn seen(&self) -> Vec<(String, bool)> {
        self.seen.lock().unwrap().clone()
    }
}

#[test]
fn the_key_store_is_asked_in_the_right_order() {
    let folder = tempfile::tempdir().unwrap();
    let first = Watched::over(MemoryKeyStore::new(), &folder);
    let code = opened(Vault::open(folder.path(), Practice, &first)).new_recovery_code().unwrap();
    let expected = |steps: &[(&str, bool)]| {
        steps.iter().map(|(what, both)| ((*what).to_owned(), *both)).collect::<Vec<_>>()
    };
    // What is remembered of cases that were here is asked for first.
    assert_eq!(first.seen(), expected(&[("read", false), ("write", false), ("read", false)]));

    first.inner.forget();
    let second = Watched::over(first.inner, &folder);
    by_code(folder.path(), &code, &second).unwrap();
    // The new slot lies beside the old one before the key store's entry is replaced, and until it
    // was read back.
    let steps = [("read", false), ("read", false), ("write", true), ("read", true)];
    assert_eq!(second.seen(), expected(&steps));
}
