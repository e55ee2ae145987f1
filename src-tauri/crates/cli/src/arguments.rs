//! What can be asked, and the help that teaches it: one definition for both.

use casefile::day::parse_day;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::Language;
use jiff::civil::{Date, date};
use std::path::PathBuf;

const CODES: &str = "\
Exit codes:
  0  fine
  1  something stops: a finding of severity `stops`, a number that is not valid
  2  the command is not understood
  3  something could not be read or written

Results go to stdout, what is wrong with the input to stderr. Nothing is sent anywhere and nothing is kept.";

/// Checks what an organisation needs before it connects to MitID Erhverv.
#[derive(Debug, Parser)]
#[command(name = "tilslut-cli", version, after_help = CODES, disable_help_subcommand = true)]
pub struct Arguments {
    /// How the answer is given.
    #[command(flatten)]
    pub answer: Answer,
    /// What is asked.
    #[command(subcommand)]
    pub command: Command,
}

/// How the answer is given.
#[derive(Debug, Args)]
pub struct Answer {
    /// Answer in JSON, for programs.
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of the answer. Names, codes and ids of the JSON are the same in both.
    #[arg(long, global = true, value_enum, default_value = "da", value_name = "LANGUAGE")]
    pub lang: LanguageWord,
}

/// The languages, as they are asked for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LanguageWord {
    /// Danish
    Da,
    /// English
    En,
}

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Is this a CVR number, and if not, why?
    Cvr(Numbers),
    /// When are so many Danish working days over?
    Workdays(Workdays),
    /// Who is this organisation, and who may represent it?
    Organisation(Organisation),
    /// Will this connection go through, and what is missing?
    Preflight(Preflight),
    /// Do the receipts of a folder hold together?
    Chain(Chain),
}

/// `cvr`
#[derive(Debug, Args)]
#[command(after_help = "\
Spaces, dots, dashes and a leading DK are ignored, so quote a number that is written with spaces:
  tilslut-cli cvr 13748136 'DK 13 74 81 36' 13-74-81-36 13.748.136

A valid number has eight digits, does not begin with 0 and satisfies modulus 11 with the weights 2, 7, 6, 5, 4, 3, 2, 1.
That it is valid does not say that an organisation has it: only the register knows. Exit code 1 when one is not valid.")]
pub struct Numbers {
    /// The numbers, written as people write them.
    #[arg(required = true, value_name = "NUMBER")]
    pub numbers: Vec<String>,
}

/// `workdays`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli workdays --from 2026-12-18 --days 10

The first day is not counted. MitID Erhverv answers within ten working days and does not say which calendar that is, so there are two
answers: the early one skips weekends and public holidays; the conservative one also skips 5 June, 24 December, 31 December and the Friday
after Ascension Day, when nearly everybody is closed. Every skipped day is listed with its reason. Right for the years 1990 to 2099.")]
pub struct Workdays {
    /// The day before the first that is counted, e.g. the day on which the agreement was sent.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = counted_day)]
    pub from: Date,
    /// How many working days.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=2_000))]
    pub days: u32,
}

/// `organisation`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli organisation --virk answer.json
  curl … distribution.virk.dk/cvr-permanent/virksomhed/_search … | tilslut-cli organisation --virk - --json

Reads one raw answer of Erhvervsstyrelsen's system-to-system access to CVR: the whole answer with its hits, or one `Vrvirksomhed`. It shows
what is registered, what form and status mean for the connection, and the candidates: those who hold a role now that may represent the
organisation, with the relation in CVR that makes each of them one.")]
pub struct Organisation {
    /// The answer, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub virk: PathBuf,
    #[command(flatten)]
    pub today: Today,
}

/// `preflight`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli preflight --case case.json
  tilslut-cli preflight --case cases.jsonl --today 2026-11-24 > results.jsonl

A case is JSON; docs/case.schema.json describes it and docs/command-line.md gives examples. The smallest is {\"type\":\"tilslut/case/v1\"}:
everything that is not known may be left out. With one case per line (JSON Lines) there is one result per line, in the same order; a line
that cannot be read gets a result that says so, and the rest goes on. Exit code 1 when a finding stops a connection, 3 when a case could
not be read.")]
pub struct Preflight {
    /// The case or the cases, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub case: PathBuf,
    #[command(flatten)]
    pub today: Today,
    /// One case per line. Found out by itself when there is more than one.
    #[arg(long)]
    pub lines: bool,
}

/// `chain`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli chain receipts
  tilslut-cli chain receipts --json

Every receipt has a number and the hash of the one before it on the machine that made it. This reads every receipt (PDF) of the folder and
tells which numbers are missing, which are on two different receipts, which receipt does not fit the one before it, and which were changed
after they were made. Copies count once; practice and live are two chains. That the newest are missing cannot be seen from a folder. Exit
code 1 when something is wrong, 3 when a file could not be read.")]
pub struct Chain {
    /// The folder with the receipts.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// The day that counts as today.
#[derive(Debug, Args)]
pub struct Today {
    /// The day that counts as today, so that the answer is the same tomorrow. Left out: today in Denmark.
    #[arg(long = "today", value_name = "YYYY-MM-DD", value_parser = day)]
    pub given: Option<Date>,
}

impl From<LanguageWord> for Language {
    fn from(word: LanguageWord) -> Self {
        match word {
            LanguageWord::Da => Self::Danish,
            LanguageWord::En => Self::English,
        }
    }
}

fn day(text: &str) -> Result<Date, &'static str> {
    parse_day(text).ok_or("a day that exists is wanted, as YYYY-MM-DD")
}

fn counted_day(text: &str) -> Result<Date, &'static str> {
    let day = day(text)?;
    if (date(1990, 1, 1)..=date(2099, 12, 31)).contains(&day) { Ok(day) } else { Err("the calendar knows the years 1990 to 2099") }
}
