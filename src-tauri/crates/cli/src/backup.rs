//! `tilslut-cli backup`: does a backup open, is it whole, and what is in it? And which backups lie
//! in a folder? Nothing of a backup is written anywhere but as the encrypted copy that is read, and
//! that is gone when the answer is given.

use crate::arguments::{Backup, BackupCommand, BackupList, BackupVerify};
use crate::folder;
use crate::input::Input;
use crate::outcome::{Error, Outcome, say};
use crate::output::Out;
use domain::backups::ENDING;
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use serde::Serialize;
use std::path::Path;
use vault::{BackupContents, BackupFile, BackupKey, Secret};
use zeroize::Zeroizing;

/// No code and no words are as long, in bytes.
const LONGEST_CODE: usize = 4096;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Verified {
    r#type: &'static str,
    environment: &'static str,
    database: String,
    made: Timestamp,
    cases: u32,
    unreadable: u32,
    newest: Option<Timestamp>,
    receipts: Vec<u64>,
    documents: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct List {
    r#type: &'static str,
    backups: Vec<Listed>,
    /// What has the ending of a backup and is none, or is cut off.
    unread: Vec<Unread>,
    other_files: usize,
    subfolders: usize,
}

/// What a backup says of itself. Nothing of it is proven before it was opened.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    file: String,
    environment: &'static str,
    database: String,
    made: Timestamp,
    bytes: u64,
    /// What opens it beside the vault that it is of.
    opens_with: Vec<&'static str>,
}

#[derive(Serialize)]
struct Unread {
    file: String,
    problem: &'static str,
}

/// What was asked of a backup.
pub fn run(asked: &Backup, out: &mut Out) -> Result<Outcome, Error> {
    match &asked.command {
        BackupCommand::Verify(asked) => verify(asked, out),
        BackupCommand::List(asked) => list(asked, out),
    }
}

fn verify(asked: &BackupVerify, out: &mut Out) -> Result<Outcome, Error> {
    let opened = opened(asked).map_err(|problem| match problem {
        Refused::Input(error) => error,
        Refused::For(problem) => {
            let (happened, remedy) = out.problem(problem);
            let why = format!("{happened}. {remedy} ({})", problem.code());
            if problem == Problem::BackupCodeWrong {
                Error::Unproven { path: asked.file.clone(), why }
            } else {
                Error::Unreadable { path: asked.file.clone(), why }
            }
        }
    })?;
    let (file, contents) = opened;
    let BackupContents { made, cases, unreadable, newest, receipts, documents } = contents;
    let outcome = if unreadable == 0 { Outcome::Fine } else { Outcome::Stops };
    if out.json {
        out.value(&Verified {
            r#type: "tilslut/backup/v1",
            environment: word(file.environment()),
            database: file.database().to_owned(),
            made,
            cases,
            unreadable,
            newest,
            receipts,
            documents,
        })?;
        return Ok(outcome);
    }
    let words = out.words();
    let number = |count: &dyn std::fmt::Display| count.to_string();
    let lines = [
        words.get("cli-backup-whole"),
        words.with("cli-backup-made", &[("made", &made.to_string())]),
        words.with("cli-backup-cases", &[("cases", &number(&cases))]),
        words.with("cli-backup-documents", &[("documents", &number(&documents))]),
        words.with("cli-backup-receipts", &[("receipts", &in_words(&receipts))]),
    ];
    for line in lines {
        out.line(format_args!("{line}"))?;
    }
    if let Some(newest) = newest {
        let line = words.with("cli-backup-newest", &[("newest", &newest.to_string())]);
        out.line(format_args!("{line}"))?;
    }
    if unreadable > 0 {
        let line = words.with("cli-backup-unreadable", &[("cases", &number(&unreadable))]);
        out.line(format_args!("{line}"))?;
    }
    Ok(outcome)
}

enum Refused {
    Input(Error),
    For(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::For(problem)
    }
}

fn opened(asked: &BackupVerify) -> Result<(BackupFile, BackupContents), Refused> {
    let typed = |path: &Path| -> Result<Zeroizing<String>, Refused> {
        let bytes = Zeroizing::new(Input::raw(path, LONGEST_CODE).map_err(Refused::Input)?);
        Ok(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
    };
    // A file that is not there is told by its name, before what was typed.
    std::fs::metadata(&asked.file).map_err(Error::input(&asked.file)).map_err(Refused::Input)?;
    let file = BackupFile::read(&asked.file)?;
    let work = tempfile::tempdir().map_err(|_| Problem::NotSaved)?;
    let mut backup = match (&asked.recovery_code_file, &asked.words_file) {
        (Some(path), _) => {
            let code = typed(path)?;
            file.open(&BackupKey::RecoveryCode(&code), work.path())?
        }
        (None, Some(path)) => {
            let words = Secret::from(handover::spelled(&typed(path)?).as_str());
            file.open(&BackupKey::Words(&words), work.path())?
        }
        // The arguments ask for one of the two.
        (None, None) => return Err(Problem::BackupCodeWrong.into()),
    };
    let contents = backup.contents()?;
    Ok((file, contents))
}

fn list(asked: &BackupList, out: &mut Out) -> Result<Outcome, Error> {
    let found = folder::read(&asked.folder, &[ENDING], false)?;
    let mut list = List {
        r#type: "tilslut/backups/v1",
        backups: Vec::new(),
        unread: Vec::new(),
        other_files: found.others,
        subfolders: found.deeper,
    };
    for path in &found.files {
        let name = path.strip_prefix(&asked.folder).unwrap_or(path).to_string_lossy().into_owned();
        match BackupFile::read(path) {
            Ok(file) => {
                let ways = [("recovery-code", file.has_recovery()), ("words", file.has_words())];
                list.backups.push(Listed {
                    file: name,
                    environment: word(file.environment()),
                    database: file.database().to_owned(),
                    made: file.made(),
                    bytes: std::fs::metadata(path).map(|found| found.len()).unwrap_or_default(),
                    opens_with: ways.iter().filter(|(_, has)| *has).map(|(way, _)| *way).collect(),
                });
            }
            Err(problem) => list.unread.push(Unread { file: name, problem: problem.code() }),
        }
    }
    list.backups.sort_by(|a, b| (b.made, &a.file).cmp(&(a.made, &b.file)));
    let outcome = if list.unread.is_empty() { Outcome::Fine } else { Outcome::Unreadable };
    if out.json {
        out.value(&list)?;
        return Ok(outcome);
    }
    let words = out.words();
    for backup in &list.backups {
        let (made, megabytes) = (backup.made.to_string(), backup.bytes.div_ceil(1_000_000));
        let line = words.with(
            "cli-backup-listed",
            &[("file", &backup.file), ("made", &made), ("megabytes", &megabytes.to_string())],
        );
        out.line(format_args!("{line}"))?;
        if backup.opens_with.is_empty() {
            out.line(format_args!("  {}", words.get("cli-backup-own-only")))?;
        }
    }
    if list.backups.is_empty() {
        out.line(format_args!("{}", words.get("cli-backup-none")))?;
    }
    for unread in &list.unread {
        let problem = Problem::of_code(unread.problem).unwrap_or(Problem::BackupUnreadable);
        say(&format_args!("{}: {} ({})", unread.file, out.problem(problem).0, unread.problem));
    }
    Ok(outcome)
}

fn word(environment: Option<Environment>) -> &'static str {
    environment.map_or("unknown", Environment::word)
}

/// `1–7, 9`: the numbers, those that follow one another as one.
fn in_words(numbers: &[u64]) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    if runs.is_empty() {
        return "–".to_owned();
    }
    let run = |(first, last): &(u64, u64)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}
