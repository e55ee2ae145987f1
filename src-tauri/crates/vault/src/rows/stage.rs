//! Where a case is, as it is stored: the envelope around the answers. What a stage adds to them
//! (a connection, evidence, a delivery) is in no file of a case, so it has types of its own.

use super::approver::ApproverRow;
use super::basis::{BasisRow, ReceivedRow};
use super::connection::ConnectionRow;
use super::delivery::DeliveryRow;
use super::draft::DraftRow;
use super::evidence::EvidenceRow;
use super::guided::{GuidedRow, VisitRow};
use super::{Unreadable, token};
use domain::Secret;
use domain::approver::Approver;
use domain::case::{
    Approved, Approving, Confirming, Evidence, HandOverFile, HandedOver, Stage, Token, Visit,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum StageRow<'a> {
    #[serde(borrow)]
    Drafting(Box<DraftRow<'a>>),
    #[serde(borrow)]
    HandedOver(Box<HandedOverRow<'a>>),
    #[serde(borrow)]
    Reviewing(Box<ReceivedRow<'a>>),
    #[serde(borrow)]
    Approving(Box<ApprovingRow<'a>>),
    #[serde(borrow)]
    Confirming(Box<ConfirmingRow<'a>>),
    #[serde(borrow)]
    Guided(Box<GuidedRow<'a>>),
    #[serde(borrow)]
    Approved(Box<ApprovedRow<'a>>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct HandedOverRow<'a> {
    #[serde(borrow)]
    draft: DraftRow<'a>,
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    at: Timestamp,
    path: String,
    words: Vec<String>,
    login: Option<Box<EvidenceRow>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HandOverFileRow {
    path: String,
    words: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApprovingRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    attempt: String,
    since: Timestamp,
    #[serde(borrow)]
    basis: BasisRow<'a>,
    hand_over: Option<HandOverFileRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApprovedRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    evidence: EvidenceRow,
    /// None in a body of version 1: there it was found anew each time that it was shown.
    approver: Option<ApproverRow>,
    delivery: DeliveryRow,
    /// Since version 8.
    visit: Option<VisitRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmingRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    evidence: EvidenceRow,
    approver: ApproverRow,
    delivery: String,
    #[serde(borrow)]
    basis: BasisRow<'a>,
}

impl<'a> From<&'a Stage> for StageRow<'a> {
    fn from(stage: &'a Stage) -> Self {
        match stage {
            Stage::Drafting(draft) => Self::Drafting(Box::new((&**draft).into())),
            Stage::HandedOver(handed) => {
                let HandedOver { draft, connection, at, file, login } = &**handed;
                let HandOverFileRow { path, words } = file.into();
                let login = login.as_deref().map(EvidenceRow::from).map(Box::new);
                let (draft, connection) = (draft.into(), connection.into());
                Self::HandedOver(Box::new(HandedOverRow {
                    draft,
                    connection,
                    at: *at,
                    path,
                    words,
                    login,
                }))
            }
            Stage::Reviewing(received) => Self::Reviewing(Box::new((&**received).into())),
            Stage::Approving(approving) => {
                let Approving { connection, attempt, since, basis, hand_over } = &**approving;
                let (connection, basis, hand_over) = (
                    connection.into(),
                    basis.into(),
                    hand_over.as_ref().map(HandOverFileRow::from),
                );
                Self::Approving(Box::new(ApprovingRow {
                    connection,
                    attempt: token(attempt),
                    since: *since,
                    basis,
                    hand_over,
                }))
            }
            Stage::Confirming(confirming) => {
                let Confirming { connection, evidence, approver, delivery, basis } = &**confirming;
                Self::Confirming(Box::new(ConfirmingRow {
                    connection: connection.into(),
                    evidence: evidence.into(),
                    approver: approver.into(),
                    delivery: token(delivery),
                    basis: basis.into(),
                }))
            }
            Stage::Guided(guided) => Self::Guided(Box::new((&**guided).into())),
            Stage::Approved(approved) => {
                let Approved { connection, evidence, approver, delivery, visit } = &**approved;
                Self::Approved(Box::new(ApprovedRow {
                    connection: connection.into(),
                    evidence: evidence.into(),
                    approver: Some(approver.into()),
                    delivery: delivery.into(),
                    visit: visit.as_ref().map(VisitRow::from),
                }))
            }
        }
    }
}

impl TryFrom<StageRow<'_>> for Stage {
    type Error = Unreadable;

    fn try_from(row: StageRow<'_>) -> Result<Self, Unreadable> {
        Ok(match row {
            StageRow::Drafting(draft) => Self::Drafting(Box::new((*draft).try_into()?)),
            StageRow::HandedOver(row) => Self::HandedOver(Box::new(HandedOver {
                draft: row.draft.try_into()?,
                connection: row.connection.try_into()?,
                at: row.at,
                file: HandOverFileRow { path: row.path, words: row.words }.into(),
                login: row
                    .login
                    .map(|login| Evidence::try_from(*login).map(Box::new))
                    .transpose()?,
            })),
            StageRow::Reviewing(received) => Self::Reviewing(Box::new((*received).try_into()?)),
            StageRow::Approving(row) => Self::Approving(Box::new(Approving {
                connection: row.connection.try_into()?,
                attempt: Token(row.attempt),
                since: row.since,
                basis: row.basis.try_into()?,
                hand_over: row.hand_over.map(HandOverFile::from),
            })),
            StageRow::Confirming(row) => Self::Confirming(Box::new(Confirming {
                connection: row.connection.try_into()?,
                evidence: row.evidence.try_into()?,
                approver: row.approver.into(),
                delivery: Token(row.delivery),
                basis: row.basis.try_into()?,
            })),
            StageRow::Guided(row) => Self::Guided(Box::new((*row).try_into()?)),
            StageRow::Approved(row) => {
                let (connection, evidence) = (row.connection.try_into()?, row.evidence.try_into()?);
                let approver = row
                    .approver
                    .map_or_else(|| Approver::of(&evidence, &connection), Approver::from);
                Self::Approved(Box::new(Approved {
                    connection,
                    evidence,
                    approver,
                    delivery: row.delivery.into(),
                    visit: row.visit.map(Visit::from),
                }))
            }
        })
    }
}

impl From<&HandOverFile> for HandOverFileRow {
    fn from(file: &HandOverFile) -> Self {
        let HandOverFile { path, words } = file;
        Self { path: path.clone(), words: words.iter().map(|word| word.expose().clone()).collect() }
    }
}

impl From<HandOverFileRow> for HandOverFile {
    fn from(row: HandOverFileRow) -> Self {
        Self { path: row.path, words: row.words.into_iter().map(Secret::new).collect() }
    }
}
