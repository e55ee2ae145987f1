//! What must come to its end before services or environment are changed.

use crate::model::Open;
use domain::case::{Case, Delivery, Stage};

/// What must come to its end before services or environment are changed.
pub(crate) enum InProgress {
    /// A person is in the browser.
    Login,
    /// A case is on its way to the receiver.
    Delivery,
}

/// What is in progress.
pub(crate) fn in_progress(open: &Open) -> Option<InProgress> {
    let is_sent = |case: &Case| match &case.stage {
        Stage::Approved(approved) => matches!(approved.delivery, Delivery::Sending { .. }),
        _ => false,
    };
    if open.login.is_some() {
        Some(InProgress::Login)
    } else if open.cases.values().map(|held| &held.case).any(is_sent)
        || open.saving.iter().map(|saving| &saving.next).any(is_sent)
    {
        Some(InProgress::Delivery)
    } else {
        None
    }
}
