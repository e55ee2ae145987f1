//! The words of the documents in one language, with Danish days and times, and names made legible.

use crate::Error;
use crate::bidi::{DANISH, HOME, Legible};
use crate::typeface::Typeface;
use domain::Timestamp;
use domain::approver::LoginName;
use domain::{Environment, Language};
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::sync::OnceLock;
use texts::Texts;

/// Texts, calendar and typeface of one document.
pub(crate) struct Wording {
    texts: Texts,
    zone: TimeZone,
    legible: Legible,
    environment: Environment,
}

impl Wording {
    pub(crate) fn new(
        language: Language,
        environment: Environment,
        typeface: &'static Typeface,
    ) -> Result<Self, Error> {
        Ok(Self {
            texts: texts(language),
            zone: danish_time()?,
            legible: Legible::new(typeface),
            environment,
        })
    }

    /// The language.
    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    /// True when every page must say PRØVE.
    pub(crate) fn is_practice(&self) -> bool {
        self.environment == Environment::Practice
    }

    /// A text.
    pub(crate) fn get(&self, key: &str) -> String {
        together(self.texts.get(key))
    }

    /// The text for this environment: `key-practice` or `key-live`.
    pub(crate) fn here(&self, key: &str) -> String {
        self.get(&self.key_here(key))
    }

    /// A text with its variables, which must have been made legible.
    pub(crate) fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        together(self.texts.with(key, args))
    }

    /// [`Wording::with`] for this environment.
    pub(crate) fn with_here(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.with(&self.key_here(key), args)
    }

    /// A text that counts.
    pub(crate) fn count(&self, key: &str, n: usize) -> String {
        together(self.texts.count(key, n))
    }

    /// [`Wording::count`] for this environment.
    pub(crate) fn count_here(&self, key: &str, n: usize) -> String {
        self.count(&self.key_here(key), n)
    }

    fn key_here(&self, key: &str) -> String {
        match self.environment {
            Environment::Practice => format!("{key}-practice"),
            Environment::Live => format!("{key}-live"),
        }
    }

    /// Text from outside, legible.
    pub(crate) fn legible(&mut self, text: &str) -> String {
        self.legible.text(text)
    }

    /// How far the computer's clock was from MitID's.
    pub(crate) fn clock(&self, offset: i64) -> String {
        let key = if offset > 0 { "clock-was-behind" } else { "clock-was-ahead" };
        self.with(key, &[("difference", &self.texts.duration(offset.unsigned_abs()))])
    }

    /// Who logged in: the name, legible, or that MitID told none.
    pub(crate) fn login_name(&mut self, name: &LoginName) -> String {
        match name {
            LoginName::Given(name) => self.legible(name),
            LoginName::Protected => self.get("login-name-protected"),
            LoginName::NotGiven => self.get("login-name-not-given"),
        }
    }

    /// Text from outside, legible and strong.
    pub(crate) fn strong(&mut self, text: &str) -> String {
        self.legible.strong(text)
    }

    /// Danish text from outside (the register writes no other), legible, and read aloud as Danish.
    pub(crate) fn danish(&mut self, text: &str) -> String {
        let text = self.legible.text(text);
        match self.language() {
            Language::Danish => text,
            Language::English if text.is_empty() => text,
            Language::English => format!("{DANISH}{text}{HOME}"),
        }
    }

    /// What could not be shown as it is.
    pub(crate) fn replaced(&self) -> Vec<String> {
        self.legible.replaced()
    }

    /// The day in Denmark.
    pub(crate) fn date(&self, at: Timestamp) -> Date {
        self.zoned(at).date()
    }

    /// "24. november 2026".
    pub(crate) fn day(&self, date: Date) -> String {
        together(self.texts.day(date))
    }

    /// "24. november 2026 kl. 14.47".
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        self.at("receipt-moment", at)
    }

    /// "24.11.2026", where there is little room.
    pub(crate) fn short_day(&self, date: Date) -> String {
        let two = |number: i8| format!("{number:02}");
        let (day, month) = (two(date.day()), two(date.month()));
        let year = date.year().to_string();
        self.with("record-short-day", &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// "24.11.2026 kl. 14.47", where there is little room.
    pub(crate) fn short_moment(&self, at: Timestamp) -> String {
        let time = self.zoned(at);
        let day = self.short_day(time.date());
        let two = |number: i8| format!("{number:02}");
        let (hour, minute) = (two(time.hour()), two(time.minute()));
        let args = [("day", &*day), ("hour", &hour), ("minute", &minute)];
        self.with("record-short-moment", &args)
    }

    /// "tirsdag 24. november 2026 kl. 14.47".
    pub(crate) fn weekday_moment(&self, at: Timestamp) -> String {
        self.at("receipt-moment-weekday", at)
    }

    /// "24. november 2026 kl. 14.47.09".
    pub(crate) fn second(&self, at: Timestamp) -> String {
        self.at("receipt-moment-second", at)
    }

    fn at(&self, key: &str, at: Timestamp) -> String {
        let time = self.zoned(at);
        let weekday =
            self.get(&format!("receipt-weekday-{}", time.weekday().to_monday_one_offset()));
        let two = |number: i8| format!("{number:02}");
        let args = [
            ("weekday", weekday),
            ("day", self.day(time.date())),
            ("hour", two(time.hour())),
            ("minute", two(time.minute())),
            ("second", two(time.second())),
        ];
        self.with(key, &args.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }
}

/// The name of the thing itself is not broken over two lines.
fn together(text: String) -> String {
    text.replace("MitID Erhverv", "MitID\u{a0}Erhverv")
}

/// The catalogue of a language, read once in a process: reading it takes as long as setting two
/// pages.
pub(crate) fn texts(language: Language) -> Texts {
    static DANISH: OnceLock<Texts> = OnceLock::new();
    static ENGLISH: OnceLock<Texts> = OnceLock::new();
    let read = match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
    };
    read.get_or_init(|| Texts::new(language)).clone()
}

/// Europe/Copenhagen, from the database inside the program, read once in a process.
pub(crate) fn danish_time() -> Result<TimeZone, Error> {
    static ZONE: OnceLock<Option<TimeZone>> = OnceLock::new();
    ZONE.get_or_init(|| TimeZoneDatabase::bundled().get("Europe/Copenhagen").ok())
        .clone()
        .ok_or(Error::NotMade)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_danish_in_summer_and_winter() {
        for (at, danish, english) in [
            (
                "2026-11-24T13:47:09Z",
                "tirsdag 24. november 2026 kl. 14.47",
                "Tuesday 24 November 2026 at 14:47",
            ),
            (
                "2026-07-01T22:30:00Z",
                "torsdag 2. juli 2026 kl. 00.30",
                "Thursday 2 July 2026 at 00:30",
            ),
            (
                "2026-03-29T01:00:00Z",
                "søndag 29. marts 2026 kl. 03.00",
                "Sunday 29 March 2026 at 03:00",
            ),
        ] {
            for (language, wanted) in [(Language::Danish, danish), (Language::English, english)] {
                let wording =
                    Wording::new(language, Environment::Live, Typeface::load().unwrap()).unwrap();
                assert_eq!(
                    wording.weekday_moment(at.parse().unwrap()).replace('\u{a0}', " "),
                    wanted
                );
            }
        }
    }

    #[test]
    fn every_word_of_the_documents_can_be_drawn() {
        let typeface = Typeface::load().unwrap();
        for source in [
            include_str!("../../../../ui/src/messages/da/documents.ftl"),
            include_str!("../../../../ui/src/messages/en/documents.ftl"),
        ] {
            let missing: Vec<_> = source
                .chars()
                .filter(|c| !c.is_control() && typeface.drawable(*c).is_none())
                .collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}
