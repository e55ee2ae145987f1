//! Practice and live in one window: chosen at the first start, remembered, changed without starting
//! anew, and kept apart. Live works with nothing set up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::model::{InMemory, Open, Saved};
use app::{App, Phase};
use contract::answers::{Answers, Organisation, RoleName};
use contract::pages::{Delivery, Lookup};
use contract::{
    CaseIntent, CasesIntent, EnvironmentName, Intent, Navigation, Page, PartName, SettingsIntent,
    VaultIntent, View,
};
use domain::Environment;
use domain::case::{Case, Delivery as Sent, Stage};
use shell::remembered;
use support::{Installation, METTE, NORDLYS, Tilslut};

fn use_environment(tilslut: &Tilslut, environment: EnvironmentName) -> View {
    tilslut.send(Intent::Settings { intent: SettingsIntent::UseEnvironment { environment } });
    tilslut.wait("the other environment", |view| {
        view.environment == environment && !matches!(view.page, Page::Opening)
    })
}

fn cases(tilslut: &Tilslut) -> u32 {
    match tilslut.go(Navigation::Cases).page {
        Page::Cases { total, .. } => total,
        page => panic!("not the cases: {page:?}"),
    }
}

/// A live case of an organisation that was typed by hand.
fn typed(tilslut: &Tilslut) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let answers = Organisation {
        by_hand: true,
        typed_name: "Skovgaard Snedkeri ApS".into(),
        typed_form: Some(80),
        ..support::organisation(NORDLYS, Some(RoleName::Representative))
    };
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    tilslut.answer(&case, Answers::Organisation(answers));
    case
}

#[test]
fn nothing_is_opened_or_made_before_the_person_has_chosen() {
    let machine = Installation::new();
    let tilslut = machine.start_first(None);
    assert!(matches!(tilslut.view().page, Page::ChooseEnvironment));
    assert!(!machine.folder.exists(), "not even a folder");
    assert!(machine.store.accounts().is_empty());
    let view = use_environment(&tilslut, EnvironmentName::Live);
    assert!(matches!(view.page, Page::Cases { total: 0, .. }));
    assert_eq!(remembered::environment(&machine.folder), Some(Environment::Live));
}

#[test]
fn each_environment_keeps_its_own_cases_and_the_last_one_is_used_again() {
    let machine = Installation::new();
    let tilslut = machine.start_first(None);
    use_environment(&tilslut, EnvironmentName::Practice);
    tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    assert_eq!(cases(&tilslut), 1);
    use_environment(&tilslut, EnvironmentName::Live);
    assert_eq!(cases(&tilslut), 0, "practice cases are not among the live ones");
    typed(&tilslut);
    typed(&tilslut);
    assert_eq!(cases(&tilslut), 2);
    use_environment(&tilslut, EnvironmentName::Practice);
    assert_eq!(cases(&tilslut), 1);
    use_environment(&tilslut, EnvironmentName::Live);
    drop(tilslut);
    assert_eq!(remembered::environment(&machine.folder), Some(Environment::Live));
    let again = machine.start_first(None);
    again.wait("the live cases", |view| matches!(view.page, Page::Cases { total: 2, .. }));
}

#[test]
fn what_is_typed_when_the_person_goes_over_is_there_when_they_come_back() {
    let machine = Installation::new();
    let tilslut = machine.start_first(None);
    use_environment(&tilslut, EnvironmentName::Live);
    let case = typed(&tilslut);
    use_environment(&tilslut, EnvironmentName::Practice);
    use_environment(&tilslut, EnvironmentName::Live);
    tilslut.go(Navigation::Part { case, part: PartName::Organisation });
    let view = tilslut.wait("the page", |view| matches!(view.page, Page::Organisation { .. }));
    let Page::Organisation { answers, lookup, .. } = view.page else { panic!("organisation") };
    assert_eq!(answers.typed_name, "Skovgaard Snedkeri ApS");
    assert!(matches!(lookup, Lookup::Typed { .. }), "{lookup:?}");
}

#[test]
fn closed_cases_do_not_keep_the_other_environment_closed() {
    let machine = Installation::new();
    let tilslut = machine.start_first(Some(Environment::Practice));
    let view = tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    assert!(matches!(view.page, Page::Closed { .. }), "{:?}", view.page);
    let view = use_environment(&tilslut, EnvironmentName::Live);
    assert!(matches!(view.page, Page::Cases { .. }), "{:?}", view.page);
    let view = use_environment(&tilslut, EnvironmentName::Practice);
    assert!(
        matches!(view.page, Page::Closed { .. }),
        "going away unlocks nothing: {:?}",
        view.page
    );
    tilslut.send(Intent::Vault { intent: VaultIntent::TryKeyStore });
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
}

#[test]
fn a_login_in_progress_is_not_thrown_away() {
    let machine = Installation::new();
    let tilslut = machine.start_first(Some(Environment::Practice));
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Check { case: case.clone() });
    let _login = tilslut.approve(&case);
    let view = tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Live },
    });
    assert_eq!(view.environment, EnvironmentName::Practice);
    assert_eq!(view.problem.as_deref(), Some("environment-login"));
}

/// The state of the program, with something more in it.
fn change(tilslut: &Tilslut, change: impl FnOnce(&mut Open)) {
    let mut app = tilslut.engine.read(App::clone);
    let Phase::Open(open) = &mut app.phase else { panic!("it is open") };
    change(open);
    tilslut.engine.replace(app);
}

#[test]
fn a_delivery_in_progress_is_told_before_anything_is_left() {
    let machine = Installation::new();
    let tilslut = machine.start_first(Some(Environment::Practice));
    let is_sent = |case: &Case| match &case.stage {
        Stage::Approved(approved) => matches!(approved.delivery, Sent::Sending { .. }),
        _ => false,
    };
    let case = vault::testing::cases().into_iter().find(is_sent).unwrap();
    let (id, saved) = (case.id.clone(), Saved::At(case.changed));
    change(&tilslut, |open| {
        open.cases.insert(id, InMemory { case, saved, link: None, copied: None, record: None });
    });
    let view = tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Live },
    });
    assert_eq!(view.environment, EnvironmentName::Practice);
    assert_eq!(view.problem.as_deref(), Some("environment-delivery"));
}

#[test]
fn what_cannot_be_saved_keeps_the_person_where_it_is() {
    let machine = Installation::new();
    let tilslut = machine.start_first(Some(Environment::Live));
    let case = typed(&tilslut);
    // The database is gone from under the program, as when a disk is pulled out.
    tilslut.engine.set_vault(None);
    let answers = Answers::Organisation(Organisation {
        by_hand: true,
        typed_name: "Kanariefugl ApS".into(),
        typed_form: Some(80),
        ..support::organisation(NORDLYS, Some(RoleName::Representative))
    });
    tilslut.answer(&case, answers);
    let view = tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Practice },
    });
    assert_eq!(view.environment, EnvironmentName::Live);
    assert!(view.problem.is_some(), "it is told");
    let Page::Organisation { answers, .. } = view.page else { panic!("organisation") };
    assert_eq!(answers.typed_name, "Kanariefugl ApS", "what was typed is still there");
}

#[test]
fn live_with_nothing_set_up_asks_nobody_and_leads_to_the_official_site() {
    let machine = Installation::new();
    let tilslut = machine.start_first(Some(Environment::Live));
    let case = typed(&tilslut);
    let Page::Organisation { register, lookup, .. } =
        tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation }).page
    else {
        panic!("organisation")
    };
    assert_eq!(serde_json::to_value(register.source).unwrap(), "typed");
    assert!(!register.searches && matches!(lookup, Lookup::Typed { .. }));
    // Asked for by a window that is behind, it is not asked either.
    let view = tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::LookUp });
    let Page::Organisation { lookup, .. } = view.page else { panic!("organisation") };
    assert!(matches!(lookup, Lookup::Typed { .. }), "{lookup:?}");
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::OpenRegister });
    let address = format!("https://datacvr.virk.dk/enhed/virksomhed/{NORDLYS}");
    tilslut.wait_for_link(&address);
    let view = tilslut.go(Navigation::Check { case: case.clone() });
    assert!(matches!(view.page, Page::Check { approves: false, .. }));
    let view = tilslut.send(Intent::Case { case, intent: CaseIntent::Approve });
    assert!(matches!(view.page, Page::Check { .. }), "no login begins: {:?}", view.page);
}

#[test]
fn what_was_approved_while_there_was_a_receiver_is_told_of_when_there_is_none() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare("99420863", "Poul Bakkegård Nissen", RoleName::Representative);
    tilslut.approve_as(&case, "poul");
    tilslut.delivered();
    tilslut.close();
    let again = machine.start_without_receiver();
    again.go(Navigation::Case { case: case.clone() });
    again.wait("the case", |view| matches!(view.page, Page::Done { .. }));
    again.send(Intent::Case { case, intent: CaseIntent::Deliver });
    let told = again.delivered();
    let Page::Done { delivery, .. } = told.page else { panic!("done") };
    assert!(matches!(delivery, Delivery::Unknown { .. }), "it may have arrived: {delivery:?}");
    assert_eq!(told.problem.as_deref(), Some("receiver-unknown"));
}

/// The key store of the environment that was chosen asks the person something first: who goes on to
/// the other meanwhile is told, and nothing is opened or changed by that.
#[test]
fn a_key_store_that_asks_is_answered_before_anybody_goes_over_again() {
    let machine = Installation::new();
    let tilslut = machine.start_first(None);
    use_environment(&tilslut, EnvironmentName::Live);
    typed(&tilslut);
    use_environment(&tilslut, EnvironmentName::Practice);
    machine.question.ask();
    let live = || Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Live },
    };
    tilslut.send(live());
    let view = tilslut.wait("the key store to ask", |view| {
        view.environment == EnvironmentName::Live && matches!(view.page, Page::Opening)
    });
    assert_eq!(view.problem, None);
    let view = tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Practice },
    });
    assert_eq!(view.problem.as_deref(), Some("environment-opening"));
    assert_eq!((view.environment, &view.page), (EnvironmentName::Live, &Page::Opening));
    machine.question.answer();
    let view = tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { total: 1, .. }));
    assert_eq!((view.environment, view.problem), (EnvironmentName::Live, None));
    use_environment(&tilslut, EnvironmentName::Practice);
}
