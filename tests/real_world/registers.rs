//! What registers answer: whatever it is, the look-up has what can be read, names what was left
//! out, and an approval of it has a receipt.

mod addresses;
mod any;
mod datafordeler;
mod participants;
mod personal_numbers;

pub(crate) use any::any_answer;

use domain::Environment;
use domain::connection::{Administrator, Connection, Representative};
use domain::draft::TermsAnswers;
use domain::organisation::Organisation;
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::CURRENT;
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::Value;

const COMPANY: &str = "/hits/hits/0/_source/Vrvirksomhed";
const FUNCTION: &str =
    "/deltagerRelation/0/organisationer/0/medlemsData/0/attributter/0/vaerdier/0";

const PARTNER: &str = "01-partner-is-a-company.json";
const NOBODY: &str = "02-holder-without-participant.json";
const ABROAD: &str = "03-address-abroad-postcode-0.json";
const DATED: &str = "06-company-name-with-date.json";
const NUMBER: &str = "06-signing-rule-with-number.json";

pub(crate) fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

fn file(name: &str) -> Value {
    let path = format!("{}/tests/real_world/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The answer of a file, with other values at some places of the company.
fn changed(name: &str, changes: &[(&str, Value)]) -> Value {
    let mut answer = file(name);
    for (place, value) in changes {
        let (parent, member) = place.rsplit_once('/').unwrap();
        match answer.pointer_mut(&format!("{COMPANY}{parent}")).unwrap_or_else(|| panic!("{place}"))
        {
            Value::Array(all) => all[member.parse::<usize>().unwrap()] = value.clone(),
            other => other[member] = value.clone(),
        }
    }
    answer
}

fn read(answer: &Value) -> Organisation {
    let organisations = register::read_any(answer.to_string().as_bytes(), now()).unwrap();
    organisations.into_iter().next().unwrap()
}

/// An approval about an organisation.
pub(crate) fn about(organisation: Organisation) -> Connection {
    let name = PersonName::parse("Mette Prøve Krogh").unwrap();
    let email = EmailAddress::parse("mette@nordlys.example").unwrap();
    let born = BirthDate::from_date(date(1981, 3, 14), date(2026, 11, 24)).unwrap();
    Connection {
        organisation,
        representative: Representative {
            name: name.clone(),
            title: "direktør".to_owned(),
            email: email.clone(),
        },
        administrators: vec![Administrator { name, email, born, is_representative: true }],
        terms: TermsAnswers::default().after_opening(now(), CURRENT.address).shown(),
        reporter: None,
        enclosed: vec![],
    }
}

fn approved(organisation: Organisation) -> String {
    casefile::approved(&about(organisation), Environment::Practice).unwrap()
}
