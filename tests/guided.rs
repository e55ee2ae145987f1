//! Concluding on the official site, from the first start to the corrected answer, without a window:
//! live with nothing set up, over a restart at every step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::model::WindowShape;
use contract::answers::RoleName;
use contract::intent::{MailDraftIntent, NotifyName, Site};
use contract::pages::{
    CaseState, DeadlineName, MailTo, OutcomeName, SetUpCount, SetUpRow, ValueName,
};
use contract::{
    CaseIntent, GuideIntent, Intent, Navigation, OutcomeAnswers, Page, SettingsIntent, View,
};
use domain::person::TypedDate;
use std::time::Duration;
use support::guided::{again, guide, live, open, prepare, row, show, state, stated};
use support::{Installation, METTE, NORDLYS, Tilslut};

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

    // The mail that reminds them has a sheet with it, which is printed or saved too.
    open(&tilslut, &case);
    let mail = MailTo::Representative { reminder: true };
    draft(&tilslut, &case, MailDraftIntent::Show { mail });
    draft(&tilslut, &case, MailDraftIntent::Open);
    let opened = tilslut.shown_file();
    let mail::Content::Mail(read) = mail::read(&std::fs::read(opened).unwrap()).unwrap() else {
        panic!("not a mail")
    };
    assert_eq!(read.attachments.len(), 1, "the sheet");
    draft(&tilslut, &case, MailDraftIntent::ShowPaper);
    let sheet = tilslut.shown_file();
    assert!(sheet.to_string_lossy().ends_with("til godkendelse.pdf"), "{sheet:?}");
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

fn in_case(tilslut: &Tilslut, case: &str, intent: CaseIntent) -> View {
    tilslut.send(Intent::Case { case: case.to_owned(), intent })
}

fn draft(tilslut: &Tilslut, case: &str, intent: MailDraftIntent) -> View {
    in_case(tilslut, case, CaseIntent::MailDraft { intent })
}

fn set_up(view: &View) -> Vec<SetUpRow> {
    match &view.page {
        Page::Stated { after } => after.set_up.clone(),
        page => panic!("nothing was stated: {page:?}"),
    }
}

/// What a person saw in the draft is what their mail program gets, with the checklist of that one
/// administrator alone.
#[test]
fn each_administrator_is_written_to_and_ticked_until_all_are_done() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, GuideIntent::Begin);
    let view = state(&tilslut, &case, OutcomeName::Concluded, "");
    let rows = set_up(&view);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.done.is_none() && row.opened.is_none()));

    let mail = MailTo::Administrator { index: 1, reminder: false };
    let view = draft(&tilslut, &case, MailDraftIntent::Show { mail });
    let Page::MailDraft { draft: shown } = view.page else { panic!("{:?}", view.page) };
    draft(&tilslut, &case, MailDraftIntent::Open);
    tilslut.wait("the draft to be opened", |view| match &view.page {
        Page::MailDraft { draft } => draft.opened.is_some(),
        _ => false,
    });
    let opened = tilslut.desktop.opened.lock().unwrap().last().cloned().unwrap();
    assert_eq!(opened.extension().and_then(|it| it.to_str()), Some("eml"));
    let mail::Content::Mail(read) = mail::read(&std::fs::read(&opened).unwrap()).unwrap() else {
        panic!("not a mail")
    };
    assert_eq!(read.subject, shown.subject);
    assert_eq!(read.text.trim(), shown.text.trim());
    assert!(shown.text.contains("Søren Kanariefugl") && !shown.text.contains("Mette"));
    assert_eq!(read.attachments.len(), 1, "the checklist");
    draft(&tilslut, &case, MailDraftIntent::ShowPaper);
    tilslut.wait_for_desktop("the checklist", |desktop| {
        let opened = desktop.opened.lock().unwrap();
        opened.last().is_some_and(|file| file.to_string_lossy().ends_with("opsætning.pdf"))
    });

    // One is done; another time that is as it was, and the list says who misses.
    open(&tilslut, &case);
    let tick = |administrator, done| CaseIntent::TickSetUp { administrator, done };
    in_case(&tilslut, &case, tick(0, true));
    let tilslut = again(&machine, tilslut);
    let rows = set_up(&open(&tilslut, &case));
    assert!(rows[0].done.is_some() && rows[1].done.is_none() && rows[1].opened.is_some());
    let Page::FollowUp { rows, .. } = tilslut.go(Navigation::FollowUp).page else {
        panic!("the follow-up")
    };
    let link = rows.iter().find(|row| row.kind == DeadlineName::SetUpLink).unwrap();
    assert_eq!(link.set_up, Some(SetUpCount { done: 1, of: 2 }));
    let remind = link.remind.clone().unwrap();
    assert_eq!(remind.name, "Søren Kanariefugl");
    let view = draft(&tilslut, &case, MailDraftIntent::Show { mail: remind.to });
    assert!(
        matches!(&view.page, Page::MailDraft { draft } if draft.subject.starts_with("Påmindelse")),
        "{:?}",
        view.page
    );

    // All are: nothing is left to follow up, until somebody was wrong.
    open(&tilslut, &case);
    in_case(&tilslut, &case, tick(1, true));
    let none = Page::FollowUp { rows: vec![], more: false };
    assert_eq!(tilslut.go(Navigation::FollowUp).page, none);
    open(&tilslut, &case);
    in_case(&tilslut, &case, tick(1, false));
    assert_ne!(tilslut.go(Navigation::FollowUp).page, none);
}

/// Off until it is allowed; then the system is asked, and what it does not show is told.
#[test]
fn the_system_shows_what_is_near_once_that_is_allowed() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, GuideIntent::Begin);
    let on = tilslut.engine.now().today.checked_sub(jiff::Span::new().days(60)).unwrap();
    let outcome = OutcomeAnswers {
        kind: Some(OutcomeName::Concluded),
        on: TypedDate::from(on).into(),
        screen: None,
        rule: None,
        words: String::new(),
    };
    guide(&tilslut, &case, GuideIntent::State { outcome });
    let tilslut = again(&machine, tilslut);
    let notified = |tilslut: &Tilslut| tilslut.desktop.notified.lock().unwrap().clone();
    assert!(notified(&tilslut).is_empty(), "nobody has allowed it");
    let allow = |tilslut: &Tilslut, notify| {
        tilslut.go(Navigation::Settings);
        tilslut.send(Intent::Settings { intent: SettingsIntent::SetNotify { notify } });
    };
    *tilslut.desktop.no_notifications.lock().unwrap() = true;
    allow(&tilslut, NotifyName::Plain);
    let code = Some("notification-not-shown");
    tilslut.wait("the problem", |view| view.problem.as_deref() == code);
    *tilslut.desktop.no_notifications.lock().unwrap() = false;
    allow(&tilslut, NotifyName::Plain);
    tilslut.wait_for_desktop("the notification", |desktop| {
        desktop.notified.lock().unwrap().len() == 2
    });
    let shown = notified(&tilslut).pop().unwrap();
    assert_eq!(shown, ("Tilslut".to_owned(), "En dato i Tilslut er nær".to_owned()));
    // What was chosen is remembered, and so is that it was shown today.
    tilslut.wait_for_desktop("it to be remembered", |_| {
        tilslut.engine.with_vault(|vault| vault.setting("notified")).flatten().is_some()
    });
    let tilslut = again(&machine, tilslut);
    let Page::Settings { notify, .. } = tilslut.go(Navigation::Settings).page else {
        panic!("the settings")
    };
    assert_eq!(notify, NotifyName::Plain);
    assert!(notified(&tilslut).is_empty(), "once a day, whatever is started");
}
