//! The parts of a draft, each with a page of its own: what is wrong or missing in one, and the
//! connection that they are parsed into when nothing is.

mod people;

use crate::Answer;
use crate::connection::{Connection, Reporter, Representative};
use crate::cpr::looks_like_cpr;
use crate::cvr::{CvrNumber, NotACvrNumber};
use crate::documents::Enclosed;
use crate::draft::{Draft, Role};
use crate::lookup::Lookup;
use crate::need::Need;
use crate::organisation::{Organisation, Status};
use crate::problem::{FieldProblem, Problem};
use crate::rules::book;
use crate::terms::TermsShown;
use crate::typed::fold;
use jiff::civil::Date;
use people::{administrators, email, name};

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

/// Everything that is wrong or missing in one part of the draft. Unknown answers are allowed here:
/// they are asked for only when the whole is parsed.
pub fn problems_in(draft: &Draft, part: Part, today: Date) -> Vec<FieldProblem> {
    let mut wrong = Vec::new();
    match part {
        Part::Need => {
            if draft.need.outcome() == Need::Open {
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
            Lookup::Found(organisation)
            | Lookup::Typed(organisation)
            | Lookup::Asked { known: Some(organisation), .. } => match organisation.status {
                Status::Dissolving => (!runs_the_dissolution(draft, organisation))
                    .then_some(Problem::OrganisationDissolving),
                Status::Ceased => Some(Problem::OrganisationCeased),
                Status::Active | Status::Uncertain => None,
            },
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
    let is_opened = shown.official.is_some();
    let problem = match draft.role {
        Some(Role::Reporter) => (!is_opened && shown.summary_shown.is_none())
            .then_some(("terms.opened", Problem::TermsNotSeen)),
        _ if !is_opened => Some(("terms.opened", Problem::TermsNotOpened)),
        _ => (!draft.terms.accepted).then_some(("terms.accepted", Problem::TermsNotAccepted)),
    };
    wrong.extend(problem.map(|(field, problem)| FieldProblem::at(field, problem)));
    shown
}
