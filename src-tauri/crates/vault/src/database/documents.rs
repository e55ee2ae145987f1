//! The documents and mails of the cases: their bytes, beside the case that names them.

use super::{Database, unread, unsaved};
use domain::case::CaseId;
use domain::problem::Problem;
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

impl Database {
    /// Keeps the bytes of a document beside a case that is stored already.
    pub(crate) fn keep_document(
        &mut self,
        case: &CaseId,
        sha256: &[u8; 32],
        bytes: &[u8],
    ) -> Result<(), Problem> {
        self.change(|transaction| write_document(transaction, case, sha256, bytes))
    }

    /// The bytes of a document; none when they are not kept.
    pub(crate) fn document(
        &self,
        case: &CaseId,
        sha256: &[u8; 32],
    ) -> Result<Option<Vec<u8>>, Problem> {
        let sql = "SELECT body FROM documents WHERE case_id = ?1 AND sha256 = ?2";
        self.connection
            .query_row(sql, (&case.0, sha256), |row| row.get(0))
            .optional()
            .map_err(unread)
    }

    /// Forgets every document of a case but these and those that a record encloses.
    pub(crate) fn forget_documents_but(
        &mut self,
        case: &CaseId,
        named: &[[u8; 32]],
    ) -> Result<(), Problem> {
        let kept = hashes_of_documents(&self.connection, case)?;
        let enclosed = self.in_records(case)?;
        let is_unnamed = |hash: &&[u8; 32]| !named.contains(hash) && !enclosed.contains(hash);
        let unnamed: Vec<&[u8; 32]> = kept.iter().filter(is_unnamed).collect();
        if unnamed.is_empty() {
            return Ok(());
        }
        self.change(|transaction| {
            for sha256 in unnamed {
                let sql = "DELETE FROM documents WHERE case_id = ?1 AND sha256 = ?2";
                transaction.execute(sql, (&case.0, sha256)).map_err(unsaved)?;
            }
            Ok(())
        })
    }

    /// How many documents and mails are kept.
    pub(crate) fn count_documents(&self) -> Result<u64, Problem> {
        let sql = "SELECT count(*) FROM documents";
        let count: i64 = self.connection.query_row(sql, [], |row| row.get(0)).map_err(unread)?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

/// What the documents of a case are named by: the SHA-256 of their bytes.
pub(super) fn hashes_of_documents(
    connection: &Connection,
    case: &CaseId,
) -> Result<Vec<[u8; 32]>, Problem> {
    let sql = "SELECT sha256 FROM documents WHERE case_id = ?1";
    let mut statement = connection.prepare(sql).map_err(unread)?;
    let kept = statement.query_map([&case.0], |row| row.get(0)).map_err(unread)?;
    kept.collect::<Result<_, _>>().map_err(unread)
}

/// Whether bytes that come from elsewhere are what their name says.
pub(super) fn is_named_by(bytes: &[u8], sha256: &[u8]) -> bool {
    Sha256::digest(bytes).as_slice() == sha256
}

/// Keeps a document; the caller holds the transaction.
pub(super) fn write_document(
    connection: &Connection,
    case: &CaseId,
    sha256: &[u8; 32],
    bytes: &[u8],
) -> Result<(), Problem> {
    let sql =
        "INSERT INTO documents (case_id, sha256, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    connection.execute(sql, (&case.0, sha256, bytes)).map(|_| ()).map_err(unsaved)
}
