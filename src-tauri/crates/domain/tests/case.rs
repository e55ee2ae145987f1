//! Every legal move of a case, every refusal, and what no sequence of events can do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::approver::{Authority, Explanation};
use domain::case::{
    Accepted, Basis, Case, CaseId, Delivery, DeliveryOutcome, Effect, Event, Evidence,
    HandOverFile, Level, Purpose, Received, Refusal, Stage, Token, step,
};
use domain::connection::Connection;
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, HandOverLogin, Role, TermsAnswers};
use domain::lookup::Lookup;
use domain::organisation::Status;
use domain::problem::Problem;
use domain::terms::{CURRENT, OfficialText};
use domain::{Answer, Environment, Secret, Timestamp};
use drafts::{CVR, attached, born, draft_of, drafting, go, later, now, organisation, whole};
use jiff::civil::date;
use proptest::prelude::*;

fn token(text: &str) -> Token {
    Token(text.into())
}

fn evidence() -> Box<Evidence> {
    Box::new(Evidence {
        bundle: b"{}".to_vec(),
        level: Level::B,
        approver: "Mette Lindegaard Krogh".into(),
        approved_at: now().at,
        control_code: ControlCode::from_hash(&[7; 32]),
        authority: Authority::Untold,
        clock_offset: None,
    })
}

fn accepted(id: &str) -> Accepted {
    Accepted {
        id: token(id),
        case_number: "PRØVE-2026-000147".into(),
        at: later().at,
        mails: vec![],
    }
}

fn prepared() -> Box<Connection> {
    Box::new(Connection::parse(&whole(Role::Reporter), now().today).unwrap())
}

fn approving() -> Case {
    go(&drafting(whole(Role::Representative)), Event::ApprovalAsked { attempt: token("one") }).0
}

fn approved() -> Case {
    go(
        &approving(),
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") },
    )
    .0
}

fn delivery_of(case: &Case) -> &Delivery {
    match &case.stage {
        Stage::Approved(approved) => &approved.delivery,
        other => panic!("not approved: {other:?}"),
    }
}

#[test]
fn not_reaching_the_receiver_now_does_not_say_that_nothing_was_sent_before() {
    let ended = |case: &Case, outcome| go(case, Event::DeliveryEnded { id: token("d"), outcome }).0;
    let unknown = ended(&approved(), DeliveryOutcome::Unknown);
    let still = ended(&go(&unknown, Event::DeliveryAsked).0, DeliveryOutcome::NotSent);
    assert!(matches!(delivery_of(&still), Delivery::Unknown { .. }));
    assert_eq!(still.problem, Some(Problem::ReceiverUnknown));
    assert_eq!(
        ended(&approved(), DeliveryOutcome::NotSent).problem,
        Some(Problem::ReceiverDown),
        "nothing was sent before"
    );
}

#[test]
fn a_move_is_dated() {
    assert_eq!(go(&drafting(Draft::default()), opening()).0.changed, later().at);
}

#[test]
fn answers_change_only_what_a_person_may_change() {
    let before = drafting(whole(Role::Representative));
    let mut typed = whole(Role::Representative);
    typed.lookup = Lookup::NotYet;
    typed.terms.official = None;
    typed.representative.name = "Ny".into();
    let after = go(&before, Event::Answered(Box::new(typed))).0;
    assert_eq!(draft_of(&after).representative.name, "Ny");
    assert_eq!(
        draft_of(&after).lookup,
        draft_of(&before).lookup,
        "a register's answer is not typed"
    );
    assert_eq!(
        draft_of(&after).terms,
        draft_of(&before).terms,
        "the terms are not opened by typing"
    );
}

#[test]
fn a_reporter_cannot_accept_the_terms() {
    let reporter = Draft { role: Some(Role::Reporter), ..whole(Role::Representative) };
    let after = go(&drafting(whole(Role::Representative)), Event::Answered(Box::new(reporter))).0;
    assert!(!draft_of(&after).terms.accepted);
    assert!(!draft_of(&go(&after, Event::TermsAccepted(true)).0).terms.accepted);
}

#[test]
fn the_terms_are_opened_before_they_are_accepted() {
    let closed = drafting(Draft { role: Some(Role::Representative), ..Draft::default() });
    assert!(!draft_of(&go(&closed, Event::TermsAccepted(true)).0).terms.accepted);
    let summary = go(&closed, Event::TermsSummaryShown).0;
    assert_eq!(
        (draft_of(&summary).terms.summary_shown, draft_of(&summary).terms.is_opened()),
        (Some(later().at), false)
    );
    assert!(
        !draft_of(&go(&summary, Event::TermsAccepted(true)).0).terms.accepted,
        "Tilslut's own summary is not the terms"
    );
    let opened = go(&summary, opening()).0;
    let official = OfficialText { opened: later().at, address: CURRENT.address.into() };
    assert_eq!(draft_of(&opened).terms.official, Some(official.clone()));
    let again = go(&opened, Event::TermsOpened { address: "http://127.0.0.1:1/".into() }).0;
    assert_eq!(draft_of(&again).terms.official, Some(official), "the first time counts");
    let accepted = go(&opened, Event::TermsAccepted(true)).0;
    assert!(draft_of(&accepted).terms.accepted);
    assert!(!draft_of(&go(&accepted, Event::TermsAccepted(false)).0).terms.accepted);
}

#[test]
fn only_a_whole_case_can_be_approved() {
    let (case, effects) =
        go(&drafting(whole(Role::Representative)), Event::ApprovalAsked { attempt: token("one") });
    assert!(
        matches!(&case.stage, Stage::Approving(a) if a.attempt == token("one") && a.since == later().at)
    );
    assert!(matches!(effects.as_slice(), [Effect::LogIn { purpose: Purpose::Approval, .. }]));

    let refused = |change: fn(&mut Draft), field: &str, problem: Problem| {
        let mut draft = whole(Role::Representative);
        change(&mut draft);
        match step(&drafting(draft), Event::ApprovalAsked { attempt: token("one") }, now()) {
            Err(Refusal::Incomplete(wrong)) => {
                assert!(
                    wrong.iter().any(|w| w.field == field && w.problem == problem),
                    "{field} {problem:?} not in {wrong:?}"
                );
            }
            other => panic!("{field}: {other:?}"),
        }
    };
    refused(|d| d.cvr = "12345678".into(), "cvr", Problem::CvrCheckDigit);
    refused(|d| d.lookup = Lookup::NotYet, "cvr", Problem::CvrNotLookedUp);
    refused(
        |d| d.lookup = Lookup::Failed { problem: Problem::CvrUnknown, at: now().at },
        "cvr",
        Problem::CvrUnknown,
    );
    refused(
        |d| d.lookup = Lookup::Found(Box::new(organisation(Status::Dissolving))),
        "cvr",
        Problem::OrganisationDissolving,
    );
    refused(
        |d| d.lookup = Lookup::Found(Box::new(organisation(Status::Ceased))),
        "cvr",
        Problem::OrganisationCeased,
    );
    refused(|d| d.role = None, "role", Problem::RoleMissing);
    refused(|d| d.representative.name = " ".into(), "representative.name", Problem::NameMissing);
    refused(|d| d.representative.title.clear(), "representative.title", Problem::TitleMissing);
    refused(
        |d| d.representative.title = "direktør 010190-1234".into(),
        "representative.title",
        Problem::CprTyped,
    );
    refused(
        |d| d.representative.has_mitid = Some(Answer::No),
        "representative.hasMitid",
        Problem::RepresentativeWithoutMitid,
    );
    refused(|d| d.administrators.clear(), "administrators", Problem::AdministratorMissing);
    refused(|d| d.administrators[0].email.clear(), "administrators.0.email", Problem::EmailMissing);
    refused(
        |d| d.administrators[0].born.month = "13".into(),
        "administrators.0.born",
        Problem::BornNoSuchDay,
    );
    refused(
        |d| d.administrators[0].has_cpr = Some(Answer::No),
        "administrators.0.hasCpr",
        Problem::AdministratorWithoutCpr,
    );
    refused(
        |d| d.administrators[0].has_mitid = Some(Answer::Unknown),
        "administrators.0.hasMitid",
        Problem::AdministratorUnknown,
    );
    refused(
        |d| d.representative_is_administrator = true,
        "representative.born",
        Problem::BornMissing,
    );
    refused(
        |d| d.administrators.push(d.administrators[0].clone()),
        "administrators.1.email",
        Problem::AdministratorTwice,
    );
    refused(
        |d| {
            d.representative_is_administrator = true;
            d.administrators[0].email = " METTE@nordlystomrer.example".into();
        },
        "administrators.0.email",
        Problem::AdministratorTwice,
    );
    refused(
        |d| d.representative.title = "x".repeat(121),
        "representative.title",
        Problem::TextTooLong,
    );
    refused(|d| d.terms.edition = Some(date(2020, 1, 1)), "terms.opened", Problem::TermsNotOpened);
    refused(|d| d.terms.official = None, "terms.opened", Problem::TermsNotOpened);
    refused(|d| d.terms.edition = Some(date(1999, 1, 1)), "terms.opened", Problem::TermsNotOpened);
    let only_the_summary = |d: &mut Draft| {
        d.terms = TermsAnswers { accepted: true, ..TermsAnswers::default().after_summary(now().at) }
    };
    refused(only_the_summary, "terms.opened", Problem::TermsNotOpened);
    refused(|d| d.terms.accepted = false, "terms.accepted", Problem::TermsNotAccepted);
}

#[test]
fn the_representative_can_be_administrator_with_one_tick() {
    let mut draft = whole(Role::Representative);
    draft.representative_is_administrator = true;
    draft.representative.born = born();
    draft.representative.has_cpr = Some(Answer::Yes);
    let (case, _) = go(&drafting(draft), Event::ApprovalAsked { attempt: token("one") });
    let administrators = &case.connection().unwrap().administrators;
    assert_eq!(administrators.len(), 2);
    assert!(administrators[0].is_representative && !administrators[1].is_representative);
}

#[test]
fn each_problem_is_said_once_even_where_two_pages_share_it() {
    let mut draft = whole(Role::Representative);
    draft.representative_is_administrator = true;
    draft.representative.name.clear();
    let Err(Refusal::Incomplete(wrong)) =
        step(&drafting(draft), Event::ApprovalAsked { attempt: token("x") }, now())
    else {
        panic!("a draft without a name is not whole")
    };
    assert_eq!(wrong.iter().filter(|w| w.field == "representative.name").count(), 1);
}

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
        matches!(asked(&draft), Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TermsNotOpened)
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

fn opening() -> Event {
    Event::TermsOpened { address: CURRENT.address.into() }
}

fn file(path: &str, word: &str) -> HandOverFile {
    HandOverFile { path: path.into(), words: vec![Secret::new(word.into())] }
}

#[test]
fn a_received_case_is_approved_whole_after_the_representative_has_opened_the_terms() {
    let handed = go(
        &drafting(whole(Role::Reporter)),
        Event::HandOverEnded { file: file("x", "birk"), login: None, outcome: Ok(prepared()) },
    )
    .0;
    let connection = handed.connection().unwrap().clone();
    let received = Case::received(
        CaseId("b".repeat(32)),
        Environment::Practice,
        Received::new(connection, now().at, None),
        now(),
    );
    let missing =
        |case: &Case| match step(case, Event::ApprovalAsked { attempt: token("one") }, now()) {
            Err(Refusal::Incomplete(wrong)) => wrong[0].problem,
            other => panic!("{other:?}"),
        };
    assert_eq!(missing(&received), Problem::TermsNotOpened);
    assert_eq!(go(&received, Event::TermsAccepted(true)).0.stage, received.stage);
    let summary = go(&received, Event::TermsSummaryShown).0;
    assert_eq!(missing(&summary), Problem::TermsNotOpened, "a summary is not the terms");
    assert_eq!(go(&summary, Event::TermsAccepted(true)).0.stage, summary.stage);
    let opened = go(&summary, opening()).0;
    assert_eq!(missing(&opened), Problem::TermsNotAccepted);
    let ready = go(&opened, Event::TermsAccepted(true)).0;
    let approving = go(&ready, Event::ApprovalAsked { attempt: token("one") }).0;
    let official = approving.connection().unwrap().terms.official.clone();
    assert_eq!(
        official,
        Some(OfficialText { opened: later().at, address: CURRENT.address.into() }),
        "the representative's own opening is signed"
    );
    let back = go(
        &approving,
        Event::LoginEnded {
            attempt: token("one"),
            outcome: Err(Problem::LoginRefused),
            delivery: token("d"),
        },
    )
    .0;
    assert_eq!(back.stage, ready.stage);
    assert_eq!(
        step(&received, Event::Answered(Box::default()), now()),
        Err(Refusal::NotAllowedHere),
        "it can be read, not changed"
    );
}

#[test]
fn a_login_that_fails_keeps_every_answer() {
    for problem in [
        Problem::LoginRefused,
        Problem::LoginCancelled,
        Problem::LoginTimedOut,
        Problem::LoginNotTrusted,
    ] {
        let back = go(
            &approving(),
            Event::LoginEnded {
                attempt: token("one"),
                outcome: Err(problem),
                delivery: token("d"),
            },
        )
        .0;
        assert_eq!(*draft_of(&back), whole(Role::Representative));
        assert_eq!(back.problem, Some(problem));
        assert_eq!(go(&back, Event::ProblemRead).0.problem, None);
    }
}

#[test]
fn only_the_attempt_under_way_can_end() {
    let other =
        Event::LoginEnded { attempt: token("two"), outcome: Ok(evidence()), delivery: token("d") };
    assert_eq!(step(&approving(), other, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn a_login_begun_anew_is_another_attempt_at_the_same() {
    let (anew, effects) = go(&approving(), Event::LoginAskedAnew { attempt: token("two") });
    assert_eq!(anew.connection(), approving().connection());
    assert!(
        matches!(effects.as_slice(), [Effect::LogIn { attempt, connection, purpose: Purpose::Approval }] if *attempt == token("two") && Some(&**connection) == anew.connection())
    );
    let late =
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") };
    assert_eq!(
        step(&anew, late, now()),
        Err(Refusal::NotAllowedHere),
        "what comes of the first is nobody's answer"
    );
    let back = go(
        &anew,
        Event::LoginEnded {
            attempt: token("two"),
            outcome: Err(Problem::LoginRefused),
            delivery: token("d"),
        },
    )
    .0;
    assert_eq!(*draft_of(&back), whole(Role::Representative));
    let drafting = drafting(whole(Role::Representative));
    assert_eq!(
        step(&drafting, Event::LoginAskedAnew { attempt: token("two") }, now()),
        Err(Refusal::NotAllowedHere)
    );
}

#[test]
fn a_login_cut_off_by_a_restart_comes_back_as_not_finished() {
    let back = go(&approving(), Event::Restored).0;
    assert_eq!(*draft_of(&back), whole(Role::Representative));
    assert_eq!(back.problem, Some(Problem::LoginNotFinished));
    let Stage::Approving(a) = approving().stage else { panic!("approving") };
    assert!(matches!(a.basis, Basis::Own(_)));
}

#[test]
fn an_approval_is_delivered_and_its_id_never_changes() {
    let (case, effects) = go(
        &approving(),
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") },
    );
    let send = vec![Effect::Deliver { id: token("d"), bundle: b"{}".to_vec() }];
    assert_eq!(effects, send);
    for (outcome, problem) in [
        (DeliveryOutcome::NotSent, Problem::ReceiverDown),
        (DeliveryOutcome::Unknown, Problem::ReceiverUnknown),
    ] {
        let ended = go(&case, Event::DeliveryEnded { id: token("d"), outcome }).0;
        assert_eq!(ended.problem, Some(problem));
        let (again, effects) = go(&ended, Event::DeliveryAsked);
        assert_eq!((effects, again.problem), (send.clone(), None));
    }
    let refused = go(
        &case,
        Event::DeliveryEnded { id: token("d"), outcome: DeliveryOutcome::Refused("nej".into()) },
    )
    .0;
    assert_eq!(refused.problem, Some(Problem::ReceiverRefused));
    for event in [Event::DeliveryAsked, Event::Restored] {
        assert_eq!(
            step(&refused, event, now()),
            Err(Refusal::NotAllowedHere),
            "a refusal is an answer"
        );
    }
    let done = go(
        &case,
        Event::DeliveryEnded { id: token("d"), outcome: DeliveryOutcome::Accepted(accepted("d")) },
    )
    .0;
    assert_eq!(*delivery_of(&done), Delivery::Accepted(accepted("d")));
    assert_eq!(step(&done, Event::DeliveryAsked, now()), Err(Refusal::NotAllowedHere));
    assert_eq!(step(&done, Event::Restored, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn what_may_have_arrived_is_never_called_not_sent() {
    let not_reached = || Event::DeliveryEnded { id: token("d"), outcome: DeliveryOutcome::NotSent };
    let unknown =
        go(&approved(), Event::DeliveryEnded { id: token("d"), outcome: DeliveryOutcome::Unknown })
            .0;
    let since = later().at;
    for asked in [
        go(&unknown, Event::DeliveryAsked).0,
        go(&unknown, Event::Restored).0,
        go(&approved(), Event::Restored).0,
    ] {
        assert_eq!(
            *delivery_of(&go(&asked, not_reached()).0),
            Delivery::Unknown { id: token("d"), since }
        );
    }
    assert_eq!(
        *delivery_of(&go(&approved(), not_reached()).0),
        Delivery::NotSent { id: token("d") }
    );
}

#[test]
fn what_was_on_its_way_at_a_crash_is_asked_for_again() {
    assert_eq!(
        go(&approved(), Event::Restored).1,
        vec![Effect::Deliver { id: token("d"), bundle: b"{}".to_vec() }]
    );
    let asked = drafting(Draft {
        lookup: Lookup::Asked { ask: 9, known: None },
        ..whole(Role::Representative)
    });
    assert_eq!(
        go(&asked, Event::Restored).1,
        vec![Effect::LookUp { ask: 9, cvr: CvrNumber::parse(CVR).unwrap() }]
    );
    assert_eq!(
        step(&drafting(Draft::default()), Event::Restored, now()),
        Err(Refusal::NotAllowedHere)
    );
}

fn any_event() -> impl Strategy<Value = Event> {
    let tokens = prop::sample::select(vec!["one", "two", "d"]).prop_map(|t| Token(t.to_owned()));
    let attempts = tokens.clone();
    let problems = prop::sample::select(Problem::ALL.to_vec());
    let drafts = prop::sample::select(vec![
        whole(Role::Representative),
        whole(Role::Reporter),
        Draft::default(),
    ]);
    prop_oneof![
        drafts.prop_map(|d| Event::Answered(Box::new(d))),
        (0u64..3).prop_map(|ask| Event::LookUpAsked { ask }),
        ((0u64..3), problems.clone()).prop_map(|(ask, p)| Event::LookedUp { ask, outcome: Err(p) }),
        (0u64..3).prop_map(|ask| Event::LookedUp {
            ask,
            outcome: Ok(Box::new(organisation(Status::Active)))
        }),
        Just(Event::DocumentAttached(Box::new(attached()))),
        any::<bool>().prop_map(|holds| Event::DocumentConfirmed {
            document: attached().id,
            point: "valid".into(),
            holds
        }),
        Just(Event::DocumentRemoved(attached().id)),
        Just(Event::TermsSummaryShown),
        Just(opening()),
        any::<bool>().prop_map(Event::TermsAccepted),
        tokens.clone().prop_map(|attempt| Event::ApprovalAsked { attempt }),
        (tokens.clone(), problems).prop_map(|(attempt, p)| Event::LoginEnded {
            attempt,
            outcome: Err(p),
            delivery: Token("d".into())
        }),
        tokens.clone().prop_map(|attempt| Event::LoginAskedAnew { attempt }),
        (tokens.clone(), any::<bool>()).prop_map(|(attempt, other)| {
            let evidence = if other {
                Box::new(Evidence { approver: "Karl Ravn Thestrup".into(), ..*evidence() })
            } else {
                evidence()
            };
            Event::LoginEnded { attempt, outcome: Ok(evidence), delivery: Token("d".into()) }
        }),
        prop::option::of(Just(Explanation::MayRepresent)).prop_map(Event::ApproverExplained),
        Just(Event::ApprovalDiscarded),
        tokens
            .clone()
            .prop_map(|id| Event::DeliveryEnded { id, outcome: DeliveryOutcome::Unknown }),
        tokens.clone().prop_map(|id| Event::DeliveryEnded {
            id: id.clone(),
            outcome: DeliveryOutcome::Accepted(accepted(&id.0))
        }),
        tokens.prop_map(|id| Event::DeliveryEnded {
            id,
            outcome: DeliveryOutcome::Refused("nej".into())
        }),
        Just(Event::DeliveryAsked),
        prop::option::of(attempts)
            .prop_map(|attempt| Event::HandOverAsked { file: file("x", "birk"), attempt }),
        any::<bool>().prop_map(|ok| Event::HandOverEnded {
            file: file("x", "birk"),
            login: None,
            outcome: if ok { Ok(prepared()) } else { Err(Problem::FileNotWritten) }
        }),
        Just(Event::TakenBack),
        Just(Event::ProblemRead),
        Just(Event::Restored),
    ]
}

proptest! {
    #[test]
    fn no_sequence_of_events_panics_or_leaves_approved(
        start in prop::sample::select(vec![whole(Role::Representative), whole(Role::Reporter), Draft::default()]),
        events in prop::collection::vec(any_event(), 0..60),
    ) {
        let mut case = drafting(start);
        let mut delivered = None;
        for event in events {
            let before = case.clone();
            if let Ok((next, effects)) = step(&case, event, now()) {
                case = next;
                if let Stage::Approved(was) = &before.stage {
                    let Stage::Approved(is) = &case.stage else { return Err(TestCaseError::fail("approved was left")) };
                    prop_assert_eq!(&is.evidence, &was.evidence);
                    prop_assert_eq!((&is.connection, &is.approver), (&was.connection, &was.approver));
                    if let Delivery::Accepted(_) = was.delivery {
                        prop_assert_eq!(&is.delivery, &was.delivery, "a settled delivery does not change");
                    }
                }
                for effect in effects {
                    if let Effect::Deliver { id, .. } = effect {
                        prop_assert!(matches!(case.stage, Stage::Approved(_)), "nothing is sent before");
                        let first = delivered.get_or_insert(id.clone());
                        prop_assert_eq!(&*first, &id, "one approval is delivered under one id");
                    }
                }
            } else {
                prop_assert_eq!(&case, &before);
            }
        }
    }

    #[test]
    fn nothing_is_approved_without_a_login_of_its_own_attempt(events in prop::collection::vec(any_event(), 0..60)) {
        let mut case = drafting(whole(Role::Representative));
        let mut attempt: Option<Token> = None;
        for event in events {
            let ends = match &event {
                Event::LoginEnded { attempt: a, outcome: Ok(_), .. } => Some(a.clone()),
                _ => None,
            };
            let explained = matches!(event, Event::ApproverExplained(Some(_)));
            if let Event::ApprovalAsked { attempt: a } | Event::LoginAskedAnew { attempt: a } = &event
                && step(&case, event.clone(), now()).is_ok()
            {
                attempt = Some(a.clone());
            }
            if let Ok((next, _)) = step(&case, event, now()) {
                match (&case.stage, &next.stage) {
                    (Stage::Approved(_) | Stage::Confirming(_), Stage::Confirming(_)) | (Stage::Approved(_), _) => {}
                    (Stage::Confirming(_), Stage::Approved(_)) => prop_assert!(explained),
                    (_, Stage::Confirming(_) | Stage::Approved(_)) => prop_assert!(ends.is_some() && ends == attempt),
                    _ => {}
                }
                case = next;
            }
        }
    }
}

#[test]
fn a_day_in_denmark_begins_before_utc_does() {
    let late: Timestamp = "2026-11-24T23:30:00Z".parse().unwrap();
    assert_eq!(domain::day_in_denmark(late), date(2026, 11, 25));
}
