//! `tilslut-cli`: what Tilslut knows, for scripts and auditors. No window and nothing kept; only
//! `approve` and `profile check --online` go out, to what a profile names, and `mail --ask`, to the
//! system's name servers.
//!
//! # Flow
//! [`arguments`] says what can be asked. Each command is a module that takes its part of the
//! arguments and writes to one [`output::Out`]: [`cvr`], [`workdays`], [`organisation`],
//! [`preflight`], [`verify`], [`approve`], [`profile`], [`receipts`], [`documents`], [`chain`],
//! [`mail`], [`backup`].
//! What came of it is an [`outcome::Outcome`], which is the exit code. Results go to stdout, and
//! what is wrong with the input to stderr.

mod approve;
mod arguments;
mod backup;
mod broker;
mod chain;
mod cvr;
mod documents;
mod folder;
mod input;
mod mail;
mod organisation;
mod outcome;
mod output;
mod output_file;
mod preflight;
mod profile;
mod proof;
mod receipts;
mod rule_book;
mod today;
mod verify;
mod words;
mod workdays;

use arguments::{Arguments, Command};
use clap::Parser;
use outcome::{Error, Outcome};
use output::Out;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = Out::new(&arguments.answer);
    match run(&arguments, &mut out).and_then(|outcome| Ok(out.flush().map(|()| outcome)?)) {
        Ok(outcome) => outcome.into(),
        Err(error) => error.report(out.words()),
    }
}

fn run(arguments: &Arguments, out: &mut Out) -> Result<Outcome, Error> {
    match &arguments.command {
        Command::Cvr(asked) => cvr::check(asked, out),
        Command::Workdays(asked) => workdays::count(asked, out),
        Command::Organisation(asked) => organisation::show(asked, out),
        Command::Preflight(asked) => preflight::check(asked, out),
        Command::Verify(asked) => verify::verify(asked, out),
        Command::Approve(asked) => approve::approve(asked, out),
        Command::Profile(asked) => profile::run(asked, out),
        Command::Receipt(asked) => receipts::make(asked, out),
        Command::Documents(asked) => documents::make(asked, out),
        Command::Chain(asked) => chain::check(asked, out),
        Command::Mail(asked) => mail::tell(asked, out),
        Command::Backup(asked) => backup::run(asked, out),
    }
}
