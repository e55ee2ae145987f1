//! `cargo xtask fuzz`: libFuzzer against everything that comes from outside and is parsed, each
//! target in the crate `fuzz` for a while.
//!
//! Our own crates are built once more with instrumentation; everything else is taken as the tests
//! built it. What is found lies in `target/fuzz`; it belongs into the corpus, where the plain tests
//! hold on to it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::setup;
use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// How long each target is tried when nobody says otherwise, in seconds.
pub const SECONDS: u32 = 60;

/// Where a run begins its choices: the same in every run of the tests, so that what passed once
/// passes again; anywhere by hand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seed {
    /// As in every run of the tests.
    Fixed,
    /// Somewhere else each time.
    Any,
}

/// The words after `fuzz`: for how long, and which target alone.
pub fn asked<'w>(words: &[&'w str]) -> Result<(u32, Option<&'w str>), Error> {
    let seconds = |text: &str| {
        text.parse().map_err(|_| Error::Asked(format!("`{text}` is no number of seconds")))
    };
    match *words {
        [] => Ok((SECONDS, None)),
        ["--seconds", n] => Ok((seconds(n)?, None)),
        [target] => Ok((SECONDS, Some(target))),
        [target, "--seconds", n] | ["--seconds", n, target] => Ok((seconds(n)?, Some(target))),
        _ => Err(Error::Asked(format!("fuzz [TARGET] [--seconds N], not `{}`", words.join(" ")))),
    }
}

/// Tries each target for so many seconds, or one of them.
pub fn fuzz(place: &Workspace, seconds: u32, only: Option<&str>, seed: Seed) -> Result<(), Error> {
    if cfg!(windows) {
        println!(
            "\n── Fuzz\n   left out: libFuzzer's instrumentation is not there with this system's linker"
        );
        return Ok(());
    }
    setup::prepare(setup::For::Run)?;
    let program = build(place)?;
    let corpus = place.root().join("src-tauri/crates/fuzz/corpus");
    let mut targets = folders(&corpus)?;
    targets.retain(|target| only.is_none_or(|only| only == target));
    if targets.is_empty() {
        return Err(Error::Asked(format!(
            "no such target; there are {}",
            folders(&corpus)?.join(", ")
        )));
    }

    println!(
        "\n── Fuzz: {} targets, {seconds} s each, as many at a time as there are processors",
        targets.len()
    );
    let attempt = Attempt { program, corpus, found: place.target().join("fuzz"), seconds, seed };
    let broken = attempt.all(&targets)?;
    match broken.first() {
        None => Ok(()),
        Some((_, status)) => {
            let names: Vec<&str> = broken.iter().map(|(name, _)| name.as_str()).collect();
            Err(Error::Failed { title: format!("Fuzz: {}", names.join(", ")), status: *status })
        }
    }
}

fn build(place: &Workspace) -> Result<PathBuf, Error> {
    // With the whole workspace selected, so that Cargo finds everything built already.
    let cargo = |title: &str| {
        Step::cargo(title).args(["build", "--workspace", "--quiet"]).dir(place.root())
    };
    cargo("Fuzz: the compiler with instrumentation").args(["--bin", "instrument"]).run()?;
    let debug = place.target().join("debug");
    cargo("Fuzz: our crates, instrumented")
        .args(["--features", "fuzz/libfuzzer", "--bin", "fuzz"])
        .env("RUSTC_WORKSPACE_WRAPPER", debug.join("instrument"))
        .run()?;
    Ok(debug.join("fuzz"))
}

/// The names of the folders in a folder, sorted.
fn folders(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::at(folder))?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

struct Attempt {
    program: PathBuf,
    corpus: PathBuf,
    found: PathBuf,
    seconds: u32,
    seed: Seed,
}

impl Attempt {
    /// Tries all of them and gives back those that broke, in no order.
    fn all(&self, targets: &[String]) -> Result<Vec<(String, ExitStatus)>, Error> {
        let (next, broken, trouble) =
            (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(None));
        let work = || {
            while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
                match self.one(target) {
                    Ok(status) if status.success() => {}
                    Ok(status) => lock(&broken).push((target.clone(), status)),
                    Err(why) => *lock(&trouble) = Some(why),
                }
            }
        };
        let processors = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| (0..processors).for_each(|_| drop(scope.spawn(work))));
        match trouble.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
            Some(why) => Err(why),
            None => Ok(broken.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)),
        }
    }

    /// One target; libFuzzer's own words go into a file, and its last line and what broke to the
    /// terminal.
    fn one(&self, target: &str) -> Result<ExitStatus, Error> {
        let grown = self.found.join(target);
        // What an earlier run grew would lead this one elsewhere.
        if self.seed == Seed::Fixed && grown.exists() {
            fs::remove_dir_all(&grown).map_err(Error::at(&grown))?;
        }
        let seed = if self.seed == Seed::Fixed { "-seed=1" } else { "-seed=0" };
        fs::create_dir_all(&grown).map_err(Error::at(&grown))?;
        let log = self.found.join(format!("{target}.log"));
        let words = File::create(&log).map_err(Error::at(&log))?;
        let artifacts = format!("-artifact_prefix={}/{target}-", self.found.display());
        let status = Command::new(&self.program)
            .env("FUZZ_TARGET", target)
            .args([
                &format!("-max_total_time={}", self.seconds),
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-max_len=65536",
                seed,
                &artifacts,
            ])
            .args([&grown, &self.corpus.join(target)])
            .stdout(Stdio::null())
            .stderr(words)
            .status()
            .map_err(|source| Error::NotStarted {
                program: self.program.display().to_string(),
                source,
            })?;
        let words = fs::read(&log).map_err(Error::at(&log))?;
        let words = String::from_utf8_lossy(&words);
        if status.success() {
            println!("   {target}: {}", words.lines().last().unwrap_or_default());
        } else {
            println!("   {target} broke its promise:\n{words}");
        }
        Ok(status)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
