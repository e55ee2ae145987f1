//! Everything that a receipt tells, as the caller has it: for the pages, for the statement inside the
//! file, and for making both again.

use crate::chain::{Link, NO_NUMBER, sha256};
use crate::wording::Wording;
use domain::approver::{Approver, DiscardedApproval};
use domain::case::{Accepted, CaseId, Evidence};
use domain::connection::Connection;
use domain::{Environment, Language, Timestamp};
use evidence::Verdict;
use jiff::civil::Date;

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
    pub discarded_approvals: &'a [DiscardedApproval],
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

    pub(crate) fn in_words(self, wording: &Wording) -> String {
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
