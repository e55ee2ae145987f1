//! Drafts of every kind, as proptest makes them, of texts that whoever asks for them chooses: the
//! vault's tests take them as well.

use domain::Answer;
use domain::cvr::CvrNumber;
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::{
    AdministratorAnswers, Draft, ReporterAnswers, RepresentativeAnswers, Role, TermsAnswers,
};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::TypedDate;
use domain::problem::Problem;
use domain::terms::OfficialText;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const CVR: [&str; 4] = ["13748136", "24256790", "29910251", "47458714"];

/// Where the texts come from.
pub type Texts = fn() -> BoxedStrategy<String>;

pub fn draft_of(text: Texts) -> BoxedStrategy<Draft> {
    let first = (
        need(),
        cvr_and_lookup(text),
        option::of(select(vec![Role::Representative, Role::Reporter])),
        reporter(text),
    );
    let second = (
        representative(text),
        any::<bool>(),
        vec(administrator(text), 0..4),
        vec(attached(text), 0..3),
        vec(board_member(text), 0..4),
        terms(text),
    );
    (first, second)
        .prop_map(|((need, (cvr, lookup), role, reporter), rest)| {
            let (
                representative,
                representative_is_administrator,
                administrators,
                documents,
                board,
                terms,
            ) = rest;
            Draft {
                need,
                cvr,
                lookup,
                role,
                reporter,
                representative,
                representative_is_administrator,
                administrators,
                documents,
                board,
                terms,
                ..Draft::default()
            }
        })
        .boxed()
}

pub fn moment() -> impl Strategy<Value = Timestamp> {
    (0i64..4_000_000_000, 0i32..1_000_000_000)
        .prop_map(|(second, nano)| Timestamp::new(second, nano).unwrap())
}

pub fn date() -> impl Strategy<Value = Date> {
    (1i16..=9999, 1i8..=12, 1i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    option::of(select(vec![Answer::Yes, Answer::No, Answer::Unknown]))
}

fn born(text: Texts) -> impl Strategy<Value = TypedDate> {
    let part = || prop_oneof!["[0-9]{0,4}", text()];
    (part(), part(), part()).prop_map(|(day, month, year)| TypedDate { day, month, year })
}

fn need() -> impl Strategy<Value = NeedAnswers> {
    let people = option::of(select(vec![People::One, People::Several, People::Unknown]));
    let kind = option::of(select(vec![
        Kind::SoleProprietor,
        Kind::Company,
        Kind::Association,
        Kind::Other,
    ]));
    (people, kind, answer(), answer()).prop_map(|(people, kind, signs_alone, connected)| {
        NeedAnswers { people, kind, signs_alone, connected }
    })
}

/// The number of a snapshot is the one that was typed, written any way: the domain forgets the
/// snapshot of another.
fn cvr_and_lookup(text: Texts) -> BoxedStrategy<(String, Lookup)> {
    prop_oneof![
        text().prop_map(|typed| (typed, Lookup::NotYet)),
        (text(), moment())
            .prop_map(|(typed, at)| (typed, Lookup::Failed { problem: Problem::RegisterDown, at })),
        (select(&CVR[..]), organisation(text), option::of(1..9u64)).prop_map(
            |(cvr, organisation, ask)| {
                let known =
                    Box::new(Organisation { cvr: CvrNumber::parse(cvr).unwrap(), ..organisation });
                let lookup = match ask {
                    Some(ask) => Lookup::Asked { ask, known: Some(known) },
                    None => Lookup::Found(known),
                };
                (format!("DK {cvr}"), lookup)
            }
        ),
    ]
    .boxed()
}

pub fn organisation(text: Texts) -> BoxedStrategy<Organisation> {
    let status = prop_oneof![
        select(vec!["NORMAL", "AKTIV", "UNDERKONKURS", "OPHØRT", "FREMTID", ""])
            .prop_map(|text| (Status::of(text), text.to_owned())),
        (
            select(vec![Status::Active, Status::Dissolving, Status::Ceased, Status::Uncertain]),
            text()
        ),
    ];
    let words = (
        text(),
        vec(text(), 0..4),
        any::<u16>(),
        text(),
        option::of(text().prop_filter("said", |text| !text.is_empty())),
    );
    (words, status, vec(candidate(text), 0..4), moment(), origins())
        .prop_map(
            |(
                (name, address, form_code, form, signing_rule),
                (status, status_text),
                candidates,
                looked_up,
                origins,
            )| Organisation {
                cvr: CvrNumber::parse(CVR[0]).unwrap(),
                name,
                address,
                form_code,
                form,
                status,
                status_text,
                candidates,
                signing_rule,
                looked_up,
                origins,
                left_out: vec![],
            },
        )
        .boxed()
}

fn origins() -> impl Strategy<Value = Origins> {
    let source = || {
        select(vec![
            Source::Virk,
            Source::Datafordeler,
            Source::Cvrapi,
            Source::Practice,
            Source::Typed,
        ])
    };
    let some = || option::of(source());
    prop_oneof![
        source().prop_map(Origins::all),
        (some(), some(), some(), some(), some(), some()).prop_map(
            |(name, address, form, status, candidates, signing_rule)| Origins {
                name,
                address,
                form,
                status,
                candidates,
                signing_rule
            }
        ),
    ]
}

fn candidate(text: Texts) -> impl Strategy<Value = Candidate> {
    let kind = select(vec![
        ParticipantKind::Person,
        ParticipantKind::PersonWithoutCpr,
        ParticipantKind::Organisation,
        ParticipantKind::Unknown,
    ]);
    let role = (text(), text(), text(), option::of(date()))
        .prop_map(|(relation, body, function, since)| HeldRole { relation, body, function, since });
    (any::<u64>(), text(), kind, vec(role, 0..3)).prop_map(|(unit, name, kind, roles)| Candidate {
        unit,
        name,
        kind,
        roles,
    })
}

fn reporter(text: Texts) -> impl Strategy<Value = ReporterAnswers> {
    (text(), text(), text()).prop_map(|(name, organisation, email)| ReporterAnswers {
        name,
        organisation,
        email,
    })
}

fn representative(text: Texts) -> BoxedStrategy<RepresentativeAnswers> {
    (text(), text(), text(), born(text), answer(), answer(), answer())
        .prop_map(|(name, title, email, born, has_mitid, has_cpr, in_cvr)| RepresentativeAnswers {
            name,
            title,
            email,
            born,
            has_mitid,
            has_cpr,
            in_cvr,
        })
        .boxed()
}

fn administrator(text: Texts) -> BoxedStrategy<AdministratorAnswers> {
    (text(), text(), born(text), answer(), answer())
        .prop_map(|(name, email, born, has_cpr, has_mitid)| AdministratorAnswers {
            name,
            email,
            born,
            has_cpr,
            has_mitid,
        })
        .boxed()
}

fn attached(text: Texts) -> BoxedStrategy<Attached> {
    let media = select(vec![MediaType::Pdf, MediaType::Jpeg, MediaType::Png]);
    (text(), text(), media, any::<u64>(), any::<[u8; 32]>(), moment(), vec(text(), 0..3))
        .prop_map(|(kind, name, media, size, sha256, at, confirmed)| Attached {
            id: DocumentId("0123456789abcdef0123456789abcdef".to_owned()),
            kind,
            name,
            media,
            size,
            sha256,
            at,
            confirmed,
        })
        .boxed()
}

fn board_member(text: Texts) -> impl Strategy<Value = BoardMember> {
    (text(), text()).prop_map(|(name, function)| BoardMember { name, function })
}

fn terms(text: Texts) -> impl Strategy<Value = TermsAnswers> {
    let official =
        (moment(), text()).prop_map(|(opened, address)| OfficialText { opened, address });
    (option::of(moment()), option::of(official), option::of(date()), any::<bool>()).prop_map(
        |(summary_shown, official, edition, accepted)| TermsAnswers {
            summary_shown,
            official,
            edition,
            accepted,
        },
    )
}
