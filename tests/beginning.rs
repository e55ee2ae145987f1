//! A new connection: nothing is kept before something is answered, and what a reporter said of
//! themselves is not asked twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{Answers, Need, Organisation, PeopleName, RoleName};
use contract::pages::Saved;
use contract::{CasesIntent, Intent, Navigation, Page, PartName, SettingsIntent, View};
use domain::case::{Case, CaseId, Now, Stage};
use domain::draft::Draft;
use domain::need::{NeedAnswers, People};
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use jiff::SignedDuration;
use support::{Installation, NORDLYS, Tilslut, found, organisation};
use vault::{Opening, Vault};

fn need(people: Option<PeopleName>) -> Answers {
    Answers::Need(Need { people, kind: None, signs_alone: None, connected: None })
}

fn cases(tilslut: &Tilslut) -> usize {
    match tilslut.go(Navigation::Cases).page {
        Page::Cases { rows, .. } => rows.len(),
        page => panic!("not the cases: {page:?}"),
    }
}

#[test]
fn a_connection_that_was_only_begun_leaves_nothing_behind() {
    let machine = Installation::new();
    let tilslut = machine.start();
    for _ in 0..3 {
        let begun = tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
        assert!(matches!(begun.page, Page::Need { .. }));
        assert_eq!(begun.case_count, 0, "it is only a page");
        assert_eq!(begun.case.unwrap().saved, Saved::Not);
    }
    assert_eq!(cases(&tilslut), 0);
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    drop(tilslut);
    assert_eq!(cases(&machine.start()), 0, "nor after a crash");
}

#[test]
fn the_first_answer_keeps_it_and_taking_every_answer_back_forgets_it() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let answered = tilslut.answer(&case, need(Some(PeopleName::Several)));
    assert_eq!(answered.case_count, 1);
    assert!(matches!(answered.case.unwrap().saved, Saved::At { .. }));
    drop(tilslut);

    let again = machine.start();
    assert_eq!(cases(&again), 1, "it survives a crash");
    again.go(Navigation::Part { case: case.clone(), part: PartName::Need });
    again.answer(&case, need(None));
    assert_eq!(again.case(), case, "its page stays open");
    assert_eq!(cases(&again), 0);
    drop(again);
    assert_eq!(cases(&machine.start()), 0, "it is not stored any more");
}

/// The cases of a machine, before the program is started on it.
fn stored(machine: &Installation, cases: impl IntoIterator<Item = Case>) {
    let opening = Vault::open(&machine.folder, Environment::Practice, machine.store.as_ref());
    let Opening::Open(mut vault) = opening else { panic!("not open: {opening:?}") };
    cases.into_iter().for_each(|case| vault.save(&case).unwrap());
}

/// A draft that was begun so many minutes after the first.
fn draft(minutes: i64, need: NeedAnswers) -> Case {
    let at =
        "2026-11-24T06:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes);
    let now = Now { at, today: domain::day_in_denmark(at) };
    let case = Case::begin(CaseId(format!("{minutes:032x}")), Environment::Practice, now);
    let draft = Draft { need, ..Draft::default() };
    Case { stage: Stage::Drafting(Box::new(draft)), ..case }
}

fn answered() -> NeedAnswers {
    NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() }
}

/// Earlier versions stored a case from the moment when it was begun.
#[test]
fn what_an_earlier_version_kept_of_a_connection_that_was_only_begun_is_removed_at_the_start() {
    let machine = Installation::new();
    let problem = Case { problem: Some(Problem::RegisterSlow), ..draft(4, NeedAnswers::default()) };
    stored(
        &machine,
        [
            draft(1, NeedAnswers::default()),
            draft(2, answered()),
            draft(3, NeedAnswers::default()),
            problem,
        ],
    );
    let tilslut = machine.start();
    let left =
        |view: &View| matches!(&view.page, Page::Cases { rows, total: 2, .. } if rows.len() == 2);
    let view = tilslut.wait("the two of which something is known", left);
    let Page::Cases { rows, .. } = view.page else { panic!("cases") };
    assert_eq!(
        rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(),
        [4, 2].map(|minutes| format!("{minutes:032x}"))
    );
}

#[test]
fn what_needs_a_person_is_named_however_many_cases_changed_since() {
    let machine = Installation::new();
    let failed = (1..=6)
        .map(|minutes| Case { problem: Some(Problem::RegisterSlow), ..draft(minutes, answered()) });
    stored(&machine, failed.chain((10..80).map(|minutes| draft(minutes, answered()))));
    let tilslut = machine.start();
    let id = |minutes: i64| format!("{minutes:032x}");
    let newest: Vec<String> = (2..=6).rev().map(id).collect();
    for from in [0, 60] {
        let mut query = serde_json::json!({ "words": "", "states": [], "needsAttention": false, "sort": "changed", "direction": "descending" });
        query["from"] = from.into();
        let view = tilslut.send(Intent::Cases {
            intent: CasesIntent::List { query: serde_json::from_value(query).unwrap() },
        });
        let Page::Cases { rows, attention, attention_total, total, .. } = view.page else {
            panic!("cases")
        };
        assert_eq!((total, attention_total), (76, 6));
        assert_eq!(attention.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), newest);
        assert_eq!(rows.iter().any(|row| row.needs_attention), from == 60, "{from}");
    }
}

/// The organisation page of a new case, on which somebody has chosen to be the reporter.
fn as_reporter(tilslut: &Tilslut) -> (String, View) {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.answer(&case, need(Some(PeopleName::Several)));
    tilslut.proceed(&case, PartName::Need);
    let nothing = Organisation {
        reporter_name: String::new(),
        reporter_organisation: String::new(),
        reporter_email: String::new(),
        ..organisation(NORDLYS, Some(RoleName::Reporter))
    };
    let view = tilslut.answer(&case, Answers::Organisation(nothing));
    (case, view)
}

fn shown(view: &View) -> (String, String, String, bool) {
    match &view.page {
        Page::Organisation { answers, reporter_remembered, .. } => (
            answers.reporter_name.clone(),
            answers.reporter_organisation.clone(),
            answers.reporter_email.clone(),
            *reporter_remembered,
        ),
        page => panic!("not the organisation: {page:?}"),
    }
}

fn remembered(tilslut: &Tilslut) -> Option<contract::pages::Reporter> {
    match tilslut.go(Navigation::Settings).page {
        Page::Settings { reporter, .. } => reporter,
        page => panic!("not the settings: {page:?}"),
    }
}

#[test]
fn a_reporter_is_remembered_filled_in_changed_and_forgotten() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let (case, first) = as_reporter(&tilslut);
    assert_eq!(
        shown(&first),
        (String::new(), String::new(), String::new(), false),
        "nobody is remembered yet"
    );
    let jens = organisation(NORDLYS, Some(RoleName::Reporter));
    tilslut.answer(&case, Answers::Organisation(jens.clone()));
    tilslut.wait("the register", |view| found(view).is_some());
    assert_eq!(remembered(&tilslut), None, "what was not checked is not remembered");
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    tilslut.proceed(&case, PartName::Organisation);
    tilslut.close();

    let tilslut = machine.start();
    let known = remembered(&tilslut).unwrap();
    assert_eq!(
        (known.name.as_str(), known.email.as_str()),
        ("Jens Aagaard Kanariefugl", "jens@kanariefugl.example")
    );
    let (case, second) = as_reporter(&tilslut);
    let filled = (
        jens.reporter_name.clone(),
        jens.reporter_organisation.clone(),
        jens.reporter_email.clone(),
        true,
    );
    assert_eq!(shown(&second), filled);
    let changed =
        Organisation { reporter_email: "jens.ny@kanariefugl.example".into(), ..jens.clone() };
    assert!(
        !shown(&tilslut.answer(&case, Answers::Organisation(changed))).3,
        "what was changed here is this case's"
    );
    tilslut.wait("the register", |view| found(view).is_some());
    tilslut.proceed(&case, PartName::Organisation);
    assert_eq!(
        remembered(&tilslut).unwrap().email,
        "jens.ny@kanariefugl.example",
        "the newest is remembered"
    );

    tilslut.send(Intent::Settings { intent: SettingsIntent::ForgetReporter });
    assert_eq!(remembered(&tilslut), None);
    let (_, third) = as_reporter(&tilslut);
    assert_eq!(shown(&third).0, "", "nothing is filled in");
    tilslut.close();
    let again = machine.start();
    assert_eq!(remembered(&again), None, "and it stays forgotten");
    again.close();
    let disk = machine.bytes_on_disk();
    assert!(
        !disk.windows(12).any(|bytes| bytes == b"Kanariefugl\0" || bytes == b"kanariefugl."),
        "it lies encrypted"
    );
}
