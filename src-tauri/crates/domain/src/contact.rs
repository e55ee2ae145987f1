//! Who asks cvrapi.dk: the service demands a name and a way to reach it in every question, and
//! refuses whoever does not say (`domain.md` §6.4). A person gives both before anything is asked.

use crate::cpr::looks_like_cpr;
use crate::person::EmailAddress;
use crate::problem::{FieldProblem, Problem};
use crate::typed::{fold, narrow};

/// The longest name. With an address it stays below what the service is sent at the most.
const LONGEST: usize = 80;
/// The longest address.
const LONGEST_EMAIL: usize = 110;

/// The field of the name.
pub const WHO: &str = "contact.who";
/// The field of the address.
pub const EMAIL: &str = "contact.email";

/// Who asks, and how to reach them. Both travel in a header, so both are plain letters (ASCII).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    who: String,
    email: String,
}

impl Contact {
    /// Reads both as typed, or from where they were kept.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(who: &str, email: &str) -> Result<Self, Vec<FieldProblem>> {
        let problem = |field: &str, problem: Option<Problem>| {
            problem.map(|problem| FieldProblem::at(field, problem))
        };
        let (who, address) = (fold(&narrow(who)), EmailAddress::parse(email));
        let email = address.as_ref().map(EmailAddress::as_str).unwrap_or_default().to_owned();
        let wrong: Vec<FieldProblem> = problem(WHO, wrong_with_name(&who))
            .into_iter()
            .chain(problem(EMAIL, address.err().map(Problem::from).or_else(|| wrong_with(&email))))
            .collect();
        if wrong.is_empty() { Ok(Self { who, email }) } else { Err(wrong) }
    }

    /// Who asks.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// How to reach them.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// As a profile writes it: `Eksempel ApS - it@eksempel.dk`.
    pub fn in_profile(&self) -> String {
        format!("{} - {}", self.who, self.email)
    }
}

fn wrong_with_name(who: &str) -> Option<Problem> {
    if who.is_empty() {
        Some(Problem::ContactMissing)
    } else if looks_like_cpr(who) {
        Some(Problem::CprTyped)
    // The two are parted by a dash between spaces.
    } else if !is_plain(who) || who.split(' ').any(|word| word == "-") {
        Some(Problem::ContactCharacters)
    } else if who.len() > LONGEST {
        Some(Problem::TextTooLong)
    } else {
        None
    }
}

fn wrong_with(email: &str) -> Option<Problem> {
    if !is_plain(email) {
        Some(Problem::ContactCharacters)
    } else if email.len() > LONGEST_EMAIL {
        Some(Problem::TextTooLong)
    } else {
        None
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(who: &str, email: &str) -> Vec<(String, Problem)> {
        let wrong = Contact::parse(who, email).err().unwrap_or_default();
        wrong.into_iter().map(|wrong| (wrong.field, wrong.problem)).collect()
    }

    #[test]
    fn who_asks_and_how_to_reach_them_become_one_line() {
        let contact = Contact::parse("  Kanariefugl  ApS ", "It@Kanariefugl.Example").unwrap();
        assert_eq!(contact.in_profile(), "Kanariefugl ApS - It@kanariefugl.example");
        assert_eq!(Contact::parse(contact.who(), contact.email()), Ok(contact));
    }

    #[test]
    fn what_cannot_be_sent_is_told_at_its_field() {
        let at = |field: &str, problem| vec![(field.to_owned(), problem)];
        let email = "it@kanariefugl.example";
        for (who, address, told) in [
            ("", email, at(WHO, Problem::ContactMissing)),
            ("Sørens Smedje", email, at(WHO, Problem::ContactCharacters)),
            ("Eksempel - ApS", email, at(WHO, Problem::ContactCharacters)),
            ("Eksempel\nX-Other: 1", email, vec![]),
            ("010190-1234", email, at(WHO, Problem::CprTyped)),
            (&"a".repeat(81), email, at(WHO, Problem::TextTooLong)),
            ("Eksempel ApS", "", at(EMAIL, Problem::EmailMissing)),
            ("Eksempel ApS", "it.eksempel.dk", at(EMAIL, Problem::EmailAt)),
            ("Eksempel ApS", "søren@eksempel.dk", at(EMAIL, Problem::ContactCharacters)),
        ] {
            assert_eq!(wrong(who, address), told, "{who} {address}");
        }
        assert_eq!(wrong("", "").len(), 2, "everything at once");
    }
}
