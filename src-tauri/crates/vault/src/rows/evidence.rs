//! The evidence of a login, as it is stored: the bundle byte for byte, and what was found when it
//! was verified. It is no part of a case in a file, which holds answers and proves nothing.

use super::approver::{AuthorityRow, LoginNameRow};
use super::{Unreadable, words};
use crate::base64_text::Base64;
use domain::case::{Evidence, Level};
use domain::control_code::ControlCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct EvidenceRow {
    bundle: Base64,
    level: LevelRow,
    approver: LoginNameRow,
    approved_at: Timestamp,
    control_code: String,
    authority: AuthorityRow,
    clock_offset: Option<i64>,
}

words!(LevelRow = Level { A, B, C, D });

impl From<&Evidence> for EvidenceRow {
    fn from(evidence: &Evidence) -> Self {
        let Evidence {
            bundle,
            level,
            approver,
            approved_at,
            control_code,
            authority,
            clock_offset,
        } = evidence;
        Self {
            bundle: Base64(bundle.clone()),
            level: (*level).into(),
            approver: approver.into(),
            approved_at: *approved_at,
            control_code: control_code.groups().concat(),
            authority: (*authority).into(),
            clock_offset: *clock_offset,
        }
    }
}

impl TryFrom<EvidenceRow> for Evidence {
    type Error = Unreadable;

    fn try_from(row: EvidenceRow) -> Result<Self, Unreadable> {
        Ok(Self {
            bundle: row.bundle.0,
            level: row.level.into(),
            approver: row.approver.into(),
            approved_at: row.approved_at,
            control_code: ControlCode::parse(&row.control_code).ok_or(Unreadable)?,
            authority: row.authority.into(),
            clock_offset: row.clock_offset,
        })
    }
}
