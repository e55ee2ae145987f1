//! What the window sends, in the groups of [`app::intent`]. Each group converts into the core's
//! own: texts stay texts where deciding about them is the core's, and none of them is longer than a
//! field takes.

mod backups;
mod bin;
mod case;
mod cases;
mod guide;
mod log;
mod mail_draft;
mod navigation;
mod official_mail;
mod receipts;
mod services;
mod settings;
mod vault;

pub use backups::{BackupsIntent, BudgetName};
pub use bin::BinIntent;
pub use case::CaseIntent;
pub use cases::{CaseQuery, CasesIntent, DateOf, DirectionName, SortName};
pub use guide::{GuideIntent, OutcomeAnswers};
pub use log::LogIntent;
pub use mail_draft::MailDraftIntent;
pub use navigation::{Navigation, Site};
pub use official_mail::MailIntent;
pub use receipts::ReceiptsIntent;
pub use services::ServicesIntent;
pub use settings::{LockAfterName, NotifyName, SettingsIntent, ThemeName};
pub use vault::VaultIntent;

use crate::Intent;
use crate::answers::cut;
use domain::Secret;
use domain::case::CaseId;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Something with the login in progress.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", deny_unknown_fields)]
pub enum LoginIntent {
    /// Cancel it.
    Cancel,
    /// Open the browser again with the same link.
    OpenBrowser,
    /// Go on although the computer's clock is wrong.
    GoOnDespiteClock,
}

/// Opening a hand-over file. Not printable: the words open it.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum HandOverIntent {
    /// Choose the file.
    Choose,
    /// Open the chosen file with the words told by phone.
    Open { words: String },
}

/// Checking a file.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum VerificationIntent {
    /// Choose a file, and check it.
    Choose,
    /// Ask the DNS what it says today of the keys that the record carries.
    AskKeys,
    /// Compare the short proof of a receipt on paper, as it was typed, with the file that was
    /// checked.
    CompareCode { code: String },
}

impl From<Intent> for app::Intent {
    fn from(intent: Intent) -> Self {
        match intent {
            Intent::Navigation { intent } => Self::Navigation(intent.into()),
            Intent::Cases { intent } => Self::Cases(intent.into()),
            Intent::Case { case, intent } => Self::Case(CaseId(case), intent.into()),
            Intent::Login { intent } => Self::Login(intent.into()),
            Intent::HandOver { intent } => Self::HandOver(intent.into()),
            Intent::Receipts { intent } => Self::Receipts(intent.into()),
            Intent::Verification { intent } => Self::Verification(intent.into()),
            Intent::Vault { intent } => Self::Vault(intent.into()),
            Intent::Settings { intent } => Self::Settings(intent.into()),
            Intent::Services { intent } => Self::Services(intent.into()),
            Intent::Backups { intent } => Self::Backups(intent.into()),
            Intent::Bin { intent } => Self::Bin(intent.into()),
            Intent::Log { intent } => Self::Log(intent.into()),
        }
    }
}

impl From<LoginIntent> for app::intent::LoginIntent {
    fn from(intent: LoginIntent) -> Self {
        match intent {
            LoginIntent::Cancel => Self::Cancel,
            LoginIntent::OpenBrowser => Self::OpenBrowser,
            LoginIntent::GoOnDespiteClock => Self::GoOnDespiteClock,
        }
    }
}

impl From<HandOverIntent> for app::intent::HandOverIntent {
    fn from(intent: HandOverIntent) -> Self {
        match intent {
            HandOverIntent::Choose => Self::Choose,
            HandOverIntent::Open { words } => Self::Open(Secret::new(words)),
        }
    }
}

impl From<VerificationIntent> for app::intent::VerificationIntent {
    fn from(intent: VerificationIntent) -> Self {
        match intent {
            VerificationIntent::Choose => Self::Choose,
            VerificationIntent::AskKeys => Self::AskKeys,
            VerificationIntent::CompareCode { code } => Self::CompareCode(cut(code)),
        }
    }
}
