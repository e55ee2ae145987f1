//! The two things that the window may ask of the core, and the pictures that it may show.

use crate::documents;
use crate::engine::Engine;
use contract::{Intent, View};
use tauri::State;
use tauri::http::{Response, StatusCode, Uri, header};

/// What the window shows now. Beside the main thread, which draws the window.
#[tauri::command(async)]
pub fn view(engine: State<'_, Engine>) -> View {
    engine.view()
}

/// The person wants something; what the window shows then.
#[tauri::command(async)]
pub fn send(engine: State<'_, Engine>, intent: Intent) -> View {
    engine.send(intent)
}

/// A picture that is attached to the case whose page is open: `document://localhost/ID`. Making it
/// small takes its time, so not on the thread that draws the window.
pub fn document(engine: &Engine, address: &Uri) -> Response<Vec<u8>> {
    let id = address.path().trim_start_matches('/');
    let answer = Response::builder()
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CACHE_CONTROL, "no-store");
    let answer = match documents::picture(engine, id) {
        Some(png) => answer.header(header::CONTENT_TYPE, "image/png").body(png),
        None => answer.status(StatusCode::NOT_FOUND).body(Vec::new()),
    };
    answer.unwrap_or_default()
}
