//! What is read of a file that somebody dropped: sound mails of every form, and those that are
//! broken, huge or made to be mistaken. Each has its own ending.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mails;

use mail::{Content, Error, FILE_MAX, Format, Oddity, TextFrom, read};
use mails::{mail, receipt};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

fn crlf(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

#[test]
fn a_receipt_is_read() {
    let bytes = receipt().into_bytes();
    let mail = mail(&bytes);
    assert_eq!(mail.format, Format::Eml);
    assert_eq!(mail.from.len(), 1);
    assert_eq!(mail.from[0].name.as_deref(), Some("MitID Erhverv"));
    assert_eq!(mail.from[0].address, "kvittering@mitid-erhverv.example");
    assert_eq!(mail.from[0].domain().as_deref(), Some("mitid-erhverv.example"));
    assert_eq!(mail.to[0].address, "mette@nordlystomrer.example");
    assert_eq!(mail.subject, "Kvittering for tilslutning");
    assert_eq!(mail.date.unwrap().to_string(), "2026-11-24T14:13:00Z");
    assert_eq!(mail.message_id.as_deref(), Some("20261124141300.1@mitid-erhverv.example"));
    assert!(mail.text.starts_with("Kære Mette Lindegaard Krogh\n\nNordlys Tømrer & Snedker ApS,"));
    assert_eq!((mail.text_from, mail.attachments.len()), (TextFrom::Plain, 0));
    assert_eq!(mail.oddities, []);
    assert_eq!(mail.raw, bytes);
}

#[test]
fn letters_of_every_encoding_are_read() {
    let mail = mail(
        b"From: =?iso-8859-1?Q?S=F8ren?= <s@x.example>\r\n\
        Subject: =?utf-8?B?w4ZibGVncsO4ZA==?=\r\n\
        Content-Type: text/plain; charset=windows-1252\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        R=F8dgr=F8d =80 10\r\n",
    );
    assert_eq!(mail.from[0].name.as_deref(), Some("Søren"));
    assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("Æblegrød", "Rødgrød € 10"));
}

/// Programs that say nothing of their letters, or the wrong thing, send Windows-1252; an encoding
/// that is named and not known is not guessed.
#[test]
fn letters_whose_encoding_is_not_told_are_read_as_those_of_a_file() {
    let of = |kind: &str, body: &[u8]| {
        let head = format!("From: k@x.example\r\nSubject: x\r\n{kind}\r\n");
        mail(&[head.as_bytes(), body].concat()).text
    };
    let narrow = b"T\xf8mrer & Snedker, \x8010\r\n";
    for kind in [
        "",
        "Content-Type: text/plain\r\n",
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n",
        "Content-Type: text/plain; charset=US-ASCII\r\n",
    ] {
        assert_eq!(of(kind, narrow), "Tømrer & Snedker, €10", "{kind}");
        assert_eq!(of(kind, "Tømrer\r\n".as_bytes()), "Tømrer", "{kind}");
    }
    let encoded = "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n";
    assert_eq!(of(encoded, b"T=F8mrer\r\n"), "Tømrer");
    let unknown = of("Content-Type: text/plain; charset=x-nobody-knows\r\n", narrow);
    assert!(unknown.contains(char::REPLACEMENT_CHARACTER), "{unknown}");
}

/// A mail that is attached as any file is told of, and found, by its name.
#[test]
fn a_mail_that_is_attached_as_a_file_is_a_mail_inside() {
    let inside = "From: k@x.example\r\nSubject: Kvittering\r\n\r\nCVR 13748136\r\n";
    for name in ["Kvittering.eml", "KVITTERING.EML", "x.msg"] {
        let bytes = crlf(&format!(
            "From: a@x.example\nSubject: VS: x\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSe vedhæftet\n--b\n\
             Content-Type: application/octet-stream; name=\"{name}\"\n\
             Content-Disposition: attachment; filename=\"{name}\"\n\n",
        ));
        let mail = mail(&[&bytes, inside.as_bytes(), b"\r\n--b--\r\n"].concat());
        assert_eq!(mail.oddities, [Oddity::MailInside], "{name}");
        assert_eq!(mail.attachments.len(), 1);
        let [found] = &mail.inside()[..] else { panic!("{mail:?}") };
        assert_eq!((found.name.as_deref(), &*found.bytes), (Some(name), inside.as_bytes()));
    }
}

#[test]
fn a_page_becomes_its_words_and_nothing_of_it_is_fetched() {
    let bytes = crlf(
        "From: a@x.example\nContent-Type: text/html; charset=utf-8\n\n\
        <html><body><p>Nordlys &amp; Co</p><table><tr><td>CVR</td><td>13748136</td></tr></table>\n\
        <img src=\"https://x.example/p.gif\"><script>alert(1)</script></body></html>\n",
    );
    let mail = mail(&bytes);
    assert_eq!(mail.text_from, TextFrom::Html);
    assert_eq!(
        mail.text.split_whitespace().collect::<Vec<_>>(),
        ["Nordlys", "&", "Co", "CVR", "13748136"]
    );
    assert_eq!(mail.attachments, []);
}

#[test]
fn of_two_forms_the_plain_one_is_read() {
    let bytes = crlf(
        "From: a@x.example\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nplain\n\
        --b\nContent-Type: text/html\n\n<p>page</p>\n--b--\n",
    );
    let mail = mail(&bytes);
    assert_eq!(
        (mail.text.as_str(), mail.text_from, &mail.oddities[..]),
        ("plain", TextFrom::Plain, &[][..])
    );
}

#[test]
fn attachments_are_named_and_hashed_as_they_are() {
    let bytes = crlf(
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nHej\n\
        --b\nContent-Type: application/pdf; name=\"Kvittering.pdf\"\n\
        Content-Disposition: attachment; filename=\"../../Kvit\u{202e}tering.pdf\"\n\
        Content-Transfer-Encoding: base64\n\nJVBERi0xLjc=\n\
        --b\nContent-Type: text/csv; charset=iso-8859-1\n\
        Content-Disposition: attachment; filename*=utf-8''%C3%A6.csv\n\
        Content-Transfer-Encoding: quoted-printable\n\nS=F8ren\n--b--\n",
    );
    let mail = mail(&bytes);
    let [pdf, csv] = &mail.attachments[..] else { panic!("{mail:?}") };
    assert_eq!(pdf.name.as_deref(), Some("../../Kvittering.pdf"));
    assert_eq!((pdf.media_type.as_str(), pdf.size), ("application/pdf", 8));
    assert_eq!(pdf.sha256, Some(Sha256::digest(b"%PDF-1.7").into()));
    assert_eq!((csv.name.as_deref(), csv.media_type.as_str()), (Some("æ.csv"), "text/csv"));
    assert_eq!(csv.sha256, Some(Sha256::digest(b"S\xF8ren").into()));
    assert_eq!(mail.text, "Hej");
}

#[test]
fn what_turns_or_hides_text_is_gone() {
    let bytes = crlf(
        "From: \"Mit\u{200b}ID\u{202e}\" <a@x.example>\nSubject: a\u{0}b\u{202e}c\n\
        Content-Type: text/plain; charset=utf-8\n\nCVR \u{202e}63184731\u{202c}\u{1b}[2J\n",
    );
    let mail = mail(&bytes);
    assert_eq!(mail.from[0].name.as_deref(), Some("MitID"));
    assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("abc", "CVR 63184731[2J"));
}

#[test]
fn what_a_person_must_be_told_is_told() {
    let from = "From: a@x.example\n";
    let multipart = format!("{from}Content-Type: multipart/mixed; boundary=b\n\n");
    let inside = "--b\nContent-Type: message/rfc822\n\nFrom: c@y.example\nSubject: inner\n\nx\n";
    let encrypted = "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n";
    for (bytes, oddities) in [
        (
            "From: \"k@mitid-erhverv.example\" <x@spam.example>\n\nx\n".to_owned(),
            vec![Oddity::NameHoldsAnotherAddress],
        ),
        ("From: a@x.example, b@x.example\n\nx\n".into(), vec![Oddity::SeveralSenders]),
        (
            format!("{from}From: b@x.example\n\nx\n"),
            vec![Oddity::SeveralSenders, Oddity::HeaderTwice],
        ),
        (format!("{from}Subject: a\nSubject: b\n\nx\n"), vec![Oddity::HeaderTwice]),
        ("To: a@x.example\nSubject: a\n\nx\n".into(), vec![Oddity::NoSender]),
        // A border that never ends, one that never begins, and none.
        (format!("{multipart}--b\n\nx\n"), vec![Oddity::BrokenStructure]),
        (format!("{multipart}x\n"), vec![Oddity::BrokenStructure]),
        (format!("{from}Content-Type: multipart/mixed\n\nx\n"), vec![Oddity::BrokenStructure]),
        (format!("{multipart}--b\n\nx\n{inside}--b--\n"), vec![Oddity::MailInside]),
        (format!("{from}{encrypted}\nAAAA\n"), vec![Oddity::TextNotRead]),
        (format!("{from}\n{}\n", "ord ".repeat(60_000)), vec![Oddity::TextCut]),
    ] {
        let start: String = bytes.chars().take(120).collect();
        assert_eq!(mail(&crlf(&bytes)).oddities, oddities, "{start}");
    }
}

/// What comes after a mail that is nothing but another mail is not looked at, and that is told.
#[test]
fn a_mail_around_a_mail_that_is_only_a_mail_is_called_broken() {
    let bytes = crlf(
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nSe vedhæftede.\n\
        --b\nContent-Type: message/rfc822\n\n\
        From: b@x.example\nContent-Type: message/rfc822\n\n\
        From: c@x.example\nSubject: inderst\n\nx\n\
        --b\nContent-Disposition: attachment; filename=efter.txt\n\ny\n--b--\n",
    );
    let mail = mail(&bytes);
    assert_eq!((mail.text.trim_end(), mail.attachments.len()), ("Se vedhæftede.", 1));
    assert_eq!(mail.oddities, [Oddity::BrokenStructure, Oddity::MailInside]);
}

#[test]
fn what_is_no_mail_that_can_be_read_says_why() {
    let header = "From: a@x.example\n";
    let nested = |depth: usize| {
        let mut bytes = format!("{header}Content-Type: multipart/mixed; boundary=b0\n\n");
        for level in 0..depth {
            bytes +=
                &format!("--b{level}\nContent-Type: multipart/mixed; boundary=b{}\n\n", level + 1);
        }
        bytes
    };
    let inside = |depth: usize| {
        (0..depth).fold("From: x@x.example\n\nx\n".to_owned(), |inner, _| {
            format!("{header}Content-Type: message/rfc822\n\n{inner}")
        })
    };
    let attached = |count: usize| {
        let part = "--b\nContent-Type: application/octet-stream\n\nx\n".repeat(count);
        format!("{header}Content-Type: multipart/mixed; boundary=b\n\n{part}--b--\n")
    };
    for (bytes, error) in [
        (String::new(), Error::NotAMail),
        ("\n".into(), Error::NotAMail),
        ("Kære Mette\n\nHej: x\n".into(), Error::NotAMail),
        ("{\"type\":\"tilslut/case/v1\"}".into(), Error::NotAMail),
        ("<html><body>From: a@x.example</body></html>".into(), Error::NotAMail),
        ("Navn: Mette\nBy: Aarhus\n".into(), Error::NotAMail),
        (format!("{header}{}\n\nx\n", "X-A: b\n".repeat(600)), Error::TooManyParts),
        (format!("{header}To: {}\n\nx\n", "a@x.example, ".repeat(90_000)), Error::TooManyParts),
        (attached(1_000), Error::TooManyParts),
        (attached(6_000), Error::TooManyParts),
        (nested(30), Error::TooManyParts),
        (nested(200), Error::TooManyParts),
        (inside(30), Error::TooManyParts),
        (inside(200), Error::TooManyParts),
    ] {
        let start: String = bytes.chars().take(60).collect();
        assert_eq!(read(&crlf(&bytes)).err(), Some(error), "{} {start}", bytes.len());
    }
    assert!(attached(400).len() > 10_000 && read(&crlf(&attached(400))).is_ok());
    assert!(read(&crlf(&nested(10))).is_ok() && read(&crlf(&inside(10))).is_ok());
    assert_eq!(read(&[0xFF; 64]).err(), Some(Error::NotAMail));
}

#[test]
fn a_file_beyond_all_measure_is_not_looked_into() {
    let mut bytes = receipt().into_bytes();
    bytes.resize(FILE_MAX, b'x');
    assert!(read(&bytes).is_ok());
    bytes.push(b'x');
    assert_eq!(read(&bytes).err(), Some(Error::TooLarge));
}

#[test]
fn a_pdf_is_left_to_those_who_read_it() {
    for bytes in [&b"%PDF-1.7\n..."[..], b"\xEF\xBB\xBF%PDF-1.4\n", b"\n\n%PDF-1.7"] {
        assert_eq!(read(bytes), Ok(Content::Pdf));
    }
    let carried = [receipt().as_bytes(), b"%PDF-1.7"].concat();
    assert!(matches!(read(&carried), Ok(Content::Mail(_))));
}

#[test]
fn a_mail_that_was_saved_with_marks_before_it_is_one() {
    let unix = receipt().replace('\r', "");
    for before in ["\u{feff}", "From kvittering@x Tue Nov 24 15:13:00 2026\n", ""] {
        let saved = format!("{before}{unix}");
        let mail = mail(saved.as_bytes());
        assert_eq!(mail.subject, "Kvittering for tilslutning", "{before:?}");
        assert_eq!((mail.from.len(), mail.raw), (1, saved.into_bytes()), "{before:?}");
    }
}

/// Letters among controls and marks of direction.
const HIDING: &str = concat!(
    "([a-z\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}",
    "\u{0}-\u{1f}\u{7f}-\u{9f}æ ]|\r\n){0,60}",
);

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_mail_cut_anywhere_is_read_or_refused(cut in 0_usize..700) {
        let receipt = receipt();
        let _ = read(&receipt.as_bytes()[..cut.min(receipt.len())]);
    }

    #[test]
    fn nothing_invisible_comes_through(text in HIDING) {
        let header = b"From: a@x.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
        let shown = mail(&[header, text.as_bytes()].concat()).text;
        let is_seen = |c| matches!(c, '\n' | '\t') || !domain::typed::is_invisible(c);
        prop_assert!(shown.chars().all(is_seen), "{shown:?}");
    }
}
