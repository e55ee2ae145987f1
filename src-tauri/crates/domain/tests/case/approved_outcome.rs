//! What is stated of a case that was approved in Tilslut first and then concluded, rejected or left
//! on the official site: it is stated and corrected as that of a guided one, and nothing of the
//! approval is lost.

use super::stated::state;
use super::*;
use domain::case::{Approved, OutcomeKind, Reason, Stated, copied_answers};
use domain::mail_draft::{MailContent, MailTo, Recipient, Since};
use domain::summary::{CaseState, CaseSummary, DeadlineKind, NextStep};
use jiff::civil::Date;

const TODAY: Date = date(2026, 11, 24);

fn ended(outcome: DeliveryOutcome) -> Case {
    go(&approved(), Event::DeliveryEnded { id: token("d"), outcome }).0
}

/// Approved, and nobody to send it to.
pub(crate) fn no_receiver() -> Case {
    ended(DeliveryOutcome::NoReceiver)
}

fn why() -> Reason {
    Reason { rule: None, words: "Referatet mangler".into() }
}

fn summary(case: &Case) -> (CaseState, NextStep) {
    let CaseSummary { state, next, .. } = CaseSummary::of(case, TODAY);
    (state, next)
}

#[test]
fn each_outcome_can_be_stated_says_where_the_case_is_and_leaves_the_approval_as_it_is() {
    let concluded = Outcome::Concluded { on: TODAY };
    let stopped = Outcome::Stopped { screen: None, reason: why() };
    let rejected = Outcome::Rejected { on: TODAY, reason: why() };
    let rows = [
        (concluded, CaseState::StatedConcluded, NextStep::SetUp),
        (Outcome::SentWithDocuments { on: TODAY }, CaseState::UnderReview, NextStep::WaitForAnswer),
        (stopped, CaseState::Stopped, NextStep::UseAgain),
        (rejected, CaseState::Rejected, NextStep::UseAgain),
        (Outcome::Withdrawn, CaseState::Withdrawn, NextStep::Over),
    ];
    let before = [
        no_receiver(),
        ended(DeliveryOutcome::NotSent),
        ended(DeliveryOutcome::Unknown),
        ended(DeliveryOutcome::Refused("nej".into())),
    ];
    let mut live = ended(DeliveryOutcome::Accepted(accepted("d")));
    live.environment = Environment::Live;
    for case in before.into_iter().chain([live]) {
        let mut corrected = case.clone();
        for (outcome, state_then, next) in rows.clone() {
            let stated = state(&case, outcome.clone());
            assert_eq!(summary(&stated), (state_then, next), "{outcome:?}");
            assert_eq!(stated.stage, case.stage, "the approval and the delivery are as they were");
            corrected = state(&corrected, outcome);
            assert_eq!(summary(&corrected), (state_then, next), "the last one stands");
        }
        let kinds = corrected.stated().iter().map(|it| it.outcome.kind());
        let all = rows.iter().map(|(outcome, ..)| outcome.kind());
        assert!(kinds.eq(all), "every one is kept");
        let by_representative = |it: &Stated| it.by == Role::Representative;
        assert!(corrected.stated().iter().all(by_representative));
    }
}

/// Nobody sends anything to themselves; what is on its way is not told to have gone another way; and
/// in practice nothing is left to conclude once the receiver has it.
#[test]
fn what_cannot_be_stated_is_refused() {
    let refused = Err(Refusal::NotAllowedHere);
    let withdrawn = || Event::OutcomeStated(Outcome::Withdrawn);
    let sent = Event::OutcomeStated(Outcome::SentToRepresentative { on: TODAY });
    assert_eq!(step(&no_receiver(), sent, now()), refused);
    assert_eq!(step(&approved(), withdrawn(), now()), refused);
    let delivered = ended(DeliveryOutcome::Accepted(accepted("d")));
    assert_eq!(delivered.environment, Environment::Practice);
    assert_eq!(step(&delivered, withdrawn(), now()), refused);
    assert_eq!(step(&no_receiver(), Event::TakenBack, now()), refused, "approved has no way back");
}

#[test]
fn the_dates_run_from_the_day_that_was_stated() {
    let on = date(2026, 11, 20);
    let kinds = |case: &Case| {
        let deadlines = CaseSummary::of(case, TODAY).deadlines.into_iter();
        deadlines.map(|it| (it.kind, it.day)).collect::<Vec<_>>()
    };
    let concluded = state(&no_receiver(), Outcome::Concluded { on });
    assert!(kinds(&concluded).contains(&(DeadlineKind::SetUpLink, date(2027, 1, 19))));
    assert!(concluded.standing().is_some(), "what becomes of the agreement can be stated");
    let mail = MailTo { to: Recipient::Administrator(0), reminder: false };
    let content = concluded.mail_content(mail);
    assert!(
        matches!(content, Some(MailContent::SetUp { since: Since::Concluded(day), .. }) if day == on),
        "{content:?}"
    );
    let sent = state(&concluded, Outcome::SentWithDocuments { on });
    assert_eq!(
        kinds(&sent).iter().map(|it| it.0).collect::<Vec<_>>(),
        [DeadlineKind::AnswerExpected]
    );
    let rejected = state(&sent, Outcome::Rejected { on, reason: why() });
    assert_eq!(kinds(&rejected), []);
    assert!(rejected.standing().is_none() && rejected.set_up(TODAY).is_empty());
}

/// What was stopped before the approval was about other answers.
#[test]
fn what_was_stated_of_an_attempt_before_the_approval_is_not_of_it() {
    let draft = drafting(whole(Role::Representative));
    let stopped = Outcome::Stopped { screen: None, reason: why() };
    let tried = state(&go(&draft, Event::GuideBegun).0, stopped);
    let asked = go(&go(&tried, Event::TakenBack).0, Event::ApprovalAsked { attempt: token("one") });
    let login =
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") };
    let approved = go(&asked.0, login).0;
    assert_eq!((approved.outcome(), approved.history.stated.len()), (None, 1));
    let not_reached = Event::DeliveryEnded { id: token("d"), outcome: DeliveryOutcome::NotSent };
    let case = state(&go(&approved, not_reached).0, Outcome::Withdrawn);
    assert_eq!(case.outcome().map(|it| it.outcome.kind()), Some(OutcomeKind::Withdrawn));
    assert_eq!((case.stated().len(), case.history.stated.len()), (1, 2), "both are kept");
}

/// Nothing went wrong where there is no receiver, and one that is set up later gets nothing by itself.
#[test]
fn without_a_receiver_the_approval_waits_to_be_concluded() {
    let case = no_receiver();
    assert_eq!((summary(&case), case.problem), ((CaseState::Approved, NextStep::Conclude), None));
    assert_eq!(step(&case, Event::Restored, now()), Err(Refusal::NotAllowedHere));
    let known = ended(DeliveryOutcome::Unknown);
    let asked = go(&known, Event::DeliveryAsked).0;
    let outcome = DeliveryOutcome::NoReceiver;
    let then = go(&asked, Event::DeliveryEnded { id: token("d"), outcome }).0;
    assert!(matches!(delivery_of(&then), Delivery::Unknown { .. }), "it may have been sent before");
}

/// A receiver that is set up later gets nothing by itself of what went another way; who wishes it
/// sends it.
#[test]
fn what_was_concluded_elsewhere_is_sent_by_nobody_but_the_person() {
    let concluded = state(&no_receiver(), Outcome::Concluded { on: TODAY });
    assert_eq!(step(&concluded, Event::Restored, now()), Err(Refusal::NotAllowedHere));
    let (sending, effects) = go(&concluded, Event::DeliveryAsked);
    assert!(matches!(effects.as_slice(), [Effect::Deliver { .. }]));
    let restored = go(&sending, Event::Restored);
    assert!(matches!(restored.1.as_slice(), [Effect::Deliver { .. }]), "it was on its way");
    assert_eq!(restored.0.stated().len(), 1);
}

#[test]
fn what_was_rejected_is_used_again_and_what_is_awaited_is_not() {
    let awaited = state(&no_receiver(), Outcome::SentWithDocuments { on: TODAY });
    assert_eq!(copied_answers(&awaited), None);
    let rejected = state(&awaited, Outcome::Rejected { on: TODAY, reason: why() });
    let copy = Case::copy_of(&rejected, CaseId("c".repeat(32)), now()).expect("a copy");
    let stated = copy.earlier_outcome().map(|it| it.outcome.clone());
    assert_eq!(stated, Some(Outcome::Rejected { on: TODAY, reason: why() }));
}

fn at_screen(id: &str) -> Event {
    Event::ScreenShown(ScreenId(id.into()))
}

/// The same screens as one who is guided from a draft, each as often as they like; the approval and
/// the delivery stay as they were, and who begins again goes on where they were.
#[test]
fn who_has_approved_is_led_through_the_official_site() {
    let approved = no_receiver();
    assert_eq!(approved.visitor(), None, "nobody has begun there");
    let begun = go(&approved, Event::GuideBegun).0;
    let there = go(&go(&begun, at_screen("receipt")).0, at_screen("organisation")).0;
    let visitor = there.visitor().expect("beside the site");
    assert_eq!((visitor.role, visitor.mitid), (Role::Representative, None));
    assert!(visitor.approved.is_some(), "the approval is named");
    assert_eq!(visitor.visit.screen.0, "organisation");
    assert_eq!(visitor.visit.since, later().at);
    let seen: Vec<&str> = visitor.visit.seen.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(seen, ["organisation", "receipt", "start"]);
    let cvr = domain::guided::copied(&visitor, domain::guided::ValueKind::Cvr, 0);
    assert_eq!(cvr, Some(visitor.connection.organisation.cvr.to_string()));
    assert_eq!(go(&there, Event::GuideBegun).0.stage, there.stage, "where they were");
    let note = Event::ScreenNoted { screen: ScreenId("login".into()), note: "Log på".into() };
    let noted = go(&there, note).0;
    assert_eq!(noted.note(&ScreenId("login".into())), "Log på");
    let (Stage::Approved(before), Stage::Approved(after)) = (&approved.stage, &noted.stage) else {
        panic!("approved")
    };
    assert_eq!(Approved { visit: None, ..(**after).clone() }, **before, "nothing else changed");
    let concluded = state(&noted, Outcome::Concluded { on: TODAY });
    assert_eq!(concluded.stage, noted.stage);
    assert!(concluded.visitor().is_some(), "back to the screens, as one who is guided");
    let unknown = at_screen("eleven");
    assert_eq!(step(&there, unknown, now()), Err(Refusal::NotAllowedHere));
}

/// Not while it is on its way, and not in practice once the receiver has it; no screen is looked at
/// by whoever has not begun.
#[test]
fn nobody_is_led_there_of_whom_it_cannot_be_stated_how_it_went() {
    let refused = Err(Refusal::NotAllowedHere);
    let delivered = ended(DeliveryOutcome::Accepted(accepted("d")));
    for case in [approved(), delivered] {
        assert_eq!(step(&case, Event::GuideBegun, now()), refused);
    }
    assert_eq!(step(&no_receiver(), at_screen("login"), now()), refused);
    let begun = go(&ended(DeliveryOutcome::NotSent), Event::GuideBegun).0;
    let sending = go(&begun, Event::DeliveryAsked).0;
    assert_eq!(sending.visitor(), None);
    assert_eq!(step(&sending, at_screen("login"), now()), refused);
}

/// Who has begun on the official site may have concluded there, so nothing is sent by itself.
#[test]
fn what_was_begun_elsewhere_is_sent_by_nobody_but_the_person() {
    let not_sent = ended(DeliveryOutcome::NotSent);
    assert!(step(&not_sent, Event::Restored, now()).is_ok(), "it is tried again");
    let begun = go(&not_sent, Event::GuideBegun).0;
    assert_eq!(step(&begun, Event::Restored, now()), Err(Refusal::NotAllowedHere));
    let (_, effects) = go(&begun, Event::DeliveryAsked);
    assert!(matches!(effects.as_slice(), [Effect::Deliver { .. }]));
}
