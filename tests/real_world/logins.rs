//! Logins as they are, from the button to the receipt. What each broker answers of whom lies in
//! `brokers/` and is tried, with every clock, in `identity/tests/login/real.rs`; here it goes on to
//! what a person keeps.

use crate::support::{Installation, NORDLYS, Tilslut, at_the_broker};
use contract::answers::RoleName;
use contract::pages::{Approval, Delivery, ExplanationName, LoginName, NameMatch};
use contract::{CaseIntent, Intent, LoginIntent, Navigation, Page, ReceiptsIntent};

const METTE: &str = "Mette Lindegaard Krogh";

/// The approval that was delivered, and that has its receipt.
fn kept(tilslut: &Tilslut, case: &str) -> Approval {
    let view = tilslut.delivered();
    let Page::Done { approval, delivery: Delivery::Accepted { .. }, receipt: Some(_), .. } =
        view.page
    else {
        panic!("delivered with a receipt: {:?}", view.problem)
    };
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Save { case: case.to_owned() } });
    assert_eq!(tilslut.view().problem, None, "the receipt is made");
    approval
}

#[test]
fn a_person_with_a_protected_name_is_asked_and_the_approval_is_kept_with_its_receipt() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let login = tilslut.approve(&case);
    at_the_broker(login.link.read(), "asta", "approve");
    let view = tilslut.wait("the question", |view| matches!(view.page, Page::Confirm { .. }));
    let Page::Confirm { approval, .. } = view.page else { panic!("the question") };
    assert_eq!((approval.approver, approval.found), (LoginName::Protected, NameMatch::NoName));
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::ExplainApprover { explanation: Some(ExplanationName::SamePerson) },
    });
    let approval = kept(&tilslut, &case);
    assert_eq!(
        (approval.approver, approval.explanation),
        (LoginName::Protected, Some(ExplanationName::SamePerson))
    );
    tilslut.close();
    let again = machine.start();
    let Page::Done { approval, .. } = again.go(Navigation::Case { case }).page else {
        panic!("done")
    };
    assert_eq!(approval.approver, LoginName::Protected, "kept as it was told");
}

#[test]
fn a_clock_that_is_wrong_is_told_before_the_browser_opens_and_going_on_keeps_the_approval() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let login = tilslut.approve(&case);
    // Ulla does not log in: she sets the practice clock, as her words on the page say.
    at_the_broker_only_chosen(login.link.read(), "ulla");
    let opened = tilslut.desktop.links.lock().unwrap().len();
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::BeginLoginAnew });
    let view = tilslut
        .wait("the clock", |view| matches!(&view.page, Page::Approve { clock: Some(_), .. }));
    let Page::Approve { clock: Some(clock), login: None, .. } = view.page else {
        panic!("no link yet")
    };
    assert!((715..=725).contains(&clock.behind), "{clock:?}");
    assert_eq!(
        tilslut.desktop.links.lock().unwrap().len(),
        opened,
        "nothing is opened before the person says so"
    );
    tilslut.send(Intent::Login { intent: LoginIntent::GoOnDespiteClock });
    let view =
        tilslut.wait("the link", |view| matches!(&view.page, Page::Approve { login: Some(_), .. }));
    let Page::Approve { login: Some(login), clock: None, .. } = view.page else {
        panic!("the clock is settled")
    };
    at_the_broker(login.link.read(), "mette", "approve");
    let approval = kept(&tilslut, &case);
    assert!(
        approval.clock_behind.is_some_and(|behind| (715..=725).contains(&behind)),
        "{approval:?}"
    );
}

/// Chooses a person at the broker, who answers nothing.
fn at_the_broker_only_chosen(link: &str, person: &str) {
    let browse = async {
        let client = reqwest::Client::new();
        let page = client.get(link).send().await.unwrap();
        let here = page.url().clone();
        let html = page.text().await.unwrap();
        let action = html.split_once("action=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        client
            .post(here.join(&action).unwrap())
            .form(&[("person", person)])
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    };
    let answer = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(browse);
    assert!(answer.contains("12 minutter"), "{answer}");
}

#[test]
fn going_to_the_tasks_goes_there_while_what_went_wrong_is_still_told() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let login = tilslut.approve(&case);
    at_the_broker(login.link.read(), "mette", "abort");
    tilslut.wait("the refusal", |view| {
        view.problem.as_deref() == Some("login-refused") && matches!(view.page, Page::Check { .. })
    });
    let view = tilslut.go(Navigation::Case { case });
    assert!(matches!(view.page, Page::Tasks { .. }), "{:?}", view.page);
    assert_eq!(view.problem.as_deref(), Some("login-refused"), "until it is read");
}
