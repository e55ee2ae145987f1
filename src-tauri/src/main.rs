//! Starts the program. Everything else is in the library, so that its tests never need the window's
//! pages.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    if let Err(why) = shell::rendering::start_anew(std::path::Path::new("/")) {
        // The window may be empty; it may also be quite right.
        eprintln!("tilslut: {} could not be set: {why}", shell::rendering::VARIABLE);
    }
    match shell::Options::parse(std::env::args_os().skip(1)) {
        // Asked for, it is the answer and no error.
        Ok(options) if options.help => {
            println!("{}", shell::options::USAGE);
            ExitCode::SUCCESS
        }
        Ok(options) => shell::run(options, tauri::generate_context!()),
        Err(usage) => {
            eprintln!("{usage}");
            ExitCode::from(2)
        }
    }
}
