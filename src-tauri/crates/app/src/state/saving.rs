//! A case on its way to the disk, with what follows once it is there.

use domain::case::Case;
use domain::problem::Problem;

/// A case that is being saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Saving {
    /// The case as it is once that has happened.
    pub next: Case,
    /// What follows then.
    pub effects: Vec<domain::case::Effect>,
    /// What stays in memory when it cannot be saved; none leaves the case as it was.
    pub unsaved: Option<Case>,
    /// What else follows once it is kept.
    pub then: Then,
}

/// What follows once a case is kept, beside its own effects.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// It came in a hand-over file, whose page opens.
    Received(NewlyReceived),
    /// It began with the answers of another case, which was kept with it as it is here.
    Copied(Box<Case>),
}

/// A case that came in a hand-over file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewlyReceived {
    /// There was no such case before.
    pub is_new: bool,
    /// What its page says first.
    pub problem: Option<Problem>,
}
