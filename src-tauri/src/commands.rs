//! The two things that the window may ask of the core.

use crate::engine::Engine;
use contract::{Intent, View};
use tauri::State;

/// What the window shows now. Beside the main thread, since the desk may be busy stretching a passphrase.
#[tauri::command(async)]
pub fn view(engine: State<'_, Engine>) -> View {
    engine.view()
}

/// The person wants something; what the window shows then.
#[tauri::command(async)]
pub fn send(engine: State<'_, Engine>, intent: Intent) -> View {
    engine.send(intent)
}
