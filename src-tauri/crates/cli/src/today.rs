//! Today: the day that was given, or the day in Denmark. The only clock of the program.

use crate::arguments::Today;
use domain::{Timestamp, day_in_denmark};
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use receipt::Made;

/// A day, and what follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The day in Denmark.
    pub day: Date,
    /// A moment of that day, for what a case says to have been learnt today. No document tells it.
    pub at: Timestamp,
    /// What lies after it lies in the future.
    pub latest: Timestamp,
    /// When a document is said to be made: of a day that was given no time is known.
    pub made: Made,
}

impl Today {
    /// The day that counts as today. Of another day than the real one, all of it may be over.
    pub fn moment(&self) -> Moment {
        let now = Timestamp::now();
        let Some(day) = self.given else {
            let day = day_in_denmark(now);
            return Moment { day, at: now, latest: now, made: Made::At(now) };
        };
        let in_denmark = |hour| {
            let zone = TimeZone::get(domain::DENMARK).unwrap_or(TimeZone::UTC);
            day.to_datetime(hour).to_zoned(zone).map(|at| at.timestamp())
        };
        let latest = if day == day_in_denmark(now) {
            now
        } else {
            in_denmark(time(23, 59, 59, 999_999_999)).unwrap_or(now)
        };
        // Noon, so that it is that day everywhere near.
        let at = in_denmark(time(12, 0, 0, 0)).unwrap_or(now);
        Moment { day, at, latest, made: Made::On(day) }
    }
}
