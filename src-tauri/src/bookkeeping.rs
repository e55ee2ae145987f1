//! The receipts of a period in one ZIP file for the bookkeeping: the PDFs, and what they are about as a table for people (CSV) and for
//! programs (JSON). The same receipts give the same bytes.

use crate::engine::{Engine, State};
use crate::{dialogs, receipts};
use domain::case::{CaseId, Delivery};
use domain::problem::{FieldProblem, Problem};
use domain::typed::is_invisible;
use domain::{Environment, Language, day_in_denmark};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use texts::Texts;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the table says of one receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The receipt number.
    pub number: Option<u64>,
    /// The day of the approval in Denmark.
    pub approved_on: Date,
    /// The organisation.
    pub organisation: String,
    /// Its CVR number, eight figures.
    pub cvr: String,
    /// Who approved.
    pub approved_by: String,
    /// The control code, three groups.
    pub control_code: String,
    /// How much the evidence proves: A to D.
    pub evidence_level: String,
    /// The case here.
    pub case: String,
    /// The receiver's case number.
    pub receiver_case_number: Option<String>,
    /// The last day on which it is kept.
    pub keep_until: Date,
    /// The file in the archive.
    pub file: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

#[derive(Serialize)]
struct Index<'a> {
    r#type: &'static str,
    environment: &'static str,
    from: Date,
    to: Date,
    receipts: &'a [Entry],
}

/// Asks where, and saves the receipts of a period.
pub fn export(engine: &Engine, state: &mut State, from: &str, to: &str) {
    let (from, to) = match period(from, to) {
        Ok(period) => period,
        Err(problem) => {
            state.desk.field_problems = vec![problem];
            return;
        }
    };
    state.desk.field_problems.clear();
    match gathered(state, from, to).and_then(|receipts| archive(state, from, to, &receipts)) {
        Ok((name, zip)) => dialogs::save_as(engine, dialogs::question(state, name, "file-bookkeeping", &["zip"]), zip),
        Err(Problem::PeriodEmpty) => state.desk.field_problems = vec![FieldProblem::at("to", Problem::PeriodEmpty)],
        Err(problem) => state.desk.problem = Some(problem),
    }
}

fn period(from: &str, to: &str) -> Result<(Date, Date), FieldProblem> {
    let day = |text: &str, field: &str| text.parse::<Date>().map_err(|_| FieldProblem::at(field, Problem::PeriodDay));
    let (from, to) = (day(from, "from")?, day(to, "to")?);
    if from <= to { Ok((from, to)) } else { Err(FieldProblem::at("to", Problem::PeriodBackwards)) }
}

/// The receipts of a period, each with its PDF, in the order of the approvals.
fn gathered(state: &State, from: Date, to: Date) -> Result<Vec<(Entry, Vec<u8>)>, Problem> {
    let mut cases: Vec<(domain::Timestamp, Option<u64>, &CaseId)> = Vec::new();
    for id in state.desk.cases.keys() {
        let Some(approved) = receipts::approved(state, id) else { continue };
        let at = approved.evidence.approved_at;
        if (from..=to).contains(&day_in_denmark(at)) {
            cases.push((at, state.desk.chain.of(id).map(|link| link.number), id));
        }
    }
    cases.sort_unstable();
    let mut names = BTreeSet::new();
    cases.into_iter().map(|(_, _, id)| entry(state, id, &mut names)).collect()
}

fn entry(state: &State, id: &CaseId, names: &mut BTreeSet<String>) -> Result<(Entry, Vec<u8>), Problem> {
    let approved = receipts::approved(state, id).ok_or(Problem::NotAllowedHere)?;
    let (name, pdf) = receipts::make(state, id)?;
    let (evidence, connection) = (&approved.evidence, &approved.connection);
    let on = day_in_denmark(evidence.approved_at);
    let hash = receipt::sha256(&pdf);
    let entry = Entry {
        number: state.desk.chain.of(id).map(|link| link.number),
        approved_on: on,
        organisation: connection.organisation.name.clone(),
        cvr: connection.organisation.cvr.to_string(),
        approved_by: evidence.approver.clone(),
        control_code: evidence.control_code.to_string(),
        evidence_level: format!("{:?}", evidence.level),
        case: id.0.clone(),
        receiver_case_number: match &approved.delivery {
            Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
            Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::Unknown { .. } | Delivery::Refused { .. } => None,
        },
        keep_until: state.desk.retention.until(on),
        file: free_name(&name, names),
        sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    Ok((entry, pdf))
}

/// Two receipts of an organisation on one day would have the same name.
fn free_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = name.trim_end_matches(".pdf");
    let names = std::iter::once(name.to_owned()).chain((2_u32..).map(|n| format!("{stem} ({n}).pdf")));
    // Two names that differ in capitals only are one file on Windows and macOS.
    names.into_iter().find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

fn archive(state: &State, from: Date, to: Date, receipts: &[(Entry, Vec<u8>)]) -> Result<(String, Vec<u8>), Problem> {
    if receipts.is_empty() {
        return Err(Problem::PeriodEmpty);
    }
    let (environment, mark) = match state.desk.environment {
        Environment::Practice => ("practice", "PRØVE "),
        Environment::Live => ("live", ""),
    };
    let entries: Vec<Entry> = receipts.iter().map(|(entry, _)| entry.clone()).collect();
    let index = Index { r#type: "tilslut/bookkeeping/v1", environment, from, to, receipts: &entries };
    let json = serde_json::to_vec_pretty(&index).map_err(|_| Problem::FileNotWritten)?;
    let csv = table(&entries, state.desk.language).map_err(|_| Problem::FileNotWritten)?;
    let pdfs = receipts.iter().map(|(entry, pdf)| (entry.file.as_str(), pdf.as_slice()));
    let files = [("index.csv", csv.as_slice()), ("index.json", json.as_slice())].into_iter().chain(pdfs);
    let word = Texts::new(state.desk.language).with("bookkeeping-file", &[("from", &from.to_string()), ("to", &to.to_string())]);
    Ok((format!("{mark}{word}.zip"), zipped(files).map_err(|_| Problem::FileNotWritten)?))
}

/// PDFs are compressed already, so nothing is compressed again. No clock: every file is as old as ZIP itself.
fn zipped<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        zip.start_file(name, plain)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The table as RFC 4180 has it, with the mark by which Excel knows UTF-8. A spreadsheet with Danish settings parts lists with semicolons and
/// puts everything else into one column, because the comma is in its numbers.
fn table(entries: &[Entry], language: Language) -> Result<Vec<u8>, csv::Error> {
    let delimiter = match language {
        Language::Danish => b';',
        Language::English => b',',
    };
    let texts = Texts::new(language);
    let columns = [
        "number",
        "approved-on",
        "organisation",
        "cvr",
        "approved-by",
        "control-code",
        "level",
        "case",
        "receiver",
        "keep-until",
        "file-name",
        "sha256",
    ];
    let head = columns.map(|column| texts.get(&format!("bookkeeping-{column}")));
    let rows = entries.iter().map(|it| {
        [
            it.number.map(|number| number.to_string()).unwrap_or_default(),
            it.approved_on.to_string(),
            it.organisation.clone(),
            it.cvr.clone(),
            it.approved_by.clone(),
            it.control_code.clone(),
            it.evidence_level.clone(),
            it.case.clone(),
            it.receiver_case_number.clone().unwrap_or_default(),
            it.keep_until.to_string(),
            it.file.clone(),
            it.sha256.clone(),
        ]
    });
    let mut table = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for row in std::iter::once(head).chain(rows) {
        table.write_record(row.map(as_text))?;
    }
    table.into_inner().map_err(|why| why.into_error().into())
}

/// A spreadsheet takes what begins with one of these signs for a formula, also after blanks and quotation marks, and a name may begin with
/// anything: the apostrophe makes it text again.
fn as_text(cell: String) -> String {
    let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || is_invisible(c));
    let formula = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(organisation: &str) -> Entry {
        Entry {
            number: Some(7),
            approved_on: date(2026, 11, 22),
            organisation: organisation.into(),
            cvr: "13748136".into(),
            approved_by: "Mette Lindegaard Krogh".into(),
            control_code: "7K4M Q2XR 9TDB".into(),
            evidence_level: "B".into(),
            case: "00ff".into(),
            receiver_case_number: None,
            keep_until: date(2031, 12, 31),
            file: "x.pdf".into(),
            sha256: "ab".into(),
        }
    }

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        for (cell, meant) in [
            ("Nordlys, Tømrer & \"Snedker\" ApS", "Nordlys, Tømrer & \"Snedker\" ApS"),
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("@sum", "'@sum"),
            ("-1+1", "'-1+1"),
            ("\tx", "'\tx"),
            (" =1", "' =1"),
            ("\"=1\"", "'\"=1\""),
            ("\u{200b}=1", "'\u{200b}=1"),
            ("＝1", "'＝1"),
            ("A=1", "A=1"),
            ("X;=1+1;", "X;=1+1;"),
            ("two\r\nlines", "two\r\nlines"),
            ("", ""),
        ] {
            assert_eq!(as_text(cell.to_owned()), meant, "{cell:?}");
        }
    }

    /// What a program that reads the table finds, and that nothing but the marks stands between two cells.
    #[test]
    fn the_table_has_a_mark_a_head_and_a_line_for_each() {
        for (language, delimiter) in [(Language::Danish, b';'), (Language::English, b',')] {
            let names = ["Nordlys, Tømrer & \"Snedker\" ApS; Ærø", "X;=1+1;", "X,=1+1,", "=1", "two\r\nlines"];
            let written = table(&names.map(entry), language).expect("written");
            let unmarked = written.strip_prefix(b"\xEF\xBB\xBF").expect("the mark");
            let mut read = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(unmarked);
            let head = read.headers().expect("a head").clone();
            assert_eq!(head.len(), 12);
            let texts = Texts::new(language);
            let labels: Vec<String> = ["number", "organisation", "file-name"].map(|key| texts.get(&format!("bookkeeping-{key}"))).into();
            assert!(labels.iter().all(|label| head.iter().any(|cell| cell == label)), "{head:?}");
            assert!(head.iter().all(|cell| !cell.contains(['$', '{']) && !cell.contains("bookkeeping")), "{head:?}");
            let rows: Vec<csv::StringRecord> = read.records().collect::<Result<_, _>>().expect("rows");
            let organisations: Vec<&str> = rows.iter().map(|row| row.get(2).expect("a cell")).collect();
            assert_eq!(organisations, names.map(|name| if name == "=1" { "'=1" } else { name }));
            assert!(written.ends_with(b"\"\r\n"));
        }
        // As Excel with Danish settings reads it: the row of the case, cell by cell.
        let given = include_str!("../../tests/real_world/cases/17-index.csv");
        let written = table(&[entry("Nordlys, Tømrer & \"Snedker\" ApS; Ærø")], Language::Danish).expect("written");
        let row = |bytes: &[u8]| {
            let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("the mark").to_vec();
            let mut read = csv::ReaderBuilder::new().delimiter(b';').from_reader(std::io::Cursor::new(unmarked));
            read.records().next().expect("a row").expect("readable")
        };
        let (given, written) = (row(given.as_bytes()), row(&written));
        assert_eq!(given.iter().collect::<Vec<_>>(), written.iter().take(6).collect::<Vec<_>>());
    }

    #[test]
    fn names_are_free_even_where_capitals_do_not_count() {
        let mut taken = BTreeSet::new();
        let named = ["a kvittering.pdf", "A kvittering.pdf", "a kvittering.pdf"].map(|name| free_name(name, &mut taken));
        assert_eq!(named, ["a kvittering.pdf", "A kvittering (2).pdf", "a kvittering (3).pdf"]);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = || [("index.csv", b"a".as_slice()), ("PRØVE æ.pdf", b"%PDF-")].into_iter();
        assert_eq!(zipped(files()).expect("made"), zipped(files()).expect("made"));
    }

    #[test]
    fn a_period_is_two_days_in_order() {
        let wrong = |from, to| period(from, to).map_err(|why| (why.field, why.problem));
        assert_eq!(wrong("2026-01-01", "2026-01-01"), Ok((date(2026, 1, 1), date(2026, 1, 1))));
        assert_eq!(wrong("2026-02-30", "2026-12-31"), Err(("from".into(), Problem::PeriodDay)));
        assert_eq!(wrong("2026-01-01", ""), Err(("to".into(), Problem::PeriodDay)));
        assert_eq!(wrong("2026-01-02", "2026-01-01"), Err(("to".into(), Problem::PeriodBackwards)));
    }
}
