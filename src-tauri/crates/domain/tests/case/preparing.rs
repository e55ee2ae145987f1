//! What a person may answer, and when a case is whole.

use super::*;

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
fn a_day_in_denmark_begins_before_utc_does() {
    let late: Timestamp = "2026-11-24T23:30:00Z".parse().unwrap();
    assert_eq!(domain::day_in_denmark(late), date(2026, 11, 25));
}
