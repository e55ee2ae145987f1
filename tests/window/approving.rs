//! The login's other endings in the real window: the tab is lost and opened again, a new link is taken, somebody else logs in.

use crate::desk::Desk;
use crate::window::Window;
use crate::{DISPLAY, folder};

#[tokio::test]
async fn a_lost_tab_a_new_link_and_another_name() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("approving");
    let scratch = tempfile::tempdir().unwrap();
    let desk = Desk::new(scratch.path());
    let window = Window::open(&pictures).await;
    window.page("cases").await;
    window.prepare("13748136", "representative").await;

    // The browser is closed, and opened again with the same link.
    window.act("approve").await;
    window.page("approve").await;
    let browser = desk.browser().await;
    browser.find("button[value='mette']").await;
    drop(browser);
    desk.close_browser().await;
    window.act("openBrowser").await;
    let browser = desk.browser().await;
    browser.click("button[value='mette']").await;
    browser.click("button[value='silent']").await;
    drop(browser);
    desk.close_browser().await;

    // Nothing comes back, so the person begins anew, and gives that up as well.
    window.act("beginLoginAnew").await;
    let browser = desk.browser().await;
    browser.find("button[value='mette']").await;
    window.page("approve").await;
    window.driver.find("[data-act='copyLink']").await;
    window.picture("anew");
    window.act("cancelLogin").await;
    window.page("check").await;
    window.says("login-cancelled").await;
    drop(browser);
    desk.close_browser().await;

    // Somebody else logs in: the window asks, and takes no for an answer.
    log_in(&desk, &window, "karl").await;
    window.page("confirm").await;
    window.picture("confirm");
    window.act("explainApprover").await;
    window.driver.find("[data-part='errors']").await;
    window.picture("unexplained");
    window.act("setApprovalAside").await;
    window.page("check").await;
    window.says("approval-set-aside").await;
    window.picture("set-aside");

    // And yes.
    log_in(&desk, &window, "karl").await;
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
async fn log_in(desk: &Desk, window: &Window, person: &str) {
    window.act("approve").await;
    window.page("approve").await;
    let browser = desk.browser().await;
    browser.click(&format!("button[value='{person}']")).await;
    browser.click("button[value='approve']").await;
    browser.reads("MitID har svaret").await;
    drop(browser);
    desk.close_browser().await;
}
