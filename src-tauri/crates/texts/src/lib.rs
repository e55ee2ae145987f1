//! Every word a person reads, so that window, receipt, e-mail and result page say the same thing in
//! the same words.
//!
//! The catalogue is Fluent files in `ui/src/messages/`, one folder per language with the same files
//! in both. The window bundles the very same files, and [`Texts`] reads them for Rust; they are
//! compiled in, so a text cannot be missing on a person's machine.

mod catalogue;

use domain::Language;
use domain::summary::DueDeadline;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

pub use catalogue::keys;

/// The texts of one language. Cheap to clone, and shared between threads.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Reads the catalogue of a language.
    pub fn new(language: Language) -> Self {
        Self::of(language, catalogue::files(language).iter().map(|(_, source)| *source))
    }

    fn of(language: Language, sources: impl IntoIterator<Item = &'static str>) -> Self {
        let tag = match language {
            Language::Danish => "da",
            Language::English => "en",
        };
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks that Fluent puts round variables are invisible on screen but end up in PDFs,
        // file names and copies.
        bundle.set_use_isolating(false);
        for source in sources {
            bundle.add_resource_overriding(catalogue::read(source));
        }
        Self { language, bundle: Arc::new(bundle) }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// True when there is a text for the key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The text of a key, or the key itself when there is none.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key, its variables filled in.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let filled: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, *value)).collect();
        self.format(key, Some(&filled))
    }

    /// The text of a key that counts: `$n` is a number, which chooses between singular and plural.
    pub fn count(&self, key: &str, n: usize) -> String {
        let filled: FluentArgs<'_> = [("n", n)].into_iter().collect();
        self.format(key, Some(&filled))
    }

    /// A day, such as "24. november 2026".
    pub fn day(&self, date: Date) -> String {
        let month = self.get(&format!("month-{}", date.month()));
        let [day, year] = [i32::from(date.day()), i32::from(date.year())].map(|n| n.to_string());
        self.with("day-written", &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// What a date of a case is about, in few words, without whose it is.
    pub fn due(&self, due: &DueDeadline) -> String {
        let unnamed = || self.get("the-representative");
        let name = due.representative.clone().unwrap_or_else(unnamed);
        self.with(&format!("date-{}", due.kind.name()), &[("name", &name)])
    }

    /// A length of time in the two largest units that it has, such as "1 time og 5 minutter".
    pub fn duration(&self, seconds: u64) -> String {
        let units = [
            ("time-days", seconds / 86_400),
            ("time-hours", seconds / 3_600 % 24),
            ("time-minutes", seconds / 60 % 60),
        ];
        let units = units.into_iter().chain([("time-seconds", seconds % 60)]);
        let mut parts: Vec<String> = units
            .skip_while(|(_, n)| *n == 0)
            .take(2)
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| self.count(key, usize::try_from(n).unwrap_or(usize::MAX)))
            .collect();
        match (parts.pop(), parts.pop()) {
            (Some(last), Some(first)) => {
                self.with("time-and", &[("first", &first), ("last", &last)])
            }
            (Some(only), None) => only,
            (None, _) => self.count("time-seconds", 0),
        }
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(message) = self.bundle.get_message(key) else {
            return key.to_owned();
        };
        let Some(pattern) = message.value() else {
            return key.to_owned();
        };
        // A variable that was not filled in shows as `{$name}`: ugly but readable, and the rest of
        // the text stands.
        let mut unfilled = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut unfilled).into_owned()
    }
}

/// The language only: the bundle is thousands of words.
impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "days = { $n ->\n    [one] { $n } dag\n   *[other] { $n } dage\n  }\nhello = Hej { $name }.\nonly-attribute =\n    .title = x\n";

    #[test]
    fn variables_are_filled_in_without_marks() {
        let texts = Texts::of(Language::Danish, [SOURCE]);
        assert_eq!(texts.with("hello", &[("name", "Søren")]), "Hej Søren.");
        assert_eq!(texts.get("hello"), "Hej {$name}.");
    }

    #[test]
    fn a_count_chooses_between_singular_and_plural() {
        for language in [Language::Danish, Language::English] {
            let texts = Texts::of(language, [SOURCE]);
            for (n, text) in [(0, "0 dage"), (1, "1 dag"), (2, "2 dage"), (1000, "1000 dage")] {
                assert_eq!(texts.count("days", n), text, "{language:?}");
            }
        }
    }

    #[test]
    fn a_message_without_a_text_of_its_own_is_no_text() {
        let texts = Texts::of(Language::Danish, [SOURCE]);
        assert!(!texts.has("only-attribute"));
        assert_eq!(texts.get("only-attribute"), "only-attribute");
    }
}
