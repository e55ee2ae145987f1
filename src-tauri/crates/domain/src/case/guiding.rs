//! Being guided through the official site: how it begins, goes on, and what is stated of it.

use super::event::{Event, Move, Refusal, stay};
use super::login::back;
use super::mails;
use crate::agreement::StatedEvent;
use crate::connection::Connection;
use crate::draft::{Draft, Role, TermsAnswers};
use crate::mail_draft::OpenedDraft;
use crate::need::NeedAnswers;
use crate::outcome::ScreenNote;
use crate::outcome::{Outcome, OutcomeKind, ScreenId, Stated, words};
use crate::problem::FieldProblem;
use crate::rules::book;
use crate::stage::{
    Approved, Basis, Case, CaseId, CopyOf, Guided, History, Now, Received, Stage, Visit,
};
use std::collections::BTreeSet;

/// From a draft, in the role of whoever prepares it.
pub(super) fn begun_by_draft(case: &Case, draft: &Draft, now: Now) -> Result<Move, Refusal> {
    let connection = Connection::parse(draft, now.today).map_err(Refusal::Incomplete)?;
    let role = draft.role.unwrap_or(Role::Representative);
    begun(case, connection, Basis::Own(Box::new(draft.clone())), role, now)
}

/// From a case that came in a hand-over file, by the representative.
pub(super) fn begun_by_received(case: &Case, it: &Received, now: Now) -> Result<Move, Refusal> {
    let connection = it.whole().map_err(Refusal::Incomplete)?;
    begun(case, connection, Basis::HandedOver(Box::new(it.clone())), Role::Representative, now)
}

fn begun(
    case: &Case,
    connection: Connection,
    basis: Basis,
    role: Role,
    now: Now,
) -> Result<Move, Refusal> {
    let visit = Visit::begun(now)?;
    let earlier = case.history.stated.len();
    Ok(stay(Stage::Guided(Box::new(Guided { connection, basis, role, visit, earlier }))))
}

/// By the representative who has approved in Tilslut first, where it can be stated how it went on
/// the official site; whoever was there before goes on where they were. The approval and the
/// delivery stay as they are.
pub(super) fn begun_by_approved(case: &Case, it: &Approved, now: Now) -> Result<Move, Refusal> {
    case.states().ok_or(Refusal::NotAllowedHere)?;
    let visit = match &it.visit {
        Some(visit) => visit.clone(),
        None => Visit::begun(now)?,
    };
    let next = Approved { visit: Some(visit), ..it.clone() };
    Ok(stay(Stage::Approved(Box::new(next))))
}

impl Visit {
    fn begun(now: Now) -> Result<Self, Refusal> {
        let first = book().guide.screens.first().ok_or(Refusal::NotAllowedHere)?;
        let screen = ScreenId(first.id.clone());
        Ok(Self { since: now.at, seen: [screen.clone()].into(), screen })
    }
}

/// Another screen is looked at; each can be, in any order.
pub(super) fn shown(case: &Case, screen: ScreenId) -> Result<Move, Refusal> {
    if book().guide.screen(&screen.0).is_none() || case.visitor().is_none() {
        return Err(Refusal::NotAllowedHere);
    }
    let mut next = case.stage.clone();
    let visit = match &mut next {
        Stage::Guided(guided) => Some(&mut guided.visit),
        Stage::Approved(approved) => approved.visit.as_mut(),
        _ => None,
    };
    let visit = visit.ok_or(Refusal::NotAllowedHere)?;
    visit.seen.insert(screen.clone());
    visit.screen = screen;
    Ok(stay(next))
}

/// What stands on a screen otherwise than is said of it; nothing takes the note away.
pub(super) fn noted(case: &Case, screen: &ScreenId, note: &str) -> Result<Move, Refusal> {
    if book().guide.screen(&screen.0).is_none() || case.visitor().is_none() {
        return Err(Refusal::NotAllowedHere);
    }
    words(note).map_err(|problem| Refusal::Incomplete(vec![FieldProblem::at("note", problem)]))?;
    Ok(stay(case.stage.clone()))
}

/// One note a screen; nothing takes it away.
fn note_down(notes: &mut Vec<ScreenNote>, screen: &ScreenId, typed: &str, now: Now) {
    let Ok(text) = words(typed) else { return };
    notes.retain(|note| note.screen != *screen);
    if !text.is_empty() {
        let guide = Some(book().guide.as_of);
        notes.push(ScreenNote { screen: screen.clone(), text, at: Some(now.at), guide });
    }
}

/// An outcome changes nothing but the history; a representative sends nothing to themselves.
pub(super) fn stated(case: &Case, outcome: &Outcome) -> Result<Move, Refusal> {
    match case.states() {
        Some(role) if outcome.kind().is_open_to(role) => Ok(stay(case.stage.clone())),
        _ => Err(Refusal::NotAllowedHere),
    }
}

/// Another case goes on with the answers; this one stays as it is.
pub(super) fn copied(case: &Case) -> Result<Move, Refusal> {
    match copied_answers(case) {
        Some(_) => Ok((case.stage.clone(), vec![], case.problem)),
        None => Err(Refusal::NotAllowedHere),
    }
}

/// The history once this has happened, if it may. Nothing is taken out of it.
pub(super) fn after(case: &Case, event: &Event, now: Now) -> History {
    let mut history = case.history.clone();
    match (&case.stage, event) {
        (_, Event::OutcomeStated(outcome)) => {
            let by = case.states();
            let stated = by.map(|by| Stated { outcome: outcome.clone(), at: now.at, by });
            history.stated.extend(stated);
        }
        (_, Event::SetUpTicked { administrator, done }) => {
            history.set_up.extend(case.tick(*administrator, *done, now.at));
        }
        (_, Event::DraftOpened(mail)) => {
            history.drafts.push(OpenedDraft { mail: *mail, at: now.at });
        }
        (Stage::Guided(_) | Stage::Approved(_), Event::ScreenNoted { screen, note }) => {
            note_down(&mut history.notes, screen, note, now);
        }
        (_, Event::LookedAt(part)) => {
            if let Some(copy) = &mut history.copy_of {
                copy.looked_at.insert(*part);
            }
        }
        (_, Event::AgreementStated(event)) => {
            history.agreement.push(StatedEvent { event: event.clone(), at: now.at });
        }
        (_, Event::Copied(other)) => history.copied_as = Some(other.clone()),
        _ => mails::after(&mut history.mails, event, now.at),
    }
    history
}

/// The answers can be changed again as long as nothing was said to have left the house.
pub(super) fn taken_back(case: &Case, guided: &Guided) -> Result<Move, Refusal> {
    if case.can_go_back() { Ok(stay(back(&guided.basis))) } else { Err(Refusal::NotAllowedHere) }
}

/// The answers of a case that is over, as a new case begins with them: what is to be read or logged
/// in for again is left out. None while the case is still to be used itself.
pub fn copied_answers(case: &Case) -> Option<Draft> {
    let draft = match &case.stage {
        Stage::Guided(guided) if is_over(case) => match &guided.basis {
            Basis::Own(draft) => (**draft).clone(),
            Basis::HandedOver(_) => Draft::to_review(&guided.connection),
        },
        Stage::Approved(approved) if approved.delivery.id().is_none() || is_over(case) => {
            Draft::to_review(&approved.connection)
        }
        _ => return None,
    };
    // Whether the organisation is connected may be another answer by now.
    let need = NeedAnswers { connected: None, ..draft.need };
    Some(Draft { need, terms: TermsAnswers::default(), login: None, ..draft })
}

/// Nothing is awaited any more, and the answers of this case cannot be changed.
fn is_over(case: &Case) -> bool {
    let awaited = [OutcomeKind::SentWithDocuments, OutcomeKind::SentToRepresentative];
    case.outcome().is_some_and(|stated| !awaited.contains(&stated.outcome.kind()))
        && !case.can_go_back()
}

impl Case {
    /// A new case with the answers of another one that is over; none while that is not.
    pub fn copy_of(case: &Case, id: CaseId, now: Now) -> Option<Self> {
        let draft = copied_answers(case)?;
        let mut copy = Self::begin(id, case.environment, now);
        copy.stage = Stage::Drafting(Box::new(draft));
        let stated = case.outcome().cloned();
        let (case, looked_at) = (case.id.clone(), BTreeSet::new());
        copy.history.copy_of = Some(CopyOf { case, stated, looked_at });
        Some(copy)
    }
}
