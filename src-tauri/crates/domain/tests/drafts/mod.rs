//! A draft that is whole, to be spoiled in one place at a time, and the case that it belongs to.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::case::{Case, CaseId, Effect, Event, Now, Stage, step};
use domain::cvr::CvrNumber;
use domain::documents::{Attached, DocumentId, MediaType};
use domain::draft::{AdministratorAnswers, Draft, Role};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::TypedDate;
use domain::terms::CURRENT;
use domain::{Answer, Environment};
use jiff::civil::date;

pub const CVR: &str = "13748136";

pub fn now() -> Now {
    Now { at: "2026-11-24T13:47:00Z".parse().unwrap(), today: date(2026, 11, 24) }
}

pub fn later() -> Now {
    Now { at: "2026-11-24T14:00:00Z".parse().unwrap(), today: date(2026, 11, 24) }
}

pub fn organisation(status: Status) -> Organisation {
    Organisation {
        cvr: CvrNumber::parse(CVR).unwrap(),
        name: "Nordlys Tømrer & Snedker ApS".into(),
        address: vec!["Havnegade 1".into(), "5953 Tranekær".into()],
        form_code: 80,
        form: "Anpartsselskab".into(),
        status,
        status_text: "NORMAL".into(),
        candidates: vec![Candidate {
            unit: 4_000_000_001,
            name: "Mette Lindegaard Krogh".into(),
            roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
            kind: ParticipantKind::Person,
        }],
        signing_rule: None,
        looked_up: now().at,
        origins: Origins::all(Source::Virk),
        left_out: vec![],
    }
}

pub fn born() -> TypedDate {
    TypedDate { day: "30".into(), month: "11".into(), year: "1987".into() }
}

pub fn whole(role: Role) -> Draft {
    let mut draft = Draft {
        need: NeedAnswers {
            people: Some(People::Several),
            kind: Some(Kind::Company),
            signs_alone: None,
            connected: None,
        },
        cvr: "DK 13 74 81 36".into(),
        lookup: Lookup::Found(Box::new(organisation(Status::Active))),
        role: Some(role),
        ..Draft::default()
    };
    draft.reporter.name = "Jens Aagaard Holm".into();
    draft.reporter.email = "jens@holmbjerre.example".into();
    draft.representative.name = "Mette Lindegaard Krogh".into();
    draft.representative.title = "direktør".into();
    draft.representative.email = "mette@nordlystomrer.example".into();
    draft.representative.has_mitid = Some(Answer::Yes);
    draft.terms = draft.terms.after_opening(now().at, CURRENT.address);
    draft.terms.accepted = role == Role::Representative;
    draft.administrators = vec![AdministratorAnswers {
        name: "Søren Thorup Winther".into(),
        email: "soren@nordlystomrer.example".into(),
        born: born(),
        has_cpr: Some(Answer::Yes),
        has_mitid: Some(Answer::Yes),
    }];
    draft
}

pub fn case(stage: Stage) -> Case {
    Case { stage, ..Case::begin(CaseId("a".repeat(32)), Environment::Practice, now()) }
}

pub fn drafting(draft: Draft) -> Case {
    case(Stage::Drafting(Box::new(draft)))
}

pub fn draft_of(case: &Case) -> &Draft {
    match &case.stage {
        Stage::Drafting(draft) => draft,
        other => panic!("not a draft: {other:?}"),
    }
}

pub fn attached() -> Attached {
    Attached {
        id: DocumentId("a".into()),
        kind: "identity".into(),
        name: "pas.pdf".into(),
        media: MediaType::Pdf,
        size: 7,
        sha256: [7; 32],
        at: now().at,
        confirmed: vec![],
    }
}

pub fn go(case: &Case, event: Event) -> (Case, Vec<Effect>) {
    step(case, event, later()).expect("the move is legal here")
}
