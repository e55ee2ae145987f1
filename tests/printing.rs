//! Printing on Linux: against a pretended portal on a session bus of its own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/bus.rs"]
mod bus;

use bus::Bus;
use shell::printing::linux::ask_on;
use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::sync::{Arc, Mutex};
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};

/// What the portal was asked to print: title and bytes.
type Asked = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

struct Portal {
    asked: Asked,
    answer: u32,
}

#[zbus::interface(name = "org.freedesktop.portal.Print")]
impl Portal {
    async fn print(
        &self,
        #[zbus(header)] header: zbus::message::Header<'_>,
        #[zbus(connection)] bus: &zbus::Connection,
        _parent: String,
        title: String,
        file: OwnedFd,
        options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let mut bytes = Vec::new();
        File::from(std::os::fd::OwnedFd::from(file)).read_to_end(&mut bytes).unwrap();
        self.asked.lock().unwrap().push((title, bytes));
        let token = String::try_from(options["handle_token"].clone()).unwrap();
        let sender = header.sender().unwrap().trim_start_matches(':').replace('.', "_");
        let handle = format!("/org/freedesktop/portal/desktop/request/{sender}/{token}");
        // As fast as can be: before the question itself is answered.
        let results = HashMap::<String, OwnedValue>::new();
        let body = (self.answer, results);
        bus.emit_signal(
            Option::<&str>::None,
            handle.as_str(),
            "org.freedesktop.portal.Request",
            "Response",
            &body,
        )
        .await
        .unwrap();
        OwnedObjectPath::try_from(handle).unwrap()
    }
}

fn printed(answer: u32) -> (zbus::Result<()>, Vec<(String, Vec<u8>)>) {
    let bus = Bus::start();
    let asked = Asked::default();
    let _portal = Builder::address(bus.address.as_str())
        .unwrap()
        .serve_at("/org/freedesktop/portal/desktop", Portal { asked: Arc::clone(&asked), answer })
        .unwrap()
        .name("org.freedesktop.portal.Desktop")
        .unwrap()
        .build()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("PRØVE kvittering.pdf");
    std::fs::write(&file, b"%PDF-1.7 kanariefugl").unwrap();
    let outcome = ask_on(&bus.connect(), &file, "PRØVE kvittering");
    let asked = asked.lock().unwrap().clone();
    (outcome, asked)
}

#[test]
fn the_dialog_gets_the_file_and_its_title_and_the_persons_answer_is_the_end_of_it() {
    for (answer, fine) in [(0, true), (1, true), (2, false)] {
        let (outcome, asked) = printed(answer);
        assert_eq!(outcome.is_ok(), fine, "{answer}: {outcome:?}");
        assert_eq!(asked, [("PRØVE kvittering".to_owned(), b"%PDF-1.7 kanariefugl".to_vec())]);
    }
}

#[test]
fn without_a_portal_there_is_no_dialog() {
    let bus = Bus::start();
    let file = tempfile::NamedTempFile::new().unwrap();
    assert!(ask_on(&bus.connect(), file.path(), "kvittering").is_err());
}
