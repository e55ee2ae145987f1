//! The official mails of a case: taken in, checked again, taken out.

use super::event::{Event, Move, Refusal};
use crate::Timestamp;
use crate::official_mail::OfficialMail;
use crate::outcome::OutcomeKind;
use crate::stage::{Case, Stage};

/// As many mails may a case have, those that were taken out among them.
const MAILS_MAX: usize = 50;

/// A mail comes to a case that has left the house, or may have.
pub(super) fn taken(case: &Case, mail: &OfficialMail) -> Result<Move, Refusal> {
    let is_new = !case.history.mails.iter().any(|kept| kept.sha256 == mail.sha256);
    if is_new && case.history.mails.len() >= MAILS_MAX {
        return Err(Refusal::NotAllowedHere);
    }
    stay(case)
}

/// What its signature is worth was asked again, of a mail that is there.
pub(super) fn checked(case: &Case, sha256: &[u8; 32]) -> Result<Move, Refusal> {
    case.mail(sha256).ok_or(Refusal::NotAllowedHere).and_then(|_| stay(case))
}

/// It is taken out: that it was there is kept, its bytes are not.
pub(super) fn removed(case: &Case, sha256: &[u8; 32]) -> Result<Move, Refusal> {
    case.mail(sha256).ok_or(Refusal::NotAllowedHere)?;
    Ok((case.stage.clone(), vec![super::Effect::ForgetDocuments], case.problem))
}

fn stay(case: &Case) -> Result<Move, Refusal> {
    Ok((case.stage.clone(), vec![], case.problem))
}

/// The mails once this has happened, if it may.
pub(super) fn after(mails: &mut Vec<OfficialMail>, event: &Event, at: Timestamp) {
    match event {
        Event::MailTaken(mail) => match mails.iter_mut().find(|kept| kept.sha256 == mail.sha256) {
            // Nothing that was seen of its keys is lost by taking it in once more.
            Some(kept) if kept.removed.is_none() && mail.keys.is_empty() => {}
            Some(kept) => *kept = (**mail).clone(),
            None => mails.push((**mail).clone()),
        },
        Event::MailChecked { sha256, keys, signature } => {
            if let Some(kept) = mails.iter_mut().find(|kept| kept.sha256 == *sha256) {
                kept.keys.clone_from(keys);
                kept.signature = signature.clone();
            }
        }
        Event::MailRemoved(sha256) => {
            if let Some(kept) = mails.iter_mut().find(|kept| kept.sha256 == *sha256) {
                kept.removed = Some(at);
            }
        }
        _ => {}
    }
}

impl Case {
    /// The mail of this hash, while it is in the case.
    pub fn mail(&self, sha256: &[u8; 32]) -> Option<&OfficialMail> {
        self.mails().find(|mail| mail.sha256 == *sha256)
    }

    /// The mails that are in the case, in the order in which they were taken in.
    pub fn mails(&self) -> impl Iterator<Item = &OfficialMail> {
        self.history.mails.iter().filter(|mail| mail.removed.is_none())
    }

    /// A mail that proves that the agreement was concluded: one that [`OfficialMail::is_proof`], and
    /// that did not come while a rejection stood. Such a mail told of the rejection, and goes on
    /// doing so when somebody corrects the outcome.
    pub fn is_proven_by(&self, mail: &OfficialMail) -> bool {
        let stood = self.stated().iter().rev().find(|stated| stated.at <= mail.taken);
        let was_rejected = stood.is_some_and(|it| it.outcome.kind() == OutcomeKind::Rejected);
        mail.is_proof() && !was_rejected
    }

    /// A mail of the case proves that the agreement was concluded.
    pub fn is_proven(&self) -> bool {
        self.mails().any(|mail| self.is_proven_by(mail))
    }

    /// An official mail can be taken in.
    pub fn takes_mail(&self) -> bool {
        matches!(self.stage, Stage::Guided(_) | Stage::Approved(_))
    }
}
