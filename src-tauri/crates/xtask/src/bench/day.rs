//! The day a measurement was made, as `YYYY-MM-DD`.

use std::time::{SystemTime, UNIX_EPOCH};

/// True for `YYYY-MM-DD`, of digits that need not be a day.
pub fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.char_indices().all(|(at, letter)| {
            if at == 4 || at == 7 { letter == '-' } else { letter.is_ascii_digit() }
        })
}

/// Today (UTC).
pub fn today() -> String {
    let days =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The date that is `days` after 1970-01-01 (UTC), counted in years that begin on 1 March so that
/// the leap day comes last.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_as_dates() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (58, (1970, 2, 28)),
            (59, (1970, 3, 1)),
            (11_016, (2000, 2, 29)),
            (20_780, (2026, 11, 23)),
        ] {
            assert_eq!(civil(days), date, "{days}");
        }
    }

    #[test]
    fn dates_are_told_from_nonsense() {
        for (text, date) in [
            ("2026-11-23", true),
            ("2026-1-3", false),
            ("yesterday!", false),
            ("20261123--", false),
            ("", false),
        ] {
            assert_eq!(is_date(text), date, "{text}");
        }
    }
}
