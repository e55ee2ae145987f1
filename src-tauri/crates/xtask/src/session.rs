//! A desktop session of the tests' own: folders, session bus, unlocked key store and (for the
//! window) a display. Nothing of the person who runs the tests is read or changed, and every
//! machine gives the same answer.

use std::fs::{self, DirBuilder};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::steps::{self, Error, Step};
use crate::workspace::Workspace;

/// The screen on which the window is shown and photographed.
const SCREEN: &str = "1280x900x24";

/// Takes the network away: the whole journey must work with nothing but loopback. Where the system
/// does not let us, the words below say so.
const WITHOUT_NETWORK: [&str; 4] = ["unshare", "--net", "sh", "-c"];

/// The new network has a loopback that is down.
const WITH_LOOPBACK: &str = "ip link set lo up && exec \"$@\"";

/// Unlocks a key store in the new session (the password protects nothing: the folder is gone
/// afterwards), then becomes the command.
const WITH_KEY_STORE: &str = "printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; exec \"$@\"";

/// Folders of a session, and perhaps a display; gone when dropped.
pub struct Session {
    home: Folder,
    display: Option<Display>,
}

impl Session {
    /// A session without a display.
    pub fn new() -> Result<Self, Error> {
        let home = Folder::new("session")?;
        for folder in ["config", "data", "state", "cache", "run"] {
            private_folder(&home.path().join(folder))?;
        }
        Ok(Self { home, display: None })
    }

    /// A session with a display that nobody sees.
    pub fn with_display() -> Result<Self, Error> {
        Ok(Self { display: Some(Display::start()?), ..Self::new()? })
    }

    /// A Cargo step in this session.
    pub fn cargo(&self, title: &str, place: &Workspace) -> Step {
        let home = self.home.path();
        let person = std::env::home_dir().unwrap_or_default();
        let kept = |name: &str, folder: &str| {
            std::env::var_os(name).map_or_else(|| person.join(folder), PathBuf::from)
        };
        let [unshare, cut_off @ ..] = WITHOUT_NETWORK;
        let mut step = if without_network_is_possible() {
            Step::new(format!("{title} (without a network)"), unshare).args(cut_off).args([
                WITH_LOOPBACK,
                "sh",
                "dbus-run-session",
            ])
        } else {
            println!("   the network stays: this system does not let a task be cut off from it");
            Step::new(title, "dbus-run-session")
        };
        step = step
            .args(["--", "sh", "-c", WITH_KEY_STORE, "sh"])
            .args([steps::cargo()])
            .dir(place.root())
            .env("CARGO_HOME", kept("CARGO_HOME", ".cargo"))
            .env("RUSTUP_HOME", kept("RUSTUP_HOME", ".rustup"))
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home.join("run"));
        for name in [
            "DBUS_SESSION_BUS_ADDRESS",
            "GNOME_KEYRING_CONTROL",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
        ] {
            step = step.without_env(name);
        }
        if let Some(display) = &self.display {
            // No graphics card is assumed: WebKitGTK would wait for one.
            step = step
                .env("DISPLAY", &display.name)
                .env("GDK_BACKEND", "x11")
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
        step
    }
}

fn without_network_is_possible() -> bool {
    let [unshare, cut_off @ ..] = WITHOUT_NETWORK;
    Step::new("", unshare).args(cut_off).args([WITH_LOOPBACK, "sh", "true"]).answer().is_some()
}

/// A display in memory (Xvfb), on a number that was free.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Self, Error> {
        let server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| Error::NotStarted { program: "Xvfb".into(), source })?;
        let mut display = Self { server, name: String::new() };
        let mut number = String::new();
        if let Some(words) = display.server.stdout.take() {
            // The number comes when the display is ready; an end without a number means that it
            // never will be.
            BufReader::new(words)
                .read_line(&mut number)
                .map_err(|source| Error::NotStarted { program: "Xvfb".into(), source })?;
        }
        if number.trim().is_empty() {
            return Err(Error::Missing("Xvfb stopped before it had a display".into()));
        }
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if self.server.kill().is_ok() {
            self.server.wait().ok();
        }
    }
}

/// A new folder under the system's temporary one, that only this person may read; gone when
/// dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder whose name tells what it is for.
    pub fn new(purpose: &str) -> Result<Self, Error> {
        let moment =
            SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        // Short, since the sockets in it may have a path of 107 bytes at most.
        let path = std::env::temp_dir()
            .join(format!("tilslut-{purpose}-{}-{moment:x}", std::process::id()));
        private_folder(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A program of the session may still be writing its last file while the folder is emptied.
        let removed = (0..20).find_map(|_| fs::remove_dir_all(&self.0).ok());
        if removed.is_none() {
            eprintln!("{} stays behind", self.0.display());
        }
    }
}

fn private_folder(path: &Path) -> Result<(), Error> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has a mode to set"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(Error::at(path))
}
