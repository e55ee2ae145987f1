//! What the window decides, as a table: given this, told that, then this state and these effects.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::answers::Answers;
use app::effect::{Effect, Store};
use app::input::{
    CaseInput, CloseInput, Input, LoginInput, ReceiptsInput, Stored, VerificationInput,
};
use app::intent::{
    CaseIntent, CasesIntent, Intent, LoginIntent, Navigation, ReceiptsIntent, SettingsIntent,
    VaultIntent, VerificationIntent,
};
use app::model::{Copied, QueryId};
use app::route::{CasePage, Route};
use app::update;
use domain::Environment;
use domain::case::{Case, CaseId, Event, HandOverFile, Stage, Token};
use domain::connection::Connection;
use domain::draft::{HandOverLogin, Role};
use domain::lookup::Lookup;
use domain::need::{NeedAnswers, People};
use domain::organisation::Represented;
use domain::parts::Part;
use domain::problem::Problem;
use engine::drafts::{CVR, drafting, organisation, whole};
use engine::steps::{attempt_of, go, id, number, page, with_draft};
use engine::{Engine, evidence};
use std::path::PathBuf;

/// A draft in which something was answered, but no number.
fn begun() -> domain::draft::Draft {
    let need = NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() };
    domain::draft::Draft { need, ..domain::draft::Draft::default() }
}

#[test]
fn a_new_case_is_kept_from_its_first_answer_to_its_last() {
    let mut engine = Engine::open([]);
    engine.intent(Intent::Cases(CasesIntent::Begin));
    assert_eq!(page(&engine), &CasePage::Part(Part::Need));
    let case = engine.route().case().unwrap().clone();
    assert_eq!((engine.stored.len(), engine.state().total), (0, 0), "nothing was answered");
    let need = |people| Answers::Need(NeedAnswers { people, ..NeedAnswers::default() });
    engine.of_case(&case, CaseIntent::Answer(need(Some(People::Several))));
    assert_eq!((engine.stored.len(), engine.state().total), (1, 1));
    engine.of_case(&case, CaseIntent::Answer(need(None)));
    engine.intent(go(Navigation::Cases));
    assert_eq!((engine.stored.len(), engine.state().total), (0, 0), "every answer was taken back");
    assert!(engine.take().is_empty());
}

#[test]
fn a_whole_number_is_asked_about_at_once_and_saved_with_the_answers_in_one_write() {
    let mut engine = Engine::open([drafting(domain::draft::Draft::default())]);
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    engine.of_case(&id(), CaseIntent::Answer(number("1374")));
    assert!(engine.take().is_empty(), "not whole yet");
    engine.of_case(&id(), CaseIntent::Answer(number(CVR)));
    let effects = engine.take();
    let [Effect::LookUp(case, query, cvr)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((case, cvr.to_string().as_str()), (&id(), CVR));
    engine.event(
        &id(),
        Event::LookedUp {
            ask: query.0,
            outcome: Ok(Box::new(organisation(domain::organisation::Status::Active))),
        },
    );
    let Stage::Drafting(draft) = engine.kept(&id()) else { panic!("still a draft") };
    assert!(matches!(draft.lookup, Lookup::Found(_)));
}

#[test]
fn the_answer_to_an_older_question_is_dropped() {
    let mut engine = Engine::open([drafting(domain::draft::Draft::default())]);
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    for words in ["nordlys", "tømrer"] {
        engine.of_case(&id(), CaseIntent::Search(words.into()));
    }
    let asked: Vec<QueryId> = engine
        .take()
        .iter()
        .map(|effect| match effect {
            Effect::Search { query, .. } => *query,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(asked[0] < asked[1]);
    engine.input(Input::Case(id(), CaseInput::Found(asked[0], Err(Problem::RegisterDown))));
    let CasePage::Organisation(page) = page(&engine) else {
        panic!("the page of the organisation")
    };
    assert_eq!(
        page.search.as_ref().map(|search| (search.query, search.problem)),
        Some((Some(asked[1]), None))
    );
}

#[test]
fn leaving_a_page_ends_what_only_it_has() {
    let mut engine = Engine::open([drafting(begun())]);
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    engine.of_case(&id(), CaseIntent::Search("nordlys".into()));
    engine.of_case(&id(), CaseIntent::ListOrganisations);
    let attempt = attempt_of(&engine.take());
    assert!(engine.state().login.is_some());
    engine.intent(go(Navigation::Help));
    assert_eq!(engine.take(), [Effect::CancelLogin]);
    assert!(engine.state().login.is_none());
    engine.intent(go(Navigation::Part(id(), Part::Organisation)));
    let listed =
        Ok(vec![Represented { cvr: domain::cvr::CvrNumber::parse(CVR).unwrap(), name: None }]);
    engine.input(Input::Case(id(), CaseInput::Listed(attempt, listed)));
    let CasePage::Organisation(page) = page(&engine) else {
        panic!("the page of the organisation")
    };
    assert_eq!((&page.search, &page.listing), (&None, &None));
    assert!(engine.take().is_empty(), "what was asked before is not taken now");
}

#[test]
fn one_login_at_a_time_and_a_second_click_shows_the_first() {
    let mut other = drafting(whole(Role::Representative));
    other.id = CaseId("b".repeat(32));
    let mut engine = Engine::open([drafting(whole(Role::Representative)), other.clone()]);
    engine.of_case(&id(), CaseIntent::Approve);
    let attempt = attempt_of(&engine.take());
    engine.of_case(&id(), CaseIntent::Approve);
    assert_eq!((engine.take(), engine.state().notice.problem), (vec![], None));
    engine.of_case(&other.id, CaseIntent::Approve);
    assert_eq!(
        (engine.take(), engine.state().notice.problem),
        (vec![], Some(Problem::LoginUnderWay))
    );
    assert_eq!(engine.route(), &Route::Case { id: id(), page: CasePage::Approve });
    engine.input(Input::Login(Token("another".into()), LoginInput::OtherAnswer));
    assert!(!engine.state().login.as_ref().unwrap().other_answer, "it is of another login");
    engine.intent(Intent::Login(LoginIntent::Cancel));
    assert_eq!(engine.take(), [Effect::CancelLogin]);
    let cancelled = Event::LoginEnded {
        attempt,
        outcome: Err(Problem::LoginCancelled),
        delivery: Token("d".into()),
    };
    engine.event(&id(), cancelled);
    assert!(engine.state().login.is_none());
    engine.of_case(&other.id, CaseIntent::Approve);
    assert_eq!(engine.take().len(), 1);
}

#[test]
fn a_login_that_is_kept_is_not_held_back_by_one_of_another_case() {
    let reporters = |kept: bool| {
        let mut draft = whole(Role::Reporter);
        let connection = Connection::parse(&draft, Engine::open([]).now().today).unwrap();
        draft.login = kept.then(|| Box::new(HandOverLogin { connection, evidence: *evidence() }));
        Case { id: CaseId("b".repeat(32)), ..drafting(draft) }
    };
    for kept in [true, false] {
        let case = reporters(kept);
        let mut engine = Engine::open([drafting(whole(Role::Representative)), case.clone()]);
        engine.of_case(&id(), CaseIntent::Approve);
        engine.take();
        engine.of_case(&case.id, CaseIntent::HandOver { logged_in: true });
        let effects = engine.take();
        if !kept {
            assert_eq!(
                (effects, engine.state().notice.problem),
                (vec![], Some(Problem::LoginUnderWay))
            );
            continue;
        }
        let [Effect::PlaceHandOver { logged_in, .. }] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        assert!(!logged_in, "no other login is made");
        // Also where one was asked for before the first could be kept.
        let file = HandOverFile { path: "x.tilslut".into(), words: vec![] };
        let placed = CaseInput::HandOverPlaced(Ok(file), Some(Token("another".into())));
        engine.input(Input::Case(case.id.clone(), placed));
        let effects = engine.take();
        assert!(
            matches!(effects.as_slice(), [Effect::WriteHandOver { login: Some(_), .. }]),
            "{effects:?}"
        );
        assert!(engine.state().login.is_some(), "the other login goes on");
    }
}

#[test]
fn the_newest_file_counts_whatever_an_earlier_one_says_later() {
    let mut engine = Engine::open([]);
    for name in ["a.pdf", "b.pdf"] {
        engine.input(Input::Verification(VerificationInput::File(PathBuf::from(name))));
    }
    let effects = engine.take();
    let [Effect::Check(first, _), Effect::Check(second, _)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    for (query, shown) in
        [(second, Some(Problem::CheckUnreadable)), (first, Some(Problem::CheckUnreadable))]
    {
        let problem =
            if query == first { Problem::CheckTooLarge } else { Problem::CheckUnreadable };
        engine.input(Input::Verification(VerificationInput::Checked(*query, Err(problem))));
        assert_eq!(engine.state().notice.problem, shown);
    }
    engine.intent(Intent::Verification(VerificationIntent::CompareCode("x".into())));
    assert_eq!(engine.state().notice.field_problems[0].problem, Problem::ProofWithoutFile);
}

/// However many were copied since the window was told: each outcome counts, and the list is asked
/// for once.
#[test]
fn what_came_of_many_copies_is_taken_in_at_once() {
    let mut engine = Engine::open([]);
    engine.input(Input::Receipts(ReceiptsInput::FolderChosen(Ok("folder".into()))));
    engine.take();
    engine.intent(go(Navigation::Receipts));
    let case = |number: u32| CaseId(number.to_string());
    let copied = |number: u32| Copied { path: number.to_string(), accepted: true };
    let failed = |number: u32| (case(number), Err(Problem::CopyNotMade));
    engine.input(Input::Receipts(ReceiptsInput::Copied(
        "folder".into(),
        vec![failed(1), failed(2), failed(3)],
    )));
    let group = vec![(case(1), Ok(copied(1))), failed(4), (case(3), Ok(copied(3)))];
    // Another folder was chosen since.
    engine.input(Input::Receipts(ReceiptsInput::Copied("another".into(), group.clone())));
    assert_eq!(engine.state().copy_failures.len(), 3);
    let now = engine.now();
    let effects = update(
        &mut engine.app,
        Input::Receipts(ReceiptsInput::Copied("folder".into(), group)),
        now,
    );
    assert_eq!(effects, [Effect::Store(Store::ListReceipts(0))]);
    assert_eq!(
        engine.state().copy_failures.keys().cloned().collect::<Vec<_>>(),
        [case(2), case(4)]
    );
}

/// Whatever rows are shown, and however many cases stand before them.
#[test]
fn the_front_page_knows_which_cases_need_attention_beside_the_rows_that_it_shows() {
    let case = |number: u32| Case { id: CaseId(format!("{number:032x}")), ..drafting(begun()) };
    let failed = |number| Case { problem: Some(Problem::RegisterSlow), ..case(number) };
    let mut engine = Engine::open((0..70).map(case).chain((70..77).map(failed)));
    engine.intent(go(Navigation::Cases));
    let Route::Cases(list) = engine.route() else { panic!("the cases") };
    assert!(
        list.rows.rows.len() == 60 && list.rows.rows.iter().all(|row| !row.summary.needs_attention)
    );
    let named: Vec<CaseId> = list.attention.rows.iter().map(|row| row.summary.id.clone()).collect();
    assert_eq!(
        (named, list.attention.matching),
        ((70..75).map(|number| case(number).id).collect(), 7)
    );
}

#[test]
fn an_export_tells_how_far_it_is_can_be_cancelled_and_ends_with_its_page() {
    let mut engine = Engine::open([]);
    engine.intent(go(Navigation::Receipts));
    let export = |from: &str, to: &str| {
        Intent::Receipts(ReceiptsIntent::Export { from: from.into(), to: to.into() })
    };
    for (from, to, problem) in
        [("x", "", Problem::PeriodDay), ("2026-02-01", "2026-01-01", Problem::PeriodBackwards)]
    {
        engine.intent(export(from, to));
        assert_eq!(engine.state().notice.field_problems[0].problem, problem);
    }
    engine.intent(export("2026-01-01", "2026-12-31"));
    let effects = engine.take();
    let [Effect::Export(query, period)] = effects.as_slice() else { panic!("{effects:?}") };
    engine.input(Input::Receipts(ReceiptsInput::Exporting(*query, 3, 1000)));
    let Route::Receipts(receipts) = engine.route() else { panic!("the receipts") };
    assert_eq!(receipts.export.map(|export| (export.done, export.of)), Some((3, Some(1000))));
    engine.intent(Intent::Receipts(ReceiptsIntent::CancelExport));
    assert_eq!(engine.take(), [Effect::CancelExport(*query)]);
    engine.input(Input::Receipts(ReceiptsInput::Exported(*query, *period, Ok(None))));
    let Route::Receipts(receipts) = engine.route() else { panic!("the receipts") };
    assert_eq!(receipts.export, None);
}

#[test]
fn the_tasks_are_shown_while_a_problem_of_the_case_is_unread() {
    let mut engine = with_draft();
    engine.of_case(&id(), CaseIntent::Approve);
    let attempt = attempt_of(&engine.take());
    let failed = Event::LoginEnded {
        attempt,
        outcome: Err(Problem::LoginRefused),
        delivery: Token("d".into()),
    };
    engine.event(&id(), failed);
    assert_eq!(page(&engine), &CasePage::Check, "where it was approved");
    engine.intent(go(Navigation::Case(id())));
    assert_eq!(page(&engine), &CasePage::Tasks);
    assert_eq!(
        engine.state().case(&id()).and_then(|case: &Case| case.problem),
        Some(Problem::LoginRefused)
    );
}

#[test]
fn what_belongs_to_a_phase_that_is_over_changes_nothing() {
    let mut engine = with_draft();
    engine.intent(Intent::Vault(VaultIntent::Lock));
    engine.take();
    let before = engine.app.clone();
    let now = engine.now();
    for input in [
        Input::Intent { intent: Intent::Cases(CasesIntent::Begin), fresh: Token("x".into()) },
        Input::Case(id(), CaseInput::Event(Box::new(Event::TermsSummaryShown))),
        Input::Verification(VerificationInput::File(PathBuf::from("a.pdf"))),
        Input::Ending,
    ] {
        assert_eq!(update(&mut engine.app, input, now), []);
        assert_eq!(engine.app, before);
    }
}

#[test]
fn the_window_closes_once_the_page_has_sent_what_was_typed_and_warns_once_of_what_is_not_saved() {
    let mut engine = with_draft();
    let close = |engine: &mut Engine| {
        engine.input(Input::Close(CloseInput::Requested));
        let effects = engine.take();
        let [Effect::AwaitPage(attempt)] = effects.as_slice() else { panic!("{effects:?}") };
        *attempt
    };
    close(&mut engine);
    engine.fails = Some(Problem::DiskFull);
    engine.of_case(&id(), CaseIntent::Answer(number("1374")));
    engine.intent(go(Navigation::CloseWindow));
    assert_eq!((engine.take(), engine.state().notice.problem), (vec![], Some(Problem::DiskFull)));
    engine.fails = None;
    engine.intent(go(Navigation::Case(id())));
    engine.fails = Some(Problem::DiskFull);
    engine.of_case(&id(), CaseIntent::Answer(number("13748")));
    let attempt = close(&mut engine);
    engine.input(Input::Close(CloseInput::Overdue(attempt)));
    assert_eq!(engine.take(), [], "it was saved between, so this is news");
    let attempt = close(&mut engine);
    engine.input(Input::Close(CloseInput::Overdue(attempt)));
    assert_eq!(engine.take(), [Effect::CloseWindow], "the person has been told");
}

fn use_live() -> Input {
    let intent = Intent::Settings(SettingsIntent::UseEnvironment(Environment::Live));
    Input::Intent { intent, fresh: Token("f".repeat(32)) }
}

/// A person answers and goes over while that is being saved.
fn going_over_while_saving() -> (Engine, Vec<Effect>) {
    let mut engine = Engine::open([drafting(whole(Role::Representative))]);
    engine.intent(Intent::Navigation(Navigation::Check(id())));
    let now = engine.now();
    let draft = domain::draft::Draft { cvr: "24256790".into(), ..whole(Role::Representative) };
    let answered = Input::Case(id(), CaseInput::Event(Box::new(Event::Answered(Box::new(draft)))));
    let saves = update(&mut engine.app, answered, now);
    assert!(matches!(saves.as_slice(), [Effect::Store(Store::Save(_)), ..]), "{saves:?}");
    let effects = update(&mut engine.app, use_live(), now);
    (engine, effects)
}

/// What is being saved is waited for, and that is said; then the other environment is opened.
#[test]
fn who_goes_over_while_something_is_saved_is_told_and_goes_over_then() {
    let (mut engine, effects) = going_over_while_saving();
    assert_eq!(effects, [], "nothing is left yet");
    assert_eq!(engine.state().notice.problem, Some(Problem::EnvironmentSaving));
    assert_eq!(engine.app.common.environment, Environment::Practice);
    let now = engine.now();
    let saved = Input::Stored(Stored::Saved(id(), Ok(None)));
    let effects = update(&mut engine.app, saved, now);
    let over = [Effect::CloseVault, Effect::UseEnvironment(Environment::Live)];
    assert!(effects.ends_with(&over), "{effects:?}");
}

#[test]
fn who_goes_over_and_cannot_save_stays_with_everything_and_is_told_why() {
    let (mut engine, _) = going_over_while_saving();
    let now = engine.now();
    let failed = Input::Stored(Stored::Saved(id(), Err(Problem::DiskFull)));
    let effects = update(&mut engine.app, failed, now);
    assert!(!effects.contains(&Effect::CloseVault), "{effects:?}");
    assert_eq!(engine.app.common.environment, Environment::Practice);
    assert_eq!(engine.state().notice.problem, Some(Problem::DiskFull));
    let Some(Stage::Drafting(draft)) = engine.state().case(&id()).map(|case| &case.stage) else {
        panic!("a draft")
    };
    assert_eq!(draft.cvr, "24256790", "nothing typed is lost");
}
