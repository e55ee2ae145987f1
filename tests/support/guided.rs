//! Being guided through the official site, and what is stated of it, as a person does both.

use super::{Installation, NORDLYS, Tilslut, administrators, organisation};
use contract::answers::{
    AnswerName, Answers, Born, Need, Organisation, PeopleName, Representative, RoleName,
};
use contract::pages::{OutcomeName, StatedOutcome};
use contract::{
    CaseIntent, CasesIntent, EnvironmentName, GuideIntent, Intent, Navigation, OutcomeAnswers,
    Page, PartName, SettingsIntent, View,
};
use domain::person::TypedDate;

pub fn live(machine: &Installation) -> Tilslut {
    let tilslut = machine.start_first(None);
    let environment = EnvironmentName::Live;
    tilslut.send(Intent::Settings { intent: SettingsIntent::UseEnvironment { environment } });
    tilslut.wait("live", |view| matches!(view.page, Page::Cases { .. }));
    tilslut
}

/// Every answer, with the organisation typed by hand.
pub fn prepare(tilslut: &Tilslut, role: RoleName) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let several =
        Need { people: Some(PeopleName::Several), kind: None, signs_alone: None, connected: None };
    tilslut.answer(&case, Answers::Need(several));
    tilslut.proceed(&case, PartName::Need);
    let by_hand = Organisation {
        by_hand: true,
        typed_name: "Skovgaard Snedkeri ApS".into(),
        typed_form: Some(80),
        typed_status: "AKTIV".into(),
        ..organisation(NORDLYS, Some(role))
    };
    tilslut.answer(&case, Answers::Organisation(by_hand));
    tilslut.proceed(&case, PartName::Organisation);
    let representative = Representative {
        name: "Mette Kanariefugl Krogh".into(),
        title: "direktør".into(),
        email: "mette@kanariefugl.example".into(),
        has_mitid: Some(AnswerName::Yes),
        in_cvr: Some(AnswerName::Yes),
    };
    tilslut.answer(&case, Answers::Representative(representative));
    tilslut.proceed(&case, PartName::Representative);
    tilslut.open_terms(&case);
    if role == RoleName::Representative {
        let intent = CaseIntent::AcceptTerms { tick: true };
        tilslut.send(Intent::Case { case: case.clone(), intent });
    }
    tilslut.answer(&case, Answers::Administrators(administrators()));
    tilslut.go(Navigation::Check { case: case.clone() });
    case
}

pub fn guide(tilslut: &Tilslut, case: &str, intent: GuideIntent) -> View {
    let intent = CaseIntent::Guide { intent };
    tilslut.send(Intent::Case { case: case.to_owned(), intent })
}

pub fn show(tilslut: &Tilslut, case: &str, screen: &str) -> View {
    guide(tilslut, case, GuideIntent::Show { screen: screen.into() })
}

pub fn today(tilslut: &Tilslut) -> Born {
    TypedDate::from(tilslut.engine.now().today).into()
}

pub fn state(tilslut: &Tilslut, case: &str, kind: OutcomeName, words: &str) -> View {
    let outcome = OutcomeAnswers {
        kind: Some(kind),
        on: today(tilslut),
        screen: None,
        rule: None,
        words: words.into(),
    };
    guide(tilslut, case, GuideIntent::State { outcome })
}

pub fn open(tilslut: &Tilslut, case: &str) -> View {
    tilslut.go(Navigation::Cases);
    tilslut.go(Navigation::Case { case: case.to_owned() })
}

pub fn stated(view: &View) -> (StatedOutcome, Vec<StatedOutcome>) {
    match &view.page {
        Page::Stated { after } => (after.stated.clone(), after.earlier.clone()),
        page => panic!("nothing was stated: {page:?}"),
    }
}

pub fn row(tilslut: &Tilslut, case: &str) -> contract::pages::CaseRow {
    match tilslut.go(Navigation::Cases).page {
        Page::Cases { rows, .. } => rows.into_iter().find(|row| row.id == case).expect("a row"),
        page => panic!("not the cases: {page:?}"),
    }
}

/// Closed as a person does, and started another time.
pub fn again(machine: &Installation, tilslut: Tilslut) -> Tilslut {
    tilslut.close();
    machine.start_first(None)
}
