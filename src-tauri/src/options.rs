//! What can be said on the command line that starts the window.

use domain::Environment;
use std::ffi::OsString;
use std::path::PathBuf;

/// The words after the program's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The profile file of the live environment; without one, Tilslut practises.
    pub live: Option<PathBuf>,
}

/// How the program is started.
pub const USAGE: &str = "tilslut [--live PROFILE]\n\n  --live PROFILE   use the live environment that the profile file describes (practice otherwise)";

impl Options {
    /// Reads the command line; anything unknown is answered with [`USAGE`].
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, &'static str> {
        let mut options = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--live") => options.live = Some(words.next().ok_or(USAGE)?.into()),
                _ => return Err(USAGE),
            }
        }
        Ok(options)
    }

    /// Which world the program runs in.
    pub fn environment(&self) -> Environment {
        if self.live.is_some() { Environment::Live } else { Environment::Practice }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_is_what_one_gets_without_asking() {
        let parse = |words: &[&str]| Options::parse(words.iter().map(OsString::from));
        assert_eq!(parse(&[]).map(|o| o.environment()), Ok(Environment::Practice));
        assert_eq!(parse(&["--live", "p.toml"]).map(|o| o.environment()), Ok(Environment::Live));
        assert_eq!(parse(&["--live"]), Err(USAGE));
        assert_eq!(parse(&["--liv"]), Err(USAGE));
    }
}
