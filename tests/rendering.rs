//! The program starts itself anew before GTK does, where WebKitGTK would show an empty window:
//! decided as data, and done by a real process.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use shell::rendering::{VARIABLE, start_anew, starts_anew};
use std::ffi::OsStr;
use std::fs::create_dir_all;
use std::path::Path;
use std::process::Command;

/// Where the child is told what `/` is.
const ROOT: &str = "TILSLUT_TEST_ROOT";

/// A machine with a graphics card, or NVIDIA's driver, or neither, or both.
fn machine(has: &[&str]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    has.iter().for_each(|path| create_dir_all(root.path().join(path)).unwrap());
    root
}

#[test]
fn it_starts_anew_where_the_window_would_be_empty_and_nobody_has_said_otherwise() {
    for (has, needed) in [
        (&["dev/dri"][..], false),
        (&[], true),
        (&["proc/driver/nvidia"], true),
        (&["dev/dri", "proc/driver/nvidia"], true),
    ] {
        let root = machine(has);
        assert_eq!(starts_anew(None, root.path()), needed, "{has:?}");
        for said in ["1", "0", ""] {
            assert!(!starts_anew(Some(OsStr::new(said)), root.path()), "{has:?} {said:?}");
        }
    }
}

#[test]
fn it_does_so_once_in_the_same_process_with_the_same_arguments() {
    for (has, said, drawn) in [
        (&["dev/dri"][..], None, "unset"),
        (&["dev/dri", "proc/driver/nvidia"], None, "1"),
        (&[], None, "1"),
        (&[], Some("0"), "0"),
        (&[], Some(""), ""),
    ] {
        let root = machine(has);
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args(["the_child", "--exact", "--ignored", "--nocapture"])
            .env(ROOT, root.path())
            .env_remove(VARIABLE);
        if let Some(said) = said {
            child.env(VARIABLE, said);
        }
        let child = child.stdout(std::process::Stdio::piped()).spawn().unwrap();
        let id = child.id();
        let out = child.wait_with_output().unwrap();
        let told = String::from_utf8(out.stdout).unwrap();
        assert!(out.status.success(), "{told}");
        let begun: Vec<&str> = told
            .lines()
            .filter_map(|line| line.split_once("begun ").map(|(_, rest)| rest))
            .collect();
        let anew = said.is_none() && drawn == "1";
        let expected = if anew {
            vec![format!("{id} unset"), format!("{id} 1")]
        } else {
            vec![format!("{id} {drawn}")]
        };
        assert_eq!(begun, expected, "{told}");
        assert!(
            told.contains(&format!("drawn {drawn}."))
                && told.contains("words the_child --exact --ignored --nocapture."),
            "{told}"
        );
    }
}

/// What the program does first, in a process of its own.
#[test]
#[ignore = "the child of the test above"]
fn the_child() {
    let Some(root) = std::env::var_os(ROOT) else { return };
    let said = || std::env::var(VARIABLE).unwrap_or_else(|_| "unset".into());
    println!("begun {} {}", std::process::id(), said());
    start_anew(Path::new(&root)).unwrap();
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!("drawn {}.\nwords {}.", said(), words.join(" "));
}
