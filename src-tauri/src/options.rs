//! What can be said on the command line that starts the window.

use crate::anew::Place;
use crate::locked;
use app::model::LockedCases;
use domain::Environment;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The words after the program's name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Use live, with this profile where one is named; without the word, the environment that was
    /// used last.
    pub live: Option<Option<PathBuf>>,
    /// Say how the program is started, and start nothing.
    pub help: bool,
    /// Stay locked: a program that has locked its cases says this to the one that takes its place.
    pub locked: Option<LockedCases>,
    /// Where that one stands.
    pub place: Option<Place>,
}

/// How the program is started. What it says to itself ([`Options::locked`]) is no concern of a person.
pub const USAGE: &str = "tilslut [--live [PROFILE]] [--help]

  --live [PROFILE]   use the live environment, with the services that the profile file names
                     (without: the environment that was used last); a managed profile comes
                     before it, and what was taken into use in the window after it";

impl Options {
    /// Reads the command line; anything unknown is answered with [`USAGE`].
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, &'static str> {
        let mut options = Self::default();
        let mut words = words.peekable();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--live") => {
                    let profile = words.next_if(|word| !word.as_encoded_bytes().starts_with(b"--"));
                    options.live = Some(profile.map(PathBuf::from));
                }
                Some("--locked") => {
                    let cases = words.next().and_then(|it| locked::from_words(it.to_str()?));
                    options.locked = Some(cases.ok_or(USAGE)?);
                }
                Some("--place") => {
                    options.place = words.next().and_then(|it| Place::from_words(it.to_str()?));
                }
                Some("--help" | "-h") => options.help = true,
                _ => return Err(USAGE),
            }
        }
        Ok(options)
    }

    /// The environment that is asked for.
    pub fn environment(&self) -> Option<Environment> {
        let locked = self.locked.map(|cases| cases.environment);
        locked.or_else(|| self.live.as_ref().map(|_| Environment::Live))
    }

    /// How a program is started in the place of this one, with this profile where one was named.
    pub fn of_other(
        cases: &LockedCases,
        place: Option<Place>,
        profile: Option<&Path>,
    ) -> Vec<OsString> {
        let profile = profile.into_iter().flat_map(|it| ["--live".into(), it.into()]);
        let place = place.into_iter().flat_map(|it| ["--place".into(), it.words().into()]);
        let locked = ["--locked".into(), locked::words(cases).into()];
        locked.into_iter().chain(place).chain(profile).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::model::Theme;
    use domain::Language;

    #[test]
    fn live_is_asked_for_with_a_profile_or_without() {
        let parse = |words: &[&str]| Options::parse(words.iter().map(OsString::from));
        let live = |profile: Option<&str>| Options {
            live: Some(profile.map(PathBuf::from)),
            ..Options::default()
        };
        assert_eq!(parse(&[]), Ok(Options::default()));
        assert_eq!(parse(&["--live", "p.toml"]), Ok(live(Some("p.toml"))));
        assert_eq!(parse(&["--live"]), Ok(live(None)));
        assert_eq!(parse(&["--live"]).map(|o| o.environment()), Ok(Some(Environment::Live)));
        assert_eq!(parse(&["--live", "--x"]), Err(USAGE));
        assert_eq!(parse(&["--liv"]), Err(USAGE));
        assert_eq!(parse(&["--help"]).map(|o| o.help), Ok(true));
    }

    #[test]
    fn what_a_program_says_to_the_next_one_is_understood() {
        let (language, theme) = (Language::English, Theme::Dark);
        let cases =
            LockedCases { environment: Environment::Practice, by_itself: true, language, theme };
        let place = Place::from_words("10 20 1120 760 focused");
        let said = Options::of_other(&cases, place, Some(Path::new("p.toml")));
        let options = Options::parse(said.into_iter());
        let live = Some(Some(PathBuf::from("p.toml")));
        let meant = Options { live, help: false, locked: Some(cases), place };
        assert_eq!(options.as_ref(), Ok(&meant));
        // The profile was named at the start, and the person went over to practice since.
        assert_eq!(options.map(|o| o.environment()), Ok(Some(Environment::Practice)));
        let parse = |words: &[&str]| Options::parse(words.iter().map(OsString::from));
        assert_eq!(parse(&["--locked"]), Err(USAGE));
        assert_eq!(parse(&["--locked", "--place"]), Err(USAGE));
    }
}
