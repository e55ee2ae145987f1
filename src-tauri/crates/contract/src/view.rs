//! From the state to what the window shows: one function a page. Pure, so that every page can be
//! tested without a window.

use crate::approval::{ReporterLogin, approval, reporter_login, set_aside};
use crate::asked::asked;
use crate::pages::{CaseHead, Hidden, Page, Saved, Step, StepName, StepState};
use crate::summary::{
    self, connection_summary, delivery, draft_summary, lookup, missing, need_name, preview,
    reporter, terms,
};
use crate::{
    FieldProblem, View, broker, cases, documents, preflight, receipts, search, timeline,
    verification,
};
use app::model::{Common, InMemory};
use app::route::CaseList;
use app::{App, CasePage, Open, Phase, Route};
use domain::case::{self, Case, Delivery, Purpose, Stage};
use domain::connection::Connection;
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, Role};
use domain::parts::{Part, problems_in};
use domain::problem::Problem;
use domain::summary::tasks;
use domain::terms::TermsShown;
use jiff::civil::Date;

/// What the view shows and the state does not hold.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The number of the view.
    pub revision: u32,
    /// The version of the program.
    pub version: &'a str,
    /// The day in Denmark.
    pub today: Date,
    /// What would be signed, where the page that is open shows it and the case is whole.
    pub to_sign: Option<ToSign>,
}

/// What would be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSign {
    /// The control code.
    pub code: ControlCode,
    /// The text that MitID shows.
    pub reference_text: String,
    /// The exact content, laid out for reading.
    pub exact: String,
}

/// What a page is made of, whatever page it is.
struct Context<'a> {
    common: &'a Common,
    open: &'a Open,
    shown: &'a Shown<'a>,
}

/// The state as the window shows it.
pub fn view(app: &App, shown: Shown<'_>) -> View {
    let (page, problem) = match &app.phase {
        Phase::ChooseEnvironment => (Page::ChooseEnvironment, None),
        Phase::Opening => (Page::Opening, None),
        Phase::ChoosePassphrase(unlocking) => {
            (Page::ChoosePassphrase { unlocking: unlocking.query.is_some() }, unlocking.problem)
        }
        Phase::Closed(closed) => {
            let (ways, unlocking) = (closed.ways, closed.unlocking);
            let page = Page::Closed {
                passphrase: ways.passphrase,
                recovery: ways.recovery,
                unlocking: unlocking.query.is_some(),
            };
            (page, unlocking.problem.or(Some(closed.problem)))
        }
        Phase::Stopped(problem) => (Page::Stopped, Some(*problem)),
        Phase::Open(open) => return Context { common: &app.common, open, shown: &shown }.view(),
    };
    View { problem: problem.map(code), ..blank(&app.common, &shown, page) }
}

fn blank(common: &Common, shown: &Shown<'_>, page: Page) -> View {
    View {
        revision: shown.revision,
        environment: common.environment.into(),
        language: common.language.into(),
        theme: common.theme.into(),
        page,
        case_count: 0,
        case: None,
        problem: None,
        problem_code: None,
        field_problems: Vec::new(),
        preflight: None,
        written: None,
        closing: common.closing.is_waiting(),
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
            Some((held, page)) => self.case_page(held, page),
            None => self.page(),
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
            case: held.map(|(held, page)| self.head(held, page)),
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
            ..blank(self.common, self.shown, page)
        }
    }

    fn preflight(&self, case: &Case) -> Option<preflight::Preflight> {
        let (language, today) = (self.common.language, self.shown.today);
        match &case.stage {
            Stage::Drafting(draft) => Some(preflight::preflight(draft, language, today)),
            Stage::Reviewing(received) => {
                Some(preflight::preflight(&Draft::to_review(&received.connection), language, today))
            }
            Stage::HandedOver(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Approved(_) => None,
        }
    }

    /// A page that belongs to no case.
    fn page(&self) -> Page {
        let (common, open, today) = (self.common, self.open, self.shown.today);
        match &open.route {
            Route::Cases(list) => cases::page(common, open, list, today),
            // A case is read before its page opens; one that is gone has none.
            Route::Case { .. } => cases::page(common, open, &CaseList::default(), today),
            Route::OpenHandOver(page) => Page::OpenHandOver {
                file: page.file.as_ref().map(|file| file.display().to_string()),
                opening: page.query.is_some(),
                administrator: page.administrator,
            },
            Route::Receipts(page) => receipts::page(open, page, today),
            Route::Verify(page) => Page::Verify {
                verification: page.verification.as_ref().map(verification::verification),
                dragging: page.dragging,
                checking: page.query.is_some(),
            },
            Route::Timeline { cvr, cases } => timeline::page(common.environment, *cvr, cases),
            Route::Mailbox(mails) => Page::Mailbox {
                mails: mails.iter().map(|(case, mail)| summary::mail(case, mail)).collect(),
            },
            Route::AboutPractice => summary::about_practice(common),
            Route::Help => Page::Help,
            Route::Settings(page) => Page::Settings {
                key: open.by.into(),
                recovery: open.ways.recovery,
                recovery_code: page.code.as_ref().map(Hidden::from),
                version: self.shown.version.to_owned(),
                update: summary::update(&common.services.update),
                register: search::register(common.services.register),
                unusable: common.services.unusable.clone(),
                approves: common.services.approves,
                broker: broker::broker(&common.services.broker),
                folder: open.copy_folder.clone(),
                uncopied: page.uncopied,
                retention: open.retention.into(),
                reporter: open.reporter.as_ref().map(summary::remembered),
            },
        }
    }

    /// The page of a case: what the person asked for where the stage has it, else the page of the
    /// stage.
    fn case_page(&self, held: &InMemory, page: &CasePage) -> Page {
        let (open, language) = (self.open, self.common.language);
        let preview = || preview(self.shown.to_sign.as_ref());
        match &held.case.stage {
            Stage::Drafting(draft) => self.draft_page(draft, page),
            Stage::HandedOver(handed) => Page::HandOver {
                logs_in: self.common.services.approves,
                to: handed.connection.representative.name.as_str().to_owned(),
                written: Some(crate::pages::HandedOver {
                    path: handed.file.path.clone(),
                    words: handed.file.words.iter().map(Hidden::from).collect(),
                    at: handed.at.to_string(),
                    login: handed
                        .login
                        .as_deref()
                        .map(|login| reporter_login(login, &handed.connection)),
                }),
                kept: None,
            },
            Stage::Reviewing(received) if *page == CasePage::Official => Page::Official {
                connection: connection_summary(&received.connection, &[], language),
            },
            Stage::Reviewing(received) => Page::Review {
                approves: self.common.services.approves,
                connection: connection_summary(&received.connection, &[], language),
                handed_over: received.handed_over.to_string(),
                terms: terms(&received.terms),
                preview: preview(),
                login: received.login.as_ref().map(|login| match login {
                    case::ReporterLogin::Proven(evidence) => {
                        reporter_login(evidence, &received.connection)
                    }
                    case::ReporterLogin::Unproven => ReporterLogin::Unproven,
                }),
            },
            Stage::Approving(approving) => {
                let login = open.login.as_ref().filter(|login| login.attempt == approving.attempt);
                Page::Approve {
                    login: login.and_then(summary::login),
                    clock: login.and_then(summary::clock_off),
                    preview: preview(),
                    hands_over: approving.purpose() == Purpose::HandOver,
                }
            }
            Stage::Confirming(confirming) => Page::Confirm {
                connection: connection_summary(&confirming.connection, &[], language),
                approval: approval(
                    &confirming.evidence,
                    &confirming.approver,
                    &confirming.connection,
                ),
            },
            Stage::Approved(approved) => {
                let mails = match &approved.delivery {
                    Delivery::Accepted(accepted) => accepted.mails.as_slice(),
                    Delivery::Sending { .. }
                    | Delivery::NotSent { .. }
                    | Delivery::Unknown { .. }
                    | Delivery::Refused { .. } => &[],
                };
                Page::Done {
                    connection: connection_summary(&approved.connection, mails, language),
                    approval: approval(
                        &approved.evidence,
                        &approved.approver,
                        &approved.connection,
                    ),
                    delivery: delivery(&approved.delivery),
                    setup_deadline: summary::setup_deadline(approved).to_string(),
                    expected: summary::expected(approved).map(|day| day.to_string()),
                    keep_until: receipts::keep_until(open, approved).to_string(),
                    receipt: held.link.as_ref().map(|link| link.number),
                    copied: receipts::copied(open, &held.case.id, held.copied.as_ref()),
                }
            }
        }
    }

    fn draft_page(&self, draft: &Draft, page: &CasePage) -> Page {
        let (common, language, today) = (self.common, self.common.language, self.shown.today);
        let is_reporter = draft.role == Some(Role::Reporter);
        match page {
            CasePage::Part(Part::Need) => Page::Need {
                answers: draft.into(),
                asks_signs_alone: draft.need.asks_signs_alone(),
                outcome: need_name(draft.need.outcome()),
            },
            CasePage::Organisation(it) => Page::Organisation {
                answers: draft.into(),
                lookup: lookup(draft, language),
                forms: preflight::forms(language, draft.typed.form_code),
                reporter_remembered: is_reporter
                    && self.open.reporter.as_ref() == Some(&draft.reporter),
                search: it.search.as_ref().map(|asked| search::search(asked, language)),
                register: search::register(common.services.register),
                listing: search::listing(&common.services.broker, self.open, it.listing.as_ref()),
            },
            CasePage::Part(Part::Representative) => Page::Representative {
                answers: draft.into(),
                candidates: draft.organisation().map(summary::candidates).unwrap_or_default(),
                reporter: is_reporter,
            },
            CasePage::Part(Part::Documents) => documents::page(draft, language, today),
            CasePage::Rules => Page::Rules { rules: preflight::rules(draft, language, today) },
            CasePage::Part(Part::Terms) => {
                Page::Terms { terms: terms(&draft.terms), reporter: is_reporter }
            }
            CasePage::Part(Part::Administrators) => Page::Administrators {
                answers: draft.into(),
                representative_name: draft.representative.name.trim().to_owned(),
                representative_email: draft.representative.email.trim().to_owned(),
            },
            CasePage::Check => self.check_page(draft),
            CasePage::Official => match Connection::parse(draft, today) {
                Ok(connection) => {
                    Page::Official { connection: connection_summary(&connection, &[], language) }
                }
                Err(_) => self.check_page(draft),
            },
            CasePage::HandOver => Page::HandOver {
                to: draft.representative.name.trim().to_owned(),
                written: None,
                logs_in: common.services.approves,
                kept: draft
                    .login
                    .as_deref()
                    .map(|login| reporter_login(&login.evidence, &login.connection)),
            },
            _ => Page::Tasks {
                tasks: tasks(draft, today).into_iter().map(Into::into).collect(),
                reporter: is_reporter,
            },
        }
    }

    fn check_page(&self, draft: &Draft) -> Page {
        let (language, today) = (self.common.language, self.shown.today);
        Page::Check {
            draft: draft_summary(draft, language, today),
            preview: preview(self.shown.to_sign.as_ref()),
            reporter: draft.role == Some(Role::Reporter),
            missing: missing(draft, today),
            approves: self.common.services.approves,
        }
    }

    fn head(&self, held: &InMemory, page: &CasePage) -> CaseHead {
        let case = &held.case;
        let approved = match &case.stage {
            Stage::Approved(approved) => Some(approved),
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_) => None,
        };
        CaseHead {
            id: case.id.0.clone(),
            name: name(case),
            cvr: cvr(case),
            steps: self.steps(case, page),
            saved: match held.saved {
                app::model::Saved::Not => Saved::Not,
                app::model::Saved::At(at) => Saved::At { at: at.to_string() },
                app::model::Saved::Failed(problem) => Saved::Failed { code: code(problem) },
            },
            reporter: case.connection().and_then(|c| c.reporter.as_ref()).map(reporter),
            deletable: matches!(
                case.stage,
                Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_)
            ),
            number: approved.and_then(|a| match &a.delivery {
                Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
                Delivery::Sending { .. }
                | Delivery::NotSent { .. }
                | Delivery::Unknown { .. }
                | Delivery::Refused { .. } => None,
            }),
            set_aside: case.set_aside.iter().map(set_aside).collect(),
        }
    }

    fn steps(&self, case: &Case, page: &CasePage) -> Vec<Step> {
        use StepState::{
            Active, Done, ForRepresentative, Later, NotSent, Open, Ready, Refused, Sending,
            Unknown, Wrong,
        };
        let today = self.shown.today;
        let opened = |terms: &TermsShown| terms.official.as_ref().map(|text| text.opened);
        let (log_in, terms, terms_at, administrators, count, approve, approved_at) = match &case
            .stage
        {
            Stage::Drafting(draft) => {
                let state =
                    |part, begun: bool| match (problems_in(draft, part, today).is_empty(), begun) {
                        (true, _) => Ready,
                        (false, true) => Active,
                        (false, false) => Open,
                    };
                let whole = Connection::parse(draft, today).is_ok();
                let opened = opened(&draft.terms.shown());
                let begun = opened.is_some() || draft.terms.summary_shown.is_some();
                let (log_in, terms) = if draft.role == Some(Role::Reporter) {
                    (ForRepresentative, ForRepresentative)
                } else {
                    (Later, state(Part::Terms, begun))
                };
                (
                    log_in,
                    terms,
                    opened,
                    state(Part::Administrators, draft.administrator_count() > 0),
                    draft.administrator_count(),
                    if whole { Open } else { Later },
                    None,
                )
            }
            Stage::HandedOver(handed) => (
                ForRepresentative,
                ForRepresentative,
                None,
                Ready,
                handed.connection.administrators.len(),
                ForRepresentative,
                None,
            ),
            Stage::Reviewing(received) => {
                let terms = if received.terms.accepted { Ready } else { Open };
                (
                    Later,
                    terms,
                    opened(&received.terms.shown()),
                    Ready,
                    received.connection.administrators.len(),
                    Open,
                    None,
                )
            }
            Stage::Approving(approving) => (
                if approving.hand_over.is_some() { ForRepresentative } else { Active },
                if approving.hand_over.is_some() { ForRepresentative } else { Ready },
                opened(&approving.connection.terms),
                Ready,
                approving.connection.administrators.len(),
                Active,
                None,
            ),
            Stage::Confirming(confirming) => {
                let (opened, count) = (
                    opened(&confirming.connection.terms),
                    confirming.connection.administrators.len(),
                );
                (Done, Ready, opened, Ready, count, Active, Some(confirming.evidence.approved_at))
            }
            Stage::Approved(approved) => {
                let at = approved.evidence.approved_at;
                let approve = match &approved.delivery {
                    Delivery::Accepted(_) => Done,
                    Delivery::Sending { .. } => Sending,
                    Delivery::NotSent { .. } => NotSent,
                    Delivery::Unknown { .. } => Unknown,
                    Delivery::Refused { .. } => Refused,
                };
                // Whom the approval names is appointed once the receiver has it.
                let administrators = if approve == Done { Done } else { Ready };
                let (opened, count) =
                    (opened(&approved.connection.terms), approved.connection.administrators.len());
                (Done, Done, opened, administrators, count, approve, Some(at))
            }
        };
        let here = match (&case.stage, page) {
            (Stage::Drafting(_), CasePage::Part(Part::Terms)) => Some(StepName::Terms),
            (Stage::Drafting(_), CasePage::Part(Part::Administrators)) => {
                Some(StepName::Administrators)
            }
            (Stage::Drafting(_), CasePage::Check | CasePage::HandOver) => Some(StepName::Approve),
            (Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_), _) => {
                Some(StepName::Approve)
            }
            _ => None,
        };
        let wrong = !self.open.notice.field_problems.is_empty();
        let at = |t: Option<domain::Timestamp>| t.map(|t| t.to_string());
        [
            (StepName::LogIn, log_in, 0, at(approved_at)),
            (StepName::Terms, terms, 0, at(terms_at)),
            (StepName::Administrators, administrators, count, None),
            (StepName::Approve, approve, 0, at(approved_at)),
        ]
        .into_iter()
        .map(|(step, state, count, at)| {
            let current = here == Some(step);
            let state = if current && wrong { Wrong } else { state };
            Step { step, state, current, count: u32::try_from(count).unwrap_or(u32::MAX), at }
        })
        .collect()
    }
}

fn draft_of(case: &Case) -> Option<&Draft> {
    match &case.stage {
        Stage::Drafting(draft) => Some(draft),
        Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Approved(_) => None,
    }
}

fn name(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => draft.organisation().map(|o| o.name.clone()),
        _ => case.connection().map(|c| c.organisation.name.clone()),
    }
}

fn cvr(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => CvrNumber::parse(&draft.cvr).ok().map(CvrNumber::in_pairs),
        _ => case.connection().map(|c| c.organisation.cvr.in_pairs()),
    }
}
