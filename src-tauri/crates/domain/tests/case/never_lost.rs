//! Whatever is stated, ticked and sent in whatever order, the history of a case is complete.

use super::guiding::{screen, today};
use super::stated::outcomes;
use super::*;
use domain::case::{History, Now, SetUpTick, Stated};
use domain::mail_draft::{MailTo, OpenedDraft, Recipient};

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
