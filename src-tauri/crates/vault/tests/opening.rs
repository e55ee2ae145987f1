//! What opening does in every state that the key store and the folder can be in, and that it
//! changes nothing it should not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::{Live, Practice};
use domain::keys::KeyWay;
use domain::problem::Problem;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vault::testing::{CANARIES, MemoryKeyStore, cases, summed};
use vault::{KeyStoreError, Opening, Secret, Vault};

const PASSPHRASE: &str = "en lang adgangskode";

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn opened(opening: Opening) -> Vault {
    match opening {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn closed(opening: &Opening) -> (Problem, bool, bool) {
    match opening {
        Opening::Closed { problem, passphrase, recovery, .. } => (*problem, *passphrase, *recovery),
        other => panic!("not closed: {other:?}"),
    }
}

fn stopped(opening: &Opening) -> Problem {
    match opening {
        Opening::Stopped(problem) => *problem,
        other => panic!("not stopped: {other:?}"),
    }
}

/// Every file of the folder but the lock, which holds nothing.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entry = |entry: fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    fs::read_dir(folder)
        .unwrap()
        .map(|e| entry(e.unwrap()))
        .filter(|(name, _)| !name.ends_with(".lock"))
        .collect()
}

/// A closed vault with every sample case in it.
fn filled(folder: &Path, store: &MemoryKeyStore) {
    let mut vault = opened(Vault::open(folder, Practice, store));
    cases().iter().for_each(|case| vault.save(case).unwrap());
}

/// The engine holds the vault on a thread of its own.
const _: fn() = || {
    fn may_move_between_threads<T: Send + 'static>() {}
    may_move_between_threads::<Vault>();
};

#[test]
fn what_was_saved_is_there_when_it_is_opened_again() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    let inner = folder.path().join("a").join("b");
    filled(&inner, &store);
    let mut vault = opened(Vault::open(&inner, Practice, &store));
    assert_eq!(vault.cases().unwrap(), cases());
    assert_eq!((vault.opened_by(), vault.has_recovery()), (KeyWay::KeyStore, false));

    let gone = cases().remove(0).id;
    vault.delete(&gone).unwrap();
    vault.delete(&gone).unwrap();
    let mut changed = cases().remove(1);
    changed.problem = Some(Problem::ReceiverDown);
    vault.save(&changed).unwrap();
    assert_eq!(vault.setting("language"), None);
    vault.set_setting("language", "en").unwrap();
    vault.set_setting("language", "da").unwrap();
    drop(vault);

    let mut vault = opened(Vault::open(&inner, Practice, &store));
    let stored = vault.cases().unwrap();
    assert_eq!((stored.len(), &stored[0]), (cases().len() - 1, &changed));
    assert_eq!(vault.setting("language").as_deref(), Some("da"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&inner).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

/// The web engine may have made the folder first, as any folder is made.
#[cfg(unix)]
#[test]
fn a_folder_that_others_may_enter_is_closed_to_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, store) = (folder(), MemoryKeyStore::new());
    for mode in [0o755, 0o777] {
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        drop(opened(Vault::open(folder.path(), Practice, &store)));
        assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn one_process_at_a_time_and_the_environments_do_not_meet() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    let mut practice = opened(Vault::open(folder.path(), Practice, &store));
    assert_eq!(stopped(&Vault::open(folder.path(), Practice, &store)), Problem::VaultInUse);
    assert_eq!(
        Vault::unlock_with_passphrase(folder.path(), Practice, &PASSPHRASE.into()).unwrap_err(),
        Problem::VaultInUse
    );
    let mut live = opened(Vault::open(folder.path(), Live, &store));
    let case = cases().remove(0);
    assert_eq!(live.save(&case), Err(Problem::NotSaved));
    practice.save(&case).unwrap();
    assert_eq!((practice.cases().unwrap().len(), live.cases().unwrap().len()), (1, 0));
    drop(practice);
    opened(Vault::open(folder.path(), Practice, &store));
    assert_eq!(store.accounts().len(), 2);
}

#[test]
fn each_state_of_the_key_store_is_told_and_changes_nothing() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    filled(folder.path(), &store);
    let (before, account) = (files(folder.path()), store.accounts().remove(0));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        [
            "tilslut-practice.db",
            "tilslut-practice.keyslots-copy.json",
            "tilslut-practice.keyslots.json",
            "tilslut-practice.mark"
        ]
    );

    for (trouble, problem) in [
        (KeyStoreError::Locked, Problem::KeyStoreLocked),
        (KeyStoreError::Unreachable, Problem::KeyStoreUnreachable),
    ] {
        store.fail(trouble);
        assert_eq!(closed(&Vault::open(folder.path(), Practice, &store)), (problem, false, false));
        store.recover();
    }
    let absent = MemoryKeyStore::new();
    assert_eq!(
        closed(&Vault::open(folder.path(), Practice, &absent)),
        (Problem::KeyMissing, false, false)
    );
    assert!(absent.accounts().is_empty(), "no key is made for a database that exists");
    for key in ["not a key", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="] {
        let wrong = MemoryKeyStore::new();
        vault::KeyStore::write(&wrong, &account, &key.into()).unwrap();
        assert_eq!(
            closed(&Vault::open(folder.path(), Practice, &wrong)).0,
            Problem::KeyWrong,
            "{key}"
        );
    }
    assert_eq!(files(folder.path()), before);
    assert_eq!(opened(Vault::open(folder.path(), Practice, &store)).cases().unwrap(), cases());
}

#[test]
fn a_database_without_key_slots_never_gets_a_new_key() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    filled(folder.path(), &store);
    slots(folder.path()).iter().for_each(|path| fs::remove_file(path).unwrap());
    let before = files(folder.path());
    assert_eq!(
        closed(&Vault::open(folder.path(), Practice, &store)),
        (Problem::KeySlotsLost, false, false)
    );
    assert_eq!(
        Vault::create_with_passphrase(folder.path(), Practice, &PASSPHRASE.into()).unwrap_err(),
        Problem::NotAllowedHere
    );
    assert_eq!(
        Vault::unlock_with_passphrase(folder.path(), Practice, &PASSPHRASE.into()).unwrap_err(),
        Problem::PassphraseWrong
    );
    assert_eq!((files(folder.path()), store.accounts().len()), (before, 1));
}

#[test]
fn a_database_that_vanished_is_not_answered_with_an_empty_one() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    filled(folder.path(), &store);
    let database = folder.path().join("tilslut-practice.db");
    let whole = fs::read(&database).unwrap();
    fs::remove_file(&database).unwrap();
    assert!(matches!(Vault::open(folder.path(), Practice, &store), Opening::Damaged(_)));
    assert!(!database.exists());
    for damaged in [vec![], whole[..100].to_vec(), vec![0; whole.len()], flipped(&whole, 40)] {
        fs::write(&database, &damaged).unwrap();
        assert!(matches!(Vault::open(folder.path(), Practice, &store), Opening::Damaged(_)));
        assert_eq!(fs::read(&database).unwrap(), damaged, "left as it was found");
    }
    fs::write(&database, whole).unwrap();
    assert_eq!(opened(Vault::open(folder.path(), Practice, &store)).cases().unwrap(), cases());
}

fn flipped(bytes: &[u8], place: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[place] ^= 1;
    bytes
}

#[test]
fn key_slots_that_cannot_be_read_are_left_as_they_are() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    filled(folder.path(), &store);
    let paths = slots(folder.path());
    let whole = fs::read_to_string(&paths[0]).unwrap();
    for (text, is_newer) in [
        (whole.replace("\"format\": 2", "\"format\": 3"), true),
        (r#"{"format":3,"unheard":"of"}"#.to_owned(), true),
        (whole.replace("practice", "live"), false),
        (whole.replace("\"slots\"", "\"slot\""), false),
        (whole[..40].to_owned(), false),
        (String::new(), false),
    ] {
        paths.iter().for_each(|path| fs::write(path, &text).unwrap());
        let opening = Vault::open(folder.path(), Practice, &store);
        if is_newer {
            assert_eq!(stopped(&opening), Problem::VaultNewer, "{text}");
        } else {
            // A backup has what they had.
            assert_eq!(closed(&opening), (Problem::KeySlotsLost, false, false), "{text}");
        }
        drop(opening);
        paths.iter().for_each(|path| assert_eq!(fs::read_to_string(path).unwrap(), text));
    }
}

/// Both files of the key slots.
fn slots(folder: &Path) -> [PathBuf; 2] {
    ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"]
        .map(|name| folder.join(name))
}

#[cfg(unix)]
#[test]
fn a_crash_between_key_slots_and_database_is_gone_on_with() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    let database = folder.path().join("tilslut-practice.db");
    // Nothing can be made there.
    std::os::unix::fs::symlink("/nowhere/at/all", &database).unwrap();
    stopped(&Vault::open(folder.path(), Practice, &store));
    let unmade = slots(folder.path()).map(|path| fs::read_to_string(path).unwrap());
    assert!(unmade.iter().all(|text| text.contains("\"made\": false")));
    fs::remove_file(&database).unwrap();
    drop(opened(Vault::open(folder.path(), Practice, &store)));
    for left in [None, Some(vec![]), Some(fs::read(&database).unwrap())] {
        for (path, text) in slots(folder.path()).iter().zip(&unmade) {
            fs::write(path, text).unwrap();
        }
        fs::remove_file(&database).unwrap();
        // A crash there comes before the first save, and so before the first mark.
        fs::remove_file(folder.path().join("tilslut-practice.mark")).ok();
        left.iter().for_each(|bytes| fs::write(&database, bytes).unwrap());
        let mut vault = opened(Vault::open(folder.path(), Practice, &store));
        vault.save(&cases()[0]).unwrap();
        for path in slots(folder.path()) {
            assert!(fs::read_to_string(path).unwrap().contains("\"made\": true"));
        }
    }
}

#[test]
fn a_database_that_vanished_is_not_made_anew_because_somebody_wrote_that_it_never_was() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    filled(folder.path(), &store);
    let database = folder.path().join("tilslut-practice.db");
    fs::remove_file(&database).unwrap();
    for path in slots(folder.path()) {
        let made = fs::read_to_string(&path).unwrap();
        fs::write(&path, summed(&made.replace("\"made\": true", "\"made\": false"))).unwrap();
    }
    assert!(matches!(Vault::open(folder.path(), Practice, &store), Opening::Damaged(_)));
    assert!(!database.exists());
}

#[test]
fn without_a_key_store_a_passphrase_is_chosen_and_nothing_is_written_before() {
    for trouble in [KeyStoreError::Unreachable, KeyStoreError::Locked] {
        let (folder, store) = (folder(), MemoryKeyStore::failing(trouble));
        assert!(matches!(Vault::open(folder.path(), Practice, &store), Opening::ChoosePassphrase));
        for short in ["", "elleve tegn", "æøåæøåæøåæø"] {
            assert_eq!(
                Vault::create_with_passphrase(folder.path(), Practice, &short.into()).unwrap_err(),
                Problem::PassphraseShort
            );
        }
        assert!(files(folder.path()).is_empty());

        let passphrase = Secret::from("æøåæøåæøåæøå");
        let mut vault =
            Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
        vault.save(&cases()[0]).unwrap();
        assert_eq!(vault.opened_by(), KeyWay::Passphrase);
        drop(vault);
        // The key store is not asked: it cannot open them.
        let opening = Vault::open(folder.path(), Practice, &store);
        assert_eq!(closed(&opening), (Problem::KeyMissing, true, false));
        drop(opening);
        let wrong = Vault::unlock_with_passphrase(folder.path(), Practice, &PASSPHRASE.into());
        assert_eq!(wrong.unwrap_err(), Problem::PassphraseWrong);
        assert_eq!(
            Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap_err(),
            Problem::NotAllowedHere
        );
        let mut vault =
            Vault::unlock_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
        assert_eq!(vault.cases().unwrap(), cases()[..1]);
    }
}

#[test]
fn without_the_key_nothing_can_be_read() {
    let (folder, store) = (folder(), MemoryKeyStore::new());
    let mut vault = opened(Vault::open(folder.path(), Practice, &store));
    cases().iter().for_each(|case| vault.save(case).unwrap());
    vault.set_setting("kanarieordet", "Kanariefugl").unwrap();
    let code = vault.new_recovery_code().unwrap();
    let open = files(folder.path());
    assert!(
        open["tilslut-practice.db-wal"].len() > 10_000
            && open.contains_key("tilslut-practice.db-shm"),
        "the log is looked at while it is full"
    );
    drop(vault);
    for (name, bytes) in open.into_iter().chain(files(folder.path())) {
        for canary in CANARIES.into_iter().chain(["CREATE TABLE", &code, &code.replace('-', "")]) {
            assert!(
                !bytes.windows(canary.len()).any(|window| window == canary.as_bytes()),
                "{canary} in {name}"
            );
        }
        assert!(!bytes.starts_with(b"SQLite format 3"), "{name}");
    }
}
