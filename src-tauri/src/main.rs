//! Starts the program. Everything else is in the library, so that its tests never need the window's pages.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match shell::Options::parse(std::env::args_os().skip(1)) {
        Ok(options) => shell::run(options, tauri::generate_context!()),
        Err(usage) => {
            eprintln!("{usage}");
            ExitCode::from(2)
        }
    }
}
