//! The validators of PDF/A and PDF/UA, and the reader of bar codes, which are Python's: in a folder of their own under `target`, at the
//! versions that `requirements.txt` beside their tests names. Nothing of the system's or the person's Python is touched.

use std::fs;
use std::path::Path;

use crate::place::Place;
use crate::steps::{Step, Trouble};

const WANTED: &str = "src-tauri/crates/receipt/tests/receipts/validators/requirements.txt";

/// Installs the validators unless these very versions are there.
pub fn prepare(place: &Place) -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        println!("Setup: the validators of PDF/A are left out: the tests that ask them run on Linux.");
        return Ok(());
    }
    let folder = place.target().join("tools/validators");
    let (wanted, installed) = (place.root().join(WANTED), folder.join("requirements.txt"));
    if read(&wanted)? == fs::read(&installed).unwrap_or_default() {
        return Ok(());
    }
    println!("Setup: the validators of PDF/A and PDF/UA are missing and are now installed in {}", folder.display());
    let file = |source| Trouble::File { path: folder.clone(), source };
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(file)?;
    }
    Step::new("Setup: a folder for the validators", "python3").args(["-m", "venv"]).args([&folder]).run()?;
    Step::new("Setup: install the validators", folder.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
        .args([&wanted])
        .run()?;
    // Last, so that an installation that broke off is done again.
    fs::copy(&wanted, &installed).map(drop).map_err(file)
}

fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|source| Trouble::File { path: path.to_owned(), source })
}
