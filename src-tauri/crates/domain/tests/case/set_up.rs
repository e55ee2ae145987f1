//! Who of the administrators is set up, and the mails that tell each what is theirs to do.

use super::guiding::{guided, today};
use super::stated::state;
use super::*;
use domain::case::copied_answers;
use domain::draft::AdministratorAnswers;
use domain::mail_draft::{MailContent, MailTo, Recipient, Since};
use domain::summary::{CaseSummary, NextStep};

fn second() -> AdministratorAnswers {
    AdministratorAnswers {
        name: "Amalie Rask Olesen".into(),
        email: "amalie@nordlystomrer.example".into(),
        ..whole(Role::Representative).administrators.remove(0)
    }
}

fn tick(case: &Case, administrator: usize, done: bool) -> Case {
    go(case, Event::SetUpTicked { administrator, done }).0
}

#[test]
fn the_set_up_is_closed_once_every_administrator_is_ticked() {
    let mut draft = whole(Role::Representative);
    draft.administrators.push(second());
    let concluded =
        state(&go(&drafting(draft), Event::GuideBegun).0, Outcome::Concluded { on: today() });
    let settled = |case: &Case| {
        let summary = CaseSummary::of(case, today());
        let settled: Vec<_> = summary.deadlines.iter().map(|it| it.settled).collect();
        (summary.set_up, summary.next, settled.iter().all(|it| *it), settled.len())
    };
    let people = concluded.set_up(today()).len();
    assert!(people >= 2, "one who is ticked, and one who misses");
    let mut case = concluded.clone();
    for n in 0..people {
        assert_eq!(settled(&case).1, NextStep::SetUp);
        assert!(!settled(&case).2, "reminders as long as a tick is missing");
        case = tick(&case, n, true);
    }
    assert_eq!(settled(&case), (vec![Some(true); people], NextStep::Over, true, 3));
    let rules = |case: &Case| -> Vec<String> {
        let draft = copied_answers(case).unwrap();
        let findings = domain::preflight::preflight(
            &draft,
            &case.facts(&draft, date(2027, 1, 24)),
            date(2027, 1, 24),
        );
        findings.iter().map(|found| found.rule.id.clone()).collect()
    };
    let expired = "set-up-link-expired".to_owned();
    assert!(rules(&concluded).contains(&expired) && !rules(&case).contains(&expired));
    let again = tick(&case, 0, false);
    assert_eq!(settled(&again).1, NextStep::SetUp);
    let kept: Vec<_> = again.history.set_up.iter().map(|it| it.done).collect();
    let all: Vec<_> = (0..people).map(|_| true).chain([false]).collect();
    assert_eq!(kept, all, "both ticks are kept");
}

/// No draft is whole with such an address any more; a case from before may have one.
#[test]
fn administrators_with_one_address_are_ticked_one_by_one() {
    let mut draft = whole(Role::Representative);
    draft.administrators.push(second());
    let mut begun = go(&drafting(draft), Event::GuideBegun).0;
    let Stage::Guided(it) = &mut begun.stage else { panic!("guided") };
    it.connection.administrators[1].email = it.connection.administrators[0].email.clone();
    let concluded = state(&begun, Outcome::Concluded { on: today() });
    let done = |case: &Case| -> Vec<bool> {
        case.set_up(today()).iter().map(|it| it.done.is_some()).collect()
    };
    let one = tick(&concluded, 1, true);
    assert_eq!((done(&concluded), done(&one)), (vec![false, false], vec![false, true]));
    assert!(!one.is_set_up(today()) && tick(&one, 0, true).is_set_up(today()));
    assert_eq!(done(&tick(&tick(&one, 0, true), 1, false)), [true, false]);
}

#[test]
fn a_tick_that_changes_nothing_or_is_nobody_s_is_not_taken() {
    let concluded = state(&guided(Role::Representative), Outcome::Concluded { on: today() });
    let ticked = |administrator, done| Event::SetUpTicked { administrator, done };
    let one = tick(&concluded, 0, true);
    for (case, event) in [
        (&one, ticked(0, true)),
        (&concluded, ticked(0, false)),
        (&concluded, ticked(99, true)),
        (&guided(Role::Representative), ticked(0, true)),
        (&state(&concluded, Outcome::Withdrawn), ticked(0, true)),
        (&drafting(whole(Role::Representative)), ticked(0, true)),
    ] {
        assert_eq!(step(case, event, now()), Err(Refusal::NotAllowedHere));
    }
    let back = state(&state(&one, Outcome::Withdrawn), Outcome::Concluded { on: today() });
    assert!(back.set_up(today())[0].done.is_some(), "what was ticked stands after a correction");
}

#[test]
fn a_mail_tells_each_what_is_theirs_and_only_when_there_is_something_to_do() {
    let to = |to, reminder| MailTo { to, reminder };
    let (first, representative) = (Recipient::Administrator(0), Recipient::Representative);
    let concluded = state(&guided(Role::Reporter), Outcome::Concluded { on: today() });
    let sent = state(&guided(Role::Reporter), Outcome::SentToRepresentative { on: today() });
    match concluded.mail_content(to(first, false)) {
        Some(MailContent::SetUp { administrator, since, until }) => {
            assert_eq!(Some(administrator), concluded.connection().unwrap().administrators.first());
            assert_eq!((since, until), (Since::Concluded(today()), date(2027, 1, 23)));
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(
        sent.mail_content(to(representative, true)),
        Some(MailContent::Approve { .. })
    ));
    for (case, mail) in [
        (&concluded, to(representative, false)),
        (&concluded, to(Recipient::Administrator(9), false)),
        (&sent, to(first, false)),
        (&guided(Role::Reporter), to(representative, false)),
    ] {
        assert_eq!(case.mail_content(mail), None);
        assert_eq!(step(case, Event::DraftOpened(mail), now()), Err(Refusal::NotAllowedHere));
    }
    let opened = go(&concluded, Event::DraftOpened(to(first, true))).0;
    assert_eq!(opened.draft_opened(first), Some(opened.changed));
    assert_eq!(opened.draft_opened(representative), None);
}
