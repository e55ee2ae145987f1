//! The history of a case: what was answered otherwise, when and in which role, old and new.
//!
//! An [`Entry`] is made by comparing a case with the one that is saved in its place ([`between`]), so
//! nobody who changes a case has to think of it. What is stated of a case is kept with it
//! ([`crate::case::History`]) and is no entry; of its stages only what the case itself forgets is one:
//! a hand-over or a visit to the official site that was taken back. [`told`] tells all of it in one
//! list.
//!
//! What belongs to one sitting becomes one entry ([`fold`]): a text that is typed is saved many times.
//! A case has at most [`MOST`] entries, and a value at most [`LONGEST`] bytes.

mod answers;
mod fold;
mod told;

pub use answers::{Answers, LONGEST};
pub use fold::{fold, is_of_one_sitting};
pub use told::{Happened, Told, told};

use crate::Timestamp;
use crate::draft::Role;
use crate::parts::Part;
use crate::stage::{Case, Stage};

/// How many entries a case keeps; the oldest go first.
pub const MOST: usize = 500;

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it began to.
    pub began: Timestamp,
    /// When it last did.
    pub at: Timestamp,
    /// In which role; none before anybody said which.
    pub by: Option<Role>,
    /// What.
    pub what: Change,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An answer, by the path of its field. Empty is not answered.
    Answer {
        /// The field, e.g. `cvr` or `administrators.1.email`.
        field: String,
        /// Before.
        old: String,
        /// Afterwards.
        new: String,
    },
    /// An administrator or a member of the board was added at this place, e.g. `administrators.1`;
    /// those behind moved one place on.
    Added(String),
    /// One was taken away from this place, after its answers were emptied; those behind moved one
    /// place up.
    Removed(String),
    /// It was handed over, and is not any more.
    HandedOver,
    /// It was taken to the official site, and is not there any more.
    GuideBegun,
    /// It was taken back, to be changed.
    TakenBack,
}

/// The entries that a case has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// In their order.
    pub entries: Vec<Entry>,
    /// There were older ones, until then.
    pub gone: Option<Timestamp>,
}

/// What changed from one state of a case to the next that is kept.
pub fn between(old: &Case, new: &Case) -> Vec<Entry> {
    let at = new.changed;
    let (before, after) = (Answers::of(old), Answers::of(new));
    let by = [&after, &before].into_iter().flatten().find_map(Answers::role);
    let answered = match (&before, &after) {
        (Some(before), Some(after)) => before.changes(after),
        _ => Vec::new(),
    };
    let answered = answered.into_iter().map(|what| Entry { began: at, at, by, what });
    taken_back(old, new).into_iter().chain(answered).collect()
}

/// What the case forgets of its way with this step.
fn taken_back(old: &Case, new: &Case) -> Vec<Entry> {
    let (began, what, by) = match (&old.stage, &new.stage) {
        (Stage::HandedOver(before), Stage::HandedOver(after)) if before.at == after.at => {
            return Vec::new();
        }
        (Stage::HandedOver(before), _) => (before.at, Change::HandedOver, Role::Reporter),
        (Stage::Guided(before), Stage::Guided(after))
            if before.visit.since == after.visit.since =>
        {
            return Vec::new();
        }
        (Stage::Guided(before), _) => (before.visit.since, Change::GuideBegun, before.role),
        _ => return Vec::new(),
    };
    let by = Some(by);
    let is_back = matches!(new.stage, Stage::Drafting(_) | Stage::Reviewing(_));
    let back = is_back.then_some(Entry {
        began: new.changed,
        at: new.changed,
        by,
        what: Change::TakenBack,
    });
    [Entry { began, at: began, by, what }].into_iter().chain(back).collect()
}

impl Change {
    /// The path that it is about: of a field, or of a place in a list.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Answer { field: path, .. } | Self::Added(path) | Self::Removed(path) => {
                Some(path)
            }
            Self::HandedOver | Self::GuideBegun | Self::TakenBack => None,
        }
    }

    /// The part whose page asks for it.
    pub fn part(&self) -> Option<Part> {
        let path = self.path()?;
        let first = path.split('.').next().unwrap_or_default();
        Some(match (first, path) {
            ("need", _) => Part::Need,
            (_, "representative.born" | "representative.hasCpr") => Part::Administrators,
            ("representative", _) => Part::Representative,
            ("documents" | "board", _) => Part::Documents,
            ("terms", _) => Part::Terms,
            ("administrators" | "representativeIsAdministrator", _) => Part::Administrators,
            _ => Part::Organisation,
        })
    }
}
