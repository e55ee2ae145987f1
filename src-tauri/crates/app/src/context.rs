//! What a room needs beside the open program.

use crate::model::Common;
use domain::case::Now;

/// What a room needs beside the open program.
pub(crate) struct Context<'a> {
    /// What is so in every phase.
    pub common: &'a mut Common,
    /// When it is.
    pub now: Now,
}
