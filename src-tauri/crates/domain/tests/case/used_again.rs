//! A case that is over, used again for the next one.

use super::guiding::today;
use super::stated::{outcomes, state};
use super::*;
use domain::case::copied_answers;
use domain::summary::{NextStep, progress};

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
