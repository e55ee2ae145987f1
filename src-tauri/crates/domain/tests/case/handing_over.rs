//! A reporter hands over, with or without a login.

use super::*;

#[test]
fn a_reporter_may_hand_over_what_was_only_previewed() {
    let mut draft = whole(Role::Reporter);
    draft.terms = TermsAnswers::default();
    let asked = |draft: &Draft| {
        step(
            &drafting(draft.clone()),
            Event::HandOverAsked { file: file("x", "birk"), attempt: None },
            now(),
        )
    };
    assert!(
        matches!(asked(&draft), Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TermsNotSeen)
    );
    draft.terms = draft.terms.after_summary(now().at);
    let Ok((_, effects)) = asked(&draft) else { panic!("whole") };
    let [Effect::HandOver { connection, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(
        (connection.terms.summary_shown, connection.terms.official.clone()),
        (Some(now().at), None)
    );
}

#[test]
fn a_reporter_hands_over_and_cannot_approve() {
    let reporter = drafting(whole(Role::Reporter));
    assert_eq!(
        step(&reporter, Event::ApprovalAsked { attempt: token("one") }, now()),
        Err(Refusal::NotAllowedHere)
    );
    let (same, effects) =
        go(&reporter, Event::HandOverAsked { file: file("x", "birk"), attempt: None });
    assert_eq!(same.stage, reporter.stage);
    assert!(
        matches!(effects.as_slice(), [Effect::HandOver { file: f, login: None, .. }] if *f == file("x", "birk"))
    );

    let failed = go(
        &same,
        Event::HandOverEnded {
            file: file("x", "birk"),
            login: None,
            outcome: Err(Problem::DiskFull),
        },
    )
    .0;
    assert_eq!((failed.problem, &failed.stage), (Some(Problem::DiskFull), &reporter.stage));
    let handed = go(
        &same,
        Event::HandOverEnded { file: file("x", "birk"), login: None, outcome: Ok(prepared()) },
    )
    .0;
    assert!(
        matches!(&handed.stage, Stage::HandedOver(h) if h.file == file("x", "birk") && h.connection.reporter.is_some())
    );
    assert_eq!(go(&handed, Event::TakenBack).0.stage, reporter.stage);

    let lost = Event::HandOverAsked { file: file("y", "anker"), attempt: None };
    assert!(
        matches!(go(&handed, lost).1.as_slice(), [Effect::HandOver { file: f, .. }] if f.path == "y")
    );
    let again =
        Event::HandOverEnded { file: file("y", "anker"), login: None, outcome: Ok(prepared()) };
    assert!(
        matches!(go(&handed, again).0.stage, Stage::HandedOver(h) if h.file == file("y", "anker"))
    );

    let representative = drafting(whole(Role::Representative));
    let asked = |attempt| {
        step(&representative, Event::HandOverAsked { file: file("x", "birk"), attempt }, now())
    };
    assert_eq!(
        (asked(None), asked(Some(token("one")))),
        (Err(Refusal::NotAllowedHere), Err(Refusal::NotAllowedHere))
    );
}

#[test]
fn a_reporter_may_log_in_first_and_that_approves_nothing() {
    let reporter = drafting(whole(Role::Reporter));
    let (logging_in, effects) = go(
        &reporter,
        Event::HandOverAsked { file: file("x", "birk"), attempt: Some(token("one")) },
    );
    assert!(
        matches!(effects.as_slice(), [Effect::LogIn { purpose: Purpose::HandOver, connection, .. }] if *connection == prepared())
    );
    let (anew, effects) = go(&logging_in, Event::LoginAskedAnew { attempt: token("two") });
    assert!(
        matches!(effects.as_slice(), [Effect::LogIn { purpose: Purpose::HandOver, .. }]),
        "what it is for is not lost"
    );
    let ended =
        |outcome| Event::LoginEnded { attempt: token("two"), outcome, delivery: token("d") };

    let refused = go(&anew, ended(Err(Problem::LoginRefused))).0;
    assert_eq!((refused.problem, &refused.stage), (Some(Problem::LoginRefused), &reporter.stage));
    assert_eq!(go(&anew, Event::Restored).0.problem, Some(Problem::LoginNotFinished));

    let (case, effects) = go(&anew, ended(Ok(evidence())));
    let kept = HandOverLogin { connection: *prepared(), evidence: *evidence() };
    assert_eq!(
        draft_of(&case),
        &Draft { login: Some(Box::new(kept)), ..whole(Role::Reporter) },
        "kept until a file holds it"
    );
    let [Effect::HandOver { file: f, login: Some(login), .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!((f, login), (&file("x", "birk"), &evidence()));
    let handed = go(
        &case,
        Event::HandOverEnded {
            file: file("x", "birk"),
            login: Some(evidence()),
            outcome: Ok(prepared()),
        },
    )
    .0;
    assert!(
        matches!(&handed.stage, Stage::HandedOver(h) if h.login == Some(evidence()) && h.draft.login.is_none())
    );
    let (_, effects) =
        go(&handed, Event::HandOverAsked { file: file("y", "anker"), attempt: None });
    assert!(
        matches!(effects.as_slice(), [Effect::HandOver { login: Some(_), .. }]),
        "it goes into a second file, too"
    );
}

/// A reporter who has logged in to hand over, and whose file could not be written.
fn unwritten() -> Case {
    let asked = Event::HandOverAsked { file: file("x", "birk"), attempt: Some(token("one")) };
    let logging_in = go(&drafting(whole(Role::Reporter)), asked).0;
    let ended =
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") };
    let logged_in = go(&logging_in, ended).0;
    let failed = Event::HandOverEnded {
        file: file("x", "birk"),
        login: Some(evidence()),
        outcome: Err(Problem::DiskFull),
    };
    let case = go(&logged_in, failed).0;
    assert_eq!((case.problem, draft_of(&case).login.is_some()), (Some(Problem::DiskFull), true));
    case
}

#[test]
fn a_login_that_no_file_holds_goes_into_the_next_one_and_nobody_logs_in_again() {
    let case = go(&unwritten(), Event::ProblemRead).0;
    for attempt in [None, Some(token("two"))] {
        let (same, effects) = go(&case, Event::HandOverAsked { file: file("y", "anker"), attempt });
        let [Effect::HandOver { file: f, connection, login: Some(login) }] = effects.as_slice()
        else {
            panic!("{effects:?}")
        };
        assert_eq!((f, connection, login), (&file("y", "anker"), &prepared(), &evidence()));
        assert!(draft_of(&same).login.is_some(), "it may fail again");
        let written = Event::HandOverEnded {
            file: file("y", "anker"),
            login: Some(evidence()),
            outcome: Ok(prepared()),
        };
        let handed = go(&same, written).0;
        assert!(matches!(&handed.stage, Stage::HandedOver(h) if h.login == Some(evidence())));
        assert_eq!(draft_of(&go(&handed, Event::TakenBack).0).login, None, "it is used");
    }
}

#[test]
fn other_answers_drop_a_login_that_no_file_holds_and_the_person_is_told() {
    let case = unwritten();
    let same = Event::Answered(Box::new(whole(Role::Reporter)));
    let unchanged = go(&case, same).0;
    assert_eq!(
        (unchanged.problem, draft_of(&unchanged).login.is_some()),
        (None, true),
        "the same answers change nothing"
    );
    let answers = |change: fn(&mut Draft)| {
        let mut draft = whole(Role::Reporter);
        change(&mut draft);
        Event::Answered(Box::new(draft))
    };
    for changed in [
        answers(|draft| draft.representative.email = "mette@nordlys.example".into()),
        answers(|draft| draft.administrators[0].name = String::new()),
        answers(|draft| draft.reporter.organisation = "Holm & Bjerre".into()),
        answers(|draft| draft.role = Some(Role::Representative)),
        Event::DocumentAttached(Box::new(attached())),
    ] {
        let after = go(&case, changed.clone()).0;
        assert_eq!(
            (after.problem, &draft_of(&after).login),
            (Some(Problem::HandOverLoginDropped), &None),
            "{changed:?}"
        );
        let back = go(&after, Event::Answered(Box::new(whole(Role::Reporter)))).0;
        assert_eq!((back.problem, &draft_of(&back).login), (None, &None), "told once");
        let (_, effects) = go(
            &back,
            Event::HandOverAsked { file: file("y", "anker"), attempt: Some(token("two")) },
        );
        assert!(
            matches!(effects.as_slice(), [Effect::LogIn { purpose: Purpose::HandOver, .. }]),
            "{effects:?}"
        );
    }
}
