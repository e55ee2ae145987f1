//! Concluding on the official site, from the first start to the corrected answer, without a window:
//! live with nothing set up, over a restart at every step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::model::WindowShape;
use contract::answers::{
    AnswerName, Answers, Born, Need, Organisation, PeopleName, Representative, RoleName,
};
use contract::intent::Site;
use contract::pages::{CaseState, OutcomeName, StatedOutcome, ValueName};
use contract::{
    CaseIntent, CasesIntent, EnvironmentName, GuideIntent, Intent, Navigation, OutcomeAnswers,
    Page, PartName, SettingsIntent, View,
};
use domain::person::TypedDate;
use std::time::Duration;
use support::{Installation, METTE, NORDLYS, Tilslut, administrators};

fn live(machine: &Installation) -> Tilslut {
    let tilslut = machine.start_first(None);
    let environment = EnvironmentName::Live;
    tilslut.send(Intent::Settings { intent: SettingsIntent::UseEnvironment { environment } });
    tilslut.wait("live", |view| matches!(view.page, Page::Cases { .. }));
    tilslut
}

/// Every answer, with the organisation typed by hand.
fn prepare(tilslut: &Tilslut, role: RoleName) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let several =
        Need { people: Some(PeopleName::Several), kind: None, signs_alone: None, connected: None };
    tilslut.answer(&case, Answers::Need(several));
    tilslut.proceed(&case, PartName::Need);
    let by_hand = Organisation {
        by_hand: true,
        typed_name: "Skovgaard Snedkeri ApS".into(),
        typed_form: Some(80),
        ..support::organisation(NORDLYS, Some(role))
    };
    tilslut.answer(&case, Answers::Organisation(by_hand));
    tilslut.proceed(&case, PartName::Organisation);
    let representative = Representative {
        name: "Mette Kanariefugl Krogh".into(),
        title: "direktør".into(),
        email: "mette@kanariefugl.example".into(),
        has_mitid: Some(AnswerName::Yes),
    };
    tilslut.answer(&case, Answers::Representative(representative));
    tilslut.proceed(&case, PartName::Representative);
    tilslut.open_terms(&case);
    if role == RoleName::Representative {
        let intent = CaseIntent::AcceptTerms { tick: true };
        tilslut.send(Intent::Case { case: case.clone(), intent });
    }
    tilslut.answer(&case, Answers::Administrators(administrators()));
    tilslut.go(Navigation::Check { case: case.clone() });
    case
}

fn guide(tilslut: &Tilslut, case: &str, intent: GuideIntent) -> View {
    let intent = CaseIntent::Guide { intent };
    tilslut.send(Intent::Case { case: case.to_owned(), intent })
}

fn show(tilslut: &Tilslut, case: &str, screen: &str) -> View {
    guide(tilslut, case, GuideIntent::Show { screen: screen.into() })
}

fn today(tilslut: &Tilslut) -> Born {
    TypedDate::from(tilslut.engine.now().today).into()
}

fn state(tilslut: &Tilslut, case: &str, kind: OutcomeName, words: &str) -> View {
    let outcome = OutcomeAnswers {
        kind: Some(kind),
        on: today(tilslut),
        screen: None,
        rule: None,
        words: words.into(),
    };
    guide(tilslut, case, GuideIntent::State { outcome })
}

fn open(tilslut: &Tilslut, case: &str) -> View {
    tilslut.go(Navigation::Cases);
    tilslut.go(Navigation::Case { case: case.to_owned() })
}

fn stated(view: &View) -> (StatedOutcome, Vec<StatedOutcome>) {
    match &view.page {
        Page::Stated { after } => (after.stated.clone(), after.earlier.clone()),
        page => panic!("nothing was stated: {page:?}"),
    }
}

fn row(tilslut: &Tilslut, case: &str) -> contract::pages::CaseRow {
    match tilslut.go(Navigation::Cases).page {
        Page::Cases { rows, .. } => rows.into_iter().find(|row| row.id == case).expect("a row"),
        page => panic!("not the cases: {page:?}"),
    }
}

/// Closed as a person does, and started another time.
fn again(machine: &Installation, tilslut: Tilslut) -> Tilslut {
    tilslut.close();
    machine.start_first(None)
}

#[test]
fn from_the_first_start_to_the_corrected_answer() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    let links = || tilslut.desktop.links.lock().unwrap().clone();
    let before = links();

    // The companion opens, and the browser does not.
    let view = guide(&tilslut, &case, GuideIntent::Begin);
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!((companion.stops.len(), companion.screen.id.as_str()), (10, "start"));
    tilslut.wait_for_desktop("the narrow window", |desktop| {
        *desktop.shape.lock().unwrap() == WindowShape::Companion { on_top: true }
    });
    assert_eq!(links(), before, "only a press opens the browser");
    tilslut.go(Navigation::OpenSite { site: contract::intent::Site::Connection });
    tilslut.wait_for_link("https://mitid-erhverv.dk/tilslutning");

    // A value lies in the clipboard, and leaves it.
    show(&tilslut, &case, "organisation");
    *tilslut.desktop.clipboard_time.lock().unwrap() = Some(Duration::ZERO);
    guide(&tilslut, &case, GuideIntent::Copy { what: ValueName::Cvr });
    tilslut.wait_for_desktop("the number to have been copied", |desktop| {
        desktop.copied.lock().unwrap().as_slice() == [NORDLYS]
    });
    tilslut.wait_for_desktop("the clipboard to be empty", |desktop| {
        desktop.clipboard.lock().unwrap().is_none()
    });
    let note = "Der står »Find din virksomhed«".to_owned();
    guide(&tilslut, &case, GuideIntent::Note { screen: "organisation".into(), note: note.clone() });

    // Another time: where the person was, and what was noted, is as it was.
    let tilslut = again(&machine, tilslut);
    let view = open(&tilslut, &case);
    let Page::Outcome { question } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!(question.screen.as_ref().map(|it| it.id.as_str()), Some("organisation"));
    assert_eq!(row(&tilslut, &case).state, CaseState::Guided);
    let view = show(&tilslut, &case, "organisation");
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!(companion.screen.note, note);

    // How it went.
    guide(&tilslut, &case, GuideIntent::Ask);
    tilslut.wait_for_desktop("the whole window", |desktop| {
        *desktop.shape.lock().unwrap() == WindowShape::Whole
    });
    let view = state(&tilslut, &case, OutcomeName::SentWithDocuments, "");
    assert_eq!(stated(&view).0.kind, OutcomeName::SentWithDocuments);
    let tilslut = again(&machine, tilslut);
    assert_eq!(row(&tilslut, &case).state, CaseState::UnderReview);
    open(&tilslut, &case);
    state(&tilslut, &case, OutcomeName::Concluded, "");
    let tilslut = again(&machine, tilslut);
    let (last, earlier) = stated(&open(&tilslut, &case));
    assert_eq!(last.kind, OutcomeName::Concluded);
    let earlier: Vec<OutcomeName> = earlier.iter().map(|it| it.kind).collect();
    assert_eq!(earlier, [OutcomeName::SentWithDocuments], "both are kept");
    let row = row(&tilslut, &case);
    assert_eq!(row.state, CaseState::StatedConcluded);
    assert!(row.deadline.is_some(), "the sixty days run from the stated day");
}

#[test]
fn a_reporter_is_guided_and_the_case_waits_for_the_representative() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Reporter);
    let view = guide(&tilslut, &case, GuideIntent::Begin);
    assert!(
        matches!(&view.page, Page::Guide { companion } if companion.role == RoleName::Reporter)
    );
    let view = show(&tilslut, &case, "representative");
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert!(companion.screen.title.is_none() && companion.screen.have.len() == 3);
    guide(&tilslut, &case, GuideIntent::Ask);
    state(&tilslut, &case, OutcomeName::SentToRepresentative, "");
    let tilslut = again(&machine, tilslut);
    assert_eq!(row(&tilslut, &case).state, CaseState::AwaitingRepresentative);
}

#[test]
fn what_was_rejected_is_used_again_and_concluded() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, GuideIntent::Begin);
    state(&tilslut, &case, OutcomeName::SentWithDocuments, "");
    let why = "Referatet viser ikke formandens titel.";
    state(&tilslut, &case, OutcomeName::Rejected, why);
    let tilslut = again(&machine, tilslut);
    assert_eq!(row(&tilslut, &case).why.as_deref(), Some(why));
    open(&tilslut, &case);
    let view = guide(&tilslut, &case, GuideIntent::UseAgain);
    let head = view.case.as_ref().expect("a case");
    let copy = head.id.clone();
    let earlier = head.earlier.as_ref().expect("what went wrong before");
    assert_ne!(copy, case);
    assert_eq!(earlier.case.as_deref(), Some(case.as_str()));
    assert_eq!(earlier.stated.as_ref().map(|it| it.words.as_str()), Some(why));
    let found = view.preflight.as_ref().expect("a draft").findings.iter();
    assert!(found.clone().any(|it| it.rule == "application-rejected"), "{found:?}");
    // Everything is there but the terms, which are read again.
    let tilslut = again(&machine, tilslut);
    tilslut.go(Navigation::Case { case: copy.clone() });
    tilslut.open_terms(&copy);
    let intent = CaseIntent::AcceptTerms { tick: true };
    tilslut.send(Intent::Case { case: copy.clone(), intent });
    let view = tilslut.go(Navigation::Check { case: copy.clone() });
    assert!(matches!(&view.page, Page::Check { missing, .. } if missing.is_empty()), "{view:#?}");
    guide(&tilslut, &copy, GuideIntent::Begin);
    state(&tilslut, &copy, OutcomeName::Concluded, "");
    assert_eq!(row(&tilslut, &copy).state, CaseState::StatedConcluded);
    let view = open(&tilslut, &case);
    let Page::Stated { after } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!((after.copied_as.as_deref(), after.can_use_again), (Some(copy.as_str()), true));
}

#[test]
fn what_lies_in_the_clipboard_leaves_it_when_the_cases_are_closed_and_what_others_copied_stays() {
    let machine = Installation::new();
    for other in [false, true] {
        let tilslut = if other { machine.start_first(None) } else { live(&machine) };
        let case = prepare(&tilslut, RoleName::Representative);
        guide(&tilslut, &case, GuideIntent::Begin);
        show(&tilslut, &case, "organisation");
        guide(&tilslut, &case, GuideIntent::Copy { what: ValueName::Cvr });
        tilslut.wait("the number to be copied", |view| match &view.page {
            Page::Guide { companion } => {
                companion.copied.as_ref().is_some_and(|it| it.until.is_some())
            }
            _ => false,
        });
        let desktop = tilslut.desktop.clone();
        if other {
            *desktop.clipboard.lock().unwrap() = Some("noget andet".into());
        }
        tilslut.close();
        let left = desktop.clipboard.lock().unwrap().clone();
        assert_eq!(left.as_deref(), other.then_some("noget andet"));
    }
}

#[test]
fn a_clipboard_that_does_not_answer_is_told_of() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, GuideIntent::Begin);
    show(&tilslut, &case, "organisation");
    *tilslut.desktop.no_clipboard.lock().unwrap() = true;
    guide(&tilslut, &case, GuideIntent::Copy { what: ValueName::Cvr });
    let view = tilslut.wait("the problem", |view| view.problem.as_deref() == Some("not-copied"));
    let Page::Guide { companion } = view.page else { panic!("the companion") };
    assert!(companion.copied.is_none());
}

/// Whoever rehearses is led to practice's own site, and nothing of theirs to the official one.
#[test]
fn in_practice_the_way_leads_to_the_site_of_practice() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let begun = guide(&tilslut, &case, GuideIntent::Begin);
    assert!(matches!(begun.page, Page::Guide { .. }), "{begun:#?}");
    tilslut.go(Navigation::OpenSite { site: Site::Connection });
    tilslut.wait_for_desktop("the site", |desktop| {
        let links = desktop.links.lock().unwrap();
        links.last().is_some_and(|link| link.contains("/tilslutning?lang=da"))
    });
    let links = tilslut.desktop.links.lock().unwrap().clone();
    assert!(links.iter().all(|link| link.starts_with("http://127.0.0.1:")), "{links:?}");
    let (status, page) = support::fetch(links.last().unwrap()).unwrap();
    assert!(status == 200 && page.contains("dette er ikke MitID Erhverv"), "{status} {page}");
    let view = state(&tilslut, &case, OutcomeName::Concluded, "");
    assert!(matches!(view.page, Page::Stated { .. }), "{view:#?}");
}
