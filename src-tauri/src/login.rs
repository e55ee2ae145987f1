//! Logins in the system browser. The core lets one begin at a time; here each is led from its link
//! to its end.

use crate::engine::{Engine, fresh_token};
use crate::wiring::World;
use app::input::{CaseInput, Input, LoginInput};
use domain::case::{CaseId, Event, Evidence, Purpose, Token};
use domain::connection::Connection;
use domain::problem::Problem;
use domain::{Language, Secret};
use evidence::{ApprovalRequest, Commitment, Outcome, Verdict};
use identity::{Client, Error, Progress};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What a login is led with.
struct LoginContext {
    world: Arc<World>,
    language: Language,
    on_progress: Box<dyn FnMut(Progress) + Send>,
    cancelled: Pin<Box<dyn Future<Output = ()> + Send>>,
}

/// The login that a case asks for. What comes of it is an event of the case.
pub fn of_case(
    engine: &Engine,
    world: Arc<World>,
    case: CaseId,
    attempt: Token,
    purpose: Purpose,
    connection: &Connection,
    language: Language,
) {
    let request = ApprovalRequest::of(connection, world.environment, &case).meant_for(purpose);
    let login = |context: LoginContext| async move {
        let LoginContext { world, language, on_progress, cancelled } = context;
        let commitment = Commitment::generate(request).map_err(|_| Problem::EvidenceInvalid)?;
        let here = world.as_ref();
        let login = async |client: Client<'_>| {
            identity::approve(
                client,
                commitment,
                language,
                here,
                here,
                on_progress,
                cancelled,
                here.patience,
            )
            .await
        };
        let parts = world.parts();
        let broker = parts.broker.as_ref().ok_or(Problem::NotAllowedHere)?;
        let approval = broker.ask(login).await?;
        Ok(evidence_of(approval.bundle, approval.verdict)
            .map(Box::new)
            .ok_or(Problem::EvidenceInvalid)?)
    };
    run_login(engine, world, attempt.clone(), language, login, move |engine, outcome| {
        match fresh_token() {
            Ok(delivery) => {
                engine.notify_case(case, Event::LoginEnded { attempt, outcome, delivery })
            }
            Err(problem) => engine.notify(Input::Shown(Err(problem))),
        }
    });
}

/// Asks the broker which organisations the person may represent.
pub fn list_organisations(
    engine: &Engine,
    world: Arc<World>,
    case: CaseId,
    attempt: Token,
    language: Language,
) {
    let login = |context: LoginContext| async move {
        let LoginContext { world, language, on_progress, cancelled } = context;
        let here = world.as_ref();
        let login = async |client: Client<'_>| {
            identity::organisations(
                client,
                language,
                here,
                here,
                on_progress,
                cancelled,
                here.patience,
            )
            .await
        };
        let parts = world.parts();
        let broker = parts.broker.as_ref().ok_or(Problem::NotAllowedHere)?;
        Ok(broker.ask(login).await?)
    };
    run_login(engine, world, attempt.clone(), language, login, move |engine, outcome| {
        engine.notify(Input::Case(case, CaseInput::Listed(attempt, outcome)));
    });
}

/// Opens the link of the login in progress once more. Of two presses the later one is told last.
pub fn open_again(engine: &Engine, attempt: Token, link: &Secret) {
    engine.in_turn(|| {
        let opened = engine.desktop().open_link(link.expose()).is_ok();
        engine.notify(Input::Login(attempt, LoginInput::Reopened(opened)));
    });
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

impl From<Error> for Failed {
    fn from(trouble: Error) -> Self {
        let code = match &trouble {
            Error::NotMade { code } => Some(code.clone()).filter(|code| !code.is_empty()),
            _ => None,
        };
        Self { problem: trouble.into(), code }
    }
}

fn run_login<T: Send + 'static, F: Future<Output = Result<T, Failed>> + Send>(
    engine: &Engine,
    world: Arc<World>,
    attempt: Token,
    language: Language,
    login: impl FnOnce(LoginContext) -> F + Send + 'static,
    ended: impl FnOnce(&Engine, Result<T, Problem>) + Send + 'static,
) {
    // One word cancels it. The login before is cancelled when this one takes its place.
    let cancelled = world.begin_login();
    let task = engine.clone();
    engine.spawn(async move {
        let on_progress = {
            let (task, attempt, world) = (task.clone(), attempt.clone(), Arc::clone(&world));
            Box::new(move |progress: Progress| {
                task.notify(Input::Login(attempt.clone(), login_input(&world, progress)))
            })
        };
        let cancelled = Box::pin(async move {
            cancelled.await.ok();
        });
        let _alone = world.listening.lock().await;
        let outcome =
            login(LoginContext { world: Arc::clone(&world), language, on_progress, cancelled })
                .await;
        let outcome = outcome.map_err(|Failed { problem, code }| {
            if let Some(code) = code {
                task.notify(Input::Login(attempt, LoginInput::NotMade(code)));
            }
            problem
        });
        if !matches!(outcome, Err(Problem::LoginCancelled)) {
            // The person is in the browser, or looks at something else. Who cancels is here
            // already.
            task.desktop().come_forward();
        }
        ended(&task, outcome);
    });
}

fn login_input(world: &World, progress: Progress) -> LoginInput {
    match progress {
        Progress::Waiting(waiting) => LoginInput::Waiting {
            link: Secret::new(waiting.link),
            host: waiting.host,
            until: waiting.until,
            browser_failed: waiting.browser_failed,
        },
        Progress::OtherAnswer => LoginInput::OtherAnswer,
        Progress::ClockOff(off) => {
            world.ask_about_clock(off.go_on);
            LoginInput::ClockOff(off.offset)
        }
        Progress::Https => LoginInput::Https,
    }
}

/// The evidence as a case keeps it; only what the independent verifier gave a level counts, and
/// whether or not a name was told.
pub fn evidence_of(bundle: Vec<u8>, verdict: Verdict) -> Option<Evidence> {
    let approver = verdict.login_name();
    match (verdict.outcome, verdict.approved_at, verdict.request) {
        (Outcome::Level(level), Some(approved_at), Some(request)) => {
            let (control_code, authority) = (request.control_code(), verdict.authority);
            let clock_offset = verdict.clock_offset;
            Some(Evidence {
                bundle,
                level,
                approver,
                approved_at,
                control_code,
                authority,
                clock_offset,
            })
        }
        _ => None,
    }
}
