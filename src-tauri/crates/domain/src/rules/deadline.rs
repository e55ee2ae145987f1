//! How long things take (`domain.md` §1.5), and the days that no working day falls on (§3.4).

use super::file::{File, Sourced, Unreadable};
use super::{Certainty, Sources, Wording};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// Everything that `deadlines.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadlines {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every length of time.
    pub lengths: Lengths,
    /// The public holidays.
    pub holidays: Vec<FreeDay>,
    /// The further days that the conservative calendar skips.
    pub closed: Vec<FreeDay>,
}

/// Every length of time that matters for a connection.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lengths {
    /// Manual case handling, at most.
    pub manual_handling: Deadline,
    /// An administrator's set-up link is valid.
    pub set_up_link: Deadline,
    /// Until a newly registered association representative can be used, at most.
    pub association_representative: Deadline,
    /// From the notice of new terms until they apply.
    pub new_terms: Deadline,
    /// Until a termination takes effect; so long it can be undone.
    pub termination: Deadline,
    /// The registration of a voluntary association lasts, unless renewed.
    pub voluntary_association: Deadline,
    /// Before the end of the set-up link a person is reminded.
    pub set_up_link_reminder: Deadline,
    /// Before the end of the set-up link a person is reminded once more.
    pub set_up_link_last_reminder: Deadline,
    /// After a reporter has sent, until they are to remind the representative.
    pub representative_reminder: Deadline,
    /// A look-up in the register counts as fresh.
    pub register_snapshot: Deadline,
    /// The rules themselves count as fresh.
    pub rule_book: Deadline,
    /// A receipt is kept, from the end of the financial year.
    pub bookkeeping: Deadline,
}

/// One length of time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// How long.
    pub length: Length,
    /// What takes so long.
    pub name: Wording,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A number of units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours; a part of a day counts as the whole day.
    Hours,
    /// Calendar days.
    Days,
    /// Danish working days.
    WorkingDays,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// A day of the year on which little is done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeDay {
    /// What it is called.
    pub name: Wording,
    /// When it is.
    pub day: DayOfYear,
    /// The last year in which it was free.
    pub until: Option<i16>,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
}

/// When a day of the year is. Written as month and day, e.g. `"12-24"`, or as days after Easter
/// Sunday, e.g. `-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOfYear {
    /// The same day every year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// So many days after Easter Sunday.
    Easter(i16),
}

impl Deadlines {
    pub(super) fn parse(text: &str, sources: &Sources) -> Result<Self, Unreadable> {
        let file = File::read("deadlines", text, sources)?;
        let lengths: Lengths = file.part("deadline")?;
        for (name, deadline) in lengths.named() {
            file.sourced(name, deadline)?;
        }
        let free = |key: &str| -> Result<Vec<FreeDay>, Unreadable> {
            let days: Vec<FreeDay> = file.part(key)?;
            days.iter().try_for_each(|day| file.sourced(&day.name.da, day))?;
            Ok(days)
        };
        Ok(Self { as_of: file.as_of, lengths, holidays: free("holiday")?, closed: free("closed")? })
    }
}

impl Lengths {
    /// Each length with its name in the file.
    pub fn named(&self) -> [(&'static str, &Deadline); 12] {
        [
            ("manual-handling", &self.manual_handling),
            ("set-up-link", &self.set_up_link),
            ("association-representative", &self.association_representative),
            ("new-terms", &self.new_terms),
            ("termination", &self.termination),
            ("voluntary-association", &self.voluntary_association),
            ("set-up-link-reminder", &self.set_up_link_reminder),
            ("set-up-link-last-reminder", &self.set_up_link_last_reminder),
            ("representative-reminder", &self.representative_reminder),
            ("register-snapshot", &self.register_snapshot),
            ("rule-book", &self.rule_book),
            ("bookkeeping", &self.bookkeeping),
        ]
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Easter(i16),
            Fixed(String),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Easter(days) => return Ok(Self::Easter(days)),
            Written::Fixed(text) => text,
        };
        let read = || {
            let (month, day) = text.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // Of a leap year, so that every day of the year can be written.
            Date::new(2024, month, day).ok().map(|_| Self::Fixed { month, day })
        };
        read().ok_or_else(|| serde::de::Error::custom(format!("{text} is no day of the year")))
    }
}

impl Sourced for Deadline {
    fn source(&self) -> &[String] {
        &self.source
    }
}

impl Sourced for FreeDay {
    fn source(&self) -> &[String] {
        &self.source
    }
}
