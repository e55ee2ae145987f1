//! A limit of a file's size does not end the program: what it writes beyond that fails, and is told.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/small_disk.rs"]
mod small_disk;

use std::io::ErrorKind;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus};
use std::{env, fs};

/// How the test that was started again goes about it.
const WAY: &str = "TILSLUT_TEST_SIZE_LIMIT";

#[test]
fn a_write_beyond_the_limit_fails_and_the_program_goes_on() {
    match env::var(WAY).as_deref() {
        Err(_) => {
            assert!(again("listening").success());
            // 25 is the signal: what happens to a program that does not listen.
            assert_eq!(again("deaf").signal(), Some(25));
        }
        Ok(way) => {
            if way == "listening" {
                shell::size_limit::outlive().unwrap();
            }
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("file");
            small_disk::forbid();
            let written = fs::write(&file, [1; 10_000]);
            small_disk::allow();
            assert_eq!(written.unwrap_err().kind(), ErrorKind::FileTooLarge);
            fs::write(&file, [1; 10_000]).unwrap();
        }
    }
}

fn again(way: &str) -> ExitStatus {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "a_write_beyond_the_limit_fails_and_the_program_goes_on"])
        .env(WAY, way)
        .status()
        .unwrap()
}
