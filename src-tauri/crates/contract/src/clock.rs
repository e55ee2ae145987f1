//! How the window is told a moment: there is one clock, the Danish one, and the core keeps it. So no
//! page needs a time zone's rules, whatever the computer's clock is set to.

use domain::{Timestamp, in_denmark};
use jiff::Zoned;
use jiff::civil::Date;

/// A moment by the Danish clock, with its distance from UTC (RFC 3339, whole seconds):
/// `2026-11-24T14:15:00+01:00`.
pub(crate) fn moment(at: Timestamp) -> String {
    written(&in_denmark(at))
}

/// Noon of a day in Denmark, written like a moment.
pub(crate) fn noon(day: Date) -> String {
    let noon = day.at(12, 0, 0, 0);
    match noon.in_tz(domain::DENMARK) {
        Ok(zoned) => written(&zoned),
        // The last day that can be written has no noon in every zone.
        Err(_) => format!("{day}T12:00:00+00:00"),
    }
}

fn written(zoned: &Zoned) -> String {
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_by_the_danish_clock() {
        for (at, told) in [
            ("2026-11-24T13:15:00.9Z", "2026-11-24T14:15:00+01:00"),
            ("2026-06-30T22:30:00Z", "2026-07-01T00:30:00+02:00"),
            // The night when the clock is put back has one hour twice.
            ("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"),
            ("2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"),
        ] {
            assert_eq!(moment(at.parse().expect("a moment")), told);
        }
    }

    #[test]
    fn noon_is_on_the_day() {
        for (day, told) in [
            ("2026-11-24", "2026-11-24T12:00:00+01:00"),
            ("2026-07-01", "2026-07-01T12:00:00+02:00"),
        ] {
            assert_eq!(noon(day.parse().expect("a day")), told);
        }
        assert!(noon(Date::MAX).starts_with("9999-12-31T12:00:00"));
        assert!(noon(Date::MIN).contains("T12:00:00"));
    }
}
