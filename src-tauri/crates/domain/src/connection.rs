//! The connection that is to be approved: a draft that has been parsed ([`crate::parts`]). Holding
//! one is the proof that it is whole.

use crate::cpr::looks_like_cpr;
use crate::documents::Enclosed;
use crate::organisation::Organisation;
use crate::person::{BirthDate, EmailAddress, PersonName};
use crate::problem::Problem;
use crate::terms::TermsShown;
use crate::typed::fold;

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

impl Connection {
    /// The first text of a person in it that [`Connection::parse`] would not have made so. What
    /// comes in a file is held to that; what was approved is not, because later versions may ask
    /// for more than the one that took it.
    pub fn not_as_typed(&self) -> Option<NotAsTyped> {
        let name = |name: &PersonName| PersonName::parse(name.as_str()).as_ref() == Ok(name);
        let email =
            |email: &EmailAddress| EmailAddress::parse(email.as_str()).as_ref() == Ok(email);
        let Representative { name: representative, title, email: mail } = &self.representative;
        let reporter = self.reporter.as_ref();
        let firm = reporter.and_then(|it| it.organisation.as_ref());
        let administrators = self.administrators.iter().zip(1..).find_map(|(it, number)| {
            let problem = match (name(&it.name), email(&it.email)) {
                (false, _) => Problem::HandoverAdministratorName,
                (_, false) => Problem::HandoverAdministratorEmail,
                (true, true) => return None,
            };
            Some(NotAsTyped { problem, administrator: Some(number) })
        });
        let others = [
            (name(representative), Problem::HandoverRepresentativeName),
            (email(mail), Problem::HandoverRepresentativeEmail),
            (fold(title) == *title && !looks_like_cpr(title), Problem::HandoverRepresentativeTitle),
            (reporter.is_none_or(|it| name(&it.name)), Problem::HandoverReporterName),
            (reporter.is_none_or(|it| email(&it.email)), Problem::HandoverReporterEmail),
            (firm.is_none_or(|firm| fold(firm) == *firm), Problem::HandoverReporterOrganisation),
        ]
        .into_iter()
        .find_map(|(as_typed, problem)| (!as_typed).then_some(problem));
        others.map(|problem| NotAsTyped { problem, administrator: None }).or(administrators)
    }
}

/// A text that nobody could have typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAsTyped {
    /// The problem that names what kind of text.
    pub problem: Problem,
    /// Whose it is, where it is an administrator's: from one on, in the order of the case.
    pub administrator: Option<u32>,
}
