//! The timeline of an organisation's administrators: every appointment once, newest first, and
//! nothing of another organisation or world.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::approver::{Approver, Authority};
use domain::case::{
    Accepted, Approved, Case, CaseId, Delivery, Evidence, Level, Outcome, Reason, Stage, Stated,
    Token,
};
use domain::connection::{Administrator, Connection};
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, Role};
use domain::person::{BirthDate, PersonName};
use domain::timeline::{Appointment, timeline};
use domain::{Environment, Timestamp};
use drafts::{CVR, now, whole};
use jiff::civil::date;
use proptest::prelude::*;

fn cvr() -> CvrNumber {
    CvrNumber::parse(CVR).unwrap()
}

fn person(name: &str, year: i16) -> Administrator {
    let connection = Connection::parse(&whole(Role::Representative), now().today).unwrap();
    let born = BirthDate::from_date(date(year, 5, 5), now().today).unwrap();
    Administrator {
        name: PersonName::parse(name).unwrap(),
        born,
        is_representative: false,
        ..connection.administrators[0].clone()
    }
}

fn accepted() -> Delivery {
    Delivery::Accepted(Accepted {
        id: Token("d".into()),
        case_number: "2026-000147".into(),
        at: now().at,
        mails: vec![],
    })
}

fn case(id: u8, at: &str, people: &[Administrator], delivery: Delivery) -> Case {
    let mut connection = Connection::parse(&whole(Role::Representative), now().today).unwrap();
    connection.administrators = people.to_vec();
    let approved_at: Timestamp = at.parse().unwrap();
    let control_code = ControlCode::from_hash(&[id; 32]);
    let (approver, authority) = ("Mette Lindegaard Krogh".into(), Authority::Untold);
    let evidence = Evidence {
        bundle: vec![],
        level: Level::B,
        approver,
        approved_at,
        control_code,
        authority,
        clock_offset: None,
    };
    let approver = Approver::of(&evidence, &connection);
    Case {
        id: CaseId(format!("{id:032x}")),
        environment: Environment::Live,
        created: now().at,
        changed: now().at,
        stage: Stage::Approved(Box::new(Approved {
            connection,
            evidence,
            approver,
            delivery,
            visit: None,
        })),
        problem: None,
        discarded_approvals: vec![],
        history: domain::case::History::default(),
    }
}

fn told<'a>(appointments: &[Appointment<'a>]) -> Vec<(&'a str, String, Option<String>)> {
    let day = |at: Timestamp| at.to_string().split('T').next().unwrap().to_owned();
    appointments
        .iter()
        .map(|one| {
            (one.administrator.name.as_str(), day(one.evidence.approved_at), one.before.map(day))
        })
        .collect()
}

#[test]
fn appointments_come_newest_first_and_say_what_was_before() {
    let (anna, bo) = (person("Anna Ø. Dam", 1980), person("Bo Lund", 1975));
    let anna_again = person("ANNA  ø. dam", 1980);
    let namesake = person("Anna Ø. Dam", 1990);
    let cases = [
        case(1, "2024-03-01T10:00:00Z", &[anna.clone(), bo.clone()], accepted()),
        case(3, "2026-09-09T10:00:00Z", &[namesake, anna_again], accepted()),
        case(2, "2025-06-15T10:00:00Z", std::slice::from_ref(&anna), accepted()),
    ];
    let appointments = timeline(&cases, Environment::Live, cvr());
    let day = |text: &str| text.to_owned();
    assert_eq!(
        told(&appointments),
        [
            ("Anna Ø. Dam", day("2026-09-09"), None),
            ("ANNA ø. dam", day("2026-09-09"), Some(day("2025-06-15"))),
            ("Anna Ø. Dam", day("2025-06-15"), Some(day("2024-03-01"))),
            ("Anna Ø. Dam", day("2024-03-01"), None),
            ("Bo Lund", day("2024-03-01"), None),
        ]
    );
    assert_eq!(appointments[0].case_number(), Some("2026-000147"));
    assert_eq!(appointments[0].evidence.control_code, ControlCode::from_hash(&[3; 32]));
    assert_eq!(appointments[0].case.id, cases[1].id);
}

#[test]
fn a_refused_case_is_told_and_appoints_nobody() {
    let anna = person("Anna Dam", 1980);
    let refused =
        Delivery::Refused { id: Token("d".into()), reason: "Dokumentation mangler".into() };
    let cases = [
        case(1, "2025-01-01T10:00:00Z", std::slice::from_ref(&anna), refused),
        case(2, "2025-02-01T10:00:00Z", &[anna], Delivery::NotSent { id: Token("d".into()) }),
    ];
    let appointments = timeline(&cases, Environment::Live, cvr());
    assert_eq!(appointments.iter().map(|one| one.before).collect::<Vec<_>>(), [None, None]);
    assert_eq!(appointments.iter().map(Appointment::case_number).collect::<Vec<_>>(), [None, None]);
}

/// What was stated since says more than the way to a receiver: one that was rejected appointed
/// nobody, and one that nobody received was concluded.
#[test]
fn what_was_stated_of_an_approval_says_whether_it_appoints_anybody() {
    let anna = person("Anna Dam", 1980);
    let on = date(2025, 1, 2);
    let reason = Reason { rule: None, words: "Referatet mangler".into() };
    let rows = [
        (Outcome::Concluded { on }, true),
        (Outcome::SentWithDocuments { on }, true),
        (Outcome::Stopped { screen: None, reason: reason.clone() }, false),
        (Outcome::Rejected { on, reason }, false),
        (Outcome::Withdrawn, false),
    ];
    for (outcome, counts) in rows {
        for delivery in [accepted(), Delivery::NoReceiver { id: Token("d".into()) }] {
            let one = std::slice::from_ref(&anna);
            let mut first = case(1, "2025-01-01T10:00:00Z", one, delivery);
            let stated =
                Stated { outcome: outcome.clone(), at: now().at, by: Role::Representative };
            first.history.stated.push(stated);
            let second = case(2, "2025-02-01T10:00:00Z", one, accepted());
            let cases = [first, second];
            let appointments = timeline(&cases, Environment::Live, cvr());
            assert_eq!(appointments[0].before.is_some(), counts, "{outcome:?}");
            assert_eq!(appointments[1].counts(), counts, "{outcome:?}");
        }
    }
}

#[test]
fn other_organisations_other_worlds_and_open_cases_are_left_out() {
    let anna = person("Anna Dam", 1980);
    let mine = case(1, "2025-01-01T10:00:00Z", std::slice::from_ref(&anna), accepted());
    let practice = Case { environment: Environment::Practice, ..mine.clone() };
    let mut other = mine.clone();
    if let Stage::Approved(approved) = &mut other.stage {
        approved.connection.organisation.cvr = CvrNumber::parse("24256790").unwrap();
    }
    let draft = Case {
        stage: Stage::Drafting(Box::new(Draft { cvr: CVR.into(), ..whole(Role::Representative) })),
        ..mine.clone()
    };
    assert_eq!(
        timeline(&[practice.clone(), other, draft, mine], Environment::Live, cvr()).len(),
        1
    );
    assert_eq!(timeline(&[practice], Environment::Practice, cvr()).len(), 1);
    assert!(timeline(&[], Environment::Live, cvr()).is_empty());
}

proptest! {
    #[test]
    fn the_order_in_which_cases_are_kept_does_not_matter(days in prop::collection::vec(1_i8..28, 1..8), turned in 0_usize..8) {
        let people = [person("Anna Dam", 1980), person("Bo Lund", 1975)];
        let mut cases: Vec<Case> =
            (1..).zip(&days).map(|(id, day)| case(id, &format!("2025-03-{day:02}T10:00:00Z"), &people, accepted())).collect();
        let once: Vec<_> = timeline(&cases, Environment::Live, cvr()).iter().map(|one| (one.case.id.clone(), one.before)).collect();
        let turn = turned % cases.len();
        cases.rotate_left(turn);
        let again: Vec<_> = timeline(&cases, Environment::Live, cvr()).iter().map(|one| (one.case.id.clone(), one.before)).collect();
        prop_assert_eq!(once.len(), days.len() * 2);
        prop_assert_eq!(once, again);
    }
}
