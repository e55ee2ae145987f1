//! The administrators that an approval appoints (oversigt over udpegede administratorer): an
//! overview for the management representative, and a page for each of them that can be given to
//! that person alone.

mod overview;
mod own_page;

use crate::Error;
use crate::binding::first_that_fits;
use crate::content::Made;
use crate::document::Document;
use crate::facts::{fact, kept_together, label};
use crate::file_name::title;
use crate::flow::Density;
use crate::page::TEXT;
use crate::structure::Sheets;
use crate::table::Cell;
use crate::typeface::Typeface;
use crate::wording::{Wording, danish_time};
use domain::case::{Accepted, CaseId, Evidence, Level, MailKind};
use domain::connection::{Administrator, Connection};
use domain::rules::book;
use domain::{Environment, Language, Timestamp};
use evidence::ApprovalRequest;

/// Everything that the documents about the appointed administrators tell.
#[derive(Debug, Clone, Copy)]
pub struct Administrators<'a> {
    /// Every page of a practice case says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The case.
    pub case: &'a CaseId,
    /// What was approved.
    pub connection: &'a Connection,
    /// The evidence of the approval.
    pub evidence: &'a Evidence,
    /// The receiver's answer; nothing while delivery is not confirmed.
    pub accepted: Option<&'a Accepted>,
    /// When the document is made.
    pub made: Made,
}

/// The overview, and after it a page for each administrator, which holds nothing of the others.
///
/// # Errors
/// [`Error::Unproven`] when the evidence is about another connection, else [`Error::NotMade`].
pub fn administrators(administrators: &Administrators<'_>) -> Result<Vec<u8>, Error> {
    let typeface = Typeface::load()?;
    let mut wording = wording(administrators, typeface)?;
    let mut sheets = first_that_fits(typeface, AIR, |flow, ()| {
        overview::lay(flow, &mut wording, administrators)
    });
    for person in &administrators.connection.administrators {
        sheets = sheets.then(own_pages(administrators, person, typeface)?);
    }
    let about = about(
        administrators,
        &wording,
        title_of(administrators),
        "documents-administrators-footer",
    );
    about.bind(sheets, typeface, &wording)
}

/// The page of one administrator, by the place in the connection, from 0: nothing in the file is
/// about the others. None when there is no such administrator.
///
/// # Errors
/// As [`administrators`].
pub fn administrator_sheet(
    administrators: &Administrators<'_>,
    index: usize,
) -> Result<Option<Vec<u8>>, Error> {
    let Some(person) = administrators.connection.administrators.get(index) else { return Ok(None) };
    let typeface = Typeface::load()?;
    let wording = wording(administrators, typeface)?;
    let pages = own_pages(administrators, person, typeface)?;
    let about = about(
        administrators,
        &wording,
        sheet_title(administrators, index),
        "documents-sheet-footer",
    );
    about.bind(pages, typeface, &wording).map(Some)
}

/// The name of the file of [`administrators()`], such as "PRØVE 2026-11-24 Nordlys ApS CVR 12345674
/// administratorer.pdf". The date is the day of the approval in Denmark, so a document made again
/// has the same name.
pub fn administrators_file_name(administrators: &Administrators<'_>) -> String {
    format!("{}.pdf", title_of(administrators))
}

/// The name of the file of [`administrator_sheet`], which ends in the administrator's number, from
/// 1: two of them may have one name.
pub fn administrator_sheet_file_name(administrators: &Administrators<'_>, index: usize) -> String {
    format!("{}.pdf", sheet_title(administrators, index))
}

/// As airy as fits one page.
const AIR: [(Density, ()); 2] = [(Density::Airy, ()), (Density::Tight, ())];

fn wording(
    administrators: &Administrators<'_>,
    typeface: &'static Typeface,
) -> Result<Wording, Error> {
    let Administrators { environment, language, case, connection, evidence, .. } = *administrators;
    // An appointment is told as a fact with the code of its approval, so the code must be of just
    // these answers.
    let mut requests = ApprovalRequest::in_every_version(connection, environment, case).into_iter();
    if !requests.any(|request| request.control_code() == evidence.control_code) {
        return Err(Error::Unproven);
    }
    Wording::new(language, environment, typeface)
}

/// A wording of its own, so that the page says which characters of this person's were replaced and
/// of nobody else's.
fn own_pages(
    administrators: &Administrators<'_>,
    person: &Administrator,
    typeface: &'static Typeface,
) -> Result<Sheets, Error> {
    let mut wording = Wording::new(administrators.language, administrators.environment, typeface)?;
    Ok(first_that_fits(typeface, AIR, |flow, ()| {
        own_page::lay(flow, &mut wording, administrators, person)
    }))
}

fn about(
    administrators: &Administrators<'_>,
    wording: &Wording,
    title: String,
    foot: &str,
) -> Document {
    let cvr = administrators.connection.organisation.cvr.in_pairs();
    let code = administrators.evidence.control_code.to_string();
    Document {
        title,
        subject: wording.here("documents-administrators-subject"),
        running: wording.with("receipt-running", &[("cvr", &cvr), ("code", &code)]),
        foot: wording.here(foot),
        made: administrators.made.in_pdf(),
    }
}

fn title_of(administrators: &Administrators<'_>) -> String {
    dated(administrators, "documents-administrators-file-word")
}

fn sheet_title(administrators: &Administrators<'_>, index: usize) -> String {
    format!("{} {}", dated(administrators, "documents-sheet-file-word"), index.saturating_add(1))
}

fn dated(administrators: &Administrators<'_>, word: &str) -> String {
    let zone = danish_time().unwrap_or(jiff::tz::TimeZone::UTC);
    let on = administrators.evidence.approved_at.to_zoned(zone).date();
    title(
        administrators.environment,
        administrators.language,
        on,
        &administrators.connection.organisation,
        word,
    )
}

/// Who approved, as the broker said; whether or not it told a name.
fn approver(wording: &mut Wording, administrators: &Administrators<'_>) -> String {
    match administrators.evidence.approver.given() {
        Some(name) => wording.strong(name),
        None => wording.get("receipt-nameless"),
    }
}

/// The approval, told so that it can be found again: the same on overview and page.
fn approval(wording: &mut Wording, administrators: &Administrators<'_>) -> [Vec<Cell>; 2] {
    let Administrators { evidence, accepted, .. } = *administrators;
    let label = label(wording.get("receipt-code"));
    let code = Cell::new(kept_together(&evidence.control_code.to_string()), TEXT.strong());
    let number = match accepted {
        Some(accepted) => {
            let number = wording.legible(&accepted.case_number);
            wording.with_here("documents-case-number-of", &[("number", &number)])
        }
        None => wording.get("documents-case-number-none"),
    };
    [vec![label, code], fact(wording.get("documents-case-number"), number)]
}

/// What a weak evidence does not prove, to be said before anything is built on it.
fn unproven(wording: &Wording, level: Level) -> Option<String> {
    match level {
        Level::A | Level::B => None,
        Level::C => Some(wording.get("receipt-level-c-means")),
        Level::D => Some(wording.get("receipt-level-d-means")),
    }
}

/// The last day of the set-up, counted from the approval.
fn deadline(wording: &Wording, administrators: &Administrators<'_>) -> String {
    let approved = wording.date(administrators.evidence.approved_at);
    wording.day(book().deadlines.lengths.set_up_link.length.after(approved))
}

/// When the receiver says that a link was sent to this person.
fn link_sent(administrators: &Administrators<'_>, person: &Administrator) -> Option<Timestamp> {
    let mails =
        administrators.accepted.map(|accepted| accepted.mails.as_slice()).unwrap_or_default();
    mails
        .iter()
        .find(|mail| mail.kind == MailKind::SetUpLink && mail.to == person.email.as_str())
        .map(|mail| mail.at)
}

/// The roles of a person, of the approval.
fn role(wording: &Wording, person: &Administrator) -> String {
    wording.get(if person.is_representative { "documents-role-both" } else { "documents-role" })
}
