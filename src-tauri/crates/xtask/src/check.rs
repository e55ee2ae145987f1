//! `cargo xtask check`: what can be said about the sources without running them.

use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use crate::{pages, setup};

/// Format, lints, types of the pages, licences and sources of the dependencies. Stops at the first
/// that does not hold, quickest first.
pub fn check(place: &Workspace) -> Result<(), Error> {
    setup::prepare(setup::For::Run)?;
    let root = place.root();
    Step::cargo("Check: format").args(["fmt", "--all", "--check"]).dir(root).run()?;

    // Before the pages are built: the build writes a generated file again, and here it must be up
    // to date as it is.
    pages::packages(place)?;
    Step::npm("Check: types of the pages").args(["run", "check"]).dir(place.ui()).run()?;
    Step::npm("Check: lints of the pages").args(["run", "lint"]).dir(place.ui()).run()?;
    Step::npm("Check: format of the pages")
        .args(["run", "format:check", "--if-present"])
        .dir(place.ui())
        .run()?;

    dependencies(place)?;
    pages::build(place)?;
    Step::cargo("Check: lints")
        .args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
        .dir(root)
        .run()
}

fn dependencies(place: &Workspace) -> Result<(), Error> {
    Step::new("Check: licences, sources and bans of the dependencies", setup::tools::deny(place)?)
        .args(["--locked", "check", "licenses", "sources", "bans"])
        .dir(place.root())
        .run()
}
