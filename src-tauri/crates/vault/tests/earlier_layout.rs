//! A vault as an earlier program left it, byte for byte: it opens, is brought to this layout, and
//! counts from there. The files in `frozen/` never change.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId, Stage};
use domain::history::{Change, Log};
use domain::rollback::Rollback;
use std::fs;
use std::path::Path;
use vault::testing::cases;
use vault::{NotOpened, Secret, Vault};

const SEVENTH: &[u8] = include_bytes!("frozen/layout-7.db");
const SEVENTH_SLOTS: &[u8] = include_bytes!("frozen/layout-7.keyslots.json");
const EIGHTH: &[u8] = include_bytes!("frozen/layout-8.db");
const EIGHTH_SLOTS: &[u8] = include_bytes!("frozen/layout-8.keyslots.json");

fn put(folder: &Path) {
    put_vault(folder, SEVENTH, SEVENTH_SLOTS);
}

fn put_vault(folder: &Path, database: &[u8], slots: &[u8]) {
    fs::write(folder.join("tilslut-practice.db"), database).unwrap();
    for name in ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"] {
        fs::write(folder.join(name), slots).unwrap();
    }
}

fn open(folder: &Path) -> Result<Vault, NotOpened> {
    Vault::unlock_with_passphrase(folder, Practice, &Secret::from("en lang adgangskode"))
}

/// The cases that it has, and no other.
fn seven() -> Vec<CaseId> {
    (1..=7).map(|number: u8| CaseId(format!("{number:032x}"))).collect()
}

#[test]
fn a_vault_of_layout_7_opens_with_its_cases_and_counts_from_there() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path());
    let ids = |cases: &[Case]| cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>();
    let mut vault = open(folder.path()).unwrap();
    let before = vault.cases().unwrap();
    assert_eq!(ids(&before), seven());
    assert_eq!(vault.unreadable(), Ok(vec![]));
    assert_eq!(vault.chain_end(), Ok(None));
    assert!(!folder.path().join("tilslut-practice.mark").exists(), "nothing was counted yet");
    let changed =
        Case { problem: Some(domain::problem::Problem::ReceiverDown), ..cases()[0].clone() };
    vault.save(&Case { id: seven()[0].clone(), ..changed }).unwrap();
    drop(vault);
    let mut vault = open(folder.path()).unwrap();
    assert_eq!(vault.cases().unwrap()[1..], before[1..]);
    drop(vault);
    // The vault of before in its place is older than what was saved since.
    put(folder.path());
    let Err(NotOpened::Older(found)) = open(folder.path()) else { panic!("older") };
    assert_eq!((found.missing().kind, found.missing().changes), (Rollback::Older, 1));
    drop(found);
    assert_eq!(fs::read(folder.path().join("tilslut-practice.db")).unwrap(), SEVENTH, "untouched");
    let Err(NotOpened::Older(found)) = open(folder.path()) else { panic!("older") };
    let mut vault = found.go_on().unwrap();
    assert_eq!(vault.cases().unwrap(), before);
    drop(vault);
    drop(open(folder.path()).unwrap());
}

#[test]
fn a_vault_of_layout_8_opens_with_its_cases_and_has_a_history_from_there() {
    let folder = tempfile::tempdir().unwrap();
    put_vault(folder.path(), EIGHTH, EIGHTH_SLOTS);
    let mut vault = open(folder.path()).unwrap();
    let before = vault.cases().unwrap();
    assert_eq!(before.iter().map(|case| case.id.clone()).collect::<Vec<_>>(), seven());
    for id in seven() {
        assert_eq!(vault.history(&id), Ok(Log::default()), "nothing is known of before");
    }
    let mut case = before[1].clone();
    let Stage::Drafting(draft) = &mut case.stage else { panic!("a draft") };
    let old = std::mem::replace(&mut draft.representative.title, "Formand".into());
    vault.save(&case).unwrap();
    drop(vault);
    let vault = open(folder.path()).unwrap();
    let log = vault.history(&case.id).unwrap();
    let changed =
        Change::Answer { field: "representative.title".into(), old, new: "Formand".into() };
    assert_eq!(log.entries.into_iter().map(|entry| entry.what).collect::<Vec<_>>(), [changed]);
}
