//! What is stated of the official site, and where each outcome leads.

use super::guiding::{guided, screen, today};
use super::*;
use domain::case::{OutcomeKind, Reason, TypedOutcome, copied_answers};
use domain::person::TypedDate;
use domain::summary::{CaseState, DeadlineKind, NextStep, progress};
use jiff::civil::Date;

#[test]
fn the_outcome_that_was_stated_last_stands_and_all_are_kept() {
    let mut case = guided(Role::Reporter);
    for (n, outcome) in outcomes().into_iter().enumerate() {
        case = state(&case, outcome.clone());
        assert_eq!(case.outcome().map(|it| &it.outcome), Some(&outcome));
        assert_eq!(case.stated().len(), n + 1);
    }
    assert!(case.history.stated.iter().all(|it| it.at == later().at && it.by == Role::Reporter));
}

/// State, what comes next, deadlines from the stated day, whether the answers can be changed, and
/// whether a new case can be begun with them.
#[test]
fn each_outcome_leads_on() {
    use {CaseState as State, DeadlineKind as Kind, NextStep as Next};
    let on = date(2026, 11, 24);
    for (outcome, state_then, next, deadlines, back, again) in [
        (
            Outcome::Concluded { on },
            State::StatedConcluded,
            Next::SetUp,
            &[
                (Kind::SetUpReminder, date(2027, 1, 9)),
                (Kind::SetUpLastReminder, date(2027, 1, 16)),
                (Kind::SetUpLink, date(2027, 1, 23)),
            ][..],
            false,
            true,
        ),
        (
            Outcome::SentWithDocuments { on },
            State::UnderReview,
            Next::WaitForAnswer,
            &[(Kind::AnswerExpected, date(2026, 12, 8))],
            false,
            false,
        ),
        (
            Outcome::SentToRepresentative { on },
            State::AwaitingRepresentative,
            Next::WaitForRepresentative,
            &[(Kind::RepresentativeReminder, date(2026, 12, 1))],
            false,
            false,
        ),
        (stopped(), State::Stopped, Next::Correct, &[], true, false),
        (
            Outcome::Rejected { on, reason: why(None, "Titlen mangler") },
            State::Rejected,
            Next::UseAgain,
            &[],
            false,
            true,
        ),
        (Outcome::Withdrawn, State::Withdrawn, Next::Over, &[], false, true),
    ] {
        let case = state(&guided(Role::Reporter), outcome.clone());
        let summary = domain::summary::CaseSummary::of(&case, on);
        assert_eq!((summary.state, summary.next), (state_then, next), "{outcome:?}");
        let found: Vec<_> = summary.deadlines.iter().map(|it| (it.kind, it.day)).collect();
        assert_eq!(found, deadlines, "{outcome:?}");
        assert_eq!(summary.why.as_ref(), outcome.reason(), "{outcome:?}");
        assert_eq!(summary.stated, Some(outcome.on().unwrap_or(on)), "{outcome:?}");
        assert_eq!(case.can_go_back(), back, "{outcome:?}");
        assert_eq!(copied_answers(&case).is_some(), again, "{outcome:?}");
        assert_eq!(step(&case, Event::TakenBack, now()).is_ok(), back, "{outcome:?}");
    }
    let untold = progress(&guided(Role::Reporter), on);
    assert_eq!((untold.state, untold.next), (State::Guided, Next::StateOutcome));
}

#[test]
fn nobody_sends_it_to_themselves() {
    let sent = Event::OutcomeStated(Outcome::SentToRepresentative { on: today() });
    let case = guided(Role::Representative);
    assert_eq!(step(&case, sent, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn a_day_that_has_passed_asks_for_the_person() {
    let case = state(&guided(Role::Reporter), Outcome::SentWithDocuments { on: today() });
    let needs = |day| domain::summary::CaseSummary::of(&case, day).needs_attention;
    assert!(!needs(date(2026, 12, 8)) && needs(date(2026, 12, 9)));
}

#[test]
fn what_was_said_to_have_left_the_house_cannot_be_undone_by_correcting_it() {
    let case = state(&guided(Role::Reporter), Outcome::SentWithDocuments { on: today() });
    let case = state(&case, stopped());
    assert!(!case.can_go_back());
    assert_eq!(progress(&case, today()).next, NextStep::UseAgain);
}

#[test]
fn a_draft_that_was_taken_back_knows_what_stopped_it_and_keeps_it() {
    let reason = why(Some("already-connected"), "");
    let stopped = Outcome::Stopped { screen: Some(screen("organisation")), reason };
    let back = go(&state(&guided(Role::Representative), stopped), Event::TakenBack).0;
    let draft = draft_of(&back);
    assert_eq!(back.facts(draft, today()).connected, Some(true));
    assert!(back.earlier_outcome().is_some() && back.history.stated.len() == 1);
    let again = go(&back, Event::GuideBegun).0;
    assert!(again.outcome().is_none(), "the second attempt has no outcome yet");
    assert_eq!(again.history.stated.len(), 1, "the first keeps its own");
}

/// The rules that nothing in the window asked for before there were outcomes.
#[test]
fn the_rules_of_what_comes_after_hold_from_the_stated_day() {
    let rules = |outcome: Outcome, day: Date| -> Vec<String> {
        let case = state(&guided(Role::Reporter), outcome);
        let draft = whole(Role::Representative);
        let findings = domain::preflight::preflight(&draft, &case.facts(&draft, day), day);
        findings.into_iter().map(|found| found.rule.id.clone()).collect()
    };
    let on = today();
    let connected = why(Some("already-connected"), "");
    for (outcome, day, rule) in [
        (Outcome::SentWithDocuments { on }, date(2026, 12, 8), "answer-expected"),
        (Outcome::SentWithDocuments { on }, date(2026, 12, 9), "answer-overdue"),
        (Outcome::Rejected { on, reason: connected.clone() }, on, "application-rejected"),
        (Outcome::Concluded { on }, on, "set-up-link-running"),
        (Outcome::Concluded { on }, date(2027, 1, 9), "set-up-link-ends-soon"),
        (Outcome::Concluded { on }, date(2027, 1, 24), "set-up-link-expired"),
        (Outcome::Stopped { screen: None, reason: connected }, on, "already-connected"),
    ] {
        let held = rules(outcome.clone(), day);
        assert!(held.iter().any(|it| it == rule), "{rule}: {held:?}");
    }
}

#[test]
fn an_outcome_that_was_typed_wrong_says_where() {
    let typed = |kind: Option<OutcomeKind>, on: &str, words: &str| {
        let mut parts = on.split('.').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let on = TypedDate { day: next(), month: next(), year: next() };
        TypedOutcome { kind, on, words: words.into(), ..TypedOutcome::default() }
    };
    use OutcomeKind as Kind;
    for (kind, on, words, expected) in [
        (None, "24.11.2026", "", &[("outcome", Problem::OutcomeMissing)][..]),
        (Some(Kind::Concluded), "24.11.", "", &[("outcome.on", Problem::OutcomeDayMissing)]),
        (Some(Kind::Concluded), "31.11.2026", "", &[("outcome.on", Problem::OutcomeNoSuchDay)]),
        (Some(Kind::Concluded), "25.11.2026", "", &[("outcome.on", Problem::OutcomeDayOutside)]),
        (Some(Kind::Concluded), "23.11.2025", "", &[("outcome.on", Problem::OutcomeDayOutside)]),
        (Some(Kind::Stopped), "", " ", &[("outcome.reason", Problem::OutcomeReasonMissing)]),
        (Some(Kind::Stopped), "", "010190-1234", &[("outcome.words", Problem::CprTyped)]),
        (
            Some(Kind::Rejected),
            "",
            "",
            &[
                ("outcome.on", Problem::OutcomeDayMissing),
                ("outcome.reason", Problem::OutcomeReasonMissing),
            ],
        ),
    ] {
        let wrong = typed(kind, on, words).parse(today()).unwrap_err();
        let wrong: Vec<_> = wrong.iter().map(|it| (it.field.as_str(), it.problem)).collect();
        assert_eq!(wrong, expected, "{kind:?} {on} {words}");
    }
    let unknown = TypedOutcome {
        screen: Some(screen("eleven")),
        rule: Some("no-such-rule".into()),
        ..typed(Some(Kind::Stopped), "", "Siden gik i stå")
    };
    let expected = Outcome::Stopped { screen: None, reason: why(None, "Siden gik i stå") };
    assert_eq!(unknown.parse(today()), Ok(expected));
    let concluded = typed(Some(Kind::Concluded), "24.11.2025", "").parse(today());
    assert_eq!(concluded, Ok(Outcome::Concluded { on: date(2025, 11, 24) }));
}

pub(super) fn outcomes() -> [Outcome; 6] {
    [
        Outcome::Concluded { on: today() },
        Outcome::SentWithDocuments { on: today() },
        Outcome::SentToRepresentative { on: today() },
        stopped(),
        Outcome::Rejected { on: today(), reason: why(None, "Titlen mangler") },
        Outcome::Withdrawn,
    ]
}

fn stopped() -> Outcome {
    Outcome::Stopped { screen: None, reason: why(Some("document-missing"), "") }
}

fn why(rule: Option<&str>, words: &str) -> Reason {
    Reason { rule: rule.map(str::to_owned), words: words.into() }
}

pub(super) fn state(case: &Case, outcome: Outcome) -> Case {
    go(case, Event::OutcomeStated(outcome)).0
}
