//! Backups: what their files are called, and which of them are kept.
//!
//! Close copies of the last hours, wider apart the older they are, and one of each month for as long
//! as receipts are kept. Only files with a name that Tilslut gives by itself are ever counted or
//! removed: what a person named, they keep.

use crate::retention::Retention;
use crate::{Environment, day_in_denmark};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// How the name of a backup ends.
pub const ENDING: &str = "tilslut-backup";

/// How much room the backups of one database may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Budget {
    /// 500 MB.
    Half,
    /// 1 GB, which is what holds until the person has chosen.
    #[default]
    One,
    /// 2 GB.
    Two,
    /// 5 GB.
    Five,
    /// 20 GB.
    Twenty,
}

impl Budget {
    /// Every choice, as the page offers them.
    pub const ALL: [Self; 5] = [Self::Half, Self::One, Self::Two, Self::Five, Self::Twenty];

    /// In bytes.
    pub const fn bytes(self) -> u64 {
        self.megabytes() * 1_000_000
    }

    /// In megabytes, which is how it is kept.
    pub const fn megabytes(self) -> u64 {
        match self {
            Self::Half => 500,
            Self::One => 1_000,
            Self::Two => 2_000,
            Self::Five => 5_000,
            Self::Twenty => 20_000,
        }
    }

    /// The one of so many megabytes; the usual one where there is none.
    pub fn of_megabytes(kept: &str) -> Self {
        let is_it = |budget: &Self| kept.parse() == Ok(budget.megabytes());
        Self::ALL.into_iter().find(is_it).unwrap_or_default()
    }
}

/// The name of a backup that Tilslut makes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupName {
    /// Which world it is of.
    pub environment: Environment,
    /// The first eight digits of the database's name, so that two computers may share a folder.
    pub database: String,
    /// When it was made, to the second.
    pub made: Timestamp,
}

impl BackupName {
    /// `Tilslut 2026-11-29 140512Z 3f9a01bc.tilslut-backup`, and `PRØVE` before it in practice.
    pub fn file_name(&self) -> String {
        let mark = match self.environment {
            Environment::Practice => "PRØVE ",
            Environment::Live => "",
        };
        let made = self.made.strftime("%Y-%m-%d %H%M%S");
        format!("{mark}Tilslut {made}Z {}.{ENDING}", self.database)
    }

    /// Reads such a name; none for any other.
    pub fn parse(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(ENDING)?.strip_suffix('.')?;
        let (environment, stem) = match stem.strip_prefix("PRØVE ") {
            Some(stem) => (Environment::Practice, stem),
            None => (Environment::Live, stem),
        };
        let (made, database) = stem.strip_prefix("Tilslut ")?.split_once("Z ")?;
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if database.len() != 8 || !database.chars().all(is_digit) {
            return None;
        }
        let made = jiff::civil::DateTime::strptime("%Y-%m-%d %H%M%S", made).ok()?;
        let made = made.to_zoned(TimeZone::UTC).ok()?.timestamp();
        let read = Self { environment, database: database.to_owned(), made };
        // One spelling only: a file that was renamed is the person's.
        (read.file_name() == name).then_some(read)
    }
}

/// A backup, as far as it matters to whether it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stored {
    /// When it was made.
    pub made: Timestamp,
    /// How large it is.
    pub bytes: u64,
}

/// What a backup is kept as: the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum KeptAs {
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Newest,
}

/// Which of the backups are to be removed, by their places.
///
/// Kept are the newest; the newest of each of the last 24 hours, 7 days and 8 weeks that have one;
/// and the newest of each month that lies within the retention period. Where these take more room
/// than the budget, hours go first, then days, weeks and months, of each the oldest first; the
/// newest stays whatever its size.
pub fn outdated(stored: &[Stored], today: Date, retention: Retention, budget: u64) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..stored.len()).collect();
    newest_first.sort_by_key(|place| std::cmp::Reverse((made(stored, *place), *place)));
    let mut kept: Vec<(KeptAs, usize)> = Vec::new();
    let mut removed = Vec::new();
    let (mut hours, mut days, mut weeks, mut months) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for place in newest_first {
        let at = made(stored, place);
        let day = day_in_denmark(at);
        let week = day.iso_week_date();
        let is_first_of = |new: bool, within: bool, kept| (new && within).then_some(kept);
        // Each is asked, since one copy may stand for its hour, its day, its week and its month.
        let (few_hours, few_days, few_weeks) = (hours.len() < 24, days.len() < 7, weeks.len() < 8);
        let stands_for = [
            is_first_of(kept.is_empty(), true, KeptAs::Newest),
            is_first_of(
                months.insert((day.year(), day.month())),
                retention.until(day) >= today,
                KeptAs::Monthly,
            ),
            is_first_of(weeks.insert((week.year(), week.week())), few_weeks, KeptAs::Weekly),
            is_first_of(days.insert(day), few_days, KeptAs::Daily),
            is_first_of(hours.insert(at.as_second().div_euclid(3600)), few_hours, KeptAs::Hourly),
        ];
        match stands_for.into_iter().flatten().next() {
            Some(kept_as) => kept.push((kept_as, place)),
            None => removed.push(place),
        }
    }
    let mut room: u128 = kept.iter().map(|(_, place)| u128::from(bytes(stored, *place))).sum();
    kept.sort_by_key(|(kept_as, place)| (*kept_as, made(stored, *place)));
    for (kept_as, place) in kept {
        if room <= u128::from(budget) || kept_as == KeptAs::Newest {
            break;
        }
        room -= u128::from(bytes(stored, place));
        removed.push(place);
    }
    removed.sort_unstable();
    removed
}

/// The last day until which backups that Tilslut makes by itself may hold what lay here on this day:
/// the one of its month is kept that long. It is removed when the next one is made after that.
pub fn held_until(day: Date, retention: Retention) -> Date {
    retention.until(day)
}

fn made(stored: &[Stored], place: usize) -> Timestamp {
    stored.get(place).map(|copy| copy.made).unwrap_or_default()
}

fn bytes(stored: &[Stored], place: usize) -> u64 {
    stored.get(place).map(|copy| copy.bytes).unwrap_or_default()
}
