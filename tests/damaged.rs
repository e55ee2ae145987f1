//! Cases whose database is damaged, through the whole program: told on a page of their own, what can be read
//! is shown before anything is changed, and the newest backup brings the rest back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::DamagedCases;
use contract::{BackupsIntent, Intent, Navigation, Page, VaultIntent, View};
use std::fs;
use std::path::PathBuf;
use support::{Installation, METTE, NORDLYS, Tilslut};
use vault::testing::execute;
use vault::{Opening, Vault};

const PAGE: usize = 4096;

fn send(tilslut: &Tilslut, intent: VaultIntent) {
    tilslut.send(Intent::Vault { intent });
}

fn damaged(view: &View) -> Option<&DamagedCases> {
    match &view.page {
        Page::Damaged { damaged } => Some(damaged),
        _ => None,
    }
}

/// What is told once nothing is looked for or read any more.
fn settled(tilslut: &Tilslut) -> DamagedCases {
    let is_settled =
        |view: &View| damaged(view).is_some_and(|damaged| !damaged.looking && !damaged.reading);
    damaged(&tilslut.wait("the damaged cases to be told", is_settled)).unwrap().clone()
}

fn read(tilslut: &Tilslut) -> DamagedCases {
    send(tilslut, VaultIntent::Salvage);
    let is_read = |view: &View| damaged(view).is_some_and(|damaged| damaged.salvaged.is_some());
    damaged(&tilslut.wait("what can be read", is_read)).unwrap().clone()
}

fn database(machine: &Installation) -> PathBuf {
    machine.folder.join("tilslut-practice.db")
}

fn flip(machine: &Installation, page: usize) {
    let mut bytes = fs::read(database(machine)).unwrap();
    bytes[page * PAGE + 99] ^= 1;
    fs::write(database(machine), bytes).unwrap();
}

/// A machine with an approved case and a draft, closed.
fn filled() -> (Installation, [String; 2]) {
    let machine = Installation::new();
    let tilslut = machine.start();
    let approved = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&approved, "mette");
    tilslut.delivered();
    let draft = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.close();
    (machine, [approved, draft])
}

fn is_open(view: &View) -> bool {
    matches!(view.page, Page::Cases { .. })
}

fn forget_backups(machine: &Installation) {
    fs::remove_dir_all(shell::backup_state::beside(&machine.folder)).ok();
}

#[test]
fn a_file_whose_first_page_is_damaged_gives_every_case_back() {
    let (machine, [approved, draft]) = filled();
    forget_backups(&machine);
    flip(&machine, 0);
    let before = fs::read(database(&machine)).unwrap();
    let tilslut = machine.start();
    let told = settled(&tilslut);
    assert_eq!((told.backup, told.salvaged), (None, None));
    assert_eq!(tilslut.view().case_count, 0, "nothing of them is shown");
    let salvaged = read(&tilslut).salvaged.unwrap();
    assert_eq!((salvaged.cases, salvaged.receipts, salvaged.damaged), (2, 1, 1));
    assert_eq!((salvaged.unreadable_count, salvaged.missing_receipt_count), (0, 0));
    assert_eq!(fs::read(database(&machine)).unwrap(), before, "nothing was changed");

    send(&tilslut, VaultIntent::GoOn { restore: true });
    // Without a backup there is none to be chosen.
    assert_eq!(tilslut.wait("the cases to open", is_open).case_count, 2);
    let page = tilslut.go(Navigation::Case { case: approved }).page;
    assert!(matches!(page, Page::Done { receipt: Some(1), .. }), "{page:?}");
    assert!(!matches!(tilslut.go(Navigation::Case { case: draft }).page, Page::Cases { .. }));
    assert_eq!(fs::read(machine.folder.join("tilslut-practice.db-damaged-1")).unwrap(), before);
    tilslut.close();
    assert!(is_open(&machine.start().view()), "said once");
}

#[test]
fn a_file_that_was_cut_off_is_made_whole_with_the_newest_backup() {
    let (machine, [approved, _]) = filled();
    let whole = fs::read(database(&machine)).unwrap();
    fs::write(database(&machine), &whole[..10 * PAGE]).unwrap();
    let tilslut = machine.start();
    assert_eq!(settled(&tilslut).backup.map(|backup| backup.cases), Some(2));
    let told = read(&tilslut);
    assert!(told.salvaged.is_some_and(|salvaged| salvaged.damaged > 0) && told.backup.is_some());

    send(&tilslut, VaultIntent::GoOn { restore: true });
    let chosen = |view: &View| matches!(&view.page, Page::Backups { restore: Some(restore), .. } if restore.own);
    tilslut.wait("the backup to be chosen", chosen);
    tilslut.send(Intent::Backups { intent: BackupsIntent::Open { typed: String::new() } });
    let found = |view: &View| matches!(&view.page, Page::Backups { restore: Some(restore), .. } if restore.found.is_some());
    tilslut.wait("what is in it", found);
    tilslut.send(Intent::Backups { intent: BackupsIntent::TakeIn });
    let taken = |view: &View| matches!(&view.page, Page::Backups { taken: Some(_), .. });
    assert_eq!(tilslut.wait("it to be taken in", taken).case_count, 2);
    let page = tilslut.go(Navigation::Case { case: approved }).page;
    assert!(matches!(page, Page::Done { receipt: Some(1), .. }), "{page:?}");
}

#[test]
fn a_file_that_is_gone_is_not_answered_with_an_empty_one_before_the_person_says_so() {
    let (machine, _) = filled();
    forget_backups(&machine);
    let whole = fs::read(database(&machine)).unwrap();
    fs::remove_file(database(&machine)).unwrap();
    let tilslut = machine.start();
    settled(&tilslut);
    let salvaged = read(&tilslut).salvaged.unwrap();
    assert_eq!((salvaged.pages, salvaged.cases), (0, 0));
    assert_eq!(salvaged.missing_receipts, ["1"]);
    assert!(!database(&machine).exists());
    // It was found again.
    fs::write(database(&machine), whole).unwrap();
    send(&tilslut, VaultIntent::TryKeyStore);
    assert_eq!(tilslut.wait("the cases to open", is_open).case_count, 2);
}

#[test]
fn pages_that_are_found_damaged_while_the_cases_are_open_are_mended_from_the_page_of_backups() {
    let (machine, _) = filled();
    // Something long that nobody reads, at the end of the file; and no check was made today.
    let Opening::Open(mut vault) =
        Vault::open(&machine.folder, domain::Environment::Practice, machine.store.as_ref())
    else {
        panic!("not open")
    };
    vault.set_setting("of-a-later-program", &"x".repeat(40 * PAGE)).unwrap();
    execute(&vault, "DELETE FROM settings WHERE key = 'integrity'");
    drop(vault);
    let pages = fs::read(database(&machine)).unwrap().len() / PAGE;
    flip(&machine, pages - 3);
    let tilslut = machine.start();
    tilslut.wait("it to be noticed", |view| view.problem.as_deref() == Some("vault-pages-damaged"));
    let page = tilslut.go(Navigation::Backups).page;
    assert!(matches!(page, Page::Backups { damaged: true, .. }));
    let salvaged = read(&tilslut).salvaged.unwrap();
    assert_eq!((salvaged.cases, salvaged.receipts, salvaged.damaged), (2, 1, 1));
    send(&tilslut, VaultIntent::GoOn { restore: false });
    assert_eq!(tilslut.wait("the cases to open", is_open).case_count, 2);
    let page = tilslut.go(Navigation::Backups).page;
    let Page::Backups { damaged: false, state, .. } = page else { panic!("the new file is whole") };
    assert!(state.damaged_megabytes > 0);
    tilslut.send(Intent::Backups { intent: BackupsIntent::DeleteDamaged });
    let is_deleted = |view: &View| match &view.page {
        Page::Backups { state, .. } => state.damaged_megabytes == 0,
        _ => false,
    };
    tilslut.wait("the damaged file to be deleted", is_deleted);
    assert!(!machine.folder.join("tilslut-practice.db-damaged-1").exists());
    tilslut.close();
    assert!(is_open(&machine.start().view()));
}
