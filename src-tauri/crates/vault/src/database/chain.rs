//! The chain of receipts and records at rest, and where each receipt was last copied to. What a
//! record says is in `records`.

use super::history::keep_case;
use super::{Database, saves, unread, unsaved};
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::problem::Problem;
use rusqlite::{Connection, Error, OptionalExtension as _, Params};

/// The chain of receipts outlives the cases: a link stays when its case is deleted, so nothing here
/// refers to them. Where the receipt of a case was last copied to goes with the case.
pub(super) const TABLES: &str = "CREATE TABLE chain (
    number INTEGER PRIMARY KEY, previous BLOB, case_id TEXT NOT NULL, bundle_sha256 BLOB NOT NULL) STRICT;
    CREATE INDEX chain_case ON chain (case_id);
    CREATE TABLE copies (
    case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE, accepted INTEGER NOT NULL, path TEXT NOT NULL) STRICT;";

/// The links of a case that are no record's, and not those of an earlier life of it that was deleted. A
/// case has one such link at most, that of its receipt.
const OF_RECEIPT: &str = "case_id = ?1 AND number NOT IN (SELECT number FROM records)
    AND number NOT IN (SELECT number FROM gone_links WHERE branch = 0)";

/// Until layout 5 a case had one link at most: a guided one gets one for each record.
pub(super) const MANY_A_CASE: &str = "ALTER TABLE chain RENAME TO chain_of_one;
    CREATE TABLE chain (
    number INTEGER PRIMARY KEY, previous BLOB, case_id TEXT NOT NULL, bundle_sha256 BLOB NOT NULL) STRICT;
    INSERT INTO chain (number, previous, case_id, bundle_sha256)
        SELECT number, previous, case_id, bundle_sha256 FROM chain_of_one;
    DROP TABLE chain_of_one;
    CREATE INDEX chain_case ON chain (case_id);";

/// The same in a branch of the chain.
const OF_RECEIPT_IN_BRANCH: &str = "case_id = ?1 AND NOT EXISTS (SELECT 1 FROM branch_records
    WHERE branch_records.branch = branch_links.branch
    AND branch_records.number = branch_links.number)
    AND NOT EXISTS (SELECT 1 FROM gone_links WHERE gone_links.branch = branch_links.branch
    AND gone_links.number = branch_links.number)";

impl Database {
    /// Keeps a case and its link in the chain of receipts, all or nothing.
    pub(crate) fn save_with_link(&mut self, case: &Case, link: &Link) -> Result<(), Problem> {
        // An approval has one receipt, whatever is made of it how often.
        let has_one = format!(
            "SELECT EXISTS (SELECT 1 FROM chain WHERE {OF_RECEIPT}
             UNION ALL SELECT 1 FROM branch_links WHERE {OF_RECEIPT_IN_BRANCH})"
        );
        self.change(|transaction| {
            if transaction.query_row(&has_one, [&link.case.0], |row| row.get(0)).map_err(unread)? {
                return Err(Problem::NotSaved);
            }
            saves::refuse_given(transaction, link)?;
            write_link(transaction, link)?;
            // After its link, since what is known of the case has the number in it.
            keep_case(transaction, case)
        })?;
        self.sync_mark();
        Ok(())
    }

    /// Every link of the chain of receipts, by number.
    pub(crate) fn links(&self) -> Result<Vec<Link>, Problem> {
        self.links_where("true ORDER BY number", [])
    }

    /// The link of the receipt of a case, when it has one: whatever records were made of it since.
    pub(crate) fn link(&self, case: &CaseId) -> Result<Option<Link>, Problem> {
        match self.links_where(OF_RECEIPT, [&case.0])?.pop() {
            Some(link) => Ok(Some(link)),
            None => self
                .links_in("branch_links", OF_RECEIPT_IN_BRANCH, [&case.0])
                .map(|mut links| links.pop()),
        }
    }

    /// Every link of a case, by number: of its receipt, and of each of its records. Those of a branch
    /// of the chain come first. What was deleted counts: a receipt that somebody kept elsewhere still
    /// is one of this chain.
    pub(crate) fn links_of(&self, case: &CaseId) -> Result<Vec<Link>, Problem> {
        let mut links = self.links_in("branch_links", "case_id = ?1 ORDER BY number", [&case.0])?;
        links.extend(self.links_where("case_id = ?1 ORDER BY number", [&case.0])?);
        Ok(links)
    }

    /// The newest link.
    pub(crate) fn last_link(&self) -> Result<Option<Link>, Problem> {
        self.links_where("true ORDER BY number DESC LIMIT 1", []).map(|mut links| links.pop())
    }

    pub(super) fn links_where(
        &self,
        which: &str,
        values: impl Params,
    ) -> Result<Vec<Link>, Problem> {
        self.links_in("chain", which, values)
    }

    /// The links of the chain, or of its branches.
    pub(super) fn links_in(
        &self,
        table: &str,
        which: &str,
        values: impl Params,
    ) -> Result<Vec<Link>, Problem> {
        let sql =
            format!("SELECT number, previous, case_id, bundle_sha256 FROM {table} WHERE {which}");
        let mut statement = self.connection.prepare(&sql).map_err(unread)?;
        let stored = statement.query_map(values, |row| {
            let number: i64 = row.get(0)?;
            let number =
                u64::try_from(number).map_err(|_| Error::IntegralValueOutOfRange(0, number))?;
            Ok(Link {
                number,
                previous: row.get(1)?,
                case: CaseId(row.get(2)?),
                bundle_sha256: row.get(3)?,
            })
        });
        // A column that is not what it should be has no code of SQLite's, and is no failure to read
        // the disk.
        let readable = |error: Error| {
            if error.sqlite_error_code().is_some() { unread(error) } else { Problem::VaultDamaged }
        };
        stored.map_err(unread)?.map(|row| row.map_err(readable)).collect()
    }

    /// Notes where the receipt of a case was copied to, and whether it told of the receiver's
    /// answer.
    pub(crate) fn note_copy(
        &mut self,
        case: &CaseId,
        accepted: bool,
        path: &str,
    ) -> Result<(), Problem> {
        let sql = "INSERT INTO copies (case_id, accepted, path) VALUES (?1, ?2, ?3)
                   ON CONFLICT (case_id) DO UPDATE SET accepted = excluded.accepted, path = excluded.path";
        self.change(|transaction| {
            transaction.execute(sql, (&case.0, accepted, path)).map(|_| ()).map_err(unsaved)
        })
    }

    /// Whether the copy of a receipt tells of the receiver's answer, and where it was put; none
    /// when none was made.
    pub(crate) fn copy(&self, case: &CaseId) -> Result<Option<(bool, String)>, Problem> {
        let sql = "SELECT accepted, path FROM copies WHERE case_id = ?1";
        self.connection
            .query_row(sql, [&case.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(unread)
    }

    /// For each receipt that was copied: whether the copy tells of the receiver's answer, and where
    /// it was put.
    pub(crate) fn copies(&self) -> Result<Vec<(CaseId, bool, String)>, Problem> {
        let mut statement = self
            .connection
            .prepare("SELECT case_id, accepted, path FROM copies ORDER BY case_id")
            .map_err(unread)?;
        let noted = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get(1)?, row.get(2)?)))
            .map_err(unread)?;
        noted.collect::<Result<_, _>>().map_err(unread)
    }
}

/// Keeps a link; the caller holds the transaction.
pub(super) fn write_link(connection: &Connection, link: &Link) -> Result<(), Problem> {
    let number = i64::try_from(link.number).map_err(|_| Problem::NotSaved)?;
    let sql =
        "INSERT INTO chain (number, previous, case_id, bundle_sha256) VALUES (?1, ?2, ?3, ?4)";
    connection
        .execute(sql, (number, link.previous, &link.case.0, link.bundle_sha256))
        .map(|_| ())
        .map_err(unsaved)
}

#[cfg(test)]
mod tests {
    use super::super::tests::made;
    use super::*;
    use crate::disk::Disk;
    use crate::testing::cases;

    fn link(number: u64, case: &Case) -> Link {
        Link {
            number,
            previous: (number > 1).then_some([9; 32]),
            case: case.id.clone(),
            bundle_sha256: [3; 32],
        }
    }

    #[test]
    fn a_link_is_kept_with_its_case_or_not_at_all_and_stays_when_the_case_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, key, salt) = made(folder.path());
        let [one, two] =
            <[Case; 2]>::try_from(cases().drain(..2).collect::<Vec<_>>()).expect("two cases");
        database.save_with_link(&one, &link(1, &one)).expect("saved");
        assert_eq!(
            database.save_with_link(&two, &link(1, &two)),
            Err(Problem::NotSaved),
            "a number is given once"
        );
        assert_eq!(
            database.save_with_link(&one, &link(2, &one)),
            Err(Problem::NotSaved),
            "a case has one"
        );
        assert_eq!(database.cases(), Ok(vec![one.clone()]), "what was refused left nothing");
        database.save_with_link(&two, &link(2, &two)).expect("saved");
        database.note_copy(&one.id, false, "a.pdf").expect("noted");
        database.note_copy(&one.id, true, "b.pdf").expect("noted again");
        assert_eq!(database.copies(), Ok(vec![(one.id.clone(), true, "b.pdf".to_owned())]));
        database.delete(&one.id).expect("deleted");
        drop(database);
        let again = Database::open(
            &folder.path().join("x.db"),
            Disk::Local,
            &key,
            &salt,
            domain::Environment::Practice,
        )
        .expect("opens");
        assert_eq!(again.links(), Ok(vec![link(1, &one), link(2, &two)]));
        assert_eq!(again.copies(), Ok(vec![]));
    }

    #[test]
    fn a_link_that_cannot_be_read_is_told_not_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let (database, _, _) = made(folder.path());
        let short = "INSERT INTO chain (number, case_id, bundle_sha256) VALUES (1, 'a', x'00')";
        let below = "DELETE FROM chain; INSERT INTO chain (number, case_id, bundle_sha256) VALUES (-1, 'a', zeroblob(32))";
        for wrong in [short, below] {
            database.connection.execute_batch(wrong).expect("put in");
            assert_eq!(database.links(), Err(Problem::VaultDamaged));
        }
    }
}
