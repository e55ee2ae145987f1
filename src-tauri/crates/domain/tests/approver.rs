//! Whoever logs in is held against the case: spelling is never in the way, and another name is
//! never passed over.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::approver::{
    Approver, Authority, Explanation, Likeness, LoginName, NameMatch, compare, normalised_name,
};
use domain::case::{Case, Effect, Event, Evidence, Level, Refusal, Stage, Token, step};
use domain::connection::Connection;
use domain::control_code::ControlCode;
use domain::draft::Role;
use domain::organisation::{Candidate, HeldRole, ParticipantKind};
use domain::person::PersonName;
use domain::problem::{FieldProblem, Problem};
use drafts::{draft_of, drafting, go, later, now, whole};
use proptest::prelude::*;
use serde::Deserialize;

const METTE: &str = "Mette Lindegaard Krogh";

#[derive(Deserialize)]
struct Pairs {
    same: Vec<(String, String)>,
    spelled: Vec<(String, String)>,
    other: Vec<(String, String)>,
}

fn pairs() -> Pairs {
    toml::from_str(include_str!("names.toml")).unwrap()
}

#[test]
fn names_are_compared_as_people_spell_them() {
    let Pairs { same, spelled, other } = pairs();
    for (list, meant) in
        [(same, Likeness::Same), (spelled, Likeness::Spelled), (other, Likeness::Other)]
    {
        for (one, two) in list {
            assert_eq!(Likeness::of(&one, &two), meant, "»{one}« and »{two}«");
            assert_eq!(Likeness::of(&two, &one), meant, "»{two}« and »{one}«");
        }
    }
}

proptest! {
    #[test]
    fn a_name_is_itself_and_the_order_of_two_says_nothing(one in "[A-Za-zÆØÅæøåéöü .,'-]{0,24}", two in "[A-Za-zÆØÅæøåéöü .,'-]{0,24}") {
        prop_assert_eq!(Likeness::of(&one, &one), Likeness::Same);
        prop_assert_eq!(Likeness::of(&one, &two), Likeness::of(&two, &one));
    }

    #[test]
    fn any_two_texts_can_be_compared(one in ".*", two in ".*") {
        let _ = Likeness::of(&one, &two);
    }
}

fn candidate(name: &str, kind: ParticipantKind) -> Candidate {
    Candidate {
        unit: 1,
        name: name.into(),
        roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
        kind,
    }
}

/// A connection with this representative, and a register that names these persons; none where it
/// does not tell.
fn connection(representative: &str, candidates: Option<&[&str]>) -> Connection {
    let mut connection = Connection::parse(&whole(Role::Representative), now().today).unwrap();
    connection.representative.name = PersonName::parse(representative).unwrap();
    let organisation = &mut connection.organisation;
    organisation.candidates = candidates
        .unwrap_or_default()
        .iter()
        .map(|name| candidate(name, ParticipantKind::Person))
        .collect();
    if candidates.is_none() {
        organisation.origins.candidates = None;
    }
    connection
}

#[test]
fn who_logged_in_is_found_in_the_case_or_in_the_register() {
    let other = |name: &str| NameMatch::OtherCandidate { name: name.into() };
    for (name, representative, candidates, meant) in [
        (METTE, METTE, Some(&[METTE][..]), NameMatch::Same),
        (METTE, METTE, Some(&[]), NameMatch::Same),
        (METTE, METTE, None, NameMatch::Same),
        ("Mette L. Krogh", METTE, Some(&[METTE]), NameMatch::Spelled),
        ("Mette Krogh", METTE, None, NameMatch::Spelled),
        (
            "Karl Ravn Thestrup",
            METTE,
            Some(&[METTE, "Karl Ravn Thestrup"]),
            other("Karl Ravn Thestrup"),
        ),
        ("Soeren Aagaard", METTE, Some(&[METTE, "Søren Ågård"]), other("Søren Ågård")),
        ("Karl Ravn Thestrup", METTE, Some(&[METTE]), NameMatch::NotListed),
        ("Karl Ravn Thestrup", METTE, Some(&[]), NameMatch::NotListed),
        ("Karl Ravn Thestrup", METTE, None, NameMatch::NotTold),
        // A father and a son: spelled like one, and exactly the other.
        (
            "Jens Peter Holm",
            "Jens Holm",
            Some(&["Jens Holm", "Jens Peter Holm"]),
            other("Jens Peter Holm"),
        ),
        // With only one of them in the register it is a spelling.
        ("Jens Peter Holm", "Jens Holm", Some(&["Jens Peter Holm"]), NameMatch::Spelled),
        ("Jens Peter Holm", "Jens Holm", Some(&["Jens Holm"]), NameMatch::Spelled),
        // The exact name comes before one that is only spelled like it.
        (
            "Jens Peter Holm",
            METTE,
            Some(&["Jens Holm", "Jens Peter Holm"]),
            other("Jens Peter Holm"),
        ),
    ] {
        assert_eq!(
            compare(name, &connection(representative, candidates)),
            meant,
            "{name} for {representative} among {candidates:?}"
        );
    }
}

#[test]
fn an_organisation_in_the_register_is_nobody_who_can_log_in() {
    let mut connection = connection(METTE, Some(&[METTE]));
    connection
        .organisation
        .candidates
        .push(candidate("Karl Ravn Thestrup", ParticipantKind::Organisation));
    assert_eq!(compare("Karl Ravn Thestrup", &connection), NameMatch::NotListed);
}

#[test]
fn a_missing_name_is_asked_for_as_another_one_is_and_the_approval_is_kept() {
    for nameless in [LoginName::NotGiven, LoginName::Protected] {
        let token = |text: &str| Token(text.into());
        let approving = go(
            &drafting(whole(Role::Representative)),
            Event::ApprovalAsked { attempt: token("one") },
        )
        .0;
        let unnamed = Box::new(Evidence {
            approver: nameless.clone(),
            ..*evidence(METTE, Authority::Untold)
        });
        let ended =
            Event::LoginEnded { attempt: token("one"), outcome: Ok(unnamed), delivery: token("d") };
        let (case, effects) = go(&approving, ended);
        let Stage::Confirming(confirming) = &case.stage else {
            panic!("{nameless:?} is asked for")
        };
        assert_eq!(
            (&confirming.evidence.approver, &confirming.approver.found, effects),
            (&nameless, &NameMatch::NoName, vec![])
        );
        let (explained, effects) =
            go(&case, Event::ApproverExplained(Some(Explanation::SamePerson)));
        assert!(
            matches!(explained.stage, Stage::Approved(_))
                && matches!(effects[..], [Effect::Deliver { .. }])
        );
    }
}

#[test]
fn a_name_is_told_without_what_cannot_be_seen() {
    for (told, name) in [
        ("Mette Krogh", Some("Mette Krogh")),
        ("  Mette\u{a0}\n Krogh\t", Some("Mette Krogh")),
        ("Met\u{200b}te\u{202e} Krogh\u{0}", Some("Mette Krogh")),
        ("", None),
        (" \u{200b}\u{feff}", None),
        ("-", None),
    ] {
        assert_eq!(normalised_name(told).as_deref(), name, "{told:?}");
    }
    assert_eq!(normalised_name(&"Å".repeat(10_000)).map(|name| name.chars().count()), Some(200));
}

fn evidence(approver: &str, authority: Authority) -> Box<Evidence> {
    Box::new(Evidence {
        bundle: b"{}".to_vec(),
        level: Level::B,
        approver: approver.into(),
        approved_at: now().at,
        control_code: ControlCode::from_hash(&[7; 32]),
        authority,
        clock_offset: None,
    })
}

/// What comes of a login with this name for a case whose representative is Mette.
fn logged_in(approver: &str, authority: Authority) -> (Case, Vec<Effect>) {
    let token = |text: &str| Token(text.into());
    let approving =
        go(&drafting(whole(Role::Representative)), Event::ApprovalAsked { attempt: token("one") })
            .0;
    go(
        &approving,
        Event::LoginEnded {
            attempt: token("one"),
            outcome: Ok(evidence(approver, authority)),
            delivery: token("d"),
        },
    )
}

fn approver(case: &Case) -> &Approver {
    match &case.stage {
        Stage::Confirming(confirming) => &confirming.approver,
        Stage::Approved(approved) => &approved.approver,
        stage => panic!("nobody has approved: {stage:?}"),
    }
}

#[test]
fn a_spelling_is_kept_and_never_asked_about() {
    for (name, found) in [(METTE, NameMatch::Same), ("METTE KROGH", NameMatch::Spelled)] {
        for authority in [Authority::Untold, Authority::Confirmed] {
            let (case, effects) = logged_in(name, authority);
            assert!(
                matches!(case.stage, Stage::Approved(_))
                    && matches!(effects.as_slice(), [Effect::Deliver { .. }])
            );
            assert_eq!(
                *approver(&case),
                Approver { found: found.clone(), authority, explanation: None }
            );
        }
    }
}

#[test]
fn another_name_or_another_organisation_waits_for_an_explanation_and_sends_nothing() {
    for (name, authority) in [
        ("Karl Ravn Thestrup", Authority::Untold),
        ("Karl Ravn Thestrup", Authority::Confirmed),
        (METTE, Authority::Other),
    ] {
        let (case, effects) = logged_in(name, authority);
        assert!(matches!(case.stage, Stage::Confirming(_)), "{name} {authority:?}");
        assert_eq!(effects, []);
        assert_eq!(
            step(&case, Event::Restored, now()),
            Err(Refusal::NotAllowedHere),
            "a restart changes nothing about it"
        );
        let unexplained =
            vec![FieldProblem::at("approver.explanation", Problem::ApproverUnexplained)];
        assert_eq!(
            step(&case, Event::ApproverExplained(None), now()),
            Err(Refusal::Incomplete(unexplained))
        );
        for explanation in [Explanation::SamePerson, Explanation::MayRepresent] {
            let (explained, effects) = go(&case, Event::ApproverExplained(Some(explanation)));
            assert_eq!(
                *approver(&explained),
                Approver { explanation: Some(explanation), ..approver(&case).clone() }
            );
            assert_eq!(
                effects,
                [Effect::Deliver { id: Token("d".into()), bundle: b"{}".to_vec() }]
            );
        }
    }
}

#[test]
fn an_approval_that_was_not_meant_is_set_aside_with_every_answer_and_stays_on_record() {
    let (case, _) = logged_in("Karl Ravn Thestrup", Authority::Untold);
    let (back, effects) = go(&case, Event::ApprovalDiscarded);
    assert_eq!(
        (draft_of(&back), back.problem, effects),
        (&whole(Role::Representative), Some(Problem::ApprovalDiscarded), vec![])
    );
    let record = &back.discarded_approvals[0];
    assert_eq!(
        (record.approver.given(), record.approved_at, record.at),
        (Some("Karl Ravn Thestrup"), now().at, later().at)
    );
    assert_eq!(record.control_code, ControlCode::from_hash(&[7; 32]));

    let approving = go(&back, Event::ApprovalAsked { attempt: Token("two".into()) }).0;
    let ended = Event::LoginEnded {
        attempt: Token("two".into()),
        outcome: Ok(evidence(METTE, Authority::Untold)),
        delivery: Token("e".into()),
    };
    let approved = go(&approving, ended).0;
    assert!(matches!(approved.stage, Stage::Approved(_)));
    assert_eq!(approved.discarded_approvals, back.discarded_approvals, "it goes with the case");
    for event in [Event::ApproverExplained(Some(Explanation::SamePerson)), Event::ApprovalDiscarded]
    {
        for case in [&approved, &back, &approving] {
            assert_eq!(
                step(case, event.clone(), now()),
                Err(Refusal::NotAllowedHere),
                "there is nothing to explain"
            );
        }
    }
}
