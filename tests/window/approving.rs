//! The login's other endings in the real window: the tab is lost and opened again, a new link is
//! taken, somebody else logs in.

use crate::session::Session;
use crate::window::Window;
use crate::{DISPLAY, folder};

#[tokio::test]
async fn a_lost_tab_a_new_link_and_another_name() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("approving");
    let scratch = tempfile::tempdir().unwrap();
    let session = Session::new(scratch.path());
    let window = Window::open(&pictures).await;
    window.page("cases").await;
    window.prepare(&session, "13748136", "representative").await;

    // The browser is closed, and opened again with the same link.
    window.act("approve").await;
    window.page("approve").await;
    let browser = session.browser().await;
    browser.find("button[value='mette']").await;
    drop(browser);
    session.close_browser().await;
    window.act("login-openBrowser").await;
    let browser = session.browser().await;
    browser.click("button[value='mette']").await;
    browser.click("button[value='silent']").await;
    drop(browser);
    session.close_browser().await;

    // Nothing comes back, so the person begins anew, and gives that up as well.
    window.act("beginLoginAnew").await;
    let browser = session.browser().await;
    browser.find("button[value='mette']").await;
    window.page("approve").await;
    window.driver.find("[data-act='copyLink']").await;
    window.picture("anew");
    window.act("login-cancel").await;
    window.page("check").await;
    window.problem("login-cancelled").await;
    drop(browser);
    session.close_browser().await;

    // Somebody else logs in: the window asks, and takes no for an answer.
    log_in(&session, &window, "karl").await;
    window.page("confirm").await;
    window.picture("confirm");
    window.act("explainApprover").await;
    window.driver.find("[data-part='errors']").await;
    window.picture("unexplained");
    window.act("discardApproval").await;
    window.page("check").await;
    window.problem("approval-set-aside").await;
    window.picture("set-aside");

    // And yes.
    log_in(&session, &window, "karl").await;
    window.page("confirm").await;
    window.driver.tick("approver-explanation-mayRepresent").await;
    window.act("explainApprover").await;
    window.page("done").await;
    window.driver.find("[data-part='otherName']").await;
    window.driver.find("[data-part='setAside']").await;
    window.driver.reads("PRØVE-").await;
    window.picture("done");
}

/// Approves, as this person at the broker's pages, and closes the browser.
async fn log_in(session: &Session, window: &Window, person: &str) {
    window.act("approve").await;
    window.page("approve").await;
    let browser = session.browser().await;
    browser.click(&format!("button[value='{person}']")).await;
    browser.click("button[value='approve']").await;
    browser.reads("MitID har svaret").await;
    drop(browser);
    session.close_browser().await;
}

#[tokio::test]
async fn a_reporter_is_told_whom_a_person_may_represent_and_logs_in_to_hand_over() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("handing-over");
    let scratch = tempfile::tempdir().unwrap();
    let session = Session::new(scratch.path());
    let window = Window::open_with(
        &pictures,
        &[],
        &[("XDG_DATA_HOME", session.other_data_home().as_os_str())],
    )
    .await;
    window.page("cases").await;

    // The number comes from the broker.
    window.act("begin").await;
    window.driver.tick("need-people-several").await;
    window.act("continue").await;
    window.page("organisation").await;
    window.act("list-organisations").await;
    window.picture("list-offered");
    window.act("listOrganisations").await;
    let browser = session.browser().await;
    browser.click("button[value='mette']").await;
    browser.picture(&pictures.join("broker-organisations.png")).await;
    browser.click("button[value='13748136']").await;
    browser.reads("MitID har svaret").await;
    drop(browser);
    session.close_browser().await;
    window.driver.find("[data-listing='listed'] [data-act='takeListed']").await;
    window.driver.find("[data-cvr]").await;
    window.picture("listed");
    window.act("go-cases").await;

    // Another case, which the reporter hands over under their own name.
    window.prepare(&session, "13748136", "reporter").await;
    window.act("go-handOver").await;
    window.page("handOver").await;
    window.driver.tick("loggedIn").await;
    window.picture("hand-over");
    let file = scratch.path().join("overdragelse.tilslut");
    window.act("handOver").await;
    session.answer_file_dialog(&file).await;
    window.page("approve").await;
    let browser = session.browser().await;
    window.picture("logging-in");
    browser.click("button[value='jens']").await;
    browser.reads("Overdrag MitID Erhverv-tilslutning").await;
    browser.click("button[value='approve']").await;
    browser.reads("MitID har svaret").await;
    drop(browser);
    session.close_browser().await;
    let words = window.driver.find("[data-part='words']").await.text().await.unwrap();
    window.driver.find("[data-part='reporterLogin']").await;
    window.picture("handed-over");

    window.choose_hand_over(&session, &file).await;
    window.driver.fill("words", &words.split_whitespace().collect::<Vec<_>>().join(" ")).await;
    window.act("openHandOver").await;
    window.page("review").await;
    window.driver.find("[data-part='reporterLogin']").await;
    window.says("Jens Aagaard Holm loggede ind med MitID").await;
    window.picture("review");
}
