//! One case: what a person wants with it, and what came of its effects. Every move is one of
//! [`domain::case::step`].

use crate::answers::Answers;
use crate::context::Context;
use crate::effect::{Effect, Output, Store, StoredCase};
use crate::input::CaseInput;
use crate::intent::CaseIntent;
use crate::model::{InMemory, Open, Pending, Saved};
use crate::route::{CasePage, Route};
use crate::{
    agreement, bin, guide, handover, history, login, mail_draft, navigation, official_mail,
    organisation, reporter,
};
use domain::case::{Case, CaseId, Event, Token, is_ready_to_look_up};
use domain::documents::{Attached, DocumentId};
use domain::parts::{Part, may_wait, problems_in};
use domain::preflight::parts;
use domain::problem::{FieldProblem, Problem};
use domain::rules::book;

/// Does what was to be done with a case that is in memory now.
pub(crate) fn carry_out(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    pending: Pending,
) -> Vec<Effect> {
    match pending {
        Pending::Show(page) => show(open, id, page),
        Pending::Timeline => {
            match open.case(id).and_then(Case::connection).map(|it| it.organisation.cvr) {
                Some(cvr) => {
                    open.go(Route::Timeline { cvr, cases: Vec::new() });
                    vec![Store::ReadTimeline(cvr).into()]
                }
                // Nothing was approved there.
                None => navigation::to_receipts(open),
            }
        }
        Pending::Intent(intent, fresh) => self::intent(open, context, id, *intent, fresh),
        Pending::Event(event) => open.apply(context, id, [*event]),
        Pending::Input(input) => came_of_effect(open, context, id, *input),
        Pending::Received(received) => handover::received(open, context, id, *received),
    }
}

fn show(open: &mut Open, id: &CaseId, page: Option<CasePage>) -> Vec<Effect> {
    let Some(case) = open.case(id) else { return vec![] };
    let home = Route::home(case);
    open.go(page.map_or(home, |page| Route::Case { id: id.clone(), page }));
    navigation::refresh(open).into_iter().collect()
}

/// The database has read a case, or there is none of this id any more.
pub(crate) fn read(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    outcome: Result<Option<Box<StoredCase>>, Problem>,
) -> Vec<Effect> {
    match outcome {
        Ok(Some(stored)) => {
            let StoredCase { case, link, copied, record } = *stored;
            let saved = Saved::At(case.changed);
            let held = InMemory { case, saved, link, copied, record };
            open.cases.entry(id.clone()).or_insert(held);
            open.go_on(context, id)
        }
        // What came of something outside comes too late for a case that was deleted meanwhile.
        Ok(None) | Err(Problem::CaseInBin) if is_late(open, id) => {
            open.stop_waiting(id);
            vec![]
        }
        // A file may bring a case that is not here yet.
        Ok(None) => {
            let waiting = open.stop_waiting(id);
            let received = waiting.into_iter().find_map(|pending| match pending {
                Pending::Received(received) => Some(received),
                _ => None,
            });
            match received {
                Some(received) => handover::received(open, context, id, *received),
                None => navigation::to_cases(open),
            }
        }
        Err(problem) => {
            open.stop_waiting(id);
            let effects = navigation::to_cases(open);
            open.tell(problem);
            effects
        }
    }
}

/// Nobody waits for a case but what came of something outside.
fn is_late(open: &Open, id: &CaseId) -> bool {
    let mut waiting = open.waiting.iter().filter(|(waiting, _)| waiting == id);
    open.route.case() != Some(id)
        && waiting.all(|(_, pending)| matches!(pending, Pending::Event(_) | Pending::Input(_)))
}

fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    intent: CaseIntent,
    fresh: Token,
) -> Vec<Effect> {
    match intent {
        CaseIntent::Answer(answers) => answer(open, context, id, answers),
        CaseIntent::Continue(part) => proceed(open, context, id, part),
        CaseIntent::LookUp => organisation::look_up(open, context, id, vec![]),
        CaseIntent::OpenRegister => organisation::open_register(open, id),
        CaseIntent::Search(words) => organisation::search(open, context, id, words),
        CaseIntent::SearchMore => organisation::search_more(open, context, id),
        CaseIntent::ChooseOrganisation(cvr) => organisation::choose(open, context, id, &cvr),
        CaseIntent::EndSearch => {
            if let Some(page) = open.route.organisation(id) {
                page.search = None;
            }
            vec![]
        }
        CaseIntent::ListOrganisations => login::list_organisations(open, context, id, fresh),
        CaseIntent::AttachDocument(kind) => vec![Effect::ChooseDocument(id.clone(), kind)],
        CaseIntent::ConfirmDocument { document, point, holds } => {
            open.apply(context, id, [Event::DocumentConfirmed { document, point, holds }])
        }
        CaseIntent::RemoveDocument(document) => {
            open.apply(context, id, [Event::DocumentRemoved(document)])
        }
        CaseIntent::ShowDocument(document) => show_document(open, id, document),
        CaseIntent::ShowBoard => board(open, id, Output::Show),
        CaseIntent::SaveBoard => board(open, id, Output::Save),
        CaseIntent::ShowTermsSummary => open.apply(context, id, [Event::TermsSummaryShown]),
        CaseIntent::OpenTerms => vec![Effect::OpenTerms(id.clone())],
        CaseIntent::AcceptTerms(tick) => open.apply(context, id, [Event::TermsAccepted(tick)]),
        CaseIntent::Approve => login::approve(open, context, id, fresh),
        // The login before is cancelled when the new one takes its place: its link leads nowhere
        // any more.
        CaseIntent::BeginLoginAnew => {
            open.apply(context, id, [Event::LoginAskedAnew { attempt: fresh }])
        }
        CaseIntent::ExplainApprover(explanation) => {
            open.apply(context, id, [Event::ApproverExplained(explanation)])
        }
        CaseIntent::DiscardApproval => open.apply(context, id, [Event::ApprovalDiscarded]),
        CaseIntent::Deliver => open.apply(context, id, [Event::DeliveryAsked]),
        CaseIntent::HandOver { logged_in } => handover::ask(open, context, id, logged_in),
        CaseIntent::TakeBack => open.apply(context, id, [Event::TakenBack]),
        CaseIntent::Guide(intent) => guide::intent(open, context, id, intent, fresh),
        CaseIntent::StateEvent(typed) => agreement::state(open, context, id, &typed),
        CaseIntent::TickSetUp { administrator, done } => {
            open.apply(context, id, [Event::SetUpTicked { administrator, done }])
        }
        CaseIntent::MailDraft(intent) => mail_draft::intent(open, context, id, intent),
        CaseIntent::Mail(intent) => official_mail::intent(open, context, id, intent),
        CaseIntent::History(intent) => history::intent(open, id, intent),
        CaseIntent::Delete { despite_keeping } => bin::delete(open, context, id, despite_keeping),
    }
}

/// Something came of an effect of a case.
pub(crate) fn input(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    input: CaseInput,
) -> Vec<Effect> {
    match &input {
        CaseInput::Listed(attempt, _) => login::ended(open, attempt),
        CaseInput::Event(event) => {
            if let Event::LoginEnded { attempt, .. } = &**event {
                login::ended(open, attempt);
            }
        }
        _ => {}
    }
    match input {
        // These are about the page, and end with it.
        CaseInput::Found(query, outcome) => organisation::found(open, id, query, outcome),
        CaseInput::Listed(attempt, outcome) => {
            organisation::listed(open, context, id, &attempt, outcome)
        }
        input => open.with_case(context, id, Pending::Input(Box::new(input))),
    }
}

fn came_of_effect(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    input: CaseInput,
) -> Vec<Effect> {
    match input {
        CaseInput::Event(event) => {
            if matches!(*event, Event::TermsOpened { .. }) {
                open.notice.field_problems.retain(|problem| problem.field != "terms.opened");
                open.notice.problem =
                    open.notice.problem.filter(|problem| *problem != Problem::BrowserNotOpened);
            }
            open.apply(context, id, [*event])
        }
        CaseInput::HandOverPlaced(outcome, attempt) => {
            handover::placed(open, context, id, outcome, attempt)
        }
        CaseInput::DocumentRead(outcome) => {
            match outcome.and_then(|read| attach(open, id, *read)) {
                Ok(effect) => effect.into_iter().collect(),
                Err(problem) => {
                    open.tell(problem);
                    vec![]
                }
            }
        }
        // The bytes are durable before the case names them: after a crash there may be bytes
        // without a name, never a name without bytes.
        CaseInput::DocumentKept(attached, Ok(())) => {
            open.apply(context, id, [Event::DocumentAttached(attached)])
        }
        CaseInput::DocumentKept(_, Err(problem)) => {
            open.tell(problem);
            vec![]
        }
        CaseInput::MailKept(mail, outcome) => official_mail::kept(open, context, id, mail, outcome),
        CaseInput::Found(..) | CaseInput::Listed(..) => vec![],
    }
}

pub(crate) fn deleted(open: &mut Open, id: &CaseId, outcome: Result<(), Problem>) -> Vec<Effect> {
    match outcome {
        Ok(()) => {
            open.cases.remove(id);
            open.stop_waiting(id);
            open.total = open.total.saturating_sub(1);
            if open.route.case() == Some(id) {
                return navigation::to_cases(open);
            }
            navigation::refresh(open).into_iter().collect()
        }
        Err(problem) => {
            open.tell(problem);
            vec![]
        }
    }
}

fn answer(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    answers: Answers,
) -> Vec<Effect> {
    let Some(old) = open.draft(id) else { return vec![] };
    let new = reporter::fill_in(open.reporter.as_ref(), old, answers.into_draft(old));
    if new == *old {
        return vec![];
    }
    let is_ready = context.common.services.register.can_be_asked()
        && is_ready_to_look_up(old, &new, context.now);
    forget_answered(open, context, &new);
    let answered = Event::Answered(Box::new(new));
    if is_ready {
        organisation::look_up(open, context, id, vec![answered])
    } else {
        open.apply(context, id, [answered])
    }
}

/// A problem at a field that has been put right is no longer said; new ones wait for "Fortsæt".
fn forget_answered(open: &mut Open, context: &Context<'_>, draft: &domain::draft::Draft) {
    let today = context.now.today;
    let left: Vec<FieldProblem> =
        Part::ALL.into_iter().flat_map(|part| problems_in(draft, part, today)).collect();
    open.notice.field_problems.retain(|problem| left.contains(problem));
}

/// Checks one page and goes on. What can wait does not stop: it is asked for before the approval.
fn proceed(open: &mut Open, context: &Context<'_>, id: &CaseId, part: Part) -> Vec<Effect> {
    let Some(draft) = open.draft(id) else { return vec![] };
    let today = context.now.today;
    let mut stops = problems_in(draft, part, today);
    stops.retain(|problem| !may_wait(problem.problem));
    if part == Part::Organisation {
        stops.extend(organisation::typed_missing(draft, context));
    }
    if !stops.is_empty() {
        open.notice.field_problems = stops;
        return vec![];
    }
    let mut remembered =
        if part == Part::Organisation { reporter::remember(open, id) } else { vec![] };
    // What came along from another case has been looked at now.
    remembered.extend(open.apply(context, id, [Event::LookedAt(part)]));
    let Some((case, draft)) = open.case(id).zip(open.draft(id)) else { return remembered };
    let facts = case.facts(draft, today);
    let next =
        parts(draft, &facts, today).into_iter().skip_while(|&p| p < part).find(|&p| p != part);
    open.go(match next {
        Some(next) => Route::part(id.clone(), next),
        None => Route::Case { id: id.clone(), page: CasePage::Check },
    });
    remembered
}

/// A file that was read becomes a document of the draft, when it may; its bytes are kept first.
fn attach(open: &Open, id: &CaseId, read: (Attached, Vec<u8>)) -> Result<Option<Effect>, Problem> {
    let (attached, bytes) = read;
    let limits = &book().documents.limits;
    let draft = open.draft(id).ok_or(Problem::NotAllowedHere)?;
    if draft
        .documents
        .iter()
        .any(|known| known.kind == attached.kind && known.sha256 == attached.sha256)
    {
        return Ok(None);
    }
    if draft.documents.iter().map(|known| known.size).sum::<u64>() + attached.size
        > limits.bytes_together()
    {
        return Err(Problem::DocumentsTooLarge);
    }
    if book().documents.find(&attached.kind).is_none() || !limits.media.contains(&attached.media) {
        return Err(Problem::DocumentKind);
    }
    Ok(Some(Effect::KeepDocument(id.clone(), Box::new(attached), bytes)))
}

fn show_document(open: &mut Open, id: &CaseId, document: DocumentId) -> Vec<Effect> {
    match open.case(id).and_then(|case| case.document(&document)) {
        Some(sha256) => vec![Effect::ShowDocument(id.clone(), document, sha256)],
        None => {
            open.tell(Problem::NotAllowedHere);
            vec![]
        }
    }
}

fn board(open: &mut Open, id: &CaseId, output: Output) -> Vec<Effect> {
    let Some(draft) = open.draft(id) else { return vec![] };
    match draft.organisation() {
        Some(organisation) => {
            vec![Effect::Board(output, Box::new(organisation.clone()), draft.board.clone())]
        }
        None => {
            open.tell(Problem::CvrNotLookedUp);
            vec![]
        }
    }
}

impl Open {
    /// Nothing is to be done with a case any more; what was to be.
    fn stop_waiting(&mut self, id: &CaseId) -> Vec<Pending> {
        let (waiting, others) =
            std::mem::take(&mut self.waiting).into_iter().partition(|(waiting, _)| waiting == id);
        self.waiting = others;
        waiting.into_iter().map(|(_, pending): (CaseId, Pending)| pending).collect()
    }
}
