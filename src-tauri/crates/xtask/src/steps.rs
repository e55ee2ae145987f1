//! One step of a task: a command with a title. Whoever watches (a person, or a log) sees what runs,
//! that it still runs, and how long it took.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::tally::Tally;

/// How long a step may be silent before a line says that it still runs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// Why a task stopped.
#[derive(Debug)]
pub enum Error {
    /// A program could not be started at all.
    NotStarted { program: String, source: io::Error },
    /// A step ran and said no.
    Failed { title: String, status: ExitStatus },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// Something is missing that only a person can bring; the words say what and how.
    Missing(String),
    /// What was asked for cannot be understood.
    Asked(String),
    /// Tests ran and some did not hold; their own words are further up.
    Tests(Tally),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { program, source } => {
                write!(f, "`{program}` could not be started: {source}")
            }
            Self::Failed { title, status } => {
                write!(f, "{title}: failed ({status}); its own words are above")
            }
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Missing(words) | Self::Asked(words) => f.write_str(words),
            Self::Tests(tally) => write!(f, "tests did not hold: {tally}"),
        }
    }
}

impl Error {
    /// For `map_err` on anything done to the file at `path`.
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { path, source }
    }
}

/// A command, and the title under which it is shown.
pub struct Step {
    title: String,
    command: Command,
}

impl Step {
    /// A step that runs `program`.
    pub fn new(title: impl Into<String>, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        // Cargo tells a program which package it is run for. Passed on, these make build scripts of
        // other packages run again.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                .iter()
                .any(|start| name.starts_with(start))
            {
                command.env_remove(name.as_ref());
            }
        }
        Self { title: title.into(), command }
    }

    /// A step that runs the Cargo which runs this program.
    pub fn cargo(title: impl Into<String>) -> Self {
        Self::new(title, cargo())
    }

    /// A step that runs npm.
    pub fn npm(title: impl Into<String>) -> Self {
        Self::new(title, if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets one variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes one variable out of the environment.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs in `folder`.
    pub fn dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it; its words go straight to the terminal.
    pub fn run(mut self) -> Result<(), Error> {
        self.announced(|command| command.status())
    }

    /// Runs tests: their words go to the terminal, their closing lines into `tally`, which is
    /// filled even when they fail. nextest says everything on the second stream, so both are read.
    pub fn count(mut self, tally: &mut Tally) -> Result<(), Error> {
        let tally = Mutex::new(tally);
        let add = |line: &str| tally.lock().unwrap_or_else(PoisonError::into_inner).add_line(line);
        self.announced(|command| {
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
            let (words, complaints) = (child.stdout.take(), child.stderr.take());
            thread::scope(|scope| {
                let beside = scope
                    .spawn(|| complaints.map_or(Ok(()), |it| pass_on(it, &mut io::stderr(), add)));
                let passed_on = words.map_or(Ok(()), |it| pass_on(it, &mut io::stdout(), add));
                passed_on.and(beside.join().unwrap_or(Ok(())))
            })?;
            child.wait()
        })
    }

    /// Runs it unseen and returns what it wrote, or nothing if it could not start or said no.
    pub fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs something that belongs to the person (the application itself): no sign of life, no
    /// time.
    pub fn hand_over(mut self) -> Result<(), Error> {
        println!("\n── {}", self.title);
        let status = self.command.status().map_err(|source| self.not_started(source))?;
        self.judged(status)
    }

    fn announced(
        &mut self,
        work: impl FnOnce(&mut Command) -> io::Result<ExitStatus>,
    ) -> Result<(), Error> {
        println!("\n── {}", self.title);
        let started = Instant::now();
        let status = with_signs_of_life(&self.title, started, || work(&mut self.command))
            .map_err(|source| self.not_started(source))?;
        println!(
            "   {} ({})",
            if status.success() { "done" } else { "failed" },
            spent(started.elapsed())
        );
        self.judged(status)
    }

    fn judged(&self, status: ExitStatus) -> Result<(), Error> {
        if status.success() {
            Ok(())
        } else {
            Err(Error::Failed { title: self.title.clone(), status })
        }
    }

    fn not_started(&self, source: io::Error) -> Error {
        Error::NotStarted {
            program: self.command.get_program().to_string_lossy().into_owned(),
            source,
        }
    }
}

/// The Cargo that runs this program, so that every step uses the same toolchain.
pub fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Passes a program's words on line by line; they need not be UTF-8.
fn pass_on(words: impl Read, to: &mut impl Write, mut seen: impl FnMut(&str)) -> io::Result<()> {
    let mut words = BufReader::new(words);
    let mut line = Vec::new();
    while words.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        to.write_all(text.as_bytes())?;
        to.flush()?;
        seen(&text);
        line.clear();
    }
    Ok(())
}

fn with_signs_of_life<T>(title: &str, started: Instant, work: impl FnOnce() -> T) -> T {
    let (done, end) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            while end.recv_timeout(SIGN_OF_LIFE) == Err(RecvTimeoutError::Timeout) {
                println!("   … {title}: still running after {}", spent(started.elapsed()));
            }
        });
        let result = work();
        drop(done);
        result
    })
}

fn spent(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_seconds_then_in_minutes() {
        for (millis, told) in
            [(0, "0.0 s"), (4_210, "4.2 s"), (60_000, "1 min 0 s"), (3_725_000, "62 min 5 s")]
        {
            assert_eq!(spent(Duration::from_millis(millis)), told);
        }
    }

    #[test]
    fn words_are_passed_on_even_when_they_are_not_text() {
        let (mut seen, mut written) = (Vec::new(), Vec::new());
        pass_on(&b"one\n\xff\xfe\nlast"[..], &mut written, |line| seen.push(line.to_owned()))
            .unwrap();
        assert_eq!(seen, ["one\n", "\u{fffd}\u{fffd}\n", "last"]);
        assert_eq!(String::from_utf8(written).unwrap(), seen.concat());
    }

    #[test]
    fn closing_lines_count_on_whichever_stream_they_come() {
        let mut tally = Tally::default();
        let said = "echo '     Summary [   1.0s] 3 tests run: 2 passed, 1 failed, 0 skipped' >&2; echo '5 passed, 0 failed'; exit 1";
        let outcome = Step::new("Tests that say no", "sh").args(["-c", said]).count(&mut tally);
        assert!(outcome.is_err());
        assert_eq!(tally, Tally { passed: 7, failed: 1 });
    }

    #[test]
    fn a_step_that_says_no_is_named() {
        let trouble =
            Step::cargo("Ask for nonsense").args(["no-such-subcommand-as-this"]).run().unwrap_err();
        assert!(trouble.to_string().starts_with("Ask for nonsense: failed"), "{trouble}");
        assert!(matches!(
            Step::new("x", "no-such-program-as-this").run(),
            Err(Error::NotStarted { .. })
        ));
    }
}
