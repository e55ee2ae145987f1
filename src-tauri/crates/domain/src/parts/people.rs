//! The persons of a draft, parsed: names, addresses, dates of birth, and the administrators.

use crate::Answer;
use crate::connection::{Administrator, MOST_ADMINISTRATORS};
use crate::draft::{AdministratorAnswers, Draft};
use crate::person::{
    BirthDate, EmailAddress, NotABirthDate, NotAName, PersonName, TypedDate, mailbox,
};
use crate::problem::{FieldProblem, Problem};
use crate::typed::normalise;
use jiff::civil::Date;

pub(super) fn administrators(
    draft: &Draft,
    today: Date,
    wrong: &mut Vec<FieldProblem>,
) -> Vec<Administrator> {
    match draft.administrator_count() {
        0 => wrong.push(FieldProblem::at("administrators", Problem::AdministratorMissing)),
        n if n > MOST_ADMINISTRATORS => {
            wrong.push(FieldProblem::at("administrators", Problem::TooMany))
        }
        _ => {}
    }
    let own = draft.representative_is_administrator.then(|| {
        let r = &draft.representative;
        let answers = AdministratorAnswers {
            name: r.name.clone(),
            email: r.email.clone(),
            born: r.born.clone(),
            has_cpr: r.has_cpr,
            has_mitid: r.has_mitid,
        };
        administrator(&answers, "representative", true, today, wrong)
    });
    let others = draft
        .administrators
        .iter()
        .enumerate()
        .map(|(i, answers)| {
            administrator(answers, &format!("administrators.{i}"), false, today, wrong)
        })
        .collect::<Vec<_>>();
    let appointed: Vec<Administrator> = own.into_iter().chain(others).flatten().collect();
    duplicate_administrators(draft, wrong);
    appointed
}

/// Each administrator is one person with one mailbox: the set-up link is personal.
fn duplicate_administrators(draft: &Draft, wrong: &mut Vec<FieldProblem>) {
    let representative = &draft.representative;
    let own = draft
        .representative_is_administrator
        .then(|| Appointed::of(&representative.name, &representative.email, &representative.born));
    let mut before: Vec<_> = own.into_iter().collect();
    for (i, answers) in draft.administrators.iter().enumerate() {
        let appointed = Appointed::of(&answers.name, &answers.email, &answers.born);
        if before.iter().any(|other| appointed.is(other)) {
            wrong.push(FieldProblem::at(
                format!("administrators.{i}.email"),
                Problem::AdministratorTwice,
            ));
        }
        before.push(appointed);
    }
}

/// What tells one administrator from another, made once for each.
struct Appointed<'a> {
    name: String,
    mailbox: String,
    born: &'a TypedDate,
}

impl<'a> Appointed<'a> {
    fn of(name: &str, email: &str, born: &'a TypedDate) -> Self {
        Self { name: normalise(name), mailbox: mailbox(email), born }
    }

    fn is(&self, other: &Self) -> bool {
        let named = !self.name.is_empty() && self.name == other.name && self.born == other.born;
        named || (!self.mailbox.is_empty() && self.mailbox == other.mailbox)
    }
}

fn administrator(
    answers: &AdministratorAnswers,
    path: &str,
    is_representative: bool,
    today: Date,
    wrong: &mut Vec<FieldProblem>,
) -> Option<Administrator> {
    let name = name(&answers.name, &format!("{path}.name"), wrong);
    let email = email(&answers.email, &format!("{path}.email"), wrong);
    let born = born(&answers.born, &format!("{path}.born"), today, wrong);
    for (answer, field, if_not) in [
        (answers.has_cpr, "hasCpr", Problem::AdministratorWithoutCpr),
        (answers.has_mitid, "hasMitid", Problem::AdministratorWithoutMitid),
    ] {
        let problem = match answer {
            Some(Answer::Yes) => continue,
            Some(Answer::No) => if_not,
            Some(Answer::Unknown) => Problem::AdministratorUnknown,
            None => Problem::AnswerMissing,
        };
        wrong.push(FieldProblem::at(format!("{path}.{field}"), problem));
    }
    Some(Administrator { name: name?, email: email?, born: born?, is_representative })
}

pub(super) fn name(typed: &str, field: &str, wrong: &mut Vec<FieldProblem>) -> Option<PersonName> {
    PersonName::parse(typed)
        .map_err(|why| {
            let problem = match why {
                NotAName::Empty => Problem::NameMissing,
                NotAName::TooLong => Problem::NameTooLong,
                NotAName::LooksLikeCpr => Problem::CprTyped,
            };
            wrong.push(FieldProblem::at(field, problem));
        })
        .ok()
}

pub(super) fn email(
    typed: &str,
    field: &str,
    wrong: &mut Vec<FieldProblem>,
) -> Option<EmailAddress> {
    EmailAddress::parse(typed).map_err(|why| wrong.push(FieldProblem::at(field, why.into()))).ok()
}

fn born(
    typed: &TypedDate,
    field: &str,
    today: Date,
    wrong: &mut Vec<FieldProblem>,
) -> Option<BirthDate> {
    BirthDate::parse(typed, today)
        .map_err(|why| {
            let problem = match why {
                NotABirthDate::Missing => Problem::BornMissing,
                NotABirthDate::NoSuchDay => Problem::BornNoSuchDay,
                NotABirthDate::OutOfRange => Problem::BornOutOfRange,
            };
            wrong.push(FieldProblem::at(field, problem));
        })
        .ok()
}
