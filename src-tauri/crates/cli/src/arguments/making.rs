//! What is made of a case and of its evidence.

use super::{Today, Trust, Writing};
use clap::Args;
use std::path::PathBuf;

/// `receipt`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli receipt --evidence tilslut-evidence.json --out kvittering.pdf
  tilslut-cli receipt --evidence tilslut-evidence.json --trust trust.toml --lang en --out receipt.pdf

Verifies the evidence first, without the network, and makes no receipt of evidence that proves nothing: exit code 1, with the code of the
reason, or 4 when nobody said whom to trust. Practice evidence needs no trust file; docs/trust.md says what a live one holds. What the bundle
does not tell, such as the delivery and the number of the receipt, is not in the receipt.")]
pub struct Receipt {
    /// The evidence bundle, or a receipt (PDF) that carries one, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub evidence: PathBuf,
    #[command(flatten)]
    pub trust: Trust,
    /// The receipt before this one, so that the new one is the next of its chain. Left out: it is
    /// in none, and has no number.
    #[arg(long, value_name = "RECEIPT", conflicts_with = "first")]
    pub after: Option<PathBuf>,
    /// The first receipt of a chain of your own: number 1.
    #[arg(long)]
    pub first: bool,
    /// Where the receipt is written.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub writing: Writing,
    #[command(flatten)]
    pub today: Today,
}

/// `documents`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli documents --case case.json --out papers
  tilslut-cli documents --case case.json --evidence tilslut-evidence.json --out papers --lang en

Writes what can be made of the case: checklist, board overview, hand-over sheet; and, with the evidence of its approval, the summary of the
appointed administrators, a page for each, and the timeline. What cannot be made is named with the reason. A case says itself whether it is
practice or live; one that does not say so is live.")]
pub struct Documents {
    /// The case, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub case: PathBuf,
    /// The evidence of its approval.
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    #[command(flatten)]
    pub trust: Trust,
    /// The folder in which they are written; made when it is not there.
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[command(flatten)]
    pub writing: Writing,
    #[command(flatten)]
    pub today: Today,
}
