//! A case that needs documents, in the real window: found by name, told what is missing, given its
//! documents through the system's own dialog.

use crate::session::Session;
use crate::window::Window;
use crate::{DISPLAY, folder};
use fantoccini::Locator;
use std::path::Path;

/// Drawn for the tests: a card with a grey face on it.
pub const PASSPORT: &[u8] = include_bytes!("passport.png");

impl Window {
    /// Attaches a file as this document, through the system's own dialog.
    pub async fn attach(&self, session: &Session, document: &str, file: &Path) {
        self.act(&format!("attach-{document}")).await;
        session.answer_file_dialog(file).await;
    }

    /// Confirms every point of a file that is attached.
    pub async fn confirm(&self, file: &str) {
        let d = &self.driver;
        let points = format!("[data-file='{file}'] input");
        d.find(&points).await;
        let mut ids = Vec::new();
        for point in d.page.find_all(Locator::Css(&points)).await.unwrap() {
            ids.push(point.attr("id").await.unwrap().unwrap());
        }
        for id in ids {
            d.tick(&id).await;
            d.find(&format!("[id='{id}']:checked")).await;
        }
    }
}

#[tokio::test]
async fn documents_are_asked_for_attached_and_confirmed() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("documents");
    let scratch = tempfile::tempdir().unwrap();
    let session = Session::new(scratch.path());
    let window = Window::open(&pictures).await;
    let d = &window.driver;
    window.page("cases").await;
    window.act("begin").await;
    window.page("need").await;
    d.tick("need-people-several").await;
    window.act("continue").await;

    window.page("organisation").await;
    window.act("search-by-name").await;
    d.fill("find-name", "lærkesangen").await;
    window.act("find").await;
    d.find("[data-cvr-found='91951762']").await;
    window.picture("search");
    d.click("[data-cvr-found='91951762']").await;
    d.find("[data-cvr='91 95 17 62']").await;
    d.tick("role-representative").await;
    window.picture("organisation");
    window.act("continue").await;

    window.page("representative").await;
    d.fill("representative-name", "Ingen I Registret").await;
    d.fill("representative-title", "Kasserer").await;
    d.fill("representative-email", "kasserer@laerkesangen.example").await;
    d.tick("representative-hasMitid-no").await;
    d.find("[data-rule]").await;
    window.picture("representative");
    d.tick("representative-hasMitid-unknown").await;
    window.act("continue").await;

    window.page("documents").await;
    window.picture("needed");
    let passport = scratch.path().join("Pas.png");
    std::fs::write(&passport, PASSPORT).unwrap();
    let document = d.find("[data-document]").await.attr("data-document").await.unwrap().unwrap();
    window.attach(&session, &document, &passport).await;
    d.find("[data-file='Pas.png'] img").await;
    window.picture("attached");
    window.confirm("Pas.png").await;
    d.find(&format!("[data-document='{document}'][data-done='true']")).await;
    window.picture("confirmed");

    window.act("go-case").await;
    window.page("tasks").await;
    d.find("[data-verdict='documents']").await;
    window.picture("tasks");
    window.act("rules").await;
    window.page("rules").await;
    window.picture("rules");

    let spoiled = scratch.path().join("Pas.pdf");
    std::fs::write(&spoiled, b"PK").unwrap();
    window.act("back").await;
    window.page("tasks").await;
    window.act("edit-documents").await;
    window.page("documents").await;
    window.attach(&session, &document, &spoiled).await;
    window.problem("document-kind").await;
    window.picture("refused");
}
