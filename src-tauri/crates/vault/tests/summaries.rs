//! What the vault knows of its cases without reading them: always what the case says, and enough
//! for every list, search and deadline.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId, Delivery, Stage};
use domain::chain::Link;
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::summary::{
    ApprovedQuery, CaseState, CaseSummary, DeadlineKind, Direction, Query, Row, SortBy, basis,
};
use domain::{Timestamp, day_in_denmark};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tempfile::TempDir;
use vault::testing::{MemoryKeyStore, cases, execute};
use vault::{Opening, Vault};

struct Kept {
    folder: TempDir,
    store: MemoryKeyStore,
}

impl Kept {
    fn new() -> (Self, Vault) {
        let kept = Self { folder: tempfile::tempdir().unwrap(), store: MemoryKeyStore::new() };
        let vault = kept.open();
        (kept, vault)
    }

    fn open(&self) -> Vault {
        match Vault::open(self.folder.path(), Practice, &self.store) {
            Opening::Open(vault) => vault,
            other => panic!("not open: {other:?}"),
        }
    }
}

fn id(number: usize) -> CaseId {
    CaseId(format!("{number:032x}"))
}

/// A draft about an organisation of this name.
fn about(number: usize, name: &str, cvr: &str) -> Case {
    let mut case = cases().remove(1);
    let Stage::Drafting(draft) = &mut case.stage else { panic!("a draft") };
    let Lookup::Found(organisation) = &mut draft.lookup else { panic!("looked up") };
    organisation.name = name.to_owned();
    organisation.cvr = CvrNumber::parse(cvr).unwrap();
    draft.cvr = cvr.to_owned();
    Case { id: id(number), problem: None, changed: at(number), ..case }
}

fn at(minutes: usize) -> Timestamp {
    let begin: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    begin + SignedDuration::from_mins(i64::try_from(minutes).unwrap())
}

fn approved(number: usize, on: Timestamp) -> Case {
    let mut case = cases().pop().unwrap();
    let Stage::Approved(approved) = &mut case.stage else { panic!("approved") };
    approved.evidence.approved_at = on;
    Case { id: id(number), problem: None, changed: on, ..case }
}

fn all(vault: &Vault) -> Vec<Row> {
    vault.list(&Query { limit: 10_000, ..Query::default() }).unwrap().rows
}

fn names(vault: &Vault, query: &Query) -> Vec<String> {
    vault.list(query).unwrap().rows.into_iter().filter_map(|row| row.summary.name).collect()
}

fn found(vault: &Vault, words: &str) -> Vec<String> {
    let query = Query {
        words: words.to_owned(),
        sort: SortBy::Name,
        direction: Direction::Ascending,
        ..Query::default()
    };
    let rows = vault.list(&query).unwrap();
    assert_eq!(usize::try_from(rows.matching).unwrap(), rows.rows.len(), "{words}");
    rows.rows.into_iter().filter_map(|row| row.summary.name).collect()
}

/// What every row must say, told from the cases themselves.
fn expected(kept: &BTreeMap<CaseId, Case>) -> Vec<CaseSummary> {
    kept.values().map(|case| CaseSummary::of(case, day_in_denmark(case.changed))).collect()
}

fn by_id(vault: &Vault) -> Vec<CaseSummary> {
    let mut rows: Vec<_> = all(vault).into_iter().map(|row| row.summary).collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows
}

#[derive(Debug, Clone)]
enum Act {
    Save { id: usize, sample: usize, minutes: usize },
    Link { id: usize, sample: usize },
    Delete { id: usize },
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    let samples = cases().len();
    prop_oneof![
        6 => (0..5_usize, 0..samples, 0..100_000_usize).prop_map(|(id, sample, minutes)| Act::Save { id, sample, minutes }),
        2 => (0..5_usize, 0..samples).prop_map(|(id, sample)| Act::Link { id, sample }),
        2 => (0..5_usize).prop_map(|id| Act::Delete { id }),
        1 => Just(Act::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_saves_and_deletes_every_row_says_what_its_case_says(acts in proptest::collection::vec(act(), 1..25)) {
        let samples = cases();
        let (folder, mut vault) = Kept::new();
        let (mut kept, mut links) = (BTreeMap::new(), BTreeMap::new());
        for act in acts {
            match act {
                Act::Save { id: number, sample, minutes } => {
                    let case = Case { id: id(number), changed: at(minutes), ..samples[sample].clone() };
                    vault.save(&case).unwrap();
                    kept.insert(case.id.clone(), case);
                }
                Act::Link { id: number, sample } => {
                    let case = Case { id: id(number), ..samples[sample].clone() };
                    let next = u64::try_from(links.len()).unwrap() + 1;
                    let link = Link { number: next, previous: None, case: case.id.clone(), bundle_sha256: [1; 32] };
                    // A case has one link for ever: another is refused, and nothing of it is kept.
                    let saved = vault.save_with_link(&case, &link);
                    prop_assert_eq!(saved.is_ok(), !links.contains_key(&case.id));
                    if saved.is_ok() {
                        links.insert(case.id.clone(), next);
                        kept.insert(case.id.clone(), case);
                    }
                }
                Act::Delete { id: number } => {
                    vault.delete(&id(number)).unwrap();
                    kept.remove(&id(number));
                }
                Act::Reopen => {
                    drop(vault);
                    vault = folder.open();
                }
            }
            prop_assert_eq!(by_id(&vault), expected(&kept));
        }
        for row in all(&vault) {
            prop_assert_eq!(row.receipt, links.get(&row.summary.id).copied());
            for words in row.summary.words().chain(row.receipt.map(|number| number.to_string())) {
                let query = Query { words: words.clone(), limit: 10_000, ..Query::default() };
                let has_a_word = words.chars().any(char::is_alphanumeric);
                let found = vault.list(&query).unwrap().rows.iter().any(|found| found.summary.id == row.summary.id);
                prop_assert!(found || !has_a_word || words.trim().is_empty(), "{}", words);
            }
        }
        for case in kept.keys() {
            let read = vault.case(case).unwrap();
            prop_assert_eq!(read.as_ref(), kept.get(case));
        }
        let resuming: Vec<_> = expected(&kept).into_iter().filter(|summary| summary.resumes).map(|summary| summary.id).collect();
        prop_assert_eq!(vault.to_resume().unwrap(), resuming);
        prop_assert_eq!(usize::try_from(vault.count().unwrap()).unwrap(), kept.len());
        // Nothing of what was deleted can be found any more.
        kept.keys().for_each(|case| vault.delete(case).unwrap());
        prop_assert_eq!(found(&vault, "kanarie"), Vec::<String>::new());
    }
}

#[test]
fn a_list_is_filtered_sorted_and_cut_to_a_window() {
    let (_kept, mut vault) = Kept::new();
    let firms = ["Zenit", "Åbo", "Aarhus Byg", "Ærø Smede", "anker", "Østerbro", "École"];
    firms
        .iter()
        .enumerate()
        .for_each(|(number, name)| vault.save(&about(number, name, "13748136")).unwrap());
    let mut failed = about(firms.len(), "Mangler", "13748136");
    failed.problem = Some(domain::problem::Problem::ReceiverDown);
    vault.save(&failed).unwrap();
    let unnamed = Case { id: id(90), changed: at(90), problem: None, ..cases().remove(0) };
    vault.save(&unnamed).unwrap();

    let by_name = Query { sort: SortBy::Name, direction: Direction::Ascending, ..Query::default() };
    assert_eq!(
        names(&vault, &by_name),
        ["anker", "École", "Mangler", "Zenit", "Ærø Smede", "Østerbro", "Åbo", "Aarhus Byg"]
    );
    let last = vault.list(&by_name).unwrap().rows.pop().unwrap();
    assert_eq!(last.summary.id, unnamed.id, "without a name it comes last");
    let newest = names(&vault, &Query::default());
    assert_eq!((newest[0].as_str(), newest[7].as_str()), ("Mangler", "Zenit"));
    let oldest = Query { direction: Direction::Ascending, ..Query::default() };
    assert_eq!(names(&vault, &oldest)[0], "Zenit");

    let window = vault.list(&Query { from: 3, limit: 2, ..by_name.clone() }).unwrap();
    let shown: Vec<_> = window.rows.iter().filter_map(|row| row.summary.name.as_deref()).collect();
    assert_eq!((shown, window.matching, window.total), (vec!["Zenit", "Ærø Smede"], 9, 9));
    let beyond = vault.list(&Query { from: 100, ..by_name.clone() }).unwrap();
    assert_eq!((beyond.rows.len(), beyond.matching), (0, 9));

    assert_eq!(names(&vault, &Query { needs_attention: true, ..Query::default() }), ["Mangler"]);
    let drafts = Query { states: vec![CaseState::Draft], ..Query::default() };
    let with_words =
        Query { words: "å".into(), states: vec![CaseState::Draft], ..by_name.clone() };
    assert_eq!(
        (vault.list(&drafts).unwrap().matching, names(&vault, &with_words)),
        (9, vec!["Åbo".into(), "Aarhus Byg".into()])
    );
    let delivered =
        Query { states: vec![CaseState::Delivered, CaseState::Refused], ..Query::default() };
    assert_eq!(vault.list(&delivered).unwrap().matching, 0);
}

#[test]
fn a_search_knows_danish_letters_and_how_numbers_are_written() {
    let (_kept, mut vault) = Kept::new();
    for (number, name, cvr) in [
        (1, "Århus Båd & Bro", "13748136"),
        (2, "Aarhus Bad", "24256790"),
        (3, "Smørrebrød Ærø", "29910251"),
        (4, "Café A/S 12 34", "47458714"),
        (5, "A\u{30a}se Tømrer", "22756214"),
    ] {
        vault.save(&about(number, name, cvr)).unwrap();
    }
    for (words, expected) in [
        ("århus", &["Aarhus Bad", "Århus Båd & Bro"][..]),
        ("AARHUS", &["Aarhus Bad", "Århus Båd & Bro"]),
        ("båd", &["Århus Båd & Bro"]),
        ("bad", &["Aarhus Bad"]),
        ("bad århus", &["Aarhus Bad"]),
        ("smør", &["Smørrebrød Ærø"]),
        ("smor", &[]),
        ("ærø", &["Smørrebrød Ærø"]),
        ("åse", &["A\u{30a}se Tømrer"]),
        ("a\u{30a}se", &["A\u{30a}se Tømrer"]),
        ("cafe", &["Café A/S 12 34"]),
        ("café", &["Café A/S 12 34"]),
        ("12 34", &["Café A/S 12 34"]),
        ("13748136", &["Århus Båd & Bro"]),
        ("13 74 81 36", &["Århus Båd & Bro"]),
        ("13 74", &["Århus Båd & Bro"]),
        ("1374", &["Århus Båd & Bro"]),
        ("DK13748136", &["Århus Båd & Bro"]),
        ("dk 13 74 81 36", &["Århus Båd & Bro"]),
        ("13748137", &[]),
        ("rhus", &[]),
        ("&", &[]),
    ] {
        assert_eq!(found(&vault, words), expected, "{words}");
    }
    assert_eq!(found(&vault, "kanariefugl").len(), 5, "the representative");
    assert_eq!(found(&vault, "  ").len(), 5, "blank words ask for nothing");
    let mut renamed = about(1, "Havnens Både", "13748136");
    renamed.changed = at(500);
    vault.save(&renamed).unwrap();
    assert_eq!(
        found(&vault, "århus"),
        ["Aarhus Bad"],
        "what a case does not say any more is not found"
    );
}

#[test]
fn receipts_are_found_by_number_and_gone_through_by_organisation_and_period() {
    let (_kept, mut vault) = Kept::new();
    // 23:30 UTC is the day after in Denmark.
    let moments = [
        "2025-12-31T22:30:00Z",
        "2025-12-31T23:30:00Z",
        "2026-06-01T10:00:00Z",
        "2026-12-31T22:59:59Z",
    ];
    for (number, moment) in moments.iter().enumerate() {
        let case = approved(number, moment.parse().unwrap());
        let next = u64::try_from(number).unwrap() + 700;
        if number < 3 {
            let link = Link {
                number: next,
                previous: None,
                case: case.id.clone(),
                bundle_sha256: [1; 32],
            };
            vault.save_with_link(&case, &link).unwrap();
        } else {
            vault.save(&case).unwrap();
        }
    }
    vault.save(&about(50, "En kladde", "13748136")).unwrap();
    let ids = |query: &ApprovedQuery| {
        let rows = vault.approved(query).unwrap();
        let listed: Vec<_> = rows.rows.iter().map(|row| row.summary.id.clone()).collect();
        assert_eq!(usize::try_from(rows.matching).unwrap(), listed.len());
        let mut all = vault.approved_ids(query).unwrap();
        if query.direction == Direction::Descending {
            all.reverse();
        }
        assert_eq!(listed, all);
        listed
    };
    let oldest = ApprovedQuery { direction: Direction::Ascending, ..ApprovedQuery::default() };
    assert_eq!(ids(&oldest), [0, 1, 2, 3].map(id));
    assert_eq!(ids(&ApprovedQuery::default()), [3, 2, 1, 0].map(id));
    let year =
        ApprovedQuery { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)), ..oldest };
    assert_eq!(ids(&year), [1, 2, 3].map(id));
    assert_eq!(
        ids(&ApprovedQuery { cvr: CvrNumber::parse("13748136").ok(), ..year }),
        [1, 2, 3].map(id)
    );
    assert_eq!(ids(&ApprovedQuery { cvr: CvrNumber::parse("24256790").ok(), ..year }), []);
    let window = vault.approved(&ApprovedQuery { skip: 1, limit: 1, ..oldest }).unwrap();
    assert_eq!(
        (window.rows[0].receipt, window.rows.len(), window.matching, window.total),
        (Some(701), 1, 4, 5)
    );
    assert_eq!(vault.unnumbered().unwrap(), [id(3)]);
    assert_eq!(vault.link(&id(1)).unwrap().map(|link| link.number), Some(701));
    assert_eq!(vault.link(&id(3)).unwrap(), None);
    assert_eq!(vault.last_link().unwrap().map(|link| link.number), Some(702));
    let found = |words: &str| {
        vault.list(&Query { words: words.into(), ..Query::default() }).unwrap().matching
    };
    assert_eq!((found("701"), found("ME-1"), found("ME-2")), (1, 4, 0));
}

#[test]
fn copies_are_due_where_none_lies_or_one_does_not_tell_of_the_answer() {
    let (_kept, mut vault) = Kept::new();
    let with = |number, delivery| {
        let mut case = approved(number, at(number));
        let Stage::Approved(approved) = &mut case.stage else { panic!("approved") };
        if let Some(delivery) = delivery {
            approved.delivery = delivery;
        }
        case
    };
    let sending = Delivery::Sending { id: domain::case::Token("d".into()), unknown_since: None };
    let refused = Delivery::Refused { id: domain::case::Token("d".into()), reason: String::new() };
    for (number, delivery) in
        [None, Some(sending), Some(refused), None, None, None].into_iter().enumerate()
    {
        vault.save(&with(number, delivery)).unwrap();
    }
    vault.note_copy(&id(3), false, "/kvitteringer/3.pdf").unwrap();
    vault.note_copy(&id(4), true, "/kvitteringer/4.pdf").unwrap();
    vault.note_copy(&id(5), true, "/andetsteds/5.pdf").unwrap();
    assert_eq!(vault.copies_due("/kvitteringer").unwrap(), [0, 2, 3, 5].map(id));
    assert_eq!(vault.copy(&id(4)).unwrap(), Some((true, "/kvitteringer/4.pdf".to_owned())));
    assert_eq!(vault.copy(&id(0)).unwrap(), None);
}

#[test]
fn deadlines_come_by_day_and_settled_ones_do_not() {
    let (_kept, mut vault) = Kept::new();
    let on = |text: &str| text.parse::<Timestamp>().unwrap();
    vault.save(&approved(1, on("2026-11-20T10:00:00Z"))).unwrap();
    vault.save(&approved(2, on("2026-11-02T10:00:00Z"))).unwrap();
    let mut refused = approved(3, on("2026-11-02T10:00:00Z"));
    let Stage::Approved(approved) = &mut refused.stage else { panic!("approved") };
    approved.delivery =
        Delivery::Refused { id: domain::case::Token("d".into()), reason: String::new() };
    vault.save(&refused).unwrap();
    let due = |from: Date, to: Date, limit| {
        let due = vault.deadlines(from, to, limit).unwrap();
        due.into_iter().map(|one| (one.case, one.kind, one.day)).collect::<Vec<_>>()
    };
    use DeadlineKind::{AnswerExpected, SetUpLink, SetUpReminder};
    let whole = due(date(2026, 1, 1), date(2027, 12, 31), 100);
    let expected = [
        (id(2), AnswerExpected, date(2026, 11, 16)),
        (id(1), AnswerExpected, date(2026, 12, 4)),
        (id(2), SetUpReminder, date(2026, 12, 18)),
        (id(2), SetUpLink, date(2027, 1, 1)),
        (id(1), SetUpReminder, date(2027, 1, 5)),
        (id(1), SetUpLink, date(2027, 1, 19)),
    ];
    assert_eq!(whole, expected);
    assert_eq!(due(date(2026, 12, 4), date(2026, 12, 18), 100), expected[1..3]);
    assert_eq!(due(date(2026, 1, 1), date(2027, 12, 31), 2), expected[..2]);
    let by_deadline =
        Query { sort: SortBy::Deadline, direction: Direction::Ascending, ..Query::default() };
    let ids: Vec<_> =
        vault.list(&by_deadline).unwrap().rows.into_iter().map(|row| row.summary.id).collect();
    assert_eq!(ids, [2, 1, 3].map(id));
}

#[test]
fn what_depends_on_the_day_or_the_rules_is_made_again_in_portions() {
    let (kept, mut vault) = Kept::new();
    let today = date(2026, 11, 20);
    for number in 1..=5 {
        vault.save(&about(number, "Nordlys", "13748136")).unwrap();
    }
    vault.save(&approved(10, "2026-11-20T10:00:00Z".parse().unwrap())).unwrap();
    assert_eq!(vault.stale(today, 100).unwrap(), []);
    let tomorrow = today.tomorrow().unwrap();
    assert_eq!(vault.stale(tomorrow, 100).unwrap().len(), 5, "the drafts; no deadline has passed");
    assert_eq!(vault.refresh(tomorrow, 2).unwrap(), 2);
    assert_eq!(vault.stale(tomorrow, 100).unwrap().len(), 3);
    assert_eq!(
        (
            vault.refresh(tomorrow, 2).unwrap(),
            vault.refresh(tomorrow, 2).unwrap(),
            vault.refresh(tomorrow, 2).unwrap()
        ),
        (2, 1, 0)
    );
    // The clock was set back.
    assert_eq!(vault.stale(today, 100).unwrap().len(), 5);

    let late = date(2026, 12, 5);
    let attention = |vault: &Vault| {
        vault.list(&Query { needs_attention: true, ..Query::default() }).unwrap().rows
    };
    assert!(attention(&vault).is_empty());
    while vault.refresh(late, 100).unwrap() > 0 {}
    assert_eq!(
        attention(&vault).iter().map(|row| &row.summary.id).collect::<Vec<_>>(),
        [&id(10)],
        "the answer is late"
    );
    let stored = by_id(&vault);
    for summary in &stored {
        assert_eq!(*summary, CaseSummary::of(&vault.case(&summary.id).unwrap().unwrap(), late));
    }

    execute(
        &vault,
        &format!("UPDATE summaries SET basis = {}, name = 'en anden'", basis().wrapping_sub(1)),
    );
    drop(vault);
    let mut vault = kept.open();
    assert_eq!(vault.stale(late, 100).unwrap().len(), 6, "another rule book");
    assert_eq!(vault.refresh(late, 100).unwrap(), 6);
    assert_eq!(by_id(&vault), stored);
}

#[test]
fn a_draft_in_which_nothing_was_answered_is_forgotten_and_no_other_case() {
    let (_kept, mut vault) = Kept::new();
    let untouched = |number: usize| Case {
        id: id(number),
        stage: Stage::Drafting(Box::default()),
        problem: None,
        set_aside: vec![],
        ..cases().remove(0)
    };
    let mut others: Vec<Case> = cases().into_iter().filter(|case| !case.is_untouched()).collect();
    // Whatever of a draft no summary tells of.
    let answered: [fn(&mut Draft); 5] = [
        |draft| draft.cvr = "1".into(),
        |draft| draft.need.signs_alone = Some(domain::Answer::Unknown),
        |draft| draft.representative.email = "a".into(),
        |draft| draft.reporter.name = "a".into(),
        |draft| draft.representative_is_administrator = true,
    ];
    for (number, answer) in answered.into_iter().enumerate() {
        let mut case = untouched(1000 + number);
        let Stage::Drafting(draft) = &mut case.stage else { panic!("a draft") };
        answer(draft);
        others.push(case);
    }
    others.push(Case { problem: Some(domain::problem::Problem::RegisterSlow), ..untouched(2000) });
    others.iter().for_each(|case| vault.save(case).unwrap());
    (3000..3003).for_each(|number| vault.save(&untouched(number)).unwrap());
    // One that cannot be read might be anything.
    vault.save(&untouched(4000)).unwrap();
    execute(&vault, &format!("UPDATE cases SET body = x'7b' WHERE id = '{}'", id(4000).0));
    assert_eq!((vault.forget_untouched(), vault.forget_untouched()), (Ok(3), Ok(0)));
    let mut left = vault.list(&Query { limit: 1000, ..Query::default() }).unwrap().rows;
    left.sort_by(|one, other| one.summary.id.cmp(&other.summary.id));
    others.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(
        left.into_iter().map(|row| row.summary.id).collect::<Vec<_>>(),
        others.iter().map(|case| case.id.clone()).collect::<Vec<_>>()
    );
    assert_eq!(vault.unreadable().unwrap().len(), 1);
}

#[test]
fn no_list_reads_a_body() {
    let (kept, mut vault) = Kept::new();
    cases().iter().for_each(|case| vault.save(case).unwrap());
    let asked = |vault: &Vault| {
        let words = Query { words: "nordlys".into(), ..Query::default() };
        let lists = [Query::default(), words].map(|query| vault.list(&query).unwrap());
        let days = vault.deadlines(date(2020, 1, 1), date(2030, 1, 1), 1000).unwrap();
        let ids = [
            vault.to_resume().unwrap(),
            vault.unnumbered().unwrap(),
            vault.with_documents().unwrap(),
        ];
        let due = (vault.stale(date(2030, 1, 1), 1000).unwrap(), vault.copies_due("/x").unwrap());
        (
            lists,
            days,
            ids,
            due,
            vault.approved(&ApprovedQuery::default()).unwrap(),
            vault.count().unwrap(),
        )
    };
    let before = asked(&vault);
    assert!(before.0[1].matching > 0 && !before.1.is_empty() && !before.2[0].is_empty());
    execute(&vault, "UPDATE cases SET body = x'00'");
    assert_eq!(asked(&vault), before);
    drop(vault);
    assert_eq!(asked(&kept.open()), before, "nor does a start");
}

#[test]
fn an_earlier_layout_is_brought_to_this_one_with_what_is_known_of_its_cases() {
    let fourth =
        "DROP TABLE deadlines; DROP TABLE summaries; DROP TABLE search; DROP TABLE unreadable;";
    for (layout, also) in [
        (1, "DROP TABLE chain; DROP TABLE copies; DROP TABLE documents;"),
        (2, "DROP TABLE chain; DROP TABLE copies;"),
        (3, ""),
    ] {
        let (kept, mut vault) = Kept::new();
        cases().iter().for_each(|case| vault.save(case).unwrap());
        let before = by_id(&vault);
        let damaged = cases().remove(4).id;
        execute(
            &vault,
            &format!("{fourth} {also} UPDATE cases SET body = x'7b' WHERE id = '{}'", damaged.0),
        );
        execute(&vault, &format!("PRAGMA user_version = {layout}"));
        drop(vault);
        let vault = kept.open();
        let known: Vec<_> = before.into_iter().filter(|summary| summary.id != damaged).collect();
        assert_eq!(by_id(&vault), known, "layout {layout}");
        let unreadable = vault.unreadable().unwrap();
        assert_eq!(unreadable.iter().map(|one| &one.id).collect::<Vec<_>>(), [&damaged]);
        assert_eq!(
            vault
                .list(&Query { words: "kanariefugl".into(), ..Query::default() })
                .unwrap()
                .rows
                .len(),
            known.len() - 1
        );
    }
}

/// A draft with nothing in it has a row too.
#[test]
fn an_empty_draft_has_a_row() {
    let (_kept, mut vault) = Kept::new();
    let empty = Case { stage: Stage::Drafting(Box::default()), ..about(1, "x", "13748136") };
    vault.save(&empty).unwrap();
    assert_eq!(by_id(&vault), [CaseSummary::of(&empty, day_in_denmark(empty.changed))]);
}
