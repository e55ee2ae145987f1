//! The connection that is to be approved: a draft that has been parsed ([`crate::parts`]). Holding
//! one is the proof that it is whole.

use crate::documents::Enclosed;
use crate::organisation::Organisation;
use crate::person::{BirthDate, EmailAddress, PersonName};
use crate::terms::TermsShown;

/// The most administrators of one case: far more than any organisation appoints.
pub const MOST_ADMINISTRATORS: usize = 100;

/// Everything that the representative approves, whole. Made only by [`Connection::parse`] and by
/// reading back what was made that way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The organisation as the register showed it.
    pub organisation: Organisation,
    /// The management representative.
    pub representative: Representative,
    /// The appointed administrators; never empty.
    pub administrators: Vec<Administrator>,
    /// The terms.
    pub terms: TermsShown,
    /// The reporter who prepared the case, when there is one.
    pub reporter: Option<Reporter>,
    /// The documents that are enclosed, in the order in which they were attached.
    pub enclosed: Vec<Enclosed>,
}

/// The management representative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Full name.
    pub name: PersonName,
    /// Title that shows the management role.
    pub title: String,
    /// E-mail address.
    pub email: EmailAddress,
}

/// An appointed organisation administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    /// Full name.
    pub name: PersonName,
    /// E-mail address.
    pub email: EmailAddress,
    /// Date of birth.
    pub born: BirthDate,
    /// This administrator is the representative too.
    pub is_representative: bool,
}

/// The reporter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// Full name.
    pub name: PersonName,
    /// The firm the reporter works for.
    pub organisation: Option<String>,
    /// E-mail address.
    pub email: EmailAddress,
}
