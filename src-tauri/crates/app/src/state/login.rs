//! A login in progress.

use domain::case::{CaseId, Token};
use domain::{Secret, Timestamp};

/// A login in progress, as far as the window may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// The case.
    pub case: CaseId,
    /// The attempt.
    pub attempt: Token,
    /// What it is for.
    pub reason: LoginReason,
    /// The link, once there is one, for the button that copies it.
    pub link: Option<Secret>,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: Timestamp,
    /// When the program stops waiting.
    pub until: Timestamp,
    /// No browser could be opened: the link must be copied.
    pub browser_failed: bool,
    /// An answer came that does not belong to this login.
    pub other_answer: bool,
    /// A browser tried to come back encrypted, which it cannot.
    pub https: bool,
    /// The computer's clock is wrong, and the person has not said to go on: by how many seconds it
    /// is behind the broker's, negative where it is ahead.
    pub clock_behind: Option<i64>,
}

/// What a login is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginReason {
    /// The case asked for it: to approve or to hand over.
    Case,
    /// To learn which organisations the person may represent.
    ListOrganisations,
}

impl Login {
    /// A login that has just begun: there is no link yet.
    pub(crate) fn begun(
        case: &CaseId,
        attempt: &Token,
        reason: LoginReason,
        at: Timestamp,
    ) -> Self {
        Self {
            case: case.clone(),
            attempt: attempt.clone(),
            reason,
            link: None,
            host: String::new(),
            since: at,
            until: at,
            browser_failed: false,
            other_answer: false,
            https: false,
            clock_behind: None,
        }
    }
}
