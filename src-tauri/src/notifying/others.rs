//! Windows and macOS, through the plug-in. It hands the notification on and is not told whether the
//! system showed it: there a person can turn off what a program shows.

use std::io;
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt as _;

/// Nothing is held.
#[derive(Default)]
pub struct Notifier;

impl Notifier {
    /// Hands it to the system. An error when it cannot be handed on.
    pub fn show(&self, app: &AppHandle, title: &str, text: &str) -> io::Result<()> {
        app.notification().builder().title(title).body(text).show().map_err(io::Error::other)
    }
}
