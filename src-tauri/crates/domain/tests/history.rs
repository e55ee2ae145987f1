//! The entries lead back to what stood there before, whatever was typed in between.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::case::{Case, CaseId, HandOverFile, HandedOver, Now, Outcome, Stage, Stated};
use domain::connection::Connection;
use domain::documents::BoardMember;
use domain::draft::{AdministratorAnswers, Draft, RepresentativeAnswers, Role};
use domain::history::{Answers, Change, Entry, Happened, LONGEST, Log, Told, between, fold, told};
use domain::{Environment, Timestamp, day_in_denmark};
use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeMap;

const BEGUN: Timestamp = Timestamp::UNIX_EPOCH;

fn case(draft: Draft, changed: Timestamp) -> Case {
    let now = Now { at: BEGUN, today: day_in_denmark(BEGUN) };
    let case = Case::begin(CaseId("1".repeat(32)), Environment::Practice, now);
    Case { stage: Stage::Drafting(Box::new(draft)), changed, ..case }
}

/// Saves a state of the case after another, as the vault does.
fn save(log: &mut Vec<Entry>, old: &Case, new: &Case) {
    let (gone, added) = fold(log, between(old, new));
    let mut place = 0..;
    log.retain(|_| !gone.contains(&place.next().expect("few")));
    log.extend(added);
}

type Texts = BTreeMap<String, String>;

/// The answers that are given, by their paths.
fn texts(draft: &Draft) -> Texts {
    let changes = Answers::of_draft(&Draft::default()).changes(&Answers::of_draft(draft));
    let text = |change| match change {
        Change::Answer { field, new, .. } => Some((field, new)),
        _ => None,
    };
    changes.into_iter().filter_map(text).collect()
}

/// What stood there before a change.
fn undone(texts: &mut Texts, change: &Change) {
    let moved = |texts: &mut Texts, path: &str, by: isize| {
        let (list, place) = path.rsplit_once('.').expect("a place in a list");
        let first: isize = place.parse().expect("a number");
        let moved = |path: String| {
            let within = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('.'));
            let Some((at, field)) = within.and_then(|rest| rest.split_once('.')) else {
                return path;
            };
            let at: isize = at.parse().expect("a number");
            assert!(by > 0 || at != first, "{path} was there before it was added");
            if at < first { path } else { format!("{list}.{}.{field}", at + by) }
        };
        *texts = std::mem::take(texts).into_iter().map(|(path, it)| (moved(path), it)).collect();
    };
    match change {
        Change::Answer { field, old, new } => {
            assert_eq!(texts.remove(field).unwrap_or_default(), *new, "{field}");
            if !old.is_empty() {
                texts.insert(field.clone(), old.clone());
            }
        }
        Change::Added(path) => moved(texts, path, -1),
        Change::Removed(path) => moved(texts, path, 1),
        Change::HandedOver | Change::GuideBegun | Change::TakenBack => {}
    }
}

/// What a person does with a draft.
#[derive(Debug, Clone)]
enum Doing {
    Cvr(String),
    Name(String),
    Own(bool),
    Add(usize),
    Remove(usize),
    Administrator(usize, String, String),
    Board(Vec<(String, String)>),
    Role(Option<Role>),
    /// So many minutes pass.
    Wait(i64),
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[abæ]{1,3}", "[ø]{120,140}"]
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        word().prop_map(Doing::Cvr),
        word().prop_map(Doing::Name),
        any::<bool>().prop_map(Doing::Own),
        (0..4usize).prop_map(Doing::Add),
        (0..4usize).prop_map(Doing::Remove),
        (0..4usize, word(), word())
            .prop_map(|(at, name, email)| Doing::Administrator(at, name, email)),
        prop::collection::vec((word(), word()), 0..3).prop_map(Doing::Board),
        prop::option::of(prop_oneof![Just(Role::Reporter), Just(Role::Representative)])
            .prop_map(Doing::Role),
        prop_oneof![0..3_i64, 55..70_i64].prop_map(Doing::Wait),
    ]
}

fn done(mut draft: Draft, doing: Doing) -> Draft {
    match doing {
        Doing::Cvr(cvr) => draft.cvr = cvr,
        Doing::Name(name) => draft.representative.name = name,
        Doing::Own(own) => draft.representative_is_administrator = own,
        Doing::Add(at) => {
            let at = at.min(draft.administrators.len());
            draft.administrators.insert(at, AdministratorAnswers::default());
        }
        Doing::Remove(at) => {
            if at < draft.administrators.len() {
                draft.administrators.remove(at);
            }
        }
        Doing::Administrator(at, name, email) => {
            if let Some(it) = draft.administrators.get_mut(at) {
                (it.name, it.email) = (name, email);
            }
        }
        Doing::Board(members) => {
            let member = |(name, function)| BoardMember { name, function };
            draft.board = members.into_iter().map(member).collect();
        }
        Doing::Role(role) => draft.role = role,
        Doing::Wait(_) => {}
    }
    draft
}

proptest! {
    /// From what stands there last, the entries lead back to what stood there first, and those since
    /// a pause to what stood there in it.
    #[test]
    fn the_entries_lead_back_to_the_earlier_answers(doings in prop::collection::vec(doing(), 0..60)) {
        let (mut at, mut log) = (BEGUN, Vec::new());
        let mut last = case(Draft::default(), at);
        let mut draft = Draft::default();
        // What stood there, and when, before each pause that ends a sitting.
        let mut paused = vec![(at, texts(&draft))];
        for doing in doings {
            if let Doing::Wait(minutes) = doing {
                if minutes > 60 {
                    paused.push((at, texts(&draft)));
                }
                at += SignedDuration::from_mins(minutes);
            }
            draft = done(draft, doing);
            at += SignedDuration::from_secs(1);
            let next = case(draft.clone(), at);
            save(&mut log, &last, &next);
            last = next;
        }
        for (before, stood) in paused {
            let mut found = texts(&draft);
            for entry in log.iter().rev().filter(|entry| entry.at > before) {
                undone(&mut found, &entry.what);
            }
            prop_assert_eq!(found, stood);
        }
        let is_empty = |entry: &Entry| {
            matches!(&entry.what, Change::Answer { old, new, .. } if old == new)
        };
        prop_assert!(!log.iter().any(is_empty), "{:?}", log);
    }
}

fn typed(texts: &[&str], minutes: i64) -> Vec<Entry> {
    let (mut at, mut log) = (BEGUN, Vec::new());
    let mut last = case(Draft::default(), at);
    for cvr in texts {
        at += SignedDuration::from_mins(minutes);
        let next = case(Draft { cvr: (*cvr).into(), ..Draft::default() }, at);
        save(&mut log, &last, &next);
        last = next;
    }
    log
}

fn changes(log: &[Entry]) -> Vec<(&str, &str, &str)> {
    let words = |entry| match entry {
        &Entry { what: Change::Answer { ref field, ref old, ref new }, .. } => {
            (field.as_str(), old.as_str(), new.as_str())
        }
        other => panic!("{other:?}"),
    };
    log.iter().map(words).collect()
}

#[test]
fn what_is_typed_in_one_go_is_one_entry_and_one_that_ends_where_it_began_is_none() {
    let log = typed(&["1", "13", "1374", "13748136"], 0);
    assert_eq!(changes(&log), [("cvr", "", "13748136")]);
    assert_eq!(typed(&["1", "13", ""], 0), []);
    // After an hour another one begins.
    let log = typed(&["1", "13", "137"], 40);
    assert_eq!(changes(&log), [("cvr", "", "13"), ("cvr", "13", "137")]);
    let began = log.iter().map(|entry| (entry.at.duration_since(entry.began)).as_mins());
    assert_eq!(began.collect::<Vec<_>>(), [40, 0]);
}

#[test]
fn another_page_or_another_role_begins_another_entry() {
    let named = |cvr: &str, name: &str, role| Draft {
        cvr: cvr.into(),
        role,
        representative: RepresentativeAnswers { name: name.into(), ..Default::default() },
        ..Draft::default()
    };
    let mut log = Vec::new();
    let steps = [
        named("", "", None),
        named("1", "", None),
        named("1", "Mette", None),
        named("12", "Mette", None),
        named("12", "Mette", Some(Role::Reporter)),
        named("123", "Mette", Some(Role::Reporter)),
    ];
    for pair in steps.windows(2) {
        let [old, new] = pair else { panic!("two") };
        save(&mut log, &case(old.clone(), BEGUN), &case(new.clone(), BEGUN));
    }
    let expected = [
        ("cvr", "", "1"),
        ("representative.name", "", "Mette"),
        ("cvr", "1", "12"),
        ("role", "", "reporter"),
        ("cvr", "12", "123"),
    ];
    assert_eq!(changes(&log), expected);
    assert_eq!(
        log.iter().map(|entry| entry.by).collect::<Vec<_>>(),
        [None, None, None, Some(Role::Reporter), Some(Role::Reporter)]
    );
}

#[test]
fn who_is_taken_away_is_told_once_and_the_others_are_not() {
    let named = |names: &[&str]| Draft {
        administrators: names
            .iter()
            .map(|name| AdministratorAnswers { name: (*name).into(), ..Default::default() })
            .collect(),
        ..Draft::default()
    };
    let between = |old: &[&str], new: &[&str]| {
        Answers::of_draft(&named(old)).changes(&Answers::of_draft(&named(new)))
    };
    let emptied = |field: &str, old: &str| Change::Answer {
        field: field.into(),
        old: old.into(),
        new: String::new(),
    };
    assert_eq!(
        between(&["a", "b", "c", "d"], &["a", "c", "d"]),
        [emptied("administrators.1.name", "b"), Change::Removed("administrators.1".into()),]
    );
    // Added and taken away in one sitting: nothing was.
    let mut log = Vec::new();
    for (old, new) in
        [(&["a"][..], &["a", ""][..]), (&["a", ""], &["a", "b"]), (&["a", "b"], &["a"])]
    {
        save(&mut log, &case(named(old), BEGUN), &case(named(new), BEGUN));
    }
    assert_eq!(log, []);
}

#[test]
fn what_can_be_a_cpr_number_is_never_in_it_and_a_long_text_is_cut() {
    let log = typed(&["0107852345"], 0);
    assert!(!changes(&log).iter().any(|(_, _, new)| new.contains("0107852345")), "{log:?}");
    let log = typed(&[&"å".repeat(400)], 0);
    let [(_, "", new)] = changes(&log)[..] else { panic!("{log:?}") };
    assert!(new.len() <= LONGEST && new.ends_with('…'), "{new}");
}

#[test]
fn the_case_itself_says_what_it_has_not_forgotten_and_the_log_the_rest() {
    let draft = Draft { role: Some(Role::Reporter), ..Draft::default() };
    let hour = |n: i64| BEGUN + SignedDuration::from_hours(n);
    let whole = drafts::whole(Role::Reporter);
    let connection = Connection::parse(&whole, drafts::now().today).unwrap();
    let file = HandOverFile { path: String::new(), words: vec![] };
    let handed = |at| {
        let handed = HandedOver {
            draft: draft.clone(),
            connection: connection.clone(),
            at,
            file: file.clone(),
            login: None,
        };
        Case { stage: Stage::HandedOver(Box::new(handed)), ..case(draft.clone(), at) }
    };
    let mut log = Log::default();
    for (old, new) in [
        (case(draft.clone(), hour(0)), handed(hour(1))),
        (handed(hour(1)), case(draft.clone(), hour(2))),
        (case(draft.clone(), hour(2)), handed(hour(3))),
    ] {
        save(&mut log.entries, &old, &new);
    }
    let mut now = handed(hour(3));
    let on = date(2026, 11, 18);
    now.history.stated.push(Stated {
        outcome: Outcome::Concluded { on },
        at: hour(4),
        by: Role::Reporter,
    });
    let told = told(&now, &log);
    let found: Vec<_> = told.iter().map(|it| (it.at, it.by)).collect();
    let reporter = Some(Role::Reporter);
    assert_eq!(
        found,
        [
            (hour(4), reporter),
            (hour(3), reporter),
            (hour(2), reporter),
            (hour(1), reporter),
            (hour(0), None)
        ]
    );
    let [stated, handed, back, earlier, begun] = &told[..] else { panic!("{told:?}") };
    assert!(matches!(stated.what, Happened::Stated(_)));
    assert_eq!(handed.what, Happened::HandedOver);
    let is = |told: &Told<'_>, what: Change| matches!(told.what, Happened::Changed(entry) if entry.what == what);
    assert!(is(back, Change::TakenBack) && is(earlier, Change::HandedOver), "{told:?}");
    assert_eq!(begun.what, Happened::Begun { received: false, copied: false });
}
