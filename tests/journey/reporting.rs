//! The reporter's way: a case is handed over in a file, with or without a login, and the
//! representative approves it all.

use crate::delivery;
use crate::support::{Installation, Tilslut, administrators, at_the_broker, given};
use contract::answers::{Answers, RoleName};
use contract::pages::{Delivery, HandedOver, LevelName, ReporterLogin};
use contract::{CaseIntent, HandOverIntent, Intent, Navigation, Page, View};
use std::path::PathBuf;

#[test]
fn a_reporter_hands_over_and_the_representative_approves_it_all() {
    let (office, home) = (Installation::new(), Installation::new());
    let reporter = office.start();
    let case = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let file = office.folder.with_extension("tilslut");
    reporter.will_choose(file.clone());
    reporter.go(Navigation::HandOver { case: case.clone() });
    reporter.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::HandOver { logged_in: false },
    });
    let written = handed_over(&reporter);
    assert_eq!(written.words.len(), 6);
    let sealed = std::fs::read(&file).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    assert!(reporter.desktop.questions.lock().unwrap()[0].name.starts_with("PRØVE "));
    reporter.send(Intent::Case { case: case.clone(), intent: CaseIntent::Approve });
    assert!(matches!(reporter.view().page, Page::HandOver { .. }), "a reporter cannot conclude");

    let representative = home.start();
    representative.will_choose(file);
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
        intent: HandOverIntent::Open { words: words_of(&written).join("  ").to_uppercase() },
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
    let written = handed_over(&reporter);
    let words = words_of(&written).join(" ");
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
    reporter.will_choose(file.clone());
    reporter.go(Navigation::HandOver { case: case.clone() });
    reporter.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::HandOver { logged_in: true },
    });
    let written = handed_over(&reporter);
    assert_eq!(
        (opened, reporter.desktop.links.lock().unwrap().len()),
        (1, 0),
        "nobody logs in again"
    );
    let words = words_of(&written).join(" ");

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
    let written = handed_over(&reporter);
    let words = words_of(&written).join(" ");
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

/// What a reporter is shown once the file is written.
fn handed_over(reporter: &Tilslut) -> HandedOver {
    let handed = reporter.wait("the hand-over file", |view| {
        matches!(&view.page, Page::HandOver { written: Some(_), .. })
    });
    let Page::HandOver { written: Some(written), .. } = handed.page else { panic!("handed over") };
    written
}

fn words_of(written: &HandedOver) -> Vec<&str> {
    written.words.iter().map(|word| word.read()).collect()
}
