//! Who approved, and the approvals that were not used, as they are stored.

use super::{Unreadable, words};
use domain::approver::{Approver, Authority, DiscardedApproval, Explanation, LoginName, NameMatch};
use domain::control_code::ControlCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApproverRow {
    found: NameMatchRow,
    authority: AuthorityRow,
    explanation: Option<ExplanationRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum NameMatchRow {
    Same,
    Spelled,
    OtherCandidate { name: String },
    NotListed,
    NotTold,
    NoName,
}

/// Who logged in.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum LoginNameRow {
    Given(String),
    None(NoNameRow),
}

/// Why there is no name.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NoNameRow {
    protected: bool,
}

impl From<&LoginName> for LoginNameRow {
    fn from(name: &LoginName) -> Self {
        match name {
            LoginName::Given(name) => Self::Given(name.clone()),
            LoginName::Protected => Self::None(NoNameRow { protected: true }),
            LoginName::NotGiven => Self::None(NoNameRow { protected: false }),
        }
    }
}

impl From<LoginNameRow> for LoginName {
    fn from(row: LoginNameRow) -> Self {
        match row {
            LoginNameRow::Given(name) => Self::Given(name),
            LoginNameRow::None(NoNameRow { protected: true }) => Self::Protected,
            LoginNameRow::None(NoNameRow { protected: false }) => Self::NotGiven,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DiscardedApprovalRow {
    approver: LoginNameRow,
    approved_at: Timestamp,
    control_code: String,
    at: Timestamp,
}

words!(AuthorityRow = Authority { Untold, Confirmed, Other });
words!(ExplanationRow = Explanation { SamePerson, MayRepresent });

impl From<&Approver> for ApproverRow {
    fn from(approver: &Approver) -> Self {
        let Approver { found, authority, explanation } = approver;
        let found = match found {
            NameMatch::Same => NameMatchRow::Same,
            NameMatch::Spelled => NameMatchRow::Spelled,
            NameMatch::OtherCandidate { name } => {
                NameMatchRow::OtherCandidate { name: name.clone() }
            }
            NameMatch::NotListed => NameMatchRow::NotListed,
            NameMatch::NotTold => NameMatchRow::NotTold,
            NameMatch::NoName => NameMatchRow::NoName,
        };
        Self {
            found,
            authority: (*authority).into(),
            explanation: explanation.map(ExplanationRow::from),
        }
    }
}

impl From<ApproverRow> for Approver {
    fn from(row: ApproverRow) -> Self {
        let found = match row.found {
            NameMatchRow::Same => NameMatch::Same,
            NameMatchRow::Spelled => NameMatch::Spelled,
            NameMatchRow::OtherCandidate { name } => NameMatch::OtherCandidate { name },
            NameMatchRow::NotListed => NameMatch::NotListed,
            NameMatchRow::NotTold => NameMatch::NotTold,
            NameMatchRow::NoName => NameMatch::NoName,
        };
        Self {
            found,
            authority: row.authority.into(),
            explanation: row.explanation.map(Explanation::from),
        }
    }
}

impl From<&DiscardedApproval> for DiscardedApprovalRow {
    fn from(discarded: &DiscardedApproval) -> Self {
        let DiscardedApproval { approver, approved_at, control_code, at } = discarded;
        Self {
            approver: approver.into(),
            approved_at: *approved_at,
            control_code: control_code.groups().concat(),
            at: *at,
        }
    }
}

impl TryFrom<DiscardedApprovalRow> for DiscardedApproval {
    type Error = Unreadable;

    fn try_from(row: DiscardedApprovalRow) -> Result<Self, Unreadable> {
        let control_code = ControlCode::parse(&row.control_code).ok_or(Unreadable)?;
        Ok(Self {
            approver: row.approver.into(),
            approved_at: row.approved_at,
            control_code,
            at: row.at,
        })
    }
}
