//! Being guided through the official site, and what is stated of it.

use super::*;
use domain::case::{
    History, Now, OutcomeKind, Reason, SetUpTick, Stated, TypedOutcome, copied_answers,
};
use domain::guided::{self, ValueKind, needs_documents, walk};
use domain::mail_draft::{MailTo, OpenedDraft, Recipient};
use domain::person::TypedDate;
use domain::rules::{GuideField, Known, book};
use domain::summary::{CaseState, DeadlineKind, NextStep, progress};
use jiff::civil::Date;

pub(super) fn today() -> Date {
    now().today
}

pub(super) fn guided(role: Role) -> Case {
    go(&drafting(whole(role)), Event::GuideBegun).0
}

fn screen(id: &str) -> ScreenId {
    ScreenId(id.into())
}

fn why(rule: Option<&str>, words: &str) -> Reason {
    Reason { rule: rule.map(str::to_owned), words: words.into() }
}

fn stopped() -> Outcome {
    Outcome::Stopped { screen: None, reason: why(Some("document-missing"), "") }
}

fn outcomes() -> [Outcome; 6] {
    [
        Outcome::Concluded { on: today() },
        Outcome::SentWithDocuments { on: today() },
        Outcome::SentToRepresentative { on: today() },
        stopped(),
        Outcome::Rejected { on: today(), reason: why(None, "Titlen mangler") },
        Outcome::Withdrawn,
    ]
}

pub(super) fn state(case: &Case, outcome: Outcome) -> Case {
    go(case, Event::OutcomeStated(outcome)).0
}

/// `domain.md` §1.3: which screens come, in their order, for each role, with and without documents.
#[test]
fn each_role_meets_its_screens_in_their_order() {
    for (role, documents, expected) in [
        (
            Role::Representative,
            false,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "terms",
                "administrators",
                "approve",
                "receipt",
            ][..],
        ),
        (
            Role::Representative,
            true,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "documents",
                "terms",
                "administrators",
                "approve",
                "receipt",
            ],
        ),
        (
            Role::Reporter,
            false,
            &["start", "login", "organisation", "role", "representative", "administrators"],
        ),
        (
            Role::Reporter,
            true,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "representative",
                "documents",
                "administrators",
            ],
        ),
    ] {
        let met: Vec<&str> = walk(role, documents).map(|screen| screen.id.as_str()).collect();
        assert_eq!(met, expected, "{role:?}, documents: {documents}");
    }
    assert_eq!(book().guide.screens.len(), 10);
}

#[test]
fn what_is_not_known_of_a_screen_is_not_made_up() {
    for screen in &book().guide.screens {
        let unknown = screen.known == Known::Nothing;
        assert_eq!(unknown, screen.id == "representative", "{}", screen.id);
        assert_eq!(screen.title.is_none() && screen.steps.is_empty(), unknown, "{}", screen.id);
        let worded = screen.known == Known::Screen;
        assert_eq!(worded, screen.number <= 4, "only the first four were read: {}", screen.id);
    }
    let rules: Vec<&str> = book().guide.reasons.iter().map(|it| it.id.as_str()).collect();
    assert!(rules.iter().all(|rule| book().finding(rule).is_some()), "{rules:?}");
}

#[test]
fn a_mistake_in_the_guide_is_named_with_its_screen() {
    use domain::rules::{Book, Files};
    let ours = Files::OURS;
    for (old, new, entry, why) in [
        ("number = 5", "number = 6", "representative", "the screens are numbered in their order"),
        (
            "known = \"nothing\"",
            "known = \"screen\"",
            "representative",
            "a title, and something known of it",
        ),
        ("source = [\"KAPS\"]", "source = [\"KAP\"]", "organisation", "no source KAP"),
        (
            "rule = \"document-missing\"",
            "rule = \"document-mising\"",
            "document-mising",
            "no rule has this id",
        ),
        (
            "rule = \"document-missing\"",
            "rule = \"already-connected\"",
            "already-connected",
            "twice",
        ),
    ] {
        let broken = ours.guide.replacen(old, new, 1);
        assert_ne!(broken, ours.guide, "{old}");
        let wrong = Book::parse(Files { guide: &broken, ..ours }).unwrap_err();
        assert_eq!((wrong.entry.as_str(), wrong.why.as_str()), (entry, why), "{new}");
    }
}

#[test]
fn it_begins_with_a_whole_case_and_asks_for_what_is_missing() {
    for role in [Role::Representative, Role::Reporter] {
        let case = guided(role);
        let Stage::Guided(it) = &case.stage else { panic!("guided") };
        assert_eq!((it.role, it.visit.screen.clone(), it.earlier), (role, screen("start"), 0));
        assert!(case.outcome().is_none() && case.can_go_back());
        assert!(step(&case, Event::Restored, now()).is_err(), "there is nothing to take up again");
    }
    let mut draft = whole(Role::Representative);
    draft.representative.title.clear();
    let refused = step(&drafting(draft), Event::GuideBegun, now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TitleMissing)
    );
}

#[test]
fn a_representative_who_got_a_file_is_guided_with_what_came_in_it() {
    let connection = *prepared();
    let received = Received::new(connection.clone(), now().at, None);
    let case = drafts::case(Stage::Reviewing(Box::new(received)));
    let refused = step(&case, Event::GuideBegun, now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TermsNotOpened)
    );
    let opened = go(&go(&case, opening()).0, Event::TermsAccepted(true)).0;
    let case = go(&opened, Event::GuideBegun).0;
    let Stage::Guided(it) = &case.stage else { panic!("guided") };
    assert_eq!(
        (it.role, &it.connection.organisation),
        (Role::Representative, &connection.organisation)
    );
    assert_eq!(go(&case, Event::TakenBack).0.stage, opened.stage, "as it came");
}

#[test]
fn every_screen_can_be_looked_at_in_any_order_and_no_other() {
    let case = guided(Role::Representative);
    let case = go(&case, Event::ScreenShown(screen("receipt"))).0;
    let case = go(&case, Event::ScreenShown(screen("login"))).0;
    let Stage::Guided(it) = &case.stage else { panic!("guided") };
    assert_eq!(it.visit.screen, screen("login"));
    assert_eq!(it.visit.seen, ["start", "receipt", "login"].map(screen).into());
    let unknown = Event::ScreenShown(screen("eleven"));
    assert_eq!(step(&case, unknown, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn a_note_stays_and_holds_no_personal_number() {
    let note = |note: &str| Event::ScreenNoted { screen: screen("login"), note: note.into() };
    let case = go(&guided(Role::Reporter), note("  Der står  »Log på«\u{202e} ")).0;
    assert_eq!(case.note(&screen("login")), "Der står »Log på«");
    let kept = &case.history.notes[0];
    assert_eq!((kept.at, kept.guide), (Some(later().at), Some(book().guide.as_of)));
    let refused = step(&case, note("010190-1234"), now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::CprTyped)
    );
    assert_eq!(go(&case, note(" ")).0.history.notes, []);
    let back = go(&case, Event::TakenBack).0;
    assert_eq!(back.history.notes, case.history.notes, "a draft again, and the note is kept");
}

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

#[test]
fn nobody_sends_it_to_themselves() {
    let sent = Event::OutcomeStated(Outcome::SentToRepresentative { on: today() });
    let case = guided(Role::Representative);
    assert_eq!(step(&case, sent, now()), Err(Refusal::NotAllowedHere));
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
fn a_case_that_is_over_is_used_again_with_everything_but_the_terms() {
    let mut draft = whole(Role::Reporter);
    draft.documents = vec![attached()];
    let case = go(&drafting(draft.clone()), Event::GuideBegun).0;
    let rejected = state(&case, outcomes()[4].clone());
    let copy = Case::copy_of(&rejected, CaseId("b".repeat(32)), later()).unwrap();
    let expected = Draft { terms: TermsAnswers::default(), ..draft };
    assert_eq!(draft_of(&copy), &expected);
    let copy_of = copy.history.copy_of.as_ref().unwrap();
    assert_eq!((&copy_of.case, copy_of.stated.as_ref()), (&rejected.id, rejected.outcome()));
    assert_eq!(copy.facts(&expected, today()).rejected, Some(today()), "the reason is told on top");
    let of = go(&rejected, Event::Copied(copy.id.clone())).0;
    assert_eq!(of.history.copied_as, Some(copy.id));
    assert_eq!(progress(&of, today()).next, NextStep::Over);
    assert_eq!((of.stage, of.history.stated), (rejected.stage, rejected.history.stated));
    let waiting = state(&case, Outcome::SentWithDocuments { on: today() });
    assert!(Case::copy_of(&waiting, CaseId("b".repeat(32)), later()).is_none());
    assert!(step(&waiting, Event::Copied(CaseId("b".repeat(32))), now()).is_err());
}

#[test]
fn what_a_receiver_refused_or_took_can_be_used_again() {
    let ended = |outcome| go(&approved(), Event::DeliveryEnded { id: token("d"), outcome }).0;
    assert!(copied_answers(&approved()).is_none(), "it is on its way");
    for outcome in
        [DeliveryOutcome::Refused("nej".into()), DeliveryOutcome::Accepted(accepted("d"))]
    {
        let case = ended(outcome);
        let copy = Case::copy_of(&case, CaseId("b".repeat(32)), later()).unwrap();
        assert!(copy.history.copy_of.as_ref().is_some_and(|it| it.stated.is_none()));
        assert!(draft_of(&copy).terms == TermsAnswers::default());
        let after = go(&case, Event::Copied(copy.id)).0;
        assert_eq!(after.stage, case.stage, "an approval is not touched");
    }
}

#[test]
fn each_value_is_copied_as_the_page_takes_it() {
    let connection = *prepared();
    let shown = |field, n| -> Vec<(ValueKind, String, Option<String>)> {
        let values = guided::values(field, &connection, n);
        values.into_iter().map(|it| (it.what, it.shown, it.copied)).collect()
    };
    let cvr = (ValueKind::Cvr, "13 74 81 36".into(), Some("13748136".into()));
    assert_eq!(shown(GuideField::Cvr, 0), [cvr]);
    let text = |what, text: &str| (what, text.to_owned(), Some(text.to_owned()));
    assert_eq!(
        shown(GuideField::Administrators, 0),
        [
            text(ValueKind::AdministratorName, "Søren Thorup Winther"),
            text(ValueKind::AdministratorEmail, "soren@nordlystomrer.example"),
            text(ValueKind::AdministratorBorn, "30.11.1987"),
        ]
    );
    assert!(shown(GuideField::Administrators, 9).is_empty());
    assert!(!needs_documents(&connection, today()));
}

#[test]
fn only_what_the_open_screen_asks_for_is_copied() {
    let case = go(&guided(Role::Representative), Event::ScreenShown(screen("organisation"))).0;
    let it = case.visitor().expect("guided");
    assert_eq!(guided::copied(&it, ValueKind::Cvr, 0).as_deref(), Some("13748136"));
    assert_eq!(guided::copied(&it, ValueKind::AdministratorEmail, 0), None);
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

fn any_step() -> impl Strategy<Value = Event> {
    let screens = prop::sample::select(vec!["start", "documents", "receipt", "eleven"]);
    prop_oneof![
        6 => prop::sample::select(outcomes().to_vec()).prop_map(Event::OutcomeStated),
        2 => screens.prop_map(|id| Event::ScreenShown(ScreenId(id.into()))),
        1 => Just(Event::ScreenNoted { screen: screen("start"), note: "Andet".into() }),
        2 => Just(Event::TakenBack),
        2 => Just(Event::GuideBegun),
        1 => Just(Event::Copied(CaseId("b".repeat(32)))),
        5 => (0usize..3, any::<bool>())
            .prop_map(|(administrator, done)| Event::SetUpTicked { administrator, done }),
        1 => (0usize..3, any::<bool>()).prop_map(|(index, reminder)| {
            Event::DraftOpened(MailTo { to: Recipient::Administrator(index), reminder })
        }),
        2 => Just(Event::Restored),
        1 => Just(Event::ApprovalAsked { attempt: token("one") }),
        1 => Just(Event::Answered(Box::new(whole(Role::Reporter)))),
    ]
}

/// A draft of either role, and what was approved and nobody received.
fn begun() -> impl Strategy<Value = (Role, Case)> {
    let draft = |role| (role, drafting(whole(role)));
    let approved = (Role::Representative, approved_outcome::no_receiver());
    prop::sample::select(vec![draft(Role::Representative), draft(Role::Reporter), approved])
}

proptest! {
    /// Any order of outcomes, corrections, ticks, attempts and restarts leaves the history complete.
    #[test]
    fn nothing_that_was_stated_is_ever_lost(
        (role, begun) in begun(),
        events in prop::collection::vec(any_step(), 0..60),
    ) {
        let mut case = begun;
        let mut stated: Vec<Stated> = Vec::new();
        let (mut ticks, mut drafts) = (Vec::new(), Vec::new());
        for (minute, event) in (0i64..).zip(events) {
            let at = now().at.checked_add(jiff::SignedDuration::from_mins(minute)).unwrap();
            let now = Now { at, today: today() };
            let by = match &case.stage {
                Stage::Guided(it) => it.role,
                _ => role,
            };
            if let Ok((next, _)) = step(&case, event.clone(), now) {
                match event {
                    Event::OutcomeStated(outcome) => stated.push(Stated { outcome, at, by }),
                    Event::SetUpTicked { administrator: n, done } => {
                        let people = &next.connection().unwrap().administrators;
                        let administrator = people[n].email.clone();
                        ticks.push(SetUpTick { administrator, place: None, done, at });
                    }
                    Event::DraftOpened(mail) => drafts.push(OpenedDraft { mail, at }),
                    _ => {}
                }
                case = next;
            }
            prop_assert_eq!(&case.history.stated, &stated);
            prop_assert_eq!((&case.history.set_up, &case.history.drafts), (&ticks, &drafts));
            for it in case.set_up(today()) {
                let mut last = ticks.iter().rev();
                let last = last.find(|tick| tick.administrator == it.administrator.email);
                let done = last.filter(|tick| tick.done).map(|tick| tick.at);
                prop_assert_eq!(it.done, done, "the last tick stands");
            }
            if let Some(last) = case.outcome() {
                prop_assert_eq!(Some(last), stated.last());
            }
            let History { copy_of, .. } = &case.history;
            prop_assert!(copy_of.is_none());
        }
    }
}
