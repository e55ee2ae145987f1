//! The organisation, the people and the moment of the named states. What a case goes through is
//! made by [`domain::case::step`], so that no state is shown that the program cannot reach.

use domain::approver::{Authority, LoginName};
use domain::case::{
    Accepted, Case, CaseId, DeliveryOutcome, Event, Evidence, HandOverFile, Level, Mail, MailKind,
    Now, Stage, Token, step,
};
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::draft::{
    AdministratorAnswers, Draft, ReporterAnswers, RepresentativeAnswers, Role, TermsAnswers,
};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::need::{NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::TypedDate;
use domain::terms::CURRENT;
use domain::{Answer, Environment, Secret, Timestamp, day_in_denmark};

/// The case that most states are about.
pub const CASE: &str = "0123456789abcdef0123456789abcdef";
/// The case that a reporter prepared.
pub const REPORTER_CASE: &str = "0123456789abcdef0123456789abcde0";
/// A name that is not the representative's, and not in the register.
pub const STRANGER: &str = "Søren Winther";

/// The moment of every named state, by the core's clock and by the window's.
pub fn now() -> Timestamp {
    "2026-11-24T13:30:00Z".parse().expect("a moment")
}

/// So many minutes before now.
pub fn ago(minutes: i64) -> Timestamp {
    Timestamp::from_second(now().as_second() - minutes * 60).expect("a moment")
}

/// A moment, and the day in Denmark.
pub fn at(moment: Timestamp) -> Now {
    Now { at: moment, today: day_in_denmark(moment) }
}

/// A number that the domain takes.
pub fn cvr(number: &str) -> CvrNumber {
    CvrNumber::parse(number).expect("a sound number")
}

fn candidate(
    unit: u64,
    name: &str,
    body: &str,
    function: &str,
    kind: ParticipantKind,
) -> Candidate {
    Candidate {
        unit,
        name: name.into(),
        roles: vec![HeldRole::new("LEDELSESORGAN", body, function)],
        kind,
    }
}

/// What the register says of the organisation.
pub fn organisation() -> Organisation {
    Organisation {
        cvr: cvr("13748136"),
        name: "Nordlys Tømrer & Snedker ApS".into(),
        address: vec!["Savværksvej 12".into(), "5700 Svendborg".into()],
        form_code: 80,
        form: "Anpartsselskab".into(),
        status: Status::Active,
        status_text: "Normal".into(),
        candidates: vec![
            candidate(
                4_000_000_001,
                "Mette Lindegaard Krogh",
                "Direktion",
                "DIREKTØR",
                ParticipantKind::Person,
            ),
            candidate(
                4_000_000_002,
                "Palle Krogh",
                "Bestyrelse",
                "BESTYRELSESMEDLEM",
                ParticipantKind::Person,
            ),
            candidate(
                4_000_000_003,
                "Annika Lindqvist",
                "Bestyrelse",
                "BESTYRELSESMEDLEM",
                ParticipantKind::PersonWithoutCpr,
            ),
        ],
        signing_rule: Some("Selskabet tegnes af en direktør alene.".into()),
        looked_up: ago(40),
        origins: Origins::all(Source::Practice),
        left_out: Vec::new(),
    }
}

/// The same, when it said other things before.
pub fn organisation_before() -> Organisation {
    Organisation {
        name: "Nordlys Tømrerforretning ApS".into(),
        address: vec!["Havnegade 2".into(), "5700 Svendborg".into()],
        candidates: vec![candidate(
            4_000_000_009,
            "Orla Krogh",
            "Bestyrelse",
            "FORMAND",
            ParticipantKind::Person,
        )],
        looked_up: ago(60 * 24 * 30),
        ..organisation()
    }
}

/// One that is being dissolved and is blocked in MitID Erhverv.
pub fn dissolving() -> Organisation {
    Organisation {
        name: "Strandparkens Køkken & Bad ApS under konkurs".into(),
        status: Status::Dissolving,
        status_text: "UNDERKONKURS".into(),
        candidates: Vec::new(),
        signing_rule: None,
        origins: Origins {
            candidates: None,
            signing_rule: None,
            ..Origins::all(Source::Datafordeler)
        },
        ..organisation()
    }
}

/// One whose board the register does not know.
pub fn association() -> Organisation {
    Organisation {
        name: "Fonden Nordlysets Venner i Tranekær og omegn".into(),
        form_code: 90,
        form: "Fond og andre selvejende institutioner".into(),
        candidates: Vec::new(),
        signing_rule: None,
        ..organisation()
    }
}

/// Nothing answered.
pub fn empty_draft() -> Draft {
    Draft::default()
}

/// The need is answered and the organisation is found; the rest is to be done.
pub fn begun_draft() -> Draft {
    Draft {
        need: NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() },
        cvr: "13748136".into(),
        lookup: Lookup::Found(Box::new(organisation())),
        role: Some(Role::Representative),
        ..Draft::default()
    }
}

fn born(day: &str, month: &str, year: &str) -> TypedDate {
    TypedDate { day: day.into(), month: month.into(), year: year.into() }
}

/// The representative's own answers.
pub fn mette() -> RepresentativeAnswers {
    RepresentativeAnswers {
        name: "Mette Lindegaard Krogh".into(),
        title: "direktør".into(),
        email: "mette@nordlystomrer.example".into(),
        born: born("14", "3", "1981"),
        has_mitid: Some(Answer::Yes),
        has_cpr: Some(Answer::Yes),
        in_cvr: None,
    }
}

/// Another administrator.
pub fn soren() -> AdministratorAnswers {
    AdministratorAnswers {
        name: "Søren Thorup Winther".into(),
        email: "soren@nordlystomrer.example".into(),
        born: born("30", "11", "1987"),
        has_cpr: Some(Answer::Yes),
        has_mitid: Some(Answer::Yes),
    }
}

/// Everything answered, by the representative.
pub fn whole_draft() -> Draft {
    Draft {
        representative: mette(),
        representative_is_administrator: true,
        administrators: vec![soren()],
        terms: TermsAnswers {
            accepted: true,
            ..TermsAnswers::default().after_opening(ago(60 * 26), CURRENT.address)
        },
        ..begun_draft()
    }
}

/// Everything answered, by a reporter.
pub fn reporter_draft() -> Draft {
    let terms = TermsAnswers { accepted: false, ..whole_draft().terms };
    Draft { role: Some(Role::Reporter), reporter: jens(), terms, ..whole_draft() }
}

/// The reporter's answers.
pub fn jens() -> ReporterAnswers {
    ReporterAnswers {
        name: "Jens Aagaard Holm".into(),
        organisation: "Holm & Bjerre Revision ApS".into(),
        email: "jens@holmbjerre.example".into(),
    }
}

/// The organisation as somebody typed it.
pub fn typed() -> TypedOrganisation {
    TypedOrganisation {
        counts: true,
        name: "Nordlys Tømrer & Snedker ApS".into(),
        form_code: Some(80),
        form: "Anpartsselskab".into(),
        status: "AKTIV".into(),
    }
}

/// The case that most states are about, with these answers.
pub fn case(draft: Draft) -> Case {
    case_of(CASE, draft, 3)
}

/// A case with these answers, changed so many minutes ago.
pub fn case_of(id: &str, draft: Draft, changed: i64) -> Case {
    let begun = Case::begin(CaseId(id.to_owned()), Environment::Practice, at(ago(changed)));
    Case { stage: Stage::Drafting(Box::new(draft)), ..begun }
}

/// What comes of an event; every one here is legal.
pub fn after(case: &Case, event: Event, minutes_ago: i64) -> Case {
    step(case, event, at(ago(minutes_ago))).expect("a legal move").0
}

fn token(name: &str) -> Token {
    Token(name.to_owned())
}

/// The evidence of a login under this name.
pub fn evidence(name: impl Into<LoginName>, level: Level, minutes_ago: i64) -> Evidence {
    Evidence {
        bundle: b"{}".to_vec(),
        level,
        approver: name.into(),
        approved_at: ago(minutes_ago),
        control_code: ControlCode::from_hash(&[0b0011_1010; 32]),
        authority: Authority::Untold,
        clock_offset: None,
    }
}

/// The login is under way.
pub fn approving(draft: &Case) -> Case {
    after(draft, Event::ApprovalAsked { attempt: token("attempt") }, 5)
}

/// The name of the login under way.
pub fn attempt() -> Token {
    token("attempt")
}

/// Somebody has logged in.
pub fn logged_in(draft: &Case, evidence: Evidence) -> Case {
    let outcome = Ok(Box::new(evidence));
    after(
        &approving(draft),
        Event::LoginEnded { attempt: attempt(), outcome, delivery: token("delivery") },
        4,
    )
}

/// Approved under the representative's own name, and on its way.
pub fn approved(draft: &Case) -> Case {
    logged_in(draft, evidence("Mette Lindegaard Krogh", Level::B, 4))
}

/// Approved, with what came of the delivery.
pub fn delivered(approved: &Case, outcome: DeliveryOutcome) -> Case {
    after(approved, Event::DeliveryEnded { id: token("delivery"), outcome }, 3)
}

/// The receiver has taken it.
pub fn taken() -> DeliveryOutcome {
    let mail = |kind, to: &str, subject: &str, body: &str| Mail {
        kind,
        to: to.into(),
        at: ago(2),
        subject: subject.into(),
        body: body.into(),
    };
    DeliveryOutcome::Accepted(Accepted {
        id: token("delivery"),
        case_number: "PRØVE-2026-0147".into(),
        at: ago(3),
        mails: vec![
            mail(
                MailKind::Receipt,
                "mette@nordlystomrer.example",
                "PRØVE: Kvittering for tilslutning af Nordlys Tømrer & Snedker ApS",
                "PRØVE. Denne e-mail er ikke sendt.\n\nHej Mette\n\nPrøvemodtageren har fået din godkendelse.",
            ),
            mail(
                MailKind::SetUpLink,
                "soren@nordlystomrer.example",
                "PRØVE: Link til opsætning af Nordlys Tømrer & Snedker ApS i MitID Erhverv",
                "PRØVE. Denne e-mail er ikke sendt.",
            ),
        ],
    })
}

/// A hand-over file, and the words that open it.
pub fn file() -> HandOverFile {
    HandOverFile {
        path: "/home/jens/Dokumenter/PRØVE Nordlys Tømrer & Snedker ApS CVR 13748136.tilslut"
            .into(),
        words: ["birk", "anker", "kande", "mose", "sten", "fløde"]
            .map(|word| Secret::new(word.to_owned()))
            .to_vec(),
    }
}
