//! What was kept, checked: evidence and receipts, the chain that they form, and the official mail.

use super::Trust;
use super::values::{moment, organisation};
use clap::{Args, ValueEnum};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use std::path::PathBuf;

/// `verify`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli verify evidence.json
  tilslut-cli verify --trust trust.toml --json receipts/
  tilslut-cli verify --trust trust.toml --recursive archive/
  tilslut-cli verify --code CODE --bundle tilslut-evidence.json
  tilslut-cli verify --trust trust.toml --lines --json bundles.jsonl > verdicts.jsonl

A file is an evidence bundle (JSON), a receipt (PDF) that carries one, the record (PDF) of a case that was concluded on the official site,
or a hand-over file, which is opened with its words and proves nothing by itself. Of a folder every .json and .pdf is read, with --recursive also of the folders in it, and - is stdin. Whom to trust is in
the trust file (docs/trust.md). Without one only evidence of the practice environment is verified, which says PRØVE: anyone can make such
evidence, and live evidence cannot be judged. With one, nothing else counts.

Of a receipt there are two answers: what the evidence in it proves, and whether its pages are as they were made. Exit code 0 when everything
proves level A or B (with --allow C also C) and the pages are what Tilslut makes of that (with --evidence-only they are not asked about), 1
when something does not, 3 when something is no such file or there is none, 4 when something cannot be judged. A record proves no approval:
exit code 1, with --allow own-record 0 when it and the mails in it are as they were. Nothing is asked of the network but, with --ask, the
DNS for the keys of those mails. docs/evidence.md lists every check and every reason, docs/receipt.md what is said of pages.")]
pub struct Verify {
    /// The files and folders, or - for stdin.
    #[arg(required_unless_present = "bundle", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The one file that a code is compared with.
    #[arg(long, value_name = "FILE", requires = "code", conflicts_with_all = ["files", "lines"])]
    pub bundle: Option<PathBuf>,
    /// The short proof that stands on a receipt beside its QR code, typed or scanned. The file must
    /// be the evidence of that receipt.
    #[arg(long, value_name = "TEXT")]
    pub code: Option<String>,
    /// Whom to trust.
    #[arg(long, value_name = "FILE")]
    pub trust: Option<PathBuf>,
    /// The moment that counts as now, in RFC 3339: an approval after it is refused.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<Timestamp>,
    /// What is also enough, beside levels A and B; may be given twice.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub allow: Vec<Allowed>,
    /// Ask the DNS what it says today of the keys that a record carries. It learns the domain that
    /// signed and the name of its key.
    #[arg(long)]
    pub ask: bool,
    /// What the evidence proves is enough; the pages of a receipt may be anything.
    #[arg(long)]
    pub evidence_only: bool,
    /// Of a folder, read the folders in it too.
    #[arg(long)]
    pub recursive: bool,
    /// Every file has one bundle per line.
    #[arg(long)]
    pub lines: bool,
    /// The words of a hand-over file, or - for stdin.
    #[arg(long, value_name = "FILE")]
    pub words_file: Option<PathBuf>,
}

/// What proves less than level B and is also enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Allowed {
    /// The login is proven, the shown text is not.
    #[value(name = "C")]
    C,
    /// A record: nobody approved in Tilslut, and what was stated is as it was.
    OwnRecord,
}

/// `chain`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli chain receipts
  tilslut-cli chain receipts --json

Every receipt has a number and the hash of the one before it on the machine that made it. This reads every receipt (PDF) of the folder, with
--recursive also of the folders in it, and tells which numbers are missing, which are on two different receipts, which receipt does not fit
the one before it, and which were changed after they were made. Copies count once; practice and live are two chains. A receipt that was made
of the evidence alone has no number and is in no chain. That the newest are missing cannot be seen from a folder. The pages of live receipts
are compared when a trust file says whom to trust. What the evidence proves is for `verify` to say. Exit code 1 when something is wrong, 3 when
a file could not be read or there is no receipt.")]
pub struct Chain {
    /// The folder with the receipts.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub trust: Trust,
    /// Read the folders in it too.
    #[arg(long)]
    pub recursive: bool,
}

/// `mail`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli mail kvittering.eml --cvr 13748136 --name 'Nordlys ApS'
  tilslut-cli mail kvittering.eml --ask --json
  tilslut-cli mail kvittering.eml --key-record 'v=DKIM1; k=rsa; p=MIIB…'

Reads a mail (.eml) or an Outlook message (.msg) and shows its text; nothing in it is drawn, opened or fetched. The signature (DKIM) is
checked with the key that is given or asked for; without one it is not checked. Whether the mail is about an organisation and whether its
signature holds are two answers. Which domain MitID Erhverv sends from is not confirmed, and the answer says so.

Exit code 0 when a signature holds and, with --cvr, the mail belongs to the organisation; 1 when not; 3 when the file is no such mail; 4 when
the signature was not or cannot be checked.")]
pub struct Mail {
    /// The mail, or - for stdin.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The record of the key, as it stands in the DNS or is kept with the mail.
    #[arg(long, value_name = "TEXT", conflicts_with = "ask")]
    pub key_record: Option<String>,
    /// Ask the system's name servers for the key. They learn the domain that signed and the name of
    /// the key.
    #[arg(long)]
    pub ask: bool,
    /// When the key was seen, in RFC 3339: a signature that had run out by then is expired. Left
    /// out: now.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<Timestamp>,
    /// The organisation that the mail should be about.
    #[arg(long, value_name = "N", value_parser = organisation)]
    pub cvr: Option<CvrNumber>,
    /// Its name.
    #[arg(long, value_name = "NAME", requires = "cvr")]
    pub name: Option<String>,
}
