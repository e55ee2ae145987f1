//! Everything that can happen around one login, without a window: the shell library, the practice
//! broker, real sockets.
//!
//! In this order: it ends without an approval, the person goes another way than the straight one,
//! two at once, Tilslut is closed, somebody else logs in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::{
    Approval, AuthorityName, CaseState, Delivery, DiscardedApproval, ExplanationName, LevelName,
    Login, NameMatch, NextName,
};
use contract::{CaseIntent, Intent, LoginIntent, Navigation, Page, VaultIntent, View};
use std::time::{Duration, Instant};
use support::{
    Installation, METTE, NORDLYS, Tilslut, at_the_broker, callback_with_another_state, fetch,
    given, redirect_of,
};

/// Tilslut with a whole case on its check page, and that page.
fn ready() -> (Tilslut, String, Page) {
    ready_on(&Installation::new())
}

fn ready_on(machine: &Installation) -> (Tilslut, String, Page) {
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let page = tilslut.view().page;
    (tilslut, case, page)
}

/// Waits until the login is over without an approval: the code says why, and not one answer has
/// changed.
fn back(tilslut: &Tilslut, before: &Page, code: &str) -> View {
    let view = tilslut.wait(code, |view| {
        view.problem.as_deref() == Some(code) && matches!(view.page, Page::Check { .. })
    });
    assert_eq!(view.page, *before, "every answer is kept");
    view
}

fn shown(view: &View) -> &Login {
    match &view.page {
        Page::Approve { login: Some(login), .. } => login,
        page => panic!("no login: {page:?}"),
    }
}

/// Nobody listens any more where the broker would send the browser.
fn is_closed(login: &Login) -> bool {
    fetch(&redirect_of(login.link.read())).is_err()
}

/// Asks until nobody listens any more: a login that was given up with the cases ends beside the
/// window.
fn closes(login: &Login) -> bool {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !is_closed(login) {
        if Instant::now() > deadline {
            return false;
        }
    }
    true
}

#[test]
fn refused_or_abandoned_at_mitid_comes_back_with_every_answer_and_can_be_tried_again() {
    let (tilslut, case, before) = ready();
    for (round, act) in [(1, "refuse"), (2, "abort")] {
        let login = tilslut.approve(&case);
        let (_, result) = at_the_broker(login.link.read(), "mette", act);
        assert!(result.contains("Intet er godkendt"), "the browser says it too");
        back(&tilslut, &before, "login-refused");
        assert_eq!(
            tilslut.came_forward(),
            round,
            "the window comes to the front, for the person is in the browser"
        );
        assert!(is_closed(&login));
    }
    tilslut.approve_as(&case, "mette");
}

#[test]
fn a_login_that_nobody_answers_is_given_up_in_time() {
    let machine = Installation::new();
    let tilslut = machine.start_patient(Duration::ZERO);
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let before = tilslut.view().page;
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::Approve });
    let view = back(&tilslut, &before, "login-timed-out");
    assert!(view.problem.is_some() && tilslut.came_forward() == 1);
    let link = tilslut.desktop.links.lock().unwrap()[0].clone();
    assert!(fetch(&redirect_of(&link)).is_err(), "the port is free again");
    tilslut.close();

    let patient = machine.start();
    patient.go(Navigation::Check { case: case.clone() });
    patient.approve_as(&case, "mette");
}

#[test]
fn a_broker_that_never_comes_back_is_waited_for_until_the_person_begins_anew_or_cancels() {
    let (tilslut, case, before) = ready();
    let login = tilslut.approve(&case);
    let spoiled =
        login.link.read().replace("code_challenge_method=S256", "code_challenge_method=plain");
    assert_eq!(fetch(&spoiled).unwrap().0, 400, "the broker shows its own error page");
    at_the_broker(login.link.read(), "mette", "silent");
    assert_eq!(shown(&tilslut.view()), &login, "silence is not an answer");

    tilslut.send(Intent::Login { intent: LoginIntent::OpenBrowser });
    tilslut.wait_for_desktop("the link to be opened again", |desktop| {
        desktop.links.lock().unwrap().len() == 2
    });
    let links = tilslut.desktop.links.lock().unwrap().clone();
    assert_eq!(
        links,
        [login.link.read(), login.link.read()],
        "the same link again, for this login still waits"
    );

    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::BeginLoginAnew });
    let anew = tilslut.wait(
        "another link",
        |view| matches!(&view.page, Page::Approve { login: Some(l), .. } if l.link != login.link),
    );
    assert_eq!(anew.problem, None);
    assert!(is_closed(&login), "the link before leads nowhere");
    assert_eq!(tilslut.desktop.links.lock().unwrap().len(), 3, "the browser was opened once more");
    assert_eq!(tilslut.came_forward(), 0, "the person is here");

    tilslut.send(Intent::Login { intent: LoginIntent::Cancel });
    back(&tilslut, &before, "login-cancelled");
    let again = tilslut.approve(&case);
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::BeginLoginAnew });
    let anew = tilslut.wait(
        "another link",
        |view| matches!(&view.page, Page::Approve { login: Some(l), .. } if l.link != again.link),
    );
    at_the_broker(shown(&anew).link.read(), "mette", "approve");
    tilslut.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
}

#[test]
fn a_second_click_shows_the_first_login() {
    let (tilslut, case, _) = ready();
    let login = tilslut.approve(&case);
    tilslut.go(Navigation::Cases);
    let second = tilslut.send(Intent::Case { case, intent: CaseIntent::Approve });
    assert_eq!((shown(&second), second.problem.as_deref()), (&login, None));
    assert_eq!(tilslut.desktop.links.lock().unwrap().len(), 1, "and opens no second browser");
}

#[test]
fn a_link_that_was_begun_in_one_browser_can_be_finished_in_another() {
    let (tilslut, case, _) = ready();
    let login = tilslut.approve(&case);
    // The tab is closed after the first page, and the copied link is opened elsewhere.
    assert_eq!(fetch(login.link.read()).unwrap().0, 200);
    at_the_broker(login.link.read(), "mette", "approve");
    tilslut.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
    assert_eq!(tilslut.came_forward(), 1);
}

#[test]
fn without_a_browser_the_link_can_be_copied_and_opened_later() {
    let (tilslut, case, _) = ready();
    *tilslut.desktop.no_browser.lock().unwrap() = true;
    let login = tilslut.approve(&case);
    assert!(login.browser_failed, "the window says that no browser could be opened");
    let tried = || tilslut.desktop.links.lock().unwrap().len();
    let before = tried();
    tilslut.send(Intent::Login { intent: LoginIntent::OpenBrowser });
    tilslut.wait_for_desktop("the browser to be asked", |desktop| {
        desktop.links.lock().unwrap().len() > before
    });
    assert!(shown(&tilslut.view()).browser_failed, "still not");
    *tilslut.desktop.no_browser.lock().unwrap() = false;
    tilslut.send(Intent::Login { intent: LoginIntent::OpenBrowser });
    tilslut.wait("what has been put right not to be said any more", |view| {
        !shown(view).browser_failed
    });
    at_the_broker(login.link.read(), "mette", "approve");
    tilslut.wait("the approval by the copied link", |view| matches!(view.page, Page::Done { .. }));
}

#[test]
fn an_answer_for_another_login_is_told_and_changes_nothing() {
    let (tilslut, case, _) = ready();
    let login = tilslut.approve(&case);
    assert_eq!(callback_with_another_state(login.link.read()).status(), 400);
    let told = tilslut.wait(
        "the other answer to be told",
        |view| matches!(&view.page, Page::Approve { login: Some(l), .. } if l.other_answer),
    );
    assert_eq!(shown(&told).link, login.link, "the login goes on");
    at_the_broker(login.link.read(), "mette", "approve");
    tilslut.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
}

#[test]
fn a_case_waits_while_the_login_of_another_is_under_way() {
    let (tilslut, first, _) = ready();
    let second = tilslut.prepare("95504183", "Bente Rask Olesen", RoleName::Representative);
    let before = tilslut.view().page;
    tilslut.go(Navigation::Check { case: first.clone() });
    let login = tilslut.approve(&first);
    tilslut.go(Navigation::Check { case: second.clone() });
    let told = tilslut.send(Intent::Case { case: second.clone(), intent: CaseIntent::Approve });
    assert_eq!(
        (told.problem.as_deref(), told.case.as_ref().map(|c| c.id.clone())),
        (Some("login-under-way"), Some(first.clone()))
    );
    assert_eq!(shown(&told), &login, "it shows the login that is under way");
    assert_eq!(
        tilslut.go(Navigation::Check { case: second.clone() }).page,
        before,
        "and the other case is as it was"
    );

    // The answer comes while the person looks elsewhere: the page that is open stays.
    tilslut.go(Navigation::Cases);
    at_the_broker(login.link.read(), "mette", "approve");
    let state = |view: &View, id: &str| match &view.page {
        Page::Cases { rows: cases, .. } => {
            cases.iter().find(|case| case.id == id).map(|case| case.state)
        }
        _ => None,
    };
    tilslut
        .wait("the first to be approved", |view| state(view, &first) == Some(CaseState::Delivered));
    tilslut.go(Navigation::Check { case: second.clone() });
    tilslut.approve_as(&second, "bente");
    assert!(matches!(tilslut.go(Navigation::Case { case: first }).page, Page::Done { .. }));
}

#[test]
fn a_second_tilslut_does_not_touch_a_login_of_the_first() {
    let machine = Installation::new();
    let (first, case, _) = ready_on(&machine);
    let login = first.approve(&case);
    let second = machine.start();
    assert_eq!(
        (second.view().page, second.view().problem.as_deref()),
        (Page::Stopped, Some("vault-in-use"))
    );
    second.send(Intent::Case { case, intent: CaseIntent::Approve });
    second.send(Intent::Login { intent: LoginIntent::Cancel });
    assert!(second.desktop.links.lock().unwrap().is_empty());
    second.close();
    at_the_broker(login.link.read(), "mette", "approve");
    first.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
}

#[test]
fn closed_or_locked_during_a_login_it_comes_back_as_not_finished_with_every_answer() {
    let machine = Installation::new();
    let (tilslut, case, before) = ready_on(&machine);
    let login = tilslut.approve(&case);
    tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    assert!(matches!(tilslut.view().page, Page::Closed { .. }));
    tilslut.send(Intent::Vault { intent: VaultIntent::TryKeyStore });
    let opened = tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let states = |view: &View| match &view.page {
        Page::Cases { rows: cases, .. } => {
            cases.iter().map(|case| (case.state, case.problem.clone())).collect::<Vec<_>>()
        }
        page => panic!("not the cases: {page:?}"),
    };
    let not_finished = [(CaseState::Draft, Some("login-not-finished".to_owned()))];
    assert_eq!(states(&opened), not_finished, "neither refused nor approved: nobody can know");
    assert!(closes(&login));

    tilslut.go(Navigation::Check { case: case.clone() });
    let login = tilslut.approve(&case);
    tilslut.close();
    assert!(closes(&login), "who answers now is not listened to");
    let again = machine.start();
    assert_eq!(states(&again.view()), not_finished);
    assert_eq!(again.came_forward(), 0);
    let view = again.go(Navigation::Check { case: case.clone() });
    assert_eq!((view.problem.as_deref(), &view.page), (Some("login-not-finished"), &before));
    again.approve_as(&case, "mette");
}

#[test]
fn a_login_at_a_lower_level_is_not_trusted() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let login = tilslut.approve(&case);
    at_the_broker(login.link.read(), "viggo", "approve");
    tilslut.wait("the refusal", |view| view.problem.as_deref() == Some("login-level-low"));
}

/// Logs in as somebody whom the case does not name, and waits for the question.
fn logged_in_as(tilslut: &Tilslut, case: &str, person: &str) -> Approval {
    let login = tilslut.approve(case);
    at_the_broker(login.link.read(), person, "approve");
    let view = tilslut.wait("the question", |view| matches!(view.page, Page::Confirm { .. }));
    match view.page {
        Page::Confirm { approval, .. } => approval,
        page => panic!("nothing to explain: {page:?}"),
    }
}

#[test]
fn somebody_else_logging_in_is_asked_about_before_anything_is_sent() {
    let machine = Installation::new();
    let (tilslut, case, _) = ready_on(&machine);
    let asked = logged_in_as(&tilslut, &case, "karl");
    assert_eq!(
        (given(&asked.approver), asked.found, asked.level),
        ("Karl Ravn Thestrup", NameMatch::NotListed, LevelName::C)
    );
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::ExplainApprover { explanation: None },
    });
    assert_eq!(tilslut.problem_at("approver.explanation").as_deref(), Some("approver-unexplained"));
    let Page::Mailbox { mails } = tilslut.go(Navigation::Mailbox).page else { panic!("mailbox") };
    assert!(mails.is_empty(), "nothing was sent");
    tilslut.close();

    // Closed and started again, the question still stands, and the approval is not made again.
    let again = machine.start();
    let Page::Cases { rows: cases, .. } = &again.view().page else { panic!("cases") };
    assert_eq!((cases[0].state, cases[0].next), (CaseState::Confirming, NextName::ExplainApprover));
    let view = again.go(Navigation::Case { case: case.clone() });
    assert!(matches!(&view.page, Page::Confirm { approval, .. } if *approval == asked));
    again.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::ExplainApprover { explanation: Some(ExplanationName::MayRepresent) },
    });
    let Page::Done { approval, delivery: Delivery::Accepted { .. }, .. } = again.delivered().page
    else {
        panic!("delivered")
    };
    assert_eq!(
        approval,
        Approval { explanation: Some(ExplanationName::MayRepresent), ..asked },
        "the explanation is kept with it"
    );
    assert!(again.desktop.links.lock().unwrap().is_empty());
}

#[test]
fn an_approval_that_was_not_meant_is_set_aside_and_the_right_one_made() {
    let machine = Installation::new();
    let (tilslut, case, before) = ready_on(&machine);
    let asked = logged_in_as(&tilslut, &case, "karl");
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::DiscardApproval });
    let view = back(&tilslut, &before, "approval-set-aside");
    let aside = view.case.unwrap().discarded_approvals;
    assert_eq!(
        aside,
        [DiscardedApproval { approver: asked.approver, at: asked.at, code: asked.code }]
    );

    let Page::Done { approval, .. } = tilslut.approve_as(&case, "mette").page else {
        panic!("done")
    };
    assert_eq!(
        (given(&approval.approver), approval.found, approval.explanation),
        (METTE, NameMatch::Same, None)
    );
    tilslut.delivered();
    tilslut.close();
    let again = machine.start();
    assert_eq!(
        again.go(Navigation::Case { case }).case.unwrap().discarded_approvals,
        aside,
        "what was not used stays on record"
    );
}

#[test]
fn a_name_that_is_only_spelled_differently_is_never_in_the_way() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare(NORDLYS, "Mette L. Krogh", RoleName::Representative);
    let Page::Done { approval, .. } = tilslut.approve_as(&case, "mette").page else {
        panic!("done")
    };
    assert_eq!((given(&approval.approver), approval.found), (METTE, NameMatch::Spelled));
}

/// A practice person of whom the broker says whom they may represent: one organisation, and no
/// other.
const FRODE: &str = "Frode Lyng Andersen";
const LYNG: &str = "94817021";

#[test]
fn a_broker_that_says_whom_a_person_may_represent_is_heard_and_shown() {
    let tilslut = Installation::new().start();
    let own = tilslut.prepare(LYNG, FRODE, RoleName::Representative);
    let Page::Done { approval, .. } = tilslut.approve_as(&own, "frode").page else {
        panic!("done")
    };
    assert_eq!((approval.found, approval.authority), (NameMatch::Same, AuthorityName::Confirmed));

    // Of most people it says nothing, and that means nothing.
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let Page::Done { approval, .. } = tilslut.approve_as(&case, "mette").page else {
        panic!("done")
    };
    assert_eq!((approval.found, approval.authority), (NameMatch::Same, AuthorityName::Untold));

    let others = tilslut.prepare(NORDLYS, FRODE, RoleName::Representative);
    let asked = logged_in_as(&tilslut, &others, "frode");
    assert_eq!(
        (asked.found, asked.authority),
        (NameMatch::Same, AuthorityName::Other),
        "the name fits, and the organisation does not"
    );
    tilslut.send(Intent::Case {
        case: others,
        intent: CaseIntent::ExplainApprover { explanation: Some(ExplanationName::MayRepresent) },
    });
    let Page::Done { approval, .. } = tilslut.delivered().page else { panic!("delivered") };
    assert_eq!(
        (approval.authority, approval.explanation),
        (AuthorityName::Other, Some(ExplanationName::MayRepresent))
    );
}
