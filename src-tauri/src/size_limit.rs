//! Where the size of a file is limited (`ulimit -f`), the system ends a program that goes beyond it, with a
//! signal (`SIGXFSZ`), unless the program listens to that. Then only the write fails, and the person is told
//! that the disk is full, as of any other.

use std::io;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};

/// `SIGXFSZ`, on Linux and macOS.
const FILE_TOO_LARGE: i32 = 25;

/// From now on a write beyond the limit fails, and the program goes on.
pub fn outlive() -> io::Result<()> {
    // Who has listened once is not ended any more, also when nobody listens after that.
    let _listened = Builder::new_current_thread()
        .enable_io()
        .build()?
        .block_on(async { signal(SignalKind::from_raw(FILE_TOO_LARGE)) })?;
    Ok(())
}
