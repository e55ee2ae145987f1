//! What a person wants with the draft of a mail.

use crate::mail_draft::MailTo;
use app::intent as of;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// The draft of a mail: all but the first are about the one that is shown.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum MailDraftIntent {
    /// Show it.
    Show { mail: MailTo },
    /// Open it in the person's own mail program.
    Open,
    /// Choose where, and save it.
    Save,
    /// Show the paper that goes along in another program, for printing.
    ShowPaper,
    /// Choose where, and save that paper.
    SavePaper,
}

impl From<MailDraftIntent> for of::MailDraftIntent {
    fn from(intent: MailDraftIntent) -> Self {
        match intent {
            MailDraftIntent::Show { mail } => Self::Show(mail.into()),
            MailDraftIntent::Open => Self::Open,
            MailDraftIntent::Save => Self::Save,
            MailDraftIntent::ShowPaper => Self::ShowPaper,
            MailDraftIntent::SavePaper => Self::SavePaper,
        }
    }
}
