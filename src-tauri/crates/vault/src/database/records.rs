//! The records of cases that were concluded on the official site, at rest: what each says, byte for byte, beside its link in the chain.
//! They go with their case. A document or mail that a record encloses stays as long as the record
//! does, also when the case does not name it any more: or the record could not be made again.

use super::chain::write_link;
use super::history::keep_case;
use super::{Database, saves, summaries, unread, unsaved};
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::problem::Problem;
use domain::summary::{Paper, Papers};
use jiff::civil::Date;
use rusqlite::Params;

/// The day is that on which it was made, in Denmark.
pub(super) const TABLES: &str = "CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    day TEXT NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE INDEX records_case ON records (case_id, number);
    CREATE INDEX records_day ON records (day, number);
    CREATE TABLE record_documents (
    number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
    sha256 BLOB NOT NULL, PRIMARY KEY (number, sha256)) STRICT, WITHOUT ROWID;";

/// Receipts and records in one list, by their days.
const PAPERS: &str = "SELECT number, approved_on AS day, receipt AS paper, 0 AS is_record
        FROM summaries INDEXED BY summaries_approved WHERE approved_at IS NOT NULL
    UNION ALL SELECT summaries.number, records.day, records.number, 1
        FROM records JOIN summaries USING (case_id)
    UNION ALL SELECT summaries.number, branch_records.day, branch_records.number, 1
        FROM branch_records JOIN summaries USING (case_id)";

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRecord {
    /// Its link in the chain.
    pub link: Link,
    /// The day on which it was made, in Denmark.
    pub day: Date,
    /// What it says, byte for byte.
    pub body: Vec<u8>,
}

impl Database {
    /// Keeps a case, a record of it, its link, and which documents it encloses: all or nothing.
    pub(crate) fn save_with_record(
        &mut self,
        case: &Case,
        record: &KeptRecord,
        documents: &[[u8; 32]],
    ) -> Result<(), Problem> {
        let number = i64::try_from(record.link.number).map_err(|_| Problem::NotSaved)?;
        self.change(|transaction| {
            saves::refuse_given(transaction, &record.link)?;
            write_link(transaction, &record.link)?;
            let sql = "INSERT INTO records (number, case_id, day, body) VALUES (?1, ?2, ?3, ?4)";
            transaction
                .execute(sql, (number, &case.id.0, record.day.to_string(), &record.body))
                .map_err(unsaved)?;
            let sql = "INSERT INTO record_documents (number, sha256) VALUES (?1, ?2)
                       ON CONFLICT DO NOTHING";
            for sha256 in documents {
                transaction.execute(sql, (number, sha256)).map_err(unsaved)?;
            }
            // After its link, since what is known of the case has the number in it.
            keep_case(transaction, case)
        })?;
        self.sync_mark();
        Ok(())
    }

    /// The records of a case, by number. Those of a branch of the chain come first.
    pub(crate) fn records_of(&self, case: &CaseId) -> Result<Vec<KeptRecord>, Problem> {
        let mut records = self.records_in_branches(case)?;
        records.extend(self.records_where("case_id = ?1 ORDER BY number", [&case.0])?);
        Ok(records)
    }

    /// The record with a number; none when it is not here, or its case is in the bin.
    pub(crate) fn record(&self, number: u64) -> Result<Option<KeptRecord>, Problem> {
        let Ok(number) = i64::try_from(number) else { return Ok(None) };
        let which = "number = ?1 AND case_id NOT IN (SELECT case_id FROM bin)";
        self.records_where(which, [number]).map(|mut found| found.pop())
    }

    /// The numbers of the records that were made between two days, by day; none of a case in the bin.
    pub(crate) fn record_numbers(&self, from: Date, to: Date) -> Result<Vec<u64>, Problem> {
        let sql = "SELECT number FROM records WHERE day BETWEEN ?1 AND ?2
                   AND case_id NOT IN (SELECT case_id FROM bin) ORDER BY day, number";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let numbers = statement
            .query_map((from.to_string(), to.to_string()), |row| row.get::<_, i64>(0))
            .map_err(unread)?;
        numbers
            .map(|number| u64::try_from(number.map_err(unread)?).map_err(|_| Problem::VaultDamaged))
            .collect()
    }

    /// Receipts and records, the newest day first: so many, after so many.
    pub(crate) fn papers(&self, skip: u32, limit: u32) -> Result<Papers, Problem> {
        let count = format!("SELECT count(*) FROM ({PAPERS})");
        let total = self.connection.query_row(&count, [], |row| row.get(0)).map_err(unread)?;
        let sql = format!("{PAPERS} ORDER BY day DESC, paper DESC, number DESC LIMIT ?1 OFFSET ?2");
        Ok(Papers { papers: self.papers_of(&sql, [limit, skip])?, total })
    }

    /// The newest receipt or record of each case of which that is of one of these days, or of one
    /// between them: so many, the earliest first.
    pub(crate) fn newest_papers(
        &self,
        from: Date,
        to: Date,
        limit: u32,
    ) -> Result<Vec<Paper>, Problem> {
        let sql = format!(
            "SELECT number, day, paper, is_record FROM (SELECT *, row_number()
                OVER (PARTITION BY number ORDER BY day DESC, paper DESC) AS nth FROM ({PAPERS}))
             WHERE nth = 1 AND day BETWEEN ?1 AND ?2 ORDER BY day, number LIMIT ?3"
        );
        self.papers_of(&sql, (from.to_string(), to.to_string(), limit))
    }

    fn papers_of(&self, sql: &str, values: impl Params) -> Result<Vec<Paper>, Problem> {
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let mut found = statement.query(values).map_err(unread)?;
        let mut papers = Vec::new();
        while let Some(row) = found.next().map_err(unread)? {
            let (number, is_record): (i64, bool) =
                (row.get(0).map_err(unread)?, row.get(3).map_err(unread)?);
            let day: String = row.get(1).map_err(unread)?;
            let paper: Option<i64> = row.get(2).map_err(unread)?;
            let damaged = Problem::VaultDamaged;
            let Some(case) = summaries::row(&self.connection, number)? else { continue };
            papers.push(Paper {
                row: case,
                number: paper.map(u64::try_from).transpose().map_err(|_| damaged)?,
                day: day.parse().map_err(|_| damaged)?,
                is_record,
            });
        }
        Ok(papers)
    }

    /// The documents that records of a case enclose.
    pub(super) fn in_records(&self, case: &CaseId) -> Result<Vec<[u8; 32]>, Problem> {
        let sql = "SELECT sha256 FROM record_documents JOIN records USING (number)
                   WHERE case_id = ?1
            UNION SELECT sha256 FROM branch_record_documents
                   JOIN branch_records USING (branch, number) WHERE case_id = ?1";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let named = statement.query_map([&case.0], |row| row.get(0)).map_err(unread)?;
        named.collect::<Result<_, _>>().map_err(unread)
    }

    fn records_where(&self, which: &str, values: impl Params) -> Result<Vec<KeptRecord>, Problem> {
        let sql = format!("SELECT number, day, body FROM records WHERE {which}");
        let mut statement = self.connection.prepare(&sql).map_err(unread)?;
        let stored = statement
            .query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .map_err(unread)?;
        stored
            .map(|row| {
                let (number, day, body): (i64, String, Vec<u8>) = row.map_err(unread)?;
                let link = self
                    .links_where("number = ?1", [number])?
                    .pop()
                    .ok_or(Problem::VaultDamaged)?;
                let day = day.parse().map_err(|_| Problem::VaultDamaged)?;
                Ok(KeptRecord { link, day, body })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::made;
    use super::*;
    use crate::testing::cases;
    use jiff::civil::date;

    fn record(number: u64, case: &Case, body: &[u8]) -> KeptRecord {
        let previous = (number > 1).then_some([9; 32]);
        let link = Link { number, previous, case: case.id.clone(), bundle_sha256: [3; 32] };
        KeptRecord { link, day: date(2026, 11, 24), body: body.to_vec() }
    }

    /// A record that is made of an approved case has a number of its own, and the receipt keeps its.
    #[test]
    fn a_receipt_keeps_its_number_whatever_records_are_made_since() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        let is_approved = |case: &Case| matches!(case.stage, domain::case::Stage::Approved(_));
        let case = cases().into_iter().find(is_approved).expect("an approved case");
        let receipt =
            Link { number: 1, previous: None, case: case.id.clone(), bundle_sha256: [3; 32] };
        database.save_with_link(&case, &receipt).expect("saved");
        let record = record(2, &case, b"one");
        database.save_with_record(&case, &record, &[]).expect("saved");
        assert_eq!(database.link(&case.id), Ok(Some(receipt.clone())));
        assert_eq!(database.links_of(&case.id), Ok(vec![receipt.clone(), record.link.clone()]));
        let third = Link { number: 3, ..receipt };
        assert_eq!(database.save_with_link(&case, &third), Err(Problem::NotSaved), "it has one");
        let papers = database.papers(0, 10).expect("listed").papers;
        let mut listed: Vec<_> = papers.iter().map(|it| (it.number, it.is_record)).collect();
        listed.sort_unstable();
        assert_eq!(listed, [(Some(1), false), (Some(2), true)]);
    }

    #[test]
    fn every_record_of_a_case_stays_with_what_it_encloses_and_goes_with_the_case() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        let case = cases().remove(0);
        database.save(&case).expect("saved");
        database.keep_document(&case.id, &[1; 32], b"mail").expect("kept");
        let (first, second) = (record(1, &case, b"one"), record(2, &case, b"two"));
        database.save_with_record(&case, &first, &[[1; 32]]).expect("saved");
        database.save_with_record(&case, &second, &[]).expect("saved");
        assert_eq!(
            database.save_with_record(&case, &record(2, &case, b"three"), &[]),
            Err(Problem::NotSaved),
            "a number is given once"
        );
        assert_eq!(database.records_of(&case.id), Ok(vec![first.clone(), second.clone()]));
        assert_eq!(database.record(1), Ok(Some(first)));
        assert_eq!(database.record(3), Ok(None));
        assert_eq!(database.record_numbers(date(2026, 1, 1), date(2026, 12, 31)), Ok(vec![1, 2]));
        assert_eq!(database.record_numbers(date(2027, 1, 1), date(2027, 12, 31)), Ok(vec![]));
        assert_eq!(database.links_of(&case.id).map(|links| links.len()), Ok(2));

        database.forget_documents_but(&case.id, &[]).expect("forgotten");
        assert_eq!(
            database.document(&case.id, &[1; 32]),
            Ok(Some(b"mail".to_vec())),
            "a record encloses it"
        );
        let papers = database.papers(0, 10).expect("listed");
        let records = papers.papers.iter().filter(|paper| paper.is_record);
        assert_eq!(records.map(|paper| paper.number).collect::<Vec<_>>(), [Some(2), Some(1)]);

        database.delete(&case.id).expect("deleted");
        assert_eq!(database.records_of(&case.id), Ok(vec![]));
        assert_eq!(database.links().map(|links| links.len()), Ok(2), "the chain stays");
    }

    #[test]
    fn of_the_papers_of_one_case_the_newest_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut database, _, _) = made(folder.path());
        let case = cases().remove(0);
        database.save(&case).expect("saved");
        let earlier = record(1, &case, b"one");
        let later = KeptRecord { day: date(2027, 3, 1), ..record(2, &case, b"two") };
        for kept in [&earlier, &later] {
            database.save_with_record(&case, kept, &[]).expect("saved");
        }
        let newest = |from, to| {
            let found = database.newest_papers(from, to, 10).expect("listed");
            found.iter().map(|paper| (paper.number, paper.day)).collect::<Vec<_>>()
        };
        assert_eq!(newest(later.day, later.day), [(Some(2), later.day)]);
        assert_eq!(newest(earlier.day, later.day), [(Some(2), later.day)]);
        assert_eq!(newest(earlier.day, earlier.day), [], "a newer one is kept longer");
    }
}
