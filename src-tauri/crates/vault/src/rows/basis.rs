//! What an agreement rests on, as it is stored: answers of one's own, or what a reporter handed over.

use super::Unreadable;
use super::connection::ConnectionRow;
use super::draft::DraftRow;
use super::evidence::EvidenceRow;
use casefile::papers::TermsFile;
use casefile::text::Stored;
use domain::case::{Basis, Received, ReporterLogin};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum BasisRow<'a> {
    #[serde(borrow)]
    Own(Box<DraftRow<'a>>),
    #[serde(borrow)]
    HandedOver(Box<ReceivedRow<'a>>),
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
