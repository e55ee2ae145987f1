//! Backups through the whole program: made by themselves at closing, by hand and for a move, of
//! cases whose folder is gone, and taken in on another computer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{Answers, RoleName};
use contract::pages::{MergePlan, Saved};
use contract::{BackupsIntent, BudgetName, EnvironmentName, Intent, Navigation, Page, View};
use domain::backups::BackupName;
use std::path::{Path, PathBuf};
use support::{Installation, METTE, NORDLYS, Tilslut, administrators};

fn send(tilslut: &Tilslut, intent: BackupsIntent) {
    tilslut.send(Intent::Backups { intent });
}

fn choose(tilslut: &Tilslut, path: impl Into<PathBuf>) {
    tilslut.will_choose(path);
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
    entries.map(|entry| name(entry).into_string().unwrap()).collect()
}

fn moved(view: &View) -> Option<(String, String)> {
    match &view.page {
        Page::Backups { saved: Some(path), words: Some(words), .. } => {
            Some((path.clone(), words.read().to_owned()))
        }
        _ => None,
    }
}

/// The case, and the file and words of a move.
fn with_move(tilslut: &Tilslut, folder: &Path) -> (String, PathBuf, String) {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    tilslut.go(Navigation::Backups);
    choose(tilslut, folder.join("flytning"));
    send(tilslut, BackupsIntent::Move);
    let view = tilslut.wait("the backup to be made and read", |view| moved(view).is_some());
    let (path, words) = moved(&view).unwrap();
    assert_eq!(words.split(' ').count(), 6);
    (case, path.into(), words)
}

#[test]
fn a_move_brings_a_case_and_its_receipt_to_another_computer() {
    let (old, new) = (Installation::new(), Installation::new());
    let folder = tempfile::tempdir().unwrap();
    let tilslut = old.start();
    let (case, path, words) = with_move(&tilslut, folder.path());
    assert_eq!(names(folder.path()), ["flytning.tilslut-backup"]);
    tilslut.close();

    let tilslut = new.start();
    tilslut.go(Navigation::Backups);
    choose(&tilslut, &path);
    send(&tilslut, BackupsIntent::Choose);
    let chosen = |view: &View| matches!(&view.page, Page::Backups { restore: Some(restore), .. } if restore.words);
    tilslut.wait("the backup to be chosen", chosen);
    send(&tilslut, BackupsIntent::Open { typed: "anker anker anker anker anker hus".into() });
    tilslut.wait("the wrong words to be told", |view| {
        view.problem.as_deref() == Some("backup-code-wrong")
    });
    send(&tilslut, BackupsIntent::Open { typed: words.to_uppercase().replace(' ', ", ") });
    let found = |view: &View| match &view.page {
        Page::Backups { restore: Some(restore), .. } => restore.found.clone(),
        _ => None,
    };
    let found = found(&tilslut.wait("what is in it", |view| found(view).is_some())).unwrap();
    assert_eq!((found.cases, found.receipts, found.plan.add), (1, 1, 1));
    assert_eq!((found.first, found.last), (Some(1), Some(1)));
    send(&tilslut, BackupsIntent::TakeIn);
    let taken = |view: &View| match &view.page {
        Page::Backups { taken, .. } => taken.clone(),
        _ => None,
    };
    let plan: MergePlan =
        taken(&tilslut.wait("it to be taken in", |v| taken(v).is_some())).unwrap();
    assert_eq!((plan.add, plan.receipts, plan.parts_at), (1, 1, None));
    let Page::Done { receipt, .. } = tilslut.go(Navigation::Case { case }).page else {
        panic!("the approved case")
    };
    assert_eq!(receipt, Some(1));
    // The next receipt goes on from there.
    let next = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&next, "mette");
    tilslut.delivered();
    let Page::Done { receipt, .. } = tilslut.go(Navigation::Case { case: next }).page else {
        panic!("the approved case")
    };
    assert_eq!(receipt, Some(2));
}

#[test]
fn closing_makes_a_backup_of_what_changed_and_only_then() {
    let machine = Installation::new();
    let backups = machine.folder.join("backups");
    let tilslut = machine.start();
    tilslut.close();
    assert_eq!(names(&backups), [""; 0], "there was nothing to keep");

    let tilslut = machine.start();
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.close();
    // One may have been made by itself while it ran.
    let mut first = names(&backups);
    first.sort();
    assert!(!first.is_empty());
    let name = BackupName::parse(&first[0]).expect("a name that Tilslut gives");
    assert_eq!(name.environment, domain::Environment::Practice);

    let again = machine.start();
    let Page::Backups { state, .. } = again.go(Navigation::Backups).page else { panic!("backups") };
    let last = state.last.expect("the one of closing");
    assert_eq!((last.cases, last.elsewhere), (1, false));
    assert_eq!(usize::try_from(state.stored).unwrap(), first.len());
    again.close();
    let mut after = names(&backups);
    after.sort();
    assert_eq!(after, first, "nothing changed");
}

#[test]
fn what_is_here_is_backed_up_before_another_is_taken_in_and_practice_stays_apart() {
    let (old, new) = (Installation::new(), Installation::new());
    let folder = tempfile::tempdir().unwrap();
    let tilslut = old.start();
    let (_, path, words) = with_move(&tilslut, folder.path());
    tilslut.close();

    let live = new.start_live(None);
    assert_eq!(live.view().environment, EnvironmentName::Live);
    live.go(Navigation::Backups);
    choose(&live, &path);
    send(&live, BackupsIntent::Choose);
    live.wait("the other environment to be refused", |view| {
        view.problem.as_deref() == Some("backup-other-environment")
    });
    live.close();

    let tilslut = new.start();
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Backups);
    choose(&tilslut, &path);
    send(&tilslut, BackupsIntent::Choose);
    tilslut.wait("the backup to be chosen", |view| {
        matches!(&view.page, Page::Backups { restore: Some(_), .. })
    });
    send(&tilslut, BackupsIntent::Open { typed: words });
    tilslut.wait(
        "what is in it",
        |view| matches!(&view.page, Page::Backups { restore: Some(it), .. } if it.found.is_some()),
    );
    send(&tilslut, BackupsIntent::TakeIn);
    let view = tilslut.wait("it to be taken in", |view| {
        matches!(&view.page, Page::Backups { taken: Some(_), .. })
    });
    let Page::Backups { state, .. } = view.page else { panic!("backups") };
    // One may have been made by itself meanwhile.
    assert!(state.stored >= 1);
    assert_eq!(state.last.map(|last| last.cases), Some(1), "of what was here before");
}

#[test]
fn a_folder_that_is_gone_is_told_and_the_cases_are_saved_all_the_same() {
    let machine = Installation::new();
    let folder = tempfile::tempdir().unwrap();
    let tilslut = machine.start();
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Backups);
    choose(&tilslut, folder.path());
    send(&tilslut, BackupsIntent::ChooseFolder);
    tilslut.wait("a backup in the folder", |view| {
        matches!(&view.page, Page::Backups { state, .. } if state.chosen && state.stored == 1)
    });
    drop(folder);
    send(&tilslut, BackupsIntent::Now);
    tilslut.wait("the folder to be missed", |view| {
        matches!(&view.page, Page::Backups { state, .. }
            if state.problem.as_deref() == Some("backup-folder-gone"))
    });
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
}

/// Where they lie is asked once, and how much room they may take is kept.
#[test]
fn whether_they_may_lie_beside_the_cases_is_asked_until_it_is_answered() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let is_asked = |tilslut: &Tilslut| match tilslut.go(Navigation::Cases).page {
        Page::Cases { ask_backup_place, .. } => ask_backup_place,
        page => panic!("{page:?}"),
    };
    let budget = |tilslut: &Tilslut| match tilslut.go(Navigation::Backups).page {
        Page::Backups { state, .. } => state.budget,
        page => panic!("{page:?}"),
    };
    send(&tilslut, BackupsIntent::Now);
    tilslut.go(Navigation::Backups);
    let made =
        |view: &View| matches!(&view.page, Page::Backups { state, .. } if state.last.is_some());
    tilslut.wait("a backup", made);
    assert!(!is_asked(&tilslut), "first a code that opens them elsewhere");
    tilslut.keep_recovery_code();
    assert!(is_asked(&tilslut));
    assert_eq!(budget(&tilslut), BudgetName::One);
    send(&tilslut, BackupsIntent::SetBudget { budget: BudgetName::Five });
    send(&tilslut, BackupsIntent::SettlePlace);
    assert!(!is_asked(&tilslut));
    tilslut.close();

    let tilslut = machine.start();
    assert_eq!(budget(&tilslut), BudgetName::Five);
    assert!(!is_asked(&tilslut), "it was answered");
}

/// The folder of the cases is taken away under the open window: it is told with the first save, and
/// all that is open goes to another computer.
#[cfg(unix)]
#[test]
fn cases_whose_folder_was_moved_are_saved_elsewhere_by_the_window_that_has_them() {
    let (machine, other) = (Installation::new(), Installation::new());
    let folder = tempfile::tempdir().unwrap();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let away = folder.path().join("flyttet");
    std::fs::rename(&machine.folder, &away).unwrap();
    let mut answers = administrators();
    answers.others[0].name = "Søren Skrevet Efter".into();
    tilslut.answer(&case, Answers::Administrators(answers));
    assert_eq!(tilslut.view().problem.as_deref(), Some("vault-moved"));
    assert!(matches!(
        tilslut.view().case.unwrap().saved,
        Saved::Failed { code } if code == "vault-moved"
    ));

    choose(&tilslut, folder.path().join("reddet"));
    send(&tilslut, BackupsIntent::Rescue);
    let view = tilslut.wait("all to be put elsewhere", |view| moved(view).is_some());
    assert_eq!(view.problem.as_deref(), Some("vault-moved"), "which mends nothing here");
    let (path, words) = moved(&view).unwrap();
    assert!(!machine.folder.exists(), "no other folder was made in its place");
    tilslut.close();

    let tilslut = other.start();
    tilslut.go(Navigation::Backups);
    choose(&tilslut, path);
    send(&tilslut, BackupsIntent::Choose);
    let chosen = |view: &View| matches!(&view.page, Page::Backups { restore: Some(_), .. });
    tilslut.wait("the backup to be chosen", chosen);
    send(&tilslut, BackupsIntent::Open { typed: words });
    let is_found = |view: &View| matches!(&view.page, Page::Backups { restore: Some(restore), .. } if restore.found.is_some());
    tilslut.wait("what is in it", is_found);
    send(&tilslut, BackupsIntent::TakeIn);
    let taken = |view: &View| matches!(&view.page, Page::Backups { taken: Some(_), .. });
    tilslut.wait("it to be taken in", taken);
    tilslut.go(Navigation::Case { case: case.clone() });
    let part = contract::PartName::Administrators;
    let Page::Administrators { answers, .. } = tilslut.go(Navigation::Part { case, part }).page
    else {
        panic!("the administrators")
    };
    assert_eq!(answers.others[0].name, "Søren Skrevet Efter", "also what was not acknowledged");
}
