//! What a person wants with the official mail of a case.

use app::intent as of;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Something with the official mail of a case: the one whose page is open, where none is named.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum MailIntent {
    /// Go to the page that takes one in.
    Open,
    /// Choose a file, and look at it.
    Choose,
    /// Look at one that is kept.
    Show { sha256: String },
    /// Look at one of the mails inside the one that is looked at, from 0.
    ShowInside { which: usize },
    /// Ask the DNS for the keys of its signatures, and check them.
    Check,
    /// Keep it in this case.
    Keep,
    /// Keep it in the case of the organisation that it speaks of.
    KeepElsewhere,
    /// Put it away: it is not kept.
    PutAway,
    /// Take it out of the case again.
    Remove,
    /// Choose where, and save the file as it came.
    Save,
}

impl From<MailIntent> for of::MailIntent {
    fn from(intent: MailIntent) -> Self {
        match intent {
            MailIntent::Open => Self::Open,
            MailIntent::Choose => Self::Choose,
            MailIntent::Show { sha256 } => {
                // What names no mail finds none.
                let mut hash = [0; 32];
                base16ct::lower::decode(&sha256, &mut hash).ok();
                Self::Show(hash)
            }
            MailIntent::ShowInside { which } => Self::ShowInside(which),
            MailIntent::Check => Self::Check,
            MailIntent::Keep => Self::Keep,
            MailIntent::KeepElsewhere => Self::KeepElsewhere,
            MailIntent::PutAway => Self::PutAway,
            MailIntent::Remove => Self::Remove,
            MailIntent::Save => Self::Save,
        }
    }
}
