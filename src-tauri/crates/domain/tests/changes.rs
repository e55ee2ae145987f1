//! What a newer look-up says otherwise than an older one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Timestamp;
use domain::changes::{Change, changes};
use domain::cvr::CvrNumber;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use proptest::prelude::*;

fn before() -> Organisation {
    let partner = HeldRole::new("FULDT_ANSVARLIG_DELTAGERE", "Interessenter", "INTERESSENTER");
    Organisation {
        cvr: CvrNumber::parse("13748136").unwrap(),
        name: "Nordlys Tømrer & Snedker ApS".to_owned(),
        address: ["c/o Winther", "Havnegade 14B, 1. tv", "5953 Tranekær"]
            .map(str::to_owned)
            .to_vec(),
        form_code: 80,
        form: "Anpartsselskab".to_owned(),
        status: Status::Active,
        status_text: "NORMAL".to_owned(),
        candidates: vec![
            person(4_000_100_001, "Søren Thorup Winther", &["DIREKTØR", "BESTYRELSESMEDLEM"]),
            Candidate {
                kind: ParticipantKind::PersonWithoutCpr,
                ..person(4_000_100_003, "Ingrid Berg Hansson", &["BESTYRELSESMEDLEM"])
            },
            Candidate {
                kind: ParticipantKind::Organisation,
                roles: vec![partner],
                ..person(4_000_100_005, "Winther Holding ApS", &[])
            },
        ],
        signing_rule: Some("Selskabet tegnes af en direktør alene.".to_owned()),
        looked_up: "2026-11-24T12:00:00Z".parse().unwrap(),
        origins: Origins::all(Source::Virk),
        left_out: vec![],
    }
}

fn after(change: impl FnOnce(&mut Organisation)) -> Vec<Change> {
    let mut new = before();
    new.looked_up = Timestamp::MAX;
    change(&mut new);
    changes(&before(), &new)
}

fn person(unit: u64, name: &str, roles: &[&str]) -> Candidate {
    let roles =
        roles.iter().map(|role| HeldRole::new("LEDELSESORGAN", "Direktion", role)).collect();
    Candidate { unit, name: name.to_owned(), kind: ParticipantKind::Person, roles }
}

#[test]
fn the_same_again_at_another_time_is_no_change() {
    assert_eq!(after(|_| {}), []);
    assert_eq!(after(|new| new.candidates.reverse()), []);
    assert_eq!(after(|new| new.candidates[0].roles.reverse()), []);
    assert_eq!(after(|new| new.name = format!(" {} ", new.name.replace(' ', "  "))), []);
}

#[test]
fn each_thing_that_changed_is_told_with_what_it_was() {
    let old = before();
    let text = |text: &str| text.to_owned();
    assert_eq!(
        after(|new| new.name = text("Sydlys ApS")),
        [Change::Name { old: old.name.clone(), new: text("Sydlys ApS") }]
    );
    assert_eq!(
        after(|new| new.address.truncate(1)),
        [Change::Address { old: old.address.clone(), new: vec![text("c/o Winther")] }]
    );
    assert_eq!(
        after(|new| (new.form_code, new.form) = (60, text("Aktieselskab"))),
        [Change::Form { old: (80, text("Anpartsselskab")), new: (60, text("Aktieselskab")) }]
    );
    assert_eq!(
        after(|new| (new.status, new.status_text) = (Status::Dissolving, text("UNDERKONKURS"))),
        [Change::Status {
            old: (Status::Active, text("NORMAL")),
            new: (Status::Dissolving, text("UNDERKONKURS"))
        }]
    );
    // Both are of one kind, and the register's word still changed.
    assert_eq!(after(|new| new.status_text = text("AKTIV")).len(), 1);
    assert_eq!(
        after(|new| new.signing_rule = None),
        [Change::SigningRule { old: old.signing_rule.clone(), new: None }]
    );
}

#[test]
fn those_who_left_changed_and_joined_are_told_in_this_order() {
    let old = before().candidates;
    let newcomer = person(1, "Ny Direktør", &["DIREKTØR"]);
    let mut promoted = old[2].clone();
    promoted.roles.push(HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR"));
    let new = vec![newcomer.clone(), promoted.clone(), old[1].clone()];
    let told = after(|organisation| organisation.candidates = new);
    assert_eq!(
        told,
        [
            Change::Left(old[0].clone()),
            Change::Candidate { old: old[2].clone(), new: promoted },
            Change::Joined(newcomer)
        ]
    );

    let mut renamed = old[0].clone();
    renamed.name = "Søren Winther".to_owned();
    assert_eq!(
        after(|new| new.candidates[0] = renamed.clone()),
        [Change::Candidate { old: old[0].clone(), new: renamed }]
    );
    assert!(matches!(
        &after(|new| new.candidates[1].kind = ParticipantKind::Person)[..],
        [Change::Candidate { .. }]
    ));
}

#[test]
fn what_was_not_told_is_not_compared() {
    let told = after(|new| {
        new.origins = Origins {
            name: Some(Source::Cvrapi),
            form: Some(Source::Cvrapi),
            ..Origins::default()
        };
        (new.address, new.candidates, new.signing_rule) = (Vec::new(), Vec::new(), None);
        (new.status, new.status_text) = (Status::Uncertain, String::new());
        // Another source has other words for the same form.
        new.form = "ApS".to_owned();
    });
    assert_eq!(told, []);
}

#[test]
fn persons_who_were_typed_are_known_by_their_names() {
    let mut typed = before();
    typed.origins.candidates = Some(Source::Typed);
    typed.candidates = vec![
        person(0, "søren thorup  WINTHER", &["DIREKTØR"]),
        person(0, "En Anden", &["FORMAND"]),
    ];
    let told = changes(&typed, &before());
    let joined: Vec<&str> = told
        .iter()
        .filter_map(|c| if let Change::Joined(who) = c { Some(who.name.as_str()) } else { None })
        .collect();
    assert_eq!(
        told.iter().filter(|c| matches!(c, Change::Left(who) if who.name == "En Anden")).count(),
        1
    );
    assert_eq!(joined, ["Ingrid Berg Hansson", "Winther Holding ApS"]);
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let roles = prop::sample::subsequence(vec!["DIREKTØR", "FORMAND", "BESTYRELSESMEDLEM"], 1..=3);
    prop::collection::btree_map(0_u64..6, roles, 0..5).prop_map(|people| {
        people
            .into_iter()
            .map(|(unit, roles)| person(unit, &format!("Person {unit}"), &roles))
            .collect()
    })
}

proptest! {
    #[test]
    fn carrying_the_changes_out_on_the_old_gives_the_new(old in candidates(), new in candidates()) {
        let with = |candidates: Vec<Candidate>| Organisation { candidates, ..before() };
        let mut carried = old.clone();
        for change in changes(&with(old), &with(new.clone())) {
            match change {
                Change::Left(who) => carried.retain(|c| c != &who),
                Change::Joined(who) => carried.push(who),
                Change::Candidate { old, new } => carried.iter_mut().filter(|c| **c == old).for_each(|c| *c = new.clone()),
                other => prop_assert!(false, "{other:?}"),
            }
        }
        carried.sort_by_key(|candidate| candidate.unit);
        prop_assert_eq!(carried, new);
    }
}
