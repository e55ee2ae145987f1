//! From page to page.

use crate::PartName;
use app::intent as of;
use domain::case::CaseId;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// A page to go to, or something on it to put away.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Navigation {
    /// The cases on this machine.
    Cases,
    /// Wherever the case is.
    Case { case: String },
    /// The approval of a case and its receipt, whatever was stated of it since.
    Approval { case: String },
    /// A part of a draft.
    Part { case: String, part: PartName },
    /// All answers of a draft.
    Check { case: String },
    /// Every rule that was tried on a draft.
    Rules { case: String },
    /// What happened to a case.
    History { case: String },
    /// Handing a draft over.
    HandOver { case: String },
    /// Opening a hand-over file.
    OpenHandOver,
    /// The dates of all cases.
    FollowUp,
    /// Every receipt on this machine.
    Receipts,
    /// Checking a file.
    Verify,
    /// The administrators of the organisation of a case, approval by approval.
    Timeline { case: String },
    /// The practice mailbox.
    Mailbox,
    /// What practice means.
    AboutPractice,
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// The services that are used.
    Services,
    /// The backups.
    Backups,
    /// The bin.
    Bin,
    /// The person has read what went wrong: on the page, and with the case when one is named.
    ReadProblem { case: Option<String> },
    /// Everything that was typed has been sent: the window that is about to close may do so.
    CloseWindow,
    /// A page of the official site, in the browser.
    OpenSite { site: Site },
}

/// A page of the official site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(rename_all = "camelCase")]
pub enum Site {
    /// Where a live connection is concluded.
    Connection,
}

impl From<Navigation> for of::Navigation {
    fn from(intent: Navigation) -> Self {
        match intent {
            Navigation::Cases => Self::Cases,
            Navigation::Case { case } => Self::Case(CaseId(case)),
            Navigation::Approval { case } => Self::Approval(CaseId(case)),
            Navigation::Part { case, part } => Self::Part(CaseId(case), part.into()),
            Navigation::Check { case } => Self::Check(CaseId(case)),
            Navigation::Rules { case } => Self::Rules(CaseId(case)),
            Navigation::History { case } => Self::History(CaseId(case)),
            Navigation::HandOver { case } => Self::HandOver(CaseId(case)),
            Navigation::OpenHandOver => Self::OpenHandOver,
            Navigation::FollowUp => Self::FollowUp,
            Navigation::Receipts => Self::Receipts,
            Navigation::Verify => Self::Verify,
            Navigation::Timeline { case } => Self::Timeline(CaseId(case)),
            Navigation::Mailbox => Self::Mailbox,
            Navigation::AboutPractice => Self::AboutPractice,
            Navigation::Help => Self::Help,
            Navigation::Settings => Self::Settings,
            Navigation::Services => Self::Services,
            Navigation::Backups => Self::Backups,
            Navigation::Bin => Self::Bin,
            Navigation::ReadProblem { case } => Self::ReadProblem(case.map(CaseId)),
            Navigation::CloseWindow => Self::CloseWindow,
            Navigation::OpenSite { site } => Self::OpenSite(site.into()),
        }
    }
}

impl From<Site> for of::Site {
    fn from(site: Site) -> Self {
        match site {
            Site::Connection => Self::Connection,
        }
    }
}
