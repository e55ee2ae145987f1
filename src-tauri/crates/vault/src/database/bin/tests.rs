//! What is left in the file of a case that is gone for good, and what of its numbers.

use super::super::tests::made;
use super::*;
use crate::database::records::KeptRecord;
use crate::testing::{CANARIES, cases};
use domain::case::Stage;
use domain::chain::Link;
use domain::summary::{DeadlineKind, Query};
use jiff::civil::date;

fn today() -> Date {
    date(2026, 11, 29)
}

fn link(number: u64, id: &CaseId) -> Link {
    let previous = (number > 1).then_some([9; 32]);
    Link { number, previous, case: id.clone(), bundle_sha256: [3; 32] }
}

fn record(number: u64, id: &CaseId, day: Date) -> KeptRecord {
    KeptRecord { link: link(number, id), day, body: b"en optegnelse".to_vec() }
}

/// How many rows of each table are of this case.
fn rows_of(database: &Database, id: &CaseId) -> Vec<(&'static str, i64)> {
    let tables = [
        "documents",
        "copies",
        "summaries",
        "deadlines",
        "revisions",
        "other_versions",
        "records",
        "branch_records",
        "bin",
        "unreadable",
        "chain",
        "gone_links",
        "tombstones",
    ];
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table} WHERE case_id = ?1");
        database.connection.query_row(&sql, [&id.0], |row| row.get(0)).expect("counted")
    };
    tables.into_iter().map(|table| (table, count(table))).filter(|(_, rows)| *rows > 0).collect()
}

#[test]
fn of_a_case_that_is_gone_for_good_stay_its_links_and_the_digests_of_its_states() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    let is_approved = |case: &Case| matches!(case.stage, Stage::Approved(_));
    let case = cases().into_iter().find(is_approved).expect("an approved case");
    database.save_with_link(&case, &link(1, &case.id)).expect("saved");
    database.keep_document(&case.id, &[1; 32], b"mail").expect("kept");
    let record = record(2, &case.id, today());
    database.save_with_record(&case, &record, &[[1; 32]]).expect("saved");
    database.note_copy(&case.id, true, "a.pdf").expect("noted");
    let states: i64 = {
        let sql = "SELECT count(*) FROM revisions";
        database.connection.query_row(sql, [], |row| row.get(0)).expect("counted")
    };

    database.bin(&case.id, today()).expect("in the bin");
    database.empty(&case.id, today()).expect("gone");
    assert_eq!(rows_of(&database, &case.id), [("chain", 2), ("gone_links", 2), ("tombstones", 1)]);
    let sql = "SELECT count(*) FROM tombstone_states";
    let kept: i64 = database.connection.query_row(sql, [], |row| row.get(0)).expect("counted");
    assert_eq!(kept, states);
    let indexed = "SELECT count(*) FROM search";
    let indexed: i64 =
        database.connection.query_row(indexed, [], |row| row.get(0)).expect("counted");
    assert_eq!(indexed, 0, "no word of it is in the index of the search");
    let gone = |number| AwayPaper { number, why: Away::Deleted(today()) };
    assert_eq!(database.away(), Ok(vec![gone(1), gone(2)]));
    assert_eq!(database.links().map(|links| links.len()), Ok(2), "the chain stays whole");
    assert_eq!(database.link(&case.id), Ok(None), "no case has the number any more");
    let links = vec![link(1, &case.id), record.link];
    assert_eq!(database.links_of(&case.id), Ok(links), "a receipt kept elsewhere is still known");
}

/// A copy in the clear has everything that SQLite finds in the tables, the index of the search among
/// them; what is free is overwritten.
#[test]
fn no_table_holds_a_word_of_a_case_that_is_gone_for_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    cases().iter().for_each(|case| database.save(case).expect("saved"));
    database.list(&Query { words: "k".into(), ..Query::default() }).expect("searched");
    let plain = |database: &Database| {
        let copy = folder.path().join("plain.db");
        std::fs::remove_file(&copy).ok();
        let export = format!(
            "ATTACH DATABASE '{}' AS plain KEY ''; SELECT sqlcipher_export('plain');
             DETACH DATABASE plain",
            copy.display()
        );
        database.connection.execute_batch(&export).expect("copied");
        std::fs::read(copy).expect("read")
    };
    let holds = |bytes: &[u8]| {
        CANARIES.iter().any(|word| bytes.windows(word.len()).any(|it| it == word.as_bytes()))
    };
    assert!(holds(&plain(&database)), "the words that are looked for are there");
    for case in cases() {
        database.bin(&case.id, today()).expect("in the bin");
        database.empty(&case.id, today()).expect("gone");
    }
    assert!(!holds(&plain(&database)));
    let secure: i64 = database
        .connection
        .pragma_query_value(None, "secure_delete", |row| row.get(0))
        .expect("secure_delete");
    assert_eq!(secure, 1, "what is free is overwritten");
}

#[test]
fn nothing_but_the_bin_shows_a_case_that_lies_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    for (case, number) in cases().iter().zip((1..).step_by(2)) {
        database.save_with_link(case, &link(number, &case.id)).expect("saved");
        database.keep_document(&case.id, &[1; 32], b"mail").expect("kept");
        let record = record(number + 1, &case.id, today());
        database.save_with_record(case, &record, &[[1; 32]]).expect("saved");
    }
    cases().iter().for_each(|case| database.bin(&case.id, today()).expect("in the bin"));

    assert_eq!(database.cases(), Ok(vec![]));
    assert_eq!(database.count(), Ok(0));
    let all = Query { limit: 1_000, ..Query::default() };
    assert_eq!(database.list(&all).map(|found| found.rows), Ok(vec![]));
    let words = Query { words: "kanariefugl".into(), ..all };
    assert_eq!(database.list(&words).map(|found| found.matching), Ok(0));
    let due = database.deadlines(Date::MIN, Date::MAX, &DeadlineKind::ALL, 1_000);
    assert_eq!(due, Ok(vec![]));
    assert_eq!(database.to_resume(), Ok(vec![]));
    assert_eq!(database.unnumbered(), Ok(vec![]));
    assert_eq!(database.copies_due("/mappe"), Ok(vec![]));
    assert_eq!(database.papers(0, 1_000).map(|papers| papers.total), Ok(0));
    assert_eq!(database.record_numbers(Date::MIN, Date::MAX), Ok(vec![]));
    assert_eq!(database.record(2), Ok(None));
    assert_eq!(database.forget_untouched(), Ok(0));
    for case in cases() {
        assert_eq!(database.case(&case.id), Ok(None));
        assert_eq!(database.save(&case), Err(Problem::CaseInBin), "nothing writes over it");
    }
    let total = u32::try_from(cases().len()).expect("few");
    assert_eq!(
        database.binned(0, 1_000).map(|it| (it.total, it.rows.len())),
        Ok((total, cases().len()))
    );
    assert_eq!(database.away().map(|away| away.len()), Ok(2 * cases().len()));
}

#[test]
fn the_same_case_can_be_approved_anew_after_it_was_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    let is_approved = |case: &Case| matches!(case.stage, Stage::Approved(_));
    let case = cases().into_iter().find(is_approved).expect("an approved case");
    database.save_with_link(&case, &link(1, &case.id)).expect("saved");
    database.bin(&case.id, today()).expect("in the bin");
    database.empty(&case.id, today()).expect("gone");
    // The hand-over file is opened again: it has the same id as ever.
    database.save_with_link(&case, &link(2, &case.id)).expect("saved");
    assert_eq!(database.link(&case.id), Ok(Some(link(2, &case.id))));
    let rows = database.list(&Query::default()).expect("listed").rows;
    assert_eq!(rows.iter().map(|row| row.receipt).collect::<Vec<_>>(), [Some(2)]);
    let gone = AwayPaper { number: 1, why: Away::Deleted(today()) };
    assert_eq!(database.away(), Ok(vec![gone]));
    // And once more.
    database.bin(&case.id, today()).expect("in the bin");
    let away = database.away().expect("told");
    assert_eq!(away.last(), Some(&AwayPaper { number: 2, why: Away::InBin }));
    database.empty(&case.id, date(2026, 12, 1)).expect("gone");
    let days = database.away().expect("told").into_iter().map(|paper| paper.why);
    let days: Vec<Away> = days.collect();
    assert_eq!(days, [Away::Deleted(today()), Away::Deleted(date(2026, 12, 1))]);
}
