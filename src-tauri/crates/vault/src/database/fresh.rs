//! What of a summary depends on the day or the rule book is made again in small portions, so that
//! nobody waits for it.

use super::{Database, search, summaries, unread, unsaved};
use domain::case::CaseId;
use domain::problem::Problem;
use domain::summary::basis;
use jiff::civil::Date;

/// One index holds all three that are compared, so that nothing else is gone through.
pub(super) const STALE: &str = "SELECT case_id FROM summaries WHERE number IN (
    SELECT number FROM summaries INDEXED BY summaries_fresh WHERE basis <> ?1 OR until <= ?2 OR day > ?2 LIMIT ?3)";

impl Database {
    /// Some of the cases whose summary may say something else today, or under the rules of this
    /// program.
    pub(crate) fn stale(&self, today: Date, limit: u32) -> Result<Vec<CaseId>, Problem> {
        let mut statement = self.connection.prepare(STALE).map_err(unread)?;
        let ids = statement
            .query_map((basis(), today.to_string(), limit), |row| Ok(CaseId(row.get(0)?)))
            .map_err(unread)?;
        ids.collect::<Result<_, _>>().map_err(unread)
    }

    /// Makes the summaries of some of these cases again; how many. None is left when it is 0.
    pub(crate) fn refresh(&mut self, today: Date, limit: u32) -> Result<u32, Problem> {
        let mut cases = Vec::new();
        let ids = self.stale(today, limit)?;
        for id in &ids {
            match self.case(id) {
                Ok(Some(case)) => cases.push(case),
                // It was set aside, so it is not stale any more.
                Ok(None) | Err(Problem::CaseDamaged | Problem::CaseNewer) => {}
                Err(problem) => return Err(problem),
            }
        }
        let transaction = self.connection.transaction().map_err(unsaved)?;
        for case in &cases {
            let version = "SELECT version FROM cases WHERE id = ?1";
            let version =
                transaction.query_row(version, [&case.id.0], |row| row.get(0)).map_err(unread)?;
            summaries::write(&transaction, case, version, today)?;
        }
        search::index(&transaction)?;
        transaction.commit().map_err(unsaved)?;
        Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
    }
}
