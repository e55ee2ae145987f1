//! A copy of every receipt in a folder that the person has chosen.

use crate::support::Installation;
use crate::{approved, rows};
use contract::pages::Copied;
use contract::{Intent, Navigation, Page, ReceiptsIntent, VaultIntent, View};
use std::path::Path;

#[test]
fn the_folder_gets_a_copy_of_every_receipt_and_no_file_is_replaced() {
    let machine = Installation::new();
    let folder = tempfile::tempdir().unwrap();
    let tilslut = machine.start();
    let before = approved(&tilslut);
    tilslut.will_choose(folder.path());
    tilslut.go(Navigation::Settings);
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ChooseFolder });
    let copied =
        |view: &View| matches!(&view.page, Page::Settings { folder: Some(_), uncopied: 0, .. });
    tilslut.wait("the receipt from before to be copied", copied);
    let names = files(folder.path());
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("PRØVE ") && names[0].ends_with(" kvittering.pdf"), "{names:?}");
    let first = std::fs::read(folder.path().join(&names[0])).unwrap();

    let after = approved(&tilslut);
    let path = |view: &View| match &view.page {
        Page::Done { copied: Some(Copied::At { path }), .. } => Some(path.clone()),
        _ => None,
    };
    let second =
        path(&tilslut.wait("the new receipt to be copied", |view| path(view).is_some())).unwrap();
    assert_eq!(files(folder.path()).len(), 2);
    assert!(second.ends_with(" kvittering (2).pdf"), "two of the same day: {second}");
    assert_eq!(std::fs::read(folder.path().join(&names[0])).unwrap(), first, "not replaced");
    let receipt = tilslut.saved(
        Intent::Receipts { intent: ReceiptsIntent::Save { case: after.clone() } },
        &machine.folder.with_extension("pdf"),
    );
    assert_eq!(
        std::fs::read(second).unwrap(),
        receipt,
        "the copy is the receipt with the receiver's answer"
    );

    tilslut.close();
    let again = machine.start();
    assert!(
        rows(&again).iter().all(|row| matches!(row.copied, Some(Copied::At { .. }))),
        "known after a restart"
    );
    assert_eq!(files(folder.path()).len(), 2, "not copied twice");
    assert_eq!(rows(&again).len(), 2);
    again.send(Intent::Receipts { intent: ReceiptsIntent::ForgetFolder });
    assert!(rows(&again).iter().all(|row| row.copied.is_none()));
    assert_eq!(files(folder.path()).len(), 2, "what was made stays");
    let _ = before;
}

#[test]
fn a_copy_that_could_not_be_made_is_told_and_can_be_made_later() {
    let machine = Installation::new();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("a drive that is not connected");
    let tilslut = machine.start();
    tilslut.will_choose(&folder);
    tilslut.go(Navigation::Settings);
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ChooseFolder });
    tilslut.wait("the folder", |view| matches!(&view.page, Page::Settings { folder: Some(_), .. }));
    let case = approved(&tilslut);
    let failed = |view: &View| matches!(&view.page, Page::Done { copied: Some(Copied::Failed { code }), .. } if code == "copy-not-made");
    tilslut.wait("the failure to be told", failed);
    std::fs::create_dir(&folder).unwrap();
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Copy });
    let copied =
        |view: &View| matches!(&view.page, Page::Done { copied: Some(Copied::At { .. }), .. });
    tilslut.wait("the copy", copied);
    assert_eq!(files(&folder).len(), 1);
    tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    let _ = case;
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
