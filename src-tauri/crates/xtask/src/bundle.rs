//! `cargo xtask build`: the installer for the system it runs on.

use std::fs;
use std::path::{Path, PathBuf};

use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use crate::{pages, setup};

/// Tauri's bundler, of the same release as the `tauri` in Cargo.toml.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// The kinds of installer made on this system.
const KINDS: &str = if cfg!(target_os = "linux") {
    "deb"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "nsis"
};

/// Compiles the application as it is shipped: with what the bundler sets, so that what is tried and
/// measured is what is shipped, and nothing is compiled twice.
pub fn compile(place: &Workspace) -> Result<(), Error> {
    Step::cargo("Build the application as it is shipped")
        // The pages come from the program itself, never from a development server.
        .args(["build", "--bin", "tilslut", "--release", "--features", "tauri/custom-protocol"])
        // Commands of the plugins that the window may not call are not compiled in
        // (`removeUnusedCommands` in tauri.conf.json).
        .env("REMOVE_UNUSED_COMMANDS", place.root())
        .dir(place.root())
        .run()
}

/// Compiles and bundles, and names the files that it made.
pub fn bundle(place: &Workspace) -> Result<(), Error> {
    setup::prepare(setup::For::Run)?;
    pages::build(place)?;
    Step::new(format!("Build and bundle ({KINDS})"), if cfg!(windows) { "npx.cmd" } else { "npx" })
        .args(["--yes", BUNDLER, "build", "--bundles", KINDS])
        .env("CI", "true")
        .env("TAURI_FRONTEND_PATH", "ui")
        .dir(place.root())
        .run()?;
    for kind in KINDS.split(',') {
        for file in made(place, kind)? {
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// The newest Debian package, if one was built.
pub fn newest_package(place: &Workspace) -> Result<Option<PathBuf>, Error> {
    let age = |path: &PathBuf| fs::metadata(path).and_then(|found| found.modified()).ok();
    Ok(made(place, "deb")?.into_iter().filter(|file| file.is_file()).max_by_key(age))
}

/// What lies in the bundler's folder of one kind: files (or, on macOS, folders) named as the kind.
fn made(place: &Workspace, kind: &str) -> Result<Vec<PathBuf>, Error> {
    let (folder, ending) = match kind {
        "app" => ("macos", "app"),
        "nsis" => ("nsis", "exe"),
        kind => (kind, kind),
    };
    let folder = place.target().join("release/bundle").join(folder);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&folder).map_err(Error::at(&folder))?;
    let paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(Error::at(&folder))?;
    Ok(paths
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|found| found == ending))
        .collect())
}
