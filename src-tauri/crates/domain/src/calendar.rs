//! Danish working days: when an answer that takes "up to ten working days" can be expected.
//!
//! Which days are holidays is data ([`crate::rules::Deadlines`], `domain.md` §3.4); here they are
//! counted. Right for 1990–2099, and computed without a panic for any date.

use crate::rules::{DayOfYear, FreeDay, Length, Unit, book};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Which days count as working days. The official text does not say, so both are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Weekdays that are no public holiday: the earlier date.
    Early,
    /// And not the Friday after Ascension Day, 5 June, 24 or 31 December: the later date, which is
    /// what a person is told.
    Conservative,
}

/// The two days between which an answer can be expected at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Expected {
    /// By the early calendar.
    pub early: Date,
    /// By the conservative calendar: "forventet senest".
    pub latest: Date,
}

/// Easter Sunday of a year, by the anonymous Gregorian algorithm (Nature, 1876; also called
/// Meeus/Jones/Butcher). None outside the years that a date can have.
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let moon = century
        - century.div_euclid(4)
        - (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + moon + 15).rem_euclid(30);
    let sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * rest.div_euclid(4) - epact - rest.rem_euclid(4))
            .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday).div_euclid(451);
    let days = epact + sunday - 7 * late + 114;
    Date::new(
        year,
        i8::try_from(days.div_euclid(31)).ok()?,
        i8::try_from(days.rem_euclid(31) + 1).ok()?,
    )
    .ok()
}

/// The public holiday that falls on this day, when one does.
pub fn public_holiday(day: Date) -> Option<&'static FreeDay> {
    falls(&book().deadlines.holidays, day)
}

/// The day falls among those on which nearly everybody is closed without its being a public
/// holiday.
pub fn closing_day(day: Date) -> Option<&'static FreeDay> {
    falls(&book().deadlines.closed, day)
}

/// True when work is done on this day.
pub fn is_working_day(day: Date, calendar: Calendar) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
        && public_holiday(day).is_none()
        && (calendar == Calendar::Early || closing_day(day).is_none())
}

/// The `days`th working day after `from`; `from` itself does not count, and none after it is
/// `from`. Stops at the last date there is.
pub fn working_days_after(from: Date, days: u32, calendar: Calendar) -> Date {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { return day };
        day = next;
        left -= u32::from(is_working_day(day, calendar));
    }
    day
}

/// Both days that lie so many working days after `from`.
pub fn expected(from: Date, days: u32) -> Expected {
    Expected {
        early: working_days_after(from, days, Calendar::Early),
        latest: working_days_after(from, days, Calendar::Conservative),
    }
}

impl Length {
    /// The day that lies this long after another; working days by the conservative calendar. The
    /// last date there is when it would lie beyond.
    pub fn after(self, from: Date) -> Date {
        let amount = i32::from(self.amount);
        match self.unit {
            Unit::Hours => from.saturating_add(((amount + 23) / 24).days()),
            Unit::Days => from.saturating_add(amount.days()),
            Unit::WorkingDays => {
                working_days_after(from, self.amount.into(), Calendar::Conservative)
            }
            Unit::Months => from.saturating_add(amount.months()),
            Unit::Years => from.saturating_add(amount.years()),
        }
    }
}

fn falls(days: &'static [FreeDay], day: Date) -> Option<&'static FreeDay> {
    let from_easter = easter(day.year()).map(|sunday| day.day_of_year() - sunday.day_of_year());
    days.iter().filter(|free| free.until.is_none_or(|last| day.year() <= last)).find(|free| {
        match free.day {
            DayOfYear::Fixed { month, day: of_month } => {
                (day.month(), day.day()) == (month, of_month)
            }
            DayOfYear::Easter(offset) => from_easter == Some(offset),
        }
    })
}
