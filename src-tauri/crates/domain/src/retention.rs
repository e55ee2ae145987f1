//! How long a receipt is kept. The Danish bookkeeping act asks for five years from the end of the
//! financial year that the material belongs to; whether a receipt for a connection is such material
//! depends on the organisation, so it is the person's own choice and Tilslut only suggests it
//! (`deadlines.toml`, `bookkeeping`).

use crate::rules::book;
use jiff::ToSpan;
use jiff::civil::Date;

/// The most years that can be chosen.
pub const MOST_YEARS: u16 = 50;

/// How long receipts are kept on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Retention {
    years: u16,
    year_ends: i8,
}

impl Retention {
    /// So many years from the last day of the month that the financial year ends with, 1 to 12.
    /// None when there is no such month, or the years are not 1 to [`MOST_YEARS`].
    pub fn new(years: u16, year_ends: i8) -> Option<Self> {
        ((1..=MOST_YEARS).contains(&years) && (1..=12).contains(&year_ends))
            .then_some(Self { years, year_ends })
    }

    /// How many years.
    pub fn years(self) -> u16 {
        self.years
    }

    /// The month, 1 to 12, with whose last day the financial year ends.
    pub fn year_ends(self) -> i8 {
        self.year_ends
    }

    /// The last day on which something of this day is kept.
    pub fn until(self, day: Date) -> Date {
        let (_, last) = self.year_of(day);
        last.saturating_add(i32::from(self.years).years()).last_of_month()
    }

    /// The first and the last of the days of which something is kept until one of these two or a day
    /// between them; none where no retention ends then.
    pub fn days_ending(self, from: Date, to: Date) -> Option<(Date, Date)> {
        let years = i32::from(self.years).years();
        let (first, _) = self.year_of(from.saturating_sub(years));
        let (begins, ends) = self.year_of(to.saturating_sub(years));
        let last = if self.until(ends) <= to { ends } else { begins.yesterday().ok()? };
        (first <= last).then_some((first, last))
    }

    /// The first and the last day of the financial year that this day lies in.
    pub fn year_of(self, day: Date) -> (Date, Date) {
        let year =
            if day.month() > self.year_ends { day.year().saturating_add(1) } else { day.year() };
        let last = Date::new(year, self.year_ends, 1).map_or(Date::MAX, Date::last_of_month);
        (last.first_of_month().saturating_sub(11.months()), last)
    }
}

/// What Tilslut suggests: the years of the rule book from the end of the calendar year.
impl Default for Retention {
    fn default() -> Self {
        Self { years: book().deadlines.lengths.bookkeeping.length.amount, year_ends: 12 }
    }
}
