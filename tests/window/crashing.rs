//! A web engine that crashes leaves a window that looks alive: it is drawn anew by another.

use crate::installation::Installation;
use crate::session::wait_for;
use std::fs;
use std::path::Path;
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

/// The program that is open.
fn program() -> u32 {
    let exe = Path::new(env!("CARGO_BIN_EXE_tilslut"));
    let runs = |pid: &u32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|it| it == exe);
    let running: Vec<u32> = processes().filter(runs).collect();
    assert_eq!(running.len(), 1, "{running:?}");
    running[0]
}

/// The processes that draw its pages.
fn pages_of(program: u32) -> Vec<u32> {
    processes()
        .filter(|pid| {
            let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
            name.starts_with("WebKitWebProces") && is_under(*pid, program)
        })
        .collect()
}

fn is_under(pid: u32, program: u32) -> bool {
    let parent = |pid: u32| -> Option<u32> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    std::iter::successors(Some(pid), |pid| parent(*pid)).take(20).any(|it| it == program)
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").unwrap();
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}
