//! Who of the administrators is set up, and the drafts of mails.

use crate::clock::moment;
use app::effect::MailPaper;
use app::model::Common;
use domain::case::Case;
use domain::mail_draft::{self, Recipient};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A mail about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum MailTo {
    /// To an administrator, by the place in the case, from 0; whether it reminds of an earlier one.
    Administrator { index: u32, reminder: bool },
    /// To the management representative; whether it reminds of an earlier one.
    Representative { reminder: bool },
}

/// What goes along with a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PaperName {
    /// The checklist of the set-up, for one administrator.
    SetUp,
    /// The sheet for the representative.
    Approval,
}

/// The draft of a mail, as it is read and copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MailDraft {
    /// Which.
    pub to: MailTo,
    /// The name of whom it is to.
    pub name: String,
    /// The address of whom it is to.
    pub email: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The paper that goes along.
    pub paper: PaperName,
    /// When a draft to that person was opened last.
    pub opened: Option<String>,
}

/// The draft of a mail to the representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RepresentativeMail {
    /// When it was opened last.
    pub opened: Option<String>,
}

/// An administrator who is to set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SetUpRow {
    /// The place among the administrators of the case, from 0.
    pub index: u32,
    /// The name.
    pub name: String,
    /// When it was ticked that it is done; none while it is not.
    pub done: Option<String>,
    /// When a draft to that person was opened last.
    pub opened: Option<String>,
}

/// The administrators of a case with what was ticked; none while nobody is asked to set up.
pub fn set_up(case: &Case, today: Date) -> Vec<SetUpRow> {
    let row = |it: &domain::set_up::SetUp<'_>| SetUpRow {
        index: u32::try_from(it.place).unwrap_or(u32::MAX),
        name: it.administrator.name.as_str().to_owned(),
        done: it.done.map(moment),
        opened: case.draft_opened(Recipient::Administrator(it.place)).map(moment),
    };
    case.set_up(today).iter().map(row).collect()
}

/// A mail about a case; none when there is nothing to tell that person now.
pub fn draft(common: &Common, case: &Case, mail: mail_draft::MailTo) -> Option<MailDraft> {
    let written = app::mail_draft::write(case, mail, common.environment, common.language)?;
    Some(MailDraft {
        to: mail.into(),
        name: written.to_name,
        email: written.to.as_str().to_owned(),
        subject: written.subject,
        text: written.text,
        paper: match written.paper {
            MailPaper::SetUp(_) => PaperName::SetUp,
            MailPaper::Approval(_) => PaperName::Approval,
        },
        opened: case.draft_opened(mail.to).map(moment),
    })
}

/// The mail to the representative, where there is something to tell.
pub fn to_representative(case: &Case) -> Option<RepresentativeMail> {
    let to = Recipient::Representative;
    case.mail_content(mail_draft::MailTo { to, reminder: false })?;
    Some(RepresentativeMail { opened: case.draft_opened(to).map(moment) })
}

impl From<mail_draft::MailTo> for MailTo {
    fn from(mail: mail_draft::MailTo) -> Self {
        let reminder = mail.reminder;
        match mail.to {
            Recipient::Administrator(index) => {
                Self::Administrator { index: u32::try_from(index).unwrap_or(u32::MAX), reminder }
            }
            Recipient::Representative => Self::Representative { reminder },
        }
    }
}

impl From<MailTo> for mail_draft::MailTo {
    fn from(mail: MailTo) -> Self {
        match mail {
            MailTo::Administrator { index, reminder } => Self {
                to: Recipient::Administrator(usize::try_from(index).unwrap_or(usize::MAX)),
                reminder,
            },
            MailTo::Representative { reminder } => Self { to: Recipient::Representative, reminder },
        }
    }
}
