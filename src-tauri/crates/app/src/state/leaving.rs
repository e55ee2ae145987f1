//! Why the cases, or the window, are to be closed once everything is saved.

use domain::Environment;

/// Why the cases are to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingFor {
    /// They are locked.
    Lock {
        /// Not by the person.
        by_itself: bool,
    },
    /// What can still be read of them is to be read.
    Salvage,
    /// The person goes over to the other environment.
    Environment(Environment),
}

/// Why the window is to be closed once everything is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// The page has sent what was typed.
    Answered,
    /// The page has had its time for this attempt.
    Overdue(u64),
}
