//! The hand-over sheet (overdragelsesblad): what a reporter tells the management representative, on
//! paper or by phone, so that the file is opened and the case approved without a question. It
//! cannot hold the words that open the file: nobody gives them to it.
//!
//! There is no control code on it either. The code follows from everything that is approved, and
//! that is not whole before the representative has opened the terms
//! (`domain::case::Received::whole`): a code from before would be another one.

use crate::Error;
use crate::binding::{AIRY_OR_TIGHT, Frame};
use crate::facts::{fact, facts, joined, kept_together};
use crate::file_name::title;
use crate::flow::{Flow, Section};
use crate::page::{QUIET, SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::steps::{numbered, steps};
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::connection::{Connection, Reporter};
use domain::{Environment, Language, Timestamp};
use jiff::civil::Date;

/// Two fields to write in.
const BY_HAND: [f32; 2] = [83.5, 83.5];
/// Room to write in.
const ROOM: f32 = mm(11.0);

/// Everything that a hand-over sheet tells.
#[derive(Debug, Clone, Copy)]
pub struct HandOverSheet<'a> {
    /// Every page of a practice sheet says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// What is handed over, and to whom.
    pub connection: &'a Connection,
    /// Who hands it over.
    pub reporter: &'a Reporter,
    /// Where the hand-over file was written, when it is; only its name is told.
    pub file: Option<&'a str>,
    /// When the hand-over file was written, when it is.
    pub written: Option<Timestamp>,
    /// The day the sheet is made, in Denmark.
    pub on: Date,
}

/// The hand-over sheet as a PDF: one page for a usual case.
///
/// # Errors
/// [`Error::NotMade`].
pub fn hand_over_sheet(sheet: &HandOverSheet<'_>) -> Result<Vec<u8>, Error> {
    let frame = Frame {
        environment: sheet.environment,
        language: sheet.language,
        on: sheet.on,
        title: title_of(sheet),
        subject: "documents-hand-over-subject",
        foot: "documents-hand-over-footer",
    };
    let running = |wording: &mut Wording| {
        wording.with(
            "documents-hand-over-running",
            &[("cvr", &sheet.connection.organisation.cvr.in_pairs())],
        )
    };
    frame.fill(AIRY_OR_TIGHT, running, |flow, wording, ()| lay(flow, wording, sheet))
}

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 overdragelsesblad.pdf".
pub fn hand_over_sheet_file_name(sheet: &HandOverSheet<'_>) -> String {
    format!("{}.pdf", title_of(sheet))
}

fn title_of(sheet: &HandOverSheet<'_>) -> String {
    title(
        sheet.environment,
        sheet.language,
        sheet.on,
        &sheet.connection.organisation,
        "documents-hand-over-file-word",
    )
}

fn lay(flow: &mut Flow, wording: &mut Wording, sheet: &HandOverSheet<'_>) {
    let reporter = wording.legible(sheet.reporter.name.as_str());
    flow.paragraph(&wording.get("documents-hand-over-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, sheet), SAY);
    flow.gap(mm(2.0));
    flow.paragraph(&wording.here("documents-hand-over-means"), TEXT);

    let rows = handed_over(wording, sheet);
    flow.section(&Section::new(&wording.get("documents-hand-over-what"), facts(&rows)));

    let words = wording.with("documents-hand-over-words-say", &[("reporter", &reporter)]);
    let rows = opening(wording, &reporter);
    let heading = wording.get("documents-hand-over-opening");
    flow.section(&Section { text: Some((&words, TEXT)), ..Section::new(&heading, steps(&rows)) });

    let rows = in_mitid(wording, sheet);
    flow.section(&Section::new(&wording.here("documents-hand-over-mitid"), facts(&rows)));

    let head = ["documents-hand-over-given", "documents-hand-over-told"]
        .map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let rows = [vec![Cell::blank(), Cell::blank()]];
    let table = Table {
        widths: &BY_HAND,
        head: Some(&head),
        rows: &rows,
        ruling: Ruling::Fields { height: ROOM },
    };
    let heading = wording.get("documents-hand-over-by-hand");
    flow.section(&Section { heading: (&heading, TEXT.coloured(QUIET)), text: None, table });

    replaced::lay(flow, wording);
}

fn sentence(wording: &mut Wording, sheet: &HandOverSheet<'_>) -> String {
    let reporter = wording.strong(sheet.reporter.name.as_str());
    let organisation = wording.strong(&sheet.connection.organisation.name);
    let representative = wording.strong(sheet.connection.representative.name.as_str());
    let cvr = kept_together(
        &wording.with("documents-cvr", &[("cvr", &sheet.connection.organisation.cvr.in_pairs())]),
    );
    let args = [
        ("reporter", &*reporter),
        ("organisation", &organisation),
        ("cvr", &cvr),
        ("representative", &representative),
    ];
    wording.with("documents-hand-over-sentence", &args)
}

/// What is in the file, without the administrators' addresses and dates of birth: paper is left
/// lying about.
fn handed_over(wording: &mut Wording, sheet: &HandOverSheet<'_>) -> Vec<Vec<Cell>> {
    let Connection { representative, administrators, enclosed, .. } = sheet.connection;
    let firm = sheet.reporter.organisation.as_deref().unwrap_or_default();
    let from = joined(
        [sheet.reporter.name.as_str(), firm, sheet.reporter.email.as_str()]
            .map(|text| wording.legible(text)),
    );
    let title = wording.danish(&representative.title);
    let [name, email] = [representative.name.as_str(), representative.email.as_str()]
        .map(|text| wording.legible(text));
    let to = joined([name, title, email]);
    let names: Vec<_> =
        administrators.iter().map(|person| wording.legible(person.name.as_str())).collect();
    let mut rows = vec![
        fact(wording.get("documents-hand-over-from"), from),
        fact(wording.get("documents-hand-over-to"), to),
        fact(wording.get("documents-hand-over-administrators"), joined(names)),
    ];
    if !enclosed.is_empty() {
        let names: Vec<_> =
            enclosed.iter().map(|enclosed| wording.legible(&enclosed.name)).collect();
        rows.push(fact(wording.get("receipt-enclosed"), joined(names)));
    }
    if sheet.file.is_some() || sheet.written.is_some() {
        let name = sheet
            .file
            .and_then(|path| path.rsplit(['/', '\\']).next())
            .map(|name| wording.legible(name))
            .unwrap_or_default();
        let written = sheet.written.map(|at| {
            wording.with("documents-hand-over-written", &[("time", &wording.moment(at))])
        });
        rows.push(fact(
            wording.get("documents-hand-over-file"),
            joined([name, written.unwrap_or_default()]),
        ));
    }
    rows
}

fn opening(wording: &Wording, reporter: &str) -> Vec<Vec<Cell>> {
    let step = |name: &str| {
        wording.with(&format!("documents-hand-over-{name}"), &[("reporter", reporter)])
    };
    let terms = wording.here("documents-hand-over-terms");
    numbered([step("save"), step("open"), step("review"), terms, step("approve")])
}

fn in_mitid(wording: &Wording, sheet: &HandOverSheet<'_>) -> Vec<Vec<Cell>> {
    let cvr = sheet.connection.organisation.cvr.to_string();
    let count = wording.count("documents-administrators", sheet.connection.administrators.len());
    vec![
        fact(
            wording.get("documents-hand-over-log-in"),
            wording.here("documents-hand-over-log-in-with"),
        ),
        fact(
            wording.get("documents-hand-over-text"),
            wording.with("documents-hand-over-text-names", &[("cvr", &cvr), ("count", &count)]),
        ),
        fact(wording.get("receipt-code"), wording.get("documents-hand-over-code")),
        fact(
            wording.get("documents-hand-over-differs"),
            wording.get("documents-hand-over-differs-do"),
        ),
    ]
}
