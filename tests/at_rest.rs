//! Cases at rest, through the whole program: without their key, behind a passphrase, held by a
//! second program, deleted, on a full disk, and readable to nobody else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(target_os = "linux")]
#[path = "support/small_disk.rs"]
mod small_disk;
mod support;

use contract::answers::{Answers, Representative, RoleName};
use contract::{CasesIntent, Intent, Navigation, Page, PartName, VaultIntent, View};
use support::{Installation, METTE, NORDLYS};
use vault::KeyStoreError;

#[test]
fn a_missing_key_stops_with_a_clear_page_and_never_makes_a_new_one() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Settings);
    tilslut.send(Intent::Vault { intent: VaultIntent::MakeRecoveryCode });
    let made = |view: &View| matches!(&view.page, Page::Settings { recovery_code: Some(_), .. });
    let Page::Settings { recovery_code: Some(code), .. } =
        tilslut.wait("the recovery code", made).page
    else {
        panic!("a code")
    };
    let code = code.read().to_owned();
    tilslut.send(Intent::Vault {
        intent: VaultIntent::ConfirmRecoveryCode { code: code.to_lowercase() },
    });
    tilslut.close();

    machine.store.forget();
    let before = machine.bytes_but_of_the_log();
    let closed = machine.start();
    assert_eq!(
        closed.view().page,
        Page::Closed {
            why: "key-missing".into(),
            key_store: true,
            passphrase: false,
            recovery: true,
            unlocking: false
        }
    );
    assert_eq!(closed.view().problem.as_deref(), Some("key-missing"));
    assert!(machine.store.accounts().is_empty(), "no new key over old cases");
    assert_eq!(machine.bytes_but_of_the_log(), before, "nothing was touched");

    closed.send(Intent::Vault {
        intent: VaultIntent::UnlockWithRecoveryCode { code: "0000-0000".into() },
    });
    closed.wait("the wrong code to be told", |view| {
        view.problem.as_deref() == Some("recovery-code-wrong")
    });
    closed.send(Intent::Vault { intent: VaultIntent::UnlockWithRecoveryCode { code } });
    closed.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let Page::Cases { rows: cases, .. } = &closed.view().page else {
        panic!("{:#?}", closed.view())
    };
    assert_eq!(cases[0].id, case);
}

#[test]
fn without_a_key_store_a_passphrase_protects_the_cases() {
    let machine = Installation::new();
    machine.store.fail(KeyStoreError::Unreachable);
    let tilslut = machine.start();
    assert_eq!(tilslut.view().page, Page::ChoosePassphrase { unlocking: false });
    assert!(
        !machine.folder.join("tilslut-practice.db").exists(),
        "nothing is written before there is a way to the key"
    );
    tilslut.send(Intent::Vault {
        intent: VaultIntent::ChoosePassphrase { passphrase: "kort".into() },
    });
    tilslut.wait("the short passphrase to be told", |view| {
        view.problem.as_deref() == Some("passphrase-short")
    });
    tilslut.send(Intent::Vault {
        intent: VaultIntent::ChoosePassphrase { passphrase: "en lang og god sætning".into() },
    });
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    assert_eq!(tilslut.view().problem.as_deref(), Some("locked"));
    assert_eq!(tilslut.view().case_count, 0, "a locked window knows no case");
    tilslut.close();

    let again = machine.start();
    assert_eq!(
        again.view().page,
        Page::Closed {
            why: "locked".into(),
            key_store: false,
            passphrase: true,
            recovery: false,
            unlocking: false
        }
    );
    again.send(Intent::Vault {
        intent: VaultIntent::UnlockWithPassphrase { passphrase: "en anden sætning".into() },
    });
    again.wait("the wrong passphrase to be told", |view| {
        view.problem.as_deref() == Some("passphrase-wrong")
    });
    again.send(Intent::Vault {
        intent: VaultIntent::UnlockWithPassphrase { passphrase: "en lang og god sætning".into() },
    });
    again.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let Page::Cases { rows: cases, .. } = &again.view().page else { panic!("{:#?}", again.view()) };
    assert_eq!(cases[0].id, case);
}

/// A passphrase where the key store opened the cases: from then on nothing opens them by itself,
/// after a lock and after a restart, until it is taken away again.
#[test]
fn a_passphrase_is_set_changed_and_removed_where_there_is_a_key_store() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let set = |tilslut: &support::Tilslut, current: Option<&str>, passphrase: &str| {
        let (current, passphrase) = (current.map(str::to_owned), passphrase.to_owned());
        tilslut.go(Navigation::Settings);
        tilslut.send(of_vault(VaultIntent::SetPassphrase { current, passphrase }));
        tilslut.wait(
            "an answer",
            |view| matches!(&view.page, Page::Settings { passphrase, .. } if !passphrase.changing),
        )
    };
    let state = |view: &View| match &view.page {
        Page::Settings { passphrase, .. } => *passphrase,
        page => panic!("settings: {page:?}"),
    };

    let view = set(&tilslut, None, "en lang og god sætning");
    assert_eq!(view.problem.as_deref(), Some("recovery-code-first"));
    tilslut.keep_recovery_code();
    let view = set(&tilslut, None, "kort");
    assert_eq!(view.field_problems[0].field, "passphrase.new");
    assert!(!state(&view).is_set);
    let view = set(&tilslut, None, "en lang og god sætning");
    assert!(state(&view).is_needed && state(&view).asks_current && state(&view).changed);
    assert!(machine.store.accounts().is_empty(), "nothing opens the cases by itself");

    // Whoever finds the window open does not lock the owner out.
    let view = set(&tilslut, Some("en gættet sætning"), "en helt anden sætning");
    assert_eq!(view.field_problems[0].field, "passphrase.current");
    let view = set(&tilslut, Some("en lang og god sætning"), "en ny og længere sætning");
    assert!(state(&view).changed);

    tilslut.send(of_vault(VaultIntent::Lock));
    let closed = Page::Closed {
        why: "locked".into(),
        key_store: false,
        passphrase: true,
        recovery: true,
        unlocking: false,
    };
    assert_eq!(tilslut.view().page, closed);
    tilslut.send(of_vault(VaultIntent::TryKeyStore));
    tilslut.wait("it to stay closed", |view| view.problem.as_deref() == Some("key-missing"));
    tilslut.close();

    let tilslut = machine.start();
    assert!(matches!(tilslut.view().page, Page::Closed { passphrase: true, key_store: false, .. }));
    let old = VaultIntent::UnlockWithPassphrase { passphrase: "en lang og god sætning".into() };
    tilslut.send(of_vault(old));
    tilslut.wait("the older one to be told", |view| {
        view.problem.as_deref() == Some("passphrase-wrong")
    });
    let new = VaultIntent::UnlockWithPassphrase { passphrase: "en ny og længere sætning".into() };
    tilslut.send(of_vault(new));
    let view = tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let Page::Cases { rows, .. } = &view.page else { panic!("{view:#?}") };
    assert_eq!(rows[0].id, case);

    tilslut.go(Navigation::Settings);
    let current = Some("en ny og længere sætning".to_owned());
    tilslut.send(of_vault(VaultIntent::RemovePassphrase { current }));
    tilslut.wait(
        "it to be removed",
        |view| matches!(&view.page, Page::Settings { passphrase, .. } if !passphrase.is_set),
    );
    tilslut.close();
    let tilslut = machine.start();
    assert!(matches!(tilslut.view().page, Page::Cases { .. }), "opened by the key store");
}

/// Both files of the key slots are lost: what the recovery code opens comes from a backup, from the
/// page on which the cases are closed.
#[test]
fn lost_key_slots_are_brought_back_from_a_backup_on_the_closed_page() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let code = tilslut.keep_recovery_code();
    let backup = machine.folder.join("kopi.tilslut-backup");
    tilslut.will_choose(&backup);
    tilslut.go(Navigation::Backups);
    tilslut.send(Intent::Backups { intent: contract::BackupsIntent::Save });
    tilslut.wait("the backup", |view| matches!(&view.page, Page::Backups { saved: Some(_), .. }));
    tilslut.close();
    for name in ["tilslut-practice.keyslots.json", "tilslut-practice.keyslots-copy.json"] {
        std::fs::write(machine.folder.join(name), "{").unwrap();
    }

    let tilslut = machine.start();
    assert_eq!(
        tilslut.view().page,
        Page::Closed {
            why: "key-slots-lost".into(),
            key_store: false,
            passphrase: false,
            recovery: false,
            unlocking: false
        }
    );
    let unlock = |code: &str| of_vault(VaultIntent::UnlockWithBackup { code: code.into() });
    // The dialog is left: nothing is said, and it can be asked again.
    tilslut.send(unlock(&code));
    tilslut.wait("the dialog to be left", |view| {
        matches!(view.page, Page::Closed { unlocking: false, .. })
    });
    tilslut.will_choose(&backup);
    tilslut.send(unlock("0000-0000"));
    tilslut.wait("the wrong code to be told", |view| {
        view.problem.as_deref() == Some("recovery-code-wrong")
    });
    tilslut.will_choose(&backup);
    tilslut.send(unlock(&code));
    let view = tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let Page::Cases { rows, .. } = &view.page else { panic!("{view:#?}") };
    assert_eq!(rows[0].id, case);
    tilslut.close();
    assert!(matches!(machine.start().view().page, Page::Cases { .. }), "both files are back");
}

fn of_vault(intent: VaultIntent) -> Intent {
    Intent::Vault { intent }
}

#[test]
fn a_second_tilslut_does_not_touch_the_cases_of_the_first() {
    let machine = Installation::new();
    let _first = machine.start();
    let second = machine.start();
    assert_eq!(second.view().page, Page::Stopped);
    assert_eq!(second.view().problem.as_deref(), Some("vault-in-use"));
}

/// A full disk is real here: a file system of two megabytes. Root may mount one, and so may anybody
/// in a namespace of their own; where neither is allowed no file may grow, which is told the same.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_place_and_nothing_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    match std::env::var(small_disk::WAY).as_deref() {
        Ok("limit") => a_disk_that_does_not_write(
            &folder.path().join("tilslut"),
            small_disk::forbid,
            small_disk::allow,
        ),
        way => match small_disk::mount(folder.path()) {
            Some(disk) => {
                a_disk_that_does_not_write(&disk.join("tilslut"), || disk.fill(), || disk.empty())
            }
            None if way == Ok("namespace") => panic!("a namespace of one's own lets mount"),
            None => small_disk::again("a_full_disk_is_told_in_place_and_nothing_typed_is_lost"),
        },
    }
}

#[cfg(target_os = "linux")]
fn a_disk_that_does_not_write(folder: &std::path::Path, fill: impl FnOnce(), empty: impl FnOnce()) {
    let machine = Installation::at(folder.to_owned());
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    fill();
    let answers = |title: String| {
        Answers::Representative(Representative {
            name: METTE.into(),
            title,
            email: String::new(),
            has_mitid: None,
            in_cvr: None,
        })
    };
    let failed = (0..50)
        .map(|n| tilslut.answer(&case, answers(format!("direktør {n}"))))
        .find(|view| view.problem.is_some())
        .expect("the disk does not write");
    assert_eq!(failed.problem.as_deref(), Some("disk-full"));
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Representative });
    let Page::Representative { answers: kept, .. } = tilslut.view().page else {
        panic!("representative")
    };
    assert!(kept.title.starts_with("direktør "), "what was typed is still there");

    empty();
    let typed = kept.title;
    let saved = tilslut.go(Navigation::Check { case: case.clone() });
    assert!(
        matches!(saved.case.unwrap().saved, contract::pages::Saved::At { .. }),
        "with room again it is saved, without typing more"
    );
    assert_eq!(saved.problem, None);
    tilslut.close();
    let again = machine.start();
    again.go(Navigation::Part { case, part: PartName::Representative });
    let Page::Representative { answers: kept, .. } = again.view().page else {
        panic!("representative")
    };
    assert_eq!(kept.title, typed);
    again.close();
}

#[test]
fn nothing_typed_lies_readable_on_the_disk() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    // While it is open: the database, its write-ahead log and everything beside them.
    let bytes = machine.bytes_but_of_the_log();
    assert!(bytes.len() > 4096, "there is something to look through");
    // The last is how a token begins. Shorter ones are found by chance in so many encrypted bytes.
    for canary in
        ["anariefugl", "Nordlys", "Lindegaard", "13748136", "1987", "PRØVE-", "eyJhbGciOi"]
    {
        let found = bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
        assert!(!found, "{canary} lies readable in the data folder");
    }
}
