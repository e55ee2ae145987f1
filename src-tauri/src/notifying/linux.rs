//! Linux: the notification server of the desktop (Desktop Notifications Specification 1.2),
//! `org.freedesktop.Notifications` on the session bus.

use std::collections::HashMap;
use std::io;
use std::sync::{Mutex, PoisonError};
use tauri::AppHandle;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::Value;

/// Normal urgency: shown, and put away by itself.
const NORMAL: u8 = 1;
/// As long as the server finds right.
const ITS_TIME: i32 = -1;

/// Holds the connection: some servers take a notification away when its sender is gone.
#[derive(Default)]
pub struct Notifier {
    bus: Mutex<Option<Connection>>,
}

impl Notifier {
    /// Shows it. An error when there is no server that does.
    pub fn show(&self, _app: &AppHandle, title: &str, text: &str) -> io::Result<()> {
        let mut bus = self.bus.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = match bus.take() {
            Some(connection) => connection,
            None => Connection::session().map_err(io::Error::other)?,
        };
        // One that broke is made anew at the next time.
        show_on(&connection, title, text).map_err(io::Error::other)?;
        *bus = Some(connection);
        Ok(())
    }
}

/// [`Notifier::show`] on a bus that is open already.
pub fn show_on(bus: &Connection, title: &str, text: &str) -> zbus::Result<()> {
    let server = Proxy::new(
        bus,
        "org.freedesktop.Notifications",
        "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications",
    )?;
    let can: Vec<String> = server.call("GetCapabilities", &())?;
    // An organisation's name is no markup.
    let text = if can.iter().any(|it| it == "body-markup") { escaped(text) } else { text.into() };
    let hints = HashMap::from([
        ("urgency", Value::from(NORMAL)),
        ("desktop-entry", Value::from("dk.tilslut.app")),
    ]);
    let (replaces, icon, actions) = (0u32, "", Vec::<&str>::new());
    let asked = ("Tilslut", replaces, icon, title, text.as_str(), actions, hints, ITS_TIME);
    let _: u32 = server.call("Notify", &asked)?;
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
