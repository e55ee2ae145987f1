//! A concluded agreement, with what was stated of it since: who stops, whether it was terminated,
//! which terms were announced.

use crate::answers::{Born, cut};
use crate::clock::moment;
use crate::names;
use crate::preflight::{self, Finding};
use domain::Language;
use domain::agreement as of;
use domain::agreement::{AgreementEvent, Appointee, Standing, TypedEvent};
use domain::case::Case;
use domain::draft::Draft;
use domain::person::TypedDate;
use domain::preflight::preflight;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

names! {
    /// What happens to an agreement.
    AgreementEventName = domain::agreement::AgreementEventKind {
        AdministratorLeaves, AdministratorStays, AdministratorAppointed, Terminated, TerminationUndone, TermsAnnounced,
        RegistrationRenewed,
    }
}

/// A concluded agreement, as far as somebody has stated what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// Everybody who was appointed, in that order.
    pub administrators: Vec<AgreementAdministrator>,
    /// What can be stated now.
    pub kinds: Vec<AgreementEventName>,
    /// What was stated, oldest first.
    pub stated: Vec<StatedEvent>,
    /// What the rules say of it.
    pub findings: Vec<Finding>,
    /// Today, as the fields of a day have it.
    pub today: Born,
}

/// An administrator of a concluded agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgreementAdministrator {
    /// The name.
    pub name: String,
    /// The last day, where the person was said to stop.
    pub leaves: Option<String>,
}

/// Something that was stated of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatedEvent {
    /// What.
    pub kind: AgreementEventName,
    /// Who, where it is about somebody.
    pub who: Option<String>,
    /// The day, where it has one.
    pub on: Option<String>,
    /// When it was stated.
    pub at: String,
}

/// What happens to an agreement, as it was typed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventAnswers {
    /// Which was chosen.
    pub kind: Option<AgreementEventName>,
    /// The administrator, by the place in [`Agreement::administrators`].
    pub who: Option<u32>,
    /// The name of one who was appointed.
    pub name: String,
    /// The day, where it has one.
    pub on: Born,
}

impl From<EventAnswers> for TypedEvent {
    fn from(typed: EventAnswers) -> Self {
        Self {
            kind: typed.kind.map(Into::into),
            who: typed.who.and_then(|place| usize::try_from(place).ok()),
            name: cut(typed.name),
            on: typed.on.into(),
        }
    }
}

/// The agreement of a case; none before one was concluded.
pub(crate) fn agreement(case: &Case, language: Language, today: Date) -> Option<Agreement> {
    let (standing, connection) = (case.standing()?, case.connection()?);
    let name = |who: &Appointee| match who {
        Appointee::OfCase(email) => connection
            .administrators
            .iter()
            .find(|administrator| administrator.email == *email)
            .map_or_else(|| email.as_str().to_owned(), |it| it.name.as_str().to_owned()),
        Appointee::Since(name) => name.as_str().to_owned(),
    };
    let stated = case.history.agreement.iter().map(|it| stated(it, name)).collect();
    let draft = Draft::to_review(connection);
    let found = preflight(&draft, &case.facts(&draft, today), today);
    let of_agreement = found.iter().filter(|it| OF_AGREEMENT.contains(&it.rule.id.as_str()));
    let Standing { administrators, .. } = &standing;
    Some(Agreement {
        administrators: administrators
            .iter()
            .map(|(who, leaves)| AgreementAdministrator {
                name: name(who),
                leaves: leaves.map(|day| day.to_string()),
            })
            .collect(),
        kinds: standing
            .open_to(connection.organisation.form_code)
            .into_iter()
            .map(Into::into)
            .collect(),
        stated,
        findings: of_agreement.map(|it| preflight::finding(it, language)).collect(),
        today: Born::from(TypedDate::from(today)),
    })
}

/// The rules that are about what was stated of an agreement.
pub(crate) const OF_AGREEMENT: [&str; 4] =
    ["one-administrator-left", "no-administrator-left", "termination-running", "terminated"];

fn stated(it: &of::StatedEvent, name: impl Fn(&Appointee) -> String) -> StatedEvent {
    let who = match &it.event {
        AgreementEvent::AdministratorLeaves { who, .. }
        | AgreementEvent::AdministratorStays { who } => Some(name(who)),
        AgreementEvent::AdministratorAppointed { who } => Some(who.as_str().to_owned()),
        AgreementEvent::Terminated { .. }
        | AgreementEvent::TerminationUndone
        | AgreementEvent::TermsAnnounced { .. }
        | AgreementEvent::RegistrationRenewed { .. } => None,
    };
    StatedEvent {
        kind: it.event.kind().into(),
        who,
        on: it.event.on().map(|day| day.to_string()),
        at: moment(it.at),
    }
}
