//! macOS: Apple's command line tools are all it takes. WebKit, the key store and the cryptography
//! are the system's own.

use crate::steps::{Error, Step};

/// Checks for the tools; they cannot be installed without the person's yes in a window of Apple's.
pub fn prepare() -> Result<(), Error> {
    if Step::new("", "xcode-select").args(["--print-path"]).answer().is_some() {
        println!("Setup: everything needed is installed.");
        return Ok(());
    }
    println!(
        "Setup: Apple's command line tools are missing; they bring the C compiler that SQLCipher is built with, and the linker."
    );
    Step::new("Setup: ask macOS to install them", "xcode-select").args(["--install"]).run()?;
    Err(Error::Missing(
        "macOS now asks whether to install its command line tools: say yes, wait for the end, and run the same again".into(),
    ))
}
