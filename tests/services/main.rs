//! Which services live uses: a profile is looked at before it is taken into use, and taken as far
//! as it can be; who decides when there are several; the register that a person may allow. Nothing
//! is asked before somebody said so, and what goes wrong is told where it was done and changes
//! nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod asking;
mod deciding;
mod starting;
#[path = "../support/mod.rs"]
mod support;
mod taking;
mod waiting;

use contract::pages::{Offered, ProfileSourceName, ServiceName, ServiceRow, ServicesInUse};
use contract::{Intent, Navigation, Page, ServicesIntent, View};
use std::path::{Path, PathBuf};
use support::{Installation, Tilslut};

const REGISTER: &str = "[register]\nkind = \"datafordeler\"\n";
const BROKEN: &str = "[delivery]\nurl = \"http://modtager.example\"\n";

fn live(machine: &Installation) -> Tilslut {
    let tilslut = machine.start_live(None);
    tilslut.go(Navigation::Services);
    tilslut
}

fn file(machine: &Installation, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = machine.folder.with_file_name(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn send(tilslut: &Tilslut, intent: ServicesIntent) -> View {
    tilslut.send(Intent::Services { intent })
}

/// Chooses a file, and waits until it was read.
fn choose(tilslut: &Tilslut, path: &Path) -> View {
    tilslut.will_choose(path);
    let before = tilslut.view().revision;
    send(tilslut, ServicesIntent::Choose);
    // The dialog, the reading, and what came of it.
    tilslut.wait("the file", |view| {
        view.revision > before + 1
            && is_settled(view)
            && (offered(view).is_some() || view.problem.is_some())
    })
}

fn take(tilslut: &Tilslut) -> View {
    send(tilslut, ServicesIntent::Take);
    tilslut.wait("the change", |view| is_settled(view) && offered(view).is_none())
}

fn is_settled(view: &View) -> bool {
    matches!(&view.page, Page::Services { reading: false, changing: false, .. })
}

fn offered(view: &View) -> Option<&Offered> {
    match &view.page {
        Page::Services { offered, .. } => offered.as_ref(),
        _ => None,
    }
}

fn in_use(view: &View) -> &ServicesInUse {
    match &view.page {
        Page::Services { services, .. } => services,
        page => panic!("not the services: {page:?}"),
    }
}

fn row(view: &View, service: ServiceName) -> &ServiceRow {
    in_use(view).rows.iter().find(|row| row.service == service).unwrap()
}

fn by(row: &ServiceRow) -> Option<ProfileSourceName> {
    row.by.as_ref().map(|by| by.source)
}

fn source(view: &View) -> String {
    let source = serde_json::to_value(in_use(view).register.source).unwrap();
    source.as_str().unwrap().to_owned()
}
