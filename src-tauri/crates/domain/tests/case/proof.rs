//! Which mail proves that an agreement was concluded.

use super::guiding::guided;
use super::*;
use domain::case::{Now, Reason};
use domain::official_mail::{Belonging, Listing, MailFormat, MailSignature, OfficialMail};
use domain::summary::{CaseState, CaseSummary};
use jiff::SignedDuration;

/// What happens, at the moment when it does.
type Told = fn(Now) -> Event;

/// So many minutes later.
fn after(minutes: i64) -> Now {
    let now = now();
    Now { at: now.at + SignedDuration::from_mins(minutes), ..now }
}

/// Signed by a domain that counts, and of this organisation.
fn signed(taken: Now) -> OfficialMail {
    OfficialMail {
        sha256: [7; 32],
        name: "Besked.eml".into(),
        size: 4096,
        format: MailFormat::Eml,
        sent: None,
        taken: taken.at,
        belonging: Belonging::Belongs,
        signature: MailSignature::Signed {
            domain: "mitid-erhverv.example".into(),
            listing: Listing::Unconfirmed,
        },
        keys: vec![],
        removed: None,
    }
}

/// What the case is, after these in their order, a minute apart.
fn state(events: impl IntoIterator<Item = Told>) -> CaseState {
    let case = (1..).zip(events).fold(guided(Role::Representative), |case, (minute, event)| {
        step(&case, event(after(minute)), after(minute)).expect("it is allowed").0
    });
    CaseSummary::of(&case, now().today).state
}

const MAIL: Told = |now| Event::MailTaken(Box::new(signed(now)));
const CONCLUDED: Told = |now| Event::OutcomeStated(Outcome::Concluded { on: now.today });
const REJECTED: Told = |now| {
    let reason = Reason { rule: None, words: "Titlen mangler".into() };
    Event::OutcomeStated(Outcome::Rejected { on: now.today, reason })
};

#[test]
fn a_mail_that_came_with_a_rejection_does_not_prove_that_it_was_concluded() {
    let rows: [(&[Told], CaseState); 6] = [
        (&[CONCLUDED], CaseState::StatedConcluded),
        (&[CONCLUDED, MAIL], CaseState::Concluded),
        (&[MAIL, CONCLUDED], CaseState::Concluded),
        (&[REJECTED, MAIL], CaseState::Rejected),
        (&[REJECTED, MAIL, CONCLUDED], CaseState::StatedConcluded),
        (&[REJECTED, CONCLUDED, MAIL], CaseState::Concluded),
    ];
    for (row, (events, expected)) in rows.into_iter().enumerate() {
        assert_eq!(state(events.iter().copied()), expected, "row {row}");
    }
}
