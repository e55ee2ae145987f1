//! The words that a case is found by. Overwriting the old ones takes the longer the more cases there
//! are, too long for a keystroke: what was typed lies beside the index, in the same transaction as
//! its case, until somebody searches or the vault is opened the next time.

use super::{Database, unread, unsaved};
use domain::problem::Problem;
use rusqlite::{Connection, OptionalExtension as _};

/// The words of a new row.
pub(super) fn add(connection: &Connection, number: i64, words: &str) -> Result<(), Problem> {
    connection
        .execute("INSERT INTO search (rowid, words) VALUES (?1, ?2)", (number, words))
        .map_err(unsaved)?;
    Ok(())
}

/// The words of a row that may have changed.
pub(super) fn change(connection: &Connection, number: i64, words: &str) -> Result<(), Problem> {
    let known = "SELECT words FROM unindexed WHERE number = ?1
        UNION ALL SELECT words FROM search WHERE rowid = ?1 LIMIT 1";
    let known: Option<String> =
        connection.query_row(known, [number], |row| row.get(0)).optional().map_err(unread)?;
    if known.as_deref() != Some(words) {
        connection
            .execute(
                "INSERT OR REPLACE INTO unindexed (number, words) VALUES (?1, ?2)",
                (number, words),
            )
            .map_err(unsaved)?;
    }
    Ok(())
}

/// Brings the words that lie beside the index into it.
pub(super) fn index(connection: &Connection) -> Result<(), Problem> {
    let mut waiting = connection.prepare("SELECT number, words FROM unindexed").map_err(unread)?;
    let waiting: Vec<(i64, String)> = waiting
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .map_err(unread)?;
    for (number, words) in waiting {
        connection
            .execute("UPDATE search SET words = ?2 WHERE rowid = ?1", (number, &words))
            .and_then(|_| connection.execute("DELETE FROM unindexed WHERE number = ?1", [number]))
            .map_err(unsaved)?;
    }
    Ok(())
}

impl Database {
    /// Brings the index of the search up to date, all or nothing.
    pub(super) fn index_words(&self) -> Result<(), Problem> {
        let waits = "SELECT EXISTS (SELECT 1 FROM unindexed)";
        if !self.connection.query_row(waits, [], |row| row.get(0)).map_err(unread)? {
            return Ok(());
        }
        let transaction = self.connection.unchecked_transaction().map_err(unsaved)?;
        index(&transaction)?;
        transaction.commit().map_err(unsaved)
    }
}

#[cfg(test)]
mod tests {
    use crate::database::tests::made;
    use crate::testing::cases;
    use domain::case::{Case, CaseId};
    use domain::summary::{CaseSummary, Query};

    /// FTS5 itself has lost rows where several changed at once, so that is tried with all.
    #[test]
    fn cases_that_changed_one_after_the_other_are_all_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        for samples in cases().windows(3) {
            let changed: Vec<Case> = samples
                .iter()
                .zip(["1", "2", "3"])
                .map(|(case, id)| Case { id: CaseId(id.repeat(32)), ..case.clone() })
                .collect();
            changed.iter().for_each(|case| database.save(case).expect("saved"));
            for case in &changed {
                let summary = CaseSummary::of(case, domain::day_in_denmark(case.changed));
                let Some(words) = summary.name else { continue };
                let found = database.list(&Query { words, ..Query::default() }).expect("listed");
                assert!(found.rows.iter().any(|row| row.summary.id == case.id), "{}", case.id.0);
            }
        }
        let left = "SELECT count(*) FROM unindexed";
        assert_eq!(database.connection.query_row(left, [], |row| row.get(0)), Ok(0));
    }
}
