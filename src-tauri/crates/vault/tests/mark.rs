//! Killed at any moment, the cases open without an alarm, every save that was acknowledged is there,
//! and the mark outside is so near to them that a log which then loses its tail is noticed.
//!
//! The child is this test again. It keeps its key in a file, which only a test does: opening with a
//! passphrase takes a second on purpose, and there are many kills.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::rollback::Rollback;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use vault::testing::cases;
use vault::{KeyStore, KeyStoreError, Opening, Secret, Vault};

/// The folder that the child works in, and the first number of its cases.
const FOLDER: &str = "TILSLUT_MARK_FOLDER";
const FIRST: &str = "TILSLUT_MARK_FIRST";
const KILLS: u64 = 100;

/// A file for each secret.
struct Files(PathBuf);

impl KeyStore for Files {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        Ok(fs::read_to_string(self.0.join(account)).ok().map(Secret::from))
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        // A kill leaves the old one or the new one, as a key store's own does.
        let beside = self.0.join("beside");
        fs::write(&beside, secret.text().unwrap()).unwrap();
        fs::rename(beside, self.0.join(account)).unwrap();
        Ok(())
    }

    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        fs::remove_file(self.0.join(account)).ok();
        Ok(())
    }
}

fn keys(folder: &Path) -> Files {
    let keys = folder.join("keys");
    fs::create_dir_all(&keys).unwrap();
    Files(keys)
}

fn open(folder: &Path, what: &str) -> Vault {
    match Vault::open(&folder.join("cases"), Practice, &keys(folder)) {
        Opening::Open(vault) => vault,
        other => panic!("{what}: {other:?}"),
    }
}

fn case(number: usize) -> Case {
    let samples = cases();
    Case { id: CaseId(format!("{number:032x}")), ..samples[number % samples.len()].clone() }
}

/// What the child does until it is killed: it saves, gives a number now and then, and has the key
/// store remember the mark.
#[test]
#[ignore = "the child of the test below"]
fn child() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let first: usize = std::env::var(FIRST).unwrap().parse().unwrap();
    let mut out = std::io::stdout();
    let mut say = |line: String| {
        writeln!(out, "{line}").unwrap();
        out.flush().unwrap();
    };
    say("\nbegun".into());
    let mut vault = open(&folder, "the child");
    for number in first.. {
        let case = case(number);
        if number % 5 == 0 {
            let end = vault.chain_end().unwrap();
            let link = Link::after_end(end, case.id.clone(), [7; 32]);
            vault.save_with_link(&case, &link).unwrap();
            vault.mark_to_keep().unwrap().keep_in(&keys(&folder)).unwrap();
        } else {
            vault.save(&case).unwrap();
        }
        say(format!("saved {number}"));
    }
}

/// Kills a child so long after one of its lines; every number that it said.
fn killed(folder: &Path, lines: usize, later: Duration, first: usize) -> Vec<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = said.map(Result::unwrap).filter(|line| {
        line.strip_prefix("saved ").is_some_and(|number| number.parse::<usize>().is_ok())
            || line == "begun"
    });
    let mut heard: Vec<String> = said.by_ref().take(lines).collect();
    assert_eq!(heard.len(), lines, "the child ended by itself");
    std::thread::sleep(later);
    child.kill().unwrap();
    child.wait().unwrap();
    heard.extend(said);
    heard.iter().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).collect()
}

#[test]
fn a_kill_alarms_nobody_and_a_log_that_loses_its_tail_then_does() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    drop(open(folder, "the first"));
    let mut acknowledged = Vec::new();
    let (mut told, mut unseen) = (0, 0);
    let mut chance = 0x9E37_79B9_7F4A_7C15_u64;
    for round in 0..KILLS {
        for shift in [13, 7, 17] {
            chance =
                if shift == 7 { chance ^ (chance >> shift) } else { chance ^ (chance << shift) };
        }
        let lines = 1 + usize::try_from(chance % 12).unwrap();
        let later = Duration::from_micros(chance % 5_000);
        let first = usize::try_from(round).unwrap() * 1_000 + 1;
        let said = killed(folder, lines, later, first);
        acknowledged.extend(&said);
        // What the kill left, without its last page: the tail of the log is gone.
        let log = folder.join("cases/tilslut-practice.db-wal");
        let left = fs::read(&log).unwrap_or_default();
        if said.len() > 1 && round % 4 == 0 {
            let copy = tempfile::tempdir().unwrap();
            for name in [".db", ".db-wal", ".mark", ".keyslots.json", ".keyslots-copy.json"] {
                let name = format!("tilslut-practice{name}");
                let to = copy.path().join("cases").join(&name);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(folder.join("cases").join(&name), to).unwrap();
            }
            let shorter = &left[..left.len() / 2];
            fs::write(copy.path().join("cases/tilslut-practice.db-wal"), shorter).unwrap();
            match Vault::open(&copy.path().join("cases"), Practice, &keys(folder)) {
                Opening::Older(found) => {
                    assert_eq!(found.missing().kind, Rollback::Older);
                    told += 1;
                }
                other => panic!("round {round}: {other:?}"),
            }
            // The negative control: without the mark nobody would have known.
            fs::remove_file(copy.path().join("cases/tilslut-practice.mark")).unwrap();
            let opening = Vault::open(&copy.path().join("cases"), Practice, &keys(folder));
            unseen += usize::from(matches!(opening, Opening::Open(_)));
        }
        let mut vault = open(folder, &format!("alarmed in vain in round {round}"));
        for number in &said {
            let stored = vault.case(&case(*number).id);
            assert_eq!(stored, Ok(Some(case(*number))), "acknowledged, and gone in {round}");
        }
    }
    let mut vault = open(folder, "the last");
    for number in &acknowledged {
        assert!(vault.case(&case(*number).id).unwrap().is_some());
    }
    assert!(acknowledged.len() > 200, "the children saved");
    assert!(told > 10 && unseen == told, "{told} of the torn logs told, {unseen} unseen without");
}
