//! `cargo xtask bench`: measures the application as it is shipped, and writes what it found into
//! `docs/benchmarks.md`, with machine and date, so that a change for the worse is seen. Speed is
//! told beside a peer or a floor of the same run, since milliseconds of another machine say
//! nothing.
//!
//! # Flow
//! Build the application, the bare window and `tests/measure` → run `tests/measure` in a session of
//! its own → sizes → `table`.

mod day;
mod evidence;
mod machine;
mod receipts;
mod rules;
mod table;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::bundle;
use crate::session::{Folder, Session};
use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use crate::{pages, setup};
use table::Row;

/// As `bundle::compile` has it: the bare window is to be made of the same libraries.
const AS_SHIPPED: [&str; 3] = ["--release", "--features", "tauri/custom-protocol"];

/// Builds, measures, and writes a section into `docs/benchmarks.md`.
pub fn bench(place: &Workspace, date: Option<&str>) -> Result<(), Error> {
    let date = match date {
        Some(date) if day::is_date(date) => date.to_owned(),
        Some(date) => return Err(Error::Asked(format!("{date} is no date (YYYY-MM-DD)"))),
        None => day::today(),
    };
    setup::prepare(if cfg!(target_os = "linux") { setup::For::Test } else { setup::For::Run })?;
    pages::build(place)?;
    Step::cargo("Build what measures, and a bare window")
        .args(["build", "--example", "measure", "--example", "bare"])
        .args(AS_SHIPPED)
        .env("REMOVE_UNUSED_COMMANDS", place.root())
        .dir(place.root())
        .run()?;
    // The program as it is shipped, and the package for its size: what is measured is what a person
    // installs.
    bundle::bundle(place)?;

    let mut rows = measured(place)?;
    rows.extend(rules::measured(place)?);
    rows.extend(evidence::measured(place)?);
    rows.extend(receipts::measured(place)?);
    rows.extend(sizes(place)?);
    let section = table::section(&date, &machine::name(), &rows);
    println!("\n{section}");
    table::put(&place.root().join("docs/benchmarks.md"), &section)?;
    for row in rows.iter().filter(|row| !row.holds()) {
        println!("Bar not met: {}", row.what);
    }
    Ok(())
}

/// Everything that needs to run.
fn measured(place: &Workspace) -> Result<Vec<Row>, Error> {
    // On the disk of the checkout: the temporary folder may be memory, where a durable save costs
    // nothing. One for each run, so that two do not share their cases.
    let folder = place.target().join(format!("measure-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(Error::at(&folder))?;
    let lines = folder.join("rows");

    const TITLE: &str = "Measure (leave the machine alone meanwhile)";
    let session = if cfg!(target_os = "linux") { Some(Session::with_display()?) } else { None };
    let step = session.as_ref().map_or_else(
        || Step::cargo(TITLE).dir(place.root()),
        |session| session.cargo(TITLE, place),
    );
    let outcome = step
        .args(["run", "--quiet", "--example", "measure"])
        .args(AS_SHIPPED)
        .args(["--"])
        .args([place.application("release"), bare(place), folder.clone(), lines.clone()])
        .env("REMOVE_UNUSED_COMMANDS", place.root())
        .run();
    let text = fs::read_to_string(&lines).map_err(Error::at(&lines));
    fs::remove_dir_all(&folder).map_err(Error::at(&folder))?;
    outcome?;
    let text = text?;
    let rows: Option<Vec<Row>> = text.lines().map(Row::parse).collect();
    rows.ok_or_else(|| Error::File { path: lines, source: io::ErrorKind::InvalidData.into() })
}

fn sizes(place: &Workspace) -> Result<Vec<Row>, Error> {
    let row = |what: &str, median: Option<f64>, beside: Option<(String, f64)>| Row {
        what: what.to_owned(),
        unit: "MB".to_owned(),
        samples: usize::from(median.is_some()),
        median,
        p99: None,
        beside,
        bar: None,
    };
    let bare = ("the bare window's program".to_owned(), megabytes(&bare(place))?);
    Ok(vec![
        row("Size of the program", Some(megabytes(&place.application("release"))?), Some(bare)),
        row(
            "Size of the pages in it, before they are compressed",
            Some(megabytes(&place.ui().join("dist"))?),
            None,
        ),
        row("Size when installed (Debian package)", installed(place)?, None),
    ])
}

fn bare(place: &Workspace) -> PathBuf {
    place.target().join("release/examples").join(format!("bare{}", std::env::consts::EXE_SUFFIX))
}

/// The size of everything in the Debian package that this run has made; nothing on a system that
/// has none.
fn installed(place: &Workspace) -> Result<Option<f64>, Error> {
    let Some(package) = bundle::newest_package(place)? else { return Ok(None) };
    let unpacked = Folder::new("deb")?;
    Step::new("Unpack the Debian package", "dpkg-deb")
        .args(["--extract".as_ref(), package.as_os_str(), unpacked.path().as_os_str()])
        .run()?;
    megabytes(unpacked.path()).map(Some)
}

#[expect(clippy::cast_precision_loss, reason = "a program has far fewer than 2^52 bytes")]
fn megabytes(path: &Path) -> Result<f64, Error> {
    size(path).map(|bytes| bytes as f64 / 1_000_000.0).map_err(Error::at(path))
}

/// The bytes in a file, or in all files below a folder.
fn size(path: &Path) -> io::Result<u64> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_dir() {
        return Ok(found.len());
    }
    fs::read_dir(path)?.map(|entry| size(&entry?.path())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_as_large_as_what_is_in_it() {
        let folder = Folder::new("size").unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        fs::write(folder.path().join("a"), [0; 30]).unwrap();
        fs::write(folder.path().join("in/b"), [0; 12]).unwrap();
        assert_eq!(size(folder.path()).unwrap(), 42);
    }
}
