//! `cargo xtask bench [PART…]`: measures the application as it is shipped, part by part, and writes
//! what it found into `docs/benchmarks.md`, with machine and date, so that a change for the worse is
//! seen. Speed is told beside a peer or a floor of the same run, since milliseconds of another
//! machine say nothing.
//!
//! # Flow
//! Build the application, the bare window and `tests/measure` → run `tests/measure` in a session of
//! its own → what other programs measure → sizes → `table`, for each part its own.

pub mod day;
mod evidence;
pub mod machine;
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

/// What is measured together, and has a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Until the first page can be used, and the memory then, beside a bare window.
    Start,
    /// The program with very many cases beside the same with a hundred.
    Room,
    /// One durable save.
    Save,
    /// The receipt as PDF, beside other programs' PDFs.
    Receipt,
    /// Evidence verified, alone and ten thousand at a time.
    Verification,
    /// What a person waits for beside MitID and the network.
    Approve,
    /// The rule book asked of a case.
    Rules,
    /// A large answer of the register.
    Register,
    /// Cases through the command line.
    CommandLine,
    /// The program on the disk.
    Size,
}

impl Part {
    /// Every part, in the order of their tables.
    const ALL: [Self; 10] = [
        Self::Start,
        Self::Room,
        Self::Save,
        Self::Receipt,
        Self::Verification,
        Self::Approve,
        Self::Rules,
        Self::Register,
        Self::CommandLine,
        Self::Size,
    ];

    /// As it is asked for, here and of `tests/measure`.
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Room => "room",
            Self::Save => "save",
            Self::Receipt => "receipt",
            Self::Verification => "verification",
            Self::Approve => "approve",
            Self::Rules => "rules",
            Self::Register => "register",
            Self::CommandLine => "command-line",
            Self::Size => "size",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Start => "Start and memory",
            Self::Room => "Room",
            Self::Save => "Save",
            Self::Receipt => "Receipt",
            Self::Verification => "Verification",
            Self::Approve => "Approving",
            Self::Rules => "Rules",
            Self::Register => "Register",
            Self::CommandLine => "Command line",
            Self::Size => "Size",
        }
    }

    /// The heading of its tables.
    fn heading(self) -> String {
        format!("## {}: `cargo xtask bench {}`", self.title(), self.name())
    }

    /// `tests/measure` measures some of it.
    fn is_measured_inside(self) -> bool {
        matches!(
            self,
            Self::Start
                | Self::Room
                | Self::Save
                | Self::Receipt
                | Self::Verification
                | Self::Approve
        )
    }
}

/// What is asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    parts: Vec<Part>,
    date: Option<String>,
}

impl Asked {
    /// Parts in any order, every one when none is named; `--date YYYY-MM-DD` in place of today.
    pub fn parse(words: &[&str]) -> Result<Self, Error> {
        let (mut named, mut date) = (Vec::new(), None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if *word == "--date" {
                let given = words.next().copied().unwrap_or_default();
                if !day::is_date(given) {
                    return Err(Error::Asked(format!("{given} is no date (YYYY-MM-DD)")));
                }
                date = Some(given.to_owned());
            } else if let Some(part) = Part::ALL.into_iter().find(|part| part.name() == *word) {
                named.push(part);
            } else {
                let parts = Part::ALL.map(Part::name).join(" ");
                return Err(Error::Asked(format!(
                    "{word} is no part of what is measured: {parts}"
                )));
            }
        }
        let is_asked = |part: &Part| named.is_empty() || named.contains(part);
        Ok(Self { parts: Part::ALL.into_iter().filter(is_asked).collect(), date })
    }
}

/// Builds, measures, and writes the table of each part into `docs/benchmarks.md`.
pub fn bench(place: &Workspace, asked: &Asked) -> Result<(), Error> {
    let date = asked.date.clone().unwrap_or_else(day::today);
    let is_asked = |part| asked.parts.contains(&part);
    setup::prepare(if cfg!(target_os = "linux") { setup::For::Test } else { setup::For::Run })?;
    pages::build(place)?;
    // The program as it is shipped, and the package for its size: what is measured is what a person
    // installs.
    if is_asked(Part::Size) {
        bundle::bundle(place)?;
    } else if is_asked(Part::Start) || is_asked(Part::Room) {
        bundle::compile(place)?;
    }
    let inside: Vec<Part> =
        asked.parts.iter().copied().filter(|part| part.is_measured_inside()).collect();
    if !inside.is_empty() || is_asked(Part::Size) {
        Step::cargo("Build what measures, and a bare window")
            .args(["build", "--example", "measure", "--example", "bare"])
            .args(AS_SHIPPED)
            .env("REMOVE_UNUSED_COMMANDS", place.root())
            .dir(place.root())
            .run()?;
    }
    let found = if inside.is_empty() { Vec::new() } else { measured(place, &inside)? };

    let machine = machine::name();
    let mut missed = Vec::new();
    for part in &asked.parts {
        let of_part = found.iter().filter(|(name, _)| name == part.name());
        let mut rows: Vec<Row> = of_part.map(|(_, row)| row.clone()).collect();
        rows.extend(match part {
            Part::Receipt => receipts::measured(place)?,
            Part::Verification => evidence::measured(place)?,
            Part::Rules => rules::rules(place)?,
            Part::Register => rules::register(place)?,
            Part::CommandLine => rules::command_line(place)?,
            Part::Size => sizes(place)?,
            Part::Start | Part::Room | Part::Save | Part::Approve => Vec::new(),
        });
        let (heading, run) = (part.heading(), table::run(&date, &machine, &rows));
        println!("\n{heading}\n\n{run}");
        let order = Part::ALL.map(Part::heading);
        table::put(&place.root().join("docs/benchmarks.md"), &order, &heading, &run)?;
        missed.extend(rows.into_iter().filter(|row| !row.holds()));
    }
    for row in missed {
        println!("Bar not met: {}", row.what);
    }
    Ok(())
}

/// What `tests/measure` finds of these parts: each row with the name of its part.
fn measured(place: &Workspace, parts: &[Part]) -> Result<Vec<(String, Row)>, Error> {
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
        .args(parts.iter().map(|part| part.name()))
        .env("REMOVE_UNUSED_COMMANDS", place.root())
        .run();
    let text = fs::read_to_string(&lines).map_err(Error::at(&lines));
    fs::remove_dir_all(&folder).map_err(Error::at(&folder))?;
    outcome?;
    let text = text?;
    let row = |line: &str| {
        let (part, row) = line.split_once('\t')?;
        Some((part.to_owned(), Row::parse(row)?))
    };
    let rows: Option<Vec<_>> = text.lines().map(row).collect();
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
    fn parts_are_asked_for_by_name_and_all_when_none_is_named() {
        let asked = |words: &[&str]| Asked::parse(words).map(|asked| (asked.parts, asked.date));
        assert_eq!(asked(&[]).unwrap(), (Part::ALL.to_vec(), None));
        assert_eq!(
            asked(&["room", "--date", "2026-11-29", "start"]).unwrap(),
            (vec![Part::Start, Part::Room], Some("2026-11-29".to_owned()))
        );
        for wrong in [&["speed"][..], &["--date"], &["--date", "start"], &["--dates"]] {
            assert!(asked(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_folder_is_as_large_as_what_is_in_it() {
        let folder = Folder::new("size").unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        fs::write(folder.path().join("a"), [0; 30]).unwrap();
        fs::write(folder.path().join("in/b"), [0; 12]).unwrap();
        assert_eq!(size(folder.path()).unwrap(), 42);
    }
}
