//! Logins in the system browser: one at a time, and shown while it is under way. A case asks for one to approve or to hand over; the page of the
//! organisation, to learn whom a person may represent.

use crate::engine::{Engine, State, fresh_token};
use crate::search;
use crate::wiring::World;
use domain::case::{CaseId, Event, Evidence, Purpose, Token};
use domain::connection::Connection;
use domain::desk::{Listing, Login, Place, Represented};
use domain::problem::Problem;
use domain::{Hidden, Language};
use evidence::{ApprovalRequest, Commitment, Outcome, Verdict};
use identity::{Client, Progress, Trouble};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// How long the app waits for a login: longer than the five minutes that MitID gives (`oidc.md` §6.2).
pub const PATIENCE: Duration = Duration::from_secs(600);

/// A login that may begin.
struct Leading {
    world: Arc<World>,
    language: Language,
    told: Box<dyn FnMut(Progress) + Send>,
    cancelled: Pin<Box<dyn Future<Output = ()> + Send>>,
}

/// The login that a case asks for. What comes of it is an event of the case.
pub fn of_case(engine: &Engine, state: &mut State, id: CaseId, attempt: Token, purpose: Purpose, connection: &Connection) {
    let request = ApprovalRequest::of(connection, state.desk.environment, &id).meant_for(purpose);
    let login = |leading: Leading| async move {
        let Leading { world, language, told, cancelled } = leading;
        let commitment = Commitment::generate(request).map_err(|_| Problem::EvidenceInvalid)?;
        let here = world.as_ref();
        let login =
            async |client: Client<'_>| identity::approve(client, commitment, language, here, here, told, cancelled, here.patience).await;
        let approval = world.broker.ask(login).await?;
        Ok(evidence_of(approval.bundle, approval.verdict).map(Box::new).ok_or(Problem::EvidenceInvalid)?)
    };
    lead(engine, state, id.clone(), attempt.clone(), login, move |engine, state, outcome| match fresh_token() {
        Ok(delivery) => engine.apply(state, &id, Event::LoginEnded { attempt, outcome, delivery }),
        Err(problem) => state.desk.problem = Some(problem),
    });
}

/// Asks the broker which organisations the person may represent, for a draft.
pub fn list_organisations(engine: &Engine, state: &mut State, id: CaseId) {
    if !state.desk.lists_organisations || state.draft(&id).is_none() || shows_under_way(state, &id) {
        return;
    }
    let attempt = match fresh_token() {
        Ok(attempt) => attempt,
        Err(problem) => {
            state.desk.problem = Some(problem);
            return;
        }
    };
    state.desk.listing = Some(Listing { case: id.clone(), attempt: attempt.clone(), outcome: None });
    let login = |leading: Leading| async move {
        let Leading { world, language, told, cancelled } = leading;
        let here = world.as_ref();
        let login = async |client: Client<'_>| identity::organisations(client, language, here, here, told, cancelled, here.patience).await;
        Ok(world.broker.ask(login).await?)
    };
    lead(engine, state, id, attempt.clone(), login, move |engine, state, outcome| listed(engine, state, &attempt, outcome));
}

/// The only organisation is taken at once where no number has been typed: the person chose it at the broker.
fn listed(engine: &Engine, state: &mut State, attempt: &Token, outcome: Result<Vec<Represented>, Problem>) {
    let Some(listing) = state.desk.listing.as_mut().filter(|listing| listing.attempt == *attempt) else { return };
    let case = listing.case.clone();
    match outcome {
        Err(Problem::LoginCancelled) => state.desk.listing = None,
        outcome => {
            let only = match outcome.as_deref() {
                Ok([only]) => Some(only.cvr),
                Ok(_) | Err(_) => None,
            };
            listing.outcome = Some(outcome);
            let is_open = state.draft(&case).is_some_and(|draft| draft.cvr.trim().is_empty());
            if let Some(only) = only.filter(|_| is_open) {
                search::take(engine, state, &case, &only.to_string());
            }
        }
    }
}

/// One login at a time: a second click shows the first, and another case waits until it is over. True when there is one. One that only lists
/// organisations is given up for another.
pub fn shows_under_way(state: &mut State, id: &CaseId) -> bool {
    let Some(login) = state.desk.login.as_ref() else { return false };
    if state.desk.listing.as_ref().is_some_and(|listing| listing.attempt == login.attempt) {
        state.desk.listing = None;
        state.desk.login = None;
        cancel(state);
        return false;
    }
    let under_way = login.case.clone();
    state.desk.go(Place::Approve(under_way.clone()));
    state.desk.problem = (under_way != *id).then_some(Problem::LoginUnderWay);
    true
}

/// Opens the link of the login under way once more.
pub fn open_browser(engine: &Engine, state: &mut State) {
    if let Some(login) = state.desk.login.as_mut()
        && let Some(link) = login.link.as_ref()
    {
        login.browser_failed = engine.desktop().open_link(&link.0).is_err();
    }
}

/// Goes on with the login under way although the computer's clock is wrong.
pub fn go_on(state: &mut State) {
    if let Some(go_on) = state.go_on.take() {
        go_on.anyway();
    }
}

/// Gives the login under way up. It may have ended in this very moment; then there is nothing left to give up.
pub fn cancel(state: &mut State) {
    if let Some(cancel) = state.cancel.take() {
        cancel.send(()).ok();
    }
}

/// Why a login did not succeed, with the broker's own code where nobody has explained it.
struct Failed {
    problem: Problem,
    code: Option<String>,
}

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Self {
        Self { problem, code: None }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        let code = match &trouble {
            Trouble::NotMade { code } => Some(code.clone()).filter(|code| !code.is_empty()),
            _ => None,
        };
        Self { problem: trouble.into(), code }
    }
}

fn lead<T: Send + 'static, F: Future<Output = Result<T, Failed>> + Send>(
    engine: &Engine,
    state: &mut State,
    case: CaseId,
    attempt: Token,
    login: impl FnOnce(Leading) -> F + Send + 'static,
    ended: impl FnOnce(&Engine, &mut State, Result<T, Problem>) + Send + 'static,
) {
    let Some(world) = state.world.clone() else { return };
    let (cancel, cancelled) = tokio::sync::oneshot::channel::<()>();
    state.cancel = Some(cancel);
    let (since, language, of) = (state.now().at, state.desk.language, case.clone());
    state.desk.login = Some(Login {
        case,
        attempt: attempt.clone(),
        link: None,
        host: String::new(),
        since,
        until: since,
        browser_failed: false,
        other_answer: false,
        https: false,
        clock_behind: None,
    });
    state.desk.login_code = None;
    let task = engine.clone();
    engine.spawn(async move {
        let told = {
            let (task, attempt) = (task.clone(), attempt.clone());
            Box::new(move |progress: Progress| task.happened(|state| heard_of(state, &attempt, progress)))
        };
        // A word when the person gives up; the sender is dropped when the cases are closed, which gives up as well.
        let cancelled = Box::pin(async move {
            cancelled.await.ok();
        });
        let _alone = world.listening.lock().await;
        let outcome = login(Leading { world: Arc::clone(&world), language, told, cancelled }).await;
        let (outcome, code) = match outcome {
            Ok(it) => (Ok(it), None),
            Err(Failed { problem, code }) => (Err(problem), code),
        };
        if !matches!(outcome, Err(Problem::LoginCancelled)) {
            // The person is in the browser, or looks at something else. Who gives up is here already, or locked the cases.
            task.desktop().come_forward();
        }
        task.happened(|state| {
            if state.desk.login.as_ref().is_some_and(|login| login.attempt == attempt) {
                state.desk.login = None;
                state.cancel = None;
                state.go_on = None;
                state.desk.login_code = code.map(|code| (of, code));
            }
            ended(&task, state, outcome);
        });
    });
}

fn heard_of(state: &mut State, attempt: &Token, progress: Progress) {
    let Some(login) = state.desk.login.as_mut().filter(|login| login.attempt == *attempt) else { return };
    match progress {
        Progress::Waiting(waiting) => {
            login.clock_behind = None;
            login.link = Some(Hidden(waiting.link));
            login.host = waiting.host;
            login.until = waiting.until;
            login.browser_failed = waiting.browser_failed;
        }
        Progress::ClockOff(off) => {
            login.clock_behind = Some(off.offset);
            state.go_on = Some(off.go_on);
        }
        Progress::OtherAnswer => login.other_answer = true,
        Progress::Https => login.https = true,
    }
}

/// The evidence as a case keeps it; only what the independent verifier gave a level counts, and whether or not a name was told.
pub fn evidence_of(bundle: Vec<u8>, verdict: Verdict) -> Option<Evidence> {
    let approver = verdict.login_name();
    match (verdict.outcome, verdict.approved_at, verdict.request) {
        (Outcome::Level(level), Some(approved_at), Some(request)) => {
            let (control_code, authority, clock_offset) = (request.control_code(), verdict.authority, verdict.clock_offset);
            Some(Evidence { bundle, level, approver, approved_at, control_code, authority, clock_offset })
        }
        _ => None,
    }
}
