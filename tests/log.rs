//! The log of the program: what a journey leaves in it, what it leaves out, and what a person can do
//! with it, also when the cases do not open.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::{
    Intent, LogIntent, Navigation, Page, ReceiptsIntent, VaultIntent, View, pages::LogRow,
};
use diagnostics::{Event, KINDS, Line, Lines, OwnSource, Value};
use domain::Language;
use domain::problem::Problem;
use shell::log::{self, FILE};
use std::collections::BTreeSet;
use std::path::Path;
use support::{Installation, METTE, NORDLYS, Tilslut};
use texts::Texts;

/// What a line says, as the window says it.
fn sentence(event: &Event, language: Language) -> String {
    let texts = Texts::new(language);
    let value = |(name, value): (&'static str, Option<Value>)| {
        let told = match value {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Word(word)) => word.to_owned(),
            Some(Value::Made(made)) => made,
            Some(Value::Problem(problem)) => texts.get(&format!("err-{}", problem.code())),
            None => "unknown".to_owned(),
        };
        (name, told)
    };
    let told: Vec<(&str, String)> = event.fields().into_iter().map(value).collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, told)| (*name, told.as_str())).collect();
    texts.with(&format!("logged-{}", event.code()), &told)
}

fn log(intent: LogIntent) -> Intent {
    Intent::Log { intent }
}

/// What is in the file of a running program.
fn text(machine: &Installation, tilslut: &Tilslut) -> String {
    tilslut.engine.log().unwrap().flush();
    std::fs::read_to_string(machine.folder.join(FILE)).unwrap()
}

fn events(text: &str) -> Vec<Event> {
    let read = Lines::read(text);
    assert_eq!(read.unread, 0, "{text}");
    read.lines.into_iter().map(|line| line.event).collect()
}

fn codes(text: &str) -> Vec<&'static str> {
    events(text).iter().map(Event::code).collect()
}

/// The page, once it has been read.
fn page(tilslut: &Tilslut, intent: Intent) -> View {
    tilslut.send(intent);
    tilslut.wait("the log", |view| matches!(view.page, Page::Log { reading: false, .. }))
}

fn rows(view: &View) -> &[LogRow] {
    match &view.page {
        Page::Log { rows, .. } => rows,
        page => panic!("no log: {page:?}"),
    }
}

/// The report, to the letter.
fn report(tilslut: &Tilslut) -> String {
    match page(tilslut, log(LogIntent::Report)).page {
        Page::Log { report: Some(report), .. } => report,
        page => panic!("no report: {page:?}"),
    }
}

#[test]
fn a_whole_journey_is_told_and_nobody_is_named() {
    const PASSPHRASE: &str = "en lang kanariefugl på taget";
    let place = tempfile::tempdir().unwrap();
    // Where a name lies in every path.
    let (office, home) = (place.path().join("Kirsten Kanariefugl"), Installation::new());
    let machine = Installation::at(office.join("tilslut"));
    let reporter = machine.start();
    let handed = reporter.prepare("95504183", "Bente Rask Olesen", RoleName::Reporter);
    let file = office.join("Overdragelse fra Kirsten.tilslut");
    let words = reporter.hand_over(&handed, &file);
    let case = reporter.prepare(NORDLYS, METTE, RoleName::Representative);
    reporter.approve_as(&case, "mette");
    reporter.delivered();
    let receipt = office.join("Kvittering til Kirsten.pdf");
    reporter
        .saved(Intent::Receipts { intent: ReceiptsIntent::Save { case: case.clone() } }, &receipt);
    let code = reporter.keep_recovery_code();
    let set = VaultIntent::SetPassphrase { current: None, passphrase: PASSPHRASE.into() };
    reporter.send(Intent::Vault { intent: set });
    reporter.wait(
        "the passphrase to be set",
        |view| matches!(&view.page, Page::Settings { passphrase, .. } if passphrase.is_set),
    );
    reporter.send(Intent::Vault { intent: VaultIntent::Lock });
    let wrong = VaultIntent::UnlockWithPassphrase { passphrase: "Kirstens forkerte".into() };
    reporter.send(Intent::Vault { intent: wrong });
    reporter.wait("the wrong passphrase to be told", |view| {
        view.problem.as_deref() == Some("passphrase-wrong")
    });
    let right = VaultIntent::UnlockWithPassphrase { passphrase: PASSPHRASE.into() };
    reporter.send(Intent::Vault { intent: right });
    reporter.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    page(&reporter, log(LogIntent::Open));
    let report = report(&reporter);
    let told = text(&machine, &reporter);
    reporter.close();
    let ended = std::fs::read_to_string(machine.folder.join(FILE)).unwrap();

    // At another computer.
    let representative = home.start();
    representative.open_hand_over(&file, &words);
    let opened = text(&home, &representative);

    let is = |event: &Event, wanted: &str| event.code() == wanted;
    let found = events(&told);
    for wanted in [
        "began",
        "environment",
        "cases-opened",
        "register-asked",
        "login-began",
        "login-ended",
        "delivered",
        "file-written",
        "key-changed",
        "locked",
        "cases-not-opened",
        "problem-shown",
    ] {
        assert!(found.iter().any(|event| is(event, wanted)), "{wanted} is not told:\n{told}");
    }
    assert!(told.contains(r#""event":"delivered","outcome":"accepted""#), "{told}");
    assert!(told.contains(r#""event":"login-ended","outcome":"done""#), "{told}");
    assert!(told.contains(r#""problem":"passphrase-wrong""#), "{told}");
    assert_eq!(codes(&ended).last(), Some(&"ended"));

    let canaries = [
        "anariefugl",
        "irsten",
        "13748136",
        "13 74 81 36",
        "95504183",
        "Lindegaard",
        "Mette",
        "Nordlys",
        "Bente",
        "Rask",
        "Søren",
        "Jens",
        "Holm",
        "direktør",
        "@",
        "example",
        "1981",
        "1987",
        "PRØVE-",
        "eyJ",
        "/tmp",
        "tilslut.db",
        PASSPHRASE,
        "forkerte",
        &words,
        &code,
        &case,
        &handed,
        "http",
        "127.0.0.1",
        &machine.folder.display().to_string(),
    ];
    for (what, text) in [("log", &told), ("log", &ended), ("report", &report), ("log", &opened)] {
        // Times and sizes are numbers of their own, and may have any digits.
        let text = without_numbers(text);
        for canary in canaries {
            assert!(!text.contains(canary), "{canary} is in the {what}:\n{text}");
        }
    }
}

/// Without the numbers that are times and sizes, which may hold the digits of anything.
fn without_numbers(text: &str) -> String {
    let lines = text.lines().map(|text| match Line::read(text) {
        Some(line) => {
            let fields = line.event.fields().into_iter();
            let words = fields.filter(|(_, value)| !matches!(value, Some(Value::Number(_))));
            format!("{} {:?}", line.event.code(), words.collect::<Vec<_>>())
        }
        None => text.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_a_person_types_is_found_when_it_is_in_the_file() {
    // The search above can fail: a line that somebody wrote by hand is not taken for one of ours.
    let machine = Installation::new();
    let tilslut = machine.start();
    let other = format!("{{\"name\":\"{METTE}\"}}\n");
    let written = text(&machine, &tilslut) + &other;
    std::fs::write(machine.folder.join(FILE), &written).unwrap();
    assert!(without_numbers(&written).contains("Lindegaard"));
    let view = page(&tilslut, log(LogIntent::Open));
    let Page::Log { unread, .. } = view.page else { panic!("the log") };
    assert_eq!(unread, 1);
    assert!(!report(&tilslut).contains("Lindegaard"), "and it is not in what is saved");
    assert!(!tilslut.told().contains("Lindegaard"), "nor in what is shown");
}

#[test]
fn it_is_shown_newest_first_page_by_page_and_left_again() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.go(Navigation::Settings);
    for _ in 0..70 {
        tilslut.engine.note(Event::Emptied {});
    }
    let first = page(&tilslut, log(LogIntent::Open));
    let Page::Log { from: 0, total, step, unread: 0, alone: false, place, .. } = &first.page else {
        panic!("{first:#?}")
    };
    assert_eq!((rows(&first).len(), *step), (60, 60));
    assert!(*total > 70 && place.ends_with(FILE));
    assert_eq!(rows(&first)[0].event, "emptied");
    let last = page(&tilslut, log(LogIntent::ListLines { from: 60 }));
    assert_eq!(rows(&last).last().map(|row| row.event.as_str()), Some("began"));
    let back = tilslut.send(log(LogIntent::Leave));
    assert!(matches!(back.page, Page::Settings { .. }), "the page below is there as it was");
    page(&tilslut, log(LogIntent::Open));
    assert!(matches!(tilslut.go(Navigation::Receipts).page, Page::Receipts { .. }));
    page(&tilslut, log(LogIntent::Open));
    let locked = tilslut.send(Intent::Vault { intent: VaultIntent::Lock });
    assert!(matches!(locked.page, Page::Closed { .. }), "what has happened is seen");
}

#[test]
fn the_report_that_is_saved_is_the_text_that_was_shown() {
    let machine = Installation::new();
    let tilslut = machine.start();
    page(&tilslut, log(LogIntent::Open));
    let shown = report(&tilslut);
    // What happens in between is not in it, since it was not shown.
    tilslut.engine.note(Event::Emptied {});
    let place = machine.folder.with_extension("txt");
    let saved = tilslut.saved(log(LogIntent::SaveReport), &place);
    assert_eq!(String::from_utf8(saved).unwrap(), shown);
    let question = tilslut.desktop.questions.lock().unwrap().pop().unwrap();
    assert_eq!((question.name.as_str(), question.endings), ("Tilslut rapport.txt", &["txt"][..]));
    for said in [
        "environment: practice",
        "cases: open",
        "number of cases: 0",
        "files, database: 1,",
        "files, key-slots: 2,",
        r#""event":"cases-opened","way":"key-store""#,
    ] {
        assert!(shown.contains(said), "{said} is missing:\n{shown}");
    }
    let away = tilslut.send(log(LogIntent::PutReportAway));
    assert!(matches!(away.page, Page::Log { report: None, .. }));
    // There is nothing to save then.
    tilslut.will_choose(machine.folder.with_extension("2.txt"));
    tilslut.send(log(LogIntent::SaveReport));
    assert_eq!(tilslut.desktop.choices.lock().unwrap().len(), 1, "nobody is asked");
}

#[test]
fn it_can_be_read_and_saved_when_the_cases_do_not_open() {
    let machine = Installation::new();
    machine.start().close();
    std::fs::write(machine.folder.join("tilslut-practice.db"), [7; 8_192]).unwrap();
    let tilslut = machine.start();
    assert!(matches!(tilslut.view().page, Page::Damaged { .. }), "{:?}", tilslut.view().page);
    let shown = page(&tilslut, log(LogIntent::Open));
    let Page::Log { alone: true, .. } = &shown.page else { panic!("{shown:#?}") };
    assert!(rows(&shown).iter().any(|row| row.event == "cases-odd"));
    let report = report(&tilslut);
    assert!(report.contains("cases: damaged") && report.contains(r#""before":"ended""#));
    let saved = tilslut.saved(log(LogIntent::SaveReport), &machine.folder.with_extension("txt"));
    assert_eq!(String::from_utf8(saved).unwrap(), report);
    assert!(matches!(tilslut.send(log(LogIntent::Leave)).page, Page::Damaged { .. }));
}

#[test]
fn it_is_deleted_when_the_person_wants_it() {
    let machine = Installation::new();
    let tilslut = machine.start();
    page(&tilslut, log(LogIntent::Open));
    let emptied = page(&tilslut, log(LogIntent::Empty));
    let events: Vec<_> = rows(&emptied).iter().map(|row| row.event.as_str()).collect();
    assert_eq!(events, ["emptied"]);
    assert_eq!(codes(&text(&machine, &tilslut)), ["emptied"]);
}

#[test]
fn a_run_that_was_not_ended_is_told_by_the_next() {
    let machine = Installation::new();
    let before = |tilslut: &Tilslut| {
        let all = events(&text(&machine, tilslut));
        let last = all.iter().rev().find(|event| event.code() == "began").unwrap();
        format!("{last:?}")
    };
    let first = machine.start();
    assert!(before(&first).contains("before: Nothing"));
    drop(first);
    let second = machine.start();
    assert!(before(&second).contains("before: BrokeOff"));
    second.close();
    assert!(before(&machine.start()).contains("before: Ended"));
}

#[test]
fn a_log_that_cannot_be_written_is_in_nobodys_way() {
    let machine = Installation::new();
    let place = machine.folder.join(FILE);
    // In the place of the file there is something else.
    std::fs::create_dir_all(&place).unwrap();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let empty = page(&tilslut, log(LogIntent::Open));
    assert!(rows(&empty).is_empty());
    let kept = page(&tilslut, log(LogIntent::Empty));
    assert_eq!(kept.problem.as_deref(), Some("log-not-deleted"));
    std::fs::remove_dir(&place).unwrap();
    tilslut.go(Navigation::Case { case });
    tilslut.engine.note(Event::Emptied {});
    let told = events(&text(&machine, &tilslut));
    let [Event::Dropped { lines }, ..] = told.as_slice() else { panic!("{told:?}") };
    assert!(lines.0 > 3, "what is missing is counted: {lines:?}");
}

#[test]
fn a_fault_of_the_program_is_told_by_its_place_and_not_by_its_words() {
    let machine = Installation::new();
    let tilslut = machine.start();
    log::listen(tilslut.engine.log().unwrap());
    let fell = std::thread::spawn(|| panic!("about {METTE}")).join();
    assert!(fell.is_err());
    let told = text(&machine, &tilslut);
    // These tests are no source of the program.
    assert!(told.contains(r#""event":"panicked","place":"elsewhere""#), "{told}");
    assert!(!told.contains("Lindegaard"), "{told}");
    let place = OwnSource::of("src-tauri/src/engine.rs", 7);
    let line = Line::new(domain::Timestamp::UNIX_EPOCH, Event::Panicked { place });
    assert!(line.to_string().contains("src-tauri/src/engine.rs:7"));
}

#[test]
fn every_event_has_its_sentence_in_both_languages() {
    for kind in KINDS {
        for event in (kind.samples)() {
            let [danish, english] =
                [Language::Danish, Language::English].map(|language| sentence(&event, language));
            for said in [&danish, &english] {
                let is_whole = !said.is_empty() && !said.contains(['{', '}', '$']);
                assert!(is_whole && !said.contains("logged-"), "{event:?}: {said}");
            }
            assert_ne!(danish, english, "{event:?}");
        }
        // Each word of a closed list says something of its own.
        let said: Vec<String> =
            (kind.samples)().iter().map(|event| sentence(event, Language::Danish)).collect();
        if kind.fields.len() == 1 && kind.fields[0].of != "Problem" {
            let different: BTreeSet<&String> = said.iter().collect();
            assert_eq!(different.len(), said.len(), "{}: {said:#?}", kind.code);
        }
    }
}

/// The types that a field may have. None of them holds a text of anybody.
const FIELD_TYPES: &[&str] = &[
    "After",
    "AskedBy",
    "Before",
    "Count",
    "Delivery",
    "Disk",
    "Environment",
    "KeyChange",
    "LockedBy",
    "LoginOddity",
    "Machine",
    "MadeBy",
    "Millis",
    "Oddity",
    "Option < Bytes >",
    "Option < Count >",
    "Option < Synced >",
    "Option < Version >",
    "Outcome",
    "OwnSource",
    "Problem",
    "Purpose",
    "Source",
    "System",
    "Update",
    "Way",
    "Where",
];

#[test]
fn no_field_has_a_type_that_could_hold_a_text() {
    let spaced = |name: &str| name.replace('<', " < ").replace('>', " >").replace("  ", " ");
    for field in KINDS.iter().flat_map(|kind| kind.fields) {
        assert!(FIELD_TYPES.contains(&spaced(field.of).as_str()), "{}: {}", field.name, field.of);
    }
    // Text gets into the log by these two alone, which are made of numbers and of our own files.
    let fields = include_str!("../src-tauri/crates/diagnostics/src/field.rs");
    assert_eq!(fields.matches("Value::Made(").count(), 3, "two places, and one in a test");
}

#[test]
fn the_documentation_lists_every_event_as_it_is() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/log.md");
    let said = std::fs::read_to_string(path).unwrap();
    let table = diagnostics::table();
    assert!(said.contains(&table), "docs/log.md is to have this table:\n{table}");
}

#[test]
fn a_problem_that_is_shown_is_told_once_by_its_code() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: contract::CasesIntent::Begin });
    let case = tilslut.case();
    let go_on = || {
        let part = contract::PartName::Need;
        let intent = contract::CaseIntent::Continue { part };
        tilslut.send(Intent::Case { case: case.clone(), intent })
    };
    let shown: BTreeSet<String> = go_on().field_problems.into_iter().map(|it| it.code).collect();
    assert!(!shown.is_empty());
    go_on();
    let told: Vec<String> = events(&text(&machine, &tilslut))
        .into_iter()
        .filter_map(|event| match event {
            Event::ProblemShown { problem, .. } => Some(Problem::code(problem).to_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(told.iter().cloned().collect::<BTreeSet<_>>(), shown);
}
