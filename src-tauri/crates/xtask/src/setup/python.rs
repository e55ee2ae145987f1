//! What is Python's: the validators of PDF/A and PDF/UA, the reader of bar codes and the readers of
//! mails and calendar files for the tests, and the programs that a receipt is measured beside. Each
//! in a folder of its own under `target/tools`, at the versions that its list names. Nothing of the
//! system's or the person's Python is touched.

use std::fs;
use std::path::{Path, PathBuf};

use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// What the tests ask: the name of each folder, the list of what is in it, and what for.
const ASKED: [(&str, &str, &str); 2] = [
    (
        "validators",
        "src-tauri/crates/receipt/tests/receipts/validators/requirements.txt",
        "the validators of PDF/A",
    ),
    (
        "mail-readers",
        "src-tauri/crates/mail/tests/readers/requirements.txt",
        "the readers of mails and calendar files",
    ),
];

/// Installs the independent readers that the tests ask, unless these very versions are there.
pub fn readers(place: &Workspace) -> Result<(), Error> {
    for (name, list, what) in ASKED {
        if cfg!(target_os = "linux") {
            // Without what they name themselves: they need none of it for what they are asked.
            folder(place, name, list, &["--no-deps"])?;
        } else {
            println!("Setup: {what} are left out: the tests that ask them run on Linux.");
        }
    }
    Ok(())
}

/// Installs what a list names, unless this very list was installed before. The Python of that
/// folder.
pub fn folder(
    place: &Workspace,
    name: &str,
    list: &str,
    options: &[&str],
) -> Result<PathBuf, Error> {
    let folder = place.target().join("tools").join(name);
    let python = folder.join("bin/python");
    let (wanted, installed) = (place.root().join(list), folder.join("requirements.txt"));
    if read(&wanted)? == fs::read(&installed).unwrap_or_default() {
        return Ok(python);
    }
    println!("Setup: the {name} are missing and are now installed in {}", folder.display());
    let file = |source| Error::File { path: folder.clone(), source };
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(file)?;
    }
    Step::new(format!("Setup: a folder for the {name}"), "python3")
        .args(["-m", "venv"])
        .args([&folder])
        .run()?;
    Step::new(format!("Setup: install the {name}"), &python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(options)
        .args(["--requirement".as_ref(), wanted.as_os_str()])
        .run()?;
    // Last, so that an installation that broke off is done again.
    fs::copy(&wanted, &installed).map_err(file)?;
    Ok(python)
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })
}
