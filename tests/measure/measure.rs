//! Measures Tilslut as it is shipped, each time beside a peer or a floor in the same run, so that
//! the numbers say something on any machine. `cargo xtask bench` builds what is measured, runs this
//! in a session of its own and writes the table.
//!
//! The words on its command line are four paths: the application, the bare window, a folder to work
//! in and the file for the rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod approved;
#[cfg(target_os = "linux")]
mod display;
mod inside;
mod login;
#[cfg(target_os = "linux")]
mod opening;
mod room;
mod row;
#[path = "../support/mod.rs"]
mod support;

use std::path::PathBuf;

fn main() {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [application, bare, folder, rows] = paths.as_slice() else {
        panic!("measure APPLICATION BARE FOLDER ROWS")
    };

    let case = approved::case(folder);
    let mut found = Vec::new();
    #[cfg(target_os = "linux")]
    found.extend(opening::measure(application, bare, folder, &case));
    #[cfg(not(target_os = "linux"))]
    println!(
        "not measured here: {} beside {}, for want of a display in memory",
        application.display(),
        bare.display()
    );
    found.extend(inside::measure(folder, &case));
    found.extend(login::measure(folder, &case));
    found.extend(room::measure(folder, &case));
    std::fs::write(rows, row::lines(&found)).expect("the rows can be written");
}
