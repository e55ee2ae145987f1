//! The record of a case that was concluded on the official site: what was entered and stated, by whom
//! and when, how it went there, and the official mails byte for byte. It is signed by nobody and
//! proves only what was stated; its level is a kind of its own. Where somebody approved in Tilslut
//! first, the receipt proves that, and the record names it.
//!
//! # Flow
//! [`Facts::of`] takes out of a case what is known; [`RecordData`] adds its place among the records
//! and receipts of the machine; [`pdf`] makes the pages of that and of the mails alone (`front` for
//! people, `proof` for auditors). `read` takes a record apart again, and [`verification`] says what
//! it shows and whether its mails and pages are as they were.
//!
//! [`verification`]: crate::verification

mod data;
mod front;
mod mail_stated;
mod mails;
mod of_case;
mod proof;
pub(crate) mod said;
mod since;
mod words;

pub use data::{
    AdministratorStated, ApprovedBefore, DocumentStated, Facts, GuidedBy, Opened,
    OrganisationStated, OutcomeStated, Place, Prepared, RecordData, ReporterStated,
    RepresentativeStated, Screens, TermsStated,
};
pub use mail_stated::{KeyStated, MailStated, SignatureStated};
pub(crate) use mails::check;
pub use since::{EventStated, EventWord};
pub use words::{
    BelongingWord, FormatWord, Hash, LevelWord, ListingWord, OutcomeWord, RoleWord, SourceWord,
    World,
};

use crate::Error;
use crate::archive::{Enclosed, Inside, Property, RECORD, Relation};
use crate::binding::first_that_fits;
use crate::chain::{LinkHash as _, sha256};
use crate::document::Document;
use crate::file_name::{named, titled};
use crate::flow::Density;
use crate::typeface::Typeface;
use crate::wording::{Wording, danish_time};
use domain::{Environment, Language};
use jiff::civil::Date;

/// The name of the data inside a record.
pub const RECORD_NAME: &str = "tilslut-record.json";

/// The edition of the pages, as that of a receipt's: raised whenever the same data gives other
/// pages. A test keeps it true.
pub(crate) const EDITION: u32 = 1;

/// All mails of a record together, in bytes. A receipt mail has some kilobytes.
pub const MAILS_LIMIT: usize = 32 << 20;

/// A record, as it is made.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// What it says.
    pub data: &'a RecordData,
    /// The mails, byte for byte, in the order of the data.
    pub mails: &'a [Vec<u8>],
    /// The language of the pages.
    pub language: Language,
}

impl Record<'_> {
    fn environment(&self) -> Environment {
        self.data.case.environment.into()
    }

    /// The day that the outcome that stands was stated for, else the day on which it was: a record
    /// that is made again has the same name.
    fn day(&self) -> Date {
        let outcome = self.data.case.outcome();
        outcome.map_or(Date::MIN, |outcome| outcome.on.unwrap_or_else(|| day(outcome.at)))
    }

    /// The number keeps two records of one case apart.
    fn title(&self) -> String {
        let organisation = &self.data.case.organisation;
        let about = named(&organisation.name, &organisation.cvr);
        let title =
            titled(self.environment(), self.language, self.day(), &about, "record-file-word");
        format!("{title} {}", self.data.record.number)
    }
}

/// The day in Denmark.
fn day(at: domain::Timestamp) -> Date {
    let zone = danish_time().unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned(zone).date()
}

/// The record as a PDF.
///
/// # Errors
/// [`Error::Unproven`] when the mails are not those that the data names, [`Error::TooLarge`] when
/// they are more than a record holds, else [`Error::NotMade`].
pub fn pdf(record: &Record<'_>) -> Result<Vec<u8>, Error> {
    let (data, mails) = (record.data, record.mails);
    let same = |(stated, mail): (&MailStated, &Vec<u8>)| stated.sha256.0 == sha256(mail);
    if data.case.mails.len() != mails.len() || !data.case.mails.iter().zip(mails).all(same) {
        return Err(Error::Unproven);
    }
    if mails.iter().map(Vec::len).sum::<usize>() > MAILS_LIMIT {
        return Err(Error::TooLarge);
    }
    let typeface = Typeface::load()?;
    let mut wording = Wording::new(record.language, record.environment(), typeface)?;
    let densities = || [Density::Airy, Density::Tight, Density::Close].map(|density| (density, ()));
    let front =
        first_that_fits(typeface, densities(), |flow, ()| front::lay(flow, &mut wording, data));
    let json = data.to_json();
    let proof = first_that_fits(typeface, densities(), |flow, ()| {
        proof::lay(flow, &mut wording, data, &json)
    });
    let number = data.record.number.to_string();
    let cvr = data.case.cvr().map(|cvr| cvr.in_pairs()).unwrap_or_default();
    let document = Document {
        title: record.title(),
        subject: wording.here("record-subject"),
        running: wording.with("record-running", &[("number", &number), ("cvr", &cvr)]),
        foot: wording.here("record-footer"),
        made: data.record.made.strftime("D:%Y%m%d%H%M%SZ").to_string(),
    };
    let inside = inside(record, &json, &wording);
    document.bind_with(front.then(proof), typeface, &wording, &inside)
}

/// What machines find in the file.
fn inside<'a>(record: &Record<'a>, json: &'a [u8], wording: &Wording) -> Inside<'a> {
    let mut files = vec![Enclosed {
        name: RECORD_NAME.to_owned(),
        description: wording.here("record-inside-data"),
        media: "application/json",
        bytes: json,
        relation: Relation::Source,
    }];
    for (stated, mail) in record.data.case.mails.iter().zip(record.mails) {
        files.push(Enclosed {
            name: stated.file.clone(),
            description: wording.here("record-inside-mail"),
            media: match stated.format {
                FormatWord::Eml => "message/rfc822",
                FormatWord::Msg => "application/vnd.ms-outlook",
                FormatWord::Pdf => "application/pdf",
            },
            bytes: mail,
            relation: Relation::Supplement,
        });
    }
    let link = record.data.link();
    let hex = |hash: &[u8; 32]| base16ct::lower::encode_string(hash);
    let property = |name, value, meaning| Property { name, value, meaning };
    let environment = record.environment().word().to_owned();
    Inside {
        files,
        schema: RECORD,
        properties: vec![
            property("environment", environment, "practice or live"),
            property("case", link.case.0.clone(), "The id of the case that was recorded"),
            property(
                "number",
                link.number.to_string(),
                "The number of the record on the machine that made it",
            ),
            property(
                "previous",
                link.previous.as_ref().map_or_else(|| "none".to_owned(), hex),
                "The link of the receipt or record before it",
            ),
            property("bundle", hex(&link.bundle_sha256), "SHA-256 of the record's data inside"),
            property("link", hex(&link.hash()), "SHA-256 over number, previous, bundle and case"),
            property("edition", EDITION.to_string(), "The edition of the pages"),
        ],
    }
}

/// The name of the file, such as "2026-11-24 Nordlys ApS CVR 12345674 optegnelse nr. 12.pdf".
pub fn file_name(record: &Record<'_>) -> String {
    format!("{}.pdf", record.title())
}
