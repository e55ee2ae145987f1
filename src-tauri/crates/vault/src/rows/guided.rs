//! A case that is concluded on the official site, as it is stored. Since version 6.

use super::Unreadable;
use super::basis::BasisRow;
use super::connection::ConnectionRow;
use super::outcome::RoleRow;
use domain::case::{Guided, ScreenId, Visit};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct GuidedRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    #[serde(borrow)]
    basis: BasisRow<'a>,
    role: RoleRow,
    since: Timestamp,
    screen: String,
    seen: BTreeSet<String>,
    earlier: usize,
}

/// How far an approved case is on the official site, since version 8. A guided case keeps the same
/// among its own members.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct VisitRow {
    since: Timestamp,
    screen: String,
    seen: BTreeSet<String>,
}

impl<'a> From<&'a Guided> for GuidedRow<'a> {
    fn from(guided: &'a Guided) -> Self {
        let Guided { connection, basis, role, visit, earlier } = guided;
        let VisitRow { since, screen, seen } = visit.into();
        Self {
            connection: connection.into(),
            basis: basis.into(),
            role: (*role).into(),
            since,
            screen,
            seen,
            earlier: *earlier,
        }
    }
}

impl TryFrom<GuidedRow<'_>> for Guided {
    type Error = Unreadable;

    fn try_from(row: GuidedRow<'_>) -> Result<Self, Unreadable> {
        Ok(Self {
            connection: row.connection.try_into()?,
            basis: row.basis.try_into()?,
            role: row.role.into(),
            visit: VisitRow { since: row.since, screen: row.screen, seen: row.seen }.into(),
            earlier: row.earlier,
        })
    }
}

impl From<&Visit> for VisitRow {
    fn from(visit: &Visit) -> Self {
        let Visit { since, screen, seen } = visit;
        Self {
            since: *since,
            screen: screen.0.clone(),
            seen: seen.iter().map(|screen| screen.0.clone()).collect(),
        }
    }
}

impl From<VisitRow> for Visit {
    fn from(row: VisitRow) -> Self {
        let VisitRow { since, screen, seen } = row;
        Self { since, screen: ScreenId(screen), seen: seen.into_iter().map(ScreenId).collect() }
    }
}
