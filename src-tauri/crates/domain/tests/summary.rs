//! What a list tells of a case: a row for each state, deadlines by the rule book, and the words
//! that find it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::approver::{Approver, Authority, LoginName};
use domain::case::{
    Accepted, Approved, Approving, Basis, Case, Confirming, Delivery, Event, Evidence,
    HandOverFile, HandedOver, Level, Received, Stage, Token, step,
};
use domain::connection::Connection;
use domain::control_code::ControlCode;
use domain::documents::Enclosed;
use domain::draft::{Draft, Role};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::preflight::Verdict;
use domain::problem::Problem;
use domain::summary::{
    CaseDeadline, CaseState, CaseSummary, DeadlineKind, NextStep, search_terms, search_text,
    sort_key, still_said_of_case,
};
use drafts::{case, now, whole};
use jiff::civil::date;
use proptest::prelude::*;

fn connection() -> Connection {
    Connection::parse(&whole(Role::Representative), now().today).unwrap()
}

fn evidence() -> Evidence {
    let (control_code, approver) =
        (ControlCode::from_hash(&[7; 32]), "Mette Lindegaard Krogh".to_owned());
    Evidence {
        bundle: vec![1],
        level: Level::B,
        approver: LoginName::Given(approver),
        approved_at: now().at,
        control_code,
        authority: Authority::Untold,
        clock_offset: None,
    }
}

fn approved(delivery: Delivery) -> Stage {
    let (connection, evidence) = (connection(), evidence());
    let approver = Approver::of(&evidence, &connection);
    Stage::Approved(Box::new(Approved { connection, evidence, approver, delivery, visit: None }))
}

fn d() -> Token {
    Token("d".into())
}

fn accepted() -> Delivery {
    Delivery::Accepted(Accepted {
        id: d(),
        case_number: "2026-000147".into(),
        at: now().at,
        mails: vec![],
    })
}

fn received() -> Received {
    Received::new(connection(), now().at, None)
}

fn drafting(change: impl FnOnce(&mut Draft)) -> Stage {
    let mut draft = whole(Role::Representative);
    change(&mut draft);
    Stage::Drafting(Box::new(draft))
}

fn of(stage: Stage) -> CaseSummary {
    CaseSummary::of(&case(stage), now().today)
}

#[test]
fn every_state_has_its_row() {
    use {CaseState as State, NextStep as Next};
    let file = || HandOverFile { path: "x".into(), words: vec![] };
    let handed_over = HandedOver {
        draft: whole(Role::Reporter),
        connection: connection(),
        at: now().at,
        file: file(),
        login: None,
    };
    let basis = || Basis::Own(Box::new(whole(Role::Representative)));
    let approving = Approving {
        connection: connection(),
        attempt: d(),
        since: now().at,
        basis: basis(),
        hand_over: None,
    };
    let approver = Approver::of(&evidence(), &connection());
    let confirming = Confirming {
        connection: connection(),
        evidence: evidence(),
        approver,
        delivery: d(),
        basis: basis(),
    };
    let alone = NeedAnswers {
        people: Some(People::One),
        kind: Some(Kind::SoleProprietor),
        signs_alone: None,
        connected: None,
    };
    let asked = drafting(|draft| draft.lookup = Lookup::Asked { ask: 1, known: None });
    // state, next, needs attention, something to take up again
    for (stage, state, next, attention, resumes) in [
        (Stage::Drafting(Box::default()), State::Draft, Next::Need, false, false),
        (
            Stage::Drafting(Box::new(Draft { need: alone, ..Draft::default() })),
            State::NotNeeded,
            Next::Nothing,
            false,
            false,
        ),
        (drafting(|_| {}), State::Draft, Next::Approve, false, false),
        (
            drafting(|draft| draft.role = Some(Role::Reporter)),
            State::Draft,
            Next::HandOver,
            false,
            false,
        ),
        (
            drafting(|draft| draft.administrators.clear()),
            State::Draft,
            Next::Administrators,
            false,
            false,
        ),
        (
            drafting(|draft| draft.terms = Default::default()),
            State::Draft,
            Next::Terms,
            false,
            false,
        ),
        (asked, State::Draft, Next::Organisation, false, true),
        (
            Stage::HandedOver(Box::new(handed_over)),
            State::HandedOver,
            Next::WaitForRepresentative,
            false,
            false,
        ),
        (Stage::Reviewing(Box::new(received())), State::Received, Next::Review, true, false),
        (Stage::Approving(Box::new(approving)), State::Approving, Next::FinishLogin, true, true),
        (
            Stage::Confirming(Box::new(confirming)),
            State::Confirming,
            Next::ExplainApprover,
            true,
            false,
        ),
        (
            approved(Delivery::Sending { id: d(), unknown_since: None }),
            State::Approved,
            Next::WaitForReceiver,
            false,
            true,
        ),
        (approved(Delivery::NotSent { id: d() }), State::Approved, Next::SendAgain, true, true),
        (
            approved(Delivery::Unknown { id: d(), since: now().at }),
            State::Unknown,
            Next::AskReceiver,
            true,
            true,
        ),
        (
            approved(Delivery::Refused { id: d(), reason: String::new() }),
            State::Refused,
            Next::ReadRefusal,
            true,
            false,
        ),
        (approved(accepted()), State::Delivered, Next::SetUp, false, false),
    ] {
        let restored = step(&case(stage.clone()), Event::Restored, now()).is_ok();
        let row = of(stage);
        assert_eq!(
            (row.state, row.next, row.needs_attention, row.resumes),
            (state, next, attention, resumes),
            "{state:?} {next:?}"
        );
        assert_eq!(resumes, restored, "{state:?} {next:?}");
    }
}

#[test]
fn a_row_names_organisation_people_and_approval() {
    let draft = of(drafting(|draft| draft.representative_is_administrator = true));
    let named = |row: &CaseSummary| {
        (row.name.clone(), row.cvr.map(|cvr| cvr.to_string()), row.representative.clone())
    };
    let whole = (
        Some("Nordlys Tømrer & Snedker ApS".to_owned()),
        Some("13748136".to_owned()),
        Some("Mette Lindegaard Krogh".to_owned()),
    );
    assert_eq!(named(&draft), whole);
    assert_eq!(draft.administrators, ["Mette Lindegaard Krogh", "Søren Thorup Winther"]);
    assert_eq!(draft.approval, None);
    let delivered = of(approved(accepted()));
    assert_eq!(
        (named(&delivered), delivered.administrators.as_slice()),
        (whole, ["Søren Thorup Winther".to_owned()].as_slice())
    );
    let approval = delivered.approval.unwrap();
    assert_eq!((approval.on, approval.case_number.as_deref()), (now().today, Some("2026-000147")));
    let empty = of(Stage::Drafting(Box::default()));
    assert_eq!((named(&empty), empty.administrators.len()), ((None, None, None), 0));
    let blank = of(drafting(|draft| draft.representative.name = "  ".into()));
    assert_eq!(blank.representative, None);
}

#[test]
fn the_verdict_is_told_while_answers_can_be_looked_at() {
    assert_eq!(of(drafting(|_| {})).verdict, Some(Verdict::Automatic));
    assert_eq!(of(Stage::Reviewing(Box::new(received()))).verdict, Some(Verdict::Automatic));
    assert_eq!(of(Stage::Drafting(Box::default())).verdict, Some(Verdict::Open));
    assert_eq!(of(approved(accepted())).verdict, None);
}

#[test]
fn something_that_went_wrong_needs_attention_in_every_state() {
    let failed = Case { problem: Some(Problem::LoginNotFinished), ..case(drafting(|_| {})) };
    let row = CaseSummary::of(&failed, now().today);
    assert_eq!((row.needs_attention, row.problem), (true, Some(Problem::LoginNotFinished)));
}

#[test]
fn a_reminder_that_has_passed_says_nothing_beside_the_last_day_of_the_link() {
    use DeadlineKind::{AnswerExpected, SetUpLastReminder, SetUpLink, SetUpReminder};
    let deadlines = [
        (AnswerExpected, date(2026, 12, 8)),
        (SetUpReminder, date(2027, 1, 9)),
        (SetUpLastReminder, date(2027, 1, 16)),
        (SetUpLink, date(2027, 1, 23)),
    ]
    .map(|(kind, day)| CaseDeadline { kind, day, settled: false });
    let said = |today| -> Vec<DeadlineKind> {
        still_said_of_case(&deadlines, today).map(|it| it.kind).collect()
    };
    let all = [AnswerExpected, SetUpReminder, SetUpLastReminder, SetUpLink];
    assert_eq!(said(date(2027, 1, 9)), all);
    assert_eq!(said(date(2027, 1, 10)), [AnswerExpected, SetUpLastReminder, SetUpLink]);
    assert_eq!(said(date(2027, 1, 17)), [AnswerExpected, SetUpLink]);
    assert_eq!(said(date(2027, 2, 1)), [AnswerExpected, SetUpLink]);
}

/// A reminder that was not heeded is told until the link itself has ended.
#[test]
fn a_row_tells_the_end_of_the_link_once_it_has_passed_and_not_the_reminders_of_it() {
    use DeadlineKind::{SetUpLastReminder, SetUpLink, SetUpReminder};
    let mut case = case(approved(accepted()));
    case.history.set_up.clear();
    let told = |on| CaseSummary::of(&case, on).next_deadline(on).map(|it| it.kind);
    assert_eq!(told(date(2027, 1, 9)), Some(SetUpReminder));
    assert_eq!(
        told(date(2027, 1, 10)),
        Some(SetUpReminder),
        "it asks for something until the next"
    );
    assert_eq!(told(date(2027, 1, 17)), Some(SetUpLastReminder));
    assert_eq!(told(date(2027, 1, 24)), Some(SetUpLink));
}

#[test]
fn deadlines_follow_from_the_rule_book_and_pass_by_themselves() {
    let mut with_documents = approved(accepted());
    let Stage::Approved(it) = &mut with_documents else { panic!("approved") };
    it.connection.enclosed =
        vec![Enclosed { kind: "identity".into(), name: "pas.pdf".into(), sha256: [1; 32] }];
    let row = of(with_documents.clone());
    let days: Vec<_> = row
        .deadlines
        .iter()
        .map(|deadline| (deadline.kind, deadline.day, deadline.settled))
        .collect();
    use DeadlineKind::{
        AnswerExpected, RegisterSnapshot, SetUpLastReminder, SetUpLink, SetUpReminder,
    };
    let expected = [
        (AnswerExpected, date(2026, 12, 8), false),
        (SetUpReminder, date(2027, 1, 9), false),
        (SetUpLastReminder, date(2027, 1, 16), false),
        (SetUpLink, date(2027, 1, 23), false),
    ];
    assert_eq!(days, expected);
    assert_eq!(row.until(now().today), Some(date(2026, 12, 9)));
    let on = |day| CaseSummary::of(&case(with_documents.clone()), day);
    assert!(!on(date(2026, 12, 8)).needs_attention && on(date(2026, 12, 9)).needs_attention);
    assert_eq!(on(date(2027, 1, 24)).until(date(2027, 1, 24)), None, "nothing more passes");

    let refused = of(approved(Delivery::Refused { id: d(), reason: String::new() }));
    assert!(refused.deadlines.iter().all(|deadline| deadline.settled));
    assert_eq!((refused.deadlines.len(), refused.next_deadline(now().today)), (3, None));
    assert_eq!(
        of(approved(Delivery::NotSent { id: d() })).deadlines,
        [],
        "it has not left the house"
    );
    let draft = of(drafting(|_| {}));
    assert_eq!(
        draft.deadlines.iter().map(|one| (one.kind, one.day)).collect::<Vec<_>>(),
        [(RegisterSnapshot, date(2026, 12, 24))]
    );
    assert!(
        !CaseSummary::of(&case(drafting(|_| {})), date(2027, 6, 1)).needs_attention,
        "an old look-up asks for nothing"
    );
}

#[test]
fn words_are_compared_as_a_danish_reader_does() {
    for (one, other) in [("Århus", "AARHUS"), ("A\u{30a}se", "Åse"), ("É", "é")] {
        assert_eq!(search_text(one), search_text(other), "{one}");
    }
    for (one, other) in [("bad", "båd"), ("o", "ø"), ("ae", "æ")] {
        assert_ne!(search_text(one), search_text(other), "{one}");
    }
    let mut names = ["Åbo", "Zenit", "Ærø", "aarup", "Østers", "anker", "Àb"];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(names, ["Àb", "anker", "Zenit", "Ærø", "Østers", "Åbo", "aarup"]);
    let ways = |typed: &str| -> Vec<Vec<String>> {
        search_terms(typed)
            .into_iter()
            .map(|ways| ways.into_iter().map(|words| words.join("+")).collect())
            .collect()
    };
    assert_eq!(ways("Åse 13 74 81"), [vec!["aase"], vec!["13+74+81", "137481"]]);
    assert_eq!(ways("DK13748136"), [vec!["dk13748136", "13748136"]]);
    assert_eq!(ways("dk 13748136"), [vec!["13748136"]]);
    assert_eq!(ways("dk møbler"), [vec!["dk"], vec!["møbler"]]);
    assert_eq!(ways(" & - "), Vec::<Vec<String>>::new());
}

proptest! {
    /// What was typed, and what of it can be looked for, is letters and figures alone.
    #[test]
    fn any_words_are_taken_apart_without_a_panic(typed in ".*") {
        for word in search_terms(&typed).into_iter().flatten().flatten() {
            prop_assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric), "{word:?}");
        }
        let _ = sort_key(&typed);
    }

    /// Until the day that a summary names, the same case has the same one.
    #[test]
    fn a_summary_holds_until_the_day_it_names(days in 0_i32..400) {
        let case = case(approved(accepted()));
        let day = now().today;
        let row = CaseSummary::of(&case, day);
        let then = day.checked_add(jiff::Span::new().days(days)).unwrap();
        if row.until(day).is_none_or(|until| then < until) {
            prop_assert_eq!(CaseSummary::of(&case, then), row);
        }
    }
}
