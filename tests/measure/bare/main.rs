//! The peer of the start-up measurement: a window of the same kind and size with one static page,
//! and nothing else. What it takes is what the platform takes; Tilslut is measured beside it.

use std::process::ExitCode;
use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> ExitCode {
    let built = tauri::Builder::default()
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Bare")
                .inner_size(1120.0, 760.0)
                .min_inner_size(1024.0, 640.0)
                .on_document_title_changed(|window, title| {
                    // As in Tilslut; the title tells who measures that the page is there.
                    window.set_title(&title).ok();
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("tests/measure/bare/tauri.conf.json"));
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bare: the window could not be opened: {why}");
            ExitCode::FAILURE
        }
    }
}
