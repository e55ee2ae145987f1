//! How it went on the official site, as a person states it.
//!
//! Tilslut is told nothing by MitID Erhverv, so an outcome is what somebody said and when. It is
//! never taken back: who corrects one states another, the last one stands, and all are kept.

use crate::cpr::looks_like_cpr;
use crate::day_in_denmark;
use crate::draft::Role;
use crate::person::{NotADay, TypedDate};
use crate::problem::{FieldProblem, Problem};
use crate::rules::book;
use crate::typed::fold;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// Names a screen of the official flow: an id of the rule book's guide. An earlier version may have
/// known others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScreenId(pub String);

/// How it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The agreement was concluded.
    Concluded {
        /// The day.
        on: Date,
    },
    /// It was sent with documents, which a person handles.
    SentWithDocuments {
        /// The day.
        on: Date,
    },
    /// A reporter sent it to the management representative.
    SentToRepresentative {
        /// The day.
        on: Date,
    },
    /// The site would not go on.
    Stopped {
        /// On which screen, where the person knows.
        screen: Option<ScreenId>,
        /// Why.
        reason: Reason,
    },
    /// The application was rejected.
    Rejected {
        /// The day of the mail that says so.
        on: Date,
        /// Why, as the mail says.
        reason: Reason,
    },
    /// The person gave it up.
    Withdrawn,
}

/// Which outcome it is, without what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeKind {
    /// [`Outcome::Concluded`].
    Concluded,
    /// [`Outcome::SentWithDocuments`].
    SentWithDocuments,
    /// [`Outcome::SentToRepresentative`].
    SentToRepresentative,
    /// [`Outcome::Stopped`].
    Stopped,
    /// [`Outcome::Rejected`].
    Rejected,
    /// [`Outcome::Withdrawn`].
    Withdrawn,
}

/// Why it stopped or was rejected: a published reason, own words, or both; never neither.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// The published reason: the id of a rule.
    pub rule: Option<String>,
    /// Own words, or those of the mail. May be empty beside a rule.
    pub words: String,
}

/// An outcome, and who stated it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// What.
    pub outcome: Outcome,
    /// When it was stated here.
    pub at: Timestamp,
    /// In which role.
    pub by: Role,
}

/// What stands on a screen otherwise than the guide says, as somebody noted it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenNote {
    /// The screen.
    pub screen: ScreenId,
    /// What stands there.
    pub text: String,
    /// When it was noted; none of a note from before that was kept.
    pub at: Option<Timestamp>,
    /// The day of the guide that it was compared with; none of a note from before that was kept.
    pub guide: Option<Date>,
}

/// An outcome as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedOutcome {
    /// Which was chosen.
    pub kind: Option<OutcomeKind>,
    /// The day, where it has one.
    pub on: TypedDate,
    /// The screen, where it stopped on one.
    pub screen: Option<ScreenId>,
    /// The published reason, where it has one.
    pub rule: Option<String>,
    /// Own words.
    pub words: String,
}

/// How far back a day may lie, in years: a slip in the year is told, and no more.
const YEARS_BACK: i32 = 1;
/// The longest reason, in characters.
pub const LONGEST_WORDS: usize = 400;

impl TypedOutcome {
    /// The outcome, or what is wrong with it.
    pub fn parse(&self, today: Date) -> Result<Outcome, Vec<FieldProblem>> {
        let missing = || vec![FieldProblem::at("outcome", Problem::OutcomeMissing)];
        match self.kind.ok_or_else(missing)? {
            OutcomeKind::Concluded => Ok(Outcome::Concluded { on: self.day(today)? }),
            OutcomeKind::SentWithDocuments => {
                Ok(Outcome::SentWithDocuments { on: self.day(today)? })
            }
            OutcomeKind::SentToRepresentative => {
                Ok(Outcome::SentToRepresentative { on: self.day(today)? })
            }
            OutcomeKind::Stopped => {
                let known = |screen: &ScreenId| book().guide.screen(&screen.0).is_some();
                let screen = self.screen.clone().filter(known);
                Ok(Outcome::Stopped { screen, reason: self.reason()? })
            }
            OutcomeKind::Rejected => match (self.day(today), self.reason()) {
                (Ok(on), Ok(reason)) => Ok(Outcome::Rejected { on, reason }),
                (day, reason) => {
                    let wrong = [day.err(), reason.err()];
                    Err(wrong.into_iter().flatten().flatten().collect())
                }
            },
            OutcomeKind::Withdrawn => Ok(Outcome::Withdrawn),
        }
    }

    fn day(&self, today: Date) -> Result<Date, Vec<FieldProblem>> {
        let at = |problem| vec![FieldProblem::at("outcome.on", problem)];
        let day = self.on.day().map_err(|why| {
            at(match why {
                NotADay::Missing => Problem::OutcomeDayMissing,
                NotADay::NoSuchDay => Problem::OutcomeNoSuchDay,
            })
        })?;
        let first = today.saturating_sub(YEARS_BACK.years());
        if day > today || day < first { Err(at(Problem::OutcomeDayOutside)) } else { Ok(day) }
    }

    fn reason(&self) -> Result<Reason, Vec<FieldProblem>> {
        let words = words(&self.words)
            .map_err(|problem| vec![FieldProblem::at("outcome.words", problem)])?;
        let rule = self.rule.clone().filter(|rule| book().guide.reason(rule).is_some());
        if rule.is_none() && words.is_empty() {
            return Err(vec![FieldProblem::at("outcome.reason", Problem::OutcomeReasonMissing)]);
        }
        Ok(Reason { rule, words })
    }
}

/// A text about what was seen, as it is kept: on one line, no longer than a field takes, and never
/// with what can be a CPR number.
pub(crate) fn words(typed: &str) -> Result<String, Problem> {
    let folded = fold(typed);
    if looks_like_cpr(&folded) {
        return Err(Problem::CprTyped);
    }
    Ok(folded.chars().take(LONGEST_WORDS).collect())
}

impl Outcome {
    /// Which it is.
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Self::Concluded { .. } => OutcomeKind::Concluded,
            Self::SentWithDocuments { .. } => OutcomeKind::SentWithDocuments,
            Self::SentToRepresentative { .. } => OutcomeKind::SentToRepresentative,
            Self::Stopped { .. } => OutcomeKind::Stopped,
            Self::Rejected { .. } => OutcomeKind::Rejected,
            Self::Withdrawn => OutcomeKind::Withdrawn,
        }
    }

    /// The day that it is about, where it has one.
    pub fn on(&self) -> Option<Date> {
        match self {
            Self::Concluded { on }
            | Self::SentWithDocuments { on }
            | Self::SentToRepresentative { on }
            | Self::Rejected { on, .. } => Some(*on),
            Self::Stopped { .. } | Self::Withdrawn => None,
        }
    }

    /// Why, where it has a reason.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Stopped { reason, .. } | Self::Rejected { reason, .. } => Some(reason),
            Self::Concluded { .. }
            | Self::SentWithDocuments { .. }
            | Self::SentToRepresentative { .. }
            | Self::Withdrawn => None,
        }
    }
}

impl Stated {
    /// The day that it is about: the one that was stated, else the one on which it was.
    pub fn day(&self) -> Date {
        self.outcome.on().unwrap_or_else(|| day_in_denmark(self.at))
    }
}

impl OutcomeKind {
    /// Every kind, in the order in which a person is asked.
    pub const ALL: [Self; 6] = [
        Self::Concluded,
        Self::SentWithDocuments,
        Self::SentToRepresentative,
        Self::Stopped,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// It can be stated by whoever is guided in this role.
    pub fn is_open_to(self, role: Role) -> bool {
        role == Role::Reporter || self != Self::SentToRepresentative
    }
}
