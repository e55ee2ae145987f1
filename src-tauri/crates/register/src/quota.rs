//! How many look-ups a day a free source gives, counted here so that a person is told kindly and
//! nobody is banned.

use crate::Error;
use domain::{Timestamp, day_in_denmark};
use jiff::civil::Date;

/// cvrapi.dk gives fifty look-ups a day to one address of the internet (`domain.md` §6.4).
pub const PER_DAY: u16 = 50;

/// What was used of a day's look-ups. The caller keeps it, also over a restart; whoever starts
/// without it starts at none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Quota {
    /// The Danish day that is counted.
    pub day: Date,
    /// How many look-ups were used on it.
    pub used: u16,
}

impl Quota {
    /// How many are left at the moment.
    pub fn left(self, now: Timestamp) -> u16 {
        if self.day == day_in_denmark(now) { PER_DAY.saturating_sub(self.used) } else { PER_DAY }
    }

    /// What is kept after one more look-up, or [`Error::Quota`] when none is left today.
    pub fn spend(self, now: Timestamp) -> Result<Self, Error> {
        match self.left(now) {
            0 => Err(Error::Quota),
            left => Ok(Self { day: day_in_denmark(now), used: PER_DAY - left + 1 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn fifty_are_given_on_a_danish_day_and_the_next_is_refused() {
        let evening = at("2026-11-24T22:59:59Z");
        let mut quota = Quota::default();
        for used in 1..=50 {
            quota = quota.spend(evening).unwrap();
            assert_eq!((quota.used, quota.left(evening)), (used, 50 - used));
        }
        assert_eq!(quota.spend(evening), Err(Error::Quota));
        let midnight = at("2026-11-24T23:00:00Z");
        assert_eq!(quota.left(midnight), 50);
        assert_eq!(quota.spend(midnight).unwrap().used, 1);
    }

    #[test]
    fn a_count_beyond_the_limit_leaves_none() {
        let now = at("2026-11-24T12:00:00Z");
        let odd = Quota { day: day_in_denmark(now), used: u16::MAX };
        assert_eq!((odd.left(now), odd.spend(now)), (0, Err(Error::Quota)));
    }
}
