//! Linux: the desktop's print dialog through the portal `org.freedesktop.portal.Print`, which takes
//! the open file. It is there on GNOME, KDE and the others that have portals, in a sandbox too.

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::Path;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{Fd, OwnedObjectPath, OwnedValue, Value};

/// A portal's answer: the person printed.
const PRINTED: u32 = 0;
/// A portal's answer: the person changed their mind.
const CANCELLED: u32 = 1;

/// Shows the dialog and waits for the answer. An error when there is no portal, or it cannot print.
pub fn ask(file: &Path, title: &str) -> io::Result<()> {
    Connection::session().and_then(|bus| ask_on(&bus, file, title)).map_err(io::Error::other)
}

/// [`ask`] on a bus that is open already.
pub fn ask_on(bus: &Connection, file: &Path, title: &str) -> zbus::Result<()> {
    let file = File::open(file).map_err(zbus::Error::from)?;
    let token = format!("tilslut{}", std::process::id());
    // Listened to before the question is asked: the answer may be faster than we are
    // (`org.freedesktop.portal.Request`).
    let name = bus
        .unique_name()
        .map(|name| name.trim_start_matches(':').replace('.', "_"))
        .unwrap_or_default();
    let expected = format!("/org/freedesktop/portal/desktop/request/{name}/{token}");
    let request = Proxy::new(
        bus,
        "org.freedesktop.portal.Desktop",
        expected.as_str(),
        "org.freedesktop.portal.Request",
    )?;
    let mut answers = request.receive_signal("Response")?;

    let portal = Proxy::new(
        bus,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Print",
    )?;
    let options = HashMap::from([
        ("handle_token", Value::from(token.as_str())),
        ("modal", Value::from(true)),
    ]);
    let _: OwnedObjectPath = portal.call("Print", &("", title, Fd::from(&file), options))?;
    let answer = answers.next().ok_or(zbus::Error::InterfaceNotFound)?;
    let (response, _): (u32, HashMap<String, OwnedValue>) = answer.body().deserialize()?;
    if matches!(response, PRINTED | CANCELLED) {
        Ok(())
    } else {
        Err(zbus::Error::Failure("the portal could not print".into()))
    }
}
