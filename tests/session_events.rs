//! What the system says on Linux when it goes away from the person: a pretended screen saver and a
//! pretended logind on a bus of their own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/bus.rs"]
mod bus;

use bus::Bus;
use shell::session_events::linux::{watch_login, watch_screen};
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, Value};

const PATIENCE: Duration = Duration::from_secs(20);
const SESSION: &str = "/org/freedesktop/login1/session/_32";

/// Says a signal, as somebody who owns this name.
fn say<B: serde::Serialize + zbus::zvariant::DynamicType>(
    bus: &Connection,
    path: &str,
    interface: &str,
    member: &str,
    body: &B,
) {
    bus.emit_signal(None::<&str>, path, interface, member, body).unwrap();
}

/// Runs what listens, and hears each time it calls. What it says first proves that it listens.
fn heard(
    bus: &Bus,
    watch: fn(&Connection, &dyn Fn()) -> zbus::Result<()>,
    until: impl Fn(),
) -> Receiver<()> {
    let (sender, receiver) = channel();
    let listening = bus.connect();
    std::thread::spawn(move || {
        watch(&listening, &move || {
            // The test may have ended.
            sender.send(()).ok();
        })
        .ok();
    });
    for _ in 0..200 {
        until();
        match receiver.recv_timeout(PATIENCE / 200) {
            Ok(()) => {
                while receiver.try_recv().is_ok() {}
                return receiver;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    panic!("it does not listen");
}

fn owner(bus: &Bus, name: &str) -> Connection {
    Builder::address(bus.address.as_str()).unwrap().name(name.to_owned()).unwrap().build().unwrap()
}

#[test]
fn the_screen_saver_of_each_desktop_is_heard_when_it_begins_and_nobody_in_its_name() {
    let bus = Bus::start();
    let gnome = owner(&bus, "org.gnome.ScreenSaver");
    let begin = |active: bool| {
        let name = "org.gnome.ScreenSaver";
        say(&gnome, "/org/gnome/ScreenSaver", name, "ActiveChanged", &active);
    };
    let went_away = heard(&bus, watch_screen, || begin(true));
    // Signals of one sender come in order: the second `true` would come second if the others counted.
    begin(false);
    say(&gnome, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "WakeUpScreen", &());
    say(&bus.connect(), "/x", "org.gnome.ScreenSaver", "ActiveChanged", &true);
    begin(true);
    went_away.recv_timeout(PATIENCE).unwrap();
    let kde = owner(&bus, "org.freedesktop.ScreenSaver");
    say(&kde, "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", &true);
    went_away.recv_timeout(PATIENCE).unwrap();
    assert!(went_away.try_recv().is_err(), "only those three");
}

struct Manager;

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn get_session(&self, id: String) -> OwnedObjectPath {
        assert_eq!(id, "2");
        OwnedObjectPath::try_from(SESSION).unwrap()
    }

    fn inhibit(&self, what: String, _who: String, _why: String, mode: String) -> OwnedFd {
        assert_eq!((what.as_str(), mode.as_str()), ("sleep", "delay"));
        OwnedFd::from(std::os::fd::OwnedFd::from(std::fs::File::open("/dev/null").unwrap()))
    }
}

struct Own;

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl Own {
    #[zbus(property)]
    fn id(&self) -> String {
        "2".into()
    }
}

#[test]
fn logind_is_heard_when_the_machine_sleeps_and_when_this_session_is_left() {
    let bus = Bus::start();
    let logind = Builder::address(bus.address.as_str())
        .unwrap()
        .serve_at("/org/freedesktop/login1", Manager)
        .unwrap()
        .serve_at("/org/freedesktop/login1/session/auto", Own)
        .unwrap()
        .name("org.freedesktop.login1")
        .unwrap()
        .build()
        .unwrap();
    let sleep = |begins: bool| {
        let (path, manager) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        say(&logind, path, manager, "PrepareForSleep", &begins);
    };
    let session = |path: &str, active: bool| {
        let changed = HashMap::from([("Active", Value::from(active))]);
        let body = ("org.freedesktop.login1.Session", changed, Vec::<String>::new());
        say(&logind, path, "org.freedesktop.DBus.Properties", "PropertiesChanged", &body);
    };
    let lock = |path: &str| say(&logind, path, "org.freedesktop.login1.Session", "Lock", &());
    let went_away = heard(&bus, watch_login, || sleep(true));
    // Waking, coming back, and what becomes of somebody else's session.
    sleep(false);
    session(SESSION, true);
    session("/org/freedesktop/login1/session/_33", false);
    lock("/org/freedesktop/login1/session/_33");
    let ways: [&dyn Fn(); 3] = [&|| sleep(true), &|| session(SESSION, false), &|| lock(SESSION)];
    for leave in ways {
        leave();
        went_away.recv_timeout(PATIENCE).unwrap();
    }
    assert!(went_away.try_recv().is_err(), "only those three");
}
