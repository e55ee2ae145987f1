//! The hand-over file: written by the reporter, opened by the representative.

use crate::context::Context;
use crate::effect::{Effect, Enclosure, Store};
use crate::input::HandOverInput;
use crate::intent::HandOverIntent;
use crate::login;
use crate::model::{NewlyReceived, NotOpened, Open, Pending, Received, Saving, Then};
use crate::route::{OpenHandOver, Route};
use domain::case::{Case, CaseId, Event, HandOverFile, Stage, Token};
use domain::connection::Connection;
use domain::draft::Role;
use domain::problem::Problem;

/// The reporter wants to hand over: asks where, once the case is whole.
pub(crate) fn ask(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    logged_in: bool,
) -> Vec<Effect> {
    let prepared = match open.case(id).map(|case| &case.stage) {
        Some(Stage::Drafting(draft)) if draft.role == Some(Role::Reporter) => {
            Connection::parse(draft, context.now.today)
        }
        Some(Stage::HandedOver(handed)) => Ok(handed.connection.clone()),
        _ => return vec![],
    };
    let logged_in = logged_in && asks_for_login(open, context, id);
    let mut effects = vec![];
    let logged_in = logged_in && context.common.services.approves;
    if logged_in {
        let (is_busy, more) = login::shows_login_in_progress(open, id);
        effects = more;
        if is_busy {
            return effects;
        }
    }
    match prepared {
        Ok(connection) => {
            let connection = Box::new(connection);
            effects.push(Effect::PlaceHandOver { case: id.clone(), connection, logged_in });
        }
        Err(problems) => open.notice.field_problems = problems,
    }
    effects
}

/// A login would have to be made for the file: none is kept that no file holds yet, and none is in
/// the file that this one takes the place of.
fn asks_for_login(open: &Open, context: &Context<'_>, id: &CaseId) -> bool {
    match open.case(id).map(|case| &case.stage) {
        Some(Stage::Drafting(draft)) => Connection::parse(draft, context.now.today)
            .is_ok_and(|connection| draft.login_for(&connection).is_none()),
        _ => false,
    }
}

/// The place was chosen and the words were drawn.
pub(crate) fn placed(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    outcome: Result<HandOverFile, Problem>,
    attempt: Option<Token>,
) -> Vec<Effect> {
    let file = match outcome {
        Ok(file) => file,
        Err(problem) => {
            open.tell(problem);
            return vec![];
        }
    };
    let mut effects = vec![];
    if attempt.is_some() && asks_for_login(open, context, id) {
        // Another login may have begun while the dialog was open.
        let (is_busy, more) = login::shows_login_in_progress(open, id);
        effects = more;
        if is_busy {
            return effects;
        }
    }
    effects.extend(open.apply(context, id, [Event::HandOverAsked { file, attempt }]));
    effects
}

pub(crate) fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    intent: HandOverIntent,
) -> Vec<Effect> {
    match intent {
        HandOverIntent::Choose => vec![Effect::ChooseHandOver],
        HandOverIntent::Open(words) => {
            let Route::OpenHandOver(OpenHandOver { file: Some(file), query, administrator }) =
                &mut open.route
            else {
                return vec![];
            };
            *administrator = None;
            let asked = context.common.next_query_id(context.now.at);
            *query = Some(asked);
            let effect = Effect::OpenHandOver(asked, file.clone(), words);
            open.notice.problem = None;
            vec![effect]
        }
    }
}

pub(crate) fn input(
    open: &mut Open,
    context: &mut Context<'_>,
    input: HandOverInput,
) -> Vec<Effect> {
    match input {
        HandOverInput::Chosen(file) => {
            open.go(Route::OpenHandOver(OpenHandOver {
                file: Some(file),
                ..OpenHandOver::default()
            }));
            vec![]
        }
        // The person may have gone elsewhere, or tried other words: then it is as if it had not
        // been opened.
        HandOverInput::Opened(asked, outcome) => {
            let Route::OpenHandOver(page) = &mut open.route else { return vec![] };
            if page.query != Some(asked) {
                return vec![];
            }
            page.query = None;
            match outcome {
                Ok(received) => {
                    let id = received.case.clone();
                    open.with_case(context, &id, Pending::Received(received))
                }
                Err(NotOpened { problem, administrator }) => {
                    page.administrator = administrator;
                    open.tell(problem);
                    vec![]
                }
            }
        }
    }
}

/// Keeps a case that came in a file. The same file again shows the same case; another one replaces
/// what was not approved. What a file says of its own age decides nothing: it is told, and the one
/// before can be opened again.
pub(crate) fn received(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    received: Received,
) -> Vec<Effect> {
    let known = open.case(id);
    let (replaces, problem) = match known.map(|case| &case.stage) {
        None => (true, None),
        Some(Stage::Reviewing(old)) if is_same(old, &received) => (false, None),
        Some(Stage::Reviewing(old)) if received.handed_over < old.handed_over => {
            (true, Some(Problem::HandoverOlder))
        }
        Some(Stage::Reviewing(_)) => (true, Some(Problem::HandoverChanged)),
        Some(_) => (false, Some(Problem::HandoverNotUsed)),
    };
    let is_new = known.is_none();
    match known.map(Route::home).filter(|_| !replaces) {
        Some(route) => {
            open.go(route);
            open.notice.problem = problem;
            vec![]
        }
        None => {
            let Received { connection, handed_over, login, documents, .. } = received;
            let kept = domain::case::Received::new(connection, handed_over, login);
            let case = Case::received(id.clone(), context.common.environment, kept, context.now);
            open.save_received(case, documents, is_new, problem)
        }
    }
}

/// The file says what the one before said.
fn is_same(old: &domain::case::Received, new: &Received) -> bool {
    let Received { handed_over, connection, login, .. } = new;
    (old.handed_over, &old.connection, &old.login) == (*handed_over, connection, login)
}

impl Open {
    /// The case and its documents are durable before anything is shown of them. What cannot be kept
    /// can be opened again: the file is there.
    fn save_received(
        &mut self,
        case: Case,
        documents: Vec<Enclosure>,
        is_new: bool,
        problem: Option<Problem>,
    ) -> Vec<Effect> {
        self.saving.push_back(Saving {
            next: case.clone(),
            effects: vec![domain::case::Effect::ForgetDocuments],
            unsaved: None,
            then: Then::Received(NewlyReceived { is_new, problem }),
        });
        vec![Store::SaveReceived(Box::new(case), documents).into()]
    }
}
