//! Everything that is known to have happened to a case, in one list: what changed, and what the case
//! itself says of its way.

use super::{Entry, Log};
use crate::Timestamp;
use crate::approver::DiscardedApproval;
use crate::delivery::Delivery;
use crate::draft::Role;
use crate::outcome::Stated;
use crate::stage::{Basis, Case, Stage};
use std::cmp::Reverse;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// When.
    pub at: Timestamp,
    /// In which role, where it was a person's doing and is known.
    pub by: Option<Role>,
    /// What.
    pub what: Happened<'a>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened<'a> {
    /// The case was begun here.
    Begun {
        /// It came in a hand-over file.
        received: bool,
        /// It began with the answers of another case.
        copied: bool,
    },
    /// Something changed.
    Changed(&'a Entry),
    /// It was handed over.
    HandedOver,
    /// It was taken to the official site.
    GuideBegun,
    /// An approval was made and set aside.
    SetAside(&'a DiscardedApproval),
    /// It was approved.
    Approved,
    /// The receiver has taken it, under this case number.
    Delivered(&'a str),
    /// It was stated how it went on the official site.
    Stated(&'a Stated),
}

/// Everything that is known to have happened to a case, the newest first; what happened in one moment
/// in its order. What the broker and the receiver say of time is by their clocks: nothing was changed
/// after an approval, whatever they show.
pub fn told<'a>(case: &'a Case, log: &'a Log) -> Vec<Told<'a>> {
    let at = |at, by, what| Told { at, by, what };
    let representative = Some(Role::Representative);
    let mut all = vec![at(case.created, None, begun(case))];
    all.extend(log.entries.iter().map(|entry| at(entry.at, entry.by, Happened::Changed(entry))));
    let aside = case.discarded_approvals.iter();
    all.extend(aside.map(|it| at(it.at, representative, Happened::SetAside(it))));
    let stated = case.history.stated.iter();
    all.extend(stated.map(|it| at(it.at, Some(it.by), Happened::Stated(it))));
    match &case.stage {
        Stage::HandedOver(handed) => {
            all.push(at(handed.at, Some(Role::Reporter), Happened::HandedOver));
        }
        Stage::Guided(guided) => {
            all.push(at(guided.visit.since, Some(guided.role), Happened::GuideBegun));
        }
        Stage::Approved(approved) => {
            let visit = approved.visit.as_ref();
            all.extend(visit.map(|it| at(it.since, representative, Happened::GuideBegun)));
        }
        // What is not used yet may still be set aside.
        Stage::Drafting(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) => {}
    }
    let mut all: Vec<(Timestamp, Told<'a>)> = all.into_iter().map(|it| (it.at, it)).collect();
    if let Stage::Approved(approved) = &case.stage {
        let changed = log.entries.last().map_or(case.created, |entry| entry.at);
        let approved_at = approved.evidence.approved_at;
        let since = approved_at.max(changed);
        all.push((since, at(approved_at, representative, Happened::Approved)));
        if let Delivery::Accepted(it) = &approved.delivery {
            all.push((since.max(it.at), at(it.at, None, Happened::Delivered(&it.case_number))));
        }
    }
    // The last of one moment first, as everything else.
    all.reverse();
    all.sort_by_key(|(since, _)| Reverse(*since));
    all.into_iter().map(|(_, told)| told).collect()
}

fn begun(case: &Case) -> Happened<'_> {
    let received = match &case.stage {
        Stage::Reviewing(_) => true,
        Stage::Approving(approving) => is_received(&approving.basis),
        Stage::Confirming(confirming) => is_received(&confirming.basis),
        Stage::Guided(guided) => is_received(&guided.basis),
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Approved(_) => false,
    };
    Happened::Begun { received, copied: case.history.copy_of.is_some() }
}

fn is_received(basis: &Basis) -> bool {
    matches!(basis, Basis::HandedOver(_))
}
