//! A file that is dragged out of another program and dropped on the window, as the display carries
//! it: the other end of XDND 5, which no driver of a browser speaks.

use crate::session;
use std::cell::Cell;
use std::path::Path;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MapState,
    PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

x11rb::atom_manager! {
    /// What the two ends call things.
    Names: NamesCookie {
        XdndAware,
        XdndSelection,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndActionCopy,
        XdndDrop,
        XdndFinished,
        URI_LIST: b"text/uri-list",
    }
}

/// The version of the protocol.
const VERSION: u32 = 5;

/// Drags a file over the middle of the window, and lets go of it there.
pub async fn drop_on_window(file: &Path) {
    let drag = Drag::of(file);
    drag.enter();
    // The window asks for the file while it is over it, and only then takes what is dropped.
    session::wait_for("the window to ask for the file", || {
        drag.hear();
        drag.given.get() && drag.answered.get()
    })
    .await;
    drag.answered.set(false);
    drag.move_over();
    session::wait_for("the window to take the file", || {
        drag.hear();
        drag.answered.get()
    })
    .await;
    drag.let_go();
    session::wait_for("the file to be taken", || {
        drag.hear();
        drag.finished.get()
    })
    .await;
}

/// A drag that is under way.
struct Drag {
    connection: RustConnection,
    names: Names,
    /// Our own window, which nobody sees.
    source: Window,
    /// The application's.
    target: Window,
    /// The middle of that, on the display.
    place: (i16, i16),
    uris: String,
    given: Cell<bool>,
    answered: Cell<bool>,
    finished: Cell<bool>,
}

impl Drag {
    fn of(file: &Path) -> Self {
        let (connection, screen) = x11rb::connect(None).expect("the session has a display");
        let root = connection.setup().roots[screen].root;
        let names = Names::new(&connection).unwrap().reply().expect("names have numbers");
        let source = connection.generate_id().expect("a number is left");
        let (depth, class, visual) = (0, WindowClass::INPUT_OUTPUT, 0);
        let none = CreateWindowAux::new();
        connection
            .create_window(depth, source, root, -1, -1, 1, 1, 0, class, visual, &none)
            .expect("the display answers");
        connection
            .set_selection_owner(source, names.XdndSelection, CURRENT_TIME)
            .expect("the display answers");
        let (target, place) = largest(&connection, root, names.XdndAware).expect("a window");
        let uris = format!("file://{}\r\n", encoded(file));
        let no = || Cell::new(false);
        let (given, answered, finished) = (no(), no(), no());
        Self { connection, names, source, target, place, uris, given, answered, finished }
    }

    fn tell(&self, name: u32, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, self.target, name, data);
        self.connection
            .send_event(false, self.target, EventMask::NO_EVENT, message)
            .expect("the display answers");
        self.connection.flush().expect("the display answers");
    }

    fn enter(&self) {
        let kinds = [self.names.URI_LIST, 0, 0];
        let [first, second, third] = kinds;
        self.tell(self.names.XdndEnter, [self.source, VERSION << 24, first, second, third]);
        self.move_over();
    }

    fn move_over(&self) {
        let (x, y) =
            (u32::from(self.place.0.unsigned_abs()), u32::from(self.place.1.unsigned_abs()));
        let copy = self.names.XdndActionCopy;
        self.tell(self.names.XdndPosition, [self.source, 0, x << 16 | y, CURRENT_TIME, copy]);
    }

    fn let_go(&self) {
        self.tell(self.names.XdndDrop, [self.source, 0, CURRENT_TIME, 0, 0]);
    }

    /// Everything that the window has said since.
    fn hear(&self) {
        while let Some(event) = self.connection.poll_for_event().expect("the display answers") {
            match event {
                Event::SelectionRequest(asked) => self.give(&asked),
                Event::ClientMessage(said) if said.type_ == self.names.XdndStatus => {
                    self.answered.set(true);
                }
                Event::ClientMessage(said) if said.type_ == self.names.XdndFinished => {
                    self.finished.set(true);
                }
                _ => {}
            }
        }
    }

    /// The file, to whoever asks for it in a form that there is.
    fn give(&self, asked: &SelectionRequestEvent) {
        let is_known = asked.target == self.names.URI_LIST;
        let property = if is_known { asked.property } else { x11rb::NONE };
        if is_known {
            self.connection
                .change_property8(
                    PropMode::REPLACE,
                    asked.requestor,
                    asked.property,
                    self.names.URI_LIST,
                    self.uris.as_bytes(),
                )
                .expect("the display answers");
            self.given.set(true);
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property,
        };
        self.connection
            .send_event(false, asked.requestor, EventMask::NO_EVENT, answer)
            .expect("the display answers");
        self.connection.flush().expect("the display answers");
    }
}

/// The largest window that takes what is dropped, and its middle.
fn largest(connection: &RustConnection, root: Window, aware: u32) -> Option<(Window, (i16, i16))> {
    let mut open = vec![root];
    let mut found: Vec<(u32, Window, (i16, i16))> = Vec::new();
    while let Some(window) = open.pop() {
        let tree = connection.query_tree(window).ok()?.reply();
        open.extend(tree.map(|tree| tree.children).unwrap_or_default());
        let shown = connection.get_window_attributes(window).ok()?.reply();
        let takes =
            connection.get_property(false, window, aware, AtomEnum::ANY, 0, 1).ok()?.reply();
        let is_shown = shown.is_ok_and(|it| it.map_state == MapState::VIEWABLE);
        if !is_shown || takes.is_ok_and(|it| it.type_ == x11rb::NONE) {
            continue;
        }
        let Ok(size) = connection.get_geometry(window).ok()?.reply() else { continue };
        let (width, height) = (size.width, size.height);
        let half = |length: u16| i16::try_from(length / 2).unwrap_or_default();
        let middle = connection.translate_coordinates(window, root, half(width), half(height));
        let Ok(middle) = middle.ok()?.reply() else { continue };
        let place = (middle.dst_x, middle.dst_y);
        found.push((u32::from(width) * u32::from(height), window, place));
    }
    found.into_iter().max().map(|(_, window, place)| (window, place))
}

/// A path as an address has it.
fn encoded(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte);
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    bytes
        .map(
            |&byte| {
                if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}
