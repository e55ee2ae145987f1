//! The connection that is to be approved: a draft that has been parsed. Holding one is the proof
//! that it is whole.

use crate::Answer;
use crate::cvr::{CvrNumber, NotACvrNumber};
use crate::documents::Enclosed;
use crate::draft::{AdministratorAnswers, Draft, Role};
use crate::lookup::Lookup;
use crate::organisation::{Organisation, Status};
use crate::person::{
    BirthDate, EmailAddress, NotABirthDate, NotAName, NotAnEmailAddress, PersonName, TypedDate,
    fold, looks_like_cpr, mailbox, normalise,
};
use crate::preflight::{Facts, documents_needed};
use crate::problem::{FieldProblem, Problem};
use crate::rules::book;
use crate::terms::TermsShown;
use jiff::civil::Date;

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

/// A part of the draft that has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The need check.
    Need,
    /// CVR number and role (and the reporter).
    Organisation,
    /// The management representative.
    Representative,
    /// The documents, where some are needed.
    Documents,
    /// The terms.
    Terms,
    /// The administrators.
    Administrators,
}

/// The longest title or name of a firm, in characters.
const LONGEST: usize = 120;
/// The most administrators of one case: far more than any organisation appoints.
const MOST: usize = 100;

impl Part {
    /// The parts in the order in which the window leads through them.
    pub const ALL: [Self; 6] = [
        Self::Need,
        Self::Organisation,
        Self::Representative,
        Self::Documents,
        Self::Terms,
        Self::Administrators,
    ];
}

/// The parts that a draft has: without the documents, where none are needed and none are attached.
pub fn parts(draft: &Draft, today: Date) -> Vec<Part> {
    let documents = || {
        !draft.documents.is_empty()
            || documents_needed(draft, &Facts::of(draft), today).iter().any(|need| need.required)
    };
    Part::ALL.into_iter().filter(|part| *part != Part::Documents || documents()).collect()
}

impl Connection {
    /// Parses a draft, or says everything that is missing, part by part. `today` bounds dates of
    /// birth.
    ///
    /// A reporter's draft is whole without the acceptance of the terms: only the representative can
    /// accept.
    pub fn parse(draft: &Draft, today: Date) -> Result<Self, Vec<FieldProblem>> {
        let mut wrong = Vec::new();
        let organisation = organisation(draft, &mut wrong);
        let reporter = reporter(draft, &mut wrong);
        let representative = representative(draft, &mut wrong);
        let terms = accepted_terms(draft, &mut wrong);
        let administrators = administrators(draft, today, &mut wrong);
        match (organisation, representative) {
            (Some(organisation), Some(representative)) if wrong.is_empty() => {
                let enclosed = draft.documents.iter().map(Enclosed::from).collect();
                Ok(Self { organisation, representative, administrators, terms, reporter, enclosed })
            }
            _ => {
                // The representative who is administrator too is read twice; each problem is said
                // once.
                let mut said = std::collections::HashSet::new();
                wrong.retain(|problem| said.insert(problem.clone()));
                Err(wrong)
            }
        }
    }
}

impl Connection {
    /// The first text of a person in it that [`Connection::parse`] would not have made so. What comes in a file is held to that; what was approved is not,
    /// because later versions may ask for more than the one that took it.
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

/// Everything that is wrong or missing in one part of the draft. Unknown answers are allowed here:
/// they are asked for only when the whole is parsed.
pub fn problems_in(draft: &Draft, part: Part, today: Date) -> Vec<FieldProblem> {
    let mut wrong = Vec::new();
    match part {
        Part::Need => {
            if draft.need.outcome() == crate::need::Need::Open {
                let field = match (draft.need.people, draft.need.kind) {
                    (None, _) => "need.people",
                    (_, None) => "need.kind",
                    _ => "need.signsAlone",
                };
                wrong.push(FieldProblem::at(field, Problem::AnswerMissing));
            }
        }
        Part::Organisation => {
            organisation(draft, &mut wrong);
            reporter(draft, &mut wrong);
        }
        Part::Representative => {
            representative(draft, &mut wrong);
        }
        // What is missing there is a finding of the rules: the case may be approved first and the
        // documents found later.
        Part::Documents => {}
        Part::Terms => {
            accepted_terms(draft, &mut wrong);
        }
        Part::Administrators => {
            administrators(draft, today, &mut wrong);
        }
    }
    wrong
}

/// True when the person may leave the page and come back: the answer is open, or it is prepared
/// otherwise than by approving here.
pub fn may_wait(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::AdministratorUnknown
            | Problem::RepresentativeWithoutMitid
            | Problem::CvrNotLookedUp
            | Problem::RegisterDown
            | Problem::RegisterSlow
            | Problem::RegisterNonsense
            | Problem::RegisterRefused
            | Problem::RegisterQuota
            | Problem::RegisterBlocked
    )
}

fn organisation(draft: &Draft, wrong: &mut Vec<FieldProblem>) -> Option<Organisation> {
    let before = wrong.len();
    let number = CvrNumber::parse(&draft.cvr).map_err(|why| {
        let problem = match why {
            NotACvrNumber::Empty => Problem::CvrMissing,
            NotACvrNumber::Characters => Problem::CvrCharacters,
            NotACvrNumber::Length => Problem::CvrLength,
            NotACvrNumber::CheckDigit => Problem::CvrCheckDigit,
        };
        wrong.push(FieldProblem::at("cvr", problem));
    });
    if number.is_ok() {
        let problem = match &draft.lookup {
            Lookup::NotYet | Lookup::Asked { known: None, .. } => Some(Problem::CvrNotLookedUp),
            Lookup::Failed { problem, .. } => Some(*problem),
            Lookup::Typed(_) => None,
            Lookup::Found(organisation) | Lookup::Asked { known: Some(organisation), .. } => {
                match organisation.status {
                    Status::Dissolving => (!runs_the_dissolution(draft, organisation))
                        .then_some(Problem::OrganisationDissolving),
                    Status::Ceased => Some(Problem::OrganisationCeased),
                    Status::Active | Status::Uncertain => None,
                }
            }
        };
        wrong.extend(problem.map(|p| FieldProblem::at("cvr", p)));
    }
    if let Lookup::Typed(organisation) = &draft.lookup {
        if organisation.name.is_empty() {
            wrong.push(FieldProblem::at("typed.name", Problem::NameMissing));
        } else if organisation.name.chars().count() > LONGEST {
            wrong.push(FieldProblem::at("typed.name", Problem::NameTooLong));
        }
        if draft.typed.form_code.is_none() {
            wrong.push(FieldProblem::at("typed.form", Problem::AnswerMissing));
        }
    }
    if draft.role.is_none() {
        wrong.push(FieldProblem::at("role", Problem::RoleMissing));
    }
    (wrong.len() == before).then(|| draft.organisation().cloned()).flatten()
}

/// Whoever runs the dissolution may let the organisation in again (`domain.md` §2.3): by the
/// register's word or by the title that was typed.
fn runs_the_dissolution(draft: &Draft, organisation: &Organisation) -> bool {
    let state = book().states.of(organisation.status, &organisation.status_text);
    let Some(re_entry) = state.and_then(|state| state.re_entry.as_ref()) else { return false };
    let listed = organisation.candidate_named(&draft.representative.name);
    re_entry.is_named(&draft.representative.title)
        || listed.is_some_and(|person| person.roles.iter().any(|role| re_entry.is_held(role)))
}

fn reporter(draft: &Draft, wrong: &mut Vec<FieldProblem>) -> Option<Reporter> {
    if draft.role != Some(Role::Reporter) {
        return None;
    }
    let name = name(&draft.reporter.name, "reporter.name", wrong);
    let email = email(&draft.reporter.email, "reporter.email", wrong);
    let organisation = Some(fold(&draft.reporter.organisation)).filter(|text| !text.is_empty());
    // A date and a number are part of many names of organisations, so they are not looked through
    // for CPR numbers.
    if organisation.as_deref().is_some_and(|text| text.chars().count() > LONGEST) {
        wrong.push(FieldProblem::at("reporter.organisation", Problem::TextTooLong));
    }
    Some(Reporter { name: name?, organisation, email: email? })
}

fn representative(draft: &Draft, wrong: &mut Vec<FieldProblem>) -> Option<Representative> {
    let answers = &draft.representative;
    let name = name(&answers.name, "representative.name", wrong);
    let title = fold(&answers.title);
    if title.chars().count() > LONGEST {
        wrong.push(FieldProblem::at("representative.title", Problem::TextTooLong));
    } else if title.is_empty() {
        wrong.push(FieldProblem::at("representative.title", Problem::TitleMissing));
    } else if looks_like_cpr(&title) {
        wrong.push(FieldProblem::at("representative.title", Problem::CprTyped));
    }
    let email = email(&answers.email, "representative.email", wrong);
    match answers.has_mitid {
        Some(Answer::Yes | Answer::Unknown) => {}
        Some(Answer::No) => wrong
            .push(FieldProblem::at("representative.hasMitid", Problem::RepresentativeWithoutMitid)),
        None => wrong.push(FieldProblem::at("representative.hasMitid", Problem::AnswerMissing)),
    }
    Some(Representative { name: name?, title, email: email? })
}

/// Whoever accepts has opened the official text. A reporter accepts nothing, so Tilslut's own
/// summary is enough there.
fn accepted_terms(draft: &Draft, wrong: &mut Vec<FieldProblem>) -> TermsShown {
    let shown = draft.terms.shown();
    let previewed = draft.role == Some(Role::Reporter) && shown.summary_shown.is_some();
    if shown.official.is_none() && !previewed {
        wrong.push(FieldProblem::at("terms.opened", Problem::TermsNotOpened));
    } else if draft.role != Some(Role::Reporter) && !draft.terms.accepted {
        wrong.push(FieldProblem::at("terms.accepted", Problem::TermsNotAccepted));
    }
    shown
}

fn administrators(draft: &Draft, today: Date, wrong: &mut Vec<FieldProblem>) -> Vec<Administrator> {
    match draft.administrator_count() {
        0 => wrong.push(FieldProblem::at("administrators", Problem::AdministratorMissing)),
        n if n > MOST => wrong.push(FieldProblem::at("administrators", Problem::TooMany)),
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
    let representative =
        (&draft.representative.name, &draft.representative.email, &draft.representative.born);
    let mut before: Vec<_> =
        draft.representative_is_administrator.then_some(representative).into_iter().collect();
    for (i, answers) in draft.administrators.iter().enumerate() {
        let same = |(name, email, born): &(&String, &String, &TypedDate)| {
            let named = !normalise(name).is_empty()
                && normalise(name) == normalise(&answers.name)
                && **born == answers.born;
            named || (!mailbox(email).is_empty() && mailbox(email) == mailbox(&answers.email))
        };
        if before.iter().any(same) {
            wrong.push(FieldProblem::at(
                format!("administrators.{i}.email"),
                Problem::AdministratorTwice,
            ));
        }
        before.push((&answers.name, &answers.email, &answers.born));
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

fn name(typed: &str, field: &str, wrong: &mut Vec<FieldProblem>) -> Option<PersonName> {
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

fn email(typed: &str, field: &str, wrong: &mut Vec<FieldProblem>) -> Option<EmailAddress> {
    EmailAddress::parse(typed)
        .map_err(|why| {
            let problem = match why {
                NotAnEmailAddress::LooksLikeCpr => Problem::CprTyped,
                NotAnEmailAddress::Empty => Problem::EmailMissing,
                NotAnEmailAddress::At => Problem::EmailAt,
                NotAnEmailAddress::Ending => Problem::EmailEnding,
                NotAnEmailAddress::Characters => Problem::EmailCharacters,
            };
            wrong.push(FieldProblem::at(field, problem));
        })
        .ok()
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
