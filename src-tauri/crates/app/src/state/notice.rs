//! What a page says beside its content.

use domain::case::CaseId;
use domain::problem::{FieldProblem, Problem};

/// What a page says beside its content. Going to another page ends it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// A problem of the page and of no field.
    pub problem: Option<Problem>,
    /// Problems at fields, in the order of the page.
    pub field_problems: Vec<FieldProblem>,
    /// The file that was written last, to be told once.
    pub written: Option<String>,
    /// A case was just deleted or put back: said, and undone where it can be.
    pub moved: Option<Moved>,
}

/// A case that was just deleted or put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The case.
    pub case: CaseId,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// Where it is now.
    pub to: MovedTo,
}

/// Where a case is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedTo {
    /// In the bin.
    Bin,
    /// Back among the cases.
    Back,
    /// It is gone for good.
    Nowhere,
}
