//! Where a case is, as it is stored.

use super::approver::{ApproverRow, AuthorityRow, LoginNameRow};
use super::connection::ConnectionRow;
use super::draft::DraftRow;
use super::terms::TermsAnswersRow;
use super::{Unreadable, token, words};
use crate::base64_text::Base64;
use domain::Secret;
use domain::approver::Approver;
use domain::case::{
    Accepted, Approved, Approving, Basis, Confirming, Delivery, Evidence, HandOverFile, HandedOver,
    Level, Mail, MailKind, Received, ReporterLogin, Stage, Token,
};
use domain::control_code::ControlCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum StageRow {
    Drafting(Box<DraftRow>),
    HandedOver(Box<HandedOverRow>),
    Reviewing(Box<ReceivedRow>),
    Approving(Box<ApprovingRow>),
    /// Since version 2.
    Confirming(Box<ConfirmingRow>),
    Approved(Box<ApprovedRow>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct HandedOverRow {
    draft: DraftRow,
    connection: ConnectionRow,
    at: Timestamp,
    path: String,
    words: Vec<String>,
    /// Since version 3.
    #[serde(default)]
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
pub(super) struct ReceivedRow {
    connection: ConnectionRow,
    handed_over: Timestamp,
    terms: TermsAnswersRow,
    /// Since version 3.
    #[serde(default)]
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
pub(super) struct ApprovingRow {
    connection: ConnectionRow,
    attempt: String,
    since: Timestamp,
    basis: BasisRow,
    /// Since version 3.
    #[serde(default)]
    hand_over: Option<HandOverFileRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum BasisRow {
    Own(Box<DraftRow>),
    HandedOver(Box<ReceivedRow>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApprovedRow {
    connection: ConnectionRow,
    evidence: EvidenceRow,
    /// Since version 2; before, what differed was found anew each time it was shown.
    #[serde(default)]
    approver: Option<ApproverRow>,
    delivery: DeliveryRow,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmingRow {
    connection: ConnectionRow,
    evidence: EvidenceRow,
    approver: ApproverRow,
    delivery: String,
    basis: BasisRow,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct EvidenceRow {
    bundle: Base64,
    level: LevelRow,
    approver: LoginNameRow,
    approved_at: Timestamp,
    control_code: String,
    /// Since version 2.
    #[serde(default)]
    authority: AuthorityRow,
    /// Since version 4.
    #[serde(default)]
    clock_offset: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum DeliveryRow {
    Sending {
        id: String,
        #[serde(default)]
        unknown_since: Option<Timestamp>,
    },
    NotSent {
        id: String,
    },
    Unknown {
        id: String,
        since: Timestamp,
    },
    Refused {
        id: String,
        reason: String,
    },
    Accepted(AcceptedRow),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AcceptedRow {
    id: String,
    case_number: String,
    at: Timestamp,
    mails: Vec<MailRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MailRow {
    kind: MailKindRow,
    to: String,
    at: Timestamp,
    subject: String,
    body: String,
}

words!(LevelRow = Level { A, B, C, D });
words!(MailKindRow = MailKind { Receipt, SetUpLink });

impl From<&Stage> for StageRow {
    fn from(stage: &Stage) -> Self {
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

impl TryFrom<StageRow> for Stage {
    type Error = Unreadable;

    fn try_from(row: StageRow) -> Result<Self, Unreadable> {
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

impl From<&Received> for ReceivedRow {
    fn from(received: &Received) -> Self {
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

impl TryFrom<ReceivedRow> for Received {
    type Error = Unreadable;

    fn try_from(row: ReceivedRow) -> Result<Self, Unreadable> {
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

impl From<&Basis> for BasisRow {
    fn from(basis: &Basis) -> Self {
        match basis {
            Basis::Own(draft) => Self::Own(Box::new((&**draft).into())),
            Basis::HandedOver(received) => Self::HandedOver(Box::new((&**received).into())),
        }
    }
}

impl TryFrom<BasisRow> for Basis {
    type Error = Unreadable;

    fn try_from(row: BasisRow) -> Result<Self, Unreadable> {
        Ok(match row {
            BasisRow::Own(draft) => Self::Own(Box::new((*draft).try_into()?)),
            BasisRow::HandedOver(received) => Self::HandedOver(Box::new((*received).try_into()?)),
        })
    }
}

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

impl From<&Delivery> for DeliveryRow {
    fn from(delivery: &Delivery) -> Self {
        match delivery {
            Delivery::Sending { id, unknown_since } => {
                Self::Sending { id: token(id), unknown_since: *unknown_since }
            }
            Delivery::NotSent { id } => Self::NotSent { id: token(id) },
            Delivery::Unknown { id, since } => Self::Unknown { id: token(id), since: *since },
            Delivery::Refused { id, reason } => {
                Self::Refused { id: token(id), reason: reason.clone() }
            }
            Delivery::Accepted(Accepted { id, case_number, at, mails }) => {
                Self::Accepted(AcceptedRow {
                    id: token(id),
                    case_number: case_number.clone(),
                    at: *at,
                    mails: mails.iter().map(MailRow::from).collect(),
                })
            }
        }
    }
}

impl From<DeliveryRow> for Delivery {
    fn from(row: DeliveryRow) -> Self {
        match row {
            DeliveryRow::Sending { id, unknown_since } => {
                Self::Sending { id: Token(id), unknown_since }
            }
            DeliveryRow::NotSent { id } => Self::NotSent { id: Token(id) },
            DeliveryRow::Unknown { id, since } => Self::Unknown { id: Token(id), since },
            DeliveryRow::Refused { id, reason } => Self::Refused { id: Token(id), reason },
            DeliveryRow::Accepted(AcceptedRow { id, case_number, at, mails }) => {
                let mails = mails.into_iter().map(Mail::from).collect();
                Self::Accepted(Accepted { id: Token(id), case_number, at, mails })
            }
        }
    }
}

impl From<&Mail> for MailRow {
    fn from(mail: &Mail) -> Self {
        let Mail { kind, to, at, subject, body } = mail;
        Self {
            kind: (*kind).into(),
            to: to.clone(),
            at: *at,
            subject: subject.clone(),
            body: body.clone(),
        }
    }
}

impl From<MailRow> for Mail {
    fn from(row: MailRow) -> Self {
        Self { kind: row.kind.into(), to: row.to, at: row.at, subject: row.subject, body: row.body }
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
