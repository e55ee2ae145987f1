//! Where a case is, as it is stored: the envelope around the answers. What a stage adds to them
//! (a connection, evidence, a delivery) is in no file of a case, so it has types of its own.

use super::approver::ApproverRow;
use super::connection::ConnectionRow;
use super::delivery::DeliveryRow;
use super::draft::DraftRow;
use super::evidence::EvidenceRow;
use super::guided::GuidedRow;
use super::{Unreadable, token};
use casefile::papers::TermsFile;
use casefile::text::Stored;
use domain::Secret;
use domain::approver::Approver;
use domain::case::{
    Approved, Approving, Basis, Confirming, Evidence, HandOverFile, HandedOver, Received,
    ReporterLogin, Stage, Token,
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
pub(super) struct ReceivedRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    handed_over: Timestamp,
    #[serde(borrow)]
    terms: TermsFile<'a, Stored>,
    login: Option<ReporterLoginRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ReporterLoginRow {
    Proven(Box<EvidenceRow>),
    Unproven,
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
#[serde(rename_all = "camelCase")]
pub(super) enum BasisRow<'a> {
    #[serde(borrow)]
    Own(Box<DraftRow<'a>>),
    #[serde(borrow)]
    HandedOver(Box<ReceivedRow<'a>>),
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
                let Approved { connection, evidence, approver, delivery } = &**approved;
                Self::Approved(Box::new(ApprovedRow {
                    connection: connection.into(),
                    evidence: evidence.into(),
                    approver: Some(approver.into()),
                    delivery: delivery.into(),
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
                }))
            }
        })
    }
}

impl<'a> From<&'a Received> for ReceivedRow<'a> {
    fn from(received: &'a Received) -> Self {
        let Received { connection, handed_over, terms, login } = received;
        let login = login.as_ref().map(|login| match login {
            ReporterLogin::Proven(evidence) => {
                ReporterLoginRow::Proven(Box::new((&**evidence).into()))
            }
            ReporterLogin::Unproven => ReporterLoginRow::Unproven,
        });
        Self {
            connection: connection.into(),
            handed_over: *handed_over,
            terms: terms.into(),
            login,
        }
    }
}

impl TryFrom<ReceivedRow<'_>> for Received {
    type Error = Unreadable;

    fn try_from(row: ReceivedRow<'_>) -> Result<Self, Unreadable> {
        let login = match row.login {
            None => None,
            Some(ReporterLoginRow::Proven(evidence)) => {
                Some(ReporterLogin::Proven(Box::new((*evidence).try_into()?)))
            }
            Some(ReporterLoginRow::Unproven) => Some(ReporterLogin::Unproven),
        };
        Ok(Self {
            connection: row.connection.try_into()?,
            handed_over: row.handed_over,
            terms: row.terms.into(),
            login,
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

impl<'a> From<&'a Basis> for BasisRow<'a> {
    fn from(basis: &'a Basis) -> Self {
        match basis {
            Basis::Own(draft) => Self::Own(Box::new((&**draft).into())),
            Basis::HandedOver(received) => Self::HandedOver(Box::new((&**received).into())),
        }
    }
}

impl TryFrom<BasisRow<'_>> for Basis {
    type Error = Unreadable;

    fn try_from(row: BasisRow<'_>) -> Result<Self, Unreadable> {
        Ok(match row {
            BasisRow::Own(draft) => Self::Own(Box::new((*draft).try_into()?)),
            BasisRow::HandedOver(received) => Self::HandedOver(Box::new((*received).try_into()?)),
        })
    }
}
