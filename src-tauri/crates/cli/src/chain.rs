//! `tilslut-cli chain`: do the receipts of a folder hold together, or is one missing, doubled or
//! edited?

use crate::arguments::Chain;
use crate::outcome::{Error, Outcome, say};
use crate::output::{Out, plain};
use domain::chain::{Fault, Link, faults};
use domain::{Environment, Language};
use receipt::{LinkHash as _, NotAReceipt};
use serde::Serialize;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// No receipt is as large, in bytes.
const LARGEST: u64 = 16 << 20;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    r#type: &'static str,
    receipts: Vec<Read>,
    /// PDFs that were changed after they were made.
    changed: Vec<String>,
    /// PDFs that are no receipts.
    others: Vec<String>,
    faults: Vec<FaultReport>,
}

/// A receipt that was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Read {
    file: String,
    environment: &'static str,
    number: u64,
    case: String,
    link: String,
}

/// A fault, and the chain that has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FaultReport {
    environment: &'static str,
    fault: &'static str,
    from: u64,
    to: u64,
}

/// Reads every PDF of the folder, not of the folders in it.
pub fn check(asked: &Chain, out: &mut Out) -> Result<Outcome, Error> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(&asked.folder).map_err(Error::input(&asked.folder))? {
        let path = entry.map_err(Error::input(&asked.folder))?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut report = Report {
        r#type: "tilslut/chain/v1",
        receipts: vec![],
        changed: vec![],
        others: vec![],
        faults: vec![],
    };
    let mut links: Vec<(Environment, Link)> = Vec::new();
    let mut outcome = Outcome::Fine;
    for path in &paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(bytes) = read(path) else {
            say(&format_args!("{}", path.display()));
            outcome = Outcome::Unreadable;
            continue;
        };
        match receipt::read(&bytes) {
            Ok(contents) => {
                if !contents.whole {
                    report.changed.push(file.clone());
                }
                let hash = contents.link.hash().iter().map(|byte| format!("{byte:02x}")).collect();
                let (number, case) = (contents.link.number, contents.link.case.0.clone());
                report.receipts.push(Read {
                    file,
                    environment: word(contents.environment),
                    number,
                    case,
                    link: hash,
                });
                links.push((contents.environment, contents.link));
            }
            Err(NotAReceipt::Changed) => report.changed.push(file),
            Err(NotAReceipt::Foreign | NotAReceipt::Unreadable | NotAReceipt::TooLarge) => {
                report.others.push(file)
            }
        }
    }
    for environment in [Environment::Practice, Environment::Live] {
        let of = links.iter().filter(|(of, _)| *of == environment).map(|(_, link)| link.clone());
        let found = faults(of, receipt::sha256);
        report.faults.extend(found.into_iter().map(|fault| fault_report(environment, fault)));
    }
    report.receipts.sort_by(|a, b| {
        (a.environment, a.number, &a.file).cmp(&(b.environment, b.number, &b.file))
    });
    if !report.faults.is_empty() || !report.changed.is_empty() {
        outcome = outcome.max(Outcome::Stops);
    }
    if out.json {
        out.value(&report)?
    } else {
        in_words(&report, out)?
    }
    Ok(outcome)
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn word(environment: Environment) -> &'static str {
    match environment {
        Environment::Practice => "practice",
        Environment::Live => "live",
    }
}

fn fault_report(environment: Environment, fault: Fault) -> FaultReport {
    let (fault, from, to) = match fault {
        Fault::Missing { from, to } => ("missing", from, to),
        Fault::Double { number } => ("double", number, number),
        Fault::Broken { number } => ("broken", number, number),
    };
    FaultReport { environment: word(environment), fault, from, to }
}

fn in_words(report: &Report, out: &mut Out) -> Result<(), Error> {
    let danish = out.language == Language::Danish;
    let either = |da: &'static str, en: &'static str| if danish { da } else { en };
    let mark = |environment: &str| if environment == "practice" { "PRØVE " } else { "" };
    for it in &report.receipts {
        out.line(format_args!("{}{:>6}  {}", mark(it.environment), it.number, plain(&it.file)))?;
    }
    for file in &report.changed {
        out.line(format_args!(
            "{}: {}",
            either("Ændret, efter at den blev lavet", "Changed after it was made"),
            plain(file)
        ))?;
    }
    for file in &report.others {
        out.line(format_args!(
            "{}: {}",
            either("Ikke en kvittering fra Tilslut", "Not a receipt of Tilslut’s"),
            plain(file)
        ))?;
    }
    for it in &report.faults {
        let (mark, from, to) = (mark(it.environment), it.from, it.to);
        match it.fault {
            "missing" if from == to => out.line(format_args!(
                "{mark}{} {from} {}",
                either("Nummer", "Number"),
                either("mangler", "is missing")
            ))?,
            "missing" => {
                out.line(format_args!(
                    "{mark}{} {from}–{to} {}",
                    either("Numrene", "Numbers"),
                    either("mangler", "are missing")
                ))?;
            }
            "double" => out.line(format_args!(
                "{mark}{} {from} {}",
                either("Nummer", "Number"),
                either("findes i to forskellige kvitteringer", "is on two different receipts")
            ))?,
            _ => out.line(format_args!(
                "{mark}{} {from} {}",
                either("Nummer", "Number"),
                either("passer ikke med kvitteringen før", "does not fit the receipt before it")
            ))?,
        }
    }
    if report.faults.is_empty() && report.changed.is_empty() {
        out.line(format_args!(
            "{}",
            match report.receipts.last().map(|last| last.number) {
                Some(_) => either(
                    "Rækken hænger sammen. Om de nyeste mangler, ses kun i Tilslut selv",
                    "The chain holds together. Whether the newest are missing is seen only in Tilslut itself"
                ),
                None => either("Der er ingen kvitteringer i mappen", "There are no receipts in the folder"),
            }
        ))?;
    }
    Ok(())
}
