//! A case that is concluded on the official site, as it is stored. Since version 6.

use super::Unreadable;
use super::basis::BasisRow;
use super::connection::ConnectionRow;
use super::outcome::RoleRow;
use domain::case::{Guided, ScreenId};
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

impl<'a> From<&'a Guided> for GuidedRow<'a> {
    fn from(guided: &'a Guided) -> Self {
        let Guided { connection, basis, role, since, screen, seen, earlier } = guided;
        Self {
            connection: connection.into(),
            basis: basis.into(),
            role: (*role).into(),
            since: *since,
            screen: screen.0.clone(),
            seen: seen.iter().map(|screen| screen.0.clone()).collect(),
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
            since: row.since,
            screen: ScreenId(row.screen),
            seen: row.seen.into_iter().map(ScreenId).collect(),
            earlier: row.earlier,
        })
    }
}
