//! The approval with MitID, and the profile of the broker through which it goes.

use super::Today;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `approve`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli approve --case case.json --profile broker.toml --out evidence.json
  tilslut-cli approve --case case.json --practice --out evidence.json --print-url

Says first which control code and text must stand in the MitID app, then opens the system browser and waits. The evidence is verified by
other code before it is written. A case that is not whole is not approved: everything that is missing is named. Ctrl-C gives the login up.
Exit code 1 when it was not approved.")]
pub struct Approve {
    /// The case, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub case: PathBuf,
    /// The profile of the broker; its [broker] table is read.
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "practice",
        conflicts_with = "practice"
    )]
    pub profile: Option<PathBuf>,
    /// Use the pretended broker that this program brings along. The evidence proves nothing.
    #[arg(long)]
    pub practice: bool,
    /// Where the evidence goes.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write over a file that is there.
    #[arg(long)]
    pub force: bool,
    /// Do not open a browser: print the address, for any browser on this machine.
    #[arg(long)]
    pub print_url: bool,
    /// The client secret or the private key (PEM) that the profile asks for. Keep the file where
    /// only you can read it.
    #[arg(long, value_name = "FILE")]
    pub credential: Option<PathBuf>,
    /// Go on although the computer's clock is more than five minutes from the broker's. Without it
    /// nothing is opened then.
    #[arg(long = "despite-clock")]
    pub anyway: bool,
    /// How many seconds to wait for the person.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub wait: u64,
    #[command(flatten)]
    pub today: Today,
}

/// `profile`
#[derive(Debug, Args)]
pub struct Profile {
    /// What is asked of it.
    #[command(subcommand)]
    pub command: ProfileCommand,
}

/// What can be asked of a profile.
#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    /// Is it whole, what is not confirmed, and which addresses must be registered?
    Check(ProfileCheck),
}

/// `profile check`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli profile check broker.toml
  tilslut-cli profile check broker.toml --online

Reads the [broker] table; docs/live-profile.md explains every field. With --online the broker's metadata, keys and clock are compared with
the profile; nobody logs in. Exit code 1 when something is missing or does not hold, 3 when the file cannot be read.")]
pub struct ProfileCheck {
    /// The profile, or - for stdin.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Ask the broker too.
    #[arg(long)]
    pub online: bool,
}
