//! A login: what may begin one, and every way in which it ends.

use super::*;

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
