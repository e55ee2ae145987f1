//! The pieces that several pages show: an organisation, a connection, the terms, an approval, a
//! delivery.

use crate::asked::asked;
use crate::clock::moment;
use crate::pages::{
    Appointed, Candidate, Change, ChangeName, ClockOff, ConnectionSummary, Delivery, DraftSummary,
    LeftOut, Lookup, Mail, Missing, NeedName, OrganisationSummary, Preview, Reporter, Terms,
    Update,
};
use crate::values::{approved_on, code, named};
use crate::{answers, documents};
use app::model;
use domain::Language;
use domain::case::{Approved, CaseId, MailKind};
use domain::connection::{self, Connection};
use domain::control_code::ControlCode;
use domain::draft::{Draft, ReporterAnswers, TermsAnswers};
use domain::need::{Need, WhyNeeded, WhyNot};
use domain::organisation::{Organisation, Source};
use domain::parts::{Part, problems_in};
use domain::preflight::{Facts, expected_answer};
use domain::rules::book;
use domain::terms::CURRENT;
use jiff::civil::Date;

/// What would be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSign {
    /// The control code.
    pub code: ControlCode,
    /// The text that MitID shows.
    pub reference_text: String,
    /// The exact content, laid out for reading.
    pub exact: String,
}

/// The candidates of an organisation.
pub fn candidates(organisation: &Organisation) -> Vec<Candidate> {
    let since = |c: &domain::organisation::Candidate| {
        c.roles.iter().filter_map(|role| role.since).min().map(|day| day.to_string())
    };
    organisation
        .candidates
        .iter()
        .map(|c| Candidate {
            name: c.name.clone(),
            role: c.role(),
            since: since(c),
            kind: c.kind.into(),
        })
        .collect()
}

/// What is known of the organisation, and what is otherwise than the register answered before.
pub fn lookup(draft: &Draft, language: Language) -> Lookup {
    use domain::lookup;
    match &draft.lookup {
        lookup::Lookup::NotYet => Lookup::NotYet,
        lookup::Lookup::Asked { .. } => Lookup::Asked,
        lookup::Lookup::Found(organisation) => Lookup::Found {
            organisation: organisation_summary(organisation, language),
            changes: draft
                .earlier
                .last()
                .map(|earlier| changes(earlier, organisation, language))
                .unwrap_or_default(),
        },
        lookup::Lookup::Typed(organisation) => {
            Lookup::Typed { organisation: organisation_summary(organisation, language) }
        }
        lookup::Lookup::Failed { problem, at } => {
            Lookup::Failed { code: problem.code().to_owned(), at: moment(*at) }
        }
    }
}

fn changes(before: &Organisation, now: &Organisation, language: Language) -> Vec<Change> {
    let told = |(status, text): (domain::organisation::Status, String)| {
        book().states.told(status, &text, language)
    };
    use ChangeName as What;
    use domain::changes::Change as Is;
    let change = |what, before: String, now: String| Change {
        what,
        before: Some(before).filter(|text| !text.is_empty()),
        now,
    };
    domain::changes::changes(before, now)
        .into_iter()
        .map(|found| match found {
            Is::Name { old, new } => change(What::Name, old, new),
            Is::Address { old, new } => change(What::Address, old.join(", "), new.join(", ")),
            Is::Form { old, new } => change(What::Form, old.1, new.1),
            Is::Status { old, new } => change(What::Status, told(old), told(new)),
            Is::SigningRule { old, new } => {
                change(What::SigningRule, old.unwrap_or_default(), new.unwrap_or_default())
            }
            Is::Joined(person) => change(What::Joined, String::new(), named(&person)),
            Is::Left(person) => change(What::Left, named(&person), String::new()),
            Is::Candidate { old, new } => change(What::Candidate, named(&old), named(&new)),
        })
        .collect()
}

fn organisation_summary(organisation: &Organisation, language: Language) -> OrganisationSummary {
    OrganisationSummary {
        cvr: organisation.cvr.in_pairs(),
        name: organisation.name.clone(),
        address: organisation.address.clone(),
        form: organisation.form_text(language).to_owned(),
        status: organisation.status.into(),
        status_text: organisation.status_text(language),
        candidates: candidates(organisation),
        signing_rule: organisation.signing_rule.clone(),
        looked_up: moment(organisation.looked_up),
        source: organisation.origins.name.unwrap_or(Source::Typed).into(),
        tells_management: organisation.origins.candidates.is_some(),
        left_out: organisation
            .left_out
            .iter()
            .map(|left| LeftOut { part: left.part.into(), why: left.why.into() })
            .collect(),
    }
}

/// A whole connection; `mails` tell when each administrator's link was sent.
pub fn connection_summary(
    connection: &Connection,
    mails: &[domain::case::Mail],
    language: Language,
) -> ConnectionSummary {
    ConnectionSummary {
        organisation: organisation_summary(&connection.organisation, language),
        representative_name: connection.representative.name.as_str().to_owned(),
        representative_title: connection.representative.title.clone(),
        representative_email: connection.representative.email.as_str().to_owned(),
        administrators: connection
            .administrators
            .iter()
            .map(|a| appointed(a, connection, mails))
            .collect(),
        enclosed: connection
            .enclosed
            .iter()
            .map(|enclosed| documents::enclosed(enclosed, language))
            .collect(),
    }
}

fn appointed(
    administrator: &connection::Administrator,
    connection: &Connection,
    mails: &[domain::case::Mail],
) -> Appointed {
    let email = administrator.email.as_str();
    Appointed {
        name: administrator.name.as_str().to_owned(),
        email: email.to_owned(),
        born: administrator.born.date().to_string(),
        is_representative: administrator.is_representative,
        is_reporter: connection.reporter.as_ref().is_some_and(|r| r.email == administrator.email),
        link_sent: mails
            .iter()
            .find(|m| m.kind == MailKind::SetUpLink && m.to == email)
            .map(|m| moment(m.at)),
    }
}

/// The reporter.
pub fn reporter(reporter: &connection::Reporter) -> Reporter {
    Reporter {
        name: reporter.name.as_str().to_owned(),
        first_name: reporter.name.first().to_owned(),
        organisation: reporter.organisation.clone(),
        email: reporter.email.as_str().to_owned(),
    }
}

/// The reporter whose answers are remembered for the next case, as typed.
pub fn remembered(reporter: &ReporterAnswers) -> Reporter {
    Reporter {
        name: reporter.name.clone(),
        first_name: reporter.name.split_whitespace().next().unwrap_or_default().to_owned(),
        organisation: Some(reporter.organisation.clone()).filter(|firm| !firm.is_empty()),
        email: reporter.email.clone(),
    }
}

/// The terms that this version knows, and what the person has done with them.
pub fn terms(answers: &TermsAnswers) -> Terms {
    let shown = answers.shown();
    Terms {
        title: CURRENT.title.to_owned(),
        published: CURRENT.published.to_string(),
        annexes: CURRENT.annexes.iter().map(|&annex| annex.to_owned()).collect(),
        summary_shown: shown.summary_shown.map(moment),
        opened: shown.official.map(|text| moment(text.opened)),
        accepted: answers.accepted,
    }
}

/// The answers of a draft.
pub fn draft_summary(
    draft: &Draft,
    facts: &Facts<'_>,
    language: Language,
    today: Date,
) -> DraftSummary {
    DraftSummary {
        need: need_name(draft.need.outcome()),
        connected: draft.need.connected.map(Into::into),
        cvr_typed: draft.cvr.clone(),
        lookup: lookup(draft, language),
        organisation: draft.into(),
        representative: draft.into(),
        administrators: answers::Administrators::from(draft),
        terms: terms(&draft.terms),
        documents: documents::needed(draft, facts, language, today),
    }
}

/// Everything that is missing, with the page where it is answered, in the order of the pages.
pub fn missing(draft: &Draft, today: Date) -> Vec<Missing> {
    let mut said = std::collections::HashSet::new();
    Part::ALL
        .into_iter()
        .flat_map(|part| {
            problems_in(draft, part, today).into_iter().map(move |problem| (part, problem))
        })
        .filter(|(_, problem)| said.insert(problem.clone()))
        .map(|(part, problem)| Missing {
            // Whoever is representative and administrator is asked about MitID on the first of the
            // two pages.
            part: match &*problem.field {
                "representative.hasMitid" => Part::Representative.into(),
                _ => part.into(),
            },
            asked: asked(&problem.field, Some(draft)),
            field: problem.field,
            code: problem.problem.code().to_owned(),
        })
        .collect()
}

/// What the need check says, in one word.
pub fn need_name(need: Need) -> NeedName {
    match need {
        Need::Open => NeedName::Open,
        Need::Needed(WhyNeeded::SeveralPeople) => NeedName::SeveralPeople,
        Need::Needed(WhyNeeded::NotAlone) => NeedName::NotAlone,
        Need::Needed(WhyNeeded::KindNotCovered) => NeedName::KindNotCovered,
        Need::Needed(WhyNeeded::NotRuledOut) => NeedName::NotRuledOut,
        Need::NotNeeded(WhyNot::OwnerAlone) => NeedName::OwnerAlone,
        Need::NotNeeded(WhyNot::SignsAlone) => NeedName::SignsAlone,
        Need::NotNeeded(WhyNot::AssociationRepresentative) => NeedName::AssociationRepresentative,
    }
}

/// What will be signed, when the case is whole.
pub fn preview(to_sign: Option<&ToSign>) -> Option<Preview> {
    to_sign.map(|it| Preview {
        code: code(&it.code),
        reference_text: it.reference_text.clone(),
        exact: it.exact.clone(),
    })
}

/// Whether there is a newer Tilslut.
pub fn update(update: &model::Update) -> Update {
    match update {
        model::Update::NotConfigured => Update::NotConfigured,
        model::Update::NotAsked => Update::NotAsked,
        model::Update::Asking => Update::Asking,
        model::Update::Newest => Update::Newest,
        model::Update::Newer { version } => Update::Newer { version: version.clone() },
        model::Update::Installing => Update::Installing,
        model::Update::Failed => Update::Failed,
    }
}

/// The clock, while the login under way waits for a word about it.
pub fn clock_off(login: &model::Login) -> Option<ClockOff> {
    let behind = login.clock_behind.map(crate::values::seconds)?;
    Some(ClockOff { behind, system: std::env::consts::OS.to_owned() })
}

/// What has become of the delivery.
pub fn delivery(delivery: &domain::case::Delivery) -> Delivery {
    match delivery {
        domain::case::Delivery::Sending { .. } => Delivery::Sending,
        domain::case::Delivery::NotSent { .. } => Delivery::NotSent,
        domain::case::Delivery::NoReceiver { .. } => Delivery::NoReceiver,
        domain::case::Delivery::Unknown { since, .. } => {
            Delivery::Unknown { since: moment(*since) }
        }
        domain::case::Delivery::Refused { reason, .. } => {
            Delivery::Refused { reason: reason.clone() }
        }
        domain::case::Delivery::Accepted(accepted) => Delivery::Accepted {
            case_number: accepted.case_number.clone(),
            at: moment(accepted.at),
        },
    }
}

/// The day on which the administrators' set-up link expires (`domain.md` §1.5, SETUP).
pub fn setup_deadline(approved: &Approved) -> Date {
    book().deadlines.lengths.set_up_link.length.after(approved_on(approved))
}

/// Until when an answer is expected, where documents are handled by a person.
pub fn expected(approved: &Approved) -> Option<Date> {
    (!approved.connection.enclosed.is_empty())
        .then(|| expected_answer(approved_on(approved)).latest)
}

/// A mail of the practice mailbox.
pub fn mail(case: &CaseId, mail: &domain::case::Mail) -> Mail {
    Mail {
        case: case.0.clone(),
        kind: mail.kind.into(),
        to: mail.to.clone(),
        at: moment(mail.at),
        subject: mail.subject.clone(),
        body: mail.body.clone(),
    }
}
