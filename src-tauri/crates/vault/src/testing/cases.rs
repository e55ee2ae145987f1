//! Cases that between them visit every stage, every answer and every outcome, with words in them
//! that no other file holds: what is looked for when a test asks whether anything can be read
//! without the key.

use domain::agreement::{AgreementEvent, Appointee, StatedEvent};
use domain::approver::{Approver, Authority, DiscardedApproval, Explanation, LoginName, NameMatch};
use domain::case::{
    Accepted, Approved, Approving, Basis, Belonging, Case, CaseId, Confirming, CopyOf, Delivery,
    Evidence, Found, Guided, HandOverFile, HandedOver, History, KeyName, Level, Listing, Mail,
    MailFormat, MailKind, MailSignature, OfficialMail, Outcome, Reason, Received, ReporterLogin,
    ScreenId, SeenKey, SetUpTick, Stage, Stated, Token, Visit,
};
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::documents::{Attached, BoardMember, DocumentId, Enclosed, MediaType};
use domain::draft::{
    AdministratorAnswers, Draft, HandOverLogin, ReporterAnswers, RepresentativeAnswers, Role,
    TermsAnswers,
};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::mail_draft::{MailTo, OpenedDraft, Recipient};
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, LeftOut, Organisation, Origins, Part, ParticipantKind, Source, Status,
    WhyLeftOut,
};
use domain::outcome::ScreenNote;
use domain::parts;
use domain::person::{BirthDate, EmailAddress, PersonName, TypedDate};
use domain::problem::Problem;
use domain::terms::{OfficialText, TermsShown};
use domain::{Answer, Environment, Timestamp};
use jiff::civil::date;

/// Words that are in the cases of [`cases`] and must be nowhere else.
pub const CANARIES: [&str; 5] =
    ["Kanariefugl", "kanarie@nordlystomrer.example", "Kanarievej 7", "1987-11-30", "kanarieordet"];

/// A case for every stage, basis, delivery and outcome, in practice.
pub fn cases() -> Vec<Case> {
    let untold = |stage| (stage, History::default());
    let before = [drafts(), others()].concat().into_iter().map(untold);
    let after = deliveries().into_iter().map(|stage| {
        let history = concluded_elsewhere(&stage);
        (stage, history)
    });
    before
        .chain(guided())
        .chain(after)
        .enumerate()
        .map(|(number, (stage, history))| Case {
            id: CaseId(format!("{:032x}", number + 1)),
            environment: Environment::Practice,
            created: moment(0),
            changed: moment(i32::try_from(number).unwrap_or(0)),
            stage,
            problem: Problem::ALL.get(number * 7).copied(),
            discarded_approvals: (0..number % 3).map(|_| discarded_approval()).collect(),
            history,
        })
        .collect()
}

fn drafts() -> Vec<Stage> {
    let whole = draft();
    let lookups = [
        Lookup::NotYet,
        Lookup::Asked { ask: u64::MAX, known: None },
        Lookup::Failed { problem: Problem::RegisterSlow, at: moment(3) },
        Lookup::Typed(Box::new(Organisation {
            origins: Origins { name: Some(Source::Typed), ..Origins::default() },
            ..organisation()
        })),
        Lookup::Found(Box::new(Organisation {
            status: Status::Dissolving,
            signing_rule: None,
            ..organisation()
        })),
        Lookup::Found(Box::new(Organisation {
            status: Status::Ceased,
            address: vec![],
            candidates: vec![],
            ..organisation()
        })),
        Lookup::Found(Box::new(Organisation {
            status: Status::Uncertain,
            status_text: String::new(),
            ..organisation()
        })),
    ];
    let needs = [
        (Some(People::One), Some(Kind::SoleProprietor), None, Some(Answer::No)),
        (Some(People::Several), Some(Kind::Association), Some(Answer::No), Some(Answer::Yes)),
        (Some(People::Unknown), Some(Kind::Other), Some(Answer::Unknown), Some(Answer::Unknown)),
        (None, None, Some(Answer::Yes), None),
    ];
    let with_lookup = lookups.into_iter().map(|lookup| Draft {
        lookup,
        role: Some(Role::Reporter),
        ..whole.clone()
    });
    let with_need = needs.map(|(people, kind, signs_alone, connected)| Draft {
        need: NeedAnswers { people, kind, signs_alone, connected },
        role: None,
        ..whole.clone()
    });
    let kept = Box::new(HandOverLogin { connection: connection(), evidence: evidence(Level::B) });
    let logged_in = Draft { role: Some(Role::Reporter), login: Some(kept), ..whole.clone() };
    [Draft::default(), whole.clone(), logged_in]
        .into_iter()
        .chain(with_lookup)
        .chain(with_need)
        .map(|draft| Stage::Drafting(Box::new(draft)))
        .collect()
}

fn others() -> Vec<Stage> {
    let approving = |basis| Approving {
        connection: connection(),
        attempt: Token("forsøg-1".into()),
        since: moment(5),
        basis,
        hand_over: None,
    };
    let file = HandOverFile {
        path: "/hjem/PRØVE.tilslut".into(),
        words: vec![domain::Secret::new("kanarieordet".into()), domain::Secret::new("sol".into())],
    };
    let login = Box::new(evidence(Level::B));
    let handed_over = |login| HandedOver {
        draft: draft(),
        connection: connection(),
        at: moment(4),
        file: file.clone(),
        login,
    };
    let came_with = |login| Received { login: Some(login), ..received() };
    vec![
        Stage::HandedOver(Box::new(handed_over(None))),
        Stage::HandedOver(Box::new(handed_over(Some(login.clone())))),
        Stage::Reviewing(Box::new(received())),
        Stage::Reviewing(Box::new(came_with(ReporterLogin::Proven(login)))),
        Stage::Reviewing(Box::new(came_with(ReporterLogin::Unproven))),
        Stage::Approving(Box::new(approving(Basis::Own(Box::new(draft()))))),
        Stage::Approving(Box::new(Approving {
            hand_over: Some(file.clone()),
            ..approving(Basis::Own(Box::new(draft())))
        })),
        Stage::Approving(Box::new(approving(Basis::HandedOver(Box::new(received()))))),
        Stage::Confirming(Box::new(confirming(
            NameMatch::NotListed,
            Basis::Own(Box::new(draft())),
        ))),
        Stage::Confirming(Box::new(confirming(NameMatch::NoName, Basis::Own(Box::new(draft()))))),
        Stage::Confirming(Box::new(confirming(
            NameMatch::NotTold,
            Basis::HandedOver(Box::new(received())),
        ))),
    ]
}

/// Guided in both roles, with nothing stated, and with each outcome after another one.
fn guided() -> Vec<(Stage, History)> {
    let reason = |rule: Option<&str>, words: &str| Reason {
        rule: rule.map(str::to_owned),
        words: words.to_owned(),
    };
    let outcomes = [
        Outcome::Concluded { on: date(2026, 11, 24) },
        Outcome::SentWithDocuments { on: date(2026, 11, 23) },
        Outcome::SentToRepresentative { on: date(2026, 11, 22) },
        Outcome::Stopped {
            screen: Some(ScreenId("documents".into())),
            reason: reason(Some("document-missing"), ""),
        },
        Outcome::Rejected { on: date(2026, 11, 24), reason: reason(None, "Kanariefugl mangler") },
        Outcome::Withdrawn,
    ];
    let bases = [
        (Basis::Own(Box::new(draft())), Role::Reporter),
        (Basis::HandedOver(Box::new(received())), Role::Representative),
    ];
    let stage = |(basis, role): &(Basis, Role), earlier| {
        Stage::Guided(Box::new(Guided {
            connection: connection(),
            basis: basis.clone(),
            role: *role,
            visit: visit(),
            earlier,
        }))
    };
    let stated = |outcome: &Outcome, by, minutes| Stated {
        outcome: outcome.clone(),
        at: moment(minutes),
        by,
    };
    let [own, handed] = &bases;
    let untold = [(stage(own, 0), History::default()), (stage(handed, 0), History::default())];
    let first = stated(&Outcome::Withdrawn, Role::Reporter, 6);
    let told = outcomes.iter().map(|outcome| {
        let history = History {
            stated: vec![first.clone(), stated(outcome, Role::Reporter, 7)],
            copy_of: Some(CopyOf {
                case: CaseId("f".repeat(32)),
                stated: Some(first.clone()),
                looked_at: [parts::Part::Need, parts::Part::Terms].into(),
            }),
            notes: vec![note()],
            copied_as: Some(CaseId("e".repeat(32))),
            ..History::default()
        };
        (stage(own, 1), history)
    });
    let concluded = stated(&Outcome::Concluded { on: date(2026, 11, 20) }, Role::Reporter, 7);
    let proven = History {
        stated: vec![concluded],
        mails: mails(),
        set_up: set_up(),
        agreement: agreement(),
        drafts: opened_drafts(),
        ..History::default()
    };
    untold.into_iter().chain(told).chain([(stage(own, 0), proven)]).collect()
}

/// One that proves that it was concluded, and one of another organisation that was taken out again.
fn mails() -> Vec<OfficialMail> {
    let key = |found| SeenKey {
        name: KeyName::new("mitid-erhverv.example", "k2026"),
        at: moment(9),
        found,
        authenticated: false,
    };
    let receipt = OfficialMail {
        sha256: [7; 32],
        name: "Kvittering til Kanariefugl.eml".into(),
        size: 4096,
        format: MailFormat::Eml,
        sent: Some(moment(7)),
        taken: moment(8),
        belonging: Belonging::Belongs,
        signature: MailSignature::Signed {
            domain: "mitid-erhverv.example".into(),
            listing: Listing::Unconfirmed,
        },
        keys: vec![key(Found::Record("v=DKIM1; k=rsa; p=AAAA".into()))],
        removed: None,
    };
    let other = OfficialMail {
        sha256: [8; 32],
        format: MailFormat::Msg,
        sent: None,
        belonging: Belonging::Another,
        signature: MailSignature::CannotBeJudged,
        keys: vec![key(Found::Gone)],
        removed: Some(moment(9)),
        ..receipt.clone()
    };
    vec![receipt, other]
}

fn note() -> ScreenNote {
    ScreenNote {
        screen: ScreenId("login".into()),
        text: "Kanariefugl på siden".into(),
        at: Some(moment(6)),
        guide: Some(date(2026, 11, 22)),
    }
}

/// One of each.
fn agreement() -> Vec<StatedEvent> {
    let Connection { mut administrators, representative, .. } = connection();
    let (email, name) = (administrators.swap_remove(0).email, representative.name);
    let on = date(2026, 12, 1);
    [
        AgreementEvent::AdministratorAppointed { who: name.clone() },
        AgreementEvent::AdministratorLeaves { who: Appointee::OfCase(email.clone()), on },
        AgreementEvent::AdministratorLeaves { who: Appointee::Since(name), on },
        AgreementEvent::AdministratorStays { who: Appointee::OfCase(email) },
        AgreementEvent::Terminated { on },
        AgreementEvent::TerminationUndone,
        AgreementEvent::TermsAnnounced { on },
        AgreementEvent::RegistrationRenewed { on },
    ]
    .into_iter()
    .zip(12..)
    .map(|(event, minutes)| StatedEvent { event, at: moment(minutes) })
    .collect()
}

fn set_up() -> Vec<SetUpTick> {
    let first = connection().administrators.first().map(|it| it.email.clone());
    let Some(administrator) = first else { return vec![] };
    let tick = |done, minutes| SetUpTick {
        administrator: administrator.clone(),
        place: None,
        done,
        at: moment(minutes),
    };
    vec![tick(true, 9), tick(false, 10), tick(true, 11)]
}

fn opened_drafts() -> Vec<OpenedDraft> {
    let opened = |to, reminder| OpenedDraft { mail: MailTo { to, reminder }, at: moment(12) };
    vec![opened(Recipient::Administrator(0), false), opened(Recipient::Representative, true)]
}

fn visit() -> Visit {
    Visit {
        since: moment(5),
        screen: ScreenId("organisation".into()),
        seen: ["login", "organisation"].map(|id| ScreenId(id.into())).into(),
    }
}

fn confirming(found: NameMatch, basis: Basis) -> Confirming {
    let approver = Approver { found, authority: Authority::Other, explanation: None };
    Confirming {
        connection: connection(),
        evidence: evidence(Level::C),
        approver,
        delivery: Token("levering-2".into()),
        basis,
    }
}

fn discarded_approval() -> DiscardedApproval {
    DiscardedApproval::of(&evidence(Level::B), moment(6))
}

fn deliveries() -> Vec<Stage> {
    let id = || Token("levering-1".into());
    let mail = |kind| Mail {
        kind,
        to: "kanarie@nordlystomrer.example".into(),
        at: moment(8),
        subject: "Emne".into(),
        body: "Linje\r\n\"to\"".into(),
    };
    let deliveries = [
        Delivery::Sending { id: id(), unknown_since: Some(moment(9)) },
        Delivery::NotSent { id: id() },
        Delivery::Unknown { id: id(), since: moment(7) },
        Delivery::Refused { id: id(), reason: "Forkert CVR".into() },
        Delivery::NoReceiver { id: id() },
        Delivery::Accepted(Accepted {
            id: id(),
            case_number: "ME-1".into(),
            at: moment(7),
            mails: vec![mail(MailKind::Receipt), mail(MailKind::SetUpLink)],
        }),
    ];
    let levels = [Level::A, Level::B, Level::C, Level::D, Level::A, Level::B];
    let approvers = [
        (
            NameMatch::OtherCandidate { name: "Kanariefugl Vinther".into() },
            Authority::Confirmed,
            Some(Explanation::MayRepresent),
        ),
        (NameMatch::NotListed, Authority::Untold, Some(Explanation::SamePerson)),
        (NameMatch::NotTold, Authority::Untold, Some(Explanation::MayRepresent)),
        (NameMatch::Spelled, Authority::Untold, None),
        (NameMatch::Same, Authority::Confirmed, None),
        (NameMatch::Same, Authority::Untold, None),
    ];
    let approved = |((delivery, level), (found, authority, explanation))| {
        let approver = Approver { found, authority, explanation };
        let is_received_by_nobody = matches!(delivery, Delivery::NoReceiver { .. });
        Stage::Approved(Box::new(Approved {
            connection: connection(),
            evidence: evidence(level),
            approver,
            delivery,
            visit: is_received_by_nobody.then(visit),
        }))
    };
    deliveries.into_iter().zip(levels).zip(approvers).map(approved).collect()
}

/// What nobody received was concluded on the official site, after somebody had stopped before the
/// approval.
fn concluded_elsewhere(stage: &Stage) -> History {
    let is_received_by_nobody =
        |approved: &Approved| matches!(approved.delivery, Delivery::NoReceiver { .. });
    match stage {
        Stage::Approved(approved) if is_received_by_nobody(approved) => {
            let reason = Reason { rule: None, words: "Kanariefugl ville vente".into() };
            let outcomes = [
                Outcome::Stopped { screen: None, reason },
                Outcome::Concluded { on: date(2026, 11, 24) },
            ];
            let by = Role::Representative;
            let stated = outcomes.into_iter().zip([6, 20]);
            History {
                stated: stated
                    .map(|(outcome, at)| Stated { outcome, at: moment(at), by })
                    .collect(),
                before_approval: 1,
                ..History::default()
            }
        }
        _ => History::default(),
    }
}

fn draft() -> Draft {
    let born = TypedDate { day: "30".into(), month: " 11".into(), year: "1987".into() };
    Draft {
        need: NeedAnswers {
            people: Some(People::One),
            kind: Some(Kind::Company),
            signs_alone: Some(Answer::No),
            connected: Some(Answer::No),
        },
        cvr: "dk 13 74 81 3".into(),
        lookup: Lookup::Found(Box::new(organisation())),
        earlier: vec![Organisation { name: "Nordlys Tømrer I/S".into(), ..organisation() }],
        typed: TypedOrganisation {
            counts: false,
            name: "Nordlys".into(),
            form_code: Some(30),
            form: "Interessentskab".into(),
            status: "UNDERKONKURS".into(),
        },
        role: Some(Role::Representative),
        reporter: ReporterAnswers {
            name: "Jens \u{7}".into(),
            organisation: "Revision \"Øst\"".into(),
            email: "jens@".into(),
        },
        representative: RepresentativeAnswers {
            name: "  Kanariefugl Winther".into(),
            title: "direktør".into(),
            email: "kanarie@nordlystomrer.example".into(),
            born: born.clone(),
            has_mitid: Some(Answer::Yes),
            has_cpr: Some(Answer::Unknown),
            in_cvr: Some(Answer::No),
        },
        representative_is_administrator: true,
        administrators: vec![AdministratorAnswers {
            name: "🦜".into(),
            email: String::new(),
            born,
            has_cpr: None,
            has_mitid: Some(Answer::No),
        }],
        documents: vec![Attached {
            id: DocumentId("00000000000000000000000000000007".into()),
            kind: "identity".into(),
            name: "Kanariefugl pas.pdf".into(),
            media: MediaType::Pdf,
            size: 123_456,
            sha256: [0xA5; 32],
            at: moment(2),
            confirmed: vec!["valid".into()],
        }],
        board: vec![BoardMember { name: "Kanariefugl Winther".into(), function: "Formand".into() }],
        terms: TermsAnswers {
            summary_shown: Some(moment(1)),
            official: Some(official_text()),
            edition: Some(date(2024, 4, 17)),
            accepted: true,
        },
        login: None,
    }
}

fn received() -> Received {
    Received {
        connection: connection(),
        handed_over: moment(4),
        terms: TermsAnswers::default(),
        login: None,
    }
}

fn organisation() -> Organisation {
    let candidate = |unit, kind| Candidate {
        unit,
        name: "Kanariefugl Winther".into(),
        roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
        kind,
    };
    Organisation {
        cvr: cvr(),
        name: "Nordlys Tømrer ApS".into(),
        address: vec!["Kanarievej 7".into(), "8000 Aarhus C".into()],
        form_code: 80,
        form: "Anpartsselskab".into(),
        status: Status::Active,
        status_text: "NORMAL".into(),
        candidates: vec![
            candidate(4_000_000_001, ParticipantKind::Person),
            candidate(u64::MAX, ParticipantKind::PersonWithoutCpr),
            candidate(0, ParticipantKind::Organisation),
            Candidate { name: String::new(), ..candidate(1, ParticipantKind::Unknown) },
        ],
        signing_rule: Some("Selskabet tegnes af en direktør alene".into()),
        looked_up: moment(1),
        origins: Origins::all(Source::Virk),
        left_out: vec![
            LeftOut { part: Part::Address, why: WhyLeftOut::Unreadable },
            LeftOut { part: Part::SigningRule, why: WhyLeftOut::PersonalNumber },
        ],
    }
}

fn connection() -> Connection {
    let (name, email) = (name("Kanariefugl Winther"), email("kanarie@nordlystomrer.example"));
    let administrator = |is_representative| Administrator {
        name: name.clone(),
        email: email.clone(),
        born: born(),
        is_representative,
    };
    Connection {
        organisation: organisation(),
        representative: Representative {
            name: name.clone(),
            title: "direktør".into(),
            email: email.clone(),
        },
        administrators: vec![administrator(true), administrator(false)],
        terms: TermsShown {
            title: "Vilkår for Brugerorganisationer i MitID Erhverv".into(),
            published: date(2024, 4, 17),
            summary_shown: Some(moment(1)),
            official: Some(official_text()),
        },
        reporter: Some(Reporter { name: name.clone(), organisation: None, email: email.clone() }),
        enclosed: vec![Enclosed {
            kind: "identity".into(),
            name: "Kanariefugl pas.pdf".into(),
            sha256: [0xA5; 32],
        }],
    }
}

fn evidence(level: Level) -> Evidence {
    let bundle: Vec<u8> = (0..=255).collect();
    let control_code = ControlCode::from_hash(&[0b1010_0111; 32]);
    let (approver, authority) = (LoginName::Given("Kanariefugl Winther".into()), Authority::Untold);
    Evidence {
        bundle,
        level,
        approver,
        approved_at: moment(6),
        control_code,
        authority,
        clock_offset: Some(-90),
    }
}

fn official_text() -> OfficialText {
    OfficialText { opened: moment(2), address: "http://127.0.0.1:41873/vilkaar".into() }
}

/// A moment with a fraction that needs nine digits.
fn moment(minutes: i32) -> Timestamp {
    Timestamp::new(1_795_500_000 + i64::from(minutes) * 60, 123_456_789)
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

#[expect(clippy::expect_used, reason = "a number that the domain's own tests hold to be sound")]
fn cvr() -> CvrNumber {
    CvrNumber::parse("13748136").expect("a sound number")
}

#[expect(clippy::expect_used, reason = "written in this file")]
fn name(text: &str) -> PersonName {
    PersonName::parse(text).expect("a name")
}

#[expect(clippy::expect_used, reason = "written in this file")]
fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).expect("an e-mail address")
}

#[expect(clippy::expect_used, reason = "written in this file")]
fn born() -> BirthDate {
    BirthDate::from_date(date(1987, 11, 30), date(2026, 11, 24)).expect("a date of birth")
}
