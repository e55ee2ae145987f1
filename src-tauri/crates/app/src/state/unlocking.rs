//! What is known of cases that are not open: what opens them, and what was tried.

use super::query::QueryId;
use domain::problem::Problem;

/// An attempt to open the cases with what the person knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unlocking {
    /// The attempt under way: stretching a passphrase takes about a second on purpose.
    pub query: Option<QueryId>,
    /// Why the last one failed.
    pub problem: Option<Problem>,
}

/// Cases whose key must come from the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Why the key store did not open them.
    pub problem: Problem,
    /// What opens them.
    pub ways: Ways,
    /// What the person has tried.
    pub unlocking: Unlocking,
}

/// The ways to the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// The operating system's key store opens the cases, without asking anybody.
    pub key_store: bool,
    /// A passphrase opens the cases.
    pub passphrase: bool,
    /// A recovery code was made and typed back.
    pub recovery: bool,
}
