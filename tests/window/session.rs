//! The desktop around the window: which program opens links and PDF files, what the person has
//! downloaded, and the person at the system's own dialogs.

use crate::driver::{Driver, PATIENCE, free_port};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// A desktop whose browser is a headless Chromium and whose PDF viewer writes down what it was
/// given. Of addresses that are not on this machine the browser writes down that it was asked for
/// them, and goes nowhere.
pub struct Session {
    folder: PathBuf,
    debugging: u16,
}

impl Session {
    /// Registers the two programs the way every desktop does: as defaults for link and file types.
    pub fn new(folder: &Path) -> Self {
        let session = Self { folder: folder.to_owned(), debugging: free_port() };
        let chromium = [
            "chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking",
            "--disable-component-update --disable-sync --no-proxy-server",
        ]
        .join(" ");
        let (profile, port) = (session.profile(), session.debugging);
        session.program(
            "browser",
            &format!(
                "printf '%s\\n' \"$1\" >> '{}'\ncase \"$1\" in http://127.0.0.1:*) ;; *) exit ;; esac\n\
                 exec {chromium} --remote-debugging-port={port} --user-data-dir='{}' \"$1\"",
                session.links_note().display(),
                profile.display()
            ),
        );
        // What is downloaded is put away without asking, as most people have it.
        std::fs::create_dir_all(profile.join("Default")).expect("the profile can be made");
        let preferences = serde_json::json!({ "download": {
            "default_directory": session.downloads(), "prompt_for_download": false
        } });
        std::fs::write(profile.join("Default/Preferences"), preferences.to_string())
            .expect("the preferences are written");
        session.program(
            "viewer",
            &format!("printf '%s' \"$1\" > '{}'", session.viewed_note().display()),
        );
        let home = |name: &str| {
            PathBuf::from(std::env::var_os(name).expect("cargo xtask window sets up a session"))
        };
        let (data, config) = (home("XDG_DATA_HOME").join("applications"), home("XDG_CONFIG_HOME"));
        std::fs::create_dir_all(&data).expect("the session's folders can be written");
        for name in ["browser", "viewer"] {
            let entry = format!(
                "[Desktop Entry]\nType=Application\nName={name}\nExec={} %u\n",
                folder.join(name).display()
            );
            std::fs::write(data.join(format!("tilslut-test-{name}.desktop")), entry)
                .expect("the entry is written");
        }
        let defaults = "[Default Applications]\nx-scheme-handler/http=tilslut-test-browser.desktop\n\
             x-scheme-handler/https=tilslut-test-browser.desktop\ntext/html=tilslut-test-browser.desktop\n\
             application/pdf=tilslut-test-viewer.desktop\n";
        std::fs::write(config.join("mimeapps.list"), defaults).expect("the defaults are written");
        session
    }

    /// A folder for a Tilslut with cases of its own, which finds the two programs there too.
    pub fn other_data_home(&self) -> PathBuf {
        let (session, other) =
            (std::env::var_os("XDG_DATA_HOME").expect("a session"), self.folder.join("data"));
        std::fs::create_dir(&other).expect("the folder can be made");
        std::os::unix::fs::symlink(
            PathBuf::from(session).join("applications"),
            other.join("applications"),
        )
        .expect("a link can be made");
        other
    }

    fn program(&self, name: &str, line: &str) {
        let path = self.folder.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{line}\n")).expect("the program is written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700))
            .expect("it can be run");
    }

    fn viewed_note(&self) -> PathBuf {
        self.folder.join("viewed")
    }

    fn links_note(&self) -> PathBuf {
        self.folder.join("links")
    }

    fn profile(&self) -> PathBuf {
        self.folder.join("chromium")
    }

    fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Every address that the application has asked the system to open, in order.
    pub fn links(&self) -> Vec<String> {
        let note = std::fs::read_to_string(self.links_note()).unwrap_or_default();
        note.lines().map(str::to_owned).collect()
    }

    /// Waits until the application has asked the system to open an address that begins so.
    pub async fn asked_for(&self, link: &str) {
        wait_for(link, || self.links().iter().any(|it| it.starts_with(link))).await;
    }

    /// The file that the browser has downloaded under this name.
    pub async fn downloaded(&self, name: &str) -> PathBuf {
        let file = self.downloads().join(name);
        // It gets its name when the last byte is there.
        wait_for(name, || file.exists()).await;
        file
    }

    /// Joins the Chromium that the application opened.
    pub async fn browser(&self) -> Driver {
        let port = free_port();
        let mut program = Command::new("chromedriver");
        program.arg(format!("--port={port}"));
        let debugger = format!("127.0.0.1:{}", self.debugging);
        wait_for("the browser to be opened", || std::net::TcpStream::connect(&debugger).is_ok())
            .await;
        let driver = Driver::start(
            program,
            port,
            serde_json::json!({ "browserName": "chrome", "goog:chromeOptions": { "debuggerAddress": debugger } }),
        )
        .await;
        let windows = driver.page.windows().await.expect("the browser has windows");
        driver
            .page
            .switch_to_window(windows.last().expect("one is open").clone())
            .await
            .expect("it can be looked at");
        driver
    }

    /// Sees that the text of the terms was opened, and closes it.
    pub async fn read_terms(&self) {
        let browser = self.browser().await;
        browser.reads("Dette er ikke vilkårene for MitID Erhverv").await;
        drop(browser);
        self.close_browser().await;
    }

    /// Closes the browser, as a person does who is done.
    pub async fn close_browser(&self) {
        let profile = format!("--user-data-dir={}", self.profile().display());
        Command::new("pkill").args(["-f", "--", &profile]).status().expect("pkill is installed");
        // One that still ends holds the profile, and the next would wait for it: the port alone does
        // not tell.
        let runs = || Command::new("pgrep").args(["-f", "--", &profile]).output();
        wait_for("the browser to be gone", || runs().is_ok_and(|found| found.stdout.is_empty()))
            .await;
    }

    /// Answers the system's file dialog by typing a path.
    pub async fn answer_file_dialog(&self, path: &Path) {
        let newest = || windows().into_iter().max_by_key(|id| id.parse::<u64>().unwrap_or(0));
        wait_for("the file dialog", || windows().len() > 1).await;
        let dialog = newest().expect("the dialog is there");
        let keys = |args: &[&str]| {
            let done = Command::new("xdotool").args(args).status().expect("xdotool is installed");
            assert!(done.success(), "xdotool {args:?}");
        };
        // The dialog is GTK's own. It takes a path only when it has read the folder, and may still be
        // filling its list when the first keys come, so a person looks, and perhaps types again.
        for _ in 0..4 {
            keys(&["windowfocus", "--sync", &dialog]);
            keys(&["key", "--clearmodifiers", "ctrl+l"]);
            keys(&["key", "--clearmodifiers", "ctrl+a"]);
            keys(&["type", "--clearmodifiers", "--delay", "15", &path.display().to_string()]);
            still(|| taken(&["-window", &dialog]));
            keys(&["key", "--clearmodifiers", "Return"]);
            if within(Duration::from_secs(5), || windows().len() <= 1).await {
                return;
            }
        }
        panic!("the file dialog did not take {}", path.display());
    }

    /// Asks the application's window to close, as the cross in its corner does.
    pub fn close_window(&self) {
        let window = windows().into_iter().next().expect("the window is there");
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/window/close.py");
        let done =
            Command::new("python3").args([program, &window]).status().expect("Python is installed");
        assert!(done.success(), "the window was not asked to close");
    }

    /// The application's window is on the display.
    pub fn shows_window(&self) -> bool {
        !windows().is_empty()
    }

    /// What the task bar says of the application's window.
    pub fn title(&self) -> String {
        let window = windows().into_iter().next().unwrap_or_default();
        asked(&["getwindowname", &window]).trim().to_owned()
    }

    /// Presses at a place in the application's window, counted from its left and its lower edge.
    pub fn press(&self, right: i32, up: i32) {
        let (left, top, _, high) = geometry();
        let (x, y) = ((left + right).to_string(), (top + high + up).to_string());
        asked(&["mousemove", &x, &y, "click", "1"]);
    }

    /// Types into the field of the application's window that has the focus, and presses a key.
    pub fn type_keys(&self, text: &str, key: &str) {
        let window = windows().into_iter().next().unwrap_or_default();
        asked(&["windowfocus", "--sync", &window]);
        asked(&["type", "--clearmodifiers", "--delay", "15", text]);
        asked(&["key", "--clearmodifiers", key]);
    }

    /// Where the application's window is, and how large: left, top, width, height.
    pub fn geometry(&self) -> (i32, i32, i32, i32) {
        geometry()
    }

    /// How large the display is.
    pub fn display(&self) -> (i32, i32) {
        let told = asked(&["getdisplaygeometry"]);
        let mut numbers = told.split_whitespace().filter_map(|number| number.parse().ok());
        (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default())
    }

    /// The file that the PDF viewer was given.
    pub async fn viewed(&self) -> PathBuf {
        wait_for("the viewer", || self.viewed_note().exists()).await;
        PathBuf::from(
            std::fs::read_to_string(self.viewed_note()).expect("the viewer wrote its note"),
        )
    }
}

/// The windows of the application that the display shows.
fn windows() -> Vec<String> {
    let found = asked(&["search", "--onlyvisible", "--class", "tilslut"]);
    // What is dropped leaves a window of one pixel behind, which is GTK's own.
    let is_seen = |window: &&str| geometry_of(window).2 > 1;
    found.lines().filter(is_seen).map(str::to_owned).collect()
}

/// Where the application's window is, and how large: left, top, width, height.
fn geometry() -> (i32, i32, i32, i32) {
    geometry_of(&windows().into_iter().next().unwrap_or_default())
}

fn geometry_of(window: &str) -> (i32, i32, i32, i32) {
    let told = asked(&["getwindowgeometry", "--shell", window]);
    let number = |name: &str| -> i32 {
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line.and_then(|number| number.parse().ok()).unwrap_or_default()
    };
    (number("X"), number("Y"), number("WIDTH"), number("HEIGHT"))
}

/// What xdotool answers.
fn asked(args: &[&str]) -> String {
    let found = Command::new("xdotool").args(args).output().expect("xdotool is installed");
    String::from_utf8_lossy(&found.stdout).into_owned()
}

/// A picture of the application's window as the display shows it: WebKit's driver sometimes never
/// answers when it is asked for a picture itself.
pub fn photograph(file: &Path) {
    let (left, top, wide, high) = geometry();
    let window = format!("{wide}x{high}+{left}+{top}");
    let picture = still(|| taken(&["-window", "root", "-crop", &window, "+repage"]));
    std::fs::write(file, picture).expect("the picture is kept");
}

/// A picture once it stands still: what has been said to a page may not have been painted yet.
fn still(take: impl Fn() -> Vec<u8>) -> Vec<u8> {
    let deadline = Instant::now() + PATIENCE;
    let mut last = take();
    loop {
        let next = take();
        if next == last || Instant::now() > deadline {
            return next;
        }
        last = next;
    }
}

/// What the display shows, as a picture without its time.
fn taken(of: &[&str]) -> Vec<u8> {
    let picture = Command::new("import")
        .args(of)
        .args(["-strip", "-define", "png:exclude-chunks=date,time", "png:-"])
        .output()
        .expect("imagemagick is installed");
    assert!(picture.status.success(), "the display could not be photographed");
    picture.stdout
}

/// Waits until something outside the page has happened.
pub async fn wait_for(what: &str, happened: impl Fn() -> bool) {
    assert!(within(PATIENCE, happened).await, "waited in vain for {what}");
}

/// True when it has happened within this time.
async fn within(time: Duration, happened: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + time;
    while !happened() {
        if Instant::now() > deadline {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    true
}
