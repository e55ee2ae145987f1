//! The sheet for the representative (ark til godkendelsen): what to do on the official site with a
//! connection that a reporter has sent there, to be ticked by hand, and what was prepared, to be
//! compared with what the site shows. It goes along with the mail that reminds them.

use crate::Error;
use crate::binding::first_that_fits;
use crate::document::Document;
use crate::facts::{fact, facts, joined};
use crate::file_name::title;
use crate::flow::{Density, Flow, Section};
use crate::page::{SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::steps::{steps, to_tick};
use crate::table::Cell;
use crate::typeface::Typeface;
use crate::wording::Wording;
use domain::connection::{Administrator, Connection};
use domain::rules::book;
use domain::{Environment, Language};
use jiff::civil::Date;

/// Everything that the sheet is made of.
#[derive(Debug, Clone, Copy)]
pub struct ApprovalSheet<'a> {
    /// Every page of a practice sheet says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// What was prepared: a representative sees the whole of it.
    pub connection: &'a Connection,
    /// The day on which it was sent to the representative, as was stated.
    pub sent: Date,
    /// The day it is made, in Denmark.
    pub on: Date,
}

/// The sheet as a PDF.
///
/// # Errors
/// [`Error::NotMade`].
pub fn approval_sheet(sheet: &ApprovalSheet<'_>) -> Result<Vec<u8>, Error> {
    let typeface = Typeface::load()?;
    let mut wording = Wording::new(sheet.language, sheet.environment, typeface)?;
    let pages =
        first_that_fits(typeface, [(Density::Airy, ()), (Density::Tight, ())], |flow, ()| {
            lay(flow, &mut wording, sheet)
        });
    let document = Document {
        title: title_of(sheet),
        subject: wording.here("documents-approval-subject"),
        running: wording.with(
            "documents-approval-running",
            &[("cvr", &sheet.connection.organisation.cvr.in_pairs())],
        ),
        foot: wording.here("documents-approval-footer"),
        made: sheet.on.strftime("D:%Y%m%d").to_string(),
    };
    document.bind(pages, typeface, &wording)
}

/// The name of the file, such as "PRØVE 2026-11-24 Nordlys ApS CVR 12345674 til godkendelse.pdf".
pub fn approval_sheet_file_name(sheet: &ApprovalSheet<'_>) -> String {
    format!("{}.pdf", title_of(sheet))
}

fn title_of(sheet: &ApprovalSheet<'_>) -> String {
    title(
        sheet.environment,
        sheet.language,
        sheet.on,
        &sheet.connection.organisation,
        "documents-approval-file-word",
    )
}

fn lay(flow: &mut Flow, wording: &mut Wording, sheet: &ApprovalSheet<'_>) {
    flow.paragraph(&wording.get("documents-approval-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, sheet), SAY);
    flow.gap(mm(2.0));
    flow.paragraph(&wording.here("documents-approval-say"), TEXT);
    let rows = to_do(wording, sheet);
    flow.section(&Section::new(&wording.get("documents-approval-do"), steps(&rows)));
    let rows = prepared(wording, sheet);
    let (heading, say) =
        (wording.get("documents-approval-prepared"), wording.get("documents-approval-compare"));
    flow.section(&Section { text: Some((&say, TEXT)), ..Section::new(&heading, facts(&rows)) });
    replaced::lay(flow, wording);
}

/// Who sent it; that it is stated, and by nobody but the reporter, is said.
fn sentence(wording: &mut Wording, sheet: &ApprovalSheet<'_>) -> String {
    let connection = sheet.connection;
    let organisation = wording.strong(&connection.organisation.name);
    let name = wording.strong(connection.representative.name.as_str());
    let reporter = reporter(wording, connection);
    let day = wording.day(sheet.sent);
    let args =
        [("name", &*name), ("organisation", &organisation), ("reporter", &reporter), ("day", &day)];
    wording.with_here("documents-approval-sentence", &args)
}

fn reporter(wording: &mut Wording, connection: &Connection) -> String {
    match &connection.reporter {
        Some(reporter) => wording.legible(reporter.name.as_str()),
        None => wording.get("record-the-reporter"),
    }
}

fn to_do(wording: &mut Wording, sheet: &ApprovalSheet<'_>) -> Vec<Vec<Cell>> {
    let reporter = reporter(wording, sheet.connection);
    let organisation = wording.legible(&sheet.connection.organisation.name);
    let terms = wording.day(sheet.connection.terms.published);
    let site = wording.here("documents-approval-site");
    let args = [
        ("reporter", &*reporter),
        ("organisation", &organisation),
        ("terms", &terms),
        ("site", &site),
    ];
    ["log-in", "find", "terms", "compare", "approve", "keep"]
        .map(|step| wording.with(&format!("documents-approval-{step}-step"), &args))
        .map(|text| to_tick(Cell::new(text, TEXT)))
        .to_vec()
}

fn prepared(wording: &mut Wording, sheet: &ApprovalSheet<'_>) -> Vec<Vec<Cell>> {
    let Connection { organisation, representative, administrators, enclosed, .. } =
        sheet.connection;
    let name = wording.legible(&organisation.name);
    let person = wording.legible(representative.name.as_str());
    let title = wording.danish(&representative.title);
    let email = wording.legible(representative.email.as_str());
    let mut rows = vec![
        fact(wording.get("receipt-organisation"), name),
        fact(wording.get("receipt-cvr"), organisation.cvr.in_pairs()),
        fact(wording.get("receipt-representative"), joined([person, title, email])),
    ];
    for (number, administrator) in (1..).zip(administrators) {
        let number: u32 = number;
        let label = wording.with("documents-approval-nth", &[("n", &number.to_string())]);
        rows.push(fact(label, appointed(wording, administrator)));
    }
    for file in enclosed {
        let kind = match book().documents.find(&file.kind) {
            Some(known) => known.name.read(wording.language()).to_owned(),
            None => wording.legible(&file.kind),
        };
        let named = format!("{kind} ({})", wording.legible(&file.name));
        rows.push(fact(wording.get("receipt-enclosed"), named));
    }
    rows
}

fn appointed(wording: &mut Wording, administrator: &Administrator) -> String {
    let name = wording.legible(administrator.name.as_str());
    let email = wording.legible(administrator.email.as_str());
    let day = wording.day(administrator.born.date());
    joined([name, email, wording.with("documents-approval-born", &[("day", &day)])])
}
