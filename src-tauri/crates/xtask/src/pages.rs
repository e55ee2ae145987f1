//! The window's pages: the packages they need, the built folder `ui/dist` that the application
//! takes in, and the gate that opens every page in a browser. Nothing is done twice.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::setup;
use crate::steps::{Error, Step};
use crate::tally::Tally;
use crate::workspace::Workspace;

/// Where Debian, Ubuntu and others put Chromium, in the order in which it is looked for.
const CHROMIUM: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
];

/// Folders in `ui/` that are made, not written.
const MADE: [&str; 2] = ["dist", "node_modules"];

/// `ui/dist` is there and as new as its sources.
pub fn build(place: &Workspace) -> Result<(), Error> {
    packages(place)?;
    let ui = place.ui();
    if older(&ui.join("dist/index.html"), newest_source(&ui).map_err(Error::at(&ui))?) {
        Step::npm("Pages: build").args(["run", "build"]).dir(&ui).run()?;
    }
    Ok(())
}

/// `ui/node_modules` is there and is what the lock file says.
pub fn packages(place: &Workspace) -> Result<(), Error> {
    let ui = place.ui();
    let lock = ui.join("package-lock.json");
    let locked = modified(&lock).map_err(Error::at(&lock))?;
    // npm writes this file last, so an installation that was cut short is not taken for a whole
    // one.
    if older(&ui.join("node_modules/.package-lock.json"), locked) {
        Step::npm("Pages: install the packages of ui/package-lock.json")
            .args(["ci", "--no-audit", "--no-fund"])
            .dir(&ui)
            .run()?;
    }
    Ok(())
}

/// `cargo xtask pages`: the gate, for all named states or for those whose names begin with these
/// words.
pub fn pages(place: &Workspace, only: &[&str]) -> Result<(), Error> {
    setup::prepare(setup::For::Test)?;
    build(place)?;
    gate(place, only, &mut Tally::default())
}

/// `cargo xtask pages --look`: serves every named state to a browser until the input ends.
pub fn serve(place: &Workspace) -> Result<(), Error> {
    setup::prepare(setup::For::Run)?;
    build(place)?;
    let (bridge, pages) = bridged(place)?;
    Step::new("Every page, at the address below (Ctrl-D to end)", bridge).args([pages]).hand_over()
}

/// Opens every page in every named state in Chromium. Setup and `ui/dist` are the caller's.
pub fn gate(place: &Workspace, only: &[&str], tally: &mut Tally) -> Result<(), Error> {
    let chromium = CHROMIUM.iter().find(|path| Path::new(path).exists());
    let chromium = chromium
        .ok_or_else(|| Error::Missing(format!("no Chromium at {}", CHROMIUM.join(", "))))?;
    let (bridge, pages) = bridged(place)?;
    Step::new("Test: every page in every named state", "node")
        .args([Path::new("gate/gate.mjs"), &bridge, &pages, Path::new(chromium)])
        .args(only)
        .dir(place.ui())
        .count(tally)
}

/// The bridge, and the pages that speak with it.
fn bridged(place: &Workspace) -> Result<(PathBuf, PathBuf), Error> {
    let pages = place.target().join("pages");
    if older(&pages.join("index.html"), newest_source(&place.ui()).map_err(Error::at(&pages))?) {
        Step::npm("Pages: build for a browser")
            .args(["run", "build:bridge", "--", "--emptyOutDir", "--outDir"])
            .args([&pages])
            .dir(place.ui())
            .run()?;
    }
    // With the whole workspace selected, so that Cargo finds everything built already.
    Step::cargo("Build the bridge between browser and core")
        .args(["build", "--workspace", "--example", "bridge"])
        .dir(place.root())
        .run()?;
    let bridge = place
        .target()
        .join("debug/examples")
        .join(format!("bridge{}", std::env::consts::EXE_SUFFIX));
    Ok((bridge, pages))
}

fn older(made: &Path, source: SystemTime) -> bool {
    modified(made).map_or(true, |made| made < source)
}

fn modified(path: &Path) -> io::Result<SystemTime> {
    fs::metadata(path)?.modified()
}

/// The newest change in `ui/`. Folders below count too: that is how a removed file is seen.
fn newest_source(ui: &Path) -> io::Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(ui)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !MADE.contains(&name.as_ref()) && !name.starts_with('.') {
            newest = newest.max(newest_in(&entry.path())?);
        }
    }
    Ok(newest)
}

fn newest_in(path: &Path) -> io::Result<SystemTime> {
    let found = fs::symlink_metadata(path)?;
    let mut newest = found.modified()?;
    if found.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(newest_in(&entry?.path())?);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Folder;
    use std::fs::File;
    use std::time::Duration;

    fn at(path: &Path, seconds: u64) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        File::create(path)
            .unwrap()
            .set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
    }

    #[test]
    fn made_and_hidden_folders_are_no_sources() {
        let folder = Folder::new("pages").unwrap();
        let ui = folder.path();
        let far = 4_000_000_000; // 2096, which every file system can tell
        for made in ["dist/index.html", "node_modules/a/b.js", ".vite/x"] {
            at(&ui.join(made), far);
        }
        let before = newest_source(ui).unwrap();
        assert!(before < SystemTime::UNIX_EPOCH + Duration::from_secs(far));

        at(&ui.join("src/pages/Desk.svelte"), far);
        assert_eq!(newest_source(ui).unwrap(), SystemTime::UNIX_EPOCH + Duration::from_secs(far));
    }

    #[test]
    fn what_is_not_there_is_too_old() {
        let folder = Folder::new("pages").unwrap();
        let made = folder.path().join("made");
        assert!(older(&made, SystemTime::UNIX_EPOCH));
        at(&made, 10);
        assert!(!older(&made, SystemTime::UNIX_EPOCH + Duration::from_secs(10)));
        assert!(older(&made, SystemTime::UNIX_EPOCH + Duration::from_secs(11)));
    }
}
