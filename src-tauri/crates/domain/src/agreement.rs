//! What becomes of an agreement after it was concluded, as a person states it: an administrator
//! stops, it is terminated, new terms were announced, the registration in CVR was renewed.
//!
//! Tilslut is told none of it. What was stated is never taken out; of several statements about the
//! same thing the last one stands ([`Standing`]).

use crate::connection::Connection;
use crate::person::{EmailAddress, NotADay, NotAName, PersonName, TypedDate};
use crate::problem::{FieldProblem, Problem};
use crate::rules::book;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// Something that happens to an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementEvent {
    /// An administrator stops.
    AdministratorLeaves {
        /// Who.
        who: Appointee,
        /// The last day.
        on: Date,
    },
    /// An administrator who was said to stop stays after all.
    AdministratorStays {
        /// Who.
        who: Appointee,
    },
    /// One more administrator was appointed.
    AdministratorAppointed {
        /// Who.
        who: PersonName,
    },
    /// The organisation terminated it.
    Terminated {
        /// The day on which the termination was given.
        on: Date,
    },
    /// The termination was undone.
    TerminationUndone,
    /// New terms were announced.
    TermsAnnounced {
        /// The day of the notice.
        on: Date,
    },
    /// The registration of a voluntary association in CVR was renewed.
    RegistrationRenewed {
        /// The day.
        on: Date,
    },
}

/// Which event it is, without what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgreementEventKind {
    /// [`AgreementEvent::AdministratorLeaves`].
    AdministratorLeaves,
    /// [`AgreementEvent::AdministratorStays`].
    AdministratorStays,
    /// [`AgreementEvent::AdministratorAppointed`].
    AdministratorAppointed,
    /// [`AgreementEvent::Terminated`].
    Terminated,
    /// [`AgreementEvent::TerminationUndone`].
    TerminationUndone,
    /// [`AgreementEvent::TermsAnnounced`].
    TermsAnnounced,
    /// [`AgreementEvent::RegistrationRenewed`].
    RegistrationRenewed,
}

/// An administrator: of the case, or appointed since.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Appointee {
    /// Of the case, by the e-mail address that it has.
    OfCase(EmailAddress),
    /// Appointed since, by name.
    Since(PersonName),
}

/// An event, and when it was stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedEvent {
    /// What.
    pub event: AgreementEvent,
    /// When it was stated here.
    pub at: Timestamp,
}

/// An event as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedEvent {
    /// Which was chosen.
    pub kind: Option<AgreementEventKind>,
    /// The administrator: the place among those who are [`Standing::administrators`].
    pub who: Option<usize>,
    /// The name of one who was appointed.
    pub name: String,
    /// The day, where it has one.
    pub on: TypedDate,
}

/// What stands of an agreement after everything that was stated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Everybody who was appointed, in that order, and when they stop if they do.
    pub administrators: Vec<(Appointee, Option<Date>)>,
    /// The day on which a termination was given that was not undone.
    pub terminated: Option<Date>,
    /// The day of the last notice of new terms.
    pub terms_announced: Option<Date>,
    /// The day on which the registration in CVR was last renewed.
    pub registration_renewed: Option<Date>,
}

/// CVR's form code of a voluntary association (frivillig forening).
pub const VOLUNTARY_ASSOCIATION: u16 = 115;

/// How far back the day of an event may lie, in years, so that a slip in the year is told.
const YEARS_BACK: i32 = 1;
/// How far back a renewed registration may lie: what is older has lapsed.
const YEARS_OF_REGISTRATION: i32 = 3;
/// How far ahead somebody may stop.
const YEARS_AHEAD: i32 = 5;
/// As many administrators may have been appointed since.
const APPOINTED_MAX: usize = 100;

impl AgreementEventKind {
    /// Every kind, in the order in which a person is asked.
    pub const ALL: [Self; 7] = [
        Self::AdministratorLeaves,
        Self::AdministratorStays,
        Self::AdministratorAppointed,
        Self::Terminated,
        Self::TerminationUndone,
        Self::TermsAnnounced,
        Self::RegistrationRenewed,
    ];
}

impl AgreementEvent {
    /// Which it is.
    pub fn kind(&self) -> AgreementEventKind {
        match self {
            Self::AdministratorLeaves { .. } => AgreementEventKind::AdministratorLeaves,
            Self::AdministratorStays { .. } => AgreementEventKind::AdministratorStays,
            Self::AdministratorAppointed { .. } => AgreementEventKind::AdministratorAppointed,
            Self::Terminated { .. } => AgreementEventKind::Terminated,
            Self::TerminationUndone => AgreementEventKind::TerminationUndone,
            Self::TermsAnnounced { .. } => AgreementEventKind::TermsAnnounced,
            Self::RegistrationRenewed { .. } => AgreementEventKind::RegistrationRenewed,
        }
    }

    /// The day that it is about, where it has one.
    pub fn on(&self) -> Option<Date> {
        match self {
            Self::AdministratorLeaves { on, .. }
            | Self::Terminated { on }
            | Self::TermsAnnounced { on }
            | Self::RegistrationRenewed { on } => Some(*on),
            Self::AdministratorStays { .. }
            | Self::AdministratorAppointed { .. }
            | Self::TerminationUndone => None,
        }
    }
}

impl Standing {
    /// What stands of the agreement of a connection after this was stated of it.
    pub fn of(connection: &Connection, stated: &[StatedEvent]) -> Self {
        let appointed = connection.administrators.iter();
        let mut standing = Self {
            administrators: appointed
                .map(|administrator| (Appointee::OfCase(administrator.email.clone()), None))
                .collect(),
            ..Self::default()
        };
        for it in stated {
            standing.apply(&it.event);
        }
        standing
    }

    fn apply(&mut self, event: &AgreementEvent) {
        match event {
            AgreementEvent::AdministratorLeaves { who, on } => self.leave(who, Some(*on)),
            AgreementEvent::AdministratorStays { who } => self.leave(who, None),
            AgreementEvent::AdministratorAppointed { who } => {
                let who = Appointee::Since(who.clone());
                // Whoever is appointed anew does not stop any more.
                if self.administrators.iter().any(|(known, _)| *known == who) {
                    self.leave(&who, None);
                } else {
                    self.administrators.push((who, None));
                }
            }
            AgreementEvent::Terminated { on } => self.terminated = Some(*on),
            AgreementEvent::TerminationUndone => self.terminated = None,
            AgreementEvent::TermsAnnounced { on } => self.terms_announced = Some(*on),
            AgreementEvent::RegistrationRenewed { on } => self.registration_renewed = Some(*on),
        }
    }

    fn leave(&mut self, who: &Appointee, on: Option<Date>) {
        for (known, leaves) in &mut self.administrators {
            if known == who {
                *leaves = on;
            }
        }
    }

    /// How many administrators stay, once everybody who stops has; none while nobody was said to
    /// stop.
    pub fn left(&self) -> Option<usize> {
        let leaves = |(_, on): &&(Appointee, Option<Date>)| on.is_some();
        let leaving = self.administrators.iter().filter(leaves).count();
        (leaving > 0).then(|| self.administrators.len() - leaving)
    }

    /// The next day on which somebody stops; once all of them lie behind, the last.
    pub fn next_leaving(&self, today: Date) -> Option<Date> {
        let days = || self.administrators.iter().filter_map(|(_, on)| *on);
        days().filter(|day| *day >= today).min().or_else(|| days().max())
    }

    /// The last day before there is only one administrator left, or none; none as long as there are
    /// more, or nobody was said to stop.
    pub fn few_from(&self) -> Option<Date> {
        self.left().filter(|left| *left <= 1)?;
        let mut days: Vec<Date> = self.administrators.iter().filter_map(|(_, on)| *on).collect();
        days.sort_unstable();
        // So many may stop before only one is left; whoever was alone from the start leaves none.
        let spare = self.administrators.len().saturating_sub(2);
        days.get(spare).or(days.last()).copied()
    }

    /// The kinds of events that can be stated of it now.
    pub fn open_to(&self, form_code: u16) -> Vec<AgreementEventKind> {
        use AgreementEventKind as Kind;
        let is_open = |kind: &Kind| match kind {
            Kind::AdministratorLeaves => !self.administrators.is_empty(),
            Kind::AdministratorStays => self.left().is_some(),
            Kind::AdministratorAppointed => {
                self.administrators.len() < APPOINTED_MAX && self.terminated.is_none()
            }
            Kind::Terminated => self.terminated.is_none(),
            Kind::TerminationUndone => self.terminated.is_some(),
            Kind::TermsAnnounced => self.terminated.is_none(),
            Kind::RegistrationRenewed => form_code == VOLUNTARY_ASSOCIATION,
        };
        Kind::ALL.into_iter().filter(is_open).collect()
    }

    /// The agreement ended: a termination that was not undone has taken effect.
    pub fn is_over(&self, today: Date) -> bool {
        self.terminated.is_some_and(|on| effective(on) < today)
    }
}

/// The day on which a termination takes effect.
pub fn effective(terminated: Date) -> Date {
    book().deadlines.lengths.termination.length.after(terminated)
}

impl TypedEvent {
    /// The event, or what is wrong with it.
    ///
    /// # Errors
    /// Everything that is missing or wrong, field by field.
    pub fn parse(
        &self,
        standing: &Standing,
        today: Date,
    ) -> Result<AgreementEvent, Vec<FieldProblem>> {
        use AgreementEventKind as Kind;
        let at = |field: &str, problem| vec![FieldProblem::at(field, problem)];
        let kind = self.kind.ok_or_else(|| at("event", Problem::EventMissing))?;
        let back = |years: i32| today.saturating_sub(years.years());
        match kind {
            Kind::AdministratorLeaves => {
                let until = today.saturating_add(YEARS_AHEAD.years());
                match (self.who(standing), self.day(back(YEARS_BACK), until)) {
                    (Ok(who), Ok(on)) => Ok(AgreementEvent::AdministratorLeaves { who, on }),
                    (who, day) => {
                        Err([who.err(), day.err()].into_iter().flatten().flatten().collect())
                    }
                }
            }
            Kind::AdministratorStays => {
                Ok(AgreementEvent::AdministratorStays { who: self.who(standing)? })
            }
            Kind::AdministratorAppointed => {
                let who = PersonName::parse(&self.name).map_err(|why| {
                    at(
                        "event.name",
                        match why {
                            NotAName::Empty => Problem::NameMissing,
                            NotAName::TooLong => Problem::NameTooLong,
                            NotAName::LooksLikeCpr => Problem::CprTyped,
                        },
                    )
                })?;
                Ok(AgreementEvent::AdministratorAppointed { who })
            }
            Kind::Terminated => {
                Ok(AgreementEvent::Terminated { on: self.day(back(YEARS_BACK), today)? })
            }
            Kind::TerminationUndone => Ok(AgreementEvent::TerminationUndone),
            Kind::TermsAnnounced => {
                Ok(AgreementEvent::TermsAnnounced { on: self.day(back(YEARS_BACK), today)? })
            }
            Kind::RegistrationRenewed => {
                let on = self.day(back(YEARS_OF_REGISTRATION), today)?;
                Ok(AgreementEvent::RegistrationRenewed { on })
            }
        }
    }

    fn who(&self, standing: &Standing) -> Result<Appointee, Vec<FieldProblem>> {
        self.who
            .and_then(|place| standing.administrators.get(place))
            .map(|(who, _)| who.clone())
            .ok_or_else(|| vec![FieldProblem::at("event.who", Problem::EventWhoMissing)])
    }

    fn day(&self, from: Date, to: Date) -> Result<Date, Vec<FieldProblem>> {
        let at = |problem| vec![FieldProblem::at("event.on", problem)];
        let day = self.on.day().map_err(|why| {
            at(match why {
                NotADay::Missing => Problem::OutcomeDayMissing,
                NotADay::NoSuchDay => Problem::OutcomeNoSuchDay,
            })
        })?;
        if day < from || day > to { Err(at(Problem::EventDayOutside)) } else { Ok(day) }
    }
}
