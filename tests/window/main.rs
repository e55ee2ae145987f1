//! The journey in the real window: the built binary in WebKitGTK, driven as a person would, with
//! the login done in a real Chromium that the application opened as the system's browser. Run by
//! `cargo xtask window` and `cargo xtask journey`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod again;
mod answers;
mod approving;
mod beside;
mod companion;
mod concluding;
mod crashing;
mod documents;
mod driver;
mod dropping;
mod installation;
mod leaving;
mod locking;
mod processes;
mod reporting;
mod session;
mod site;
mod window;

use installation::Installation;
use session::Session;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use window::Window;

/// There is one display: one journey at a time.
static DISPLAY: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

fn folder(name: &str) -> PathBuf {
    let base = std::env::var_os("TILSLUT_JOURNEY").or_else(|| std::env::var_os("TILSLUT_WINDOW"));
    let folder = PathBuf::from(base.expect("cargo xtask window names a folder")).join(name);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

#[tokio::test]
async fn the_journey_from_an_empty_window_to_a_receipt() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("");
    let scratch = tempfile::tempdir().unwrap();
    let session = Session::new(scratch.path());
    let window = Window::open(&pictures).await;
    window.page("cases").await;
    window.picture("first-start");

    window.prepare(&session, "DK 13 74 81 36", "representative").await;
    let code = window.driver.find(".code").await.text().await.unwrap();
    let code: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let code = code.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ");

    window.act("go-case").await;
    window.page("tasks").await;
    window.picture("tasks");
    window.act("next").await;
    window.page("check").await;

    // The login that is refused keeps everything.
    window.act("approve").await;
    window.page("approve").await;
    let browser = session.browser().await;
    browser.click("button[value='mette']").await;
    browser.reads(&code).await;
    browser.click("button[value='refuse']").await;
    window.page("check").await;
    window.problem("login-refused").await;
    window.picture("login-refused");
    drop(browser);
    session.close_browser().await;

    // The login that succeeds.
    window.act("approve").await;
    window.page("approve").await;
    window.driver.find("[data-act='copyLink']").await;
    window.picture("approve");
    let browser = session.browser().await;
    browser.picture(&pictures.join("broker-persons.png")).await;
    browser.click("button[value='mette']").await;
    browser.reads(&code).await;
    browser.picture(&pictures.join("broker-text.png")).await;
    browser.click("button[value='approve']").await;
    window.page("done").await;
    window.driver.reads("PRØVE-").await;
    browser.picture(&pictures.join("broker-result.png")).await;
    drop(browser);
    session.close_browser().await;
    window.picture("done");

    // The receipt and the evidence, through the system's own dialogs.
    let receipt = pictures.join("kvittering.pdf");
    window.act("receipts-save").await;
    session.answer_file_dialog(&receipt).await;
    session::wait_for("the receipt", || receipt.exists()).await;
    window.picture("receipt-saved");
    let evidence = pictures.join("bevis.json");
    window.act("receipts-saveEvidence").await;
    session.answer_file_dialog(&evidence).await;
    session::wait_for("the evidence", || evidence.exists()).await;
    window.act("receipts-show").await;
    let viewed = session.viewed().await;
    assert_eq!(std::fs::read(viewed).unwrap(), std::fs::read(&receipt).unwrap());
    let text = Command::new("pdftotext").args(["-layout"]).arg(&receipt).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for meant in ["Nordlys Tømrer & Snedker ApS", "Søren Thorup Winther", code.as_str()] {
        assert!(text.contains(meant), "{meant} is not in the receipt");
    }

    window.act("go-mailbox").await;
    window.page("mailbox").await;
    window.picture("mailbox");
    for (act, page) in
        [("go-aboutPractice", "aboutPractice"), ("go-help", "help"), ("go-settings", "settings")]
    {
        window.act(act).await;
        window.page(page).await;
        window.picture(page);
    }

    // In English and dark, and back again.
    window.driver.tick("language-english").await;
    window.driver.tick("theme-dark").await;
    window.says("Settings").await;
    window.picture("settings-dark-english");
    window.act("go-cases").await;
    window.page("cases").await;
    window.picture("cases-dark-english");
    window.act("go-case").await;
    window.page("done").await;
    window.picture("done-dark-english");
    window.act("go-settings").await;
    window.page("settings").await;
    window.driver.tick("language-danish").await;
    window.driver.tick("theme-light").await;
    window.says("Indstillinger").await;

    // Locked, and opened again with the key of the key store.
    let locked = processes::program();
    window.act("lock").await;
    session::wait_for("the program to start anew", || !processes::runs(locked)).await;
    session::wait_for("it to be locked", || session.title().starts_with("Du har låst")).await;
    window.picture("locked");
    session.close_window();
    session::wait_for("the window to close", || processes::programs().is_empty()).await;
    drop(window);
    let mut window = Window::open(&pictures).await;
    window.page("closed").await;
    window.act("tryKeyStore").await;
    window.page("cases").await;

    // A second Tilslut leaves the cases of the first alone.
    let second = Window::open(&pictures).await;
    second.page("stopped").await;
    second.problem("vault-in-use").await;
    second.picture("second-window");
    drop(second);

    // Killed, not closed: everything is there again.
    window.driver.kill();
    let window = Window::open(&pictures).await;
    window.page("cases").await;
    window.says("Nordlys Tømrer & Snedker ApS").await;
    window.picture("cases");
    window.driver.click("[data-act='go-case']").await;
    window.page("done").await;
    window.driver.find(&format!("[data-code='{code}']")).await;

    // What was typed, looked up and approved lies nowhere readable while the window is open.
    let data = PathBuf::from(std::env::var_os("XDG_DATA_HOME").unwrap()).join("dk.tilslut.app");
    let files: Vec<PathBuf> = std::fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    assert!(files.iter().any(|path| path.ends_with("tilslut-practice.db-wal")), "{files:?}");
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        for canary in ["Winther", "soren@", "Lindegaard", "Nordlys", "13748136", "PRØVE-"] {
            let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!found, "{canary} is readable in {}", file.display());
        }
    }

    // The reporter's way: one file, six words, and the same machine opens it as the representative
    // would.
    window.act("go-cases").await;
    window.page("cases").await;
    window.prepare(&session, "13748136", "reporter").await;
    window.act("go-handOver").await;
    window.page("handOver").await;
    window.picture("hand-over");
    let file = pictures.join("overdragelse.tilslut");
    window.act("handOver").await;
    session.answer_file_dialog(&file).await;
    let words = window.driver.find("[data-part='words']").await.text().await.unwrap();
    window.picture("handed-over");
    window.choose_hand_over(&session, &file).await;
    window.driver.fill("words", "birk birk birk birk birk birk").await;
    window.act("openHandOver").await;
    window.problem("handover-wrong-words").await;
    window.picture("wrong-words");
    window.driver.fill("words", &words.split_whitespace().collect::<Vec<_>>().join(" ")).await;
    window.act("openHandOver").await;
    window.page("review").await;
    window.act("openTerms").await;
    session.read_terms().await;
    window.driver.tick("terms-accepted").await;
    window.picture("review");
    window.act("approve").await;
    window.page("approve").await;
    let browser = session.browser().await;
    browser.click("button[value='mette']").await;
    browser.click("button[value='approve']").await;
    window.page("done").await;
    window.driver.reads("PRØVE-").await;
    window.picture("done-after-hand-over");
}

#[tokio::test]
async fn without_a_key_store_a_passphrase_opens_the_cases() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("");
    let data = tempfile::tempdir().unwrap();
    // No session bus, so no key store answers; a data folder of its own.
    let alone: &[(&str, &OsStr)] = &[
        ("DBUS_SESSION_BUS_ADDRESS", OsStr::new("unix:path=/nonexistent")),
        ("XDG_DATA_HOME", data.path().as_os_str()),
    ];
    let mut window = Window::open_with(&pictures, &[], alone).await;
    window.page("choosePassphrase").await;
    window.picture("choose-passphrase");
    window.driver.fill("passphrase", "en lang og god sætning").await;
    window.driver.fill("passphrase-again", "en lang og god sætning").await;
    window.act("choosePassphrase").await;
    window.page("cases").await;
    window.act("begin").await;
    window.page("need").await;
    window.driver.tick("need-people-several").await;
    window.driver.find("[data-saved='at']").await;
    window.driver.kill();

    let window = Window::open_with(&pictures, &[], alone).await;
    window.page("closed").await;
    window.driver.fill("passphrase", "en anden sætning").await;
    window.act("unlockWithPassphrase").await;
    window.problem("passphrase-wrong").await;
    window.picture("passphrase-wrong");
    window.driver.fill("passphrase", "en lang og god sætning").await;
    window.act("unlockWithPassphrase").await;
    window.page("cases").await;
    window.driver.find("[data-case]").await;
}

#[tokio::test]
async fn what_was_typed_last_is_kept_when_the_window_is_closed_at_once() {
    let installation = Installation::new("").await;
    let session = &installation.session;
    let window = installation.open(&[]).await;
    window.act("begin").await;
    window.page("need").await;
    window.driver.tick("need-people-several").await;
    window.act("continue").await;
    window.page("organisation").await;
    window.driver.fill("cvr", "13 74 81").await;
    // Within the pause after which typing is kept by itself.
    session.close_window();
    session::wait_for("the window to close", || !session.shows_window()).await;
    drop(window);

    let window = installation.open(&[]).await;
    window.driver.click("[data-act='go-case']").await;
    window.page("tasks").await;
    window.act("edit-organisation").await;
    window.page("organisation").await;
    let cvr = window.driver.find("#cvr").await.prop("value").await.unwrap();
    assert_eq!(cvr.as_deref(), Some("13 74 81"));
}

#[tokio::test]
async fn live_shows_no_practice_mark_and_looks_for_updates_only_when_asked() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("");
    let data = tempfile::tempdir().unwrap();
    let own: &[(&str, &OsStr)] = &[("XDG_DATA_HOME", data.path().as_os_str())];
    let missing = data.path().join("nowhere.toml");
    let window = Window::open_with(&pictures, &["--live", missing.to_str().unwrap()], own).await;
    window.page("profileUnread").await;
    window.says("nowhere.toml").await;
    window.picture("live-profile-unread");
    window.act("goOnWithout").await;
    window.page("cases").await;
    drop(window);

    let half = data.path().join("half.toml");
    std::fs::write(&half, "[delivery]\nurl = \"http://unsafe.example\"\n").unwrap();
    let window = Window::open_with(&pictures, &["--live", half.to_str().unwrap()], own).await;
    window.page("cases").await;
    window.says("delivery.url").await;
    window.act("mendServices").await;
    window.page("services").await;
    window.says("delivery.url").await;
    window.picture("live-profile-incomplete");
    drop(window);

    let releases = Releases::start().await;
    let whole = data.path().join("whole.toml");
    std::fs::write(&whole, include_str!("live.toml").replace("UPDATES", &releases.address))
        .unwrap();
    let window = Window::open_with(&pictures, &["--live", whole.to_str().unwrap()], own).await;
    window.page("cases").await;
    assert!(!window.driver.text().await.contains("PRØVE"), "nothing of practice in live");
    window.act("go-settings").await;
    window.act("go-services").await;
    window.driver.find("[data-update='notAsked']").await;
    assert_eq!(releases.asked(), 0, "nobody is asked before the person wants it");
    window.act("lookForUpdate").await;
    window.driver.find("[data-update='newer']").await;
    window.says("9.9.9").await;
    assert_eq!(releases.asked(), 1);
    window.picture("live-services");
    // What is offered is not signed with the key of the profile, so it is not put in place.
    window.act("installUpdate").await;
    window.driver.find("[data-update='failed']").await;
}

/// An address that offers a newer version, and counts how often it is asked.
struct Releases {
    address: String,
    asked: Arc<AtomicUsize>,
}

impl Releases {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/latest.json", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let package = address.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut head = [0u8; 4096];
                let Ok(1..) = stream.read(&mut head).await else { continue };
                counter.fetch_add(1, Ordering::SeqCst);
                let release = serde_json::json!({ "version": "9.9.9", "url": package, "signature": "bm90IG9uZQ==" }).to_string();
                let answer = format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{release}",
                    release.len()
                );
                stream.write_all(answer.as_bytes()).await.ok();
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}
