//! What is known of a case that was concluded on the official site, taken out of it. A time is told where the case keeps one; where
//! it does not, the moment is told by which a thing must have been stated, and nothing is invented.

use super::data::{
    AdministratorStated, ApprovedBefore, DocumentStated, Facts, GuidedBy, Opened,
    OrganisationStated, OutcomeStated, Prepared, ReporterStated, RepresentativeStated, Screens,
    TermsStated,
};
use super::mail_stated::{KeyStated, MailStated, SignatureStated};
use super::words::{Hash, RoleWord};

use super::since::OnDay;
use crate::chain::sha256;
use domain::approver::LoginName;
use domain::case::{
    Approved, Basis, Case, Found, Guided, MailSignature, OfficialMail, SeenKey, Stage, Stated,
};
use domain::connection::{Administrator, Connection};
use domain::draft::Role;
use domain::organisation::Organisation;
use domain::terms::TermsShown;
use jiff::civil::Date;

impl Facts {
    /// What is known of the case on a day, with the number of its receipt where it was approved in
    /// Tilslut; none while it is neither guided nor approved with a receipt, nothing stands of how
    /// it went, or the answers can still be changed.
    pub fn of(case: &Case, receipt: Option<u64>, today: Date) -> Option<Self> {
        if case.can_go_back() || case.outcome().is_none() {
            return None;
        }
        let (connection, visit, role, earlier) = match &case.stage {
            Stage::Guided(it) => (&it.connection, Some(&it.visit), it.role, it.earlier),
            Stage::Approved(it) => {
                let earlier = case.history.before_approval;
                (&it.connection, it.visit.as_ref(), Role::Representative, earlier)
            }
            _ => return None,
        };
        let (prepared, approved) = match &case.stage {
            Stage::Guided(guided) => (prepared(guided), None),
            Stage::Approved(it) => (prepared_before(it), Some(approved_before(it, receipt?)?)),
            _ => return None,
        };
        let on_day = OnDay::of(case, connection, today);
        let people = connection.administrators.iter().enumerate();
        let administrators: Vec<_> = people
            .filter_map(|(place, person)| administrator(case, place, person, &on_day))
            .collect();
        let former = connection.administrators.len().saturating_sub(administrators.len());
        Some(Self {
            environment: case.environment.into(),
            case_id: case.id.0.clone(),
            prepared,
            approved,
            guided: visit.map(|visit| GuidedBy { role: role.into(), since: visit.since }),
            organisation: organisation(&connection.organisation),
            representative: RepresentativeStated {
                name: connection.representative.name.as_str().to_owned(),
                title: connection.representative.title.clone(),
                email: connection.representative.email.as_str().to_owned(),
            },
            reporter: connection.reporter.as_ref().map(|reporter| ReporterStated {
                name: reporter.name.as_str().to_owned(),
                organisation: reporter.organisation.clone(),
                email: reporter.email.as_str().to_owned(),
            }),
            administrators,
            former: u32::try_from(former).unwrap_or(u32::MAX),
            terms: terms(&connection.terms),
            documents: documents(connection),
            outcomes: outcomes(case, earlier),
            agreement: on_day.stated(case),
            screens: visit.map(|visit| Screens {
                last: visit.screen.0.clone(),
                seen: visit.seen.iter().map(|screen| screen.0.clone()).collect(),
            }),
            mails: (1..).zip(case.mails()).map(|(number, kept)| mail(number, kept)).collect(),
        })
    }
}

/// A hand-over file tells when it was written. Of answers that were given here, only that all were
/// there when the guide began.
fn prepared(guided: &Guided) -> Prepared {
    match &guided.basis {
        Basis::Own(_) => Prepared { by: guided.role.into(), not_after: guided.visit.since },
        Basis::HandedOver(received) => {
            Prepared { by: RoleWord::from(Role::Reporter), not_after: received.handed_over }
        }
    }
}

/// Whoever opened a hand-over file approved what a reporter had written; all of it was there when it
/// was approved.
fn prepared_before(approved: &Approved) -> Prepared {
    let by = match approved.connection.reporter {
        Some(_) => Role::Reporter,
        None => Role::Representative,
    };
    Prepared { by: by.into(), not_after: approved.evidence.approved_at }
}

fn approved_before(approved: &Approved, receipt: u64) -> Option<ApprovedBefore> {
    let evidence = &approved.evidence;
    Some(ApprovedBefore {
        receipt: receipt.try_into().ok()?,
        at: evidence.approved_at,
        by: match &evidence.approver {
            LoginName::Given(name) => Some(name.clone()),
            LoginName::Protected | LoginName::NotGiven => None,
        },
        level: evidence.level.into(),
        code: evidence.control_code.groups().concat(),
        evidence: Hash(sha256(&evidence.bundle)),
    })
}

fn organisation(organisation: &Organisation) -> OrganisationStated {
    OrganisationStated {
        cvr: organisation.cvr.to_string(),
        name: organisation.name.clone(),
        address: organisation.address.clone(),
        form_code: organisation.form_code,
        form: organisation.form.clone(),
        status: organisation.status_text.clone(),
        source: organisation.origins.name.map(Into::into),
        told: organisation.looked_up,
    }
}

/// None of somebody who has stopped.
fn administrator(
    case: &Case,
    place: usize,
    person: &Administrator,
    on_day: &OnDay<'_>,
) -> Option<AdministratorStated> {
    let leaves = on_day.stays(&person.email)?;
    Some(AdministratorStated {
        name: person.name.as_str().to_owned(),
        email: person.email.as_str().to_owned(),
        born: person.born.date(),
        is_representative: person.is_representative,
        set_up: case.ticked(place, person),
        leaves,
    })
}

fn terms(terms: &TermsShown) -> TermsStated {
    let opened = |text: &domain::terms::OfficialText| Opened {
        opened: text.opened,
        address: text.address.clone(),
    };
    TermsStated {
        title: terms.title.clone(),
        published: terms.published,
        summary_shown: terms.summary_shown,
        official: terms.official.as_ref().map(opened),
    }
}

fn documents(connection: &Connection) -> Vec<DocumentStated> {
    let document = |enclosed: &domain::documents::Enclosed| DocumentStated {
        kind: enclosed.kind.clone(),
        name: enclosed.name.clone(),
        sha256: Hash(enclosed.sha256),
    };
    connection.enclosed.iter().map(document).collect()
}

fn outcomes(case: &Case, earlier: usize) -> Vec<OutcomeStated> {
    let outcome = |(index, stated): (usize, &Stated)| {
        let reason = stated.outcome.reason();
        OutcomeStated {
            is: stated.outcome.kind().into(),
            on: stated.outcome.on(),
            screen: match &stated.outcome {
                domain::case::Outcome::Stopped { screen, .. } => {
                    screen.as_ref().map(|screen| screen.0.clone())
                }
                _ => None,
            },
            rule: reason.and_then(|reason| reason.rule.clone()),
            words: reason.map(|reason| reason.words.clone()).unwrap_or_default(),
            at: stated.at,
            by: stated.by.into(),
            earlier_attempt: index < earlier,
        }
    };
    case.history.stated.iter().enumerate().map(outcome).collect()
}

fn mail(number: usize, kept: &OfficialMail) -> MailStated {
    let stated = MailStated {
        file: String::new(),
        name: kept.name.clone(),
        sha256: Hash(kept.sha256),
        size: u32::try_from(kept.size).unwrap_or(u32::MAX),
        format: kept.format.into(),
        sent: kept.sent,
        taken: kept.taken,
        belonging: kept.belonging.into(),
        signature: SignatureStated::from(&kept.signature),
        keys: kept.keys.iter().map(key).collect(),
    };
    MailStated { file: stated.file_at(number), ..stated }
}

fn key(seen: &SeenKey) -> KeyStated {
    KeyStated {
        domain: seen.name.domain.clone(),
        selector: seen.name.selector.clone(),
        seen: seen.at,
        record: match &seen.found {
            Found::Record(record) => Some(record.clone()),
            Found::Gone => None,
        },
        dnssec: seen.authenticated,
    }
}

impl From<&MailSignature> for SignatureStated {
    fn from(signature: &MailSignature) -> Self {
        match signature {
            MailSignature::Signed { domain, listing } => {
                Self::Signed { domain: domain.clone(), listing: (*listing).into() }
            }
            MailSignature::Changed => Self::Changed {},
            MailSignature::Missing => Self::Missing {},
            MailSignature::KeyGone => Self::KeyGone {},
            MailSignature::Expired => Self::Expired {},
            MailSignature::NotChecked => Self::NotChecked {},
            MailSignature::CannotBeJudged => Self::CannotBeJudged {},
        }
    }
}
