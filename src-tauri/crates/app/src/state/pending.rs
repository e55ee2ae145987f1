//! What waits for a case to be read.

use super::received::Received;
use crate::input::CaseInput;
use crate::intent::CaseIntent;
use crate::route::CasePage;
use domain::case::{Event, Token};

/// What waits for a case to be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    /// Show this page of it, or wherever it is.
    Show(Option<CasePage>),
    /// Show the administrators of its organisation, approval by approval.
    Timeline,
    /// Something the person wants.
    Intent(Box<CaseIntent>, Token),
    /// Something that happened to it.
    Event(Box<Event>),
    /// Something came of one of its effects.
    Input(Box<CaseInput>),
    /// A hand-over file of the same case was opened.
    Received(Box<Received>),
}
