//! What can be known before anything is approved.

use super::Today;
use super::values::counted_day;
use clap::Args;
use jiff::civil::Date;
use std::path::PathBuf;

/// `cvr`
#[derive(Debug, Args)]
#[command(after_help = "\
Spaces, dots, dashes and a leading DK or CVR-nr. are ignored, so quote a number that is written with spaces:
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

Reads one raw answer of Erhvervsstyrelsen's system-to-system access to CVR: the whole answer, its hits, or one `Vrvirksomhed`. It shows
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
