//! Carries out what the core asks for: one match, each arm one adapter, each result one event.

use crate::engine::{Engine, State, fresh_token};
use crate::wiring::World;
use crate::{documents, handover_file};
use domain::Hidden;
use domain::case::{CaseId, Effect, Event, Evidence, Purpose, Token};
use domain::connection::Connection;
use domain::desk::Login;
use domain::problem::Problem;
use evidence::{ApprovalRequest, Commitment, Outcome, Verdict};
use identity::{Client, Progress};
use std::sync::Arc;
use std::time::Duration;

/// How long the app waits for a login: longer than the five minutes that MitID gives (`oidc.md` §6.2).
pub const PATIENCE: Duration = Duration::from_secs(600);

/// Carries out one effect of a case. The case has been saved.
pub fn carry_out(engine: &Engine, state: &mut State, id: &CaseId, effect: Effect) {
    let Some(world) = state.world.clone() else { return };
    let (engine, id) = (engine.clone(), id.clone());
    match effect {
        Effect::LookUp { ask, cvr } => {
            let task = engine.clone();
            engine.spawn(async move {
                let outcome = world.register.look_up(cvr, world.now()).await.map(Box::new);
                task.happened(|state| {
                    state.keep_quota();
                    task.apply(state, &id, Event::LookedUp { ask, outcome });
                });
            });
        }
        Effect::ForgetDocuments => documents::forget_unnamed(state, &id),
        Effect::LogIn { attempt, purpose, connection } => log_in(&engine, state, world, id, attempt, purpose, &connection),
        Effect::Deliver { id: delivery, bundle } => {
            let (task, language) = (engine.clone(), state.desk.language);
            engine.spawn(async move {
                let outcome = world.receiver.deliver(&delivery, &bundle, language).await;
                task.happened(|state| task.apply(state, &id, Event::DeliveryEnded { id: delivery, outcome }));
            });
        }
        Effect::HandOver { file, connection, login } => handover_file::write(&engine, state, id, file, connection, login),
    }
}

fn log_in(engine: &Engine, state: &mut State, world: Arc<World>, id: CaseId, attempt: Token, purpose: Purpose, connection: &Connection) {
    let request = ApprovalRequest::of(connection, state.desk.environment, &id).meant_for(purpose);
    let (cancel, cancelled) = tokio::sync::oneshot::channel::<()>();
    state.cancel = Some(cancel);
    let since = state.now().at;
    state.desk.login = Some(Login {
        case: id.clone(),
        attempt: attempt.clone(),
        link: None,
        host: String::new(),
        since,
        until: since,
        browser_failed: false,
        other_answer: false,
    });
    let language = state.desk.language;
    let task = engine.clone();
    engine.spawn(async move {
        let told = {
            let (task, attempt) = (task.clone(), attempt.clone());
            move |progress: Progress| task.happened(|state| heard_of(state, &attempt, progress))
        };
        // A word when the person gives up; the sender is dropped when the cases are closed, which gives up as well.
        let cancelled = async move {
            cancelled.await.ok();
        };
        let outcome = match Commitment::generate(request) {
            Ok(commitment) => {
                let _alone = world.listening.lock().await;
                let here = world.as_ref();
                let login = async |client: Client<'_>| {
                    identity::approve(client, commitment, language, here, here, told, cancelled, here.patience).await
                };
                let approval = world.broker.ask(login).await.map_err(Problem::from);
                approval.and_then(|it| evidence_of(it.bundle, it.verdict).map(Box::new).ok_or(Problem::EvidenceInvalid))
            }
            Err(_) => Err(Problem::EvidenceInvalid),
        };
        if outcome != Err(Problem::LoginCancelled) {
            // The person is in the browser, or looks at something else. Who gives up is here already, or locked the cases.
            task.desktop().come_forward();
        }
        task.happened(|state| ended(&task, state, &id, attempt, outcome));
    });
}

fn heard_of(state: &mut State, attempt: &Token, progress: Progress) {
    let Some(login) = state.desk.login.as_mut().filter(|login| login.attempt == *attempt) else { return };
    match progress {
        Progress::Waiting(waiting) => {
            login.link = Some(Hidden(waiting.link));
            login.host = waiting.host;
            login.until = waiting.until;
            login.browser_failed = waiting.browser_failed;
        }
        Progress::OtherAnswer => login.other_answer = true,
    }
}

fn ended(engine: &Engine, state: &mut State, id: &CaseId, attempt: Token, outcome: Result<Box<Evidence>, Problem>) {
    if state.desk.login.as_ref().is_some_and(|login| login.attempt == attempt) {
        state.desk.login = None;
        state.cancel = None;
    }
    match fresh_token() {
        Ok(delivery) => engine.apply(state, id, Event::LoginEnded { attempt, outcome, delivery }),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

/// The evidence as a case keeps it; only what the independent verifier gave a level counts.
pub fn evidence_of(bundle: Vec<u8>, verdict: Verdict) -> Option<Evidence> {
    match (verdict.outcome, verdict.approver, verdict.approved_at, verdict.request) {
        (Outcome::Level(level), Some(approver), Some(approved_at), Some(request)) => {
            let (control_code, authority) = (request.control_code(), verdict.authority);
            Some(Evidence { bundle, level, approver, approved_at, control_code, authority })
        }
        _ => None,
    }
}
