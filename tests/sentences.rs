//! What the window says stands: of a delivery, of what is wrong, and to whoever reads it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use app::input::{Input, Opened, VaultInput};
use app::model::{InMemory, Saved, Ways};
use app::route::CaseList;
use app::{App, CasePage, Phase, Route};
use contract::asked::{Asked, AskedName, asked};
use contract::pages::{NextName, StepName, StepState};
use contract::{Page, Shown, View, preflight};
use domain::case::{Case, Delivery, Now, Stage, Token};
use domain::draft::{AdministratorAnswers, Draft, Role};
use domain::keys::KeyWay;
use domain::lookup::{Lookup, TypedOrganisation};
use domain::need::{Kind, NeedAnswers, People};
use domain::parts::{Part, problems_in};
use domain::summary::{CaseSummary, Row, Rows};
use domain::{Environment, Language, Timestamp};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use texts::Texts;

const LANGUAGES: [Language; 2] = [Language::Danish, Language::English];

const TODAY: Date = date(2026, 11, 24);

/// What the window shows of this case on this page.
fn view(case: Case, route: Route) -> View {
    let opened = Opened {
        by: KeyWay::KeyStore,
        ways: Ways { key_store: true, passphrase: false, recovery: true },
        total: 1,
        language: None,
        theme: None,
        retention: None,
        reporter: None,
        copy_folder: None,
        notify: app::model::Notify::Off,
        notified: None,
        lock_after: app::model::LockAfter::default(),
        backups: app::model::Backups::default(),
        has_damaged_pages: false,
        taken: None,
        resume: Vec::new(),
    };
    let mut app = App::new(case.environment);
    app::update(
        &mut app,
        Input::Vault(VaultInput::Opened(Box::new(opened))),
        Now { at: case.changed, today: TODAY },
    );
    let Phase::Open(open) = &mut app.phase else { panic!("closed") };
    open.route = route;
    let held = InMemory {
        saved: Saved::At(case.changed),
        link: None,
        copied: None,
        record: None,
        case: case.clone(),
    };
    open.cases.insert(case.id, held);
    contract::view(&app, Shown { revision: 1, version: "0.0.0", today: TODAY, to_sign: None })
}

fn page(case: &Case, page: CasePage) -> Route {
    Route::Case { id: case.id.clone(), page }
}

/// An approved case whose delivery is where it is said to be.
fn approved(delivery: Delivery) -> Case {
    let case = vault::testing::cases()
        .into_iter()
        .find(|case| matches!(case.stage, Stage::Approved(_)))
        .unwrap();
    let Stage::Approved(approved) = case.stage.clone() else { unreachable!() };
    Case {
        stage: Stage::Approved(Box::new(domain::case::Approved { delivery, ..*approved })),
        ..case
    }
}

#[test]
fn only_a_delivery_that_was_accepted_is_shown_as_done() {
    let id = || Token("d".into());
    let since: Timestamp = "2026-11-24T13:47:00Z".parse().unwrap();
    let accepted =
        domain::case::Accepted { id: id(), case_number: "1".into(), at: since, mails: vec![] };
    for (delivery, state) in [
        (Delivery::Accepted(accepted), StepState::Done),
        (Delivery::Sending { id: id(), unknown_since: None }, StepState::Sending),
        (Delivery::NotSent { id: id() }, StepState::NotSent),
        (Delivery::NoReceiver { id: id() }, StepState::There),
        (Delivery::Unknown { id: id(), since }, StepState::Unknown),
        (Delivery::Refused { id: id(), reason: "nej".into() }, StepState::Refused),
    ] {
        let case = approved(delivery.clone());
        let steps = view(case.clone(), page(&case, CasePage::Done)).case.unwrap().steps;
        let of = |name| steps.iter().find(|step| step.step == name).unwrap().state;
        assert_eq!(of(StepName::Approve), state, "{delivery:?}");
        assert_eq!(
            of(StepName::Administrators) == StepState::Done,
            state == StepState::Done,
            "nobody is appointed before: {delivery:?}"
        );
        assert_eq!(
            of(StepName::LogIn),
            StepState::Done,
            "the login has happened whatever came after"
        );
    }
}

#[test]
fn what_a_receiver_has_is_still_to_be_concluded_in_live() {
    let accepted = domain::case::Accepted {
        id: Token("d".into()),
        case_number: "1".into(),
        at: "2026-11-24T13:47:00Z".parse().unwrap(),
        mails: vec![],
    };
    for (environment, next) in
        [(Environment::Practice, NextName::SetUp), (Environment::Live, NextName::Conclude)]
    {
        let case = Case { environment, ..approved(Delivery::Accepted(accepted.clone())) };
        let row = Row { summary: CaseSummary::of(&case, TODAY), receipt: None };
        let list = CaseList {
            rows: Rows { rows: vec![row], matching: 1, total: 1 },
            ..CaseList::default()
        };
        let Page::Cases { rows, .. } = view(case, Route::Cases(list)).page else { panic!("cases") };
        assert_eq!(rows[0].next, next);
    }
}

/// Drafts in which each thing is wrong somewhere.
fn wrong() -> Vec<Draft> {
    let hand = TypedOrganisation { counts: true, ..TypedOrganisation::default() };
    let organisation = vault::testing::cases()
        .iter()
        .find_map(|case| case.connection().map(|c| c.organisation.clone()))
        .unwrap();
    let empty = domain::organisation::Organisation { name: String::new(), ..organisation };
    let needs = [
        (None, None),
        (Some(People::One), None),
        (Some(People::One), Some(Kind::Company)),
        (Some(People::One), Some(Kind::Association)),
    ];
    let words = |text: &str| {
        let mut draft = Draft {
            role: Some(Role::Reporter),
            representative_is_administrator: true,
            ..Draft::default()
        };
        draft.reporter.name = text.into();
        draft.reporter.organisation = text.into();
        draft.reporter.email = text.into();
        draft.representative.name = text.into();
        draft.representative.title = text.into();
        draft.representative.email = text.into();
        draft.administrators = vec![
            AdministratorAnswers {
                name: text.into(),
                email: text.into(),
                ..AdministratorAnswers::default()
            };
            2
        ];
        draft
    };
    let mut drafts: Vec<Draft> = needs
        .into_iter()
        .map(|(people, kind)| Draft {
            need: NeedAnswers { people, kind, ..NeedAnswers::default() },
            ..Draft::default()
        })
        .collect();
    drafts.push(Draft {
        cvr: "13748136".into(),
        typed: hand,
        lookup: Lookup::Typed(Box::new(empty)),
        ..Draft::default()
    });
    let mut opened = Draft { role: Some(Role::Representative), ..Draft::default() };
    opened.terms = opened
        .terms
        .after_opening("2026-11-24T08:00:00Z".parse().unwrap(), domain::terms::CURRENT.address);
    drafts.push(opened);
    drafts.push(words(""));
    drafts.push(words("0101011234"));
    drafts.push(words(&"x".repeat(200)));
    drafts
}

#[test]
fn whatever_is_wrong_with_a_draft_names_its_question_in_both_languages() {
    let mut named = BTreeSet::new();
    for draft in wrong() {
        for problem in
            Part::ALL.into_iter().flat_map(|part| problems_in(&draft, part, date(2026, 11, 24)))
        {
            let asked = asked(&problem.field, Some(&draft))
                .unwrap_or_else(|| panic!("{} belongs to no question", problem.field));
            let key =
                format!("asked-{}", serde_json::to_value(asked.name).unwrap().as_str().unwrap());
            for texts in LANGUAGES.map(Texts::new) {
                assert!(texts.has(&key), "{key}");
                assert!(!texts.with(&key, &[("n", "1")]).contains(['{', '$']), "{key} is whole");
            }
            named.insert(key);
        }
    }
    assert!(named.len() >= 22, "the drafts are wrong in many ways: {named:?}");
}

#[test]
fn administrators_are_numbered_as_the_page_numbers_them() {
    let number = |too: bool| {
        let draft = Draft { representative_is_administrator: too, ..Draft::default() };
        asked("administrators.1.born", Some(&draft))
    };
    assert_eq!(number(false), Some(Asked { name: AskedName::AdministratorBorn, number: Some(2) }));
    assert_eq!(number(true), Some(Asked { name: AskedName::AdministratorBorn, number: Some(3) }));
    assert_eq!(asked("administrators.x.born", None), None);
    assert_eq!(asked("administrators.4294967295.born", None), None);
}

#[test]
fn no_two_forms_in_the_menu_are_called_the_same_and_the_chosen_one_is_there() {
    for language in LANGUAGES {
        let every = preflight::forms(language, None);
        let names: BTreeSet<&str> = every.iter().map(|form| form.name.as_str()).collect();
        assert_eq!(names.len(), every.len(), "{language:?}");
        for form in &domain::rules::book().forms.all {
            let menu = preflight::forms(language, Some(form.code));
            assert!(
                menu.iter().any(|choice| choice.code == form.code),
                "{} is what was chosen",
                form.code
            );
            assert_eq!(menu.len(), every.len());
        }
    }
}

#[test]
fn whoever_reviews_is_not_told_to_hand_the_case_over() {
    let case = vault::testing::cases()
        .into_iter()
        .find(|case| matches!(case.stage, Stage::Reviewing(_)))
        .unwrap();
    assert!(case.connection().unwrap().reporter.is_some(), "a reporter has prepared it");
    let view = view(case.clone(), page(&case, CasePage::Review));
    let found: Vec<String> =
        view.preflight.unwrap().findings.into_iter().map(|finding| finding.rule).collect();
    assert!(
        !found
            .iter()
            .any(|rule| rule == "reporter-cannot-conclude" || rule == "terms-await-representative"),
        "{found:?}"
    );
}
