//! Where the cases lie, as a person is told of it: once, and what is done about it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::pages::FolderAdviceName;
use contract::{Intent, Navigation, Page, VaultIntent, View};
use shell::log::FILE;
use std::path::PathBuf;
use support::{Installation, Tilslut};

fn advice(view: &View) -> Option<FolderAdviceName> {
    match &view.page {
        Page::Cases { folder_advice, .. } => *folder_advice,
        page => panic!("not the cases: {page:?}"),
    }
}

/// What the program noted of the folder, once it has looked.
fn noted(machine: &Installation, tilslut: &Tilslut) -> String {
    tilslut.wait_for_desktop("the folder to be looked at", |_| {
        tilslut.engine.log().unwrap().flush();
        let said = std::fs::read_to_string(machine.folder.join(FILE)).unwrap();
        said.lines().last().is_some_and(|_| said.contains(r#""event":"folder""#))
    });
    let said = std::fs::read_to_string(machine.folder.join(FILE)).unwrap();
    said.lines().rfind(|line| line.contains(r#""event":"folder""#)).unwrap().to_owned()
}

#[test]
fn a_synchronised_folder_is_told_of_until_it_was_read() {
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir(place.path().join(".stfolder")).unwrap();
    let machine = Installation::at(place.path().join("tilslut"));
    let tilslut = machine.start();
    let told = tilslut.wait("the advice", |view| advice(view).is_some());
    assert_eq!(advice(&told), Some(FolderAdviceName::Syncthing));
    assert!(noted(&machine, &tilslut).contains(r#""disk":"local","synced":"syncthing""#));
    // Unread, it is told at the next start, too.
    tilslut.close();
    let tilslut = machine.start();
    tilslut.wait("the advice again", |view| advice(view).is_some());
    tilslut.send(Intent::Vault { intent: VaultIntent::SettleFolder });
    assert_eq!(advice(&tilslut.view()), None);
    tilslut.go(Navigation::Settings);
    assert_eq!(advice(&tilslut.go(Navigation::Cases)), None);
    tilslut.close();

    let tilslut = machine.start();
    noted(&machine, &tilslut);
    assert_eq!(advice(&tilslut.view()), None, "it was read");
    tilslut.close();
    // Somebody else synchronises it now.
    std::fs::remove_dir(place.path().join(".stfolder")).unwrap();
    std::fs::write(place.path().join(".nextcloudsync.log"), "").unwrap();
    let tilslut = machine.start();
    tilslut.wait("the other advice", |view| advice(view) == Some(FolderAdviceName::Nextcloud));
}

#[test]
fn a_folder_of_ones_own_is_noted_and_not_spoken_of() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert!(noted(&machine, &tilslut).ends_with(r#""event":"folder","disk":"local"}"#));
    assert_eq!(advice(&tilslut.view()), None);
}

#[test]
fn a_folder_that_cannot_be_used_stops_with_its_reason() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("tilslut"), "a file").unwrap();
    let long: PathBuf = std::iter::repeat_n("langt", 90).collect();
    for (folder, code) in [
        (place.path().join("tilslut"), "folder-not-there"),
        (place.path().join(long), "folder-path-too-long"),
    ] {
        let tilslut = Installation::at(folder).start();
        assert!(matches!(tilslut.view().page, Page::Stopped), "{:?}", tilslut.view().page);
        assert_eq!(tilslut.view().problem.as_deref(), Some(code));
    }
}
