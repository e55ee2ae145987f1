//! What can be asked, and the help that teaches it: one definition for both.
//!
//! Here what all commands and several of them take; each group of commands has a file of its own,
//! in the order of a case: before the approval, the approval, what is made of it, and what is checked
//! afterwards.

mod approving;
mod backups;
mod checking;
mod making;
mod preparing;
mod values;

pub use approving::{Approve, Profile, ProfileCheck, ProfileCommand};
pub use backups::{Backup, BackupCommand, BackupList, BackupVerify};
pub use checking::{Allowed, Chain, Mail, Verify};
pub use making::{Documents, Receipt};
pub use preparing::{Numbers, Organisation, Preflight, Workdays};

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::Language;
use jiff::civil::Date;
use std::path::PathBuf;
use values::day;

const CODES: &str = "\
Exit codes:
  0  fine
  1  something stops: a finding of severity `stops`, a number that is not valid, evidence that does not prove enough, an approval that was
     not given, a profile that is not whole
  2  the command is not understood
  3  something could not be read or written, or there was nothing to read
  4  evidence or the pages of a receipt cannot be judged: a trust file is missing, or the pages are of another version

Results go to stdout, what is wrong with the input to stderr. Nothing is kept but the files that are asked for, and nothing is sent
anywhere but by `approve` and `profile check --online`, which ask the broker that the profile names, and by `mail --ask`, which asks the
system's name servers for the key of a signature.";

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

impl From<LanguageWord> for Language {
    fn from(word: LanguageWord) -> Self {
        match word {
            LanguageWord::Da => Self::Danish,
            LanguageWord::En => Self::English,
        }
    }
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
    /// What does this evidence prove?
    Verify(Verify),
    /// Makes the receipt of an approval from its evidence.
    Receipt(Receipt),
    /// Makes every other document of a case.
    Documents(Documents),
    /// Do the receipts of a folder hold together?
    Chain(Chain),
    /// Let the management representative approve this case with MitID, and keep the evidence.
    Approve(Approve),
    /// Is this the profile of a broker, whole and right?
    Profile(Profile),
    /// What does this receipt mail say, whose is it, and is its signature right?
    Mail(Mail),
    /// Does this backup open, and what is in it? Which backups are there?
    Backup(Backup),
}

/// The day that counts as today.
#[derive(Debug, Args)]
pub struct Today {
    /// The day that counts as today, so that the answer is the same tomorrow. Left out: today in
    /// Denmark.
    #[arg(long = "today", value_name = "YYYY-MM-DD", value_parser = day)]
    pub given: Option<Date>,
}

/// Whom evidence is trusted to.
#[derive(Debug, Args)]
pub struct Trust {
    /// Whose keys prove an approval, as docs/trust.md describes it. Left out: the practice
    /// broker's.
    #[arg(long = "trust", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// How files are written.
#[derive(Debug, Clone, Copy, Args)]
pub struct Writing {
    /// Write over files that are there already.
    #[arg(long)]
    pub force: bool,
}
