//! What the system must have before anything can be built: checked first, said aloud, and installed
//! where that is ours to do. One file per system. Rust and Node themselves are the only things
//! asked of the person.

mod debian;
mod macos;
pub mod python;
pub mod tools;
mod windows;

use crate::steps::{Error, Step};

/// What the system is prepared for. `Test` needs everything that `Run` needs, and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building the application and opening its window.
    Run,
    /// The tests too: the real window, a real browser, a real key store.
    Test,
}

/// Brings this system to where it can do what is wanted, or says what a person must do first.
pub fn prepare(purpose: For) -> Result<(), Error> {
    node()?;
    if cfg!(target_os = "linux") {
        debian::prepare(purpose)
    } else if cfg!(target_os = "macos") {
        macos::prepare()
    } else if cfg!(windows) {
        windows::prepare()
    } else {
        Err(Error::Missing("Tilslut is built on Linux, macOS and Windows".into()))
    }
}

/// The oldest Node.js that the pages' build tool runs on, in each line that it supports.
const NODE: [(u32, u32); 2] = [(20, 19), (22, 12)];

fn node() -> Result<(), Error> {
    let found = Step::new("", "node").args(["--version"]).answer();
    if found.as_deref().is_some_and(new_enough) {
        return Ok(());
    }
    Err(Error::Missing(format!(
        "the pages are built with Node.js 20.19 or newer (22.12 or newer in the 22 line), with its npm; found: {}.\n\
         Install it from https://nodejs.org (Debian 12's own package is too old).",
        found.as_deref().unwrap_or("none")
    )))
}

fn new_enough(version: &str) -> bool {
    let mut parts =
        version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let (Some(major), Some(minor)) = (parts.next(), parts.next()) else { return false };
    major > 22 || NODE.iter().any(|&(line, least)| major == line && minor >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_odd_versions_of_node_are_refused() {
        for (version, enough) in [
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v22.12.0", true),
            ("v24.0.1", true),
            ("v20.18.3", false),
            ("v18.20.4", false),
            ("v21.7.0", false),
            ("v22.11.0", false),
            ("", false),
            ("node", false),
        ] {
            assert_eq!(new_enough(version), enough, "{version}");
        }
    }
}
