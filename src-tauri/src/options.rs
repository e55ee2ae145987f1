//! What can be said on the command line that starts the window.

use domain::Environment;
use std::ffi::OsString;
use std::path::PathBuf;

/// The words after the program's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Use live, with this profile where one is named; without the word, the environment that was
    /// used last.
    pub live: Option<Option<PathBuf>>,
    /// Say how the program is started, and start nothing.
    pub help: bool,
}

/// How the program is started.
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
                Some("--help" | "-h") => options.help = true,
                _ => return Err(USAGE),
            }
        }
        Ok(options)
    }

    /// The environment that is asked for.
    pub fn environment(&self) -> Option<Environment> {
        self.live.as_ref().map(|_| Environment::Live)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
