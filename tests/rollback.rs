//! Cases that are not what was here last, through the whole program: told on a page of their own, opened
//! when the person says so, and no number of a receipt comes twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::{MissingSaves, RollbackName};
use contract::{Intent, Navigation, Page, VaultIntent, View};
use std::fs;
use std::path::Path;
use support::{Installation, METTE, NORDLYS, Tilslut};

fn send(tilslut: &Tilslut, intent: VaultIntent) {
    tilslut.send(Intent::Vault { intent });
}

fn missing(tilslut: &Tilslut) -> MissingSaves {
    match tilslut.view().page {
        Page::Older { missing, opening: false } => missing,
        other => panic!("not older: {other:?}"),
    }
}

/// Approves a case; its number.
fn approved(tilslut: &Tilslut) -> Option<u64> {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    match tilslut.go(Navigation::Case { case }).page {
        Page::Done { receipt, .. } => receipt,
        other => panic!("not approved: {other:?}"),
    }
}

/// A machine on which two receipts were given, and the database as it was after the first.
fn rolled_back(machine: &Installation) -> Vec<u8> {
    let database = machine.folder.join("tilslut-practice.db");
    let tilslut = machine.start();
    assert_eq!(approved(&tilslut), Some(1));
    tilslut.close();
    let before = fs::read(&database).unwrap();
    let tilslut = machine.start();
    assert_eq!(approved(&tilslut), Some(2));
    tilslut.close();
    let now = fs::read(&database).unwrap();
    fs::write(&database, before).unwrap();
    now
}

fn is_open(view: &View) -> bool {
    matches!(view.page, Page::Cases { .. })
}

#[test]
fn an_older_database_is_told_and_the_person_goes_on_without_what_is_missing() {
    let machine = Installation::new();
    rolled_back(&machine);
    let tilslut = machine.start();
    let found = missing(&tilslut);
    assert_eq!((found.kind, found.first, found.last), (RollbackName::Older, Some(2), Some(2)));
    assert!(found.saves > 0 && found.was.is_some() && found.is.is_some());
    assert_eq!(tilslut.view().case_count, 0, "nothing of them is shown");
    send(&tilslut, VaultIntent::GoOn { restore: false });
    let view = tilslut.wait("the cases to open", is_open);
    assert_eq!(view.case_count, 1);
    assert_eq!(approved(&tilslut), Some(3));
    tilslut.close();
    assert!(is_open(&machine.start().view()), "said once");
}

#[test]
fn the_right_files_are_put_back_and_nothing_has_happened() {
    let machine = Installation::new();
    let now = rolled_back(&machine);
    let tilslut = machine.start();
    assert_eq!(missing(&tilslut).kind, RollbackName::Older);
    fs::write(machine.folder.join("tilslut-practice.db"), now).unwrap();
    send(&tilslut, VaultIntent::TryKeyStore);
    assert_eq!(tilslut.wait("the cases to open", is_open).case_count, 2);
    assert_eq!(approved(&tilslut), Some(3));
}

#[test]
fn cases_that_are_gone_are_not_answered_with_an_empty_list() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert_eq!(approved(&tilslut), Some(1));
    tilslut.close();
    let aside = machine.folder.with_extension("aside");
    fs::rename(&machine.folder, &aside).unwrap();
    let tilslut = machine.start();
    let found = missing(&tilslut);
    assert_eq!((found.kind, found.first, found.last), (RollbackName::Gone, Some(1), Some(1)));
    let left = |folder: &Path| {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_str().unwrap().starts_with("tilslut-practice.db")).count()
    };
    assert_eq!(left(&machine.folder), 0, "none was made");
    // Begun anew, the page of backups opens, and the numbers go on.
    send(&tilslut, VaultIntent::GoOn { restore: true });
    tilslut.wait("the page of backups", |view| matches!(view.page, Page::Backups { .. }));
    assert_eq!(tilslut.view().case_count, 0);
    assert_eq!(approved(&tilslut), Some(2));
    tilslut.close();
    drop(machine.start());
}
