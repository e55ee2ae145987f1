//! Deleting and putting back: nothing is lost before its time is over, and then it is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::bin::{Away, Rest};
use domain::case::{Case, CaseId, Stage};
use domain::chain::{Link, faults};
use domain::problem::Problem;
use domain::summary::{DeadlineKind, Query};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use sha2::{Digest as _, Sha256};
use vault::testing::{Computer, cases, execute};
use vault::{KeptRecord, Vault};

fn today() -> Date {
    date(2026, 11, 29)
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Every case with a document, and of the approved ones a link; each with a record.
fn fill(vault: &mut Vault) {
    let mut last: Option<Link> = None;
    for case in cases() {
        let next = Link::after(last.as_ref(), case.id.clone(), [3; 32], hash);
        if matches!(case.stage, Stage::Approved(_)) {
            vault.save_with_link(&case, &next).unwrap();
            last = Some(next);
        } else {
            vault.save(&case).unwrap();
        }
        vault.keep_document(&case.id, &[1; 32], case.id.0.as_bytes()).unwrap();
        let link = Link::after(last.as_ref(), case.id.clone(), [4; 32], hash);
        let record = KeptRecord { link: link.clone(), day: today(), body: b"en optegnelse".into() };
        vault.save_with_record(&case, &record, &[[1; 32]]).unwrap();
        vault.note_copy(&case.id, false, "a.pdf").unwrap();
        last = Some(link);
    }
}

/// Everything that is told of the open cases.
fn told(vault: &mut Vault) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut rows = vault.list(&Query { limit: 1_000, ..Query::default() }).unwrap().rows;
    rows.sort_by(|one, other| one.summary.id.cmp(&other.summary.id));
    let of = |vault: &Vault, case: &Case| {
        let id = &case.id;
        let document = vault.document(id, &[1; 32]).unwrap();
        (vault.link(id).unwrap(), vault.records_of(id).unwrap(), document, vault.copy(id).unwrap())
    };
    let all = vault.cases().unwrap();
    let kept: Vec<_> = all.iter().map(|case| of(vault, case)).collect();
    let due = vault.deadlines(Date::MIN, Date::MAX, &DeadlineKind::ALL, 1_000).unwrap();
    let words = Query { words: "kanariefugl".into(), limit: 1_000, ..Query::default() };
    let mut found: Vec<CaseId> =
        vault.list(&words).unwrap().rows.into_iter().map(|row| row.summary.id).collect();
    found.sort();
    let mut resumed = vault.to_resume().unwrap();
    resumed.sort();
    (rows, all, kept, due, found, resumed, vault.papers(0, 0).unwrap().total, vault.away().unwrap())
}

#[test]
fn putting_back_brings_everything_as_it_was_also_after_a_restart() {
    let kept = Computer::new();
    let mut vault = kept.open();
    fill(&mut vault);
    while vault.refresh(today(), 100).unwrap() > 0 {}
    let before = told(&mut vault);
    cases().iter().for_each(|case| vault.bin(&case.id, today()).unwrap());
    cases().iter().for_each(|case| vault.bin(&case.id, today()).unwrap());
    assert_eq!(vault.count().unwrap(), 0);
    drop(vault);
    let mut vault = kept.open();
    assert_eq!(usize::try_from(vault.count_binned().unwrap()).unwrap(), cases().len());
    cases().iter().for_each(|case| vault.put_back(&case.id, today()).unwrap());
    assert_eq!(told(&mut vault), before);
    assert_eq!(vault.count_binned().unwrap(), 0);
    // Once more is nothing.
    vault.put_back(&cases()[0].id, today()).unwrap();
    vault.empty(&cases()[0].id, today()).unwrap();
    assert_eq!(told(&mut vault), before, "only what is in the bin is deleted for good");
}

#[test]
fn the_days_empty_the_bin_and_the_chain_holds_for_ever() {
    let kept = Computer::new();
    let mut vault = kept.open();
    fill(&mut vault);
    let [first, second] = [cases().remove(0), cases().remove(1)];
    vault.bin(&first.id, today()).unwrap();
    vault.bin(&second.id, date(2026, 12, 9)).unwrap();
    let links = vault.links().unwrap();
    let mut gone = Vec::new();
    for day in 0..60 {
        let day = today().saturating_add(day.days());
        // At the start and at midnight, on some days twice.
        for _ in 0..2 {
            if vault.turn_bin(day).unwrap() > 0 {
                gone.push(day);
            }
        }
    }
    assert_eq!(gone, [date(2026, 12, 29), date(2027, 1, 8)]);
    assert_eq!(vault.count_binned().unwrap(), 0);
    assert_eq!(vault.document(&first.id, &[1; 32]).unwrap(), None);
    assert_eq!(vault.links().unwrap(), links);
    assert_eq!(faults(vault.links().unwrap(), hash), [], "no gap, nothing broken");
    let away: Vec<Away> = vault.away().unwrap().into_iter().map(|paper| paper.why).collect();
    assert_eq!(away, [Away::Deleted(gone[0]), Away::Deleted(gone[1])]);
    // The next number is the next one.
    let case = cases().pop().unwrap();
    let next = Link::after(links.last(), case.id.clone(), [4; 32], hash);
    let record = KeptRecord { link: next, day: today(), body: b"en optegnelse".into() };
    vault.save_with_record(&case, &record, &[]).unwrap();
    assert_eq!(faults(vault.links().unwrap(), hash), []);
}

#[test]
fn a_clock_that_was_wrong_for_some_days_empties_nothing() {
    let kept = Computer::new();
    let mut vault = kept.open();
    let case = cases().remove(0);
    vault.save(&case).unwrap();
    vault.bin(&case.id, today()).unwrap();
    for day in [date(2036, 1, 1), date(2036, 1, 2), date(2036, 1, 6), date(2026, 11, 30)] {
        assert_eq!(vault.turn_bin(day).unwrap(), 0, "{day}");
    }
    let rest = vault.binned(0, 9).unwrap().rows[0].rest;
    assert_eq!(rest, Rest::from(today()), "and what was noted then is forgotten");
}

#[test]
fn a_case_that_was_damaged_in_the_bin_is_set_aside_by_name_and_not_lost() {
    let kept = Computer::new();
    let mut vault = kept.open();
    let case = cases().remove(0);
    vault.save(&case).unwrap();
    vault.bin(&case.id, today()).unwrap();
    execute(&vault, "UPDATE cases SET body = x'7b'");
    assert_eq!(vault.put_back(&case.id, today()), Err(Problem::CaseDamaged));
    assert_eq!((vault.unreadable().unwrap().len(), vault.count_binned().unwrap()), (1, 0));
    assert_eq!(vault.unreadable_bytes(&case.id).unwrap(), Some(b"{".to_vec()));
}
