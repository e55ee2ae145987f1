//! What the vault knows of its cases without reading them: always what the case says, and enough
//! for every list, search and deadline.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod lists;
mod upkeep;

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
use vault::Vault;
use vault::testing::{Computer, cases, execute};

fn begun() -> (Computer, Vault) {
    let computer = Computer::new();
    let vault = computer.open();
    (computer, vault)
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
        let (folder, mut vault) = begun();
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
