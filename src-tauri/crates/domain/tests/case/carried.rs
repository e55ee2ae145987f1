//! What comes along when a case is used again, and for how long it is marked.

use super::*;
use domain::carried::{CarriedMark as Mark, is_replaced};
use domain::case::Reason;
use domain::documents::Attached;
use domain::parts::Part;
use jiff::civil::Date;

const TODAY: Date = date(2026, 11, 24);

/// A copy of a case that was rejected for a reason, made on a day.
fn copy(rule: Option<&str>, draft: Draft) -> Case {
    let (guided, _) = go(&drafting(draft), Event::GuideBegun);
    let reason = Reason { rule: rule.map(str::to_owned), words: "Titlen mangler".into() };
    let rejected = Event::OutcomeStated(Outcome::Rejected { on: TODAY, reason });
    Case::copy_of(&go(&guided, rejected).0, CaseId("b".repeat(32)), later()).expect("it is over")
}

fn with_minutes() -> Draft {
    let mut draft = whole(Role::Reporter);
    let minutes = Attached { kind: "minutes".into(), name: "referat.pdf".into(), ..attached() };
    draft.documents = vec![attached(), minutes];
    draft
}

fn marks(case: &Case, today: Date) -> Vec<(Part, Mark)> {
    case.carried(today).iter().map(|it| (it.part, it.mark)).collect()
}

#[test]
fn the_reason_is_marked_where_it_is_mended() {
    for (rule, part, mark) in [
        (Some("representative-title-missing"), Part::Documents, Mark::Replace),
        (Some("identity-not-confirmed"), Part::Documents, Mark::Replace),
        (Some("document-missing"), Part::Documents, Mark::Correct),
        (Some("administrator-without-cpr"), Part::Administrators, Mark::Correct),
        (Some("representative-without-mitid"), Part::Representative, Mark::Correct),
        (Some("bankruptcy-blocked"), Part::Organisation, Mark::Correct),
        (Some("already-connected"), Part::Need, Mark::Correct),
    ] {
        let marked = marks(&copy(rule, with_minutes()), TODAY);
        for (other, found) in marked {
            let expected = match other {
                _ if other == part => mark,
                Part::Terms | Part::Need => Mark::LookAgain,
                _ => Mark::Unchanged,
            };
            assert_eq!(found, expected, "{rule:?} {other:?}");
        }
    }
    let untold = marks(&copy(None, with_minutes()), TODAY);
    assert!(untold.iter().all(|(_, mark)| matches!(mark, Mark::Unchanged | Mark::LookAgain)));
}

#[test]
fn the_document_that_was_the_reason_is_to_be_replaced_and_its_successor_is_not() {
    let case = copy(Some("representative-title-missing"), with_minutes());
    let files = &draft_of(&case).documents;
    assert_eq!(files.iter().map(|it| case.is_to_replace(it)).collect::<Vec<_>>(), [false, true]);
    let newer = Attached { at: later().at, ..files[1].clone() };
    assert!(!case.is_to_replace(&newer));
    assert!(!is_replaced("minutes", None));
}

#[test]
fn a_register_that_was_asked_long_ago_is_asked_again() {
    let case = copy(None, with_minutes());
    let old = date(2027, 1, 24);
    assert!(marks(&case, old).contains(&(Part::Organisation, Mark::LookAgain)));
    assert!(marks(&case, TODAY).contains(&(Part::Organisation, Mark::Unchanged)));
}

#[test]
fn a_mark_stays_until_somebody_has_been_through_its_part() {
    let case = copy(None, with_minutes());
    let before = marks(&case, TODAY).len();
    assert_eq!(before, Part::ALL.len());
    let looked = go(&case, Event::LookedAt(Part::Administrators)).0;
    assert_eq!(marks(&looked, TODAY).len(), before - 1);
    let again = Event::LookedAt(Part::Administrators);
    assert_eq!(step(&looked, again, now()), Err(Refusal::NotAllowedHere));
    let own = drafting(whole(Role::Reporter));
    assert_eq!(marks(&own, TODAY), [], "nothing came along");
    assert_eq!(step(&own, Event::LookedAt(Part::Need), now()), Err(Refusal::NotAllowedHere));
}
