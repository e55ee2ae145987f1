//! `tilslut-cli chain`: do the receipts of a folder hold together, or is one missing, doubled or
//! edited? What each of them is, and whether its pages are as they were made, is for the one
//! verification to say (`receipt::verification`).

mod deleted;

use crate::arguments::Chain;
use crate::folder::{self, Folder};
use crate::input::Input;
use crate::outcome::{Error, Outcome, say};
use crate::output::{Out, plain};
use crate::verify::{refused, trusted, unread_lines};
use domain::chain::{Fault, Link, faults};
use domain::verification::{CheckResult, Conclusion, Pages, PagesDoubt, Refused};
use domain::{Environment, Timestamp};
use evidence::anchors;
use receipt::LinkHash as _;
use receipt::verification::{Content, Judged, Trust, recognise, verify};
use serde::Serialize;
use std::path::Path;

/// No record is as large, in bytes, whatever mails are in it.
const LARGEST: usize = 64 << 20;

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Report {
    r#type: &'static str,
    /// How many PDFs were read.
    read: usize,
    /// Files of another kind, which were not read.
    other_files: usize,
    /// Folders in the folder, which were not read.
    subfolders: usize,
    receipts: Vec<Read>,
    /// Receipts without a number: they were made of the evidence alone and are in no chain.
    without_number: Vec<String>,
    /// Receipts that were changed after they were made.
    changed: Vec<String>,
    /// PDFs that are no receipts, or cannot be read as one.
    others: Vec<String>,
    /// Why they are not.
    refused: Vec<RefusedFile>,
    /// Numbers that are said to be deleted in Tilslut, and fit the chain.
    deleted: Vec<DeletedReport>,
    faults: Vec<FaultReport>,
}

/// A number that is said to be deleted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DeletedReport {
    environment: &'static str,
    number: u64,
    /// None while it lies in the bin.
    deleted_on: Option<String>,
}

/// A receipt that was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Read {
    file: String,
    /// A receipt or a record: both are in one chain.
    kind: &'static str,
    environment: &'static str,
    number: u64,
    case: String,
    link: String,
    /// What its evidence proves under the trust that was given.
    evidence: &'static str,
    /// Whether its pages are as they were made.
    pages: Option<&'static str>,
}

#[derive(Serialize)]
struct RefusedFile {
    file: String,
    problem: &'static str,
    why: String,
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

/// Reads every PDF of the folder.
pub fn check(asked: &Chain, out: &mut Out) -> Result<Outcome, Error> {
    let folder = folder::read(&asked.folder, &["pdf"], asked.recursive)?;
    let named = asked.trust.file.as_deref().map(|path| trusted(path, out)).transpose()?;
    let (is_named, anchors) = (named.is_some(), named.unwrap_or_else(anchors::practice));
    let trust = Trust {
        anchors: &anchors,
        is_named,
        practice_too: true,
        known: &|_| Vec::new(),
        is_case_file: &casefile::is_approved,
    };
    let mut report = Report {
        r#type: "tilslut/chain/v1",
        other_files: folder.others,
        subfolders: folder.deeper,
        ..Report::default()
    };
    let mut links: Vec<(Environment, Link)> = Vec::new();
    let mut outcome = Outcome::Fine;
    for path in &folder.files {
        let file = path.strip_prefix(&asked.folder).unwrap_or(path).to_string_lossy().into_owned();
        let Ok(bytes) = Input::raw(path, LARGEST) else {
            say(&format_args!("{}", path.display()));
            outcome = Outcome::Unreadable;
            continue;
        };
        report.read += 1;
        // Cut off or damaged, a receipt still says in the clear what it was.
        let was_ours = bytes.windows(MARK.len()).any(|found| found == MARK);
        match recognise(bytes).map(|content| (of(&content), verify(content, &trust, now()))) {
            Ok((environment, Some(judged))) => {
                report.link(file, environment, Linked::of(judged), &mut links);
            }
            Ok((_, None)) => report.others.push(file),
            Err(why) => {
                let why_in_words = refused(why, out.texts());
                report.refused.push(RefusedFile {
                    file: file.clone(),
                    problem: why.code(),
                    why: why_in_words,
                });
                let ours = was_ours || matches!(why, Refused::AttachmentsLost | Refused::Ambiguous);
                if ours { &mut report.changed } else { &mut report.others }.push(file);
            }
        }
    }
    if let Some(deleted) = deleted::read(&asked.folder) {
        // The table of the export was read, too.
        report.other_files = report.other_files.saturating_sub(1);
        report.note_deleted(deleted, &mut links);
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
    let nothing = report.receipts.is_empty() && report.without_number.is_empty();
    if nothing {
        outcome = outcome.max(Outcome::Unreadable);
    }
    if out.json {
        out.value(&report)?
    } else {
        in_words(&report, &asked.folder, &folder, out)?
    }
    Ok(outcome)
}

/// What every receipt says of itself, unpacked.
const MARK: &[u8] = b"<tilslut:link>";

fn now() -> Timestamp {
    Timestamp::now()
}

/// The environment that a receipt says it is of.
fn of(content: &Content) -> Environment {
    match content {
        Content::Receipt(receipt) => receipt.environment(),
        Content::Record(record) => record.environment(),
        Content::Bundle(_) | Content::HandOver => Environment::Practice,
    }
}

/// What the chain asks of a file, whatever it is.
struct Linked {
    kind: &'static str,
    evidence: &'static str,
    pages: Option<Pages>,
    /// Not one byte of it is another.
    whole: bool,
    link: Option<Link>,
}

impl Linked {
    fn of(judged: Judged) -> Self {
        let whole = |own: &[CheckResult]| {
            let is_not = |check: &CheckResult| {
                check.check == receipt::verification::WHOLE && check.passed == Some(false)
            };
            !own.iter().any(is_not)
        };
        match judged {
            Judged::Evidence(it) => Self {
                kind: "receipt",
                evidence: it.conclusion.code(),
                pages: it.pages,
                whole: whole(&it.own),
                link: it.link,
            },
            Judged::Record(it) => Self {
                kind: "record",
                evidence: it.conclusion.code(),
                // A mail that was put in the place of another is as much a change as a page.
                pages: Some(match it.conclusion {
                    Conclusion::OwnRecord => it.pages,
                    _ => Pages::Changed,
                }),
                whole: whole(&it.own),
                link: it.link,
            },
        }
    }
}

impl Report {
    fn link(
        &mut self,
        file: String,
        environment: Environment,
        found: Linked,
        links: &mut Vec<(Environment, Link)>,
    ) {
        // Where there is nothing to make the pages of, the checksum still tells an accident.
        let changed = match found.pages {
            Some(Pages::Changed) => true,
            Some(Pages::CannotJudge(PagesDoubt::NoEvidence)) => !found.whole,
            Some(Pages::AsMade | Pages::ReSaved | Pages::CannotJudge(_)) | None => false,
        };
        if changed {
            self.changed.push(file.clone());
        }
        let Linked { kind, evidence, pages, link, .. } = found;
        let Some(link) = link else {
            // What is no receipt any more is in no chain, and was told.
            if !changed {
                self.without_number.push(file);
            }
            return;
        };
        self.receipts.push(Read {
            file,
            kind,
            environment: environment.word(),
            number: link.number,
            case: link.case.0.clone(),
            link: base16ct::lower::encode_string(&link.hash()),
            evidence,
            pages: pages.map(Pages::code),
        });
        links.push((environment, link));
    }
}

impl Report {
    /// Takes the links of deleted numbers in, of those that no file is here of.
    fn note_deleted(
        &mut self,
        deleted: Vec<deleted::Deleted>,
        links: &mut Vec<(Environment, Link)>,
    ) {
        for deleted::Deleted { environment, link, on } in deleted {
            let number = link.number;
            if links.iter().any(|(of, known)| *of == environment && known.number == number) {
                continue;
            }
            links.push((environment, link));
            let environment = environment.word();
            self.deleted.push(DeletedReport { environment, number, deleted_on: on });
        }
    }
}

fn fault_report(environment: Environment, fault: Fault) -> FaultReport {
    let (fault, from, to) = match fault {
        Fault::Missing { from, to } => ("missing", from, to),
        Fault::Double { number } => ("double", number, number),
        Fault::Broken { number } => ("broken", number, number),
    };
    FaultReport { environment: environment.word(), fault, from, to }
}

fn in_words(report: &Report, path: &Path, folder: &Folder, out: &mut Out) -> Result<(), Error> {
    let texts = out.texts().clone();
    let mark = |environment: &str| if environment == "practice" { "PRØVE " } else { "" };
    let name = |file: &str| plain(file);
    for it in &report.receipts {
        out.line(format_args!("{}{:>6}  {}", mark(it.environment), it.number, name(&it.file)))?;
    }
    let listed =
        [("chain-without-number", &report.without_number), ("chain-changed", &report.changed)];
    for (key, files) in listed {
        for file in files {
            out.line(format_args!("{}: {}", texts.get(key), name(file)))?;
        }
    }
    for it in &report.refused {
        out.line(format_args!("{}: {}", name(&it.file), it.why))?;
    }
    for file in &report.others {
        if !report.refused.iter().any(|it| it.file == *file) {
            out.line(format_args!("{}: {}", texts.get("chain-other"), name(file)))?;
        }
    }
    for it in &report.faults {
        let (mark, from, to) = (mark(it.environment), it.from.to_string(), it.to.to_string());
        let key = if it.fault == "missing" && from != to { "missing-many" } else { it.fault };
        let said = texts.with(&format!("chain-{key}"), &[("from", &from), ("to", &to)]);
        out.line(format_args!("{mark}{said}"))?;
    }
    for it in &report.deleted {
        let (mark, number) = (mark(it.environment), it.number.to_string());
        let said = match &it.deleted_on {
            Some(day) => texts.with("chain-deleted", &[("number", &number), ("day", day)]),
            None => texts.with("chain-in-bin", &[("number", &number)]),
        };
        out.line(format_args!("{mark}{said}"))?;
    }
    let whole = report.faults.is_empty() && report.changed.is_empty();
    if whole && !report.receipts.is_empty() {
        out.line(format_args!("{}", texts.get("chain-holds")))?;
    }
    let unjudged = report.receipts.iter().filter(|it| it.pages == Some("cannot-be-judged")).count();
    if unjudged > 0 {
        out.line(format_args!("{}", texts.count("chain-pages-not-judged", unjudged)))?;
    }
    let found = report.receipts.len() + report.without_number.len();
    if found == 0 {
        out.line(format_args!("{}", texts.get("chain-none")))?;
    }
    out.line(format_args!("{}", texts.count("chain-read", report.read)))?;
    for line in unread_lines(&path.to_string_lossy(), folder, "chain", &texts) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}
