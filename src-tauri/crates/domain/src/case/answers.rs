//! What becomes of a draft when a person has answered, and when the register has.

use crate::cvr::CvrNumber;
use crate::draft::{Draft, Role, TermsAnswers};
use crate::lookup::Lookup;
use crate::organisation::Organisation;
use crate::problem::Problem;
use crate::stage::Now;
use jiff::Timestamp;

/// How many earlier answers of the register a draft keeps.
const EARLIER: usize = 5;

/// The new answers, with what only the outside world may change taken from the old ones. Changing
/// to reporter forgets an acceptance that only a representative can give, and another number what
/// was said of the organisation of the one before.
pub(super) fn answered(old: &Draft, mut new: Draft, now: Now) -> Draft {
    if !is_same_number(old, &new) {
        if CvrNumber::parse(&new.cvr).is_ok() {
            new.representative.in_cvr = None;
        }
        if !new.typed.counts && new.typed.status == old.typed.status {
            new.typed.status.clear();
        }
    }
    let (lookup, earlier) = after_answers(old, &new, now.at);
    let accepted = old.terms.accepted && new.role != Some(Role::Reporter);
    let terms = TermsAnswers { accepted, ..old.terms.clone() };
    Draft {
        lookup,
        earlier,
        documents: old.documents.clone(),
        terms,
        login: old.login.clone(),
        ..new
    }
}

/// True when the new answers hold a number that nobody has been asked about: one that was just
/// typed whole.
pub fn is_ready_to_look_up(old: &Draft, new: &Draft, now: Now) -> bool {
    let (after, _) = after_answers(old, new, now.at);
    after == Lookup::NotYet && CvrNumber::parse(&new.cvr).is_ok()
}

/// What is known after the person has answered. Another CVR number forgets what was known; what is
/// typed by hand counts as long as the person wants it to.
fn after_answers(old: &Draft, new: &Draft, at: Timestamp) -> (Lookup, Vec<Organisation>) {
    let number = CvrNumber::parse(&new.cvr);
    let same_number = is_same_number(old, new);
    let earlier = if same_number { old.earlier.clone() } else { Vec::new() };
    let lookup = match (&old.lookup, number) {
        (Lookup::Typed(organisation), Ok(_)) if new.typed == old.typed && same_number => {
            Lookup::Typed(organisation.clone())
        }
        (_, Ok(cvr)) if new.typed.counts => {
            Lookup::Typed(Box::new(new.typed.organisation(cvr, at)))
        }
        (Lookup::Typed(_), _) => Lookup::NotYet,
        (Lookup::Found(known), _) if same_number => {
            Lookup::Found(Box::new(new.typed.with_status((**known).clone())))
        }
        (other, _) if same_number => other.clone(),
        _ => Lookup::NotYet,
    };
    (lookup, earlier)
}

/// True when both drafts are about one organisation, or about the same text while that is no
/// number.
fn is_same_number(old: &Draft, new: &Draft) -> bool {
    match (CvrNumber::parse(&old.cvr), CvrNumber::parse(&new.cvr)) {
        (Ok(before), Ok(after)) => before == after,
        _ => old.cvr == new.cvr,
    }
}

/// The draft after the register has answered. The answer counts only for the question that waits.
/// What was known before stands when the register could not be asked now; then the problem is the
/// case's, not the organisation's.
pub(super) fn after_answer(
    draft: &Draft,
    ask: u64,
    outcome: Result<Box<Organisation>, Problem>,
    at: Timestamp,
) -> (Draft, Option<Problem>) {
    let Lookup::Asked { ask: waiting, known } = &draft.lookup else { return (draft.clone(), None) };
    if *waiting != ask {
        return (draft.clone(), None);
    }
    let mut next = draft.clone();
    let mut problem = None;
    next.lookup = match outcome {
        Ok(organisation) => {
            let organisation = Box::new(draft.typed.with_status(*organisation));
            next.earlier = earlier(draft, known.as_deref(), &organisation);
            next.typed.counts = false;
            Lookup::Found(organisation)
        }
        Err(why) => match known {
            Some(organisation) if why != Problem::CvrUnknown => {
                problem = Some(why);
                if draft.typed.counts {
                    Lookup::Typed(organisation.clone())
                } else {
                    Lookup::Found(organisation.clone())
                }
            }
            _ => Lookup::Failed { problem: why, at },
        },
    };
    (next, problem)
}

/// What was known becomes an earlier answer when the new one says something else. What the person
/// typed was nobody's answer.
fn earlier(draft: &Draft, known: Option<&Organisation>, new: &Organisation) -> Vec<Organisation> {
    let mut earlier = draft.earlier.clone();
    if let Some(known) = known.filter(|_| !draft.typed.counts) {
        let says_the_same = Organisation { looked_up: new.looked_up, ..known.clone() } == *new;
        if !says_the_same {
            earlier.push(known.clone());
        }
    }
    let surplus = earlier.len().saturating_sub(EARLIER);
    earlier.split_off(surplus)
}
