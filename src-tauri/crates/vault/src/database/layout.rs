//! The tables, and how those of an earlier program are brought to them.
//!
//! Layout 1 had `cases` and `settings`; 2 brought `documents`, 3 the chain of receipts, 4 what is
//! known of each case without reading it: `summaries`, `deadlines`, `search`, `unreadable`; 5 why a
//! case stands still and the day that its last outcome is about; 6 the records, and with them several
//! links of one case, who of the administrators is set up, an index of the deadlines by kind and
//! day, and the words that the search does not have yet; 7 what it takes to bring two vaults
//! together: the states that each case has had, what of another state is kept aside, and the branches
//! of the chain; 8 the bin, with what is remembered of cases that are gone for good, and a count of the
//! changes (the module `saves`); 9 the history of the cases (the module `history`). All of layouts 4 and 5, and of 6 all but the records, follows from the
//! bodies, so it is made again from them and never the only place of anything.

use super::{
    Database, aside, bin, chain, history, merging, read_own, records, saves, summaries, unread,
    unsaved,
};
use domain::case::CaseId;
use domain::problem::Problem;
use rusqlite::{Connection, Transaction};

/// The layout of the tables, in `user_version`.
pub(super) const LAYOUT: i64 = 9;

const CASES: &str = "
    CREATE TABLE cases (id TEXT PRIMARY KEY, changed INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;";

/// Documents lie beside the cases, so that saving an answer does not write them again; they go with
/// their case.
const DOCUMENTS: &str = "CREATE TABLE documents (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, sha256 BLOB NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (case_id, sha256)) STRICT;";

/// What is known of each case. Moments are nanoseconds since 1970, days are written YYYY-MM-DD,
/// words are those of `summaries`. A date of one kind is found without stepping over those of the
/// others: every draft has one of the register, and nobody asks for it. Three indexes answer lists
/// in their three orders without looking into the table or sorting: `number` tells equals apart, so
/// it stands second; the partial ones hold only what they are asked for.
///
/// `search` holds words, so it is told to overwrite what is deleted; words that changed lie in
/// `unindexed` first (the module `search`), and a trigger forgets both with their row. It needs no
/// ranking (`columnsize`) and no positions, but `detail = none` loses rows to the search when
/// several change in one transaction and what is deleted is overwritten.
const SUMMARIES: &str = "
    CREATE TABLE summaries (
        number INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        state TEXT NOT NULL, next TEXT NOT NULL, done INTEGER NOT NULL,
        name TEXT, cvr INTEGER, representative TEXT, administrators TEXT NOT NULL,
        changed INTEGER NOT NULL, problem TEXT, verdict TEXT,
        attention INTEGER NOT NULL, resumes INTEGER NOT NULL,
        approved_at INTEGER, approved_on TEXT, approved_by TEXT, control_code TEXT, case_number TEXT, receipt INTEGER,
        name_key TEXT NOT NULL, next_deadline TEXT NOT NULL,
        day TEXT NOT NULL, until TEXT NOT NULL, basis INTEGER NOT NULL,
        why_rule TEXT, why_words TEXT, stated_on TEXT,
        set_up TEXT NOT NULL DEFAULT '[]') STRICT;
    CREATE INDEX summaries_changed ON summaries (changed, number, state, attention);
    CREATE INDEX summaries_name ON summaries (name_key, number, state, attention);
    CREATE INDEX summaries_deadline ON summaries (next_deadline, number, state, attention);
    CREATE INDEX summaries_resumes ON summaries (case_id) WHERE resumes = 1;
    CREATE INDEX summaries_approved ON summaries (approved_on, approved_at) WHERE approved_at IS NOT NULL;
    CREATE INDEX summaries_organisation ON summaries (cvr, approved_on, approved_at) WHERE approved_at IS NOT NULL;
    CREATE INDEX summaries_unnumbered ON summaries (approved_at) WHERE approved_at IS NOT NULL AND receipt IS NULL;
    CREATE INDEX summaries_fresh ON summaries (basis, until, day);
    CREATE INDEX summaries_version ON summaries (version);
    CREATE TABLE deadlines (
        case_id TEXT NOT NULL REFERENCES summaries (case_id) ON DELETE CASCADE,
        kind TEXT NOT NULL, day TEXT NOT NULL, settled INTEGER NOT NULL,
        PRIMARY KEY (case_id, kind)) STRICT, WITHOUT ROWID;
    CREATE INDEX deadlines_due ON deadlines (kind, day, case_id) WHERE settled = 0;
    CREATE VIRTUAL TABLE search USING fts5 (
        words, detail = column, columnsize = 0, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
    CREATE TABLE unindexed (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    CREATE TRIGGER summaries_gone AFTER DELETE ON summaries BEGIN
        DELETE FROM search WHERE rowid = old.number; DELETE FROM unindexed WHERE number = old.number; END;
    CREATE TABLE unreadable (
        case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        problem TEXT NOT NULL, name TEXT, cvr INTEGER, representative TEXT, changed INTEGER NOT NULL) STRICT;";

/// What layout 4 did not have. The rows are made anew by this program's own basis, which is never
/// that of the one that wrote them.
const WHY: &str = "
    ALTER TABLE summaries ADD COLUMN why_rule TEXT;
    ALTER TABLE summaries ADD COLUMN why_words TEXT;
    ALTER TABLE summaries ADD COLUMN stated_on TEXT;";

/// What layout 5 did not have.
const SET_UP: &str = "
    ALTER TABLE summaries ADD COLUMN set_up TEXT NOT NULL DEFAULT '[]';
    DROP INDEX deadlines_day;
    CREATE INDEX deadlines_due ON deadlines (kind, day, case_id) WHERE settled = 0;
    CREATE TABLE unindexed (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE search_anew USING fts5 (
        words, detail = column, columnsize = 0, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO search_anew (rowid, words) SELECT rowid, words FROM search;
    DROP TRIGGER summaries_gone;
    DROP TABLE search;
    ALTER TABLE search_anew RENAME TO search;
    INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
    CREATE TRIGGER summaries_gone AFTER DELETE ON summaries BEGIN
        DELETE FROM search WHERE rowid = old.number; DELETE FROM unindexed WHERE number = old.number; END;";

/// The layout that a file has.
pub(super) fn layout(connection: &Connection) -> Result<i64, Problem> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(unread)
}

/// Makes every table.
pub(super) fn lay_out(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for tables in [
        CASES,
        DOCUMENTS,
        chain::TABLES,
        records::TABLES,
        SUMMARIES,
        merging::TABLES,
        bin::TABLES,
        saves::TABLES,
        history::TABLES,
    ] {
        transaction.execute_batch(tables)?;
    }
    transaction.pragma_update(None, "user_version", LAYOUT)?;
    transaction.commit()
}

impl Database {
    /// Brings the tables of an earlier program to this layout, all or nothing. However many cases
    /// there are, one at a time is in memory.
    pub(super) fn bring_from(&mut self, layout: i64) -> Result<(), Problem> {
        let environment = self.environment;
        let transaction = self.connection.transaction().map_err(unsaved)?;
        let earlier: &[&str] = match layout {
            1 => &[DOCUMENTS, chain::TABLES, records::TABLES, SUMMARIES],
            2 => &[chain::TABLES, records::TABLES, SUMMARIES],
            3 => &[chain::MANY_A_CASE, records::TABLES, SUMMARIES],
            4 => &[chain::MANY_A_CASE, records::TABLES, WHY, SET_UP],
            5 => &[chain::MANY_A_CASE, records::TABLES, SET_UP],
            6..=8 => &[],
            _ => return Err(Problem::VaultDamaged),
        };
        for tables in earlier {
            transaction.execute_batch(tables).map_err(unsaved)?;
        }
        if layout < 7 {
            transaction.execute_batch(merging::TABLES).map_err(unsaved)?;
        }
        if layout < 8 {
            for tables in [bin::TABLES, saves::TABLES] {
                transaction.execute_batch(tables).map_err(unsaved)?;
            }
        }
        if layout < 9 {
            transaction.execute_batch(history::TABLES).map_err(unsaved)?;
        }
        // Later ones have them, and are brought up to date beside the window.
        if layout < 4 {
            summarise_all(&transaction, environment)?;
        }
        if layout < 7 {
            merging::note_all(&transaction)?;
        }
        transaction.pragma_update(None, "user_version", LAYOUT).map_err(unsaved)?;
        transaction.commit().map_err(unsaved)
    }
}

fn summarise_all(
    transaction: &Transaction<'_>,
    environment: domain::Environment,
) -> Result<(), Problem> {
    let mut statement = transaction
        .prepare("SELECT id, version, body FROM cases ORDER BY rowid")
        .map_err(unread)?;
    let mut stored = statement.query([]).map_err(unread)?;
    while let Some(row) = stored.next().map_err(unread)? {
        let id = CaseId(row.get(0).map_err(unread)?);
        let version = row.get(1).map_err(unread)?;
        let body = zeroize::Zeroizing::new(row.get::<_, Vec<u8>>(2).map_err(unread)?);
        match read_own(version, &body, &id, environment) {
            Ok(case) => {
                summaries::write(transaction, &case, version, domain::day_in_denmark(case.changed))?
            }
            Err(problem) => aside::set_aside(transaction, &id, problem)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::connect;
    use super::super::tests::made;
    use super::*;
    use crate::database::Disk;
    use crate::testing::cases;
    use domain::Environment::Practice;
    use rusqlite::OpenFlags;

    #[test]
    fn a_move_to_this_layout_that_does_not_come_to_its_end_leaves_the_earlier_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, key, salt) = made(folder.path());
        cases().iter().for_each(|case| database.save(case).expect("saved"));
        // The last table is there already, so the last statement fails.
        let earlier =
            "DROP TABLE deadlines; DROP TABLE summaries; DROP TABLE search; DROP TABLE unreadable;
            DROP TABLE unindexed;
            DROP TABLE record_documents; DROP TABLE records; DROP TABLE revisions;
            DROP TABLE other_versions; DROP TABLE branch_record_documents;
            DROP TABLE branch_records; DROP TABLE branch_links; DROP TABLE branches;
            DROP TABLE saves; DROP TABLE marks;
            DROP TABLE bin; DROP TABLE tombstone_states; DROP TABLE tombstones;
            DROP TABLE gone_links; DROP TABLE changes; CREATE TABLE unreadable (a); PRAGMA user_version = 3";
        database.connection.execute_batch(earlier).expect("as it was");
        drop(database);
        let path = folder.path().join("x.db");
        assert_eq!(
            Database::open(&path, Disk::Local, &key, &salt, Practice).err(),
            Some(Problem::NotSaved)
        );
        let connection =
            connect(&path, Disk::Local, OpenFlags::empty(), &key, &salt).expect("opens");
        let left = "SELECT count(*) FROM sqlite_master WHERE name GLOB 'summaries*' OR name GLOB 'search*'";
        let left: i64 = connection.query_row(left, [], |row| row.get(0)).expect("counted");
        assert_eq!((layout(&connection), left), (Ok(3), 0));
        connection.execute_batch("DROP TABLE unreadable").expect("out of the way");
        drop(connection);
        let mut again = Database::open(&path, Disk::Local, &key, &salt, Practice).expect("opens");
        assert_eq!(again.cases(), Ok(cases()));
        assert_eq!(
            again.count().map(|count| usize::try_from(count).expect("few")),
            Ok(cases().len())
        );
    }
}
