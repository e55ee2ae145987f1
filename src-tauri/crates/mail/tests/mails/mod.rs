//! Mails for the tests: an invented receipt of an invented organisation.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod signer;

use mail::{Content, Mail};

/// A receipt as it may look, with the line ends of the wire. The wording of the real one is not
/// known.
pub fn receipt() -> String {
    "From: MitID Erhverv <kvittering@mitid-erhverv.example>\n\
     To: Mette Lindegaard Krogh <mette@nordlystomrer.example>\n\
     Subject: Kvittering for tilslutning\n\
     Date: Tue, 24 Nov 2026 15:13:00 +0100\n\
     Message-ID: <20261124141300.1@mitid-erhverv.example>\n\
     MIME-Version: 1.0\n\
     Content-Type: text/plain; charset=utf-8\n\
     Content-Transfer-Encoding: 8bit\n\
     \n\
     Kære Mette Lindegaard Krogh\n\
     \n\
     Nordlys Tømrer & Snedker ApS, CVR-nummer 13748136, er nu tilsluttet MitID Erhverv.\n\
     \n\
     PRØVE: en opdigtet kvittering.\n"
        .replace('\n', "\r\n")
}

/// A mail that can be read.
pub fn mail(bytes: &[u8]) -> Mail {
    match mail::read(bytes) {
        Ok(Content::Mail(mail)) => *mail,
        other => panic!("{other:?}"),
    }
}
