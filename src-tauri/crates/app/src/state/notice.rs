//! What a page says beside its content.

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
}
