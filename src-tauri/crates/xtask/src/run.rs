//! `cargo xtask run`: from a fresh clone to an open window.

use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use crate::{bundle, pages, setup};

/// How the window is to be opened.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// As it is shipped, instead of quick to build.
    release: bool,
    /// A live profile's file, passed on to the application; none is practice.
    live: Option<String>,
}

impl Options {
    /// Reads `--release` and `--live PROFILE`, in any order, each at most once.
    pub fn parse(words: &[&str]) -> Result<Self, Error> {
        let mut options = Self::default();
        let mut rest = words;
        loop {
            rest = match rest {
                [] => return Ok(options),
                ["--release", rest @ ..] if !options.release => {
                    options.release = true;
                    rest
                }
                ["--live", profile, rest @ ..]
                    if options.live.is_none() && !profile.starts_with('-') =>
                {
                    options.live = Some((*profile).to_owned());
                    rest
                }
                _ => {
                    return Err(Error::Asked(
                        "cargo xtask run [--release] [--live PROFILE]".into(),
                    ));
                }
            }
        }
    }
}

/// Builds the application and opens it; ends when the person closes the window.
pub fn run(place: &Workspace, options: &Options) -> Result<(), Error> {
    if cfg!(target_os = "linux")
        && !["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    {
        return Err(Error::Missing(
            "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n\
             `cargo xtask journey` runs the whole journey on a display in memory and leaves pictures of every page."
                .into(),
        ));
    }
    setup::prepare(setup::For::Run)?;
    pages::build(place)?;
    if options.release {
        bundle::compile(place)?;
    } else {
        Step::cargo("Build the application")
            .args(["build", "--bin", "tilslut"])
            .dir(place.root())
            .run()?;
    }

    let mut window = Step::new(
        "Tilslut is open (close its window to end)",
        place.application(if options.release { "release" } else { "debug" }),
    );
    if let Some(profile) = &options.live {
        window = window.args(["--live", profile]);
    }
    window.hand_over()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order_and_nonsense_is_refused() {
        let both = Options { release: true, live: Some("a.toml".into()) };
        assert_eq!(Options::parse(&["--live", "a.toml", "--release"]).unwrap(), both);
        assert_eq!(Options::parse(&["--release", "--live", "a.toml"]).unwrap(), both);
        assert_eq!(Options::parse(&[]).unwrap(), Options::default());
        for nonsense in
            [&["--live"][..], &["--live", "--release"], &["--release", "--release"], &["fast"]]
        {
            assert!(Options::parse(nonsense).is_err(), "{nonsense:?}");
        }
    }
}
