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
            control_code: control_code(&row.control_code).ok_or(Unreadable)?,
            authority: row.authority.into(),
            clock_offset: row.clock_offset,
        })
    }
}

/// Twelve symbols are 60 bits, and a code is made of a hash's first 60 bits: so a hash that begins
/// with them gives it back.
pub(super) fn control_code(stored: &str) -> Option<ControlCode> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    if stored.len() != 12 {
        return None;
    }
    let bits = stored
        .chars()
        .try_fold(0u64, |bits, c| Some((bits << 5) | u64::try_from(ALPHABET.find(c)?).ok()?))?;
    let mut hash = [0; 32];
    for (byte, value) in hash.iter_mut().zip((bits << 4).to_be_bytes()) {
        *byte = value;
    }
    Some(ControlCode::from_hash(&hash))
}
