//! The project's own tasks, so that one tool (`cargo`) starts, tests and builds everything on every
//! system. Nothing but the standard library: the first `cargo xtask` on a new machine is up in
//! seconds.
//!
//! # Flow
//! `setup` (what the system must have) → `pages` (the window's pages) → the task itself, each made
//! of `steps`.

mod bench;
mod bundle;
mod check;
mod fuzz;
mod generate;
mod pages;
mod run;
mod session;
mod setup;
mod steps;
mod tally;
mod test;
mod torture;
mod window;
mod workspace;

use std::process::ExitCode;

use steps::Error;
use workspace::Workspace;

const TASKS: &str = "\
cargo xtask <task>

  run      [--release] [--live PROFILE]   build the window and open it (practice unless a live profile is given)
  test                                    everything that must hold: check, all tests, the real key store, the real window
  check                                   format, lints, types of the pages, licences and sources of the dependencies
  gen                                     write the generated files again (the window's TypeScript, the schema of a case)
  pages    [STATE… | --look]              every page in every named state in Chromium: accessible, no scrolling sideways, keyboard
                                          (--look: serves them to a browser instead)
  window                                  the tests in the real window and a real browser, on a display of their own (Linux)
  journey  [FOLDER | --readme]            the whole journey in the real window; leaves pictures, evidence and receipt
                                          (--readme: and makes the README's pictures anew)
  fuzz     [TARGET] [--seconds N]          bytes that break what reads from outside, 60 s a target (Linux, macOS)
  torture  [--seed N] [--kills N] [--cuts N]  kill the vault 2,000 times, cut its power 5,000 times, and write docs/reliability.md
  bench    [PART…] [--date YYYY-MM-DD]    measure, and add to docs/benchmarks.md; all parts, or some of: start room save
                                          receipt verification approve rules register command-line size
  build                                   the installer for this system

All but `gen` first install what this system lacks, and say what and why.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match carry_out(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\nxtask: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(words: &[&str]) -> Result<(), Error> {
    let place = Workspace::of_this_checkout()?;
    match words {
        [] | ["help" | "-h" | "--help"] => {
            println!("{TASKS}");
            Ok(())
        }
        ["run", options @ ..] => run::run(&place, &run::Options::parse(options)?),
        ["test"] => test::test(&place),
        ["check"] => check::check(&place),
        ["gen"] => generate::generate(&place),
        ["pages", "--look"] => pages::serve(&place),
        ["pages", states @ ..] if states.iter().all(|state| !state.starts_with('-')) => {
            pages::pages(&place, states)
        }
        ["window"] => window::window(&place),
        ["journey"] => window::journey(&place, None),
        ["journey", "--readme"] => window::readme(&place),
        ["journey", folder] if !folder.starts_with('-') => window::journey(&place, Some(folder)),
        ["fuzz", options @ ..] => {
            let (seconds, only) = fuzz::asked(options)?;
            fuzz::fuzz(&place, seconds, only, fuzz::Seed::Any)
        }
        ["torture", words @ ..] => torture::torture(&place, &torture::Asked::parse(words)?),
        ["bench", words @ ..] => bench::bench(&place, &bench::Asked::parse(words)?),
        ["build"] => bundle::bundle(&place),
        _ => Err(Error::Asked(format!("`cargo xtask {}` is no task\n\n{TASKS}", words.join(" ")))),
    }
}
