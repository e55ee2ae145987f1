//! The bin: what may be deleted, how long it rests, and when it is gone for good.
//!
//! Days are counted by the calendar in Denmark, and a calendar can be wrong: a computer that wakes with
//! a flat battery is years behind or ahead. What is gone cannot be fetched back, so no single day
//! empties anything. The last week of the rest has to be seen to begin: the program notes the day on
//! which it finds that only a week is left, and empties seven days after that note at the earliest. A
//! clock that jumps, or that was wrong when the case was deleted, so costs days and never a case. Whoever
//! opens the program now and then loses nothing by it: a case that rests longer than said is no loss.

use crate::case::Case;
use crate::cvr::CvrNumber;
use crate::delivery::Delivery;
use crate::problem::Problem;
use crate::retention::Retention;
use crate::stage::{CaseId, Stage};
use crate::summary::CaseState;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days a case rests before it is gone for good.
pub const REST: i32 = 30;

/// How many of them have to pass after the program has seen them begin.
const LAST: i32 = 7;

/// How long a case has been in the bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rest {
    /// The day on which it was deleted.
    pub deleted: Date,
    /// The day on which the program found its last week begun.
    pub last_week: Option<Date>,
}

/// What the day does with a case in the bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It rests on.
    Rest,
    /// Its last week begins: that is noted.
    BeginLastWeek,
    /// The note is of a day that has not come yet, so the clock was wrong then: it is taken back.
    ForgetLastWeek,
    /// It is gone for good.
    Empty,
}

impl Rest {
    /// A case that is deleted on this day.
    pub fn from(deleted: Date) -> Self {
        Self { deleted, last_week: None }
    }

    /// What this day does with it.
    pub fn turn(self, today: Date) -> Turn {
        match self.last_week {
            Some(noted) if noted > today => Turn::ForgetLastWeek,
            Some(_) if today >= self.gone(today) => Turn::Empty,
            Some(_) => Turn::Rest,
            None if today >= after(self.deleted, REST - LAST) => Turn::BeginLastWeek,
            None => Turn::Rest,
        }
    }

    /// The first day on which it can be gone for good, as far as is known on this one.
    pub fn gone(self, today: Date) -> Date {
        let rested = after(self.deleted, REST);
        match self.last_week {
            Some(noted) if noted <= today => rested.max(after(noted, LAST)),
            Some(_) | None => rested.max(after(today, LAST)),
        }
    }
}

fn after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// Why a case cannot be deleted now: something is under way with it that would have nowhere to come
/// back to, or of which nobody has said yet how it ended.
pub fn stands_in_the_way(case: &Case) -> Option<Problem> {
    match &case.stage {
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) => None,
        Stage::Approving(_) => Some(Problem::DeleteLogin),
        Stage::Confirming(_) => Some(Problem::DeleteUnexplained),
        Stage::Guided(_) => case.outcome().is_none().then_some(Problem::DeleteGuided),
        Stage::Approved(approved) => match approved.delivery {
            Delivery::Sending { .. } | Delivery::Unknown { .. } => Some(Problem::DeleteDelivery),
            Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Refused { .. }
            | Delivery::Accepted(_) => None,
        },
    }
}

/// The last day on which the receipts and records of a case are to be kept; none when it has none, or
/// that day is over. `papers` is the day of the newest of them.
pub fn kept_until(papers: Option<Date>, retention: Retention, today: Date) -> Option<Date> {
    papers.map(|day| retention.until(day)).filter(|until| *until >= today)
}

/// What a list says of a case in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedCase {
    /// The case.
    pub id: CaseId,
    /// Since when it is there.
    pub rest: Rest,
    /// Where it was.
    pub state: Option<CaseState>,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number, when sound.
    pub cvr: Option<CvrNumber>,
    /// The day of its newest receipt or record.
    pub papers: Option<Date>,
}

/// A window of the bin, the last deleted first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Binned {
    /// The rows that were asked for.
    pub rows: Vec<BinnedCase>,
    /// How many there are.
    pub total: u32,
}

/// Why a number of the chain of receipts has no receipt here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// Its case is in the bin.
    InBin,
    /// Its case was deleted here for good, on this day.
    Deleted(Date),
}

/// A number of the chain whose receipt or record is not among the others. Its link is kept, so that
/// nobody takes the gap for one that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayPaper {
    /// The number.
    pub number: u64,
    /// Why.
    pub why: Away,
}
