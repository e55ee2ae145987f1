//! The history of a case: kept with each save, bounded, taken along by a backup, and gone with the case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Timestamp;
use domain::case::{Case, CaseId, Stage};
use domain::chain::Link;
use domain::draft::{Draft, RepresentativeAnswers, Role};
use domain::history::{Change, Log, MOST};
use domain::merge::Fate;
use jiff::civil::date;
use jiff::{SignedDuration, ToSpan as _};
use vault::testing::{Computer, cases};
use vault::{BackupFile, BackupKey, OpenBackup, Vault};

const BEGUN: Timestamp = Timestamp::UNIX_EPOCH;

/// A backup of a vault, open on this computer.
fn backup_of(vault: &mut Vault, here: &Computer) -> OpenBackup {
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    let path = here.folder.path().join("kopi.tilslut-backup");
    vault.backup().run(&path, BEGUN, &mut |_| true).unwrap();
    let file = BackupFile::read(&path).unwrap();
    file.open(&BackupKey::RecoveryCode(&code), here.folder.path()).unwrap()
}

/// A draft of which this is answered, saved so many minutes after it was begun.
fn draft(cvr: &str, name: &str, minutes: i64) -> Case {
    let found = cases().into_iter().find(|case| matches!(case.stage, Stage::Drafting(_))).unwrap();
    let representative = RepresentativeAnswers { name: name.into(), ..Default::default() };
    let draft =
        Draft { cvr: cvr.into(), role: Some(Role::Reporter), representative, ..Draft::default() };
    let changed = BEGUN + SignedDuration::from_mins(minutes);
    Case { stage: Stage::Drafting(Box::new(draft)), changed, id: id(), ..found }
}

fn id() -> CaseId {
    CaseId("7".repeat(32))
}

fn approved(minutes: i64) -> Case {
    let found = cases().into_iter().find(|case| matches!(case.stage, Stage::Approved(_))).unwrap();
    Case { id: id(), changed: draft("", "", minutes).changed, ..found }
}

fn answer(field: &str, old: &str, new: &str) -> Change {
    Change::Answer { field: field.into(), old: old.into(), new: new.into() }
}

fn changes(log: &Log) -> Vec<Change> {
    log.entries.iter().map(|entry| entry.what.clone()).collect()
}

fn of(vault: &Vault) -> Vec<Change> {
    changes(&vault.history(&id()).unwrap())
}

#[test]
fn each_save_writes_what_is_new_and_it_is_there_when_the_vault_is_opened_again() {
    let computer = Computer::new();
    let mut vault = computer.open();
    vault.save(&draft("", "", 0)).unwrap();
    assert_eq!(vault.history(&id()), Ok(Log::default()), "a new case has none");
    vault.save(&draft("1", "", 1)).unwrap();
    vault.save(&draft("13", "", 2)).unwrap();
    vault.save(&draft("13", "", 3)).unwrap();
    vault.save(&draft("13", "Mette", 4)).unwrap();
    let approved = approved(5);
    let link = Link { number: 1, previous: None, case: id(), bundle_sha256: [1; 32] };
    vault.save_with_link(&approved, &link).unwrap();
    let expected = [answer("cvr", "", "13"), answer("representative.name", "", "Mette")];
    assert_eq!(of(&vault), expected);
    drop(vault);
    let vault = computer.open();
    let log = vault.history(&id()).unwrap();
    assert_eq!((changes(&log), log.gone), (expected.to_vec(), None));
    let first = &log.entries[0];
    assert_eq!((first.began, first.at), (BEGUN + 1.minute(), BEGUN + 2.minutes()));
    assert_eq!(first.by, Some(Role::Reporter));
}

#[test]
fn the_oldest_go_first_and_it_is_told_that_they_did() {
    let computer = Computer::new();
    let mut vault = computer.open();
    let many = i64::try_from(MOST).unwrap() + 3;
    vault.save(&draft("0", "", 0)).unwrap();
    for number in 1..=many {
        vault.save(&draft(&number.to_string(), "", number * 100)).unwrap();
    }
    let log = vault.history(&id()).unwrap();
    assert_eq!(log.entries.len(), MOST);
    assert_eq!(log.gone, Some(BEGUN + SignedDuration::from_mins(300)), "the newest that went");
    assert_eq!(log.entries[0].what, answer("cvr", "3", "4"));
    let last = format!("{many}");
    assert_eq!(changes(&log).last(), Some(&answer("cvr", &(many - 1).to_string(), &last)));
}

#[test]
fn a_deleted_case_keeps_its_history_in_the_bin_and_takes_it_along_when_it_goes() {
    let computer = Computer::new();
    let mut vault = computer.open();
    vault.save(&draft("", "", 0)).unwrap();
    vault.save(&draft("1", "", 1)).unwrap();
    let day = date(2026, 11, 29);
    vault.bin(&id(), day).unwrap();
    vault.put_back(&id(), day).unwrap();
    assert_eq!(of(&vault), [answer("cvr", "", "1")]);
    vault.bin(&id(), day).unwrap();
    vault.empty(&id(), day).unwrap();
    assert_eq!(of(&vault), []);
    // Nothing of it comes to a new case of the same name either.
    vault.save(&draft("2", "", 2)).unwrap();
    assert_eq!(of(&vault), []);
}

#[test]
fn a_backup_brings_it_to_a_new_computer_and_goes_on_with_it_on_an_old_one() {
    let (there, here) = (Computer::new(), Computer::new());
    let (mut theirs, mut ours) = (there.open(), here.open());
    theirs.save(&draft("", "", 0)).unwrap();
    theirs.save(&draft("1", "", 1)).unwrap();
    let day = date(2026, 11, 29);
    ours.take_in(&backup_of(&mut theirs, &here), day).unwrap();
    assert_eq!(ours.history(&id()), theirs.history(&id()));
    theirs.save(&draft("1", "Mette", 200)).unwrap();
    let backup = backup_of(&mut theirs, &here);
    for _ in 0..2 {
        ours.take_in(&backup, day).unwrap();
        assert_eq!(ours.history(&id()), theirs.history(&id()));
    }
    assert_eq!(of(&ours).len(), 2);
}

/// Both went on: each state has the history that led to it.
#[test]
fn where_both_went_on_each_case_has_its_own() {
    let (there, here) = (Computer::new(), Computer::new());
    let (mut theirs, mut ours) = (there.open(), here.open());
    let day = date(2026, 11, 29);
    theirs.save(&draft("", "", 0)).unwrap();
    ours.take_in(&backup_of(&mut theirs, &here), day).unwrap();
    theirs.save(&draft("1", "", 1)).unwrap();
    ours.save(&draft("2", "", 2)).unwrap();
    let plan = ours.take_in(&backup_of(&mut theirs, &here), day).unwrap();
    assert_eq!(plan.cases[&id()], Fate::Beside);
    assert_eq!(of(&ours), [answer("cvr", "", "2")]);
    let beside = ours.cases().unwrap().into_iter().find(|case| case.id != id()).unwrap();
    assert_eq!(changes(&ours.history(&beside.id).unwrap()), [answer("cvr", "", "1")]);

    // An approval takes the place, and the draft goes on beside it with what was its own.
    let (here, mut ours) = (Computer::new(), ours);
    let link = Link { number: 1, previous: None, case: id(), bundle_sha256: [1; 32] };
    theirs.save_with_link(&approved(3), &link).unwrap();
    let plan = ours.take_in(&backup_of(&mut theirs, &here), day).unwrap();
    assert_eq!(plan.cases[&id()], Fate::Swap);
    assert_eq!(of(&ours), [answer("cvr", "", "1")]);
    let is_draft = |case: &Case| matches!(case.stage, Stage::Drafting(_));
    let mut beside: Vec<_> = ours
        .cases()
        .unwrap()
        .into_iter()
        .filter(is_draft)
        .map(|case| changes(&ours.history(&case.id).unwrap()))
        .collect();
    beside.sort_by_key(|changes| format!("{changes:?}"));
    assert_eq!(beside, [[answer("cvr", "", "1")], [answer("cvr", "", "2")]]);
}
