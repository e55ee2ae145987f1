//! What became of an approved case, as it is stored.

use super::{token, words};
use domain::case::{Accepted, Delivery, Mail, MailKind, Token};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum DeliveryRow {
    Sending {
        id: String,
        unknown_since: Option<Timestamp>,
    },
    NotSent {
        id: String,
    },
    /// Since version 7.
    NoReceiver {
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
pub(super) struct AcceptedRow {
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

words!(MailKindRow = MailKind { Receipt, SetUpLink });

impl From<&Delivery> for DeliveryRow {
    fn from(delivery: &Delivery) -> Self {
        match delivery {
            Delivery::Sending { id, unknown_since } => {
                Self::Sending { id: token(id), unknown_since: *unknown_since }
            }
            Delivery::NotSent { id } => Self::NotSent { id: token(id) },
            Delivery::NoReceiver { id } => Self::NoReceiver { id: token(id) },
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
            DeliveryRow::NoReceiver { id } => Self::NoReceiver { id: Token(id) },
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
