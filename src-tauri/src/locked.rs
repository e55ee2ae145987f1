//! That cases are locked, noted in a small file beside them: so neither a crash nor a plain start
//! opens what somebody locked. It says nothing of the cases, and goes when they are unlocked. The
//! same words are what a program that starts itself anew tells the next one.

use app::model::{LockedCases, Theme};
use domain::{Environment, Language};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The words: environment, who locked, language, theme.
pub fn words(cases: &LockedCases) -> String {
    let by = if cases.by_itself { "itself" } else { "person" };
    [cases.environment.word(), by, cases.language.word(), cases.theme.word()].join(" ")
}

/// What the words say: none when the first is no environment. Another that is not known here is read
/// as if nothing had been said, since whatever stands there, the cases are locked.
pub fn from_words(words: &str) -> Option<LockedCases> {
    let mut words = words.split_whitespace();
    let environment = Environment::from_word(words.next()?)?;
    let by_itself = words.next() == Some("itself");
    let language = Language::of_word(words.next().unwrap_or_default());
    let theme = Theme::of_word(words.next().unwrap_or_default());
    Some(LockedCases { environment, by_itself, language, theme })
}

fn place(folder: &Path, environment: Environment) -> PathBuf {
    folder.join(format!("tilslut-{}.locked", environment.word()))
}

/// Notes it, durably.
///
/// # Errors
/// As the system says. Then only the program that is open, and the one that it starts, know.
pub fn note(folder: &Path, cases: &LockedCases) -> io::Result<()> {
    let mut file = File::create(place(folder, cases.environment))?;
    file.write_all(words(cases).as_bytes())?;
    file.sync_all()
}

/// What is noted. A file of which nothing can be read is there nevertheless.
pub fn noted(folder: &Path, environment: Environment) -> Option<LockedCases> {
    let path = place(folder, environment);
    let unread =
        || from_words(environment.word()).filter(|_| fs::exists(&path).is_ok_and(|there| there));
    let read = fs::read_to_string(&path).ok().and_then(|words| from_words(&words));
    read.filter(|cases| cases.environment == environment).or_else(unread)
}

/// The cases were unlocked. Where the note cannot be removed, the next start is a locked one.
pub fn forget(folder: &Path, environment: Environment) {
    fs::remove_file(place(folder, environment)).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_read_and_whatever_stands_there_the_cases_are_locked() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (here, live) = (folder.path(), Environment::Live);
        assert_eq!(noted(here, live), None);
        let (language, theme) = (Language::English, Theme::Dark);
        let cases = LockedCases { environment: live, by_itself: true, language, theme };
        note(here, &cases)?;
        assert_eq!(noted(here, live), Some(cases));
        assert_eq!(noted(here, Environment::Practice), None, "each has its own");

        let plain = LockedCases {
            by_itself: false,
            language: Language::Danish,
            theme: Theme::System,
            ..cases
        };
        for torn in ["", "liv", "live", "practice itself english dark", "live x y z æ"] {
            fs::write(place(here, live), torn)?;
            assert_eq!(noted(here, live), Some(plain), "{torn}");
        }
        fs::write(place(here, live), [0xff, 0xfe])?;
        assert_eq!(noted(here, live), Some(plain));
        forget(here, live);
        assert_eq!(noted(here, live), None);
        Ok(())
    }
}
