//! The characters that could not be printed, told at the end of a document: last, when everything
//! else has been made legible.

use crate::flow::Flow;
use crate::page::{SMALL_QUIET, mm};
use crate::wording::Wording;

/// A last paragraph, when there is something to tell.
pub(crate) fn lay(flow: &mut Flow, wording: &Wording) {
    let replaced = wording.replaced();
    if !replaced.is_empty() {
        flow.gap(mm(4.0));
        flow.paragraph(
            &wording.with("documents-replaced", &[("characters", &replaced.join(" "))]),
            SMALL_QUIET,
        );
    }
}
