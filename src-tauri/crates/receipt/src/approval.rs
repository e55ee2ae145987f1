//! The receipt for an approval, made of a verified one. The first pages are for people, the last for auditors.

mod front;
mod proof;
mod proven;

use crate::Trouble;
use crate::document::{Document, first_that_fits};
use crate::file_name::title;
use crate::flow::Density;
use crate::typeface::Typeface;
use crate::wording::{Wording, danish_time};
use domain::approver::{Approver, SetAside};
use domain::case::{Accepted, CaseId, Evidence};
use domain::connection::Connection;
use domain::{Environment, Language, Timestamp};
use evidence::Verdict;
use front::Order;
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
    /// Who logged in, against the case, and how a difference was explained; nothing when only the evidence is at hand: then the names are
    /// compared anew.
    pub approver: Option<&'a Approver>,
    /// Approvals of the case that were not used.
    pub set_aside: &'a [SetAside],
    /// What the verification of that evidence said.
    pub verdict: &'a Verdict,
    /// The receiver's answer; nothing while delivery is not confirmed.
    pub accepted: Option<&'a Accepted>,
    /// When the receipt is made.
    pub made_at: Timestamp,
}

/// The receipt as a PDF.
///
/// # Errors
/// [`Trouble::Unproven`] when the evidence does not prove the approval of this connection, else [`Trouble::NotMade`].
pub fn pdf(receipt: &Receipt<'_>) -> Result<Vec<u8>, Trouble> {
    let typeface = Typeface::load()?;
    let proven = Proven::of(receipt)?;
    let mut wording = Wording::new(receipt.language, receipt.environment, typeface)?;

    // When there are so many administrators that they need more pages, what happens next still belongs on the first one.
    let arrangements =
        [(Density::Airy, Order::AdministratorsFirst), (Density::Tight, Order::AdministratorsFirst), (Density::Tight, Order::NextFirst)];
    let front = first_that_fits(typeface, arrangements, |flow, order| front::lay(flow, &mut wording, receipt, &proven, order));
    let proof = first_that_fits(typeface, [(Density::Airy, ()), (Density::Tight, ())], |flow, ()| {
        proof::lay(flow, &mut wording, receipt, &proven);
    });
    let cvr = receipt.connection.organisation.cvr.in_pairs();
    let code = receipt.evidence.control_code.to_string();
    let document = Document {
        title: title_of(receipt),
        subject: wording.here("receipt-subject"),
        running: wording.with("receipt-running", &[("cvr", &cvr), ("code", &code)]),
        foot: wording.here("receipt-footer"),
        made: receipt.made_at.strftime("D:%Y%m%d%H%M%SZ").to_string(),
    };
    document.bind(front.into_iter().chain(proof).collect(), typeface, &wording)
}

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 kvittering.pdf". The date is the day of the
/// approval in Denmark, so a receipt made again has the same name.
pub fn file_name(receipt: &Receipt<'_>) -> String {
    format!("{}.pdf", title_of(receipt))
}

fn title_of(receipt: &Receipt<'_>) -> String {
    let at = receipt.verdict.approved_at.unwrap_or(receipt.evidence.approved_at);
    let zone = danish_time().unwrap_or(jiff::tz::TimeZone::UTC);
    let on = at.to_zoned(zone).date();
    title(receipt.environment, receipt.language, on, &receipt.connection.organisation, "receipt-file-word")
}
