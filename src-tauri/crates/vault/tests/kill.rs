//! Killed at any moment, the vault has every case whose saving it acknowledged, every backup that has
//! its name is whole, and a backup was taken in wholly or not at all.
//!
//! The child is this binary again: it saves cases in a loop and says each number once the save has
//! returned. It is killed with no warning after some of them, and then every number that it managed
//! to say must be there, and what is known of the cases must be what they say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "listed/mod.rs"]
mod listed;

use domain::Environment::Practice;
use domain::backups::ENDING;
use domain::case::{Case, CaseId};
use domain::day_in_denmark;
use domain::summary::{CaseSummary, Query};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use vault::testing::cases;
use vault::{BackupFile, BackupKey, Secret, Vault};

const CHILD: &str = "--save-until-killed";
const BACK_UP: &str = "--back-up-until-killed";
const TAKE_IN: &str = "--take-in-until-killed";
const WORDS: &str = "anker-æble-måge-hus-kat-sol";
const PASSPHRASE: &str = "en lang adgangskode";
/// After how many lines each child is killed: the first before it has opened anything.
const LINES: [usize; 10] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|argument| argument == CHILD) {
        Some(place) => save_until_killed(
            Path::new(&arguments[place + 1]),
            arguments[place + 2].parse().unwrap(),
        ),
        None if arguments.iter().any(|argument| argument == BACK_UP) => {
            back_up_until_killed(Path::new(arguments.last().unwrap()));
        }
        None if arguments.iter().any(|argument| argument == TAKE_IN) => {
            take_in(Path::new(arguments.last().unwrap()));
        }
        None => listed::run(
            &arguments,
            &[
                ("every_acknowledged_save_is_there", every_acknowledged_save_is_there),
                (
                    "every_backup_that_has_its_name_is_whole",
                    every_backup_that_has_its_name_is_whole,
                ),
                (
                    "a_backup_was_taken_in_wholly_or_not_at_all",
                    a_backup_was_taken_in_wholly_or_not_at_all,
                ),
            ],
        ),
    }
}

fn every_acknowledged_save_is_there() {
    let folder = tempfile::tempdir().unwrap();
    drop(
        Vault::create_with_passphrase(folder.path(), Practice, &Secret::from(PASSPHRASE)).unwrap(),
    );
    let mut acknowledged = Vec::new();
    for (round, lines) in LINES.into_iter().enumerate() {
        let later = Duration::from_micros(700) * u32::try_from(round).unwrap();
        acknowledged.extend(killed_after(lines, later, folder.path(), round * 10_000));
        let mut vault =
            Vault::unlock_with_passphrase(folder.path(), Practice, &Secret::from(PASSPHRASE))
                .unwrap();
        let stored = vault.cases().unwrap();
        let rows = vault.list(&Query { limit: u32::MAX, ..Query::default() }).unwrap().rows;
        let mut known: Vec<CaseSummary> = rows.into_iter().map(|row| row.summary).collect();
        known.sort_by(|a, b| a.id.cmp(&b.id));
        let told: Vec<CaseSummary> =
            stored.iter().map(|case| CaseSummary::of(case, day_in_denmark(case.changed))).collect();
        assert!(
            known == told,
            "what is known of the cases is not what they say after round {round}"
        );
        for number in &acknowledged {
            assert!(
                stored.contains(&case(*number)),
                "case {number} was acknowledged and is gone after round {round}"
            );
        }
    }
    let fewest: usize = LINES.iter().sum::<usize>() - LINES.len();
    assert!(acknowledged.len() >= fewest, "the children saved");
    println!("{} saves, {} kills", acknowledged.len(), LINES.len());
}

/// Lets a child save, kills it so long after one of its lines (a save takes some milliseconds, and
/// each of its moments should be met), and returns every number that it said.
fn killed_after(lines: usize, later: Duration, folder: &Path, first: usize) -> Vec<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([CHILD, folder.to_str().unwrap(), &first.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut numbers: Vec<String> = said.by_ref().take(lines).map(Result::unwrap).collect();
    assert_eq!(numbers.len(), lines, "the child ended by itself");
    std::thread::sleep(later);
    child.kill().unwrap();
    child.wait().unwrap();
    numbers.extend(said.map(Result::unwrap));
    numbers
        .iter()
        .filter_map(|line| line.strip_prefix("saved "))
        .map(|number| number.parse().unwrap())
        .collect()
}

fn save_until_killed(folder: &Path, first: usize) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "opening").unwrap();
    let mut vault =
        Vault::unlock_with_passphrase(folder, Practice, &Secret::from(PASSPHRASE)).unwrap();
    for number in first.. {
        vault.save(&case(number)).unwrap();
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
    }
}

/// The case of a number: small and large ones in turn.
fn case(number: usize) -> Case {
    let samples = cases();
    Case { id: CaseId(format!("{number:032x}")), ..samples[number % samples.len()].clone() }
}

/// The folder of the backups, beside the cases.
fn backups(folder: &Path) -> PathBuf {
    folder.join("backups")
}

fn every_backup_that_has_its_name_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Secret::from(PASSPHRASE);
    let mut vault = Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
    (0..60).for_each(|number| vault.save(&case(number)).unwrap());
    drop(vault);
    fs::create_dir(backups(folder.path())).unwrap();
    let mut whole = 0;
    for round in 0..12_u32 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([BACK_UP, folder.path().to_str().unwrap()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        // A backup has begun; each of its moments is met by one of the rounds.
        let begun = if round % 4 == 0 { 2 } else { 1 };
        said.by_ref().filter(|line| line.as_ref().unwrap() == "begun").take(begun).for_each(drop);
        std::thread::sleep(Duration::from_micros(2_300) * round);
        child.kill().unwrap();
        child.wait().unwrap();
        drop(said);
        let vault = Vault::unlock_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
        for entry in fs::read_dir(backups(folder.path())).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == ENDING) {
                let work = tempfile::tempdir().unwrap();
                let file = BackupFile::read(&path).unwrap();
                let mut backup = file.open(&BackupKey::Own(&vault), work.path()).unwrap();
                assert_eq!(backup.contents().unwrap().cases, 60, "after round {round}");
                fs::remove_file(path).unwrap();
                whole += 1;
            }
        }
    }
    // The next one clears away what the others left.
    let vault = Vault::unlock_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
    let job = vault.backup();
    let now = domain::Timestamp::now();
    let to = backups(folder.path()).join(job.file_name(now));
    job.run(&to, now, &mut |_| true).unwrap();
    assert_eq!(fs::read_dir(backups(folder.path())).unwrap().count(), 1);
    println!("{whole} whole backups, 12 kills");
}

fn back_up_until_killed(folder: &Path) {
    let mut out = std::io::stdout().lock();
    let vault = Vault::unlock_with_passphrase(folder, Practice, &Secret::from(PASSPHRASE)).unwrap();
    let job = vault.backup();
    for number in 0.. {
        writeln!(out, "begun").unwrap();
        out.flush().unwrap();
        let to = backups(folder).join(format!("{}-{number}.{ENDING}", std::process::id()));
        job.run(&to, domain::Timestamp::now(), &mut |_| true).unwrap();
    }
}

fn a_backup_was_taken_in_wholly_or_not_at_all() {
    let (from, passphrase) = (tempfile::tempdir().unwrap(), Secret::from(PASSPHRASE));
    let mut vault = Vault::create_with_passphrase(from.path(), Practice, &passphrase).unwrap();
    (0..60).for_each(|number| vault.save(&case(number)).unwrap());
    let backup = from.path().join("move.tilslut-backup");
    let job = vault.backup_for_move(Secret::from(WORDS));
    job.run(&backup, domain::Timestamp::now(), &mut |_| true).unwrap();
    let (mut none, mut all) = (0, 0);
    for round in 0..10_u32 {
        let folder = tempfile::tempdir().unwrap();
        drop(Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap());
        fs::copy(&backup, folder.path().join("move.tilslut-backup")).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([TAKE_IN, folder.path().to_str().unwrap()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(said.next().unwrap().unwrap(), "begun");
        if round == 9 {
            assert_eq!(said.next().unwrap().unwrap(), "taken in");
        }
        std::thread::sleep(Duration::from_micros(25_000) * (round % 9));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut vault =
            Vault::unlock_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
        match vault.cases().unwrap().len() {
            0 => none += 1,
            60 => all += 1,
            some => panic!("{some} cases of 60 after round {round}"),
        }
        // It can be done again, whatever was left.
        let file = BackupFile::read(&backup).unwrap();
        let opened = file.open(&BackupKey::Words(&Secret::from(WORDS)), folder.path()).unwrap();
        vault.take_in(&opened, jiff::civil::date(2026, 11, 29)).unwrap();
        assert_eq!(vault.cases().unwrap().len(), 60);
    }
    assert!(all > 0, "the last round waited for it");
    println!("10 kills: {none} with nothing, {all} with everything");
}

fn take_in(folder: &Path) {
    let mut out = std::io::stdout().lock();
    let mut vault =
        Vault::unlock_with_passphrase(folder, Practice, &Secret::from(PASSPHRASE)).unwrap();
    let file = BackupFile::read(&folder.join("move.tilslut-backup")).unwrap();
    let opened = file.open(&BackupKey::Words(&Secret::from(WORDS)), folder).unwrap();
    writeln!(out, "begun").unwrap();
    out.flush().unwrap();
    vault.take_in(&opened, jiff::civil::date(2026, 11, 29)).unwrap();
    writeln!(out, "taken in").unwrap();
    out.flush().unwrap();
    // Until it is killed.
    std::io::stdin().read_line(&mut String::new()).unwrap();
    loop {
        std::thread::park();
    }
}
