//! The receipt for an approval, made of a verified one. The first pages are for people, the last
//! for auditors.

mod front;
mod proof;
mod proven;

use crate::Error;
use crate::archive::{Enclosed, Inside, Property, RECEIPT, Relation};
use crate::binding::first_that_fits;
use crate::chain::LinkHash as _;
use crate::content::Receipt;
use crate::document::Document;
use crate::file_name::title;
use crate::flow::{Density, Flow};
use crate::qr;
use crate::read::{CASE_NAME, EVIDENCE_NAME, STATEMENT_NAME};
use crate::short_proof::ShortProof;
use crate::statement::Statement;
use crate::typeface::Typeface;
use crate::wording::{Wording, danish_time};
use front::Order;
use proven::Proven;

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
                name: EVIDENCE_NAME.to_owned(),
                description: wording.here("receipt-inside-evidence"),
                media: "application/json",
                bytes: receipt.bundle,
                relation: Relation::Source,
            },
            Enclosed {
                name: CASE_NAME.to_owned(),
                description: wording.here("receipt-inside-case"),
                media: "application/json",
                bytes: receipt.case_json,
                relation: Relation::Data,
            },
            Enclosed {
                name: STATEMENT_NAME.to_owned(),
                description: wording.here("receipt-inside-statement"),
                media: "application/json",
                bytes: statement,
                relation: Relation::Data,
            },
        ],
        schema: RECEIPT,
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
