//! Linux: what `systemd-logind` says on the system bus (`org.freedesktop.login1`) of sleep and of
//! this session, and what the desktop's screen saver says on the session bus.

use std::sync::Arc;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::{Message, Type};
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Result};

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const MANAGER_PATH: &str = "/org/freedesktop/login1";
const SESSION: &str = "org.freedesktop.login1.Session";
/// The session of whoever asks (systemd 243 and later).
const OWN_SESSION: &str = "/org/freedesktop/login1/session/auto";

/// Screen savers that say `ActiveChanged`, each under its own name.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// Listens on both buses, each in a thread of its own, until the bus goes away. A bus that is not
/// there says nothing.
pub fn watch(went_away: impl Fn() + Send + Sync + 'static) {
    let went_away = Arc::new(went_away);
    let of_session = Arc::clone(&went_away);
    std::thread::spawn(move || {
        let bus = Connection::session();
        bus.and_then(|bus| watch_screen(&bus, &*of_session)).ok();
    });
    std::thread::spawn(move || {
        let bus = Connection::system();
        bus.and_then(|bus| watch_login(&bus, &*went_away)).ok();
    });
}

/// Hears the screen saver, until the bus goes away.
///
/// # Errors
/// When the bus does not take the wish to hear it.
pub fn watch_screen(bus: &Connection, went_away: &dyn Fn()) -> Result<()> {
    let daemon = DBusProxy::new(bus)?;
    for name in SCREEN_SAVERS {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(name)?
            .interface(name)?
            .member("ActiveChanged")?
            .build();
        daemon.add_match_rule(rule)?;
    }
    for message in MessageIterator::from(bus) {
        if is_locked_screen(&message?) {
            went_away();
        }
    }
    Ok(())
}

fn is_locked_screen(message: &Message) -> bool {
    let header = message.header();
    let is_saver = header.interface().is_some_and(|it| SCREEN_SAVERS.contains(&it.as_str()));
    let is_change = header.member().is_some_and(|it| it.as_str() == "ActiveChanged");
    is_saver && is_change && message.body().deserialize::<bool>().unwrap_or(false)
}

/// Hears logind, until the bus goes away. While it listens, the machine waits with going to sleep
/// until `went_away` has returned, or for as long as logind allows (five seconds, as it comes).
///
/// # Errors
/// When the bus does not take the wish to hear it.
pub fn watch_login(bus: &Connection, went_away: &dyn Fn()) -> Result<()> {
    let manager = Proxy::new(bus, LOGIND, MANAGER_PATH, MANAGER)?;
    let session = own_session(bus);
    let daemon = DBusProxy::new(bus)?;
    let of = |path: &str| -> Result<MatchRule<'static>> {
        let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?;
        Ok(rule.path(path.to_owned())?.build())
    };
    daemon.add_match_rule(of(MANAGER_PATH)?)?;
    if let Some(session) = &session {
        daemon.add_match_rule(of(session.as_str())?)?;
    }
    let mut delay = delay_sleep(&manager);
    for message in MessageIterator::from(bus) {
        match heard(&message?) {
            Some(Heard::Sleep) => {
                went_away();
                // Letting it go lets the machine sleep.
                drop(delay.take());
            }
            Some(Heard::Woke) => delay = delay_sleep(&manager),
            Some(Heard::SessionAway) => went_away(),
            None => {}
        }
    }
    Ok(())
}

enum Heard {
    Sleep,
    Woke,
    /// It is locked, or another session is on the screen.
    SessionAway,
}

fn heard(message: &Message) -> Option<Heard> {
    let header = message.header();
    let body = message.body();
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        (MANAGER, "PrepareForSleep") => {
            Some(if body.deserialize::<bool>().ok()? { Heard::Sleep } else { Heard::Woke })
        }
        (SESSION, "Lock") => Some(Heard::SessionAway),
        ("org.freedesktop.DBus.Properties", "PropertiesChanged") => {
            type Changed = std::collections::HashMap<String, OwnedValue>;
            let (interface, changed, _): (String, Changed, Vec<String>) =
                body.deserialize().ok()?;
            let is_active = changed.get("Active").and_then(|it| bool::try_from(it).ok())?;
            (interface == SESSION && !is_active).then_some(Heard::SessionAway)
        }
        _ => None,
    }
}

/// The path under which logind speaks of this session; none where it does not know one.
fn own_session(bus: &Connection) -> Option<OwnedObjectPath> {
    let manager = Proxy::new(bus, LOGIND, MANAGER_PATH, MANAGER).ok()?;
    let own = Proxy::new(bus, LOGIND, OWN_SESSION, SESSION).ok()?;
    let id: String = own.get_property("Id").ok()?;
    manager.call("GetSession", &(id,)).ok()
}

/// Asks the machine to wait a moment before it sleeps, for as long as the answer is held.
fn delay_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
    manager.call("Inhibit", &("sleep", "Tilslut", "Låser sagerne", "delay")).ok()
}
