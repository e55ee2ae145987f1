//! What was stated of an agreement after it was concluded, as it is stored. Since version 7.

use super::Unreadable;
use domain::agreement::{AgreementEvent, Appointee, StatedEvent};
use domain::person::{EmailAddress, PersonName};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct StatedEventRow {
    event: EventRow,
    at: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum EventRow {
    AdministratorLeaves { who: AppointeeRow, on: Date },
    AdministratorStays { who: AppointeeRow },
    AdministratorAppointed { who: String },
    Terminated { on: Date },
    TerminationUndone,
    TermsAnnounced { on: Date },
    RegistrationRenewed { on: Date },
}

/// By the e-mail address of the case, or by the name of one who was appointed since.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum AppointeeRow {
    OfCase(String),
    Since(String),
}

impl From<&StatedEvent> for StatedEventRow {
    fn from(stated: &StatedEvent) -> Self {
        let StatedEvent { event, at } = stated;
        Self { event: event.into(), at: *at }
    }
}

impl TryFrom<StatedEventRow> for StatedEvent {
    type Error = Unreadable;

    fn try_from(row: StatedEventRow) -> Result<Self, Unreadable> {
        Ok(Self { event: row.event.try_into()?, at: row.at })
    }
}

impl From<&AgreementEvent> for EventRow {
    fn from(event: &AgreementEvent) -> Self {
        match event {
            AgreementEvent::AdministratorLeaves { who, on } => {
                Self::AdministratorLeaves { who: who.into(), on: *on }
            }
            AgreementEvent::AdministratorStays { who } => {
                Self::AdministratorStays { who: who.into() }
            }
            AgreementEvent::AdministratorAppointed { who } => {
                Self::AdministratorAppointed { who: who.as_str().to_owned() }
            }
            AgreementEvent::Terminated { on } => Self::Terminated { on: *on },
            AgreementEvent::TerminationUndone => Self::TerminationUndone,
            AgreementEvent::TermsAnnounced { on } => Self::TermsAnnounced { on: *on },
            AgreementEvent::RegistrationRenewed { on } => Self::RegistrationRenewed { on: *on },
        }
    }
}

impl TryFrom<EventRow> for AgreementEvent {
    type Error = Unreadable;

    fn try_from(row: EventRow) -> Result<Self, Unreadable> {
        Ok(match row {
            EventRow::AdministratorLeaves { who, on } => {
                Self::AdministratorLeaves { who: who.try_into()?, on }
            }
            EventRow::AdministratorStays { who } => {
                Self::AdministratorStays { who: who.try_into()? }
            }
            EventRow::AdministratorAppointed { who } => {
                Self::AdministratorAppointed { who: PersonName::kept(&who).ok_or(Unreadable)? }
            }
            EventRow::Terminated { on } => Self::Terminated { on },
            EventRow::TerminationUndone => Self::TerminationUndone,
            EventRow::TermsAnnounced { on } => Self::TermsAnnounced { on },
            EventRow::RegistrationRenewed { on } => Self::RegistrationRenewed { on },
        })
    }
}

impl From<&Appointee> for AppointeeRow {
    fn from(who: &Appointee) -> Self {
        match who {
            Appointee::OfCase(email) => Self::OfCase(email.as_str().to_owned()),
            Appointee::Since(name) => Self::Since(name.as_str().to_owned()),
        }
    }
}

impl TryFrom<AppointeeRow> for Appointee {
    type Error = Unreadable;

    fn try_from(row: AppointeeRow) -> Result<Self, Unreadable> {
        match row {
            AppointeeRow::OfCase(email) => EmailAddress::kept(&email).map(Self::OfCase),
            AppointeeRow::Since(name) => PersonName::kept(&name).map(Self::Since),
        }
        .ok_or(Unreadable)
    }
}
