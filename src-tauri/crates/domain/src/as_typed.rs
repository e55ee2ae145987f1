//! What comes in a file is held to what typing the same would have been refused for.

use crate::connection::{Administrator, Connection, MOST_ADMINISTRATORS, Representative};
use crate::cpr::looks_like_cpr;
use crate::draft::Draft;
use crate::person::{EmailAddress, PersonName};
use crate::problem::Problem;
use crate::typed::fold;
use jiff::civil::Date;

impl Connection {
    /// The first thing in it that [`Connection::parse`] would not have made so on this day. What
    /// comes in a file is held to that; what was approved is not, because later versions may ask
    /// for more than the one that took it.
    ///
    /// What the register says of the organisation, the terms and the documents are not among it:
    /// whoever opens the file is told of the first by the rules, opens the second anew, and gets of
    /// the third what the file holds.
    pub fn not_as_typed(&self, today: Date) -> Option<NotAsTyped> {
        // First, so that nothing is done thousands of times.
        if self.administrators.len() > MOST_ADMINISTRATORS {
            return Some(Problem::HandoverAdministratorsMany.into());
        }
        self.not_as_written().or_else(|| self.not_as_parsed(today))
    }

    /// The first text of a person in it that is not spelled as a typed one is kept: it could look
    /// like another. Whoever only reads a file looks at this alone.
    pub fn not_as_written(&self) -> Option<NotAsTyped> {
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
        others.map(NotAsTyped::from).or(administrators)
    }

    /// What typing the same would have been refused for.
    fn not_as_parsed(&self, today: Date) -> Option<NotAsTyped> {
        let number = |at: usize| u32::try_from(at + 1).ok();
        let of =
            |problem, at: Option<usize>| NotAsTyped { problem, administrator: at.and_then(number) };
        let is_representative = |it: &Administrator| it.is_representative;
        let own = self.administrators.iter().position(is_representative);
        if let Some(own) = own {
            let (at, Representative { name, email, .. }) = (Some(own), &self.representative);
            if let Some(second) =
                self.administrators.iter().skip(own + 1).position(is_representative)
            {
                return Some(of(Problem::HandoverAdministratorTwice, Some(own + 1 + second)));
            }
            // Typing has one name and one address of a person who is both.
            if self.administrators.get(own).is_some_and(|it| it.name != *name) {
                return Some(of(Problem::HandoverAdministratorName, at));
            }
            if self.administrators.get(own).is_some_and(|it| it.email != *email) {
                return Some(of(Problem::HandoverAdministratorEmail, at));
            }
        }
        // A draft counts the others only.
        let others: Vec<usize> =
            (0..self.administrators.len()).filter(|at| Some(*at) != own).collect();
        let at_field = |field: &str| {
            if field.starts_with("representative.") {
                return own;
            }
            let index = field.strip_prefix("administrators.")?.split('.').next()?.parse().ok()?;
            others.get::<usize>(index).copied()
        };
        let wrong = Self::parse(&Draft::of(self), today).err()?;
        wrong.iter().find_map(|it| {
            let problem = match (it.problem, it.field.as_str()) {
                (Problem::AdministratorTwice, _) => Problem::HandoverAdministratorTwice,
                (_, field) if field.ends_with(".born") => Problem::HandoverAdministratorBorn,
                (_, "representative.title") => {
                    return Some(Problem::HandoverRepresentativeTitle.into());
                }
                (_, "reporter.organisation") => {
                    return Some(Problem::HandoverReporterOrganisation.into());
                }
                _ => return None,
            };
            Some(of(problem, at_field(&it.field)))
        })
    }
}

/// Something that nobody could have typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAsTyped {
    /// The problem that names what it is.
    pub problem: Problem,
    /// Whose it is, where it is an administrator's: from one on, in the order of the case.
    pub administrator: Option<u32>,
}

impl From<Problem> for NotAsTyped {
    /// Of nobody among the administrators.
    fn from(problem: Problem) -> Self {
        Self { problem, administrator: None }
    }
}
