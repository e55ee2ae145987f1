//! What has been typed so far. Every answer may be missing, and nothing typed is ever thrown away.

use crate::Answer;
use crate::documents::{Attached, BoardMember};
use crate::need::NeedAnswers;
use crate::organisation::Organisation;
use crate::person::TypedDate;
use crate::problem::Problem;
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

/// What is known of the organisation from a register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lookup {
    /// Not looked up yet.
    #[default]
    NotYet,
    /// The register has been asked and has not answered.
    Asked {
        /// Tells this question from earlier ones.
        ask: u64,
        /// The answer to the question before, which stands while there is no newer one.
        known: Option<Box<Organisation>>,
    },
    /// The register answered.
    Found(Box<Organisation>),
    /// The register could not be asked, or had no answer.
    Failed {
        /// Why.
        problem: Problem,
        /// When.
        at: Timestamp,
    },
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
    /// The register's answer, when there is one.
    pub fn organisation(&self) -> Option<&Organisation> {
        match &self.lookup {
            Lookup::Found(organisation) => Some(organisation),
            Lookup::Asked { known, .. } => known.as_deref(),
            Lookup::NotYet | Lookup::Failed { .. } => None,
        }
    }

    /// How many administrators are named so far, the representative included.
    pub fn administrator_count(&self) -> usize {
        self.administrators.len() + usize::from(self.representative_is_administrator)
    }
}
