//! From the state to what the window shows: one function a page. Pure, so that every page can be
//! tested without a window.

mod case;
mod context;
pub(crate) mod guide;
mod head;
mod lists;
pub(crate) mod official_mail;

use crate::asked::asked;
use crate::clock::noon;
use crate::pages::Page;
use crate::{FieldProblem, View, log, preflight, services};
use app::model::{Common, LogPage};
use app::{App, Phase, Route};
use context::Context;
use domain::case::{Case, Stage};
use domain::draft::Draft;
use domain::problem::Problem;

pub use crate::summary::ToSign;
pub use context::Shown;

/// The state as the window shows it.
pub fn view(app: &App, shown: Shown<'_>) -> View {
    if let Some(page) = &app.common.log {
        return log_over(app, page, &shown);
    }
    let (page, problem) = match &app.phase {
        Phase::ChooseEnvironment => (Page::ChooseEnvironment, None),
        Phase::ProfileUnread => {
            (Page::ProfileUnread { profiles: services::unread(&app.common.services) }, None)
        }
        Phase::Opening(told) => (Page::Opening, *told),
        Phase::ChoosePassphrase(unlocking) => {
            (Page::ChoosePassphrase { unlocking: unlocking.query.is_some() }, unlocking.problem)
        }
        Phase::Closed(closed) => {
            let (ways, unlocking) = (closed.ways, closed.unlocking);
            let page = Page::Closed {
                why: code(closed.problem),
                key_store: ways.key_store,
                passphrase: ways.passphrase,
                recovery: ways.recovery,
                unlocking: unlocking.query.is_some(),
            };
            (page, unlocking.problem.or(Some(closed.problem)))
        }
        Phase::Older(older) => {
            let (missing, opening) = (older.into(), older.opening.is_some());
            (Page::Older { missing, opening }, None)
        }
        Phase::Damaged(damaged) => (Page::Damaged { damaged: damaged.into() }, None),
        Phase::Stopped(problem) => (Page::Stopped, Some(*problem)),
        Phase::Open(open) => return Context { common: &app.common, open, shown: &shown }.view(),
    };
    View { problem: problem.map(code), ..blank(&app.common, &shown, page) }
}

/// The log lies over the page that it was opened from, which goes on below.
fn log_over(app: &App, page: &LogPage, shown: &Shown<'_>) -> View {
    let open = app.open();
    let problem = page.problem.or(open.and_then(|open| open.notice.problem));
    View {
        case_count: open.map_or(0, |open| open.total),
        problem: problem.map(code),
        written: page.written.clone(),
        locking: open.is_some_and(|open| open.locking.is_some()),
        ..blank(&app.common, shown, log::page(page, open.is_none()))
    }
}

fn blank(common: &Common, shown: &Shown<'_>, page: Page) -> View {
    View {
        revision: shown.revision,
        environment: common.environment.into(),
        language: common.language.into(),
        theme: common.theme.into(),
        today: noon(shown.today),
        page,
        case_count: 0,
        case: None,
        problem: None,
        problem_code: None,
        field_problems: Vec::new(),
        preflight: None,
        written: None,
        moved: None,
        closing: common.closing.is_waiting(),
        locking: false,
    }
}

fn code(problem: Problem) -> String {
    problem.code().to_owned()
}

impl Context<'_> {
    fn view(&self) -> View {
        let notice = &self.open.notice;
        let held = match &self.open.route {
            Route::Case { id, page } => self.open.cases.get(id).map(|held| (held, page)),
            _ => None,
        };
        let case = held.map(|(held, _)| &held.case);
        let page = match held {
            Some((held, page)) => case::page(self, held, page),
            None => lists::page(self),
        };
        let problem = notice.problem.or(case.and_then(|case| case.problem));
        let of_login =
            self.open.login_code.as_ref().filter(|(of, _)| case.is_some_and(|case| case.id == *of));
        View {
            case_count: self.open.total,
            problem: problem.map(code),
            problem_code: of_login
                .filter(|_| problem == Some(Problem::LoginNotMade))
                .map(|(_, code)| code.clone()),
            case: held.map(|(held, page)| head::head(self, held, page)),
            field_problems: notice
                .field_problems
                .iter()
                .map(|it| FieldProblem {
                    field: it.field.clone(),
                    code: code(it.problem),
                    asked: asked(&it.field, case.and_then(draft_of)),
                })
                .collect(),
            preflight: case.and_then(|case| self.preflight(case)),
            written: notice.written.clone(),
            moved: notice.moved.as_ref().map(Into::into),
            locking: self.open.locking.is_some(),
            ..blank(self.common, self.shown, page)
        }
    }

    fn preflight(&self, case: &Case) -> Option<preflight::Preflight> {
        let (language, today) = (self.common.language, self.shown.today);
        let judge =
            |draft: &Draft| preflight::preflight(draft, &case.facts(draft, today), language, today);
        match &case.stage {
            Stage::Drafting(draft) => Some(judge(draft)),
            Stage::Reviewing(received) => Some(judge(&Draft::to_review(&received.connection))),
            Stage::HandedOver(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Guided(_)
            | Stage::Approved(_) => None,
        }
    }
}

fn draft_of(case: &Case) -> Option<&Draft> {
    match &case.stage {
        Stage::Drafting(draft) => Some(draft),
        Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Guided(_)
        | Stage::Approved(_) => None,
    }
}
