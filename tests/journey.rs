//! The whole journey without a window: the shell library against the practice services, over real
//! sockets.
//!
//! In this order: the representative's own way, the reporter's way, what goes wrong at the register
//! and at the receiver. What can happen around the login is in `approving.rs`, and what can happen
//! to cases at rest in `at_rest.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{Administrators, AnswerName, Answers, Born, RoleName};
use contract::pages::{
    CaseState, Delivery, LevelName, Lookup, MailName, NameMatch, ReporterLogin, StatusName,
};
use contract::{
    CaseIntent, CasesIntent, HandOverIntent, Intent, Navigation, Page, PartName, ReceiptsIntent,
    SettingsIntent, View,
};
use domain::problem::Problem;
use std::path::PathBuf;
use std::process::Command;
use support::{
    Installation, METTE, NORDLYS, administrators, at_the_broker, born, found, given, organisation,
};

fn text_of(pdf: &std::path::Path) -> String {
    let out = Command::new("pdftotext")
        .args(["-layout"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    assert!(out.status.success(), "pdftotext could not read the receipt");
    String::from_utf8(out.stdout).unwrap()
}

fn delivery(view: &View) -> &Delivery {
    match &view.page {
        Page::Done { delivery, .. } => delivery,
        page => panic!("not done: {page:?}"),
    }
}

#[test]
fn a_representative_prepares_approves_and_keeps_the_receipt() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert!(matches!(&tilslut.view().page, Page::Cases { rows: cases, .. } if cases.is_empty()));
    assert_eq!(
        tilslut
            .send(Intent::Settings {
                intent: SettingsIntent::SetLanguage { language: contract::LanguageName::Danish }
            })
            .language,
        contract::LanguageName::Danish
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
    tilslut.desktop.choices.lock().unwrap().push_back(pdf.clone());
    tilslut.go(Navigation::Case { case: case.clone() });
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::Save { case: case.clone() } });
    tilslut.wait("the receipt to be written", |view| view.written.is_some());
    let text = text_of(&pdf);
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
    again.desktop.choices.lock().unwrap().push_back(second.clone());
    again.send(Intent::Receipts { intent: ReceiptsIntent::Save { case } });
    again.wait("the receipt to be written again", |view| view.written.is_some());
    assert_eq!(std::fs::read(second).unwrap(), std::fs::read(pdf).unwrap());
}

#[test]
fn a_reporter_hands_over_and_the_representative_approves_it_all() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let file = office.folder.with_extension("tilslut");
    reporter.desktop.choices.lock().unwrap().push_back(file.clone());
    reporter.go(Navigation::HandOver { case: case.clone() });
    reporter.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::HandOver { logged_in: false },
    });
    let written = reporter.wait("the hand-over file", |view| {
        matches!(&view.page, Page::HandOver { written: Some(_), .. })
    });
    let Page::HandOver { written: Some(written), .. } = written.page else { panic!("handed over") };
    assert_eq!(written.words.len(), 6);
    let sealed = std::fs::read(&file).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    assert!(reporter.desktop.questions.lock().unwrap()[0].name.starts_with("PRØVE "));
    reporter.send(Intent::Case { case: case.clone(), intent: CaseIntent::Approve });
    assert!(matches!(reporter.view().page, Page::HandOver { .. }), "a reporter cannot conclude");

    let representative = home.start();
    representative.desktop.choices.lock().unwrap().push_back(file);
    representative.go(Navigation::OpenHandOver);
    representative.send(Intent::HandOver { intent: HandOverIntent::Choose });
    representative.wait("the chosen file", |view| {
        matches!(&view.page, Page::OpenHandOver { file: Some(_), .. })
    });
    representative.send(Intent::HandOver {
        intent: HandOverIntent::Open { words: "birk birk birk birk birk birk".into() },
    });
    representative.wait("the wrong words to be told", |view| {
        view.problem.as_deref() == Some("handover-wrong-words")
    });
    representative.send(Intent::HandOver {
        intent: HandOverIntent::Open {
            words: written
                .words
                .iter()
                .map(|word| word.read())
                .collect::<Vec<_>>()
                .join("  ")
                .to_uppercase(),
        },
    });
    let review = representative
        .wait("the case to be opened", |view| matches!(view.page, Page::Review { .. }));
    let head = review.case.unwrap();
    assert_eq!(head.reporter.unwrap().name, "Jens Aagaard Kanariefugl");

    let id = head.id;
    assert_ne!(id, case, "it is a case of its own on this machine");
    representative.send(Intent::Case { case: id.clone(), intent: CaseIntent::Approve });
    assert_eq!(representative.problem_at("terms.opened").as_deref(), Some("terms-not-opened"));
    representative.send(Intent::Case { case: id.clone(), intent: CaseIntent::ShowTermsSummary });
    representative
        .send(Intent::Case { case: id.clone(), intent: CaseIntent::AcceptTerms { tick: true } });
    let terms = |view: &View| match &view.page {
        Page::Review { terms, .. } => {
            (terms.summary_shown.is_some(), terms.opened.is_some(), terms.accepted)
        }
        page => panic!("not a review: {page:?}"),
    };
    assert_eq!(
        terms(&representative.view()),
        (true, false, false),
        "Tilslut's own summary opens nothing"
    );
    *representative.desktop.no_browser.lock().unwrap() = true;
    representative.send(Intent::Case { case: id.clone(), intent: CaseIntent::OpenTerms });
    let view = representative.wait("the browser", |view| view.problem.is_some());
    assert_eq!(
        (view.problem.as_deref(), terms(&view).1),
        (Some("browser-not-opened"), false),
        "no browser has taken the link"
    );
    *representative.desktop.no_browser.lock().unwrap() = false;
    representative.open_terms(&id);
    representative
        .send(Intent::Case { case: id.clone(), intent: CaseIntent::AcceptTerms { tick: true } });
    representative.approve_as(&id, "bente");
    assert!(matches!(delivery(&representative.delivered()), Delivery::Accepted { .. }));
}

#[test]
fn a_reporter_who_logs_in_is_seen_by_the_representative() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let file = office.folder.with_extension("tilslut");
    let login = reporter.log_in_to_hand_over(&case, &file);
    at_the_broker(login.link.read(), "jens", "refuse");
    let refused =
        reporter.wait("the refusal", |view| view.problem.as_deref() == Some("login-refused"));
    assert!(
        matches!(refused.page, Page::Check { .. }) && !file.exists(),
        "without the login nothing is written"
    );

    let login = reporter.log_in_to_hand_over(&case, &file);
    assert!(
        matches!(&reporter.view().page, Page::Approve { hands_over: true, preview: Some(p), .. } if p.reference_text.starts_with("Overdrag "))
    );
    let (text, _) = at_the_broker(login.link.read(), "jens", "approve");
    assert!(
        text.contains("Overdrag MitID Erhverv-tilslutning, CVR 95504183"),
        "MitID says what it is for"
    );
    let handed = reporter.wait("the hand-over file", |view| {
        matches!(&view.page, Page::HandOver { written: Some(_), .. })
    });
    let Page::HandOver { written: Some(written), .. } = handed.page else { panic!("handed over") };
    let words = written.words.iter().map(|word| word.read()).collect::<Vec<_>>().join(" ");
    let proven = |login: &Option<ReporterLogin>| matches!(login, Some(ReporterLogin::Proven { name, level: LevelName::B, is_reporter, .. }) if given(name) == "Jens Aagaard Holm" && !is_reporter);
    assert!(proven(&written.login), "{:?}", written.login);
    assert!(
        !matches!(reporter.go(Navigation::Mailbox).page, Page::Mailbox { mails } if !mails.is_empty()),
        "nothing was approved or sent"
    );

    let representative = home.start();
    representative.open_hand_over(&file, &words);
    let review = representative.wait("the case", |view| matches!(view.page, Page::Review { .. }));
    assert!(
        matches!(&review.page, Page::Review { login, .. } if proven(login)),
        "{:#?}",
        review.page
    );
    representative.close();
    let again = home.start();
    let id = review.case.unwrap().id;
    let review = again.go(Navigation::Case { case: id.clone() });
    assert!(matches!(&review.page, Page::Review { login, .. } if proven(login)), "it is kept");
    again.open_terms(&id);
    again.send(Intent::Case { case: id.clone(), intent: CaseIntent::AcceptTerms { tick: true } });
    again.approve_as(&id, "bente");
}

#[test]
fn a_reporter_s_login_is_kept_when_the_file_cannot_be_written_and_goes_into_the_next_one() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let nowhere = office.folder.with_extension("gone").join("case.tilslut");
    let login = reporter.log_in_to_hand_over(&case, &nowhere);
    at_the_broker(login.link.read(), "jens", "approve");
    reporter.wait("the failure", |view| view.problem.as_deref() == Some("file-not-written"));
    let opened = reporter.desktop.links.lock().unwrap().len();
    reporter.close();

    let reporter = office.start();
    let file = office.folder.with_extension("tilslut");
    reporter.desktop.choices.lock().unwrap().push_back(file.clone());
    reporter.go(Navigation::HandOver { case: case.clone() });
    reporter.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::HandOver { logged_in: true },
    });
    let handed = reporter.wait("the hand-over file", |view| {
        matches!(&view.page, Page::HandOver { written: Some(_), .. })
    });
    let Page::HandOver { written: Some(written), .. } = handed.page else { panic!("handed over") };
    assert_eq!(
        (opened, reporter.desktop.links.lock().unwrap().len()),
        (1, 0),
        "nobody logs in again"
    );
    let words = written.words.iter().map(|word| word.read()).collect::<Vec<_>>().join(" ");

    let representative = home.start();
    representative.open_hand_over(&file, &words);
    let review = representative.wait("the case", |view| matches!(view.page, Page::Review { .. }));
    let Page::Review { login: Some(ReporterLogin::Proven { name, .. }), .. } = &review.page else {
        panic!("{:?}", review.page)
    };
    assert_eq!(given(name), "Jens Aagaard Holm", "it proves the same as it would have at first");
}

/// The code that a reporter sees is the one that MitID shows the reporter, and never the
/// representative's.
#[test]
fn a_reporter_sees_the_code_of_the_hand_over_and_of_no_approval() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let preview = |view: &View| match &view.page {
        Page::Check { preview, .. }
        | Page::Approve { preview, .. }
        | Page::Review { preview, .. } => preview.clone().expect("a preview"),
        page => panic!("no preview: {page:?}"),
    };
    let seen = preview(&reporter.go(Navigation::Check { case: case.clone() }));
    assert!(
        seen.reference_text.starts_with("Overdrag ")
            && seen.exact.contains("tilslut/hand-over-request/v2"),
        "{seen:?}"
    );
    let file = office.folder.with_extension("tilslut");
    let login = reporter.log_in_to_hand_over(&case, &file);
    assert_eq!(preview(&reporter.view()).code, seen.code);
    let (text, _) = at_the_broker(login.link.read(), "jens", "approve");
    assert!(text.contains(&seen.code.join(" ")), "MitID shows it: {text}");
    let handed = reporter.wait("the hand-over file", |view| {
        matches!(&view.page, Page::HandOver { written: Some(_), .. })
    });
    let Page::HandOver { written: Some(written), .. } = handed.page else { panic!("handed over") };
    let words = written.words.iter().map(|word| word.read()).collect::<Vec<_>>().join(" ");
    let code = |login: &Option<ReporterLogin>| match login {
        Some(ReporterLogin::Proven { code, .. }) => code.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(code(&written.login), seen.code);

    let representative = home.start();
    representative.open_hand_over(&file, &words);
    let review = representative.wait("the case", |view| matches!(view.page, Page::Review { .. }));
    let Page::Review { login, .. } = &review.page else { panic!("a review") };
    assert_eq!(code(login), seen.code, "both can compare it by phone");
    let id = review.case.unwrap().id;
    representative.open_terms(&id);
    let accepted = representative
        .send(Intent::Case { case: id.clone(), intent: CaseIntent::AcceptTerms { tick: true } });
    let control = preview(&accepted);
    assert!(control.reference_text.starts_with("Godkend ") && control.code != seen.code);
    assert!(!reporter.told().contains(&control.code.join("\",\"")), "no reporter was told it");
    let login = representative.approve(&id);
    let (text, _) = at_the_broker(login.link.read(), "bente", "approve");
    assert!(
        text.contains(&control.code.join(" ")) && !text.contains(&seen.code.join(" ")),
        "{text}"
    );
    representative.wait("the approval", |view| matches!(view.page, Page::Done { .. }));
}

#[test]
fn the_file_that_was_opened_last_is_the_one_that_is_seen_and_its_own_date_only_warns() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let hand_over = |name: &str| {
        let file = office.folder.with_extension(name);
        let words = reporter.hand_over(&case, &file);
        (file, words)
    };
    let first = hand_over("1.tilslut");
    reporter.send(Intent::Case { case: case.clone(), intent: CaseIntent::TakeBack });
    let mut corrected = administrators();
    corrected.others[0].email = "rettet@kanariefugl.example".into();
    reporter.answer(&case, Answers::Administrators(corrected));
    let second = hand_over("2.tilslut");

    let representative = home.start();
    let open = |(file, words): &(PathBuf, String)| {
        representative.open_hand_over(file, words);
        representative.wait("the case", |view| matches!(view.page, Page::Review { .. }))
    };
    let emails = |view: &View| match &view.page {
        Page::Review { connection, .. } => {
            connection.administrators.iter().map(|a| a.email.clone()).collect::<Vec<_>>()
        }
        page => panic!("not a review: {page:?}"),
    };
    let old = open(&first);
    assert_eq!(old.problem, None);
    let id = old.case.clone().unwrap().id;
    representative.open_terms(&id);
    let new = open(&second);
    assert_eq!(new.problem.as_deref(), Some("handover-changed"));
    assert!(emails(&new).contains(&"rettet@kanariefugl.example".to_owned()));
    assert!(
        matches!(&new.page, Page::Review { terms, .. } if terms.opened.is_none()),
        "the newer file is read anew"
    );
    assert_eq!(open(&second).problem, None, "the same file again shows the same case");
    let again = open(&first);
    assert_eq!(again.problem.as_deref(), Some("handover-older"));
    assert_eq!(emails(&again), emails(&old), "the person has opened it, so it is shown");
    assert_eq!(emails(&open(&second)), emails(&new), "and goes back to the other as easily");
}

#[test]
fn the_number_is_told_apart_where_it_is_typed() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (typed, code) in [
        ("", "cvr-missing"),
        ("1234567", "cvr-length"),
        ("1374813x", "cvr-characters"),
        ("12345678", "cvr-check-digit"),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(typed, Some(RoleName::Representative))),
        );
        tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::LookUp });
        assert_eq!(
            tilslut.problem_at("cvr").as_deref(),
            Some(code),
            "looking up »{typed}« says why it cannot"
        );
        tilslut.send(Intent::Case {
            case: case.clone(),
            intent: CaseIntent::Continue { part: PartName::Organisation },
        });
        assert_eq!(tilslut.problem_at("cvr").as_deref(), Some(code), "{typed}");
        let Page::Organisation { answers, .. } = tilslut.view().page else { panic!("still here") };
        assert_eq!(answers.cvr, typed, "what was typed stays");
    }
}

#[test]
fn the_register_may_be_down_slow_or_talk_nonsense() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (cvr, meant) in [
        ("24256790", Problem::CvrUnknown),
        ("97015392", Problem::RegisterDown),
        ("95836712", Problem::RegisterNonsense),
        ("96640285", Problem::RegisterSlow),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(cvr, Some(RoleName::Representative))),
        );
        let view = tilslut.wait(cvr, |view| {
            matches!(&view.page, Page::Organisation { lookup: Lookup::Failed { .. }, .. })
        });
        let Page::Organisation { answers, lookup: Lookup::Failed { code, .. }, .. } = view.page
        else {
            panic!("organisation")
        };
        assert_eq!((answers.cvr.as_str(), code.as_str()), (cvr, meant.code()));
    }
    // The register being away does not stop the preparation; an unknown number does.
    tilslut.proceed(&case, PartName::Organisation);
    assert!(matches!(tilslut.view().page, Page::Representative { .. }));
}

#[test]
fn an_organisation_that_is_being_dissolved_or_has_ceased_is_stopped_early() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (cvr, status, code) in [
        ("94205360", StatusName::Dissolving, "organisation-dissolving"),
        ("95018238", StatusName::Ceased, "organisation-ceased"),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(cvr, Some(RoleName::Representative))),
        );
        let view = tilslut.wait(cvr, |view| found(view).is_some());
        assert_eq!(found(&view).unwrap().status, status);
        tilslut.send(Intent::Case {
            case: case.clone(),
            intent: CaseIntent::Continue { part: PartName::Organisation },
        });
        assert_eq!(tilslut.problem_at("cvr").as_deref(), Some(code));
    }
}

#[test]
fn an_administrator_must_be_whole() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Administrators });
    let none = Administrators { representative_too: false, others: vec![], ..administrators() };
    tilslut.answer(&case, Answers::Administrators(none));
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Continue { part: PartName::Administrators },
    });
    assert_eq!(tilslut.problem_at("administrators").as_deref(), Some("administrator-missing"));

    let mut wrong = administrators();
    wrong.representative_too = false;
    wrong.others[0].email = "soren@kanariefugl".into();
    wrong.others[0].born = Born { month: "11".into(), ..born(31, 11, 1987) };
    tilslut.answer(&case, Answers::Administrators(wrong.clone()));
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Continue { part: PartName::Administrators },
    });
    assert_eq!(tilslut.problem_at("administrators.0.email").as_deref(), Some("email-ending"));
    assert_eq!(tilslut.problem_at("administrators.0.born").as_deref(), Some("born-no-such-day"));

    wrong.others[0].email = "soren@kanariefugl.example".into();
    tilslut.answer(&case, Answers::Administrators(wrong.clone()));
    assert_eq!(
        tilslut.problem_at("administrators.0.email"),
        None,
        "what has been put right is no longer said"
    );
    wrong.others[0].born = born(30, 11, 1987);
    wrong.others[0].has_mitid = Some(AnswerName::Unknown);
    tilslut.answer(&case, Answers::Administrators(wrong));
    tilslut.proceed(&case, PartName::Administrators);
    tilslut.send(Intent::Case { case, intent: CaseIntent::Approve });
    assert_eq!(
        tilslut.problem_at("administrators.0.hasMitid").as_deref(),
        Some("administrator-unknown"),
        "unknown is asked for before the approval"
    );
}

#[test]
fn an_unknown_outcome_is_settled_by_asking_and_never_doubled() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare("99420863", "Poul Bakkegård Nissen", RoleName::Representative);
    tilslut.approve_as(&case, "poul");
    let unknown = tilslut.delivered();
    assert!(matches!(delivery(&unknown), Delivery::Unknown { .. }), "{unknown:#?}");
    assert_eq!(unknown.problem.as_deref(), Some("receiver-unknown"));
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::Deliver });
    let settled = tilslut.delivered();
    assert!(matches!(delivery(&settled), Delivery::Accepted { .. }));
    let Page::Mailbox { mails } = tilslut.go(Navigation::Mailbox).page else { panic!("mailbox") };
    assert_eq!(mails.iter().filter(|m| m.kind == MailName::Receipt).count(), 1);
}

#[test]
fn a_refusal_by_the_receiver_is_told_with_its_reason() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare("98361278", "Inger Kyst Mortensen", RoleName::Representative);
    tilslut.approve_as(&case, "inger");
    let refused = tilslut.delivered();
    assert!(
        matches!(delivery(&refused), Delivery::Refused { reason } if reason.contains("titel")),
        "{refused:#?}"
    );
}
