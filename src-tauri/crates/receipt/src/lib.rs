//! What is kept: a PDF that says who approved what and when, made of a verified approval. The first pages are for people,
//! the last for auditors. It is Tilslut's own record and says so on every page (DESIGN §1).
//!
//! # Flow
//! [`Receipt`] → `proven` (only what was verified may be said) → `front` and `proof` (the words) → `flow` (lines, tables,
//! pages) → `furniture` (ribbon, head, foot) → `page` (a display list) → `writer` (printpdf). The same receipt gives the
//! same bytes in every process: nothing is read from clock, machine or chance.

mod file_name;
mod flow;
mod front;
mod furniture;
mod legible;
mod lines;
mod page;
mod proof;
mod proven;
mod shapes;
mod typeface;
mod wording;
mod writer;

pub use file_name::file_name;

use domain::case::{Accepted, CaseId, Evidence};
use domain::connection::Connection;
use domain::{Environment, Language, Timestamp};
use evidence::Verdict;
use flow::{Density, Flow};
use front::Order;
use page::Page;
use proven::Proven;
use typeface::Typeface;
use wording::Wording;

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
    /// What the verification of that evidence said.
    pub verdict: &'a Verdict,
    /// The receiver's answer; nothing while delivery is not confirmed.
    pub accepted: Option<&'a Accepted>,
    /// When the receipt is made.
    pub made_at: Timestamp,
}

/// Why there is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The evidence does not verify, or it is about other answers than the connection: say so, and make no receipt.
    #[error("the evidence does not prove the approval of this connection")]
    Unproven,
    /// The file could not be made. Trying again does not help: the program itself is damaged.
    #[error("the receipt could not be made")]
    NotMade,
}

/// The receipt as a PDF.
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
    let pages = front.into_iter().chain(proof).collect();
    let pages = furniture::dress(pages, typeface, &wording, receipt);
    let description = writer::Description {
        title: file_name(receipt).trim_end_matches(".pdf").to_owned(),
        subject: wording.here("receipt-subject"),
        language: match receipt.language {
            Language::Danish => "da-DK",
            Language::English => "en",
        },
        made_at: receipt.made_at,
    };
    writer::write(&pages, typeface, &description)
}

/// The pages of the first arrangement that fits one page, or of the last.
fn first_that_fits<T>(
    typeface: &'static Typeface,
    arrangements: impl IntoIterator<Item = (Density, T)>,
    mut lay: impl FnMut(&mut Flow, T),
) -> Vec<Page> {
    let mut pages = Vec::new();
    for (density, arrangement) in arrangements {
        let mut flow = Flow::new(typeface, density);
        lay(&mut flow, arrangement);
        let fits = flow.fits_one_page();
        pages = flow.finish();
        if fits {
            break;
        }
    }
    pages
}
