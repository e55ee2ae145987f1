//! What can be asked, and the help that teaches it: one definition for both.

use casefile::day::parse_day;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::cvr::CvrNumber;
use domain::{Language, Timestamp};
use jiff::civil::{Date, date};
use std::path::PathBuf;

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

/// `backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// What is asked of it.
    #[command(subcommand)]
    pub command: BackupCommand,
}

/// What can be asked of backups.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Does this backup open, is it whole, and what is in it?
    Verify(BackupVerify),
    /// Which backups lie in this folder, and what do they say of themselves?
    List(BackupList),
}

/// `backup verify`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli backup verify kopi.tilslut-backup --recovery-code-file code.txt
  tilslut-cli backup verify kopi.tilslut-backup --words-file words.txt --json

Opens the backup as a restore would, checks every page, and reads every case in it. It is read of a copy in the system's folder for
temporary files, which is encrypted as the backup is and removed afterwards. Exit code 1 when the code does not open it or a case in it
cannot be read, 3 when the file is no whole backup.")]
pub struct BackupVerify {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A file with the recovery code that was in use when the backup was made, or - for stdin.
    #[arg(long, value_name = "FILE", required_unless_present = "words_file")]
    pub recovery_code_file: Option<PathBuf>,
    /// A file with the six words that were made for the backup, or - for stdin.
    #[arg(long, value_name = "FILE", conflicts_with = "recovery_code_file")]
    pub words_file: Option<PathBuf>,
}

/// `backup list`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli backup list ~/sikkerhedskopier --json

Needs no code, and proves nothing: it says what each file says of itself, newest first. Exit code 3 when a file with the ending of a backup
is not one, or is cut off.")]
pub struct BackupList {
    /// The folder.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

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

/// The day that counts as today.
#[derive(Debug, Args)]
pub struct Today {
    /// The day that counts as today, so that the answer is the same tomorrow. Left out: today in
    /// Denmark.
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

fn organisation(text: &str) -> Result<CvrNumber, String> {
    CvrNumber::parse(text).map_err(|why| why.to_string())
}

fn moment(text: &str) -> Result<Timestamp, &'static str> {
    text.parse().map_err(|_| "a moment is wanted, as 2026-11-24T12:00:00Z")
}

fn day(text: &str) -> Result<Date, &'static str> {
    parse_day(text).ok_or("a day that exists is wanted, as YYYY-MM-DD")
}

fn counted_day(text: &str) -> Result<Date, &'static str> {
    let day = day(text)?;
    if (date(1990, 1, 1)..=date(2099, 12, 31)).contains(&day) {
        Ok(day)
    } else {
        Err("the calendar knows the years 1990 to 2099")
    }
}
