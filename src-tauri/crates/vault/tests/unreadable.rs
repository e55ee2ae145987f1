//! A case that cannot be read takes none of the others with it, and nothing of it is lost. Damage
//! on the disk is found beside the open vault.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment::Practice;
use domain::case::{Case, CaseId, Stage};
use domain::problem::Problem;
use domain::summary::{Query, UnreadableCase};
use jiff::civil::date;
use std::fs;
use tempfile::TempDir;
use vault::testing::{CANARIES, MemoryKeyStore, cases, execute};
use vault::{Integrity, Opening, Vault};

const DAMAGED: &[u8] = b"{\"id\"";

fn open(folder: &TempDir, store: &MemoryKeyStore) -> Vault {
    match Vault::open(folder.path(), Practice, store) {
        Opening::Open(vault) => vault,
        other => panic!("not open: {other:?}"),
    }
}

fn filled() -> (TempDir, MemoryKeyStore, Vault) {
    let (folder, store) = (tempfile::tempdir().unwrap(), MemoryKeyStore::new());
    let mut vault = open(&folder, &store);
    cases().iter().for_each(|case| vault.save(case).unwrap());
    (folder, store, vault)
}

/// The last sample is approved, and its organisation known.
fn last() -> Case {
    cases().pop().unwrap()
}

fn named(case: &Case, problem: Problem) -> UnreadableCase {
    let connection = case.connection().unwrap();
    UnreadableCase {
        id: case.id.clone(),
        problem,
        name: Some(connection.organisation.name.clone()),
        cvr: Some(connection.organisation.cvr),
        representative: Some(connection.representative.name.as_str().to_owned()),
        changed: case.changed,
    }
}

fn listed(vault: &Vault) -> Vec<CaseId> {
    let mut ids: Vec<_> =
        vault.list(&Query::default()).unwrap().rows.into_iter().map(|row| row.summary.id).collect();
    ids.sort();
    ids
}

fn others() -> Vec<CaseId> {
    cases().into_iter().map(|case| case.id).filter(|id| *id != last().id).collect()
}

#[test]
fn a_damaged_case_is_set_aside_by_name_and_the_others_open() {
    let (folder, store, mut vault) = filled();
    let body = vault.unreadable_bytes(&last().id).unwrap().unwrap();
    let put = |vault: &Vault, bytes: &[u8]| {
        execute(
            vault,
            &format!(
                "UPDATE cases SET body = x'{}' WHERE id = '{}'",
                base16ct::lower::encode_string(bytes),
                last().id.0
            ),
        );
    };
    put(&vault, DAMAGED);
    drop(vault);
    let mut vault = open(&folder, &store);
    assert_eq!(vault.case(&last().id), Err(Problem::CaseDamaged));
    assert_eq!(vault.unreadable().unwrap(), [named(&last(), Problem::CaseDamaged)]);
    assert_eq!(vault.unreadable_bytes(&last().id).unwrap().as_deref(), Some(DAMAGED));
    assert_eq!(listed(&vault), others());
    for case in cases().iter().filter(|case| case.id != last().id) {
        assert_eq!(vault.case(&case.id).unwrap().as_ref(), Some(case));
    }
    // Nothing is written over it, whatever comes by this name.
    assert_eq!(vault.save(&last()), Err(Problem::CaseDamaged));
    assert_eq!(vault.unreadable_bytes(&last().id).unwrap().as_deref(), Some(DAMAGED));
    let found = Query { words: "me-1".into(), ..Query::default() };
    assert_eq!(vault.list(&found).unwrap().matching, 0);

    // Another program, or a person with a copy, makes it readable.
    put(&vault, &body);
    drop(vault);
    let mut vault = open(&folder, &store);
    assert_eq!(vault.unreadable().unwrap(), []);
    assert_eq!(vault.case(&last().id).unwrap(), Some(last()));
    assert_eq!((listed(&vault).len(), vault.list(&found).unwrap().matching), (cases().len(), 1));

    put(&vault, DAMAGED);
    assert_eq!(vault.case(&last().id), Err(Problem::CaseDamaged));
    // Earlier programs noted it in the words for the whole file.
    for (noted, told) in [
        ("vault-newer", Problem::CaseNewer),
        ("unheard-of", Problem::CaseDamaged),
        ("vault-damaged", Problem::CaseDamaged),
    ] {
        execute(&vault, &format!("UPDATE unreadable SET problem = '{noted}'"));
        assert_eq!(vault.unreadable().unwrap(), [named(&last(), told)]);
        assert_eq!(vault.save(&last()), Err(told));
    }
    vault.delete(&last().id).unwrap();
    assert_eq!(vault.unreadable().unwrap(), []);
    assert_eq!(vault.case(&last().id), Ok(None));
}

#[test]
fn a_case_of_a_newer_program_is_left_as_it_is_and_named_at_the_start() {
    let (folder, store, mut vault) = filled();
    let body = vault.unreadable_bytes(&last().id).unwrap();
    let newer = |table: &str, id: &str| {
        format!("UPDATE {table} SET version = version + 1 WHERE {id} = '{}'", last().id.0)
    };
    execute(&vault, &newer("cases", "id"));
    // As it lists its own cases, with words that only it knows.
    execute(&vault, &newer("summaries", "case_id"));
    execute(
        &vault,
        &format!(
            "UPDATE summaries SET state = 'concluded', next = 'rest' WHERE case_id = '{}'",
            last().id.0
        ),
    );
    drop(vault);
    let mut vault = open(&folder, &store);
    assert_eq!(vault.unreadable().unwrap(), [named(&last(), Problem::CaseNewer)]);
    assert_eq!(listed(&vault), others());
    assert_eq!(vault.save(&last()), Err(Problem::CaseNewer));
    assert_eq!(vault.case(&last().id), Err(Problem::CaseNewer));
    assert_eq!(vault.unreadable_bytes(&last().id).unwrap(), body);
    while vault.refresh(date(2027, 1, 1), 10).unwrap() > 0 {}

    execute(
        &vault,
        &format!("UPDATE cases SET version = version - 1 WHERE id = '{}'", last().id.0),
    );
    drop(vault);
    let mut vault = open(&folder, &store);
    assert_eq!(
        (vault.unreadable().unwrap(), vault.case(&last().id).unwrap()),
        (vec![], Some(last()))
    );
}

#[test]
fn a_case_that_lies_under_another_name_or_in_the_other_world_is_not_taken_for_it() {
    let (_folder, _store, mut vault) = filled();
    let [one, other] = [cases().remove(1).id, cases().remove(2).id];
    let copy =
        "UPDATE cases SET body = (SELECT body FROM cases WHERE id = '{from}') WHERE id = '{to}'";
    execute(&vault, &copy.replace("{from}", &one.0).replace("{to}", &other.0));
    let live = "UPDATE cases SET body = CAST(replace(CAST(body AS TEXT), '\"practice\"', '\"live\"') AS BLOB) WHERE id = '{id}'";
    execute(&vault, &live.replace("{id}", &one.0));
    for id in [one, other] {
        assert_eq!(vault.case(&id), Err(Problem::CaseDamaged));
    }
    assert_eq!(vault.unreadable().unwrap().len(), 2);
}

#[test]
fn stale_cases_that_cannot_be_read_do_not_stop_the_others() {
    let (_folder, _store, mut vault) = filled();
    let first = cases().remove(1).id;
    execute(&vault, &format!("UPDATE cases SET body = x'00' WHERE id = '{}'", first.0));
    let mut portions = 0;
    while vault.refresh(date(2027, 1, 1), 3).unwrap() > 0 {
        portions += 1;
        assert!(portions < 100, "it comes to an end");
    }
    assert_eq!(vault.unreadable().unwrap().len(), 1);
    assert_eq!(vault.stale(date(2027, 1, 1), 10).unwrap(), []);
}

#[test]
fn a_damaged_page_is_found_beside_the_open_vault_and_hurts_only_the_case_on_it() {
    let (folder, store, mut vault) = filled();
    let today = date(2026, 11, 28);
    assert!(vault.integrity_is_due(today));
    let sound = vault.integrity_check().run().unwrap();
    assert_eq!(sound, Integrity::Sound);
    vault.note_integrity(today, &sound).unwrap();
    assert!(!vault.integrity_is_due(today));
    assert!(vault.integrity_is_due(today.tomorrow().unwrap()));
    vault.note_integrity(today, &Integrity::NotJudged).unwrap();
    assert_eq!(vault.last_integrity(), Some((today, Integrity::Sound)));

    // A case so large that it has pages of its own, written last.
    let mut large = last();
    let Stage::Approved(approved) = &mut large.stage else { panic!("approved") };
    approved.evidence.bundle = vec![7; 200_000];
    let large = Case { id: CaseId("f".repeat(32)), ..large };
    vault.save(&large).unwrap();
    drop(vault);
    let database = folder.path().join("tilslut-practice.db");
    let whole = fs::read(&database).unwrap();
    let page = whole.len() / 4096 - 10;
    let mut damaged = whole.clone();
    damaged[page * 4096 + 100] ^= 1;
    fs::write(&database, &damaged).unwrap();

    let mut vault = open(&folder, &store);
    let check = vault.integrity_check();
    let found = std::thread::spawn(move || check.run()).join().unwrap().unwrap();
    assert_eq!(found, Integrity::Damaged { pages: vec![u32::try_from(page).unwrap() + 1] });
    vault.note_integrity(today, &found).unwrap();
    assert_eq!(vault.last_integrity(), Some((today, found)));
    assert!(vault.integrity_is_due(today), "it is looked at again");

    assert_eq!(vault.case(&large.id), Err(Problem::CaseDamaged));
    assert_eq!(vault.unreadable().unwrap(), [named(&large, Problem::CaseDamaged)]);
    assert_eq!(vault.unreadable_bytes(&large.id), Err(Problem::CaseDamaged));
    for case in cases() {
        assert_eq!(vault.case(&case.id).unwrap(), Some(case));
    }
    vault.save(&Case { problem: None, ..cases().remove(0) }).unwrap();
    drop(vault);
    let mut vault = open(&folder, &store);
    assert_eq!(vault.unreadable().unwrap().len(), 1);
    assert_eq!(vault.case(&cases()[1].id).unwrap(), Some(cases().remove(1)));
}

#[test]
fn saving_goes_on_while_the_pages_are_checked() {
    let (_folder, _store, mut vault) = filled();
    for round in 0..5 {
        let check = vault.integrity_check();
        let running = std::thread::spawn(move || check.run());
        for case in cases() {
            vault
                .save(&Case {
                    changed: case.changed + jiff::SignedDuration::from_secs(round),
                    ..case
                })
                .unwrap();
        }
        let found = running.join().unwrap().unwrap();
        assert!(matches!(found, Integrity::Sound | Integrity::NotJudged), "{found:?}");
    }
}

#[test]
fn what_a_search_finds_by_cannot_be_read_without_the_key() {
    let (folder, store, vault) = filled();
    let log = folder.path().join("tilslut-practice.db-wal");
    let open_bytes = fs::read(log).unwrap();
    drop(vault);
    let closed = fs::read(folder.path().join("tilslut-practice.db")).unwrap();
    for bytes in [open_bytes, closed] {
        for canary in CANARIES.into_iter().chain(["kanariefugl", "nordlys", "fts5"]) {
            assert!(
                !bytes.windows(canary.len()).any(|window| window == canary.as_bytes()),
                "{canary}"
            );
        }
    }
    // And what is deleted is out of it.
    let mut vault = open(&folder, &store);
    cases().iter().for_each(|case| vault.delete(&case.id).unwrap());
    assert_eq!(
        vault.list(&Query { words: "kanariefugl".into(), ..Query::default() }).unwrap().total,
        0
    );
}
