//! The receipt for an approval, made of a verified one. The first pages are for people, the last
//! for auditors.

mod front;
mod proof;
mod proven;

use crate::Error;
use crate::archive::{Enclosed, Inside, Property, Relation};
use crate::chain::{Link, LinkHash as _, NO_NUMBER, sha256};
use crate::document::{Document, first_that_fits};
use crate::file_name::title;
use crate::flow::{Density, Flow};
use crate::qr;
use crate::read::{CASE_NAME, EVIDENCE_NAME, STATEMENT_NAME};
use crate::short_proof::ShortProof;
use crate::statement::Statement;
use crate::typeface::Typeface;
use crate::wording::{Wording, danish_time};
use domain::approver::{Approver, DiscardedApproval};
use domain::case::{Accepted, CaseId, Evidence};
use domain::connection::Connection;
use domain::{Environment, Language, Timestamp};
use evidence::Verdict;
use front::Order;
use jiff::civil::Date;
use proven::Proven;

/// Everything that a receipt tells.
#[derive(Debug, Clone, Copy)]
pub struct Receipt<'a> {
    /// Every page of a practice receipt says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The case.
    pub case: &'a CaseId,
    /// What was approved.
    pub connection: &'a Connection,
    /// The evidence that is kept beside the receipt.
    pub evidence: &'a Evidence,
    /// Who logged in, against the case, and how a difference was explained; nothing when only the
    /// evidence is at hand: then the names are compared anew.
    pub approver: Option<&'a Approver>,
    /// Approvals of the case that were not used.
    pub set_aside: &'a [DiscardedApproval],
    /// What the verification of that evidence said.
    pub verdict: &'a Verdict,
    /// What is known of the delivery.
    pub delivery: Delivered<'a>,
    /// When the receipt is made.
    pub made: Made,
    /// The evidence bundle, which goes into the receipt byte for byte: the one of `evidence`, with
    /// the hash in `link`.
    pub bundle: &'a [u8],
    /// The case as documented JSON, which goes into the receipt byte for byte.
    pub case_json: &'a [u8],
    /// The receipt's place in the chain of this machine; none of one that is made of the evidence
    /// alone, which has no number.
    pub link: Option<&'a Link>,
}

/// What is known of the delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered<'a> {
    /// The receiver's answer.
    Accepted(&'a Accepted),
    /// The receiver has not confirmed it.
    NotConfirmed,
    /// Nothing, because only the evidence is at hand. So nothing is said of it.
    Unknown,
}

impl<'a> Delivered<'a> {
    pub(crate) fn accepted(self) -> Option<&'a Accepted> {
        match self {
            Self::Accepted(accepted) => Some(accepted),
            Self::NotConfirmed | Self::Unknown => None,
        }
    }
}

/// When a receipt is made, as exactly as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// At this moment.
    At(Timestamp),
    /// On this day, because only a day was given.
    On(Date),
}

impl Made {
    /// A date of ISO 32000-1, §7.9.4.
    pub(crate) fn in_pdf(self) -> String {
        match self {
            Self::At(at) => at.strftime("D:%Y%m%d%H%M%SZ").to_string(),
            Self::On(day) => day.strftime("D:%Y%m%d").to_string(),
        }
    }

    fn in_words(self, wording: &Wording) -> String {
        match self {
            Self::At(at) => wording.second(at),
            Self::On(day) => wording.day(day),
        }
    }
}

impl Receipt<'_> {
    /// Its place in the chain, as the file says it: number 0 stands for none, because a chain
    /// begins at 1.
    pub(crate) fn place(&self) -> Link {
        self.link.cloned().unwrap_or_else(|| Link {
            number: NO_NUMBER,
            previous: None,
            case: self.case.clone(),
            bundle_sha256: sha256(self.bundle),
        })
    }
}

/// The receipt as a PDF.
///
/// # Errors
/// [`Error::Unproven`] when the evidence does not prove the approval of this connection, else
/// [`Error::NotMade`].
pub fn pdf(receipt: &Receipt<'_>) -> Result<Vec<u8>, Error> {
    let typeface = Typeface::load()?;
    let proven = Proven::of(receipt)?;
    let mut wording = Wording::new(receipt.language, receipt.environment, typeface)?;

    // When there are so many administrators that they need more pages, what happens next still
    // belongs on the first one.
    let arrangements = [
        (Density::Airy, Order::AdministratorsFirst),
        (Density::Tight, Order::AdministratorsFirst),
        (Density::Tight, Order::NextFirst),
    ];
    let mut lay = |flow: &mut Flow, order| front::lay(flow, &mut wording, receipt, &proven, order);
    let mut front = first_that_fits(typeface, arrangements, &mut lay);
    if front.pages.len() > 2 {
        // A long list is looked up rather than read.
        let close = first_that_fits(typeface, [(Density::Close, Order::NextFirst)], &mut lay);
        if close.pages.len() < front.pages.len() {
            front = close;
        }
    }
    let place = receipt.place();
    let short = ShortProof::of(receipt.environment, &receipt.evidence.control_code, &place)
        .ok_or(Error::Unproven)?
        .to_string();
    let picture = qr::code(&short)?;
    let proof = first_that_fits(
        typeface,
        [Density::Airy, Density::Tight, Density::Close].map(|density| (density, ())),
        |flow, ()| {
            proof::lay(flow, &mut wording, receipt, &proven, (&short, &picture));
        },
    );
    let cvr = receipt.connection.organisation.cvr.in_pairs();
    let code = receipt.evidence.control_code.to_string();
    let document = Document {
        title: title_of(receipt),
        subject: wording.here("receipt-subject"),
        running: wording.with("receipt-running", &[("cvr", &cvr), ("code", &code)]),
        foot: wording.here("receipt-footer"),
        made: receipt.made.in_pdf(),
    };
    let statement = Statement::of(receipt).to_json();
    let inside = inside(receipt, &statement, &wording);
    document.bind_with(front.then(proof), typeface, &wording, &inside)
}

/// What machines find in the file.
fn inside<'a>(receipt: &Receipt<'a>, statement: &'a [u8], wording: &Wording) -> Inside<'a> {
    let place = receipt.place();
    let property = |name, value, meaning| Property { name, value, meaning };
    Inside {
        files: vec![
            Enclosed {
                name: EVIDENCE_NAME,
                description: wording.here("receipt-inside-evidence"),
                bytes: receipt.bundle,
                relation: Relation::Source,
            },
            Enclosed {
                name: CASE_NAME,
                description: wording.here("receipt-inside-case"),
                bytes: receipt.case_json,
                relation: Relation::Data,
            },
            Enclosed {
                name: STATEMENT_NAME,
                description: wording.here("receipt-inside-statement"),
                bytes: statement,
                relation: Relation::Data,
            },
        ],
        properties: vec![
            property("environment", receipt.environment.word().to_owned(), "practice or live"),
            property("case", place.case.0.clone(), "The id of the case that was approved"),
            property(
                "number",
                place.number.to_string(),
                "The number of the receipt on the machine that made it; 0 when it has none",
            ),
            property(
                "previous",
                place.previous.map_or_else(
                    || "none".to_owned(),
                    |hash| base16ct::lower::encode_string(&hash),
                ),
                "The link of the receipt before it",
            ),
            property(
                "bundle",
                base16ct::lower::encode_string(&place.bundle_sha256),
                "SHA-256 of the evidence bundle inside",
            ),
            property(
                "link",
                base16ct::lower::encode_string(&place.hash()),
                "SHA-256 over number, previous, bundle and case",
            ),
        ],
    }
}

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 kvittering.pdf". The
/// date is the day of the approval in Denmark, so a receipt made again has the same name.
pub fn file_name(receipt: &Receipt<'_>) -> String {
    format!("{}.pdf", title_of(receipt))
}

fn title_of(receipt: &Receipt<'_>) -> String {
    let at = receipt.verdict.approved_at.unwrap_or(receipt.evidence.approved_at);
    let zone = danish_time().unwrap_or(jiff::tz::TimeZone::UTC);
    let on = at.to_zoned(zone).date();
    title(
        receipt.environment,
        receipt.language,
        on,
        &receipt.connection.organisation,
        "receipt-file-word",
    )
}
