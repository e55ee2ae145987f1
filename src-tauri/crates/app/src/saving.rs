//! The way of every case to the disk: decided, saved, and only then acted upon.
//!
//! A case that has moved is put into [`Open::saving`] with the effects that follow, and
//! [`Store::Save`] is asked for. The effects are handed out with the answer to it. When the
//! database says no, what a person typed or approved stays in memory and is tried again with
//! everything that the person does; a move that would act is not made, since it could not be taken
//! up again after a crash.

use crate::context::Context;
use crate::effect::{Due, Effect, Store, of_case};
use crate::model::{
    Copied, InMemory, Login, LoginReason, Open, Pending, Recorded, Saved, Saving, Then,
};
use crate::route::{CasePage, GuidePage, Route};
use crate::{case, navigation};
use domain::case::{Case, CaseId, Delivery, Event, Refusal, Stage, step};
use domain::chain::Link;
use domain::lookup::Lookup;
use domain::problem::Problem;

impl Open {
    /// Does something with a case: at once when it is in memory and not being saved, else when it
    /// is read.
    pub(crate) fn with_case(
        &mut self,
        context: &mut Context<'_>,
        id: &CaseId,
        pending: Pending,
    ) -> Vec<Effect> {
        if self.is_being_saved(id) {
            self.waiting.push((id.clone(), pending));
            return vec![];
        }
        if self.cases.contains_key(id) {
            return case::carry_out(self, context, id, pending);
        }
        let is_read_already = self.waiting.iter().any(|(waiting, _)| waiting == id);
        self.waiting.push((id.clone(), pending));
        if is_read_already { vec![] } else { vec![Store::Read(id.clone()).into()] }
    }

    /// Moves a case by events, one after the other, and saves what came of them. A refusal changes
    /// nothing but what the page says.
    pub(crate) fn apply(
        &mut self,
        context: &Context<'_>,
        id: &CaseId,
        events: impl IntoIterator<Item = Event>,
    ) -> Vec<Effect> {
        let Some(held) = self.cases.get(id) else { return vec![] };
        let mut saving = Saving {
            next: held.case.clone(),
            effects: Vec::new(),
            unsaved: None,
            then: Then::Nothing,
        };
        let mut has_moved = false;
        for event in events {
            match step(&saving.next, event, context.now) {
                Ok((next, effects)) => {
                    let kept = kept_unsaved(Some(&saving.next), &next, !effects.is_empty());
                    saving.unsaved = kept.or(saving.unsaved);
                    saving.effects.extend(effects);
                    saving.next = next;
                    has_moved = true;
                }
                Err(Refusal::Incomplete(problems)) => {
                    self.notice.field_problems = problems;
                    break;
                }
                Err(Refusal::NotAllowedHere) => break,
            }
        }
        if has_moved { self.save(saving) } else { vec![] }
    }

    /// Saves a new case.
    pub(crate) fn save_new(&mut self, case: Case) -> Vec<Effect> {
        self.save(Saving {
            next: case.clone(),
            effects: Vec::new(),
            unsaved: Some(case),
            then: Then::Nothing,
        })
    }

    fn save(&mut self, saving: Saving) -> Vec<Effect> {
        let case = Box::new(saving.next.clone());
        self.saving.push_back(saving);
        vec![Store::Save(case).into()]
    }

    /// Tries once more to save what could not be saved.
    pub(crate) fn save_again(&mut self) -> Vec<Effect> {
        let unsaved: Vec<Case> =
            self.unsaved().filter(|case| !self.is_being_saved(&case.id)).cloned().collect();
        unsaved.into_iter().flat_map(|case| self.save_new(case)).collect()
    }

    /// A case that was to be saved was, or was not. With several on their way the answers come in
    /// another order than the questions: what follows the first is saved before the second.
    pub(crate) fn saved(
        &mut self,
        context: &mut Context<'_>,
        id: &CaseId,
        outcome: Result<Option<Link>, Problem>,
    ) -> Vec<Effect> {
        let at = self.saving.iter().position(|saving| saving.next.id == *id);
        let Some(saving) = at.and_then(|at| self.saving.remove(at)) else { return vec![] };
        let mut effects: Vec<Effect> = match outcome {
            Ok(link) => {
                if self.cases.get(id).is_some_and(|held| held.saved == Saved::Not) {
                    self.total += 1;
                }
                let was_unsaved =
                    self.cases.get(id).is_some_and(|held| matches!(held.saved, Saved::Failed(_)));
                if was_unsaved && self.unsaved().count() == 1 {
                    self.notice.problem = None;
                }
                let (case, saved) = (saving.next, Saved::At(context.now.at));
                for effect in &saving.effects {
                    if let domain::case::Effect::LogIn { attempt, .. } = effect {
                        self.login =
                            Some(Login::begun(id, attempt, LoginReason::Case, context.now.at));
                        self.login_code = None;
                    }
                }
                let language = context.common.language;
                let effects = saving
                    .effects
                    .into_iter()
                    .map(|effect| of_case(&case, effect, language))
                    .collect();
                self.take_in(case, saved, link);
                match saving.then {
                    Then::Nothing => {}
                    Then::Received(received) => {
                        self.total += u32::from(received.is_new);
                        self.go(Route::Case { id: id.clone(), page: CasePage::Review });
                        self.notice.problem = received.problem;
                    }
                    Then::Copied(of) => {
                        self.total += 1;
                        self.take_in(*of, saved, None);
                        self.go(Route::Case { id: id.clone(), page: CasePage::Tasks });
                    }
                }
                effects
            }
            Err(problem) => {
                if let Some(kept) = saving.unsaved {
                    self.take_in(kept, Saved::Failed(problem), None);
                }
                self.closing = None;
                self.tell(problem);
                vec![]
            }
        };
        effects.extend(self.copy_if_due(id));
        effects.extend(navigation::refresh(self));
        effects.extend(self.go_on(context, id));
        effects
    }

    /// A case was saved or read: what waited for that goes on, one thing after the other.
    pub(crate) fn go_on(&mut self, context: &mut Context<'_>, id: &CaseId) -> Vec<Effect> {
        let mut effects = Vec::new();
        while !self.is_being_saved(id)
            && let Some(at) = self.waiting.iter().position(|(waiting, _)| waiting == id)
        {
            let (_, pending) = self.waiting.remove(at);
            effects.extend(case::carry_out(self, context, id, pending));
        }
        effects
    }

    /// Forgets the cases that nothing is under way with, but that of the open page. One in which
    /// nothing is answered is not kept at all.
    pub(crate) fn let_go(&mut self) -> Vec<Effect> {
        let (route, waiting, saving, login) =
            (&self.route, &self.waiting, &self.saving, &self.login);
        let is_needed = |id: &CaseId, held: &InMemory| {
            route.case() == Some(id)
                || matches!(held.saved, Saved::Failed(_))
                || waiting.iter().any(|(waiting, _)| waiting == id)
                || login.as_ref().is_some_and(|login| login.case == *id)
                || saving.iter().any(|saving| saving.next.id == *id)
                || is_under_way(&held.case)
        };
        let left: Vec<CaseId> = self
            .cases
            .iter()
            .filter(|(id, held)| !is_needed(id, held))
            .map(|(id, _)| id.clone())
            .collect();
        let left = left.into_iter().filter_map(|id| self.cases.remove_entry(&id));
        let untouched =
            left.filter(|(_, held)| held.case.is_untouched() && held.saved != Saved::Not);
        untouched.map(|(id, _)| Store::Delete(id).into()).collect()
    }

    fn is_being_saved(&self, id: &CaseId) -> bool {
        self.saving.iter().any(|saving| saving.next.id == *id)
    }

    fn take_in(&mut self, case: Case, saved: Saved, link: Option<Link>) {
        let id = case.id.clone();
        let before = self.cases.remove(&id);
        let moved = before.as_ref().is_some_and(|old| {
            std::mem::discriminant(&old.case.stage) != std::mem::discriminant(&case.stage)
        });
        if moved && self.route.case() == Some(&id) {
            self.go(after_move(&case));
        }
        let record = before.as_ref().and_then(|old| {
            let record = old.record.clone()?;
            // Whatever may stand in a record: what is in it exactly is seen when one is made.
            let same = old.case.stage == case.stage && old.case.history == case.history;
            Some(Recorded { is_current: record.is_current && same, ..record })
        });
        let (old_link, copied) = before.map(|old| (old.link, old.copied)).unwrap_or_default();
        self.cases.insert(id, InMemory { case, saved, link: link.or(old_link), copied, record });
    }

    /// The copy of a receipt is due when there is none, or when it cannot yet tell of the
    /// receiver's answer.
    fn copy_if_due(&self, id: &CaseId) -> Option<Effect> {
        let (folder, held) = (self.copy_folder.clone()?, self.cases.get(id)?);
        let Stage::Approved(approved) = &held.case.stage else { return None };
        is_copy_due(&approved.delivery, held.copied.as_ref())
            .then(|| Effect::CopyReceipts(folder, Due::One(id.clone())))
    }
}

/// Whether the copy of a receipt is to be made now.
pub fn is_copy_due(delivery: &Delivery, copied: Option<&Copied>) -> bool {
    match (delivery, copied) {
        // The answer is on its way, and the receipt will tell of it.
        (Delivery::Sending { .. }, _) => false,
        (Delivery::Accepted(_), Some(copied)) => !copied.accepted,
        (_, Some(_)) => false,
        (_, None) => true,
    }
}

/// The page that follows when a case has moved to another stage: a draft that comes back with a
/// problem is shown where it was approved or handed over.
fn after_move(case: &Case) -> Route {
    match &case.stage {
        Stage::Drafting(_) if case.problem.is_some() => {
            Route::Case { id: case.id.clone(), page: CasePage::Check }
        }
        Stage::Guided(_) => {
            let page = CasePage::Guide(GuidePage::default());
            Route::Case { id: case.id.clone(), page }
        }
        _ => Route::home(case),
    }
}

/// Something of the case is asked outside and not answered yet.
fn is_under_way(case: &Case) -> bool {
    match &case.stage {
        Stage::Drafting(draft) => matches!(draft.lookup, Lookup::Asked { .. }),
        Stage::Approving(_) => true,
        Stage::Approved(approved) => matches!(approved.delivery, Delivery::Sending { .. }),
        Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Confirming(_) | Stage::Guided(_) => {
            false
        }
    }
}

/// What stays in memory when a case could not be saved: everything typed, and an approval that has
/// happened. A move that would act is not made, since acting without having saved could not be
/// taken up again after a crash.
fn kept_unsaved(old: Option<&Case>, new: &Case, would_act: bool) -> Option<Case> {
    let was_approving = old.is_some_and(|old| matches!(old.stage, Stage::Approving(_)));
    match &new.stage {
        Stage::Approved(approved) if would_act && was_approving => {
            let mut approved = approved.clone();
            if let Some(id) = approved.delivery.id().cloned() {
                approved.delivery = Delivery::NotSent { id };
            }
            Some(Case { stage: Stage::Approved(approved), ..new.clone() })
        }
        // A login to hand over that could not be saved is made again.
        Stage::Drafting(_) if was_approving => Some(new.clone()),
        _ if !would_act => Some(new.clone()),
        _ => None,
    }
}
