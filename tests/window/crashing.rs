//! A web engine that crashes leaves a window that looks alive: it is drawn anew by another.

use crate::installation::Installation;
use crate::processes::{pages_of, program};
use crate::session::wait_for;
use std::process::Command;

#[tokio::test]
async fn a_page_whose_process_crashed_is_drawn_anew() {
    let installation = Installation::new("crashing").await;
    let window = installation.open(&[]).await;
    let program = program();
    let [page] = pages_of(program)[..] else { panic!("one process draws the page") };
    let killed = Command::new("kill").args(["-9", &page.to_string()]).status().unwrap();
    assert!(killed.success());
    // The driver of the first page goes with it, so the new one is seen from outside.
    let drawn_anew = || matches!(pages_of(program)[..], [it] if it != page);
    wait_for("another process", drawn_anew).await;
    // It speaks with the core as the first did: "Hjælp" stands at the foot of the menu.
    let help = || {
        installation.session.press(60, -95);
        installation.session.title().starts_with("Hjælp")
    };
    wait_for("the page of help", help).await;
    window.picture("drawn-anew");
}
