//! The built program, as a script starts it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use serde_json::Value;
use std::io::{ErrorKind, Write};
use std::process::{Command, Output, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub struct Answer {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// One value per line.
    pub fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| {
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
            })
            .collect()
    }
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tilslut-cli"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program to its end with this on stdin.
pub fn run_with(arguments: &[&str], stdin: &[u8]) -> Answer {
    let mut child = command(arguments).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let Output { status, stdout, stderr } = std::thread::scope(|scope| {
        scope.spawn(move || match pipe.write_all(stdin) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("{error}"),
            _ => {}
        });
        child.wait_with_output().unwrap()
    });
    Answer {
        code: status.code(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

pub fn run(arguments: &[&str]) -> Answer {
    run_with(arguments, b"")
}

/// A bundle that the practice broker's published key signed; `evidence/live.json` is signed with a
/// key that `evidence/trust.toml` anchors.
pub const PRACTICE: &[u8] = include_bytes!("../evidence/practice.json");

/// An invented receipt, signed as practice signs its mail.
pub fn signed_mail() -> Vec<u8> {
    let mail = "From: MitID Erhverv <kvittering@mitid-erhverv.example>\r\n\
        To: Mette Lindegaard Krogh <mette@nordlystomrer.example>\r\n\
        Subject: Kvittering for tilslutning\r\n\
        Date: Tue, 24 Nov 2026 15:13:00 +0100\r\n\
        Message-ID: <20261124141300.1@mitid-erhverv.example>\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n\
        Kære Mette Lindegaard Krogh\r\n\
        \r\n\
        Nordlys Tømrer & Snedker ApS, CVR-nummer 13748136, er nu tilsluttet MitID Erhverv.\r\n\
        \r\n\
        PRØVE: en opdigtet kvittering.\r\n";
    practice::signed_mail(mail.as_bytes(), "2026-11-24T14:13:00Z".parse().unwrap()).unwrap()
}

/// The path of a file beside the tests.
pub fn beside(name: &str) -> String {
    format!("{}/tests/evidence/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The words of a PDF, as poppler reads them.
pub fn text_of(pdf: &std::path::Path) -> String {
    let out = Command::new("pdftotext")
        .arg("-raw")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext (package poppler-utils) must be installed");
    assert!(out.status.success(), "{pdf:?}");
    String::from_utf8(out.stdout).unwrap()
}
