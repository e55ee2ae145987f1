//! What the database promises of each connection, each save and each layout.

use super::*;
use crate::testing::cases;
use domain::Timestamp;
use domain::summary::{CaseSummary, DeadlineKind, Query};
use jiff::civil::Date;

pub(super) fn made(folder: &Path) -> (Database, Key, [u8; 16]) {
    let (key, salt) = (Key::generate().expect("randomness"), [7; 16]);
    let database =
        Database::create(&folder.join("x.db"), Disk::Local, &key, &salt, Environment::Practice)
            .expect("made");
    (database, key, salt)
}

#[test]
fn the_promises_of_durability_are_kept_by_the_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, _, _) = made(folder.path());
    let asked = |name: &str| {
        database.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect(name)
    };
    let answers =
        ["synchronous", "foreign_keys", "secure_delete", "temp_store", "user_version"].map(asked);
    assert_eq!(answers, [2, 1, 1, 2, LAYOUT]);
    let mode: String = database
        .connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .expect("journal_mode");
    assert_eq!(mode, "wal");
    let cipher: String = database
        .connection
        .pragma_query_value(None, "cipher_version", |row| row.get(0))
        .expect("cipher_version");
    assert!(!cipher.is_empty());
}

fn locking(database: &Database) -> String {
    database
        .connection
        .pragma_query_value(None, "locking_mode", |row| row.get(0))
        .expect("locking_mode")
}

#[test]
fn on_a_disk_of_another_machine_the_database_is_held_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, key, salt) =
        (folder.path().join("x.db"), Key::generate().expect("randomness"), [7; 16]);
    let mut database =
        Database::create(&path, Disk::Network, &key, &salt, Environment::Practice).expect("made");
    assert_eq!(locking(&database), "exclusive");
    cases().iter().for_each(|case| database.save(case).expect("saved"));
    let wal = std::fs::metadata(folder.path().join("x.db-wal")).expect("the log is there").len();
    assert!(
        wal > 10_000 && !folder.path().join("x.db-shm").exists(),
        "the index of the log is in no file"
    );
    // A backup is made by the connection that is open.
    assert!(database.is_held_alone());
    let copy = folder.path().join("copy.db");
    let counts = database.copy_held(&copy, &mut |_, _| true).expect("copied");
    let file = Keyed { path: copy, ..database.file() };
    assert_eq!(check(&file), Ok(counts));
    // Nobody else gets in, whatever they take the disk for.
    for disk in [Disk::Network, Disk::Local] {
        assert_eq!(
            Database::open(&path, disk, &key, &salt, Environment::Practice).err(),
            Some(Problem::VaultInUse)
        );
    }
    drop(database);
    for disk in [Disk::Network, Disk::Local] {
        let mut again =
            Database::open(&path, disk, &key, &salt, Environment::Practice).expect("opens");
        assert_eq!(locking(&again), if disk == Disk::Network { "exclusive" } else { "normal" });
        assert_eq!(again.cases().expect("readable").len(), cases().len());
        again.set_setting("disk", "any").expect("saved");
    }
}

/// What lies where the index would be: nothing can be made there, or nothing can be written
/// there.
#[cfg(unix)]
#[test]
fn where_the_index_of_the_log_cannot_be_made_the_database_is_held_alone() {
    let nowhere = |at: &Path| std::os::unix::fs::symlink("/nowhere/at/all", at).expect("a link");
    let folder = |at: &Path| std::fs::create_dir(at).expect("a folder");
    for (obstacle, kind) in [(&nowhere as &dyn Fn(&Path), "link"), (&folder, "folder")] {
        for at_first in [true, false] {
            let place = tempfile::tempdir().expect("a folder");
            let (path, key, salt) =
                (place.path().join("x.db"), Key::generate().expect("randomness"), [7; 16]);
            if !at_first {
                drop(
                    Database::create(&path, Disk::Local, &key, &salt, Environment::Practice)
                        .expect("made"),
                );
            }
            obstacle(&place.path().join("x.db-shm"));
            for _ in 0..2 {
                let mut database = if path.exists() {
                    Database::open(&path, Disk::Local, &key, &salt, Environment::Practice)
                } else {
                    Database::create(&path, Disk::Local, &key, &salt, Environment::Practice)
                }
                .unwrap_or_else(|problem| panic!("{kind}, {at_first}: {problem:?}"));
                assert_eq!(locking(&database), "exclusive", "{kind}");
                cases().iter().for_each(|case| database.save(case).expect("saved"));
                assert_eq!(database.cases().expect("readable").len(), cases().len());
            }
        }
    }
}

#[test]
fn a_full_disk_is_said_and_what_was_stored_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, key, salt) = made(folder.path());
    let case = cases().remove(0);
    database.save(&case).expect("saved");
    let pages: i64 = database
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("page_count");
    let limit: i64 = database
        .connection
        .pragma_update_and_check(None, "max_page_count", pages, |row| row.get(0))
        .expect("limit");
    assert_eq!(limit, pages);
    let large = "x".repeat(100_000);
    assert_eq!(database.set_setting("large", &large), Err(Problem::DiskFull));
    let full: Vec<_> =
        cases().iter().map(|case| database.save(case)).filter(Result::is_err).collect();
    assert!(
        !full.is_empty() && full.iter().all(|refused| *refused == Err(Problem::DiskFull)),
        "{full:?}"
    );
    drop(database);
    let mut again = Database::open(
        &folder.path().join("x.db"),
        Disk::Local,
        &key,
        &salt,
        Environment::Practice,
    )
    .expect("opens");
    assert!(again.cases().expect("readable").contains(&case));
    assert_eq!(again.setting("large"), None);
}

#[test]
fn another_failure_is_not_a_full_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    database.connection.pragma_update(None, "query_only", "ON").expect("query_only");
    assert_eq!(database.save(&cases().remove(0)), Err(Problem::NotSaved));
}

#[test]
fn a_case_that_could_not_be_read_back_is_not_stored() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    let mut case = cases().pop().expect("a case");
    let domain::case::Stage::Approved(approved) = &mut case.stage else {
        panic!("the last sample is approved")
    };
    approved.connection.administrators.clear();
    assert_eq!(database.save(&case), Err(Problem::NotSaved));
    assert_eq!(database.cases(), Ok(vec![]));
}

#[test]
fn the_salt_in_the_file_is_not_needed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.db");
    let (mut database, key, salt) = made(folder.path());
    database.save(&cases().remove(0)).expect("saved");
    drop(database);
    let mut bytes = std::fs::read(&path).expect("read");
    assert_eq!(&bytes[..16], &salt);
    bytes[..16].fill(0);
    std::fs::write(&path, bytes).expect("written");
    let mut again =
        Database::open(&path, Disk::Local, &key, &salt, Environment::Practice).expect("opens");
    assert_eq!(again.cases().expect("readable").len(), 1);
}

#[test]
fn a_layout_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, key, salt) = made(folder.path());
    database.connection.pragma_update(None, "user_version", LAYOUT + 1).expect("set");
    drop(database);
    assert_eq!(
        Database::open(
            &folder.path().join("x.db"),
            Disk::Local,
            &key,
            &salt,
            Environment::Practice
        )
        .err(),
        Some(Problem::VaultNewer)
    );
}

#[test]
fn an_earlier_layout_is_brought_to_this_one_with_its_cases() {
    for layout in 1..LAYOUT {
        let earlier = crate::testing::earlier_layout(u32::try_from(layout).expect("small"));
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, key, salt) = made(folder.path());
        let of = |case: &Case| CaseSummary::of(case, domain::day_in_denmark(case.changed));
        // A draft with the one date that every draft has.
        let is_dated = |case: &Case| of(case).deadlines.len() == 1 && of(case).set_up.is_empty();
        let case = cases().into_iter().find(is_dated).expect("a sample");
        database.save(&case).expect("saved");
        database.connection.execute_batch(&earlier).expect("as it was");
        drop(database);
        let mut again = Database::open(
            &folder.path().join("x.db"),
            Disk::Local,
            &key,
            &salt,
            Environment::Practice,
        )
        .expect("opens");
        assert_eq!(again.cases(), Ok(vec![case.clone()]));
        assert_eq!(again.case(&case.id), Ok(Some(case.clone())));
        assert_eq!(again.count(), Ok(1));
        let due = again.deadlines(Date::MIN, Date::MAX, &DeadlineKind::ALL, 9);
        assert_eq!(due.map(|due| due.len()), Ok(1), "found by the index of this layout");
        let words = of(&case).name.expect("it has a name");
        let found = again.list(&Query { words, ..Query::default() }).expect("listed");
        assert_eq!(found.matching, 1, "found by its name");
        let row = again.list(&Query::default()).expect("listed").rows.remove(0);
        // What layout 4 did not know is made again beside the window.
        let CaseSummary { deadlines, set_up, .. } = of(&case);
        assert_eq!((row.summary.deadlines, row.summary.set_up), (deadlines, set_up));
        assert_eq!(again.keep_document(&case.id, &[1; 32], b"%PDF-"), Ok(()));
        assert_eq!(again.note_copy(&case.id, true, "a.pdf"), Ok(()));
        assert_eq!(again.records_of(&case.id), Ok(vec![]));
        assert_eq!(again.history(&case.id), Ok(domain::history::Log::default()));
        assert_eq!(again.bin(&case.id, Date::constant(2026, 11, 29)), Ok(()));
        assert_eq!((again.count(), again.count_binned()), (Ok(0), Ok(1)));
    }
}

#[test]
fn a_document_stays_as_long_as_its_case_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    let case = cases().remove(0);
    assert_eq!(
        database.keep_document(&case.id, &[1; 32], b"one"),
        Err(Problem::NotSaved),
        "not before its case"
    );
    database.save(&case).expect("saved");
    for (hash, bytes) in [([1; 32], b"one"), ([2; 32], b"two"), ([1; 32], b"one")] {
        assert_eq!(database.keep_document(&case.id, &hash, bytes), Ok(()));
    }
    database.save(&case).expect("saved again");
    assert_eq!(database.document(&case.id, &[1; 32]), Ok(Some(b"one".to_vec())));
    database.forget_documents_but(&case.id, &[[2; 32]]).expect("forgotten");
    assert_eq!(database.document(&case.id, &[1; 32]), Ok(None));
    assert_eq!(database.document(&case.id, &[2; 32]), Ok(Some(b"two".to_vec())));
    database.delete(&case.id).expect("deleted");
    assert_eq!(database.document(&case.id, &[2; 32]), Ok(None));
}

#[test]
fn a_case_and_its_documents_are_kept_together_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, key, salt) = made(folder.path());
    let case = cases().remove(0);
    let (small, large) = (vec![1; 100], vec![2; 500_000]);
    let documents = || [(&[1; 32], small.as_slice()), (&[2; 32], large.as_slice())];
    let pages: i64 = database
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("page_count");
    let limit = |database: &Database, pages: i64| {
        database
            .connection
            .pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0))
            .expect("limit")
    };
    limit(&database, pages + 50);
    assert_eq!(database.save_with_documents(&case, documents()), Err(Problem::DiskFull));
    assert_eq!(database.cases(), Ok(vec![]));
    limit(&database, pages + 1000);
    assert_eq!(database.save_with_documents(&case, documents()), Ok(()));
    assert_eq!(database.save_with_documents(&case, documents()), Ok(()), "again is the same");
    drop(database);
    let mut again = Database::open(
        &folder.path().join("x.db"),
        Disk::Local,
        &key,
        &salt,
        Environment::Practice,
    )
    .expect("opens");
    assert_eq!(again.cases(), Ok(vec![case.clone()]));
    assert_eq!(again.document(&case.id, &[1; 32]), Ok(Some(small.clone())));
    assert_eq!(again.document(&case.id, &[2; 32]), Ok(Some(large.clone())));
}

#[test]
fn a_plain_database_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.db");
    let plain = Connection::open(&path).expect("opens");
    plain.execute_batch("CREATE TABLE t (x)").expect("made");
    drop(plain);
    let (key, salt) = (Key::generate().expect("randomness"), [7; 16]);
    assert_eq!(
        Database::create(&path, Disk::Local, &key, &salt, Environment::Practice).err(),
        Some(Problem::VaultDamaged)
    );
    assert_eq!(
        Database::open(&path, Disk::Local, &key, &salt, Environment::Practice).err(),
        Some(Problem::VaultDamaged)
    );
}

/// Every case that version 4 wrote opens, and is written anew in the shape of today only when it
/// changes.
#[test]
fn the_cases_of_an_earlier_version_are_there_and_become_of_this_one_when_they_are_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, key, salt) = made(folder.path());
    let bodies: Vec<&str> = include_str!("../rows/frozen/4.jsonl").lines().collect();
    let read = |body: &&str| rows::read(4, body.as_bytes()).expect("a frozen body is read");
    let mut cases: Vec<Case> = bodies.iter().map(read).collect();
    cases.iter().for_each(|case| database.save(case).expect("saved"));
    let sql = "UPDATE cases SET version = 4, body = ?2 WHERE id = ?1";
    for (case, body) in cases.iter().zip(bodies) {
        let changed = database.connection.execute(sql, (&case.id.0, body.as_bytes()));
        assert_eq!(changed, Ok(1));
    }
    drop(database);
    let path = folder.path().join("x.db");
    let mut again =
        Database::open(&path, Disk::Local, &key, &salt, Environment::Practice).expect("opens");
    assert_eq!(again.cases().as_ref(), Ok(&cases));
    assert_eq!(again.unreadable(), Ok(vec![]));
    let versions = |database: &Database| {
        let mut statement =
            database.connection.prepare("SELECT version FROM cases ORDER BY id").expect("SQL");
        let versions = statement.query_map([], |row| row.get::<_, i64>(0)).expect("SQL");
        versions.collect::<Result<Vec<_>, _>>().expect("readable")
    };
    assert!(versions(&again).iter().all(|version| *version == 4), "opening changes nothing");
    let changed = cases.first_mut().expect("a case");
    changed.changed = Timestamp::UNIX_EPOCH;
    again.save(changed).expect("saved");
    assert_eq!(versions(&again).first(), Some(&rows::VERSION));
    assert_eq!(again.cases(), Ok(cases));
}

/// A case that is begun with the answers of another: both are kept with the documents that are
/// named, or neither.
#[test]
fn a_copy_is_kept_with_its_documents_and_what_it_was_copied_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    let over = |case: &Case| domain::case::copied_answers(case).is_some();
    let of = cases().into_iter().find(|case| over(case)).expect("a case that is over");
    let id = CaseId("c".repeat(32));
    let now = domain::case::Now { at: of.changed, today: domain::day_in_denmark(of.changed) };
    let copy = Case::copy_of(&of, id.clone(), now).expect("over");
    let named = copy.documents()[0];
    database.save(&of).expect("saved");
    for document in [named, [1; 32]] {
        database.keep_document(&of.id, &document, b"%PDF-").expect("kept");
    }
    let history = domain::case::History { copied_as: Some(id.clone()), ..of.history.clone() };
    let after = Case { history, ..of.clone() };
    assert_eq!(database.save_copy(&copy, &after), Ok(()));
    assert_eq!(database.case(&id), Ok(Some(copy)));
    assert_eq!(database.case(&of.id), Ok(Some(after)));
    assert_eq!(database.document(&id, &named), Ok(Some(b"%PDF-".to_vec())));
    assert_eq!(database.document(&id, &[1; 32]), Ok(None), "nobody names it");
}
