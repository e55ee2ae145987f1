//! Today: the day that was given, or the day in Denmark. The only clock of the program.

use crate::arguments::Today;
use domain::{Timestamp, day_in_denmark};
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;

/// A day, and a moment of it for what is said to have been learnt today.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// The day in Denmark.
    pub day: Date,
    /// A moment of that day.
    pub at: Timestamp,
}

impl Today {
    /// The day that counts as today. The moment of a given day is noon in Denmark, so that it is
    /// that day everywhere near.
    pub fn moment(&self) -> Moment {
        let now = Timestamp::now();
        match self.given {
            None => Moment { day: day_in_denmark(now), at: now },
            Some(day) => {
                let noon = day.to_datetime(time(11, 0, 0, 0)).to_zoned(TimeZone::UTC);
                Moment { day, at: noon.map_or(now, |noon| noon.timestamp()) }
            }
        }
    }
}
