//! A passphrase where there is a key store: who may set it, what opens the cases from then on, and
//! what a crash between two writes leaves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::keys::KeyWay;
use domain::problem::Problem;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases, summed};
use vault::{KeyStoreError, NotOpened, Opening, Secret, Vault};

const FIRST: &str = "en lang adgangssætning";
const SECOND: &str = "en anden lang adgangssætning";
const FILES: [&str; 2] = ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"];

struct Machine {
    folder: TempDir,
    store: MemoryKeyStore,
}

impl Machine {
    /// Cases that the key store opens, with a recovery code that is kept.
    fn new() -> (Self, String) {
        let machine = Self { folder: tempfile::tempdir().unwrap(), store: MemoryKeyStore::new() };
        let mut vault = machine.by_key_store().expect("open");
        vault.save(&cases()[0]).unwrap();
        let code = vault.new_recovery_code().unwrap();
        vault.keep_recovery_code().unwrap();
        (machine, code)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn by_key_store(&self) -> Result<Vault, Problem> {
        match Vault::open(self.path(), Practice, &self.store) {
            Opening::Open(vault) => Ok(vault),
            Opening::Closed { problem, .. } => Err(problem),
            other => panic!("{other:?}"),
        }
    }

    fn by_passphrase(&self, passphrase: &str) -> Result<Vault, NotOpened> {
        Vault::unlock_with_passphrase(self.path(), Practice, &passphrase.into())
    }

    fn by_code(&self, code: &str) -> Vault {
        Vault::unlock_with_recovery_code(self.path(), Practice, code, &self.store).unwrap()
    }

    fn set(&self, vault: &mut Vault, current: Option<&str>, new: &str) -> Result<(), Problem> {
        let current = current.map(Secret::from);
        vault.set_passphrase(current.as_ref(), &new.into(), &self.store)
    }

    fn slots(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path().join(FILES[0])).unwrap()).unwrap()
    }

    /// How many slots there are of a kind.
    fn count(&self, kind: &str) -> usize {
        let slots = self.slots();
        slots["slots"].as_array().unwrap().iter().filter(|slot| slot["kind"] == kind).count()
    }

    /// Both files as a crash would have left them.
    fn write(&self, content: &Value) {
        let text = summed(&content.to_string());
        FILES.iter().for_each(|name| fs::write(self.path().join(name), &text).unwrap());
    }
}

#[test]
fn a_passphrase_ends_the_way_of_the_key_store_and_its_removal_begins_it_again() {
    let (machine, code) = Machine::new();
    let mut vault = machine.by_key_store().unwrap();
    machine.set(&mut vault, None, FIRST).unwrap();
    assert!(vault.has_passphrase() && !vault.opens_by_itself());
    assert_eq!(vault.opened_by(), KeyWay::Passphrase);
    drop(vault);
    assert_eq!((machine.count("key-store"), machine.count("passphrase")), (0, 1));
    assert!(machine.store.accounts().is_empty());
    assert_eq!(machine.by_key_store().unwrap_err(), Problem::KeyMissing);

    let mut vault = machine.by_passphrase(FIRST).unwrap();
    for wrong in [None, Some(SECOND)] {
        let refused = machine.set(&mut vault, wrong, SECOND).unwrap_err();
        assert_eq!(refused, Problem::PassphraseWrong, "{wrong:?}");
    }
    machine.set(&mut vault, Some(FIRST), SECOND).unwrap();
    drop(vault);
    assert_eq!(machine.by_passphrase(FIRST).unwrap_err(), Problem::PassphraseWrong);
    // The recovery code opens them, gives nothing back to the key store, and is enough to choose
    // another passphrase when the old one was forgotten.
    let mut vault = machine.by_code(&code);
    assert_eq!(machine.count("key-store"), 0);
    machine.set(&mut vault, None, FIRST).unwrap();
    drop(vault);

    let mut vault = machine.by_passphrase(FIRST).unwrap();
    assert_eq!(vault.remove_passphrase(None, &machine.store), Err(Problem::PassphraseWrong));
    vault.remove_passphrase(Some(&FIRST.into()), &machine.store).unwrap();
    drop(vault);
    assert_eq!((machine.count("key-store"), machine.count("passphrase")), (1, 0));
    let mut vault = machine.by_key_store().unwrap();
    assert_eq!(vault.cases().unwrap(), cases()[..1]);
    drop(vault);
    assert_eq!(machine.by_passphrase(FIRST).unwrap_err(), Problem::PassphraseWrong);
}

#[test]
fn a_passphrase_is_long_and_there_is_another_way_for_whoever_forgets_it() {
    let (machine, _) = Machine::new();
    let mut vault = machine.by_key_store().unwrap();
    assert_eq!(machine.set(&mut vault, None, "elleve tegn"), Err(Problem::PassphraseShort));
    drop(vault);
    let store = MemoryKeyStore::new();
    let folder = tempfile::tempdir().unwrap();
    let Opening::Open(mut vault) = Vault::open(folder.path(), Practice, &store) else { panic!() };
    let set = |vault: &mut Vault| vault.set_passphrase(None, &FIRST.into(), &store);
    assert_eq!(set(&mut vault), Err(Problem::RecoveryCodeFirst));
    // One that was made and not typed back is none.
    vault.new_recovery_code().unwrap();
    assert_eq!(set(&mut vault), Err(Problem::RecoveryCodeFirst));
    assert!(vault.opens_by_itself());
}

#[test]
fn a_key_store_that_does_not_keep_the_key_leaves_the_passphrase() {
    let (machine, _) = Machine::new();
    let mut vault = machine.by_key_store().unwrap();
    machine.set(&mut vault, None, FIRST).unwrap();
    let before = machine.slots();
    for trouble in [KeyStoreError::Locked, KeyStoreError::Unreachable] {
        machine.store.fail(trouble);
        let refused = vault.remove_passphrase(Some(&FIRST.into()), &machine.store);
        assert_eq!(refused, Err(Problem::KeyStoreUnreachable));
        machine.store.recover();
    }
    assert_eq!(machine.slots(), before);
    drop(vault);
    machine.by_passphrase(FIRST).unwrap();
}

/// Setting it writes the new slot beside the old ones, and then one more time without them.
#[test]
fn a_crash_while_it_is_set_leaves_the_key_store_and_no_half_passphrase() {
    let (machine, _) = Machine::new();
    let before = machine.slots();
    let account = machine.store.accounts().remove(0);
    let kept = vault::KeyStore::read(&machine.store, &account).unwrap().unwrap();
    let mut vault = machine.by_key_store().unwrap();
    machine.set(&mut vault, None, FIRST).unwrap();
    drop(vault);
    let slot = with_pending(&machine.slots(), "passphrase");
    machine.write(&with_slot(&before, slot));
    vault::KeyStore::write(&machine.store, &account, &kept).unwrap();

    let mut vault = machine.by_key_store().unwrap();
    assert!(vault.opens_by_itself() && !vault.has_passphrase());
    machine.set(&mut vault, None, SECOND).unwrap();
    drop(vault);
    assert_eq!(machine.count("passphrase"), 1);
    assert_eq!(machine.by_passphrase(FIRST).unwrap_err(), Problem::PassphraseWrong);
    machine.by_passphrase(SECOND).unwrap();
}

/// Taking it away gives the key store a key before the passphrase's slot goes.
#[test]
fn a_crash_while_it_is_removed_leaves_the_passphrase_asked_for() {
    let (machine, _) = Machine::new();
    let mut vault = machine.by_key_store().unwrap();
    machine.set(&mut vault, None, FIRST).unwrap();
    let before = machine.slots();
    vault.remove_passphrase(Some(&FIRST.into()), &machine.store).unwrap();
    drop(vault);
    let slot = with_pending(&machine.slots(), "key-store");
    machine.write(&with_slot(&before, slot));

    assert_eq!(machine.by_key_store().unwrap_err(), Problem::KeyMissing);
    let mut vault = machine.by_passphrase(FIRST).unwrap();
    vault.remove_passphrase(Some(&FIRST.into()), &machine.store).unwrap();
    drop(vault);
    machine.by_key_store().unwrap();
}

fn with_pending(content: &Value, kind: &str) -> Value {
    let mut slots = content["slots"].as_array().unwrap().iter();
    let mut slot = slots.find(|slot| slot["kind"] == kind).unwrap().clone();
    slot["pending"] = json!(true);
    slot
}

fn with_slot(content: &Value, slot: Value) -> Value {
    let mut content = content.clone();
    content["slots"].as_array_mut().unwrap().push(slot);
    content
}
