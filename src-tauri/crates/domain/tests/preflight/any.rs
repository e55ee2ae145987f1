//! What must be true of the findings of any draft.

use super::scenario::Scenario;
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::{AdministratorAnswers, Draft, RepresentativeAnswers, Role};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{Candidate, HeldRole, Organisation, ParticipantKind, Source, Status};
use domain::person::TypedDate;
use domain::preflight::{Facts, Verdict, documents_needed, outlook, preflight};
use domain::rules::{Severity, book};
use domain::{Answer, Language};
use jiff::civil::{Date, date};
use proptest::option;
use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Mette Lindegaard Krogh".to_owned()),
        Just("Mette Krogh".into()),
        Just(String::new()),
        ".{0,12}"
    ]
}

fn email() -> impl Strategy<Value = String> {
    prop_oneof![Just("info@a.dk".to_owned()), Just("mette@a.dk".into()), ".{0,10}"]
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    option::of(prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)])
}

fn born() -> impl Strategy<Value = TypedDate> {
    (0_u8..40, 0_u8..14, 1900_u16..2030).prop_map(|(d, m, y)| TypedDate {
        day: d.to_string(),
        month: m.to_string(),
        year: y.to_string(),
    })
}

fn any_day() -> impl Strategy<Value = Date> {
    (1990_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
}

fn role() -> impl Strategy<Value = HeldRole> {
    let relations =
        ["LEDELSESORGAN", "FULDT_ANSVARLIG_DELTAGERE", "REPRÆSENTANTER", "STIFTERE", ""];
    let functions = [
        "DIREKTØR",
        "FORMAND",
        "SUPPLEANT",
        "FORENINGSREPRÆSENTANT",
        "KURATOR",
        "LIKVIDATOR",
        "INTERESSENTER",
        "",
    ];
    (
        prop::sample::select(relations.to_vec()),
        prop::sample::select(&["Direktion", "Bestyrelse", ""][..]),
        prop::sample::select(functions.to_vec()),
        option::of(any_day()),
    )
        .prop_map(|(relation, body, function, since)| HeldRole {
            since,
            ..HeldRole::new(relation, body, function)
        })
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let kinds = [
        ParticipantKind::Person,
        ParticipantKind::PersonWithoutCpr,
        ParticipantKind::Organisation,
        ParticipantKind::Unknown,
    ];
    (0_u64..5, word(), prop::sample::select(kinds.to_vec()), prop::collection::vec(role(), 0..3))
        .prop_map(|(unit, name, kind, roles)| Candidate { unit, name, kind, roles })
}

fn organisation() -> impl Strategy<Value = Organisation> {
    let codes: Vec<u16> = book().forms.all.iter().map(|form| form.code).chain([0, 12345]).collect();
    let words: Vec<String> = book()
        .states
        .all
        .iter()
        .flat_map(|state| state.spelled.clone())
        .chain([String::new(), "andet".into()])
        .collect();
    let told = option::of(prop_oneof![Just(Source::Virk), Just(Source::Typed)]);
    let signing = option::of(prop_oneof![
        Just("i forening".to_owned()),
        Just("alene".into()),
        Just("komplementaren".into()),
        ".{0,20}"
    ]);
    (
        prop::sample::select(codes),
        prop::sample::select(words),
        prop::collection::vec(candidate(), 0..4),
        told,
        signing,
        any_day(),
    )
        .prop_map(|(form_code, status_text, candidates, told, signing_rule, day)| {
            let Lookup::Found(base) = Scenario::default().draft().lookup else {
                panic!("the base has an organisation")
            };
            let mut organisation = Organisation {
                form_code,
                status: Status::of(&status_text),
                status_text,
                candidates,
                signing_rule,
                ..*base
            };
            organisation.origins.candidates = told;
            organisation.looked_up = day.at(12, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
            organisation
        })
}

fn administrator() -> impl Strategy<Value = AdministratorAnswers> {
    (word(), email(), born(), answer(), answer()).prop_map(
        |(name, email, born, has_cpr, has_mitid)| AdministratorAnswers {
            name,
            email,
            born,
            has_cpr,
            has_mitid,
        },
    )
}

fn attached() -> impl Strategy<Value = Attached> {
    let kinds: Vec<String> = book()
        .documents
        .all
        .iter()
        .map(|document| document.id.clone())
        .chain(["other".into()])
        .collect();
    let points = ["valid", "photo", "signature", "full-name", "title"].map(str::to_owned).to_vec();
    (
        prop::sample::select(kinds),
        ".{0,12}",
        prop_oneof![Just(0), Just(9_000_000), any::<u64>()],
        prop::sample::subsequence(points, 0..5),
        any::<bool>(),
    )
        .prop_map(|(kind, name, size, confirmed, same)| Attached {
            id: DocumentId("0".repeat(32)),
            kind,
            name,
            media: MediaType::Pdf,
            size,
            sha256: [u8::from(same); 32],
            at: "2026-11-24T08:00:00Z".parse().unwrap(),
            confirmed,
        })
}

prop_compose! {
    fn any_draft()(
        people in option::of(prop::sample::select(&[People::One, People::Several, People::Unknown][..])),
        kind in option::of(prop::sample::select(&[Kind::SoleProprietor, Kind::Company, Kind::Association, Kind::Other][..])),
        (signs_alone, connected) in (answer(), answer()),
        known in option::of(organisation()),
        role in option::of(prop::sample::select(&[Role::Representative, Role::Reporter][..])),
        (name, title, email, born, has_mitid, has_cpr, in_cvr) in (word(), word(), email(), born(), answer(), answer(), answer()),
        (reporter, reporters) in (word(), email()),
        own in any::<bool>(),
        administrators in prop::collection::vec(administrator(), 0..4),
        documents in prop::collection::vec(attached(), 0..4),
        board in prop::collection::vec((word(), word()), 0..3),
    ) -> Draft {
        let mut draft = Draft {
            need: NeedAnswers { people, kind, signs_alone, connected },
            cvr: "13748136".into(),
            lookup: known.map_or(Lookup::NotYet, |organisation| Lookup::Found(Box::new(organisation))),
            role,
            representative: RepresentativeAnswers { name, title, email, born, has_mitid, has_cpr, in_cvr },
            representative_is_administrator: own,
            administrators,
            documents,
            board: board.into_iter().map(|(name, function)| BoardMember { name, function }).collect(),
            ..Draft::default()
        };
        (draft.reporter.name, draft.reporter.email) = (reporter, reporters);
        draft
    }
}

proptest! {
    #[test]
    fn any_draft_gives_findings_in_order_each_once_at_a_field(
        draft in any_draft(),
        days in prop::array::uniform4(option::of(any_day())),
        connected in any::<Option<bool>>(),
        today in any_day(),
    ) {
        let facts = Facts { connected, sent: days[0], rejected: days[1], concluded: days[2], terminated: days[3], ..Facts::of(&draft) };
        let found = preflight(&draft, &facts, today);
        let keys: Vec<_> = found.iter().map(|finding| (finding.rule.severity, finding.rule.about)).collect();
        prop_assert!(keys.is_sorted());
        let mut told = std::collections::BTreeSet::new();
        for finding in &found {
            prop_assert!(told.insert((finding.rule.id.as_str(), finding.field.clone())), "{} twice", finding.rule.id);
            for language in [Language::Danish, Language::English] {
                for text in [finding.wrong(language), finding.remedy(language)] {
                    prop_assert!(!text.trim().is_empty());
                }
            }
        }
        prop_assert_eq!(&found, &preflight(&draft, &facts, today));

        let outlook = outlook(&draft, &facts, today, &found);
        let of = |severity| found.iter().any(|finding| finding.rule.severity == severity);
        if outlook.verdict == Verdict::Automatic {
            prop_assert!(!of(Severity::Stops) && !of(Severity::Documents));
            prop_assert_eq!(draft.representative.has_mitid, Some(Answer::Yes));
            prop_assert!(draft.administrators.iter().all(|a| a.has_cpr == Some(Answer::Yes) && a.has_mitid == Some(Answer::Yes)));
            prop_assert_eq!(draft.organisation().map(|organisation| organisation.status), Some(Status::Active));
        }
        prop_assert!(matches!(outlook.verdict, Verdict::Automatic | Verdict::Open) || !outlook.reasons.is_empty());

        let needs = documents_needed(&draft, &facts, today);
        prop_assert_eq!(needs.iter().any(|need| need.required), of(Severity::Documents) || needs.iter().any(|need| !need.why.is_empty()));
        for need in &needs {
            prop_assert_eq!(need.required, !need.why.is_empty());
            prop_assert!(need.attached.iter().all(|n| draft.documents[*n].kind == need.document.id));
        }
    }
}
