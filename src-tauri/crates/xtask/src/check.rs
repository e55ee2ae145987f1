//! `cargo xtask check`: what can be said about the sources without running them.

use crate::place::Place;
use crate::steps::{Step, Trouble};
use crate::{pages, setup};

/// Reads `deny.toml`. Pinned, since its findings change with its version.
const CARGO_DENY: &str = "0.20.2";

/// Format, lints, types of the pages, licences and sources of the dependencies. Stops at the first that does not hold, quickest first.
pub fn check(place: &Place) -> Result<(), Trouble> {
    setup::prepare(setup::For::Run)?;
    let root = place.root();
    Step::cargo("Check: format").args(["fmt", "--all", "--check"]).dir(root).run()?;

    // Before the pages are built: the build writes a generated file again, and here it must be up to date as it is.
    pages::packages(place)?;
    Step::npm("Check: types of the pages").args(["run", "check"]).dir(place.ui()).run()?;
    Step::npm("Check: format of the pages").args(["run", "format:check", "--if-present"]).dir(place.ui()).run()?;

    dependencies(place)?;
    pages::build(place)?;
    Step::cargo("Check: lints").args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]).dir(root).run()
}

fn dependencies(place: &Place) -> Result<(), Trouble> {
    let tools = place.target().join("tools");
    let deny = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if Step::new("", &deny).args(["--version"]).answer().as_deref() != Some(&format!("cargo-deny {CARGO_DENY}")) {
        // Not optimised: a third of the time to build, and it still answers in a second.
        Step::cargo(format!("Install cargo-deny {CARGO_DENY} in target/tools (about a minute, once)"))
            .args(["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--debug", "--force", "--quiet", "--root"])
            .args([&tools])
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .dir(place.root())
            .run()?;
    }
    Step::new("Check: licences, sources and bans of the dependencies", deny)
        .args(["--locked", "check", "licenses", "sources", "bans"])
        .dir(place.root())
        .run()
}
