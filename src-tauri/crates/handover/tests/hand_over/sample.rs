//! The case that is handed over.

use domain::Timestamp;
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::cvr::CvrNumber;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{CURRENT, OfficialText, TermsShown};
use jiff::civil::date;

/// The case's name on the reporter's machine.
pub const CASE: &str = "0123456789abcdef0123456789abcdef";

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What was prepared, without documents.
pub fn connection() -> Connection {
    Connection {
        organisation: Organisation {
            cvr: CvrNumber::parse("13748136").unwrap(),
            name: "Nordlys ApS".into(),
            address: vec!["Havnegade 14".into(), "5953 Tranekær".into()],
            form_code: 80,
            form: "Anpartsselskab".into(),
            status: Status::Active,
            status_text: "NORMAL".into(),
            candidates: vec![Candidate {
                unit: 4_000_100_001,
                name: "Søren Thorup Winther".into(),
                roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
                kind: ParticipantKind::Person,
            }],
            signing_rule: Some("Selskabet tegnes af direktøren.".into()),
            looked_up: at("2026-11-19T15:00:00Z"),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        },
        representative: Representative {
            name: name("Søren Thorup Winther"),
            title: "Direktør".into(),
            email: email("soren@nordlystomrer.example"),
        },
        administrators: vec![Administrator {
            name: name("Mette Lindegaard Krogh"),
            email: email("mette@nordlystomrer.example"),
            born: BirthDate::from_date(date(1981, 3, 14), date(2026, 11, 19)).unwrap(),
            is_representative: false,
        }],
        terms: TermsShown {
            title: CURRENT.title.into(),
            published: CURRENT.published,
            summary_shown: None,
            official: Some(OfficialText {
                opened: at("2026-11-19T15:05:00Z"),
                address: CURRENT.address.into(),
            }),
        },
        reporter: Some(Reporter {
            name: name("Jens Aagaard Holm"),
            organisation: Some("Holm & Bjerre Revision ApS".into()),
            email: email("jens@holmbjerre.example"),
        }),
        enclosed: vec![],
    }
}

/// The words, as they were drawn.
pub fn six() -> Vec<String> {
    ["anker", "birk", "cello", "æble", "måge", "fugl"].map(str::to_owned).to_vec()
}

/// When the file was written.
pub fn handed_over() -> Timestamp {
    at("2026-11-19T15:20:00Z")
}
