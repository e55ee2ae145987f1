//! The whole journey without a window: the shell library against the practice services, over real
//! sockets.
//!
//! Here the representative's own way; the reporter's way is in `reporting.rs`, what is typed wrong,
//! what goes wrong at the register and at the receiver in files of their names. What can happen
//! around the login is in `approving.rs`, and what can happen to cases at rest in `at_rest.rs`,
//! beside this folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod receiver;
mod register;
mod reporting;
#[path = "../support/mod.rs"]
mod support;
mod typing;

use contract::answers::RoleName;
use contract::pages::{CaseState, Delivery, LevelName, MailName, NameMatch};
use contract::{Intent, LanguageName, Navigation, Page, ReceiptsIntent, SettingsIntent, View};
use support::{Installation, METTE, at_the_broker, given, pdf};

#[test]
fn a_representative_prepares_approves_and_keeps_the_receipt() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert!(matches!(&tilslut.view().page, Page::Cases { rows: cases, .. } if cases.is_empty()));
    assert_eq!(
        tilslut
            .send(Intent::Settings {
                intent: SettingsIntent::SetLanguage { language: LanguageName::Danish }
            })
            .language,
        LanguageName::Danish
    );

    let case = tilslut.prepare("dk 13-74 81.36", METTE, RoleName::Representative);
    let Page::Check { preview: Some(preview), .. } = tilslut.view().page else { panic!("check") };

    let login = tilslut.approve(&case);
    assert_eq!(
        tilslut.desktop.links.lock().unwrap().as_slice(),
        [login.link.read()],
        "one login, in the system browser"
    );
    assert!(login.link.read().starts_with("http://127.0.0.1:"));
    let (shown, result) = at_the_broker(login.link.read(), "mette", "approve");
    assert!(shown.contains(&preview.reference_text), "MitID shows what the window showed");
    assert!(
        preview.reference_text.contains(&preview.code.join(" ")),
        "the text carries the control code"
    );
    assert!(!result.contains("<script"), "the result page has no script");

    tilslut.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
    let done = tilslut.delivered();
    let Page::Done {
        approval, delivery: Delivery::Accepted { case_number, .. }, connection, ..
    } = &done.page
    else {
        panic!("{done:#?}")
    };
    assert_eq!(
        (given(&approval.approver), approval.level, approval.found),
        (METTE, LevelName::B, NameMatch::Same)
    );
    assert_eq!(approval.code, preview.code);
    assert!(case_number.starts_with("PRØVE-"));
    assert!(
        connection.administrators.iter().all(|a| a.link_sent.is_some()),
        "every administrator was sent a link"
    );

    let Page::Mailbox { mails } = tilslut.go(Navigation::Mailbox).page else { panic!("mailbox") };
    let to =
        |kind| mails.iter().filter(|m| m.kind == kind).map(|m| m.to.as_str()).collect::<Vec<_>>();
    assert_eq!(to(MailName::Receipt), ["repraesentant@kanariefugl.example"]);
    assert_eq!(to(MailName::SetUpLink).len(), 2);

    let pdf = machine.folder.with_extension("pdf");
    tilslut.will_choose(pdf.clone());
    tilslut.go(Navigation::Case { case: case.clone() });
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Save { case: case.clone() } });
    tilslut.wait("the receipt to be written", |view| view.written.is_some());
    let text = pdf::laid_out(&pdf);
    for meant in [
        "PRØVE",
        "Nordlys Tømrer & Snedker ApS",
        "13 74 81 36",
        METTE,
        "Søren Kanariefugl",
        case_number,
        &preview.code.join(" "),
    ] {
        assert!(text.contains(meant), "{meant} is not in the receipt:\n{text}");
    }
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Show { case: case.clone() } });
    let opened = [tilslut.shown_file()];
    assert_eq!(
        std::fs::read(&opened[0]).unwrap(),
        std::fs::read(&pdf).unwrap(),
        "the same receipt each time"
    );
    tilslut.close();
    assert!(!opened[0].exists(), "what another program was shown is removed");

    let again = machine.start();
    let Page::Cases { rows: cases, .. } = &again.view().page else { panic!("cases") };
    assert_eq!((cases.len(), cases[0].state), (1, CaseState::Delivered));
    let back = again.go(Navigation::Case { case: case.clone() });
    assert_eq!(back.page, done.page, "closed and started again, the case is the same");
    let second = machine.folder.with_extension("2.pdf");
    again.will_choose(second.clone());
    again.send(Intent::Receipts { intent: ReceiptsIntent::Save { case } });
    again.wait("the receipt to be written again", |view| view.written.is_some());
    assert_eq!(std::fs::read(second).unwrap(), std::fs::read(pdf).unwrap());
}

fn delivery(view: &View) -> &Delivery {
    match &view.page {
        Page::Done { delivery, .. } => delivery,
        page => panic!("not done: {page:?}"),
    }
}
