//! What was stated of an agreement after it was concluded: who stops, whether it was terminated,
//! which terms were announced. Whoever has stopped by the day of a record is named in it no more.

use super::words::words;
use domain::Timestamp;
use domain::agreement::{AgreementEvent, AgreementEventKind, Appointee, Standing, effective};
use domain::case::Case;
use domain::connection::Connection;
use domain::person::EmailAddress;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

words!(
    /// What happens to an agreement.
    EventWord = AgreementEventKind {
        AdministratorLeaves = "administrator-leaves", AdministratorStays = "administrator-stays",
        AdministratorAppointed = "administrator-appointed", Terminated = "terminated",
        TerminationUndone = "termination-undone", TermsAnnounced = "terms-announced",
        RegistrationRenewed = "registration-renewed",
    }
);

/// Something that was stated of the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventStated {
    /// What.
    pub is: EventWord,
    /// The administrator whom it is about; none where it is about nobody, or about one who has
    /// stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// When it was stated.
    pub at: Timestamp,
}

/// The administrators of a case on a day, after everything that was stated.
pub(super) struct OnDay<'a> {
    connection: &'a Connection,
    standing: Standing,
    day: Date,
}

impl<'a> OnDay<'a> {
    pub(super) fn of(case: &Case, connection: &'a Connection, day: Date) -> Self {
        Self { connection, standing: Standing::of(connection, &case.history.agreement), day }
    }

    /// The last day of somebody, where one was stated.
    fn last_day(&self, who: &Appointee) -> Option<Date> {
        let mut all = self.standing.administrators.iter();
        all.find(|(known, _)| known == who).and_then(|(_, leaves)| *leaves)
    }

    fn has_stopped(&self, who: &Appointee) -> bool {
        self.last_day(who).is_some_and(|last| last < self.day)
    }

    /// The last day of an administrator of the case, where one was stated; none of one who has
    /// stopped.
    pub(super) fn stays(&self, email: &EmailAddress) -> Option<Option<Date>> {
        let who = Appointee::OfCase(email.clone());
        (!self.has_stopped(&who)).then(|| self.last_day(&who))
    }

    fn name(&self, who: &Appointee) -> Option<String> {
        if self.has_stopped(who) {
            return None;
        }
        match who {
            Appointee::Since(name) => Some(name.as_str().to_owned()),
            Appointee::OfCase(email) => {
                let mut people = self.connection.administrators.iter();
                let known = people.find(|person| person.email == *email)?;
                Some(known.name.as_str().to_owned())
            }
        }
    }

    /// Everything that was stated, in its order.
    pub(super) fn stated(&self, case: &Case) -> Vec<EventStated> {
        let event = |it: &domain::agreement::StatedEvent| EventStated {
            is: it.event.kind().into(),
            name: match &it.event {
                AgreementEvent::AdministratorLeaves { who, .. }
                | AgreementEvent::AdministratorStays { who } => self.name(who),
                AgreementEvent::AdministratorAppointed { who } => {
                    self.name(&Appointee::Since(who.clone()))
                }
                AgreementEvent::Terminated { .. }
                | AgreementEvent::TerminationUndone
                | AgreementEvent::TermsAnnounced { .. }
                | AgreementEvent::RegistrationRenewed { .. } => None,
            },
            on: it.event.on(),
            at: it.at,
        };
        case.history.agreement.iter().map(event).collect()
    }
}

/// The day on which a termination that was not undone takes effect.
pub(super) fn ends(stated: &[EventStated]) -> Option<Date> {
    let last = stated
        .iter()
        .rev()
        .find(|event| matches!(event.is, EventWord::Terminated | EventWord::TerminationUndone))?;
    last.on.filter(|_| last.is == EventWord::Terminated).map(effective)
}
