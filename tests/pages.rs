//! Every stage of a case has its page, whatever page is asked for, a window that is not open shows no case, and every
//! page has a named state for the gate that opens them all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod states;

use contract::pages::{CaseState, NextName};
use contract::{Page, ThemeName, View};
use domain::case::{Case, Delivery, Stage};
use domain::connection::Part;
use domain::desk::{Access, Desk, KeyWay, Place};
use domain::problem::Problem;
use domain::{Environment, Language};
use jiff::civil::date;
use std::collections::BTreeMap;

fn desk(cases: Vec<Case>, place: Place) -> Desk {
    let cases: BTreeMap<_, _> = cases.into_iter().map(|case| (case.id.clone(), case)).collect();
    Desk { access: Access::Open { by: KeyWay::KeyStore, recovery: false }, cases, place, ..Desk::new(Environment::Practice) }
}

fn view(desk: &Desk) -> View {
    contract::view(desk, 1, ThemeName::System, "0.0.0", date(2026, 11, 24))
}

fn samples() -> Vec<Case> {
    let cases = vault::testing::cases();
    let has = |wanted: fn(&Stage) -> bool| cases.iter().any(|case| wanted(&case.stage));
    assert!(
        has(|s| matches!(s, Stage::Drafting(_))) && has(|s| matches!(s, Stage::HandedOver(_))) && has(|s| matches!(s, Stage::Reviewing(_)))
    );
    assert!(
        has(|s| matches!(s, Stage::Approving(_))) && has(|s| matches!(s, Stage::Confirming(_))) && has(|s| matches!(s, Stage::Approved(_)))
    );
    cases
}

/// Every page that belongs to a case.
fn places(case: &Case) -> Vec<Place> {
    let id = || case.id.clone();
    let parts = Part::ALL.into_iter().map(|part| Place::Part(id(), part));
    [Place::Tasks(id()), Place::Check(id()), Place::HandOver(id()), Place::Review(id()), Place::Approve(id()), Place::Done(id())]
        .into_iter()
        .chain(parts)
        .collect()
}

#[test]
fn a_case_is_shown_where_it_is_whatever_was_asked_for() {
    for case in samples() {
        for place in places(&case) {
            let page = view(&desk(vec![case.clone()], place.clone())).page;
            let fits = match &case.stage {
                Stage::Drafting(_) => !matches!(page, Page::Review { .. } | Page::Approve { .. } | Page::Done { .. } | Page::Cases { .. }),
                Stage::HandedOver(_) => matches!(page, Page::HandOver { written: Some(_), .. }),
                Stage::Reviewing(_) => matches!(page, Page::Review { .. }),
                Stage::Approving(_) => matches!(page, Page::Approve { .. }),
                Stage::Confirming(_) => matches!(page, Page::Confirm { .. }),
                Stage::Approved(_) => matches!(page, Page::Done { .. }),
            };
            assert!(fits, "{place:?} of {:?} shows {page:?}", std::mem::discriminant(&case.stage));
        }
    }
}

#[test]
fn a_page_of_a_case_that_is_gone_is_the_list_of_cases() {
    for case in samples() {
        for place in places(&case) {
            let view = view(&desk(vec![], place));
            assert!(matches!(view.page, Page::Cases { .. }) && view.case.is_none());
        }
    }
}

#[test]
fn what_is_closed_shows_no_case() {
    for access in [
        Access::Opening,
        Access::ChoosePassphrase,
        Access::Closed { problem: Problem::KeyMissing, passphrase: true, recovery: true },
        Access::Stopped { problem: Problem::VaultInUse, detail: None },
    ] {
        for case in samples() {
            let place = Place::Tasks(case.id.clone());
            let desk = Desk { access: access.clone(), ..desk(vec![case], place) };
            let view = view(&desk);
            assert!(view.case.is_none(), "{access:?}");
            assert!(matches!(view.page, Page::Opening | Page::ChoosePassphrase | Page::Closed { .. } | Page::Stopped { .. }));
        }
    }
}

#[test]
fn each_row_says_where_the_case_is_and_what_comes_next() {
    let Page::Cases { cases, recovery_missing } = view(&desk(samples(), Place::Cases)).page else { panic!("cases") };
    assert!(recovery_missing, "a recovery code is asked for as soon as there is something to lose");
    assert!(cases.is_sorted_by(|a, b| a.changed >= b.changed), "the newest first");
    for case in samples() {
        let row = cases.iter().find(|row| row.id == case.id.0).unwrap();
        let expected = match &case.stage {
            Stage::Drafting(_) => continue,
            Stage::HandedOver(_) => (CaseState::HandedOver, NextName::WaitForRepresentative),
            Stage::Reviewing(_) => (CaseState::Received, NextName::Review),
            Stage::Approving(_) => (CaseState::Approving, NextName::FinishLogin),
            Stage::Confirming(_) => (CaseState::Confirming, NextName::ExplainApprover),
            Stage::Approved(approved) => match &approved.delivery {
                Delivery::Sending { .. } => (CaseState::Approved, NextName::WaitForReceiver),
                Delivery::NotSent { .. } => (CaseState::Approved, NextName::SendAgain),
                Delivery::Unknown { .. } => (CaseState::Unknown, NextName::AskReceiver),
                Delivery::Refused { .. } => (CaseState::Refused, NextName::ReadRefusal),
                Delivery::Accepted(_) => (CaseState::Delivered, NextName::SetUp),
            },
        };
        assert_eq!((row.state, row.next), expected);
    }
}

#[test]
fn what_only_the_person_may_see_cannot_be_printed() {
    let desk = Desk { language: Language::English, ..desk(samples(), Place::Settings(Some(domain::Hidden("KANARIE".into())))) };
    let shown = view(&desk);
    assert!(serde_json::to_string(&shown).unwrap().contains("KANARIE"), "the window gets it");
    assert!(!format!("{shown:?} {:?} {:?}", desk.place, desk.login).contains("KANARIE"), "nothing else does");
    assert!(!format!("{:?}", vault::testing::cases()).contains("kanarieordet"), "nor the words of a hand-over file");
}

/// The named state as the window shows it, without what only a running program adds.
fn shown(fixture: &states::Fixture, language: Language) -> View {
    let desk = Desk { language, ..fixture.desk() };
    let today = domain::day_in_denmark(states::now());
    contract::view(&desk, 1, ThemeName::System, "0.0.0", today)
}

fn page_name(view: &View) -> String {
    serde_json::to_value(&view.page).unwrap()["is"].as_str().unwrap().to_owned()
}

fn hyphened(page: &str) -> String {
    page.chars().flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase())).collect()
}

/// The tags of the window's `Page`, from the generated file that `tests/contract.rs` holds to be up to date.
fn every_page() -> Vec<String> {
    let generated = include_str!("../ui/src/backend/contract.gen.ts");
    let page = generated.lines().find_map(|line| line.strip_prefix("export type Page = ")).expect("the type of a page");
    let tags = page.split("\"is\": \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let tags: Vec<String> = tags.collect();
    assert!(tags.len() > 20 && tags.contains(&"cases".to_owned()), "{tags:?}");
    tags
}

#[test]
fn every_page_has_a_named_state() {
    let named: Vec<String> = states::all().iter().map(|it| page_name(&shown(&it.fixture, Language::Danish))).collect();
    for page in every_page() {
        assert!(named.contains(&page), "no state in tests/states shows the page `{page}`");
    }
}

#[test]
fn a_named_state_shows_the_page_that_it_is_named_after() {
    for states::Named { name, fixture } in states::all() {
        let page = hyphened(&page_name(&shown(&fixture, Language::Danish)));
        assert!(name == page || name.starts_with(&format!("{page}-")), "{name} shows {page}");
    }
}

#[test]
fn no_two_named_states_have_one_name_or_show_the_same() {
    let all = states::all();
    let views: Vec<(&str, View)> = all.iter().map(|it| (it.name, shown(&it.fixture, Language::Danish))).collect();
    for (i, (name, view)) in views.iter().enumerate() {
        for (other, same) in &views[..i] {
            assert!(name != other, "{name} is there twice");
            assert!(view != same, "{name} and {other} show the same");
        }
    }
}

#[test]
fn a_named_state_that_asks_for_documents_lists_them() {
    for states::Named { name, fixture } in states::all() {
        if let Page::Documents { needed, .. } = shown(&fixture, Language::English).page {
            assert_eq!(needed.is_empty(), name == "documents-none", "{name}");
            assert_eq!(needed.iter().any(|it| it.board), name != "documents-none", "{name}");
            assert!(name != "documents-ready" || needed.iter().all(|it| it.done), "{name}");
        }
    }
}
