//! What has been typed so far. Every answer may be missing, and nothing typed is ever thrown away.

use crate::Answer;
use crate::documents::{Attached, BoardMember, DocumentId};
pub use crate::lookup::{Lookup, TypedOrganisation};
use crate::need::NeedAnswers;
use crate::organisation::Organisation;
use crate::person::TypedDate;
use crate::terms::CURRENT;
use jiff::Timestamp;
use jiff::civil::Date;

/// The answers of a case, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The need check.
    pub need: NeedAnswers,
    /// The CVR number as typed.
    pub cvr: String,
    /// What is known of the organisation.
    pub lookup: Lookup,
    /// What the register answered before about the same number, when it was something else; newest last.
    pub earlier: Vec<Organisation>,
    /// The organisation as the person knows it, for when no register can be asked.
    pub typed: TypedOrganisation,
    /// Who is preparing: the representative or a reporter.
    pub role: Option<Role>,
    /// The reporter, when there is one.
    pub reporter: ReporterAnswers,
    /// The management representative.
    pub representative: RepresentativeAnswers,
    /// The representative takes the role of administrator too.
    pub representative_is_administrator: bool,
    /// The other administrators, in the order they were added.
    pub administrators: Vec<AdministratorAnswers>,
    /// The documents that are attached, in the order in which they were.
    pub documents: Vec<Attached>,
    /// The board overview, where one is needed.
    pub board: Vec<BoardMember>,
    /// The terms.
    pub terms: TermsAnswers,
}

/// Who prepares the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ledelsesrepræsentant: may approve.
    Representative,
    /// Anmelder: prepares and hands over, cannot conclude.
    Reporter,
}

/// The reporter (anmelder), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReporterAnswers {
    /// Full name.
    pub name: String,
    /// The firm the reporter works for; may stay empty.
    pub organisation: String,
    /// E-mail address.
    pub email: String,
}

/// The management representative (ledelsesrepræsentant), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RepresentativeAnswers {
    /// Full name.
    pub name: String,
    /// Title that shows the management role.
    pub title: String,
    /// E-mail address: the receipt goes there.
    pub email: String,
    /// Date of birth; needed only when the representative is administrator too.
    pub born: TypedDate,
    /// Has private MitID?
    pub has_mitid: Option<Answer>,
    /// Has a Danish CPR number? Needed only when the representative is administrator too.
    pub has_cpr: Option<Answer>,
}

/// An organisation administrator (organisationsadministrator), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdministratorAnswers {
    /// Full name.
    pub name: String,
    /// E-mail address: the set-up link goes there.
    pub email: String,
    /// Date of birth.
    pub born: TypedDate,
    /// Has a Danish CPR number?
    pub has_cpr: Option<Answer>,
    /// Has private MitID at level Substantial?
    pub has_mitid: Option<Answer>,
}

/// What the person has done with the terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermsAnswers {
    /// When the terms were opened; they cannot be accepted before.
    pub opened: Option<Timestamp>,
    /// The edition that was opened, by its date of publication.
    pub edition: Option<Date>,
    /// The representative has ticked that approving includes the terms. A reporter cannot.
    pub accepted: bool,
}

impl TermsAnswers {
    /// When the newest edition was opened; one that was opened before a newer came does not count.
    pub fn opened_current(&self) -> Option<Timestamp> {
        self.opened.filter(|_| self.edition == Some(CURRENT.published))
    }

    /// The answers after the terms were opened at this moment.
    pub fn after_opening(&self, at: Timestamp) -> Self {
        match self.opened_current() {
            Some(_) => self.clone(),
            None => Self { opened: Some(at), edition: Some(CURRENT.published), accepted: false },
        }
    }
}

impl Draft {
    /// What is known of the organisation, by the register or by hand.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.lookup.organisation()
    }

    /// The draft with one document more.
    pub fn with_document(&self, attached: Attached) -> Self {
        let mut draft = self.clone();
        draft.documents.push(attached);
        draft
    }

    /// The draft without a document; none when it has no such document.
    pub fn without_document(&self, document: &DocumentId) -> Option<Self> {
        let mut draft = self.clone();
        draft.documents.retain(|attached| attached.id != *document);
        (draft.documents.len() < self.documents.len()).then_some(draft)
    }

    /// The draft with a point of a document confirmed, or not confirmed any more.
    pub fn with_point(&self, document: &DocumentId, point: String, holds: bool) -> Self {
        let mut draft = self.clone();
        for attached in draft.documents.iter_mut().filter(|attached| attached.id == *document) {
            attached.confirmed.retain(|confirmed| *confirmed != point);
            if holds {
                attached.confirmed.push(point.clone());
            }
        }
        draft
    }

    /// How many administrators are named so far, the representative included.
    pub fn administrator_count(&self) -> usize {
        self.administrators.len() + usize::from(self.representative_is_administrator)
    }
}
