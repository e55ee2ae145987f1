//! Measures Tilslut as it is shipped, each time beside a peer or a floor in the same run, so that
//! the numbers say something on any machine. `cargo xtask bench` builds what is measured, runs this
//! in a session of its own and writes the table.
//!
//! The words on its command line are four paths, the application, the bare window, a folder to work
//! in and the file for the rows; then the parts that are to be measured.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod approved;
#[cfg(target_os = "linux")]
mod display;
mod inside;
mod login;
#[cfg_attr(not(target_os = "linux"), path = "no_display.rs")]
mod opening;
mod room;
mod row;
#[path = "../support/mod.rs"]
mod support;

use domain::case::Stage;
use std::path::PathBuf;

fn main() {
    let mut words = std::env::args_os().skip(1);
    let paths: Vec<PathBuf> = words.by_ref().take(4).map(PathBuf::from).collect();
    let [application, bare, folder, rows] = paths.as_slice() else {
        panic!("measure APPLICATION BARE FOLDER ROWS PART…")
    };

    let case = approved::case(folder);
    let Stage::Approved(approved) = &case.stage else { panic!("it is approved") };
    let mut found = String::new();
    for part in words {
        let part = part.into_string().expect("the name of a part");
        let of_part = match part.as_str() {
            "start" => opening::start(application, bare, folder, &case),
            "room" => {
                let mut rows = opening::many(application, folder, &case);
                rows.extend(room::measure(folder, &case));
                rows
            }
            "save" => vec![inside::save(folder, &case)],
            "receipt" => vec![inside::receipt(&case, approved)],
            "verification" => vec![inside::verification(approved)],
            "approve" => login::measure(folder, &case),
            other => panic!("{other} is no part"),
        };
        found.push_str(&row::lines(&part, &of_part));
    }
    std::fs::write(rows, found).expect("the rows can be written");
}
