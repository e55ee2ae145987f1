//! What happens on the display, as the display itself tells it: when a window gets its name and
//! when something is drawn in it. Nothing is added to the program that is measured.

use std::collections::HashMap;
use std::thread;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, EventMask, Window,
};
use x11rb::rust_connection::RustConnection;

/// How often the display is asked what happened: how exact every moment is.
const TICK: Duration = Duration::from_millis(1);
/// A page is drawn when nothing more has been drawn for this long.
const STILLNESS: Duration = Duration::from_millis(400);
/// Longer than any window may take.
const PATIENCE: Duration = Duration::from_secs(30);

x11rb::atom_manager! {
    /// Names that windows are told by.
    Names: NamesCookie { _NET_WM_NAME, WM_PROTOCOLS, WM_DELETE_WINDOW, }
}

/// The display of this session, without a window manager.
pub struct Display {
    connection: RustConnection,
    root: Window,
    names: Names,
}

/// When a window's page was there.
pub struct Shown {
    pub window: Window,
    /// The page gave the window its name: it has been built.
    pub named: Instant,
    /// The last time something was drawn in it before it stood still.
    pub drawn: Instant,
    /// From the window's making until something was drawn in it at all.
    pub blank: Duration,
}

impl Display {
    /// The display that `DISPLAY` names.
    pub fn open() -> Self {
        let (connection, screen) = x11rb::connect(None).expect("the session has a display");
        let root = connection.setup().roots[screen].root;
        let names = Names::new(&connection)
            .expect("the display answers")
            .reply()
            .expect("names have numbers");
        connection
            .damage_query_version(1, 1)
            .expect("the display answers")
            .reply()
            .expect("the display tells what is drawn");
        let heard = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        connection
            .change_window_attributes(root, &heard)
            .expect("the display answers")
            .check()
            .expect("windows can be heard of");
        Self { connection, root, names }
    }

    /// Does something that opens a window, and waits until a page has given it a name that begins
    /// so and is drawn.
    pub fn shows<T>(&self, name: &str, open: impl FnOnce() -> T) -> (T, Shown) {
        while self.connection.poll_for_event().expect("the display is there").is_some() {}
        let deadline = Instant::now() + PATIENCE;
        let opened = open();
        let mut named: Option<(Window, Instant)> = None;
        let mut made: HashMap<Window, Instant> = HashMap::new();
        let mut drawn: HashMap<Window, (Instant, Instant)> = HashMap::new();
        loop {
            let event = self.connection.poll_for_event().expect("the display is there");
            let now = Instant::now();
            match event {
                Some(Event::CreateNotify(created)) if created.parent == self.root => {
                    self.listen(created.window);
                    made.insert(created.window, now);
                }
                Some(Event::PropertyNotify(change)) if change.atom == self.names._NET_WM_NAME => {
                    if named.is_none() && self.name(change.window).starts_with(name) {
                        named = Some((change.window, now));
                    }
                }
                Some(Event::DamageNotify(damage)) => {
                    drawn.entry(damage.drawable).or_insert((now, now)).1 = now;
                    self.connection
                        .damage_subtract(damage.damage, x11rb::NONE, x11rb::NONE)
                        .expect("the display answers");
                    self.connection.flush().expect("the display answers");
                }
                // A window may be gone before it is listened to.
                Some(_) => {}
                None => thread::sleep(TICK),
            }
            if let Some((window, named)) = named {
                let (first, last) = drawn.get(&window).copied().unwrap_or((named, named));
                let drawn = named.max(last);
                if now.duration_since(drawn) > STILLNESS {
                    let blank = made
                        .get(&window)
                        .map_or(Duration::ZERO, |made| first.duration_since(*made));
                    return (opened, Shown { window, named, drawn, blank });
                }
            }
            assert!(now < deadline, "no window was named {name} and stood still");
        }
    }

    /// Closes a window as its own cross does.
    pub fn close(&self, window: Window) {
        let wish = ClientMessageEvent::new(
            32,
            window,
            self.names.WM_PROTOCOLS,
            [self.names.WM_DELETE_WINDOW, x11rb::CURRENT_TIME, 0, 0, 0],
        );
        self.connection
            .send_event(false, window, EventMask::NO_EVENT, wish)
            .expect("the display answers");
        self.connection.flush().expect("the display answers");
    }

    fn listen(&self, window: Window) {
        let heard = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let damage = self.connection.generate_id().expect("numbers are left");
        self.connection.change_window_attributes(window, &heard).expect("the display answers");
        self.connection
            .damage_create(damage, window, ReportLevel::NON_EMPTY)
            .expect("the display answers");
        self.connection.flush().expect("the display answers");
    }

    fn name(&self, window: Window) -> String {
        let asked = self.connection.get_property(
            false,
            window,
            self.names._NET_WM_NAME,
            AtomEnum::ANY,
            0,
            256,
        );
        let answer = asked.expect("the display answers").reply();
        answer.map(|name| String::from_utf8_lossy(&name.value).into_owned()).unwrap_or_default()
    }
}
