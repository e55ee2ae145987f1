//! The window's pages: the packages they need, and the built folder `ui/dist` that the application takes in. Nothing is done twice.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::place::Place;
use crate::steps::{Step, Trouble};

/// Folders in `ui/` that are made, not written.
const MADE: [&str; 2] = ["dist", "node_modules"];

/// `ui/dist` is there and as new as its sources.
pub fn build(place: &Place) -> Result<(), Trouble> {
    packages(place)?;
    let ui = place.ui();
    if older(&ui.join("dist/index.html"), newest_source(&ui).map_err(Trouble::at(&ui))?) {
        Step::npm("Pages: build").args(["run", "build"]).dir(&ui).run()?;
    }
    Ok(())
}

/// `ui/node_modules` is there and is what the lock file says.
pub fn packages(place: &Place) -> Result<(), Trouble> {
    let ui = place.ui();
    let lock = ui.join("package-lock.json");
    let locked = modified(&lock).map_err(Trouble::at(&lock))?;
    // npm writes this file last, so an installation that was cut short is not taken for a whole one.
    if older(&ui.join("node_modules/.package-lock.json"), locked) {
        Step::npm("Pages: install the packages of ui/package-lock.json").args(["ci", "--no-audit", "--no-fund"]).dir(&ui).run()?;
    }
    Ok(())
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
        File::create(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
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
