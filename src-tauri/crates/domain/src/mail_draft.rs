//! The mails that a person can send about a case with a program of their own: to each administrator
//! what to do by when, and to the representative what a reporter has sent them.
//!
//! What each is told is decided here, so that nobody is told of what is not theirs to see. Nothing
//! is sent from here: that a draft was opened is all that Tilslut knows.

use crate::connection::{Administrator, Connection, Reporter};
use crate::outcome::Outcome;
use crate::rules::book;
use crate::stage::{Case, Stage};
use crate::{Timestamp, day_in_denmark};
use jiff::civil::Date;

pub use crate::opened_draft::{MailTo, OpenedDraft, Recipient};

/// What a mail tells, and nothing else of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailContent<'a> {
    /// An administrator is to set up.
    SetUp {
        /// Who.
        administrator: &'a Administrator,
        /// What the time is counted from.
        since: Since,
        /// The last day on which the link works.
        until: Date,
    },
    /// The representative is to approve what a reporter has sent on the official site.
    Approve {
        /// The connection: a representative sees the whole of it.
        connection: &'a Connection,
        /// The reporter, where the case names one.
        reporter: Option<&'a Reporter>,
        /// The day on which it was sent, as was stated.
        sent: Date,
    },
}

/// What the time for the set-up is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The agreement was concluded on this day, as was stated.
    Concluded(Date),
    /// The connection was approved on this day; the agreement is concluded once MitID Erhverv says
    /// so.
    Approved(Date),
}

impl Case {
    /// What a mail tells; none when there is nothing to tell that person now.
    pub fn mail_content(&self, mail: MailTo) -> Option<MailContent<'_>> {
        match mail.to {
            Recipient::Administrator(index) => {
                let administrator = self.asked_at(index)?.administrator;
                let since = self.set_up_since()?;
                let (Since::Concluded(day) | Since::Approved(day)) = since;
                let until = book().deadlines.lengths.set_up_link.length.after(day);
                Some(MailContent::SetUp { administrator, since, until })
            }
            Recipient::Representative => match self.outcome().map(|it| &it.outcome) {
                Some(Outcome::SentToRepresentative { on }) => {
                    let connection = self.connection()?;
                    let reporter = connection.reporter.as_ref();
                    Some(MailContent::Approve { connection, reporter, sent: *on })
                }
                _ => None,
            },
        }
    }

    /// When a draft to this person was opened last.
    pub fn draft_opened(&self, to: Recipient) -> Option<Timestamp> {
        let opened = self.history.drafts.iter().rev();
        opened.into_iter().find(|draft| draft.mail.to == to).map(|draft| draft.at)
    }

    fn set_up_since(&self) -> Option<Since> {
        match (&self.stage, self.outcome().map(|it| &it.outcome)) {
            (_, Some(Outcome::Concluded { on })) => Some(Since::Concluded(*on)),
            (Stage::Approved(approved), None) => {
                Some(Since::Approved(day_in_denmark(approved.evidence.approved_at)))
            }
            _ => None,
        }
    }
}
