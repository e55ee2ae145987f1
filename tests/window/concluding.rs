//! From the first start to the sixty days of set-up. In live with nothing configured, as far as the
//! official site, which no test opens; and the same to its end in practice, whose site stands for
//! it, in a real browser.

use crate::answers::Answers;
use crate::installation::Installation;
use crate::session::Session;
use crate::site::Site;
use crate::window::Window;
use jiff::Span;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where live is concluded.
const OFFICIAL: &str = "https://mitid-erhverv.dk/tilslutning";

#[tokio::test]
async fn from_the_first_start_to_the_sixty_days() {
    let installation = Installation::new("concluding").await;
    let session = &installation.session;
    let window = installation.start().await;
    live_with_nothing_configured(&window, session).await;

    // The same in practice, whose site is opened.
    window.act("use-practice").await;
    let practice = "html:has([data-act='use-practice'][aria-pressed='true'])";
    window.driver.find(&format!("{practice} main[data-page='cases']")).await;
    window.begin_with(&Answers::NORDLYS, "terms").await;
    window.act("openTerms").await;
    session.read_terms().await;
    window.accept_and_check().await;
    window.picture("practice-check");
    window.act("begin-guide").await;
    window.page("guide").await;
    let mail = through_the_site(&window, session, installation.pictures()).await;

    window.page("outcome").await;
    let steps = window.driver.text_of(".side").await;
    assert!(!steps.contains("mitid-erhverv.dk"), "in practice nothing happens there: {steps}");
    let concluded = window.state("concluded").await;
    window.picture("stated");
    let window = window.killed_and_opened().await;
    window.page("cases").await;
    window.picture("cases-stated");
    window.open_case("statedConcluded").await;
    window.page("stated").await;
    window.drop_mail(&mail, "mail").await;
    window.driver.find("[data-part='proof']").await;
    window.picture("concluded");

    let window = window.closed_and_opened(session).await;
    window.page("cases").await;
    window.driver.find("tr[data-state='concluded']").await;
    window.picture("cases-concluded");
    window.open_case("concluded").await;
    window.page("stated").await;
    window.driver.find("[data-part='proof']").await;
    record_is_saved(&window, session, &installation.scratch().join("optegnelse.pdf"), &mail).await;

    window.act("go-cases").await;
    window.page("cases").await;
    window.act("go-followUp").await;
    window.page("followUp").await;
    let until = concluded.saturating_add(Span::new().days(60));
    window.driver.find(&format!("li[data-kind='setUpLink'][data-date='{until}']")).await;
    window.picture("follow-up");
}

/// By hand, without a network, to the door of the official site: the system is asked to open it,
/// and nothing else has been asked of it but what a person pressed.
async fn live_with_nothing_configured(window: &Window, session: &Session) {
    let d = &window.driver;
    window.page("chooseEnvironment").await;
    window.picture("first-start");
    window.act("live").await;
    window.page("cases").await;
    assert!(!d.text().await.contains("PRØVE"), "nothing of practice in live");
    window.picture("live-cases");
    window.act("begin").await;
    window.page("need").await;
    d.tick("need-connected-no").await;
    d.tick("need-people-several").await;
    d.find("[data-outcome='severalPeople']").await;
    window.picture("live-need");
    window.act("continue").await;

    window.page("organisation").await;
    assert_eq!(session.links(), [""; 0], "nothing is opened before somebody presses");
    d.fill("cvr", "13748136").await;
    window.act("openRegister").await;
    session.asked_for("https://datacvr.virk.dk/").await;
    d.fill("typed-name", "Skovgaard Snedkeri ApS").await;
    d.click("#typed-form option[value='80']").await;
    d.find("[data-rule='organisation-status-not-told']").await;
    d.click("#typed-status option[value='AKTIV']").await;
    d.tick("role-representative").await;
    window.picture("live-organisation");
    window.act("continue").await;

    window.page("representative").await;
    d.fill("representative-name", "Mette Kanariefugl Krogh").await;
    d.fill("representative-title", "Direktør").await;
    d.fill("representative-email", "mette@kanariefugl.example").await;
    d.find("[data-rule='management-not-told']").await;
    d.tick("representative-inCvr-yes").await;
    d.tick("representative-hasMitid-yes").await;
    window.picture("live-representative");
    window.act("continue").await;

    window.page("terms").await;
    window.act("openTerms").await;
    d.tick("terms-accepted").await;
    window.picture("live-terms");
    window.act("continue").await;

    window.page("administrators").await;
    window.act("addAdministrator").await;
    d.fill("administrators-0-name", "Søren Kanariefugl").await;
    d.fill("administrators-0-email", "soren@kanariefugl.example").await;
    for (field, text) in [("day", "30"), ("month", "11"), ("year", "1987")] {
        d.fill(&format!("administrators-0-born-{field}"), text).await;
    }
    d.tick("administrators-0-hasCpr-yes").await;
    d.tick("administrators-0-hasMitid-yes").await;
    window.picture("live-administrators");
    window.act("continue").await;

    window.page("check").await;
    window.has_one_bar().await;
    window.says("Ud fra det, I har svaret, også om hvad der står i CVR").await;
    window.picture("live-check");
    window.act("go-case").await;
    window.page("tasks").await;
    window.says("Skrives af dig selv").await;
    window.picture("live-tasks");
    window.act("next").await;
    window.page("check").await;
    d.find("[data-verdict='automatic']").await;
    window.act("begin-guide").await;
    window.page("guide").await;
    assert!(!session.links().iter().any(|link| link == OFFICIAL), "only a press opens the site");
    window.act("openSite").await;
    session.asked_for(OFFICIAL).await;
    window.picture("live-guide");
    window.act("end").await;
    window.page("outcome").await;
    d.tick("outcome-later").await;
    window.picture("live-outcome");
    window.act("save-outcome").await;
    window.page("cases").await;
    d.find("tr[data-state='guided']").await;
    window.picture("live-cases-guided");
}

/// Screen by screen, with the window beside the browser and each value out of the clipboard, until
/// the agreement is made. Answers with the e-mail that practice has written.
async fn through_the_site(window: &Window, session: &Session, pictures: &Path) -> PathBuf {
    let shot = |name: &str| pictures.join(format!("site-{name}.png"));
    window.screen("start").await;
    window.picture("guide-start");
    window.act("openSite").await;
    let site = Site::begin(session).await;
    site.picture(&shot("log-in")).await;
    window.act("next").await;
    window.screen("login").await;
    window.picture("guide-login");
    site.log_in("Mette Lindegaard Krogh").await;

    window.act("next").await;
    window.screen("organisation").await;
    let cvr = window.copied("cvr").await;
    window.picture("guide-organisation");
    site.picture(&shot("organisation")).await;
    site.organisation(&cvr).await;

    window.act("next").await;
    window.screen("role").await;
    window.picture("guide-role");
    site.picture(&shot("role")).await;
    site.role("representative").await;

    // The register says who represents it, so the next that comes is the terms.
    site.is_at("terms").await;
    window.act("screen-representative").await;
    window.screen("representative").await;
    window.picture("guide-representative");
    window.act("screen-documents").await;
    window.screen("documents").await;
    window.picture("guide-documents");
    window.act("screen-terms").await;
    window.screen("terms").await;
    window.picture("guide-terms");
    site.picture(&shot("terms")).await;
    site.accept_terms().await;

    window.act("next").await;
    window.screen("administrators").await;
    let name = window.copied("administratorName").await;
    let email = window.copied("administratorEmail").await;
    let born = window.copied("administratorBorn").await;
    window.picture("guide-administrators");
    site.administrator(&name, &email, &born).await;
    site.picture(&shot("administrators")).await;
    site.is_at("administrators").await;
    site.next("administrators").await;

    window.act("next").await;
    window.screen("approve").await;
    window.picture("guide-approve");
    site.is_at("summary").await;
    site.picture(&shot("summary")).await;
    site.next("summary").await;
    site.reads("Tilslutningsaftalen er indgået").await;
    site.picture(&shot("concluded")).await;
    window.act("next").await;
    window.screen("receipt").await;
    window.picture("guide-receipt");
    let mail = site.download(session, "PROEVE kvittering.eml").await;
    drop(site);
    session.close_browser().await;
    window.act("finish").await;
    mail
}

/// The record is a PDF that says what is known, and carries the e-mail byte for byte.
pub async fn record_is_saved(window: &Window, session: &Session, file: &Path, mail: &Path) {
    window.act("save-record").await;
    session.answer_file_dialog(file).await;
    window.driver.find("[data-part='record'] [data-act='print-record']").await;
    window.picture("record-saved");
    let pdf = std::fs::read(file).unwrap();
    let record = receipt::read_record(&pdf).expect("it is a record");
    let mail = std::fs::read(mail).unwrap();
    assert!(record.files.iter().any(|(_, bytes)| *bytes == mail), "the mail is in it");
    let text = Command::new("pdftotext").args(["-layout"]).arg(file).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for meant in ["Nordlys Tømrer & Snedker ApS", "Mette Lindegaard Krogh", "PRØVE"] {
        assert!(text.contains(meant), "{meant} is not in the record");
    }
}
