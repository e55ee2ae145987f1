//! What no sequence of events can do.

use super::*;
use domain::agreement::AgreementEvent;

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
        Just(Event::GuideBegun),
        Just(Event::ScreenShown(ScreenId("login".into()))),
        Just(Event::OutcomeStated(Outcome::Withdrawn)),
        Just(Event::AgreementStated(AgreementEvent::TerminationUndone)),
        Just(Event::AgreementStated(AgreementEvent::Terminated { on: now().today })),
        Just(Event::Copied(CaseId("b".repeat(32)))),
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
