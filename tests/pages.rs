//! Every stage of a case has its page, whatever page is asked for, and a window that is not open shows no case.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

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
