//! What goes into a receipt beside what was approved: its place in the chain of this machine, and the case for other programs.

use casefile::CaseFile;
use domain::case::CaseId;
use domain::connection::{Administrator, Connection};
use domain::draft::{AdministratorAnswers, Draft, ReporterAnswers, RepresentativeAnswers, Role, TermsAnswers};
use domain::lookup::Lookup;
use domain::person::{BirthDate, TypedDate};
use domain::problem::Problem;
use domain::{Answer, Environment};
use receipt::Link;
use sha2::{Digest as _, Sha256};

/// The place of a case's receipt in the chain. Until receipts are stored, each stands alone as the first.
pub fn link(case: &CaseId, bundle: &[u8]) -> Link {
    Link { number: 1, previous: None, case: case.clone(), bundle_sha256: Sha256::digest(bundle).into() }
}

/// What was approved, in the documented schema of a case.
///
/// # Errors
/// [`Problem::ReceiptNotMade`] when a text looks like a CPR number, which is never written down.
pub fn case_json(connection: &Connection, environment: Environment) -> Result<Vec<u8>, Problem> {
    let draft = answers(connection);
    CaseFile::of(&draft, environment).to_json().map(String::into_bytes).map_err(|_| Problem::ReceiptNotMade)
}

/// The answers that were approved. Every administrator was attested for, else there had been no approval.
fn answers(connection: &Connection) -> Draft {
    let representative = &connection.representative;
    let (own, others): (Vec<_>, Vec<_>) = connection.administrators.iter().partition(|person| person.is_representative);
    let own = own.first();
    Draft {
        cvr: connection.organisation.cvr.to_string(),
        lookup: Lookup::Found(Box::new(connection.organisation.clone())),
        role: Some(if connection.reporter.is_some() { Role::Reporter } else { Role::Representative }),
        reporter: connection.reporter.as_ref().map_or_else(ReporterAnswers::default, |reporter| ReporterAnswers {
            name: reporter.name.as_str().to_owned(),
            organisation: reporter.organisation.clone().unwrap_or_default(),
            email: reporter.email.as_str().to_owned(),
        }),
        representative: RepresentativeAnswers {
            name: representative.name.as_str().to_owned(),
            title: representative.title.clone(),
            email: representative.email.as_str().to_owned(),
            born: own.map_or_else(TypedDate::default, |person| typed(&person.born)),
            has_mitid: own.map(|_| Answer::Yes),
            has_cpr: own.map(|_| Answer::Yes),
        },
        representative_is_administrator: own.is_some(),
        administrators: others.into_iter().map(administrator).collect(),
        terms: TermsAnswers { opened: connection.terms_opened, edition: Some(connection.terms_published), accepted: true },
        ..Draft::default()
    }
}

fn administrator(person: &Administrator) -> AdministratorAnswers {
    AdministratorAnswers {
        name: person.name.as_str().to_owned(),
        email: person.email.as_str().to_owned(),
        born: typed(&person.born),
        has_cpr: Some(Answer::Yes),
        has_mitid: Some(Answer::Yes),
    }
}

fn typed(born: &BirthDate) -> TypedDate {
    let date = born.date();
    TypedDate { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
}
