//! From what the person wants to what happens: one match, in the order of the journey.

use crate::engine::{Engine, State, fresh_id, fresh_token, home};
use crate::{bookkeeping, copies, credentials, documents, handover_file, login, receipts, search, timeline, verification, wiring};
use contract::{Answers, Goal, Intent, LanguageName, Site, ThemeName};
use domain::Hidden;
use domain::case::{Case, CaseId, Event, Stage};
use domain::connection::{Part, may_wait, parts, problems_in};
use domain::cvr::CvrNumber;
use domain::desk::{Access, Place, Update};
use domain::documents::DocumentId;
use domain::lookup::Lookup;
use domain::problem::{FieldProblem, Problem};
use domain::retention::Retention;
use vault::{Secret, Vault};

/// Does what the person wants.
pub fn carry_out(engine: &Engine, state: &mut State, intent: Intent) {
    if !matches!(intent, Intent::ReadProblem { .. }) {
        state.desk.written = None;
    }
    state.save_failed();
    match intent {
        Intent::Go { to } => go(state, to),
        Intent::Begin => begin(engine, state),
        Intent::Answer { case, answers } => answer(engine, state, CaseId(case), answers),
        Intent::Continue { case, part } => proceed(state, CaseId(case), part.into()),
        Intent::LookUp { case } => look_up(engine, state, &CaseId(case)),
        Intent::Search { case, words } => search::begin(engine, state, CaseId(case), words),
        Intent::SearchOn => search::go_on(engine, state),
        Intent::TakeFound { case, cvr } => search::take(engine, state, &CaseId(case), &cvr),
        Intent::EndSearch => state.desk.search = None,
        Intent::ListOrganisations { case } => login::list_organisations(engine, state, CaseId(case)),
        Intent::AttachDocument { case, kind } => documents::attach(engine, state, CaseId(case), kind),
        Intent::ConfirmDocument { case, document, point, holds } => {
            engine.apply(state, &CaseId(case), Event::DocumentConfirmed { document: DocumentId(document), point, holds });
        }
        Intent::RemoveDocument { case, document } => {
            engine.apply(state, &CaseId(case), Event::DocumentRemoved(DocumentId(document)));
        }
        Intent::OpenDocument { case, document } => documents::open(engine, state, &CaseId(case), document),
        Intent::OpenBoard { case } => documents::open_board(engine, state, &CaseId(case)),
        Intent::SaveBoard { case } => documents::save_board(engine, state, &CaseId(case)),
        Intent::ShowTermsSummary { case } => engine.apply(state, &CaseId(case), Event::TermsSummaryShown),
        Intent::OpenTerms { case } => open_terms(engine, state, &CaseId(case)),
        Intent::AcceptTerms { case, tick } => engine.apply(state, &CaseId(case), Event::TermsAccepted(tick)),
        Intent::Approve { case } => approve(engine, state, CaseId(case)),
        Intent::CancelLogin => login::cancel(state),
        Intent::OpenBrowser => login::open_browser(engine, state),
        Intent::BeginLoginAnew { case } => begin_login_anew(engine, state, &CaseId(case)),
        Intent::ExplainApprover { case, explanation } => {
            engine.apply(state, &CaseId(case), Event::ApproverExplained(explanation.map(Into::into)));
        }
        Intent::SetApprovalAside { case } => engine.apply(state, &CaseId(case), Event::ApprovalSetAside),
        Intent::Deliver { case } => engine.apply(state, &CaseId(case), Event::DeliveryAsked),
        Intent::HandOver { case, logged_in } => handover_file::ask(engine, state, CaseId(case), logged_in),
        Intent::TakeBack { case } => engine.apply(state, &CaseId(case), Event::TakenBack),
        Intent::ChooseHandOver => handover_file::choose(engine, state),
        Intent::OpenHandOver { words } => handover_file::open(engine, state, words),
        Intent::SaveReceipt { case } => receipts::save(engine, state, &CaseId(case)),
        Intent::OpenReceipt { case } => receipts::open(engine, state, &CaseId(case)),
        Intent::SaveEvidence { case } => receipts::save_evidence(engine, state, &CaseId(case)),
        Intent::PrintReceipts { cases } => receipts::print(engine, state, cases.into_iter().map(CaseId).collect()),
        Intent::ChooseCopyFolder => copies::choose_folder(engine, state),
        Intent::ForgetCopyFolder => copies::forget_folder(state),
        Intent::CopyReceipts => copies::make_all(engine, state),
        Intent::ExportReceipts { from, to } => bookkeeping::export(engine, state, &from, &to),
        Intent::SetRetention { years, year_ends } => set_retention(state, years, year_ends),
        Intent::OpenTimeline => timeline::open(engine, state),
        Intent::SaveTimeline => timeline::save(engine, state),
        Intent::ChooseToCheck => verification::choose(engine, state),
        Intent::CompareCode { code } => verification::compare(state, &code),
        Intent::Delete { case } => delete(state, &CaseId(case)),
        Intent::ReadProblem { case } => {
            state.desk.problem = None;
            if let Some(case) = case {
                engine.apply(state, &CaseId(case), Event::ProblemRead);
            }
        }
        Intent::ChoosePassphrase { passphrase } => wiring::choose_passphrase(engine, state, Secret::from(passphrase)),
        Intent::UnlockWithPassphrase { passphrase } => wiring::unlock_with_passphrase(engine, state, Secret::from(passphrase)),
        Intent::UnlockWithRecoveryCode { code } => wiring::unlock_with_recovery_code(engine, state, Secret::from(code)),
        Intent::TryKeyStore => wiring::open_cases(engine, state),
        Intent::Lock => wiring::lock(state),
        Intent::MakeRecoveryCode => make_recovery_code(state),
        Intent::ConfirmRecoveryCode { code } => confirm_recovery_code(state, &code),
        Intent::SetLanguage { language } => {
            state.desk.language = language.into();
            keep(state, "language", if language == LanguageName::English { "english" } else { "danish" });
        }
        Intent::SetTheme { theme } => {
            state.theme = theme;
            let word = match theme {
                ThemeName::System => "system",
                ThemeName::Light => "light",
                ThemeName::Dark => "dark",
            };
            keep(state, "theme", word);
        }
        Intent::KeepRegisterKey { user, secret, in_the_open } => {
            credentials::change_register(state, |world| world.register.keep(&user, secret, in_the_open, world.key_store.as_ref()));
        }
        Intent::ForgetRegisterKey => credentials::change_register(state, |world| world.register.forget(world.key_store.as_ref())),
        Intent::KeepBrokerKey { id, secret } => {
            let given = Secret::from(secret);
            credentials::change_broker(state, |world| world.broker.keep(&id, &given, world.key_store.as_ref()));
        }
        Intent::ChooseBrokerKey { id } => credentials::choose_key(engine, state, id),
        Intent::ForgetBrokerKey => credentials::change_broker(state, |world| world.broker.forget(world.key_store.as_ref())),
        Intent::LookForUpdate => look_for_update(engine, state),
        Intent::InstallUpdate => install_update(engine, state),
        Intent::OpenSite { site } => {
            let address = match site {
                Site::Connection => "https://mitid-erhverv.dk/tilslutning",
            };
            if engine.desktop().open_link(address).is_err() {
                state.desk.problem = Some(Problem::BrowserNotOpened);
            }
        }
    }
}

fn go(state: &mut State, to: Goal) {
    let place = match to {
        Goal::Cases => Place::Cases,
        Goal::Case { case } => match state.desk.cases.get(&CaseId(case)) {
            Some(case) => home(case),
            None => Place::Cases,
        },
        Goal::Part { case, part } => Place::Part(CaseId(case), part.into()),
        Goal::Check { case } => Place::Check(CaseId(case)),
        Goal::Rules { case } => Place::Rules(CaseId(case)),
        Goal::HandOver { case } => Place::HandOver(CaseId(case)),
        Goal::OpenHandOver => Place::OpenHandOver(None),
        Goal::Receipts => Place::Receipts,
        Goal::Verify => Place::Verify,
        Goal::Timeline { case } => match state.desk.cases.get(&CaseId(case)).and_then(Case::connection) {
            Some(connection) => Place::Timeline(connection.organisation.cvr),
            None => Place::Receipts,
        },
        Goal::Mailbox => Place::Mailbox,
        Goal::AboutPractice => Place::AboutPractice,
        Goal::Help => Place::Help,
        Goal::Settings => Place::Settings(None),
    };
    state.desk.go(place);
}

/// Opens the official text of the terms. Only a link that the browser took is noted as opened.
fn open_terms(engine: &Engine, state: &mut State, id: &CaseId) {
    let Some(address) = state.world.as_ref().map(|world| world.terms.clone()) else { return };
    if engine.desktop().open_link(&address).is_ok() {
        engine.apply(state, id, Event::TermsOpened { address });
        state.desk.field_problems.retain(|problem| problem.problem != Problem::TermsNotOpened);
        state.desk.problem = state.desk.problem.filter(|problem| *problem != Problem::BrowserNotOpened);
    } else {
        state.desk.problem = Some(Problem::BrowserNotOpened);
    }
}

fn begin(engine: &Engine, state: &mut State) {
    let Ok(id) = fresh_id().map(CaseId) else {
        state.desk.problem = Some(Problem::NotSaved);
        return;
    };
    let case = Case::begin(id.clone(), state.desk.environment, state.now());
    state.desk.go(Place::Part(id, Part::Need));
    engine.commit(state, case, Vec::new());
}

fn answer(engine: &Engine, state: &mut State, id: CaseId, answers: Answers) {
    let Some(old) = state.draft(&id) else { return };
    let new = answers.into_draft(old);
    if new == *old {
        return;
    }
    engine.apply(state, &id, Event::Answered(Box::new(new)));
    forget_answered(state, &id);
    let ready = state.draft(&id).is_some_and(|d| d.lookup == Lookup::NotYet && CvrNumber::parse(&d.cvr).is_ok());
    if ready {
        look_up(engine, state, &id);
    }
}

/// A problem at a field that has been put right is no longer said; new ones wait for "Fortsæt".
fn forget_answered(state: &mut State, id: &CaseId) {
    let Some(draft) = state.draft(id) else { return };
    let today = state.now().today;
    let left: Vec<_> = Part::ALL.into_iter().flat_map(|part| problems_in(draft, part, today)).collect();
    state.desk.field_problems.retain(|problem| left.contains(problem));
}

/// Checks one page and goes on. What can wait does not stop: it is asked for before the approval.
fn proceed(state: &mut State, id: CaseId, part: Part) {
    let Some(draft) = state.draft(&id) else { return };
    let mut stops = problems_in(draft, part, state.now().today);
    stops.retain(|problem| !may_wait(problem.problem));
    if stops.is_empty() {
        let next = parts(draft, state.now().today).into_iter().skip_while(|&p| p < part).find(|&p| p != part);
        state.desk.go(next.map_or_else(|| Place::Check(id.clone()), |next| Place::Part(id.clone(), next)));
    } else {
        state.desk.field_problems = stops;
    }
}

/// Asks the register about the number of a draft, or says what is wrong with it.
pub fn look_up(engine: &Engine, state: &mut State, id: &CaseId) {
    let Some(draft) = state.draft(id) else { return };
    if CvrNumber::parse(&draft.cvr).is_err() {
        let mut wrong = problems_in(draft, Part::Organisation, state.now().today);
        wrong.retain(|problem| problem.field == "cvr");
        state.desk.field_problems = wrong;
        return;
    }
    state.desk.field_problems.retain(|problem| problem.field != "cvr");
    let ask = state.ask();
    engine.apply(state, id, Event::LookUpAsked { ask });
}

fn approve(engine: &Engine, state: &mut State, id: CaseId) {
    if login::shows_under_way(state, &id) {
        return;
    }
    match fresh_token() {
        Ok(attempt) => engine.apply(state, &id, Event::ApprovalAsked { attempt }),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

/// The login before is given up when the new one takes its place: its link does not lead anywhere any more.
fn begin_login_anew(engine: &Engine, state: &mut State, id: &CaseId) {
    match fresh_token() {
        Ok(attempt) => engine.apply(state, id, Event::LoginAskedAnew { attempt }),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

fn delete(state: &mut State, id: &CaseId) {
    let deletable =
        state.desk.cases.get(id).is_some_and(|case| matches!(case.stage, Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_)));
    let (true, Some(vault)) = (deletable, state.vault.as_mut()) else { return };
    match vault.delete(id) {
        Ok(()) => {
            state.desk.cases.remove(id);
            state.desk.saved.remove(id);
            state.desk.go(Place::Cases);
        }
        Err(problem) => state.desk.problem = Some(problem),
    }
}

fn make_recovery_code(state: &mut State) {
    let Some(vault) = state.vault.as_mut() else { return };
    match vault.new_recovery_code() {
        Ok(code) => state.desk.go(Place::Settings(Some(Hidden(code)))),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

/// The code counts as kept once it has been typed back; until then the reminder stays.
fn confirm_recovery_code(state: &mut State, typed: &str) {
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect::<String>();
    let Place::Settings(Some(code)) = &state.desk.place else { return };
    let kept = match state.vault.as_mut() {
        Some(vault) if letters(&code.0) == letters(typed) => vault.keep_recovery_code(),
        _ => Err(Problem::RecoveryCodeWrong),
    };
    if let Err(problem) = kept {
        state.desk.problem = Some(problem);
        return;
    }
    if let Access::Open { recovery, .. } = &mut state.desk.access {
        *recovery = true;
    }
    state.desk.go(Place::Settings(None));
}

fn look_for_update(engine: &Engine, state: &mut State) {
    let Some(source) = state.world.as_ref().and_then(|world| world.update.clone()) else { return };
    state.desk.update = Update::Asking;
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let found = task.desktop().newer_version(&source);
        task.happened(|state| {
            state.desk.update = match found {
                Ok(Some(version)) => Update::Newer { version },
                Ok(None) => Update::Newest,
                Err(_) => Update::Failed,
            }
        });
    });
}

/// Only after the person has seen which version it is.
fn install_update(engine: &Engine, state: &mut State) {
    let (Some(world), Update::Newer { .. }) = (state.world.clone(), &state.desk.update) else { return };
    let Some(source) = world.update.clone() else { return };
    state.desk.update = Update::Installing;
    let task = engine.clone();
    engine.spawn_blocking(move || {
        if task.desktop().install_newer(&source).is_err() {
            task.happened(|state| state.desk.update = Update::Failed);
        }
    });
}

fn set_retention(state: &mut State, years: u16, year_ends: i8) {
    match Retention::new(years, year_ends) {
        Some(retention) => {
            state.desk.field_problems.clear();
            state.desk.retention = retention;
            keep(state, RETENTION, &format!("{years} {year_ends}"));
        }
        None => state.desk.field_problems = vec![FieldProblem::at("years", Problem::RetentionYears)],
    }
}

/// The setting that says how long receipts are kept: the years and the month.
const RETENTION: &str = "retention";

/// How long receipts are kept, as it was set.
pub fn retention(vault: &Vault) -> Option<Retention> {
    let kept = vault.setting(RETENTION)?;
    let (years, month) = kept.split_once(' ')?;
    Retention::new(years.parse().ok()?, month.parse().ok()?)
}

/// Keeps a setting, or says that it could not be kept.
pub fn keep(state: &mut State, name: &str, value: &str) {
    if let Some(vault) = state.vault.as_mut()
        && let Err(problem) = vault.set_setting(name, value)
    {
        state.desk.problem = Some(problem);
    }
}
