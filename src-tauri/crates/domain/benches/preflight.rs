//! How long a preflight takes: every observation and every rule, for a case in which nothing is
//! wrong and one in which much is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use domain::Answer;
use domain::cvr::CvrNumber;
use domain::documents::{Attached, DocumentId, MediaType};
use domain::draft::{AdministratorAnswers, Draft, Role};
use domain::lookup::Lookup;
use domain::need::{NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::TypedDate;
use domain::preflight::{Facts, outlook, preflight};
use domain::terms::CURRENT;
use jiff::civil::date;
use std::hint::black_box;

fn administrator(name: &str, email: &str) -> AdministratorAnswers {
    let born = TypedDate { day: "30".into(), month: "11".into(), year: "1987".into() };
    AdministratorAnswers {
        name: name.into(),
        email: email.into(),
        born,
        has_cpr: Some(Answer::Yes),
        has_mitid: Some(Answer::Yes),
    }
}

fn candidate(unit: u64, name: &str, body: &str, function: &str) -> Candidate {
    let roles = vec![HeldRole::new("LEDELSESORGAN", body, function)];
    Candidate { unit, name: name.into(), kind: ParticipantKind::Person, roles }
}

/// A company with a director and a board of four, two administrators and a reporter.
fn sound() -> Draft {
    let organisation = Organisation {
        cvr: CvrNumber::parse("13748136").unwrap(),
        name: "Nordlys Tømrer & Snedker ApS".into(),
        address: vec!["Havnegade 1".into(), "5953 Tranekær".into()],
        form_code: 80,
        form: "Anpartsselskab".into(),
        status: Status::Active,
        status_text: "NORMAL".into(),
        candidates: vec![
            candidate(1, "Mette Lindegaard Krogh", "Direktion", "DIREKTØR"),
            candidate(2, "Bo Dahl", "Bestyrelse", "FORMAND"),
            candidate(3, "Karen Margrethe Juul", "Bestyrelse", "BESTYRELSESMEDLEM"),
            candidate(4, "Ole Vestergaard", "Bestyrelse", "BESTYRELSESMEDLEM"),
            candidate(5, "Ida Toft", "Bestyrelse", "SUPPLEANT"),
        ],
        signing_rule: Some(
            "Selskabet tegnes af direktøren eller af to bestyrelsesmedlemmer i forening.".into(),
        ),
        looked_up: "2026-11-23T12:00:00Z".parse().unwrap(),
        origins: Origins::all(Source::Virk),
        left_out: vec![],
    };
    let mut draft = Draft {
        need: NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() },
        cvr: "13748136".into(),
        lookup: Lookup::Found(Box::new(organisation)),
        role: Some(Role::Reporter),
        ..Draft::default()
    };
    draft.reporter.name = "Jens Aagaard Holm".into();
    draft.reporter.email = "jens@holmbjerre.example".into();
    draft.representative.name = "Mette Lindegaard Krogh".into();
    draft.representative.title = "direktør".into();
    draft.representative.email = "mette@nordlystomrer.example".into();
    draft.representative.has_mitid = Some(Answer::Yes);
    draft.terms =
        draft.terms.after_opening("2026-11-24T08:00:00Z".parse().unwrap(), CURRENT.address);
    draft.administrators = vec![
        administrator("Søren Thorup Winther", "soren@nordlystomrer.example"),
        administrator("Anna Birk Lauritsen", "anna@nordlystomrer.example"),
    ];
    draft
}

/// The same with a representative whom CVR does not name and who has no MitID, and one unsuitable
/// administrator.
fn doubtful() -> Draft {
    let mut draft = sound();
    draft.representative.name = "Hans Müller".into();
    draft.representative.has_mitid = Some(Answer::No);
    draft.administrators.push(AdministratorAnswers {
        has_cpr: Some(Answer::No),
        ..administrator("Li", "info@nordlystomrer.example")
    });
    draft.documents = vec![Attached {
        id: DocumentId("0".repeat(32)),
        kind: "identity".into(),
        name: "pas.pdf".into(),
        media: MediaType::Pdf,
        size: 900_000,
        sha256: [7; 32],
        at: "2026-11-24T08:00:00Z".parse().unwrap(),
        confirmed: vec!["valid".into()],
    }];
    draft
}

fn preflights(criterion: &mut Criterion) {
    let today = date(2026, 11, 24);
    for (name, draft) in [("sound", sound()), ("doubtful", doubtful())] {
        let facts = Facts::of(&draft);
        criterion.bench_function(&format!("preflight/{name}"), |bencher| {
            bencher.iter(|| preflight(black_box(&draft), &facts, today))
        });
        let findings = preflight(&draft, &facts, today);
        criterion.bench_function(&format!("outlook/{name}"), |bencher| {
            bencher.iter(|| outlook(black_box(&draft), &facts, today, &findings))
        });
    }
}

criterion_group!(benches, preflights);
criterion_main!(benches);
