//! Notifications on Linux: against a pretended server on a session bus of its own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/bus.rs"]
mod bus;

use bus::Bus;
use shell::notifying::linux::show_on;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

/// What the server was asked to show: program, title and text.
type Shown = Arc<Mutex<Vec<(String, String, String)>>>;

struct Server {
    shown: Shown,
    markup: bool,
    full: bool,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    fn get_capabilities(&self) -> Vec<String> {
        if self.markup { vec!["body".into(), "body-markup".into()] } else { vec!["body".into()] }
    }

    #[allow(clippy::too_many_arguments, reason = "the interface has as many")]
    fn notify(
        &self,
        program: String,
        _replaces: u32,
        _icon: String,
        title: String,
        text: String,
        _actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> zbus::fdo::Result<u32> {
        if self.full {
            return Err(zbus::fdo::Error::LimitsExceeded("no room".into()));
        }
        assert!(hints.contains_key("urgency"));
        self.shown.lock().unwrap().push((program, title, text));
        Ok(7)
    }
}

fn asked(markup: bool, full: bool) -> (zbus::Result<()>, Vec<(String, String, String)>) {
    let bus = Bus::start();
    let shown = Shown::default();
    let server = Server { shown: Arc::clone(&shown), markup, full };
    let _server = Builder::address(bus.address.as_str())
        .unwrap()
        .serve_at("/org/freedesktop/Notifications", server)
        .unwrap()
        .name("org.freedesktop.Notifications")
        .unwrap()
        .build()
        .unwrap();
    let text = "Tømrer & Snedker <b>ApS</b>: Linket til opsætning udløber i morgen";
    let outcome = show_on(&bus.connect(), "PRØVE – Tilslut", text);
    let shown = shown.lock().unwrap().clone();
    (outcome, shown)
}

#[test]
fn a_notification_is_shown_as_it_reads_whatever_is_in_a_name() {
    let plain = "Tømrer & Snedker <b>ApS</b>: Linket til opsætning udløber i morgen";
    let escaped =
        "Tømrer &amp; Snedker &lt;b&gt;ApS&lt;/b&gt;: Linket til opsætning udløber i morgen";
    for (markup, text) in [(false, plain), (true, escaped)] {
        let (outcome, shown) = asked(markup, false);
        assert!(outcome.is_ok(), "{outcome:?}");
        assert_eq!(shown, [("Tilslut".into(), "PRØVE – Tilslut".into(), text.to_owned())]);
    }
}

#[test]
fn that_nothing_was_shown_is_known() {
    let (outcome, shown) = asked(false, true);
    assert!(outcome.is_err() && shown.is_empty());
    let bus = Bus::start();
    assert!(show_on(&bus.connect(), "Tilslut", "En dato i Tilslut er nær").is_err(), "no server");
}
