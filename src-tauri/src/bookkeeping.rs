//! The receipts of a period in one ZIP file for the bookkeeping: the PDFs, and what they are about
//! as a table for people (CSV) and for programs (JSON). The same receipts give the same bytes.

mod deleted;

use crate::engine::Engine;
use crate::receipts::Stored;
use crate::{dialogs, receipts, records};
use app::input::{Input, ReceiptsInput};
use app::model::{PaperId, QueryId};
use deleted::Deleted;
use domain::approver::LoginName;
use domain::case::{CaseId, Delivery};
use domain::problem::Problem;
use domain::retention::Retention;
use domain::summary::ApprovedQuery;
use domain::typed::is_invisible;
use domain::{Environment, Language, day_in_denmark};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use texts::Texts;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the table says of one receipt or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The receipt number.
    pub number: Option<u64>,
    /// The day of the approval in Denmark; none of a record, since nobody approved in Tilslut.
    pub approved_on: Option<Date>,
    /// The organisation.
    pub organisation: String,
    /// Its CVR number, eight figures.
    pub cvr: String,
    /// Who approved; words of the window's language where MitID told no name.
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
    /// A receipt or a record.
    pub kind: Kind,
    /// The day on which a record was made, in Denmark.
    pub recorded_on: Option<Date>,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A receipt: it was approved in Tilslut.
    Receipt,
    /// A record: it was concluded on the official site, as was stated.
    Record,
}

#[derive(Serialize)]
struct Index<'a> {
    r#type: &'static str,
    environment: &'static str,
    from: Date,
    to: Date,
    receipts: &'a [Entry],
    deleted: &'a [Deleted],
}

/// Asks where, and saves the receipts of a period, one after the other: telling how far it is,
/// until it is cancelled.
pub fn export(engine: &Engine, query: QueryId, period: (Date, Date), language: Language) {
    let outcome = write(engine, query, period, language);
    engine.notify(Input::Receipts(ReceiptsInput::Exported(query, period, outcome)));
}

/// The file; none when the person did not choose one, or cancelled.
fn write(
    engine: &Engine,
    query: QueryId,
    (from, to): (Date, Date),
    language: Language,
) -> Result<Option<String>, Problem> {
    let world = engine.world().ok_or(Problem::FileNotWritten)?;
    let approved = ApprovedQuery { from: Some(from), to: Some(to), ..ApprovedQuery::default() };
    let ids = engine.ask_vault(|vault| vault.approved_ids(&approved))?;
    let records = engine.ask_vault(|vault| vault.record_numbers(from, to))?;
    if ids.is_empty() && records.is_empty() {
        return Err(Problem::PeriodEmpty);
    }
    let word = Texts::new(language)
        .with("bookkeeping-file", &[("from", &from.to_string()), ("to", &to.to_string())]);
    let name = format!("{}{word}.zip", receipts::mark(engine));
    let Some(chosen) = engine.desktop().choose_new_file(dialogs::question(
        language,
        name,
        "file-bookkeeping",
        &["zip"],
    )) else {
        return Ok(None);
    };
    let retention = engine
        .read(|app| app.open().map(app::model::Open::retention))
        .ok_or(Problem::NotAllowedHere)?;
    let of = u32::try_from(ids.len() + records.len()).unwrap_or(u32::MAX);
    let mut archive = Archive::new(world.environment, (from, to), language);
    let receipts = ids.into_iter().map(PaperId::Receipt);
    let papers = receipts.chain(records.into_iter().map(PaperId::Record));
    for (done, paper) in (0..).zip(papers) {
        if world.exports.is_cancelled(query) {
            return Ok(None);
        }
        engine.notify(Input::Receipts(ReceiptsInput::Exporting(query, done, of)));
        let names = &mut archive.names;
        let (entry, pdf) = match paper {
            PaperId::Receipt(id) => entry(engine, &id, retention, language, names)?,
            PaperId::Record(number) => record(engine, number, retention, language, names)?,
        };
        archive.add(entry, &pdf)?;
    }
    archive.deleted = deleted::between(engine, &archive.entries)?;
    let path = dialogs::write(chosen, "zip", &archive.finish()?)?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

fn entry(
    engine: &Engine,
    id: &CaseId,
    retention: Retention,
    language: Language,
    names: &mut BTreeSet<String>,
) -> Result<(Entry, Vec<u8>), Problem> {
    let stored = Stored::read(engine, id)?;
    let approved = stored.approved()?;
    let (name, pdf) = stored.make(engine, language)?;
    let (evidence, connection) = (&approved.evidence, &approved.connection);
    let on = day_in_denmark(evidence.approved_at);
    let hash = receipt::sha256(&pdf);
    let entry = Entry {
        number: Some(stored.number()),
        approved_on: Some(on),
        organisation: connection.organisation.name.clone(),
        cvr: connection.organisation.cvr.to_string(),
        approved_by: approved_by(&evidence.approver, language),
        control_code: evidence.control_code.to_string(),
        evidence_level: format!("{:?}", evidence.level),
        case: id.0.clone(),
        receiver_case_number: match &approved.delivery {
            Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. }
            | Delivery::Refused { .. } => None,
        },
        keep_until: retention.until(on),
        file: free_name(&name, names),
        sha256: base16ct::lower::encode_string(&hash),
        kind: Kind::Receipt,
        recorded_on: None,
    };
    Ok((entry, pdf))
}

/// A record has no approval, no control code and no level: what would stand there is left out.
fn record(
    engine: &Engine,
    number: u64,
    retention: Retention,
    language: Language,
    names: &mut BTreeSet<String>,
) -> Result<(Entry, Vec<u8>), Problem> {
    let data = records::data(engine, number)?;
    let (name, pdf) = records::numbered(engine, number, language)?;
    let on = day_in_denmark(data.record.made);
    let entry = Entry {
        number: Some(number),
        approved_on: None,
        organisation: data.case.organisation.name.clone(),
        cvr: data.case.organisation.cvr.clone(),
        approved_by: String::new(),
        control_code: String::new(),
        evidence_level: String::new(),
        case: data.case.case_id.clone(),
        receiver_case_number: None,
        keep_until: retention.until(on),
        file: free_name(&name, names),
        sha256: base16ct::lower::encode_string(&receipt::sha256(&pdf)),
        kind: Kind::Record,
        recorded_on: Some(on),
    };
    Ok((entry, pdf))
}

/// The name in MitID, or that none was told.
fn approved_by(approver: &LoginName, language: Language) -> String {
    match approver {
        LoginName::Given(name) => name.clone(),
        LoginName::Protected => Texts::new(language).get("login-name-protected"),
        LoginName::NotGiven => Texts::new(language).get("login-name-not-given"),
    }
}

/// Two receipts of an organisation on one day would have the same name.
fn free_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = name.trim_end_matches(".pdf");
    let names =
        std::iter::once(name.to_owned()).chain((2_u32..).map(|n| format!("{stem} ({n}).pdf")));
    // Two names that differ in capitals only are one file on Windows and macOS.
    names.into_iter().find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

/// The archive as it grows: the receipts in the order of the approvals, then what they are about.
/// PDFs are compressed already, so nothing is compressed again. No clock: every file is as old as
/// ZIP itself.
struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: BTreeSet<String>,
    entries: Vec<Entry>,
    deleted: Vec<Deleted>,
    environment: Environment,
    period: (Date, Date),
    language: Language,
}

impl Archive {
    fn new(environment: Environment, period: (Date, Date), language: Language) -> Self {
        let zip = ZipWriter::new(Cursor::new(Vec::new()));
        let (names, entries, deleted) = (BTreeSet::new(), Vec::new(), Vec::new());
        Self { zip, names, entries, deleted, environment, period, language }
    }

    fn add(&mut self, entry: Entry, pdf: &[u8]) -> Result<(), Problem> {
        self.put(&entry.file, pdf)?;
        self.entries.push(entry);
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<u8>, Problem> {
        let (from, to) = self.period;
        let index = Index {
            r#type: "tilslut/bookkeeping/v3",
            environment: self.environment.word(),
            from,
            to,
            receipts: &self.entries,
            deleted: &self.deleted,
        };
        let json = serde_json::to_vec_pretty(&index).map_err(|_| Problem::FileNotWritten)?;
        let csv = table(&self.entries, &self.deleted, self.language)
            .map_err(|_| Problem::FileNotWritten)?;
        self.put("index.csv", &csv)?;
        self.put("index.json", &json)?;
        Ok(self.zip.finish().map_err(|_| Problem::FileNotWritten)?.into_inner())
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let plain = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let put = self.zip.start_file(name, plain).and_then(|()| Ok(self.zip.write_all(bytes)?));
        put.map_err(|_| Problem::FileNotWritten)
    }
}

/// The table as RFC 4180 has it, with the mark by which Excel knows UTF-8. A spreadsheet with
/// Danish settings parts lists with semicolons and puts everything else into one column, because
/// the comma is in its numbers.
fn table(
    entries: &[Entry],
    deleted: &[Deleted],
    language: Language,
) -> Result<Vec<u8>, csv::Error> {
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
        "kind",
        "recorded-on",
    ];
    let head = columns.map(|column| texts.get(&format!("bookkeeping-{column}")));
    let rows = entries.iter().map(|it| {
        [
            it.number.map(|number| number.to_string()).unwrap_or_default(),
            it.approved_on.map(|day| day.to_string()).unwrap_or_default(),
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
            texts.get(match it.kind {
                Kind::Receipt => "bookkeeping-kind-receipt",
                Kind::Record => "bookkeeping-kind-record",
            }),
            it.recorded_on.map(|day| day.to_string()).unwrap_or_default(),
        ]
    });
    // What a person misses in the row of numbers says so itself.
    let gaps = deleted.iter().map(|it| {
        let mut row = [const { String::new() }; 14];
        let kind = match it.deleted_on {
            None => texts.get("bookkeeping-kind-in-bin"),
            Some(day) => texts.with("bookkeeping-kind-deleted", &[("day", &day.to_string())]),
        };
        for (column, cell) in columns.iter().zip(&mut row) {
            match *column {
                "number" => *cell = it.number.to_string(),
                "case" => cell.clone_from(&it.case),
                "kind" => cell.clone_from(&kind),
                _ => {}
            }
        }
        row
    });
    let mut table = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for row in std::iter::once(head).chain(rows).chain(gaps) {
        table.write_record(row.map(as_text))?;
    }
    table.into_inner().map_err(|why| why.into_error().into())
}

/// A spreadsheet takes what begins with one of these signs for a formula, also after blanks and
/// quotation marks, and a name may begin with anything: the apostrophe makes it text again.
fn as_text(cell: String) -> String {
    let begins =
        cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || is_invisible(c));
    let formula = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(organisation: &str) -> Entry {
        Entry {
            number: Some(7),
            approved_on: Some(date(2026, 11, 22)),
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
            kind: Kind::Receipt,
            recorded_on: None,
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

    /// What a program that reads the table finds, and that nothing but the marks stands between two
    /// cells.
    #[test]
    fn the_table_has_a_mark_a_head_and_a_line_for_each() {
        for (language, delimiter) in [(Language::Danish, b';'), (Language::English, b',')] {
            let names = [
                "Nordlys, Tømrer & \"Snedker\" ApS; Ærø",
                "X;=1+1;",
                "X,=1+1,",
                "=1",
                "two\r\nlines",
            ];
            let written = table(&names.map(entry), &[], language).expect("written");
            let unmarked = written.strip_prefix(b"\xEF\xBB\xBF").expect("the mark");
            let mut read = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(unmarked);
            let head = read.headers().expect("a head").clone();
            assert_eq!(head.len(), 14);
            let texts = Texts::new(language);
            let labels: Vec<String> = ["number", "organisation", "file-name"]
                .map(|key| texts.get(&format!("bookkeeping-{key}")))
                .into();
            assert!(labels.iter().all(|label| head.iter().any(|cell| cell == label)), "{head:?}");
            assert!(
                head.iter().all(|cell| !cell.contains(['$', '{']) && !cell.contains("bookkeeping")),
                "{head:?}"
            );
            let rows: Vec<csv::StringRecord> =
                read.records().collect::<Result<_, _>>().expect("rows");
            let organisations: Vec<&str> =
                rows.iter().map(|row| row.get(2).expect("a cell")).collect();
            assert_eq!(organisations, names.map(|name| if name == "=1" { "'=1" } else { name }));
            assert!(written.ends_with(b"\"\r\n"));
        }
        // As Excel with Danish settings reads it: the row of the case, cell by cell.
        let given = include_str!("../../tests/real_world/cases/17-index.csv");
        let written =
            table(&[entry("Nordlys, Tømrer & \"Snedker\" ApS; Ærø")], &[], Language::Danish)
                .expect("written");
        let row = |bytes: &[u8]| {
            let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("the mark").to_vec();
            let mut read = csv::ReaderBuilder::new()
                .delimiter(b';')
                .from_reader(std::io::Cursor::new(unmarked));
            read.records().next().expect("a row").expect("readable")
        };
        let (given, written) = (row(given.as_bytes()), row(&written));
        assert_eq!(given.iter().collect::<Vec<_>>(), written.iter().take(6).collect::<Vec<_>>());
    }

    #[test]
    fn a_number_that_was_deleted_has_a_line_that_says_so() {
        let deleted = |deleted_on| Deleted {
            number: 8,
            previous: Some("ab".into()),
            case: "00ff".into(),
            bundle_sha256: "cd".into(),
            deleted_on,
        };
        let gone = [deleted(Some(date(2026, 12, 29))), deleted(None)];
        let written = table(&[entry("A")], &gone, Language::Danish).expect("written");
        let unmarked = written.strip_prefix(b"\xEF\xBB\xBF").expect("the mark");
        let mut read = csv::ReaderBuilder::new().delimiter(b';').from_reader(unmarked);
        let rows: Vec<csv::StringRecord> = read.records().collect::<Result<_, _>>().expect("rows");
        let told: Vec<(&str, &str)> = rows
            .iter()
            .skip(1)
            .map(|row| (row.get(0).expect("a number"), row.get(12).expect("a kind")))
            .collect();
        assert_eq!(told, [("8", "Slettet i Tilslut 2026-12-29"), ("8", "I papirkurven i Tilslut")]);
    }

    #[test]
    fn names_are_free_even_where_capitals_do_not_count() {
        let mut taken = BTreeSet::new();
        let named = ["a kvittering.pdf", "A kvittering.pdf", "a kvittering.pdf"]
            .map(|name| free_name(name, &mut taken));
        assert_eq!(named, ["a kvittering.pdf", "A kvittering (2).pdf", "a kvittering (3).pdf"]);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let made = || {
            let mut archive = Archive::new(
                Environment::Practice,
                (date(2026, 1, 1), date(2026, 12, 31)),
                Language::Danish,
            );
            archive.add(entry("Ærø"), b"%PDF-").expect("added");
            archive.finish().expect("made")
        };
        assert_eq!(made(), made());
    }
}
