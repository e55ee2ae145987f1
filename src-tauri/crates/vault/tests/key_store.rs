//! The real Secret Service of the session keeps a key, and each of its states is told from the
//! others.
//!
//! It needs a session bus of its own with GNOME Keyring unlocked on it, `dbus-send` and
//! `secret-tool`; so it is ignored by `cargo test`, and run like this (store.md §3), with `HOME`
//! and `XDG_RUNTIME_DIR` (mode 0700) set to empty folders, `CARGO_HOME` and `RUSTUP_HOME` set to
//! where they are, and `DISPLAY` and `WAYLAND_DISPLAY` unset:
//!
//! ```sh
//! dbus-run-session -- sh -c 'printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
//!   cargo test -p vault --test key_store -- --ignored'
//! ```
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::{Live, Practice};
use domain::keys::KeyWay;
use domain::problem::Problem;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use vault::testing::cases;
use vault::{KeyStore, KeyStoreError, Opening, Vault, system_key_store};

// One test, because the session has one key store and its states follow upon each other.
#[test]
#[ignore = "needs a session bus; run by cargo xtask test"]
fn the_session_s_own_key_store_in_each_of_its_states() {
    let store = system_key_store(Practice);
    keeps_replaces_and_forgets(&*store);

    let folder = tempfile::tempdir().unwrap();
    let code = {
        let mut vault = opened(folder.path(), &*store);
        vault.save(&cases()[0]).unwrap();
        vault.new_recovery_code().unwrap()
    };
    let by = |store: &dyn KeyStore| {
        let mut vault = opened(folder.path(), store);
        (vault.opened_by(), vault.cases().unwrap().len())
    };
    assert_eq!(by(&*store), (KeyWay::KeyStore, 1));
    let account = account_of(folder.path());

    // Another program added an entry under the same name: the key that fits is found among them.
    let script = "printf andet | secret-tool store --label=x made-by another service dk.tilslut.practice username $0";
    let other = Command::new("sh").args(["-c", script, &account]).status();
    assert!(other.unwrap().success());
    assert_eq!(by(&*store), (KeyWay::KeyStore, 1));
    clear(&account);
    assert_eq!(closed_because(folder.path(), &*store), Problem::KeyMissing);

    // The recovery code gives the key store a new key.
    drop(Vault::unlock_with_recovery_code(folder.path(), Practice, &code, &*store).unwrap());
    assert_eq!(by(&*store), (KeyWay::KeyStore, 1));

    store.write(&account, &"noget andet".into()).unwrap();
    assert_eq!(closed_because(folder.path(), &*store), Problem::KeyWrong);
    drop(Vault::unlock_with_recovery_code(folder.path(), Practice, &code, &*store).unwrap());
    assert_eq!(by(&*store), (KeyWay::KeyStore, 1));

    // Frozen: no call returns, and the program does not wait for ever. Thawed: the same store works
    // again.
    let daemon = daemon();
    signal("-STOP", &daemon);
    let before = Instant::now();
    let frozen = closed_because(folder.path(), &*store);
    let waited = before.elapsed();
    signal("-CONT", &daemon);
    assert_eq!(frozen, Problem::KeyStoreUnreachable);
    assert!((Duration::from_secs(3)..Duration::from_secs(6)).contains(&waited), "{waited:?}");
    assert_eq!(by(&*store), (KeyWay::KeyStore, 1));

    // Locked, and nobody is there to answer the prompt.
    lock();
    assert_eq!(closed_because(folder.path(), &*store), Problem::KeyStoreLocked);
    assert_eq!(store.write(&account, &"x".into()), Err(KeyStoreError::Locked));
    let mut vault =
        Vault::unlock_with_recovery_code(folder.path(), Practice, &code, &*store).unwrap();
    assert_eq!(vault.cases().unwrap(), cases()[..1]);
}

fn keeps_replaces_and_forgets(store: &dyn KeyStore) {
    let read = |account: &str| store.read(account).unwrap().map(|secret| secret.bytes().to_vec());
    assert_eq!(read("a"), None);
    store.write("a", &"første".into()).unwrap();
    store.write("b", &"andet".into()).unwrap();
    store.write("a", &"nyt".into()).unwrap();
    assert_eq!((read("a"), read("b")), (Some("nyt".into()), Some("andet".into())));
    assert!(
        system_key_store(Live).read("a").unwrap().is_none(),
        "the environments have entries of their own"
    );
    store.delete("a").unwrap();
    store.delete("a").unwrap();
    assert_eq!((read("a"), read("b")), (None, Some("andet".into())));
}

fn opened(folder: &Path, store: &dyn KeyStore) -> Vault {
    match Vault::open(folder, Practice, store) {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn closed_because(folder: &Path, store: &dyn KeyStore) -> Problem {
    match Vault::open(folder, Practice, store) {
        Opening::Closed { problem, key_store: true, passphrase: false, recovery: true } => problem,
        other => panic!("not closed with a recovery code: {other:?}"),
    }
}

fn account_of(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("tilslut-practice.keyslots.json")).unwrap();
    let after = text.split("\"database\": \"").nth(1).unwrap();
    after[..32].to_owned()
}

/// Removes every entry of an account, ours and others'.
fn clear(account: &str) {
    let clear = ["clear", "service", "dk.tilslut.practice", "username", account];
    assert!(Command::new("secret-tool").args(clear).status().unwrap().success());
}

/// The process that answers for the Secret Service on this session's bus.
fn daemon() -> String {
    let asked = [
        "--session",
        "--print-reply=literal",
        "--dest=org.freedesktop.DBus",
        "/org/freedesktop/DBus",
    ];
    let about =
        ["org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.secrets"];
    let answer = Command::new("dbus-send").args(asked).args(about).output().unwrap();
    let text = String::from_utf8(answer.stdout).unwrap();
    text.split_whitespace().last().unwrap().to_owned()
}

/// Locks the collection that new entries go to.
fn lock() {
    let to = [
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets",
    ];
    let what = [
        "org.freedesktop.Secret.Service.Lock",
        "array:objpath:/org/freedesktop/secrets/aliases/default",
    ];
    assert!(Command::new("dbus-send").args(to).args(what).output().unwrap().status.success());
}

fn signal(which: &str, process: &str) {
    assert!(Command::new("kill").args([which, process]).status().unwrap().success());
}
