//! `cargo xtask window` and `cargo xtask journey`: the built application in a real window, driven
//! as a person would, on a display of its own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::session::Session;
use crate::steps::{Error, Step};
use crate::tally::Tally;
use crate::workspace::Workspace;
use crate::{pages, setup};

/// The tests in the real window. What they leave is in `target/window`.
pub fn window(place: &Workspace) -> Result<(), Error> {
    prepare(place)?;
    let mut tally = Tally::default();
    let outcome = drive(place, None, &mut tally);
    println!("\n{tally}");
    outcome
}

/// The whole journey; pictures, evidence and receipt are left in `folder`, or in `target/journey`.
pub fn journey(place: &Workspace, folder: Option<&str>) -> Result<(), Error> {
    prepare(place)?;
    let folder = match folder {
        Some(folder) => wanted(folder)?,
        None => emptied(place.target().join("journey"))?,
    };
    drive(place, Some(&folder), &mut Tally::default())?;
    println!("\nPictures of every page, the evidence and the receipt: {}", folder.display());
    Ok(())
}

/// The journey, and the README's pictures from it.
pub fn readme(place: &Workspace) -> Result<(), Error> {
    journey(place, None)?;
    for name in ["check.png", "approve.png", "done.png"] {
        let (from, to) = (
            place.target().join("journey").join(name),
            place.root().join("docs/pictures").join(name),
        );
        fs::copy(&from, &to).map_err(Error::at(&from))?;
    }
    println!("The README's pictures are in docs/pictures");
    Ok(())
}

/// Runs the tests of `tests/window`. Setup and pages are the caller's.
pub fn drive(place: &Workspace, journey: Option<&Path>, tally: &mut Tally) -> Result<(), Error> {
    let artifacts = emptied(place.target().join("window"))?;
    Step::cargo("Build the application and the tests of its window")
        .args(["test", "--workspace", "--test", "window", "--no-run"])
        .dir(place.root())
        .run()?;
    let session = Session::with_display()?;
    let title =
        if journey.is_some() { "The journey in the real window" } else { "Test: the real window" };
    let mut step = session
        .cargo(title, place)
        .args(["test", "--workspace", "--test", "window", "--", "--nocapture"])
        .env("TILSLUT_WINDOW", artifacts);
    if let Some(folder) = journey {
        step = step.env("TILSLUT_JOURNEY", folder);
    }
    step.count(tally)
}

fn prepare(place: &Workspace) -> Result<(), Error> {
    if !cfg!(target_os = "linux") {
        return Err(Error::Missing(
            "the real window is driven by WebKitGTK's own driver, which only Linux has".into(),
        ));
    }
    setup::prepare(setup::For::Test)?;
    pages::build(place)
}

/// A folder that a person named: made if it is missing, and nothing in it is removed.
fn wanted(folder: &str) -> Result<PathBuf, Error> {
    let folder = std::path::absolute(folder).map_err(Error::at(Path::new(folder)))?;
    fs::create_dir_all(&folder).map_err(Error::at(&folder))?;
    Ok(folder)
}

/// A folder of ours: what an earlier run left would pass for this run's.
fn emptied(folder: PathBuf) -> Result<PathBuf, Error> {
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::at(&folder))?;
    }
    fs::create_dir_all(&folder).map_err(Error::at(&folder))?;
    Ok(folder)
}
