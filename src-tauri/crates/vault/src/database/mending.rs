//! What a case here has lost, and another vault still has: of a database that was damaged a whole case can be
//! left without some of its documents, or a number without its record (`salvaging`). The case itself is the
//! same in both, so nothing else of it would be taken in.

use super::documents::{hashes_of_documents, is_named_by};
use super::{Database, merging, unread, write_document};
use domain::case::{Case, CaseId};
use domain::chain::Link;
use domain::problem::Problem;
use rusqlite::{Connection, OptionalExtension as _};

/// A link of this vault, with the branch that it is of, or none of the chain itself.
pub(super) type Known = (Option<i64>, Link);

/// True when the other vault has something that a case here names and lacks; of its links, those are
/// `lost` whose record is not here.
pub(super) fn lacks_something(
    here: &Database,
    other: &Database,
    id: &CaseId,
    lost: &[&Link],
) -> Result<bool, Problem> {
    if !documents(&here.connection, here.environment, other, id)?.is_empty() {
        return Ok(true);
    }
    if lost.is_empty() {
        return Ok(false);
    }
    Ok(other.records_of(id)?.iter().any(|record| lost.contains(&&record.link)))
}

/// The documents that a case here names and does not have, and that the other vault has.
fn documents(
    here: &Connection,
    environment: domain::Environment,
    other: &Database,
    id: &CaseId,
) -> Result<Vec<[u8; 32]>, Problem> {
    let there = hashes_of_documents(&other.connection, id)?;
    let own = hashes_of_documents(here, id)?;
    let lacking: Vec<_> = there.into_iter().filter(|sha256| !own.contains(sha256)).collect();
    if lacking.is_empty() {
        return Ok(lacking);
    }
    let case: Option<Case> = merging::own(here, id, environment)?.map(|(case, _)| case);
    let named = case.map(|case| case.documents()).unwrap_or_default();
    Ok(lacking.into_iter().filter(|sha256| named.contains(sha256)).collect())
}

/// Gives a case the documents back that it names and lacks; the caller holds the transaction.
pub(super) fn give_documents_back(
    connection: &Connection,
    environment: domain::Environment,
    other: &Database,
    id: &CaseId,
) -> Result<(), Problem> {
    for sha256 in documents(connection, environment, other, id)? {
        let body: Option<Vec<u8>> = other.document(id, &sha256)?;
        // What is not what its name says is none.
        if let Some(body) = body.filter(|body| is_named_by(body, &sha256)) {
            write_document(connection, id, &sha256, &body)?;
        }
    }
    Ok(())
}

/// The links here of these cases whose record is not here; a link of a receipt has none anywhere.
pub(super) fn without_record<'a>(
    connection: &Connection,
    known: &'a [Known],
    of: impl Fn(&CaseId) -> bool,
) -> Result<Vec<(Option<i64>, &'a Link)>, Problem> {
    let mut without = Vec::new();
    for (branch, link) in known.iter().filter(|(_, link)| of(&link.case)) {
        if !has_record(connection, *branch, link.number)? {
            without.push((*branch, link));
        }
    }
    Ok(without)
}

fn has_record(connection: &Connection, branch: Option<i64>, number: u64) -> Result<bool, Problem> {
    let number = i64::try_from(number).map_err(|_| Problem::VaultDamaged)?;
    let found = match branch {
        None => connection
            .query_row("SELECT 1 FROM records WHERE number = ?1", [number], |_| Ok(()))
            .optional(),
        Some(branch) => connection
            .query_row(
                "SELECT 1 FROM branch_records WHERE branch = ?1 AND number = ?2",
                [branch, number],
                |_| Ok(()),
            )
            .optional(),
    };
    found.map(|found| found.is_some()).map_err(unread)
}
