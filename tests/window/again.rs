//! Rejected for a published reason, used again and concluded, in the real window and on the practice
//! site in a real browser; the program is started anew in between.

use crate::answers::Answers;
use crate::documents::PASSPORT;
use crate::installation::Installation;
use crate::session::Session;
use crate::site::Site;
use crate::window::Window;
use fantoccini::Locator;
use std::path::Path;

/// The published reason that is stated, by the rule that says it.
const REASON: &str = "representative-title-missing";

/// By a representative whom the practice register does not name.
const UNNAMED: Answers = Answers {
    representative: ["Signe Kanariefugl Dam", "signe@nordlystomrer.example"],
    ..Answers::NORDLYS
};

#[tokio::test]
async fn what_was_rejected_is_used_again_and_concluded() {
    let installation = Installation::new("again").await;
    let session = &installation.session;
    let window = installation.open(&[]).await;
    window.begin_with(&UNNAMED, "documents").await;
    attach(&window, session, installation.scratch(), "first").await;
    window.act("continue").await;
    window.page("terms").await;
    window.act("openTerms").await;
    session.read_terms().await;
    window.accept_and_check().await;

    let site = sent_with_documents(&window, session).await;
    window.state("sentWithDocuments").await;
    window.picture("under-review");
    site.decide(Some(REASON)).await;
    site.reads("Ansøgningen er afvist").await;
    site.picture(&installation.pictures().join("site-rejected.png")).await;
    let refusal = site.download(session, "PROEVE afvisning.eml").await;
    drop(site);
    session.close_browser().await;

    let window = window.closed_and_opened(session).await;
    window.page("cases").await;
    window.open_case("underReview").await;
    window.act("correct").await;
    window.page("outcome").await;
    window.driver.tick("outcome-rejected").await;
    window.driver.click(&format!("#outcome-reason-rule option[value='{REASON}']")).await;
    window.state("rejected").await;
    window.take_mail(session, &refusal, "refusal").await;
    window.picture("rejected");

    let window = window.killed_and_opened().await;
    window.page("cases").await;
    window.picture("cases-rejected");
    window.open_case("rejected").await;
    window.page("stated").await;
    window.act("use-again").await;
    window.page("tasks").await;
    window.driver.find("[data-part='earlier']").await;
    window.driver.find("[data-task='documents'] .badge-warning").await;
    window.picture("used-again");

    // The document that the reason is about is to be replaced first, and the terms are read again.
    window.act("next").await;
    window.page("documents").await;
    window.picture("documents-again");
    let d = &window.driver;
    let spoken_of = "[data-file]:has(.about .badge-warning)";
    d.find(spoken_of).await;
    while let Ok(file) = d.page.find(Locator::Css(spoken_of)).await {
        let name = file.attr("data-file").await.unwrap().unwrap();
        d.click(&format!("[data-file='{name}'] [data-act='remove-document']")).await;
        d.find(&format!("html:not(:has([data-file='{name}']))")).await;
    }
    attach(&window, session, installation.scratch(), "new").await;
    window.picture("documents-replaced");
    window.act("continue").await;
    window.page("terms").await;
    window.act("openTerms").await;
    session.read_terms().await;
    window.accept_and_check().await;
    window.picture("check-again");

    let site = sent_with_documents(&window, session).await;
    window.state("sentWithDocuments").await;
    site.decide(None).await;
    site.reads("Tilslutningsaftalen er indgået").await;
    let receipt = site.download(session, "PROEVE kvittering.eml").await;
    drop(site);
    session.close_browser().await;
    window.act("correct").await;
    window.state("concluded").await;
    window.take_mail(session, &receipt, "receipt").await;
    window.driver.find("[data-part='proof']").await;
    window.picture("concluded");

    let window = window.closed_and_opened(session).await;
    window.page("cases").await;
    window.driver.find("tr[data-state='concluded']").await;
    window.picture("cases-both");
    window.open_case("rejected").await;
    window.page("stated").await;
    window.driver.find("[data-part='copied']").await;
    window.picture("rejected-and-copied");
}

/// Attaches and confirms a file for each document that is missing.
async fn attach(window: &Window, session: &Session, scratch: &Path, name: &str) {
    let d = &window.driver;
    let missing = "[data-document][data-done='false']:has(header .badge-warning)";
    let section = d.find(missing).await;
    let mut next = Some(section);
    while let Some(section) = next {
        let document = section.attr("data-document").await.unwrap().unwrap();
        let file = format!("{document} {name}.png");
        // The same bytes twice would be the same document.
        let bytes = [PASSPORT, file.as_bytes()].concat();
        std::fs::write(scratch.join(&file), bytes).unwrap();
        window.attach(session, &document, &scratch.join(&file)).await;
        window.confirm(&file).await;
        d.find(&format!("[data-document='{document}'][data-done='true']")).await;
        next = d.page.find(Locator::Css(missing)).await.ok();
    }
    window.picture(&format!("documents-{name}"));
}

/// Through the practice site as a representative whom the register does not name, until somebody
/// looks at the documents; then the window asks how it went.
async fn sent_with_documents(window: &Window, session: &Session) -> Site {
    window.act("begin-guide").await;
    window.screen("start").await;
    window.act("openSite").await;
    let site = Site::begin(session).await;
    site.log_in("Signe Kanariefugl Dam").await;
    window.act("screen-organisation").await;
    window.screen("organisation").await;
    site.organisation(&window.copied("cvr").await).await;
    site.role("representative").await;
    window.act("screen-documents").await;
    window.screen("documents").await;
    window.picture("guide-documents");
    site.documents("Referat.pdf").await;
    site.accept_terms().await;
    window.act("screen-administrators").await;
    window.screen("administrators").await;
    let name = window.copied("administratorName").await;
    let email = window.copied("administratorEmail").await;
    let born = window.copied("administratorBorn").await;
    site.administrator(&name, &email, &born).await;
    site.next("administrators").await;
    site.next("summary").await;
    site.is_at("under-review").await;
    window.act("end").await;
    site
}
