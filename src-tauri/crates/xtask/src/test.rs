//! `cargo xtask test`: everything that must hold, from the sources to the real window and to bytes
//! that nobody thought of. What CI runs.

use crate::session::Session;
use crate::steps::{Error, Step};
use crate::tally::Tally;
use crate::workspace::Workspace;
use crate::{check, fuzz, pages, setup, window};

/// Runs every test even when one before did not hold, and closes with one line that sums them.
pub fn test(place: &Workspace) -> Result<(), Error> {
    setup::prepare(setup::For::Test)?;
    setup::python::readers(place)?;
    check::check(place)?;

    let mut tally = Tally::default();
    let parts = [
        workspace(place, &mut tally),
        window_parts(place, &mut tally),
        key_store(place, &mut tally),
        every_page(place, &mut tally),
        real_window(place, &mut tally),
        fuzz::fuzz(place, fuzz::SECONDS, None, fuzz::Seed::Fixed),
    ];
    // A part can fail without a failed test (it did not compile, or its session did not start):
    // named here, since it is not in the sum.
    for trouble in parts.iter().filter_map(|part| part.as_ref().err()) {
        eprintln!("xtask: {trouble}");
    }
    println!("\n{tally}");
    if parts.iter().all(Result::is_ok) { Ok(()) } else { Err(Error::Tests(tally)) }
}

/// Every test in a process of its own, so that one that hangs is killed and named
/// (`.config/nextest.toml`); then the examples in the documentation, which nextest does not run.
fn workspace(place: &Workspace, tally: &mut Tally) -> Result<(), Error> {
    let nextest = setup::tools::nextest(place)?;
    let tests = Step::new("Test: the workspace", nextest)
        .args(["nextest", "run", "--workspace", "--no-fail-fast"])
        .env("INSTA_UPDATE", "no")
        .dir(place.root())
        .count(tally);
    let documented = Step::cargo("Test: the examples in the documentation")
        .args(["test", "--workspace", "--doc", "--no-fail-fast"])
        .dir(place.root())
        .count(tally);
    tests.and(documented)
}

/// What the pages are made of, without a browser.
fn window_parts(place: &Workspace, tally: &mut Tally) -> Result<(), Error> {
    Step::npm("Test: the parts of the pages")
        .args(["test"])
        .env("NO_COLOR", "1")
        .dir(place.ui())
        .count(tally)
}

/// The tests that need the system's own key store. On Linux one is started for them; elsewhere they
/// use an entry of their own in the person's.
fn key_store(place: &Workspace, tally: &mut Tally) -> Result<(), Error> {
    const TITLE: &str = "Test: the system's key store";
    // With the whole workspace selected, so that Cargo finds everything built already.
    const TESTS: [&str; 6] = ["test", "--workspace", "--test", "key_store", "--", "--ignored"];
    if cfg!(target_os = "linux") {
        Session::new()?.cargo(TITLE, place).args(TESTS).count(tally)
    } else {
        Step::cargo(TITLE).args(TESTS).dir(place.root()).count(tally)
    }
}

/// The pages in a browser. Where there is no package manager of ours, nobody has promised a
/// Chromium.
fn every_page(place: &Workspace, tally: &mut Tally) -> Result<(), Error> {
    if cfg!(target_os = "linux") {
        return pages::gate(place, &[], tally);
    }
    println!(
        "\n── Test: every page in every named state\n   left out: Chromium is installed on Linux only"
    );
    Ok(())
}

fn real_window(place: &Workspace, tally: &mut Tally) -> Result<(), Error> {
    if cfg!(target_os = "linux") {
        return window::drive(place, None, tally);
    }
    println!(
        "\n── Test: the real window\n   left out: it is driven by WebKitGTK's own driver, which only Linux has"
    );
    Ok(())
}
