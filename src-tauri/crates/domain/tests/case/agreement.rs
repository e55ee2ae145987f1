//! What is stated of an agreement after it was concluded: who stays, which days follow, and what
//! cannot be stated.

use super::*;
use domain::agreement::{
    AgreementEvent, AgreementEventKind as Kind, Appointee, Standing, TypedEvent,
};
use domain::mail_draft::{MailTo, Recipient};
use domain::organisation::Organisation;
use domain::person::{EmailAddress, PersonName, TypedDate};
use domain::preflight::Facts;
use domain::problem::FieldProblem;
use domain::summary::{CaseDeadline, CaseSummary, DeadlineKind as Deadline, NextStep};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

/// Two administrators, and an agreement that was concluded today.
fn concluded() -> Case {
    let mut draft = whole(Role::Representative);
    draft.representative_is_administrator = true;
    draft.representative.born = born();
    draft.representative.has_cpr = Some(Answer::Yes);
    of(draft)
}

fn of(draft: Draft) -> Case {
    let (guided, _) = go(&drafting(draft), Event::GuideBegun);
    go(&guided, Event::OutcomeStated(Outcome::Concluded { on: TODAY })).0
}

fn state(case: &Case, event: AgreementEvent) -> Case {
    go(case, Event::AgreementStated(event)).0
}

fn who(case: &Case, place: usize) -> Appointee {
    standing(case).administrators[place].0.clone()
}

fn standing(case: &Case) -> Standing {
    case.standing().expect("it is concluded")
}

fn leaves(case: &Case, place: usize, on: Date) -> Case {
    state(case, AgreementEvent::AdministratorLeaves { who: who(case, place), on })
}

fn appointed(name: &str) -> AgreementEvent {
    AgreementEvent::AdministratorAppointed { who: PersonName::parse(name).unwrap() }
}

/// The deadlines that are open on a day, without those of the set-up.
fn open(case: &Case, today: Date) -> Vec<(Deadline, Date)> {
    use Deadline::{SetUpLastReminder, SetUpLink, SetUpReminder};
    let of_set_up =
        |it: &CaseDeadline| matches!(it.kind, SetUpLink | SetUpReminder | SetUpLastReminder);
    let mut deadlines = CaseSummary::of(case, today).deadlines;
    deadlines.retain(|it| !it.settled && !of_set_up(it));
    deadlines.iter().map(|it| (it.kind, it.day)).collect()
}

#[test]
fn whoever_leaves_has_a_day_and_few_who_stay_are_told() {
    let case = concluded();
    assert_eq!((standing(&case).left(), open(&case, TODAY)), (None, vec![]));
    let day = date(2026, 12, 8);
    let one = leaves(&case, 1, day);
    assert_eq!(standing(&one).left(), Some(1));
    assert_eq!(open(&one, TODAY), [(Deadline::FewAdministrators, day)]);
    // It stays to be dealt with, until somebody else is appointed.
    assert!(CaseSummary::of(&one, date(2026, 12, 9)).needs_attention);
    let two = state(&one, appointed("Bo Dahl"));
    assert_eq!(open(&two, TODAY), [(Deadline::AdministratorLeaves, day)]);
    assert_eq!(open(&two, date(2026, 12, 9)), [], "what happens by itself is settled");
    assert!(!CaseSummary::of(&two, date(2026, 12, 9)).needs_attention);
    // Whoever was to stop stays after all.
    let stays = state(&one, AgreementEvent::AdministratorStays { who: who(&one, 1) });
    assert_eq!((standing(&stays).left(), open(&stays, TODAY)), (None, vec![]));
    assert_eq!(stays.history.agreement.len(), 2, "both statements are kept");
}

#[test]
fn the_day_is_the_one_after_which_only_one_is_left() {
    let mut case = concluded();
    for name in ["Bo Dahl", "Anna Birk Lauritsen"] {
        case = state(&case, appointed(name));
    }
    // Four; the third who stops leaves one, the fourth nobody.
    for (place, day, expected) in [
        (0, date(2027, 3, 1), None),
        (1, date(2027, 1, 1), None),
        (2, date(2027, 2, 1), Some(date(2027, 3, 1))),
        (3, date(2027, 4, 1), Some(date(2027, 3, 1))),
    ] {
        case = leaves(&case, place, day);
        assert_eq!(standing(&case).few_from(), expected, "{place}");
    }
    assert_eq!(standing(&case).left(), Some(0));
    assert_eq!(standing(&case).next_leaving(date(2027, 1, 2)), Some(date(2027, 2, 1)));
    let alone = of(whole(Role::Representative));
    let alone = leaves(&alone, 0, date(2026, 12, 8));
    assert_eq!(standing(&alone).few_from(), Some(date(2026, 12, 8)));
}

#[test]
fn what_was_terminated_takes_effect_and_can_be_undone() {
    let case = leaves(&concluded(), 1, date(2026, 12, 1));
    let terminated = state(&case, AgreementEvent::Terminated { on: TODAY });
    let day = date(2026, 12, 8);
    assert_eq!(open(&terminated, TODAY), [(Deadline::Termination, day)]);
    let all = CaseSummary::of(&terminated, TODAY).deadlines;
    let of_set_up = all.iter().filter(|it| it.kind == Deadline::SetUpLink);
    assert!(of_set_up.clone().count() == 1 && of_set_up.clone().all(|it| it.settled));
    assert_eq!(open(&terminated, date(2026, 12, 9)), []);
    assert!(
        !standing(&terminated).is_over(day) && standing(&terminated).is_over(date(2026, 12, 9))
    );
    let undone = state(&terminated, AgreementEvent::TerminationUndone);
    assert_eq!(open(&undone, TODAY), open(&case, TODAY));
    let refused = Event::AgreementStated(AgreementEvent::TerminationUndone);
    assert_eq!(step(&undone, refused, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn whoever_has_left_is_not_waited_for() {
    let last = date(2026, 12, 8);
    let case = leaves(&state(&concluded(), appointed("Bo Dahl")), 0, last);
    let after = date(2026, 12, 9);
    let places = |day| -> Vec<usize> { case.set_up(day).iter().map(|it| it.place).collect() };
    assert_eq!((places(last), places(after)), (vec![0, 1], vec![1]));
    let ticked = go(&case, Event::SetUpTicked { administrator: 1, done: true }).0;
    let on = |day| {
        let CaseSummary { set_up, next, .. } = CaseSummary::of(&ticked, day);
        (set_up, next)
    };
    assert_eq!(on(last), (vec![Some(false), Some(true)], NextStep::SetUp));
    assert_eq!(on(after), (vec![None, Some(true)], NextStep::Over));
    assert!(!ticked.is_set_up(last) && ticked.is_set_up(after));
}

/// Neither by a tick that is missing, nor by a mail.
#[test]
fn nobody_is_asked_to_set_up_what_was_terminated() {
    let case = concluded();
    let mail = MailTo { to: Recipient::Administrator(0), reminder: false };
    assert!(case.set_up(TODAY).len() == 2 && case.mail_content(mail).is_some());
    let terminated = state(&case, AgreementEvent::Terminated { on: TODAY });
    assert!(terminated.set_up(TODAY).is_empty() && terminated.mail_content(mail).is_none());
    let of = |case| {
        let CaseSummary { set_up, next, .. } = CaseSummary::of(case, TODAY);
        (set_up, next)
    };
    assert_eq!(of(&case), (vec![Some(false); 2], NextStep::SetUp));
    assert_eq!(of(&terminated), (vec![], NextStep::Over));
    let undone = state(&terminated, AgreementEvent::TerminationUndone);
    assert_eq!(undone.set_up(TODAY), case.set_up(TODAY));
}

#[test]
fn announced_terms_and_a_renewed_registration_have_their_days() {
    let announced = state(&concluded(), AgreementEvent::TermsAnnounced { on: TODAY });
    assert_eq!(open(&announced, TODAY), [(Deadline::TermsInForce, date(2027, 2, 24))]);
    assert_eq!(open(&announced, date(2027, 2, 25)), []);
    let renewed = AgreementEvent::RegistrationRenewed { on: date(2026, 3, 14) };
    let refused = step(&announced, Event::AgreementStated(renewed.clone()), now());
    assert_eq!(refused, Err(Refusal::NotAllowedHere), "only of a voluntary association");
    let mut draft = whole(Role::Representative);
    let voluntary = Organisation { form_code: 115, ..organisation(Status::Active) };
    draft.lookup = Lookup::Found(Box::new(voluntary));
    let case = state(&of(draft), renewed);
    assert_eq!(open(&case, TODAY), [(Deadline::RegistrationLapses, date(2029, 3, 14))]);
    assert!(CaseSummary::of(&case, date(2029, 3, 15)).needs_attention);
}

#[test]
fn nothing_is_stated_of_what_was_not_concluded_or_of_a_stranger() {
    let event = || Event::AgreementStated(AgreementEvent::Terminated { on: TODAY });
    let (guided, _) = go(&drafting(whole(Role::Representative)), Event::GuideBegun);
    for case in [drafting(whole(Role::Representative)), guided] {
        assert_eq!(step(&case, event(), now()), Err(Refusal::NotAllowedHere));
    }
    let corrected = go(&concluded(), Event::OutcomeStated(Outcome::Withdrawn)).0;
    assert!(corrected.standing().is_none());
    assert_eq!(step(&corrected, event(), now()), Err(Refusal::NotAllowedHere));
    let stranger = Appointee::OfCase(EmailAddress::parse("bo@dahl.example").unwrap());
    let leaves = AgreementEvent::AdministratorLeaves { who: stranger, on: TODAY };
    let refused = step(&concluded(), Event::AgreementStated(leaves), now());
    assert_eq!(refused, Err(Refusal::NotAllowedHere));
}

/// What is stated counts for the rules.
#[test]
fn the_facts_follow_what_was_stated() {
    let case = leaves(&concluded(), 0, date(2026, 12, 8));
    let case = state(&case, AgreementEvent::Terminated { on: TODAY });
    let draft = Draft::to_review(case.connection().unwrap());
    let Facts { terminated, administrators_left, concluded, .. } = case.facts(&draft, TODAY);
    assert_eq!((terminated, administrators_left, concluded), (Some(TODAY), Some(1), Some(TODAY)));
}

/// Whoever begins anew with the answers of a concluded case is connected already, unless they say
/// that they are not.
#[test]
fn a_case_that_begins_with_the_answers_of_a_concluded_one_is_connected() {
    let mut copy = Case::copy_of(&concluded(), CaseId("b".repeat(32)), now()).expect("it is over");
    let draft = draft_of(&copy).clone();
    assert_eq!(draft.need.connected, None, "it is asked anew");
    let facts = copy.facts(&draft, TODAY);
    assert_eq!((facts.connected, facts.concluded), (Some(true), None));
    let mut answered = draft;
    answered.need.connected = Some(Answer::No);
    copy.stage = Stage::Drafting(Box::new(answered.clone()));
    assert_eq!(copy.facts(&answered, TODAY).connected, Some(false));
}

#[test]
fn what_was_typed_is_checked_field_by_field() {
    let case = leaves(&concluded(), 1, date(2026, 12, 8));
    let standing = standing(&case);
    let typed = |kind, who, name: &str, on: Option<Date>| {
        let on = on.map(TypedDate::from).unwrap_or_default();
        TypedEvent { kind, who, name: name.into(), on }.parse(&standing, TODAY)
    };
    let wrong = |field: &str, problem| Err(vec![FieldProblem::at(field, problem)]);
    let tomorrow = date(2026, 11, 25);
    assert_eq!(typed(None, None, "", None), wrong("event", Problem::EventMissing));
    assert_eq!(
        typed(Some(Kind::AdministratorLeaves), Some(7), "", None),
        Err(vec![
            FieldProblem::at("event.who", Problem::EventWhoMissing),
            FieldProblem::at("event.on", Problem::OutcomeDayMissing),
        ])
    );
    for (kind, who, day, is_taken) in [
        (Kind::AdministratorLeaves, Some(0), tomorrow, true),
        (Kind::AdministratorLeaves, Some(0), date(2062, 11, 24), false),
        (Kind::Terminated, None, TODAY, true),
        (Kind::Terminated, None, tomorrow, false),
        (Kind::TermsAnnounced, None, tomorrow, false),
        (Kind::TermsAnnounced, None, date(2025, 11, 23), false),
        (Kind::RegistrationRenewed, None, date(2023, 11, 24), true),
        (Kind::RegistrationRenewed, None, date(2023, 11, 23), false),
    ] {
        let parsed = typed(Some(kind), who, "", Some(day));
        if is_taken {
            assert!(parsed.is_ok(), "{kind:?} {day}");
        } else {
            assert_eq!(parsed, wrong("event.on", Problem::EventDayOutside), "{kind:?} {day}");
        }
    }
    let appoint = |name| typed(Some(Kind::AdministratorAppointed), None, name, None);
    assert_eq!(appoint(" "), wrong("event.name", Problem::NameMissing));
    assert_eq!(appoint("Bo 010190-1234"), wrong("event.name", Problem::CprTyped));
    assert!(appoint("Bo Dahl").is_ok());
}
