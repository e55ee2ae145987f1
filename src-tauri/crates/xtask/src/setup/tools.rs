//! Cargo's own tools at the versions that are known to hold, in `target/tools`. One that the system
//! has at that very version is used instead, since building one takes minutes. Nothing that the
//! person has installed is touched.

use std::path::{Path, PathBuf};

use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// A program that Cargo can install.
struct Tool {
    name: &'static str,
    /// Pinned, since what it finds, or how it says it, changes with its version.
    version: &'static str,
    /// How long building it takes on two cores.
    takes: &'static str,
}

/// Reads `deny.toml`.
const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", takes: "about a minute" };

/// Runs tests, each in a process of its own.
const NEXTEST: Tool =
    Tool { name: "cargo-nextest", version: "0.9.143", takes: "two or three minutes" };

/// The program `cargo-deny`.
pub fn deny(place: &Workspace) -> Result<PathBuf, Error> {
    DENY.installed(place)
}

/// The program `cargo-nextest`.
pub fn nextest(place: &Workspace) -> Result<PathBuf, Error> {
    NEXTEST.installed(place)
}

impl Tool {
    fn installed(&self, place: &Workspace) -> Result<PathBuf, Error> {
        let Self { name, version, takes } = self;
        let tools = place.target().join("tools");
        let ours = tools.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let found =
            [PathBuf::from(name), ours.clone()].into_iter().find(|program| self.is_right(program));
        if let Some(program) = found {
            return Ok(program);
        }
        // Not optimised: a third of the time to build, and it still answers in a second.
        Step::cargo(format!("Install {name} {version} in target/tools ({takes}, once)"))
            .args([
                "install",
                name,
                "--version",
                version,
                "--locked",
                "--debug",
                "--force",
                "--quiet",
                "--root",
            ])
            .args([&tools])
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .dir(place.root())
            .run()?;
        Ok(ours)
    }

    fn is_right(&self, program: &Path) -> bool {
        // As a subcommand, since that is how both want to be called.
        let subcommand = self.name.trim_start_matches("cargo-");
        let said =
            Step::new("", program).args([subcommand, "--version"]).answer().unwrap_or_default();
        names_version(&said, self.name, self.version)
    }
}

/// `cargo-nextest 0.9.143 (…)`, on the first line.
fn names_version(said: &str, name: &str, version: &str) -> bool {
    let mut words = said.lines().next().unwrap_or_default().split_whitespace();
    words.next() == Some(name) && words.next() == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_version_is_right() {
        for (said, right) in [
            ("cargo-nextest 0.9.143 (f1a2 2026-09-01)\nrelease: 0.9.143", true),
            ("cargo-nextest 0.9.143", true),
            ("cargo-nextest 0.9.144", false),
            ("cargo-nextest 0.9.1430", false),
            ("cargo-deny 0.9.143", false),
            ("", false),
        ] {
            assert_eq!(names_version(said, "cargo-nextest", "0.9.143"), right, "{said}");
        }
    }
}
