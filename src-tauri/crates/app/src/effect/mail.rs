//! A mail as it is read, copied and opened, with the paper that goes along.

use domain::connection::{Administrator, Connection};
use domain::mail_draft::Since;
use domain::organisation::Organisation;
use domain::person::EmailAddress;
use jiff::civil::Date;

/// A mail as it is read, copied and opened: the same words each time.
#[derive(Clone, PartialEq, Eq)]
pub struct WrittenMail {
    /// The name of whom it is to.
    pub to_name: String,
    /// The address of whom it is to.
    pub to: EmailAddress,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The paper that goes along.
    pub paper: MailPaper,
}

/// What goes along with a mail, to be printed and ticked by hand.
#[derive(Clone, PartialEq, Eq)]
pub enum MailPaper {
    /// With one to an administrator: the checklist of the set-up.
    SetUp(Box<SetUpChecklist>),
    /// With one to the representative: what to do on the official site, and what was prepared.
    Approval(Box<ApprovalSheet>),
}

/// What the sheet of the representative tells.
#[derive(Clone, PartialEq, Eq)]
pub struct ApprovalSheet {
    /// What was prepared.
    pub connection: Connection,
    /// The day on which it was sent to the representative, as was stated.
    pub sent: Date,
}

/// What the checklist of one administrator tells; nothing of the others.
#[derive(Clone, PartialEq, Eq)]
pub struct SetUpChecklist {
    /// The organisation.
    pub organisation: Organisation,
    /// Whose it is.
    pub administrator: Administrator,
    /// What the time is counted from.
    pub since: Since,
    /// The last day on which the link works.
    pub until: Date,
}

/// Whom a mail is to and what it says stay out of logs.
impl std::fmt::Debug for WrittenMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrittenMail(…)")
    }
}

impl std::fmt::Debug for MailPaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailPaper(…)")
    }
}
