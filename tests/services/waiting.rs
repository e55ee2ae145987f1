//! What a change of services waits for, and what it holds up.

use crate::support::{Installation, Tilslut};
use crate::{REGISTER, choose, file, is_settled, live, offered, send, source, take};
use app::model::{InMemory, Login, LoginReason, Open, Saved};
use app::{App, Phase};
use contract::{Intent, LanguageName, Navigation, Page, ServicesIntent, SettingsIntent, View};
use domain::case::{Case, CaseId, Delivery, Stage, Token};

#[test]
fn a_login_or_a_delivery_in_progress_is_told_before_services_change() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    let at = domain::Timestamp::UNIX_EPOCH;
    let login = Login {
        case: CaseId("a".into()),
        attempt: Token("b".into()),
        reason: LoginReason::Case,
        link: None,
        host: String::new(),
        since: at,
        until: at,
        browser_failed: false,
        other_answer: false,
        https: false,
        clock_behind: None,
    };
    change(&tilslut, |open| open.login = Some(login));
    let view = send(&tilslut, ServicesIntent::Take);
    assert_eq!(view.problem.as_deref(), Some("services-login"));
    assert!(offered(&view).is_some() && is_settled(&view), "it can be taken afterwards");

    let is_sent = |case: &Case| match &case.stage {
        Stage::Approved(approved) => matches!(approved.delivery, Delivery::Sending { .. }),
        _ => false,
    };
    let case = vault::testing::cases().into_iter().find(is_sent).unwrap();
    let (id, saved) = (case.id.clone(), Saved::At(case.changed));
    change(&tilslut, |open| {
        open.login = None;
        open.cases
            .insert(id.clone(), InMemory { case, saved, link: None, copied: None, record: None });
    });
    let view = send(&tilslut, ServicesIntent::Take);
    assert_eq!(view.problem.as_deref(), Some("services-delivery"));
    change(&tilslut, |open| {
        open.cases.remove(&id);
    });
    let view = take(&tilslut);
    assert_eq!((source(&view).as_str(), view.problem), ("datafordeler", None));
}

#[test]
fn a_key_store_that_asks_the_person_holds_up_the_change_and_nothing_else() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    machine.question.ask();
    let view = send(&tilslut, ServicesIntent::Take);
    assert!(!is_settled(&view));
    // The window goes on, and so does the database.
    tilslut.go(Navigation::Settings);
    let language = LanguageName::English;
    let view = tilslut.send(Intent::Settings { intent: SettingsIntent::SetLanguage { language } });
    assert!(view.problem.is_none());
    machine.question.answer();
    let used = |view: &View| {
        matches!(&view.page, Page::Services { services, .. }
        if serde_json::to_value(services.register.source).unwrap() == "datafordeler")
    };
    tilslut.go(Navigation::Services);
    tilslut.wait("the change", used);
}

/// The state of the program, with something more in it.
fn change(tilslut: &Tilslut, change: impl FnOnce(&mut Open)) {
    let mut app = tilslut.engine.read(App::clone);
    let Phase::Open(open) = &mut app.phase else { panic!("it is open") };
    change(open);
    tilslut.engine.replace(app);
}
