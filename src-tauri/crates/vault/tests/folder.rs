//! Folders that the cases may lie in, and folders that they may not: each is opened, or refused with a
//! reason of its own before anything is written.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::folder::{Folder, SyncedBy};
use domain::problem::Problem;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases};
use vault::{Opening, Vault, look_at_folder};

/// Somebody who is not whoever runs the tests: `nobody`.
const SOMEBODY: u32 = 65_534;
/// The folder that somebody else is to open, and what comes of it.
const FOLDER: &str = "TILSLUT_TEST_FOLDER";
const EXPECTED: &str = "TILSLUT_TEST_EXPECTED";

/// A place that everybody may enter.
fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    set_mode(place.path(), 0o755);
    place
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn made(folder: PathBuf, mode: u32) -> PathBuf {
    fs::create_dir_all(&folder).unwrap();
    set_mode(&folder, mode);
    folder
}

fn is_root(place: &TempDir) -> bool {
    fs::metadata(place.path()).unwrap().uid() == 0
}

/// What comes of opening the cases there: `open`, or the code of the reason.
fn outcome(folder: &Path, store: &MemoryKeyStore) -> &'static str {
    match Vault::open(folder, Practice, store) {
        Opening::Open(_) => "open",
        Opening::Stopped(problem) => problem.code(),
        other => panic!("{other:?}"),
    }
}

fn case(number: usize) -> Case {
    Case { id: CaseId(format!("{number:032x}")), ..cases()[0].clone() }
}

/// Saves a case there and reads it again under another name of the folder.
fn keeps(folder: &Path, again: &Path) {
    let store = MemoryKeyStore::new();
    let Opening::Open(mut vault) = Vault::open(folder, Practice, &store) else { panic!("opens") };
    vault.save(&case(1)).unwrap();
    drop(vault);
    let Opening::Open(mut vault) = Vault::open(again, Practice, &store) else { panic!("again") };
    assert!(vault.case(&case(1).id).unwrap().is_some(), "{}", again.display());
}

/// As many characters as asked for, in names of folders that a disk takes.
fn path_of(place: &Path, characters: usize, names: &str) -> PathBuf {
    let mut path = place.to_owned();
    let length = |path: &Path| path.to_str().unwrap().chars().count();
    let mut letters = names.chars().cycle();
    while length(&path) < characters {
        let left = characters - length(&path) - 1;
        let name: String = letters.by_ref().take(left.min(60)).collect();
        path.push(if name.is_empty() { "x".to_owned() } else { name });
    }
    path
}

#[test]
fn what_is_opened_and_what_is_refused() {
    let place = place();
    let at = |name: &str| place.path().join(name);
    let store = MemoryKeyStore::new();
    fs::write(at("a file"), "mine").unwrap();
    symlink(at("nowhere"), at("to nowhere")).unwrap();
    symlink(made(at("there"), 0o700), at("to there")).unwrap();
    let long = path_of(place.path(), 300, "Kirstens gældfri ejerforening på Ærø ");
    let longer = path_of(place.path(), 300, "åæø");
    assert_eq!(long.to_str().unwrap().chars().count(), 300);
    for (folder, expected) in [
        (at("new"), "open"),
        (at("new in/a new one"), "open"),
        (made(at("anybody's"), 0o777), "open"),
        (at("to there"), "open"),
        (long, "open"),
        (longer.clone(), "folder-path-too-long"),
        (at("to nowhere"), "folder-not-there"),
        (at("to nowhere/tilslut"), "folder-not-there"),
        (at("a file"), "folder-not-there"),
        (at("a file/tilslut"), "folder-not-there"),
    ] {
        assert_eq!(outcome(&folder, &store), expected, "{}", folder.display());
        if expected == "open" {
            let mode = fs::metadata(&folder).unwrap().mode();
            assert_eq!(mode & 0o777, 0o700, "{} is its owner's alone", folder.display());
        }
    }
    assert!(!at("nowhere").exists() && !longer.exists(), "nothing was made");
    assert_eq!(fs::read_to_string(at("a file")).unwrap(), "mine");
    let first = longer.strip_prefix(place.path()).unwrap().components().next().unwrap();
    assert!(!place.path().join(first).exists(), "nor any folder on the way");
}

#[test]
fn a_link_leads_to_the_same_cases_and_is_looked_after() {
    let place = place();
    let (there, link) = (made(place.path().join("there"), 0o700), place.path().join("link"));
    symlink(&there, &link).unwrap();
    keeps(&link, &there);
    // Set elsewhere while they are open, it is another folder.
    let store = MemoryKeyStore::new();
    let other = made(place.path().join("other"), 0o700);
    let next = place.path().join("next");
    let link = place.path().join("second");
    symlink(&next, &link).unwrap();
    fs::create_dir(&next).unwrap();
    let Opening::Open(mut vault) = Vault::open(&link, Practice, &store) else { panic!("opens") };
    fs::remove_file(&link).unwrap();
    symlink(&other, &link).unwrap();
    assert_eq!(vault.save(&case(2)), Err(Problem::VaultMoved));
}

#[test]
fn a_path_of_three_hundred_characters_keeps_what_is_saved() {
    let place = place();
    let long = path_of(place.path(), 300, "Kirstens gældfri ejerforening på Ærø ");
    keeps(&long, &long);
}

/// Runs as somebody else, when it is told so: see [`as_somebody`].
#[test]
fn somebody_else_opens_it() {
    let (Ok(folder), Ok(expected)) = (std::env::var(FOLDER), std::env::var(EXPECTED)) else {
        return;
    };
    assert_eq!(outcome(Path::new(&folder), &MemoryKeyStore::new()), expected, "{folder}");
}

/// Lets somebody else open the cases there.
fn as_somebody(folder: &Path, expected: &str) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "somebody_else_opens_it"])
        .env(FOLDER, folder)
        .env(EXPECTED, expected)
        .current_dir("/")
        .gid(SOMEBODY)
        .uid(SOMEBODY)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

fn give(folder: &Path, owner: u32) {
    std::os::unix::fs::chown(folder, Some(owner), Some(owner)).unwrap();
}

/// Only who may do everything can give a folder away, so elsewhere the rows of `vault_dir` have to do.
#[test]
fn a_folder_of_another_is_not_used() {
    let place = place();
    if !is_root(&place) {
        return;
    }
    let theirs = |name: &str, mode| {
        let folder = made(place.path().join(name), mode);
        give(&folder, SOMEBODY);
        folder
    };
    // Whoever may do everything would lock them out of it.
    let folder = theirs("theirs", 0o700);
    assert_eq!(outcome(&folder, &MemoryKeyStore::new()), "folder-of-another");
    assert_eq!(outcome(&folder.join("new"), &MemoryKeyStore::new()), "folder-of-another");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing was written");
    as_somebody(&folder, "open");
    // And whoever may not do everything does not get in.
    as_somebody(&made(place.path().join("ours"), 0o700), "folder-of-another");
    as_somebody(&made(place.path().join("seen"), 0o755), "folder-of-another");
    as_somebody(&made(place.path().join("anybody's"), 0o777), "folder-open-to-others");
}

#[test]
fn a_folder_that_may_not_be_written_is_told_before_the_first_save() {
    let place = place();
    let folder = place.path().join("read only");
    let is_root = is_root(&place);
    made(folder.clone(), 0o700);
    if is_root {
        give(&folder, SOMEBODY);
    }
    let open = |folder: &Path, expected: &str| match is_root {
        true => as_somebody(folder, expected),
        false => assert_eq!(outcome(folder, &MemoryKeyStore::new()), expected),
    };
    set_mode(&folder, 0o500);
    open(&folder, "folder-read-only");
    set_mode(&folder, 0o700);
    open(&folder, "open");
    // Now there are files in it that could be opened.
    set_mode(&folder, 0o500);
    open(&folder, "folder-read-only");
    set_mode(&folder, 0o700);
}

#[test]
fn what_there_is_to_know_of_a_folder_is_seen_through_a_link() {
    let place = place();
    let synced = made(place.path().join("sky/tilslut"), 0o700);
    let link = place.path().join("link");
    symlink(&synced, &link).unwrap();
    assert_eq!(look_at_folder(&link), Folder::default());
    fs::create_dir(place.path().join("sky/.dropbox.cache")).unwrap();
    let dropbox = Folder { is_network: false, synced: Some(SyncedBy::Dropbox) };
    assert_eq!(look_at_folder(&link), dropbox);
    assert_eq!(look_at_folder(&synced.join("not there yet")), dropbox);
    // It is used all the same: the person is told.
    assert_eq!(outcome(&link, &MemoryKeyStore::new()), "open");
}
