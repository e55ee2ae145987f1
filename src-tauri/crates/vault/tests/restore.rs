//! A backup is taken in case by case: what is newer wins, what both changed is kept twice, receipts
//! are never lost, and doing it again changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::{Live, Practice};
use domain::case::{Case, CaseId, Stage};
use domain::chain::Link;
use domain::merge::{Fate, Plan};
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use jiff::civil::{Date, date};
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases, execute};
use vault::{BackupFile, BackupKey, KeptRecord, OpenBackup, Opening, Vault};

/// A computer: its cases, its key store and its recovery code.
struct Computer {
    folder: TempDir,
    vault: Vault,
    code: String,
}

fn computer_of(environment: Environment) -> Computer {
    let folder = tempfile::tempdir().unwrap();
    let store = MemoryKeyStore::new();
    let Opening::Open(mut vault) = Vault::open(folder.path(), environment, &store) else {
        panic!("not open")
    };
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    Computer { folder, vault, code }
}

fn computer() -> Computer {
    computer_of(Practice)
}

fn now() -> Timestamp {
    "2026-11-29T14:05:12Z".parse().unwrap()
}

fn today() -> Date {
    date(2026, 11, 29)
}

impl Computer {
    fn back_up(&self) -> PathBuf {
        let path = self.folder.path().join("kopi.tilslut-backup");
        self.vault.backup().run(&path, now(), &mut |_| true).unwrap();
        path
    }

    fn open(&self, backup: &Computer) -> OpenBackup {
        let file = BackupFile::read(&backup.back_up()).unwrap();
        let key = BackupKey::RecoveryCode(&backup.code);
        file.open(&key, self.folder.path()).unwrap()
    }

    /// Takes in what the other has now; the plan that was shown is what happened.
    fn take_in(&mut self, other: &Computer) -> Plan {
        let backup = self.open(other);
        let shown = self.vault.plan(&backup).unwrap();
        assert_eq!(self.vault.take_in(&backup, today()).unwrap(), shown);
        let again = self.vault.plan(&backup).unwrap();
        assert!(again.is_empty(), "taken in again: {again:?}");
        let before = (self.vault.cases().unwrap(), self.vault.links().unwrap());
        self.vault.take_in(&backup, today()).unwrap();
        assert_eq!((self.vault.cases().unwrap(), self.vault.links().unwrap()), before);
        shown
    }

    fn case(&mut self, id: &CaseId) -> Case {
        self.vault.case(id).unwrap().unwrap()
    }
}

/// A draft, changed at this second of the day.
fn draft(number: u32, second: u32) -> Case {
    let found = cases().into_iter().find(|case| matches!(case.stage, Stage::Drafting(_)));
    let changed = format!("2026-11-29T10:00:{second:02}Z").parse().unwrap();
    Case { id: CaseId(format!("{number:032x}")), changed, ..found.unwrap() }
}

fn approved(number: u32, second: u32) -> Case {
    let found = cases().into_iter().find(|case| matches!(case.stage, Stage::Approved(_)));
    let Case { changed, id, .. } = draft(number, second);
    Case { changed, id, ..found.unwrap() }
}

fn link(number: u64, case: &Case, bundle: u8) -> Link {
    Link {
        number,
        previous: (number > 1).then_some([bundle; 32]),
        case: case.id.clone(),
        bundle_sha256: [bundle; 32],
    }
}

#[test]
fn a_new_computer_gets_everything_with_documents_receipts_and_records() {
    let (mut old, mut new) = (computer(), computer());
    let document = b"et dokument".to_vec();
    let sha256: [u8; 32] = Sha256::digest(&document).into();
    for case in cases() {
        old.vault.save(&case).unwrap();
        old.vault.keep_document(&case.id, &sha256, &document).unwrap();
        old.vault.keep_document(&case.id, &[7; 32], b"not what its name says").unwrap();
    }
    let (one, two) = (approved(100, 1), draft(101, 2));
    old.vault.save_with_link(&one, &link(1, &one, 1)).unwrap();
    let record = KeptRecord { link: link(2, &two, 2), day: today(), body: b"en optegnelse".into() };
    old.vault.save(&two).unwrap();
    old.vault.save_with_record(&two, &record, &[sha256]).unwrap();
    old.vault.set_setting("retention", "7 6").unwrap();
    old.vault.set_setting("receipts-folder", "/en/mappe").unwrap();

    let plan = new.take_in(&old);
    assert_eq!(plan.count(&[Fate::Add]), cases().len() + 2);
    assert_eq!(new.vault.cases().unwrap(), old.vault.cases().unwrap());
    assert_eq!(new.vault.links(), old.vault.links());
    assert_eq!(new.vault.records_of(&two.id).unwrap(), [record]);
    assert_eq!(new.vault.link(&one.id).unwrap(), Some(link(1, &one, 1)));
    let case = cases().remove(0).id;
    assert_eq!(new.vault.document(&case, &sha256).unwrap(), Some(document));
    assert_eq!(
        new.vault.document(&case, &[7; 32]).unwrap(),
        None,
        "checked as anything that comes"
    );
    assert_eq!(new.vault.setting("retention").as_deref(), Some("7 6"));
    assert_eq!(new.vault.setting("receipts-folder"), None, "a folder of the other computer");
    assert_eq!(new.vault.count().unwrap(), old.vault.count().unwrap(), "lists know them");
    // The next receipt goes on from there.
    let three = approved(102, 3);
    new.vault.save_with_link(&three, &link(3, &three, 3)).unwrap();
}

#[test]
fn the_newer_state_wins_whatever_the_clocks_say() {
    let (mut old, mut new) = (computer(), computer());
    old.vault.save(&draft(1, 10)).unwrap();
    old.vault.save(&draft(2, 10)).unwrap();
    new.take_in(&old);
    // Each goes on with another case; the clock of one was set back.
    old.vault.save(&draft(1, 5)).unwrap();
    new.vault.save(&draft(2, 3)).unwrap();
    let plan = new.take_in(&old);
    assert_eq!(plan.cases[&draft(1, 0).id], Fate::Replace);
    assert_eq!(plan.cases[&draft(2, 0).id], Fate::Keep);
    assert_eq!(new.case(&draft(1, 0).id), draft(1, 5));
    assert_eq!(new.case(&draft(2, 0).id), draft(2, 3));
    // And back.
    let plan = old.take_in(&new);
    assert_eq!(plan.cases[&draft(2, 0).id], Fate::Replace);
    assert_eq!(old.vault.cases().unwrap(), new.vault.cases().unwrap());
}

#[test]
fn an_older_backup_of_the_same_vault_brings_back_only_what_is_gone() {
    let mut one = computer();
    one.vault.save(&draft(1, 1)).unwrap();
    one.vault.save(&draft(2, 1)).unwrap();
    let path = one.back_up();
    one.vault.save(&draft(1, 2)).unwrap();
    one.vault.delete(&draft(2, 1).id).unwrap();
    let file = BackupFile::read(&path).unwrap();
    assert!(file.is_of(&one.vault));
    let backup = file.open(&BackupKey::Own(&one.vault), one.folder.path()).unwrap();
    let plan = one.vault.take_in(&backup, today()).unwrap();
    assert_eq!((plan.count(&[Fate::Keep]), plan.count(&[Fate::Add])), (1, 1));
    assert_eq!(one.vault.cases().unwrap(), [draft(1, 2), draft(2, 1)]);
}

#[test]
fn what_both_changed_is_kept_twice_and_an_approval_keeps_its_place() {
    let (mut old, mut new) = (computer(), computer());
    for number in 1..=3 {
        old.vault.save(&draft(number, 1)).unwrap();
    }
    new.take_in(&old);
    // 1: both drafts. 2: approved here, gone on as a draft there. 3: the other way round.
    old.vault.save(&draft(1, 2)).unwrap();
    new.vault.save(&draft(1, 3)).unwrap();
    old.vault.save(&draft(2, 9)).unwrap();
    new.vault.save_with_link(&approved(2, 4), &link(1, &approved(2, 4), 1)).unwrap();
    old.vault.save_with_link(&approved(3, 2), &link(1, &approved(3, 2), 2)).unwrap();
    new.vault.save(&draft(3, 9)).unwrap();

    let plan = new.take_in(&old);
    let fates: Vec<Fate> = plan.cases.values().copied().collect();
    assert_eq!(fates, [Fate::Beside, Fate::Beside, Fate::Swap]);
    let kept = new.vault.cases().unwrap();
    assert_eq!(kept.len(), 6);
    for case in [draft(1, 3), approved(2, 4), approved(3, 2)] {
        assert!(kept.contains(&case), "{:?}", case.id);
    }
    for case in [draft(1, 2), draft(2, 9), draft(3, 9)] {
        let is_there = |kept: &Case| Case { id: case.id.clone(), ..kept.clone() } == case;
        assert!(kept.iter().any(|kept| is_there(kept) && kept.id != case.id), "{:?}", case.id);
    }
    // Each gave number 1: both links are there, and it is told where they part.
    assert_eq!(plan.chain.parts_at(), Some(1));
    assert_eq!(new.vault.branches().unwrap(), [(1, today())]);
    assert_eq!(new.vault.links().unwrap(), [link(1, &approved(2, 4), 1)]);
    assert_eq!(new.vault.link(&draft(3, 1).id).unwrap(), Some(link(1, &approved(3, 2), 2)));
    // A restore of this one onto a third has all of it.
    let mut third = computer();
    third.take_in(&new);
    assert_eq!(third.vault.cases().unwrap(), kept);
    assert_eq!(third.vault.link(&draft(3, 1).id).unwrap(), Some(link(1, &approved(3, 2), 2)));
}

#[test]
fn of_two_approvals_of_one_case_neither_is_thrown_away() {
    let (mut old, mut new) = (computer(), computer());
    old.vault.save(&draft(1, 1)).unwrap();
    new.take_in(&old);
    let (theirs, ours) = (approved(1, 2), approved(1, 3));
    old.vault.save_with_link(&theirs, &link(1, &theirs, 1)).unwrap();
    new.vault.save_with_link(&ours, &link(1, &ours, 2)).unwrap();
    let plan = new.take_in(&old);
    assert_eq!(plan.cases[&ours.id], Fate::KeepKeepingThere);
    assert_eq!(new.case(&ours.id), ours);
    let aside = new.vault.other_versions().unwrap();
    assert_eq!(aside.iter().map(|(id, day)| (id, *day)).collect::<Vec<_>>(), [(&ours.id, today())]);
    // The other way round the later one takes the place, and the earlier is kept.
    let plan = old.take_in(&new);
    assert_eq!(plan.cases[&ours.id], Fate::ReplaceKeepingHere);
    assert_eq!((old.case(&ours.id), old.vault.other_versions().unwrap().len()), (ours, 1));
}

#[test]
fn a_case_that_cannot_be_read_is_mended_from_a_backup_and_its_bytes_are_kept() {
    let mut one = computer();
    one.vault.save(&draft(1, 1)).unwrap();
    let path = one.back_up();
    execute(&one.vault, "UPDATE cases SET body = x'7b'");
    assert_eq!(one.vault.case(&draft(1, 1).id), Err(Problem::CaseDamaged));
    let file = BackupFile::read(&path).unwrap();
    let backup = file.open(&BackupKey::Own(&one.vault), one.folder.path()).unwrap();
    one.vault.take_in(&backup, today()).unwrap();
    assert_eq!(one.case(&draft(1, 1).id), draft(1, 1));
    assert_eq!(one.vault.unreadable().unwrap(), []);
    assert_eq!(one.vault.other_versions().unwrap().len(), 1);
}

#[test]
fn practice_and_live_stay_apart() {
    let (mut practice, live) = (computer(), computer_of(Live));
    let backup = practice.open(&live);
    assert_eq!(practice.vault.plan(&backup), Err(Problem::BackupOtherEnvironment));
    assert_eq!(practice.vault.take_in(&backup, today()), Err(Problem::BackupOtherEnvironment));
}

#[test]
fn a_case_of_the_backup_that_cannot_be_read_stays_in_it_and_the_others_come() {
    let (mut old, mut new) = (computer(), computer());
    old.vault.save(&draft(1, 1)).unwrap();
    old.vault.save(&draft(2, 1)).unwrap();
    execute(&old.vault, "UPDATE cases SET body = x'7b' WHERE id LIKE '%1'");
    let plan = new.take_in(&old);
    assert_eq!((plan.unreadable, plan.count(&[Fate::Add])), (1, 1));
    assert_eq!(new.vault.cases().unwrap(), [draft(2, 1)]);
}

/// Deletes a case for good.
fn delete(computer: &mut Computer, id: &CaseId) {
    computer.vault.bin(id, today()).unwrap();
    computer.vault.empty(id, today()).unwrap();
}

#[test]
fn what_was_deleted_here_stays_deleted_whatever_backup_is_taken_in() {
    let (mut old, mut new) = (computer(), computer());
    let (binned, gone) = (approved(1, 1), approved(2, 1));
    for (case, number) in [(&binned, 1), (&gone, 2)] {
        old.vault.save(&draft(u32::try_from(number).unwrap(), 0)).unwrap();
        old.vault.save_with_link(case, &link(number, case, 1)).unwrap();
    }
    new.take_in(&old);
    new.vault.bin(&binned.id, today()).unwrap();
    delete(&mut new, &gone.id);
    // The same state, twice over.
    let plan = new.take_in(&old);
    assert_eq!(plan.count(&[Fate::Deleted]), 2);
    assert!(plan.is_empty());
    assert_eq!(new.vault.cases().unwrap(), []);
    assert_eq!(new.vault.count_binned().unwrap(), 1);
    // A third computer has nothing of it but what the new one tells of it, and knows it from then on.
    let mut third = computer();
    third.take_in(&new);
    assert_eq!((third.vault.cases().unwrap(), third.vault.count_binned().unwrap()), (vec![], 1));
    assert_eq!(third.take_in(&old).count(&[Fate::Deleted]), 2);
    assert_eq!(third.vault.away().unwrap(), new.vault.away().unwrap());
    // What was put back is what it was.
    third.vault.put_back(&binned.id, today()).unwrap();
    assert_eq!(third.vault.cases().unwrap(), [binned]);
}

#[test]
fn a_backup_of_before_there_was_a_bin_is_taken_in_and_brings_back_nothing() {
    let (mut old, mut new) = (computer(), computer());
    old.vault.save(&draft(1, 1)).unwrap();
    old.vault.save(&draft(2, 1)).unwrap();
    new.take_in(&old);
    delete(&mut new, &draft(1, 1).id);
    let seventh = "DROP TABLE bin; DROP TABLE tombstone_states; DROP TABLE tombstones;
        DROP TABLE gone_links; DROP TABLE saves; DROP TABLE marks;
        DROP TABLE changes; PRAGMA user_version = 7";
    execute(&old.vault, seventh);
    let plan = new.take_in(&old);
    assert_eq!((plan.count(&[Fate::Deleted]), plan.count(&[Fate::Same])), (1, 1));
    assert_eq!(new.vault.cases().unwrap(), [draft(2, 1)]);
}

#[test]
fn what_was_done_elsewhere_since_comes_back_with_everything() {
    let (mut old, mut new) = (computer(), computer());
    let document = b"et dokument".to_vec();
    let sha256: [u8; 32] = Sha256::digest(&document).into();
    let one = approved(1, 1);
    old.vault.save_with_link(&one, &link(1, &one, 1)).unwrap();
    old.vault.keep_document(&one.id, &sha256, &document).unwrap();
    let record = KeptRecord { link: link(2, &one, 1), day: today(), body: b"en optegnelse".into() };
    old.vault.save_with_record(&one, &record, &[sha256]).unwrap();
    for number in [2, 3] {
        old.vault.save(&draft(number, 1)).unwrap();
    }
    new.take_in(&old);
    delete(&mut new, &one.id);
    delete(&mut new, &draft(2, 1).id);
    new.vault.bin(&draft(3, 1).id, today()).unwrap();
    // The other computer goes on with all three.
    old.vault.save(&approved(1, 5)).unwrap();
    old.vault.save_with_link(&approved(2, 5), &link(3, &approved(2, 5), 1)).unwrap();
    old.vault.save(&draft(3, 5)).unwrap();
    let plan = new.take_in(&old);
    assert_eq!(plan.returned.len(), 3);
    assert_eq!(new.vault.cases().unwrap(), [approved(1, 5), approved(2, 5), draft(3, 5)]);
    assert_eq!(new.vault.count_binned().unwrap(), 0);
    assert_eq!(new.vault.away().unwrap(), []);
    assert_eq!(new.vault.document(&one.id, &sha256).unwrap(), Some(document));
    assert_eq!(new.vault.records_of(&one.id).unwrap(), [record]);
    assert_eq!(new.vault.link(&one.id).unwrap(), Some(link(1, &one, 1)));
    assert_eq!(new.vault.count().unwrap(), 3, "lists know them");
    // The states before the deletion are remembered: the same backup is nothing new.
    assert_eq!(old.take_in(&new).count(&[Fate::Same, Fate::Keep]), 3);
}

#[test]
fn a_record_that_was_made_elsewhere_since_brings_its_case_back() {
    let (mut old, mut new) = (computer(), computer());
    let one = draft(1, 1);
    old.vault.save(&one).unwrap();
    new.take_in(&old);
    new.vault.bin(&one.id, today()).unwrap();
    // The case itself is as it was.
    let record = KeptRecord { link: link(1, &one, 1), day: today(), body: b"en optegnelse".into() };
    old.vault.save_with_record(&one, &record, &[]).unwrap();
    let plan = new.take_in(&old);
    assert_eq!(plan.returned.iter().collect::<Vec<_>>(), [&one.id]);
    assert_eq!(new.vault.records_of(&one.id).unwrap(), [record]);
    assert_eq!(new.vault.count().unwrap(), 1);
}

#[test]
fn a_new_computer_gets_the_bin_as_it_was() {
    let (mut old, mut new) = (computer(), computer());
    let one = approved(1, 1);
    old.vault.save_with_link(&one, &link(1, &one, 1)).unwrap();
    let record = KeptRecord { link: link(2, &one, 1), day: today(), body: b"en optegnelse".into() };
    old.vault.save_with_record(&one, &record, &[]).unwrap();
    old.vault.bin(&one.id, today()).unwrap();
    let plan = new.take_in(&old);
    assert_eq!((plan.binned.len(), plan.returned.len()), (1, 0));
    assert_eq!(new.vault.binned(0, 9).unwrap(), old.vault.binned(0, 9).unwrap());
    assert_eq!(new.vault.cases().unwrap(), []);
    // A deletion on the other computer takes nothing away here.
    new.vault.put_back(&one.id, today()).unwrap();
    new.take_in(&old);
    assert_eq!(new.vault.cases().unwrap(), [one]);
}

/// What a crash leaves of a backup that was being read is as large as the backup; what somebody still reads
/// is left to them.
#[test]
fn a_copy_that_nobody_reads_any_more_goes_when_the_cases_are_opened() {
    let (here, other) = (computer(), computer());
    let left = here.folder.path().join("reading-backup-left");
    std::fs::create_dir(&left).unwrap();
    for name in ["held", "copy.db"] {
        std::fs::write(left.join(name), b"left").unwrap();
    }
    let mut read = here.open(&other);
    let copies = || {
        let names = std::fs::read_dir(here.folder.path()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("reading-backup-")).count()
    };
    assert_eq!(copies(), 2);
    // The other world's cases lie in the same folder.
    let store = MemoryKeyStore::new();
    let Opening::Open(live) = Vault::open(here.folder.path(), Live, &store) else { panic!() };
    assert_eq!(copies(), 1);
    assert_eq!(read.contents().unwrap().cases, 0);
    drop((read, live));
    assert_eq!(copies(), 0);
}
