//! What comes along when a case is used again, and what of it has to be looked at first.
//!
//! A copy begins with every answer of the case that is over. Nothing in it says by itself which of
//! the answers was the reason, so each part is marked until somebody has been through it.

use crate::documents::Attached;
use crate::draft::Draft;
use crate::outcome::{Reason, Stated};
use crate::parts::Part;
use crate::rules::{About, Replaced, book};
use crate::stage::{Case, Stage};
use jiff::civil::Date;

/// How a part that came along stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CarriedMark {
    /// It is as it was.
    Unchanged,
    /// It is as it was, and has to be looked at again: the terms, or what a register said long ago.
    LookAgain,
    /// It was the reason why the other case stopped.
    Correct,
    /// A document that was the reason.
    Replace,
}

/// A part that came along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Carried {
    /// Which.
    pub part: Part,
    /// How it stands.
    pub mark: CarriedMark,
}

/// The parts that come along with these answers, after this was stated of the case that they are
/// from.
pub fn carried(draft: &Draft, stated: Option<&Stated>, today: Date) -> Vec<Carried> {
    let reason = stated.and_then(|it| it.outcome.reason());
    let about = reason.and_then(about);
    let replaces = reason.and_then(replaced).is_some();
    let is_old = |looked_up| {
        let fresh = book().deadlines.lengths.register_snapshot.length;
        fresh.after(crate::day_in_denmark(looked_up)) < today
    };
    let mark = |part| {
        let replaced = || draft.documents.iter().any(|file| is_replaced(&file.kind, reason));
        match part {
            Part::Documents if replaced() => CarriedMark::Replace,
            // What was wrong with a document is no answer about a person.
            _ if !replaces && about == Some(part) => CarriedMark::Correct,
            Part::Documents if replaces => CarriedMark::Correct,
            // Whether the organisation is connected is asked anew.
            Part::Terms | Part::Need => CarriedMark::LookAgain,
            Part::Organisation if draft.organisation().is_some_and(|it| is_old(it.looked_up)) => {
                CarriedMark::LookAgain
            }
            _ => CarriedMark::Unchanged,
        }
    };
    let there = Part::ALL.into_iter().filter(|part| {
        let is_reason = replaces || about == Some(Part::Documents);
        *part != Part::Documents || !draft.documents.is_empty() || is_reason
    });
    there.map(|part| Carried { part, mark: mark(part) }).collect()
}

/// A document of this kind was the reason.
pub fn is_replaced(kind: &str, reason: Option<&Reason>) -> bool {
    let Some(replaced) = reason.and_then(replaced) else { return false };
    let stands_for_mitid =
        book().documents.find(kind).is_some_and(|document| document.without_mitid);
    match replaced {
        Replaced::Identity => kind == "identity",
        Replaced::SignedTerms => kind == "signed-terms",
        Replaced::Proof => !stands_for_mitid,
    }
}

fn replaced(reason: &Reason) -> Option<Replaced> {
    book().guide.reason(reason.rule.as_deref()?)?.replaces
}

fn about(reason: &Reason) -> Option<Part> {
    match book().finding(reason.rule.as_deref()?)?.about {
        About::Need => Some(Part::Need),
        About::Organisation => Some(Part::Organisation),
        About::Representative => Some(Part::Representative),
        About::Terms => Some(Part::Terms),
        About::Administrators => Some(Part::Administrators),
        About::Documents => Some(Part::Documents),
        About::FollowUp => None,
    }
}

impl Case {
    /// The parts of a draft that came along from another case and were not looked at yet.
    pub fn carried(&self, today: Date) -> Vec<Carried> {
        let (Stage::Drafting(draft), Some(copy)) = (&self.stage, &self.history.copy_of) else {
            return Vec::new();
        };
        let mut carried = carried(draft, copy.stated.as_ref(), today);
        carried.retain(|it| !copy.looked_at.contains(&it.part));
        carried
    }

    /// A document of a draft came along from another case, and was the reason why that one stopped.
    pub fn is_to_replace(&self, file: &Attached) -> bool {
        let copy = self.history.copy_of.as_ref();
        let reason = copy.and_then(|it| it.stated.as_ref()).and_then(|it| it.outcome.reason());
        file.at < self.created && is_replaced(&file.kind, reason)
    }
}
