//! What was approved is sent, and what is known of it is true.

use super::*;

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
