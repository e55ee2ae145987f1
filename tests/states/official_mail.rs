//! The official mail of a case: taken in, with every answer that its signature and its text can
//! give. Each is read by the program itself, from a mail that practice signed.

use super::fixture::{CasePage, FileBytes, Fixture, MailPage, OtherCase, QueryId, ShownMail};
use super::sample::{after, ago, case, whole_draft};
use domain::case::{
    Belonging, Case, CaseId, Event, Found, KeyName, OfficialMail, Outcome, SeenKey,
};
use domain::{Environment, Timestamp};
use jiff::civil::date;
use mail::official::{self, Organisation};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

const RECEIPT: &str = "From: MitID Erhverv <kvittering@mitid-erhverv.example>\r\n\
    To: mette@nordlystomrer.example\r\n\
    Subject: Kvittering for tilslutning af Nordlys\r\n\
    Date: Tue, 24 Nov 2026 14:13:00 +0000\r\n\
    Message-ID: <1@mitid-erhverv.example>\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    Content-Transfer-Encoding: 8bit\r\n\
    \r\n\
    Hej Mette\r\n\
    \r\n\
    Tilslutningsaftalen for Nordlys Tømrer & Snedker ApS, CVR-nummer 13748136, er indgået.\r\n\
    \r\n\
    Administratorerne får et link til opsætningen hver for sig.\r\n";

const OTHER: &str = "Ejerforeningen Fjordbakken, CVR-nummer 96273118,";
const OWN: &str = "Nordlys Tømrer & Snedker ApS, CVR-nummer 13748136,";

fn signed(text: &str) -> Vec<u8> {
    practice::signed_mail(text.as_bytes(), ago(60)).expect("a mail that can be signed")
}

fn seen(found: Found) -> SeenKey {
    SeenKey {
        name: KeyName::new(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR),
        at: ago(9),
        found,
        authenticated: false,
    }
}

fn key() -> SeenKey {
    seen(Found::Record(practice::MAIL_KEY_RECORD.to_owned()))
}

fn concluded() -> Case {
    let guided = after(&case(whole_draft()), Event::GuideBegun, 120);
    after(&guided, Event::OutcomeStated(Outcome::Concluded { on: date(2026, 11, 24) }), 60)
}

/// The mail as it is looked at in this case.
fn shown(of: &Case, name: &str, bytes: &[u8], keys: Vec<SeenKey>) -> ShownMail {
    let organisation = &of.connection().expect("whole").organisation;
    let organisation = Organisation { cvr: organisation.cvr, name: &organisation.name };
    let reading =
        official::reading(bytes, organisation, Environment::Practice, &keys).expect("a mail");
    ShownMail {
        mail: OfficialMail {
            sha256: Sha256::digest(bytes).into(),
            name: name.into(),
            size: u64::try_from(bytes.len()).expect("small"),
            format: reading.format,
            sent: reading.sent,
            taken: taken(),
            belonging: reading.belonging,
            signature: reading.signature.signature.clone(),
            keys,
            removed: None,
        },
        bytes: Some(FileBytes(Arc::from(bytes))),
        reading,
        elsewhere: None,
        asking: None,
    }
}

fn taken() -> Timestamp {
    ago(8)
}

fn page(of: Case, shown: ShownMail) -> Fixture {
    let page = MailPage { shown: Some(shown), ..MailPage::default() };
    Fixture::of(CasePage::Mail(Box::new(page)), of)
}

fn looked_at(bytes: &[u8], keys: Vec<SeenKey>) -> Fixture {
    let of = concluded();
    let shown = shown(&of, "Kvittering.eml", bytes, keys);
    page(of, shown)
}

/// Somebody sends the receipt on, as an attachment.
fn sent_on(receipt: &[u8]) -> Vec<u8> {
    let outer = "From: Mette Holm <mette@nordlystomrer.example>\r\n\
        To: bogholder@regnskab.example\r\n\
        Subject: VS: Kvittering for tilslutning af Nordlys\r\n\
        Date: Tue, 24 Nov 2026 15:02:00 +0000\r\n\
        Message-ID: <2@nordlystomrer.example>\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=\"b\"\r\n\
        \r\n--b\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        \r\nHer er den, der kom fra MitID Erhverv.\r\n\
        --b\r\nContent-Type: message/rfc822\r\n\r\n";
    [outer.as_bytes(), receipt, b"\r\n--b--\r\n"].concat()
}

/// The named states.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let receipt = signed(RECEIPT);
    let of = concluded();
    let kept = shown(&of, "Kvittering.eml", &receipt, vec![key()]);
    let with_mail = after(&of, Event::MailTaken(Box::new(kept.mail.clone())), 7);
    let unchecked = shown(&of, "Kvittering.eml", &receipt, vec![]);
    let asking = ShownMail { asking: Some(QueryId(1)), ..unchecked.clone() };
    let other = ShownMail {
        elsewhere: Some(OtherCase {
            case: CaseId("9".repeat(32)),
            name: "Ejerforeningen Fjordbakken".into(),
            belonging: Belonging::Belongs,
        }),
        ..shown(&of, "Kvittering.eml", &signed(&RECEIPT.replace(OWN, OTHER)), vec![key()])
    };
    let changed = String::from_utf8(receipt.clone()).expect("text").replace("indgået", "indgaaet");
    let unsigned = RECEIPT.replace("Message-ID", "X-Header: 1\r\nMessage-ID");
    let odd = RECEIPT.replace(
        "MitID Erhverv <kvittering@mitid-erhverv.example>",
        "\"kvittering@mitid-erhverv.example\" <x@spam.example>",
    );
    let silent = RECEIPT.replace(OWN, "Aftalen");
    let pdf = shown(&of, "Kvittering.pdf", b"%PDF-1.7\n", vec![]);
    let reading = MailPage { query: Some(QueryId(1)), ..MailPage::default() };
    let dragging = MailPage { dragging: true, ..MailPage::default() };
    let empty = |page| Fixture::of(CasePage::Mail(Box::new(page)), concluded());
    vec![
        ("mail", empty(MailPage::default())),
        ("mail-dragging", empty(dragging)),
        ("mail-reading", empty(reading)),
        ("mail-signed", looked_at(&receipt, vec![key()])),
        ("mail-not-checked", page(of.clone(), unchecked)),
        ("mail-asking", page(of.clone(), asking)),
        ("mail-other", page(of.clone(), other)),
        ("mail-changed", looked_at(changed.as_bytes(), vec![key()])),
        ("mail-unsigned", looked_at(unsigned.as_bytes(), vec![])),
        ("mail-key-gone", looked_at(&receipt, vec![seen(Found::Gone)])),
        ("mail-odd", looked_at(&signed(&odd), vec![key()])),
        ("mail-silent", looked_at(&signed(&silent), vec![key()])),
        ("mail-sent-on", looked_at(&sent_on(&receipt), vec![])),
        ("mail-pdf", page(of, pdf)),
        ("mail-kept", page(with_mail.clone(), ShownMail { bytes: None, ..kept })),
        (
            "mail-key-down",
            page(concluded(), shown(&concluded(), "Kvittering.eml", &receipt, vec![]))
                .wrong(domain::problem::Problem::MailKeyDown),
        ),
        ("stated-mail", Fixture::of(CasePage::Stated, with_mail)),
    ]
}
